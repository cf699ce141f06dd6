// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasClockEntry:
 *
 * The date of a session's clock, or the one that it is compared with, as a button that becomes an entry. What cannot be read is explained below the entry and
 * changes nothing.
 */
#define ATLAS_TYPE_CLOCK_ENTRY (atlas_clock_entry_get_type ())
G_DECLARE_FINAL_TYPE (AtlasClockEntry, atlas_clock_entry, ATLAS, CLOCK_ENTRY, GtkWidget)

GtkWidget  *atlas_clock_entry_new         (void) G_GNUC_WARN_UNUSED_RESULT;
/* The same for the date that the clock's is compared with. */
GtkWidget  *atlas_clock_entry_new_for_comparison (void) G_GNUC_WARN_UNUSED_RESULT;
void        atlas_clock_entry_set_session (AtlasClockEntry *self,
                                           AtlasSession    *session); /* (nullable) */
/* No wider than its date. */
void        atlas_clock_entry_set_compact (AtlasClockEntry *self,
                                           gboolean         compact);
/* Becomes an entry. */
void        atlas_clock_entry_edit        (AtlasClockEntry *self);
gboolean    atlas_clock_entry_is_editing  (AtlasClockEntry *self);
/* Reads @text as if it had been typed. FALSE: it is no date, and says why. */
gboolean    atlas_clock_entry_enter       (AtlasClockEntry *self,
                                           const char      *text);
/* Why what was typed last is no date; borrowed until something else is typed. */
const char *atlas_clock_entry_get_error   (AtlasClockEntry *self); /* (nullable) */

G_END_DECLS
