// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset-loader.h"
#include "atlas-exporter.h"
#include "bundle.h"

#include <string.h>

/* Atlases, and what an exporter makes of them. */

static inline AtlasDataset *
export_load (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset = atlas_dataset_load (file, NULL, &error);

  g_assert_no_error (error);

  return dataset;
}

/* The atlas that is part of the program. */
static inline AtlasDataset *
export_load_real (void)
{
  return export_load (g_getenv ("ATLAS_TEST_BUNDLE"));
}

/* The small one with @from as @to in its items; NULL, NULL: as it is. */
static inline AtlasDataset *
export_load_changed (const char *from,
                     const char *to)
{
  char         *folder = test_bundle_copy ();
  AtlasDataset *dataset = NULL;

  if (from != NULL)
    test_bundle_replace (folder, "items.geojson", from, to);
  dataset = export_load (folder);
  test_bundle_delete (folder);

  return dataset;
}

static inline GPtrArray *
export_all_items (AtlasDataset *dataset)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < atlas_dataset_get_n_items (dataset); i++)
    g_ptr_array_add (items, atlas_dataset_get_item (dataset, i));

  return items;
}

/* What @format makes of some items and all tours. (transfer full) */
static inline char *
export_items_to_text (AtlasDataset *dataset,
                      GPtrArray    *items,
                      const char   *format)
{
  const AtlasExporter *exporter = atlas_exporter_lookup (format);
  AtlasExport          what = { dataset, items, atlas_dataset_get_tours (dataset), NULL };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (exporter);
  g_assert_true (exporter->write (exporter, &what, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static inline char *
export_to_text (AtlasDataset *dataset,
                const char   *format)
{
  g_autoptr (GPtrArray) items = export_all_items (dataset);

  return export_items_to_text (dataset, items, format);
}
