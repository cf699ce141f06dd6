// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-item-private.h"

#include <math.h>
#include <string.h>

/**
 * atlas_item_get_id:
 * @self: an item
 *
 * Gets its id: `[a-z0-9-]+`, never renamed.
 *
 * Returns: the id
 */
const char *
atlas_item_get_id (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return self->fields.id;
}

/**
 * atlas_item_get_title:
 * @self: an item
 *
 * Gets its title in the language of the atlas.
 *
 * Returns: the title
 */
const char *
atlas_item_get_title (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return self->fields.title;
}

/**
 * atlas_item_get_summary:
 * @self: an item
 *
 * Gets a sentence on it.
 *
 * Returns: (nullable): the sentence
 */
const char *
atlas_item_get_summary (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return self->fields.summary;
}

/**
 * atlas_item_get_name:
 * @self: an item
 * @language: (nullable): a BCP 47 tag
 *
 * Gets its name in a language. Where there is none for "ru-RU", that for "ru" is taken.
 *
 * Returns: the name, or the title when it has none in @language
 */
const char *
atlas_item_get_name (AtlasItem  *self,
                     const char *language)
{
  g_autofree char *tag = g_strdup (language);

  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  while (tag != NULL)
    {
      const char *name = g_hash_table_lookup (self->fields.names, tag);
      char       *hyphen = strrchr (tag, '-');

      if (name != NULL)
        return name;

      if (hyphen == NULL)
        break;

      *hyphen = '\0';
    }

  return self->fields.title;
}

/**
 * atlas_item_get_names:
 * @self: an item
 *
 * Gets its names by BCP 47 tag.
 *
 * Returns: (transfer none): char * to char *
 */
GHashTable *
atlas_item_get_names (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return self->fields.names;
}

/**
 * atlas_item_get_kind:
 * @self: an item
 *
 * Gets what it is.
 *
 * Returns: the kind
 */
AtlasKind
atlas_item_get_kind (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), ATLAS_N_KINDS);

  return self->fields.kind;
}

/**
 * atlas_item_get_theme:
 * @self: an item
 *
 * Gets the id of its theme.
 *
 * Returns: (nullable): the id
 */
const char *
atlas_item_get_theme (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return self->fields.theme;
}

/**
 * atlas_item_get_actors:
 * @self: an item
 *
 * Gets the ids of its actors.
 *
 * Returns: (array zero-terminated=1): the ids; none is an empty array
 */
const char *const *
atlas_item_get_actors (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return (const char *const *) self->fields.actors;
}

/**
 * atlas_item_get_when:
 * @self: an item
 *
 * Gets its life as written.
 *
 * Returns: the dates
 */
const AtlasWhen *
atlas_item_get_when (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return &self->fields.when;
}

/**
 * atlas_item_get_span:
 * @self: an item
 *
 * Gets its life: the outer bounds of its dates.
 *
 * Returns: days
 */
AtlasTimeSpan
atlas_item_get_span (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), ATLAS_TIME_SPAN_NONE);

  return self->fields.when.edtf.span;
}

/**
 * atlas_item_get_known_span:
 * @self: an item
 *
 * Gets its life and its phases together. There may be days between that are in neither.
 *
 * Returns: days
 */
AtlasTimeSpan
atlas_item_get_known_span (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), ATLAS_TIME_SPAN_NONE);

  return self->known;
}

/**
 * atlas_item_get_geometry:
 * @self: an item
 *
 * Gets where it is.
 *
 * Returns: (transfer none) (nullable): the geometry
 */
AtlasGeometry *
atlas_item_get_geometry (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return self->fields.geometry;
}

/**
 * atlas_item_get_box:
 * @self: an item
 *
 * Gets the box around its geometry.
 *
 * Returns: a box in the unit Mercator square; empty without geometry
 */
AtlasBox
atlas_item_get_box (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), ATLAS_BOX_EMPTY);

  return self->fields.geometry != NULL ? atlas_geometry_get_box (self->fields.geometry) : ATLAS_BOX_EMPTY;
}

/**
 * atlas_item_is_schematic:
 * @self: an item
 *
 * Says whether its geometry shows only roughly where it is.
 *
 * Returns: whether it is schematic
 */
gboolean
atlas_item_is_schematic (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), FALSE);

  return self->fields.schematic;
}

/**
 * atlas_item_get_geometry_note:
 * @self: an item
 *
 * Gets how its geometry was made.
 *
 * Returns: (nullable): the note
 */
const char *
atlas_item_get_geometry_note (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return self->fields.geometry_note;
}

/**
 * atlas_item_get_accuracy:
 * @self: an item
 *
 * Gets how far its geometry may be off.
 *
 * Returns: metres; 0 when not said
 */
double
atlas_item_get_accuracy (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), 0);

  return self->fields.accuracy;
}

/**
 * atlas_item_get_place_name:
 * @self: an item
 *
 * Gets the name of the place it is at.
 *
 * Returns: (nullable): the name
 */
const char *
atlas_item_get_place_name (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return self->fields.place_name;
}

/**
 * atlas_item_get_place:
 * @self: an item
 *
 * Gets the position of the place it is at.
 *
 * Returns: degrees, longitude first; NAN when there is none
 */
AtlasPoint
atlas_item_get_place (AtlasItem *self)
{
  const AtlasPoint nowhere = { NAN, NAN };

  g_return_val_if_fail (ATLAS_IS_ITEM (self), nowhere);

  return self->fields.place;
}

/**
 * atlas_item_get_phases:
 * @self: an item
 *
 * Gets its phases in time order.
 *
 * Returns: (transfer none) (element-type AtlasPhase): none is an empty array
 */
GPtrArray *
atlas_item_get_phases (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return self->fields.phases;
}

/**
 * atlas_item_get_milestones:
 * @self: an item
 *
 * Gets its milestones.
 *
 * Returns: (transfer none) (element-type AtlasMilestone): none is an empty array
 */
GPtrArray *
atlas_item_get_milestones (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return self->fields.milestones;
}

/**
 * atlas_item_get_facts:
 * @self: an item
 *
 * Gets what is said of it.
 *
 * Returns: (transfer none) (element-type AtlasFact): none is an empty array
 */
GPtrArray *
atlas_item_get_facts (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return self->fields.facts;
}

/**
 * atlas_item_get_differences:
 * @self: an item
 *
 * Gets where the report and public sources say different things.
 *
 * Returns: (transfer none) (element-type AtlasDifference): none is an empty array
 */
GPtrArray *
atlas_item_get_differences (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return self->fields.differences;
}

/**
 * atlas_item_get_signatories:
 * @self: an item
 *
 * Gets who signed it.
 *
 * Returns: (transfer none) (element-type AtlasSignatory): none is an empty array
 */
GPtrArray *
atlas_item_get_signatories (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return self->fields.signatories;
}

/**
 * atlas_item_get_coverage:
 * @self: an item
 *
 * Gets its field of view.
 *
 * Returns: (nullable): the field of view
 */
const AtlasCoverage *
atlas_item_get_coverage (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return self->fields.coverage;
}

/**
 * atlas_item_get_part_of:
 * @self: an item
 *
 * Gets the ids of the items it is part of.
 *
 * Returns: (array zero-terminated=1): the ids; none is an empty array
 */
const char *const *
atlas_item_get_part_of (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return (const char *const *) self->fields.part_of;
}

/**
 * atlas_item_get_cites:
 * @self: an item
 * @n_cites: (out): how many
 *
 * Gets the citation numbers that the report attaches to it.
 *
 * Returns: (array length=n_cites): the numbers
 */
const guint *
atlas_item_get_cites (AtlasItem *self,
                      guint     *n_cites)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);
  g_return_val_if_fail (n_cites != NULL, NULL);

  *n_cites = self->fields.cites->len;

  return (const guint *) (gconstpointer) self->fields.cites->data;
}

/**
 * atlas_item_get_primary_source:
 * @self: an item
 *
 * Gets the id of the reference that is its primary text.
 *
 * Returns: (nullable): the id
 */
const char *
atlas_item_get_primary_source (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return self->fields.primary_source;
}

/**
 * atlas_item_get_treaty_number:
 * @self: an item
 *
 * Gets its place in the report's own list of treaties.
 *
 * Returns: from 1; 0 for none
 */
guint
atlas_item_get_treaty_number (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), 0);

  return self->fields.treaty_number;
}

/**
 * atlas_item_get_extra:
 * @self: an item
 *
 * Gets the JSON text of the properties the program does not know.
 *
 * Returns: (nullable): a JSON object
 */
const char *
atlas_item_get_extra (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return self->fields.extra;
}
