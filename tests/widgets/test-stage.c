// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stage-fixture.h"

#include <math.h>

static gboolean
is_shown (gpointer layer)
{
  return gtk_widget_get_visible (GTK_WIDGET (layer));
}

/* What a key is to bring about. */
typedef enum
{
  STEP, /* that one is at */
  BLANK,
  FROZEN,
  POINTING,
  ANSWERED,
  OVERVIEW,
  FINDING,
  WANDERING,
  CLOCK, /* at a month or year, as YYYYMM or YYYY */
  TYPED,
  ZOOMED, /* closer than the step (1), farther (-1) or as it (0) */
  ENDED,
  LOGGED,
} Effect;

/* clang-format off */
/* From the step, with keys before. */
static const struct
{
  const char *key;
  guint       step;
  const char *before;
  Effect      effect;
  int         value;
  const char *log;
} keys[] = {
  { "Page_Down",        1, NULL,       STEP, 2 },
  { "Page_Up",          3, NULL,       STEP, 2 },
  { "n",                1, NULL,       STEP, 2 },
  { "Right",            1, NULL,       STEP, 2 },
  { "Down",             3, NULL,       STEP, 4 },
  { "space",            3, NULL,       STEP, 4 },
  { "Left",             3, NULL,       STEP, 2 },
  { "Up",               4, NULL,       STEP, 3 },
  { "BackSpace",        4, NULL,       STEP, 3 },
  { "shift+space",      4, NULL,       STEP, 3 },
  { "Home",             4, NULL,       STEP, 1 },
  { "End",              1, NULL,       STEP, 4 },
  { "Return",           1, NULL,       STEP, 2 },
  { "Return",           1, "3",        STEP, 3 },
  { "Return",           4, "2",        STEP, 2 },
  { "Return",           2, "0 4",      STEP, 4 },
  { "0",                1, "1",        TYPED, 10 },
  { "1",                1, "2 Return 2", POINTING, FALSE },
  { "2",                1, NULL,       POINTING, TRUE },
  { "3",                1, NULL,       TYPED, 3 },
  { "4",                1, NULL,       TYPED, 4 },
  { "5",                1, NULL,       TYPED, 5 },
  { "6",                1, NULL,       TYPED, 6 },
  { "7",                1, NULL,       TYPED, 7 },
  { "8",                1, NULL,       TYPED, 8 },
  { "9",                1, NULL,       TYPED, 9 },
  { "Escape",           1, NULL,       ENDED, TRUE },
  { "Escape",           3, "ctrl+plus", WANDERING, FALSE },
  { "Escape",           1, "7",        TYPED, 0 },
  { "Escape",           1, "o",        OVERVIEW, FALSE },
  { "Escape",           1, "ctrl+f",   FINDING, FALSE },
  { "b",                1, NULL,       BLANK, ATLAS_BLANK_BLACK },
  { "b",                1, "b",        BLANK, ATLAS_BLANK_NONE },
  { "period",           1, NULL,       BLANK, ATLAS_BLANK_BLACK },
  { "w",                1, NULL,       BLANK, ATLAS_BLANK_WHITE },
  { "comma",            1, "b",        BLANK, ATLAS_BLANK_WHITE },
  { "Page_Down",        1, "b",        BLANK, ATLAS_BLANK_NONE },
  { "f",                1, NULL,       FROZEN, TRUE },
  { "f",                1, "f",        FROZEN, FALSE },
  { "o",                1, NULL,       OVERVIEW, TRUE },
  { "o",                1, "o",        OVERVIEW, FALSE },
  { "Tab",              1, NULL,       OVERVIEW, TRUE },
  { "Tab",              1, "Tab",      OVERVIEW, FALSE },
  { "Return",           1, "o Right Right", STEP, 3 },
  { "Page_Down",        1, "o",        STEP, 2 },
  { "a",                2, NULL,       ANSWERED, TRUE },
  { "a",                2, "a",        ANSWERED, FALSE },
  { "Page_Down",        2, NULL,       ANSWERED, TRUE },
  { "Page_Down",        2, "Page_Down", STEP, 3 },
  { "ctrl+f",           1, NULL,       FINDING, TRUE },
  { "slash",            1, NULL,       FINDING, TRUE },
  { "Return",           1, "ctrl+f t w o", STEP, 4 },
  { "Page_Down",        1, "ctrl+f x", STEP, 2 },
  { "Return",           1, "ctrl+f 2 0 0 4", CLOCK, 2004 },
  { "ctrl+g",           1, "ctrl+f a Return", STEP, 2 },
  { "F3",               1, "ctrl+f a Return", STEP, 2 },
  { "ctrl+shift+g",     1, "ctrl+f a Return F3", STEP, 1 },
  { "shift+F3",         1, "ctrl+f a Return F3", STEP, 1 },
  { "alt+Left",         1, "ctrl+f b t c Return", WANDERING, FALSE },
  { "alt+Right",        1, "ctrl+f b t c Return alt+Left", WANDERING, TRUE },
  { "ctrl+Left",        2, NULL,       CLOCK, 200606 },
  { "ctrl+Right",       2, NULL,       CLOCK, 200608 },
  { "ctrl+shift+Left",  3, NULL,       CLOCK, 201212 },
  { "ctrl+shift+Right", 3, "ctrl+shift+Left ctrl+shift+Left", CLOCK, 201212 },
  { "ctrl+plus",        1, NULL,       ZOOMED, 1 },
  { "plus",             1, NULL,       ZOOMED, 1 },
  { "ctrl+equal",       1, NULL,       ZOOMED, 1 },
  { "ctrl+minus",       1, NULL,       ZOOMED, -1 },
  { "minus",            1, NULL,       ZOOMED, -1 },
  { "ctrl+0",           1, "plus",     ZOOMED, 0 },
  { "s",                1, NULL,       LOGGED, 0, "timer:start" },
  { "p",                1, NULL,       LOGGED, 0, "timer:pause" },
  { "ctrl+t",           1, NULL,       LOGGED, 0, "timer:reset" },
  { "F9",               1, NULL,       LOGGED, 0, "notes" },
  { "c",                1, NULL,       LOGGED, 0, "console" },
  { "x",                1, NULL,       LOGGED, 0, "swap" },
  { "F11",              1, NULL,       LOGGED, 0, "fullscreen" },
  { "ctrl+question",    1, NULL,       LOGGED, 0, "show-keys" },
  { "F1",               1, NULL,       LOGGED, 0, "show-keys" },
};
/* clang-format on */

typedef struct
{
  StageFixture *fixture;
  guint         row;
} KeyCase;

static int
get_clock (AtlasSession *session)
{
  AtlasTimeSpan clock = atlas_session_get_clock (session);
  AtlasTimeUnit unit = ATLAS_TIME_UNIT_YEAR;
  int           year;
  int           month;

  atlas_day_to_ymd (clock.begin, &year, &month, NULL);
  atlas_time_span_get_unit (clock, &unit);

  return unit == ATLAS_TIME_UNIT_YEAR ? year : 100 * year + month;
}

static int
get_zoomed (AtlasPresentation *presentation)
{
  double zoom = atlas_session_get_camera (atlas_presentation_get_session (presentation)).zoom;
  double rest = atlas_presentation_get_camera (presentation, atlas_presentation_get_step (presentation)).zoom;

  return (zoom > rest + 0.5) - (zoom < rest - 0.5);
}

static int
get_effect (StageFixture *fixture,
            Effect        effect)
{
  AtlasPresentation *presentation = fixture->presentation;

  switch (effect)
    {
    case STEP:
      return (int) atlas_presentation_get_step (presentation);

    case BLANK:
      return (int) atlas_presentation_get_blank (presentation);

    case FROZEN:
      return atlas_presentation_is_frozen (presentation);

    case POINTING:
      return atlas_presentation_is_pointing (presentation);

    case ANSWERED:
      return atlas_presentation_is_answer_shown (presentation);

    case OVERVIEW:
      return is_shown (fixture->stage->overview);

    case FINDING:
      return is_shown (fixture->stage->find);

    case WANDERING:
      return atlas_presentation_is_wandering (presentation);

    case CLOCK:
      return get_clock (fixture->view.session);

    case TYPED:
      return (int) atlas_presentation_get_typed (presentation);

    case ZOOMED:
      return get_zoomed (presentation);

    case ENDED:
      return atlas_presentation_has_ended (presentation);

    case LOGGED:
    default:
      return 0;
    }
}

static gboolean
has_effect (gpointer user_data)
{
  const KeyCase *key = user_data;

  if (keys[key->row].effect == LOGGED)
    return g_str_equal (key->fixture->log->str, keys[key->row].log);

  return get_effect (key->fixture, keys[key->row].effect) == keys[key->row].value;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Keys that come in a run are one call each: what one opens must be there for the next. */
static void
press_before (StageFixture *fixture,
              const char   *before)
{
  g_auto (GStrv) each = g_strsplit (before, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      g_autofree char *arguments = g_strdup_printf ("key %s", each[i]);

      stage_fixture_do (arguments);
      widget_fixture_lay_out (&fixture->view);
    }
}

static void
test_key (StageFixture *fixture,
          gconstpointer data)
{
  KeyCase          key = { fixture, GPOINTER_TO_UINT (data) };
  g_autofree char *arguments = g_strdup_printf ("key %s", keys[key.row].key);

  atlas_presentation_go (fixture->presentation, keys[key.row].step);
  settle ();
  if (keys[key.row].before != NULL)
    press_before (fixture, keys[key.row].before);
  g_string_truncate (fixture->log, 0);
  if (stage_fixture_do (arguments))
    widget_fixture_await (has_effect, &key, keys[key.row].key);
}

/* No row of the table is left out above, whatever is added to it. Keys of the number pad do the same as others. */
static void
test_all_keys (void)
{
  static const char *const names[][2] = { { "<Control>", "ctrl+" }, { "<Shift>", "shift+" }, { "<Alt>", "alt+" }, { "shift+ctrl+", "ctrl+shift+" } };
  guint                    n_bindings = 0;
  const AtlasKeyBinding   *bindings = atlas_presenter_keys_get (&n_bindings);

  for (guint i = 0; i < n_bindings; i++)
    {
      g_auto (GStrv) triggers = g_strsplit (bindings[i].trigger, "|", -1);

      for (guint k = 0; triggers[k] != NULL; k++)
        {
          g_autoptr (GString) trigger = g_string_new (triggers[k]);
          gboolean is_tested = strstr (triggers[k], "KP_") != NULL || strstr (triggers[k], "ISO_") != NULL ||
                               g_str_equal (triggers[k], "Back") || g_str_equal (triggers[k], "Forward");
          guint           keyval = 0;
          GdkModifierType modifiers;

          g_assert_true (gtk_accelerator_parse (triggers[k], &keyval, &modifiers));
          for (guint n = 0; n < G_N_ELEMENTS (names); n++)
            g_string_replace (trigger, names[n][0], names[n][1], 0);
          for (guint row = 0; row < G_N_ELEMENTS (keys); row++)
            is_tested |= g_str_equal (keys[row].key, trigger->str);
          if (!is_tested)
            g_error ("nobody presses “%s”", trigger->str);
        }
    }
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

  g_test_add_func ("/stage/all-keys", test_all_keys);
  g_test_add_func ("/stage/marks", test_marks);
  ADD ("overview", test_overview);
  ADD ("freeze", test_freeze);
  ADD ("blank", test_blank);
  ADD ("pointer", test_pointer);
  ADD ("drag-and-back", test_drag_and_back);
  ADD ("click-beside", test_click_beside);
  ADD ("sizes", test_sizes);
  ADD ("accessible", test_accessible);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *path = g_strdup_printf ("/stage/key/%u-%s", i + 1, keys[i].key);

      g_test_add (path, StageFixture, GUINT_TO_POINTER (i), stage_fixture_set_up, test_key, stage_fixture_tear_down);
    }

  return g_test_run ();
}
