// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What must hold wherever one looks, in every language: names neither cover nor leave the view, and move with the map. */

#include "atlas-label-placer.h"
#include "atlas-mercator.h"

#include <math.h>

#define WIDTH 900
#define HEIGHT 600
#define REACH 190 /* px: as far from an edge a place's name may change sides because of it */

static AtlasBasemap     *basemap;

static const char *const languages[] = { "en", "az", "ru", "hy", "tr", "local" };

static const struct
{
  double longitude, latitude, zoom;
} cameras[] = {
  { 47, 41, 4 },
  { 47, 41, 4.6 },
  { 45, 40.5, 5.37 },
  { 47, 40.6, 6.2 },
  { 44, 42, 6.74 },
  { 49, 40.3, 7 },
  { 46.6, 39.7, 7.49 },
  { 46.6, 39.7, 8 },
  { 45.1, 40.9, 8.66 },
  { 46.7, 39.8, 9.9 },
  { 49.8, 40.4, 11.2 },
};

/* Made up, but where items may be: across the view, some near towns. */
static const AtlasBox obstacles[] = {
  { 380, 200, 480, 216 },
  { 440, 290, 456, 306 },
  { 445, 295, 461, 311 },
  { 100, 80, 114, 94 },
  { 700, 420, 830, 450 },
  { 600, 100, 614, 114 },
};

static AtlasLabelView
view_at (guint camera)
{
  AtlasPoint centre = atlas_mercator_project (cameras[camera].longitude, cameras[camera].latitude);

  return (AtlasLabelView){ centre.x, centre.y, cameras[camera].zoom, WIDTH, HEIGHT };
}

static gboolean
overlap (AtlasBox a,
         AtlasBox b)
{
  return a.x0 + 0.5 < b.x1 && b.x0 + 0.5 < a.x1 && a.y0 + 0.5 < b.y1 && b.y0 + 0.5 < a.y1;
}

/* Where a name covers another; NULL: nowhere. */
static gboolean
covers (const AtlasPlacedLabel *a,
        const AtlasPlacedLabel *b)
{
  for (guint i = 0; i < atlas_placed_label_get_n_boxes (a); i++)
    for (guint k = 0; k < atlas_placed_label_get_n_boxes (b); k++)
      if (overlap (atlas_placed_label_get_box (a, i), atlas_placed_label_get_box (b, k)))
        return TRUE;

  return FALSE;
}

static gboolean
is_within (const AtlasPlacedLabel *label)
{
  for (guint i = 0; i < atlas_placed_label_get_n_boxes (label); i++)
    {
      AtlasBox box = atlas_placed_label_get_box (label, i);

      if (box.x0 < 0 || box.y0 < 0 || box.x1 > WIDTH || box.y1 > HEIGHT)
        return FALSE;
    }

  return TRUE;
}

static void
check_view (GArray     *labels,
            const char *language,
            double      zoom)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const AtlasPlacedLabel *a = &g_array_index (labels, AtlasPlacedLabel, i);

      if (!is_within (a))
        g_error ("“%s” is cut at zoom %g (%s)", a->text, zoom, language);
      for (guint k = 0; k < i; k++)
        {
          const AtlasPlacedLabel *b = &g_array_index (labels, AtlasPlacedLabel, k);

          if (covers (a, b))
            g_error ("“%s” (%d) covers “%s” (%d) at zoom %g (%s)", a->text, a->style, b->text, b->style, zoom, language);
        }
    }
}

static void
test_clear (gconstpointer data)
{
  const char *language = data;
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (basemap, language, 1);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cameras); i++)
    {
      AtlasLabelView view = view_at (i);
      g_autoptr (GArray) free_view = atlas_label_placer_place (placer, &view, NULL, 0);
      g_autoptr (GArray) labels = atlas_label_placer_place (placer, &view, obstacles, G_N_ELEMENTS (obstacles));

      check_view (free_view, language, view.zoom);
      check_view (labels, language, view.zoom);
      n += free_view->len;
      for (guint k = 0; k < labels->len; k++)
        for (guint o = 0; o < G_N_ELEMENTS (obstacles); o++)
          {
            const AtlasPlacedLabel *label = &g_array_index (labels, AtlasPlacedLabel, k);

            g_assert_true (label->glyphs != NULL || !overlap (atlas_placed_label_get_box (label, 0), obstacles[o]));
          }
    }
  g_assert_cmpuint (n, >, 200);
}

/* Larger text finds its room too. */
static void
test_large_text (void)
{
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (basemap, "hy", 2);

  for (guint i = 0; i < G_N_ELEMENTS (cameras); i++)
    {
      AtlasLabelView view = view_at (i);
      g_autoptr (GArray) labels = atlas_label_placer_place (placer, &view, NULL, 0);

      check_view (labels, "hy, twice as large", view.zoom);
      g_assert_cmpuint (labels->len, >, 3);
    }
}

static const AtlasPlacedLabel *
find_same (GArray                 *labels,
           const AtlasPlacedLabel *label,
           double                  dx)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const AtlasPlacedLabel *other = &g_array_index (labels, AtlasPlacedLabel, i);

      if (other->text == label->text && other->style == label->style && fabs (other->x - label->x - dx) < 1e-6 && fabs (other->y - label->y) < 1e-6)
        return other;
    }

  return NULL;
}

/* Whether a name may come, go or change sides when the map moves by a px: it is near the edge, or it is that of an area, which has
 * a spare place when the edge cuts its own. */
static gboolean
may_change (const AtlasPlacedLabel *label)
{
  double x = label->has_symbol ? label->symbol_x : label->x;
  double y = label->has_symbol ? label->symbol_y : label->y;

  if (label->glyphs != NULL && label->style != ATLAS_LABEL_STYLE_RIVER)
    return TRUE;

  return x < REACH || y < REACH || x > WIDTH - REACH || y > HEIGHT - REACH;
}

static void
test_pan (gconstpointer data)
{
  guint camera = GPOINTER_TO_UINT (data);
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (basemap, NULL, 1);
  AtlasLabelView view = view_at (camera);
  AtlasBox       moved[G_N_ELEMENTS (obstacles)];
  g_autoptr (GArray) before = atlas_label_placer_place (placer, &view, obstacles, G_N_ELEMENTS (obstacles));
  guint n_area_changes = 0;

  g_assert_cmpuint (before->len, >, 5);
  for (int step = 1; step <= 300; step++)
    {
      GArray *after;

      view.x += 1 / atlas_mercator_world_size (view.zoom);
      for (guint i = 0; i < G_N_ELEMENTS (obstacles); i++)
        moved[i] = (AtlasBox){ obstacles[i].x0 - step, obstacles[i].y0, obstacles[i].x1 - step, obstacles[i].y1 };
      after = atlas_label_placer_place (placer, &view, moved, G_N_ELEMENTS (moved));
      for (guint i = 0; i < before->len; i++)
        {
          const AtlasPlacedLabel *label = &g_array_index (before, AtlasPlacedLabel, i);

          if (find_same (after, label, -1) != NULL)
            continue;
          if (!may_change (label))
            g_error ("“%s” does not move with the map at step %d", label->text, step);
          n_area_changes += label->has_symbol ? 0 : 1;
        }
      g_array_unref (before);
      before = after;
    }
  g_assert_cmpuint (n_area_changes, <, 30);
}

/* Names do not flicker where two levels meet: small steps to and fro show the same names. */
static void
test_zoom (void)
{
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (basemap, NULL, 1);
  AtlasLabelView view = view_at (4);
  g_autoptr (GArray) before = NULL;

  view.zoom = 6.8;
  before = atlas_label_placer_place (placer, &view, NULL, 0);
  for (int i = 0; i < 20; i++)
    {
      GArray *after;

      view.zoom = 6.8 + (i % 2 == 0 ? -0.02 : 0.02);
      after = atlas_label_placer_place (placer, &view, NULL, 0);
      for (guint k = 0; i > 0 && k < before->len; k++)
        {
          const AtlasPlacedLabel *label = &g_array_index (before, AtlasPlacedLabel, k);
          gboolean                is_there = may_change (label);

          for (guint m = 0; m < after->len && !is_there; m++)
            is_there = g_array_index (after, AtlasPlacedLabel, m).text == label->text;
          if (!is_there)
            g_error ("“%s” flickers", label->text);
        }
      g_array_unref (before);
      before = after;
    }
}

static void
ready_cb (gpointer placer,
          gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* A thread finds the same names, and the view goes without rather than wait. */
static void
test_background (void)
{
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (basemap, "ru", 1);
  g_autoptr (AtlasLabelPlacer) waiting = atlas_label_placer_new (basemap, "ru", 1);
  AtlasLabelView view = view_at (3);
  gboolean       is_ready = FALSE;
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) some = NULL;
  g_autoptr (GArray) expected = atlas_label_placer_place (waiting, &view, NULL, 0);

  atlas_label_placer_set_background (placer, ready_cb, &is_ready);
  none = atlas_label_placer_place (placer, &view, NULL, 0);
  g_assert_cmpuint (none->len, ==, 0);
  while (!is_ready)
    g_main_context_iteration (NULL, TRUE);
  some = atlas_label_placer_place (placer, &view, NULL, 0);
  g_assert_cmpuint (some->len, ==, expected->len);
  for (guint i = 0; i < some->len; i++)
    {
      const AtlasPlacedLabel *a = &g_array_index (some, AtlasPlacedLabel, i);
      const AtlasPlacedLabel *b = &g_array_index (expected, AtlasPlacedLabel, i);

      g_assert_cmpstr (a->text, ==, b->text);
      g_assert_cmpfloat (a->x, ==, b->x);
      g_assert_cmpfloat (a->y, ==, b->y);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  basemap = atlas_basemap_new_from_file (g_getenv ("ATLAS_TEST_BASEMAP"), NULL);
  g_assert_nonnull (basemap);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strconcat ("/label-stability/clear/", languages[i], NULL);

      g_test_add_data_func (path, languages[i], test_clear);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cameras); i += 3)
    {
      g_autofree char *path = g_strdup_printf ("/label-stability/pan/%g", cameras[i].zoom);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_pan);
    }
  g_test_add_func ("/label-stability/large-text", test_large_text);
  g_test_add_func ("/label-stability/zoom", test_zoom);
  g_test_add_func ("/label-stability/background", test_background);
  status = g_test_run ();
  atlas_basemap_unref (basemap);

  return status;
}
