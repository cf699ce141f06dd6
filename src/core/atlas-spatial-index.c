// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-spatial-index.h"

#include <math.h>
#include <string.h>

#define FANOUT 16u
#define MAX_LEVELS 9 /* 16^8 leaves would hold more than a guint counts */

/* A box and what it is of: at level 0 the caller's index, above it nothing. */
typedef struct
{
  AtlasBox box;
  guint    index;
} Node;

/* All nodes in one array, level after level, the leaves first. Children are implied:
 *
 *   level 0   [b b b … b][b b b … b][b b]      16 neighbours in space side by side
 *   level 1   [n         n          n   ]      node i holds the nodes 16 i … 16 i + 15 of the level below
 *   level 2   [n]
 */
struct _AtlasSpatialIndex
{
  Node *nodes;
  guint begins[MAX_LEVELS + 1]; /* where each level begins; one more: where the last ends */
  guint n_levels;
};

/* By twice the middle along one axis; equal ones by index, so that a tree depends on its boxes alone. */
static inline int
compare_middles (double      a,
                 double      b,
                 const Node *m,
                 const Node *n)
{
  if (a < b)
    return -1;
  if (a > b)
    return 1;

  return (m->index > n->index) - (m->index < n->index);
}

static int
compare_x (gconstpointer a,
           gconstpointer b)
{
  const Node *m = a;
  const Node *n = b;

  return compare_middles (m->box.x0 + m->box.x1, n->box.x0 + n->box.x1, m, n);
}

static int
compare_y (gconstpointer a,
           gconstpointer b)
{
  const Node *m = a;
  const Node *n = b;

  return compare_middles (m->box.y0 + m->box.y1, n->box.y0 + n->box.y1, m, n);
}

/* Cuts the boxes into upright slices of about as many leaves as there are slices, and each slice from top to bottom. */
static void
sort_into_tiles (Node *nodes,
                 guint n)
{
  guint n_leaves = (n + FANOUT - 1) / FANOUT;
  guint slice = FANOUT * (guint) ceil (sqrt (n_leaves));

  qsort (nodes, n, sizeof *nodes, compare_x);
  for (guint begin = 0; begin < n; begin += slice)
    qsort (nodes + begin, MIN (slice, n - begin), sizeof *nodes, compare_y);
}

/* Adds the levels above the @n boxes at the front of @self->nodes. */
static void
stack_levels (AtlasSpatialIndex *self,
              guint              n)
{
  guint begin = 0;

  self->begins[1] = n;
  self->n_levels = 1;

  for (; n > 1; begin = self->begins[self->n_levels - 1])
    {
      guint below = begin;
      guint end = begin + n;

      n = (n + FANOUT - 1) / FANOUT;
      for (guint i = 0; i < n; i++)
        {
          Node *node = &self->nodes[end + i];

          *node = (Node){ .box = ATLAS_BOX_EMPTY };
          for (guint child = below; child < MIN (below + FANOUT, end); child++)
            node->box = atlas_box_union (node->box, self->nodes[child].box);
          below += FANOUT;
        }
      self->begins[++self->n_levels] = end + n;
    }
}

/**
 * atlas_spatial_index_new:
 * @boxes: (array length=n_boxes): the boxes, in any units
 * @n_boxes: how many
 *
 * Packs boxes into an R-tree in O(n log n).
 *
 * Returns: (transfer full): the index, which keeps its own copy of the boxes
 */
AtlasSpatialIndex *
atlas_spatial_index_new (const AtlasBox *boxes,
                         guint           n_boxes)
{
  AtlasSpatialIndex *self = NULL;
  guint              n = 0;

  g_return_val_if_fail (boxes != NULL || n_boxes == 0, NULL);

  self = g_new0 (AtlasSpatialIndex, 1);
  /* Every level has at most a 16th of the one below and one more: n (1 + 1/15) and one a level are enough. */
  self->nodes = g_new (Node, (gsize) n_boxes + n_boxes / (FANOUT - 1) + MAX_LEVELS + 1);

  for (guint i = 0; i < n_boxes; i++)
    if (boxes[i].x0 <= boxes[i].x1 && boxes[i].y0 <= boxes[i].y1) /* so written, a NAN is dropped too */
      self->nodes[n++] = (Node){ boxes[i], i };

  if (n == 0)
    return self;

  sort_into_tiles (self->nodes, n);
  stack_levels (self, n);

  return self;
}

void
atlas_spatial_index_free (AtlasSpatialIndex *self)
{
  if (self == NULL)
    return;

  g_free (self->nodes);
  g_free (self);
}

/**
 * atlas_spatial_index_query:
 * @self: an index
 * @box: where to look, borders included
 * @func: (scope call): called with the index of every box that overlaps @box, in no order
 * @user_data: for @func
 *
 * Finds what overlaps a box.
 */
void
atlas_spatial_index_query (const AtlasSpatialIndex *self,
                           AtlasBox                 box,
                           AtlasSpatialIndexFunc    func,
                           gpointer                 user_data)
{
  struct
  {
    guint node; /* within its level */
    guint level;
  } stack[FANOUT * MAX_LEVELS]; /* depth first: at most one node's children a level */
  guint n_stack = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  if (self->n_levels == 0)
    return;

  stack[n_stack].node = 0;
  stack[n_stack++].level = self->n_levels - 1;

  while (n_stack > 0)
    {
      guint       level = stack[--n_stack].level;
      guint       at = stack[n_stack].node;
      const Node *node = &self->nodes[self->begins[level] + at];
      guint       n_below = 0;

      if (!atlas_box_overlaps (node->box, box))
        continue;

      if (level == 0)
        {
          if (!func (node->index, user_data))
            return;
          continue;
        }

      n_below = self->begins[level] - self->begins[level - 1];
      for (guint child = MIN (at * FANOUT + FANOUT, n_below); child-- > at * FANOUT;)
        {
          stack[n_stack].node = child;
          stack[n_stack++].level = level - 1;
        }
    }
}
