// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-cargo-reader.h"

#include <glib/gi18n-lib.h>

#define MEMBER(type_, name_, reader_, field_, required_)       \
  {                                                            \
    name_, reader_, G_STRUCT_OFFSET (type_, field_), required_ \
  }

gboolean
atlas_cargo_read (const AtlasJson *self,
                  gpointer         out,
                  GError         **error)
{
  const char *choices[ATLAS_N_CARGOES] = { NULL }; /* all but NONE, and the end */
  guint       choice = 0;

  for (guint i = 1; i < ATLAS_N_CARGOES; i++)
    choices[i - 1] = atlas_cargo_get_id ((AtlasCargo) i);

  if (!atlas_json_read_choice (self, choices, ATLAS_RULE_VALUE, &choice, error))
    return FALSE;

  *(AtlasCargo *) out = (AtlasCargo) (choice + 1);

  return TRUE;
}

static gboolean
read_unit (const AtlasJson *self,
           gpointer         out,
           GError         **error)
{
  const char *choices[ATLAS_N_UNITS + 1] = { NULL };
  guint       choice = 0;

  for (guint i = 0; i < ATLAS_N_UNITS; i++)
    choices[i] = atlas_capacity_unit_get_id ((AtlasCapacityUnit) i);

  if (!atlas_json_read_choice (self, choices, ATLAS_RULE_VALUE, &choice, error))
    return FALSE;

  *(AtlasCapacityUnit *) out = (AtlasCapacityUnit) choice;

  return TRUE;
}

static gboolean
read_value (const AtlasJson *self,
            gpointer         out,
            GError         **error)
{
  double value = 0.0;

  if (!atlas_json_read_double (self, &value, error))
    return FALSE;
  if (!(value > 0.0))
    return atlas_json_fail (self, error, ATLAS_RULE_VALUE, _ ("a capacity is more than 0, not %g"), value);

  *(double *) out = value;

  return TRUE;
}

static gboolean
read_direction (const AtlasJson *self,
                gpointer         out,
                GError         **error)
{
  const char *choices[ATLAS_N_FLOWS] = { NULL }; /* all but NONE, and the end */
  guint       choice = 0;

  for (guint i = 1; i < ATLAS_N_FLOWS; i++)
    choices[i - 1] = atlas_flow_get_id ((AtlasFlowDirection) i);

  if (!atlas_json_read_choice (self, choices, ATLAS_RULE_VALUE, &choice, error))
    return FALSE;

  *(AtlasFlowDirection *) out = (AtlasFlowDirection) (choice + 1);

  return TRUE;
}

gboolean
atlas_cargo_read_capacities (const AtlasJson *self,
                             gpointer         out,
                             GError         **error)
{
  static const AtlasJsonMember members[] = {
    MEMBER (AtlasCapacity, "when", atlas_json_read_when, when, TRUE),
    MEMBER (AtlasCapacity, "value", read_value, value, TRUE),
    MEMBER (AtlasCapacity, "unit", read_unit, unit, TRUE),
    MEMBER (AtlasCapacity, "sources", atlas_json_read_names, sources, FALSE),
    { NULL },
  };

  return atlas_json_read_objects (self, members, sizeof (AtlasCapacity), (GDestroyNotify) atlas_capacity_free, out, error);
}

gboolean
atlas_cargo_read_flows (const AtlasJson *self,
                        gpointer         out,
                        GError         **error)
{
  static const AtlasJsonMember members[] = {
    MEMBER (AtlasFlow, "when", atlas_json_read_when, when, TRUE),
    MEMBER (AtlasFlow, "direction", read_direction, direction, TRUE),
    MEMBER (AtlasFlow, "sources", atlas_json_read_names, sources, FALSE),
    { NULL },
  };

  return atlas_json_read_objects (self, members, sizeof (AtlasFlow), (GDestroyNotify) atlas_flow_free, out, error);
}
