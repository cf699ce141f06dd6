// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-item-layer-private.h"

#include "atlas-map-label-doubles.h"
#include "atlas-viewport.h"

#include <math.h>

#define DIVIDER 3.0 /* px: of the line between two sides */

G_DEFINE_FINAL_TYPE (AtlasItemLayer, atlas_item_layer, SHUMATE_TYPE_LAYER)

AtlasMapFrame
atlas_item_layer_get_frame (AtlasItemLayer *self)
{
  AtlasCamera camera = atlas_viewport_get_camera (shumate_layer_get_viewport (SHUMATE_LAYER (self)));

  return atlas_map_frame_from_camera (camera, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
}

/* Two sides have two frames: the camera is the same, but each sees its own part of the view. */
AtlasMapFrame
atlas_item_layer_get_side_frame (AtlasItemLayer *self,
                                 AtlasMapSide    side)
{
  AtlasMapFrame frame = atlas_item_layer_get_frame (self);
  double        middle = 0.0;

  g_return_val_if_fail (ATLAS_IS_ITEM_LAYER (self) && (guint) side < ATLAS_N_MAP_SIDES, frame);

  if (self->sides[ATLAS_MAP_SIDE_BEFORE].scene != NULL)
    middle = round (self->divider * frame.width);

  if (side == ATLAS_MAP_SIDE_BEFORE)
    {
      frame.width = middle;
      return frame;
    }

  frame.to_px.x0 -= middle;
  frame.width -= middle;

  return frame;
}

/* Where a side begins, px from the left of the view. */
static double
get_side_x (AtlasItemLayer *self,
            guint           side)
{
  return side == ATLAS_MAP_SIDE_NOW ? self->frames[ATLAS_MAP_SIDE_BEFORE].width : 0.0;
}

static gboolean
draw_again_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  gtk_widget_queue_draw (widget);

  return G_SOURCE_REMOVE;
}

static gboolean
is_inked_cb (AtlasBox box,
             gpointer user_data)
{
  AtlasItemLayer *self = user_data;
  double          middle = self->frames[ATLAS_MAP_SIDE_BEFORE].width;

  if (self->sides[ATLAS_MAP_SIDE_BEFORE].scene != NULL && box.x0 < middle && atlas_map_painter_is_inked (self->sides[ATLAS_MAP_SIDE_BEFORE].scene, &self->frames[ATLAS_MAP_SIDE_BEFORE], box))
    return TRUE;
  if (self->sides[ATLAS_MAP_SIDE_NOW].scene == NULL || box.x1 < middle)
    return FALSE;
  box.x0 -= middle;
  box.x1 -= middle;

  return atlas_map_painter_is_inked (self->sides[ATLAS_MAP_SIDE_NOW].scene, &self->frames[ATLAS_MAP_SIDE_NOW], box);
}

/* The basemap's names, where the items and their names leave room. @rooms: of AtlasBox. */
static GArray *
place_names (AtlasItemLayer      *self,
             const AtlasMapFrame *frame,
             const GArray        *rooms)
{
  AtlasLabelView view = atlas_viewport_get_label_view (shumate_layer_get_viewport (SHUMATE_LAYER (self)), frame->width, frame->height);

  if (self->placer == NULL)
    return g_array_new (FALSE, FALSE, sizeof (AtlasPlacedLabel));

  return atlas_label_placer_place (self->placer, &view, (const AtlasBox *) (gpointer) rooms->data, rooms->len);
}

void
atlas_item_layer_draw_areas (AtlasItemLayer            *self,
                             cairo_t                   *cr,
                             const AtlasItemLayerNames *names)
{
  if (!atlas_label_painter_paint (self->painter, cr, names->names, ATLAS_LABEL_AREAS))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), draw_again_cb, NULL, NULL);
}

/* How much larger than usual the desktop's text is. */
static double
get_text_scale (AtlasItemLayer *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);

  return (dpi > 0 ? CLAMP (dpi / 1024.0 / 96.0, 0.75, 2.5) : 1.0) * self->text_scale;
}

/* The names of a side's items, @x px from the left of the view, and in @rooms (of AtlasBox) what they take of it. They keep
 * out of @covers. */
static GArray *
collect_labels (AtlasItemSide       *side,
                const AtlasMapFrame *frame,
                double               x,
                gboolean             on_way,
                const GArray        *covers,
                GArray              *rooms)
{
  g_autofree AtlasBox *own = g_new (AtlasBox, covers->len);
  AtlasMapFrame        under = *frame;
  GArray              *labels;
  g_autoptr (GArray) taken = NULL;

  for (guint i = 0; i < covers->len; i++)
    {
      AtlasBox box = g_array_index (covers, AtlasBox, i);

      own[i] = (AtlasBox){ box.x0 - x, box.y0, box.x1 - x, box.y1 };
    }
  under.covers = own;
  under.n_covers = covers->len;
  labels = atlas_item_names_place (&side->names, side->scene, &under, on_way);
  taken = atlas_map_painter_get_rooms (side->scene, labels);

  for (guint i = 0; i < taken->len; i++)
    {
      AtlasBox box = g_array_index (taken, AtlasBox, i);

      box.x0 = CLAMP (box.x0, 0.0, frame->width) + x;
      box.x1 = CLAMP (box.x1, 0.0, frame->width) + x;
      if (box.x1 > box.x0)
        g_array_append_val (rooms, box);
    }

  return labels;
}

static AtlasItemMotion
get_motion (AtlasItemLayer *self)
{
  if (self->flight != ATLAS_ITEM_FLIGHT_NONE)
    return ATLAS_ITEM_IN_FLIGHT;

  return self->on_way ? ATLAS_ITEM_ON_WAY : ATLAS_ITEM_AT_REST;
}

/* The items of a side, clipped where the other begins. */
static void
draw_side (AtlasItemLayer *self,
           cairo_t        *cr,
           guint           index)
{
  AtlasItemSide       *side = &self->sides[index];
  const AtlasMapFrame *frame = &self->frames[index];
  int                  scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  atlas_map_scene_set_scale (side->scene, scale);

  cairo_save (cr);
  cairo_translate (cr, get_side_x (self, index), 0.0);
  cairo_rectangle (cr, 0.0, 0.0, frame->width, frame->height);
  cairo_clip (cr);
  atlas_item_picture_draw (&side->picture, cr, side->scene, frame, scale, get_motion (self));
  cairo_restore (cr);
}

/* A line that is seen on any ground; names that go across it stand over it. */
static void
draw_divider (cairo_t             *cr,
              const AtlasMapFrame *left)
{
  cairo_rectangle (cr, left->width - DIVIDER / 2.0 - 1.0, 0.0, DIVIDER + 2.0, left->height);
  cairo_set_source_rgba (cr, 0.0, 0.0, 0.0, 0.45);
  cairo_fill (cr);
  cairo_rectangle (cr, left->width - DIVIDER / 2.0, 0.0, DIVIDER, left->height);
  cairo_set_source_rgba (cr, 1.0, 1.0, 1.0, 0.95);
  cairo_fill (cr);
}

/* The names of places, and then those of the items on both sides. */
void
atlas_item_layer_draw_names (AtlasItemLayer            *self,
                             cairo_t                   *cr,
                             const AtlasItemLayerNames *names)
{
  gboolean is_complete;

  is_complete = atlas_label_painter_paint (self->painter, cr, names->names, ATLAS_LABEL_PLACES);
  for (guint i = 0; i < ATLAS_N_MAP_SIDES; i++)
    {
      if (names->labels[i] == NULL)
        continue;
      cairo_save (cr);
      cairo_translate (cr, get_side_x (self, i), 0.0);
      cairo_rectangle (cr, 0.0, 0.0, self->frames[i].width, self->frames[i].height);
      cairo_clip (cr);
      is_complete &= atlas_map_painter_paint_labels (cr, self->sides[i].scene, &self->frames[i], names->labels[i]);
      cairo_restore (cr);
    }
  if (!is_complete)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), draw_again_cb, NULL, NULL);
}

void
atlas_item_layer_draw_sides (AtlasItemLayer *self,
                             cairo_t        *cr)
{
  for (guint i = 0; i < ATLAS_N_MAP_SIDES; i++)
    if (self->sides[i].scene != NULL && self->frames[i].width >= 1.0)
      draw_side (self, cr, i);
  if (self->sides[ATLAS_MAP_SIDE_BEFORE].scene != NULL)
    draw_divider (cr, &self->frames[ATLAS_MAP_SIDE_BEFORE]);
}

void
atlas_item_layer_update_frames (AtlasItemLayer *self)
{
  for (guint i = 0; i < ATLAS_N_MAP_SIDES; i++)
    self->frames[i] = atlas_item_layer_get_side_frame (self, (AtlasMapSide) i);
}

AtlasItemLayerNames
atlas_item_layer_place (AtlasItemLayer *self)
{
  AtlasMapFrame       frame = atlas_item_layer_get_frame (self);
  AtlasItemLayerNames names = { 0 };
  g_autoptr (GArray) covers = g_array_new (FALSE, FALSE, sizeof (AtlasBox));
  g_autoptr (GArray) rooms = g_array_new (FALSE, FALSE, sizeof (AtlasBox));

  if (self->covers_func != NULL)
    self->covers_func (self, covers, self->covers_data);
  g_array_append_vals (rooms, covers->data, covers->len);
  for (guint i = 0; i < ATLAS_N_MAP_SIDES; i++)
    {
      if (self->sides[i].scene == NULL || self->frames[i].width < 1.0)
        continue;
      atlas_map_scene_set_text_scale (self->sides[i].scene, get_text_scale (self));
      names.labels[i] = collect_labels (&self->sides[i], &self->frames[i], get_side_x (self, i), self->on_way, covers, rooms);
    }
  names.names = place_names (self, &frame, rooms);
  atlas_placed_labels_drop_covered (names.names, (const AtlasBox *) (gpointer) covers->data, covers->len);
  for (guint i = 0; i < ATLAS_N_MAP_SIDES; i++)
    if (names.labels[i] != NULL)
      atlas_map_label_drop_doubles (names.names, names.labels[i], get_side_x (self, i));

  return names;
}

void
atlas_item_layer_names_clear (AtlasItemLayerNames *names)
{
  for (guint i = 0; i < ATLAS_N_MAP_SIDES; i++)
    g_clear_pointer (&names->labels[i], g_array_unref);
  g_clear_pointer (&names->names, g_array_unref);
}

/* Bottom to top: names of areas, items, the divider, other names. */
static void
atlas_item_layer_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  AtlasItemLayer     *self = ATLAS_ITEM_LAYER (widget);
  AtlasMapFrame       frame = atlas_item_layer_get_frame (self);
  graphene_rect_t     view = GRAPHENE_RECT_INIT (0.0F, 0.0F, (float) frame.width, (float) frame.height);
  AtlasItemLayerNames names;
  cairo_t            *cr;

  if (frame.width < 1.0 || frame.height < 1.0)
    return;

  atlas_item_layer_update_frames (self);
  if (self->flight != ATLAS_ITEM_FLIGHT_NONE)
    {
      atlas_item_layer_snapshot_flight (self, snapshot);
      return;
    }

  names = atlas_item_layer_place (self);
  cr = gtk_snapshot_append_cairo (snapshot, &view); /* one for all: each would be as large as the view */
  atlas_item_layer_draw_areas (self, cr, &names);
  atlas_item_layer_draw_sides (self, cr);
  atlas_item_layer_draw_names (self, cr, &names);
  cairo_destroy (cr);
  atlas_item_layer_names_clear (&names);
}

static void
atlas_item_layer_finalize (GObject *object)
{
  AtlasItemLayer *self = ATLAS_ITEM_LAYER (object);

  g_clear_pointer (&self->placer, atlas_label_placer_free);
  g_clear_pointer (&self->painter, atlas_label_painter_free);
  for (guint i = 0; i < ATLAS_N_MAP_SIDES; i++)
    {
      atlas_item_picture_clear (&self->sides[i].picture);
      atlas_item_names_clear (&self->sides[i].names);
      g_clear_pointer (&self->sides[i].scout, atlas_item_scout_free);
    }
  atlas_item_picture_clear (&self->parting);

  G_OBJECT_CLASS (atlas_item_layer_parent_class)->finalize (object);
}

static void
scale_factor_changed_cb (AtlasItemLayer *self)
{
  atlas_label_painter_set_look (self->painter, atlas_palette_get (self->palette), gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
atlas_item_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (atlas_item_layer_parent_class)->constructed (object);

  atlas_viewport_connect_moved (shumate_layer_get_viewport (SHUMATE_LAYER (object)), G_CALLBACK (gtk_widget_queue_draw), object);
}

static void
atlas_item_layer_class_init (AtlasItemLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = atlas_item_layer_constructed;
  G_OBJECT_CLASS (klass)->finalize = atlas_item_layer_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = atlas_item_layer_snapshot;
}

static void
atlas_item_layer_init (AtlasItemLayer *self)
{
  self->text_scale = 1.0;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE); /* the map view looks what the pointer is on */
  self->divider = 0.5;
  self->painter = atlas_label_painter_new (atlas_palette_get (self->palette), 1.0);
  g_signal_connect_object (self, "notify::scale-factor", G_CALLBACK (scale_factor_changed_cb), self, G_CONNECT_DEFAULT);
}

AtlasItemLayer *
atlas_item_layer_new (ShumateViewport *viewport)
{
  return g_object_new (ATLAS_TYPE_ITEM_LAYER, "viewport", viewport, NULL);
}

void
atlas_item_layer_set_scene (AtlasItemLayer *self,
                            AtlasMapSide    side,
                            AtlasMapScene  *scene)
{
  g_return_if_fail (ATLAS_IS_ITEM_LAYER (self));
  g_return_if_fail ((guint) side < ATLAS_N_MAP_SIDES);

  if (self->sides[side].scene == scene)
    return;

  g_clear_pointer (&self->sides[side].scout, atlas_item_scout_free); /* what it has is of the one before */
  self->sides[side].scene = scene;
  atlas_item_names_clear (&self->sides[side].names);
  atlas_item_picture_clear (&self->sides[side].picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
atlas_item_layer_set_on_way (AtlasItemLayer *self,
                             gboolean        on_way)
{
  g_return_if_fail (ATLAS_IS_ITEM_LAYER (self));

  if (self->on_way == on_way)
    return;

  self->on_way = on_way;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
atlas_item_layer_set_divider (AtlasItemLayer *self,
                              double          divider)
{
  g_return_if_fail (ATLAS_IS_ITEM_LAYER (self));

  self->divider = CLAMP (divider, 0.0, 1.0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
names_ready_cb (gpointer placer,
                gpointer user_data)
{
  gtk_widget_queue_draw (user_data);
}

void
atlas_item_layer_set_names (AtlasItemLayer *self,
                            AtlasBasemap   *basemap,
                            const char     *language,
                            AtlasPaletteId  palette)
{
  g_return_if_fail (ATLAS_IS_ITEM_LAYER (self));

  g_clear_pointer (&self->placer, atlas_label_placer_free);
  if (basemap != NULL)
    {
      self->placer = atlas_label_placer_new_shared (basemap, language, get_text_scale (self));
      atlas_label_placer_set_background (self->placer, names_ready_cb, self);
      atlas_label_placer_set_ink (self->placer, is_inked_cb, self);
    }

  self->palette = palette;
  atlas_label_painter_clear (self->painter);
  scale_factor_changed_cb (self);
}

void
atlas_item_layer_set_text_scale (AtlasItemLayer *self,
                                 double          text_scale)
{
  g_return_if_fail (ATLAS_IS_ITEM_LAYER (self));
  g_return_if_fail (text_scale > 0.0);

  self->text_scale = text_scale;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
atlas_item_layer_set_covers_func (AtlasItemLayer    *self,
                                  AtlasItemLayerFunc func,
                                  gpointer           user_data)
{
  g_return_if_fail (ATLAS_IS_ITEM_LAYER (self));

  self->covers_func = func;
  self->covers_data = user_data;
}

void
atlas_item_layer_add_cover (AtlasItemLayer *self,
                            GtkWidget      *widget,
                            double          margin,
                            GArray         *boxes)
{
  graphene_rect_t bounds;
  AtlasBox        box;

  g_return_if_fail (ATLAS_IS_ITEM_LAYER (self));
  g_return_if_fail (GTK_IS_WIDGET (widget) && boxes != NULL);

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    return;

  box = (AtlasBox){ (double) bounds.origin.x - margin, (double) bounds.origin.y - margin,
                    (double) (bounds.origin.x + bounds.size.width) + margin, (double) (bounds.origin.y + bounds.size.height) + margin };
  g_array_append_val (boxes, box);
}

gboolean
atlas_item_layer_has_names (AtlasItemLayer *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM_LAYER (self), FALSE);

  return self->placer != NULL;
}
