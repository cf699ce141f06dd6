// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-label-painter.h"
#include "atlas-mercator.h"

#include <string.h>

#define WIDTH 640
#define HEIGHT 400

static AtlasBasemap *basemap;

static AtlasLabelView
view_at (double longitude,
         double latitude,
         double zoom)
{
  AtlasPoint centre = atlas_mercator_project (longitude, latitude);

  return (AtlasLabelView){ centre.x, centre.y, zoom, WIDTH, HEIGHT };
}

static const AtlasPlacedLabel *
find (GArray     *labels,
      const char *text)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const AtlasPlacedLabel *label = &g_array_index (labels, AtlasPlacedLabel, i);

      if (g_str_equal (label->text, text))
        return label;
    }

  return NULL;
}

static const AtlasPlacedLabel *
find_id (GArray *labels,
         guint64 id)
{
  for (guint i = 0; i < labels->len; i++)
    if (g_array_index (labels, AtlasPlacedLabel, i).id == id)
      return &g_array_index (labels, AtlasPlacedLabel, i);

  return NULL;
}

/* Panning by one pixel moves every name by one pixel, and none comes or goes but at the edges. */
static void
test_pan (gconstpointer data)
{
  double zoom = GPOINTER_TO_INT (data) / 100.0;
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (basemap, NULL, 1);
  AtlasLabelView view = view_at (46.5, 40.3, zoom);
  g_autoptr (GArray) before = atlas_label_placer_place (placer, &view, NULL, 0);
  g_autoptr (GArray) after = NULL;

  view.x += 1 / atlas_mercator_world_size (zoom);
  after = atlas_label_placer_place (placer, &view, NULL, 0);
  g_assert_cmpuint (before->len, >, 10);

  for (guint i = 0; i < before->len; i++)
    {
      const AtlasPlacedLabel *label = &g_array_index (before, AtlasPlacedLabel, i);
      const AtlasPlacedLabel *moved = find_id (after, label->id);

      if (moved == NULL)
        {
          g_assert_cmpfloat (label->x, <, 200);
          continue;
        }
      g_assert_cmpfloat_with_epsilon (label->x - moved->x, 1, 1e-6);
      g_assert_cmpfloat_with_epsilon (label->y - moved->y, 0, 1e-6);
      g_assert_cmpstr (label->text, ==, moved->text);
    }
}

/* The same names, whatever was looked at before. */
static void
test_same_from_anywhere (void)
{
  g_autoptr (AtlasLabelPlacer) a = atlas_label_placer_new (basemap, NULL, 1);
  g_autoptr (AtlasLabelPlacer) b = atlas_label_placer_new (basemap, NULL, 1);
  AtlasLabelView deep = view_at (45, 40, 9), home = view_at (47, 40.6, 6.5);
  g_autoptr (GArray) other = atlas_label_placer_place (a, &deep, NULL, 0);
  g_autoptr (GArray) x = atlas_label_placer_place (a, &home, NULL, 0);
  g_autoptr (GArray) y = atlas_label_placer_place (b, &home, NULL, 0);

  g_assert_cmpuint (other->len, >, 0);
  g_assert_cmpuint (x->len, ==, y->len);
  for (guint i = 0; i < x->len; i++)
    {
      const AtlasPlacedLabel *p = &g_array_index (x, AtlasPlacedLabel, i), *q = &g_array_index (y, AtlasPlacedLabel, i);

      g_assert_cmpstr (p->text, ==, q->text);
      g_assert_cmpfloat (p->x, ==, q->x);
      g_assert_cmpfloat (p->y, ==, q->y);
    }
}

static void
test_no_overlap (gconstpointer data)
{
  double zoom = GPOINTER_TO_INT (data) / 100.0;
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (basemap, NULL, 1);
  g_autoptr (AtlasLabelFonts) fonts = atlas_label_fonts_new ();
  AtlasLabelView view = view_at (46.5, 40.3, zoom);
  g_autoptr (GArray) labels = atlas_label_placer_place (placer, &view, NULL, 0);
  g_autoptr (AtlasCollision) taken = atlas_collision_new ();

  for (guint i = 0; i < labels->len; i++)
    {
      const AtlasPlacedLabel *label = &g_array_index (labels, AtlasPlacedLabel, i);
      double                  half_width, half_height = label->size * .45;
      AtlasBox                box;

      if (label->glyphs != NULL)
        continue;
      half_width = (atlas_label_fonts_get_width (fonts, label->style, label->text) * label->size +
                    label->spacing * (double) g_utf8_strlen (label->text, -1)) /
                   2;
      box = (AtlasBox){ label->x - half_width, label->y - half_height, label->x + half_width, label->y + half_height };
      if (atlas_collision_hits (taken, box))
        g_error ("“%s” overlaps another name at zoom %g", label->text, zoom);
      atlas_collision_add (taken, box);
    }
}

/* A name goes out of the way of an obstacle, on another side of its symbol, and only if there is no room at all does it go
 * away; what covers a symbol stands for it. */
static void
test_obstacle (void)
{
  static const struct
  {
    double   reach; /* px on each side of the obstacle's middle */
    gboolean on_symbol, is_shown, has_symbol;
  } cases[] = { { 2, FALSE, TRUE, TRUE }, { 6, TRUE, TRUE, FALSE }, { 160, TRUE, FALSE, FALSE } };
  AtlasLabelView view = view_at (47, 40.6, 7);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (basemap, NULL, 1);
      g_autoptr (GArray) free_view = atlas_label_placer_place (placer, &view, NULL, 0);
      const AtlasPlacedLabel *baku = find (free_view, "Baku");
      double                  x = cases[i].on_symbol ? baku->symbol_x : baku->x, y = cases[i].on_symbol ? baku->symbol_y : baku->y;
      AtlasBox                obstacle = { x - cases[i].reach, y - cases[i].reach, x + cases[i].reach, y + cases[i].reach };
      g_autoptr (GArray) labels = atlas_label_placer_place (placer, &view, &obstacle, 1);
      const AtlasPlacedLabel *moved = find (labels, "Baku");

      g_assert_cmpint (moved != NULL, ==, cases[i].is_shown);
      if (moved != NULL)
        {
          AtlasBox box = atlas_placed_label_get_box (moved, 0);

          g_assert_false (box.x0 < obstacle.x1 && box.x1 > obstacle.x0 && box.y0 < obstacle.y1 && box.y1 > obstacle.y0);
          g_assert_cmpint (moved->has_symbol, ==, cases[i].has_symbol);
        }
    }
}

/* What is shown stays, on its side, while one zooms in by half a level. */
static void
test_stays (void)
{
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (basemap, NULL, 1);
  AtlasLabelView coarse = view_at (46.5, 40.3, 7), fine = view_at (46.5, 40.3, 7.5);
  g_autoptr (GArray) before = NULL, after = NULL;
  guint n_towns = 0, n_kept = 0;

  coarse.width = WIDTH / 2;
  coarse.height = HEIGHT / 2;
  before = atlas_label_placer_place (placer, &coarse, NULL, 0);
  after = atlas_label_placer_place (placer, &fine, NULL, 0);

  for (guint i = 0; i < before->len; i++)
    {
      const AtlasPlacedLabel *label = &g_array_index (before, AtlasPlacedLabel, i);
      const AtlasPlacedLabel *kept;

      if (label->style > ATLAS_LABEL_STYLE_VILLAGE || label->symbol_x < 90 || label->symbol_x > coarse.width - 90)
        continue; /* near the edge a name goes to the other side */
      n_towns++;
      kept = find (after, label->text);
      if (kept != NULL && (kept->x > kept->symbol_x) == (label->x > label->symbol_x))
        n_kept++;
    }
  g_assert_cmpuint (n_towns, >, 3);
  g_assert_cmpuint (n_kept, >=, n_towns - 1);
}

static cairo_surface_t *
paint (AtlasLabelPlacer  *placer,
       AtlasLabelPainter *painter,
       AtlasLabelView     view)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  g_autoptr (GArray) labels = atlas_label_placer_place (placer, &view, NULL, 0);

  while (!atlas_label_painter_paint (painter, cr, labels, ATLAS_LABEL_ALL))
    {
      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
      cairo_paint (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* The same as test_pan, in pixels. */
static void
test_painted_pan (void)
{
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (basemap, NULL, 1);
  g_autoptr (AtlasLabelPainter) painter = atlas_label_painter_new (atlas_palette_get (ATLAS_PALETTE_LIGHT), 1);
  AtlasLabelView   view = view_at (46.5, 40.3, 7.3);
  cairo_surface_t *before = paint (placer, painter, view), *after;
  gboolean         any = FALSE;

  view.x += 1 / atlas_mercator_world_size (view.zoom);
  after = paint (placer, painter, view);
  for (int y = 0; y < HEIGHT; y++)
    {
      const guint32 *p = (const guint32 *) (void *) (cairo_image_surface_get_data (before) + y * cairo_image_surface_get_stride (before));
      const guint32 *q = (const guint32 *) (void *) (cairo_image_surface_get_data (after) + y * cairo_image_surface_get_stride (after));

      g_assert_cmpmem (p + 1, (WIDTH - 1) * sizeof *p, q, (WIDTH - 1) * sizeof *q);
      for (int x = 0; x < WIDTH; x++)
        any |= p[x] != 0;
    }
  g_assert_true (any);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  basemap = atlas_basemap_new_from_file (g_getenv ("ATLAS_TEST_BASEMAP"), NULL);
  g_assert_nonnull (basemap);

  g_test_add_data_func ("/label-placer/pan/6", GINT_TO_POINTER (600), test_pan);
  g_test_add_data_func ("/label-placer/pan/7.3", GINT_TO_POINTER (730), test_pan);
  g_test_add_data_func ("/label-placer/no-overlap/6", GINT_TO_POINTER (600), test_no_overlap);
  g_test_add_data_func ("/label-placer/no-overlap/7.5", GINT_TO_POINTER (750), test_no_overlap);
  g_test_add_data_func ("/label-placer/no-overlap/9", GINT_TO_POINTER (900), test_no_overlap);
  g_test_add_func ("/label-placer/same-from-anywhere", test_same_from_anywhere);
  g_test_add_func ("/label-placer/obstacle", test_obstacle);
  g_test_add_func ("/label-placer/stays", test_stays);
  g_test_add_func ("/label-placer/painted-pan", test_painted_pan);
  status = g_test_run ();
  atlas_basemap_unref (basemap);

  return status;
}
