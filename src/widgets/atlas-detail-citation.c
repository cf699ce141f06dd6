// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-detail-parts.h"

#include "atlas-passage-view.h"

/* What of the text stays in view above a mark that is scrolled to, px. */
#define LEAD 80.0

gboolean
atlas_detail_move_place (GtkWidget    *from,
                         GtkWidget    *to,
                         GdkRectangle *place)
{
  double x = 0.0;
  double y = 0.0;

  if (!gtk_widget_translate_coordinates (from, to, place->x, place->y, &x, &y))
    return FALSE;

  place->x = (int) x;
  place->y = (int) y;

  return TRUE;
}

gboolean
atlas_detail_find_citation (GtkWidget    *text,
                            guint         citation,
                            GtkWidget    *pane,
                            GdkRectangle *place)
{
  if (ATLAS_IS_PASSAGE_VIEW (text))
    return gtk_widget_get_mapped (text) && atlas_passage_view_find_citation (ATLAS_PASSAGE_VIEW (text), citation, place) &&
           atlas_detail_move_place (text, pane, place);

  for (GtkWidget *child = gtk_widget_get_first_child (text); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (atlas_detail_find_citation (child, citation, pane, place))
      return TRUE;

  return FALSE;
}

void
atlas_detail_scroll_to_citation (GtkWidget     *page,
                                 guint          citation,
                                 GtkAdjustment *adjustment)
{
  GdkRectangle place;

  if (atlas_detail_find_citation (page, citation, page, &place))
    gtk_adjustment_clamp_page (adjustment, place.y - LEAD, place.y + place.height + LEAD);
}
