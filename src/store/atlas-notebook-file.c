// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-notebook-db.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>

/* How long a write waits for another process's, ms. */
#define PATIENCE 5000
/* And how long a checkpoint waits for its readers, ms: it can be made up for later. */
#define CHECKPOINT_PATIENCE 300

/* Of each connection that writes. What is removed is overwritten: it may be a text that must not stay on the disk. */
#define SET_UP_SQL "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; "

/* What brings a file of each version to the next; never changed once it was released. */
static const char *const migrations[] = {
  "CREATE TABLE entries ("
  " id TEXT PRIMARY KEY NOT NULL, atlas TEXT NOT NULL, kind TEXT NOT NULL, target TEXT, target_id TEXT, text TEXT NOT NULL,"
  " link TEXT, edition TEXT, first INTEGER NOT NULL, last INTEGER NOT NULL, quote TEXT, colour TEXT,"
  " citation INTEGER NOT NULL, created INTEGER NOT NULL, modified INTEGER NOT NULL,"
  " CHECK ((target IS NULL) = (target_id IS NULL)), CHECK (first <= last));"
  "CREATE TABLE reports (atlas TEXT PRIMARY KEY NOT NULL, bytes BLOB NOT NULL, modified INTEGER NOT NULL);",
};
G_STATIC_ASSERT (G_N_ELEMENTS (migrations) == ATLAS_NOTEBOOK_DB_VERSION);

/* What a file turns out to be. */
typedef enum
{
  FILE_GOOD,
  FILE_NEWER,
  FILE_FOREIGN,
  FILE_DAMAGED,
  FILE_FAILED, /* it may be good: it could not be looked at */
} FileState;

static void
close_db (AtlasNotebookDb *self)
{
  g_clear_pointer (&self->put, sqlite3_finalize);
  g_clear_pointer (&self->drop, sqlite3_finalize);
  g_clear_pointer (&self->version, sqlite3_finalize);
  g_clear_pointer (&self->db, sqlite3_close);
}

void
atlas_notebook_db_close (AtlasNotebookDb *self)
{
  if (self == NULL)
    return;

  close_db (self);
  g_free (self->path);
  g_free (self->warning);
  g_free (self);
}

void
atlas_notebook_db_checkpoint (AtlasNotebookDb *self)
{
  if (self->read_only)
    return;

  sqlite3_busy_timeout (self->db, CHECKPOINT_PATIENCE);
  sqlite3_exec (self->db, "PRAGMA wal_checkpoint(TRUNCATE)", NULL, NULL, NULL);
  sqlite3_busy_timeout (self->db, PATIENCE);
}

/* Leaves the file and its log as they are: closing would write the log into the file. */
static void
abandon (AtlasNotebookDb *self)
{
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  close_db (self);
}

static int
connect_file (AtlasNotebookDb *self,
              int              flags)
{
  int result = sqlite3_open_v2 (self->path, &self->db, flags, NULL);

  if (self->db != NULL)
    {
      sqlite3_busy_timeout (self->db, PATIENCE);
      sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
      sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    }

  return result;
}

/* One number that a statement says; @result: its code. */
static gint64
ask (AtlasNotebookDb *self,
     const char      *sql,
     int             *result)
{
  sqlite3_stmt *statement = NULL;
  gint64        answer = 0;

  if (*result != SQLITE_OK)
    return 0;

  *result = sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL);
  if (*result == SQLITE_OK)
    {
      *result = sqlite3_step (statement);
      if (*result == SQLITE_ROW)
        {
          answer = sqlite3_column_int64 (statement, 0);
          *result = SQLITE_OK;
        }
      else if (*result == SQLITE_DONE)
        *result = SQLITE_OK;
    }
  sqlite3_finalize (statement);

  return answer;
}

static gboolean
is_sound (AtlasNotebookDb *self,
          int             *result)
{
  sqlite3_stmt *statement = NULL;
  gboolean      sound = FALSE;

  *result = sqlite3_prepare_v2 (self->db, "PRAGMA quick_check(1)", -1, &statement, NULL);
  if (*result == SQLITE_OK)
    {
      *result = sqlite3_step (statement);
      sound = *result == SQLITE_ROW && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
    }
  sqlite3_finalize (statement);

  return sound;
}

static FileState
look (AtlasNotebookDb *self,
      GError         **error)
{
  int    result = SQLITE_OK;
  gint64 application = ask (self, "PRAGMA application_id", &result);
  gint64 version = ask (self, "PRAGMA user_version", &result);
  gint64 n_tables = ask (self, "SELECT count (*) FROM sqlite_schema", &result);

  if (result == SQLITE_OK && application != ATLAS_NOTEBOOK_DB_APPLICATION && (application != 0 || version != 0 || n_tables > 0))
    return FILE_FOREIGN;
  if (result == SQLITE_OK && is_sound (self, &result))
    return version > ATLAS_NOTEBOOK_DB_VERSION ? FILE_NEWER : FILE_GOOD;

  result &= 0xff;
  if (result == SQLITE_CORRUPT || result == SQLITE_NOTADB || result == SQLITE_OK || result == SQLITE_ROW)
    return FILE_DAMAGED;

  atlas_notebook_db_check (self, result, ATLAS_NOTEBOOK_ERROR_OPEN, error);

  return FILE_FAILED;
}

static gboolean
migrate (AtlasNotebookDb *self,
         GError         **error)
{
  int    result = sqlite3_exec (self->db, SET_UP_SQL "BEGIN IMMEDIATE", NULL, NULL, NULL);
  gint64 version = ask (self, "PRAGMA user_version", &result);

  for (gint64 i = version; i < ATLAS_NOTEBOOK_DB_VERSION && result == SQLITE_OK; i++)
    {
      g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                               ATLAS_NOTEBOOK_DB_APPLICATION, (int) i + 1);

      result = sqlite3_exec (self->db, migrations[i], NULL, NULL, NULL);
      if (result == SQLITE_OK)
        result = sqlite3_exec (self->db, mark, NULL, NULL, NULL);
    }
  if (result == SQLITE_OK)
    result = sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL);

  return atlas_notebook_db_check (self, result, ATLAS_NOTEBOOK_ERROR_OPEN, error);
}

/* "notes.db.damaged-2026-11-23", or with "-2" … after it: the first that is free. */
static char *
find_name_aside (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  char            *name = g_strdup_printf ("%s.damaged-%s", path, date);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.damaged-%s-%u", path, date, i);
    }

  return name;
}

static gboolean
set_aside (AtlasNotebookDb *self,
           const char      *aside,
           GError         **error)
{
  static const char *const parts[] = { "-wal", "-shm", "" }; /* the file last: until it goes, the next try does it all again */

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *from = g_strconcat (self->path, parts[i], NULL);
      g_autofree char *to = g_strconcat (aside, parts[i], NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        {
          g_set_error (error, ATLAS_NOTEBOOK_ERROR, ATLAS_NOTEBOOK_ERROR_OPEN,
                       _ ("%s is damaged and cannot be set aside: %s"), self->path, g_strerror (errno));
          return FALSE;
        }
    }

  return TRUE;
}

/* The added reports of a damaged file, as far as they can be read. (transfer full): atlas → GBytes */
static GHashTable *
salvage_reports (AtlasNotebookDb *self)
{
  g_autoptr (GHashTable) atlases = atlas_notebook_db_load_reports (self, NULL);
  GHashTable    *reports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  GHashTableIter iter;
  gpointer       atlas = NULL;

  if (atlases == NULL)
    return reports;

  g_hash_table_iter_init (&iter, atlases);
  while (g_hash_table_iter_next (&iter, &atlas, NULL))
    {
      GBytes *bytes = atlas_notebook_db_load_report (self, atlas, NULL);

      if (bytes != NULL)
        g_hash_table_insert (reports, g_strdup (atlas), bytes);
    }

  return reports;
}

/* The damaged file is kept; what can be read of it goes on in a new one. */
static gboolean
begin_anew (AtlasNotebookDb *self,
            GError         **error)
{
  g_autoptr (GPtrArray) notes = atlas_notebook_db_salvage (self);
  g_autoptr (GHashTable) reports = salvage_reports (self);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_notebook_change_free);
  g_autofree char *aside = find_name_aside (self->path);
  g_autofree char *name = g_filename_display_name (aside);
  GHashTableIter   iter;
  gpointer         atlas = NULL;
  gpointer         bytes = NULL;

  abandon (self);
  if (!set_aside (self, aside, error) ||
      !atlas_notebook_db_check (self, connect_file (self, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE), ATLAS_NOTEBOOK_ERROR_OPEN, error) ||
      !migrate (self, error))
    return FALSE;

  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (changes, atlas_notebook_change_new (NULL, g_ptr_array_index (notes, i)));
  if (!atlas_notebook_db_write (self, changes, error))
    return FALSE;

  g_hash_table_iter_init (&iter, reports);
  while (g_hash_table_iter_next (&iter, &atlas, &bytes))
    if (!atlas_notebook_db_set_report (self, atlas, bytes, error))
      return FALSE;

  self->warning = g_strdup_printf (ngettext ("The file of your notes was damaged. It is kept as %s; %u entry could be read from it.",
                                             "The file of your notes was damaged. It is kept as %s; %u entries could be read from it.", notes->len),
                                   name, notes->len);

  return TRUE;
}

/* A file that must not be written. */
static gboolean
open_to_read (AtlasNotebookDb *self,
              char            *warning, /* (transfer full) */
              GError         **error)
{
  self->read_only = TRUE;
  self->warning = warning;
  abandon (self);

  return atlas_notebook_db_check (self, connect_file (self, SQLITE_OPEN_READONLY), ATLAS_NOTEBOOK_ERROR_OPEN, error);
}

static gboolean
open_locked (AtlasNotebookDb *self,
             GError         **error)
{
  FileState state;

  if (!atlas_notebook_db_check (self, connect_file (self, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE), ATLAS_NOTEBOOK_ERROR_OPEN, error))
    return FALSE;

  state = look (self, error);
  if (state == FILE_FAILED)
    return FALSE;
  if (state == FILE_FOREIGN)
    {
      g_set_error (error, ATLAS_NOTEBOOK_ERROR, ATLAS_NOTEBOOK_ERROR_FOREIGN, _ ("%s is a database of another program"), self->path);
      return FALSE;
    }
  if (state == FILE_NEWER)
    return open_to_read (self, g_strdup (_ ("Your notes were last written by a newer version of this program. They can be read but not changed here.")), error);
  if (sqlite3_db_readonly (self->db, "main"))
    return open_to_read (self, g_strdup (_ ("The file of your notes is write-protected. They can be read but not changed.")), error);

  return state == FILE_DAMAGED ? begin_anew (self, error) : migrate (self, error);
}

/* Processes that open the same file do so one after the other: only one of them sets a damaged one aside. -1: the folder may not
 * be written. */
static int
lock (const char *path)
{
  g_autofree char *name = g_strconcat (path, ".lock", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  int              fd = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    fd = g_open (name, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  while (fd >= 0 && flock (fd, LOCK_EX) != 0 && errno == EINTR)
    ;

  return fd;
}

AtlasNotebookDb *
atlas_notebook_db_open (const char *path,
                        GError    **error)
{
  g_autoptr (AtlasNotebookDb) self = g_new0 (AtlasNotebookDb, 1);
  int      fd = lock (path);
  gboolean opened = FALSE;

  self->path = g_strdup (path);
  opened = open_locked (self, error);
  if (fd >= 0)
    g_close (fd, NULL);
  if (!opened)
    return NULL;

  atlas_notebook_db_is_stale (self); /* from here on */

  return g_steal_pointer (&self);
}
