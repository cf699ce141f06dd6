// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-glass.h"

/* How long the last view is seen through the new one, s. */
#define FADE_TIME 0.3
/* The rim of the box, px: light on dark is seen on any ground. */
#define RIM 1.0F
/* The parts that two views are drawn in, px: pictures of this size stay in the processor's cache. */
#define CELL 256.0F

struct _AtlasMapGlass
{
  GtkWidget        parent_instance;

  gboolean         has_band;
  graphene_rect_t  band;

  GdkTexture      *view; /* (nullable): the one that fades */
  cairo_surface_t *from; /* (nullable): it fades, once @to is there, which is seen then */
  cairo_surface_t *to;
  GtkWidget       *map; /* (nullable): not drawn meanwhile */
  gint64           fade_begin;
  double           opacity;
  guint            tick;
};

G_DEFINE_FINAL_TYPE (AtlasMapGlass, atlas_map_glass, GTK_TYPE_WIDGET)

static void
snapshot_band (AtlasMapGlass *self,
               GtkSnapshot   *snapshot)
{
  static const GdkRGBA fill = { 1.0F, 1.0F, 1.0F, 0.25F };
  static const GdkRGBA dark = { 0.0F, 0.0F, 0.0F, 0.75F };
  static const GdkRGBA light = { 1.0F, 1.0F, 1.0F, 0.9F };
  GskRoundedRect       rim;
  GskRoundedRect       halo;

  gtk_snapshot_append_color (snapshot, &fill, &self->band);
  gsk_rounded_rect_init_from_rect (&rim, &self->band, 0.0F);
  gsk_rounded_rect_init_from_rect (&halo, &self->band, 0.0F);
  gsk_rounded_rect_shrink (&halo, -RIM, -RIM, -RIM, -RIM);
  gtk_snapshot_append_border (snapshot, &halo, (float[4]){ RIM, RIM, RIM, RIM }, (GdkRGBA[4]){ light, light, light, light });
  gtk_snapshot_append_border (snapshot, &rim, (float[4]){ RIM, RIM, RIM, RIM }, (GdkRGBA[4]){ dark, dark, dark, dark });
}

static void
snapshot_views (AtlasMapGlass *self,
                GtkSnapshot   *snapshot)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));

  for (float y = 0.0F; y < height; y += CELL)
    for (float x = 0.0F; x < width; x += CELL)
      {
        cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, y, MIN (CELL, width - x), MIN (CELL, height - y)));

        if (self->to != NULL)
          {
            cairo_set_source_surface (cr, self->to, 0.0, 0.0);
            cairo_paint (cr);
          }
        cairo_set_source_surface (cr, self->from, 0.0, 0.0);
        cairo_paint_with_alpha (cr, CLAMP (self->opacity, 0.0, 1.0));
        cairo_destroy (cr);
      }
}

static void
atlas_map_glass_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  AtlasMapGlass *self = ATLAS_MAP_GLASS (widget);

  if (self->view != NULL)
    {
      float width = (float) gtk_widget_get_width (widget);
      float height = (float) gtk_widget_get_height (widget);

      gtk_snapshot_push_opacity (snapshot, self->opacity);
      gtk_snapshot_append_texture (snapshot, self->view, &GRAPHENE_RECT_INIT (0.0F, 0.0F, width, height));
      gtk_snapshot_pop (snapshot);
    }

  if (self->from != NULL)
    snapshot_views (self, snapshot);
  if (self->has_band)
    snapshot_band (self, snapshot);
}

static void
clear_views (AtlasMapGlass *self)
{
  g_clear_object (&self->view);
  g_clear_pointer (&self->from, cairo_surface_destroy);
  g_clear_pointer (&self->to, cairo_surface_destroy);
  if (self->map != NULL)
    gtk_widget_set_opacity (self->map, 1.0);
  g_clear_object (&self->map);
}

static gboolean
fade_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  AtlasMapGlass *self = ATLAS_MAP_GLASS (widget);

  self->opacity = 1.0 - (double) (gdk_frame_clock_get_frame_time (clock) - self->fade_begin) / (FADE_TIME * G_USEC_PER_SEC);
  gtk_widget_queue_draw (widget);
  if (self->opacity > 0.0)
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  clear_views (self);

  return G_SOURCE_REMOVE;
}

static void
atlas_map_glass_dispose (GObject *object)
{
  clear_views (ATLAS_MAP_GLASS (object));

  G_OBJECT_CLASS (atlas_map_glass_parent_class)->dispose (object);
}

static void
atlas_map_glass_class_init (AtlasMapGlassClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_map_glass_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = atlas_map_glass_snapshot;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_map_glass_init (AtlasMapGlass *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
atlas_map_glass_new (void)
{
  return g_object_new (ATLAS_TYPE_MAP_GLASS, NULL);
}

void
atlas_map_glass_set_band (AtlasMapGlass         *self,
                          const graphene_rect_t *band)
{
  g_return_if_fail (ATLAS_IS_MAP_GLASS (self));

  self->has_band = band != NULL;
  if (band != NULL)
    graphene_rect_normalize_r (band, &self->band);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stop (AtlasMapGlass *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  self->opacity = 1.0;
  clear_views (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
start (AtlasMapGlass *self)
{
  self->fade_begin = g_get_monotonic_time ();
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fade_cb, NULL, NULL);
}

void
atlas_map_glass_fade (AtlasMapGlass *self,
                      GdkTexture    *view)
{
  g_return_if_fail (ATLAS_IS_MAP_GLASS (self));

  if (view == NULL && self->tick == 0 && self->from == NULL)
    return;

  stop (self);
  if (g_set_object (&self->view, view))
    start (self);
}

void
atlas_map_glass_cover (AtlasMapGlass   *self,
                       cairo_surface_t *from,
                       GtkWidget       *map)
{
  g_return_if_fail (ATLAS_IS_MAP_GLASS (self));
  g_return_if_fail (from != NULL && GTK_IS_WIDGET (map));

  stop (self);
  self->from = from;
  self->map = g_object_ref (map);
  gtk_widget_set_opacity (map, 0.0);
}

void
atlas_map_glass_uncover (AtlasMapGlass   *self,
                         cairo_surface_t *to)
{
  g_return_if_fail (ATLAS_IS_MAP_GLASS (self));
  g_return_if_fail (to != NULL);

  if (self->from == NULL || self->to != NULL)
    {
      cairo_surface_destroy (to);
      return;
    }

  self->to = to;
  start (self);
}
