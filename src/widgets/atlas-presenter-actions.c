// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-presenter-keys.h"

/* The actions that only command a presentation. */

typedef void (*Act) (AtlasPresentation *presentation);

/* Those without a parameter. */
static const struct
{
  const char *name;
  Act         act;
} plain[] = {
  { "next", atlas_presentation_next },
  { "previous", atlas_presentation_previous },
  { "first", atlas_presentation_first },
  { "last", atlas_presentation_last },
  { "enter", atlas_presentation_enter },
  { "leave", atlas_presentation_leave },
  { "return", atlas_presentation_return },
  { "end", atlas_presentation_end },
};

static void
act_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (g_str_equal (plain[i].name, name))
      {
        plain[i].act (user_data);
        return;
      }
}

static void
digit_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  atlas_presentation_type_digit (user_data, (guint) CLAMP (g_variant_get_int32 (parameter), 0, 9));
}

static void
blank_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  gboolean is_white = g_str_equal (g_variant_get_string (parameter, NULL), "white");

  atlas_presentation_toggle_blank (user_data, is_white ? ATLAS_BLANK_WHITE : ATLAS_BLANK_BLACK);
}

static void
freeze_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  atlas_presentation_set_frozen (user_data, !atlas_presentation_is_frozen (user_data));
}

static void
pointing_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  atlas_presentation_set_pointing (user_data, g_variant_get_boolean (parameter));
}

static void
answer_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  atlas_presentation_set_answer_shown (user_data, !atlas_presentation_is_answer_shown (user_data));
}

/* By what the clock shows: a day, a month, a quarter or a year. */
static void
step_clock_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  AtlasSession *session = atlas_presentation_get_session (user_data);
  AtlasTimeUnit unit = ATLAS_TIME_UNIT_YEAR;

  if (atlas_time_span_is_empty (atlas_session_get_clock (session)) || !atlas_time_span_get_unit (atlas_session_get_clock (session), &unit))
    unit = ATLAS_TIME_UNIT_MONTH;
  atlas_session_step_clock (session, MIN (unit, ATLAS_TIME_UNIT_YEAR), g_variant_get_int32 (parameter));
}

static void
step_change_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  atlas_session_step_change (atlas_presentation_get_session (user_data), g_variant_get_int32 (parameter));
}

static void
history_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  atlas_session_go (atlas_presentation_get_session (user_data), g_variant_get_int32 (parameter));
}

static void
zoom_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  AtlasSession *session = atlas_presentation_get_session (user_data);
  AtlasCamera   camera = atlas_session_get_camera (session);

  if (g_variant_get_int32 (parameter) == 0)
    camera = atlas_presentation_get_camera (user_data, atlas_presentation_get_step (user_data));
  else
    camera.zoom += g_variant_get_int32 (parameter);
  atlas_session_set_camera (session, camera);
}

GSimpleActionGroup *
atlas_presenter_actions_new (AtlasPresentation *presentation)
{
  static const struct
  {
    const char *name;
    const char *type;
    void (*activate) (GSimpleAction *action, GVariant *parameter, gpointer user_data);
  } others[] = {
    { "digit", "i", digit_cb },
    { "blank", "s", blank_cb },
    { "freeze", NULL, freeze_cb },
    { "pointing", "b", pointing_cb },
    { "answer", NULL, answer_cb },
    { "step-clock", "i", step_clock_cb },
    { "step-change", "i", step_change_cb },
    { "history", "i", history_cb },
    { "zoom", "i", zoom_cb },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (plain[i].name, NULL);

      g_signal_connect_object (action, "activate", G_CALLBACK (act_cb), presentation, G_CONNECT_DEFAULT);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GVariantType) type = others[i].type != NULL ? g_variant_type_new (others[i].type) : NULL;
      g_autoptr (GSimpleAction) action = g_simple_action_new (others[i].name, type);

      g_signal_connect_object (action, "activate", G_CALLBACK (others[i].activate), presentation, G_CONNECT_DEFAULT);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }

  return group;
}
