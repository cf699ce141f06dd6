// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What rests on each reference of the whole atlas, against a count that knows nothing of indexes. */

#include "atlas-backlinks.h"

#include "atlas-dataset-loader.h"

#include <string.h>

typedef struct
{
  AtlasDataset *dataset;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GFile) bundle = g_file_new_for_path (g_getenv ("ATLAS_TEST_BUNDLE"));
  g_autoptr (GError) error = NULL;

  fixture->dataset = atlas_dataset_load (bundle, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->dataset);
}

static gboolean
names (GStrv       sources,
       const char *id)
{
  return sources != NULL && g_strv_contains ((const char *const *) sources, id);
}

/* Parts of @item of one kind that name @id. */
#define COUNT(Type_, list_)                \
  for (guint i = 0; i < (list_)->len; i++) \
  n += names (((const Type_ *) g_ptr_array_index ((list_), i))->sources, id)

static guint
count_statements (AtlasItem  *item,
                  const char *id)
{
  guint n = 0;

  COUNT (AtlasFact, atlas_item_get_facts (item));
  COUNT (AtlasPhase, atlas_item_get_phases (item));
  COUNT (AtlasMilestone, atlas_item_get_milestones (item));
  COUNT (AtlasDifference, atlas_item_get_differences (item));
  COUNT (AtlasCapacity, atlas_item_get_capacities (item));
  COUNT (AtlasFlow, atlas_item_get_flows (item));
  n += atlas_item_get_coverage (item) != NULL && names (atlas_item_get_coverage (item)->sources, id);

  return n;
}

static guint
count_series (AtlasDataset *dataset,
              const char   *id)
{
  guint n = 0;

  COUNT (AtlasSeries, atlas_dataset_get_series (dataset));

  return n;
}
#undef COUNT

static gboolean
cites (AtlasItem *item,
       guint      number)
{
  guint        n = 0;
  const guint *numbers = atlas_item_get_cites (item, &n);

  for (guint i = 0; i < n; i++)
    if (numbers[i] == number)
      return TRUE;

  return FALSE;
}

static guint
count_passages (AtlasDataset *dataset,
                guint         number)
{
  g_autofree char *mark = g_strdup_printf ("[%u]", number);
  GPtrArray       *passages = atlas_report_get_passages (atlas_dataset_get_report (dataset));
  guint            n = 0;

  for (guint i = 0; number > 0 && i < passages->len; i++)
    n += strstr (((const AtlasPassage *) g_ptr_array_index (passages, i))->text, mark) != NULL;

  return n;
}

static void
check_reference (AtlasDataset   *dataset,
                 AtlasReference *reference)
{
  const char              *id = atlas_reference_get_id (reference);
  guint                    number = atlas_reference_get_number (reference);
  const AtlasBacklinkList *list = atlas_backlinks_lookup (atlas_backlinks_get (dataset), id);
  guint                    n_passages = count_passages (dataset, number);
  guint                    n_items = 0, n_statements = 0, n_others = 0;

  for (guint i = 0; i < atlas_dataset_get_n_items (dataset); i++)
    {
      AtlasItem *item = atlas_dataset_get_item (dataset, i);
      guint      statements = count_statements (item, id);
      guint      others = (number > 0 && cites (item, number)) + (g_strcmp0 (atlas_item_get_primary_source (item), id) == 0);

      n_items += statements + others > 0;
      n_statements += statements;
      n_others += others;
    }

  g_test_message ("%s", id);
  g_assert_cmpuint (list->n_passages, ==, n_passages);
  g_assert_cmpuint (list->n_items, ==, n_items);
  g_assert_cmpuint (list->n_statements, ==, n_statements);
  g_assert_cmpuint (list->n_links, ==, n_passages + n_statements + n_others + count_series (dataset, id));
  if (number > 0)
    g_assert_true (atlas_backlinks_lookup_number (atlas_backlinks_get (dataset), number) == list);
}

static void
test_all (Fixture      *fixture,
          gconstpointer data)
{
  GListModel *references = G_LIST_MODEL (atlas_dataset_get_bibliography (fixture->dataset));

  g_assert_cmpuint (g_list_model_get_n_items (references), >, 500);
  for (guint i = 0; i < g_list_model_get_n_items (references); i++)
    {
      g_autoptr (AtlasReference) reference = g_list_model_get_item (references, i);

      check_reference (fixture->dataset, reference);
    }
}

/* Passages, then items in time order with their parts in order, then series; each has what its kind says, and words. */
static void
check_order (AtlasDataset            *dataset,
             const AtlasBacklinkList *list)
{
  guint last = 0;

  for (guint i = 0; i < list->n_links; i++)
    {
      const AtlasBacklink *link = &list->links[i];
      g_autofree char     *words = atlas_backlink_to_words (link);
      guint                place = 0;

      g_assert_cmpint (link->passage != NULL, ==, link->kind == ATLAS_BACKLINK_PASSAGE);
      g_assert_cmpint (link->series != NULL, ==, link->kind == ATLAS_BACKLINK_SERIES);
      g_assert_cmpint (link->item != NULL, ==, link->passage == NULL && link->series == NULL);
      g_assert_cmpstr (words, !=, "");

      if (link->passage != NULL)
        place = link->passage->number;
      else if (link->item != NULL)
        place = ((atlas_dataset_get_position (dataset, link->item) + 1) * ATLAS_N_BACKLINK_KINDS + link->kind) * 1000 + link->index;
      else
        place = G_MAXUINT / 2 + i;
      g_assert_cmpuint (place, >, last);
      last = place;
    }
}

static void
test_order (Fixture      *fixture,
            gconstpointer data)
{
  GListModel *references = G_LIST_MODEL (atlas_dataset_get_bibliography (fixture->dataset));

  for (guint i = 0; i < g_list_model_get_n_items (references); i++)
    {
      g_autoptr (AtlasReference) reference = g_list_model_get_item (references, i);

      check_order (fixture->dataset, atlas_backlinks_lookup (atlas_backlinks_get (fixture->dataset), atlas_reference_get_id (reference)));
    }
}

static void
test_unknown (Fixture      *fixture,
              gconstpointer data)
{
  const AtlasBacklinks *backlinks = atlas_backlinks_get (fixture->dataset);

  g_assert_true (atlas_backlinks_get (fixture->dataset) == backlinks); /* made once */
  g_assert_cmpuint (atlas_backlinks_lookup (backlinks, "nothing")->n_links, ==, 0);
  g_assert_cmpuint (atlas_backlinks_lookup (backlinks, NULL)->n_links, ==, 0);
  g_assert_cmpuint (atlas_backlinks_lookup_number (backlinks, 0)->n_links, ==, 0);
  g_assert_cmpuint (atlas_backlinks_lookup_number (backlinks, 999)->n_links, ==, 0);
  for (guint kind = 0; kind < ATLAS_N_BACKLINK_KINDS; kind++)
    g_assert_cmpstr (atlas_backlink_kind_get_name (kind), !=, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/backlinks/all", Fixture, NULL, set_up, test_all, tear_down);
  g_test_add ("/backlinks/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/backlinks/unknown", Fixture, NULL, set_up, test_unknown, tear_down);

  return g_test_run ();
}
