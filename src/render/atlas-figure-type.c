// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-figure-type.h"

#include <math.h>
#include <pango/pangocairo.h>

#define SANS "Lato, Noto Sans, DejaVu Sans, Sans"
#define SERIF "Charis SIL, Gentium, Noto Serif, DejaVu Serif, Serif"

typedef struct
{
  const char *font;
  double      size;    /* px */
  double      spacing; /* px between letters */
  double      leading; /* from line to line, in multiples of the size */
  double      hanging; /* px by which lines after the first stand in */
} Type;

/* clang-format off */
static const Type types[] = {
  [ATLAS_FIGURE_TYPE_TITLE]          = { SERIF " Bold",      31.0, 0.0, 1.16,  0.0 },
  [ATLAS_FIGURE_TYPE_TITLE_SMALL]    = { SERIF " Bold",      25.0, 0.0, 1.16,  0.0 },
  [ATLAS_FIGURE_TYPE_TITLE_SMALLEST] = { SERIF " Bold",      19.0, 0.0, 1.16,  0.0 },
  [ATLAS_FIGURE_TYPE_DATE]           = { SERIF,              29.0, 0.0, 1.16,  0.0 },
  [ATLAS_FIGURE_TYPE_DATE_SMALL]     = { SERIF,              18.0, 0.0, 1.16,  0.0 },
  [ATLAS_FIGURE_TYPE_HEAD]           = { SANS " Semi-Bold",  10.5, 0.85, 1.25,  0.0 },
  [ATLAS_FIGURE_TYPE_HEAD_ITALIC]    = { SERIF " Italic",    13.0, 0.0, 1.15,  0.0 },
  [ATLAS_FIGURE_TYPE_SENTENCE]       = { SANS,               14.5, 0.0, 1.30,  0.0 },
  [ATLAS_FIGURE_TYPE_HEADING]        = { SANS " Bold",       10.0, 0.8, 1.25,  0.0 },
  [ATLAS_FIGURE_TYPE_TEXT_LARGE]     = { SERIF,              21.0, 0.0, 1.42,  0.0 },
  [ATLAS_FIGURE_TYPE_TEXT]           = { SERIF,              17.5, 0.0, 1.42,  0.0 },
  [ATLAS_FIGURE_TYPE_TEXT_SMALL]     = { SERIF,              14.0, 0.0, 1.36,  0.0 },
  [ATLAS_FIGURE_TYPE_QUESTION]       = { SERIF " Italic",    15.0, 0.0, 1.36,  0.0 },
  [ATLAS_FIGURE_TYPE_CAPTION]        = { SERIF,              14.0, 0.0, 1.36,  0.0 },
  [ATLAS_FIGURE_TYPE_LEGEND]         = { SANS,               12.5, 0.0, 1.24,  0.0 },
  [ATLAS_FIGURE_TYPE_COUNT]          = { SANS,               11.5, 0.0, 1.24,  0.0 },
  [ATLAS_FIGURE_TYPE_REFERENCE]      = { SANS,               11.2, 0.0, 1.27, 17.0 },
  [ATLAS_FIGURE_TYPE_MORE]           = { SANS " Italic",     11.2, 0.0, 1.27,  0.0 },
  [ATLAS_FIGURE_TYPE_CREDITS]        = { SANS,               10.0, 0.0, 1.30,  0.0 },
  [ATLAS_FIGURE_TYPE_SCALE]          = { SANS,               10.0, 0.0, 1.20,  0.0 },
  [ATLAS_FIGURE_TYPE_COVER]          = { SERIF " Bold",      44.0, 0.0, 1.14,  0.0 },
  [ATLAS_FIGURE_TYPE_CONTENTS]       = { SERIF,              15.5, 0.0, 1.30,  0.0 },
};

static const AtlasFigureInks inks[] = {
  [ATLAS_PALETTE_LIGHT] = {
    .paper  = { 0xfbf7ec, 1.0f }, .text = { 0x2a2521, 1.0f }, .soft  = { 0x665a4e, 1.0f }, .accent = { 0x7a3f4f, 1.0f },
    .rule   = { 0x7a6a58, 0.55f }, .frame = { 0x4a4038, 1.0f },
  },
  [ATLAS_PALETTE_DARK] = {
    .paper  = { 0x151b1f, 1.0f }, .text = { 0xece5d8, 1.0f }, .soft  = { 0xb3a999, 1.0f }, .accent = { 0xdcb2c1, 1.0f },
    .rule   = { 0xb8ab96, 0.50f }, .frame = { 0xb8ab96, 1.0f },
  },
  [ATLAS_PALETTE_CONTRAST] = {
    .paper  = { 0xffffff, 1.0f }, .text = { 0x000000, 1.0f }, .soft  = { 0x2a2521, 1.0f }, .accent = { 0x4b0d2c, 1.0f },
    .rule   = { 0x000000, 0.80f }, .frame = { 0x000000, 1.0f },
  },
  [ATLAS_PALETTE_CONTRAST_DARK] = {
    .paper  = { 0x000000, 1.0f }, .text = { 0xffffff, 1.0f }, .soft  = { 0xe6dfd4, 1.0f }, .accent = { 0xf6c3d8, 1.0f },
    .rule   = { 0xffffff, 0.80f }, .frame = { 0xffffff, 1.0f },
  },
  [ATLAS_PALETTE_PRINT] = {
    .paper  = { 0xffffff, 1.0f }, .text = { 0x1c1814, 1.0f }, .soft  = { 0x564b40, 1.0f }, .accent = { 0x6b2f48, 1.0f },
    .rule   = { 0x6a5b4a, 0.60f }, .frame = { 0x3c342c, 1.0f },
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (types) == ATLAS_N_FIGURE_TYPES);
G_STATIC_ASSERT (G_N_ELEMENTS (inks) == ATLAS_N_PALETTES);

const AtlasFigureInks *
atlas_figure_inks_get (AtlasPaletteId palette)
{
  g_return_val_if_fail ((guint) palette < ATLAS_N_PALETTES, &inks[0]);

  return &inks[palette];
}

PangoContext *
atlas_figure_type_create_context (void)
{
  PangoContext         *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 96.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

PangoFontDescription *
atlas_figure_type_create_font (AtlasFigureTypeId type)
{
  PangoFontDescription *font = NULL;

  g_return_val_if_fail ((guint) type < ATLAS_N_FIGURE_TYPES, NULL);

  font = pango_font_description_from_string (types[type].font);
  pango_font_description_set_absolute_size (font, types[type].size * PANGO_SCALE);

  return font;
}

PangoLayout *
atlas_figure_type_shape (PangoContext     *context,
                         AtlasFigureTypeId type,
                         const char       *text,
                         double            width)
{
  PangoLayout          *layout = pango_layout_new (context);
  PangoFontDescription *font = atlas_figure_type_create_font (type);
  PangoAttrList        *attributes = pango_attr_list_new ();

  if (types[type].spacing > 0.0)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new ((int) (types[type].spacing * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute ((int) (types[type].size * types[type].leading * PANGO_SCALE)));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width >= 0.0)
    pango_layout_set_width (layout, (int) (MAX (width, 1.0) * PANGO_SCALE));
  if (types[type].hanging > 0.0)
    pango_layout_set_indent (layout, (int) (-types[type].hanging * PANGO_SCALE));
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);

  return layout;
}

double
atlas_figure_type_height (PangoLayout *layout)
{
  int height = 0;

  pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}

double
atlas_figure_type_width (PangoLayout *layout)
{
  int width = 0;

  pango_layout_get_size (layout, &width, NULL);

  return (double) width / PANGO_SCALE;
}

double
atlas_figure_type_measure (PangoContext     *context,
                           AtlasFigureTypeId type,
                           const char       *text,
                           double            width)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (text == NULL || *text == '\0')
    return 0.0;

  layout = atlas_figure_type_shape (context, type, text, width);

  return atlas_figure_type_height (layout);
}
