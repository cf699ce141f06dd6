// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-label-style.h"

#include <cairo-ft.h>
#include <hb.h>
#include <stddef.h>

#define SANS "Lato, Noto Sans, DejaVu Sans, Sans"
#define SERIF "Charis SIL, Gentium, Noto Serif, DejaVu Serif, Serif"
#define MAX_SPARES 4
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
  [ATLAS_LABEL_STYLE_ITEM]    = { SANS " Medium",      INK (town),         INK (halo),       1.0f, 2.4f },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (styles) == ATLAS_N_LABEL_STYLES);

/* A character at MEASURED_AT. */
typedef struct
{
  int           width;   /* Pango units */
  PangoLayout  *layout;  /* made when first asked for */
  cairo_path_t *outline; /* around the middle of its width and of the line; made when first asked for */
} Letter;

struct _AtlasLabelFonts
{
  PangoContext         *context;
  PangoFontDescription *fonts[ATLAS_N_LABEL_STYLES];
  GHashTable           *letters[ATLAS_N_LABEL_STYLES]; /* character → Letter */
};

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  g_clear_pointer (&letter->outline, cairo_path_destroy);
  g_clear_object (&letter->layout);
  g_free (letter);
}

/* Letters that the fonts of all styles have, if they have the scripts of the atlas's languages at all. */
static const gunichar pinned[] = { 'a', 0x436 };

/* Keeps the faces of all styles open for good. Cairo 1.16 keeps ten open and closes one of the others when it opens one more, even
 * while another thread draws with it: what is locked it leaves alone. */
static gpointer
pin_faces (gpointer user_data)
{
  AtlasLabelFonts *self = user_data;
  GPtrArray       *kept = g_ptr_array_new ();

  for (guint i = 0; i < ATLAS_N_LABEL_STYLES; i++)
    {
      g_autoptr (PangoFontDescription) description = pango_font_description_copy (self->fonts[i]);
      g_autoptr (GObject) fontset = NULL;

      pango_font_description_set_absolute_size (description, MEASURED_AT * PANGO_SCALE);
      fontset = G_OBJECT (pango_context_load_fontset (self->context, description, pango_context_get_language (self->context)));
      for (guint k = 0; k < G_N_ELEMENTS (pinned); k++)
        {
          g_autoptr (GObject) font = G_OBJECT (pango_fontset_get_font (PANGO_FONTSET (fontset), pinned[k]));
          cairo_scaled_font_t *scaled = PANGO_IS_CAIRO_FONT (font) ? pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)) : NULL;

          if (scaled != NULL && cairo_scaled_font_get_type (scaled) == CAIRO_FONT_TYPE_FT && cairo_ft_scaled_font_lock_face (scaled) != NULL)
            g_ptr_array_add (kept, cairo_scaled_font_reference (scaled));
        }
    }

  return kept;
}

/* Fonts that nobody uses now: to find them in the system, and to measure their letters, takes longer than to draw a small map. */
static struct
{
  GMutex           mutex;
  AtlasLabelFonts *fonts[MAX_SPARES];
  guint            n;
} spares;

static AtlasLabelFonts *
create_fonts (void)
{
  AtlasLabelFonts      *self = g_new0 (AtlasLabelFonts, 1);
  cairo_font_options_t *options = cairo_font_options_create ();
  g_autoptr (PangoFontMap) map = NULL;

  /* Names stand between pixels while one zooms: hinting would make their letters dance. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);

  /* Not the thread's own map: fonts may be made in one thread and used, later, in another. */
  map = pango_cairo_font_map_new ();
  self->context = pango_font_map_create_context (map);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);

  for (guint i = 0; i < ATLAS_N_LABEL_STYLES; i++)
    {
      self->fonts[i] = pango_font_description_from_string (styles[i].font);
      self->letters[i] = g_hash_table_new_full (NULL, NULL, NULL, letter_free);
    }

  return self;
}

/**
 * atlas_label_fonts_new:
 *
 * Loads the fonts of all styles. They may be used by one thread at a time. Where a font is not installed the next of its row stands in.
 *
 * The first time their faces are opened for good, so that text may be drawn in several threads at once: do that in the main thread.
 *
 * Returns: (transfer full): the fonts
 */
AtlasLabelFonts *
atlas_label_fonts_new (void)
{
  static GOnce     once = G_ONCE_INIT;
  AtlasLabelFonts *self = NULL;

  g_mutex_lock (&spares.mutex);
  if (spares.n > 0)
    self = spares.fonts[--spares.n];
  g_mutex_unlock (&spares.mutex);
  if (self == NULL)
    self = create_fonts ();
  g_once (&once, pin_faces, self);

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
  gboolean is_spare = FALSE;

  g_mutex_lock (&spares.mutex);
  is_spare = spares.n < MAX_SPARES;
  if (is_spare)
    spares.fonts[spares.n++] = self;
  g_mutex_unlock (&spares.mutex);
  if (is_spare)
    return;

  for (guint i = 0; i < ATLAS_N_LABEL_STYLES; i++)
    {
      pango_font_description_free (self->fonts[i]);
      g_hash_table_unref (self->letters[i]);
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

static PangoLayout *
create_letter_layout (AtlasLabelFonts *self,
                      AtlasLabelStyle  style,
                      gunichar         character)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (self->fonts[style]);
  char utf8[8];

  pango_font_description_set_absolute_size (font, MEASURED_AT * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, utf8, g_unichar_to_utf8 (character, utf8));

  return layout;
}

/* The advance of a character, in Pango units. HarfBuzz reads the font's file by itself: names are measured in a worker, and
 * cairo 1.16 may close a FreeType face that another thread is drawing with. */
static int
measure_letter (AtlasLabelFonts *self,
                AtlasLabelStyle  style,
                gunichar         character)
{
  g_autoptr (PangoFontDescription) description = pango_font_description_copy (self->fonts[style]);
  g_autoptr (GObject) fontset = NULL;
  g_autoptr (GObject) font = NULL;
  hb_font_t     *shape = NULL;
  hb_codepoint_t glyph = 0;

  pango_font_description_set_absolute_size (description, MEASURED_AT * PANGO_SCALE);
  fontset = G_OBJECT (pango_context_load_fontset (self->context, description, pango_context_get_language (self->context)));
  font = G_OBJECT (pango_fontset_get_font (PANGO_FONTSET (fontset), character));
  shape = font != NULL ? pango_font_get_hb_font (PANGO_FONT (font)) : NULL;
  if (shape == NULL || !hb_font_get_nominal_glyph (shape, character, &glyph))
    return 0;

  return PANGO_UNITS_ROUND (hb_font_get_glyph_h_advance (shape, glyph));
}

static Letter *
get_letter (AtlasLabelFonts *self,
            AtlasLabelStyle  style,
            gunichar         character)
{
  Letter *letter = g_hash_table_lookup (self->letters[style], GUINT_TO_POINTER (character));

  if (letter != NULL)
    return letter;

  letter = g_new0 (Letter, 1);
  letter->width = measure_letter (self, style, character);
  g_hash_table_insert (self->letters[style], GUINT_TO_POINTER (character), letter);

  return letter;
}

static cairo_path_t *
create_outline (AtlasLabelFonts *self,
                AtlasLabelStyle  style,
                gunichar         character)
{
  g_autoptr (PangoLayout) layout = create_letter_layout (self, style, character);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t         *cr = cairo_create (surface);
  cairo_path_t    *outline;
  int              width, height;

  pango_layout_get_size (layout, &width, &height);
  cairo_move_to (cr, -width / 2.0 / PANGO_SCALE, -height / 2.0 / PANGO_SCALE);
  pango_cairo_layout_path (cr, layout);
  outline = cairo_copy_path (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return outline;
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
  return get_letter (self, style, character)->width / (double) (MEASURED_AT * PANGO_SCALE);
}

/**
 * atlas_label_fonts_path_letter:
 * @self: fonts
 * @cr: a context
 * @style: a style
 * @character: a character
 * @size: px
 *
 * Adds the outline of a character, its middle at the origin, to the path.
 *
 * Outlines are kept, so that names along lines cost little more than straight ones.
 */
void
atlas_label_fonts_path_letter (AtlasLabelFonts *self,
                               cairo_t         *cr,
                               AtlasLabelStyle  style,
                               gunichar         character,
                               double           size)
{
  Letter *letter = get_letter (self, style, character);

  if (letter->outline == NULL)
    letter->outline = create_outline (self, style, character);

  cairo_save (cr);
  cairo_scale (cr, size / MEASURED_AT, size / MEASURED_AT);
  cairo_append_path (cr, letter->outline);
  cairo_restore (cr);
}

/**
 * atlas_label_fonts_get_letter:
 * @self: fonts
 * @style: a style
 * @character: a character
 * @size: px
 * @scale: (out): by what the layout is to be scaled to have the size
 *
 * Gets a character as text.
 *
 * Returns: (transfer none): its layout
 */
PangoLayout *
atlas_label_fonts_get_letter (AtlasLabelFonts *self,
                              AtlasLabelStyle  style,
                              gunichar         character,
                              double           size,
                              double          *scale)
{
  Letter *letter = get_letter (self, style, character);

  if (letter->layout == NULL)
    letter->layout = create_letter_layout (self, style, character);
  *scale = size / MEASURED_AT;

  return letter->layout;
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
