// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-private.h"

static void
draw_ping (GtkSnapshot *snapshot,
           AtlasItem   *item,
           double       age,
           gpointer     user_data)
{
  AtlasTimeline  *self = user_data;
  graphene_rect_t box;
  GdkRGBA         color;

  if (!atlas_timeline_canvas_get_item_box (self->canvas, item, &box))
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self->pings)), &color);
  atlas_pings_snapshot_ring (snapshot, box, age, &color);
}

void
atlas_timeline_add_pings (AtlasTimeline *self,
                          GtkOverlay    *lanes)
{
  self->pings = ATLAS_PINGS (atlas_pings_new (draw_ping, self));
  gtk_overlay_add_overlay (lanes, GTK_WIDGET (self->pings));
}
