// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

#include "atlas-date-entry.h"

#include <glib/gi18n.h>

static void
add_item (JsonBuilder  *builder,
          AtlasItem    *item,
          AtlasTimeSpan span)
{
  const AtlasPhase *phase = atlas_item_get_phase_in (item, span);

  command_begin_item (builder, item);
  json_builder_set_member_name (builder, "alive");
  json_builder_add_boolean_value (builder, atlas_item_is_alive (item, span));
  command_add_string (builder, "status", phase != NULL ? atlas_status_get_id (phase->status) : NULL);
  command_add_string (builder, "phase", phase != NULL ? phase->when.text : NULL);
  command_add_string (builder, "note", phase != NULL ? phase->note : NULL);
  json_builder_end_object (builder);
}

static void
print_item (AtlasItem    *item,
            AtlasTimeSpan span)
{
  const AtlasPhase *phase = atlas_item_get_phase_in (item, span);

  g_print ("%s\t%s\t%s\t%s\n", atlas_item_get_id (item),
           phase != NULL ? atlas_status_get_id (phase->status) : "-",
           atlas_item_is_alive (item, span) ? C_ ("item", "alive") : C_ ("item", "known"),
           atlas_item_get_title (item));
}

int
command_at (GFile   *bundle,
            char   **words,
            gboolean json)
{
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strjoinv (" ", words);
  AtlasTimeSpan    span;
  JsonBuilder     *builder = NULL;

  if (!atlas_date_entry_parse (text, &span, &error))
    return command_fail (error);

  dataset = command_load (bundle);
  if (dataset == NULL)
    return STATUS_FAILED;

  if (json)
    builder = json_builder_begin_array (json_builder_new ());

  for (guint i = 0; i < atlas_dataset_get_n_items (dataset); i++)
    {
      AtlasItem *item = atlas_dataset_get_item (dataset, i);

      if (!atlas_item_is_known (item, span))
        continue;

      if (builder != NULL)
        add_item (builder, item, span);
      else
        print_item (item, span);
    }

  if (builder != NULL)
    command_print_json (json_builder_end_array (builder));

  return STATUS_OK;
}
