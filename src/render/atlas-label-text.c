// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-label-text.h"

#include "atlas-label-symbol.h"
#include "atlas-text-sink.h"

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

/* Letters with the ink, or, to be written down, only what is seen of their halo. */
static void
show_letters (const Letters *self,
              gboolean       halo)
{
  const AtlasColor none = { 0, 0.0F };
  const char      *p = self->text;

  for (guint i = 0; i < self->n_glyphs; i++, p = g_utf8_next_char (p))
    {
      gunichar     character = g_utf8_get_char (p);
      PangoLayout *layout = NULL;
      double       scale = 1.0;
      int          width, height;

      if (g_unichar_isspace (character))
        continue;
      layout = atlas_label_fonts_get_letter (self->fonts, self->look->style, character, self->look->size, &scale);
      pango_layout_get_size (layout, &width, &height);
      cairo_save (self->cr);
      turn_to (self, i);
      cairo_scale (self->cr, scale, scale);
      cairo_move_to (self->cr, -width / 2.0 / PANGO_SCALE, -height / 2.0 / PANGO_SCALE);
      if (halo)
        {
          atlas_text_show_haloed (self->cr, layout, none, self->look->halo, self->look->halo_width / scale);
        }
      else
        {
          atlas_palette_set_source (self->cr, self->look->ink, 1.0);
          atlas_text_show (self->cr, layout);
        }
      cairo_restore (self->cr);
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
