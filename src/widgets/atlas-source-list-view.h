// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-source-list.h"

G_BEGIN_DECLS

/**
 * AtlasSourceListView:
 *
 * A list of sources to look through. A click or Enter opens a source; with Control or Shift, and by Space, several are selected.
 *
 * Emits `opened` (#AtlasSourceEntry) when one is to be read, `selection-changed` when others are selected.
 */
#define ATLAS_TYPE_SOURCE_LIST_VIEW (atlas_source_list_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSourceListView, atlas_source_list_view, ATLAS, SOURCE_LIST_VIEW, GtkWidget)

GtkWidget *atlas_source_list_view_new          (AtlasSourceList     *list) G_GNUC_WARN_UNUSED_RESULT;
/* Selects one of those that are shown, alone, and brings it into view; GTK_INVALID_LIST_POSITION: none is selected. */
void       atlas_source_list_view_select       (AtlasSourceListView *self,
                                                guint                position);
void       atlas_source_list_view_select_all   (AtlasSourceListView *self);
/* Gives it the focus. */
gboolean   atlas_source_list_view_focus_row    (AtlasSourceListView *self,
                                                guint                position);
guint      atlas_source_list_view_get_n_selected (AtlasSourceListView *self);
/* (transfer full): of AtlasReference, in the order of the list: those that are selected, or, with @all, that are shown */
GPtrArray *atlas_source_list_view_dup_references (AtlasSourceListView *self,
                                                  gboolean             all) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
