// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-fill.h"

#define TILE ATLAS_TIMELINE_TILE

/* What is drawn between the rails. */
typedef enum
{
  STROKES_NONE,
  STROKES_RISING,
  STROKES_FALLING,
  STROKES_UPRIGHT,
  STROKES_ALONG, /* one, in the middle */
  STROKES_DOTS,
} Strokes;

typedef enum
{
  RAILS_NONE,
  RAILS_LINE,
  RAILS_DOTTED,
} Rails;

/* clang-format off */
static const struct
{
  double  tint;        /* alpha of the wash under the strokes */
  Strokes strokes;
  int     gap;         /* px from one to the next; divides the tile */
  double  alpha;       /* of the strokes */
  Rails   rails;
  double  rails_alpha;
} looks[] = {
  [ATLAS_TIMELINE_FILL_SOLID]    = { 0.84, STROKES_NONE,     0, 0.00, RAILS_NONE,   0.00 },
  [ATLAS_TIMELINE_FILL_TINT]     = { 0.40, STROKES_NONE,     0, 0.00, RAILS_LINE,   0.36 },
  [ATLAS_TIMELINE_FILL_HATCH]    = { 0.12, STROKES_RISING,   4, 0.85, RAILS_LINE,   0.80 },
  [ATLAS_TIMELINE_FILL_DOTS]     = { 0.06, STROKES_NONE,     0, 0.00, RAILS_DOTTED, 0.85 },
  [ATLAS_TIMELINE_FILL_RUNGS]    = { 0.08, STROKES_UPRIGHT,  6, 0.80, RAILS_LINE,   0.80 },
  [ATLAS_TIMELINE_FILL_LINE]     = { 0.00, STROKES_ALONG,    0, 0.70, RAILS_NONE,   0.00 },
  [ATLAS_TIMELINE_FILL_WASH]     = { 0.22, STROKES_NONE,     0, 0.00, RAILS_NONE,   0.00 },
  [ATLAS_TIMELINE_FILL_DOUBT]    = { 0.10, STROKES_FALLING,  4, 0.75, RAILS_NONE,   0.00 },
  [ATLAS_TIMELINE_FILL_SCENARIO] = { 0.07, STROKES_RISING,  12, 0.55, RAILS_DOTTED, 0.80 },
  [ATLAS_TIMELINE_FILL_NOT_YET]  = { 0.05, STROKES_DOTS,     4, 0.80, RAILS_DOTTED, 0.60 },
  [ATLAS_TIMELINE_FILL_STIPPLE]  = { 0.00, STROKES_DOTS,     6, 1.00, RAILS_NONE,   0.00 },
};

static const AtlasTimelineFill fills[] = {
  [ATLAS_STATUS_NONE]      = ATLAS_TIMELINE_FILL_TINT,
  [ATLAS_STATUS_PLANNED]   = ATLAS_TIMELINE_FILL_DOTS,
  [ATLAS_STATUS_BUILDING]  = ATLAS_TIMELINE_FILL_HATCH,
  [ATLAS_STATUS_OPERATING] = ATLAS_TIMELINE_FILL_SOLID,
  [ATLAS_STATUS_SUSPENDED] = ATLAS_TIMELINE_FILL_RUNGS,
  [ATLAS_STATUS_CLOSED]    = ATLAS_TIMELINE_FILL_LINE,
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (looks) == ATLAS_N_TIMELINE_FILLS);
G_STATIC_ASSERT (G_N_ELEMENTS (fills) == ATLAS_N_STATUSES);

AtlasTimelineFill
atlas_timeline_fill_get (AtlasStatus status)
{
  g_return_val_if_fail ((guint) status < ATLAS_N_STATUSES, ATLAS_TIMELINE_FILL_TINT);

  return fills[status];
}

double
atlas_timeline_fill_get_wash (AtlasTimelineFill fill)
{
  g_return_val_if_fail ((guint) fill < ATLAS_N_TIMELINE_FILLS, 0.0);

  return looks[fill].strokes == STROKES_NONE && looks[fill].rails == RAILS_NONE ? looks[fill].tint : 0.0;
}

static void
set_ink (cairo_t *cr,
         guint32  ink,
         double   alpha)
{
  cairo_set_source_rgba (cr, (ink >> 16 & 255) / 255.0, (ink >> 8 & 255) / 255.0, (ink & 255) / 255.0, alpha);
}

/* Lines that leave the tile at one side come in again at the other. */
static void
trace_strokes (cairo_t *cr,
               Strokes  strokes,
               int      gap,
               int      height)
{
  for (int x = -TILE - height; x < 2 * TILE + height; x += gap)
    {
      double lean = strokes == STROKES_RISING ? height : strokes == STROKES_FALLING ? -height
                                                                                    : 0.0;
      double middle = strokes == STROKES_UPRIGHT ? x + 0.5 : x;

      cairo_move_to (cr, middle - lean / 2.0, height);
      cairo_line_to (cr, middle + lean / 2.0, 0.0);
    }
}

/* Every other row of dots stands between the dots of the last. */
static void
trace_dots (cairo_t *cr,
            int      gap,
            int      height)
{
  int row = 0;

  for (int y = gap / 2 - 1; y < height; y += MAX (gap / 2, 1), row++)
    for (int x = row % 2 == 0 ? 0 : gap / 2; x < TILE; x += gap)
      cairo_rectangle (cr, x, y, 1.0, 1.0);
}

static void
trace_rails (cairo_t *cr,
             Rails    rails,
             int      height)
{
  int dash = rails == RAILS_DOTTED ? 2 : TILE;

  for (int x = 0; x < TILE; x += rails == RAILS_DOTTED ? 4 : TILE)
    {
      cairo_rectangle (cr, x, 0.0, dash, 1.0);
      cairo_rectangle (cr, x, height - 1.0, dash, 1.0);
    }
}

void
atlas_timeline_fill_paint_tile (cairo_t          *cr,
                                AtlasTimelineFill fill,
                                int               height,
                                guint32           ink,
                                double            strength)
{
  g_return_if_fail ((guint) fill < ATLAS_N_TIMELINE_FILLS);

  set_ink (cr, ink, looks[fill].tint * strength);
  cairo_paint (cr);

  set_ink (cr, ink, looks[fill].alpha * strength);
  if (looks[fill].strokes == STROKES_DOTS)
    {
      trace_dots (cr, looks[fill].gap, height);
      cairo_fill (cr);
    }
  else if (looks[fill].strokes == STROKES_ALONG)
    {
      cairo_rectangle (cr, 0.0, height / 2, TILE, 1.0);
      cairo_fill (cr);
    }
  else if (looks[fill].strokes != STROKES_NONE)
    {
      trace_strokes (cr, looks[fill].strokes, looks[fill].gap, height);
      cairo_set_line_width (cr, 1.0);
      cairo_stroke (cr);
    }

  set_ink (cr, ink, looks[fill].rails_alpha * strength);
  if (looks[fill].rails != RAILS_NONE)
    trace_rails (cr, looks[fill].rails, height);
  cairo_fill (cr);
}
