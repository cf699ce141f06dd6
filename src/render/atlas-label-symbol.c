// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-label-symbol.h"

typedef struct
{
  double radius; /* px */
  double ring;   /* width of its line, 0 = a full dot */
  double inner;  /* radius of the dot within the ring */
} Dot;

static const Dot dots[] = {
  { 3.1, 1.5, 1.5 },
  { 2.9, 1.1, 1.0 },
  { 2.4, 1.1, 0 },
  { 2.0, 0, 0 },
  { 1.6, 0, 0 },
};

static void
draw_peak (cairo_t            *cr,
           const AtlasPalette *palette)
{
  cairo_move_to (cr, 0, -3);
  cairo_line_to (cr, 3, 2.2);
  cairo_line_to (cr, -3, 2.2);
  cairo_close_path (cr);
  atlas_palette_set_source (cr, palette->halo, 1);
  cairo_set_line_width (cr, 1.4);
  cairo_stroke_preserve (cr);
  atlas_palette_set_source (cr, palette->peak_name, 1);
  cairo_fill (cr);
}

static void
draw_dot (cairo_t            *cr,
          const AtlasPalette *palette,
          const Dot          *dot)
{
  cairo_arc (cr, 0, 0, dot->radius + 1, 0, 2 * G_PI);
  atlas_palette_set_source (cr, palette->halo, 1);
  cairo_fill (cr);

  atlas_palette_set_source (cr, palette->dot, 1);
  cairo_arc (cr, 0, 0, dot->radius, 0, 2 * G_PI);
  if (dot->ring <= 0)
    {
      cairo_fill (cr);
      return;
    }

  cairo_set_line_width (cr, dot->ring);
  cairo_stroke (cr);
  if (dot->inner > 0)
    {
      cairo_arc (cr, 0, 0, dot->inner, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/**
 * atlas_label_symbol_draw:
 * @cr: a context
 * @palette: inks
 * @symbol: a place's rank, or %ATLAS_LABEL_SYMBOL_PEAK
 *
 * Draws a town's dot or a peak's triangle at the origin.
 */
void
atlas_label_symbol_draw (cairo_t            *cr,
                         const AtlasPalette *palette,
                         guint               symbol)
{
  g_return_if_fail (symbol < ATLAS_N_LABEL_SYMBOLS);

  cairo_new_path (cr);
  if (symbol == ATLAS_LABEL_SYMBOL_PEAK)
    draw_peak (cr, palette);
  else
    draw_dot (cr, palette, &dots[symbol]);
}
