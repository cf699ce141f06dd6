// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-figure.h"

#include "atlas-session.h"
#include "figure-fixture.h"

#include <math.h>
#include <signal.h>
#include <sys/resource.h>

#define BTC "#date=2006-07&item=btc"
#define MAX_SVG (3 * 1024 * 1024)

static AtlasFigureSpec
make_spec (double width,
           double height,
           double scale)
{
  AtlasFigureSpec spec = ATLAS_FIGURE_SPEC_DEFAULT;

  spec.width = width;
  spec.height = height;
  spec.scale = scale;

  return spec;
}

static char *
dup_sentence (FigureFixture *fixture,
              const char    *link)
{
  g_autoptr (AtlasSession) session = atlas_session_new (fixture->dataset);
  g_autoptr (AtlasSessionState) state = figure_parse (link);

  atlas_session_apply_state (session, state);

  return g_strdup (atlas_session_get_sentence (session));
}

static guint32
read_number (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

/* The text of the chunk iTXt with a keyword; every chunk is whole. */
static char *
find_text (const guint8 *data,
           gsize         length,
           const char   *keyword)
{
  char *text = NULL;
  gsize at = 8;

  while (at + 12 <= length)
    {
      guint32 size = read_number (data + at);

      g_assert_cmpuint (at + 12 + size, <=, length);
      if (memcmp (data + at + 4, "iTXt", 4) == 0 && strcmp ((const char *) data + at + 8, keyword) == 0)
        {
          gsize skip = strlen (keyword) + 5;

          text = g_strndup ((const char *) data + at + 8 + skip, size - skip);
        }
      at += 12 + size;
    }
  g_assert_cmpuint (at, ==, length);
  g_assert_cmpint (memcmp (data + length - 8, "IEND", 4), ==, 0);

  return text;
}

static void
test_png (FigureFixture *fixture,
          gconstpointer  data)
{
  static const struct
  {
    double width, height, scale;
  } cases[] = { { 640, 360, 1 }, { 640, 360, 2 }, { 501, 333, 1.5 } };
  g_autofree char *sentence = dup_sentence (fixture, BTC);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasFigureSpec spec = make_spec (cases[i].width, cases[i].height, cases[i].scale);
      g_autoptr (GBytes) bytes = figure_write (fixture, BTC, &spec, "figure.png");
      g_autofree char *path = g_build_filename (fixture->folder, "figure.png", NULL);
      cairo_surface_t *picture = cairo_image_surface_create_from_png (path);
      gsize            length = 0;
      const guint8    *chunks = g_bytes_get_data (bytes, &length);
      g_autofree char *description = find_text (chunks, length, "Description");
      g_autofree char *title = find_text (chunks, length, "Title");

      /* Whoever reads it refuses a chunk whose sum is wrong. */
      g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpint (cairo_image_surface_get_width (picture), ==, (int) round (cases[i].width * cases[i].scale));
      g_assert_cmpint (cairo_image_surface_get_height (picture), ==, (int) round (cases[i].height * cases[i].scale));
      g_assert_cmpstr (description, ==, sentence);
      figure_assert_has (title, "Ceyhan");
      cairo_surface_destroy (picture);
    }
}

/* What an SVG consists of. */
typedef struct
{
  guint    n_texts;
  guint    n_depth;
  gboolean is_image;
  GString *title;
  GString *description;
  GString *words;
  GString *into; /* (nullable) */
} Svg;

static void
start_element (GMarkupParseContext *context,
               const char          *name,
               const char         **names,
               const char         **values,
               gpointer             user_data,
               GError             **error)
{
  Svg *svg = user_data;

  if (g_str_equal (name, "svg"))
    for (guint i = 0; names[i] != NULL; i++)
      svg->is_image |= g_str_equal (names[i], "role") && g_str_equal (values[i], "img");
  if (g_str_equal (name, "text"))
    svg->n_texts++;
  if (g_str_equal (name, "title"))
    svg->into = svg->title;
  else if (g_str_equal (name, "desc"))
    svg->into = svg->description;
  else if (g_str_equal (name, "text"))
    svg->into = svg->words;
}

static void
end_element (GMarkupParseContext *context,
             const char          *name,
             gpointer             user_data,
             GError             **error)
{
  Svg *svg = user_data;

  if (g_str_equal (name, "text"))
    {
      g_string_append_c (svg->words, '\n');
      svg->into = NULL;
    }
  if (g_str_equal (name, "title") || g_str_equal (name, "desc"))
    svg->into = NULL;
}

static void
take_text (GMarkupParseContext *context,
           const char          *text,
           gsize                length,
           gpointer             user_data,
           GError             **error)
{
  Svg *svg = user_data;

  if (svg->into != NULL)
    g_string_append_len (svg->into, text, (gssize) length);
}

static void
svg_clear (Svg *svg)
{
  g_string_free (svg->title, TRUE);
  g_string_free (svg->description, TRUE);
  g_string_free (svg->words, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Svg, svg_clear)

static void
test_svg (FigureFixture *fixture,
          gconstpointer  data)
{
  static const GMarkupParser parser = { start_element, end_element, take_text, NULL, NULL };
  const char                *link = data;
  AtlasFigureSpec            spec = make_spec (1600, 900, 1);
  g_auto (Svg) svg = { .title = g_string_new (NULL), .description = g_string_new (NULL), .words = g_string_new (NULL) };
  g_autoptr (GBytes) bytes = figure_write (fixture, link, &spec, "figure.svg");
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &svg, NULL);
  g_autofree char *sentence = dup_sentence (fixture, link);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_bytes_get_size (bytes), <=, MAX_SVG);
  g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_true (svg.is_image);
  g_assert_cmpstr (svg.description->str, ==, sentence);
  g_assert_cmpuint (svg.title->len, >, 0);
  g_assert_cmpuint (svg.n_texts, >, 50);
  figure_assert_has (svg.words->str, "LEGEND");
  figure_assert_has (svg.words->str, "Baku"); /* a name of the map */
  figure_assert_has (svg.words->str, "2010"); /* of the timeline */
}

/* The PDF has all references as text, those that have no room beside the map on pages of their own. */
static void
test_pdf (FigureFixture *fixture,
          gconstpointer  data)
{
  const AtlasFigurePage *page = atlas_figure_page_lookup (data);
  AtlasFigureSpec        spec = make_spec (page->width, page->height, 1);
  g_autoptr (GBytes) bytes = figure_write (fixture, BTC, &spec, "figure.pdf");
  AtlasItem *item = atlas_dataset_lookup (fixture->dataset, "btc");
  g_autoptr (GPtrArray) sources = atlas_dataset_dup_item_sources (fixture->dataset, item);
  g_autofree char *text = figure_ask (fixture, "pdftotext -raw % -", "figure.pdf");
  g_autofree char *info = figure_ask (fixture, "pdfinfo %", "figure.pdf");
  g_autofree char *sentence = dup_sentence (fixture, BTC);
  guint            n_cites = 0;
  const guint     *cites = atlas_item_get_cites (item, &n_cites);

  g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), "%PDF-", 5), ==, 0);
  if (text == NULL || info == NULL)
    {
      g_test_skip ("no poppler-utils");
      return;
    }

  figure_assert_has (text, sentence);
  figure_assert_has (text, atlas_item_get_title (item));
  figure_assert_has (info, sentence);
  figure_assert_has (info, "Author: The Corridor Atlas authors");
  g_assert_cmpuint (n_cites, >, 0);
  for (guint i = 0; i < n_cites; i++)
    {
      g_autofree char *mark = g_strdup_printf ("[%u]", cites[i]);

      figure_assert_has (text, mark);
    }
  g_assert_cmpuint (sources->len, >, 10);
  for (guint i = 0; i < sources->len; i++)
    {
      AtlasReference  *reference = atlas_bibliography_lookup (atlas_dataset_get_bibliography (fixture->dataset), g_ptr_array_index (sources, i));
      g_autofree char *start = g_strndup (atlas_reference_get_title (reference), 12);
      g_autofree char *mark = g_strdup_printf ("[%c] ", 'a' + (char) i);

      figure_assert_has (text, mark);
      if (g_str_is_ascii (start))
        figure_assert_has (text, start);
    }
}

static void
write_old (GFile *file)
{
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, "old", 3, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_old (FigureFixture *fixture,
            GFile         *file)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_load_contents (file, NULL, &content, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, "old");
  g_assert_cmpuint (figure_count_files (fixture->folder), ==, 1); /* and nothing lies beside it */
}

static void
test_cancelled (FigureFixture *fixture,
                gconstpointer  data)
{
  g_autofree char *name = g_strdup_printf ("figure.%s", (const char *) data);
  g_autoptr (GFile) file = figure_get_file (fixture, name);
  g_autoptr (AtlasSessionState) state = figure_parse (BTC);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  AtlasFigureSpec spec = make_spec (640, 360, 1);

  write_old (file);
  g_cancellable_cancel (cancellable);
  g_assert_false (atlas_figure_write (fixture->dataset, fixture->basemap, state, &spec, atlas_figure_format_lookup (data), file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_old (fixture, file);
}

/* No more than a few bytes may be written: what a full disk does. */
static void
test_disk_full (FigureFixture *fixture,
                gconstpointer  data)
{
  g_autofree char *name = g_strdup_printf ("figure.%s", (const char *) data);
  g_autoptr (GFile) file = figure_get_file (fixture, name);
  g_autoptr (AtlasSessionState) state = figure_parse (BTC);
  g_autoptr (GError) error = NULL;
  AtlasFigureSpec spec = make_spec (640, 360, 1);
  struct rlimit   before, limit;
  gboolean        is_written;

  write_old (file);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  is_written = atlas_figure_write (fixture->dataset, fixture->basemap, state, &spec, atlas_figure_format_lookup (data), file, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_false (is_written);
  g_assert_nonnull (error);
  figure_assert_has (error->message, "figure.");
  assert_old (fixture, file);
}

static void
test_no_folder (FigureFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (GFile) file = figure_get_file (fixture, "not/there/figure.png");
  g_autoptr (AtlasSessionState) state = figure_parse (BTC);
  g_autoptr (GError) error = NULL;
  AtlasFigureSpec spec = make_spec (640, 360, 1);

  g_assert_false (atlas_figure_write (fixture->dataset, fixture->basemap, state, &spec, atlas_figure_format_lookup ("png"), file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_limits (FigureFixture *fixture,
             gconstpointer  data)
{
  static const struct
  {
    double width, height, scale;
  } cases[] = { { 100, 900, 1 }, { 20000, 900, 1 }, { 1600, 900, 0 }, { 1600, 900, 5 }, { 16384, 16384, 1 }, { 12000, 1000, 4 }, { NAN, 900, 1 } };
  g_autoptr (AtlasSessionState) state = figure_parse (BTC);
  g_autoptr (GFile) file = figure_get_file (fixture, "figure.png");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasFigureSpec spec = make_spec (cases[i].width, cases[i].height, cases[i].scale);
      g_autoptr (GError) error = NULL;

      g_assert_false (atlas_figure_write (fixture->dataset, fixture->basemap, state, &spec, atlas_figure_format_lookup ("png"), file, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
  g_assert_cmpuint (figure_count_files (fixture->folder), ==, 0);
}

static gpointer
write_in_thread (gpointer data)
{
  AtlasFigureSpec spec = make_spec (640, 360, 1);

  return figure_write (data, BTC, &spec, "thread.png");
}

static void
test_thread (FigureFixture *fixture,
             gconstpointer  data)
{
  AtlasFigureSpec spec = make_spec (640, 360, 1);
  g_autoptr (GBytes) here = figure_write (fixture, BTC, &spec, "here.png");
  g_autoptr (GThread) thread = g_thread_new ("figure", write_in_thread, fixture);
  g_autoptr (GBytes) there = g_thread_join (g_steal_pointer (&thread));

  g_assert_cmpint (g_bytes_compare (here, there), ==, 0);
}

#define ADD(path, data, func) g_test_add (path, FigureFixture, data, figure_fixture_set_up, func, figure_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/figure/png", NULL, test_png);
  ADD ("/figure/svg/item", BTC, test_svg);
  ADD ("/figure/svg/all", "#map=4.5/42/46", test_svg);
  ADD ("/figure/svg/near", "#map=8/40.2/46.8&date=2020-11", test_svg);
  ADD ("/figure/pdf/a4", "a4", test_pdf);
  ADD ("/figure/pdf/letter-portrait", "letter-portrait", test_pdf);
  ADD ("/figure/cancelled/png", "png", test_cancelled);
  ADD ("/figure/cancelled/svg", "svg", test_cancelled);
  ADD ("/figure/cancelled/pdf", "pdf", test_cancelled);
  ADD ("/figure/disk-full/png", "png", test_disk_full);
  ADD ("/figure/disk-full/svg", "svg", test_disk_full);
  ADD ("/figure/disk-full/pdf", "pdf", test_disk_full);
  ADD ("/figure/no-folder", NULL, test_no_folder);
  ADD ("/figure/limits", NULL, test_limits);
  ADD ("/figure/thread", NULL, test_thread);

  return g_test_run ();
}
