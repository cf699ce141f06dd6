// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-item-private.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *name;
} cargoes[] = {
  [ATLAS_CARGO_NONE] = { "none", NULL },
  [ATLAS_CARGO_OIL] = { "oil", NC_ ("cargo", "oil") },
  [ATLAS_CARGO_GAS] = { "gas", NC_ ("cargo", "gas") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (cargoes) == ATLAS_N_CARGOES);

static const char *const flows[] = {
  [ATLAS_FLOW_NONE] = "none",
  [ATLAS_FLOW_FORWARD] = "forward",
  [ATLAS_FLOW_BACKWARD] = "backward",
  [ATLAS_FLOW_BOTH] = "both",
};

G_STATIC_ASSERT (G_N_ELEMENTS (flows) == ATLAS_N_FLOWS);

/* A tonne is some 7.33 barrels; a billion cubic metres of gas hold as much energy as 0.86 million tonnes of oil. */
static const struct
{
  const char *id;
  double      mtoe;
} units[] = {
  [ATLAS_UNIT_BARRELS_A_DAY] = { "b/d", 365.25 / 7.33 / 1.0e6 },
  [ATLAS_UNIT_BILLION_CUBIC_METRES_A_YEAR] = { "bcm/a", 0.86 },
  [ATLAS_UNIT_MILLION_TONNES_A_YEAR] = { "Mt/a", 1.0 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (units) == ATLAS_N_UNITS);

/**
 * atlas_capacity_free:
 * @self: (nullable): a capacity
 *
 * Frees a capacity and all it holds.
 */
void
atlas_capacity_free (AtlasCapacity *self)
{
  if (self == NULL)
    return;

  g_free (self->when.text);
  g_strfreev (self->sources);
  g_free (self);
}

/**
 * atlas_flow_free:
 * @self: (nullable): a flow
 *
 * Frees a flow and all it holds.
 */
void
atlas_flow_free (AtlasFlow *self)
{
  if (self == NULL)
    return;

  g_free (self->when.text);
  g_strfreev (self->sources);
  g_free (self);
}

const char *
atlas_cargo_get_id (AtlasCargo cargo)
{
  g_return_val_if_fail ((guint) cargo < ATLAS_N_CARGOES, NULL);

  return cargoes[cargo].id;
}

const char *
atlas_cargo_get_name (AtlasCargo cargo)
{
  g_return_val_if_fail ((guint) cargo < ATLAS_N_CARGOES, NULL);

  return cargoes[cargo].name != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "cargo", cargoes[cargo].name) : "";
}

const char *
atlas_flow_get_id (AtlasFlowDirection direction)
{
  g_return_val_if_fail ((guint) direction < ATLAS_N_FLOWS, NULL);

  return flows[direction];
}

const char *
atlas_capacity_unit_get_id (AtlasCapacityUnit unit)
{
  g_return_val_if_fail ((guint) unit < ATLAS_N_UNITS, NULL);

  return units[unit].id;
}

double
atlas_capacity_to_mtoe (const AtlasCapacity *self)
{
  g_return_val_if_fail (self != NULL && (guint) self->unit < ATLAS_N_UNITS, 0);

  return self->value * units[self->unit].mtoe;
}

char *
atlas_capacity_to_words (const AtlasCapacity *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->unit)
    {
    case ATLAS_UNIT_BARRELS_A_DAY:
      if (self->value >= 1.0e6)
        return g_strdup_printf (_ ("%g million barrels a day"), self->value / 1.0e6);
      return g_strdup_printf (_ ("%g thousand barrels a day"), self->value / 1.0e3);
    case ATLAS_UNIT_BILLION_CUBIC_METRES_A_YEAR:
      return g_strdup_printf (_ ("%g billion m³ a year"), self->value);
    case ATLAS_UNIT_MILLION_TONNES_A_YEAR:
      return g_strdup_printf (_ ("%g million t a year"), self->value);
    case ATLAS_N_UNITS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * atlas_item_get_cargo:
 * @self: an item
 *
 * Gets what it carries.
 *
 * Returns: the cargo; %ATLAS_CARGO_NONE where the atlas does not tell
 */
AtlasCargo
atlas_item_get_cargo (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), ATLAS_CARGO_NONE);

  return self->fields.cargo;
}

/**
 * atlas_item_get_capacities:
 * @self: an item
 *
 * Gets how much it can carry, by date.
 *
 * Returns: (transfer none) (element-type AtlasCapacity): none is an empty array
 */
GPtrArray *
atlas_item_get_capacities (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return self->fields.capacities;
}

/**
 * atlas_item_get_flows:
 * @self: an item
 *
 * Gets which way it flows, by date.
 *
 * Returns: (transfer none) (element-type AtlasFlow): none is an empty array
 */
GPtrArray *
atlas_item_get_flows (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return self->fields.flows;
}

static gboolean
holds_in (const AtlasWhen *when,
          AtlasTimeSpan    span)
{
  return atlas_time_span_is_empty (span) || atlas_time_span_overlaps (when->edtf.span, span);
}

const AtlasCapacity *
atlas_item_get_capacity_in (AtlasItem    *self,
                            AtlasTimeSpan span)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  for (guint i = self->fields.capacities->len; i > 0; i--)
    {
      const AtlasCapacity *capacity = g_ptr_array_index (self->fields.capacities, i - 1);

      if (holds_in (&capacity->when, span))
        return capacity;
    }

  return NULL;
}

AtlasFlowDirection
atlas_item_get_flow_in (AtlasItem    *self,
                        AtlasTimeSpan span)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), ATLAS_FLOW_NONE);

  for (guint i = self->fields.flows->len; i > 0; i--)
    {
      const AtlasFlow *flow = g_ptr_array_index (self->fields.flows, i - 1);

      if (holds_in (&flow->when, span))
        return flow->direction;
    }

  return ATLAS_FLOW_NONE;
}
