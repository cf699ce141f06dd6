// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report-import.h"

#include "atlas-bundle-file.h"
#include "atlas-limits.h"
#include "atlas-report-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A file of which less matches is another text. */
#define LEAST_MATCHED 0.2
#define LEAST_PASSAGES 2

struct _AtlasReportImport
{
  GObject            parent_instance;

  AtlasReport       *report;
  GPtrArray         *blocks;     /* of AtlasImportBlock: what is kept */
  GPtrArray         *sources;    /* of AtlasImportSource: the same */
  GPtrArray         *references; /* of AtlasReference */
  AtlasImportSummary summary;
};

G_DEFINE_FINAL_TYPE (AtlasReportImport, atlas_report_import, G_TYPE_OBJECT)
G_DEFINE_QUARK (atlas_import_error_quark, atlas_import_error)

static const struct
{
  const char *id;
  const char *name;
  GPtrArray *(*read) (const char *text, AtlasImportHints *hints, GError **error);
} formats[ATLAS_N_IMPORT_FORMATS] = {
  [ATLAS_IMPORT_TEXT] = { "text", N_ ("plain text"), atlas_import_read_text },
  [ATLAS_IMPORT_HTML] = { "html", N_ ("a web page"), atlas_import_read_html },
  [ATLAS_IMPORT_MARKDOWN] = { "markdown", N_ ("Markdown"), atlas_import_read_markdown },
};

const char *
atlas_import_format_get_id (AtlasImportFormat format)
{
  g_return_val_if_fail (format < ATLAS_N_IMPORT_FORMATS, NULL);

  return formats[format].id;
}

const char *
atlas_import_format_get_name (AtlasImportFormat format)
{
  g_return_val_if_fail (format < ATLAS_N_IMPORT_FORMATS, NULL);

  return _ (formats[format].name);
}

static void
atlas_report_import_finalize (GObject *object)
{
  AtlasReportImport *self = ATLAS_REPORT_IMPORT (object);

  g_clear_object (&self->report);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->references, g_ptr_array_unref);
  g_clear_pointer (&self->summary.rows, g_ptr_array_unref);
  g_clear_pointer (&self->summary.name, g_free);
  g_clear_pointer (&self->summary.encoding, g_free);

  G_OBJECT_CLASS (atlas_report_import_parent_class)->finalize (object);
}

static void
atlas_report_import_class_init (AtlasReportImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_report_import_finalize;
}

static void
atlas_report_import_init (AtlasReportImport *self)
{
  self->references = g_ptr_array_new_with_free_func (g_object_unref);
  self->summary.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_import_row_free);
}

/* Aligns what was read with the atlas. @trim: leave out what stands around the report. */
static gboolean
align (AtlasReportImport *self,
       AtlasDataset      *dataset,
       AtlasImportHints  *hints,
       gboolean           trim,
       GCancellable      *cancellable,
       GError           **error)
{
  g_autoptr (AtlasImportTerms) terms = NULL;
  g_autoptr (GPtrArray) units = NULL;

  for (guint i = 0; i < self->sources->len; i++)
    g_ptr_array_add (self->references, atlas_import_source_to_reference (g_ptr_array_index (self->sources, i)));
  self->summary.n_references = self->references->len;

  terms = atlas_import_terms_new (hints->report);
  units = atlas_import_terms_split (terms, self->blocks, hints);
  if (!atlas_import_align (terms, units, cancellable, error))
    return FALSE;

  self->report = atlas_import_compose (self->blocks, units, terms, dataset, trim, &self->summary);

  return TRUE;
}

static gboolean
check_related (AtlasReportImport *self,
               GError           **error)
{
  const AtlasImportSummary *summary = &self->summary;
  guint                     least = MAX ((guint) (LEAST_MATCHED * summary->n_edition), MIN (LEAST_PASSAGES, summary->n_edition));

  if (summary->n_matched >= least)
    return TRUE;

  g_set_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_UNRELATED,
               _ ("“%%s” does not seem to be the report: of its %u passages, %u were found in the file, and at least %u have to be. Nothing was imported."),
               summary->n_edition, summary->n_matched, least);

  return FALSE;
}

static gboolean
check_size (gsize    length,
            GError **error)
{
  if (length == 0)
    g_set_error_literal (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_EMPTY, _ ("“%s” is empty."));
  else if (length > ATLAS_LIMIT_IMPORT_SIZE)
    g_set_error_literal (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_TOO_LARGE, _ ("“%s” is too large to be the report. Save the page as HTML only, or copy its text into a file."));
  else
    return TRUE;

  return FALSE;
}

/* The steps leave “%s” where the file's name belongs; here it is known. Once for each error, since a name may hold a “%s” too. */
static void
name_file (GError    **error,
           const char *name)
{
  GError          *inner = error != NULL ? *error : NULL;
  g_autofree char *message = NULL;
  g_auto (GStrv) parts = NULL;

  if (inner == NULL || inner->domain != ATLAS_IMPORT_ERROR || strstr (inner->message, "%s") == NULL)
    return;

  parts = g_strsplit (inner->message, "%s", 2);
  message = g_strjoinv (name, parts);
  g_free (inner->message);
  inner->message = g_steal_pointer (&message);
}

static gboolean
read_bytes (AtlasReportImport *self,
            GBytes            *bytes,
            AtlasDataset      *dataset,
            GCancellable      *cancellable,
            GError           **error)
{
  g_autoptr (AtlasImportHints) hints = NULL;
  g_autofree char *text = NULL;
  AtlasReport     *report = atlas_dataset_get_report (dataset);

  if (!check_size (g_bytes_get_size (bytes), error))
    return FALSE;
  text = atlas_import_decode (bytes, &self->summary.encoding, error);
  if (text == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  hints = atlas_import_hints_new (report);
  self->summary.format = atlas_import_detect (text, self->summary.name);
  self->blocks = formats[self->summary.format].read (text, hints, error);
  if (self->blocks == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->blocks->len == 0)
    {
      g_set_error_literal (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_EMPTY, _ ("“%s” has no text in it."));
      return FALSE;
    }

  if (self->blocks->len > ATLAS_LIMIT_IMPORT_BLOCKS)
    {
      g_set_error_literal (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_TOO_LARGE, _ ("“%s” is far longer than the report. Nothing was imported."));
      return FALSE;
    }

  self->sources = atlas_import_take_sources (self->blocks, atlas_report_get_last_citation (report));
  atlas_import_split_headings (self->blocks, hints);

  return align (self, dataset, hints, TRUE, cancellable, error) && check_related (self, error);
}

AtlasReportImport *
atlas_report_import_read (GBytes       *bytes,
                          const char   *name,
                          AtlasDataset *dataset,
                          GCancellable *cancellable,
                          GError      **error)
{
  g_autoptr (AtlasReportImport) self = NULL;
  g_autofree char *valid = NULL;
  GError          *inner = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  self = g_object_new (ATLAS_TYPE_REPORT_IMPORT, NULL);
  valid = g_utf8_make_valid (name, -1);
  self->summary.name = atlas_import_tidy (valid);
  if (read_bytes (self, bytes, dataset, cancellable, &inner))
    return g_steal_pointer (&self);

  name_file (&inner, self->summary.name);
  g_propagate_error (error, inner);

  return NULL;
}

AtlasReportImport *
atlas_report_import_read_file (GFile        *file,
                               AtlasDataset *dataset,
                               GCancellable *cancellable,
                               GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  GError          *inner = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  name = g_file_get_basename (file);
  shown = g_utf8_make_valid (name != NULL ? name : "", -1);
  folder = g_file_get_parent (file);
  if (folder != NULL)
    bytes = atlas_bundle_read_file (folder, name, ATLAS_LIMIT_IMPORT_SIZE, NULL, cancellable, &inner);
  else
    inner = g_error_new_literal (ATLAS_BUNDLE_ERROR, ATLAS_RULE_UNREADABLE, _ ("it is a folder, not a file"));
  if (bytes != NULL)
    return atlas_report_import_read (bytes, shown, dataset, cancellable, error);

  if (g_error_matches (inner, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, inner);
      return NULL;
    }
  if (g_error_matches (inner, ATLAS_BUNDLE_ERROR, ATLAS_RULE_LIMIT))
    {
      check_size (ATLAS_LIMIT_IMPORT_SIZE + 1, error);
      name_file (error, shown);
    }
  else
    {
      g_set_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_UNREADABLE, _ ("“%s” cannot be read: %s."), shown, inner->message);
    }
  g_error_free (inner);

  return NULL;
}

typedef struct
{
  GFile        *file;
  AtlasDataset *dataset;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  g_object_unref (job->dataset);
  g_free (job);
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job               *job = task_data;
  GError            *error = NULL;
  AtlasReportImport *self = atlas_report_import_read_file (job->file, job->dataset, cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
atlas_report_import_read_file_async (GFile              *file,
                                     AtlasDataset       *dataset,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (ATLAS_IS_DATASET (dataset));

  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->dataset = g_object_ref (dataset);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_report_import_read_file_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_in_thread);
}

AtlasReportImport *
atlas_report_import_read_file_finish (GAsyncResult *result,
                                      GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, atlas_report_import_read_file_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

AtlasReport *
atlas_report_import_get_report (AtlasReportImport *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT_IMPORT (self), NULL);

  return self->report;
}

GPtrArray *
atlas_report_import_get_references (AtlasReportImport *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT_IMPORT (self), NULL);

  return self->references;
}

const AtlasImportSummary *
atlas_report_import_get_summary (AtlasReportImport *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT_IMPORT (self), NULL);

  return &self->summary;
}

AtlasBibliography *
atlas_report_import_dup_bibliography (AtlasReportImport *self,
                                      AtlasBibliography *base)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GHashTable) by_number = NULL;

  g_return_val_if_fail (ATLAS_IS_REPORT_IMPORT (self), NULL);
  g_return_val_if_fail (ATLAS_IS_BIBLIOGRAPHY (base), NULL);

  if (self->references->len == 0)
    return g_object_ref (base);

  all = g_ptr_array_new_with_free_func (g_object_unref);
  by_number = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->references->len; i++)
    {
      AtlasReference *reference = g_ptr_array_index (self->references, i);

      g_hash_table_insert (by_number, GUINT_TO_POINTER (atlas_reference_get_number (reference)), reference);
      g_ptr_array_add (all, g_object_ref (reference));
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (base)); i++)
    {
      g_autoptr (AtlasReference) reference = g_list_model_get_item (G_LIST_MODEL (base), i);
      guint number = atlas_reference_get_number (reference);

      if (number == 0 || !g_hash_table_contains (by_number, GUINT_TO_POINTER (number)))
        g_ptr_array_add (all, g_steal_pointer (&reference));
    }

  return atlas_bibliography_new_take (g_steal_pointer (&all));
}

GBytes *
atlas_report_import_to_bytes (AtlasReportImport *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT_IMPORT (self), NULL);

  return atlas_import_write_bytes (self->blocks, self->sources, &self->summary);
}

AtlasReportImport *
atlas_report_import_from_bytes (GBytes       *bytes,
                                AtlasDataset *dataset,
                                GError      **error)
{
  g_autoptr (AtlasReportImport) self = NULL;
  g_autoptr (AtlasImportHints) hints = NULL;
  GError *inner = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  self = g_object_new (ATLAS_TYPE_REPORT_IMPORT, NULL);
  hints = atlas_import_hints_new (atlas_dataset_get_report (dataset));
  if (atlas_import_read_bytes (bytes, &self->blocks, &self->sources, &self->summary, &inner) &&
      align (self, dataset, hints, FALSE, NULL, &inner))
    return g_steal_pointer (&self);

  if (self->summary.name != NULL)
    name_file (&inner, self->summary.name);
  g_propagate_error (error, inner);

  return NULL;
}
