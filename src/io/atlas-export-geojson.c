// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-export-geometry.h"
#include "atlas-export-properties.h"
#include "atlas-exporter-private.h"
#include "atlas-json-text.h"
#include "atlas-json.h"

#include <string.h>

/* GeoJSON (RFC 7946) with the dates of Linked Places: the format of an atlas's own items, so that what is written is read
 * again as the same items. What the program did not understand when it read them is written as it was. */

static void
add_when (AtlasJsonText *json,
          AtlasItem     *item)
{
  const char      *text = atlas_item_get_when (item)->text;
  const char      *slash = strchr (text, '/');
  g_autofree char *start = slash != NULL ? g_strndup (text, (gsize) (slash - text)) : g_strdup (text);

  atlas_json_text_begin (json, '{');
  atlas_json_text_member (json, "timespans");
  atlas_json_text_begin (json, '[');
  atlas_json_text_begin (json, '{');
  atlas_json_text_member (json, "start");
  atlas_json_text_begin (json, '{');
  atlas_json_text_add_string (json, "in", start);
  atlas_json_text_end (json, '}');
  if (slash != NULL)
    {
      atlas_json_text_member (json, "end");
      atlas_json_text_begin (json, '{');
      atlas_json_text_add_string (json, "in", slash + 1);
      atlas_json_text_end (json, '}');
    }
  atlas_json_text_end (json, '}');
  atlas_json_text_end (json, ']');
  atlas_json_text_end (json, '}');
}

/* Where the reader keeps what of the feature itself it did not read whole. */
#define FEATURE_MEMBERS "@feature"

/* Members as they were read; but @hidden. */
static void
add_members (AtlasJsonText *json,
             JsonObject    *members, /* (nullable) */
             const char    *hidden)     /* (nullable) */
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *node;

  if (members == NULL)
    return;

  json_object_iter_init_ordered (&iter, members);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      g_autofree char *text = NULL;

      if (g_strcmp0 (name, hidden) == 0)
        continue;

      text = atlas_json_to_text (node, FALSE);
      atlas_json_text_member (json, name);
      atlas_json_text_raw (json, text);
    }
}

static gboolean
has_member (JsonObject *object, /* (nullable) */
            const char *name)
{
  return object != NULL && json_object_has_member (object, name);
}

static void
add_properties (AtlasJsonText *json,
                AtlasItem     *item,
                JsonObject    *extra) /* (nullable) */
{
  atlas_json_text_member (json, "properties");
  atlas_json_text_begin (json, '{');
  atlas_export_add_properties (json, item, extra);
  add_members (json, extra, FEATURE_MEMBERS);
  atlas_json_text_end (json, '}');
}

static void
add_feature (AtlasJsonText *json,
             AtlasItem     *item)
{
  const char *text = atlas_item_get_extra (item);
  g_autoptr (JsonNode) root = text != NULL ? json_from_string (text, NULL) : NULL;
  JsonObject *extra = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonObject *feature = has_member (extra, FEATURE_MEMBERS) ? json_object_get_object_member (extra, FEATURE_MEMBERS) : NULL;

  atlas_json_text_begin (json, '{');
  atlas_json_text_add_string (json, "type", "Feature");
  atlas_json_text_add_string (json, "id", atlas_item_get_id (item));
  if (!has_member (feature, "geometry"))
    {
      atlas_json_text_member (json, "geometry");
      atlas_export_add_geometry (json, atlas_item_get_geometry (item));
    }
  if (!has_member (feature, "when"))
    {
      atlas_json_text_member (json, "when");
      add_when (json, item);
    }
  add_members (json, feature, NULL);
  add_properties (json, item, extra);
  atlas_json_text_end (json, '}');
}

/* Members of the collection that RFC 7946 lets anybody add, and its box. */
static void
add_head (AtlasJsonText     *json,
          const AtlasExport *what)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (what->dataset);
  AtlasBox             box = ATLAS_BOX_EMPTY;

  for (guint i = 0; i < what->items->len; i++)
    {
      AtlasGeometry *geometry = atlas_item_get_geometry (g_ptr_array_index (what->items, i));

      if (geometry != NULL)
        box = atlas_box_union (box, atlas_geometry_get_lonlat_box (geometry));
    }

  atlas_json_text_add_string (json, "type", "FeatureCollection");
  atlas_json_text_add_string (json, "name", manifest->title);
  atlas_json_text_add_string (json, "licence", manifest->licence);
  if (atlas_box_is_empty (box))
    return;

  atlas_json_text_member (json, "bbox");
  atlas_json_text_begin (json, '[');
  atlas_json_text_number (json, box.x0);
  atlas_json_text_number (json, box.y0);
  atlas_json_text_number (json, box.x1);
  atlas_json_text_number (json, box.y1);
  atlas_json_text_end (json, ']');
}

ATLAS_EXPORT_WRITE (geojson)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AtlasJsonText json = { text, FALSE };

  atlas_json_text_begin (&json, '{');
  add_head (&json, what);
  atlas_json_text_member (&json, "features");
  atlas_json_text_begin (&json, '[');
  for (guint i = 0; i < what->items->len; i++)
    {
      g_string_append (text, json.comma ? ",\n" : "\n"); /* a line an item */
      json.comma = FALSE;
      add_feature (&json, g_ptr_array_index (what->items, i));
      if (!atlas_export_put (stream, text, cancellable, error))
        return FALSE;
    }
  g_string_append_c (text, '\n');
  atlas_json_text_end (&json, ']');
  atlas_json_text_end (&json, '}');
  g_string_append_c (text, '\n');

  return atlas_export_put (stream, text, cancellable, error);
}
