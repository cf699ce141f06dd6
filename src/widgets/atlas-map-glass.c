// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-glass.h"

/* How long the last view is seen through the new one, s. */
#define FADE_TIME 0.3
/* The rim of the box, px: light on dark is seen on any ground. */
#define RIM 1.0F

struct _AtlasMapGlass
{
  GtkWidget       parent_instance;

  gboolean        has_band;
  graphene_rect_t band;

  GdkTexture     *view; /* (nullable): the one that fades */
  gint64          fade_begin;
  double          opacity;
  guint           tick;
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

  if (self->has_band)
    snapshot_band (self, snapshot);
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
  g_clear_object (&self->view);

  return G_SOURCE_REMOVE;
}

static void
atlas_map_glass_finalize (GObject *object)
{
  AtlasMapGlass *self = ATLAS_MAP_GLASS (object);

  g_clear_object (&self->view);

  G_OBJECT_CLASS (atlas_map_glass_parent_class)->finalize (object);
}

static void
atlas_map_glass_class_init (AtlasMapGlassClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_map_glass_finalize;
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

void
atlas_map_glass_fade (AtlasMapGlass *self,
                      GdkTexture    *view)
{
  g_return_if_fail (ATLAS_IS_MAP_GLASS (self));

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  self->opacity = 1.0;

  g_set_object (&self->view, view);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (view == NULL)
    return;

  self->fade_begin = g_get_monotonic_time ();
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fade_cb, NULL, NULL);
}
