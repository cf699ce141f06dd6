// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-notebook.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* The version of the tables; PRAGMA user_version of a file. */
#define ATLAS_NOTEBOOK_DB_VERSION 1
/* "AtlN": PRAGMA application_id of a file. */
#define ATLAS_NOTEBOOK_DB_APPLICATION 0x41746c4e

/* The file of a notebook. One thread at a time. */
typedef struct
{
  char         *path;
  char         *warning; /* for the user; NULL: all is well */
  gboolean      read_only;
  sqlite3      *db;
  sqlite3_stmt *put;
  sqlite3_stmt *drop;
  sqlite3_stmt *version;      /* of the data: another process has written when it is another */
  gint64        seen_version;
} AtlasNotebookDb;

/* One thing that becomes another; it is added without @before, removed without @after. */
typedef struct
{
  AtlasNoteFields *before;
  AtlasNoteFields *after;
} AtlasNotebookChange;

AtlasNotebookChange *atlas_notebook_change_new  (const AtlasNoteFields *before,
                                                 const AtlasNoteFields *after) G_GNUC_WARN_UNUSED_RESULT;
void                 atlas_notebook_change_free (AtlasNotebookChange   *self);

AtlasNotebookDb     *atlas_notebook_db_open  (const char       *path,
                                              GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void                 atlas_notebook_db_close (AtlasNotebookDb  *self);

/* Whether @result is none of SQLite's errors; else it is told. */
gboolean             atlas_notebook_db_check (AtlasNotebookDb   *self,
                                              int                result,
                                              AtlasNotebookError code,
                                              GError           **error);

/* (transfer full): of AtlasNoteFields, oldest first. What makes no note is left out, and stays in the file. */
GPtrArray           *atlas_notebook_db_load_notes   (AtlasNotebookDb *self,
                                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same of what can be read of a damaged file. */
GPtrArray           *atlas_notebook_db_salvage      (AtlasNotebookDb *self) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): ids of the atlases that have an added report */
GHashTable          *atlas_notebook_db_load_reports (AtlasNotebookDb *self,
                                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without @error: there is none. */
GBytes              *atlas_notebook_db_load_report  (AtlasNotebookDb *self,
                                                     const char      *atlas,
                                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;
/* All of them or none; they are on the disk when it returns TRUE. */
gboolean             atlas_notebook_db_write        (AtlasNotebookDb *self,
                                                     GPtrArray       *changes, /* of AtlasNotebookChange */
                                                     GError         **error);
gboolean             atlas_notebook_db_set_report   (AtlasNotebookDb *self,
                                                     const char      *atlas,
                                                     GBytes          *bytes, /* (nullable) */
                                                     GError         **error);
/* Moves all of the log into the file and empties it, so that nothing that was removed stays in it. Another process that reads may
 * prevent it: then the next time, or the closing, does it. */
void                 atlas_notebook_db_checkpoint   (AtlasNotebookDb *self);
/* Whether another process has written since this was asked last. */
gboolean             atlas_notebook_db_is_stale     (AtlasNotebookDb *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasNotebookDb, atlas_notebook_db_close)

G_END_DECLS
