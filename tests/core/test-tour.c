// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tour.h"

static AtlasTourStep *
step_new (const char *title)
{
  AtlasTourStepSpec spec = { .title = title };

  return atlas_tour_step_new (&spec);
}

/* A tour of as many steps as @titles has letters. */
static AtlasTour *
tour_new (const char *titles)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *c = titles; *c != '\0'; c++)
    {
      char title[] = { *c, '\0' };

      g_ptr_array_add (steps, step_new (title));
    }

  return atlas_tour_new ("sample", "Sample", "Words", steps);
}

static void
assert_steps (AtlasTour  *tour,
              const char *titles)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < atlas_tour_get_n_steps (tour); i++)
    g_string_append (found, atlas_tour_step_get_title (atlas_tour_get_step (tour, i)));

  g_assert_cmpstr (found->str, ==, titles);
}

static void
test_step (void)
{
  static const char *const sources[] = { "bp", "mod", NULL };
  g_autoptr (AtlasSessionState) state = atlas_session_state_parse ("corridor-atlas:sample#date=2006&range=1991/2030&map=6/40/45&tour=other&step=4&lang=az", NULL);
  AtlasTourStepSpec spec = { "Title", "Text [12].", "Notes", state, sources, "Why?", "Because." };
  g_autoptr (AtlasTourStep) step = atlas_tour_step_new (&spec);
  AtlasTourStepSpec again = atlas_tour_step_get_spec (step);
  g_autoptr (AtlasTourStep) copy = atlas_tour_step_new (&again);
  g_autofree char *link = atlas_tour_step_dup_link (step);

  g_assert_cmpstr (atlas_tour_step_get_title (step), ==, "Title");
  g_assert_cmpstr (atlas_tour_step_get_text (step), ==, "Text [12].");
  g_assert_cmpstr (atlas_tour_step_get_notes (step), ==, "Notes");
  g_assert_cmpstr (atlas_tour_step_get_question (step), ==, "Why?");
  g_assert_cmpstr (atlas_tour_step_get_answer (step), ==, "Because.");
  g_assert_true (g_strv_equal (atlas_tour_step_get_sources (step), sources));

  /* In which atlas, tour and language it is looked at is not the step's to say. */
  g_assert_cmpstr (link, ==, "#date=2006&range=1991/2030&map=6/40/45");
  g_assert_true (atlas_tour_step_equal (step, copy));

  again.notes = "Other notes";
  g_clear_object (&copy);
  copy = atlas_tour_step_new (&again);
  g_assert_false (atlas_tour_step_equal (step, copy));
}

/* What is not said. */
static void
test_bare_step (void)
{
  g_autoptr (AtlasTourStep) step = step_new ("Bare");
  g_autofree char *link = atlas_tour_step_dup_link (step);
  guint            n_citations = 1;

  g_assert_cmpstr (atlas_tour_step_get_text (step), ==, "");
  g_assert_null (atlas_tour_step_get_notes (step));
  g_assert_null (atlas_tour_step_get_question (step));
  g_assert_null (atlas_tour_step_get_answer (step));
  g_assert_null (atlas_tour_step_get_sources (step)[0]);
  g_assert_nonnull (atlas_tour_step_get_state (step));
  atlas_tour_step_get_citations (step, &n_citations);
  g_assert_cmpuint (n_citations, ==, 0);
  g_assert_cmpstr (link, ==, "#");
}

static const struct
{
  const char *text;
  const char *citations; /* "," between */
} citation_cases[] = {
  { "", "" },
  { "Nothing.", "" },
  { "One [1].", "1" },
  { "Two [5] [6], and again [5].", "5,6" },
  { "In other brackets: [a], [12a], [], [ 3 ], [", "" },
  { "None has this number: [0] [00000] [99999]", "" },
  { "[[7]] [0008]", "7,8" },
  { "[9", "" },
};

static void
test_citations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (citation_cases); i++)
    {
      AtlasTourStepSpec spec = { .title = "Title", .text = citation_cases[i].text };
      g_autoptr (AtlasTourStep) step = atlas_tour_step_new (&spec);
      g_autoptr (GString) found = g_string_new (NULL);
      guint        n_citations = 0;
      const guint *citations = atlas_tour_step_get_citations (step, &n_citations);

      for (guint j = 0; j < n_citations; j++)
        g_string_append_printf (found, "%s%u", j > 0 ? "," : "", citations[j]);
      g_assert_cmpstr (found->str, ==, citation_cases[i].citations);
    }
}

static void
test_tour (void)
{
  g_autoptr (AtlasTour) tour = tour_new ("abc");
  g_autoptr (AtlasTour) same = tour_new ("abc");
  g_autoptr (AtlasTour) other = tour_new ("acb");
  g_autoptr (AtlasTour) shorter = tour_new ("ab");
  g_autoptr (AtlasTourStep) second = g_list_model_get_item (G_LIST_MODEL (tour), 1);

  g_assert_cmpstr (atlas_tour_get_id (tour), ==, "sample");
  g_assert_cmpstr (atlas_tour_get_title (tour), ==, "Sample");
  g_assert_cmpstr (atlas_tour_get_description (tour), ==, "Words");
  g_assert_cmpuint (atlas_tour_get_n_steps (tour), ==, 3);
  g_assert_true (second == atlas_tour_get_step (tour, 1));
  g_assert_null (atlas_tour_get_step (tour, 3));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (tour)) == ATLAS_TYPE_TOUR_STEP);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tour)), ==, 3);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (tour), 3));
  g_assert_true (atlas_tour_equal (tour, same));
  g_assert_false (atlas_tour_equal (tour, other));
  g_assert_false (atlas_tour_equal (tour, shorter));
}

/* Each change gives another tour, and leaves this one alone. */
static void
test_changes (void)
{
  g_autoptr (AtlasTour) tour = tour_new ("abc");
  g_autoptr (AtlasTourStep) step = step_new ("x");
  g_autoptr (AtlasTour) first = atlas_tour_with_step (tour, 0, step);
  g_autoptr (AtlasTour) last = atlas_tour_with_step (tour, 3, step);
  g_autoptr (AtlasTour) without = atlas_tour_without_step (tour, 1);
  g_autoptr (AtlasTour) later = atlas_tour_with_step_moved (tour, 0, 2);
  g_autoptr (AtlasTour) earlier = atlas_tour_with_step_moved (tour, 2, 1);
  g_autoptr (AtlasTour) replaced = atlas_tour_with_step_replaced (tour, 1, step);
  g_autoptr (AtlasTour) titled = atlas_tour_with_title (tour, "Other", NULL);
  g_autoptr (AtlasTour) named = atlas_tour_with_id (tour, "other");

  assert_steps (first, "xabc");
  assert_steps (last, "abcx");
  assert_steps (without, "ac");
  assert_steps (later, "bca");
  assert_steps (earlier, "acb");
  assert_steps (replaced, "axc");
  assert_steps (titled, "abc");
  g_assert_cmpstr (atlas_tour_get_title (titled), ==, "Other");
  g_assert_cmpstr (atlas_tour_get_description (titled), ==, "");
  g_assert_cmpstr (atlas_tour_get_id (named), ==, "other");
  assert_steps (named, "abc");
  assert_steps (tour, "abc");
  g_assert_cmpstr (atlas_tour_get_title (tour), ==, "Sample");
}

/* clang-format off */
static const struct
{
  double width, height, closer;
} fits[] = {
  { 1024,  576,  0 },
  { 2048, 1152,  1 },
  {  512, 1152, -1 },
  { 4096,  288, -1 },
  {    0,  576,  0 },
  { 1024,    0,  0 },
};
/* clang-format on */

static void
test_fit (void)
{
  AtlasCamera camera = { 6, 40, 45 };

  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      AtlasCamera fitted = atlas_tour_fit_camera (camera, fits[i].width, fits[i].height);
      AtlasCamera back = atlas_tour_unfit_camera (fitted, fits[i].width, fits[i].height);

      g_assert_cmpfloat_with_epsilon (fitted.zoom, camera.zoom + fits[i].closer, 1e-9);
      g_assert_cmpfloat_with_epsilon (back.zoom, camera.zoom, 1e-9);
      g_assert_true (fitted.latitude == camera.latitude && fitted.longitude == camera.longitude);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tour/step", test_step);
  g_test_add_func ("/tour/bare-step", test_bare_step);
  g_test_add_func ("/tour/citations", test_citations);
  g_test_add_func ("/tour/tour", test_tour);
  g_test_add_func ("/tour/changes", test_changes);
  g_test_add_func ("/tour/fit", test_fit);

  return g_test_run ();
}
