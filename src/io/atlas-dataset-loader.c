// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-dataset-loader.h"

#include "atlas-bundle-check.h"
#include "atlas-bundle-file.h"
#include "atlas-bundle-resource.h"
#include "atlas-csl.h"
#include "atlas-items-reader.h"
#include "atlas-limits.h"
#include "atlas-manifest-reader.h"
#include "atlas-report-markdown.h"
#include "atlas-series-reader.h"
#include "atlas-tours-reader.h"

#include <glib/gi18n-lib.h>

#define BUILTIN_URI "resource:///io/github/corridoratlas/CorridorAtlas/atlases/azerbaijan-russia"

/* One part of a bundle. The readers report what is wrong and leave the rest of the bundle to be read. */
typedef void (*PartReader) (AtlasBundle     *bundle,
                            const AtlasJson *root,
                            GPtrArray       *findings);

static void
read_manifest (AtlasBundle     *bundle,
               const AtlasJson *root,
               GPtrArray       *findings)
{
  GError *error = NULL;

  bundle->manifest = atlas_manifest_read (root, &error);
  if (error != NULL)
    atlas_findings_add_error (findings, ATLAS_BUNDLE_MANIFEST, error);
}

static void
read_sources (AtlasBundle     *bundle,
              const AtlasJson *root,
              GPtrArray       *findings)
{
  bundle->references = atlas_csl_read (root, ATLAS_BUNDLE_SOURCES, findings);
}

static void
read_items (AtlasBundle     *bundle,
            const AtlasJson *root,
            GPtrArray       *findings)
{
  bundle->items = atlas_items_read (root, ATLAS_BUNDLE_ITEMS, findings);
}

static void
read_series (AtlasBundle     *bundle,
             const AtlasJson *root,
             GPtrArray       *findings)
{
  bundle->series = atlas_series_read (root, ATLAS_BUNDLE_SERIES, findings);
}

static void
read_tours (AtlasBundle     *bundle,
            const AtlasJson *root,
            GPtrArray       *findings)
{
  bundle->tours = atlas_tours_read (root, ATLAS_BUNDLE_TOURS, findings);
}

static const struct
{
  const char *file;
  PartReader  read; /* NULL: Markdown */
  gsize       limit;
  gboolean    required;
} parts[] = {
  { ATLAS_BUNDLE_MANIFEST, read_manifest, ATLAS_LIMIT_FILE_SIZE, TRUE },
  { ATLAS_BUNDLE_SOURCES, read_sources, ATLAS_LIMIT_FILE_SIZE, TRUE },
  { ATLAS_BUNDLE_ITEMS, read_items, ATLAS_LIMIT_FILE_SIZE, TRUE },
  { ATLAS_BUNDLE_REPORT, NULL, ATLAS_LIMIT_REPORT_SIZE, TRUE },
  { ATLAS_BUNDLE_SERIES, read_series, ATLAS_LIMIT_FILE_SIZE, FALSE },
  { ATLAS_BUNDLE_TOURS, read_tours, ATLAS_LIMIT_FILE_SIZE, FALSE },
};

/* Takes @bytes: the text is not kept beside what was parsed of it. */
static void
read_part (AtlasBundle *bundle,
           guint        index,
           GBytes      *bytes,
           GPtrArray   *findings)
{
  g_autoptr (GBytes) owned = bytes;
  g_autoptr (JsonNode) root = NULL;
  GError   *error = NULL;
  AtlasJson json;

  if (parts[index].read == NULL)
    {
      bundle->report = atlas_report_read_markdown (owned, parts[index].file, findings);
      return;
    }

  root = atlas_json_parse (owned, &error);
  g_clear_pointer (&owned, g_bytes_unref);
  if (root == NULL)
    {
      atlas_findings_add_error (findings, parts[index].file, error);
      return;
    }

  json = ATLAS_JSON_ROOT (root);
  parts[index].read (bundle, &json, findings);
}

/* Reads and checks. FALSE only when it was cancelled; everything else is a finding. */
static gboolean
read_bundle (GFile        *folder,
             AtlasBundle  *bundle,
             GPtrArray    *findings,
             GCancellable *cancellable,
             GError      **error)
{
  g_autofree char *name = g_file_get_parse_name (folder); /* a resource:// file has no path */
  GError          *inner = NULL;

  if (!atlas_bundle_check_folder (folder, cancellable, &inner))
    {
      if (g_error_matches (inner, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_propagate_error (error, inner);
          return FALSE;
        }
      atlas_findings_add_error (findings, name, inner);
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gboolean missing = FALSE;
      g_autoptr (GBytes) bytes = atlas_bundle_read_file (folder, parts[i].file, parts[i].limit,
                                                         parts[i].required ? NULL : &missing, cancellable, &inner);

      if (g_error_matches (inner, G_IO_ERROR, G_IO_ERROR_CANCELLED) || g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          if (inner != NULL)
            g_propagate_error (error, inner);
          return FALSE;
        }
      if (inner != NULL)
        atlas_findings_add_error (findings, parts[i].file, g_steal_pointer (&inner));
      else if (!missing)
        read_part (bundle, i, g_steal_pointer (&bytes), findings);
    }

  atlas_bundle_check (bundle, findings);

  return TRUE;
}

/* Only when nothing is missing: a good bundle has all its parts. */
static AtlasDataset *
dataset_new (AtlasBundle *bundle)
{
  AtlasBibliography *bibliography = atlas_bibliography_new_take (g_steal_pointer (&bundle->references));
  AtlasDataset      *dataset =
    atlas_dataset_new_take (g_steal_pointer (&bundle->manifest), g_steal_pointer (&bundle->items),
                            g_steal_pointer (&bundle->report), bibliography, g_steal_pointer (&bundle->series));

  if (bundle->tours != NULL)
    atlas_dataset_take_tours (dataset, g_steal_pointer (&bundle->tours));

  return dataset;
}

/* Loads the built-in atlas ahead of who will ask for it. */
static GThread *ahead;

static gpointer
load_ahead (gpointer data)
{
  g_autoptr (GFile) folder = atlas_bundle_builtin ();

  return atlas_dataset_load (folder, NULL, NULL); /* who asks loads again to hear what is wrong */
}

/* What was loaded ahead, if it was @folder: once. */
static AtlasDataset *
take_ahead (GFile *folder)
{
  g_autoptr (GFile) builtin = atlas_bundle_builtin ();
  GThread *thread = g_file_equal (folder, builtin) ? g_atomic_pointer_exchange (&ahead, NULL) : NULL;

  return thread != NULL ? g_thread_join (thread) : NULL;
}

static void
load_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError       *error = NULL;
  AtlasDataset *dataset = take_ahead (task_data);

  if (dataset == NULL)
    dataset = atlas_dataset_load (task_data, cancellable, &error);

  if (dataset != NULL)
    g_task_return_pointer (task, dataset, g_object_unref);
  else
    g_task_return_error (task, error);
}

GFile *
atlas_bundle_builtin (void)
{
  atlas_bundle_get_resource (); /* so that the linker keeps it; it registers itself */

  return g_file_new_for_uri (BUILTIN_URI);
}

void
atlas_bundle_load_builtin_ahead (void)
{
  if (ahead == NULL)
    ahead = g_thread_new ("atlas", load_ahead, NULL);
}

GPtrArray *
atlas_bundle_validate (GFile        *folder,
                       GCancellable *cancellable)
{
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_auto (AtlasBundle) bundle = { NULL };

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  if (!read_bundle (folder, &bundle, findings, cancellable, NULL))
    g_debug ("The check was cancelled");

  return g_steal_pointer (&findings);
}

AtlasDataset *
atlas_dataset_load (GFile        *folder,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_auto (AtlasBundle) bundle = { NULL };
  const AtlasFinding *finding;
  g_autofree char    *words = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  if (!read_bundle (folder, &bundle, findings, cancellable, error))
    return NULL;

  finding = atlas_findings_first_error (findings);
  if (finding == NULL)
    return dataset_new (&bundle);

  words = atlas_finding_to_string (finding);
  g_set_error_literal (error, ATLAS_BUNDLE_ERROR, finding->rule, words);

  return NULL;
}

void
atlas_dataset_load_async (GFile              *folder,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (folder));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_dataset_load_async);
  g_task_set_task_data (task, g_object_ref (folder), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

AtlasDataset *
atlas_dataset_load_finish (GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, atlas_dataset_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
