// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-notebook-private.h"

#include <glib/gi18n-lib.h>

void
atlas_notebook_step_free (AtlasNotebookStep *step)
{
  g_ptr_array_unref (step->changes);
  g_free (step);
}

static void
notify_steps (AtlasNotebook *self)
{
  g_object_notify (G_OBJECT (self), "can-undo");
  g_object_notify (G_OBJECT (self), "can-redo");
}

void
atlas_notebook_forget_steps (AtlasNotebook *self)
{
  g_ptr_array_set_size (self->done, 0);
  g_ptr_array_set_size (self->undone, 0);
  notify_steps (self);
}

GTask *
atlas_notebook_task_new (AtlasNotebook      *self,
                         gpointer            tag,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  if (!self->db->read_only)
    return task;

  g_task_return_new_error (task, ATLAS_NOTEBOOK_ERROR, ATLAS_NOTEBOOK_ERROR_READ_ONLY, "%s", self->db->warning);
  g_object_unref (task);

  return NULL;
}

static void
run_write (AtlasNotebookJob *job)
{
  atlas_notebook_db_write (job->self->db, job->changes, &job->error);
}

/* Shows changes and writes them. */
static void
write_changes (AtlasNotebook *self,
               GPtrArray     *changes,
               GTask         *task) /* (transfer full) (nullable) */
{
  AtlasNotebookJob *job = atlas_notebook_job_new (self, run_write, task);

  job->changes = g_ptr_array_ref (changes);
  atlas_notebook_push_write (self, job);
  atlas_notebook_show (self, changes);
}

static GPtrArray *
changes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_notebook_change_free);
}

/* A change of the same words soon after the last becomes part of its step. */
static gboolean
join_step (AtlasNotebook             *self,
           const AtlasNotebookChange *change)
{
  AtlasNotebookStep   *last = self->done->len > 0 ? g_ptr_array_index (self->done, self->done->len - 1) : NULL;
  AtlasNotebookChange *first = last != NULL ? g_ptr_array_index (last->changes, 0) : NULL;

  if (last == NULL || !last->typing || self->undone->len > 0 || g_get_monotonic_time () - last->time > ATLAS_NOTEBOOK_STEP_TIME ||
      g_strcmp0 (first->after->id, change->after->id) != 0)
    return FALSE;

  atlas_note_fields_free (first->after);
  first->after = atlas_note_fields_copy (change->after);
  last->time = g_get_monotonic_time ();

  return TRUE;
}

static void
do_step (AtlasNotebook *self,
         GPtrArray     *changes, /* (transfer full) */
         gboolean       typing,
         GTask         *task) /* (transfer full) */
{
  g_autoptr (GPtrArray) taken = changes;
  AtlasNotebookStep *step = NULL;

  if (changes->len == 0)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  if (!typing || !join_step (self, g_ptr_array_index (changes, 0)))
    {
      step = g_new0 (AtlasNotebookStep, 1);
      step->changes = changes_new ();
      for (guint i = 0; i < changes->len; i++)
        {
          const AtlasNotebookChange *change = g_ptr_array_index (changes, i);

          g_ptr_array_add (step->changes, atlas_notebook_change_new (change->before, change->after));
        }
      step->typing = typing;
      step->time = g_get_monotonic_time ();
      if (self->done->len == ATLAS_NOTEBOOK_MAX_STEPS)
        g_ptr_array_remove_index (self->done, 0);
      g_ptr_array_add (self->done, step);
      g_ptr_array_set_size (self->undone, 0);
    }

  write_changes (self, changes, task);
  notify_steps (self);
}

static void
return_error (AtlasNotebook *self,
              GTask         *task, /* (transfer full) */
              GError        *error)       /* (transfer full) */
{
  g_signal_emit_by_name (self, "failed", error->message); /* not all who write wait for the answer */
  g_task_return_error (task, error);
  g_object_unref (task);
}

/* What the notebook itself says of a note. */
static void
complete (AtlasNoteFields *fields)
{
  char  *clean = atlas_note_clean_text (fields->text != NULL ? fields->text : "");
  gint64 now = g_get_real_time ();

  g_free (fields->text);
  fields->text = clean;
  if (fields->id == NULL)
    fields->id = g_uuid_string_random ();
  if (fields->created == 0)
    fields->created = now;
  if (fields->modified == 0)
    fields->modified = fields->created;
}

static gboolean
check (AtlasNotebook         *self,
       const AtlasNoteFields *fields,
       guint                  n_more,
       GError               **error)
{
  if (g_hash_table_size (self->notes) + n_more <= ATLAS_NOTEBOOK_MAX_NOTES)
    return atlas_note_fields_check (fields, error);

  g_set_error (error, ATLAS_NOTEBOOK_ERROR, ATLAS_NOTEBOOK_ERROR_LIMIT, _ ("A notebook holds no more than %u entries"), ATLAS_NOTEBOOK_MAX_NOTES);

  return FALSE;
}

AtlasNote *
atlas_notebook_add_async (AtlasNotebook      *self,
                          AtlasNoteFields    *fields,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (AtlasNoteFields) taken = fields;
  g_autoptr (GPtrArray) changes = changes_new ();
  GError *error = NULL;
  GTask  *task = NULL;

  g_return_val_if_fail (ATLAS_IS_NOTEBOOK (self), NULL);
  g_return_val_if_fail (fields != NULL, NULL);

  task = atlas_notebook_task_new (self, atlas_notebook_add_async, cancellable, callback, user_data);
  if (task == NULL)
    return NULL;

  complete (fields);
  if (!check (self, fields, 1, &error))
    {
      return_error (self, task, error);
      return NULL;
    }

  g_ptr_array_add (changes, atlas_notebook_change_new (NULL, fields));
  do_step (self, g_steal_pointer (&changes), FALSE, task);

  return atlas_notebook_lookup (self, fields->id);
}

static void
change_note (AtlasNotebook   *self,
             AtlasNote       *note,
             AtlasNoteFields *fields,
             gboolean         typing,
             GTask           *task) /* (transfer full) (nullable) */
{
  const AtlasNoteFields *before = atlas_note_get_fields (note);
  g_autoptr (AtlasNoteFields) taken = fields;
  g_autoptr (GPtrArray) changes = changes_new ();
  GError *error = NULL;

  if (task == NULL)
    return;

  g_free (fields->id);
  g_free (fields->atlas);
  fields->id = g_strdup (before->id);
  fields->atlas = g_strdup (before->atlas);
  fields->created = before->created;
  complete (fields);
  if (!check (self, fields, 0, &error))
    {
      return_error (self, task, error);
      return;
    }

  if (!atlas_note_fields_equal (before, fields))
    {
      fields->modified = MAX (g_get_real_time (), before->modified + 1);
      g_ptr_array_add (changes, atlas_notebook_change_new (before, fields));
    }
  do_step (self, g_steal_pointer (&changes), typing, task);
}

void
atlas_notebook_change_async (AtlasNotebook      *self,
                             AtlasNote          *note,
                             AtlasNoteFields    *fields,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_return_if_fail (ATLAS_IS_NOTEBOOK (self));
  g_return_if_fail (ATLAS_IS_NOTE (note));
  g_return_if_fail (fields != NULL);

  change_note (self, note, fields, FALSE,
               atlas_notebook_task_new (self, atlas_notebook_change_async, cancellable, callback, user_data));
}

void
atlas_notebook_set_text_async (AtlasNotebook      *self,
                               AtlasNote          *note,
                               const char         *text,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  AtlasNoteFields *fields = NULL;

  g_return_if_fail (ATLAS_IS_NOTEBOOK (self));
  g_return_if_fail (ATLAS_IS_NOTE (note));
  g_return_if_fail (text != NULL);

  fields = atlas_note_fields_copy (atlas_note_get_fields (note));
  g_free (fields->text);
  fields->text = g_strdup (text);
  change_note (self, note, fields, TRUE,
               atlas_notebook_task_new (self, atlas_notebook_set_text_async, cancellable, callback, user_data));
}

void
atlas_notebook_remove_async (AtlasNotebook      *self,
                             AtlasNote          *note,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  GPtrArray *changes = NULL;
  GTask     *task = NULL;

  g_return_if_fail (ATLAS_IS_NOTEBOOK (self));
  g_return_if_fail (ATLAS_IS_NOTE (note));

  task = atlas_notebook_task_new (self, atlas_notebook_remove_async, cancellable, callback, user_data);
  if (task == NULL)
    return;

  changes = changes_new ();
  if (atlas_notebook_lookup (self, atlas_note_get_id (note)) != NULL)
    g_ptr_array_add (changes, atlas_notebook_change_new (atlas_note_get_fields (note), NULL));
  do_step (self, changes, FALSE, task);
}

/* What a merge is about to do. */
typedef struct
{
  AtlasNotebookMerge counts;
  GPtrArray         *changes;
  GHashTable        *by_id; /* of them */
} Merge;

static gboolean
merge_note (AtlasNotebook         *self,
            Merge                 *merge,
            const AtlasNoteFields *note,
            GError               **error)
{
  g_autoptr (AtlasNoteFields) fields = atlas_note_fields_copy (note);
  AtlasNotebookChange   *change = NULL;
  AtlasNote             *shown = NULL;
  const AtlasNoteFields *before = NULL;

  complete (fields);
  change = g_hash_table_lookup (merge->by_id, fields->id);
  shown = atlas_notebook_lookup (self, fields->id);
  before = change != NULL ? change->after : shown != NULL ? atlas_note_get_fields (shown)
                                                          : NULL;
  if (!check (self, fields, merge->counts.added + (before == NULL), error))
    return FALSE;

  if (before != NULL && (before->modified >= fields->modified || atlas_note_fields_equal (before, fields)))
    merge->counts.unchanged++;
  else if (change != NULL) /* twice in what is merged */
    {
      atlas_note_fields_free (change->after);
      change->after = g_steal_pointer (&fields);
    }
  else
    {
      change = atlas_notebook_change_new (before, fields);
      g_ptr_array_add (merge->changes, change);
      g_hash_table_insert (merge->by_id, g_strdup (fields->id), change);
      if (before != NULL)
        merge->counts.changed++;
      else
        merge->counts.added++;
    }

  return TRUE;
}

AtlasNotebookMerge
atlas_notebook_merge_async (AtlasNotebook      *self,
                            GPtrArray          *notes,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GPtrArray) changes = changes_new ();
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Merge   merge = { .changes = changes, .by_id = by_id };
  GError *error = NULL;
  GTask  *task = NULL;

  g_return_val_if_fail (ATLAS_IS_NOTEBOOK (self) && notes != NULL, merge.counts);

  task = atlas_notebook_task_new (self, atlas_notebook_merge_async, cancellable, callback, user_data);
  if (task == NULL)
    return merge.counts;

  for (guint i = 0; i < notes->len; i++)
    if (!merge_note (self, &merge, g_ptr_array_index (notes, i), &error))
      {
        return_error (self, task, error);
        return (AtlasNotebookMerge){ 0 };
      }

  do_step (self, g_steal_pointer (&changes), FALSE, task);

  return merge.counts;
}

gboolean
atlas_notebook_write_finish (AtlasNotebook *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* The last step of @from goes to @to; FALSE: there is none. */
static gboolean
move_step (AtlasNotebook *self,
           GPtrArray     *from,
           GPtrArray     *to,
           gboolean       backwards,
           AtlasNote    **shown)
{
  g_autoptr (GPtrArray) changes = changes_new ();
  AtlasNotebookStep         *step = NULL;
  const AtlasNotebookChange *first = NULL;

  if (from->len == 0)
    return FALSE;

  step = g_ptr_array_steal_index (from, from->len - 1);
  step->typing = FALSE;
  for (guint i = 0; i < step->changes->len; i++)
    {
      const AtlasNotebookChange *done = g_ptr_array_index (step->changes, i);
      AtlasNotebookChange       *change = backwards ? atlas_notebook_change_new (done->after, done->before)
                                                    : atlas_notebook_change_new (done->before, done->after);

      /* Of two copies the one that was decided on last is the newer. */
      if (change->before != NULL && change->after != NULL)
        change->after->modified = g_get_real_time ();
      g_ptr_array_add (changes, change);
    }

  g_ptr_array_add (to, step);
  write_changes (self, changes, NULL);
  notify_steps (self);

  first = g_ptr_array_index (changes, 0);
  if (shown != NULL)
    *shown = first->after != NULL ? atlas_notebook_lookup (self, first->after->id) : NULL;

  return TRUE;
}

gboolean
atlas_notebook_undo (AtlasNotebook *self,
                     AtlasNote    **note)
{
  g_return_val_if_fail (ATLAS_IS_NOTEBOOK (self), FALSE);

  return move_step (self, self->done, self->undone, TRUE, note);
}

gboolean
atlas_notebook_redo (AtlasNotebook *self,
                     AtlasNote    **note)
{
  g_return_val_if_fail (ATLAS_IS_NOTEBOOK (self), FALSE);

  return move_step (self, self->undone, self->done, FALSE, note);
}

gboolean
atlas_notebook_get_can_undo (AtlasNotebook *self)
{
  g_return_val_if_fail (ATLAS_IS_NOTEBOOK (self), FALSE);

  return self->done->len > 0;
}

gboolean
atlas_notebook_get_can_redo (AtlasNotebook *self)
{
  g_return_val_if_fail (ATLAS_IS_NOTEBOOK (self), FALSE);

  return self->undone->len > 0;
}
