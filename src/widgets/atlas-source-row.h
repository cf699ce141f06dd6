// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-source-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasSourceRow:
 *
 * A reference in a list: the record in at most three lines, whose it is, of which kind and in which language, and how much rests
 * on it.
 */
#define ATLAS_TYPE_SOURCE_ROW (atlas_source_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSourceRow, atlas_source_row, ATLAS, SOURCE_ROW, GtkWidget)

GtkWidget        *atlas_source_row_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_source_row_show      (AtlasSourceRow   *self,
                                              AtlasSourceEntry *entry); /* (nullable) */
AtlasSourceEntry *atlas_source_row_get_entry (AtlasSourceRow   *self); /* (transfer none) (nullable) */
/* All that is read in the row, for assistive technology. (transfer full) */
char             *atlas_source_row_dup_words (AtlasSourceRow   *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
