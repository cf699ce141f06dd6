// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-private.h"

#include <glib/gi18n-lib.h>

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
  { "<Shift>Return|<Shift>KP_Enter", "timeline.open",      NULL,  N_ ("Open the group that the item is in"), N_ ("Timeline") },
  { "plus|equal|KP_Add",            "timeline.zoom",       "1",   N_ ("Closer"),                         N_ ("Timeline") },
  { "minus|KP_Subtract",            "timeline.zoom",       "-1",  N_ ("Farther"),                        N_ ("Timeline") },
  { "0|KP_0",                       "timeline.zoom",       "0",   N_ ("All dates"),                      N_ ("Timeline") },
  { "space",                        "timeline.play",       NULL,  N_ ("Play or pause the clock"),        N_ ("Timeline") },
  { "greater",                      "timeline.change-speed", "1",  N_ ("Play faster"),                  N_ ("Timeline") },
  { "less",                         "timeline.change-speed", "-1", N_ ("Play slower"),                  N_ ("Timeline") },
  { "r",                            "clock.loop",          NULL,  N_ ("Play over and over, or once"),    N_ ("Timeline") },
  { "Escape",                       "timeline.leave",      NULL,  N_ ("Leave the items"),                N_ ("Timeline") },
  { "Page_Up|KP_Page_Up",           "timeline.leap-clock", "1",   N_ ("Clock a large step later"),       N_ ("Timeline") },
  { "Page_Down|KP_Page_Down",       "timeline.leap-clock", "-1",  N_ ("Clock a large step earlier"),     N_ ("Timeline") },
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
  atlas_timeline_canvas_activate (ATLAS_TIMELINE (widget)->canvas);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  atlas_timeline_canvas_open_group (ATLAS_TIMELINE (widget)->canvas);
}

static void
fold_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  atlas_timeline_canvas_fold_lanes (ATLAS_TIMELINE (widget)->canvas);
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
  atlas_clock_player_move (ATLAS_TIMELINE (widget)->player, g_variant_get_int32 (parameter));
}

static void
leap_clock_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  atlas_clock_player_leap (ATLAS_TIMELINE (widget)->player, g_variant_get_int32 (parameter));
}

static void
end_clock_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  atlas_clock_player_go_to_end (ATLAS_TIMELINE (widget)->player, g_variant_get_int32 (parameter));
}

/* Twice as fast, or half. */
static void
change_speed_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  AtlasClockPlayer *player = ATLAS_TIMELINE (widget)->player;

  atlas_clock_player_set_speed (player, atlas_clock_player_get_speed (player) * (g_variant_get_int32 (parameter) > 0 ? 2.0 : 0.5));
}

void
atlas_timeline_install_actions (GtkWidgetClass *widget_class)
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
    { "timeline.open", NULL, open_action },
    { "timeline.fold-lanes", NULL, fold_action },
    { "timeline.leave", NULL, leave_action },
    { "timeline.edit-clock", NULL, edit_clock_action },
    { "timeline.step-clock", "i", step_clock_action },
    { "timeline.leap-clock", "i", leap_clock_action },
    { "timeline.end-clock", "i", end_clock_action },
    { "timeline.change-speed", "i", change_speed_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}
