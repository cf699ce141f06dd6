// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-clock-slider.h"

#include "atlas-key-binding.h"

#include <glib/gi18n-lib.h>

#include <math.h>

struct _AtlasClockSlider
{
  GtkWidget          parent_instance;

  AtlasTimelineAxis *axis;
  AtlasSession      *session;
  GSignalGroup      *session_signals;
  GtkWidget         *scale;
  GtkAdjustment     *adjustment;
  gboolean           follows; /* the session: what changes now is not the user's */
};

G_DEFINE_FINAL_TYPE (AtlasClockSlider, atlas_clock_slider, GTK_TYPE_WIDGET)

/* clang-format off */
/* While the focus is on the clock's flag. */
static const AtlasKeyBinding bindings[] = {
  { "Left|Down|KP_Left|KP_Down", "timeline.step-clock", "-1", N_ ("One step back"),         N_ ("Clock on the ruler") },
  { "Right|Up|KP_Right|KP_Up",   "timeline.step-clock", "1",  N_ ("One step on"),           N_ ("Clock on the ruler") },
  { "Page_Down|KP_Page_Down",    "timeline.leap-clock", "-1", N_ ("A large step earlier"),  N_ ("Clock on the ruler") },
  { "Page_Up|KP_Page_Up",        "timeline.leap-clock", "1",  N_ ("A large step later"),    N_ ("Clock on the ruler") },
  { "Home|KP_Home",              "timeline.end-clock",  "-1", N_ ("First date"),            N_ ("Clock on the ruler") },
  { "End|KP_End",                "timeline.end-clock",  "1",  N_ ("Last date"),             N_ ("Clock on the ruler") },
  { "space",                     "timeline.play",       NULL, N_ ("Play or pause"),         N_ ("Clock on the ruler") },
  { "Escape",                    "timeline.leave",      NULL, NULL,                         N_ ("Clock on the ruler") },
};

/* What a scale asks for by other keys of its own, and what the clock does. */
static const struct
{
  GtkScrollType scroll;
  const char   *action;
  int           count;
} moves[] = {
  { GTK_SCROLL_STEP_FORWARD,  "timeline.step-clock",  1 },
  { GTK_SCROLL_STEP_BACKWARD, "timeline.step-clock", -1 },
  { GTK_SCROLL_PAGE_FORWARD,  "timeline.leap-clock",  1 },
  { GTK_SCROLL_PAGE_BACKWARD, "timeline.leap-clock", -1 },
  { GTK_SCROLL_END,           "timeline.end-clock",   1 },
  { GTK_SCROLL_START,         "timeline.end-clock",  -1 },
};
/* clang-format on */

const AtlasKeyBinding *
atlas_clock_slider_get_key_bindings (guint *n_bindings)
{
  *n_bindings = G_N_ELEMENTS (bindings);

  return bindings;
}

static double
get_year (int day)
{
  AtlasTimeSpan year = atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, day);
  int           number;

  atlas_day_to_ymd (day, &number, NULL, NULL);

  return number + (double) (day - year.begin) / (year.end - year.begin);
}

static int
get_day (double year)
{
  AtlasTimeSpan span = atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, atlas_day_from_ymd ((int) floor (year), 1, 1));

  return span.begin + (int) floor ((year - floor (year)) * (span.end - span.begin) + 1e-6);
}

/* Gives the scale the clock's date, and as its ends the dates that Home and End go to. */
static void
clock_changed_cb (AtlasClockSlider *self)
{
  gboolean         shows = self->session != NULL && atlas_session_get_clock_mode (self->session) != ATLAS_CLOCK_ALL;
  AtlasTimeSpan    limits = ATLAS_TIME_SPAN_NONE;
  AtlasTimeSpan    clock = ATLAS_TIME_SPAN_NONE;
  g_autofree char *words = NULL;

  if (shows)
    limits = atlas_session_get_clock_limits (self->session, atlas_timeline_axis_get_bounds (self->axis));
  gtk_widget_set_visible (self->scale, !atlas_time_span_is_empty (limits));
  if (!gtk_widget_get_visible (self->scale))
    return;

  clock = atlas_session_get_clock (self->session);
  words = atlas_time_span_to_words (clock);
  self->follows = TRUE;
  gtk_adjustment_configure (self->adjustment, get_year (clock.begin), get_year (limits.begin), get_year (limits.end - 1),
                            1.0 / 12.0, 1.0, 0.0);
  self->follows = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

/* The keys of a scale. */
static gboolean
change_value_cb (AtlasClockSlider *self,
                 GtkScrollType     scroll,
                 double            value)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].scroll == scroll)
      gtk_widget_activate_action (GTK_WIDGET (self), moves[i].action, "i", moves[i].count);

  return GDK_EVENT_STOP;
}

/* The ruler draws the focus. */
static void
state_flags_changed_cb (AtlasClockSlider *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL)
    gtk_widget_queue_draw (parent);
}

/* Assistive technology sets the value itself. */
static void
value_changed_cb (AtlasClockSlider *self)
{
  int day;

  if (self->follows || self->session == NULL)
    return;

  day = get_day (gtk_adjustment_get_value (self->adjustment));
  atlas_session_set_clock (self->session, atlas_time_unit_around (atlas_timeline_axis_get_step (self->axis), day));
  clock_changed_cb (self);
}

/* It draws nothing. */
static void
atlas_clock_slider_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
}

static void
atlas_clock_slider_dispose (GObject *object)
{
  AtlasClockSlider *self = ATLAS_CLOCK_SLIDER (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->scale, gtk_widget_unparent);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->axis);

  G_OBJECT_CLASS (atlas_clock_slider_parent_class)->dispose (object);
}

static void
atlas_clock_slider_class_init (AtlasClockSliderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_clock_slider_dispose;
  widget_class->snapshot = atlas_clock_slider_snapshot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-clock-slider");
}

static void
atlas_clock_slider_init (AtlasClockSlider *self)
{
  self->adjustment = g_object_ref_sink (gtk_adjustment_new (0.0, 0.0, 0.0, 1.0, 1.0, 0.0));
  self->scale = gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, self->adjustment);
  gtk_widget_set_visible (self->scale, FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_parent (self->scale, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Clock"), -1);
  atlas_key_bindings_add_to_widget (self->scale, bindings, G_N_ELEMENTS (bindings));
  g_signal_connect_swapped (self->scale, "change-value", G_CALLBACK (change_value_cb), self);
  g_signal_connect_object (self->scale, "state-flags-changed", G_CALLBACK (state_flags_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::clock", G_CALLBACK (clock_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::clock-mode", G_CALLBACK (clock_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_clock_slider_new (AtlasTimelineAxis *axis)
{
  AtlasClockSlider *self = g_object_new (ATLAS_TYPE_CLOCK_SLIDER, NULL);

  self->axis = g_object_ref (axis);

  return GTK_WIDGET (self);
}

void
atlas_clock_slider_set_session (AtlasClockSlider *self,
                                AtlasSession     *session)
{
  g_return_if_fail (ATLAS_IS_CLOCK_SLIDER (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  clock_changed_cb (self);
}

gboolean
atlas_clock_slider_shows_focus (AtlasClockSlider *self)
{
  g_return_val_if_fail (ATLAS_IS_CLOCK_SLIDER (self), FALSE);

  return gtk_widget_get_visible (self->scale) && gtk_widget_has_focus (self->scale);
}

GtkAdjustment *
atlas_clock_slider_get_adjustment (AtlasClockSlider *self)
{
  g_return_val_if_fail (ATLAS_IS_CLOCK_SLIDER (self), NULL);

  return self->adjustment;
}
