// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-search.h"

#include "atlas-tokenizer.h"

G_DEFINE_QUARK (atlas_search_error, atlas_search_error)

struct _AtlasSearch
{
  GObject       parent_instance;

  AtlasDataset *dataset;
  sqlite3      *db;
  sqlite3_stmt *query;
};

G_DEFINE_FINAL_TYPE (AtlasSearch, atlas_search, G_TYPE_OBJECT)

/* A name weighs more than where a thing is, and that more than a fact. The order of columns is that of the bm25() weights below. */
#define CREATE_SQL "CREATE VIRTUAL TABLE texts USING fts5 (title, names, place, body, kind UNINDEXED, id UNINDEXED, tokenize = 'atlas', prefix = '1 2 3')"
#define INSERT_SQL "INSERT INTO texts (title, names, place, body, kind, id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
/* In each group first whose id is the words, then whose title begins with them, then by weight. Only what is wanted gets a
 * snippet, in a second pass: that is where the time goes. */
#define QUERY_SQL                                                                                                  \
  "WITH found AS MATERIALIZED (SELECT rowid AS row, kind, id <> ?2 AS is_other,"                                   \
  " substr (highlight (texts, 0, char (2), char (3)), 1, 1) <> char (2) AS begins_otherwise,"                      \
  " bm25 (texts, 12.0, 8.0, 2.0, 1.0) AS weight FROM texts WHERE texts MATCH ?1),"                                 \
  " ranked AS MATERIALIZED (SELECT row, row_number () OVER (PARTITION BY kind"                                     \
  " ORDER BY is_other, begins_otherwise, weight, row) AS nth FROM found),"                                         \
  " best AS MATERIALIZED (SELECT row, nth FROM ranked WHERE nth <= ?3)"                                            \
  " SELECT kind, id, highlight (texts, 0, char (2), char (3)), snippet (texts, -1, char (2), char (3), '…', 14)" \
  " FROM texts CROSS JOIN best WHERE texts MATCH ?1 AND best.row = +texts.rowid ORDER BY kind, nth"

static gboolean
check (AtlasSearch *self,
       int          result,
       GError     **error)
{
  if (result == SQLITE_OK || result == SQLITE_DONE || result == SQLITE_ROW)
    return TRUE;

  g_set_error (error, ATLAS_SEARCH_ERROR, ATLAS_SEARCH_ERROR_INDEX, "the search index: %s",
               self->db != NULL ? sqlite3_errmsg (self->db) : sqlite3_errstr (result));

  return FALSE;
}

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

static gboolean
insert (AtlasSearch     *self,
        sqlite3_stmt    *statement,
        AtlasSearchGroup group,
        const char      *id,
        const char      *title,
        const char      *names,
        const char      *place,
        const char      *body,
        GError         **error)
{
  sqlite3_bind_text (statement, 1, title, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, names, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, place, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, body, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 5, (int) group);
  sqlite3_bind_text (statement, 6, id, -1, SQLITE_STATIC);

  sqlite3_step (statement);

  return check (self, sqlite3_reset (statement), error);
}

static gboolean
insert_items (AtlasSearch  *self,
              sqlite3_stmt *statement,
              GCancellable *cancellable,
              GError      **error)
{
  for (guint i = 0; i < atlas_dataset_get_n_items (self->dataset); i++)
    {
      AtlasItem       *item = atlas_dataset_get_item (self->dataset, i);
      g_autofree char *names = join_item_names (item);
      g_autofree char *body = join_item_texts (item);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !insert (self, statement, ATLAS_SEARCH_ITEM, atlas_item_get_id (item), atlas_item_get_title (item), names,
                   atlas_item_get_place_name (item), body, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_passages (AtlasSearch  *self,
                 sqlite3_stmt *statement,
                 GCancellable *cancellable,
                 GError      **error)
{
  AtlasReport *report = atlas_dataset_get_report (self->dataset);
  GPtrArray   *passages = atlas_report_get_passages (report);

  for (guint i = 0; i < passages->len; i++)
    {
      const AtlasPassage *passage = g_ptr_array_index (passages, i);
      g_autofree char    *place = atlas_report_dup_place (report, passage);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !insert (self, statement, ATLAS_SEARCH_PASSAGE, passage->id, place, NULL, NULL, passage->text, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_references (AtlasSearch  *self,
                   sqlite3_stmt *statement,
                   GCancellable *cancellable,
                   GError      **error)
{
  GListModel *references = G_LIST_MODEL (atlas_dataset_get_bibliography (self->dataset));

  for (guint i = 0; i < g_list_model_get_n_items (references); i++)
    {
      g_autoptr (AtlasReference) reference = g_list_model_get_item (references, i);
      const AtlasReferenceFields *fields = atlas_reference_get_fields (reference);
      g_autoptr (GString) names = g_string_new (NULL);

      append_text (names, fields->authors);
      append_text (names, fields->container);
      append_text (names, fields->publisher);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !insert (self, statement, ATLAS_SEARCH_REFERENCE, fields->id, fields->title, names->str, NULL, fields->note, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
build (AtlasSearch  *self,
       GCancellable *cancellable,
       GError      **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean      built = FALSE;

  if (!check (self, sqlite3_open_v2 (":memory:", &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY, NULL), error) ||
      !check (self, atlas_tokenizer_register (self->db), error) ||
      !check (self, sqlite3_exec (self->db, "BEGIN; " CREATE_SQL, NULL, NULL, NULL), error) ||
      !check (self, sqlite3_prepare_v2 (self->db, INSERT_SQL, -1, &statement, NULL), error))
    return FALSE;

  built = insert_items (self, statement, cancellable, error) &&
          insert_passages (self, statement, cancellable, error) &&
          insert_references (self, statement, cancellable, error);
  sqlite3_finalize (statement);

  return built &&
         check (self, sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL), error) &&
         check (self, sqlite3_prepare_v2 (self->db, QUERY_SQL, -1, &self->query, NULL), error);
}

static void
atlas_search_finalize (GObject *object)
{
  AtlasSearch *self = ATLAS_SEARCH (object);

  sqlite3_finalize (self->query);
  sqlite3_close (self->db);
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

/* Every word by its beginning, all of them, and in @id the words as an id has them. The words are letters and digits, so
 * that quoting them is enough. */
static char *
create_match (const char *words,
              char      **id)
{
  g_autoptr (GPtrArray) tokens = atlas_tokenizer_split (words, ATLAS_SEARCH_MAX_WORDS);
  GString *match = g_string_new (NULL);

  for (guint i = 0; i < tokens->len; i++)
    g_string_append_printf (match, "%s\"%s\" *", i > 0 ? " AND " : "", (char *) g_ptr_array_index (tokens, i));

  g_ptr_array_add (tokens, NULL);
  *id = g_strjoinv ("-", (char **) tokens->pdata);

  return g_string_free (match, FALSE);
}

GPtrArray *
atlas_search_query (AtlasSearch *self,
                    const char  *words,
                    guint        max_per_group,
                    GError     **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (search_hit_free);
  g_autofree char *match = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (ATLAS_IS_SEARCH (self), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  match = create_match (words, &id);
  if (*match == '\0')
    return g_steal_pointer (&hits);

  sqlite3_bind_text (self->query, 1, match, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->query, 2, id, -1, SQLITE_STATIC);
  sqlite3_bind_int (self->query, 3, (int) MIN (max_per_group, (guint) G_MAXINT));

  while (sqlite3_step (self->query) == SQLITE_ROW)
    {
      AtlasSearchHit *hit = g_new0 (AtlasSearchHit, 1);

      hit->group = (AtlasSearchGroup) sqlite3_column_int (self->query, 0);
      hit->id = g_strdup ((const char *) sqlite3_column_text (self->query, 1));
      hit->title = g_strdup ((const char *) sqlite3_column_text (self->query, 2));
      hit->snippet = g_strdup ((const char *) sqlite3_column_text (self->query, 3));
      g_ptr_array_add (hits, hit);
    }

  if (!check (self, sqlite3_reset (self->query), error))
    return NULL;

  return g_steal_pointer (&hits);
}
