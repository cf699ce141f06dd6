// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tile-layer.h"

#include "atlas-basemap-source.h"
#include "atlas-mercator.h"
#include "atlas-tile-view.h"
#include "atlas-viewport.h"

#include <math.h>

/* What is kept, on a screen of scale 1: about six views of 1360 × 850 px. On finer ones it is more, but fewer tiles. */
#define MAX_SIZE ((gsize) 64 << 20)
/* Round the view, px: what a pan will show next. */
#define RING 160.0
/* How much better a level that is finer than the view is than one that is as much coarser. */
#define FINER 0.4
#define COARSER 1.0
/* Of an older look: after all others. */
#define OUTDATED 100.0
/* While tiles come in at rest, frames are this far apart: the picture is there sooner if it is not drawn at each. */
#define PATIENCE 60 /* ms */
/* Fingers that do not move for so long have come to rest, ms. */
#define DRIFT 150

typedef enum
{
  MOTION_REST,
  MOTION_HEADING, /* for the goal */
  MOTION_DRIFT,
} Motion;

struct _AtlasTileLayer
{
  ShumateLayer      parent_instance;

  AtlasBasemap     *basemap;
  AtlasPaletteId    palette;
  int               scale;
  guint             look;
  AtlasTilePainter *painter;
  AtlasTileCache   *cache;

  AtlasCamera       camera; /* for which the viewport has told that it moved */
  Motion            motion;
  AtlasCamera       goal;
  guint             drifting; /* 0: it does not */
  guint             redraw;   /* 0: none is to come */
};

G_DEFINE_FINAL_TYPE (AtlasTileLayer, atlas_tile_layer, SHUMATE_TYPE_LAYER)

static AtlasTileView
get_view (AtlasTileLayer *self,
          AtlasCamera     camera)
{
  return atlas_tile_view_from_camera (camera, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
}

static AtlasCamera
get_camera (AtlasTileLayer *self)
{
  return atlas_viewport_get_camera (shumate_layer_get_viewport (SHUMATE_LAYER (self)));
}

static void
update_wanted (AtlasTileLayer *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (AtlasTileId));
  AtlasTileView here = get_view (self, get_camera (self));

  if (self->basemap == NULL || gtk_widget_get_width (GTK_WIDGET (self)) < 1)
    return;

  switch (self->motion)
    {
    case MOTION_HEADING:
      atlas_tile_view_add_missing (get_view (self, self->goal), self->cache, self->look, ids);
      break;

    case MOTION_DRIFT:
      atlas_tile_view_add_missing (atlas_tile_view_at_zoom (here, MAX (floor (here.zoom) - 1.0, ATLAS_BASEMAP_MIN_ZOOM), 0.0),
                                   self->cache, self->look, ids);
      break;

    case MOTION_REST:
    default:
      atlas_tile_view_add_missing (here, self->cache, self->look, ids);
      atlas_tile_view_add_missing (atlas_tile_view_at_zoom (here, here.zoom, RING), self->cache, self->look, ids);
      atlas_tile_view_add_overviews (here, self->cache, self->look, ids);
    }

  atlas_tile_painter_want (self->painter, (const AtlasTileId *) (gpointer) ids->data, ids->len);
}

static void
update (AtlasTileLayer *self)
{
  update_wanted (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A viewport that moves tells of each of its properties, after all of them are set. */
static void
viewport_moved_cb (AtlasTileLayer *self)
{
  AtlasCamera camera = get_camera (self);

  if (camera.zoom == self->camera.zoom && camera.latitude == self->camera.latitude && camera.longitude == self->camera.longitude)
    return;

  self->camera = camera;
  update (self);
}

static gboolean
redraw_cb (gpointer user_data)
{
  AtlasTileLayer *self = user_data;

  self->redraw = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
tile_painted_cb (AtlasTileId      id,
                 cairo_surface_t *picture,
                 gpointer         user_data)
{
  AtlasTileLayer *self = user_data;

  atlas_tile_cache_add (self->cache, id, self->look, picture);
}

static void
tiles_painted_cb (gpointer user_data)
{
  AtlasTileLayer *self = user_data;

  if (self->motion != MOTION_REST)
    return; /* it is drawn at each step */

  if (atlas_tile_layer_is_complete (self))
    {
      atlas_tile_cache_drop (self->cache, self->look);
      g_clear_handle_id (&self->redraw, g_source_remove);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else if (self->redraw == 0)
    self->redraw = g_timeout_add (PATIENCE, redraw_cb, self);
}

/* A tile that may be drawn, and how far it is from what is seen. */
typedef struct
{
  AtlasTile *tile;
  double     distance;
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  double difference = ((const Candidate *) a)->distance - ((const Candidate *) b)->distance;

  return (difference > 0.0) - (difference < 0.0);
}

static double
get_distance (AtlasTileLayer *self,
              AtlasTile      *tile,
              double          zoom)
{
  double finer = tile->id.zoom - zoom;

  return (finer > 0.0 ? finer * FINER : -finer * COARSER) + (tile->look != self->look ? OUTDATED : 0.0);
}

/* Of the screen, in whole pixels, so that neighbours share an edge; @x, @y: where the world begins. */
static cairo_rectangle_int_t
get_tile_box (AtlasTileLayer *self,
              AtlasTileId     id,
              AtlasTileView   view,
              double          x,
              double          y)
{
  double size = ATLAS_TILE_SIZE * view.world / atlas_mercator_world_size (id.zoom) * self->scale;
  int    x0 = (int) floor (x + id.x * size + 0.5);
  int    y0 = (int) floor (y + id.y * size + 0.5);

  return (cairo_rectangle_int_t){ x0, y0, (int) floor (x + (id.x + 1) * size + 0.5) - x0, (int) floor (y + (id.y + 1) * size + 0.5) - y0 };
}

static graphene_rect_t
get_rect (const cairo_rectangle_int_t *box,
          int                          scale)
{
  return GRAPHENE_RECT_INIT ((float) box->x / (float) scale, (float) box->y / (float) scale,
                             (float) box->width / (float) scale, (float) box->height / (float) scale);
}

/* Draws what of @open the tile covers, and takes it away from that. */
static void
snapshot_tile (AtlasTileLayer              *self,
               GtkSnapshot                 *snapshot,
               AtlasTile                   *tile,
               const cairo_rectangle_int_t *box,
               cairo_region_t              *open)
{
  gboolean        by_cairo = GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self))));
  graphene_rect_t bounds = get_rect (box, self->scale);
  cairo_region_t *seen = cairo_region_create_rectangle (box);

  cairo_region_intersect (seen, open);
  for (int i = 0; i < cairo_region_num_rectangles (seen); i++)
    {
      cairo_rectangle_int_t part;
      graphene_rect_t       clip;

      cairo_region_get_rectangle (seen, i, &part);
      clip = get_rect (&part, self->scale);
      if (!graphene_rect_equal (&clip, &bounds))
        gtk_snapshot_push_clip (snapshot, &clip);
      gtk_snapshot_append_node (snapshot, atlas_tile_get_node (tile, &bounds, by_cairo));
      if (!graphene_rect_equal (&clip, &bounds))
        gtk_snapshot_pop (snapshot);
    }
  if (!cairo_region_is_empty (seen))
    atlas_tile_cache_use (self->cache, tile);
  cairo_region_subtract (open, seen);
  cairo_region_destroy (seen);
}

static GArray *
list_candidates (AtlasTileLayer *self,
                 AtlasTileView   view)
{
  GPtrArray *tiles = atlas_tile_cache_get_tiles (self->cache);
  GArray    *candidates = g_array_sized_new (FALSE, FALSE, sizeof (Candidate), tiles->len);

  for (guint i = 0; i < tiles->len; i++)
    {
      AtlasTile *tile = g_ptr_array_index (tiles, i);
      Candidate  candidate = { tile, get_distance (self, tile, view.zoom) };

      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);

  return candidates;
}

static void
atlas_tile_layer_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  AtlasTileLayer       *self = ATLAS_TILE_LAYER (widget);
  AtlasTileView         view = get_view (self, get_camera (self));
  cairo_rectangle_int_t whole = { 0, 0, gtk_widget_get_width (widget) * self->scale, gtk_widget_get_height (widget) * self->scale };
  cairo_region_t       *open = cairo_region_create_rectangle (&whole);
  graphene_rect_t       clip = get_rect (&whole, self->scale);
  g_autoptr (GArray) candidates = list_candidates (self, view);
  double x = floor (-view.x0 * self->scale + 0.5);
  double y = floor (-view.y0 * self->scale + 0.5);

  gtk_snapshot_push_clip (snapshot, &clip);
  for (guint i = 0; i < candidates->len && !cairo_region_is_empty (open); i++)
    {
      AtlasTile            *tile = g_array_index (candidates, Candidate, i).tile;
      cairo_rectangle_int_t box = get_tile_box (self, tile->id, view, x, y);

      if (box.width > 0 && box.height > 0 && cairo_region_contains_rectangle (open, &box) != CAIRO_REGION_OVERLAP_OUT)
        snapshot_tile (self, snapshot, tile, &box, open);
    }
  gtk_snapshot_pop (snapshot);
  cairo_region_destroy (open);
}

static void
atlas_tile_layer_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  GTK_WIDGET_CLASS (atlas_tile_layer_parent_class)->size_allocate (widget, width, height, baseline);

  update_wanted (ATLAS_TILE_LAYER (widget));
}

static void
renew_look (AtlasTileLayer *self)
{
  self->scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  self->look++;
  atlas_tile_cache_set_max_size (self->cache, MAX_SIZE * (gsize) (1 + self->scale) / 2);
  atlas_tile_painter_set_look (self->painter, self->basemap, self->palette, self->scale);
  update (self);
}

static void
atlas_tile_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (atlas_tile_layer_parent_class)->constructed (object);

  atlas_viewport_connect_moved (shumate_layer_get_viewport (SHUMATE_LAYER (object)), G_CALLBACK (viewport_moved_cb), object);
}

static void
atlas_tile_layer_dispose (GObject *object)
{
  AtlasTileLayer *self = ATLAS_TILE_LAYER (object);

  g_clear_handle_id (&self->drifting, g_source_remove);
  g_clear_handle_id (&self->redraw, g_source_remove);
  g_clear_pointer (&self->painter, atlas_tile_painter_free);
  g_clear_pointer (&self->basemap, atlas_basemap_unref);

  G_OBJECT_CLASS (atlas_tile_layer_parent_class)->dispose (object);
}

static void
atlas_tile_layer_finalize (GObject *object)
{
  g_clear_pointer (&ATLAS_TILE_LAYER (object)->cache, atlas_tile_cache_free);

  G_OBJECT_CLASS (atlas_tile_layer_parent_class)->finalize (object);
}

static void
atlas_tile_layer_class_init (AtlasTileLayerClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = atlas_tile_layer_constructed;
  object_class->dispose = atlas_tile_layer_dispose;
  object_class->finalize = atlas_tile_layer_finalize;

  widget_class->size_allocate = atlas_tile_layer_size_allocate;
  widget_class->snapshot = atlas_tile_layer_snapshot;
}

static void
atlas_tile_layer_init (AtlasTileLayer *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  self->scale = 1;
  self->cache = atlas_tile_cache_new (MAX_SIZE);
  self->painter = atlas_tile_painter_new (tile_painted_cb, tiles_painted_cb, self);
  g_signal_connect_object (self, "notify::scale-factor", G_CALLBACK (renew_look), self, G_CONNECT_DEFAULT);
}

AtlasTileLayer *
atlas_tile_layer_new (ShumateViewport *viewport)
{
  return g_object_new (ATLAS_TYPE_TILE_LAYER, "viewport", viewport, NULL);
}

void
atlas_tile_layer_set_look (AtlasTileLayer *self,
                           AtlasBasemap   *basemap,
                           AtlasPaletteId  palette)
{
  gboolean is_other;

  g_return_if_fail (ATLAS_IS_TILE_LAYER (self));

  is_other = basemap != self->basemap;
  if (basemap != NULL)
    atlas_basemap_ref (basemap);
  g_clear_pointer (&self->basemap, atlas_basemap_unref);
  self->basemap = basemap;
  self->palette = palette;
  renew_look (self);
  if (is_other)
    atlas_tile_cache_drop (self->cache, self->look);
}

static void
set_motion (AtlasTileLayer *self,
            Motion          motion)
{
  g_clear_handle_id (&self->drifting, g_source_remove);
  self->motion = motion;
  atlas_tile_painter_set_modest (self->painter, motion != MOTION_REST);
  update (self);
}

void
atlas_tile_layer_head_for (AtlasTileLayer *self,
                           AtlasCamera     camera)
{
  g_return_if_fail (ATLAS_IS_TILE_LAYER (self));

  self->goal = camera;
  set_motion (self, MOTION_HEADING);
}

static gboolean
drifted_cb (gpointer user_data)
{
  AtlasTileLayer *self = user_data;

  self->drifting = 0;
  set_motion (self, MOTION_REST);

  return G_SOURCE_REMOVE;
}

void
atlas_tile_layer_drift (AtlasTileLayer *self)
{
  g_return_if_fail (ATLAS_IS_TILE_LAYER (self));

  set_motion (self, MOTION_DRIFT);
  self->drifting = g_timeout_add (DRIFT, drifted_cb, self);
}

void
atlas_tile_layer_rest (AtlasTileLayer *self)
{
  g_return_if_fail (ATLAS_IS_TILE_LAYER (self));

  if (self->motion != MOTION_REST)
    set_motion (self, MOTION_REST);
}

gboolean
atlas_tile_layer_is_complete (AtlasTileLayer *self)
{
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (AtlasTileId));

  g_return_val_if_fail (ATLAS_IS_TILE_LAYER (self), FALSE);

  atlas_tile_view_add_missing (get_view (self, get_camera (self)), self->cache, self->look, missing);

  return missing->len == 0;
}

gsize
atlas_tile_layer_get_size (AtlasTileLayer *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_LAYER (self), 0);

  return atlas_tile_cache_get_size (self->cache);
}

guint
atlas_tile_layer_get_pending (AtlasTileLayer *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_LAYER (self), 0);

  return atlas_tile_painter_get_pending (self->painter);
}
