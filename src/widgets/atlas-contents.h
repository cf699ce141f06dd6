// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-search.h"
#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasContents:
 *
 * What a session's atlas holds: a search over everything, filters with their counts, and the list of items by kind or by date.
 *
 * Only the session tells others what is chosen here; typing a search changes nothing outside the pane.
 */
#define ATLAS_TYPE_CONTENTS (atlas_contents_get_type ())
G_DECLARE_FINAL_TYPE (AtlasContents, atlas_contents, ATLAS, CONTENTS, GtkWidget)

GtkWidget    *atlas_contents_new          (void) G_GNUC_WARN_UNUSED_RESULT;
AtlasSession *atlas_contents_get_session  (AtlasContents *self); /* (transfer none) (nullable) */
void          atlas_contents_set_session  (AtlasContents *self,
                                           AtlasSession  *session);
/* The index that the search asks; %NULL: there is none (yet). What is typed is then looked for again. Also the property `search`. */
void          atlas_contents_set_search   (AtlasContents *self,
                                           AtlasSearch   *search);
AtlasSearch  *atlas_contents_get_search   (AtlasContents *self); /* (transfer none) (nullable) */
/* Puts the focus in the search field and selects its text. */
void          atlas_contents_focus_search (AtlasContents *self);
/* Looks for @words as if they had been typed. */
void          atlas_contents_find         (AtlasContents *self,
                                           const char    *words);
/* Activates the next (1) or previous (-1) hit of the search, round the end; without hits the search gets the focus. */
void          atlas_contents_step_hit     (AtlasContents *self,
                                           int            direction);

G_END_DECLS
