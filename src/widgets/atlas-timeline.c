// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline.h"

#include "atlas-clock-bar.h"
#include "atlas-timeline-axis.h"
#include "atlas-timeline-canvas.h"
#include "atlas-timeline-ruler.h"

#include <glib/gi18n-lib.h>

#define STEP_MS 500.0 /* of playing, at speed 1 */

typedef void (*SetSessionFunc) (GtkWidget    *part,
                                AtlasSession *session);

/* clang-format off */
/* The parts under the controls, from top to bottom. They share the axis, and with it their width and its days. */
static const struct
{
  GtkWidget    *(*create) (AtlasTimelineAxis *axis);
  SetSessionFunc  set_session;
} parts[] = {
  { atlas_timeline_ruler_new,  (SetSessionFunc) atlas_timeline_ruler_set_session },
  { atlas_timeline_canvas_new, (SetSessionFunc) atlas_timeline_canvas_set_session },
};
/* clang-format on */

struct _AtlasTimeline
{
  GtkWidget            parent_instance;

  AtlasSession        *session;
  GSignalGroup        *session_signals;
  AtlasTimelineAxis   *axis;
  AtlasClockBar       *bar;
  GtkWidget           *parts[G_N_ELEMENTS (parts)];
  AtlasTimelineCanvas *canvas; /* one of them */
  GtkWidget           *scrollbar;
  guint                play_source;
  gboolean             high_contrast;
};

G_DEFINE_FINAL_TYPE (AtlasTimeline, atlas_timeline, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
  PROP_HIGH_CONTRAST,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* clang-format off */
/* While the focus is in the lanes. */
static const AtlasKeyBinding bindings[] = {
  { "Left|KP_Left",                 "timeline.item",       "-1",  N_ ("Previous item"),                  N_ ("Timeline") },
  { "Right|KP_Right",               "timeline.item",       "1",   N_ ("Next item"),                      N_ ("Timeline") },
  { "Up|KP_Up",                     "timeline.lane",       "-1",  N_ ("Nearest item in the lane above"), N_ ("Timeline") },
  { "Down|KP_Down",                 "timeline.lane",       "1",   N_ ("Nearest item in the lane below"), N_ ("Timeline") },
  { "Home|KP_Home",                 "timeline.end",        "-1",  N_ ("First item"),                     N_ ("Timeline") },
  { "End|KP_End",                   "timeline.end",        "1",   N_ ("Last item"),                      N_ ("Timeline") },
  { "Return|KP_Enter|ISO_Enter",    "timeline.activate",   NULL,  N_ ("Select the item"),                N_ ("Timeline") },
  { "plus|equal|KP_Add",            "timeline.zoom",       "1",   N_ ("Closer"),                         N_ ("Timeline") },
  { "minus|KP_Subtract",            "timeline.zoom",       "-1",  N_ ("Farther"),                        N_ ("Timeline") },
  { "0|KP_0",                       "timeline.zoom",       "0",   N_ ("All dates"),                      N_ ("Timeline") },
  { "space",                        "timeline.play",       NULL,  N_ ("Play or pause the clock"),        N_ ("Timeline") },
  { "Escape",                       "timeline.leave",      NULL,  N_ ("Leave the items"),                N_ ("Timeline") },
  { "Page_Up|KP_Page_Up",           "timeline.leap-clock", "1",   N_ ("Clock a large step later"),       N_ ("Timeline") },
  { "Page_Down|KP_Page_Down",       "timeline.leap-clock", "-1",  N_ ("Clock a large step earlier"),     N_ ("Timeline") },
};

/* A large step of the clock. */
static const struct
{
  AtlasTimeUnit unit;
  int           count;
} leaps[] = {
  [ATLAS_TIME_UNIT_DAY]     = { ATLAS_TIME_UNIT_DAY, 30 },
  [ATLAS_TIME_UNIT_MONTH]   = { ATLAS_TIME_UNIT_MONTH, 12 },
  [ATLAS_TIME_UNIT_QUARTER] = { ATLAS_TIME_UNIT_QUARTER, 4 },
  [ATLAS_TIME_UNIT_YEAR]    = { ATLAS_TIME_UNIT_YEAR, 5 },
};
/* clang-format on */

const AtlasKeyBinding *
atlas_timeline_get_key_bindings (guint *n_bindings)
{
  *n_bindings = G_N_ELEMENTS (bindings);

  return bindings;
}

static void
play_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AtlasTimeline *self = ATLAS_TIMELINE (widget);

  if (self->session != NULL)
    atlas_session_set_playing (self->session, !atlas_session_get_playing (self->session));
}

static void
zoom_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  atlas_timeline_canvas_zoom (ATLAS_TIMELINE (widget)->canvas, g_variant_get_int32 (parameter));
}

static void
item_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  atlas_timeline_canvas_step_item (ATLAS_TIMELINE (widget)->canvas, g_variant_get_int32 (parameter));
}

static void
lane_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  atlas_timeline_canvas_step_lane (ATLAS_TIMELINE (widget)->canvas, g_variant_get_int32 (parameter));
}

static void
end_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  atlas_timeline_canvas_step_end (ATLAS_TIMELINE (widget)->canvas, g_variant_get_int32 (parameter));
}

static void
activate_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  AtlasTimeline *self = ATLAS_TIMELINE (widget);
  AtlasItem     *item = atlas_timeline_canvas_get_focus_item (self->canvas);

  if (item != NULL)
    atlas_session_select (self->session, item);
}

static void
leave_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  AtlasTimeline *self = ATLAS_TIMELINE (widget);

  if (self->session != NULL)
    atlas_session_set_hovered (self->session, NULL);
  gtk_widget_grab_focus (atlas_clock_bar_get_play_button (self->bar));
}

static void
edit_clock_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  atlas_timeline_edit_clock (ATLAS_TIMELINE (widget));
}

static void
step_clock_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  AtlasTimeline *self = ATLAS_TIMELINE (widget);

  if (self->session != NULL)
    atlas_session_step_clock (self->session, atlas_timeline_get_step (self), g_variant_get_int32 (parameter));
}

static void
leap_clock_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  AtlasTimeline *self = ATLAS_TIMELINE (widget);
  AtlasTimeUnit  step = atlas_timeline_get_step (self);

  if (self->session != NULL)
    atlas_session_step_clock (self->session, leaps[step].unit, leaps[step].count * g_variant_get_int32 (parameter));
}

/* The first unit in view, when the clock is nowhere in it. */
static gboolean
enter_range (AtlasTimeline *self)
{
  AtlasTimeSpan range = atlas_session_get_range (self->session);
  AtlasTimeSpan clock = atlas_session_get_clock (self->session);

  if (atlas_session_get_clock_mode (self->session) != ATLAS_CLOCK_ALL && clock.end > range.begin && clock.end < range.end)
    return FALSE;

  clock = atlas_time_unit_around (atlas_timeline_get_step (self), range.begin);
  if (clock.begin < range.begin)
    clock = atlas_time_unit_step (atlas_timeline_get_step (self), range.begin, 1);
  atlas_session_set_clock (self->session, clock);

  return TRUE;
}

static gboolean
play_cb (gpointer user_data)
{
  AtlasTimeline *self = user_data;
  AtlasTimeSpan  next;

  next = atlas_time_unit_step (atlas_timeline_get_step (self), atlas_session_get_clock (self->session).end - 1, 1);
  if (next.end > atlas_session_get_range (self->session).end)
    {
      self->play_source = 0;
      atlas_session_set_playing (self->session, FALSE);
      return G_SOURCE_REMOVE;
    }

  atlas_session_set_clock (self->session, next);

  return G_SOURCE_CONTINUE;
}

/* Starts, stops, or goes on at another speed. */
static void
playing_changed_cb (AtlasTimeline *self)
{
  g_clear_handle_id (&self->play_source, g_source_remove);
  if (self->session == NULL || !atlas_session_get_playing (self->session))
    return;

  enter_range (self);
  self->play_source = g_timeout_add ((guint) (STEP_MS / atlas_clock_bar_get_speed (self->bar)), play_cb, self);
}

static void
step_changed_cb (AtlasTimeline *self)
{
  atlas_timeline_axis_set_step (self->axis, atlas_timeline_get_step (self));
}

static void
rows_changed_cb (AtlasTimeline *self,
                 GtkAdjustment *adjustment)
{
  gtk_widget_set_visible (self->scrollbar, gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 0.5);
}

/* The lanes, with the one scrollbar there is over their right side: all parts stay equally wide. */
static void
add_canvas (AtlasTimeline *self,
            GtkWidget     *canvas)
{
  GtkWidget     *overlay = gtk_overlay_new ();
  GtkAdjustment *rows = atlas_timeline_canvas_get_vadjustment (ATLAS_TIMELINE_CANVAS (canvas));

  self->canvas = ATLAS_TIMELINE_CANVAS (canvas);
  self->scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, rows);
  gtk_widget_set_visible (self->scrollbar, FALSE);
  gtk_widget_set_halign (self->scrollbar, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->scrollbar, "overlay-indicator");
  gtk_widget_set_vexpand (overlay, TRUE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), canvas);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->scrollbar);
  gtk_widget_set_parent (overlay, GTK_WIDGET (self));

  atlas_key_bindings_add_to_widget (canvas, bindings, G_N_ELEMENTS (bindings));
  g_signal_connect_object (rows, "changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
add_parts (AtlasTimeline *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *part = parts[i].create (self->axis);

      self->parts[i] = part;
      if (ATLAS_IS_TIMELINE_CANVAS (part))
        add_canvas (self, part);
      else
        gtk_widget_set_parent (part, GTK_WIDGET (self));
    }
}

static void
atlas_timeline_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, ATLAS_TIMELINE (object)->session);
      break;

    case PROP_HIGH_CONTRAST:
      g_value_set_boolean (value, ATLAS_TIMELINE (object)->high_contrast);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_timeline_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      atlas_timeline_set_session (ATLAS_TIMELINE (object), g_value_get_object (value));
      break;

    case PROP_HIGH_CONTRAST:
      atlas_timeline_set_high_contrast (ATLAS_TIMELINE (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_timeline_dispose (GObject *object)
{
  AtlasTimeline *self = ATLAS_TIMELINE (object);
  GtkWidget     *child = NULL;

  g_clear_handle_id (&self->play_source, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->axis);

  G_OBJECT_CLASS (atlas_timeline_parent_class)->dispose (object);
}

static gboolean
atlas_timeline_grab_focus (GtkWidget *widget)
{
  AtlasTimeline *self = ATLAS_TIMELINE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->canvas)) || gtk_widget_grab_focus (atlas_clock_bar_get_play_button (self->bar));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                 *name;
    const char                 *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "timeline.play", NULL, play_action },
    { "timeline.zoom", "i", zoom_action },
    { "timeline.item", "i", item_action },
    { "timeline.lane", "i", lane_action },
    { "timeline.end", "i", end_action },
    { "timeline.activate", NULL, activate_action },
    { "timeline.leave", NULL, leave_action },
    { "timeline.edit-clock", NULL, edit_clock_action },
    { "timeline.step-clock", "i", step_clock_action },
    { "timeline.leap-clock", "i", leap_clock_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

static void
atlas_timeline_class_init (AtlasTimelineClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_timeline_dispose;
  object_class->get_property = atlas_timeline_get_property;
  object_class->set_property = atlas_timeline_set_property;
  widget_class->grab_focus = atlas_timeline_grab_focus;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HIGH_CONTRAST] =
    g_param_spec_boolean ("high-contrast", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_timeline_init (AtlasTimeline *self)
{
  self->axis = atlas_timeline_axis_new ();
  self->bar = ATLAS_CLOCK_BAR (atlas_clock_bar_new ());

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (GTK_WIDGET (self->bar), GTK_WIDGET (self));
  add_parts (self);

  g_signal_connect_object (self->bar, "notify::step", G_CALLBACK (step_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "notify::speed", G_CALLBACK (playing_changed_cb), self, G_CONNECT_SWAPPED);
  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::playing", G_CALLBACK (playing_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
}

GtkWidget *
atlas_timeline_new (void)
{
  return g_object_new (ATLAS_TYPE_TIMELINE, NULL);
}

AtlasSession *
atlas_timeline_get_session (AtlasTimeline *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE (self), NULL);

  return self->session;
}

/**
 * atlas_timeline_set_session:
 * @self: a timeline
 * @session: (nullable): what to look at
 *
 * Shows a session, and writes to it.
 */
void
atlas_timeline_set_session (AtlasTimeline *self,
                            AtlasSession  *session)
{
  g_return_if_fail (ATLAS_IS_TIMELINE (self));
  g_return_if_fail (session == NULL || ATLAS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  atlas_clock_bar_set_session (self->bar, session);
  atlas_timeline_axis_set_session (self->axis, session);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    parts[i].set_session (self->parts[i], session);
  playing_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

AtlasTimeUnit
atlas_timeline_get_step (AtlasTimeline *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE (self), ATLAS_TIME_UNIT_MONTH);

  return atlas_clock_bar_get_step (self->bar);
}

void
atlas_timeline_edit_clock (AtlasTimeline *self)
{
  g_return_if_fail (ATLAS_IS_TIMELINE (self));

  atlas_clock_entry_edit (atlas_clock_bar_get_clock_entry (self->bar));
}

void
atlas_timeline_set_high_contrast (AtlasTimeline *self,
                                  gboolean       high_contrast)
{
  g_return_if_fail (ATLAS_IS_TIMELINE (self));

  if (self->high_contrast == !!high_contrast)
    return;

  self->high_contrast = !!high_contrast;
  atlas_timeline_axis_set_high_contrast (self->axis, self->high_contrast);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGH_CONTRAST]);
}
