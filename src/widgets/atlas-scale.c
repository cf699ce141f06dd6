// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-scale.h"

#include "atlas-mercator.h"
#include "atlas-scale-bar.h"

#define MAX_WIDTH 120.0
#define BAR_HEIGHT 6.0
#define MARGIN 6.0

struct _AtlasScale
{
  GtkWidget        parent_instance;

  ShumateViewport *viewport;
  AtlasScaleBar    bar;
  PangoLayout     *words;
};

G_DEFINE_FINAL_TYPE (AtlasScale, atlas_scale, GTK_TYPE_WIDGET)

static void
atlas_scale_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  AtlasScale *self = ATLAS_SCALE (widget);
  float       left = (float) gtk_widget_get_width (widget) - (float) self->bar.px;
  float       bottom = (float) gtk_widget_get_height (widget);
  int         text_width = 0;
  GdkRGBA     color;

  if (self->words == NULL || self->bar.px <= 0.0)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  pango_layout_get_pixel_size (self->words, &text_width, NULL);

  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (left, bottom - 2.0F, (float) self->bar.px, 2.0F));
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (left, bottom - (float) BAR_HEIGHT, 1.5F, (float) BAR_HEIGHT));
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (left + (float) self->bar.px - 1.5F, bottom - (float) BAR_HEIGHT, 1.5F, (float) BAR_HEIGHT));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (left + ((float) self->bar.px - (float) text_width) / 2.0F, 0.0F));
  gtk_snapshot_append_layout (snapshot, self->words, &color);
  gtk_snapshot_restore (snapshot);
}

static void
atlas_scale_measure (GtkWidget     *widget,
                     GtkOrientation orientation,
                     int            for_size,
                     int           *minimum,
                     int           *natural,
                     int           *minimum_baseline,
                     int           *natural_baseline)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0");
  int height = 0;

  /* The same for every scale, so that nothing moves when the map zooms. */
  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? (int) MAX_WIDTH : height + (int) MARGIN;
}

static void
atlas_scale_dispose (GObject *object)
{
  AtlasScale *self = ATLAS_SCALE (object);

  g_clear_object (&self->viewport);
  g_clear_object (&self->words);

  G_OBJECT_CLASS (atlas_scale_parent_class)->dispose (object);
}

static void
atlas_scale_class_init (AtlasScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_scale_dispose;
  widget_class->snapshot = atlas_scale_snapshot;
  widget_class->measure = atlas_scale_measure;

  gtk_widget_class_set_css_name (widget_class, "atlas-scale");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
atlas_scale_init (AtlasScale *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
atlas_scale_new (ShumateViewport *viewport)
{
  AtlasScale *self = g_object_new (ATLAS_TYPE_SCALE, NULL);

  self->viewport = g_object_ref (viewport);
  atlas_scale_update (self);

  return GTK_WIDGET (self);
}

void
atlas_scale_update (AtlasScale *self)
{
  AtlasScaleBar    bar;
  g_autofree char *words = NULL;

  g_return_if_fail (ATLAS_IS_SCALE (self));

  bar = atlas_scale_bar_fit (atlas_mercator_metres_per_px (shumate_location_get_latitude (SHUMATE_LOCATION (self->viewport)),
                                                           shumate_viewport_get_zoom_level (self->viewport)),
                             MAX_WIDTH);
  if (bar.px == self->bar.px && bar.metres == self->bar.metres)
    return;

  self->bar = bar;
  words = atlas_scale_bar_to_words (bar);
  g_clear_object (&self->words);
  self->words = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
