// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stage-fixture.h"

#include <math.h>

static gboolean
is_shown (gpointer layer)
{
  return gtk_widget_get_visible (GTK_WIDGET (layer));
}

static void
test_overview (StageFixture *fixture,
               gconstpointer data)
{
  AtlasStage *stage = fixture->stage;

  atlas_presentation_go (fixture->presentation, 3);
  g_assert_true (gtk_widget_activate_action (fixture->view.widget, "present.overview", NULL));
  widget_fixture_lay_out (&fixture->view);
  for (guint step = 1; step <= G_N_ELEMENTS (stage_steps); step++)
    while (!atlas_step_pictures_is_ready (stage->pictures, step))
      g_main_context_iteration (NULL, TRUE);

  /* One is where one is. */
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->view.window)), GTK_WIDGET (stage->overview)));
  atlas_presentation_next (fixture->presentation);
  g_assert_true (is_shown (stage->overview));
  g_assert_true (gtk_widget_activate_action (fixture->view.widget, "present.overview", NULL));
  g_assert_false (is_shown (stage->overview));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->view.window)) == fixture->view.widget);
}

/* What is painted bit by bit comes to rest. */
static GBytes *
take_settled (StageFixture *fixture)
{
  g_autoptr (GBytes) last = stage_fixture_take_picture (fixture);

  for (guint tries = 0; tries < 100; tries++)
    {
      g_autoptr (GBytes) picture = stage_fixture_take_picture (fixture);

      if (g_bytes_equal (last, picture))
        return g_steal_pointer (&picture);
      g_bytes_unref (last);
      last = g_steal_pointer (&picture);
    }

  g_error ("the stage does not come to rest");
}

/* The hall sees what it saw, while the session moves on. */
static void
test_freeze (StageFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GBytes) live = NULL;
  g_autoptr (GBytes) still = NULL;
  g_autoptr (GBytes) later = NULL;
  g_autoptr (GBytes) after = NULL;

  live = take_settled (fixture);
  atlas_presentation_set_frozen (fixture->presentation, TRUE);
  still = take_settled (fixture);
  g_assert_true (g_bytes_equal (live, still));

  atlas_presentation_go (fixture->presentation, 3);
  atlas_session_select_id (fixture->view.session, "btc");
  later = stage_fixture_take_picture (fixture);
  g_assert_true (g_bytes_equal (still, later));

  atlas_presentation_set_frozen (fixture->presentation, FALSE);
  after = stage_fixture_take_picture (fixture);
  g_assert_false (g_bytes_equal (still, after));
}

static void
test_blank (StageFixture *fixture,
            gconstpointer data)
{
  GtkWidget *cover = fixture->stage->cover;

  g_assert_false (is_shown (cover));
  atlas_presentation_set_blank (fixture->presentation, ATLAS_BLANK_BLACK);
  g_assert_true (is_shown (cover) && gtk_widget_has_css_class (cover, "black"));
  atlas_presentation_set_blank (fixture->presentation, ATLAS_BLANK_WHITE);
  g_assert_true (is_shown (cover) && gtk_widget_has_css_class (cover, "white") && !gtk_widget_has_css_class (cover, "black"));
  widget_fixture_lay_out (&fixture->view);
  g_assert_cmpint (gtk_widget_get_width (cover), ==, STAGE_FIXTURE_WIDTH);
  g_assert_cmpint (gtk_widget_get_height (cover), ==, STAGE_FIXTURE_HEIGHT);
  atlas_presentation_next (fixture->presentation);
  g_assert_false (is_shown (cover));
}

static gboolean
points (gpointer user_data)
{
  AtlasPoint pointer = atlas_presentation_get_pointer (user_data);

  return fabs (pointer.x - 400.0 / STAGE_FIXTURE_WIDTH) < 0.01 && fabs (pointer.y - 300.0 / STAGE_FIXTURE_HEIGHT) < 0.01;
}

static void
test_pointer (StageFixture *fixture,
              gconstpointer data)
{
  atlas_presentation_set_pointing (fixture->presentation, TRUE);
  if (stage_fixture_do ("mousemove 380 300 sleep 0.05 mousemove 400 300"))
    widget_fixture_await (points, fixture->presentation, "the pointer");
}

static gboolean
is_wandering (gpointer presentation)
{
  return atlas_presentation_is_wandering (presentation);
}

static gboolean
is_back (gpointer presentation)
{
  return !atlas_presentation_is_wandering (presentation);
}

/* Where the middle of a widget is in the window, for xdotool. */
static char *
write_place (GtkWidget *widget,
             GtkWidget *window,
             double     dx,
             double     dy)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));

  return g_strdup_printf ("%d %d", (int) (bounds.origin.x + bounds.size.width / 2 + dx), (int) (bounds.origin.y + bounds.size.height / 2 + dy));
}

/* A drag of the map is wandering, and the way back is a button. */
static void
test_drag_and_back (StageFixture *fixture,
                    gconstpointer data)
{
  GtkWidget       *map = GTK_WIDGET (atlas_stage_get_map (fixture->stage));
  g_autofree char *from = write_place (map, fixture->view.window, -50, -50);
  g_autofree char *via = write_place (map, fixture->view.window, -20, -35);
  g_autofree char *to = write_place (map, fixture->view.window, 60, 10);
  g_autofree char *drag = g_strdup_printf ("mousemove %s mousedown 1 sleep 0.1 mousemove %s sleep 0.1 mousemove %s sleep 0.1 mouseup 1", from, via, to);
  g_autoptr (AtlasSessionState) before = atlas_session_dup_state (fixture->view.session);
  g_autoptr (AtlasSessionState) after = NULL;
  g_autofree char *back = NULL;
  g_autofree char *click = NULL;

  g_assert_false (is_shown (fixture->stage->back));
  if (!stage_fixture_do (drag))
    return;
  widget_fixture_await (is_wandering, fixture->presentation, "a drag");
  widget_fixture_lay_out (&fixture->view);
  g_assert_true (is_shown (fixture->stage->back));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (fixture->stage->back)), ==, "Back to step 1");

  back = write_place (fixture->stage->back, fixture->view.window, 0, 0);
  click = g_strdup_printf ("mousemove %s sleep 0.1 click 1", back);
  stage_fixture_do (click);
  widget_fixture_await (is_back, fixture->presentation, "the way back");
  g_assert_false (is_shown (fixture->stage->back));
  after = atlas_session_dup_state (fixture->view.session);
  g_assert_true (atlas_session_state_equal (before, after));
}

static gboolean
is_at_second (gpointer presentation)
{
  return atlas_presentation_get_step (presentation) == 2;
}

static void
test_click_beside (StageFixture *fixture,
                   gconstpointer data)
{
  if (stage_fixture_do ("mousemove 60 300 sleep 0.1 click 1"))
    widget_fixture_await (is_at_second, fixture->presentation, "a click beside the map");
}

/* Everything has its room, in any size and with any type, and the map has the most. */
static void
test_sizes (StageFixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    int width, height, dpi, least; /* % of it that is the map */
  } sizes[] = { { 1920, 1080, 96, 55 }, { 1280, 720, 96, 55 }, { 1024, 768, 96, 35 }, { 1920, 1080, 192, 45 }, { 1024, 768, 192, 20 }, { 640, 480, 96, 20 }, { 300, 200, 96, 0 }, { 60, 40, 96, 0 } };
  GtkWidget *content = atlas_stage_get_content (fixture->stage);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GtkWidget *map = GTK_WIDGET (atlas_stage_get_map (fixture->stage));

      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", sizes[i].dpi * 1024, NULL);
      for (guint step = 1; step <= G_N_ELEMENTS (stage_steps); step++)
        {
          atlas_presentation_go (fixture->presentation, step);
          atlas_presentation_set_answer_shown (fixture->presentation, TRUE);
          gtk_widget_allocate (content, sizes[i].width, sizes[i].height, -1, NULL);
          g_assert_false (atlas_presentation_is_wandering (fixture->presentation));
          for (GtkWidget *child = gtk_widget_get_first_child (content); child != NULL && sizes[i].width >= 640; child = gtk_widget_get_next_sibling (child))
            {
              graphene_rect_t bounds;

              if (!gtk_widget_get_visible (child))
                continue;
              g_assert_true (gtk_widget_compute_bounds (child, content, &bounds));
              g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, sizes[i].height + 1);
              g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, sizes[i].width + 1);
            }
          g_assert_cmpint (gtk_widget_get_width (map) * gtk_widget_get_height (map) * 100 / (sizes[i].width * sizes[i].height), >=, sizes[i].least);
        }
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

/* Who listens hears where one is. */
static void
test_accessible (StageFixture *fixture,
                 gconstpointer data)
{
  static const char *const words[] = { "Oil to the Mediterranean", "The line begins to work.", "Through which capital?", "July 2006", "2 / 4" };
  GtkWidget               *content = atlas_stage_get_content (fixture->stage);

  atlas_presentation_go (fixture->presentation, 2);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gboolean is_found = FALSE;

      for (GtkWidget *child = gtk_widget_get_first_child (content); child != NULL; child = gtk_widget_get_next_sibling (child))
        is_found |= GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), words[i]);
      g_assert_true (is_found);
    }
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (content), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
test_marks (void)
{
  g_autoptr (AtlasTour) tour = stage_fixture_create_tour ();
  AtlasTimeSpan span = atlas_stage_strip_get_span (tour, ATLAS_TIME_SPAN_NONE);
  g_autoptr (GArray) marks = atlas_stage_strip_place (tour, span, 1000.0, 300.0);
  double last = -G_MAXDOUBLE;
  int    year;

  atlas_day_to_ymd (span.begin, &year, NULL, NULL);
  g_assert_cmpint (year, ==, 1996);
  atlas_day_to_ymd (span.end, &year, NULL, NULL);
  g_assert_cmpint (year, ==, 2022);
  g_assert_cmpuint (marks->len, ==, 4);
  for (guint i = 0; i < marks->len; i++)
    {
      const AtlasStageMark *mark = &g_array_index (marks, AtlasStageMark, i);

      g_assert_true (mark->has_date);
      g_assert_cmpfloat (mark->x, >=, last + 299.0);
      g_assert_cmpfloat (mark->x, <=, 1000.5);
      last = mark->x;
    }
}

#define ADD(path_, test_) g_test_add ("/stage/" path_, StageFixture, NULL, stage_fixture_set_up, test_, stage_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  if (!widget_fixture_init (&argc, &argv))
    return 0;

  g_test_add_func ("/stage/marks", test_marks);
  ADD ("overview", test_overview);
  ADD ("freeze", test_freeze);
  ADD ("blank", test_blank);
  ADD ("pointer", test_pointer);
  ADD ("drag-and-back", test_drag_and_back);
  ADD ("click-beside", test_click_beside);
  ADD ("sizes", test_sizes);
  ADD ("accessible", test_accessible);

  return g_test_run ();
}
