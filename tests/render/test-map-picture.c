// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-picture.h"

#include "atlas-dataset-loader.h"
#include "golden.h"
#include "paper.h"

#define WIDTH 480
#define HEIGHT 300
#define THREADS 6

static AtlasDataset *dataset;
static AtlasBasemap *basemap;

typedef struct
{
  AtlasMapPictureSpec spec;
  AtlasSessionState  *state;
} View;

static void
view_clear (View *view)
{
  g_clear_pointer (&view->state, atlas_session_state_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (View, view_clear)

static void
view_init (View          *view,
           const char    *link,
           AtlasPaletteId palette)
{
  g_autoptr (GError) error = NULL;

  view->state = atlas_session_state_parse (link, &error);
  g_assert_no_error (error);
  view->spec = (AtlasMapPictureSpec){ .dataset = dataset,
                                      .basemap = basemap,
                                      .state = view->state,
                                      .camera = view->state->camera,
                                      .width = WIDTH,
                                      .height = HEIGHT,
                                      .palette = palette };
}

#define HOME "#map=6/40.6/46.5"

/* Each is another picture than the home view. */
static const struct
{
  const char *path;
  const char *link;
} states[] = {
  { "clock", HOME "&date=1999" },
  { "mode", HOME "&date=1999&mode=upto" },
  { "selection", HOME "&item=btc" },
  { "filter", HOME "&show=railway" },
  { "overlay", HOME "&overlay=evidence" },
  { "language", HOME "&lang=az" },
  { "camera", "#map=7/40.6/46.5" },
  { "comparison", HOME "&date=2024&compare=1996" },
};

static void
test_state (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_auto (View) home = { 0 };
  g_auto (View) other = { 0 };
  cairo_surface_t *a, *b;

  view_init (&home, HOME, ATLAS_PALETTE_LIGHT);
  view_init (&other, states[index].link, ATLAS_PALETTE_LIGHT);
  a = atlas_map_picture_create (&home.spec);
  b = atlas_map_picture_create (&other.spec);
  g_assert_cmpint (cairo_image_surface_get_width (b), ==, WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (b), ==, HEIGHT);
  g_assert_cmpfloat (golden_compare (a, b).mean, >, 0.15);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

/* A copy of a part of a picture. */
static cairo_surface_t *
cut (cairo_surface_t *picture,
     int              x,
     int              width)
{
  cairo_surface_t *part = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, HEIGHT);
  cairo_t         *cr = cairo_create (part);

  cairo_set_source_surface (cr, picture, -x, 0.0);
  cairo_paint (cr);
  cairo_destroy (cr);

  return part;
}

/* Either side of two dates shows what a picture of its date alone shows. */
static void
test_sides (void)
{
  static const struct
  {
    const char *link;
    int         x;
  } sides[] = { { HOME "&date=1996", 0 }, { HOME "&date=2024", WIDTH / 2 + 3 } };
  g_auto (View) both = { 0 };
  cairo_surface_t *picture;

  view_init (&both, HOME "&date=2024&compare=1996", ATLAS_PALETTE_LIGHT);
  both.spec.no_names = TRUE;
  picture = atlas_map_picture_create (&both.spec);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_auto (View) one = { 0 };
      cairo_surface_t *alone, *here, *there;

      view_init (&one, sides[i].link, ATLAS_PALETTE_LIGHT);
      one.spec.no_names = TRUE;
      alone = atlas_map_picture_create (&one.spec);
      here = cut (picture, sides[i].x, WIDTH / 2 - 3);
      there = cut (alone, sides[i].x, WIDTH / 2 - 3);
      g_assert_cmpfloat (golden_compare (here, there).mean, <, 0.3);
      cairo_surface_destroy (here);
      cairo_surface_destroy (there);
      cairo_surface_destroy (alone);
    }
  cairo_surface_destroy (picture);
}

static void
test_scale (void)
{
  g_auto (View) view = { 0 };
  cairo_surface_t *picture;
  double           x, y;

  view_init (&view, HOME, ATLAS_PALETTE_LIGHT);
  view.spec.scale = 2.0;
  picture = atlas_map_picture_create (&view.spec);
  cairo_surface_get_device_scale (picture, &x, &y);
  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 2 * WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (picture), ==, 2 * HEIGHT);
  g_assert_cmpfloat (x, ==, 2.0);
  cairo_surface_destroy (picture);
}

/* Without a basemap there is paper in the palette's colour, in all of the picture. */
static void
test_paper (gconstpointer data)
{
  AtlasPaletteId palette = (AtlasPaletteId) GPOINTER_TO_UINT (data);
  g_auto (View) view = { 0 };
  cairo_surface_t *picture;
  const guint8    *corner;

  view_init (&view, HOME "&show=scenario", palette);
  view.spec.basemap = NULL;
  view.spec.no_names = TRUE;
  picture = atlas_map_picture_create (&view.spec);
  corner = picture_pixel (picture, WIDTH - 1, HEIGHT - 1);
  g_assert_cmphex ((guint32) (corner[2] << 16 | corner[1] << 8 | corner[0]), ==, atlas_palette_get (palette)->paper);
  g_assert_cmpint (corner[3], ==, 255);
  cairo_surface_destroy (picture);
}

/* Where a box covers the picture, no name is; what lies under the names stays. */
static void
test_covers (void)
{
  AtlasBox all = { 0, 0, WIDTH, HEIGHT };
  g_auto (View) covered = { 0 };
  g_auto (View) bare = { 0 };
  cairo_surface_t *a, *b;

  view_init (&covered, HOME, ATLAS_PALETTE_LIGHT);
  covered.spec.covers = &all;
  covered.spec.n_covers = 1;
  view_init (&bare, HOME, ATLAS_PALETTE_LIGHT);
  bare.spec.no_names = TRUE;
  a = atlas_map_picture_create (&covered.spec);
  b = atlas_map_picture_create (&bare.spec);
  g_assert_cmpfloat (golden_compare (a, b).mean, <, 0.05);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

/* On paper a map is made of shapes, and looks as it does on a screen: all but names, whose letters fall on other px, nearly the same. */
static const struct
{
  const char    *path;
  const char    *link;
  AtlasPaletteId palette;
  gboolean       no_names;
  double         most_mean, most_far;
} papers[] = {
  { "bare", HOME "&date=2006-07&item=btc", ATLAS_PALETTE_LIGHT, TRUE, 2.0, 0.016 },
  { "dark", HOME "&date=2006-07&item=btc", ATLAS_PALETTE_DARK, TRUE, 2.0, 0.016 },
  { "print", "#map=7.3/39.8/46.6&date=2021", ATLAS_PALETTE_PRINT, TRUE, 2.0, 0.016 },
  { "comparison", HOME "&date=2024&compare=1996", ATLAS_PALETTE_LIGHT, TRUE, 2.0, 0.016 },
  { "names", HOME "&date=2006-07&item=btc", ATLAS_PALETTE_LIGHT, FALSE, 3.5, 0.04 },
};

static void
paint_cb (cairo_t *cr,
          gpointer user_data)
{
  atlas_map_picture_paint (cr, user_data);
}

static void
test_paper_picture (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_auto (View) view = { 0 };
  cairo_surface_t *screen, *paper;
  GoldenDifference difference;

  view_init (&view, papers[index].link, papers[index].palette);
  view.spec.no_names = papers[index].no_names;
  screen = atlas_map_picture_create (&view.spec);
  paper = paper_draw (paint_cb, &view.spec, WIDTH, HEIGHT);
  difference = golden_compare (screen, paper);
  g_test_message ("mean %.3f, most %d, far off %.3f %%", difference.mean, difference.most, difference.far * 100);
  if (difference.mean > papers[index].most_mean || difference.far > papers[index].most_far)
    {
      g_autofree char *a = golden_write_actual (screen, "map-picture-screen.png");
      g_autofree char *b = golden_write_actual (paper, "map-picture-paper.png");

      g_error ("mean difference %.3f, %.3f %% of the px far off; see %s and %s", difference.mean, difference.far * 100, a, b);
    }
  cairo_surface_destroy (screen);
  cairo_surface_destroy (paper);
}

/* What comes out of a printer: names apart, whose letters differ from machine to machine. */
static void
test_print (void)
{
  g_auto (View) view = { 0 };
  cairo_surface_t *paper;

  view_init (&view, "#date=2021-06&map=7.3/39.8/46.8&item=lachin-corridor-zone-2020", ATLAS_PALETTE_PRINT);
  view.spec.no_names = TRUE;
  paper = paper_draw (paint_cb, &view.spec, WIDTH, HEIGHT);
  golden_assert (paper, "map-picture-print.png");
  cairo_surface_destroy (paper);
}

#define MAX_SVG 2500000 /* bytes of a map of 1600 × 900 px: a figure has more on it */

/* In an SVG only the relief of land and sea is a picture, and names are text. */
static void
test_svg (gconstpointer data)
{
  g_auto (View) view = { 0 };
  g_autofree char *svg = NULL;

  view_init (&view, HOME "&date=2006-07&item=btc", (AtlasPaletteId) GPOINTER_TO_UINT (data));
  view.spec.width = 1600;
  view.spec.height = 900;
  svg = paper_write_svg (paint_cb, &view.spec, 1600, 900);
  g_assert_cmpuint (paper_count (svg, "<image"), <=, 2);
  g_assert_cmpuint (paper_count (svg, "glyph"), ==, 0);
  g_assert_cmpuint (paper_count (svg, "<mask"), ==, 0);
  g_assert_cmpuint (paper_count (svg, "<text"), >, 100);
  g_assert_nonnull (strstr (svg, ">Baku</text>"));
  g_assert_nonnull (strstr (svg, "<g aria-label=\"Caspian Sea\">"));
  g_test_message ("%" G_GSIZE_FORMAT " bytes", strlen (svg));
  g_assert_cmpuint (strlen (svg), <, MAX_SVG);
}

static const char *const in_threads[] = { HOME "&date=2006-07&item=btc", HOME "&overlay=evidence", "#map=7.3/39.8/46.6&date=2021", HOME "&date=2024&compare=1996" };

static gpointer
draw_in_thread (gpointer data)
{
  View *view = data;

  return atlas_map_picture_create (&view->spec);
}

/* Many threads draw from one atlas at once, and each picture is what one thread alone draws. */
static void
test_threads (void)
{
  View             views[THREADS] = { 0 };
  GThread         *threads[THREADS];
  cairo_surface_t *alone[G_N_ELEMENTS (in_threads)];

  for (guint i = 0; i < G_N_ELEMENTS (in_threads); i++)
    {
      g_auto (View) view = { 0 };

      view_init (&view, in_threads[i], ATLAS_PALETTE_DARK);
      alone[i] = atlas_map_picture_create (&view.spec);
    }
  for (guint i = 0; i < THREADS; i++)
    view_init (&views[i], in_threads[i % G_N_ELEMENTS (in_threads)], ATLAS_PALETTE_DARK);
  for (guint i = 0; i < THREADS; i++)
    threads[i] = g_thread_new ("picture", draw_in_thread, &views[i]);
  for (guint i = 0; i < THREADS; i++)
    {
      cairo_surface_t *picture = g_thread_join (threads[i]);

      g_assert_cmpint (golden_compare (picture, alone[i % G_N_ELEMENTS (in_threads)]).most, ==, 0);
      cairo_surface_destroy (picture);
      view_clear (&views[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (in_threads); i++)
    cairo_surface_destroy (alone[i]);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_file_new_for_path (g_getenv ("ATLAS_TEST_BUNDLE"));
  dataset = atlas_dataset_load (folder, NULL, &error);
  g_assert_no_error (error);
  basemap = atlas_basemap_new_from_file (g_getenv ("ATLAS_TEST_BASEMAP"), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *path = g_strdup_printf ("/map-picture/state/%s", states[i].path);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_state);
    }
  for (guint i = 0; i < ATLAS_N_PALETTES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/map-picture/paper/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_paper);
    }
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/map-picture/on-paper/%s", papers[i].path);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_paper_picture);
    }
  g_test_add_data_func ("/map-picture/svg/light", GUINT_TO_POINTER (ATLAS_PALETTE_LIGHT), test_svg);
  g_test_add_data_func ("/map-picture/svg/print", GUINT_TO_POINTER (ATLAS_PALETTE_PRINT), test_svg);
  g_test_add_func ("/map-picture/print", test_print);
  g_test_add_func ("/map-picture/sides", test_sides);
  g_test_add_func ("/map-picture/scale", test_scale);
  g_test_add_func ("/map-picture/covers", test_covers);
  g_test_add_func ("/map-picture/threads", test_threads);
  status = g_test_run ();

  g_clear_pointer (&basemap, atlas_basemap_unref);
  g_clear_object (&dataset);

  return status;
}
