// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

static const char *
get_geometry_type (AtlasItem *item)
{
  AtlasGeometry *geometry = atlas_item_get_geometry (item);

  return geometry != NULL ? atlas_geometry_type_to_string (atlas_geometry_get_geometry_type (geometry)) : NULL;
}

static void
add_cites (JsonBuilder *builder,
           AtlasItem   *item)
{
  guint        n_cites = 0;
  const guint *cites = atlas_item_get_cites (item, &n_cites);

  json_builder_set_member_name (builder, "citations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_cites; i++)
    json_builder_add_int_value (builder, cites[i]);
  json_builder_end_array (builder);
}

static void
print_json (AtlasDataset *dataset)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < atlas_dataset_get_n_items (dataset); i++)
    {
      AtlasItem *item = atlas_dataset_get_item (dataset, i);
      guint      treaty = atlas_item_get_treaty_number (item);

      command_begin_item (builder, item);
      command_add_string (builder, "geometry", get_geometry_type (item));
      add_cites (builder, item);
      if (treaty > 0)
        {
          json_builder_set_member_name (builder, "treaty");
          json_builder_add_int_value (builder, treaty);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  command_print_json (builder);
}

int
command_list (GFile   *bundle,
              char   **words,
              gboolean json)
{
  g_autoptr (AtlasDataset) dataset = command_load (bundle);

  if (dataset == NULL)
    return STATUS_FAILED;

  if (json)
    {
      print_json (dataset);
      return STATUS_OK;
    }

  for (guint i = 0; i < atlas_dataset_get_n_items (dataset); i++)
    {
      AtlasItem *item = atlas_dataset_get_item (dataset, i);

      g_print ("%s\t%s\t%s\t%s\n", atlas_item_get_id (item), atlas_item_get_when (item)->text,
               atlas_kind_get_id (atlas_item_get_kind (item)), atlas_item_get_title (item));
    }

  return STATUS_OK;
}
