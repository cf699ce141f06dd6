// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "atlas-finding.h"
#include "atlas-report-markdown.h"

/* Every passage stands in a section, has an id by which it is found, and its spans make its text. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  g_autoptr (AtlasReport) report = NULL;
  GPtrArray *passages = NULL;

  g_ptr_array_set_free_func (findings, (GDestroyNotify) atlas_finding_free);
  report = atlas_report_read_markdown (bytes, "report.md", findings);
  if (report == NULL)
    return 0;

  passages = atlas_report_get_passages (report);
  for (guint i = 0; i < passages->len; i++)
    {
      const AtlasPassage *passage = g_ptr_array_index (passages, i);
      g_autofree char    *place = atlas_report_dup_place (report, passage);

      g_assert (passage->number == i + 1);
      g_assert (passage->section < atlas_report_get_sections (report)->len);
      g_assert (g_utf8_validate (passage->text, -1, NULL));
      g_assert (atlas_report_lookup (report, passage->id) != NULL);
    }

  return 0;
}
