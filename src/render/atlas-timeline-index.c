// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-index-private.h"

#include <math.h>
#include <string.h>

#define BITS 11
#define N_DIGITS (1u << BITS)
#define ACROSS_RANK 1000 /* what washes down all lanes is told before all else */

void
atlas_radix_sort (guint32 *keys,
                  guint32 *values,
                  guint    n)
{
  g_autofree guint32 *other_keys = g_new (guint32, n + 1);
  g_autofree guint32 *other_values = g_new (guint32, n + 1);
  guint32            *from[2] = { keys, values };
  guint32            *to[2] = { other_keys, other_values };
  guint32             all = 0;

  for (guint i = 0; i < n; i++)
    all |= keys[i];

  for (guint shift = 0; shift < 32 && all >> shift != 0; shift += BITS)
    {
      guint    starts[N_DIGITS] = { 0 };
      guint    sum = 0;
      guint32 *swap[2] = { to[0], to[1] };

      for (guint i = 0; i < n; i++)
        starts[from[0][i] >> shift & (N_DIGITS - 1)]++;
      for (guint i = 0; i < N_DIGITS; i++)
        {
          guint count = starts[i];

          starts[i] = sum;
          sum += count;
        }
      for (guint i = 0; i < n; i++)
        {
          guint place = starts[from[0][i] >> shift & (N_DIGITS - 1)]++;

          to[0][place] = from[0][i];
          to[1][place] = from[1][i];
        }
      memcpy (to, from, sizeof to);
      memcpy (from, swap, sizeof from);
    }

  if (from[0] != keys)
    {
      memcpy (keys, from[0], n * sizeof *keys);
      memcpy (values, from[1], n * sizeof *values);
    }
}

static void
include_days (AtlasTimeSpan *bounds,
              AtlasTimeSpan  span)
{
  if (span.begin != G_MININT)
    bounds->begin = MIN (bounds->begin, span.begin);
  if (span.end != G_MAXINT)
    bounds->end = MAX (bounds->end, span.end);
}

/**
 * atlas_timeline_get_bounds:
 * @dataset: an atlas
 * @today: the day
 *
 * Finds the days from the first to the last thing there is to see: dates of items, the atlas's own range, and today.
 *
 * Returns: the days
 */
AtlasTimeSpan
atlas_timeline_get_bounds (AtlasDataset *dataset,
                           int           today)
{
  AtlasTimeSpan bounds = ATLAS_TIME_SPAN_INIT (today, today + 1);
  AtlasTimeSpan range = atlas_dataset_get_manifest (dataset)->range;
  guint         n = atlas_dataset_get_n_items (dataset);

  if (!atlas_time_span_is_empty (range))
    include_days (&bounds, range);
  for (guint i = 0; i < n; i++)
    include_days (&bounds, atlas_item_get_known_span (atlas_dataset_get_item (dataset, i)));

  return bounds;
}

static AtlasTimeSpan
get_home (AtlasDataset *dataset,
          AtlasTimeSpan bounds)
{
  AtlasTimeSpan range = atlas_time_span_intersect (atlas_dataset_get_manifest (dataset)->range, bounds);

  return atlas_time_span_is_empty (range) ? bounds : range;
}

/* How much the atlas says of an item. */
static guint
get_rank (AtlasItem *item)
{
  guint n_cites = 0;

  atlas_item_get_cites (item, &n_cites);

  return 3 * n_cites + 2 * atlas_item_get_facts (item)->len + atlas_item_get_phases (item)->len;
}

/* What is gathered of the items before it is known how many lanes there are. */
typedef struct
{
  const AtlasTimelineIndexSpec *spec;
  const AtlasManifest          *manifest;
  AtlasTimeSpan                 bounds;
  AtlasTimeSpan                 home;
  AtlasTimelineLanes           *lanes;
  GArray                       *slots;  /* of AtlasTimelineSlot */
  GArray                       *groups; /* of guint: of each slot */
} Gathering;

static void
gather_item (Gathering *self,
             AtlasItem *item,
             guint      position)
{
  AtlasTimelineSlot slot = { .position = position };
  guint             groups[ATLAS_TIMELINE_MAX_LANES_OF_ITEM];
  guint             n = atlas_timeline_lanes_count (self->lanes, item, groups);
  double            width = atlas_text_widths_measure (self->spec->widths, atlas_item_get_name (item, self->spec->language));

  atlas_timeline_slot_init (&slot, item, self->bounds, self->home, self->spec->today);
  slot.label_width = (guint16) MIN (ceil (width), G_MAXUINT16);
  slot.band = atlas_manifest_has_band (self->manifest, atlas_item_get_kind (item));
  slot.across = atlas_manifest_has_band_item (self->manifest, atlas_item_get_id (item));
  slot.rank = (guint16) MIN (get_rank (item) + (slot.across ? ACROSS_RANK : 0), G_MAXUINT16);

  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (self->slots, slot);
      g_array_append_val (self->groups, groups[i]);
    }
}

/* The lane of each slot, in place of its group; G_MAXUINT where the item is in that lane already. */
static void
find_lanes (Gathering *self)
{
  guint *groups = (guint *) (gpointer) self->groups->data;

  atlas_timeline_lanes_make (self->lanes);
  for (guint i = 0; i < self->slots->len; i++)
    {
      guint position = g_array_index (self->slots, AtlasTimelineSlot, i).position;

      groups[i] = atlas_timeline_lanes_find (self->lanes, groups[i]);
      for (guint j = i; j-- > 0 && g_array_index (self->slots, AtlasTimelineSlot, j).position == position;)
        if (groups[j] == groups[i])
          {
            groups[i] = G_MAXUINT;
            break;
          }
      if (groups[i] != G_MAXUINT)
        g_array_index (atlas_timeline_lanes_get (self->lanes), AtlasTimelineIndexLane, groups[i]).n++;
    }
}

/* The slots of a lane by anchor, and then by rank. */
static void
sort_lane (AtlasTimelineIndex           *self,
           const AtlasTimelineIndexLane *lane,
           const AtlasTimelineSlot      *slots,
           guint32                      *keys,
           guint32                      *indices) /* of slots of the lane, in time order */
{
  for (guint i = 0; i < lane->n; i++)
    keys[i] = (guint32) (slots[indices[i]].anchor - self->bounds.begin);
  atlas_radix_sort (keys, indices, lane->n);
  for (guint i = 0; i < lane->n; i++)
    self->slots[lane->first + i] = slots[indices[i]];

  for (guint i = 0; i < lane->n; i++)
    {
      keys[i] = G_MAXUINT16 - self->slots[lane->first + i].rank;
      self->by_rank[lane->first + i] = lane->first + i;
    }
  atlas_radix_sort (keys, self->by_rank + lane->first, lane->n);
}

static void
sort_slots (AtlasTimelineIndex *self,
            Gathering          *gathering)
{
  g_autofree guint   *next = g_new0 (guint, self->lanes->len + 1);
  g_autofree guint32 *keys = NULL;
  g_autofree guint32 *indices = NULL;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      AtlasTimelineIndexLane *lane = &g_array_index (self->lanes, AtlasTimelineIndexLane, i);

      lane->first = self->n_slots;
      next[i] = lane->first;
      self->n_slots += lane->n;
    }

  self->slots = g_new (AtlasTimelineSlot, self->n_slots + 1);
  self->by_rank = g_new (guint, self->n_slots + 1);
  keys = g_new (guint32, self->n_slots + 1);
  indices = g_new (guint32, self->n_slots + 1);
  for (guint i = 0; i < gathering->slots->len; i++)
    {
      guint lane = g_array_index (gathering->groups, guint, i);

      if (lane != G_MAXUINT)
        indices[next[lane]++] = i;
    }

  for (guint i = 0; i < self->lanes->len; i++)
    {
      const AtlasTimelineIndexLane *lane = &g_array_index (self->lanes, AtlasTimelineIndexLane, i);

      sort_lane (self, lane, (const AtlasTimelineSlot *) (gconstpointer) gathering->slots->data, keys, indices + lane->first);
    }
}

/**
 * atlas_timeline_index_new:
 * @dataset: an atlas
 * @spec: what is to be there, and how
 *
 * Reads what a timeline has to know of the items of an atlas.
 *
 * Returns: (transfer full): the index
 */
AtlasTimelineIndex *
atlas_timeline_index_new (AtlasDataset                 *dataset,
                          const AtlasTimelineIndexSpec *spec)
{
  AtlasTimelineIndex *self = NULL;
  g_autoptr (AtlasTimelineLanes) lanes = NULL;
  g_autoptr (GArray) slots = NULL;
  g_autoptr (GArray) groups = NULL;
  Gathering gathering;
  guint     n = 0;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (spec != NULL && spec->widths != NULL, NULL);

  n = atlas_dataset_get_n_items (dataset);
  self = g_atomic_rc_box_new0 (AtlasTimelineIndex);
  self->dataset = g_object_ref (dataset);
  self->grouping = spec->grouping;
  self->today = spec->today;
  self->bounds = atlas_timeline_get_bounds (dataset, spec->today);
  self->home = get_home (dataset, self->bounds);

  lanes = atlas_timeline_lanes_new (dataset, spec->grouping);
  slots = g_array_sized_new (FALSE, FALSE, sizeof (AtlasTimelineSlot), n);
  groups = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  gathering = (Gathering){ spec, atlas_dataset_get_manifest (dataset), self->bounds, self->home, lanes, slots, groups };
  for (guint i = 0; i < n; i++)
    {
      AtlasItem *item = atlas_dataset_get_item (dataset, i);

      if (spec->filter == NULL || atlas_filter_matches (spec->filter, item))
        gather_item (&gathering, item, i);
    }
  find_lanes (&gathering);
  self->lanes = g_array_ref (atlas_timeline_lanes_get (lanes));
  sort_slots (self, &gathering);

  return self;
}

AtlasTimelineIndex *
atlas_timeline_index_ref (AtlasTimelineIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_index (gpointer data)
{
  AtlasTimelineIndex *self = data;

  g_array_unref (self->lanes);
  g_free (self->slots);
  g_free (self->by_rank);
  g_object_unref (self->dataset);
}

void
atlas_timeline_index_unref (AtlasTimelineIndex *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_index);
}

AtlasDataset *
atlas_timeline_index_get_dataset (const AtlasTimelineIndex *self)
{
  return self->dataset;
}

AtlasTimelineGrouping
atlas_timeline_index_get_grouping (const AtlasTimelineIndex *self)
{
  return self->grouping;
}

int
atlas_timeline_index_get_today (const AtlasTimelineIndex *self)
{
  return self->today;
}

AtlasTimeSpan
atlas_timeline_index_get_bounds (const AtlasTimelineIndex *self)
{
  return self->bounds;
}

guint
atlas_timeline_index_get_n_lanes (const AtlasTimelineIndex *self)
{
  return self->lanes->len;
}

const char *
atlas_timeline_index_get_lane_id (const AtlasTimelineIndex *self,
                                  guint                     lane)
{
  g_return_val_if_fail (lane < self->lanes->len, NULL);

  return g_array_index (self->lanes, AtlasTimelineIndexLane, lane).id;
}

guint
atlas_timeline_index_get_n_entries (const AtlasTimelineIndex *self)
{
  return self->n_slots;
}
