// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reading.h"

#include "atlas-own-references.h"

struct _AtlasReading
{
  GObject            parent_instance;

  AtlasSession      *session;
  AtlasDataset      *atlas; /* as it is in its bundle */
  AtlasNotebook     *notebook;
  AtlasReportImport *import; /* (nullable): the report's own words */
  gboolean           original;
  gboolean           unkept;  /* @import waits for a notebook to be kept in */
  char              *passage; /* (nullable): id of the passage that was read of the report's own words, which are not there yet */
  GCancellable      *loading; /* of what the notebook keeps */
};

G_DEFINE_FINAL_TYPE (AtlasReading, atlas_reading, G_TYPE_OBJECT)

enum
{
  PROP_ORIGINAL = 1,
  PROP_HAS_ORIGINAL,
  N_PROPS
};

enum
{
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static const char *
get_atlas_id (AtlasReading *self)
{
  return atlas_dataset_get_manifest (self->atlas)->id;
}

/* The atlas's references under those of the file's source list, under those that the user has written. (transfer full) */
static AtlasBibliography *
compose_bibliography (AtlasReading *self)
{
  AtlasBibliography *own = atlas_dataset_get_bibliography (self->atlas);
  g_autoptr (AtlasBibliography) with_list = NULL;

  with_list = self->import != NULL ? atlas_report_import_dup_bibliography (self->import, own) : g_object_ref (own);
  if (self->notebook == NULL)
    return g_steal_pointer (&with_list);

  return atlas_own_references_add (with_list, atlas_notebook_get_references (self->notebook, get_atlas_id (self)));
}

/* Gives the session what is to be read now, if that is anything else than before. */
static void
compose (AtlasReading *self)
{
  AtlasDataset *before = atlas_session_get_dataset (self->session);
  AtlasReport  *report = NULL;
  g_autoptr (AtlasBibliography) bibliography = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;

  if (self->atlas == NULL)
    return;

  report = self->original && self->import != NULL ? atlas_report_import_get_report (self->import) : atlas_dataset_get_report (self->atlas);
  bibliography = compose_bibliography (self);

  if (report == atlas_dataset_get_report (self->atlas) && bibliography == atlas_dataset_get_bibliography (self->atlas))
    dataset = g_object_ref (self->atlas);
  else
    dataset = atlas_dataset_new_with_reading (self->atlas, report, bibliography);

  if (before == NULL || atlas_dataset_get_report (before) != report || atlas_dataset_get_bibliography (before) != bibliography)
    atlas_session_set_dataset (self->session, dataset);
}

/* Back to where one was before the words had to be read anew, unless one has gone on. */
static void
return_to_passage (AtlasReading *self)
{
  g_autofree char *passage = g_steal_pointer (&self->passage);

  if (passage != NULL && self->original && atlas_session_get_passage (self->session) == NULL)
    atlas_session_read_on (self->session, passage, ATLAS_TIME_SPAN_NONE);
}

static void
take_import (AtlasReading      *self,
             AtlasReportImport *import) /* (nullable) */
{
  gboolean had_one = self->import != NULL;

  if (!g_set_object (&self->import, import))
    return;

  compose (self);
  if (import != NULL)
    return_to_passage (self);
  if (had_one != (self->import != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_ORIGINAL]);
}

typedef struct
{
  AtlasDataset *atlas;
  GBytes       *bytes;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_object_unref (kept->atlas);
  g_bytes_unref (kept->bytes);
  g_free (kept);
}

static void
align_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Kept              *kept = task_data;
  GError            *error = NULL;
  AtlasReportImport *import = atlas_report_import_from_bytes (kept->bytes, kept->atlas, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
aligned_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  AtlasReading *self = ATLAS_READING (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasReportImport) import = g_task_propagate_pointer (G_TASK (result), &error);

  if (import != NULL)
    take_import (self, import);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
report_loaded_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (AtlasReading) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = atlas_notebook_load_report_finish (ATLAS_NOTEBOOK (object), result, &error);
  g_autoptr (GTask) task = NULL;
  Kept *kept = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error->message);
  if (bytes == NULL || self->atlas == NULL)
    {
      take_import (self, NULL);
      return;
    }

  kept = g_new0 (Kept, 1);
  kept->atlas = g_object_ref (self->atlas);
  kept->bytes = g_steal_pointer (&bytes);
  task = g_task_new (self, self->loading, aligned_cb, NULL);
  g_task_set_task_data (task, kept, kept_free);
  g_task_run_in_thread (task, align_in_thread);
}

static void
stop_loading (AtlasReading *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

/* Asks the notebook for the report's own words. */
static void
load_report (AtlasReading *self)
{
  stop_loading (self);

  if (self->atlas == NULL || self->notebook == NULL)
    return;

  if (!atlas_notebook_has_report (self->notebook, get_atlas_id (self)))
    {
      take_import (self, NULL);
      return;
    }

  self->loading = g_cancellable_new ();
  atlas_notebook_load_report_async (self->notebook, get_atlas_id (self), self->loading, report_loaded_cb, g_object_ref (self));
}

static void notebook_changed_cb (AtlasReading *self,
                                 const char   *atlas_id,
                                 guint         what);

static void
keep_import (AtlasReading *self)
{
  g_autoptr (GBytes) bytes = atlas_report_import_to_bytes (self->import);

  self->unkept = FALSE;
  g_signal_handlers_block_by_func (self->notebook, notebook_changed_cb, self); /* it is read already */
  atlas_notebook_set_report_async (self->notebook, get_atlas_id (self), bytes, NULL, NULL, NULL);
  g_signal_handlers_unblock_by_func (self->notebook, notebook_changed_cb, self);
}

static void
notebook_changed_cb (AtlasReading *self,
                     const char   *atlas_id,
                     guint         what)
{
  if (self->atlas == NULL || g_strcmp0 (atlas_id, get_atlas_id (self)) != 0)
    return;

  if ((what & ATLAS_NOTEBOOK_REPORT) != 0)
    load_report (self);
  if ((what & (1U << ATLAS_NOTE_REFERENCE)) != 0)
    compose (self);
}

static void
atlas_reading_dispose (GObject *object)
{
  AtlasReading *self = ATLAS_READING (object);

  stop_loading (self);
  if (self->notebook != NULL)
    g_signal_handlers_disconnect_by_data (self->notebook, self);
  g_clear_object (&self->notebook);
  g_clear_object (&self->import);
  g_clear_object (&self->atlas);
  g_clear_object (&self->session);
  g_clear_pointer (&self->passage, g_free);

  G_OBJECT_CLASS (atlas_reading_parent_class)->dispose (object);
}

static void
atlas_reading_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  AtlasReading *self = ATLAS_READING (object);

  switch (property_id)
    {
    case PROP_ORIGINAL:
      g_value_set_boolean (value, self->original);
      break;

    case PROP_HAS_ORIGINAL:
      g_value_set_boolean (value, self->import != NULL);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_reading_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_ORIGINAL:
      atlas_reading_set_original (ATLAS_READING (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_reading_class_init (AtlasReadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atlas_reading_dispose;
  object_class->get_property = atlas_reading_get_property;
  object_class->set_property = atlas_reading_set_property;

  properties[PROP_ORIGINAL] =
    g_param_spec_boolean ("original", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HAS_ORIGINAL] =
    g_param_spec_boolean ("has-original", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FAILED] = g_signal_new ("failed", ATLAS_TYPE_READING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
atlas_reading_init (AtlasReading *self)
{
  self->original = TRUE;
}

AtlasReading *
atlas_reading_new (AtlasSession *session)
{
  AtlasReading *self = g_object_new (ATLAS_TYPE_READING, NULL);

  self->session = g_object_ref (session);

  return self;
}

void
atlas_reading_set_atlas (AtlasReading *self,
                         AtlasDataset *atlas)
{
  g_return_if_fail (ATLAS_IS_READING (self));
  g_return_if_fail (ATLAS_IS_DATASET (atlas));

  if (self->atlas == atlas)
    return;

  g_clear_pointer (&self->passage, g_free);
  if (self->import != NULL && g_strcmp0 (get_atlas_id (self), atlas_dataset_get_manifest (atlas)->id) == 0)
    self->passage = g_strdup (atlas_session_get_passage (self->session));
  g_set_object (&self->atlas, atlas);
  self->unkept = FALSE;
  take_import (self, NULL); /* it was laid beside the other edition */
  compose (self);
  load_report (self);
}

AtlasDataset *
atlas_reading_get_atlas (AtlasReading *self)
{
  g_return_val_if_fail (ATLAS_IS_READING (self), NULL);

  return self->atlas;
}

void
atlas_reading_set_notebook (AtlasReading  *self,
                            AtlasNotebook *notebook)
{
  g_return_if_fail (ATLAS_IS_READING (self));

  if (self->notebook == notebook)
    return;

  if (self->notebook != NULL)
    g_signal_handlers_disconnect_by_data (self->notebook, self);
  g_set_object (&self->notebook, notebook);
  if (notebook != NULL)
    g_signal_connect_object (notebook, "changed", G_CALLBACK (notebook_changed_cb), self, G_CONNECT_SWAPPED);

  compose (self);
  if (self->unkept && notebook != NULL)
    keep_import (self);
  else
    load_report (self);
}

AtlasNotebook *
atlas_reading_get_notebook (AtlasReading *self)
{
  g_return_val_if_fail (ATLAS_IS_READING (self), NULL);

  return self->notebook;
}

gboolean
atlas_reading_get_original (AtlasReading *self)
{
  g_return_val_if_fail (ATLAS_IS_READING (self), FALSE);

  return self->original;
}

void
atlas_reading_set_original (AtlasReading *self,
                            gboolean      original)
{
  g_return_if_fail (ATLAS_IS_READING (self));

  if (self->original == !!original)
    return;

  self->original = !!original;
  compose (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORIGINAL]);
}

gboolean
atlas_reading_get_has_original (AtlasReading *self)
{
  g_return_val_if_fail (ATLAS_IS_READING (self), FALSE);

  return self->import != NULL;
}

void
atlas_reading_keep (AtlasReading      *self,
                    AtlasReportImport *import)
{
  g_return_if_fail (ATLAS_IS_READING (self));
  g_return_if_fail (ATLAS_IS_REPORT_IMPORT (import));
  g_return_if_fail (self->atlas != NULL);

  stop_loading (self); /* what was kept before must not come after it */
  atlas_reading_set_original (self, TRUE);
  take_import (self, import);

  if (self->notebook != NULL)
    keep_import (self);
  else
    self->unkept = TRUE;
}

void
atlas_reading_remove (AtlasReading *self)
{
  g_return_if_fail (ATLAS_IS_READING (self));

  stop_loading (self);
  self->unkept = FALSE;
  take_import (self, NULL);
  if (self->notebook != NULL && self->atlas != NULL)
    atlas_notebook_set_report_async (self->notebook, get_atlas_id (self), NULL, NULL, NULL, NULL);
}
