// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-lane-packer.h"

/* A lane in a heap: of the busy ones the first to be free is on top, of the free ones (until 0 for all) the lowest. */
typedef struct
{
  double until;
  guint  lane;
} Lane;

static inline gboolean
comes_before (const Lane *a,
              const Lane *b)
{
  return a->until < b->until || (a->until <= b->until && a->lane < b->lane);
}

static void
heap_push (GArray *heap,
           Lane    lane)
{
  Lane *items = NULL;
  guint i = heap->len;

  g_array_append_val (heap, lane);
  items = (Lane *) (gpointer) heap->data;

  for (; i > 0 && comes_before (&lane, &items[(i - 1) / 2]); i = (i - 1) / 2)
    items[i] = items[(i - 1) / 2];
  items[i] = lane;
}

static Lane
heap_pop (GArray *heap)
{
  Lane *items = (Lane *) (gpointer) heap->data;
  Lane  top = items[0];
  Lane  last = items[heap->len - 1];
  guint n = heap->len - 1;
  guint i = 0;

  for (guint child = 1; child < n; child = 2 * i + 1)
    {
      if (child + 1 < n && comes_before (&items[child + 1], &items[child]))
        child++;
      if (!comes_before (&items[child], &last))
        break;
      items[i] = items[child];
      i = child;
    }
  items[i] = last;
  g_array_set_size (heap, n);

  return top;
}

static int
compare_begins (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const AtlasLaneInterval *intervals = user_data;
  guint                    i = *(const guint *) a;
  guint                    j = *(const guint *) b;

  if (intervals[i].begin < intervals[j].begin)
    return -1;
  if (intervals[i].begin > intervals[j].begin)
    return 1;

  return (i > j) - (i < j);
}

/* @order: (nullable): of the intervals; as given without it */
static guint
pack (const AtlasLaneInterval *intervals,
      const guint             *order,
      guint                    n,
      guint                   *lanes)
{
  g_autoptr (GArray) busy = g_array_new (FALSE, FALSE, sizeof (Lane));
  g_autoptr (GArray) idle = g_array_new (FALSE, FALSE, sizeof (Lane));
  guint n_lanes = 0;

  for (guint i = 0; i < n; i++)
    {
      guint                    index = order != NULL ? order[i] : i;
      const AtlasLaneInterval *interval = &intervals[index];
      Lane                     lane = { 0 };

      while (busy->len > 0 && g_array_index (busy, Lane, 0).until <= interval->begin)
        heap_push (idle, (Lane){ 0.0, heap_pop (busy).lane });

      lane.lane = idle->len > 0 ? heap_pop (idle).lane : n_lanes++;
      lane.until = interval->end;
      lanes[index] = lane.lane;
      heap_push (busy, lane);
    }

  return n_lanes;
}

guint
atlas_lane_packer_pack (const AtlasLaneInterval *intervals,
                        guint                    n,
                        guint                   *lanes)
{
  g_autofree guint *order = g_new (guint, n);

  g_return_val_if_fail (n == 0 || (intervals != NULL && lanes != NULL), 0);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) n, sizeof *order, compare_begins, (gpointer) intervals);

  return pack (intervals, order, n, lanes);
}

guint
atlas_lane_packer_pack_sorted (const AtlasLaneInterval *intervals,
                               guint                    n,
                               guint                   *lanes)
{
  g_return_val_if_fail (n == 0 || (intervals != NULL && lanes != NULL), 0);

  return pack (intervals, NULL, n, lanes);
}
