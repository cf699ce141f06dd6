// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

#include "atlas-config.h"
#include "atlas-dataset-loader.h"

#include <glib/gi18n.h>

int
command_fail (const GError *error)
{
  g_printerr ("corridor-atlas-cli: %s\n", error->message);

  return STATUS_FAILED;
}

AtlasDataset *
command_load (GFile *bundle)
{
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset = atlas_dataset_load (bundle, NULL, &error);

  if (dataset == NULL)
    command_fail (error);

  return dataset;
}

AtlasBasemap *
command_open_basemap (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : g_strdup (".");
  g_autofree char *moved = g_build_filename (folder, "..", "share", "corridor-atlas", NULL);
  g_autofree char *built = g_build_filename (folder, "..", "..", "data", "basemap", NULL);
  /* Where it was told to be, where it was installed, and where it is if that was moved or not done yet. */
  const char      *folders[] = { g_getenv ("CORRIDOR_ATLAS_DATADIR"), ATLAS_PKGDATADIR, moved, built };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = folders[i] != NULL ? g_build_filename (folders[i], "basemap.gvariant", NULL) : NULL;
      AtlasBasemap    *basemap = NULL;

      if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      basemap = atlas_basemap_new_from_file (path, &error);
      if (basemap != NULL)
        return basemap;
      break;
    }

  g_printerr (_ ("corridor-atlas-cli: maps are drawn without a basemap: %s\n"), error != NULL ? error->message : _ ("there is none"));

  return NULL;
}

void
command_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  g_print ("%s\n", text);
  g_object_unref (builder);
}

void
command_add_string (JsonBuilder *builder,
                    const char  *member,
                    const char  *value)
{
  json_builder_set_member_name (builder, member);

  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
command_begin_item (JsonBuilder *builder,
                    AtlasItem   *item)
{
  json_builder_begin_object (builder);
  command_add_string (builder, "id", atlas_item_get_id (item));
  command_add_string (builder, "title", atlas_item_get_title (item));
  command_add_string (builder, "kind", atlas_kind_get_id (atlas_item_get_kind (item)));
  command_add_string (builder, "theme", atlas_item_get_theme (item));
  command_add_string (builder, "when", atlas_item_get_when (item)->text);
}

void
command_add_passage (JsonBuilder        *builder,
                     AtlasReport        *report,
                     const AtlasPassage *passage)
{
  g_autofree char *place = atlas_report_dup_place (report, passage);

  json_builder_begin_object (builder);
  command_add_string (builder, "id", passage->id);
  command_add_string (builder, "section", place);
  command_add_string (builder, "text", passage->text);
  json_builder_end_object (builder);
}
