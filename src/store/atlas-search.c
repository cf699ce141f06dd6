// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-search.h"

#include "atlas-search-index.h"
#include "atlas-search-text.h"
#include "atlas-tokenizer.h"

/* The words of a snippet. */
#define SNIPPET_WORDS 14

/* A word of a text has a bit for each word that is looked for. */
G_STATIC_ASSERT (ATLAS_SEARCH_MAX_WORDS <= 32);

G_DEFINE_QUARK (atlas_search_error, atlas_search_error)

struct _AtlasSearch
{
  GObject           parent_instance;

  AtlasDataset     *dataset;
  AtlasSearchIndex *index;
  guint             begins[ATLAS_N_SEARCH_GROUPS + 1]; /* the first row of each group, and the end */
};

G_DEFINE_FINAL_TYPE (AtlasSearch, atlas_search, G_TYPE_OBJECT)

/* What there is of an item, passage or reference. They are not kept: what is shown is made again, of the atlas. */
typedef struct
{
  const char *id; /* (borrowed): of the atlas */
  char       *texts[ATLAS_N_SEARCH_TEXTS];
} Texts;

static void
texts_clear (Texts *self)
{
  for (guint i = 0; i < ATLAS_N_SEARCH_TEXTS; i++)
    g_clear_pointer (&self->texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, texts_clear)

static void
append_text (GString    *body,
             const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (body, "%s%s", body->len > 0 ? "\n" : "", text);
}

static char *
join_item_names (AtlasItem *item)
{
  GString       *names = g_string_new (NULL);
  GHashTableIter iter;
  gpointer       name = NULL;

  g_hash_table_iter_init (&iter, atlas_item_get_names (item));
  while (g_hash_table_iter_next (&iter, NULL, &name))
    append_text (names, name);

  return g_string_free (names, FALSE);
}

static char *
join_item_texts (AtlasItem *item)
{
  GString   *body = g_string_new (NULL);
  GPtrArray *facts = atlas_item_get_facts (item);
  GPtrArray *milestones = atlas_item_get_milestones (item);
  GPtrArray *differences = atlas_item_get_differences (item);

  append_text (body, atlas_item_get_summary (item));
  for (guint i = 0; i < facts->len; i++)
    append_text (body, ((AtlasFact *) g_ptr_array_index (facts, i))->text);
  for (guint i = 0; i < milestones->len; i++)
    append_text (body, ((AtlasMilestone *) g_ptr_array_index (milestones, i))->note);
  for (guint i = 0; i < differences->len; i++)
    append_text (body, ((AtlasDifference *) g_ptr_array_index (differences, i))->public_text);

  return g_string_free (body, FALSE);
}

static guint
count_items (AtlasDataset *dataset)
{
  return atlas_dataset_get_n_items (dataset);
}

static void
get_item_texts (AtlasDataset *dataset,
                guint         position,
                Texts        *texts)
{
  AtlasItem *item = atlas_dataset_get_item (dataset, position);

  texts->id = atlas_item_get_id (item);
  texts->texts[ATLAS_SEARCH_TITLE] = g_strdup (atlas_item_get_title (item));
  texts->texts[ATLAS_SEARCH_NAMES] = join_item_names (item);
  texts->texts[ATLAS_SEARCH_PLACE] = g_strdup (atlas_item_get_place_name (item));
  texts->texts[ATLAS_SEARCH_BODY] = join_item_texts (item);
}

static guint
count_passages (AtlasDataset *dataset)
{
  return atlas_report_get_passages (atlas_dataset_get_report (dataset))->len;
}

static void
get_passage_texts (AtlasDataset *dataset,
                   guint         position,
                   Texts        *texts)
{
  AtlasReport        *report = atlas_dataset_get_report (dataset);
  const AtlasPassage *passage = g_ptr_array_index (atlas_report_get_passages (report), position);

  texts->id = passage->id;
  texts->texts[ATLAS_SEARCH_TITLE] = atlas_report_dup_place (report, passage);
  texts->texts[ATLAS_SEARCH_BODY] = g_strdup (passage->text);
}

static guint
count_references (AtlasDataset *dataset)
{
  return g_list_model_get_n_items (G_LIST_MODEL (atlas_dataset_get_bibliography (dataset)));
}

static void
get_reference_texts (AtlasDataset *dataset,
                     guint         position,
                     Texts        *texts)
{
  g_autoptr (AtlasReference) reference = g_list_model_get_item (G_LIST_MODEL (atlas_dataset_get_bibliography (dataset)), position);
  const AtlasReferenceFields *fields = atlas_reference_get_fields (reference);
  GString                    *names = g_string_new (NULL);

  append_text (names, fields->authors);
  append_text (names, fields->container);
  append_text (names, fields->publisher);

  texts->id = fields->id;
  texts->texts[ATLAS_SEARCH_TITLE] = g_strdup (fields->title);
  texts->texts[ATLAS_SEARCH_NAMES] = g_string_free (names, FALSE);
  texts->texts[ATLAS_SEARCH_BODY] = g_strdup (fields->note);
}

static const struct
{
  guint (*count) (AtlasDataset *dataset);
  void (*get_texts) (AtlasDataset *dataset, guint position, Texts *texts);
} groups[ATLAS_N_SEARCH_GROUPS] = {
  [ATLAS_SEARCH_ITEM] = { count_items, get_item_texts },
  [ATLAS_SEARCH_PASSAGE] = { count_passages, get_passage_texts },
  [ATLAS_SEARCH_REFERENCE] = { count_references, get_reference_texts },
};

static gboolean
count_rows (AtlasSearch *self,
            GError     **error)
{
  guint64 n_rows = 0;

  for (guint group = 0; group < ATLAS_N_SEARCH_GROUPS; group++)
    {
      n_rows += groups[group].count (self->dataset);
      self->begins[group + 1] = (guint) MIN (n_rows, G_MAXUINT);
    }

  if (n_rows <= ATLAS_SEARCH_MAX_ROWS)
    return TRUE;

  g_set_error (error, ATLAS_SEARCH_ERROR, ATLAS_SEARCH_ERROR_INDEX,
               "the search index: %" G_GUINT64_FORMAT " items, passages and references; at most %u can be searched", n_rows, ATLAS_SEARCH_MAX_ROWS);

  return FALSE;
}

static gboolean
build (AtlasSearch  *self,
       GCancellable *cancellable,
       GError      **error)
{
  g_autoptr (AtlasSearchBuilder) builder = atlas_search_builder_new ();

  if (!count_rows (self, error))
    return FALSE;

  for (guint group = 0; group < ATLAS_N_SEARCH_GROUPS; group++)
    for (guint i = 0; i < self->begins[group + 1] - self->begins[group]; i++)
      {
        g_auto (Texts) texts = { NULL };

        if (g_cancellable_set_error_if_cancelled (cancellable, error))
          return FALSE;

        groups[group].get_texts (self->dataset, i, &texts);
        atlas_search_builder_add_row (builder, texts.id, (const char *const *) texts.texts);
      }

  self->index = atlas_search_builder_finish (g_steal_pointer (&builder));

  return TRUE;
}

static void
atlas_search_finalize (GObject *object)
{
  AtlasSearch *self = ATLAS_SEARCH (object);

  g_clear_pointer (&self->index, atlas_search_index_free);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (atlas_search_parent_class)->finalize (object);
}

static void
atlas_search_class_init (AtlasSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_search_finalize;
}

static void
atlas_search_init (AtlasSearch *self)
{
}

AtlasSearch *
atlas_search_new (AtlasDataset *dataset,
                  GCancellable *cancellable,
                  GError      **error)
{
  g_autoptr (AtlasSearch) self = g_object_new (ATLAS_TYPE_SEARCH, NULL);

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  self->dataset = g_object_ref (dataset);

  if (!build (self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
search_new_in_thread (GTask        *task,
                      gpointer      source_object,
                      gpointer      task_data,
                      GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  AtlasSearch *search = atlas_search_new (ATLAS_DATASET (task_data), cancellable, &error);

  if (search != NULL)
    g_task_return_pointer (task, search, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
atlas_search_new_async (AtlasDataset       *dataset,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ATLAS_IS_DATASET (dataset));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_search_new_async);
  g_task_set_task_data (task, g_object_ref (dataset), g_object_unref);
  g_task_run_in_thread (task, search_new_in_thread);
}

AtlasSearch *
atlas_search_new_finish (GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, atlas_search_new_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

AtlasDataset *
atlas_search_get_dataset (AtlasSearch *self)
{
  g_return_val_if_fail (ATLAS_IS_SEARCH (self), NULL);

  return self->dataset;
}

static void
search_hit_free (gpointer data)
{
  AtlasSearchHit *hit = data;

  g_free (hit->id);
  g_free (hit->title);
  g_free (hit->snippet);
  g_free (hit);
}

static AtlasSearchHit *
create_hit (AtlasSearch     *self,
            AtlasSearchGroup group,
            guint            row,
            GPtrArray       *words)
{
  AtlasSearchHit *hit = g_new0 (AtlasSearchHit, 1);
  g_auto (Texts) texts = { NULL };

  groups[group].get_texts (self->dataset, row - self->begins[group], &texts);
  hit->group = group;
  hit->id = g_strdup (texts.id);
  hit->title = texts.texts[ATLAS_SEARCH_TITLE] != NULL ? atlas_search_text_mark (texts.texts[ATLAS_SEARCH_TITLE], words) : NULL;
  hit->snippet = atlas_search_text_cut ((const char *const *) texts.texts, ATLAS_N_SEARCH_TEXTS, words, SNIPPET_WORDS);

  return hit;
}

GPtrArray *
atlas_search_query (AtlasSearch *self,
                    const char  *words,
                    guint        max_per_group,
                    GError     **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (search_hit_free);
  g_autoptr (GPtrArray) beginnings = NULL;

  g_return_val_if_fail (ATLAS_IS_SEARCH (self), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  beginnings = atlas_tokenizer_split (words, ATLAS_SEARCH_MAX_WORDS);
  if (beginnings->len == 0 || atlas_search_index_match (self->index, beginnings) == 0)
    return g_steal_pointer (&hits);

  for (guint group = 0; group < ATLAS_N_SEARCH_GROUPS; group++)
    {
      g_autoptr (GArray) rows = atlas_search_index_dup_best (self->index, self->begins[group], self->begins[group + 1], max_per_group);

      for (guint i = 0; i < rows->len; i++)
        g_ptr_array_add (hits, create_hit (self, (AtlasSearchGroup) group, g_array_index (rows, guint, i), beginnings));
    }

  return g_steal_pointer (&hits);
}
