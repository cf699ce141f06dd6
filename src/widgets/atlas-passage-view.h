// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasPassageView:
 *
 * A passage of the report: its mentions select their items, its citation marks ask for their cards.
 *
 * Emits `citation-activated` (guint, the number; #GdkRectangle, where its mark stands in this widget; gboolean, whether it was
 * activated): else the pointer has come to the mark, or, with the number 0, left it.
 */
#define ATLAS_TYPE_PASSAGE_VIEW (atlas_passage_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPassageView, atlas_passage_view, ATLAS, PASSAGE_VIEW, GtkWidget)

/* @passage belongs to the report of @session's dataset and must live as long as the widget. */
GtkWidget          *atlas_passage_view_new           (AtlasSession       *session,
                                                      const AtlasPassage *passage,
                                                      gboolean            with_place) G_GNUC_WARN_UNUSED_RESULT; /* says where it stands */
const AtlasPassage *atlas_passage_view_get_passage   (AtlasPassageView   *self);
/* Where the first mark of @citation stands, in this widget's coordinates; FALSE: it has none. */
gboolean            atlas_passage_view_find_citation (AtlasPassageView   *self,
                                                      guint               citation,
                                                      GdkRectangle       *rectangle);

G_END_DECLS
