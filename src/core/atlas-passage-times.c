// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-passage-times.h"

#include "atlas-written-dates.h"

#include <glib/gi18n-lib.h>

/* A longer interval says of an item how long it lasted, not what a text about it speaks of. */
#define MAX_EXTENT_DAYS (15 * 366)
/* How far outside all items' days a bare number of four digits may still be a year. */
#define MARGIN_DAYS (100 * 366)
#define MAX_TRIED 200 /* of a passage's dates that are tried */

/* Of one passage: its spans, then its single dates. */
typedef struct
{
  guint         spans, n_spans;
  guint         dates, n_dates;
  AtlasTimeSpan most; /* what it speaks of most */
} Entry;

struct _AtlasPassageTimes
{
  gatomicrefcount ref_count;
  AtlasReport    *report;
  GArray         *times;   /* of AtlasPassageTime, all passages' */
  Entry          *entries; /* by number of the passage, from 1 */
};

G_DEFINE_BOXED_TYPE (AtlasPassageTimes, atlas_passage_times, atlas_passage_times_ref, atlas_passage_times_unref)

static gboolean
is_usable (AtlasTimeSpan days)
{
  return !atlas_time_span_is_empty (days) && days.begin != G_MININT && days.end != G_MAXINT && days.end - days.begin <= MAX_EXTENT_DAYS;
}

/* What a text that mentions an item speaks of: its whole life when that is closed and not long; else its begin, or its end
 * when nobody knows the begin, no finer than it is known. */
static AtlasTimeSpan
get_extent (AtlasItem *item)
{
  const AtlasEdtf *edtf = &atlas_item_get_when (item)->edtf;

  if (is_usable (edtf->span))
    return edtf->span;

  if (edtf->start.bound == ATLAS_EDTF_DATE)
    return is_usable (edtf->start.span) ? edtf->start.span : ATLAS_TIME_SPAN_NONE;

  return edtf->end.bound == ATLAS_EDTF_DATE && is_usable (edtf->end.span) ? edtf->end.span : ATLAS_TIME_SPAN_NONE;
}

static void
add_mentions (GArray             *found,
              AtlasDataset       *dataset,
              const AtlasPassage *passage)
{
  for (guint i = 0; i < passage->spans->len; i++)
    {
      const AtlasReportSpan *span = g_ptr_array_index (passage->spans, i);
      AtlasItem             *item = span->item_id != NULL ? atlas_dataset_lookup (dataset, span->item_id) : NULL;
      AtlasTimeSpan          days = item != NULL ? get_extent (item) : ATLAS_TIME_SPAN_NONE;

      if (!atlas_time_span_is_empty (days))
        g_array_append_val (found, days);
    }
}

static void
add_written (GArray       *found,
             AtlasDataset *dataset,
             const char   *text,
             AtlasTimeSpan bounds)
{
  g_autoptr (GArray) written = atlas_written_dates_find (text, atlas_dataset_get_manifest (dataset)->language, bounds);

  g_array_append_vals (found, written->data, written->len);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const AtlasTimeSpan *one = a;
  const AtlasTimeSpan *two = b;

  if (one->begin != two->begin)
    return one->begin < two->begin ? -1 : 1;

  return one->end < two->end ? -1 : one->end > two->end;
}

/* Adds what is @found, sorted, to all times: what is the same once, or also what touches as one. Returns how many. */
static guint
add_times (AtlasPassageTimes *self,
           GArray            *found,
           gboolean           merge)
{
  guint first = self->times->len;
  float share = found->len > 0 ? 1.0F / (float) found->len : 0.0F;

  for (guint i = 0; i < found->len; i++)
    {
      AtlasPassageTime  time = { g_array_index (found, AtlasTimeSpan, i), share };
      AtlasPassageTime *last = self->times->len > first ? &g_array_index (self->times, AtlasPassageTime, self->times->len - 1) : NULL;

      if (last != NULL && (merge ? time.days.begin <= last->days.end : atlas_time_span_equal (time.days, last->days)))
        {
          last->days.end = MAX (last->days.end, time.days.end);
          last->weight += share;
        }
      else
        {
          g_array_append_val (self->times, time);
        }
    }

  return self->times->len - first;
}

static int
compare_ends (gconstpointer a,
              gconstpointer b)
{
  const AtlasPassageTime *one = a;
  const AtlasPassageTime *two = b;

  return one->days.end < two->days.end ? -1 : one->days.end > two->days.end;
}

/* The first end by which half of all weight lies in dates that do not begin before @dates does; G_MAXINT: it never does. */
static int
find_half (const AtlasPassageTime *dates,
           guint                   n_dates)
{
  g_autoptr (GArray) by_end = g_array_sized_new (FALSE, FALSE, sizeof (AtlasPassageTime), n_dates);
  float weight = 0.0F;

  g_array_append_vals (by_end, dates, n_dates);
  g_array_sort (by_end, compare_ends);
  for (guint i = 0; i < n_dates; i++)
    {
      weight += g_array_index (by_end, AtlasPassageTime, i).weight;
      if (weight > 0.5F - 1e-4F)
        return g_array_index (by_end, AtlasPassageTime, i).days.end;
    }

  return G_MAXINT;
}

/* The shortest span that holds half of the weight. */
static AtlasTimeSpan
find_most (const AtlasPassageTime *dates,
           guint                   n_dates)
{
  AtlasTimeSpan narrowest = ATLAS_TIME_SPAN_NONE;

  n_dates = MIN (n_dates, MAX_TRIED);
  for (guint i = 0; i < n_dates; i++)
    {
      int end = find_half (dates + i, n_dates - i);

      if (end == G_MAXINT)
        break;

      if (atlas_time_span_is_empty (narrowest) || end - dates[i].days.begin < narrowest.end - narrowest.begin)
        narrowest = ATLAS_TIME_SPAN_INIT (dates[i].days.begin, end);
    }

  return n_dates > 0 && atlas_time_span_is_empty (narrowest) ? dates[0].days : narrowest;
}

static AtlasTimeSpan
get_bounds (AtlasDataset *dataset)
{
  AtlasTimeSpan bounds = ATLAS_TIME_SPAN_INIT (G_MAXINT, G_MININT);

  for (guint i = 0; i < atlas_dataset_get_n_items (dataset); i++)
    {
      AtlasTimeSpan known = atlas_item_get_known_span (atlas_dataset_get_item (dataset, i));

      for (int side = 0; side < 2; side++)
        {
          int day = side == 0 ? known.begin : known.end;

          if (day == G_MININT || day == G_MAXINT)
            continue;

          bounds.begin = MIN (bounds.begin, day);
          bounds.end = MAX (bounds.end, day);
        }
    }

  if (bounds.begin > bounds.end)
    return ATLAS_TIME_SPAN_ALL;

  return ATLAS_TIME_SPAN_INIT (MAX (bounds.begin, G_MININT + MARGIN_DAYS) - MARGIN_DAYS, MIN (bounds.end, G_MAXINT - MARGIN_DAYS) + MARGIN_DAYS);
}

AtlasPassageTimes *
atlas_passage_times_new (AtlasDataset *dataset)
{
  AtlasPassageTimes *self = NULL;
  GPtrArray         *sections = NULL;
  GPtrArray         *passages = NULL;
  AtlasTimeSpan      bounds;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  self = g_new0 (AtlasPassageTimes, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->report = g_object_ref (atlas_dataset_get_report (dataset));
  self->times = g_array_new (FALSE, FALSE, sizeof (AtlasPassageTime));
  sections = atlas_report_get_sections (self->report);
  passages = atlas_report_get_passages (self->report);
  self->entries = g_new0 (Entry, passages->len);
  bounds = get_bounds (dataset);

  for (guint i = 0; i < passages->len; i++)
    {
      const AtlasPassage *passage = g_ptr_array_index (passages, i);
      Entry              *entry = &self->entries[i];
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (AtlasTimeSpan));

      add_mentions (found, dataset, passage);
      add_written (found, dataset, passage->text, bounds);
      if (found->len == 0 && passage->section < sections->len)
        add_written (found, dataset, ((const AtlasSection *) g_ptr_array_index (sections, passage->section))->title, bounds);

      g_array_sort (found, compare_days);
      entry->spans = self->times->len;
      entry->n_spans = add_times (self, found, TRUE);
      entry->dates = self->times->len;
      entry->n_dates = add_times (self, found, FALSE);
      entry->most = find_most ((const AtlasPassageTime *) self->times->data + entry->dates, entry->n_dates);
    }

  return self;
}

AtlasPassageTimes *
atlas_passage_times_ref (AtlasPassageTimes *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
atlas_passage_times_unref (AtlasPassageTimes *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_object_unref (self->report);
  g_array_unref (self->times);
  g_free (self->entries);
  g_free (self);
}

AtlasReport *
atlas_passage_times_get_report (const AtlasPassageTimes *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->report;
}

const AtlasPassageTime *
atlas_passage_times_get (const AtlasPassageTimes *self,
                         const AtlasPassage      *passage,
                         guint                   *n_times)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (passage != NULL, NULL);
  g_return_val_if_fail (n_times != NULL, NULL);

  *n_times = self->entries[passage->number - 1].n_spans;

  return (const AtlasPassageTime *) self->times->data + self->entries[passage->number - 1].spans;
}

const AtlasPassageTime *
atlas_passage_times_get_dates (const AtlasPassageTimes *self,
                               const AtlasPassage      *passage,
                               guint                   *n_dates)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (passage != NULL, NULL);
  g_return_val_if_fail (n_dates != NULL, NULL);

  *n_dates = self->entries[passage->number - 1].n_dates;

  return (const AtlasPassageTime *) self->times->data + self->entries[passage->number - 1].dates;
}

AtlasTimeSpan
atlas_passage_times_get_span (const AtlasPassageTimes *self,
                              const AtlasPassage      *passage)
{
  g_return_val_if_fail (self != NULL, ATLAS_TIME_SPAN_NONE);
  g_return_val_if_fail (passage != NULL, ATLAS_TIME_SPAN_NONE);

  return self->entries[passage->number - 1].most;
}

gboolean
atlas_passage_times_speaks_of (const AtlasPassageTimes *self,
                               const AtlasPassage      *passage,
                               AtlasTimeSpan            days)
{
  const AtlasPassageTime *times = NULL;
  guint                   n_times;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (passage != NULL, FALSE);

  times = atlas_passage_times_get (self, passage, &n_times);
  for (guint i = 0; i < n_times; i++)
    if (atlas_time_span_overlaps (times[i].days, days))
      return TRUE;

  return FALSE;
}

GPtrArray *
atlas_passage_times_find (const AtlasPassageTimes *self,
                          AtlasTimeSpan            days)
{
  GPtrArray *found = g_ptr_array_new ();
  GPtrArray *passages = NULL;

  g_return_val_if_fail (self != NULL, found);

  passages = atlas_report_get_passages (self->report);
  for (guint i = 0; i < passages->len; i++)
    if (atlas_passage_times_speaks_of (self, g_ptr_array_index (passages, i), days))
      g_ptr_array_add (found, g_ptr_array_index (passages, i));

  return found;
}

/* Years that follow each other are one run of years. */
static GArray *
get_years (const AtlasPassageTime *times,
           guint                   n_times)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (AtlasTimeSpan));

  for (guint i = 0; i < n_times; i++)
    {
      AtlasTimeSpan  span;
      AtlasTimeSpan *last = years->len > 0 ? &g_array_index (years, AtlasTimeSpan, years->len - 1) : NULL;

      span.begin = atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, times[i].days.begin).begin;
      span.end = atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, times[i].days.end - 1).end;
      if (last != NULL && span.begin <= last->end)
        last->end = MAX (last->end, span.end);
      else
        g_array_append_val (years, span);
    }

  return years;
}

char *
atlas_passage_times_to_words (const AtlasPassageTimes *self,
                              const AtlasPassage      *passage)
{
  const AtlasPassageTime *times = NULL;
  g_autoptr (GArray) years = NULL;
  GString *words = NULL;
  guint    n_times;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (passage != NULL, NULL);

  times = atlas_passage_times_get (self, passage, &n_times);
  if (n_times == 0)
    return NULL;

  years = get_years (times, n_times);
  words = g_string_new (NULL);
  for (guint i = 0; i < years->len; i++)
    {
      g_autofree char *one = atlas_time_span_to_words (g_array_index (years, AtlasTimeSpan, i));

      if (i > 0) /* Translators: between years: "1992, 2006 to 2008 and 2020". */
        g_string_append (words, i + 1 < years->len ? _ (", ") : _ (" and "));
      g_string_append (words, one);
    }

  return g_string_free (words, FALSE);
}
