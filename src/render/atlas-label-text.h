// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-label-sprite.h"

G_BEGIN_DECLS

/* How the letters of a name are drawn that is set letter by letter. */
typedef struct
{
  AtlasLabelStyle style;
  double          size;       /* px */
  double          stretch;    /* by which the places of the letters are multiplied */
  AtlasColor      ink, halo;
  double          halo_width; /* px, of a stroke */
} AtlasLabelLetters;

/* Which of the symbols of atlas-label-symbol.h stands beside a name. */
guint atlas_placed_label_get_symbol (const AtlasPlacedLabel *label);

/* Names for paper: text that can be looked for, with strokes for halos, where the screen has pictures. */

/**
 * atlas_label_letters_show:
 * @cr: a context, with the name's middle at 0, 0
 * @fonts: the fonts
 * @look: how letters look
 * @text: the name
 * @glyphs: (array length=n_glyphs): where each character goes
 * @n_glyphs: how many
 *
 * Draws a name letter by letter.
 */
void atlas_label_letters_show (cairo_t                 *cr,
                               AtlasLabelFonts         *fonts,
                               const AtlasLabelLetters *look,
                               const char              *text,
                               const AtlasLabelGlyph   *glyphs,
                               guint                    n_glyphs);

/**
 * atlas_label_text_show:
 * @cr: a context in px of the view
 * @look: how names look
 * @label: a placed name
 *
 * Draws a name of the basemap, and the symbol beside it.
 */
void atlas_label_text_show    (cairo_t                 *cr,
                               const AtlasLabelLook    *look,
                               const AtlasPlacedLabel  *label);

G_END_DECLS
