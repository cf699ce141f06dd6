// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-change-index.h"

/* One change of one item. */
typedef struct
{
  AtlasTimeSpan span;
  guint         position : 30; /* of the item in the atlas */
  guint         begins : 1;
  guint         coarse : 1; /* something of the same item is known to begin on fewer of these days */
} Change;

struct _AtlasChangeIndex
{
  AtlasDataset *dataset;
  GArray       *changes; /* of Change, in order */
  int           longest; /* of their spans, days */
};

/* -1, 0 or 1. */
static int
compare_spans (AtlasTimeSpan a,
               AtlasTimeSpan b)
{
  if (a.begin != b.begin)
    return a.begin < b.begin ? -1 : 1;

  return a.end > b.end ? -1 : a.end < b.end;
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const Change *x = a, *y = b;
  int           order = compare_spans (x->span, y->span);

  if (order != 0)
    return order;
  if (x->position != y->position)
    return x->position < y->position ? -1 : 1;

  return (int) y->begins - (int) x->begins;
}

/* The days on which a change may have come about; the year round its @day where a side of them is open. */
static AtlasTimeSpan
get_days (const AtlasEdtfDate *date,
          int                  day)
{
  if (date->bound == ATLAS_EDTF_DATE && date->precision != ATLAS_EDTF_SPAN)
    return date->span;

  return atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, day);
}

static void
add (GArray              *changes,
     guint                position,
     const AtlasEdtfDate *date,
     int                  day,
     gboolean             begins)
{
  Change change = { get_days (date, day), position, begins, FALSE };

  g_array_append_val (changes, change);
}

static void
add_span (GArray          *changes,
          guint            position,
          AtlasTimeSpan    span,
          const AtlasEdtf *edtf,
          gboolean         ends)
{
  if (atlas_time_span_is_empty (span))
    return;

  if (span.begin != G_MININT)
    add (changes, position, &edtf->start, span.begin, TRUE);
  if (ends && span.end != G_MAXINT)
    add (changes, position, &edtf->end, span.end - 1, FALSE);
}

/* Of the changes of one item, which are from @first on. */
static void
mark_coarse (GArray *changes,
             guint   first)
{
  for (guint i = first; i < changes->len; i++)
    for (guint j = first; j < changes->len; j++)
      {
        Change       *change = &g_array_index (changes, Change, i);
        const Change *other = &g_array_index (changes, Change, j);

        if (change->begins && other->begins && atlas_time_span_relate (other->span, change->span) == ATLAS_TIME_WITHIN)
          change->coarse = TRUE;
      }
}

static void
add_item (GArray    *changes,
          guint      position,
          AtlasItem *item)
{
  GPtrArray *phases = atlas_item_get_phases (item);
  guint      first = changes->len;

  add_span (changes, position, atlas_item_get_span (item), &atlas_item_get_when (item)->edtf, TRUE);
  for (guint i = 0; i < phases->len; i++)
    {
      const AtlasPhase *phase = g_ptr_array_index (phases, i);
      const AtlasPhase *next = i + 1 < phases->len ? g_ptr_array_index (phases, i + 1) : NULL;

      /* Where the next phase begins at once, that is the change. */
      add_span (changes, position, phase->span, &phase->when.edtf, next == NULL || phase->span.end < next->span.begin);
    }
  mark_coarse (changes, first);
}

/**
 * atlas_change_index_new:
 * @dataset: an atlas
 *
 * Finds and orders all changes of an atlas.
 *
 * Returns: (transfer full): the index
 */
AtlasChangeIndex *
atlas_change_index_new (AtlasDataset *dataset)
{
  AtlasChangeIndex *self = g_new0 (AtlasChangeIndex, 1);
  guint             n = atlas_dataset_get_n_items (dataset);

  self->dataset = g_object_ref (dataset);
  self->changes = g_array_sized_new (FALSE, FALSE, sizeof (Change), 2 * n);
  for (guint i = 0; i < n; i++)
    add_item (self->changes, i, atlas_dataset_get_item (dataset, i));
  g_array_sort (self->changes, compare_changes);
  for (guint i = 0; i < self->changes->len; i++)
    {
      AtlasTimeSpan span = g_array_index (self->changes, Change, i).span;

      self->longest = MAX (self->longest, span.end - span.begin);
    }

  return self;
}

void
atlas_change_index_free (AtlasChangeIndex *self)
{
  g_object_unref (self->dataset);
  g_array_unref (self->changes);
  g_free (self);
}

/* The place of the first change that is not before @span. */
static guint
find_place (const AtlasChangeIndex *self,
            AtlasTimeSpan           span)
{
  guint low = 0, high = self->changes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_spans (g_array_index (self->changes, Change, middle).span, span) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static AtlasItem *
get_item (const AtlasChangeIndex *self,
          const Change           *change)
{
  return atlas_dataset_get_item (self->dataset, change->position);
}

gboolean
atlas_change_index_find (const AtlasChangeIndex *self,
                         AtlasTimeSpan           from,
                         int                     direction,
                         const AtlasFilter      *filter,
                         AtlasTimeSpan          *change)
{
  guint i;

  g_return_val_if_fail (self != NULL && filter != NULL && change != NULL, FALSE);

  i = find_place (self, from);
  while (direction > 0 ? i < self->changes->len : i > 0)
    {
      const Change *candidate = &g_array_index (self->changes, Change, direction > 0 ? i++ : --i);

      if (!atlas_time_span_equal (candidate->span, from) && atlas_filter_matches (filter, get_item (self, candidate)))
        {
          *change = candidate->span;
          return TRUE;
        }
    }

  return FALSE;
}

GPtrArray *
atlas_change_index_list_begins (const AtlasChangeIndex *self,
                                AtlasTimeSpan           days,
                                gboolean                exactly,
                                const AtlasFilter      *filter,
                                guint                   max)
{
  GPtrArray *items = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  int from;

  g_return_val_if_fail (self != NULL && filter != NULL, items);

  /* What ends in the first of the days may have begun as long before them as any span is. */
  from = exactly || days.begin < G_MININT + self->longest ? days.begin : days.begin - self->longest;
  for (guint i = find_place (self, ATLAS_TIME_SPAN_INIT (from, G_MAXINT)); i < self->changes->len && items->len < max; i++)
    {
      const Change *change = &g_array_index (self->changes, Change, i);
      AtlasItem    *item = NULL;

      if (change->span.begin >= days.end)
        break;
      if (!change->begins || change->span.end <= days.begin || change->span.end > days.end)
        continue;
      if (exactly ? !atlas_time_span_equal (change->span, days) : change->coarse)
        continue;

      item = get_item (self, change);
      if (atlas_filter_matches (filter, item) && g_hash_table_add (seen, item))
        g_ptr_array_add (items, item);
    }

  return items;
}
