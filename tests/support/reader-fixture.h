// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "detail-fixture.h"

/* The report's page alone, in a window. */
static inline void
reader_fixture_set_up (WidgetFixture *fixture,
        gconstpointer  data)
{
  widget_fixture_set_animations (FALSE);
  widget_fixture_set_up (fixture, atlas_reader_new (), 360, 600);
}

static inline void
reader_fixture_set_up_wide (WidgetFixture *fixture,
             gconstpointer  data)
{
  widget_fixture_set_animations (FALSE);
  widget_fixture_set_up (fixture, atlas_reader_new (), 900, 600);
}

static inline AtlasReader *
reader_fixture_get_reader (WidgetFixture *fixture)
{
  return ATLAS_READER (fixture->widget);
}

static inline void
reader_fixture_act (WidgetFixture *fixture,
     const char    *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->widget, action, NULL));
}

static inline void
reader_fixture_act_int (WidgetFixture *fixture,
         const char    *action,
         int            count)
{
  g_assert_true (gtk_widget_activate_action (fixture->widget, action, "i", count));
}

static inline void
reader_fixture_press (const char *key)
{
  g_autofree char *line = g_strdup_printf ("xdotool key %s", key);
  g_autoptr (GError) error = NULL;

  g_spawn_command_line_sync (line, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static inline gboolean
reader_fixture_has_keys (void)
{
  g_autofree char *program = g_find_program_in_path ("xdotool");

  if (program == NULL)
    g_test_skip ("no xdotool");

  return program != NULL;
}

static inline void
reader_fixture_tab (WidgetFixture *fixture)
{
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
}

static inline gboolean
reader_fixture_sees (WidgetFixture *fixture,
      const char    *passage)
{
  return detail_fixture_sees_in_report (reader_fixture_get_reader (fixture), passage);
}

typedef struct
{
  WidgetFixture *fixture;
  const char    *passage;
} ReaderFixtureSight;

static inline gboolean
reader_fixture_is_seen (gpointer user_data)
{
  ReaderFixtureSight *sight = user_data;

  return reader_fixture_sees (sight->fixture, sight->passage);
}

static inline void
reader_fixture_await_passage (WidgetFixture *fixture,
               const char    *passage)
{
  widget_fixture_await (reader_fixture_is_seen, &(ReaderFixtureSight){ fixture, passage }, passage);
}
