// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-simplify.h"

#include "atlas-planar.h"

#include <math.h>
#include <string.h>

/* From this depth on pieces are halved, as introsort does with a hostile input, which ends after log2 n more. */
#define MAX_UNEVEN_DEPTH 32
#define MAX_DEPTH (MAX_UNEVEN_DEPTH + 32)

/* The vertices strictly between @first and @last are still to be given a level, none below @level. */
typedef struct
{
  guint  first;
  guint  last;
  guint8 depth;
  guint8 level;
} Piece;

static guint
find_farthest (const AtlasPoint *points,
               const Piece      *piece,
               double           *squared)
{
  guint farthest = piece->first + 1;

  *squared = -1.0;

  for (guint i = piece->first + 1; i < piece->last; i++)
    {
      AtlasPoint nearest = atlas_planar_nearest (points[piece->first], points[piece->last], points[i]);
      double     d = atlas_planar_squared_distance (nearest, points[i]);

      if (d > *squared)
        {
          *squared = d;
          farthest = i;
        }
    }

  return farthest;
}

/* The lowest zoom z with distance · 256 · 2^z >= 1/2, that is z >= -9 - log2 (distance). */
static guint8
level_for_squared_distance (double squared)
{
  double zoom = squared > 0.0 ? ceil (-9.0 - 0.5 * log2 (squared)) : HUGE_VAL;

  if (!(zoom <= ATLAS_SIMPLIFY_MAX_ZOOM))
    return ATLAS_SIMPLIFY_NEVER;

  return (guint8) MAX (zoom, 0.0);
}

void
atlas_simplify (const AtlasPoint *points,
                guint             n_points,
                guint8           *levels)
{
  Piece stack[MAX_DEPTH + 2]; /* depth first, so one waiting sibling a depth */
  guint n_stack = 0;

  if (n_points == 0)
    return;

  memset (levels, ATLAS_SIMPLIFY_NEVER, n_points);
  levels[0] = 0;
  levels[n_points - 1] = 0;
  stack[n_stack++] = (Piece){ .first = 0, .last = n_points - 1 };

  while (n_stack > 0)
    {
      Piece  piece = stack[--n_stack];
      double squared = 0.0;
      guint  split = 0;

      if (piece.last - piece.first < 2)
        continue;

      split = find_farthest (points, &piece, &squared);
      if (piece.depth >= MAX_UNEVEN_DEPTH)
        split = piece.first + (piece.last - piece.first) / 2;

      piece.level = MAX (piece.level, level_for_squared_distance (squared));
      if (piece.level == ATLAS_SIMPLIFY_NEVER)
        continue; /* all of them lie on the line */

      levels[split] = piece.level;
      g_assert (n_stack + 2 <= G_N_ELEMENTS (stack));
      stack[n_stack++] = (Piece){ split, piece.last, (guint8) (piece.depth + 1), piece.level };
      stack[n_stack++] = (Piece){ piece.first, split, (guint8) (piece.depth + 1), piece.level };
    }
}
