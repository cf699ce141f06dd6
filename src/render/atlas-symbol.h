// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* The shapes of points; each is told from the others in black and white. */
typedef enum
{
  ATLAS_SYMBOL_DIAMOND,   /* pipeline */
  ATLAS_SYMBOL_HEXAGON,   /* corridor */
  ATLAS_SYMBOL_RAIL,      /* railway */
  ATLAS_SYMBOL_SQUARE,    /* site: works, of the economy or of no known theme */
  ATLAS_SYMBOL_HOUSE,     /* site: a seat or a town */
  ATLAS_SYMBOL_SHIELD,    /* site: of security */
  ATLAS_SYMBOL_RADAR,     /* site: that looks over a sector */
  ATLAS_SYMBOL_CIRCLE,    /* zone */
  ATLAS_SYMBOL_SHEET,     /* treaty: a page with a turned corner */
  ATLAS_SYMBOL_STAR,      /* event: political, or of no known theme */
  ATLAS_SYMBOL_TRIANGLE,  /* event: economic */
  ATLAS_SYMBOL_BURST,     /* event: of security */
  ATLAS_SYMBOL_HOURGLASS, /* period */
  ATLAS_SYMBOL_FORK,      /* scenario: a way that parts */
  ATLAS_N_SYMBOLS
} AtlasSymbol;

/* How a shape is inked: the status of a point, told without colour. */
typedef enum
{
  ATLAS_SYMBOL_SOLID,
  ATLAS_SYMBOL_DOTTED,  /* paper inside, a dotted outline */
  ATLAS_SYMBOL_HALF,    /* paper above, ink below */
  ATLAS_SYMBOL_BARRED,  /* ink with a bar of paper across */
  ATLAS_SYMBOL_HOLLOW,  /* paper inside, a thin outline, a stroke through */
  ATLAS_SYMBOL_OPEN,    /* paper inside, an outline */
  ATLAS_SYMBOL_EYED,    /* ink with a dot of paper */
  ATLAS_N_SYMBOL_FILLS
} AtlasSymbolFill;

/**
 * atlas_symbol_paint:
 * @cr: a context in px
 * @symbol: the shape
 * @fill: how it is inked
 * @x: its middle, px
 * @y: its middle, px
 * @radius: px
 * @ink: 0xRRGGBB
 * @paper: 0xRRGGBB: of what is not inked, and of the casing round it
 * @alpha: 0..1
 *
 * Draws a symbol with a casing round it. On a picture upright and level edges fall on whole px.
 */
void atlas_symbol_paint (cairo_t        *cr,
                         AtlasSymbol     symbol,
                         AtlasSymbolFill fill,
                         double          x,
                         double          y,
                         double          radius,
                         guint32         ink,
                         guint32         paper,
                         double          alpha);

G_END_DECLS
