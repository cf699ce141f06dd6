// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-item-layer.h"

#include "atlas-label-painter.h"
#include "atlas-mercator.h"

#include <math.h>

#define PAN_MARGIN 160.0 /* px round the view that are painted too once the map is panned */

/* The items as they were painted last; while the map is only panned it moves. */
typedef struct
{
  GdkTexture   *texture;
  AtlasMapFrame frame;  /* its own: as large as the picture */
  double        margin; /* px of it on each side of the view */
  guint64       serial; /* of the scene */
  int           scale;
} Picture;

struct _AtlasItemLayer
{
  ShumateLayer       parent_instance;

  AtlasMapScene     *scene;  /* the map view's */
  AtlasLabelPlacer  *placer; /* (nullable): of the basemap's names */
  AtlasLabelPainter *painter;
  AtlasPaletteId     palette;
  Picture            picture;
};

G_DEFINE_FINAL_TYPE (AtlasItemLayer, atlas_item_layer, SHUMATE_TYPE_LAYER)

AtlasMapFrame
atlas_item_layer_get_frame (AtlasItemLayer *self)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  AtlasCamera      camera = {
         .zoom = shumate_viewport_get_zoom_level (viewport),
         .latitude = shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
         .longitude = shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
  };

  return atlas_map_frame_from_camera (camera, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
}

static gboolean
draw_again_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  gtk_widget_queue_draw (widget);

  return G_SOURCE_REMOVE;
}

/* The basemap's names, where the items and their names leave room. */
static void
paint_names (AtlasItemLayer      *self,
             cairo_t             *cr,
             const AtlasMapFrame *frame,
             GArray              *item_labels)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  AtlasPoint       middle = atlas_mercator_project (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
                                                    shumate_location_get_latitude (SHUMATE_LOCATION (viewport)));
  AtlasLabelView   view = { middle.x, middle.y, frame->zoom, frame->width, frame->height };
  g_autoptr (GArray) obstacles = NULL;
  g_autoptr (GArray) names = NULL;

  if (self->placer == NULL)
    return;

  obstacles = self->scene != NULL ? atlas_map_painter_get_rooms (self->scene, item_labels) : g_array_new (FALSE, FALSE, sizeof (AtlasBox));
  names = atlas_label_placer_place (self->placer, &view, (const AtlasBox *) (gpointer) obstacles->data, obstacles->len);
  if (!atlas_label_painter_paint (self->painter, cr, names))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), draw_again_cb, NULL, NULL);
}

static gboolean
is_same_look (const Picture       *picture,
              AtlasMapScene       *scene,
              const AtlasMapFrame *frame,
              int                  scale)
{
  return picture->texture != NULL && picture->serial == atlas_map_scene_get_serial (scene) && picture->scale == scale &&
         picture->frame.zoom == frame->zoom && picture->frame.width == frame->width + 2 * picture->margin &&
         picture->frame.height == frame->height + 2 * picture->margin;
}

/* How far the view has moved since the picture was painted, in whole px of the screen. */
static graphene_point_t
get_shift (const Picture       *picture,
           const AtlasMapFrame *frame)
{
  double x = frame->to_px.x0 - picture->frame.to_px.x0;
  double y = frame->to_px.y0 - picture->frame.to_px.y0;

  return GRAPHENE_POINT_INIT ((float) (round (x * picture->scale) / picture->scale), (float) (round (y * picture->scale) / picture->scale));
}

static gboolean
holds_view (const Picture       *picture,
            const AtlasMapFrame *frame)
{
  graphene_point_t shift = get_shift (picture, frame);

  return shift.x <= 0 && shift.y <= 0 && (double) shift.x >= -2 * picture->margin && (double) shift.y >= -2 * picture->margin;
}

static GdkTexture *
take_texture (cairo_surface_t *surface)
{
  int         stride = cairo_image_surface_get_stride (surface);
  int         height = cairo_image_surface_get_height (surface);
  GBytes     *bytes;
  GdkTexture *texture;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
  g_bytes_unref (bytes);

  return texture;
}

static void
paint_picture (AtlasItemLayer      *self,
               const AtlasMapFrame *frame,
               int                  scale)
{
  Picture         *picture = &self->picture;
  double           margin = is_same_look (picture, self->scene, frame, scale) ? PAN_MARGIN : 0;
  cairo_surface_t *surface;
  cairo_t         *cr;

  *picture = (Picture){ picture->texture, *frame, margin, atlas_map_scene_get_serial (self->scene), scale };
  picture->frame.width += 2 * margin;
  picture->frame.height += 2 * margin;
  picture->frame.to_px.x0 += margin;
  picture->frame.to_px.y0 += margin;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (picture->frame.width * scale), (int) ceil (picture->frame.height * scale));
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  atlas_map_painter_paint (cr, self->scene, &picture->frame, ATLAS_MAP_PAINT_ALL);
  cairo_destroy (cr);

  g_clear_object (&picture->texture);
  picture->texture = take_texture (surface);
}

/* How much larger than usual the desktop's text is. */
static double
get_text_scale (AtlasItemLayer *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? CLAMP (dpi / 1024.0 / 96.0, 0.75, 2.5) : 1.0;
}

static void
snapshot_items (AtlasItemLayer      *self,
                GtkSnapshot         *snapshot,
                const AtlasMapFrame *frame)
{
  Picture         *picture = &self->picture;
  int              scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  graphene_point_t shift;

  atlas_map_scene_set_scale (self->scene, scale);
  atlas_map_scene_set_text_scale (self->scene, get_text_scale (self));
  if (!is_same_look (picture, self->scene, frame, scale) || !holds_view (picture, frame))
    paint_picture (self, frame, scale);

  shift = get_shift (picture, frame);
  gtk_snapshot_append_texture (snapshot, picture->texture,
                               &GRAPHENE_RECT_INIT (shift.x, shift.y, (float) gdk_texture_get_width (picture->texture) / (float) scale,
                                                    (float) gdk_texture_get_height (picture->texture) / (float) scale));
}

static void
atlas_item_layer_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  AtlasItemLayer *self = ATLAS_ITEM_LAYER (widget);
  AtlasMapFrame   frame = atlas_item_layer_get_frame (self);
  graphene_rect_t view = GRAPHENE_RECT_INIT (0.0F, 0.0F, (float) frame.width, (float) frame.height);
  g_autoptr (GArray) labels = NULL;
  cairo_t *cr = NULL;

  if (frame.width < 1.0 || frame.height < 1.0)
    return;

  gtk_snapshot_push_clip (snapshot, &view);
  if (self->scene != NULL)
    {
      snapshot_items (self, snapshot, &frame);
      labels = atlas_map_painter_collect_labels (self->scene, &frame);
    }
  else
    labels = g_array_new (FALSE, FALSE, sizeof (AtlasMapLabel));

  cr = gtk_snapshot_append_cairo (snapshot, &view);
  paint_names (self, cr, &frame, labels);
  if (self->scene != NULL)
    atlas_map_painter_paint_labels (cr, self->scene, &frame, labels);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

static void
atlas_item_layer_finalize (GObject *object)
{
  AtlasItemLayer *self = ATLAS_ITEM_LAYER (object);

  g_clear_pointer (&self->placer, atlas_label_placer_free);
  g_clear_pointer (&self->painter, atlas_label_painter_free);
  g_clear_object (&self->picture.texture);

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
  ShumateViewport         *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));
  static const char *const moves[] = { "notify::latitude", "notify::longitude", "notify::zoom-level" };

  G_OBJECT_CLASS (atlas_item_layer_parent_class)->constructed (object);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_signal_connect_object (viewport, moves[i], G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
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
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE); /* the map view looks what the pointer is on */
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
                            AtlasMapScene  *scene)
{
  g_return_if_fail (ATLAS_IS_ITEM_LAYER (self));

  self->scene = scene;
  g_clear_object (&self->picture.texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
    self->placer = atlas_label_placer_new (basemap, language, get_text_scale (self));

  self->palette = palette;
  atlas_label_painter_clear (self->painter);
  scale_factor_changed_cb (self);
}
