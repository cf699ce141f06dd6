// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-dataset.h"

#include "atlas-item-private.h"
#include "atlas-spatial-index.h"

struct _AtlasDataset
{
  GObject            parent_instance;

  AtlasDataset      *base; /* (nullable): the atlas that the manifest and the boxes belong to */
  AtlasManifest     *manifest;
  AtlasReport       *report;
  AtlasBibliography *bibliography;
  GPtrArray         *series;     /* of AtlasSeries */
  GPtrArray         *tours;      /* of AtlasTour */
  GPtrArray         *items;      /* of AtlasItem, in time order */
  GHashTable        *positions;  /* char * (borrowed from the item): id → position + 1 */
  GHashTable        *citing;     /* guint → GPtrArray of AtlasItem (borrowed) */
  GHashTable        *resting_on; /* char * (borrowed from an item): reference id → GPtrArray of AtlasItem (borrowed) */
  GPtrArray         *none;       /* what is given where there is nothing */
  AtlasSpatialIndex *boxes;      /* of the items, by position */
};

static void list_model_iface_init (GListModelInterface *iface);

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasDataset, atlas_dataset, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))
/* clang-format on */

static GType
list_get_item_type (GListModel *model)
{
  return ATLAS_TYPE_ITEM;
}

static guint
list_get_n_items (GListModel *model)
{
  return ATLAS_DATASET (model)->items->len;
}

static gpointer
list_get_item (GListModel *model,
               guint       position)
{
  AtlasDataset *self = ATLAS_DATASET (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return atlas_item_compare (*(AtlasItem **) a, *(AtlasItem **) b);
}

static void
index_item (GHashTable *index,
            gpointer    key,
            AtlasItem  *item)
{
  GPtrArray *found = g_hash_table_lookup (index, key);

  if (found == NULL)
    {
      found = g_ptr_array_new ();
      g_hash_table_insert (index, key, found);
    }

  /* Items come in order, so one that is there already is the last. */
  if (found->len == 0 || g_ptr_array_index (found, found->len - 1) != item)
    g_ptr_array_add (found, item);
}

static void
index_references (AtlasDataset *self,
                  AtlasItem    *item)
{
  g_autoptr (GPtrArray) sources = atlas_dataset_dup_item_sources (self, item);
  guint        n_cites = 0;
  const guint *cites = atlas_item_get_cites (item, &n_cites);

  for (guint i = 0; i < n_cites; i++)
    index_item (self->citing, GUINT_TO_POINTER (cites[i]), item);

  for (guint i = 0; i < sources->len; i++)
    index_item (self->resting_on, g_ptr_array_index (sources, i), item);
}

static void
index_items (AtlasDataset *self)
{
  g_autofree AtlasBox *boxes = g_new (AtlasBox, self->items->len);

  for (guint i = 0; i < self->items->len; i++)
    {
      AtlasItem *item = g_ptr_array_index (self->items, i);

      if (self->bibliography != NULL)
        atlas_item_weigh_evidence (item, self->bibliography);
      boxes[i] = atlas_item_get_box (item);
      g_hash_table_insert (self->positions, (gpointer) atlas_item_get_id (item), GUINT_TO_POINTER (i + 1));
      index_references (self, item);
    }

  self->boxes = atlas_spatial_index_new (boxes, self->items->len);
}

static void
atlas_dataset_finalize (GObject *object)
{
  AtlasDataset *self = ATLAS_DATASET (object);

  if (self->base == NULL)
    {
      g_clear_pointer (&self->boxes, atlas_spatial_index_free);
      g_clear_pointer (&self->manifest, atlas_manifest_free);
    }
  g_clear_pointer (&self->positions, g_hash_table_unref);
  g_clear_pointer (&self->citing, g_hash_table_unref);
  g_clear_pointer (&self->resting_on, g_hash_table_unref);
  g_clear_pointer (&self->none, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->series, g_ptr_array_unref);
  g_clear_pointer (&self->tours, g_ptr_array_unref);
  g_clear_object (&self->bibliography);
  g_clear_object (&self->report);
  g_clear_object (&self->base);

  G_OBJECT_CLASS (atlas_dataset_parent_class)->finalize (object);
}

static void
atlas_dataset_class_init (AtlasDatasetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_dataset_finalize;
}

static void
atlas_dataset_init (AtlasDataset *self)
{
  self->none = g_ptr_array_new ();
}

AtlasDataset *
atlas_dataset_new_take (AtlasManifest     *manifest,
                        GPtrArray         *items,
                        AtlasReport       *report,
                        AtlasBibliography *bibliography,
                        GPtrArray         *series)
{
  AtlasDataset *self = g_object_new (ATLAS_TYPE_DATASET, NULL);

  self->positions = g_hash_table_new (g_str_hash, g_str_equal);
  self->citing = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->resting_on = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->manifest = manifest;
  self->items = items;
  self->report = report;
  self->bibliography = bibliography;
  self->series = series != NULL ? series : g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_series_free);
  self->tours = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_sort (self->items, compare_items);
  index_items (self);

  return self;
}

AtlasDataset *
atlas_dataset_new_with_reading (AtlasDataset      *base,
                                AtlasReport       *report,
                                AtlasBibliography *bibliography)
{
  AtlasDataset *self = NULL;

  g_return_val_if_fail (ATLAS_IS_DATASET (base), NULL);
  g_return_val_if_fail (report == NULL || ATLAS_IS_REPORT (report), NULL);
  g_return_val_if_fail (bibliography == NULL || ATLAS_IS_BIBLIOGRAPHY (bibliography), NULL);

  self = g_object_new (ATLAS_TYPE_DATASET, NULL);
  self->base = g_object_ref (base);
  self->manifest = base->manifest;
  self->boxes = base->boxes;
  self->items = g_ptr_array_ref (base->items);
  self->series = g_ptr_array_ref (base->series);
  self->tours = g_ptr_array_ref (base->tours);
  self->positions = g_hash_table_ref (base->positions);
  self->citing = g_hash_table_ref (base->citing);
  self->resting_on = g_hash_table_ref (base->resting_on);
  self->report = g_object_ref (report != NULL ? report : base->report);
  self->bibliography = g_object_ref (bibliography != NULL ? bibliography : base->bibliography);

  return self;
}

void
atlas_dataset_take_tours (AtlasDataset *self,
                          GPtrArray    *tours)
{
  g_return_if_fail (ATLAS_IS_DATASET (self));
  g_return_if_fail (tours != NULL);

  g_ptr_array_unref (self->tours);
  self->tours = tours;
}

gboolean
atlas_dataset_has_own_report (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), FALSE);

  return self->base == NULL || self->report == self->base->report;
}

const AtlasManifest *
atlas_dataset_get_manifest (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  return self->manifest;
}

AtlasReport *
atlas_dataset_get_report (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  return self->report;
}

AtlasBibliography *
atlas_dataset_get_bibliography (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  return self->bibliography;
}

GPtrArray *
atlas_dataset_get_series (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  return self->series;
}

GPtrArray *
atlas_dataset_get_tours (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  return self->tours;
}

AtlasTour *
atlas_dataset_lookup_tour (AtlasDataset *self,
                           const char   *id)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  for (guint i = 0; i < self->tours->len; i++)
    if (g_strcmp0 (atlas_tour_get_id (g_ptr_array_index (self->tours, i)), id) == 0)
      return g_ptr_array_index (self->tours, i);

  return NULL;
}

guint
atlas_dataset_get_n_items (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), 0);

  return self->items->len;
}

AtlasItem *
atlas_dataset_get_item (AtlasDataset *self,
                        guint         position)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);
  g_return_val_if_fail (position < self->items->len, NULL);

  return g_ptr_array_index (self->items, position);
}

AtlasItem *
atlas_dataset_lookup (AtlasDataset *self,
                      const char   *id)
{
  guint position = 0;

  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  if (id != NULL)
    position = GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, id));

  return position > 0 ? g_ptr_array_index (self->items, position - 1) : NULL;
}

guint
atlas_dataset_get_position (AtlasDataset *self,
                            AtlasItem    *item)
{
  guint position = 0;

  g_return_val_if_fail (ATLAS_IS_DATASET (self), G_MAXUINT);

  if (item != NULL)
    position = GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, atlas_item_get_id (item)));

  /* An item of another edition has the same id and is another item. */
  return position > 0 && g_ptr_array_index (self->items, position - 1) == item ? position - 1 : G_MAXUINT;
}

GPtrArray *
atlas_dataset_get_citing (AtlasDataset *self,
                          guint         citation)
{
  GPtrArray *found = NULL;

  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  found = g_hash_table_lookup (self->citing, GUINT_TO_POINTER (citation));

  return found != NULL ? found : self->none;
}

GPtrArray *
atlas_dataset_get_resting_on (AtlasDataset *self,
                              const char   *reference_id)
{
  GPtrArray *found = NULL;

  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  if (reference_id != NULL)
    found = g_hash_table_lookup (self->resting_on, reference_id);

  return found != NULL ? found : self->none;
}

typedef struct
{
  GPtrArray  *ids;  /* of const char * */
  GHashTable *seen; /* of const char * */
} Sources;

static void
collect_sources (Sources *found,
                 GStrv    sources)
{
  for (guint i = 0; sources != NULL && sources[i] != NULL; i++)
    if (g_hash_table_add (found->seen, sources[i]))
      g_ptr_array_add (found->ids, sources[i]);
}

GPtrArray *
atlas_dataset_dup_item_sources (AtlasDataset *self,
                                AtlasItem    *item)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Sources found = { g_ptr_array_new (), seen };
  char   *primary[] = { (char *) atlas_item_get_primary_source (item), NULL };

#define COLLECT(Type_, list_)              \
  for (guint i = 0; i < (list_)->len; i++) \
  collect_sources (&found, ((const Type_ *) g_ptr_array_index ((list_), i))->sources)

  COLLECT (AtlasFact, atlas_item_get_facts (item));
  COLLECT (AtlasPhase, atlas_item_get_phases (item));
  COLLECT (AtlasMilestone, atlas_item_get_milestones (item));
  COLLECT (AtlasDifference, atlas_item_get_differences (item));
  COLLECT (AtlasCapacity, atlas_item_get_capacities (item));
  COLLECT (AtlasFlow, atlas_item_get_flows (item));
#undef COLLECT

  if (atlas_item_get_coverage (item) != NULL)
    collect_sources (&found, atlas_item_get_coverage (item)->sources);
  collect_sources (&found, primary);

  return found.ids;
}

typedef struct
{
  AtlasDataset *dataset;
  AtlasItemFunc func;
  gpointer      user_data;
} BoxQuery;

static gboolean
call_for_item (guint    index,
               gpointer user_data)
{
  BoxQuery *query = user_data;

  return query->func (g_ptr_array_index (query->dataset->items, index), query->user_data);
}

void
atlas_dataset_foreach_in_box (AtlasDataset *self,
                              AtlasBox      box,
                              AtlasItemFunc func,
                              gpointer      user_data)
{
  BoxQuery query = { self, func, user_data };

  g_return_if_fail (ATLAS_IS_DATASET (self));

  atlas_spatial_index_query (self->boxes, box, call_for_item, &query);
}
