// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-filter-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the rows of the map's legend choose. */

AtlasFilter *
atlas_filter_toggle_sign (const AtlasFilter *self,
                          AtlasKind          kind,
                          AtlasStatus        status,
                          AtlasCargo         cargo)
{
  AtlasFilter *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) kind < ATLAS_N_KINDS && (guint) status < ATLAS_N_STATUSES && (guint) cargo < ATLAS_N_CARGOES, NULL);

  copy = atlas_filter_copy (self);
  copy->signs[kind] ^= ATLAS_FILTER_SIGN_BIT (status, cargo);

  return copy;
}

AtlasFilter *
atlas_filter_toggle_evidence (const AtlasFilter *self,
                              AtlasEvidenceLevel level)
{
  AtlasFilter *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) level < ATLAS_N_EVIDENCE_LEVELS, NULL);

  copy = atlas_filter_copy (self);
  copy->evidence = (guint8) (copy->evidence ^ 1u << level);

  return copy;
}

AtlasFilter *
atlas_filter_without_signs (const AtlasFilter *self)
{
  AtlasFilter *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = atlas_filter_copy (self);
  memset (copy->signs, 0, sizeof copy->signs);

  return copy;
}

AtlasFilter *
atlas_filter_without_evidence (const AtlasFilter *self)
{
  AtlasFilter *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = atlas_filter_copy (self);
  copy->evidence = 0;

  return copy;
}

gboolean
atlas_filter_has_signs (const AtlasFilter *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    if (self->signs[kind] != 0)
      return TRUE;

  return FALSE;
}

gboolean
atlas_filter_has_sign (const AtlasFilter *self,
                       AtlasKind          kind,
                       AtlasStatus        status,
                       AtlasCargo         cargo)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((guint) kind < ATLAS_N_KINDS && (guint) status < ATLAS_N_STATUSES && (guint) cargo < ATLAS_N_CARGOES, FALSE);

  return (self->signs[kind] & ATLAS_FILTER_SIGN_BIT (status, cargo)) != 0;
}

gboolean
atlas_filter_has_evidence (const AtlasFilter *self,
                           AtlasEvidenceLevel level)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((guint) level < ATLAS_N_EVIDENCE_LEVELS, FALSE);

  return (self->evidence & 1u << level) != 0;
}

gboolean
atlas_filter_matches_evidence (const AtlasFilter *self,
                               AtlasItem         *item)
{
  return self->evidence == 0 || atlas_filter_has_evidence (self, atlas_evidence_get_level (atlas_item_get_evidence (item)));
}

gboolean
atlas_filter_matches_sign (const AtlasFilter *self,
                           AtlasItem         *item,
                           AtlasStatus        status)
{
  AtlasKind kind = atlas_item_get_kind (item);

  return atlas_filter_has_sign (self, kind, status, ATLAS_CARGO_NONE) || atlas_filter_has_sign (self, kind, status, atlas_item_get_cargo (item));
}

/* What an item without phases may be: planned before its life, then operating, then closed. One with phases says it itself; all
 * are closed after they have ended. */
gboolean
atlas_filter_matches_signs_ever (const AtlasFilter *self,
                                 AtlasItem         *item)
{
  GPtrArray *phases = atlas_item_get_phases (item);

  if (!atlas_filter_has_signs (self))
    return TRUE;

  for (guint i = 0; i < phases->len; i++)
    if (atlas_filter_matches_sign (self, item, ((const AtlasPhase *) g_ptr_array_index (phases, i))->status))
      return TRUE;

  return (phases->len == 0 && (atlas_filter_matches_sign (self, item, ATLAS_STATUS_PLANNED) || atlas_filter_matches_sign (self, item, ATLAS_STATUS_OPERATING))) ||
         (atlas_item_get_span (item).end != G_MAXINT && atlas_filter_matches_sign (self, item, ATLAS_STATUS_CLOSED));
}

/* Names are as inside a sentence. GLib knows which capital an i has in the user's language. */
static char *
upper_first (const char *name)
{
  const char      *rest = *name != '\0' ? g_utf8_next_char (name) : name;
  g_autofree char *capital = g_utf8_strup (name, rest - name);

  return g_strconcat (capital, rest, NULL);
}

char *
atlas_sign_to_words (AtlasKind   kind,
                     AtlasStatus status,
                     AtlasCargo  cargo)
{
  g_autofree char *name = NULL;
  const char      *status_name = NULL;

  g_return_val_if_fail ((guint) kind < ATLAS_N_KINDS && (guint) status < ATLAS_N_STATUSES && (guint) cargo < ATLAS_N_CARGOES, NULL);

  name = upper_first (atlas_kind_get_name (kind));
  if (cargo != ATLAS_CARGO_NONE)
    {
      /* Translators: a row of the map's legend: kind and what it carries, "Pipeline, oil" */
      g_autofree char *carrier = g_strdup_printf (C_ ("kind, cargo", "%s, %s"), name, atlas_cargo_get_name (cargo));

      g_free (name);
      name = g_steal_pointer (&carrier);
    }
  status_name = atlas_kind_get_status_name (kind, status);
  if (*status_name == '\0')
    return g_steal_pointer (&name);

  /* Translators: a row of the map's legend: kind and status, "Pipeline, operating" */
  return g_strdup_printf (C_ ("kind, status", "%s, %s"), name, status_name);
}
