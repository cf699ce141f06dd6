// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-stage-pointer.h"

#include <math.h>

/* Of the spot, in heights of the stage. */
#define RADIUS 0.011
#define GLOW 0.034

struct _AtlasStagePointer
{
  GtkWidget  parent_instance;

  AtlasPoint place;
};

G_DEFINE_FINAL_TYPE (AtlasStagePointer, atlas_stage_pointer, GTK_TYPE_WIDGET)

/* A red core with a white rim is seen on any ground. */
static void
atlas_stage_pointer_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  static const GskColorStop glow[] = {
    { 0.0F, { 0.93F, 0.10F, 0.08F, 0.55F } },
    { 0.45F, { 0.93F, 0.10F, 0.08F, 0.22F } },
    { 1.0F, { 0.93F, 0.10F, 0.08F, 0.0F } },
  };
  static const GdkRGBA core = { 0.90F, 0.08F, 0.06F, 1.0F };
  static const GdkRGBA rim = { 1.0F, 1.0F, 1.0F, 0.95F };
  AtlasStagePointer   *self = ATLAS_STAGE_POINTER (widget);
  float                width = (float) gtk_widget_get_width (widget);
  float                height = (float) gtk_widget_get_height (widget);
  float                x = (float) self->place.x * width;
  float                y = (float) self->place.y * height;
  float                radius = (float) MAX (RADIUS * (double) height, 5.0);
  float                reach = (float) MAX (GLOW * (double) height, 14.0);
  GskRoundedRect       spot;

  if (isnan (self->place.x) || isnan (self->place.y))
    return;

  gtk_snapshot_append_radial_gradient (snapshot, &GRAPHENE_RECT_INIT (x - reach, y - reach, 2.0F * reach, 2.0F * reach),
                                       &GRAPHENE_POINT_INIT (x, y), reach, reach, 0.0F, 1.0F, glow, G_N_ELEMENTS (glow));
  gsk_rounded_rect_init_from_rect (&spot, &GRAPHENE_RECT_INIT (x - radius, y - radius, 2.0F * radius, 2.0F * radius), radius);
  gtk_snapshot_push_rounded_clip (snapshot, &spot);
  gtk_snapshot_append_color (snapshot, &core, &spot.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &spot, (float[4]){ 2.0F, 2.0F, 2.0F, 2.0F }, (GdkRGBA[4]){ rim, rim, rim, rim });
}

static void
atlas_stage_pointer_class_init (AtlasStagePointerClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = atlas_stage_pointer_snapshot;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_stage_pointer_init (AtlasStagePointer *self)
{
  self->place = (AtlasPoint){ (double) NAN, (double) NAN };
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
atlas_stage_pointer_new (void)
{
  return g_object_new (ATLAS_TYPE_STAGE_POINTER, NULL);
}

void
atlas_stage_pointer_set_place (AtlasStagePointer *self,
                               AtlasPoint         place)
{
  g_return_if_fail (ATLAS_IS_STAGE_POINTER (self));

  self->place = place;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
