// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-series-chart.h"
#include "atlas-series-pane.h"

G_BEGIN_DECLS

struct _AtlasSeriesPane
{
  GtkWidget          parent_instance;

  AtlasTimelineAxis *axis;
  AtlasSession      *session;
  GSignalGroup      *session_signals;
  GStrv              ids;
  GtkWidget         *scrolled;
  GtkWidget         *box; /* of AtlasSeriesChart */
  int                room;
  guint              resize_source;
};

void atlas_series_pane_install_actions (GtkWidgetClass   *widget_class);
/* Takes a chart away; the focus, if it has it, goes to another. */
void atlas_series_pane_hide            (AtlasSeriesPane  *self,
                                        AtlasSeriesChart *chart);

G_END_DECLS
