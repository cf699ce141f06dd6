// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-item-layer-private.h"

#include "atlas-viewport.h"

/*
 * In a flight, where each frame has another zoom, names would be placed anew all the time and jump about, and items would have
 * to be painted: so names go at take-off, and come back when the map has landed; and pictures of items are painted ahead, in a
 * thread. Frames only draw pictures, larger or smaller.
 */

/* The names that were there at take-off go after so long, when nobody looks at them any more, but not before others than the
 * items that were in view then are painted, if that does not take longer than this, µs. */
#define PART_AFTER 100000
#define PART_AT_LAST 300000
/* The parts that the view is drawn in, px: empty ones are left out. */
#define CELL_WIDTH 192.0
#define CELL_HEIGHT 180.0

/* All as it is now, in one picture. */
static void
take_picture (AtlasItemLayer *self)
{
  int                 scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  AtlasMapFrame       frame = atlas_item_layer_get_frame (self);
  AtlasItemLayerNames names;
  cairo_t            *cr;

  atlas_item_picture_clear (&self->parting);
  self->parting.frame = frame;
  self->parting.scale = scale;
  self->parting.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) frame.width * scale, (int) frame.height * scale);
  cairo_surface_set_device_scale (self->parting.surface, scale, scale);

  atlas_item_layer_update_frames (self);
  names = atlas_item_layer_place (self);
  cr = cairo_create (self->parting.surface);
  atlas_item_layer_draw_areas (self, cr, &names);
  atlas_item_layer_draw_sides (self, cr);
  atlas_item_layer_draw_names (self, cr, &names);
  cairo_destroy (cr);
  atlas_item_layer_names_clear (&names);
  self->parting.ink = atlas_item_picture_find_ink (self->parting.surface);
}

static void
part (AtlasItemLayer *self)
{
  gint64   passed = g_get_monotonic_time () - self->take_off;
  gboolean is_painted = TRUE;

  for (guint i = 0; i < ATLAS_N_MAP_SIDES; i++)
    is_painted &= self->sides[i].scene == NULL || self->sides[i].picture.time > self->take_off;
  if (passed > (is_painted ? PART_AFTER : PART_AT_LAST))
    self->has_parted = TRUE;
}

static void
draw_parting (AtlasItemLayer      *self,
              cairo_t             *cr,
              const AtlasMapFrame *frame)
{
  double growth = frame->to_px.xx / self->parting.frame.to_px.xx;

  cairo_translate (cr, frame->to_px.x0 - self->parting.frame.to_px.x0 * growth, frame->to_px.y0 - self->parting.frame.to_px.y0 * growth);
  cairo_scale (cr, growth, growth);
  cairo_set_source_surface (cr, self->parting.surface, 0.0, 0.0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
}

static gboolean
has_items (AtlasItemLayer *self,
           AtlasBox        box)
{
  gboolean has_items = self->sides[ATLAS_MAP_SIDE_BEFORE].scene != NULL; /* the divider */

  for (guint i = 0; i < ATLAS_N_MAP_SIDES && !has_items; i++)
    has_items = self->sides[i].scene != NULL && atlas_item_picture_has_ink (&self->sides[i].picture, &self->frames[i], box);

  return has_items;
}

/* A part of the view, if there is anything in it: most of it is empty. */
static void
snapshot_cell (AtlasItemLayer      *self,
               GtkSnapshot         *snapshot,
               const AtlasMapFrame *frame,
               AtlasBox             box)
{
  gboolean        is_parting = !self->has_parted;
  graphene_rect_t cell = GRAPHENE_RECT_INIT ((float) box.x0, (float) box.y0, (float) (box.x1 - box.x0), (float) (box.y1 - box.y0));
  cairo_t        *cr;

  if (!(is_parting ? atlas_item_picture_has_ink (&self->parting, frame, box) : has_items (self, box)))
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &cell);
  if (is_parting)
    draw_parting (self, cr, frame);
  else
    atlas_item_layer_draw_sides (self, cr);
  cairo_destroy (cr);
}

void
atlas_item_layer_snapshot_flight (AtlasItemLayer *self,
                                  GtkSnapshot    *snapshot)
{
  AtlasMapFrame frame = atlas_item_layer_get_frame (self);

  for (guint i = 0; i < ATLAS_N_MAP_SIDES; i++)
    if (self->sides[i].scene != NULL && self->sides[i].scout != NULL)
      atlas_item_scout_report (self->sides[i].scout, &self->sides[i].picture, self->sides[i].scene, &self->frames[i],
                               self->flight == ATLAS_ITEM_FLIGHT_LANDED);
  part (self);
  for (double y = 0.0; y < frame.height; y += CELL_HEIGHT)
    for (double x = 0.0; x < frame.width; x += CELL_WIDTH)
      snapshot_cell (self, snapshot, &frame, (AtlasBox){ x, y, MIN (x + CELL_WIDTH, frame.width), MIN (y + CELL_HEIGHT, frame.height) });
}

static gboolean
is_waiting (AtlasItemLayer *self)
{
  gboolean is_waiting = FALSE;

  for (guint i = 0; i < ATLAS_N_MAP_SIDES; i++)
    is_waiting |= self->sides[i].scene != NULL && self->sides[i].scout != NULL && atlas_item_scout_is_busy (self->sides[i].scout);

  return is_waiting;
}

/* Somebody has got hold of the map. */
static gboolean
has_moved (AtlasItemLayer *self)
{
  AtlasCamera camera = atlas_viewport_get_camera (shumate_layer_get_viewport (SHUMATE_LAYER (self)));

  return camera.zoom != self->landed.zoom || camera.latitude != self->landed.latitude || camera.longitude != self->landed.longitude;
}

/* A frame after the last one of the flight at the earliest. */
static gboolean
landed_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  AtlasItemLayer *self = ATLAS_ITEM_LAYER (widget);

  if (self->flight != ATLAS_ITEM_FLIGHT_LANDED)
    return G_SOURCE_REMOVE;

  gtk_widget_queue_draw (widget);
  if (!has_moved (self))
    {
      atlas_item_layer_look_ahead (self, self->landed, TRUE);
      if (is_waiting (self))
        return G_SOURCE_CONTINUE;
    }

  self->flight = ATLAS_ITEM_FLIGHT_NONE;
  atlas_item_picture_clear (&self->parting);
  for (guint i = 0; i < ATLAS_N_MAP_SIDES; i++)
    if (self->sides[i].scout != NULL)
      atlas_item_scout_rest (self->sides[i].scout);

  return G_SOURCE_REMOVE;
}

void
atlas_item_layer_set_flying (AtlasItemLayer *self,
                             gboolean        flying)
{
  g_return_if_fail (ATLAS_IS_ITEM_LAYER (self));

  if (flying && self->flight == ATLAS_ITEM_FLIGHT_NONE && gtk_widget_get_realized (GTK_WIDGET (self)))
    {
      take_picture (self);
      self->has_parted = FALSE;
      self->take_off = g_get_monotonic_time ();
      self->flight = ATLAS_ITEM_FLIGHT_FLYING;
    }
  else if (flying && self->flight == ATLAS_ITEM_FLIGHT_LANDED)
    self->flight = ATLAS_ITEM_FLIGHT_FLYING;
  else if (!flying && self->flight == ATLAS_ITEM_FLIGHT_FLYING)
    {
      self->flight = ATLAS_ITEM_FLIGHT_LANDED;
      self->landed = atlas_viewport_get_camera (shumate_layer_get_viewport (SHUMATE_LAYER (self)));
      gtk_widget_add_tick_callback (GTK_WIDGET (self), landed_cb, NULL, NULL);
    }
}

void
atlas_item_layer_look_ahead (AtlasItemLayer *self,
                             AtlasCamera     ahead,
                             gboolean        is_last)
{
  g_return_if_fail (ATLAS_IS_ITEM_LAYER (self));

  for (guint i = 0; i < ATLAS_N_MAP_SIDES; i++)
    {
      AtlasItemSide *side = &self->sides[i];
      AtlasMapFrame  now = atlas_item_layer_get_side_frame (self, (AtlasMapSide) i);
      AtlasMapFrame  soon = atlas_map_frame_from_camera (ahead, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));

      if (side->scene == NULL || now.width < 1.0)
        continue;
      soon.to_px.x0 -= i == ATLAS_MAP_SIDE_NOW ? soon.width - now.width : 0.0;
      soon.width = now.width;
      if (is_last && atlas_item_picture_is_of (&side->picture, side->scene, &soon))
        continue;
      if (side->scout == NULL)
        side->scout = atlas_item_scout_new ();
      atlas_item_scout_go (side->scout, side->scene, &now, &soon, is_last, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
    }
}
