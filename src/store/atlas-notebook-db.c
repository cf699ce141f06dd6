// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-notebook-db.h"

/* The columns of a note, in the order in which they are bound and read. */
#define COLUMNS "id, atlas, kind, target, target_id, text, link, edition, first, last, quote, colour, citation, created, modified"

enum
{
  COLUMN_ID,
  COLUMN_ATLAS,
  COLUMN_KIND,
  COLUMN_TARGET,
  COLUMN_TARGET_ID,
  COLUMN_TEXT,
  COLUMN_LINK,
  COLUMN_EDITION,
  COLUMN_FIRST,
  COLUMN_LAST,
  COLUMN_QUOTE,
  COLUMN_COLOUR,
  COLUMN_CITATION,
  COLUMN_CREATED,
  COLUMN_MODIFIED,
  COLUMN_ROW, /* of a salvage */
};

/* Rows that are tried in vain before a salvage ends. */
#define MAX_TRIES 5000

#define PUT_SQL "INSERT OR REPLACE INTO entries (" COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
#define DROP_SQL "DELETE FROM entries WHERE id = ?1"
#define LOAD_SQL "SELECT " COLUMNS " FROM entries ORDER BY created, id LIMIT ?1"
#define SALVAGE_SQL "SELECT " COLUMNS ", rowid FROM entries NOT INDEXED WHERE rowid > ?2 ORDER BY rowid LIMIT ?1"
#define SET_REPORT_SQL "INSERT OR REPLACE INTO reports (atlas, bytes, modified) VALUES (?1, ?2, ?3)"
#define DROP_REPORT_SQL "DELETE FROM reports WHERE atlas = ?1"

AtlasNotebookChange *
atlas_notebook_change_new (const AtlasNoteFields *before,
                           const AtlasNoteFields *after)
{
  AtlasNotebookChange *self = g_new0 (AtlasNotebookChange, 1);

  self->before = before != NULL ? atlas_note_fields_copy (before) : NULL;
  self->after = after != NULL ? atlas_note_fields_copy (after) : NULL;

  return self;
}

void
atlas_notebook_change_free (AtlasNotebookChange *self)
{
  if (self == NULL)
    return;

  atlas_note_fields_free (self->before);
  atlas_note_fields_free (self->after);
  g_free (self);
}

gboolean
atlas_notebook_db_check (AtlasNotebookDb   *self,
                         int                result,
                         AtlasNotebookError code,
                         GError           **error)
{
  if (result == SQLITE_OK || result == SQLITE_DONE || result == SQLITE_ROW)
    return TRUE;

  g_set_error (error, ATLAS_NOTEBOOK_ERROR, (int) code, "%s: %s", self->path,
               self->db != NULL ? sqlite3_errmsg (self->db) : sqlite3_errstr (result));

  return FALSE;
}

static char *
dup_column (sqlite3_stmt *row,
            int           column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  return text != NULL && g_utf8_validate (text, -1, NULL) ? g_strdup (text) : NULL;
}

static guint
get_count (sqlite3_stmt *row,
           int           column)
{
  return (guint) CLAMP (sqlite3_column_int64 (row, column), 0, G_MAXINT);
}

static AtlasNoteFields *
read_fields (sqlite3_stmt *row)
{
  g_autoptr (AtlasNoteFields) fields = atlas_note_fields_new ();
  const char *edition = (const char *) sqlite3_column_text (row, COLUMN_EDITION);
  const char *colour = (const char *) sqlite3_column_text (row, COLUMN_COLOUR);

  fields->id = dup_column (row, COLUMN_ID);
  fields->atlas = dup_column (row, COLUMN_ATLAS);
  fields->target_id = dup_column (row, COLUMN_TARGET_ID);
  fields->text = dup_column (row, COLUMN_TEXT);
  fields->link = dup_column (row, COLUMN_LINK);
  fields->quote = dup_column (row, COLUMN_QUOTE);
  fields->begin = get_count (row, COLUMN_FIRST);
  fields->end = get_count (row, COLUMN_LAST);
  fields->citation = get_count (row, COLUMN_CITATION);
  fields->created = sqlite3_column_int64 (row, COLUMN_CREATED);
  fields->modified = sqlite3_column_int64 (row, COLUMN_MODIFIED);

  if (!atlas_note_kind_from_id ((const char *) sqlite3_column_text (row, COLUMN_KIND), &fields->kind) ||
      !atlas_note_target_from_id ((const char *) sqlite3_column_text (row, COLUMN_TARGET), &fields->target) ||
      (edition != NULL && !atlas_note_edition_from_id (edition, &fields->edition)) ||
      (colour != NULL && !atlas_note_colour_from_id (colour, &fields->colour)) ||
      !atlas_note_fields_check (fields, NULL))
    return NULL;

  return g_steal_pointer (&fields);
}

/* @row: (inout): of a salvage: after which row; then the last that could be read */
static int
read_rows (AtlasNotebookDb *self,
           const char      *sql,
           gint64          *row,
           GPtrArray       *notes)
{
  sqlite3_stmt *statement = NULL;
  int           result = sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL);

  if (result == SQLITE_OK)
    {
      sqlite3_bind_int64 (statement, 1, ATLAS_NOTEBOOK_MAX_NOTES);
      sqlite3_bind_int64 (statement, 2, *row);
    }
  while (result == SQLITE_OK && (result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      AtlasNoteFields *fields = read_fields (statement);

      if (fields != NULL)
        g_ptr_array_add (notes, fields);
      *row = sqlite3_column_int64 (statement, COLUMN_ROW);
      result = SQLITE_OK;
    }
  sqlite3_finalize (statement);

  return result;
}

GPtrArray *
atlas_notebook_db_load_notes (AtlasNotebookDb *self,
                              GError         **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_note_fields_free);
  gint64 row = 0;

  if (!atlas_notebook_db_check (self, read_rows (self, LOAD_SQL, &row, notes), ATLAS_NOTEBOOK_ERROR_READ, error))
    return NULL;

  return g_steal_pointer (&notes);
}

GPtrArray *
atlas_notebook_db_salvage (AtlasNotebookDb *self)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_note_fields_free);
  gint64     row = 0;

  /* Else a file that was cut is not read at all. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  sqlite3_exec (self->db, "PRAGMA writable_schema = ON", NULL, NULL, NULL);

  for (guint i = 0; i < MAX_TRIES && (read_rows (self, SALVAGE_SQL, &row, notes) & 0xff) == SQLITE_CORRUPT; i++)
    row++;

  return notes;
}

GHashTable *
atlas_notebook_db_load_reports (AtlasNotebookDb *self,
                                GError         **error)
{
  g_autoptr (GHashTable) atlases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_stmt *statement = NULL;
  int           result = sqlite3_prepare_v2 (self->db, "SELECT atlas FROM reports", -1, &statement, NULL);

  while (result == SQLITE_OK && (result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      char *atlas = dup_column (statement, 0);

      if (atlas != NULL)
        g_hash_table_add (atlases, atlas);
      result = SQLITE_OK;
    }
  sqlite3_finalize (statement);

  if (!atlas_notebook_db_check (self, result, ATLAS_NOTEBOOK_ERROR_READ, error))
    return NULL;

  return g_steal_pointer (&atlases);
}

GBytes *
atlas_notebook_db_load_report (AtlasNotebookDb *self,
                               const char      *atlas,
                               GError         **error)
{
  sqlite3_stmt *statement = NULL;
  GBytes       *bytes = NULL;
  int           result = sqlite3_prepare_v2 (self->db, "SELECT bytes FROM reports WHERE atlas = ?1", -1, &statement, NULL);

  if (result == SQLITE_OK)
    {
      sqlite3_bind_text (statement, 1, atlas, -1, SQLITE_STATIC);
      result = sqlite3_step (statement);
    }
  if (result == SQLITE_ROW)
    {
      gconstpointer data = sqlite3_column_blob (statement, 0); /* before its size is asked for */

      bytes = g_bytes_new (data, (gsize) sqlite3_column_bytes (statement, 0));
    }
  atlas_notebook_db_check (self, result, ATLAS_NOTEBOOK_ERROR_READ, error);
  sqlite3_finalize (statement);

  return bytes;
}

static void
bind_text (sqlite3_stmt *statement,
           int           column,
           const char   *text)
{
  sqlite3_bind_text (statement, column + 1, text, -1, SQLITE_STATIC);
}

static void
bind_count (sqlite3_stmt *statement,
            int           column,
            gint64        count)
{
  sqlite3_bind_int64 (statement, column + 1, count);
}

static int
put (AtlasNotebookDb       *self,
     const AtlasNoteFields *fields)
{
  gboolean is_highlight = fields->kind == ATLAS_NOTE_HIGHLIGHT;

  bind_text (self->put, COLUMN_ID, fields->id);
  bind_text (self->put, COLUMN_ATLAS, fields->atlas);
  bind_text (self->put, COLUMN_KIND, atlas_note_kind_get_id (fields->kind));
  bind_text (self->put, COLUMN_TARGET, atlas_note_target_get_id (fields->target));
  bind_text (self->put, COLUMN_TARGET_ID, fields->target_id);
  bind_text (self->put, COLUMN_TEXT, fields->text);
  bind_text (self->put, COLUMN_LINK, fields->link);
  bind_text (self->put, COLUMN_EDITION, is_highlight ? atlas_note_edition_get_id (fields->edition) : NULL);
  bind_count (self->put, COLUMN_FIRST, fields->begin);
  bind_count (self->put, COLUMN_LAST, fields->end);
  bind_text (self->put, COLUMN_QUOTE, fields->quote);
  bind_text (self->put, COLUMN_COLOUR, is_highlight ? atlas_note_colour_get_id (fields->colour) : NULL);
  bind_count (self->put, COLUMN_CITATION, fields->citation);
  bind_count (self->put, COLUMN_CREATED, fields->created);
  bind_count (self->put, COLUMN_MODIFIED, fields->modified);
  sqlite3_step (self->put);

  return sqlite3_reset (self->put);
}

static int
drop (AtlasNotebookDb *self,
      const char      *id)
{
  sqlite3_bind_text (self->drop, 1, id, -1, SQLITE_STATIC);
  sqlite3_step (self->drop);

  return sqlite3_reset (self->drop);
}

static gboolean
prepare (AtlasNotebookDb *self)
{
  return (self->put != NULL || sqlite3_prepare_v2 (self->db, PUT_SQL, -1, &self->put, NULL) == SQLITE_OK) &&
         (self->drop != NULL || sqlite3_prepare_v2 (self->db, DROP_SQL, -1, &self->drop, NULL) == SQLITE_OK);
}

/* Ends what was begun: for good if all went well so far, else as if it had not been. */
static gboolean
end (AtlasNotebookDb *self,
     int              result,
     GError         **error)
{
  if (result == SQLITE_OK)
    result = sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL);

  if (atlas_notebook_db_check (self, result, ATLAS_NOTEBOOK_ERROR_WRITE, error))
    return TRUE;

  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

gboolean
atlas_notebook_db_write (AtlasNotebookDb *self,
                         GPtrArray       *changes,
                         GError         **error)
{
  int result = SQLITE_OK;

  if (!prepare (self))
    return atlas_notebook_db_check (self, sqlite3_errcode (self->db), ATLAS_NOTEBOOK_ERROR_WRITE, error);

  result = sqlite3_exec (self->db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  for (guint i = 0; i < changes->len && result == SQLITE_OK; i++)
    {
      const AtlasNotebookChange *change = g_ptr_array_index (changes, i);

      result = change->after != NULL ? put (self, change->after) : drop (self, change->before->id);
    }

  return end (self, result, error);
}

gboolean
atlas_notebook_db_set_report (AtlasNotebookDb *self,
                              const char      *atlas,
                              GBytes          *bytes,
                              GError         **error)
{
  sqlite3_stmt *statement = NULL;
  int           result = sqlite3_prepare_v2 (self->db, bytes != NULL ? SET_REPORT_SQL : DROP_REPORT_SQL, -1, &statement, NULL);

  if (!atlas_notebook_db_check (self, result, ATLAS_NOTEBOOK_ERROR_WRITE, error))
    return FALSE;

  sqlite3_bind_text (statement, 1, atlas, -1, SQLITE_STATIC);
  if (bytes != NULL)
    {
      gsize         size = 0;
      gconstpointer data = g_bytes_get_data (bytes, &size);

      sqlite3_bind_blob64 (statement, 2, size > 0 ? data : "", size, SQLITE_STATIC);
      sqlite3_bind_int64 (statement, 3, g_get_real_time ());
    }

  result = sqlite3_exec (self->db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  if (result == SQLITE_OK)
    {
      sqlite3_step (statement);
      result = sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);

  return end (self, result, error);
}

gboolean
atlas_notebook_db_is_stale (AtlasNotebookDb *self)
{
  gint64 version = self->seen_version;

  if (self->version == NULL && sqlite3_prepare_v2 (self->db, "PRAGMA data_version", -1, &self->version, NULL) != SQLITE_OK)
    return FALSE;

  if (sqlite3_step (self->version) == SQLITE_ROW)
    self->seen_version = sqlite3_column_int64 (self->version, 0);
  sqlite3_reset (self->version);

  return self->seen_version != version;
}
