// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-notebook-private.h"

G_DEFINE_QUARK (atlas_notebook_error, atlas_notebook_error)

G_DEFINE_FINAL_TYPE (AtlasNotebook, atlas_notebook, G_TYPE_OBJECT)

enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_READ_ONLY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What there is of one atlas. */
typedef struct
{
  GListStore *notes;
  GListStore *references;
} Lists;

static void
lists_free (gpointer data)
{
  Lists *lists = data;

  g_object_unref (lists->notes);
  g_object_unref (lists->references);
  g_free (lists);
}

static Lists *
get_lists (AtlasNotebook *self,
           const char    *atlas)
{
  Lists *lists = g_hash_table_lookup (self->lists, atlas);

  if (lists == NULL)
    {
      lists = g_new0 (Lists, 1);
      lists->notes = g_list_store_new (ATLAS_TYPE_NOTE);
      lists->references = g_list_store_new (ATLAS_TYPE_NOTE);
      g_hash_table_insert (self->lists, g_strdup (atlas), lists);
    }

  return lists;
}

static GListStore *
get_list (AtlasNotebook         *self,
          const AtlasNoteFields *fields)
{
  Lists *lists = get_lists (self, fields->atlas);

  return fields->kind == ATLAS_NOTE_REFERENCE ? lists->references : lists->notes;
}

static int
compare_fields (gconstpointer a,
                gconstpointer b)
{
  const AtlasNoteFields *one = *(const AtlasNoteFields *const *) a;
  const AtlasNoteFields *other = *(const AtlasNoteFields *const *) b;

  if (one->created != other->created)
    return one->created < other->created ? -1 : 1;

  return g_strcmp0 (one->id, other->id);
}

static int
compare_notes (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const AtlasNoteFields *one = atlas_note_get_fields ((AtlasNote *) a);
  const AtlasNoteFields *other = atlas_note_get_fields ((AtlasNote *) b);

  return compare_fields (&one, &other);
}

static void
show_removed (AtlasNotebook *self,
              const char    *id)
{
  AtlasNote  *note = g_hash_table_lookup (self->notes, id);
  GListStore *list = note != NULL ? get_list (self, atlas_note_get_fields (note)) : NULL;
  guint       position = 0;

  if (note == NULL)
    return;

  if (g_list_store_find (list, note, &position))
    g_list_store_remove (list, position);
  g_hash_table_remove (self->notes, id);
}

static void
show_fields (AtlasNotebook         *self,
             const AtlasNoteFields *fields)
{
  AtlasNote *note = g_hash_table_lookup (self->notes, fields->id);

  if (note != NULL && get_list (self, atlas_note_get_fields (note)) == get_list (self, fields))
    {
      atlas_note_take_fields (note, atlas_note_fields_copy (fields));
      return;
    }

  show_removed (self, fields->id);
  note = atlas_note_new_take (atlas_note_fields_copy (fields));
  g_hash_table_insert (self->notes, g_strdup (fields->id), note);
  g_list_store_insert_sorted (get_list (self, fields), note, compare_notes, NULL);
}

void
atlas_notebook_emit_changed (AtlasNotebook *self,
                             const char    *atlas,
                             guint          kinds)
{
  g_signal_emit (self, signals[CHANGED], 0, atlas, kinds);
}

static void
add_kind (GHashTable            *kinds,
          const AtlasNoteFields *fields)
{
  guint bits = 0;

  if (fields == NULL)
    return;

  bits = GPOINTER_TO_UINT (g_hash_table_lookup (kinds, fields->atlas)) | 1U << fields->kind;
  g_hash_table_insert (kinds, g_strdup (fields->atlas), GUINT_TO_POINTER (bits));
}

static void
emit_kinds (AtlasNotebook *self,
            GHashTable    *kinds)
{
  GHashTableIter iter;
  gpointer       atlas = NULL;
  gpointer       bits = NULL;

  g_hash_table_iter_init (&iter, kinds);
  while (g_hash_table_iter_next (&iter, &atlas, &bits))
    atlas_notebook_emit_changed (self, atlas, GPOINTER_TO_UINT (bits));
}

void
atlas_notebook_show (AtlasNotebook *self,
                     GPtrArray     *changes)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const AtlasNotebookChange *change = g_ptr_array_index (changes, i);

      add_kind (kinds, change->before);
      add_kind (kinds, change->after);
      if (change->after != NULL)
        show_fields (self, change->after);
      else
        show_removed (self, change->before->id);
    }

  emit_kinds (self, kinds);
}

static void
show_reports (AtlasNotebook *self,
              GHashTable    *reports)
{
  g_autoptr (GHashTable) was = g_steal_pointer (&self->reports);
  GHashTable    *sides[] = { was, reports };
  GHashTableIter iter;
  gpointer       atlas = NULL;

  self->reports = g_hash_table_ref (reports);
  for (guint i = 0; i < 2; i++)
    {
      g_hash_table_iter_init (&iter, sides[i]);
      while (g_hash_table_iter_next (&iter, &atlas, NULL))
        if (!g_hash_table_contains (sides[1 - i], atlas))
          atlas_notebook_emit_changed (self, atlas, ATLAS_NOTEBOOK_REPORT);
    }
}

void
atlas_notebook_show_all (AtlasNotebook *self,
                         GPtrArray     *notes,
                         GHashTable    *reports)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_notebook_change_free);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer       note = NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      const AtlasNoteFields *fields = g_ptr_array_index (notes, i);
      AtlasNote             *shown = g_hash_table_lookup (self->notes, fields->id);
      const AtlasNoteFields *before = shown != NULL ? atlas_note_get_fields (shown) : NULL;

      g_hash_table_add (ids, fields->id);
      if (before == NULL || before->modified != fields->modified || !atlas_note_fields_equal (before, fields))
        g_ptr_array_add (changes, atlas_notebook_change_new (before, fields));
    }

  g_hash_table_iter_init (&iter, self->notes);
  while (g_hash_table_iter_next (&iter, NULL, &note))
    if (!g_hash_table_contains (ids, atlas_note_get_id (note)))
      g_ptr_array_add (changes, atlas_notebook_change_new (atlas_note_get_fields (note), NULL));

  atlas_notebook_show (self, changes);
  show_reports (self, reports);
}

static void
atlas_notebook_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AtlasNotebook *self = ATLAS_NOTEBOOK (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, atlas_notebook_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, atlas_notebook_get_can_redo (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, atlas_notebook_get_read_only (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_notebook_finalize (GObject *object)
{
  AtlasNotebook *self = ATLAS_NOTEBOOK (object);

  atlas_notebook_stop (self);
  g_clear_pointer (&self->db, atlas_notebook_db_close);
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->notes, g_hash_table_unref);
  g_clear_pointer (&self->reports, g_hash_table_unref);
  g_clear_pointer (&self->done, g_ptr_array_unref);
  g_clear_pointer (&self->undone, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_notebook_parent_class)->finalize (object);
}

static void
atlas_notebook_class_init (AtlasNotebookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = atlas_notebook_finalize;
  object_class->get_property = atlas_notebook_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_NOTEBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[FAILED] = g_signal_new ("failed", ATLAS_TYPE_NOTEBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
atlas_notebook_init (AtlasNotebook *self)
{
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, lists_free);
  self->reports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_notebook_step_free);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_notebook_step_free);
  atlas_notebook_start (self);
}

AtlasNotebook *
atlas_notebook_open (const char   *path,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autoptr (AtlasNotebook) self = NULL;
  g_autoptr (AtlasNotebookDb) db = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GHashTable) reports = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      (db = atlas_notebook_db_open (path, error)) == NULL)
    return NULL;

  notes = atlas_notebook_db_load_notes (db, db->read_only ? NULL : error);
  reports = notes != NULL ? atlas_notebook_db_load_reports (db, db->read_only ? NULL : error) : NULL;
  if ((notes == NULL || reports == NULL) && !db->read_only) /* the tables of a newer version may be other ones */
    return NULL;

  self = g_object_new (ATLAS_TYPE_NOTEBOOK, NULL);
  self->db = g_steal_pointer (&db);
  if (notes != NULL && reports != NULL)
    atlas_notebook_show_all (self, notes, reports);

  return g_steal_pointer (&self);
}

static void
open_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  AtlasNotebook *self = atlas_notebook_open (task_data, cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
atlas_notebook_open_async (const char         *path,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (path != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_notebook_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_in_thread);
}

AtlasNotebook *
atlas_notebook_open_finish (GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, atlas_notebook_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
atlas_notebook_get_path (AtlasNotebook *self)
{
  g_return_val_if_fail (ATLAS_IS_NOTEBOOK (self), NULL);

  return self->db->path;
}

gboolean
atlas_notebook_get_read_only (AtlasNotebook *self)
{
  g_return_val_if_fail (ATLAS_IS_NOTEBOOK (self), TRUE);

  return self->db->read_only;
}

const char *
atlas_notebook_get_warning (AtlasNotebook *self)
{
  g_return_val_if_fail (ATLAS_IS_NOTEBOOK (self), NULL);

  return self->db->warning;
}

GListModel *
atlas_notebook_get_notes (AtlasNotebook *self,
                          const char    *atlas)
{
  g_return_val_if_fail (ATLAS_IS_NOTEBOOK (self) && atlas != NULL, NULL);

  return G_LIST_MODEL (get_lists (self, atlas)->notes);
}

GListModel *
atlas_notebook_get_references (AtlasNotebook *self,
                               const char    *atlas)
{
  g_return_val_if_fail (ATLAS_IS_NOTEBOOK (self) && atlas != NULL, NULL);

  return G_LIST_MODEL (get_lists (self, atlas)->references);
}

AtlasNote *
atlas_notebook_lookup (AtlasNotebook *self,
                       const char    *id)
{
  g_return_val_if_fail (ATLAS_IS_NOTEBOOK (self) && id != NULL, NULL);

  return g_hash_table_lookup (self->notes, id);
}

GPtrArray *
atlas_notebook_dup_notes_on (AtlasNotebook  *self,
                             const char     *atlas,
                             AtlasNoteTarget target,
                             const char     *target_id)
{
  GPtrArray  *notes = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *list = atlas_notebook_get_notes (self, atlas);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AtlasNote) note = g_list_model_get_item (list, i);
      const AtlasNoteFields *fields = atlas_note_get_fields (note);

      if (fields->target == target && g_strcmp0 (fields->target_id, target_id) == 0)
        g_ptr_array_add (notes, g_steal_pointer (&note));
    }

  return notes;
}

GPtrArray *
atlas_notebook_dup_all (AtlasNotebook *self,
                        const char    *atlas)
{
  GPtrArray     *all = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_note_fields_free);
  GHashTableIter iter;
  gpointer       note = NULL;

  g_return_val_if_fail (ATLAS_IS_NOTEBOOK (self), all);

  g_hash_table_iter_init (&iter, self->notes);
  while (g_hash_table_iter_next (&iter, NULL, &note))
    if (atlas == NULL || g_str_equal (atlas_note_get_fields (note)->atlas, atlas))
      g_ptr_array_add (all, atlas_note_fields_copy (atlas_note_get_fields (note)));
  g_ptr_array_sort (all, compare_fields);

  return all;
}

gboolean
atlas_notebook_has_report (AtlasNotebook *self,
                           const char    *atlas)
{
  g_return_val_if_fail (ATLAS_IS_NOTEBOOK (self) && atlas != NULL, FALSE);

  return g_hash_table_contains (self->reports, atlas);
}
