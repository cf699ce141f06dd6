// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-notebook-db.h"

G_BEGIN_DECLS

/* What one action of the user changes. */
typedef struct
{
  GPtrArray *changes; /* of AtlasNotebookChange */
  gboolean   typing;  /* words of one note: what follows soon may be part of it */
  gint64     time;    /* monotonic, µs */
} AtlasNotebookStep;

struct _AtlasNotebook
{
  GObject          parent_instance;

  AtlasNotebookDb *db;      /* the worker's, once it is open */
  GThreadPool     *worker;  /* one thread: in the order of the calls */
  GMainContext    *context; /* where what it did is told */
  GMutex           mutex;   /* of n_queued */
  GCond            idle;    /* n_queued is 0 */
  guint            n_queued;

  GHashTable      *notes;   /* id → AtlasNote */
  GHashTable      *lists;   /* atlas → GListStore * [2] */
  GHashTable      *reports; /* ids of atlases that have an added report */
  GPtrArray       *done;    /* of AtlasNotebookStep */
  GPtrArray       *undone;
  guint            n_pending; /* writes that are not confirmed yet */
  gboolean         stale;     /* what is shown may not be what the file says */
};

typedef struct _AtlasNotebookJob AtlasNotebookJob;

/* In the worker. */
typedef void (*AtlasNotebookJobFunc) (AtlasNotebookJob *job);

/* What the worker is asked. */
struct _AtlasNotebookJob
{
  AtlasNotebook       *self;
  AtlasNotebookJobFunc run;
  AtlasNotebookJobFunc told; /* (nullable): in the main thread, afterwards */
  GTask               *task; /* (nullable) */
  GPtrArray           *changes;
  char                *atlas;
  GBytes              *bytes;
  gboolean             forced;
  GPtrArray           *notes;
  GHashTable          *reports;
  GError              *error;
};

AtlasNotebookJob *atlas_notebook_job_new     (AtlasNotebook       *self,
                                              AtlasNotebookJobFunc run,
                                              GTask               *task) G_GNUC_WARN_UNUSED_RESULT; /* (transfer full) (nullable) */
void              atlas_notebook_push        (AtlasNotebook       *self,
                                              AtlasNotebookJob    *job); /* (transfer full) */
/* The same, of a job that writes: it is counted, confirmed, or taken back. */
void              atlas_notebook_push_write  (AtlasNotebook       *self,
                                              AtlasNotebookJob    *job); /* (transfer full) */
void              atlas_notebook_start       (AtlasNotebook       *self);
void              atlas_notebook_stop        (AtlasNotebook       *self);

/* Lets what is in memory be what @notes say. */
void              atlas_notebook_show_all    (AtlasNotebook       *self,
                                              GPtrArray           *notes,
                                              GHashTable          *reports);
/* Shows changes, and emits `changed`. */
void              atlas_notebook_show        (AtlasNotebook       *self,
                                              GPtrArray           *changes);
void              atlas_notebook_emit_changed (AtlasNotebook      *self,
                                              const char          *atlas,
                                              guint                kinds);
void              atlas_notebook_forget_steps (AtlasNotebook      *self);
void              atlas_notebook_step_free   (AtlasNotebookStep   *step);

/* Of @changes in a job, for a task of the public calls. */
GTask            *atlas_notebook_task_new    (AtlasNotebook       *self,
                                              gpointer             tag,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */

G_END_DECLS
