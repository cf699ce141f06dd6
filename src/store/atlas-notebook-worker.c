// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-notebook-private.h"

#include <glib/gi18n-lib.h>

AtlasNotebookJob *
atlas_notebook_job_new (AtlasNotebook       *self,
                        AtlasNotebookJobFunc run,
                        GTask               *task)
{
  AtlasNotebookJob *job = g_new0 (AtlasNotebookJob, 1);

  job->self = g_object_ref (self);
  job->run = run;
  job->task = task;

  return job;
}

static void
job_free (gpointer data)
{
  AtlasNotebookJob *job = data;

  g_clear_object (&job->task);
  g_clear_pointer (&job->changes, g_ptr_array_unref);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_pointer (&job->notes, g_ptr_array_unref);
  g_clear_pointer (&job->reports, g_hash_table_unref);
  g_clear_error (&job->error);
  g_free (job->atlas);
  g_object_unref (job->self);
  g_free (job);
}

static gboolean
told_cb (gpointer user_data)
{
  AtlasNotebookJob *job = user_data;

  if (job->told != NULL)
    job->told (job);

  return G_SOURCE_REMOVE;
}

/* Nothing of the job may be let go here: the notebook must not end in its own worker. */
static void
run_in_worker (gpointer data,
               gpointer user_data)
{
  AtlasNotebookJob *job = data;
  AtlasNotebook    *self = user_data;
  GSource          *source = g_idle_source_new ();

  job->run (job);

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, told_cb, job, job_free);

  g_mutex_lock (&self->mutex);
  g_source_attach (source, self->context); /* with the mutex: until it is unlocked, atlas_notebook_stop() waits */
  if (--self->n_queued == 0)
    g_cond_broadcast (&self->idle);
  g_mutex_unlock (&self->mutex);

  g_source_unref (source);
}

void
atlas_notebook_push (AtlasNotebook    *self,
                     AtlasNotebookJob *job)
{
  g_mutex_lock (&self->mutex);
  self->n_queued++;
  g_mutex_unlock (&self->mutex);

  g_thread_pool_push (self->worker, job, NULL);
}

static void
write_told (AtlasNotebookJob *job)
{
  AtlasNotebook *self = job->self;

  self->n_pending--;
  if (job->error != NULL)
    {
      self->stale = TRUE;
      atlas_notebook_forget_steps (self);
    }
  if (self->stale && self->n_pending == 0)
    atlas_notebook_refresh (self);

  if (job->error != NULL)
    g_signal_emit_by_name (self, "failed", job->error->message);
  if (job->task == NULL)
    return;

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_boolean (job->task, TRUE);
}

void
atlas_notebook_push_write (AtlasNotebook    *self,
                           AtlasNotebookJob *job)
{
  self->n_pending++;
  job->told = write_told;
  atlas_notebook_push (self, job);
}

static void
run_load (AtlasNotebookJob *job)
{
  AtlasNotebookDb *db = job->self->db;

  if (!atlas_notebook_db_is_stale (db) && !job->forced)
    return;

  job->notes = atlas_notebook_db_load_notes (db, &job->error);
  if (job->notes != NULL)
    job->reports = atlas_notebook_db_load_reports (db, &job->error);
}

static void
load_told (AtlasNotebookJob *job)
{
  AtlasNotebook *self = job->self;

  if (job->notes == NULL && job->error == NULL)
    return;

  if (self->n_pending > 0) /* what was loaded may be older than what is shown */
    self->stale = TRUE;
  else if (job->reports != NULL)
    atlas_notebook_show_all (self, job->notes, job->reports);
}

void
atlas_notebook_refresh (AtlasNotebook *self)
{
  AtlasNotebookJob *job = NULL;

  g_return_if_fail (ATLAS_IS_NOTEBOOK (self));

  job = atlas_notebook_job_new (self, run_load, NULL);
  job->told = load_told;
  job->forced = self->stale;
  self->stale = FALSE;
  atlas_notebook_push (self, job);
}

void
atlas_notebook_flush (AtlasNotebook *self)
{
  g_return_if_fail (ATLAS_IS_NOTEBOOK (self));

  g_mutex_lock (&self->mutex);
  while (self->n_queued > 0)
    g_cond_wait (&self->idle, &self->mutex);
  /* Of a program that ends the last reference may never go, and the file not be closed. The worker is idle: the file is free. */
  atlas_notebook_db_checkpoint (self->db);
  g_mutex_unlock (&self->mutex);
}

void
atlas_notebook_start (AtlasNotebook *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->idle);
  self->context = g_main_context_ref_thread_default ();
  self->worker = g_thread_pool_new (run_in_worker, self, 1, FALSE, NULL);
}

void
atlas_notebook_stop (AtlasNotebook *self)
{
  g_thread_pool_free (self->worker, FALSE, TRUE);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->idle);
}

/* -- Added reports -- */

static void
run_set_report (AtlasNotebookJob *job)
{
  AtlasNotebookDb *db = job->self->db;

  if (atlas_notebook_db_set_report (db, job->atlas, job->bytes, &job->error) && job->bytes == NULL)
    atlas_notebook_db_checkpoint (db); /* else its words stay in the log */
}

void
atlas_notebook_set_report_async (AtlasNotebook      *self,
                                 const char         *atlas,
                                 GBytes             *bytes,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  AtlasNotebookJob *job = NULL;

  g_return_if_fail (ATLAS_IS_NOTEBOOK (self));
  g_return_if_fail (atlas != NULL);

  task = atlas_notebook_task_new (self, atlas_notebook_set_report_async, cancellable, callback, user_data);
  if (task == NULL)
    return;
  if (bytes != NULL && g_bytes_get_size (bytes) > ATLAS_NOTEBOOK_MAX_REPORT)
    {
      g_task_return_new_error (task, ATLAS_NOTEBOOK_ERROR, ATLAS_NOTEBOOK_ERROR_LIMIT,
                               _ ("The report’s text is larger than %u bytes"), ATLAS_NOTEBOOK_MAX_REPORT);
      return;
    }

  job = atlas_notebook_job_new (self, run_set_report, g_steal_pointer (&task));
  job->atlas = g_strdup (atlas);
  job->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  atlas_notebook_push_write (self, job);

  if (bytes != NULL)
    g_hash_table_add (self->reports, g_strdup (atlas));
  else
    g_hash_table_remove (self->reports, atlas);
  atlas_notebook_emit_changed (self, atlas, ATLAS_NOTEBOOK_REPORT);
}

static void
run_load_report (AtlasNotebookJob *job)
{
  job->bytes = atlas_notebook_db_load_report (job->self->db, job->atlas, &job->error);
}

static void
load_report_told (AtlasNotebookJob *job)
{
  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->bytes), (GDestroyNotify) g_bytes_unref);
}

void
atlas_notebook_load_report_async (AtlasNotebook      *self,
                                  const char         *atlas,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  GTask            *task = NULL;
  AtlasNotebookJob *job = NULL;

  g_return_if_fail (ATLAS_IS_NOTEBOOK (self));
  g_return_if_fail (atlas != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_notebook_load_report_async);

  job = atlas_notebook_job_new (self, run_load_report, task);
  job->told = load_report_told;
  job->atlas = g_strdup (atlas);
  atlas_notebook_push (self, job);
}

GBytes *
atlas_notebook_load_report_finish (AtlasNotebook *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, atlas_notebook_load_report_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
