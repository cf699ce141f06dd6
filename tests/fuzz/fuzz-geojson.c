// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "atlas-items-reader.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (JsonNode) root = atlas_json_parse (bytes, NULL);

  if (root == NULL)
    return 0;

  items = atlas_items_read (&ATLAS_JSON_ROOT (root), "items.geojson", findings);
  for (guint i = 0; i < items->len; i++)
    if (g_ptr_array_index (items, i) != NULL)
      {
        AtlasItem       *item = g_ptr_array_index (items, i);
        g_autofree char *words = atlas_item_to_words (item);
        AtlasTimeSpan    span = atlas_item_get_known_span (item);

        g_assert (span.begin < span.end);
        atlas_item_get_phase_in (item, span);
      }

  return 0;
}
