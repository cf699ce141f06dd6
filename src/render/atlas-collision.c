// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-collision.h"

#define CELL 64.0
#define N_SLOTS 8192 /* a power of two */
#define NONE (-1)

typedef struct
{
  AtlasBox box;
  int      next;
} Node;

struct _AtlasCollision
{
  GArray *nodes;
  int     slots[N_SLOTS]; /* first node, or NONE */
};

typedef struct
{
  int x0, y0, x1, y1;
} Cells;

/* floor() is a call, of which a placement would make a million. */
static inline int
get_cell (double at)
{
  double scaled = at / CELL;
  int    cell = (int) scaled;

  return cell - (scaled < cell);
}

static Cells
get_cells (AtlasBox box)
{
  return (Cells){ get_cell (box.x0), get_cell (box.y0), get_cell (box.x1), get_cell (box.y1) };
}

static guint
get_slot (int x,
          int y)
{
  return ((guint) x * 73856093u ^ (guint) y * 19349663u) & (N_SLOTS - 1);
}

/**
 * atlas_collision_new:
 *
 * Makes an empty set.
 *
 * Returns: (transfer full): the set
 */
AtlasCollision *
atlas_collision_new (void)
{
  AtlasCollision *self = g_new (AtlasCollision, 1);

  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  for (guint i = 0; i < N_SLOTS; i++)
    self->slots[i] = NONE;

  return self;
}

/**
 * atlas_collision_free:
 * @self: (transfer full): a set
 *
 * Frees a set.
 */
void
atlas_collision_free (AtlasCollision *self)
{
  g_array_unref (self->nodes);
  g_free (self);
}

static gboolean
slot_hits (const AtlasCollision *self,
           guint                 slot,
           const AtlasBox       *box)
{
  for (int i = self->slots[slot]; i != NONE;)
    {
      const Node *node = &g_array_index (self->nodes, Node, i);

      if (node->box.x0 < box->x1 && node->box.x1 > box->x0 && node->box.y0 < box->y1 && node->box.y1 > box->y0)
        return TRUE;
      i = node->next;
    }

  return FALSE;
}

/**
 * atlas_collision_hits:
 * @self: a set
 * @box: a box
 *
 * Whether a box overlaps one of the set; touching edges do not count.
 *
 * Returns: %TRUE if so
 */
gboolean
atlas_collision_hits (const AtlasCollision *self,
                      AtlasBox              box)
{
  Cells cells = get_cells (box);

  for (int y = cells.y0; y <= cells.y1; y++)
    for (int x = cells.x0; x <= cells.x1; x++)
      if (slot_hits (self, get_slot (x, y), &box))
        return TRUE;

  return FALSE;
}

/**
 * atlas_collision_add:
 * @self: a set
 * @box: a box
 *
 * Adds a box.
 */
void
atlas_collision_add (AtlasCollision *self,
                     AtlasBox        box)
{
  Cells cells = get_cells (box);

  for (int y = cells.y0; y <= cells.y1; y++)
    for (int x = cells.x0; x <= cells.x1; x++)
      {
        guint slot = get_slot (x, y);
        Node  node = { box, self->slots[slot] };

        self->slots[slot] = (int) self->nodes->len;
        g_array_append_val (self->nodes, node);
      }
}
