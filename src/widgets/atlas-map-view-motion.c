// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#include "atlas-mercator.h"

/* In these times a zoom and a glide come nearer to their ends by all but 1/e of the way, s. */
#define ZOOM_TIME 0.09
#define STEP_TIME 0.1
#define FLING_TIME 0.325
/* Nearer than this is there. */
#define NEAR_ZOOM 0.003
#define NEAR 0.3 /* px */
/* How fast the map goes while an arrow key is held, px/s; the Shift key's factor is the same as for a step. */
#define HELD_SPEED 800.0
/* Longer flights are cut, to a fade: ten screens over the ground, for example, or nine zoom steps. */
#define LONGEST_FLIGHT 4.4
/* A frame that comes late does not take a jump in a flight, and no great one elsewhere, s. */
#define LONGEST_FRAME 0.06
#define LONGEST_PAUSE 0.25
/* A flight of which so many frames come later than this is cut: jerks are worse than none, but only a very slow machine has them. */
#define LATE 0.2 /* s */
#define MANY_LATE 4
/* Of where a flight will be so much later, items are painted meanwhile, s. */
#define AHEAD 0.12
/* Where it lands they are painted so long before. */
#define LAST_AHEAD 0.2
/* A view that is faded to is waited for, but not for longer than this. */
#define LONGEST_WAIT 300000 /* µs */
#define WAIT_STEP 16        /* ms */

/* Tells the layers that the view is on its way to @goal, or at rest. */
static void
set_goal (AtlasMapView      *self,
          const AtlasCamera *goal)
{
  atlas_item_layer_set_on_way (self->items, goal != NULL);
  if (goal != NULL)
    atlas_tile_layer_head_for (self->tiles, *goal);
  else
    atlas_tile_layer_rest (self->tiles);
}

static gboolean
is_at_rest (const AtlasMapMotion *motion)
{
  return !motion->is_flying && !motion->is_zooming && motion->held == 0 && motion->glide_x == 0.0 && motion->glide_y == 0.0;
}

static double
ease (double time)
{
  return time * time * (3.0 - 2.0 * time);
}

/* What is seen soon is painted meanwhile. */
static void
look_ahead (AtlasMapView *self)
{
  const AtlasMapMotion *motion = &self->motion;
  double                duration = atlas_flight_get_duration (&motion->flight);
  gboolean              is_last = motion->flown + LAST_AHEAD / duration >= 1.0;
  double                ahead = is_last ? 1.0 : ease (motion->flown + AHEAD / duration);

  atlas_item_layer_look_ahead (self->items, atlas_flight_at (&motion->flight, ahead), is_last);
}

static void
fly (AtlasMapView *self,
     double        passed)
{
  AtlasMapMotion *motion = &self->motion;

  motion->n_late += passed > LATE;
  motion->flown += MIN (passed, LONGEST_FRAME) / atlas_flight_get_duration (&motion->flight);
  if (motion->n_late >= MANY_LATE)
    motion->flown = 1.0;
  atlas_map_view_look (self, atlas_flight_at (&motion->flight, ease (CLAMP (motion->flown, 0.0, 1.0))), FALSE);
  if (motion->flown < 1.0)
    {
      look_ahead (self);
      return;
    }

  motion->is_flying = FALSE;
  atlas_item_layer_set_flying (self->items, FALSE);
  atlas_map_view_arrived (self);
}

/* What is at @x, @y px stays there. */
static AtlasCamera
zoom_about (AtlasMapView *self,
            AtlasCamera   camera,
            double        zoom,
            double        x,
            double        y)
{
  double closeness = 1.0 / atlas_mercator_world_size (camera.zoom) - 1.0 / atlas_mercator_world_size (zoom);
  double dx = x - gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  double dy = y - gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  camera.zoom = zoom;

  return dx == 0.0 && dy == 0.0 ? camera : atlas_map_view_shift_camera (camera, dx * closeness, dy * closeness);
}

static AtlasCamera
step_zoom (AtlasMapView *self,
           AtlasCamera   camera,
           double        passed)
{
  AtlasMapMotion *motion = &self->motion;
  double          zoom = motion->zoom + (camera.zoom - motion->zoom) * exp (-passed / ZOOM_TIME);

  if (!motion->is_zooming)
    return camera;

  if (ABS (zoom - motion->zoom) < NEAR_ZOOM)
    {
      motion->is_zooming = FALSE;
      zoom = motion->zoom;
    }

  return zoom_about (self, camera, zoom, motion->anchor_x, motion->anchor_y);
}

/* Takes from what is to go what goes in this frame. */
static double
take (double *to_go,
      double  passed,
      double  time)
{
  double whole = *to_go;

  if (whole == 0.0)
    return 0.0;

  *to_go *= exp (-passed / time);
  if (ABS (*to_go) < NEAR)
    *to_go = 0.0;

  return whole - *to_go;
}

static AtlasCamera
step_glide (AtlasMapView *self,
            AtlasCamera   camera,
            double        passed)
{
  AtlasMapMotion *motion = &self->motion;
  double          world = atlas_mercator_world_size (camera.zoom);
  double          dx = 0.0;
  double          dy = 0.0;

  if (motion->held != 0)
    {
      double way = HELD_SPEED * motion->held_factor * passed;

      dx = way * (((motion->held & ATLAS_MAP_HELD_EAST) != 0) - ((motion->held & ATLAS_MAP_HELD_WEST) != 0));
      dy = way * (((motion->held & ATLAS_MAP_HELD_SOUTH) != 0) - ((motion->held & ATLAS_MAP_HELD_NORTH) != 0));
      motion->held_x += dx;
      motion->held_y += dy;
    }

  dx += take (&motion->glide_x, passed, motion->glide_time);
  dy += take (&motion->glide_y, passed, motion->glide_time);

  return dx == 0.0 && dy == 0.0 ? camera : atlas_map_view_shift_camera (camera, dx / world, dy / world);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  AtlasMapView   *self = user_data;
  AtlasMapMotion *motion = &self->motion;
  gint64          now = gdk_frame_clock_get_frame_time (clock);
  double          passed = CLAMP ((double) (now - motion->time) / G_USEC_PER_SEC, 0.0, LONGEST_PAUSE);

  motion->time = now;
  if (motion->is_flying)
    fly (self, passed);
  else
    atlas_map_view_look (self, step_glide (self, step_zoom (self, atlas_map_view_get_camera (self), passed), passed), TRUE);

  if (!is_at_rest (motion))
    return G_SOURCE_CONTINUE;

  motion->tick = 0;
  set_goal (self, NULL);
  return G_SOURCE_REMOVE;
}

static void
start (AtlasMapView *self)
{
  AtlasMapMotion *motion = &self->motion;

  if (motion->tick != 0)
    return;

  motion->time = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  motion->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->map), tick_cb, self, NULL);
}

gboolean
atlas_map_view_can_animate (AtlasMapView *self)
{
  gboolean enabled = FALSE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled, NULL);

  return enabled && gtk_widget_get_mapped (GTK_WIDGET (self));
}

void
atlas_map_view_rest (AtlasMapView *self)
{
  AtlasMapMotion *motion = &self->motion;

  if (motion->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->map), motion->tick);
  atlas_item_layer_set_flying (self->items, FALSE);
  g_clear_handle_id (&motion->wait, g_source_remove);
  *motion = (AtlasMapMotion){ .held = motion->held, .held_factor = motion->held_factor };
  set_goal (self, NULL);
}

void
atlas_map_view_stop (AtlasMapView *self)
{
  gboolean was_flying = self->motion.is_flying;

  atlas_map_view_rest (self);
  if (was_flying)
    atlas_map_view_look (self, atlas_map_view_get_camera (self), TRUE);
}

/* The map as it was seen last. */
static GdkTexture *
take_texture (AtlasMapView *self,
              GskRenderer  *renderer)
{
  int          width = gtk_widget_get_width (GTK_WIDGET (self->map));
  int          height = gtk_widget_get_height (GTK_WIDGET (self->map));
  int          scale = gtk_widget_get_scale_factor (GTK_WIDGET (self->map));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self->map));
  g_autoptr (GskRenderNode) node = NULL;

  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);

  return node != NULL ? gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0.0F, 0.0F, (float) (width * scale), (float) (height * scale))) : NULL;
}

/* The map as it is to be seen now, whether it was drawn since or not. */
static GskRenderNode *
create_node (AtlasMapView *self)
{
  GtkWidget   *map = GTK_WIDGET (self->map);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  double       opacity = gtk_widget_get_opacity (map);

  gtk_widget_set_opacity (map, 1.0);
  gtk_widget_snapshot_child (gtk_widget_get_parent (map), map, snapshot);
  gtk_widget_set_opacity (map, opacity);

  return gtk_snapshot_free_to_node (snapshot);
}

static cairo_surface_t *
take_image (AtlasMapView *self)
{
  int              scale = gtk_widget_get_scale_factor (GTK_WIDGET (self->map));
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, gtk_widget_get_width (GTK_WIDGET (self->map)) * scale,
                                                       gtk_widget_get_height (GTK_WIDGET (self->map)) * scale);
  cairo_t         *cr;
  g_autoptr (GskRenderNode) node = create_node (self);

  cairo_surface_set_device_scale (image, scale, scale);
  cr = cairo_create (image);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);

  return image;
}

/* The old view stands until the new one has its tiles. */
static gboolean
wait_cb (gpointer user_data)
{
  AtlasMapView *self = user_data;

  if (!atlas_tile_layer_is_complete (self->tiles) && g_get_monotonic_time () - self->motion.wait_begin < LONGEST_WAIT)
    return G_SOURCE_CONTINUE;

  self->motion.wait = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self->map)))
    atlas_map_glass_uncover (self->glass, take_image (self));
  else
    atlas_map_glass_fade (self->glass, NULL);

  return G_SOURCE_REMOVE;
}

/* Where a flight would take too long one view turns into the other. Without a graphics card two pictures do that: the map would
 * take longer to draw than a frame lasts. */
static void
cross_fade (AtlasMapView *self,
            AtlasCamera   to)
{
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self)));

  if (GSK_IS_CAIRO_RENDERER (renderer) && self->online == NULL)
    {
      cairo_surface_t *from = take_image (self);

      atlas_map_view_look (self, to, FALSE);
      atlas_map_view_arrived (self);
      atlas_map_glass_cover (self->glass, from, GTK_WIDGET (self->map));
      self->motion.wait_begin = g_get_monotonic_time ();
      self->motion.wait = g_timeout_add (WAIT_STEP, wait_cb, self);
    }
  else
    {
      g_autoptr (GdkTexture) texture = take_texture (self, renderer);

      atlas_map_view_look (self, to, FALSE);
      atlas_map_view_arrived (self);
      atlas_map_glass_fade (self->glass, texture);
    }
}

void
atlas_map_view_fly (AtlasMapView *self,
                    AtlasCamera   to)
{
  AtlasMapMotion *motion = &self->motion;
  double          size = MAX (gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  AtlasFlight     flight = atlas_flight_plan (atlas_map_view_get_camera (self), to, MAX (size, 1.0), ATLAS_BASEMAP_MIN_ZOOM);

  atlas_map_glass_fade (self->glass, NULL);
  if (flight.length > LONGEST_FLIGHT)
    {
      cross_fade (self, to);
      return;
    }

  motion->flight = flight;
  motion->flown = 0.0;
  motion->n_late = 0;
  motion->is_flying = TRUE;
  atlas_item_layer_set_flying (self->items, TRUE);
  look_ahead (self);
  set_goal (self, &to);
  start (self);
}

void
atlas_map_view_zoom_at (AtlasMapView *self,
                        double        steps,
                        double        x,
                        double        y)
{
  AtlasMapMotion *motion = &self->motion;
  AtlasCamera     goal;
  double          from = 0.0;

  if (motion->is_flying)
    atlas_map_view_stop (self);

  from = motion->is_zooming ? motion->zoom : atlas_map_view_get_camera (self).zoom;
  motion->zoom = CLAMP (from + steps, ATLAS_BASEMAP_MIN_ZOOM, ATLAS_BASEMAP_MAX_ZOOM);
  motion->anchor_x = x;
  motion->anchor_y = y;
  motion->is_zooming = atlas_map_view_can_animate (self);
  goal = zoom_about (self, atlas_map_view_get_camera (self), motion->zoom, x, y);
  if (!motion->is_zooming)
    {
      atlas_map_view_look (self, goal, TRUE);
      return;
    }

  set_goal (self, &goal);
  start (self);
}

void
atlas_map_view_zoom_to (AtlasMapView *self,
                        double        zoom,
                        double        x,
                        double        y)
{
  zoom = CLAMP (zoom, ATLAS_BASEMAP_MIN_ZOOM, ATLAS_BASEMAP_MAX_ZOOM);
  atlas_tile_layer_drift (self->tiles);
  atlas_map_view_look (self, zoom_about (self, atlas_map_view_get_camera (self), zoom, x, y), TRUE);
}

void
atlas_map_view_shift (AtlasMapView *self,
                      double        dx,
                      double        dy)
{
  AtlasCamera camera = atlas_map_view_get_camera (self);
  double      world = atlas_mercator_world_size (camera.zoom);

  atlas_map_view_look (self, atlas_map_view_shift_camera (camera, dx / world, dy / world), TRUE);
}

void
atlas_map_view_fling (AtlasMapView *self,
                      double        speed_x,
                      double        speed_y)
{
  AtlasMapMotion *motion = &self->motion;

  if (!atlas_map_view_can_animate (self))
    return;

  motion->glide_x = speed_x * FLING_TIME;
  motion->glide_y = speed_y * FLING_TIME;
  motion->glide_time = FLING_TIME;
  start (self);
}

/* While an arrow key is held the map goes on evenly, whatever the keyboard's own repeating does. */
void
atlas_map_view_pan (AtlasMapView *self,
                    double        dx,
                    double        dy)
{
  AtlasMapMotion *motion = &self->motion;

  if (motion->is_flying)
    atlas_map_view_stop (self);

  if (!atlas_map_view_can_animate (self))
    {
      atlas_map_view_shift (self, dx, dy);
      return;
    }

  if (motion->held == 0)
    {
      motion->glide_x += dx;
      motion->glide_y += dy;
    }
  motion->glide_time = STEP_TIME;
  start (self);
}

void
atlas_map_view_hold (AtlasMapView *self,
                     guint         keys,
                     double        factor)
{
  AtlasMapMotion *motion = &self->motion;

  if (motion->held == 0)
    motion->held_x = motion->held_y = 0.0;
  motion->held |= keys;
  motion->held_factor = factor;
}

/* What is left of a step when its key is let go; a longer way runs out. */
static double
get_rest (double gone,
          double direction,
          double step)
{
  return direction * (ABS (gone) < step ? step - ABS (gone) : step / 3.0);
}

void
atlas_map_view_release (AtlasMapView *self,
                        guint         keys)
{
  AtlasMapMotion *motion = &self->motion;
  guint           released = motion->held & keys;
  double          step = ATLAS_MAP_PAN_STEP * motion->held_factor;

  motion->held &= ~keys;
  if (released == 0 || motion->tick == 0)
    return;

  motion->glide_time = STEP_TIME;
  if ((released & (ATLAS_MAP_HELD_EAST | ATLAS_MAP_HELD_WEST)) != 0)
    motion->glide_x += get_rest (motion->held_x, (released & ATLAS_MAP_HELD_EAST) != 0 ? 1.0 : -1.0, step);
  if ((released & (ATLAS_MAP_HELD_SOUTH | ATLAS_MAP_HELD_NORTH)) != 0)
    motion->glide_y += get_rest (motion->held_y, (released & ATLAS_MAP_HELD_SOUTH) != 0 ? 1.0 : -1.0, step);
}
