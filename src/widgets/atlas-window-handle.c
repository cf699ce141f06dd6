// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-handle.h"

#include <glib/gi18n-lib.h>

struct _AtlasWindowHandle
{
  GtkWidget           parent_instance;

  AtlasTimelineBrush *brush;
  AtlasTimeBrushPart  part;
  AtlasTimeSpan       window;
  AtlasTimeUnit       unit;
  char               *label;
};

G_DEFINE_FINAL_TYPE (AtlasWindowHandle, atlas_window_handle, GTK_TYPE_WIDGET)

/* clang-format off */
static const AtlasKeyBinding bindings[] = {
  { "Left|Down|KP_Left|KP_Down",                                     "window-handle.earlier", NULL, N_ ("Edge or window earlier"),            N_ ("Window of time") },
  { "Right|Up|KP_Right|KP_Up",                                       "window-handle.later",   NULL, N_ ("Edge or window later"),              N_ ("Window of time") },
  { "<Shift>Left|<Shift>Down|Page_Down|<Shift>KP_Left|KP_Page_Down", "window-handle.leap",    "-1", N_ ("A large step earlier"),              N_ ("Window of time") },
  { "<Shift>Right|<Shift>Up|Page_Up|<Shift>KP_Right|KP_Page_Up",     "window-handle.leap",    "1",  N_ ("A large step later"),                N_ ("Window of time") },
  { "Home|KP_Home",                                                  "window-handle.end",     "-1", N_ ("As early as can be"),                N_ ("Window of time") },
  { "End|KP_End",                                                    "window-handle.end",     "1",  N_ ("As late as can be"),                 N_ ("Window of time") },
  { "Return|KP_Enter|ISO_Enter",                                     "window-handle.fit",     NULL, N_ ("Show the days of the window"),       N_ ("Window of time") },
  { "Delete|BackSpace|KP_Delete",                                    "window-handle.clear",   NULL, N_ ("Remove it, on an edge or the grip"), N_ ("Window of time") },
};

static const struct
{
  const char *cursor;
  const char *tooltip;
} parts[] = {
  [ATLAS_TIME_BRUSH_BEGIN] = { "ew-resize", N_ ("Drag, or use the arrow keys") },
  [ATLAS_TIME_BRUSH_END]   = { "ew-resize", N_ ("Drag, or use the arrow keys") },
  [ATLAS_TIME_BRUSH_WHOLE] = { "grab",      N_ ("Drag to move it, double-click to show its days, Delete removes it") },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (parts) == ATLAS_N_TIME_BRUSH_PARTS);

const AtlasKeyBinding *
atlas_window_handle_get_key_bindings (guint *n_bindings)
{
  *n_bindings = G_N_ELEMENTS (bindings);

  return bindings;
}

static void
earlier_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  AtlasWindowHandle *self = ATLAS_WINDOW_HANDLE (widget);

  atlas_timeline_brush_step (self->brush, self->part, -1, FALSE);
}

static void
later_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  AtlasWindowHandle *self = ATLAS_WINDOW_HANDLE (widget);

  atlas_timeline_brush_step (self->brush, self->part, 1, FALSE);
}

static void
leap_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AtlasWindowHandle *self = ATLAS_WINDOW_HANDLE (widget);

  atlas_timeline_brush_step (self->brush, self->part, g_variant_get_int32 (parameter), TRUE);
}

static void
end_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  AtlasWindowHandle *self = ATLAS_WINDOW_HANDLE (widget);

  atlas_timeline_brush_go_to_end (self->brush, self->part, g_variant_get_int32 (parameter));
}

static void
fit_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  atlas_timeline_brush_fit (ATLAS_WINDOW_HANDLE (widget)->brush);
}

static void
clear_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  atlas_timeline_brush_set_window (ATLAS_WINDOW_HANDLE (widget)->brush, ATLAS_TIME_SPAN_NONE);
}

static void
focus_cb (AtlasWindowHandle *self)
{
  atlas_timeline_brush_reveal (self->brush, self->part);
}

static void
atlas_window_handle_finalize (GObject *object)
{
  g_free (ATLAS_WINDOW_HANDLE (object)->label);

  G_OBJECT_CLASS (atlas_window_handle_parent_class)->finalize (object);
}

static void
atlas_window_handle_class_init (AtlasWindowHandleClass *klass)
{
  /* Those without a parameter assistive technology offers too. */
  static const struct
  {
    const char                 *name;
    const char                 *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "window-handle.earlier", NULL, earlier_action },
    { "window-handle.later", NULL, later_action },
    { "window-handle.leap", "i", leap_action },
    { "window-handle.end", "i", end_action },
    { "window-handle.fit", NULL, fit_action },
    { "window-handle.clear", NULL, clear_action },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_window_handle_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
  atlas_key_bindings_add_to_class (widget_class, bindings, G_N_ELEMENTS (bindings));
  gtk_widget_class_set_css_name (widget_class, "atlas-window-handle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
atlas_window_handle_init (AtlasWindowHandle *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
atlas_window_handle_new (AtlasTimelineBrush *brush,
                         AtlasTimeBrushPart  part)
{
  AtlasWindowHandle *self = g_object_new (ATLAS_TYPE_WINDOW_HANDLE, NULL);

  self->brush = brush;
  self->part = part;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), parts[part].cursor);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_ORIENTATION, GTK_ORIENTATION_HORIZONTAL, -1);

  return GTK_WIDGET (self);
}

AtlasTimeBrushPart
atlas_window_handle_get_part (AtlasWindowHandle *self)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW_HANDLE (self), ATLAS_TIME_BRUSH_WHOLE);

  return self->part;
}

static char *
create_label (AtlasTimeBrushPart part,
              const char        *words)
{
  if (part == ATLAS_TIME_BRUSH_BEGIN)
    /* Translators: the first day, month or year of the window of time that everything is limited to. */
    return g_strdup_printf (_ ("Window begins, %s"), words);
  if (part == ATLAS_TIME_BRUSH_END)
    /* Translators: the last day, month or year of the window of time that everything is limited to. */
    return g_strdup_printf (_ ("Window ends, %s"), words);

  /* Translators: the window of time that everything is limited to, and its dates. */
  return g_strdup_printf (_ ("Window, %s"), words);
}

/* What is read is the name: GTK 4.8 tells values of its own ranges only, and a day's number says nothing to anybody. */
void
atlas_window_handle_update (AtlasWindowHandle *self)
{
  AtlasTimeSpan    window;
  AtlasTimeUnit    unit;
  g_autofree char *words = NULL;
  g_autofree char *tooltip = NULL;

  g_return_if_fail (ATLAS_IS_WINDOW_HANDLE (self));

  window = atlas_timeline_brush_get_window (self->brush);
  unit = atlas_timeline_brush_get_unit (self->brush);
  if (atlas_time_span_is_empty (window) || (self->label != NULL && self->unit == unit && atlas_time_span_equal (self->window, window)))
    return;

  self->window = window;
  self->unit = unit;
  words = atlas_time_brush_to_words (window, self->part, unit);
  g_free (self->label);
  self->label = create_label (self->part, words);
  tooltip = g_strdup_printf ("%s\n%s", self->label, g_dgettext (GETTEXT_PACKAGE, parts[self->part].tooltip));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, g_dgettext (GETTEXT_PACKAGE, parts[self->part].tooltip), -1);
}

const char *
atlas_window_handle_get_label (AtlasWindowHandle *self)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW_HANDLE (self), NULL);

  return self->label;
}
