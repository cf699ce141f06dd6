// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-series-chart-private.h"
#include "atlas-series-tip.h"

#include <math.h>

#define GRIP 5.0     /* how near the playhead the pointer takes it */
#define TIP_CHARS 50 /* a line of a card */
#define TIP_MS 500   /* before a card comes */
#define TIP_FOLLOWS_MS 60

static void
released_cb (GtkGestureClick  *gesture,
             int               n_press,
             double            x,
             double            y,
             AtlasSeriesChart *self)
{
  const AtlasSeriesPoint *point = atlas_series_chart_hit (self, x - ATLAS_TIMELINE_GUTTER);

  if (point == NULL || n_press != 1)
    return;

  atlas_series_chart_focus_index (self, atlas_series_chart_get_index (self, point));
  atlas_series_chart_set_clock (self, point);
}

/* Where there is no value the lines of the clock and the comparison can be taken. */
AtlasTimelineHandle
atlas_series_chart_pick_handle (GtkWidget *widget,
                                double     x,
                                double     y)
{
  AtlasSeriesChart *self = ATLAS_SERIES_CHART (widget);

  if (atlas_series_chart_hit (self, x - ATLAS_TIMELINE_GUTTER) != NULL)
    return ATLAS_TIMELINE_HANDLE_NONE;

  return atlas_timeline_axis_find_handle (self->axis, x - ATLAS_TIMELINE_GUTTER, GRIP);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           AtlasSeriesChart         *self)
{
  const AtlasSeriesPoint *before = atlas_series_chart_hit (self, self->pointer_x);
  GdkModifierType         state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  self->pointer_x = x - ATLAS_TIMELINE_GUTTER;
  if (before != atlas_series_chart_hit (self, self->pointer_x))
    {
      atlas_series_chart_update_tip (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  if (state & GDK_BUTTON1_MASK)
    return;

  if (atlas_series_chart_hit (self, self->pointer_x) != NULL)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  else
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), atlas_series_chart_pick_handle (GTK_WIDGET (self), x, y) != ATLAS_TIMELINE_HANDLE_NONE ? "ew-resize" : NULL);
}

static void
leave_cb (GtkEventControllerMotion *controller,
          AtlasSeriesChart         *self)
{
  self->pointer_x = NAN;
  atlas_series_chart_update_tip (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The value that a card would tell about: the one under the pointer, or the one that a key has brought the focus to. */
static const AtlasSeriesPoint *
get_tip_point (AtlasSeriesChart *self)
{
  const AtlasSeriesPoint *point = atlas_series_chart_hit (self, self->pointer_x);
  GtkWidget              *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  if (point == NULL && focus != NULL && ATLAS_IS_SERIES_VALUE (focus) && gtk_widget_has_visible_focus (focus))
    point = atlas_series_chart_get_point (self, self->focus_index);

  return point;
}

static GtkWidget *
create_tip (AtlasSeriesChart *self)
{
  GtkWidget *tip = gtk_popover_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_width_chars (GTK_LABEL (label), TIP_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TIP_CHARS);
  gtk_popover_set_child (GTK_POPOVER (tip), label);
  gtk_popover_set_autohide (GTK_POPOVER (tip), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (tip), FALSE);
  gtk_popover_set_position (GTK_POPOVER (tip), GTK_POS_TOP);
  gtk_widget_add_css_class (tip, "series-tip");
  gtk_widget_set_can_target (tip, FALSE);
  gtk_widget_set_can_focus (tip, FALSE);
  gtk_widget_set_parent (tip, GTK_WIDGET (self));

  return tip;
}

static gboolean
show_tip_cb (gpointer user_data)
{
  AtlasSeriesChart       *self = user_data;
  const AtlasSeriesPoint *point = get_tip_point (self);
  AtlasTimeScale          scale = atlas_timeline_axis_get_scale (self->axis);
  g_autofree char        *markup = NULL;
  cairo_rectangle_t       box;
  double                  x0, x1;

  self->tip_source = 0;
  if (point == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;

  if (self->tip == NULL)
    self->tip = create_tip (self);
  markup = atlas_series_tip_new (self->dataset, self->track.series, point);
  gtk_label_set_markup (GTK_LABEL (gtk_popover_get_child (GTK_POPOVER (self->tip))), markup);

  box = atlas_series_painter_get_box (self->painter, &self->track, &scale, point);
  x0 = CLAMP (box.x, 0.0, atlas_timeline_axis_get_width (self->axis) - 1.0);
  x1 = CLAMP (box.x + box.width, x0 + 1.0, atlas_timeline_axis_get_width (self->axis));
  /* Beside all of the track: it must not come under the pointer. */
  gtk_popover_set_pointing_to (GTK_POPOVER (self->tip), &(GdkRectangle){ (int) (x0 + ATLAS_TIMELINE_GUTTER), 0, (int) ceil (x1 - x0), gtk_widget_get_height (GTK_WIDGET (self)) });
  gtk_popover_popup (GTK_POPOVER (self->tip));

  return G_SOURCE_REMOVE;
}

void
atlas_series_chart_update_tip (AtlasSeriesChart *self)
{
  gboolean shown = self->tip != NULL && gtk_widget_get_visible (self->tip);

  g_clear_handle_id (&self->tip_source, g_source_remove);
  if (get_tip_point (self) != NULL)
    self->tip_source = g_timeout_add (shown ? TIP_FOLLOWS_MS : TIP_MS, show_tip_cb, self);
  else if (shown)
    gtk_popover_popdown (GTK_POPOVER (self->tip));
}

static void
focus_changed_cb (AtlasSeriesChart *self)
{
  atlas_series_chart_update_tip (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
atlas_series_chart_add_controllers (AtlasSeriesChart *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_changed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_changed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
