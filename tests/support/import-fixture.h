// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset-loader.h"
#include "atlas-fold.h"
#include "atlas-report-import.h"

#include "bundle.h"

#include <string.h>

/* A made-up report in two tellings: tests/data/import/report.txt as its authors wrote it, and an atlas that retells it. */

#define FIXTURE_PASSAGES 15
#define FIXTURE_CITATIONS 14
#define FIXTURE_HEADINGS 10

static inline char *
fixture_read (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "import", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static inline AtlasDataset *
fixture_load (void)
{
  char            *folder = test_bundle_copy ();
  g_autofree char *report = fixture_read ("retold.md");
  g_autoptr (GString) sources = g_string_new ("[{\"id\":\"paper\",\"type\":\"book\",\"title\":\"All\",\"custom\":{\"role\":\"independent\"}}");
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset;

  for (guint i = 1; i <= FIXTURE_CITATIONS; i++)
    g_string_append_printf (sources, ",\n{\"id\":\"report-%u\",\"type\":\"document\",\"title\":\"Citation %u\",\"custom\":{\"role\":\"report\",\"number\":%u,\"titleKnown\":false}}", i, i, i);
  g_string_append (sources, "]\n");
  test_bundle_write (folder, "report.md", report, strlen (report));
  test_bundle_write (folder, "sources.json", sources->str, sources->len);
  test_bundle_write (folder, "tours.json", "{\"tours\":[]}", strlen ("{\"tours\":[]}"));

  dataset = atlas_dataset_load (file, NULL, &error);
  g_assert_no_error (error);
  test_bundle_delete (folder);

  return dataset;
}

static inline AtlasReportImport *
fixture_import_bytes (const char   *data,
                      gsize         length,
                      const char   *name,
                      AtlasDataset *dataset,
                      GError      **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return atlas_report_import_read (bytes, name, dataset, NULL, error);
}

/* One that has to work. */
static inline AtlasReportImport *
fixture_import (const char   *text,
                AtlasDataset *dataset)
{
  g_autoptr (GError) error = NULL;
  AtlasReportImport *import = fixture_import_bytes (text, strlen (text), "report.txt", dataset, &error);

  g_assert_no_error (error);

  return import;
}

/* Letters and figures alone: what two texts have to share whose marks and spaces differ. (transfer full) */
static inline char *
fixture_fold (const char *text)
{
  g_autofree char *folded = atlas_fold (text);
  GString         *letters = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      g_string_append_len (letters, c, g_utf8_next_char (c) - c);

  return g_string_free (letters, FALSE);
}
