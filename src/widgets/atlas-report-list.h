// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasReportList:
 *
 * The whole report under its headings. Only what is seen is made and measured, so that a long one opens at once.
 *
 * Emits `citation-activated` (guint, the number; #GdkRectangle, where its mark stands in this widget).
 */
#define ATLAS_TYPE_REPORT_LIST (atlas_report_list_get_type ())
G_DECLARE_FINAL_TYPE (AtlasReportList, atlas_report_list, ATLAS, REPORT_LIST, GtkWidget)

/* The report of @session's dataset, which must live as long as the widget. */
GtkWidget *atlas_report_list_new            (AtlasSession    *session) G_GNUC_WARN_UNUSED_RESULT;
guint      atlas_report_list_get_n_passages (AtlasReportList *self);
/* Brings a passage into view and marks it; nothing when there is no such passage. */
void       atlas_report_list_show_passage   (AtlasReportList *self,
                                             const char      *passage_id); /* (nullable): none is marked */

G_END_DECLS
