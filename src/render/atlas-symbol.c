// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-symbol.h"

#include "atlas-palette.h"

#include <math.h>

#define MAX_CORNERS 16
#define OUTLINE 1.2 /* px */
#define CASING 1.2  /* px of light on each side, so that a symbol stands off the relief */
#define CASING_ALPHA 0.9

/* Corners on a circle of radius 1, y downwards. None: the circle itself. */
/* clang-format off */
static const struct
{
  int      n_corners;
  float    corners[MAX_CORNERS][2];
  gboolean upright; /* its edges are level or upright: they are put on whole px */
} shapes[] = {
  [ATLAS_SYMBOL_DIAMOND]   = { 4, { { 0, -1 }, { .8f, 0 }, { 0, 1 }, { -.8f, 0 } } },
  [ATLAS_SYMBOL_HEXAGON]   = { 6, { { -.5f, -.87f }, { .5f, -.87f }, { 1, 0 }, { .5f, .87f }, { -.5f, .87f }, { -1, 0 } } },
  [ATLAS_SYMBOL_RAIL]      = { 12, { { -.8f, -.95f }, { .8f, -.95f }, { .8f, -.4f }, { .3f, -.4f }, { .3f, .4f }, { .8f, .4f },
                                     { .8f, .95f }, { -.8f, .95f }, { -.8f, .4f }, { -.3f, .4f }, { -.3f, -.4f }, { -.8f, -.4f } }, TRUE },
  [ATLAS_SYMBOL_SQUARE]    = { 4, { { -.7f, -.7f }, { .7f, -.7f }, { .7f, .7f }, { -.7f, .7f } }, TRUE },
  [ATLAS_SYMBOL_HOUSE]     = { 5, { { 0, -1.05f }, { .86f, -.28f }, { .86f, .76f }, { -.86f, .76f }, { -.86f, -.28f } } },
  [ATLAS_SYMBOL_SHIELD]    = { 11, { { 0, -1 }, { .4f, -.78f }, { .82f, -.72f }, { .82f, -.05f }, { .66f, .42f }, { .36f, .8f }, { 0, 1.06f },
                                     { -.36f, .8f }, { -.66f, .42f }, { -.82f, -.05f }, { -.82f, -.72f } } },
  [ATLAS_SYMBOL_RADAR]     = { 8, { { 0, 1.02f }, { -1.22f, -.33f }, { -.88f, -.59f }, { -.31f, -.79f }, { .31f, -.79f }, { .88f, -.59f },
                                    { 1.22f, -.33f }, { 0, 1.02f } } },
  [ATLAS_SYMBOL_CIRCLE]    = { 0 },
  [ATLAS_SYMBOL_SHEET]     = { 5, { { -.72f, -.95f }, { .22f, -.95f }, { .72f, -.45f }, { .72f, .95f }, { -.72f, .95f } }, TRUE },
  [ATLAS_SYMBOL_STAR]      = { 8, { { 0, -1.22f }, { .33f, -.33f }, { 1.22f, 0 }, { .33f, .33f }, { 0, 1.22f }, { -.33f, .33f },
                                    { -1.22f, 0 }, { -.33f, -.33f } } },
  [ATLAS_SYMBOL_TRIANGLE]  = { 3, { { 0, -1.04f }, { 1, .72f }, { -1, .72f } } },
  [ATLAS_SYMBOL_BURST]     = { 16, { { 0, -1.14f }, { .22f, -.54f }, { .81f, -.81f }, { .54f, -.22f }, { 1.14f, 0 }, { .54f, .22f },
                                     { .81f, .81f }, { .22f, .54f }, { 0, 1.14f }, { -.22f, .54f }, { -.81f, .81f }, { -.54f, .22f },
                                     { -1.14f, 0 }, { -.54f, -.22f }, { -.81f, -.81f }, { -.22f, -.54f } } },
  [ATLAS_SYMBOL_HOURGLASS] = { 6, { { -.78f, -.95f }, { .78f, -.95f }, { .14f, 0 }, { .78f, .95f }, { -.78f, .95f }, { -.14f, 0 } } },
  [ATLAS_SYMBOL_FORK]      = { 9, { { -.26f, 1 }, { .26f, 1 }, { .26f, .1f }, { .95f, -.6f }, { .5f, -1 }, { 0, -.42f },
                                    { -.5f, -1 }, { -.95f, -.6f }, { -.26f, .1f } } },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (shapes) == ATLAS_N_SYMBOLS);

static void
set_ink (cairo_t *cr,
         guint32  rgb,
         double   alpha)
{
  atlas_palette_set_source (cr, (AtlasColor){ rgb, 1.0f }, alpha);
}

static gboolean
is_inked (AtlasSymbolFill fill)
{
  return fill == ATLAS_SYMBOL_SOLID || fill == ATLAS_SYMBOL_BARRED || fill == ATLAS_SYMBOL_EYED;
}

/* The lower half in ink, the upper in paper, without a clip. */
static void
set_halves (cairo_t *cr,
            double   y,
            double   radius,
            guint32  ink,
            guint32  paper,
            double   alpha)
{
  const guint32    stops[] = { paper, paper, ink, ink };
  const double     offsets[] = { 0, 0.5, 0.5, 1 };
  cairo_pattern_t *halves = cairo_pattern_create_linear (0, y - radius, 0, y + radius);

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    atlas_palette_add_stop (halves, offsets[i], (AtlasColor){ stops[i], 1.0f }, alpha);
  cairo_set_source (cr, halves);
  cairo_pattern_destroy (halves);
}

static void
stroke_segment (cairo_t *cr,
                double   x0,
                double   y0,
                double   x1,
                double   y1,
                double   width)
{
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/* What is drawn on a filled shape. */
static void
paint_mark (cairo_t        *cr,
            AtlasSymbol     symbol,
            AtlasSymbolFill fill,
            double          x,
            double          y,
            double          radius,
            guint32         ink,
            guint32         paper,
            double          alpha)
{
  set_ink (cr, is_inked (fill) ? paper : ink, alpha);
  if (fill == ATLAS_SYMBOL_BARRED)
    {
      stroke_segment (cr, x - 0.6 * radius, y + 0.3 * radius, x + 0.3 * radius, y - 0.6 * radius, 0.26 * radius);
      stroke_segment (cr, x - 0.3 * radius, y + 0.6 * radius, x + 0.6 * radius, y - 0.3 * radius, 0.26 * radius);
    }
  else if (fill == ATLAS_SYMBOL_HOLLOW)
    {
      stroke_segment (cr, x - 0.9 * radius, y + 0.9 * radius, x + 0.9 * radius, y - 0.9 * radius, 0.16 * radius);
    }
  else if (fill == ATLAS_SYMBOL_EYED)
    {
      cairo_arc (cr, x, y, 0.3 * radius, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  else if (symbol == ATLAS_SYMBOL_SHEET && fill == ATLAS_SYMBOL_SOLID)
    {
      for (int line = 0; line < 3; line++)
        stroke_segment (cr, x - 0.4 * radius, y + (0.42 * line - 0.32) * radius, x + (line == 2 ? 0.05 : 0.42) * radius,
                        y + (0.42 * line - 0.32) * radius, 0.15 * radius);
    }
  else if (symbol == ATLAS_SYMBOL_RADAR)
    {
      cairo_new_path (cr);
      cairo_arc (cr, x, y + 1.02 * radius, 1.02 * radius, -G_PI * 3 / 4, -G_PI / 4);
      cairo_set_line_width (cr, 0.2 * radius);
      cairo_stroke (cr);
    }
}

/* The middle of the device px on which an edge at @edge comes to lie, or its border for an @even number of px. */
static double
snap (double   edge,
      double   scale,
      gboolean even)
{
  return even ? round (edge * scale) / scale : (floor (edge * scale) + 0.5) / scale;
}

/* Device px a px; 0 where there are none, as in print. */
static double
get_scale (cairo_t *cr)
{
  double x = 0, y = 0;

  if (cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE)
    cairo_surface_get_device_scale (cairo_get_target (cr), &x, &y);

  return x;
}

static void
trace (cairo_t    *cr,
       AtlasSymbol symbol,
       double      x,
       double      y,
       double      radius,
       double      scale,
       gboolean    even)
{
  cairo_new_sub_path (cr);
  if (shapes[symbol].n_corners == 0)
    cairo_arc (cr, x, y, 0.88 * radius, 0, 2 * G_PI);

  for (int i = 0; i < shapes[symbol].n_corners; i++)
    {
      double left = x + (double) shapes[symbol].corners[i][0] * radius;
      double top = y + (double) shapes[symbol].corners[i][1] * radius;

      if (shapes[symbol].upright && scale > 0)
        cairo_line_to (cr, snap (left, scale, even), snap (top, scale, even));
      else
        cairo_line_to (cr, left, top);
    }
  cairo_close_path (cr);
}

void
atlas_symbol_paint (cairo_t        *cr,
                    AtlasSymbol     symbol,
                    AtlasSymbolFill fill,
                    double          x,
                    double          y,
                    double          radius,
                    guint32         ink,
                    guint32         paper,
                    double          alpha)
{
  const double dots[] = { 0, 1.9 * OUTLINE };
  double       scale = get_scale (cr);
  double       outline = fill == ATLAS_SYMBOL_HOLLOW ? 0.75 * OUTLINE : fill == ATLAS_SYMBOL_DOTTED ? 1.15 * OUTLINE
                                                                                                    : OUTLINE;

  if (scale > 0)
    outline = MAX (round (outline * scale), 1) / scale;

  cairo_save (cr);
  cairo_set_line_join (cr, shapes[symbol].upright ? CAIRO_LINE_JOIN_MITER : CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, fill == ATLAS_SYMBOL_DOTTED ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);

  cairo_new_path (cr);
  trace (cr, symbol, x, y, radius, scale, (int) round (outline * scale) % 2 == 0);
  set_ink (cr, paper, alpha * CASING_ALPHA);
  cairo_set_line_width (cr, outline + 2 * CASING);
  cairo_stroke_preserve (cr);

  if (fill == ATLAS_SYMBOL_HALF)
    set_halves (cr, y, radius, ink, paper, alpha);
  else
    set_ink (cr, is_inked (fill) ? ink : paper, alpha);
  cairo_fill_preserve (cr);

  set_ink (cr, ink, alpha);
  cairo_set_line_width (cr, outline);
  if (fill == ATLAS_SYMBOL_DOTTED)
    cairo_set_dash (cr, dots, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  paint_mark (cr, symbol, fill, x, y, radius, ink, paper, alpha);
  cairo_restore (cr);
}
