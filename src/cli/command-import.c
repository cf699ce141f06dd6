// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

#include "atlas-report-import.h"

#include <glib/gi18n.h>

static const char *const match_ids[] = {
  [ATLAS_IMPORT_MATCHED] = "matched",
  [ATLAS_IMPORT_MISSING] = "missing",
  [ATLAS_IMPORT_OWN] = "own",
};

static void
add_int (JsonBuilder *builder,
         const char  *member,
         guint        value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

static void
print_json (AtlasReportImport *import)
{
  const AtlasImportSummary *summary = atlas_report_import_get_summary (import);
  JsonBuilder              *builder = json_builder_begin_object (json_builder_new ());

  command_add_string (builder, "file", summary->name);
  command_add_string (builder, "format", atlas_import_format_get_id (summary->format));
  command_add_string (builder, "encoding", summary->encoding);
  add_int (builder, "passages", summary->n_passages);
  add_int (builder, "atlasPassages", summary->n_edition);
  add_int (builder, "matched", summary->n_matched);
  add_int (builder, "own", summary->n_own);
  add_int (builder, "missing", summary->n_missing);
  add_int (builder, "headings", summary->n_headings);
  add_int (builder, "citations", summary->n_citations);
  add_int (builder, "sameCitations", summary->n_same_citations);
  add_int (builder, "references", summary->n_references);
  add_int (builder, "mentions", summary->n_mentions);
  add_int (builder, "leftOut", summary->n_left_out);
  json_builder_set_member_name (builder, "certainty");
  json_builder_add_double_value (builder, summary->certainty);

  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < summary->rows->len; i++)
    {
      const AtlasImportRow *row = g_ptr_array_index (summary->rows, i);

      json_builder_begin_object (builder);
      command_add_string (builder, "id", row->id);
      command_add_string (builder, "match", match_ids[row->match]);
      add_int (builder, "line", row->line);
      json_builder_set_member_name (builder, "certainty");
      json_builder_add_double_value (builder, row->certainty);
      json_builder_set_member_name (builder, "sameCitations");
      json_builder_add_boolean_value (builder, row->same_citations);
      command_add_string (builder, "difference", row->difference);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  command_print_json (json_builder_end_object (builder));
}

static void
print_text (AtlasReportImport *import)
{
  const AtlasImportSummary *summary = atlas_report_import_get_summary (import);

  g_print (_ ("%s: %s, %s, %d%% certain\n"), summary->name, atlas_import_format_get_name (summary->format), summary->encoding,
           (int) (100.0 * summary->certainty + 0.5));
  g_print (_ ("Passages: %u, of which %u are in the atlas and %u are not; %u of the atlas’s %u are missing\n"), summary->n_passages,
           summary->n_matched, summary->n_own, summary->n_missing, summary->n_edition);
  g_print (_ ("Citations: %u numbers; %u passages cite the same as in the atlas\n"), summary->n_citations, summary->n_same_citations);
  g_print (_ ("Source list: %u entries\n"), summary->n_references);
  g_print (_ ("Mentions of items: %u\n"), summary->n_mentions);
  g_print (_ ("Left out around the text: %u paragraphs\n"), summary->n_left_out);

  for (guint i = 0; i < summary->rows->len; i++)
    {
      const AtlasImportRow *row = g_ptr_array_index (summary->rows, i);

      if (row->difference != NULL)
        g_print ("  %s\t%s\n", row->id, row->difference);
    }
}

int
command_import (GFile   *bundle,
                char   **words,
                gboolean json)
{
  g_autoptr (AtlasDataset) dataset = command_load (bundle);
  g_autoptr (GFile) file = NULL;
  g_autoptr (AtlasReportImport) import = NULL;
  g_autoptr (GError) error = NULL;

  if (dataset == NULL)
    return STATUS_FAILED;

  file = g_file_new_for_commandline_arg (words[0]);
  import = atlas_report_import_read_file (file, dataset, NULL, &error);
  if (import == NULL)
    {
      command_fail (error);
      return g_error_matches (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_UNREADABLE) ? STATUS_FAILED : STATUS_NO;
    }

  if (json)
    print_json (import);
  else
    print_text (import);

  return STATUS_OK;
}
