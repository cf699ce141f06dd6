// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-figure-plate.h"

#include "atlas-legend-model.h"
#include "figure-fixture.h"
#include "golden.h"
#include "sample-atlas.h"

#include <math.h>

#define BTC "#date=2006-07&item=btc"

static AtlasFigureSpec
make_spec (double width,
           double height)
{
  AtlasFigureSpec spec = ATLAS_FIGURE_SPEC_DEFAULT;

  spec.width = width;
  spec.height = height;

  return spec;
}

/* Every text has the room it needs, in all languages and sizes. */
static void
test_plates (FigureFixture *fixture,
             gconstpointer  data)
{
  static const char *const links[] = { "#date=2006-07&item=btc", "#item=lachin-blockade-2022-2023&date=2023-01", "#date=2024&compare=1996", "#overlay=evidence" };
  static const char *const languages[] = { NULL, "az", "ru", "hy", "tr" };
  static const struct
  {
    double width, height;
  } sizes[] = { { 640, 360 }, { 1123, 794 }, { 794, 1123 }, { 1600, 900 }, { 4000, 3000 } };

  for (guint n = 0; n < G_N_ELEMENTS (links) * G_N_ELEMENTS (languages) * G_N_ELEMENTS (sizes); n += 3) /* each with each other, not all with all */
    {
      guint           size = n % G_N_ELEMENTS (sizes);
      guint           language = n / G_N_ELEMENTS (sizes) % G_N_ELEMENTS (languages);
      AtlasFigureSpec spec = make_spec (sizes[size].width, sizes[size].height);
      g_autoptr (AtlasSessionState) state = figure_parse (links[n / G_N_ELEMENTS (sizes) / G_N_ELEMENTS (languages)]);
      g_autoptr (AtlasFigurePlate) plate = NULL;
      cairo_rectangle_t *boxes = NULL;
      double             title, sentence;

      spec.language = languages[language];
      plate = atlas_figure_plate_new (atlas_figure_content_new (fixture->dataset, state, &spec), fixture->basemap, &spec, ATLAS_PALETTE_LIGHT, FALSE);
      boxes = plate->layout.boxes;
      title = atlas_figure_type_measure (plate->fonts, atlas_figure_plate_choose_title (plate, boxes[ATLAS_FIGURE_TITLE].width), plate->content->title,
                                         boxes[ATLAS_FIGURE_TITLE].width);
      sentence = atlas_figure_type_measure (plate->fonts, ATLAS_FIGURE_TYPE_SENTENCE, plate->content->sentence, boxes[ATLAS_FIGURE_SENTENCE].width);
      g_assert_cmpfloat (title, <=, boxes[ATLAS_FIGURE_TITLE].height + 0.1);
      g_assert_cmpfloat (sentence, <=, boxes[ATLAS_FIGURE_SENTENCE].height + 0.1);
      g_assert_cmpfloat (plate->map.height, >, 80.0);
      g_assert_cmpfloat (boxes[ATLAS_FIGURE_LEGEND].height, >, 0.0);
      /* The map shows at least what the state's view does. */
      g_assert_cmpfloat (plate->camera.zoom - plate->content->state->camera.zoom, <=, log2 (plate->map.width / 1024.0) + 1e-6);
    }
}

/* Sources are listed as the report numbers them, others by letters; of a number alone that is all that is known. */
static void
test_references (FigureFixture *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    const char *link;
    const char *marks[3]; /* that references begin with, in order */
  } cases[] = {
    { "#item=btc", { "[1] [20] [21] [22] ", "[a] ", "[b] " } },
    { "#item=btc&cite=33", { "[33] [1] [20] [21] [22] ", "[a] ", "[b] " } },
    { "#item=btc&cite=20", { "[1] [20] [21] [22] ", "[a] ", "[b] " } },
    { "#cite=12", { "[12] ", NULL, NULL } },
    { "#date=2006", { NULL, NULL, NULL } },
  };
  AtlasFigureSpec spec = make_spec (1600, 900);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasSessionState) state = figure_parse (cases[i].link);
      g_autoptr (AtlasFigureContent) content = atlas_figure_content_new (fixture->dataset, state, &spec);

      for (guint k = 0; k < G_N_ELEMENTS (cases[i].marks); k++)
        if (cases[i].marks[k] != NULL)
          g_assert_true (g_str_has_prefix (((AtlasFigureReference *) g_ptr_array_index (content->references, k))->text, cases[i].marks[k]));
        else
          g_assert_cmpuint (content->references->len, <=, k);
    }
}

/* The map of two dates is explained for each half, in the order of kinds and of an item's life. */
static void
test_legend_of_two (FigureFixture *fixture,
                    gconstpointer  data)
{
  g_autoptr (AtlasSessionState) state = figure_parse ("#date=2024&compare=1996");
  AtlasFigureSpec spec = make_spec (1600, 900);
  g_autoptr (AtlasFigurePlate) plate = NULL;

  plate = atlas_figure_plate_new (atlas_figure_content_new (fixture->dataset, state, &spec), NULL, &spec, ATLAS_PALETTE_LIGHT, FALSE);
  g_assert_cmpuint (plate->legend->len, >, 8);
  for (guint i = 1; i < plate->legend->len; i++)
    {
      AtlasLegendRow *before = &g_array_index (plate->legend, AtlasLegendRow, i - 1);
      AtlasLegendRow *row = &g_array_index (plate->legend, AtlasLegendRow, i);

      for (guint k = 0; k + 1 < i; k++) /* a kind stands together */
        if (before->kind != row->kind)
          g_assert_cmpint (g_array_index (plate->legend, AtlasLegendRow, k).kind, !=, row->kind);
      if (before->kind == row->kind && before->status != ATLAS_STATUS_NONE && row->status != ATLAS_STATUS_NONE)
        g_assert_cmpint (before->status, <=, row->status);
    }
}

/* A long title wraps, and is not cut. */
static void
test_long_title (FigureFixture *fixture,
                 gconstpointer  data)
{
  g_autoptr (AtlasSessionState) state = figure_parse (BTC);
  g_autoptr (GString) title = g_string_new (NULL);
  AtlasFigureSpec spec = make_spec (900, 600);
  g_autoptr (AtlasFigurePlate) plate = NULL;
  cairo_rectangle_t box;

  for (guint i = 0; i < 25; i++)
    g_string_append (title, "Нефтепровод ");
  spec.title = title->str;
  plate = atlas_figure_plate_new (atlas_figure_content_new (fixture->dataset, state, &spec), fixture->basemap, &spec, ATLAS_PALETTE_LIGHT, FALSE);
  box = plate->layout.boxes[ATLAS_FIGURE_TITLE];
  g_assert_cmpfloat (box.height, >, 60.0);
  g_assert_cmpfloat (atlas_figure_type_measure (plate->fonts, atlas_figure_plate_choose_title (plate, box.width), title->str, box.width), <=, box.height + 0.1);
  g_assert_cmpfloat (plate->map.height, >, 80.0);
}

static void
test_parts (FigureFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (AtlasSessionState) state = figure_parse (BTC);
  AtlasFigureSpec spec = make_spec (1600, 900);
  g_autoptr (AtlasFigurePlate) whole = NULL;
  g_autoptr (AtlasFigurePlate) bare = NULL;

  whole = atlas_figure_plate_new (atlas_figure_content_new (fixture->dataset, state, &spec), NULL, &spec, ATLAS_PALETTE_PRINT, TRUE);
  spec.with_title = spec.with_timeline = spec.with_legend = spec.with_references = FALSE;
  bare = atlas_figure_plate_new (atlas_figure_content_new (fixture->dataset, state, &spec), NULL, &spec, ATLAS_PALETTE_PRINT, TRUE);
  for (guint part = 0; part < ATLAS_N_FIGURE_PARTS; part++)
    {
      gboolean is_step = part == ATLAS_FIGURE_TEXT || part == ATLAS_FIGURE_QUESTION;
      gboolean is_kept = part == ATLAS_FIGURE_MAP || part == ATLAS_FIGURE_CREDITS || part == ATLAS_FIGURE_CITATION;

      g_assert_cmpint (whole->layout.boxes[part].height > 0.0, ==, !is_step);
      g_assert_cmpint (bare->layout.boxes[part].height > 0.0, ==, is_kept);
    }
}

/* A made-up atlas, and no timeline, on which every day is another: what is drawn stays the same. */
static void
test_look (FigureFixture *fixture,
           gconstpointer  data)
{
  AtlasPaletteId   palette = GPOINTER_TO_UINT (data);
  const char      *name = palette == ATLAS_PALETTE_PRINT ? "figure-print.png" : "figure-dark.png";
  AtlasFigureSpec  spec = make_spec (800, 500);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 500);
  cairo_t         *cr = cairo_create (picture);
  g_autoptr (AtlasDataset) atlas = sample_atlas_new ("sample", NULL);
  g_autoptr (AtlasSessionState) state = figure_parse ("#date=2007&item=south&map=5.6/40/44");

  spec.palette = palette;
  spec.with_timeline = FALSE;
  atlas_figure_paint (cr, atlas, fixture->basemap, state, &spec);
  cairo_destroy (cr);
  golden_assert (picture, name);
  cairo_surface_destroy (picture);
}

#define ADD(path, data, func) g_test_add (path, FigureFixture, data, figure_fixture_set_up, func, figure_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/figure/plates", NULL, test_plates);
  ADD ("/figure/references", NULL, test_references);
  ADD ("/figure/legend-of-two", NULL, test_legend_of_two);
  ADD ("/figure/long-title", NULL, test_long_title);
  ADD ("/figure/parts", NULL, test_parts);
  ADD ("/figure/look/print", GUINT_TO_POINTER (ATLAS_PALETTE_PRINT), test_look);
  ADD ("/figure/look/dark", GUINT_TO_POINTER (ATLAS_PALETTE_DARK), test_look);

  return g_test_run ();
}
