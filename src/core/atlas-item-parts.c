// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-item.h"

/**
 * atlas_phase_free:
 * @self: (nullable): a phase
 *
 * Frees a phase and all it holds.
 */
void
atlas_phase_free (AtlasPhase *self)
{
  if (self == NULL)
    return;

  g_free (self->when.text);
  g_free (self->note);
  g_strfreev (self->sources);
  g_free (self);
}

/**
 * atlas_milestone_free:
 * @self: (nullable): a milestone
 *
 * Frees a milestone and all it holds.
 */
void
atlas_milestone_free (AtlasMilestone *self)
{
  if (self == NULL)
    return;

  g_free (self->when.text);
  g_free (self->note);
  g_strfreev (self->sources);
  g_free (self);
}

/**
 * atlas_fact_free:
 * @self: (nullable): a fact
 *
 * Frees a fact and all it holds.
 */
void
atlas_fact_free (AtlasFact *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_strfreev (self->sources);
  g_free (self);
}

/**
 * atlas_difference_free:
 * @self: (nullable): a difference
 *
 * Frees a difference and all it holds.
 */
void
atlas_difference_free (AtlasDifference *self)
{
  if (self == NULL)
    return;

  g_free (self->report);
  g_free (self->public_text);
  g_strfreev (self->sources);
  g_free (self);
}

/**
 * atlas_signatory_free:
 * @self: (nullable): a signatory
 *
 * Frees a signatory and all it holds.
 */
void
atlas_signatory_free (AtlasSignatory *self)
{
  if (self == NULL)
    return;

  g_free (self->state);
  g_free (self->person);
  g_free (self->office);
  g_free (self);
}

/**
 * atlas_coverage_free:
 * @self: (nullable): a field of view
 *
 * Frees a field of view and all it holds.
 */
void
atlas_coverage_free (AtlasCoverage *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->sources);
  g_free (self);
}

static void
clear_parts (GPtrArray    **parts,
             GDestroyNotify free_part)
{
  if (*parts != NULL)
    g_ptr_array_set_free_func (*parts, free_part); /* whoever filled the array may have left it out */

  g_clear_pointer (parts, g_ptr_array_unref);
}

/**
 * atlas_item_fields_clear:
 * @fields: what an item was to be made of
 *
 * Frees all members and zeroes them.
 */
void
atlas_item_fields_clear (AtlasItemFields *fields)
{
  g_return_if_fail (fields != NULL);

  g_free (fields->id);
  g_free (fields->title);
  g_free (fields->summary);
  g_clear_pointer (&fields->names, g_hash_table_unref);
  g_free (fields->theme);
  g_strfreev (fields->actors);
  g_free (fields->when.text);
  g_clear_pointer (&fields->geometry, atlas_geometry_unref);
  g_free (fields->geometry_note);
  g_free (fields->place_name);
  clear_parts (&fields->phases, (GDestroyNotify) atlas_phase_free);
  clear_parts (&fields->milestones, (GDestroyNotify) atlas_milestone_free);
  clear_parts (&fields->facts, (GDestroyNotify) atlas_fact_free);
  clear_parts (&fields->differences, (GDestroyNotify) atlas_difference_free);
  clear_parts (&fields->signatories, (GDestroyNotify) atlas_signatory_free);
  g_clear_pointer (&fields->coverage, atlas_coverage_free);
  clear_parts (&fields->capacities, (GDestroyNotify) atlas_capacity_free);
  clear_parts (&fields->flows, (GDestroyNotify) atlas_flow_free);
  g_strfreev (fields->part_of);
  g_clear_pointer (&fields->cites, g_array_unref);
  g_free (fields->primary_source);
  g_free (fields->extra);

  *fields = (AtlasItemFields){ 0 };
}
