// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-mercator.h"

#include "sample-atlas.h"

static char *
join_items (GPtrArray *items)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", atlas_item_get_id (g_ptr_array_index (items, i)));

  return g_string_free (ids, FALSE);
}

static void
test_order (void)
{
  AtlasDataset *dataset = sample_atlas_new ("a", NULL);

  g_assert_cmpuint (atlas_dataset_get_n_items (dataset), ==, G_N_ELEMENTS (sample_items));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (dataset)), ==, G_N_ELEMENTS (sample_items));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (dataset)) == ATLAS_TYPE_ITEM);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (dataset), G_N_ELEMENTS (sample_items)));

  for (guint i = 0; i < G_N_ELEMENTS (sample_items); i++)
    {
      g_autoptr (AtlasItem) item = g_list_model_get_item (G_LIST_MODEL (dataset), i);

      g_assert_cmpstr (atlas_item_get_id (item), ==, sample_items[i].id);
      g_assert_true (item == atlas_dataset_get_item (dataset, i));
      g_assert_true (item == atlas_dataset_lookup (dataset, sample_items[i].id));
      g_assert_cmpuint (atlas_dataset_get_position (dataset, item), ==, i);
    }

  g_assert_finalize_object (dataset);
}

static void
test_unknown (void)
{
  AtlasDataset *dataset = sample_atlas_new ("a", NULL);
  AtlasItem    *other = sample_item_new (&sample_items[0]);

  g_assert_null (atlas_dataset_lookup (dataset, "nothing"));
  g_assert_null (atlas_dataset_lookup (dataset, NULL));
  g_assert_cmpuint (atlas_dataset_get_position (dataset, other), ==, G_MAXUINT); /* the same id, another item */
  g_assert_cmpuint (atlas_dataset_get_position (dataset, NULL), ==, G_MAXUINT);
  g_assert_cmpuint (atlas_dataset_get_citing (dataset, 0)->len, ==, 0);
  g_assert_cmpuint (atlas_dataset_get_resting_on (dataset, NULL)->len, ==, 0);
  g_assert_cmpuint (atlas_dataset_get_series (dataset)->len, ==, 0);
  g_assert_finalize_object (other);
  g_assert_finalize_object (dataset);
}

static void
test_parts (void)
{
  GPtrArray    *series = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_series_free);
  AtlasSeries  *trade = g_new0 (AtlasSeries, 1);
  AtlasDataset *dataset = NULL;

  trade->id = g_strdup ("trade");
  trade->points = g_array_new (FALSE, FALSE, sizeof (AtlasSeriesPoint));
  g_ptr_array_add (series, trade);
  dataset = atlas_dataset_new_take (sample_manifest_new ("a"), g_ptr_array_new_with_free_func (g_object_unref),
                                    sample_report_new (), sample_bibliography_new (), series);

  g_assert_cmpstr (atlas_dataset_get_manifest (dataset)->id, ==, "a");
  g_assert_cmpstr (atlas_report_get_title (atlas_dataset_get_report (dataset)), ==, "Report");
  g_assert_nonnull (atlas_bibliography_lookup (atlas_dataset_get_bibliography (dataset), "bp"));
  g_assert_true (atlas_dataset_get_series (dataset) == series);
  g_assert_cmpuint (atlas_dataset_get_n_items (dataset), ==, 0);
  g_assert_finalize_object (dataset);
}

static void
test_indexes (void)
{
  static const struct
  {
    guint       citation;
    const char *source, *items;
  } cases[] = {
    { 12, NULL, "accord north" },
    { 39, NULL, "radar" },
    { 13, NULL, "" },
    { 0, "mod", "radar accord corridor" },
    { 0, "bp", "north south" },
    { 0, "phase", "radar north south far dream" },
    { 0, "none", "" },
  };
  AtlasDataset *dataset = sample_atlas_new ("a", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GPtrArray       *items = cases[i].source != NULL ? atlas_dataset_get_resting_on (dataset, cases[i].source) : atlas_dataset_get_citing (dataset, cases[i].citation);
      g_autofree char *ids = join_items (items);

      g_assert_cmpstr (ids, ==, cases[i].items);
    }

  g_assert_finalize_object (dataset);
}

static void
add_source (GPtrArray **array,
            gpointer    part,
            GStrv      *sources,
            const char *ids)
{
  *sources = g_strsplit (ids, ",", -1);
  *array = g_ptr_array_new ();
  g_ptr_array_add (*array, part);
}

/* From all that can have sources, in their order, each once. */
static void
test_item_sources (void)
{
  g_auto (AtlasItemFields) fields = { .id = g_strdup ("x"), .title = g_strdup ("X"), .when = sample_when ("2006") };
  AtlasFact       *fact = g_new0 (AtlasFact, 1);
  AtlasPhase      *phase = g_new0 (AtlasPhase, 1);
  AtlasMilestone  *milestone = g_new0 (AtlasMilestone, 1);
  AtlasDifference *difference = g_new0 (AtlasDifference, 1);
  AtlasCapacity   *capacity = g_new0 (AtlasCapacity, 1);
  AtlasDataset    *dataset = sample_atlas_new ("a", NULL);
  AtlasItem       *item = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autofree char *ids = NULL;

  phase->when = sample_when ("2006");
  milestone->when = sample_when ("2006");
  fact->text = g_strdup ("Fact");
  difference->report = g_strdup ("Report");
  add_source (&fields.facts, fact, &fact->sources, "fact,phase");
  add_source (&fields.phases, phase, &phase->sources, "phase,milestone");
  add_source (&fields.milestones, milestone, &milestone->sources, "milestone,fact,difference");
  add_source (&fields.differences, difference, &difference->sources, "difference");
  capacity->when = sample_when ("2006");
  capacity->value = 1;
  add_source (&fields.capacities, capacity, &capacity->sources, "capacity,difference");
  fields.coverage = g_new0 (AtlasCoverage, 1);
  fields.coverage->sources = g_strsplit ("coverage", ",", -1);
  fields.primary_source = g_strdup ("primary");
  item = atlas_item_new_take (&fields);

  sources = atlas_dataset_dup_item_sources (dataset, item);
  g_ptr_array_add (sources, NULL);
  ids = g_strjoinv (" ", (char **) sources->pdata);
  g_assert_cmpstr (ids, ==, "fact phase milestone difference capacity coverage primary");

  g_assert_finalize_object (item);
  g_assert_finalize_object (dataset);
}

typedef struct
{
  GPtrArray *items;
  guint      most;
} Walk;

static gboolean
collect (AtlasItem *item,
         gpointer   user_data)
{
  Walk *walk = user_data;

  g_ptr_array_add (walk->items, item);

  return walk->items->len < walk->most;
}

static void
test_box (void)
{
  AtlasDataset      *dataset = sample_atlas_new ("a", NULL);
  AtlasPoint         north_west = atlas_mercator_project (45.2, 41.5);
  AtlasPoint         south_east = atlas_mercator_project (47.9, 38.5);
  AtlasBox           box = { north_west.x, north_west.y, south_east.x, south_east.y };
  static const guint most[] = { 1, 2, 100 };

  for (guint i = 0; i < G_N_ELEMENTS (most); i++)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new ();
      Walk walk = { items, most[i] };

      atlas_dataset_foreach_in_box (dataset, box, collect, &walk);
      /* radar, corridor, wide; the boxes of north and south */
      g_assert_cmpuint (items->len, ==, MIN (most[i], 5));
    }

  g_assert_finalize_object (dataset);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dataset/order", test_order);
  g_test_add_func ("/dataset/unknown", test_unknown);
  g_test_add_func ("/dataset/parts", test_parts);
  g_test_add_func ("/dataset/indexes", test_indexes);
  g_test_add_func ("/dataset/item-sources", test_item_sources);
  g_test_add_func ("/dataset/box", test_box);

  return g_test_run ();
}
