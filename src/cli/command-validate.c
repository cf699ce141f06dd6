// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

#include "atlas-dataset-loader.h"
#include "atlas-finding.h"

static void
print_json (GPtrArray *findings)
{
  JsonBuilder *builder = json_builder_begin_array (json_builder_new ());

  for (guint i = 0; i < findings->len; i++)
    {
      const AtlasFinding *finding = g_ptr_array_index (findings, i);

      json_builder_begin_object (builder);
      command_add_string (builder, "file", finding->file);
      command_add_string (builder, "place", finding->place);
      command_add_string (builder, "rule", atlas_rule_get_id (finding->rule));
      command_add_string (builder, "severity", finding->severity == ATLAS_SEVERITY_ERROR ? "error" : "warning");
      command_add_string (builder, "message", finding->message);
      json_builder_end_object (builder);
    }

  command_print_json (json_builder_end_array (builder));
}

int
command_validate (GFile   *bundle,
                  char   **words,
                  gboolean json)
{
  g_autoptr (GFile) folder = words[0] != NULL ? g_file_new_for_commandline_arg (words[0]) : g_object_ref (bundle);
  g_autoptr (GPtrArray) findings = atlas_bundle_validate (folder, NULL);

  if (json)
    print_json (findings);
  else
    for (guint i = 0; i < findings->len; i++)
      {
        const AtlasFinding *finding = g_ptr_array_index (findings, i);

        /* file, place and rule as compilers say them, for editors that jump there */
        g_print ("%s%s: %s: %s\n", finding->file, finding->place, atlas_rule_get_id (finding->rule), finding->message);
      }

  return atlas_findings_first_error (findings) == NULL ? STATUS_OK : STATUS_NO;
}
