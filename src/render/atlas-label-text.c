// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-label-text.h"

#include "atlas-label-symbol.h"
#include "atlas-text-sink.h"

#include <math.h>

/* How far letters of a row may stand from where they stand if they are set in one go, and be turned. */
#define ROW_STRAY 0.4 /* px */
#define ROW_TURN 0.05 /* radians */

guint
atlas_placed_label_get_symbol (const AtlasPlacedLabel *label)
{
  return label->style == ATLAS_LABEL_STYLE_PEAK ? ATLAS_LABEL_SYMBOL_PEAK : MIN (label->rank, ATLAS_LABEL_SYMBOL_PEAK - 1);
}

typedef struct
{
  cairo_t                 *cr;
  AtlasLabelFonts         *fonts;
  const AtlasLabelLetters *look;
  const char              *text;
  const AtlasLabelGlyph   *glyphs;
  guint                    n_glyphs;
} Letters;

static void
turn_to (const Letters *self,
         guint          index)
{
  const AtlasLabelGlyph *glyph = &self->glyphs[index];

  cairo_translate (self->cr, (double) glyph->x * self->look->stretch, (double) glyph->y * self->look->stretch);
  cairo_rotate (self->cr, (double) glyph->angle);
}

static void
stroke_halo (const Letters *self)
{
  const char *p = self->text;

  cairo_new_path (self->cr);
  for (guint i = 0; i < self->n_glyphs; i++, p = g_utf8_next_char (p))
    {
      cairo_save (self->cr);
      turn_to (self, i);
      atlas_label_fonts_path_letter (self->fonts, self->cr, self->look->style, g_utf8_get_char (p), self->look->size);
      cairo_restore (self->cr);
    }
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (self->cr, self->look->halo_width);
  atlas_palette_set_source (self->cr, self->look->halo, 1.0);
  cairo_stroke (self->cr);
}

/* Letters that stand in a straight row. */
typedef struct
{
  guint       first, n;
  const char *text;
  double      spacing; /* px */
  AtlasPoint  middle;
  double      angle;
} Row;

static double
get_width (const Letters *self,
           const char    *character)
{
  return atlas_label_fonts_get_advance (self->fonts, self->look->style, g_utf8_get_char (character)) * self->look->size;
}

static AtlasPoint
get_place (const Letters *self,
           guint          index)
{
  return (AtlasPoint){ (double) self->glyphs[index].x * self->look->stretch, (double) self->glyphs[index].y * self->look->stretch };
}

/* Looks whether the first @n letters of a row, from @p on, stand nearly where they stand if they are set in one go, and if so makes them the row. */
static gboolean
try_row (const Letters *self,
         Row           *row,
         guint          n)
{
  AtlasPoint  from = get_place (self, row->first);
  AtlasPoint  to = get_place (self, row->first + n - 1);
  double      length = hypot (to.x - from.x, to.y - from.y);
  AtlasPoint  along = { (to.x - from.x) / length, (to.y - from.y) / length };
  double      angle = atan2 (along.y, along.x);
  double      first = get_width (self, row->text);
  double      widths = 0.0, last = first, spacing = 0.0, x = 0.0;
  const char *p = row->text;

  for (guint i = 0; i < n; i++, p = g_utf8_next_char (p))
    widths += last = get_width (self, p);
  spacing = (length - widths + (first + last) / 2.0) / (n - 1);

  p = row->text;
  for (guint i = 0; i < n; i++, p = g_utf8_next_char (p))
    {
      AtlasPoint place = get_place (self, row->first + i);
      double     width = get_width (self, p);

      place = (AtlasPoint){ place.x - from.x, place.y - from.y };
      if (fabs (remainder ((double) self->glyphs[row->first + i].angle - angle, 2.0 * G_PI)) > ROW_TURN ||
          fabs (place.y * along.x - place.x * along.y) > ROW_STRAY || fabs (place.x * along.x + place.y * along.y - x - (width - first) / 2.0) > ROW_STRAY)
        return FALSE;
      x += width + spacing;
    }

  x -= spacing + first;
  row->n = n;
  row->spacing = spacing;
  row->angle = angle;
  row->middle = (AtlasPoint){ from.x + along.x * x / 2.0, from.y + along.y * x / 2.0 };

  return TRUE;
}

/* As many letters from @first on as stand in a row. */
static Row
find_row (const Letters *self,
          guint          first,
          const char    *text)
{
  Row row = { first, 1, text, 0.0, get_place (self, first), (double) self->glyphs[first].angle };

  for (guint n = 2; first + n <= self->n_glyphs && try_row (self, &row, n); n++)
    ;

  return row;
}

static PangoLayout *
shape_row (const Letters *self,
           const Row     *row)
{
  PangoLayout *layout = pango_layout_new (atlas_label_fonts_get_context (self->fonts));
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (atlas_label_fonts_get (self->fonts, self->look->style));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, self->look->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_letter_spacing_new ((int) lround (row->spacing * PANGO_SCALE)));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, row->text, (int) (g_utf8_offset_to_pointer (row->text, row->n) - row->text));

  return layout;
}

/* Letters with the ink, or, to be written down, only what is seen of their halo. */
static void
show_row (const Letters *self,
          const Row     *row,
          gboolean       halo)
{
  const AtlasColor none = { 0, 0.0F };
  g_autoptr (PangoLayout) layout = shape_row (self, row);
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  cairo_save (self->cr);
  cairo_translate (self->cr, row->middle.x, row->middle.y);
  cairo_rotate (self->cr, row->angle);
  cairo_move_to (self->cr, -width / 2.0 / PANGO_SCALE, -height / 2.0 / PANGO_SCALE);
  if (halo)
    {
      atlas_text_show_haloed (self->cr, layout, none, self->look->halo, self->look->halo_width);
    }
  else
    {
      atlas_palette_set_source (self->cr, self->look->ink, 1.0);
      atlas_text_show (self->cr, layout);
    }
  cairo_restore (self->cr);
}

/* Letters that stand in a row are set in one go: who looks for a word finds it. */
static void
show_letters (const Letters *self,
              gboolean       halo)
{
  const char *p = self->text;

  for (guint i = 0; i < self->n_glyphs;)
    {
      Row row = find_row (self, i, p);

      if (row.n > 1 || !g_unichar_isspace (g_utf8_get_char (p)))
        show_row (self, &row, halo);
      i += row.n;
      p = g_utf8_offset_to_pointer (p, row.n);
    }
}

void
atlas_label_letters_show (cairo_t                 *cr,
                          AtlasLabelFonts         *fonts,
                          const AtlasLabelLetters *look,
                          const char              *text,
                          const AtlasLabelGlyph   *glyphs,
                          guint                    n_glyphs)
{
  Letters        self = { cr, fonts, look, text, glyphs, n_glyphs };
  AtlasTextSink *sink = atlas_text_sink_get (cr);

  cairo_save (cr);
  atlas_text_sink_begin_name (sink, text);
  if (sink != NULL)
    show_letters (&self, TRUE); /* all halos lie under all letters */
  else
    stroke_halo (&self);
  show_letters (&self, FALSE);
  atlas_text_sink_end_name (sink, cr);
  cairo_restore (cr);
}

static void
show_straight (cairo_t                *cr,
               const AtlasLabelLook   *look,
               const AtlasPlacedLabel *label,
               const AtlasLabelInk    *ink)
{
  g_autoptr (PangoLayout) layout = atlas_label_look_create_layout (look, label);
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  cairo_move_to (cr, -width / 2.0 / PANGO_SCALE, -height / 2.0 / PANGO_SCALE);
  atlas_text_show_haloed (cr, layout, ink->text, ink->halo, ink->halo_width);
}

void
atlas_label_text_show (cairo_t                *cr,
                       const AtlasLabelLook   *look,
                       const AtlasPlacedLabel *label)
{
  AtlasLabelInk     ink = atlas_label_style_get_ink (label->style, look->palette);
  AtlasLabelLetters letters = { label->style, label->size, label->stretch, ink.text, ink.halo, ink.halo_width };

  if (label->has_symbol)
    {
      cairo_save (cr);
      cairo_translate (cr, label->symbol_x, label->symbol_y);
      atlas_label_symbol_draw (cr, look->palette, atlas_placed_label_get_symbol (label));
      cairo_restore (cr);
    }

  cairo_save (cr);
  cairo_translate (cr, label->x, label->y);
  if (label->glyphs != NULL)
    atlas_label_letters_show (cr, look->fonts, &letters, label->text, label->glyphs, label->n_glyphs);
  else
    show_straight (cr, look, label, &ink);
  cairo_restore (cr);
}
