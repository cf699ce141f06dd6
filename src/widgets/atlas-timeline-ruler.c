// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-ruler.h"

#include <math.h>

#define FLAG_REACH 22.0 /* px from a date's middle that its flag takes the pointer */

struct _AtlasTimelineRuler
{
  GtkWidget             parent_instance;

  AtlasTimelineAxis    *axis;
  AtlasSession         *session;
  AtlasTimelinePainter *painter;
  guint                 font_serial;
  AtlasTimeSpan         clock; /* before the first of two presses */
  AtlasClockMode        clock_mode;
};

G_DEFINE_FINAL_TYPE (AtlasTimelineRuler, atlas_timeline_ruler, GTK_TYPE_WIDGET)

/* Everywhere on the ruler the clock comes to the pointer, unless it is on the flag of the comparison. */
static AtlasTimelineHandle
pick_handle (GtkWidget *widget,
             double     x,
             double     y)
{
  AtlasTimelineRuler *self = ATLAS_TIMELINE_RULER (widget);
  AtlasTimelineHandle handle = atlas_timeline_axis_find_handle (self->axis, x - ATLAS_TIMELINE_GUTTER, FLAG_REACH);

  return handle == ATLAS_TIMELINE_HANDLE_COMPARISON ? handle : ATLAS_TIMELINE_HANDLE_CLOCK;
}

static void
pressed_cb (GtkGestureClick    *gesture,
            int                 n_press,
            double              x,
            double              y,
            AtlasTimelineRuler *self)
{
  if (n_press != 1 || self->session == NULL)
    return;

  self->clock = atlas_session_get_clock (self->session);
  self->clock_mode = atlas_session_get_clock_mode (self->session);
}

/* Two presses show all dates. The first of them has moved the clock, which nobody meant then. */
static void
released_cb (GtkGestureClick    *gesture,
             int                 n_press,
             double              x,
             double              y,
             AtlasTimelineRuler *self)
{
  if (n_press != 2 || self->session == NULL)
    return;

  if (!atlas_time_span_is_empty (self->clock))
    atlas_session_set_clock (self->session, self->clock);
  atlas_session_set_clock_mode (self->session, self->clock_mode);
  atlas_timeline_axis_zoom (self->axis, 0, -1.0);
}

static void
atlas_timeline_ruler_css_changed (GtkWidget         *widget,
                                  GtkCssStyleChange *change)
{
  AtlasTimelineRuler *self = ATLAS_TIMELINE_RULER (widget);
  guint               serial = pango_context_get_serial (gtk_widget_get_pango_context (widget));

  GTK_WIDGET_CLASS (atlas_timeline_ruler_parent_class)->css_changed (widget, change);

  if (serial != self->font_serial)
    {
      self->font_serial = serial;
      atlas_timeline_painter_set_language (self->painter, NULL); /* measures the font anew */
      gtk_widget_queue_resize (widget);
    }
  gtk_widget_queue_draw (widget);
}

static void
atlas_timeline_ruler_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  AtlasTimelineRuler *self = ATLAS_TIMELINE_RULER (widget);
  AtlasTimelineFrame  frame = { 0 };
  cairo_t            *cr = NULL;

  if (self->session == NULL || atlas_timeline_axis_get_width (self->axis) <= 0.0)
    return;

  frame = atlas_timeline_axis_get_frame (self->axis, widget, gtk_widget_get_height (widget));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
  atlas_timeline_painter_paint_ruler (self->painter, cr, &frame);
  cairo_destroy (cr);
}

static void
atlas_timeline_ruler_measure (GtkWidget     *widget,
                              GtkOrientation orientation,
                              int            for_size,
                              int           *minimum,
                              int           *natural,
                              int           *minimum_baseline,
                              int           *natural_baseline)
{
  AtlasTimelineRuler *self = ATLAS_TIMELINE_RULER (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : (int) ceil (atlas_timeline_painter_get_ruler_height (self->painter));
}

static void
atlas_timeline_ruler_dispose (GObject *object)
{
  g_clear_object (&ATLAS_TIMELINE_RULER (object)->session);

  G_OBJECT_CLASS (atlas_timeline_ruler_parent_class)->dispose (object);
}

static void
atlas_timeline_ruler_finalize (GObject *object)
{
  AtlasTimelineRuler *self = ATLAS_TIMELINE_RULER (object);

  g_clear_object (&self->axis);
  g_clear_pointer (&self->painter, atlas_timeline_painter_free);

  G_OBJECT_CLASS (atlas_timeline_ruler_parent_class)->finalize (object);
}

static void
atlas_timeline_ruler_class_init (AtlasTimelineRulerClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_timeline_ruler_dispose;
  object_class->finalize = atlas_timeline_ruler_finalize;
  widget_class->css_changed = atlas_timeline_ruler_css_changed;
  widget_class->snapshot = atlas_timeline_ruler_snapshot;
  widget_class->measure = atlas_timeline_ruler_measure;

  gtk_widget_class_set_css_name (widget_class, "atlas-timeline-ruler");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_timeline_ruler_init (AtlasTimelineRuler *self)
{
  self->painter = atlas_timeline_painter_new (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "ew-resize");
}

GtkWidget *
atlas_timeline_ruler_new (AtlasTimelineAxis *axis)
{
  AtlasTimelineRuler *self = g_object_new (ATLAS_TYPE_TIMELINE_RULER, NULL);
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *scrub = NULL;

  self->axis = g_object_ref (axis);
  atlas_timeline_axis_add_controllers (axis, GTK_WIDGET (self));
  scrub = atlas_timeline_axis_add_scrubbing (axis, GTK_WIDGET (self), pick_handle);

  /* Added last it sees a press first. */
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (click, scrub);

  return GTK_WIDGET (self);
}

void
atlas_timeline_ruler_set_session (AtlasTimelineRuler *self,
                                  AtlasSession       *session)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_RULER (self));

  if (g_set_object (&self->session, session))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
