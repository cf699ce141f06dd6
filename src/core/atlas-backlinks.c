// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-backlinks.h"

#include <glib/gi18n-lib.h>

/* All that rests on one reference. */
typedef struct
{
  AtlasBacklinkList list;
  GArray           *links; /* of AtlasBacklink */
} Entry;

struct _AtlasBacklinks
{
  AtlasBibliography *bibliography; /* borrowed from the dataset */
  GHashTable        *by_id;        /* char * (borrowed from the dataset) → Entry */
  GHashTable        *by_number;    /* guint → Entry: of the report's citations, whose records' ids lead here as well */
};

static const AtlasBacklinkList nothing;

static const struct
{
  const char *id;
  const char *name;
} kinds[] = {
  [ATLAS_BACKLINK_PASSAGE] = { "passage", NC_ ("backlink", "passage") },
  [ATLAS_BACKLINK_ITEM] = { "item", NC_ ("backlink", "item") },
  [ATLAS_BACKLINK_FACT] = { "fact", NC_ ("backlink", "fact") },
  [ATLAS_BACKLINK_PHASE] = { "phase", NC_ ("backlink", "phase") },
  [ATLAS_BACKLINK_MILESTONE] = { "milestone", NC_ ("backlink", "milestone") },
  [ATLAS_BACKLINK_DIFFERENCE] = { "difference", NC_ ("backlink", "difference") },
  [ATLAS_BACKLINK_CAPACITY] = { "capacity", NC_ ("backlink", "capacity") },
  [ATLAS_BACKLINK_FLOW] = { "flow", NC_ ("backlink", "direction of flow") },
  [ATLAS_BACKLINK_COVERAGE] = { "coverage", NC_ ("backlink", "coverage") },
  [ATLAS_BACKLINK_PRIMARY_TEXT] = { "primary-text", NC_ ("backlink", "primary text") },
  [ATLAS_BACKLINK_SERIES] = { "series", NC_ ("backlink", "figures") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == ATLAS_N_BACKLINK_KINDS);

/* The parts of an item that name sources, in the order of their kinds. */
static const struct
{
  AtlasBacklinkKind kind;
  GPtrArray *(*get) (AtlasItem *item);
  gsize sources; /* where they stand in one of them */
} parts[] = {
#define PART(KIND_, Type_, get_)                                                     \
  {                                                                                  \
    ATLAS_BACKLINK_##KIND_, atlas_item_get_##get_, G_STRUCT_OFFSET (Type_, sources), \
  }
  PART (FACT, AtlasFact, facts),
  PART (PHASE, AtlasPhase, phases),
  PART (MILESTONE, AtlasMilestone, milestones),
  PART (DIFFERENCE, AtlasDifference, differences),
  PART (CAPACITY, AtlasCapacity, capacities),
  PART (FLOW, AtlasFlow, flows),
#undef PART
};

static void
entry_free (Entry *entry)
{
  g_array_unref (entry->links);
  g_free (entry);
}

static Entry *
ensure_entry (GHashTable *table,
              gpointer    key)
{
  Entry *entry = g_hash_table_lookup (table, key);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->links = g_array_new (FALSE, FALSE, sizeof (AtlasBacklink));
      g_hash_table_insert (table, key, entry);
    }

  return entry;
}

/* Where the links of the reference @id are kept: with its number's, if it is one of the report's. */
static Entry *
ensure_entry_of (AtlasBacklinks *self,
                 const char     *id)
{
  AtlasReference *reference = self->bibliography != NULL ? atlas_bibliography_lookup (self->bibliography, id) : NULL;
  guint           number = reference != NULL ? atlas_reference_get_number (reference) : 0;

  return number > 0 ? ensure_entry (self->by_number, GUINT_TO_POINTER (number)) : ensure_entry (self->by_id, (gpointer) id);
}

static gboolean
is_statement (AtlasBacklinkKind kind)
{
  return kind >= ATLAS_BACKLINK_FACT && kind <= ATLAS_BACKLINK_COVERAGE;
}

/* Links come in their order, so one that is there already is the last. */
static void
add_link (Entry        *entry,
          AtlasBacklink link)
{
  const AtlasBacklink *last = entry->links->len > 0 ? &g_array_index (entry->links, AtlasBacklink, entry->links->len - 1) : NULL;

  if (last != NULL && last->kind == link.kind && last->passage == link.passage && last->item == link.item &&
      last->series == link.series && last->index == link.index)
    return;

  entry->list.n_passages += link.kind == ATLAS_BACKLINK_PASSAGE;
  entry->list.n_statements += is_statement (link.kind);
  entry->list.n_items += link.item != NULL && (last == NULL || last->item != link.item);
  g_array_append_val (entry->links, link);
}

static void
add_to_sources (AtlasBacklinks *self,
                GStrv           sources,
                AtlasBacklink   link)
{
  for (guint i = 0; sources != NULL && sources[i] != NULL; i++)
    add_link (ensure_entry_of (self, sources[i]), link);
}

static void
index_passages (AtlasBacklinks *self,
                AtlasReport    *report)
{
  GPtrArray *passages = atlas_report_get_passages (report);

  for (guint i = 0; i < passages->len; i++)
    {
      const AtlasPassage *passage = g_ptr_array_index (passages, i);

      for (guint j = 0; j < passage->spans->len; j++)
        {
          const AtlasReportSpan *span = g_ptr_array_index (passage->spans, j);

          if (span->citation > 0)
            add_link (ensure_entry (self->by_number, GUINT_TO_POINTER (span->citation)),
                      (AtlasBacklink){ .kind = ATLAS_BACKLINK_PASSAGE, .passage = passage });
        }
    }
}

static void
index_item (AtlasBacklinks *self,
            AtlasItem      *item)
{
  AtlasBacklink link = { .kind = ATLAS_BACKLINK_ITEM, .item = item };
  guint         n_cites = 0;
  const guint  *cites = atlas_item_get_cites (item, &n_cites);
  char         *primary[] = { (char *) atlas_item_get_primary_source (item), NULL };

  for (guint i = 0; i < n_cites; i++)
    add_link (ensure_entry (self->by_number, GUINT_TO_POINTER (cites[i])), link);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GPtrArray *of_kind = parts[i].get (item);

      link.kind = parts[i].kind;
      for (link.index = 0; link.index < of_kind->len; link.index++)
        add_to_sources (self, G_STRUCT_MEMBER (GStrv, g_ptr_array_index (of_kind, link.index), parts[i].sources), link);
    }

  link.index = 0;
  link.kind = ATLAS_BACKLINK_COVERAGE;
  if (atlas_item_get_coverage (item) != NULL)
    add_to_sources (self, atlas_item_get_coverage (item)->sources, link);
  link.kind = ATLAS_BACKLINK_PRIMARY_TEXT;
  add_to_sources (self, primary, link);
}

static void
finish_entries (GHashTable *table)
{
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Entry *entry = value;

      entry->list.links = (const AtlasBacklink *) (gpointer) entry->links->data;
      entry->list.n_links = entry->links->len;
    }
}

static void
backlinks_free (gpointer data)
{
  AtlasBacklinks *self = data;

  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_number);
  g_free (self);
}

static AtlasBacklinks *
backlinks_new (AtlasDataset *dataset)
{
  AtlasBacklinks *self = g_new0 (AtlasBacklinks, 1);
  GPtrArray      *series = atlas_dataset_get_series (dataset);

  self->bibliography = atlas_dataset_get_bibliography (dataset);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) entry_free);
  self->by_number = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) entry_free);

  if (atlas_dataset_get_report (dataset) != NULL)
    index_passages (self, atlas_dataset_get_report (dataset));
  for (guint i = 0; i < atlas_dataset_get_n_items (dataset); i++)
    index_item (self, atlas_dataset_get_item (dataset, i));
  for (guint i = 0; i < series->len; i++)
    {
      const AtlasSeries *one = g_ptr_array_index (series, i);

      add_to_sources (self, one->sources, (AtlasBacklink){ .kind = ATLAS_BACKLINK_SERIES, .series = one });
    }

  finish_entries (self->by_id);
  finish_entries (self->by_number);

  return self;
}

const AtlasBacklinks *
atlas_backlinks_get (AtlasDataset *dataset)
{
  static GMutex   mutex;
  AtlasBacklinks *self = NULL;
  GQuark          quark = g_quark_from_static_string ("atlas-backlinks");

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  g_mutex_lock (&mutex);
  self = g_object_get_qdata (G_OBJECT (dataset), quark);
  if (self == NULL)
    {
      self = backlinks_new (dataset);
      g_object_set_qdata_full (G_OBJECT (dataset), quark, self, backlinks_free);
    }
  g_mutex_unlock (&mutex);

  return self;
}

const AtlasBacklinkList *
atlas_backlinks_lookup (const AtlasBacklinks *self,
                        const char           *id)
{
  AtlasReference *reference = NULL;
  const Entry    *entry = NULL;

  g_return_val_if_fail (self != NULL, &nothing);

  if (id == NULL)
    return &nothing;

  if (self->bibliography != NULL)
    reference = atlas_bibliography_lookup (self->bibliography, id);
  if (reference != NULL && atlas_reference_get_number (reference) > 0)
    return atlas_backlinks_lookup_number (self, atlas_reference_get_number (reference));

  entry = g_hash_table_lookup (self->by_id, id);

  return entry != NULL ? &entry->list : &nothing;
}

const AtlasBacklinkList *
atlas_backlinks_lookup_number (const AtlasBacklinks *self,
                               guint                 citation)
{
  const Entry *entry = NULL;

  g_return_val_if_fail (self != NULL, &nothing);

  entry = g_hash_table_lookup (self->by_number, GUINT_TO_POINTER (citation));

  return entry != NULL ? &entry->list : &nothing;
}

const char *
atlas_backlink_kind_get_id (AtlasBacklinkKind kind)
{
  g_return_val_if_fail ((guint) kind < ATLAS_N_BACKLINK_KINDS, NULL);

  return kinds[kind].id;
}

const char *
atlas_backlink_kind_get_name (AtlasBacklinkKind kind)
{
  g_return_val_if_fail ((guint) kind < ATLAS_N_BACKLINK_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "backlink", kinds[kind].name);
}

/* Those of the words that there are, with @separator between. */
static char *
join_words (const char *separator,
            const char *first,
            const char *second)
{
  if (first == NULL || *first == '\0')
    return g_strdup (second != NULL ? second : "");
  if (second == NULL || *second == '\0')
    return g_strdup (first);

  return g_strconcat (first, separator, second, NULL);
}

static char *
phase_to_words (AtlasItem        *item,
                const AtlasPhase *phase)
{
  g_autofree char *when = atlas_edtf_to_words (&phase->when.edtf);
  g_autofree char *come = join_words (", ", atlas_kind_get_status_name (atlas_item_get_kind (item), phase->status), when);

  return join_words ("\n", come, phase->note);
}

static char *
milestone_to_words (const AtlasMilestone *milestone)
{
  g_autofree char *when = atlas_edtf_to_words (&milestone->when.edtf);

  return join_words (": ", when, milestone->note);
}

char *
atlas_backlink_to_words (const AtlasBacklink *self)
{
#define PART(Type_, get_) ((const Type_ *) g_ptr_array_index (atlas_item_get_##get_ (self->item), self->index))

  switch (self->kind)
    {
    case ATLAS_BACKLINK_PASSAGE:
      return g_strdup (self->passage->text);
    case ATLAS_BACKLINK_FACT:
      return g_strdup (PART (AtlasFact, facts)->text);
    case ATLAS_BACKLINK_PHASE:
      return phase_to_words (self->item, PART (AtlasPhase, phases));
    case ATLAS_BACKLINK_MILESTONE:
      return milestone_to_words (PART (AtlasMilestone, milestones));
    case ATLAS_BACKLINK_DIFFERENCE:
      return join_words ("\n", PART (AtlasDifference, differences)->report, PART (AtlasDifference, differences)->public_text);
    case ATLAS_BACKLINK_CAPACITY:
      return atlas_capacity_to_words (PART (AtlasCapacity, capacities));
    case ATLAS_BACKLINK_FLOW:
      return atlas_edtf_to_words (&PART (AtlasFlow, flows)->when.edtf);
    case ATLAS_BACKLINK_SERIES:
      return g_strdup (self->series->title);
    case ATLAS_BACKLINK_ITEM:
    case ATLAS_BACKLINK_COVERAGE:
    case ATLAS_BACKLINK_PRIMARY_TEXT:
    case ATLAS_N_BACKLINK_KINDS:
    default:
      return g_strdup (atlas_item_get_title (self->item));
    }
#undef PART
}
