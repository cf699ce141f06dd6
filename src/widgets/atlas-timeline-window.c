// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-private.h"

#include "atlas-timeline-brush.h"

#include <glib/gi18n-lib.h>

/* The window of time, by keys: wherever in the timeline the focus is. */

/* clang-format off */
static const AtlasKeyBinding bindings[] = {
  { "bracketleft",                            "timeline.mark-window",  "0",  N_ ("Window begins at the clock’s date"), N_ ("Window of time") },
  { "bracketright",                           "timeline.mark-window",  "1",  N_ ("Window ends with the clock’s date"), N_ ("Window of time") },
  { "w",                                      "timeline.edit-window",  NULL, N_ ("Type the window’s dates"),           N_ ("Window of time") },
  { "<Shift>Delete|backslash|<Shift>KP_Delete", "timeline.clear-window", NULL, N_ ("Remove the window"),               N_ ("Window of time") },
};
/* clang-format on */

const AtlasKeyBinding *
atlas_timeline_get_window_key_bindings (guint *n_bindings)
{
  *n_bindings = G_N_ELEMENTS (bindings);

  return bindings;
}

static void
mark_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AtlasTimelineBrush *brush = atlas_timeline_brush_get (ATLAS_TIMELINE (widget)->axis);

  atlas_timeline_brush_mark (brush, g_variant_get_int32 (parameter) == 0 ? ATLAS_TIME_BRUSH_BEGIN : ATLAS_TIME_BRUSH_END);
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  atlas_window_chip_edit (ATLAS_WINDOW_CHIP (ATLAS_TIMELINE (widget)->chip));
}

static void
clear_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  atlas_timeline_brush_set_window (atlas_timeline_brush_get (ATLAS_TIMELINE (widget)->axis), ATLAS_TIME_SPAN_NONE);
}

void
atlas_timeline_install_window_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.mark-window", "i", mark_action);
  gtk_widget_class_install_action (widget_class, "timeline.edit-window", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "timeline.clear-window", NULL, clear_action);
  atlas_key_bindings_add_to_class (widget_class, bindings, G_N_ELEMENTS (bindings));
}
