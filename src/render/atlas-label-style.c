// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-label-style.h"

#include <stddef.h>

#define SANS "Lato, Noto Sans, DejaVu Sans, Sans"
#define SERIF "Charis SIL, Gentium, Noto Serif, DejaVu Serif, Serif"
#define MEASURED_AT 100 /* px: large, so that rounding to hinted pixels is small */

typedef struct
{
  const char *font;
  gsize       ink; /* where the palette holds it */
  gsize       halo;
  float       halo_strength; /* factor to the palette's */
  float       halo_width;    /* px */
} Style;

#define INK(member) offsetof (AtlasPalette, member)

/* clang-format off */
static const Style styles[] = {
  [ATLAS_LABEL_STYLE_CAPITAL] = { SANS " Bold",        INK (town),         INK (halo),       1.0f, 2.6f },
  [ATLAS_LABEL_STYLE_CITY]    = { SANS " Semi-Bold",   INK (town),         INK (halo),       1.0f, 2.6f },
  [ATLAS_LABEL_STYLE_TOWN]    = { SANS " Medium",      INK (town),         INK (halo),       1.0f, 2.6f },
  [ATLAS_LABEL_STYLE_VILLAGE] = { SANS,                INK (village),      INK (halo),       1.0f, 2.6f },
  [ATLAS_LABEL_STYLE_COUNTRY] = { SERIF,               INK (country_name), INK (halo),       .60f, 2.4f },
  [ATLAS_LABEL_STYLE_WATER]   = { SERIF " Italic",     INK (water_name),   INK (water_halo), 1.0f, 2.4f },
  [ATLAS_LABEL_STYLE_RIVER]   = { SERIF " Italic",     INK (water_name),   INK (halo),       .55f, 2.0f },
  [ATLAS_LABEL_STYLE_RANGE]   = { SERIF " Italic",     INK (range_name),   INK (halo),       .60f, 2.4f },
  [ATLAS_LABEL_STYLE_REGION]  = { SERIF,               INK (region_name),  INK (halo),       .60f, 2.4f },
  [ATLAS_LABEL_STYLE_PEAK]    = { SANS " Italic",      INK (peak_name),    INK (halo),       1.0f, 2.4f },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (styles) == ATLAS_N_LABEL_STYLES);

struct _AtlasLabelFonts
{
  PangoContext         *context;
  PangoFontDescription *fonts[ATLAS_N_LABEL_STYLES];
  GHashTable           *advances[ATLAS_N_LABEL_STYLES]; /* character → Pango units at MEASURED_AT */
};

/**
 * atlas_label_fonts_new:
 *
 * Loads the fonts of all styles; where a font is not installed the next of its row stands in.
 *
 * Returns: (transfer full): the fonts
 */
AtlasLabelFonts *
atlas_label_fonts_new (void)
{
  AtlasLabelFonts      *self = g_new0 (AtlasLabelFonts, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Names stand between pixels while one zooms: hinting would make their letters dance. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);

  for (guint i = 0; i < ATLAS_N_LABEL_STYLES; i++)
    {
      self->fonts[i] = pango_font_description_from_string (styles[i].font);
      self->advances[i] = g_hash_table_new (NULL, NULL);
    }

  return self;
}

/**
 * atlas_label_fonts_free:
 * @self: (transfer full): fonts
 *
 * Frees the fonts.
 */
void
atlas_label_fonts_free (AtlasLabelFonts *self)
{
  for (guint i = 0; i < ATLAS_N_LABEL_STYLES; i++)
    {
      pango_font_description_free (self->fonts[i]);
      g_hash_table_unref (self->advances[i]);
    }
  g_object_unref (self->context);
  g_free (self);
}

/**
 * atlas_label_fonts_get_context:
 * @self: fonts
 *
 * Gets the context to make layouts in.
 *
 * Returns: (transfer none): the context
 */
PangoContext *
atlas_label_fonts_get_context (AtlasLabelFonts *self)
{
  return self->context;
}

/**
 * atlas_label_fonts_get:
 * @self: fonts
 * @style: a style
 *
 * Gets the font of a style, without a size.
 *
 * Returns: (transfer none): the font
 */
const PangoFontDescription *
atlas_label_fonts_get (AtlasLabelFonts *self,
                       AtlasLabelStyle  style)
{
  return self->fonts[style];
}

static int
measure (AtlasLabelFonts *self,
         AtlasLabelStyle  style,
         gunichar         character)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (self->fonts[style]);
  char utf8[8];
  int  width;

  pango_font_description_set_absolute_size (font, MEASURED_AT * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, utf8, g_unichar_to_utf8 (character, utf8));
  pango_layout_get_size (layout, &width, NULL);

  return width;
}

/**
 * atlas_label_fonts_get_advance:
 * @self: fonts
 * @style: a style
 * @character: a character
 *
 * Gets the width of a character.
 *
 * Returns: the width in parts of the font's size
 */
double
atlas_label_fonts_get_advance (AtlasLabelFonts *self,
                               AtlasLabelStyle  style,
                               gunichar         character)
{
  gpointer known;

  if (!g_hash_table_lookup_extended (self->advances[style], GUINT_TO_POINTER (character), NULL, &known))
    {
      known = GINT_TO_POINTER (measure (self, style, character));
      g_hash_table_insert (self->advances[style], GUINT_TO_POINTER (character), known);
    }

  return GPOINTER_TO_INT (known) / (double) (MEASURED_AT * PANGO_SCALE);
}

/**
 * atlas_label_fonts_get_width:
 * @self: fonts
 * @style: a style
 * @text: a name
 *
 * Gets the width of a name, character by character: near enough to place it, and far quicker than laying it out.
 *
 * Returns: the width in parts of the font's size
 */
double
atlas_label_fonts_get_width (AtlasLabelFonts *self,
                             AtlasLabelStyle  style,
                             const char      *text)
{
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += atlas_label_fonts_get_advance (self, style, g_utf8_get_char (p));

  return width;
}

/**
 * atlas_label_style_get_ink:
 * @style: a style
 * @palette: inks
 *
 * Gets what a style is drawn with.
 *
 * Returns: text and halo
 */
AtlasLabelInk
atlas_label_style_get_ink (AtlasLabelStyle     style,
                           const AtlasPalette *palette)
{
  const Style  *row = &styles[style];
  AtlasLabelInk ink = {
    .text = *(const AtlasColor *) (const void *) ((const char *) palette + row->ink),
    .halo = *(const AtlasColor *) (const void *) ((const char *) palette + row->halo),
    .halo_width = row->halo_width,
  };

  ink.halo.alpha *= row->halo_strength;

  return ink;
}
