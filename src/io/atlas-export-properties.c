// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-export-properties.h"

#include "atlas-export-geometry.h"

#include <math.h>
#include <string.h>

/* Each adds its value, or nothing when there is none; citations and facts are there always, as in the atlas's own files. */

static void
add_title (AtlasJsonText *json,
           AtlasItem     *item)
{
  atlas_json_text_add_string (json, "title", atlas_item_get_title (item));
}

static void
add_names (AtlasJsonText *json,
           AtlasItem     *item)
{
  GHashTable *names = atlas_item_get_names (item);
  g_autoptr (GList) tags = g_list_sort (g_hash_table_get_keys (names), (GCompareFunc) strcmp);

  if (tags == NULL)
    return;

  atlas_json_text_member (json, "names");
  atlas_json_text_begin (json, '{');
  for (GList *tag = tags; tag != NULL; tag = tag->next)
    atlas_json_text_add_string (json, tag->data, g_hash_table_lookup (names, tag->data));
  atlas_json_text_end (json, '}');
}

static void
add_kind (AtlasJsonText *json,
          AtlasItem     *item)
{
  atlas_json_text_add_string (json, "kind", atlas_kind_get_id (atlas_item_get_kind (item)));
}

static void
add_theme (AtlasJsonText *json,
           AtlasItem     *item)
{
  atlas_json_text_add_string (json, "theme", atlas_item_get_theme (item));
}

static void
add_actors (AtlasJsonText *json,
            AtlasItem     *item)
{
  atlas_json_text_add_strings (json, "actors", atlas_item_get_actors (item));
}

static void
add_schematic (AtlasJsonText *json,
               AtlasItem     *item)
{
  atlas_json_text_member (json, "schematic");
  atlas_json_text_boolean (json, atlas_item_is_schematic (item));
}

static void
add_accuracy (AtlasJsonText *json,
              AtlasItem     *item)
{
  if (!(atlas_item_get_accuracy (item) > 0.0))
    return;

  atlas_json_text_member (json, "accuracyKm");
  atlas_json_text_km (json, atlas_item_get_accuracy (item));
}

static void
add_geometry_note (AtlasJsonText *json,
                   AtlasItem     *item)
{
  atlas_json_text_add_string (json, "geometryNote", atlas_item_get_geometry_note (item));
}

static void
add_place (AtlasJsonText *json,
           AtlasItem     *item)
{
  AtlasPoint place = atlas_item_get_place (item);

  if (atlas_item_get_place_name (item) == NULL)
    return;

  atlas_json_text_member (json, "place");
  atlas_json_text_begin (json, '{');
  atlas_json_text_add_string (json, "name", atlas_item_get_place_name (item));
  if (!isnan (place.x))
    {
      atlas_json_text_member (json, "lonlat");
      atlas_export_add_position (json, place);
    }
  atlas_json_text_end (json, '}');
}

static void
add_summary (AtlasJsonText *json,
             AtlasItem     *item)
{
  atlas_json_text_add_string (json, "summary", atlas_item_get_summary (item));
}

static void
add_cites (AtlasJsonText *json,
           AtlasItem     *item)
{
  guint        n_cites = 0;
  const guint *cites = atlas_item_get_cites (item, &n_cites);

  atlas_json_text_member (json, "cites");
  atlas_json_text_begin (json, '[');
  for (guint i = 0; i < n_cites; i++)
    atlas_json_text_integer (json, cites[i]);
  atlas_json_text_end (json, ']');
}

static void
add_sources (AtlasJsonText *json,
             GStrv          sources)
{
  atlas_json_text_add_strings (json, "sources", (const char *const *) sources);
}

/* --- Arrays of objects --- */

typedef void (*AddElement) (AtlasJsonText *json,
                            gconstpointer  element);

static void
add_fact (AtlasJsonText *json,
          gconstpointer  element)
{
  const AtlasFact *fact = element;

  atlas_json_text_add_string (json, "text", fact->text);
  add_sources (json, fact->sources);
}

static void
add_objects (AtlasJsonText *json,
             const char    *member,
             GPtrArray     *elements,
             AddElement     add)
{
  if (elements->len == 0 && add != add_fact)
    return;

  atlas_json_text_member (json, member);
  atlas_json_text_begin (json, '[');
  for (guint i = 0; i < elements->len; i++)
    {
      atlas_json_text_begin (json, '{');
      add (json, g_ptr_array_index (elements, i));
      atlas_json_text_end (json, '}');
    }
  atlas_json_text_end (json, ']');
}

static void
add_phase (AtlasJsonText *json,
           gconstpointer  element)
{
  const AtlasPhase *phase = element;

  atlas_json_text_add_string (json, "when", phase->when.text);
  atlas_json_text_add_string (json, "status", atlas_status_get_id (phase->status));
  atlas_json_text_add_string (json, "note", phase->note);
  add_sources (json, phase->sources);
}

static void
add_milestone (AtlasJsonText *json,
               gconstpointer  element)
{
  const AtlasMilestone *milestone = element;

  atlas_json_text_add_string (json, "when", milestone->when.text);
  atlas_json_text_add_string (json, "note", milestone->note);
  add_sources (json, milestone->sources);
}

static void
add_difference (AtlasJsonText *json,
                gconstpointer  element)
{
  const AtlasDifference *difference = element;

  atlas_json_text_add_string (json, "report", difference->report);
  atlas_json_text_add_string (json, "public", difference->public_text);
  add_sources (json, difference->sources);
}

static void
add_signatory (AtlasJsonText *json,
               gconstpointer  element)
{
  const AtlasSignatory *signatory = element;

  atlas_json_text_add_string (json, "state", signatory->state);
  atlas_json_text_add_string (json, "person", signatory->person);
  atlas_json_text_add_string (json, "office", signatory->office);
}

static void
add_capacity (AtlasJsonText *json,
              gconstpointer  element)
{
  const AtlasCapacity *capacity = element;

  atlas_json_text_add_string (json, "when", capacity->when.text);
  atlas_json_text_member (json, "value");
  atlas_json_text_number (json, capacity->value);
  atlas_json_text_add_string (json, "unit", atlas_capacity_unit_get_id (capacity->unit));
  add_sources (json, capacity->sources);
}

static void
add_flow (AtlasJsonText *json,
          gconstpointer  element)
{
  const AtlasFlow *flow = element;

  atlas_json_text_add_string (json, "when", flow->when.text);
  atlas_json_text_add_string (json, "direction", atlas_flow_get_id (flow->direction));
  add_sources (json, flow->sources);
}

#define ADD_OBJECTS(function_, member_, getter_, element_)     \
  static void function_ (AtlasJsonText *json, AtlasItem *item) \
  {                                                            \
    add_objects (json, member_, getter_ (item), element_);     \
  }

// clang-format off
ADD_OBJECTS (add_phases, "phases", atlas_item_get_phases, add_phase)
ADD_OBJECTS (add_milestones, "milestones", atlas_item_get_milestones, add_milestone)
ADD_OBJECTS (add_facts, "facts", atlas_item_get_facts, add_fact)
ADD_OBJECTS (add_differences, "differs", atlas_item_get_differences, add_difference)
ADD_OBJECTS (add_signatories, "signatories", atlas_item_get_signatories, add_signatory)
ADD_OBJECTS (add_capacities, "capacity", atlas_item_get_capacities, add_capacity)
ADD_OBJECTS (add_flows, "flow", atlas_item_get_flows, add_flow)
// clang-format on

static void
add_part_of (AtlasJsonText *json,
             AtlasItem     *item)
{
  atlas_json_text_add_strings (json, "partOf", atlas_item_get_part_of (item));
}

static void
add_primary_text (AtlasJsonText *json,
                  AtlasItem     *item)
{
  if (atlas_item_get_primary_source (item) == NULL)
    return;

  atlas_json_text_member (json, "primaryText");
  atlas_json_text_begin (json, '{');
  atlas_json_text_add_string (json, "source", atlas_item_get_primary_source (item));
  atlas_json_text_end (json, '}');
}

static void
add_coverage (AtlasJsonText *json,
              AtlasItem     *item)
{
  const AtlasCoverage *coverage = atlas_item_get_coverage (item);

  if (coverage == NULL)
    return;

  atlas_json_text_member (json, "coverage");
  atlas_json_text_begin (json, '{');
  if (!isnan (coverage->azimuth))
    {
      atlas_json_text_member (json, "azimuth");
      atlas_json_text_number (json, coverage->azimuth);
    }
  atlas_json_text_member (json, "sector");
  atlas_json_text_begin (json, '[');
  atlas_json_text_number (json, coverage->sector[0]);
  atlas_json_text_number (json, coverage->sector[1]);
  atlas_json_text_end (json, ']');
  atlas_json_text_member (json, "rangeKm");
  atlas_json_text_km (json, coverage->range);
  add_sources (json, coverage->sources);
  atlas_json_text_end (json, '}');
}

static void
add_cargo (AtlasJsonText *json,
           AtlasItem     *item)
{
  if (atlas_item_get_cargo (item) != ATLAS_CARGO_NONE)
    atlas_json_text_add_string (json, "carries", atlas_cargo_get_id (atlas_item_get_cargo (item)));
}

static void
add_treaty_number (AtlasJsonText *json,
                   AtlasItem     *item)
{
  if (atlas_item_get_treaty_number (item) == 0)
    return;

  atlas_json_text_member (json, "treatyNo");
  atlas_json_text_integer (json, atlas_item_get_treaty_number (item));
}

/* The properties that the program knows. What of them it did not read whole is in the item's extra, and comes from there. */
static const struct
{
  const char *name;
  void (*add) (AtlasJsonText *json,
               AtlasItem     *item);
} properties[] = {
  { "title", add_title },
  { "names", add_names },
  { "kind", add_kind },
  { "theme", add_theme },
  { "actors", add_actors },
  { "schematic", add_schematic },
  { "accuracyKm", add_accuracy },
  { "geometryNote", add_geometry_note },
  { "place", add_place },
  { "summary", add_summary },
  { "cites", add_cites },
  { "phases", add_phases },
  { "milestones", add_milestones },
  { "facts", add_facts },
  { "differs", add_differences },
  { "treatyNo", add_treaty_number },
  { "signatories", add_signatories },
  { "primaryText", add_primary_text },
  { "partOf", add_part_of },
  { "coverage", add_coverage },
  { "carries", add_cargo },
  { "capacity", add_capacities },
  { "flow", add_flows },
};

void
atlas_export_add_properties (AtlasJsonText *json,
                             AtlasItem     *item,
                             JsonObject    *extra)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (extra == NULL || !json_object_has_member (extra, properties[i].name))
      properties[i].add (json, item);
}
