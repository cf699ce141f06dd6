// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-note.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ATLAS_NOTEBOOK_ERROR (atlas_notebook_error_quark ())
GQuark atlas_notebook_error_quark (void);

typedef enum
{
  ATLAS_NOTEBOOK_ERROR_OPEN,      /* the file cannot be opened or made */
  ATLAS_NOTEBOOK_ERROR_FOREIGN,   /* the file is a database of something else */
  ATLAS_NOTEBOOK_ERROR_READ,      /* SQLite could not read */
  ATLAS_NOTEBOOK_ERROR_WRITE,     /* SQLite could not write: nothing of the change is kept */
  ATLAS_NOTEBOOK_ERROR_READ_ONLY, /* this notebook is only read */
  ATLAS_NOTEBOOK_ERROR_LIMIT,     /* more or larger than a notebook holds */
} AtlasNotebookError;

/* Notes, highlights, bookmarks and references that one notebook holds; bytes of an atlas's added report. */
#define ATLAS_NOTEBOOK_MAX_NOTES ATLAS_NOTE_MAX_COUNT
#define ATLAS_NOTEBOOK_MAX_REPORT (16U * 1024 * 1024)
/* Steps that can be undone. */
#define ATLAS_NOTEBOOK_MAX_STEPS 1000
/* Changes of one note's words this soon after one another are one step, µs. */
#define ATLAS_NOTEBOOK_STEP_TIME (10 * G_USEC_PER_SEC)

/* Bits of the `changed` signal beside 1 << AtlasNoteKind: the added text of a report. */
#define ATLAS_NOTEBOOK_REPORT (1U << 31)

/**
 * AtlasNotebook:
 *
 * What the user has added to atlases, in one SQLite file that survives a crash at any moment.
 *
 * Reads are of memory. A write shows at once, is made durable by a thread, in the order of the calls, and is confirmed then:
 * its callback is called after the disk has it. A write that fails is taken back. Belongs to the main thread; several
 * windows may share one, and several processes one file.
 *
 * Properties: `can-undo`, `can-redo`, `read-only` (all notify).
 *
 * Signals: `changed` (atlas id, guint: bits 1 << #AtlasNoteKind and ATLAS_NOTEBOOK_REPORT), `failed` (a message: a write was
 * refused, or could not be made durable and is taken back).
 */
#define ATLAS_TYPE_NOTEBOOK (atlas_notebook_get_type ())
G_DECLARE_FINAL_TYPE (AtlasNotebook, atlas_notebook, ATLAS, NOTEBOOK, GObject)

/**
 * atlas_notebook_open:
 * @path: the file; it and its folder are made when they are not there
 * @cancellable: (nullable): a cancellable
 * @error: return location: an #AtlasNotebookError
 *
 * Opens a notebook. Blocks; a window calls atlas_notebook_open_async().
 *
 * A damaged file is renamed to "PATH.damaged-DATE", what can be read of it is carried over, and a new one is begun. One that a
 * newer version has written, or that may not be written, is only read. atlas_notebook_get_warning() says so.
 *
 * Returns: (transfer full): the notebook; %NULL on error
 */
AtlasNotebook *atlas_notebook_open           (const char          *path,
                                              GCancellable        *cancellable,
                                              GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void           atlas_notebook_open_async     (const char          *path,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
AtlasNotebook *atlas_notebook_open_finish    (GAsyncResult        *result,
                                              GError             **error) G_GNUC_WARN_UNUSED_RESULT;

const char    *atlas_notebook_get_path       (AtlasNotebook       *self);
gboolean       atlas_notebook_get_read_only  (AtlasNotebook       *self);
/* What the user should know about how it was opened, in one or two sentences. (nullable) */
const char    *atlas_notebook_get_warning    (AtlasNotebook       *self);

/* (transfer none): of AtlasNote, oldest first: all of an atlas but its references; the references. Never NULL; they follow what changes. */
GListModel    *atlas_notebook_get_notes      (AtlasNotebook       *self,
                                              const char          *atlas);
GListModel    *atlas_notebook_get_references (AtlasNotebook       *self,
                                              const char          *atlas);
AtlasNote     *atlas_notebook_lookup         (AtlasNotebook       *self,
                                              const char          *id); /* (transfer none) (nullable) */
/* (transfer full): of AtlasNote: those of an atlas that stand on a thing, oldest first; never NULL */
GPtrArray     *atlas_notebook_dup_notes_on   (AtlasNotebook       *self,
                                              const char          *atlas,
                                              AtlasNoteTarget      target,
                                              const char          *target_id) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): of AtlasNoteFields: copies of all of an atlas, or of all there is (NULL), references too: to be exported */
GPtrArray     *atlas_notebook_dup_all        (AtlasNotebook       *self,
                                              const char          *atlas) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_notebook_add_async:
 * @self: a notebook
 * @fields: (transfer full): the note; its id and times are set when they are not, its text is cleaned
 * @cancellable: (nullable): cancels the waiting, not the write
 * @callback: (nullable): called when it is durable, or has failed
 * @user_data: for @callback
 *
 * Adds a note, highlight, bookmark or reference.
 *
 * Returns: (transfer none) (nullable): the note, which is shown already; %NULL when it cannot be added: @callback is told why
 */
AtlasNote     *atlas_notebook_add_async      (AtlasNotebook       *self,
                                              AtlasNoteFields     *fields,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
/* Replaces all that a note says but its id and atlas; its `modified` becomes now. Nothing is written when nothing changes. */
void           atlas_notebook_change_async   (AtlasNotebook       *self,
                                              AtlasNote           *note,
                                              AtlasNoteFields     *fields, /* (transfer full) */
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
/* Of a note that is being typed: changes that follow soon after one another are one step to undo. */
void           atlas_notebook_set_text_async (AtlasNotebook       *self,
                                              AtlasNote           *note,
                                              const char          *text,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
void           atlas_notebook_remove_async   (AtlasNotebook       *self,
                                              AtlasNote           *note,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);

/* What a merge did. */
typedef struct
{
  guint added;
  guint changed;   /* were there, but older */
  guint unchanged; /* were there, as they are or newer */
} AtlasNotebookMerge;

/**
 * atlas_notebook_merge_async:
 * @self: a notebook
 * @notes: (element-type AtlasNoteFields): notes of another notebook, or of this one once
 * @cancellable: (nullable): cancels the waiting, not the write
 * @callback: (nullable): called when they are durable, or have failed
 * @user_data: for @callback
 *
 * Brings notes in without doubles: by their ids; of two with the same id the newer stays. One step to undo.
 *
 * Returns: what it does
 */
AtlasNotebookMerge atlas_notebook_merge_async (AtlasNotebook      *self,
                                              GPtrArray           *notes,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);

/* For all the writes above. */
gboolean       atlas_notebook_write_finish   (AtlasNotebook       *self,
                                              GAsyncResult        *result,
                                              GError             **error);

/* The last edit of this notebook is taken back, or made again; FALSE: there is none. The note of the step's first change is in
 * @note (out) (optional) (nullable) (transfer none), so that it can be shown. */
gboolean       atlas_notebook_undo           (AtlasNotebook       *self,
                                              AtlasNote          **note);
gboolean       atlas_notebook_redo           (AtlasNotebook       *self,
                                              AtlasNote          **note);
gboolean       atlas_notebook_get_can_undo   (AtlasNotebook       *self);
gboolean       atlas_notebook_get_can_redo   (AtlasNotebook       *self);

/* The text of an atlas's report that the user has added: bytes whose format is the importer's. NULL removes it. Not undone. */
void           atlas_notebook_set_report_async   (AtlasNotebook       *self,
                                              const char          *atlas,
                                              GBytes              *bytes, /* (nullable) */
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
gboolean       atlas_notebook_has_report     (AtlasNotebook       *self,
                                              const char          *atlas);
void           atlas_notebook_load_report_async  (AtlasNotebook       *self,
                                              const char          *atlas,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
/* (transfer full): the bytes; NULL without @error when there are none */
GBytes        *atlas_notebook_load_report_finish (AtlasNotebook       *self,
                                              GAsyncResult        *result,
                                              GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Looks whether another process has written, and shows what: for a window that becomes active. */
void           atlas_notebook_refresh        (AtlasNotebook       *self);
/* Blocks until all writes are durable or have failed, and empties the log beside the file: for a program that ends. */
void           atlas_notebook_flush          (AtlasNotebook       *self);

G_END_DECLS
