// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "atlas-finding.h"
#include "atlas-report-import.h"
#include "atlas-report-markdown.h"

#include <string.h>

/* What the texts are laid beside: a report of four passages, small enough for chance to come near it. */
static const char retold[] =
  "# Rivers and rails\n\n## Water {#water}\n\n"
  "In 1950 a drought drained the [reservoirs](item:lake) of Kessel and Brod, and engineers measured the water [1]. {#water-1}\n\n"
  "Tarn received a second dam in 1968, opened by the minister Adela Voss [2] [3]. {#water-2}\n\n"
  "## Rails {#rails}\n\n### The northern line {#rails-north}\n\n"
  "Ore trains have used [the northern line](item:line) since 1961; it was electrified in 1987 [4]. {#rails-1}\n\n"
  "- **1988: Gauge Protocol.** At Kessel the bogies of ore wagons are changed, free of customs papers. {#rails-2}\n";

static AtlasItem *
create_item (const char *id,
             const char *title,
             const char *when)
{
  g_auto (AtlasItemFields) fields = { .id = g_strdup (id), .title = g_strdup (title), .kind = ATLAS_KIND_SITE, .theme = g_strdup ("water") };

  fields.when.text = g_strdup (when);
  g_assert (atlas_edtf_parse (when, &fields.when.edtf, NULL));

  return atlas_item_new_take (&fields);
}

static gpointer
create_dataset (gpointer unused)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (retold, strlen (retold));
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  AtlasReport *report = atlas_report_read_markdown (bytes, "report.md", findings);
  GPtrArray   *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert (report != NULL && findings->len == 0);
  g_ptr_array_add (items, create_item ("lake", "Lake of Kessel / Brod (LKB)", "1950/.."));
  g_ptr_array_add (items, create_item ("line", "Northern line", "1961/.."));

  return atlas_dataset_new_take (atlas_manifest_new (), items, report, atlas_bibliography_new_take (g_ptr_array_new_with_free_func (g_object_unref)), NULL);
}

/* Passages are found by their ids, stand in sections, and their spans make their texts. */
static void
check_report (AtlasReport *report)
{
  GPtrArray *passages = atlas_report_get_passages (report);

  for (guint i = 0; i < passages->len; i++)
    {
      const AtlasPassage *passage = g_ptr_array_index (passages, i);
      g_autofree char    *place = atlas_report_dup_place (report, passage);

      g_assert (passage->section < atlas_report_get_sections (report)->len);
      g_assert (g_utf8_validate (passage->text, -1, NULL) && *passage->text != '\0');
      g_assert (atlas_report_lookup (report, passage->id) == passage);
    }
}

/* What is taken from any file can be kept, and gives the same passages again. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static GOnce  once = G_ONCE_INIT;
  AtlasDataset *dataset = g_once (&once, create_dataset, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (AtlasReportImport) kept = atlas_report_import_from_bytes (bytes, dataset, NULL);
  g_autoptr (AtlasReportImport) import = atlas_report_import_read (bytes, "report", dataset, NULL, NULL);
  g_autoptr (AtlasReportImport) again = NULL;
  g_autoptr (GBytes) written = NULL;

  if (kept != NULL)
    check_report (atlas_report_import_get_report (kept));
  if (import == NULL)
    return 0;

  check_report (atlas_report_import_get_report (import));
  written = atlas_report_import_to_bytes (import);
  again = atlas_report_import_from_bytes (written, dataset, NULL);
  g_assert (again != NULL);
  check_report (atlas_report_import_get_report (again));
  g_assert (atlas_report_import_get_summary (again)->n_passages == atlas_report_import_get_summary (import)->n_passages);
  g_assert (atlas_report_import_get_references (again)->len == atlas_report_import_get_references (import)->len);

  return 0;
}
