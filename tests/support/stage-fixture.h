// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-presenter-keys.h"
#include "atlas-stage-private.h"
#include "atlas-stage-strip.h"

#include "widget-fixture.h"

/* A stage of a tour of the built-in atlas, in a window that is as large as the pointer is never outside of. */
#define STAGE_FIXTURE_WIDTH 1120
#define STAGE_FIXTURE_HEIGHT 630

typedef struct
{
  WidgetFixture      view; /* its session is the presentation's */
  AtlasTour         *tour;
  AtlasPresentation *presentation;
  AtlasStage        *stage; /* the view's widget */
  GString           *log;   /* of the actions that belong to the program */
} StageFixture;

/* clang-format off */
static const struct
{
  const char *title;
  const char *text;
  const char *state;
  const char *question;
  const char *answer;
} stage_steps[] = {
  { "A treaty of friendship", "Signed in Moscow [12].", "#date=1997-07&range=1991/2010&map=5/45/43", NULL, NULL },
  { "Oil to the Mediterranean", "The line begins to work.", "#date=2006-07&range=1999/2010&map=5.4/40/42&item=btc", "Through which capital?", "Tbilisi." },
  { "A radar is closed", "And what had been is all past.", "#date=2013&mode=upto&range=1991/2020&map=7/40.9/47.8&item=gabala-radar&show=site", NULL, NULL },
  { "Two dates", "Then and now.", "#date=2021&compare=1996&range=1991/2030&map=6/40/47", NULL, NULL },
};
/* clang-format on */

static inline AtlasTour *
stage_fixture_create_tour (void)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (stage_steps); i++)
    {
      g_autoptr (AtlasSessionState) state = atlas_session_state_parse (stage_steps[i].state, NULL);
      AtlasTourStepSpec spec = { .title = stage_steps[i].title, .text = stage_steps[i].text, .state = state,
                                 .question = stage_steps[i].question, .answer = stage_steps[i].answer };

      g_ptr_array_add (steps, atlas_tour_step_new (&spec));
    }

  return atlas_tour_new ("stage", "A tour for a stage", NULL, steps);
}

static inline void
stage_fixture_log_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  g_string_append (user_data, g_action_get_name (G_ACTION (action)));
  if (parameter != NULL)
    g_string_append_printf (user_data, ":%s", g_variant_get_string (parameter, NULL));
}

/* Stands for what the program adds. */
static inline void
stage_fixture_add_actions (StageFixture *fixture)
{
  static const char *const names[] = { "timer", "notes", "console", "swap", "fullscreen", "show-keys" };
  g_autoptr (GSimpleActionGroup) group = atlas_presenter_actions_new (fixture->presentation);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (names[i], i == 0 ? G_VARIANT_TYPE_STRING : NULL);

      g_signal_connect (action, "activate", G_CALLBACK (stage_fixture_log_cb), fixture->log);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->stage), "present", G_ACTION_GROUP (group));
}

static inline void
stage_fixture_set_up (StageFixture *fixture,
                      gconstpointer data)
{
  WidgetFixture *view = &fixture->view;
  g_autoptr (GtkCssProvider) opaque = gtk_css_provider_new ();

  widget_fixture_set_animations (FALSE);
  fixture->log = g_string_new (NULL);
  fixture->tour = stage_fixture_create_tour ();
  view->dataset = widget_fixture_load ();
  fixture->presentation = atlas_presentation_new (view->dataset, fixture->tour);
  view->session = atlas_presentation_get_session (fixture->presentation);
  view->widget = g_object_ref_sink (atlas_stage_new (fixture->presentation));
  fixture->stage = ATLAS_STAGE (view->widget);
  stage_fixture_add_actions (fixture);

  /* The program's grounds are opaque. */
  gtk_css_provider_load_from_data (opaque, "atlas-stage-content, .stage-still { background: white; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (opaque), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  view->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (view->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (view->window), STAGE_FIXTURE_WIDTH, STAGE_FIXTURE_HEIGHT);
  gtk_window_set_child (GTK_WINDOW (view->window), view->widget);
  gtk_window_present (GTK_WINDOW (view->window));
  gtk_widget_grab_focus (view->widget);
  widget_fixture_lay_out (view);
}

static inline void
stage_fixture_tear_down (StageFixture *fixture,
                         gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->view.window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  widget_fixture_await (widget_fixture_is_last, fixture->view.widget, "all to let go of the stage");
  g_assert_finalize_object (fixture->view.widget);
  widget_fixture_await (widget_fixture_is_last, fixture->presentation, "all to let go of the presentation");
  g_assert_finalize_object (fixture->presentation);
  g_assert_finalize_object (fixture->tour);
  widget_fixture_await (widget_fixture_is_last, fixture->view.dataset, "all to let go of the atlas");
  g_assert_finalize_object (fixture->view.dataset);
  g_string_free (fixture->log, TRUE);
}

/* As hands do it: "key Page_Down", "mousemove 40 50 click 1". FALSE: there is no xdotool, and the test is skipped. */
static inline gboolean
stage_fixture_do (const char *arguments)
{
  g_autofree char *program = g_find_program_in_path ("xdotool");
  g_autofree char *line = g_strdup_printf ("xdotool %s", arguments);
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (program == NULL)
    {
      g_test_skip ("no xdotool");
      return FALSE;
    }

  g_spawn_command_line_sync (line, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return TRUE;
}

/* What is seen in the window, px by px. (transfer full) */
static inline GBytes *
stage_fixture_take_picture (StageFixture *fixture)
{
  GtkWidget   *widget = fixture->view.widget;
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  int          width = gtk_widget_get_width (widget);
  int          height = gtk_widget_get_height (widget);
  guchar      *pixels = g_malloc ((gsize) width * (gsize) height * 4);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  widget_fixture_lay_out (&fixture->view);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_download (texture, pixels, (gsize) width * 4);

  return g_bytes_new_take (pixels, (gsize) width * (gsize) height * 4);
}
