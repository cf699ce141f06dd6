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
begins_before (const AtlasPhase *phase,
               const AtlasEdtf  *life)
{
  const AtlasEdtfDate *start = &phase->when.edtf.start;

  if (life->span.begin == G_MININT || start->bound == ATLAS_EDTF_UNKNOWN)
    return FALSE;

  return start->bound == ATLAS_EDTF_OPEN || start->span.end <= life->span.begin;
}

static gboolean
ends_after (const AtlasPhase *phase,
            const AtlasEdtf  *life)
{
  const AtlasEdtfDate *end = &phase->when.edtf.end;

  if (phase->span.end <= life->span.end || end->bound == ATLAS_EDTF_UNKNOWN)
    return FALSE; /* what the next phase took from it does not count */

  return end->bound == ATLAS_EDTF_OPEN || end->span.begin >= life->span.end;
}

static gboolean
is_outside (const AtlasPhase *phase,
            const AtlasEdtf  *life,
            gboolean          moment)
{
  const AtlasEdtf *edtf = &phase->when.edtf;

  if (freedom[phase->status].before)
    return !moment && edtf->span.begin >= life->span.end;
  if (freedom[phase->status].after)
    return edtf->span.end <= life->span.begin;

  return begins_before (phase, life) || (!moment && ends_after (phase, life));
}

/* The life of a treaty or an event is the moment of it: its phases go on to tell what came of it. */
static gboolean
is_moment (AtlasItem *item)
{
  return atlas_item_get_kind (item) == ATLAS_KIND_TREATY || atlas_item_get_kind (item) == ATLAS_KIND_EVENT;
}

static void
check_life (AtlasItem        *item,
            const AtlasPhase *phase,
            const char       *place,
            GPtrArray        *findings)
{
  const AtlasWhen *life = atlas_item_get_when (item);

  if (is_outside (phase, &life->edtf, is_moment (item)))
    atlas_findings_add (findings, ATLAS_BUNDLE_ITEMS, place, ATLAS_RULE_PHASE_OUTSIDE_LIFE,
                        _ ("the phase “%s” (%s) lies outside the life of “%s”, %s"), phase->when.text,
                        atlas_status_get_id (phase->status), atlas_item_get_id (item), life->text);
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
