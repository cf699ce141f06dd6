// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-ruler.h"

#include "atlas-clock-slider.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define FLAG_REACH 22.0 /* px from a date's middle that its flag takes the pointer */

struct _AtlasTimelineRuler
{
  GtkWidget             parent_instance;

  AtlasTimelineAxis    *axis;
  AtlasSession         *session;
  AtlasTimelinePainter *painter;
  GtkWidget            *slider; /* over the flag of the clock */
  guint                 font_serial;
  AtlasTimeSpan         clock; /* before the first of two presses */
  AtlasClockMode        clock_mode;
};

G_DEFINE_FINAL_TYPE (AtlasTimelineRuler, atlas_timeline_ruler, GTK_TYPE_WIDGET)

/* The flags, of the clock and of the comparison. */
static void
get_flags (AtlasTimelineRuler *self,
           AtlasTimelineFlag   flags[2])
{
  AtlasTimelineFrame frame = atlas_timeline_axis_get_frame (self->axis, GTK_WIDGET (self), gtk_widget_get_height (GTK_WIDGET (self)));

  atlas_timeline_painter_get_flags (self->painter, &frame, flags);
}

/* Which flag @x is on: 0, the clock's; 1, the comparison's; -1: none. */
static int
find_flag (AtlasTimelineRuler     *self,
           double                  x,
           const AtlasTimelineFlag flags[2])
{
  x -= ATLAS_TIMELINE_GUTTER;
  for (int i = 0; i < 2; i++)
    if (x >= flags[i].x && x < flags[i].x + flags[i].width)
      return i;

  return -1;
}

/* Brings a date into the middle of the view. */
static void
go_to (AtlasTimelineRuler *self,
       AtlasTimeSpan       date)
{
  AtlasTimeScale scale = atlas_timeline_axis_get_aim (self->axis);

  scale.begin = (date.begin + (double) date.end) / 2.0 - atlas_timeline_axis_get_width (self->axis) / scale.px_per_day / 2.0;
  atlas_timeline_axis_glide_to (self->axis, scale);
}

/* Everywhere on the ruler the clock comes to the pointer, unless it is on a flag: that is dragged from where it is. */
static AtlasTimelineHandle
pick_handle (GtkWidget *widget,
             double     x,
             double     y)
{
  static const AtlasTimelineHandle handles[] = { ATLAS_TIMELINE_HANDLE_FLAG, ATLAS_TIMELINE_HANDLE_COMPARISON };
  AtlasTimelineRuler              *self = ATLAS_TIMELINE_RULER (widget);
  AtlasTimelineFlag                flags[2];
  int                              found;

  get_flags (self, flags);
  found = find_flag (self, x, flags);
  if (found >= 0)
    return handles[found];
  if (atlas_timeline_axis_find_handle (self->axis, x - ATLAS_TIMELINE_GUTTER, FLAG_REACH) == ATLAS_TIMELINE_HANDLE_COMPARISON)
    return ATLAS_TIMELINE_HANDLE_COMPARISON;

  return ATLAS_TIMELINE_HANDLE_CLOCK;
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

/* A flag at the side, whose date is out of view, leads there. */
static void
follow_flag (AtlasTimelineRuler *self,
             double              x)
{
  AtlasTimelineFlag flags[2];
  int               found;

  get_flags (self, flags);
  found = find_flag (self, x, flags);
  if (found >= 0 && flags[found].away != 0)
    go_to (self, found == 0 ? atlas_session_get_clock (self->session) : atlas_session_get_comparison (self->session));
}

/* Two presses show all dates. The first of them has moved the clock, which nobody meant then. */
static void
released_cb (GtkGestureClick    *gesture,
             int                 n_press,
             double              x,
             double              y,
             AtlasTimelineRuler *self)
{
  if (self->session == NULL)
    return;

  if (n_press == 1)
    follow_flag (self, x);
  if (n_press != 2)
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

/* Round the flag: the slider that has the focus draws nothing. */
static void
snapshot_focus (AtlasTimelineRuler *self,
                GtkSnapshot        *snapshot)
{
  AtlasTimelineFlag flags[2];
  GskRoundedRect    ring;
  GdkRGBA           color;

  get_flags (self, flags);
  gtk_style_context_get_color (gtk_widget_get_style_context (self->slider), &color);
  gsk_rounded_rect_init_from_rect (&ring, &GRAPHENE_RECT_INIT ((float) (flags[0].x + ATLAS_TIMELINE_GUTTER - 2.0), 0.0F, (float) (flags[0].width + 4.0), (float) (flags[0].height + 4.0)), 2.0F);
  gtk_snapshot_append_border (snapshot, &ring, (const float[4]){ 2.0F, 2.0F, 2.0F, 2.0F }, (const GdkRGBA[4]){ color, color, color, color });
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
  if (atlas_clock_slider_shows_focus (ATLAS_CLOCK_SLIDER (self->slider)))
    snapshot_focus (self, snapshot);
}

static void
atlas_timeline_ruler_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  GtkWidget *slider = ATLAS_TIMELINE_RULER (widget)->slider;
  int        least_width, least_height;

  gtk_widget_measure (slider, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (slider, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (slider, &(GtkAllocation){ 0, 0, MAX (width, least_width), MAX (height, least_height) }, -1);
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
  g_clear_pointer (&ATLAS_TIMELINE_RULER (object)->slider, gtk_widget_unparent);

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
  widget_class->size_allocate = atlas_timeline_ruler_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "atlas-timeline-ruler");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_timeline_ruler_init (AtlasTimelineRuler *self)
{
  self->painter = atlas_timeline_painter_new (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "ew-resize");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Dates"), -1);
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

  self->slider = atlas_clock_slider_new (axis);
  gtk_widget_set_parent (self->slider, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

void
atlas_timeline_ruler_set_session (AtlasTimelineRuler *self,
                                  AtlasSession       *session)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_RULER (self));

  if (!g_set_object (&self->session, session))
    return;

  atlas_clock_slider_set_session (ATLAS_CLOCK_SLIDER (self->slider), session);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
