// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-layout.h"

#include "timeline-fixture.h"

#include <math.h>

static const AtlasTimelineEntry *
lookup (AtlasDataset        *dataset,
        AtlasTimelineLayout *layout,
        const char          *id)
{
  return atlas_timeline_layout_lookup (layout, atlas_dataset_get_position (dataset, atlas_dataset_lookup (dataset, id)));
}

/* clang-format off */
static const struct
{
  const char        *id;
  guint              lane;
  AtlasTimelineShape shape;
  AtlasTimelineEdge  start, stop;
  const char        *life, *known;
} looks[] = {
  { "era",      0, ATLAS_TIMELINE_BAND,  ATLAS_TIMELINE_EDGE_BLOCK,   ATLAS_TIMELINE_EDGE_BLOCK,   "1991/1993", "1991/1993" },
  { "day",      0, ATLAS_TIMELINE_POINT, ATLAS_TIMELINE_EDGE_CRISP,   ATLAS_TIMELINE_EDGE_CRISP,   "1996-06-01", "1996-06-01" },
  { "year",     0, ATLAS_TIMELINE_POINT, ATLAS_TIMELINE_EDGE_BLOCK,   ATLAS_TIMELINE_EDGE_BLOCK,   "1999", "1999" },
  { "about",    0, ATLAS_TIMELINE_BAR,   ATLAS_TIMELINE_EDGE_SOFT,    ATLAS_TIMELINE_EDGE_SOFT,    "2002/2006", "2002/2006" },
  { "perhaps",  0, ATLAS_TIMELINE_BAR,   ATLAS_TIMELINE_EDGE_HATCHED, ATLAS_TIMELINE_EDGE_HATCHED, "2008/2012", "2008/2012" },
  { "lost",     0, ATLAS_TIMELINE_BAR,   ATLAS_TIMELINE_EDGE_BLOCK,   ATLAS_TIMELINE_EDGE_UNKNOWN, "2001/" TIMELINE_TODAY, "2001/" TIMELINE_TODAY },
  { "treaty",   0, ATLAS_TIMELINE_BAR,   ATLAS_TIMELINE_EDGE_CRISP,   ATLAS_TIMELINE_EDGE_CRISP,   "1997-07-03", "1997-07-03/" TIMELINE_TODAY },
  { "line",     1, ATLAS_TIMELINE_BAR,   ATLAS_TIMELINE_EDGE_BLOCK,   ATLAS_TIMELINE_EDGE_OPEN,    "2002-06-01/" TIMELINE_TODAY, "1993-01-01/" TIMELINE_TODAY },
  { "shut",     1, ATLAS_TIMELINE_BAR,   ATLAS_TIMELINE_EDGE_BLOCK,   ATLAS_TIMELINE_EDGE_BLOCK,   "1995/2004", "1995/2004" },
  { "zone",     2, ATLAS_TIMELINE_BAR,   ATLAS_TIMELINE_EDGE_CRISP,   ATLAS_TIMELINE_EDGE_CRISP,   "1994-05-12/2010-11-10", "1994-05-12/2010-11-10" },
  { "scenario", 2, ATLAS_TIMELINE_BAR,   ATLAS_TIMELINE_EDGE_BLOCK,   ATLAS_TIMELINE_EDGE_BLOCK,   "2013/2018", "2013/2018" },
};
/* clang-format on */

static void
test_looks (void)
{
  g_autoptr (AtlasDataset) dataset = timeline_dataset_new ();
  g_autoptr (AtlasTimelineIndex) index = timeline_index_new (dataset, ATLAS_TIMELINE_BY_THEME, NULL);
  AtlasTimelineSpec spec = timeline_spec (index, 20, 400);
  g_autoptr (AtlasTimelineLayout) layout = atlas_timeline_layout_new (&spec);

  g_assert_cmpuint (atlas_timeline_layout_get_n_lanes (layout), ==, 3);
  g_assert_cmpuint (atlas_timeline_layout_get_n_entries (layout), ==, G_N_ELEMENTS (timeline_items));
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      const AtlasTimelineEntry *entry = lookup (dataset, layout, looks[i].id);

      g_test_message ("%s", looks[i].id);
      g_assert_cmpuint (entry->lane, ==, looks[i].lane);
      g_assert_cmpint (entry->shape, ==, looks[i].shape);
      g_assert_cmpint (entry->start, ==, looks[i].start);
      g_assert_cmpint (entry->stop, ==, looks[i].stop);
      g_assert_true (atlas_time_span_equal (entry->life, sample_span (looks[i].life)));
      g_assert_true (atlas_time_span_equal (entry->known, sample_span (looks[i].known)));
    }

  /* Two eras that share a year share a row. */
  g_assert_cmpuint (lookup (dataset, layout, "era")->row, ==, lookup (dataset, layout, "next")->row);
}

typedef struct
{
  const AtlasTimelineLayout *layout;
  AtlasTimelineView          view;
  GArray                    *marks; /* of cairo_rectangle_t */
  GArray                    *names; /* the same */
  GArray                    *pills; /* the same: clusters */
  guint                      n_hidden;
  GHashTable                *visited; /* entries */
} Collect;

static void
collect_cb (const AtlasTimelineEntry *entry,
            gpointer                  user_data)
{
  Collect          *collect = user_data;
  cairo_rectangle_t mark = atlas_timeline_layout_get_box (collect->layout, &collect->view, entry);
  cairo_rectangle_t name = atlas_timeline_layout_get_label_box (collect->layout, &collect->view, entry);

  g_assert_true (g_hash_table_add (collect->visited, (gpointer) entry)); /* each once */
  if (entry->shape == ATLAS_TIMELINE_BAND)
    return;

  g_array_append_val (collect->marks, mark);
  if (name.width > 0)
    g_array_append_val (collect->names, name);
}

static void
collect_cluster_cb (const AtlasTimelineCluster *cluster,
                    gpointer                    user_data)
{
  Collect          *collect = user_data;
  cairo_rectangle_t pill = atlas_timeline_layout_get_cluster_box (collect->layout, &collect->view, cluster);

  g_array_append_val (collect->pills, pill);
  collect->n_hidden += cluster->count;
}

static void
collect (Collect                   *self,
         const AtlasTimelineLayout *layout,
         AtlasTimelineView          view)
{
  self->layout = layout;
  self->view = view;
  self->marks = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  self->names = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  self->pills = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  self->n_hidden = 0;
  self->visited = g_hash_table_new (NULL, NULL);
  atlas_timeline_layout_foreach (layout, &view, collect_cb, self);
  atlas_timeline_layout_foreach_cluster (layout, &view, collect_cluster_cb, self);
}

static void
collect_clear (Collect *self)
{
  g_array_unref (self->marks);
  g_array_unref (self->names);
  g_array_unref (self->pills);
  g_hash_table_unref (self->visited);
}

static gboolean
overlap (const cairo_rectangle_t *a,
         const cairo_rectangle_t *b,
         double                   spare) /* px that lines of text may share: what is over and under the letters */
{
  return a->x + 0.01 < b->x + b->width && b->x + 0.01 < a->x + a->width && a->y + spare + 0.01 < b->y + b->height && b->y + spare + 0.01 < a->y + a->height;
}

static guint
count_overlaps (GArray *ones,
                GArray *others,
                double  spare)
{
  guint n = 0;

  for (guint i = 0; i < ones->len; i++)
    for (guint j = ones == others ? i + 1 : 0; j < others->len; j++)
      if (overlap (&g_array_index (ones, cairo_rectangle_t, i), &g_array_index (others, cairo_rectangle_t, j), spare))
        n++;

  return n;
}

/* At every zoom, and at every zoom within its bucket: no mark on another, no name on a mark or a name. */
static void
test_no_overlap (void)
{
  g_autoptr (AtlasDataset) dataset = timeline_dataset_new_random (400);
  g_autoptr (AtlasTimelineIndex) index = timeline_index_new (dataset, ATLAS_TIMELINE_BY_THEME, NULL);

  for (double px_per_year = 4; px_per_year < 3000; px_per_year *= 1.3)
    {
      AtlasTimelineSpec spec = timeline_spec (index, px_per_year, 300);
      g_autoptr (AtlasTimelineLayout) layout = atlas_timeline_layout_new (&spec);

      for (double closer = 1.0; closer < G_SQRT2; closer += 0.2)
        {
          AtlasTimelineView view = { { sample_span ("1890").begin, spec.px_per_day * closer }, 130 * 366 * spec.px_per_day * closer, 1e6, 0 };
          Collect           found;

          collect (&found, layout, view);
          g_assert_cmpuint (g_hash_table_size (found.visited) + found.n_hidden, ==, 400); /* in a row or in one cluster */
          g_assert_cmpuint (count_overlaps (found.pills, found.pills, 0), ==, 0);
          g_assert_cmpuint (count_overlaps (found.pills, found.marks, 0), ==, 0);
          g_assert_cmpuint (count_overlaps (found.marks, found.marks, 0), ==, 0);
          g_assert_cmpuint (count_overlaps (found.names, found.names, spec.line_height * 0.34), ==, 0);
          g_assert_cmpuint (count_overlaps (found.names, found.marks, spec.line_height * 0.42), ==, 0);
          if (atlas_timeline_layout_is_open (layout))
            g_assert_cmpuint (found.names->len, ==, found.marks->len); /* open rows name everything */
          collect_clear (&found);
        }
    }
}

/* Panning visits what is in view and moves nothing against anything else. */
static void
test_pan (void)
{
  g_autoptr (AtlasDataset) dataset = timeline_dataset_new_random (300);
  g_autoptr (AtlasTimelineIndex) index = timeline_index_new (dataset, ATLAS_TIMELINE_BY_THEME, NULL);
  AtlasTimelineSpec spec = timeline_spec (index, 40, 200);
  g_autoptr (AtlasTimelineLayout) layout = atlas_timeline_layout_new (&spec);

  for (int year = 1890; year < 2010; year += 9)
    for (double top = 0; top < atlas_timeline_layout_get_height (layout); top += 170)
      {
        AtlasTimelineView view = { { atlas_day_from_ymd (year, 1, 1), spec.px_per_day }, 600, 200, top };
        AtlasTimelineView home = { { atlas_day_from_ymd (1890, 1, 1), spec.px_per_day }, 600, 200, 0 };
        double            dx = (view.scale.begin - home.scale.begin) * spec.px_per_day;
        Collect           found;

        collect (&found, layout, view);
        for (guint i = 0; i < 300; i++)
          {
            const AtlasTimelineEntry *entry = atlas_timeline_layout_lookup (layout, i);
            cairo_rectangle_t         box = atlas_timeline_layout_get_box (layout, &view, entry);
            cairo_rectangle_t         at_home = atlas_timeline_layout_get_box (layout, &home, entry);

            g_assert_cmpfloat_with_epsilon (at_home.x - dx, box.x, 1e-6);
            g_assert_cmpfloat_with_epsilon (at_home.y - top, box.y, 1e-6);
            if (!entry->clustered && overlap (&box, &(cairo_rectangle_t){ 0, 0, 600, 200 }, 0))
              g_assert_true (g_hash_table_contains (found.visited, entry));
          }
        /* …and not much else: what is not near the view is not touched. */
        g_assert_cmpuint (g_hash_table_size (found.visited), <, 200);
        collect_clear (&found);
      }
}

/* The same bucket gives the same rows; buckets are half octaves. */
static void
test_bucket (void)
{
  for (double px_per_day = 0.003; px_per_day < 60; px_per_day *= 1.37)
    {
      double bucket = atlas_timeline_layout_get_bucket (px_per_day);

      g_assert_cmpfloat (bucket, <=, px_per_day * (1 + 1e-9));
      g_assert_cmpfloat (bucket * G_SQRT2, >, px_per_day * (1 - 1e-9));
      g_assert_cmpfloat (atlas_timeline_layout_get_bucket (bucket), ==, bucket);
    }
}

static void
test_filter (void)
{
  g_autoptr (AtlasDataset) dataset = timeline_dataset_new ();
  g_autoptr (AtlasFilter) all = atlas_filter_new ();
  g_autoptr (AtlasFilter) pipelines = atlas_filter_toggle_kind (all, ATLAS_KIND_PIPELINE);
  g_autoptr (AtlasTimelineIndex) index = timeline_index_new (dataset, ATLAS_TIMELINE_BY_THEME, pipelines);
  AtlasTimelineSpec spec = timeline_spec (index, 20, 400);
  g_autoptr (AtlasTimelineLayout) layout = atlas_timeline_layout_new (&spec);

  g_assert_cmpuint (atlas_timeline_layout_get_n_entries (layout), ==, 2);
  g_assert_cmpuint (atlas_timeline_layout_get_n_lanes (layout), ==, 1);
  g_assert_null (lookup (dataset, layout, "zone"));
  g_assert_nonnull (lookup (dataset, layout, "line"));
}

static void
test_hit (void)
{
  g_autoptr (AtlasDataset) dataset = timeline_dataset_new ();
  g_autoptr (AtlasTimelineIndex) index = timeline_index_new (dataset, ATLAS_TIMELINE_BY_THEME, NULL);
  AtlasTimelineSpec spec = timeline_spec (index, 100, 400);
  g_autoptr (AtlasTimelineLayout) layout = atlas_timeline_layout_new (&spec);
  AtlasTimelineView view = { atlas_time_scale_for_range (sample_span ("1991/2018"), 28 * 365.25 * spec.px_per_day), 28 * 365.25 * spec.px_per_day, 400, 13 };

  for (guint i = 0; i < atlas_dataset_get_n_items (dataset); i++)
    {
      const AtlasTimelineEntry *entry = atlas_timeline_layout_lookup (layout, i);
      cairo_rectangle_t         box = atlas_timeline_layout_get_box (layout, &view, entry);
      cairo_rectangle_t         name = atlas_timeline_layout_get_label_box (layout, &view, entry);

      g_assert_true (atlas_timeline_layout_hit (layout, &view, box.x + box.width / 2, box.y + box.height / 2, 4) == entry);
      if (name.width > 0)
        g_assert_true (atlas_timeline_layout_hit (layout, &view, name.x + name.width / 2, name.y + name.height / 2, 4) == entry);
    }
  g_assert_null (atlas_timeline_layout_hit (layout, &view, 5, atlas_timeline_layout_get_height (layout) + 300, 4));
}

static void
test_lanes (void)
{
  g_autoptr (AtlasDataset) dataset = timeline_dataset_new ();
  g_autoptr (AtlasTimelineIndex) index = timeline_index_new (dataset, ATLAS_TIMELINE_BY_THEME, NULL);
  AtlasTimelineSpec spec = timeline_spec (index, 20, 400);
  g_autoptr (AtlasTimelineLayout) layout = atlas_timeline_layout_new (&spec);
  const AtlasTimelineEntry *day = lookup (dataset, layout, "day");
  const AtlasTimelineEntry *below = atlas_timeline_layout_step_lane (layout, day, 1);

  g_assert_true (below == lookup (dataset, layout, "shut"));
  g_assert_true (atlas_timeline_layout_step_lane (layout, below, 1) == lookup (dataset, layout, "zone"));
  g_assert_null (atlas_timeline_layout_step_lane (layout, day, -1));
  g_assert_null (atlas_timeline_layout_step_lane (layout, lookup (dataset, layout, "zone"), 1));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline-layout/looks", test_looks);
  g_test_add_func ("/timeline-layout/no-overlap", test_no_overlap);
  g_test_add_func ("/timeline-layout/pan", test_pan);
  g_test_add_func ("/timeline-layout/bucket", test_bucket);
  g_test_add_func ("/timeline-layout/filter", test_filter);
  g_test_add_func ("/timeline-layout/hit", test_hit);
  g_test_add_func ("/timeline-layout/lanes", test_lanes);

  return g_test_run ();
}
