// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-console-private.h"
#include "atlas-presenter-keys.h"
#include "widget-fixture.h"

#include <math.h>

/* A console of a presentation of the built-in atlas, and a stopwatch that the test's clock drives. */
typedef struct
{
  AtlasDataset      *dataset;
  AtlasPresentation *presentation;
  AtlasStopwatch    *stopwatch;
  gint64             now; /* µs */
  AtlasConsole      *console;
  GtkWidget         *window;
} Fixture;

static gint64
tell_now (gpointer user_data)
{
  return ((Fixture *) user_data)->now;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->dataset = widget_fixture_load ();
  fixture->presentation = atlas_presentation_new (fixture->dataset, g_ptr_array_index (atlas_dataset_get_tours (fixture->dataset), 1));
  fixture->stopwatch = atlas_stopwatch_new_with_clock (tell_now, fixture);
  fixture->console = ATLAS_CONSOLE (g_object_ref_sink (atlas_console_new ()));
  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1024, 640);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->console));
  atlas_console_set_presentation (fixture->console, fixture->presentation, fixture->stopwatch);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->console));
  settle ();
}

static gboolean
is_let_go (gpointer user_data)
{
  return G_OBJECT (user_data)->ref_count == 1;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  widget_fixture_await (is_let_go, fixture->console, "all to let go of the console");
  g_assert_finalize_object (fixture->console);
  g_assert_finalize_object (fixture->stopwatch);
  widget_fixture_await (is_let_go, fixture->presentation, "all to let go of the presentation");
  g_assert_finalize_object (fixture->presentation);
  widget_fixture_await (is_let_go, fixture->dataset, "all to let go of the atlas");
  g_assert_finalize_object (fixture->dataset);
}

static const char *
get_state_words (Fixture *fixture)
{
  return gtk_label_get_text (fixture->console->state_words);
}

static void
act (Fixture    *fixture,
     const char *action,
     const char *parameter)
{
  g_autoptr (GVariant) value = parameter != NULL ? g_variant_ref_sink (g_variant_parse (NULL, parameter, NULL, NULL, NULL)) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->console), action, value));
}

/* What is commanded elsewhere, by whichever window, is shown here. */
static void
test_follows (Fixture      *fixture,
              gconstpointer data)
{
  AtlasTour *tour = atlas_presentation_get_tour (fixture->presentation);
  guint      n_steps = atlas_presentation_get_n_steps (fixture->presentation);

  for (guint step = 1; step <= n_steps; step++)
    {
      AtlasTourStep   *current = atlas_tour_get_step (tour, step - 1);
      AtlasTourStep   *next = atlas_tour_get_step (tour, step);
      g_autofree char *date = atlas_presentation_dup_date (current);
      g_autofree char *caption = g_strdup_printf ("Step %u of %u", step, n_steps);
      g_autofree char *notes = NULL;

      atlas_presentation_go (fixture->presentation, step);
      notes = atlas_console_notes_dup_text (fixture->console->notes);
      g_assert_cmpstr (gtk_label_get_text (fixture->console->current_caption), ==, caption);
      g_assert_cmpstr (gtk_label_get_text (fixture->console->current_title), ==, atlas_tour_step_get_title (current));
      g_assert_cmpstr (gtk_label_get_text (fixture->console->current_date), ==, date);
      g_assert_cmpstr (gtk_label_get_text (fixture->console->next_title), ==,
                       next != NULL ? atlas_tour_step_get_title (next) : "This is the last step.");
      if (atlas_tour_step_get_notes (current) != NULL)
        g_assert_true (g_str_has_prefix (notes, atlas_tour_step_get_notes (current)));
      if (atlas_tour_step_get_answer (current) != NULL)
        g_assert_nonnull (strstr (notes, atlas_tour_step_get_answer (current)));
    }
}

/* What the hall sees, in words. */
static void
test_states (Fixture      *fixture,
             gconstpointer data)
{
  AtlasPresentation *presentation = fixture->presentation;

  atlas_presentation_go (presentation, 3);
  g_assert_cmpstr (get_state_words (fixture), ==, "The hall sees step 3");

  atlas_presentation_set_frozen (presentation, TRUE);
  g_assert_cmpstr (get_state_words (fixture), ==, "Frozen at step 3");
  atlas_presentation_go (presentation, 5);
  g_assert_cmpstr (get_state_words (fixture), ==, "Frozen at step 3; you are at step 5");
  atlas_presentation_set_blank (presentation, ATLAS_BLANK_BLACK);
  g_assert_cmpstr (get_state_words (fixture), ==, "Black: the hall sees nothing");
  atlas_presentation_set_blank (presentation, ATLAS_BLANK_WHITE);
  g_assert_cmpstr (get_state_words (fixture), ==, "White: the hall sees nothing");
  atlas_presentation_set_blank (presentation, ATLAS_BLANK_NONE);
  atlas_presentation_set_frozen (presentation, FALSE);
  g_assert_cmpstr (get_state_words (fixture), ==, "The hall sees step 5");

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->console->back)));
  g_assert_true (atlas_session_select_id (atlas_presentation_get_session (presentation), "shah-deniz"));
  g_assert_cmpstr (get_state_words (fixture), ==, "Wandering from step 5");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->console->back)));
  act (fixture, "present.return", NULL);
  g_assert_cmpstr (get_state_words (fixture), ==, "The hall sees step 5");
  g_assert_false (atlas_presentation_is_wandering (presentation));
}

/* What is commanded here reaches the presentation, and so the stage. */
static void
test_commands (Fixture      *fixture,
               gconstpointer data)
{
  AtlasPresentation *presentation = fixture->presentation;

  act (fixture, "present.next", NULL);
  act (fixture, "present.next", NULL);
  g_assert_cmpuint (atlas_presentation_get_step (presentation), ==, 3);
  act (fixture, "present.previous", NULL);
  g_assert_cmpuint (atlas_presentation_get_step (presentation), ==, 2);
  act (fixture, "present.blank", "'black'");
  g_assert_cmpint (atlas_presentation_get_blank (presentation), ==, ATLAS_BLANK_BLACK);
  act (fixture, "present.blank", "'black'");
  g_assert_cmpint (atlas_presentation_get_blank (presentation), ==, ATLAS_BLANK_NONE);
  act (fixture, "present.freeze", NULL);
  g_assert_true (atlas_presentation_is_frozen (presentation));
  act (fixture, "present.toggle-pointing", NULL);
  g_assert_true (atlas_presentation_is_pointing (presentation));

  g_assert_false (atlas_stopwatch_get_running (fixture->stopwatch));
  act (fixture, "present.timer", "'start'");
  g_assert_true (atlas_stopwatch_get_running (fixture->stopwatch));
  fixture->now += 90 * G_USEC_PER_SEC;
  act (fixture, "present.timer", "'pause'");
  g_assert_cmpint (atlas_stopwatch_get_elapsed (fixture->stopwatch), ==, 90);
  act (fixture, "present.timer", "'reset'");
  g_assert_cmpint (atlas_stopwatch_get_elapsed (fixture->stopwatch), ==, 0);
}

/* Everything has a button; those that are shown can be pressed, and show what is on. */
static void
test_buttons (Fixture      *fixture,
              gconstpointer data)
{
  guint n_shown = 0;
  guint n_on = 0;

  atlas_presentation_set_frozen (fixture->presentation, TRUE);
  for (GtkWidget *button = gtk_widget_get_first_child (fixture->console->buttons); button != NULL; button = gtk_widget_get_next_sibling (button))
    if (gtk_widget_get_visible (button))
      {
        n_shown++;
        g_assert_true (gtk_widget_is_sensitive (button));
        g_assert_nonnull (gtk_widget_get_tooltip_text (button));
        n_on += GTK_IS_TOGGLE_BUTTON (button) && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button));
      }
  g_assert_cmpuint (n_shown, ==, 7); /* no answer, and no screens to exchange */
  g_assert_cmpuint (n_on, ==, 1);
}

static void
test_notes_size (Fixture      *fixture,
                 gconstpointer data)
{
  double size = 0.0;

  g_object_set (fixture->console, "notes-size", 2.0, NULL);
  g_assert_cmpfloat (atlas_console_notes_get_size (fixture->console->notes), ==, 2.0);
  atlas_console_notes_resize (fixture->console->notes, 1);
  g_object_get (fixture->console, "notes-size", &size, NULL);
  g_assert_cmpfloat (size, >, 2.0);
  for (guint i = 0; i < 50; i++)
    atlas_console_notes_resize (fixture->console->notes, -1);
  g_assert_cmpfloat (atlas_console_notes_get_size (fixture->console->notes), ==, ATLAS_CONSOLE_NOTES_MIN_SIZE);
  atlas_console_notes_resize (fixture->console->notes, 0);
  g_assert_cmpfloat (atlas_console_notes_get_size (fixture->console->notes), ==, 1.0);
}

/* The report's numbers are one thing, what is independent of it another; no source is there twice. */
static void
test_sources (Fixture      *fixture,
              gconstpointer data)
{
  guint n_steps = atlas_presentation_get_n_steps (fixture->presentation);

  for (guint step = 1; step <= n_steps; step++)
    {
      AtlasTourStep *current = atlas_tour_get_step (atlas_presentation_get_tour (fixture->presentation), step - 1);
      guint          n_citations = 0;
      guint          n_named = g_strv_length ((GStrv) atlas_tour_step_get_sources (current));

      atlas_tour_step_get_citations (current, &n_citations);
      atlas_presentation_go (fixture->presentation, step);
      g_assert_cmpuint (atlas_console_sources_get_n_sources (fixture->console->sources), >=, n_citations + n_named);
    }

  atlas_presentation_first (fixture->presentation);
  g_assert_true (atlas_session_select_id (atlas_presentation_get_session (fixture->presentation), "btc"));
  g_assert_cmpuint (atlas_console_sources_get_n_sources (fixture->console->sources), >, 5);
}

/* The same place of the picture, however it is letterboxed. */
static void
test_pointer (Fixture      *fixture,
              gconstpointer data)
{
  graphene_rect_t place;

  g_assert_true (atlas_console_live_get_place (fixture->console->live, &place));
  g_assert_cmpfloat_with_epsilon ((double) (place.size.width / place.size.height), 16.0 / 9.0, 0.02);
  g_assert_cmpfloat ((double) place.size.width, <=, gtk_widget_get_width (GTK_WIDGET (fixture->console->live)));
  g_assert_cmpfloat ((double) place.size.height, <=, gtk_widget_get_height (GTK_WIDGET (fixture->console->live)));
}

/* clang-format off */
static const struct
{
  int width;
  int height;
} sizes[] = { { 1024, 640 }, { 1366, 768 }, { 1920, 1080 } };
/* clang-format on */

static void
test_fits (Fixture      *fixture,
           gconstpointer data)
{
  int width = 0;
  int height = 0;

  gtk_widget_measure (GTK_WIDGET (fixture->console), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gtk_widget_measure (GTK_WIDGET (fixture->console), GTK_ORIENTATION_VERTICAL, sizes[i].width, &height, NULL, NULL, NULL);
      g_assert_cmpint (width, <=, sizes[i].width);
      g_assert_cmpint (height, <=, sizes[i].height);
    }
}

static void
test_find (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSearch) search = atlas_search_new (fixture->dataset, NULL, &error);
  g_autoptr (AtlasSessionState) before = atlas_session_dup_state (atlas_presentation_get_session (fixture->presentation));
  g_autoptr (AtlasSessionState) after = NULL;
  GtkWidget *entry = NULL;

  g_assert_no_error (error);
  atlas_console_set_search (fixture->console, search);
  act (fixture, "present.find", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->console->stack), ==, "find");
  entry = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (GTK_IS_TEXT (entry));

  gtk_editable_set_text (GTK_EDITABLE (entry), "kars tbilisi railway");
  settle ();
  after = atlas_session_dup_state (atlas_presentation_get_session (fixture->presentation));
  g_assert_true (atlas_session_state_equal (before, after));
  g_assert_false (atlas_presentation_is_wandering (fixture->presentation));

  gtk_editable_set_text (GTK_EDITABLE (entry), "June 2006"); /* a date stands first */
  g_signal_emit_by_name (gtk_widget_get_parent (entry), "activate");
  g_assert_true (atlas_presentation_is_wandering (fixture->presentation));
  g_assert_cmpint (atlas_session_get_clock (atlas_presentation_get_session (fixture->presentation)).begin, ==, atlas_day_from_ymd (2006, 6, 1));
  atlas_presentation_return (fixture->presentation);

  gtk_editable_set_text (GTK_EDITABLE (entry), atlas_tour_step_get_title (atlas_tour_get_step (atlas_presentation_get_tour (fixture->presentation), 6)));
  g_signal_emit_by_name (gtk_widget_get_parent (entry), "activate");
  g_assert_cmpuint (atlas_presentation_get_step (fixture->presentation), ==, 7);
  g_assert_false (atlas_presentation_is_wandering (fixture->presentation));

  gtk_editable_set_text (GTK_EDITABLE (entry), "kars nakhchivan railway"); /* of no step */
  g_signal_emit_by_name (gtk_widget_get_parent (entry), "activate");
  g_assert_true (atlas_presentation_is_wandering (fixture->presentation));
  g_assert_nonnull (atlas_session_get_selected (atlas_presentation_get_session (fixture->presentation)));
}

/* Every row of the table of keys has an action here, but for those of the windows. */
static void
test_keys (Fixture      *fixture,
           gconstpointer data)
{
  static const char *const of_windows[] = { "present.show-keys", "present.fullscreen", "present.console", "present.swap", NULL };
  guint                    n_bindings = 0;
  const AtlasKeyBinding   *bindings = atlas_presenter_keys_get (&n_bindings);

  for (guint i = 0; i < n_bindings; i++)
    {
      const char *name = strchr (bindings[i].action, '.') + 1;
      gboolean    has = g_action_group_has_action (G_ACTION_GROUP (atlas_console_get_actions (fixture->console)), name);

      g_test_message ("%s", bindings[i].action);
      g_assert_cmpint (has, ==, !g_strv_contains (of_windows, bindings[i].action));
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/widgets/console/follows", test_follows },
    { "/widgets/console/states", test_states },
    { "/widgets/console/commands", test_commands },
    { "/widgets/console/buttons", test_buttons },
    { "/widgets/console/notes-size", test_notes_size },
    { "/widgets/console/sources", test_sources },
    { "/widgets/console/pointer", test_pointer },
    { "/widgets/console/fits", test_fits },
    { "/widgets/console/find", test_find },
    { "/widgets/console/keys", test_keys },
  };

  if (!widget_fixture_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
