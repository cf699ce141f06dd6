// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-bundle-check.h"

#include <glib/gi18n-lib.h>

/*
 * Phases are compared as they are written, not by the days they own. A boundary may be coarse on one side: a phase "2006/…"
 * lies inside a life "2006-06/…", because the year holds days of it. Only what cannot be is refused.
 */

/* Which side of a life a phase may reach over: what is planned or built comes before it, what is closed after. */
static const struct
{
  gboolean before;
  gboolean after;
} freedom[ATLAS_N_STATUSES] = {
  [ATLAS_STATUS_PLANNED] = { TRUE, FALSE },
  [ATLAS_STATUS_BUILDING] = { TRUE, FALSE },
  [ATLAS_STATUS_CLOSED] = { FALSE, TRUE },
};

static gboolean
begins_before (const AtlasEdtf *phase,
               const AtlasEdtf *life)
{
  if (life->span.begin == G_MININT || phase->start.bound == ATLAS_EDTF_UNKNOWN)
    return FALSE;

  return phase->start.bound == ATLAS_EDTF_OPEN || phase->start.span.end <= life->span.begin;
}

static gboolean
ends_after (const AtlasEdtf *phase,
            const AtlasEdtf *life)
{
  if (life->span.end == G_MAXINT || phase->end.bound == ATLAS_EDTF_UNKNOWN)
    return FALSE;

  return phase->end.bound == ATLAS_EDTF_OPEN || phase->end.span.begin >= life->span.end;
}

/* Whether the whole phase lies on the side of the life where it may not. */
static gboolean
is_beyond (const AtlasEdtf *phase,
           const AtlasEdtf *life,
           AtlasStatus      status)
{
  if (freedom[status].before)
    return phase->span.begin >= life->span.end;

  return phase->span.end <= life->span.begin;
}

static void
check_life (AtlasItem        *item,
            const AtlasPhase *phase,
            const char       *place,
            GPtrArray        *findings)
{
  const AtlasWhen *when = atlas_item_get_when (item);
  const AtlasEdtf *life = &when->edtf;
  const AtlasEdtf *edtf = &phase->when.edtf;
  gboolean         outside;

  if (freedom[phase->status].before || freedom[phase->status].after)
    outside = is_beyond (edtf, life, phase->status);
  else
    outside = begins_before (edtf, life) || ends_after (edtf, life);

  if (outside)
    atlas_findings_add (findings, ATLAS_BUNDLE_ITEMS, place, ATLAS_RULE_PHASE_OUTSIDE_LIFE,
                        _ ("the phase “%s” (%s) lies outside the life of “%s”, %s"), phase->when.text,
                        atlas_status_get_id (phase->status), atlas_item_get_id (item), when->text);
}

/* Two phases may share the day, month or year in which one ends and the other begins; the later owns it. */
static void
check_neighbours (const AtlasPhase *before,
                  const AtlasPhase *after,
                  const char       *place,
                  GPtrArray        *findings)
{
  const AtlasEdtf *first = &before->when.edtf;
  const AtlasEdtf *second = &after->when.edtf;

  if (second->span.begin < first->span.begin)
    {
      atlas_findings_add (findings, ATLAS_BUNDLE_ITEMS, place, ATLAS_RULE_PHASE_ORDER,
                          _ ("the phase “%s” stands after “%s” but begins before it"), after->when.text, before->when.text);
      return;
    }

  if (first->end.bound == ATLAS_EDTF_UNKNOWN)
    return; /* it ends on an unknown day, at the latest when the next begins */

  if (first->end.bound == ATLAS_EDTF_OPEN || second->span.begin < first->end.span.begin || second->span.begin == first->span.begin)
    atlas_findings_add (findings, ATLAS_BUNDLE_ITEMS, place, ATLAS_RULE_PHASE_OVERLAP,
                        _ ("the phase “%s” overlaps “%s” by more than the day, month or year in which they meet"), after->when.text,
                        before->when.text);
}

void
atlas_phases_check (AtlasItem *item,
                    guint      index,
                    GPtrArray *findings)
{
  GPtrArray *phases = atlas_item_get_phases (item);

  for (guint i = 0; i < phases->len; i++)
    {
      const AtlasPhase *phase = g_ptr_array_index (phases, i);
      g_autofree char  *place = g_strdup_printf ("#/features/%u/properties/phases/%u/when", index, i);

      if (i > 0)
        check_neighbours (g_ptr_array_index (phases, i - 1), phase, place, findings);
      check_life (item, phase, place, findings);
    }
}
