// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-comparison.h"

#include <glib/gi18n-lib.h>

/* The second date is the earlier one. */
static gboolean
is_backwards (const AtlasComparison *self)
{
  return atlas_comparison_get_after (self).begin < atlas_comparison_get_before (self).begin;
}

char *
atlas_comparison_title_to_words (const AtlasComparison *self,
                                 AtlasChange            change)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (self != NULL && (guint) change < ATLAS_N_CHANGES, NULL);

  if (change == ATLAS_CHANGE_CHANGED)
    return g_strdup (C_ ("heading", "Changed"));
  if (!is_backwards (self))
    return g_strdup (change == ATLAS_CHANGE_NEW ? C_ ("heading", "New") : C_ ("heading", "Gone"));

  date = atlas_time_span_to_words (change == ATLAS_CHANGE_NEW ? atlas_comparison_get_after (self) : atlas_comparison_get_before (self));

  /* Translators: heading over what is there at one date and not at a later one: "Only in 1996" */
  return g_strdup_printf (_ ("Only in %s"), date);
}

/* "operating since 2006", "since 1994", "operating": whatever is known. */
static char *
say_since (const char          *status,
           const AtlasEdtfDate *date)
{
  g_autofree char *words = date != NULL ? atlas_edtf_date_to_words_inside (date) : NULL;

  if (words == NULL)
    return g_strdup (status);
  if (*status == '\0')
    return g_strdup_printf (_ ("since %s"), words);

  /* Translators: a status and the date from which it holds: "operating since May 2006" */
  return g_strdup_printf (C_ ("status, date", "%s since %s"), status, words);
}

static char *
say_until (const char          *status,
           const AtlasEdtfDate *date)
{
  g_autofree char *words = date != NULL ? atlas_edtf_date_to_words_inside (date) : NULL;

  if (words == NULL)
    return g_strdup (status);
  if (*status == '\0')
    return g_strdup_printf (_ ("until %s"), words);

  /* Translators: a status and the last date on which it holds: "operating until December 2012" */
  return g_strdup_printf (C_ ("status, date", "%s until %s"), status, words);
}

/* The first or the last of the phases next to one another with the status that an item has at @date. */
static const AtlasPhase *
find_end (AtlasItem    *item,
          AtlasTimeSpan date,
          int           direction)
{
  GPtrArray        *phases = atlas_item_get_phases (item);
  const AtlasPhase *phase = atlas_item_get_phase_in (item, date);
  guint             index = 0;

  if (phase == NULL || !g_ptr_array_find (phases, phase, &index))
    return NULL;

  for (int i = (int) index + direction; i >= 0 && i < (int) phases->len; i += direction)
    {
      const AtlasPhase *next = g_ptr_array_index (phases, i);

      if (next->status != phase->status)
        break;
      phase = next;
    }

  return phase;
}

/* Since when it has been so. What operates has done so since it first did, whatever interrupted it. */
static const AtlasEdtfDate *
get_since (AtlasItem    *item,
           AtlasStatus   status,
           AtlasTimeSpan date)
{
  GPtrArray        *phases = atlas_item_get_phases (item);
  const AtlasPhase *phase = find_end (item, date, -1);

  for (guint i = 0; i < phases->len && status == ATLAS_STATUS_OPERATING; i++)
    {
      const AtlasPhase *first = g_ptr_array_index (phases, i);

      if (first->status == ATLAS_STATUS_OPERATING && first->span.begin < date.end)
        return &first->when.edtf.start;
    }

  return phase != NULL ? &phase->when.edtf.start : &atlas_item_get_when (item)->edtf.start;
}

static const AtlasEdtfDate *
get_until (AtlasItem    *item,
           AtlasTimeSpan date)
{
  const AtlasPhase *phase = find_end (item, date, 1);

  if (phase != NULL)
    return &phase->when.edtf.end;

  return &atlas_item_get_when (item)->edtf.end;
}

/* What happens, or is told without phases, is told with its own dates. */
static gboolean
is_told_by_dates (AtlasItem *item)
{
  AtlasKind kind = atlas_item_get_kind (item);

  if (atlas_item_get_phases (item)->len > 0)
    return FALSE;

  return kind == ATLAS_KIND_TREATY || kind == ATLAS_KIND_EVENT || kind == ATLAS_KIND_PERIOD || kind == ATLAS_KIND_SCENARIO;
}

/* What came and was closed between the dates, or is no more even as something closed. */
static char *
say_closed (AtlasItem    *item,
            AtlasStatus   status,
            AtlasTimeSpan date,
            gboolean      is_later)
{
  const char *words = atlas_kind_get_status_name (atlas_item_get_kind (item), status);

  if (find_end (item, date, 1) == NULL)
    return atlas_edtf_to_words (&atlas_item_get_when (item)->edtf);

  return is_later ? say_since (words, get_since (item, status, date)) : say_until (words, get_until (item, date));
}

static char *
say_changed (const AtlasComparison  *self,
             const AtlasChangedItem *changed)
{
  AtlasKind   kind = atlas_item_get_kind (changed->item);
  const char *from = atlas_kind_get_status_name (kind, changed->from);
  const char *to = atlas_kind_get_status_name (kind, changed->to);

  if (changed->from == ATLAS_STATUS_NONE)
    return say_closed (changed->item, changed->to, atlas_comparison_get_after (self), !is_backwards (self));
  if (changed->to == ATLAS_STATUS_NONE)
    return say_closed (changed->item, changed->from, atlas_comparison_get_before (self), is_backwards (self));

  /* Translators: the status of a thing at one date and at another: "planned → operating" */
  return g_strdup_printf (C_ ("status, status", "%s → %s"), *from != '\0' ? from : _ ("there"), *to != '\0' ? to : _ ("there"));
}

/* Of what is there at one of the dates only. What was there first is told by its end, what came later by its beginning. */
char *
atlas_comparison_item_to_words (const AtlasComparison  *self,
                                const AtlasChangedItem *changed)
{
  AtlasItem    *item = NULL;
  gboolean      is_later = FALSE;
  AtlasStatus   status = ATLAS_STATUS_NONE;
  AtlasStatus   other = ATLAS_STATUS_NONE;
  AtlasTimeSpan date = ATLAS_TIME_SPAN_NONE;
  AtlasTimeSpan other_date = ATLAS_TIME_SPAN_NONE;

  g_return_val_if_fail (self != NULL && changed != NULL, NULL);

  item = changed->item;
  if (changed->change == ATLAS_CHANGE_CHANGED)
    return say_changed (self, changed);

  status = changed->change == ATLAS_CHANGE_NEW ? changed->to : changed->from;
  other = changed->change == ATLAS_CHANGE_NEW ? changed->from : changed->to;
  date = changed->change == ATLAS_CHANGE_NEW ? atlas_comparison_get_after (self) : atlas_comparison_get_before (self);
  other_date = changed->change == ATLAS_CHANGE_NEW ? atlas_comparison_get_before (self) : atlas_comparison_get_after (self);
  is_later = (changed->change == ATLAS_CHANGE_NEW) != is_backwards (self);

  if (is_told_by_dates (item))
    return atlas_edtf_to_words (&atlas_item_get_when (item)->edtf);
  if (is_later)
    return say_since (atlas_kind_get_status_name (atlas_item_get_kind (item), status), get_since (item, status, date));
  if (other == ATLAS_STATUS_CLOSED && find_end (item, other_date, -1) != NULL)
    return say_since (atlas_status_get_name (other), get_since (item, other, other_date));

  return say_until (atlas_kind_get_status_name (atlas_item_get_kind (item), status), get_until (item, date));
}

static char *
count_change (const AtlasComparison *self,
              AtlasChange            change)
{
  guint            n = atlas_comparison_get_count (self, change);
  g_autofree char *date = NULL;

  if (change == ATLAS_CHANGE_CHANGED)
    return g_strdup_printf (ngettext ("%u changed", "%u changed", n), n);
  if (!is_backwards (self) && change == ATLAS_CHANGE_NEW)
    return g_strdup_printf (ngettext ("%u new", "%u new", n), n);
  if (!is_backwards (self))
    return g_strdup_printf (ngettext ("%u gone", "%u gone", n), n);

  date = atlas_time_span_to_words (change == ATLAS_CHANGE_NEW ? atlas_comparison_get_after (self) : atlas_comparison_get_before (self));

  /* Translators: how many things are there at one date and not at a later one: "12 only in 1996" */
  return g_strdup_printf (ngettext ("%u only in %s", "%u only in %s", n), n, date);
}

char *
atlas_comparison_to_words (const AtlasComparison *self)
{
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < ATLAS_N_CHANGES; i++)
    if (atlas_comparison_get_count (self, (AtlasChange) i) > 0)
      g_ptr_array_add (counts, count_change (self, (AtlasChange) i));

  if (counts->len == 0)
    return g_strdup (_ ("no difference"));

  g_ptr_array_add (counts, NULL);

  return g_strjoinv (", ", (char **) counts->pdata);
}
