// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sample-atlas.h"

#include <math.h>

/* A large made-up atlas for benchmarks. */

typedef struct
{
  AtlasKind         kind;
  AtlasGeometryType type;
  int               n_points;
} BenchSort;

/* An item somewhere from the Balkans to Central Asia: a point, a winding line, or a ring of @reach degrees. */
static inline AtlasItem *
bench_make_item (GRand           *random,
                 guint            index,
                 const BenchSort *sort,
                 double           reach)
{
  gboolean         is_area = sort->type == ATLAS_GEOMETRY_POLYGON;
  g_autofree char *id = g_strdup_printf ("item-%u", index);
  g_autofree char *title = g_strdup_printf ("Item number %u", index);
  g_autoptr (GString) positions = g_string_new (NULL);
  double     lon = g_rand_double_range (random, 20, 70);
  double     lat = g_rand_double_range (random, 30, 55);
  double     turn = g_rand_double_range (random, 0, 2 * G_PI);
  SampleItem item = { id, title, sort->kind, "economic", "", "1991/..", "", sort->type, NULL, NULL, 0 };

  for (int i = 0; i < sort->n_points; i++)
    {
      double angle = turn + (is_area ? 2 * G_PI * i / sort->n_points : 0.3 * sin (i));
      double away = is_area ? reach : 0.3 * reach * i;

      g_string_append_printf (positions, "%s%.5f %.5f", i > 0 ? ", " : "", lon + away * cos (angle), lat + away * sin (angle));
    }
  if (is_area)
    g_string_append_printf (positions, ", %.5f %.5f", lon + reach * cos (turn), lat + reach * sin (turn));
  item.positions = positions->str;

  return sample_item_new (&item);
}

/* @n_items, of each of @sorts by turns. */
static inline AtlasDataset *
bench_make_atlas (GRand           *random,
                  guint            n_items,
                  const BenchSort *sorts,
                  guint            n_sorts,
                  double           reach)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (items, bench_make_item (random, i, &sorts[i % n_sorts], reach));

  return atlas_dataset_new_take (sample_manifest_new ("many"), items, sample_report_new (), sample_bibliography_new (), NULL);
}
