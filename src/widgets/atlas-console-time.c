// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-console-time.h"

#include <glib/gi18n-lib.h>

/* What a talk's length is set by, minutes. */
#define PLANNED_STEP 5
#define PLANNED_PAGE 15

/* A figure under what it is. */
typedef struct
{
  GtkWidget *box;
  GtkWidget *caption;
  GtkWidget *digits;
} Figure;

struct _AtlasConsoleTime
{
  GtkWidget       parent_instance;

  AtlasStopwatch *stopwatch;
  GSignalGroup   *signals;
  guint           tick; /* source: when a figure changes next */

  Figure          day;
  Figure          elapsed;
  Figure          remaining;
  GtkWidget      *buttons;
  GtkWidget      *run;
  GtkWidget      *planned; /* its popover's field */
};

G_DEFINE_FINAL_TYPE (AtlasConsoleTime, atlas_console_time, GTK_TYPE_WIDGET)

static void
show_figure (Figure     *figure,
             const char *caption,
             const char *digits,
             const char *words)
{
  g_autofree char *label = g_strdup_printf ("%s: %s", caption, words);

  gtk_label_set_text (GTK_LABEL (figure->caption), caption);
  gtk_label_set_text (GTK_LABEL (figure->digits), digits);
  gtk_accessible_update_property (GTK_ACCESSIBLE (figure->box), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_day (AtlasConsoleTime *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *digits = g_date_time_format (now, "%H:%M");

  show_figure (&self->day, _ ("Time of day"), digits, digits);
}

static void
show_elapsed (AtlasConsoleTime *self)
{
  gint64           seconds = atlas_stopwatch_get_elapsed (self->stopwatch);
  gboolean         paused = atlas_stopwatch_get_begun (self->stopwatch) && !atlas_stopwatch_get_running (self->stopwatch);
  g_autofree char *digits = atlas_stopwatch_format (seconds);
  g_autofree char *words = atlas_stopwatch_to_words (seconds);

  show_figure (&self->elapsed, paused ? _ ("Paused at") : _ ("Elapsed"), digits, words);
}

static void
set_mood (GtkWidget         *widget,
          AtlasStopwatchMood mood)
{
  static const char *const classes[] = { "calm", "soon", "over" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (i == mood)
      gtk_widget_add_css_class (widget, classes[i]);
    else
      gtk_widget_remove_css_class (widget, classes[i]);
}

/* Colour and words: "Left", "Soon over", "Over by". */
static void
show_remaining (AtlasConsoleTime *self)
{
  static const char *const captions[] = { N_ ("Left"), N_ ("Left, soon over"), N_ ("Over by") };
  AtlasStopwatchMood       mood = atlas_stopwatch_get_mood (self->stopwatch);
  gint64                   seconds = atlas_stopwatch_get_remaining (self->stopwatch);
  g_autofree char         *digits = atlas_stopwatch_format (ABS (seconds));
  g_autofree char         *words = atlas_stopwatch_to_words (seconds);

  gtk_widget_set_visible (self->remaining.box, atlas_stopwatch_get_planned (self->stopwatch) > 0);
  show_figure (&self->remaining, _ (captions[mood]), digits, words);
  set_mood (self->remaining.box, mood);
}

static void tick (AtlasConsoleTime *self);

static gboolean
tick_cb (gpointer user_data)
{
  AtlasConsoleTime *self = user_data;

  self->tick = 0;
  tick (self);

  return G_SOURCE_REMOVE;
}

/* Wakes when the next figure changes, and no more often. */
static void
tick (AtlasConsoleTime *self)
{
  gint64 next = (gint64) G_USEC_PER_SEC * 60 - g_get_real_time () % ((gint64) G_USEC_PER_SEC * 60);

  g_clear_handle_id (&self->tick, g_source_remove);
  show_day (self);
  if (self->stopwatch != NULL)
    {
      show_elapsed (self);
      show_remaining (self);
      if (atlas_stopwatch_get_next (self->stopwatch) >= 0)
        next = MIN (next, atlas_stopwatch_get_next (self->stopwatch));
    }
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = g_timeout_add ((guint) (next / 1000) + 1, tick_cb, self);
}

static void
running_changed_cb (AtlasConsoleTime *self)
{
  gboolean         running = self->stopwatch != NULL && atlas_stopwatch_get_running (self->stopwatch);
  const char      *words = running ? _ ("Pause the timer") : _ ("Start the timer");
  g_autofree char *tooltip = g_strdup_printf ("%s (%s)", words, running ? "P" : "S");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->run), "s", running ? "pause" : "start");
  gtk_button_set_icon_name (GTK_BUTTON (self->run), running ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (self->run, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->run), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  tick (self);
}

static void
planned_changed_cb (AtlasConsoleTime *self)
{
  if (self->stopwatch != NULL)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->planned), atlas_stopwatch_get_planned (self->stopwatch));
  tick (self);
}

static void
plan_cb (AtlasConsoleTime *self)
{
  if (self->stopwatch != NULL)
    atlas_stopwatch_set_planned (self->stopwatch, (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->planned)));
}

static void
atlas_console_time_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_console_time_parent_class)->map (widget);

  tick (ATLAS_CONSOLE_TIME (widget));
}

static void
atlas_console_time_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&ATLAS_CONSOLE_TIME (widget)->tick, g_source_remove);

  GTK_WIDGET_CLASS (atlas_console_time_parent_class)->unmap (widget);
}

static void
atlas_console_time_dispose (GObject *object)
{
  AtlasConsoleTime *self = ATLAS_CONSOLE_TIME (object);
  GtkWidget        *child = NULL;

  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->signals != NULL)
    g_signal_group_set_target (self->signals, NULL);
  g_clear_object (&self->signals);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->stopwatch);

  G_OBJECT_CLASS (atlas_console_time_parent_class)->dispose (object);
}

static void
atlas_console_time_class_init (AtlasConsoleTimeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_console_time_dispose;
  widget_class->map = atlas_console_time_map;
  widget_class->unmap = atlas_console_time_unmap;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-console-time");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_figure (AtlasConsoleTime *self,
            Figure           *figure)
{
  figure->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "valign", GTK_ALIGN_CENTER,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  figure->caption = gtk_label_new (NULL);
  figure->digits = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (figure->caption), 0.0F);
  gtk_label_set_xalign (GTK_LABEL (figure->digits), 0.0F);
  gtk_widget_add_css_class (figure->box, "figure");
  gtk_widget_add_css_class (figure->caption, "caption");
  gtk_widget_add_css_class (figure->digits, "digits");
  gtk_box_append (GTK_BOX (figure->box), figure->caption);
  gtk_box_append (GTK_BOX (figure->box), figure->digits);
  gtk_widget_set_parent (figure->box, GTK_WIDGET (self));
}

static GtkWidget *
add_button (AtlasConsoleTime *self,
            const char       *icon,
            const char       *words,
            const char       *key)
{
  GtkWidget       *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *tooltip = g_strdup_printf ("%s (%s)", words, key);

  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_box_append (GTK_BOX (self->buttons), button);

  return button;
}

static GtkWidget *
create_plan (AtlasConsoleTime *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Planned length in minutes; 0: none"));
  GtkWidget *popover = gtk_popover_new ();

  self->planned = gtk_spin_button_new_with_range (0, ATLAS_STOPWATCH_MAX_PLANNED, PLANNED_STEP);
  gtk_spin_button_set_increments (GTK_SPIN_BUTTON (self->planned), PLANNED_STEP, PLANNED_PAGE);
  gtk_spin_button_set_snap_to_ticks (GTK_SPIN_BUTTON (self->planned), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->planned), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Planned length in minutes"), -1);
  g_signal_connect_object (self->planned, "value-changed", G_CALLBACK (plan_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->planned);
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}

static void
add_buttons (AtlasConsoleTime *self)
{
  GtkWidget *reset = NULL;
  GtkWidget *plan = gtk_menu_button_new ();

  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_widget_set_valign (self->buttons, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));

  self->run = add_button (self, "media-playback-start-symbolic", _ ("Start the timer"), "S");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->run), "s", "start");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->run), "present.timer");
  reset = add_button (self, "view-refresh-symbolic", _ ("Reset the timer"), "Ctrl+T");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (reset), "s", "reset");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (reset), "present.timer");

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (plan), "alarm-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (plan), create_plan (self));
  gtk_widget_set_tooltip_text (plan, _ ("Planned length of the talk"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (plan), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Planned length of the talk"), -1);
  gtk_box_append (GTK_BOX (self->buttons), plan);
}

static void
atlas_console_time_init (AtlasConsoleTime *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);

  self->signals = g_signal_group_new (ATLAS_TYPE_STOPWATCH);
  g_signal_group_connect_object (self->signals, "notify::running", G_CALLBACK (running_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->signals, "notify::begun", G_CALLBACK (tick), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->signals, "notify::planned", G_CALLBACK (planned_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->signals, "reset", G_CALLBACK (tick), self, G_CONNECT_SWAPPED);

  add_figure (self, &self->day);
  add_figure (self, &self->elapsed);
  add_figure (self, &self->remaining);
  add_buttons (self);
  show_day (self);
}

GtkWidget *
atlas_console_time_new (void)
{
  return g_object_new (ATLAS_TYPE_CONSOLE_TIME, NULL);
}

void
atlas_console_time_set_stopwatch (AtlasConsoleTime *self,
                                  AtlasStopwatch   *stopwatch)
{
  g_return_if_fail (ATLAS_IS_CONSOLE_TIME (self));

  if (!g_set_object (&self->stopwatch, stopwatch))
    return;

  g_signal_group_set_target (self->signals, stopwatch);
  planned_changed_cb (self);
  running_changed_cb (self);
}
