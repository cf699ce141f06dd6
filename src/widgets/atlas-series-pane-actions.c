// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-series-pane-private.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const AtlasKeyBinding bindings[] = {
  { "Left|KP_Left",                 "series-pane.step",     "-1", N_ ("Previous value"),                  N_ ("Figures") },
  { "Right|KP_Right",               "series-pane.step",     "1",  N_ ("Next value"),                      N_ ("Figures") },
  { "Up|KP_Up",                     "series-pane.track",    "-1", N_ ("Nearest value in the chart above"), N_ ("Figures") },
  { "Down|KP_Down",                 "series-pane.track",    "1",  N_ ("Nearest value in the chart below"), N_ ("Figures") },
  { "Home|KP_Home",                 "series-pane.end",      "-1", N_ ("First value"),                     N_ ("Figures") },
  { "End|KP_End",                   "series-pane.end",      "1",  N_ ("Last value"),                      N_ ("Figures") },
  { "Return|KP_Enter|ISO_Enter",    "series-pane.activate", NULL, N_ ("Clock to the days of the value"),  N_ ("Figures") },
  { "<Shift>Return|<Shift>KP_Enter", "series-pane.describe", NULL, N_ ("Note and sources of the value"),  N_ ("Figures") },
  { "Delete|KP_Delete",             "series-pane.close",    NULL, N_ ("Hide the chart"),                  N_ ("Figures") },
  { "plus|equal|KP_Add",            "timeline.zoom",        "1",  NULL, N_ ("Figures") },
  { "minus|KP_Subtract",            "timeline.zoom",        "-1", NULL, N_ ("Figures") },
  { "0|KP_0",                       "timeline.zoom",        "0",  NULL, N_ ("Figures") },
  { "space",                        "timeline.play",        NULL, NULL, N_ ("Figures") },
  { "Escape",                       "timeline.leave",       NULL, NULL, N_ ("Figures") },
  { "Page_Up|KP_Page_Up",           "timeline.leap-clock",  "1",  NULL, N_ ("Figures") },
  { "Page_Down|KP_Page_Down",       "timeline.leap-clock",  "-1", NULL, N_ ("Figures") },
};
/* clang-format on */

const AtlasKeyBinding *
atlas_series_pane_get_key_bindings (guint *n_bindings)
{
  *n_bindings = G_N_ELEMENTS (bindings);

  return bindings;
}

static AtlasSeriesChart *
get_focus_chart (AtlasSeriesPane *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->box);

  return focus != NULL ? ATLAS_SERIES_CHART (focus) : NULL;
}

static void
step_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AtlasSeriesChart *chart = get_focus_chart (ATLAS_SERIES_PANE (widget));

  if (chart != NULL)
    atlas_series_chart_step (chart, g_variant_get_int32 (parameter));
}

static void
end_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  AtlasSeriesChart *chart = get_focus_chart (ATLAS_SERIES_PANE (widget));

  if (chart != NULL)
    atlas_series_chart_step_end (chart, g_variant_get_int32 (parameter));
}

static void
track_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  AtlasSeriesChart       *chart = get_focus_chart (ATLAS_SERIES_PANE (widget));
  const AtlasSeriesPoint *point = chart != NULL ? atlas_series_chart_get_focus_point (chart) : NULL;
  int                     direction = g_variant_get_int32 (parameter);
  GtkWidget              *other = GTK_WIDGET (chart);

  if (point == NULL)
    return;

  do
    other = direction < 0 ? gtk_widget_get_prev_sibling (other) : gtk_widget_get_next_sibling (other);
  while (other != NULL && !atlas_series_chart_focus_day (ATLAS_SERIES_CHART (other), point->when.end - 1));
}

static void
activate_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  AtlasSeriesChart *chart = get_focus_chart (ATLAS_SERIES_PANE (widget));

  if (chart != NULL)
    atlas_series_chart_activate (chart);
}

static void
describe_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  AtlasSeriesChart *chart = get_focus_chart (ATLAS_SERIES_PANE (widget));

  if (chart != NULL)
    atlas_series_chart_toggle_tip (chart);
}

static void
close_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  AtlasSeriesPane  *self = ATLAS_SERIES_PANE (widget);
  AtlasSeriesChart *chart = get_focus_chart (self);

  if (chart != NULL)
    atlas_series_pane_hide (self, chart);
}

void
atlas_series_pane_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                 *name;
    const char                 *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "series-pane.step", "i", step_action },
    { "series-pane.track", "i", track_action },
    { "series-pane.end", "i", end_action },
    { "series-pane.activate", NULL, activate_action },
    { "series-pane.describe", NULL, describe_action },
    { "series-pane.close", NULL, close_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
  atlas_key_bindings_add_to_class (widget_class, bindings, G_N_ELEMENTS (bindings));
}
