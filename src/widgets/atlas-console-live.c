// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-console-live.h"

#include <math.h>

/* What a stage is like before there is one. */
#define USUAL_WIDTH 16.0
#define USUAL_HEIGHT 9.0
/* The least that one can tell anything from, px. */
#define LEAST_WIDTH 240
#define LEAST_HEIGHT 112
/* How strong the picture is while the hall does not see it. */
#define UNSEEN 0.35
/* Of the pointer, px. */
#define POINTER_RADIUS 9.0F

struct _AtlasConsoleLive
{
  GtkWidget          parent_instance;

  AtlasPresentation *presentation;
  GSignalGroup      *signals;
  GdkPaintable      *picture;
};

G_DEFINE_FINAL_TYPE (AtlasConsoleLive, atlas_console_live, GTK_TYPE_WIDGET)

static double
get_ratio (AtlasConsoleLive *self)
{
  double ratio = self->picture != NULL ? gdk_paintable_get_intrinsic_aspect_ratio (self->picture) : 0.0;

  return ratio > 0.0 ? ratio : USUAL_WIDTH / USUAL_HEIGHT;
}

gboolean
atlas_console_live_get_place (AtlasConsoleLive *self,
                              graphene_rect_t  *place)
{
  double width = 0;
  double height = 0;
  double ratio = 0;

  g_return_val_if_fail (ATLAS_IS_CONSOLE_LIVE (self), FALSE);

  width = gtk_widget_get_width (GTK_WIDGET (self));
  height = gtk_widget_get_height (GTK_WIDGET (self));
  ratio = get_ratio (self);
  if (width <= 0 || height <= 0)
    return FALSE;

  if (width / height > ratio)
    graphene_rect_init (place, (float) floor ((width - height * ratio) / 2.0), 0.0F, (float) floor (height * ratio), (float) height);
  else
    graphene_rect_init (place, 0.0F, (float) floor ((height - width / ratio) / 2.0), (float) width, (float) floor (width / ratio));

  return TRUE;
}

/* The hall's pointer, as it is here: its size is not that of the stage's. */
static void
snapshot_pointer (AtlasConsoleLive      *self,
                  GtkSnapshot           *snapshot,
                  const graphene_rect_t *place)
{
  AtlasPoint     pointer = atlas_presentation_get_pointer (self->presentation);
  float          x = place->origin.x + (float) pointer.x * place->size.width;
  float          y = place->origin.y + (float) pointer.y * place->size.height;
  GskRoundedRect spot;

  if (!atlas_presentation_is_pointing (self->presentation) || isnan (pointer.x) || isnan (pointer.y))
    return;

  gsk_rounded_rect_init_from_rect (&spot, &GRAPHENE_RECT_INIT (x - POINTER_RADIUS, y - POINTER_RADIUS, 2 * POINTER_RADIUS, 2 * POINTER_RADIUS),
                                   POINTER_RADIUS);
  gtk_snapshot_append_border (snapshot, &spot, (float[4]){ 3.0F, 3.0F, 3.0F, 3.0F },
                              (GdkRGBA[4]){ { 0.88F, 0.11F, 0.14F, 1.0F }, { 0.88F, 0.11F, 0.14F, 1.0F }, { 0.88F, 0.11F, 0.14F, 1.0F }, { 0.88F, 0.11F, 0.14F, 1.0F } });
}

static gboolean
is_seen (AtlasConsoleLive *self)
{
  return self->presentation == NULL ||
         (atlas_presentation_get_blank (self->presentation) == ATLAS_BLANK_NONE && !atlas_presentation_is_frozen (self->presentation));
}

static void
atlas_console_live_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  AtlasConsoleLive *self = ATLAS_CONSOLE_LIVE (widget);
  graphene_rect_t   place;
  GdkRGBA           ground; /* of the window that the stage is in */

  if (!atlas_console_live_get_place (self, &place))
    return;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "window_bg_color", &ground))
    ground = (GdkRGBA){ 0.5F, 0.5F, 0.5F, 1.0F };
  gtk_snapshot_append_color (snapshot, &ground, &place);
  if (self->picture != NULL)
    {
      if (!is_seen (self))
        gtk_snapshot_push_opacity (snapshot, UNSEEN);
      gtk_snapshot_push_clip (snapshot, &place);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &place.origin);
      gdk_paintable_snapshot (self->picture, GDK_SNAPSHOT (snapshot), (double) place.size.width, (double) place.size.height);
      gtk_snapshot_restore (snapshot);
      gtk_snapshot_pop (snapshot);
      if (!is_seen (self))
        gtk_snapshot_pop (snapshot);
    }
  if (self->presentation != NULL)
    snapshot_pointer (self, snapshot, &place);
}

/* As large as there is room for: it asks for no more than it needs, and takes what is over. */
static void
atlas_console_live_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
}

/* Keeps the hall's pointer where the presenter's is in the picture. */
static void
point (AtlasConsoleLive *self,
       double            x,
       double            y)
{
  graphene_rect_t place;

  if (self->presentation == NULL || !atlas_console_live_get_place (self, &place))
    return;

  atlas_presentation_set_pointer (self->presentation, (AtlasPoint){ (x - (double) place.origin.x) / (double) place.size.width,
                                                                    (y - (double) place.origin.y) / (double) place.size.height });
}

static void
leave_cb (AtlasConsoleLive *self)
{
  if (self->presentation != NULL)
    atlas_presentation_set_pointer (self->presentation, (AtlasPoint){ NAN, NAN });
}

static void
pointing_changed_cb (AtlasConsoleLive *self)
{
  gboolean pointing = self->presentation != NULL && atlas_presentation_is_pointing (self->presentation);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), pointing ? "crosshair" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
atlas_console_live_dispose (GObject *object)
{
  AtlasConsoleLive *self = ATLAS_CONSOLE_LIVE (object);

  if (self->signals != NULL)
    g_signal_group_set_target (self->signals, NULL);
  g_clear_object (&self->signals);
  atlas_console_live_set_picture (self, NULL);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (atlas_console_live_parent_class)->dispose (object);
}

static void
atlas_console_live_class_init (AtlasConsoleLiveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_console_live_dispose;
  widget_class->snapshot = atlas_console_live_snapshot;
  widget_class->measure = atlas_console_live_measure;

  gtk_widget_class_set_css_name (widget_class, "atlas-console-live");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
atlas_console_live_init (AtlasConsoleLive *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->signals = g_signal_group_new (ATLAS_TYPE_PRESENTATION);
  g_signal_group_connect_object (self->signals, "notify::pointing", G_CALLBACK (pointing_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->signals, "notify::pointer", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->signals, "notify::blank", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->signals, "notify::frozen", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (motion, "enter", G_CALLBACK (point), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (point), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

GtkWidget *
atlas_console_live_new (void)
{
  return g_object_new (ATLAS_TYPE_CONSOLE_LIVE, NULL);
}

void
atlas_console_live_set_presentation (AtlasConsoleLive  *self,
                                     AtlasPresentation *presentation)
{
  g_return_if_fail (ATLAS_IS_CONSOLE_LIVE (self));

  if (!g_set_object (&self->presentation, presentation))
    return;

  g_signal_group_set_target (self->signals, presentation);
  pointing_changed_cb (self);
}

void
atlas_console_live_set_picture (AtlasConsoleLive *self,
                                GdkPaintable     *picture)
{
  g_return_if_fail (ATLAS_IS_CONSOLE_LIVE (self));

  if (self->picture == picture)
    return;

  if (self->picture != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->picture, gtk_widget_queue_draw, self);
      g_signal_handlers_disconnect_by_func (self->picture, gtk_widget_queue_resize, self);
    }
  g_set_object (&self->picture, picture);
  if (picture != NULL)
    {
      g_signal_connect_object (picture, "invalidate-contents", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (picture, "invalidate-size", G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
