// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-fill.h"

#include "atlas-palette.h"

#include <math.h>

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
set_ink (cairo_t                   *cr,
         const AtlasTimelineShapes *shapes,
         double                     alpha)
{
  AtlasColor       ink = { shapes->ink, 1.0F };
  cairo_pattern_t *fade = NULL;

  if (!shapes->fades)
    {
      atlas_palette_set_source (cr, ink, alpha * shapes->strength);
      return;
    }

  fade = cairo_pattern_create_linear (shapes->from, 0.0, shapes->to, 0.0);
  atlas_palette_add_stop (fade, 0.0, ink, 0.0);
  atlas_palette_add_stop (fade, 1.0, ink, alpha * shapes->strength);
  cairo_set_source (cr, fade);
  cairo_pattern_destroy (fade);
}

/* From the left of the tiles that are seen to their right. */
typedef struct
{
  double left, right;
  double top;
  int    height;
} Run;

/* Lines that leave a tile at one side come in again at the other. */
static void
trace_strokes (cairo_t   *cr,
               Strokes    strokes,
               int        gap,
               const Run *run)
{
  int reach = TILE + run->height;

  for (double x = run->left - reach; x < run->right + reach; x += gap)
    {
      double lean = strokes == STROKES_RISING ? run->height : strokes == STROKES_FALLING ? -run->height
                                                                                         : 0.0;
      double middle = strokes == STROKES_UPRIGHT ? x + 0.5 : x;

      cairo_move_to (cr, middle - lean / 2.0, run->top + run->height);
      cairo_line_to (cr, middle + lean / 2.0, run->top);
    }
}

/* Every other row of dots stands between the dots of the last. */
static void
trace_dots (cairo_t   *cr,
            int        gap,
            const Run *run)
{
  int row = 0;

  for (int y = gap / 2 - 1; y < run->height; y += MAX (gap / 2, 1), row++)
    for (double x = run->left + (row % 2 == 0 ? 0 : gap / 2); x < run->right; x += gap)
      cairo_rectangle (cr, x, run->top + y, 1.0, 1.0);
}

static void
trace_rails (cairo_t   *cr,
             Rails      rails,
             const Run *run)
{
  double dash = rails == RAILS_DOTTED ? 2.0 : run->right - run->left;

  for (double x = run->left; x < run->right; x += rails == RAILS_DOTTED ? 4.0 : dash)
    {
      cairo_rectangle (cr, x, run->top, dash, 1.0);
      cairo_rectangle (cr, x, run->top + run->height - 1.0, dash, 1.0);
    }
}

static void
paint_run (cairo_t                   *cr,
           const AtlasTimelineShapes *shapes,
           const Run                 *run)
{
  AtlasTimelineFill fill = shapes->fill;

  set_ink (cr, shapes, looks[fill].alpha);
  if (looks[fill].strokes == STROKES_DOTS)
    {
      trace_dots (cr, looks[fill].gap, run);
      cairo_fill (cr);
    }
  else if (looks[fill].strokes == STROKES_ALONG)
    {
      cairo_rectangle (cr, run->left, run->top + run->height / 2, run->right - run->left, 1.0);
      cairo_fill (cr);
    }
  else if (looks[fill].strokes != STROKES_NONE)
    {
      trace_strokes (cr, looks[fill].strokes, looks[fill].gap, run);
      cairo_set_line_width (cr, 1.0);
      cairo_stroke (cr);
    }

  if (looks[fill].rails == RAILS_NONE)
    return;

  set_ink (cr, shapes, looks[fill].rails_alpha);
  trace_rails (cr, looks[fill].rails, run);
  cairo_fill (cr);
}

void
atlas_timeline_fill_paint_tile (cairo_t          *cr,
                                AtlasTimelineFill fill,
                                int               height,
                                guint32           ink,
                                double            strength)
{
  AtlasTimelineShapes shapes = { .fill = fill, .ink = ink, .strength = strength };
  Run                 run = { 0.0, TILE, 0.0, height };

  g_return_if_fail ((guint) fill < ATLAS_N_TIMELINE_FILLS);

  set_ink (cr, &shapes, looks[fill].tint);
  cairo_paint (cr);
  paint_run (cr, &shapes, &run);
}

/* The first place of a tile at or before @place. */
static double
find_tile (double origin,
           double size,
           double place)
{
  return origin + floor ((place - origin) / size) * size;
}

void
atlas_timeline_fill_paint_shapes (cairo_t                   *cr,
                                  const AtlasTimelineShapes *shapes)
{
  cairo_rectangle_t box = shapes->box;

  g_return_if_fail ((guint) shapes->fill < ATLAS_N_TIMELINE_FILLS);
  g_return_if_fail (shapes->height > 0);

  if (looks[shapes->fill].tint > 0.0)
    {
      set_ink (cr, shapes, looks[shapes->fill].tint);
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      cairo_fill (cr);
    }
  if (atlas_timeline_fill_get_wash (shapes->fill) > 0.0)
    return;

  cairo_save (cr);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_clip (cr);
  for (double top = find_tile (shapes->y, shapes->height, box.y); top < box.y + box.height; top += shapes->height)
    paint_run (cr, shapes, &(Run){ find_tile (shapes->x, TILE, box.x), box.x + box.width, top, shapes->height });
  cairo_restore (cr);
}
