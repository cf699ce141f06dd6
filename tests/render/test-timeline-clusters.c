// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the layouts of a timeline promise wherever there is more than there are rows. */

#include "atlas-dataset-loader.h"
#include "atlas-timeline-layout-private.h"

#include "timeline-fixture.h"

#include <string.h>

static const double zooms[] = { 6, 15, 24, 60, 170, 700, 4000, 20000 }; /* px a year */
static const double heights[] = { 90, 150, 230, 300, 500, 1200 };

static AtlasDataset *
load_builtin (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (g_getenv ("ATLAS_TEST_BUNDLE"));
  AtlasDataset *dataset = atlas_dataset_load (folder, NULL, &error);

  g_assert_no_error (error);

  return dataset;
}

/* All that stands, in one view of all days. */
typedef struct
{
  const AtlasTimelineLayout *layout;
  AtlasTimelineView          view;
  GArray                    *boxes; /* of cairo_rectangle_t: marks and clusters */
  GArray                    *names; /* the same */
  guint                      n_standing;
  guint                      n_clustered;
  guint                      next_member;
} Sight;

static void
see_entry (const AtlasTimelineEntry *entry,
           gpointer                  user_data)
{
  Sight            *sight = user_data;
  cairo_rectangle_t box = atlas_timeline_layout_get_box (sight->layout, &sight->view, entry);
  cairo_rectangle_t name = atlas_timeline_layout_get_label_box (sight->layout, &sight->view, entry);

  g_assert_false (entry->clustered);
  sight->n_standing++;
  if (entry->shape == ATLAS_TIMELINE_BAND)
    box.width = MAX (box.width - 1.5, 0.0); /* headings meet on a day, which may be less than a px */
  g_array_append_val (sight->boxes, box);
  if (name.width > 0.0 && entry->shape != ATLAS_TIMELINE_BAND)
    g_array_append_val (sight->names, name);
}

static void
see_cluster (const AtlasTimelineCluster *cluster,
             gpointer                    user_data)
{
  Sight                    *sight = user_data;
  const AtlasTimelineEntry *members = atlas_timeline_layout_get_members (sight->layout, cluster);
  cairo_rectangle_t         box = atlas_timeline_layout_get_cluster_box (sight->layout, &sight->view, cluster);

  g_assert_cmpuint (cluster->count, >, 0);
  g_assert_true (cluster->days.begin <= cluster->day && cluster->day < cluster->days.end);
  for (guint i = 0; i < cluster->count; i++)
    {
      g_assert_true (members[i].clustered);
      g_assert_cmpuint (members[i].lane, ==, cluster->lane);
      g_assert_true (atlas_time_span_contains_day (cluster->days, members[i].anchor));
      g_assert_cmpint (i > 0 ? members[i - 1].anchor : G_MININT, <=, members[i].anchor);
      g_assert_true (atlas_timeline_layout_get_cluster (sight->layout, &members[i]) == cluster);
      g_assert_cmpfloat (atlas_timeline_layout_get_box (sight->layout, &sight->view, &members[i]).x, ==, box.x);
    }
  g_assert_true (atlas_timeline_layout_hit_cluster (sight->layout, &sight->view, box.x + box.width / 2, box.y + box.height / 2, 3) == cluster);
  sight->n_clustered += cluster->count;
  g_array_append_val (sight->boxes, box);
}

static void
look (Sight                     *self,
      const AtlasTimelineLayout *layout,
      double                     px_per_day)
{
  AtlasTimeSpan bounds = atlas_timeline_layout_get_bounds (layout);

  *self = (Sight){ .layout = layout };
  self->view = (AtlasTimelineView){ { bounds.begin - 2000, px_per_day }, (bounds.end - bounds.begin + 4000.0) * px_per_day, atlas_timeline_layout_get_height (layout), 0 };
  self->boxes = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  self->names = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  atlas_timeline_layout_foreach (layout, &self->view, see_entry, self);
  atlas_timeline_layout_foreach_cluster (layout, &self->view, see_cluster, self);
}

static void
sight_clear (Sight *self)
{
  g_array_unref (self->boxes);
  g_array_unref (self->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sight, sight_clear)

static void
assert_apart (GArray *ones,
              GArray *others,
              double  spare) /* px that may be shared, up and down: what lines of text have over and under the letters */
{
  for (guint i = 0; i < ones->len; i++)
    for (guint j = ones == others ? i + 1 : 0; j < others->len; j++)
      {
        const cairo_rectangle_t *a = &g_array_index (ones, cairo_rectangle_t, i);
        const cairo_rectangle_t *b = &g_array_index (others, cairo_rectangle_t, j);

        if (a->x + 0.01 < b->x + b->width && b->x + 0.01 < a->x + a->width && a->y + spare + 0.01 < b->y + b->height && b->y + spare + 0.01 < a->y + a->height)
          g_error ("%.1f %.1f %.1f %.1f lies on %.1f %.1f %.1f %.1f", a->x, a->y, a->width, a->height, b->x, b->y, b->width, b->height);
      }
}

/* At every zoom, height and grouping: each item in a row or in one cluster, nothing on anything else, all within the height. */
static void
check_layouts (AtlasDataset         *dataset,
               AtlasTimelineGrouping grouping)
{
  g_autoptr (AtlasTimelineIndex) index = timeline_index_new (dataset, grouping, NULL);
  guint n_lanes = atlas_timeline_index_get_n_lanes (index);

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    for (guint j = 0; j < G_N_ELEMENTS (heights); j++)
      {
        AtlasTimelineSpec spec = timeline_spec (index, zooms[i], heights[j]);
        g_autoptr (AtlasTimelineLayout) layout = atlas_timeline_layout_new (&spec);
        g_auto (Sight) sight = { NULL };

        g_test_message ("%g px a year, %g px high", zooms[i], heights[j]);
        for (guint k = 0; k < layout->n_entries; k++)
          g_assert_true (atlas_timeline_layout_lookup_in (layout, layout->entries[k].position, layout->entries[k].lane) == &layout->entries[k]);
        look (&sight, layout, spec.px_per_day * (1.0 + 0.1 * (j % 4)));
        g_assert_cmpuint (sight.n_standing + sight.n_clustered, ==, atlas_timeline_index_get_n_entries (index));
        g_assert_cmpuint (atlas_timeline_layout_get_n_entries (layout), ==, atlas_timeline_index_get_n_entries (index));
        assert_apart (sight.boxes, sight.boxes, 0.5);
        assert_apart (sight.names, sight.names, spec.line_height * 0.34);
        assert_apart (sight.names, sight.boxes, spec.line_height * 0.42);
        g_assert_true (atlas_timeline_layout_get_height (layout) <= MAX (heights[j], 62.0 * n_lanes));
      }
}

static void
test_builtin (gconstpointer data)
{
  g_autoptr (AtlasDataset) dataset = load_builtin ();

  check_layouts (dataset, (AtlasTimelineGrouping) GPOINTER_TO_UINT (data));
}

static void
test_random (void)
{
  g_autoptr (AtlasDataset) dataset = timeline_dataset_new_random (300);

  check_layouts (dataset, ATLAS_TIMELINE_BY_THEME);
  check_layouts (dataset, ATLAS_TIMELINE_BY_KIND);
}

/* An expanded lane has all its rows, and the others what there is room for. */
static void
test_expanded (void)
{
  g_autoptr (AtlasDataset) dataset = timeline_dataset_new_random (300);
  g_autoptr (AtlasTimelineIndex) index = timeline_index_new (dataset, ATLAS_TIMELINE_BY_THEME, NULL);
  AtlasTimelineSpec spec = timeline_spec (index, 20, 230);
  g_autoptr (AtlasTimelineLayout) folded = atlas_timeline_layout_new (&spec);
  g_autoptr (AtlasTimelineLayout) layout = NULL;
  g_auto (Sight) sight = { NULL };

  spec.expanded = 1 << 1;
  layout = atlas_timeline_layout_new (&spec);
  look (&sight, layout, spec.px_per_day);
  g_assert_false (atlas_timeline_layout_get_lane (folded, 1)->expanded);
  g_assert_cmpuint (atlas_timeline_layout_get_lane (folded, 1)->n_hidden, >, 0);
  g_assert_true (atlas_timeline_layout_get_lane (layout, 1)->expanded);
  g_assert_cmpuint (atlas_timeline_layout_get_lane (layout, 1)->n_hidden, ==, 0);
  g_assert_cmpuint (atlas_timeline_layout_get_lane (layout, 0)->n_hidden, >, 0);
  g_assert_cmpfloat (atlas_timeline_layout_get_height (layout), >, 230);
  assert_apart (sight.boxes, sight.boxes, 0.5);
}

typedef struct
{
  double begin;
  double end;
  guint  lane;
} Stretch;

static void
add_stretch (const AtlasTimelineEntry *entry,
             gpointer                  user_data)
{
  Sight            *sight = user_data;
  cairo_rectangle_t box = atlas_timeline_layout_get_box (sight->layout, &sight->view, entry);
  cairo_rectangle_t name = atlas_timeline_layout_get_label_box (sight->layout, &sight->view, entry);
  Stretch           stretch = { MIN (box.x, name.width > 0 ? name.x : box.x), MAX (box.x + box.width, name.width > 0 ? name.x + name.width : 0), entry->lane };

  if (!entry->lasting && entry->shape != ATLAS_TIMELINE_BAND)
    g_array_append_val (sight->boxes, stretch);
}

/* How many lie over one another where most do, each with @gap px after it. */
static guint
get_depth (GArray *stretches,
           guint   lane,
           double  gap)
{
  guint most = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *one = &g_array_index (stretches, Stretch, i);
      guint          depth = 0;

      for (guint j = 0; j < stretches->len; j++)
        {
          const Stretch *other = &g_array_index (stretches, Stretch, j);

          depth += one->lane == lane && other->lane == lane && other->begin <= one->begin && one->begin < other->end + gap;
        }
      most = MAX (most, depth);
    }

  return most;
}

/* No lane has more rows than lie over one another somewhere, with the gaps between them: fewer there cannot be. */
static void
test_fewest_rows (void)
{
  g_autoptr (AtlasDataset) dataset = timeline_dataset_new_random (300);
  g_autoptr (AtlasTimelineIndex) index = timeline_index_new (dataset, ATLAS_TIMELINE_BY_THEME, NULL);

  for (guint z = 0; z < G_N_ELEMENTS (zooms); z++)
    {
      AtlasTimelineSpec spec = timeline_spec (index, zooms[z], 1e5);
      g_autoptr (AtlasTimelineLayout) layout = atlas_timeline_layout_new (&spec);
      AtlasTimeSpan bounds = atlas_timeline_layout_get_bounds (layout);
      Sight         sight = { .layout = layout };

      sight.view = (AtlasTimelineView){ { bounds.begin - 2000, spec.px_per_day }, (bounds.end - bounds.begin + 4000.0) * spec.px_per_day, 1e5, 0 };
      sight.boxes = g_array_new (FALSE, FALSE, sizeof (Stretch));
      atlas_timeline_layout_foreach (layout, &sight.view, add_stretch, &sight);
      g_assert_true (atlas_timeline_layout_is_open (layout));
      for (guint lane = 0; lane < atlas_timeline_layout_get_n_lanes (layout); lane++)
        {
          guint n_passing = atlas_timeline_layout_get_lane (layout, lane)->n_passing;

          g_assert_cmpuint (n_passing, >=, get_depth (sight.boxes, lane, 0.0));
          g_assert_cmpuint (n_passing, <=, get_depth (sight.boxes, lane, ATLAS_TIMELINE_LABEL_GAP + ATLAS_TIMELINE_MARK_GAP + 2.0));
        }
      g_array_unref (sight.boxes);
    }
}

/* Bars keep their rows while one goes closer, as far as their number of rows allows; and what stands mostly goes on standing. */
static void
test_steady (void)
{
  g_autoptr (AtlasDataset) dataset = load_builtin ();
  g_autoptr (AtlasTimelineIndex) index = timeline_index_new (dataset, ATLAS_TIMELINE_BY_THEME, NULL);
  g_autoptr (AtlasTimelineLayout) before = NULL;

  for (double px_per_year = 26; px_per_year < 20000; px_per_year *= G_SQRT2)
    {
      AtlasTimelineSpec spec = timeline_spec (index, px_per_year, 300);
      g_autoptr (AtlasTimelineLayout) layout = atlas_timeline_layout_new (&spec);
      guint n_stood = 0, n_lost = 0;

      for (guint i = 0; before != NULL && i < atlas_timeline_layout_get_n_lanes (layout); i++)
        g_assert_cmpfloat (atlas_timeline_layout_get_lane (layout, i)->height, ==, atlas_timeline_layout_get_lane (before, i)->height);
      for (guint i = 0; before != NULL && i < before->n_entries; i++)
        {
          const AtlasTimelineEntry *then = &before->entries[i];
          const AtlasTimelineEntry *now = atlas_timeline_layout_lookup (layout, then->position);

          n_stood += !then->clustered;
          n_lost += !then->clustered && now->clustered;
          if (then->lasting && atlas_timeline_layout_get_lane (before, then->lane)->n_rows - atlas_timeline_layout_get_lane (before, then->lane)->n_passing ==
                                 atlas_timeline_layout_get_lane (layout, then->lane)->n_rows - atlas_timeline_layout_get_lane (layout, then->lane)->n_passing)
            {
              g_assert_true (now->lasting);
              g_assert_cmpuint (now->row, ==, then->row);
            }
        }
      g_assert_cmpuint (n_lost * 12, <=, n_stood);

      g_clear_pointer (&before, atlas_timeline_layout_unref);
      before = g_steal_pointer (&layout);
    }
}

/* An item stands in the lane of each of its actors; actors with one item share a lane. */
static void
test_actors (void)
{
  static const SampleItem samples[] = {
    { "one", "One", ATLAS_KIND_EVENT, "political", "azerbaijan,russia", "1996-06-01", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 0 },
    { "two", "Two", ATLAS_KIND_EVENT, "economic", "russia,azerbaijan,turkey", "1998-06-01", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 0 },
    { "three", "Three", ATLAS_KIND_EVENT, "economic", "", "2001", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 0 },
    { "four", "Four", ATLAS_KIND_EVENT, "economic", "russia", "2003", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 0 },
  };
  static const struct
  {
    const char *title;
    guint       n_items;
  } lanes[] = { { "Azerbaijan", 2 }, { "Russia", 3 }, { "Others", 2 } };
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasTimelineIndex) index = NULL;
  g_autoptr (AtlasTimelineLayout) layout = NULL;
  AtlasTimelineSpec spec;

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    g_ptr_array_add (items, sample_item_new (&samples[i]));
  dataset = timeline_dataset_new_take (items);
  index = timeline_index_new (dataset, ATLAS_TIMELINE_BY_ACTOR, NULL);
  spec = timeline_spec (index, 20, 400);
  layout = atlas_timeline_layout_new (&spec);

  g_assert_cmpuint (atlas_timeline_layout_get_n_lanes (layout), ==, G_N_ELEMENTS (lanes));
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      guint n = 0;

      for (guint j = 0; j < layout->n_entries; j++)
        n += layout->entries[j].lane == i;
      g_assert_cmpstr (atlas_timeline_layout_get_lane_title (layout, i, NULL), ==, lanes[i].title);
      g_assert_cmpuint (n, ==, lanes[i].n_items);
    }
  g_assert_cmpuint (atlas_timeline_layout_lookup (layout, 1)->lane, ==, 0); /* the first of its lanes */
}

static void
test_kinds (void)
{
  g_autoptr (AtlasDataset) dataset = timeline_dataset_new ();
  g_autoptr (AtlasTimelineIndex) index = timeline_index_new (dataset, ATLAS_TIMELINE_BY_KIND, NULL);
  AtlasTimelineSpec spec = timeline_spec (index, 20, 400);
  g_autoptr (AtlasTimelineLayout) layout = atlas_timeline_layout_new (&spec);

  for (guint i = 0; i < layout->n_entries; i++)
    {
      const AtlasTimelineEntry *entry = &layout->entries[i];
      const char               *id = atlas_timeline_layout_get_lane (layout, entry->lane)->id;

      /* The manifest of the sample has no term for events and railways. */
      if (id != NULL)
        g_assert_cmpstr (id, ==, atlas_kind_get_id (atlas_item_get_kind (entry->item)));
      else
        g_assert_true (atlas_item_get_kind (entry->item) == ATLAS_KIND_EVENT || atlas_item_get_kind (entry->item) == ATLAS_KIND_RAILWAY);
    }
}

static void
add_id (const AtlasTimelineEntry *entry,
        gpointer                  user_data)
{
  g_assert_true (entry->across);
  g_string_append_printf (user_data, "%s ", atlas_item_get_id (entry->item));
}

/* The wars of the manifest wash down all lanes, and are told in their own. */
static void
test_across (void)
{
  g_autoptr (AtlasDataset) dataset = load_builtin ();
  g_autoptr (AtlasTimelineIndex) index = timeline_index_new (dataset, ATLAS_TIMELINE_BY_THEME, NULL);
  AtlasTimelineSpec spec = timeline_spec (index, 26, 230);
  g_autoptr (AtlasTimelineLayout) layout = atlas_timeline_layout_new (&spec);
  AtlasTimelineView view = { atlas_time_scale_for_range (sample_span ("1991/2012"), 1000), 1000, 230, 0 };
  g_autoptr (GString) ids = g_string_new (NULL);

  atlas_timeline_layout_foreach_across (layout, &view, add_id, ids);
  g_assert_nonnull (strstr (ids->str, "first-karabakh-war"));
  g_assert_nonnull (strstr (ids->str, "russia-georgia-war-2008"));
  g_assert_null (strstr (ids->str, "second-karabakh-war")); /* not of these days */
  for (guint i = 0; i < layout->across->len; i++)
    g_assert_cmpint (layout->entries[g_array_index (layout->across, guint, i)].shape, ==, ATLAS_TIMELINE_BAND);
}

static void
test_nothing (void)
{
  g_autoptr (AtlasDataset) dataset = timeline_dataset_new ();
  g_autoptr (AtlasFilter) all = atlas_filter_new ();
  g_autoptr (AtlasFilter) nothing = atlas_filter_with_text (all, "no such words");
  g_autoptr (AtlasTimelineIndex) index = timeline_index_new (dataset, ATLAS_TIMELINE_BY_THEME, nothing);
  AtlasTimelineSpec spec = timeline_spec (index, 20, 400);
  g_autoptr (AtlasTimelineLayout) layout = atlas_timeline_layout_new (&spec);

  g_assert_cmpuint (atlas_timeline_layout_get_n_entries (layout), ==, 0);
  g_assert_cmpuint (atlas_timeline_layout_get_n_lanes (layout), ==, 0);
  g_assert_null (atlas_timeline_layout_get_lane (layout, 0));
  g_assert_null (atlas_timeline_layout_lookup (layout, 0));
}

/* clang-format off */
static const struct
{
  double      px_per_year;
  const char *day, *cell;
} cells[] = {
  { 12000, "2020-02-29", "2020-02-29" },
  { 2500,  "2020-11-10", "2020-11-09/2020-11-15" }, /* from Monday to Sunday */
  { 500,   "2020-02-29", "2020-02" },
  { 150,   "2020-11-10", "2020-10/2020-12" },
  { 80,    "1991-12-26", "1991-07/1991-12" },
  { 40,    "1991-12-26", "1991" },
  { 20,    "1991-12-26", "1990/1991" },
  { 8,     "1991-12-26", "1990/1994" },
  { 4,     "1991-12-26", "1990/1999" },
};
/* clang-format on */

static void
test_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      AtlasTimeSpan cell = atlas_timeline_cell_around (sample_span (cells[i].day).begin, cells[i].px_per_year / 365.25, 30);

      g_test_message ("%g px a year", cells[i].px_per_year);
      g_assert_true (atlas_time_span_equal (cell, sample_span (cells[i].cell)));
    }
}

static void
test_counts (void)
{
  static const struct
  {
    guint       count;
    const char *text;
  } counts[] = { { 1, "1" }, { 999, "999" }, { 1000, "1k" }, { 12345, "12k" }, { 99999, "99k" }, { 734000, ".7M" } };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      AtlasTimelineCluster cluster = { .count = counts[i].count };
      g_autofree char     *text = atlas_timeline_cluster_to_text (&cluster);

      g_assert_cmpstr (text, ==, counts[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/timeline-clusters/builtin/theme", GUINT_TO_POINTER (ATLAS_TIMELINE_BY_THEME), test_builtin);
  g_test_add_data_func ("/timeline-clusters/builtin/kind", GUINT_TO_POINTER (ATLAS_TIMELINE_BY_KIND), test_builtin);
  g_test_add_data_func ("/timeline-clusters/builtin/actor", GUINT_TO_POINTER (ATLAS_TIMELINE_BY_ACTOR), test_builtin);
  g_test_add_func ("/timeline-clusters/random", test_random);
  g_test_add_func ("/timeline-clusters/expanded", test_expanded);
  g_test_add_func ("/timeline-clusters/fewest-rows", test_fewest_rows);
  g_test_add_func ("/timeline-clusters/steady", test_steady);
  g_test_add_func ("/timeline-clusters/actors", test_actors);
  g_test_add_func ("/timeline-clusters/kinds", test_kinds);
  g_test_add_func ("/timeline-clusters/across", test_across);
  g_test_add_func ("/timeline-clusters/nothing", test_nothing);
  g_test_add_func ("/timeline-clusters/cells", test_cells);
  g_test_add_func ("/timeline-clusters/counts", test_counts);

  return g_test_run ();
}
