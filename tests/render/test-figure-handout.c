// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figure-fixture.h"

#define N_STEPS 3

/* The first steps of a tour of the atlas, so that a test does not draw all. */
static AtlasTour *
create_tour (FigureFixture *fixture)
{
  AtlasTour *whole = atlas_dataset_lookup_tour (fixture->dataset, "pipelines");
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();

  g_assert_nonnull (whole);
  for (guint i = 0; i < N_STEPS; i++)
    g_ptr_array_add (steps, atlas_tour_get_step (whole, i + 5));

  return atlas_tour_new ("pipelines", atlas_tour_get_title (whole), atlas_tour_get_description (whole), steps);
}

typedef struct
{
  guint         n_calls;
  guint         all;
  guint         cancel_at;
  GCancellable *cancellable;
} Progress;

static void
take_progress (guint    done,
               guint    all,
               gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpuint (done, <=, all);
  g_assert_cmpuint (done, ==, progress->n_calls + 1);
  progress->n_calls = done;
  progress->all = all;
  if (done == progress->cancel_at)
    g_cancellable_cancel (progress->cancellable);
}

static AtlasFigureSpec
make_spec (const char *page)
{
  AtlasFigureSpec spec = ATLAS_FIGURE_SPEC_DEFAULT;

  spec.width = atlas_figure_page_lookup (page)->width;
  spec.height = atlas_figure_page_lookup (page)->height;

  return spec;
}

/* The text of a page from its title on; the pages are as many as they should be at least. */
static void
test_handout (FigureFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (AtlasTour) tour = create_tour (fixture);
  g_autoptr (GFile) file = figure_get_file (fixture, "handout.pdf");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *info = NULL;
  AtlasFigureSpec  spec = make_spec (data);
  Progress         progress = { 0 };

  atlas_figure_write_handout (fixture->dataset, fixture->basemap, tour, &spec, file, take_progress, &progress, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (progress.n_calls, ==, N_STEPS + 1);
  g_assert_cmpuint (progress.all, ==, N_STEPS + 1);

  text = figure_ask (fixture, "pdftotext -raw % -", "handout.pdf");
  info = figure_ask (fixture, "pdfinfo %", "handout.pdf");
  if (text == NULL || info == NULL)
    {
      g_test_skip ("no poppler-utils");
      return;
    }

  figure_assert_has (info, atlas_tour_get_title (tour));
  figure_assert_has (text, atlas_tour_get_description (tour));
  figure_assert_has (text, "CONTENTS");
  for (guint i = 0; i < N_STEPS; i++)
    {
      AtlasTourStep     *step = atlas_tour_get_step (tour, i);
      const char *const *sources = atlas_tour_step_get_sources (step);
      const char        *title = strstr (text, atlas_tour_step_get_title (step));
      const char        *page = NULL;
      g_autofree char   *words = g_strndup (atlas_tour_step_get_text (step), 60);
      g_autofree char   *number = g_strdup_printf ("Step %u of %u", i + 1, N_STEPS);

      /* Once among the contents, and once over its page. */
      g_assert_nonnull (title);
      page = strstr (title + 1, atlas_tour_step_get_title (step));
      g_assert_nonnull (page);
      figure_assert_has (text, number);
      figure_assert_has (page, words);
      figure_assert_has (page, "REFERENCES");
      for (guint k = 0; sources[k] != NULL; k++)
        {
          AtlasReference  *reference = atlas_bibliography_lookup (atlas_dataset_get_bibliography (fixture->dataset), sources[k]);
          g_autofree char *start = g_strndup (atlas_reference_get_title (reference), 12);

          if (g_str_is_ascii (start))
            figure_assert_has (page, start);
        }
    }
}

/* The outline, the places that the contents lead to, and the addresses of sources. */
static void
test_links (FigureFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (AtlasTour) tour = create_tour (fixture);
  g_autoptr (GFile) file = figure_get_file (fixture, "handout.pdf");
  g_autofree char *places = NULL;
  g_autofree char *addresses = NULL;
  g_autofree char *structure = NULL;
  g_autofree char *elements = NULL;
  g_autoptr (GError) error = NULL;
  AtlasFigureSpec spec = make_spec ("a4");

  atlas_figure_write_handout (fixture->dataset, fixture->basemap, tour, &spec, file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  places = figure_ask (fixture, "pdfinfo -dests %", "handout.pdf");
  addresses = figure_ask (fixture, "pdfinfo -url %", "handout.pdf");
  structure = figure_ask (fixture, "pdftohtml -xml -i -q -stdout %", "handout.pdf");
  elements = figure_ask (fixture, "pdfinfo -struct %", "handout.pdf");
  if (elements == NULL || places == NULL || addresses == NULL || structure == NULL)
    {
      g_test_skip ("no poppler-utils");
      return;
    }

  figure_assert_has (elements, "H1 (block) P (block)");
  figure_assert_has (elements, "Figure");
  figure_assert_has (addresses, "https://");
  figure_assert_has (addresses, "corridor-atlas:azerbaijan-russia#");
  figure_assert_has (structure, "<outline>");
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autofree char *place = g_strdup_printf ("\"step-%u\"", i + 1);
      g_autofree char *outline = g_strdup_printf (">%u. ", i + 1);

      figure_assert_has (places, place);
      figure_assert_has (structure, outline);
    }
}

static void
test_interrupted (FigureFixture *fixture,
                  gconstpointer  data)
{
  g_autoptr (AtlasTour) tour = create_tour (fixture);
  g_autoptr (GFile) file = figure_get_file (fixture, "handout.pdf");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  AtlasFigureSpec  spec = make_spec ("a4");
  Progress         progress = { .cancel_at = 2, .cancellable = cancellable };

  g_file_replace_contents (file, "old", 3, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (atlas_figure_write_handout (fixture->dataset, fixture->basemap, tour, &spec, file, take_progress, &progress, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (progress.n_calls, ==, 2);
  g_clear_error (&error);
  g_file_load_contents (file, NULL, &content, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, "old");
  g_assert_cmpuint (figure_count_files (fixture->folder), ==, 1);
}

static void
test_images (FigureFixture *fixture,
             gconstpointer  data)
{
  const AtlasFigureFormat *format = atlas_figure_format_lookup (data);
  g_autoptr (AtlasTour) tour = create_tour (fixture);
  g_autoptr (GFile) folder = figure_get_file (fixture, "steps/of a tour");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_path (folder);
  AtlasFigureSpec  spec = make_spec ("wide");
  Progress         progress = { 0 };

  spec.width = 640;
  spec.height = 360;
  atlas_figure_write_images (fixture->dataset, fixture->basemap, tour, &spec, format, folder, take_progress, &progress, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (progress.n_calls, ==, N_STEPS);
  g_assert_cmpuint (figure_count_files (path), ==, N_STEPS);
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autofree char *name = g_strdup_printf ("step-%02u.%s", i + 1, format->suffix);
      g_autoptr (GFile) file = g_file_get_child (folder, name);

      g_assert_true (g_file_query_exists (file, NULL));
    }
}

static void
test_images_no_folder (FigureFixture *fixture,
                       gconstpointer  data)
{
  g_autoptr (AtlasTour) tour = create_tour (fixture);
  g_autoptr (GFile) folder = figure_get_file (fixture, "file");
  g_autoptr (GFile) below = g_file_get_child (folder, "below");
  g_autoptr (GError) error = NULL;
  AtlasFigureSpec spec = make_spec ("wide");

  g_file_replace_contents (folder, "old", 3, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (atlas_figure_write_images (fixture->dataset, fixture->basemap, tour, &spec, atlas_figure_format_lookup ("png"), below, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
}

#define ADD(path, data, func) g_test_add (path, FigureFixture, data, figure_fixture_set_up, func, figure_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/figure/handout/a4", "a4", test_handout);
  ADD ("/figure/handout/a4-portrait", "a4-portrait", test_handout);
  ADD ("/figure/handout/letter-portrait", "letter-portrait", test_handout);
  ADD ("/figure/handout/links", NULL, test_links);
  ADD ("/figure/handout/interrupted", NULL, test_interrupted);
  ADD ("/figure/images/png", "png", test_images);
  ADD ("/figure/images/svg", "svg", test_images);
  ADD ("/figure/images/no-folder", NULL, test_images_no_folder);

  return g_test_run ();
}
