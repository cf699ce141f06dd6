// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#include "atlas-viewport.h"

/* On the side of the clock's date. */
static void
draw_ping (GtkSnapshot *snapshot,
           AtlasItem   *item,
           double       age,
           gpointer     user_data)
{
  AtlasMapView *self = user_data;
  AtlasMapFrame frame = atlas_item_layer_get_side_frame (self->items, ATLAS_MAP_SIDE_NOW);
  float         left = (float) (gtk_widget_get_width (GTK_WIDGET (self->items)) - frame.width);
  AtlasBox      box;
  cairo_t      *cr = NULL;

  if (self->scene == NULL)
    return;

  box = atlas_map_painter_get_ping_box (self->scene, &frame, item);
  if (atlas_box_is_empty (box))
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (left, 0.0F));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) box.x0, (float) box.y0, (float) (box.x1 - box.x0), (float) (box.y1 - box.y0)));
  atlas_map_painter_paint_ping (cr, self->scene, &frame, item, age);
  cairo_destroy (cr);
  gtk_snapshot_restore (snapshot);
}

void
atlas_map_view_init_pings (AtlasMapView *self)
{
  self->pings = ATLAS_PINGS (atlas_pings_new (draw_ping, self));
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->pings));
  atlas_viewport_connect_moved (shumate_map_get_viewport (self->map), G_CALLBACK (gtk_widget_queue_draw), self->pings);
}
