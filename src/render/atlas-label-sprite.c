// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-label-sprite.h"

#include "atlas-halo.h"

#include <math.h>

#define MARGIN 3         /* px around the text, for the halo */
#define LETTER_REACH 0.8 /* from a letter's middle, of its size */

void
atlas_label_sprite_free (AtlasLabelSprite *self)
{
  cairo_surface_destroy (self->surface);
  g_free (self);
}

PangoLayout *
atlas_label_look_create_layout (const AtlasLabelLook   *look,
                                const AtlasPlacedLabel *label)
{
  PangoLayout *layout = pango_layout_new (atlas_label_fonts_get_context (look->fonts));
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (atlas_label_fonts_get (look->fonts, label->style));

  pango_font_description_set_absolute_size (font, label->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  if (label->spacing > 0)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_letter_spacing_new ((int) (label->spacing * PANGO_SCALE)));
      pango_layout_set_attributes (layout, attributes);
    }
  pango_layout_set_text (layout, label->text, -1);

  return layout;
}

static void
move_to_start (cairo_t     *cr,
               PangoLayout *layout)
{
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  cairo_move_to (cr, -width / 2.0 / PANGO_SCALE, -height / 2.0 / PANGO_SCALE);
}

static void
path_letters (const AtlasLabelLook   *look,
              cairo_t                *cr,
              const AtlasPlacedLabel *label)
{
  const char *p = label->text;

  for (guint i = 0; i < label->n_glyphs; i++, p = g_utf8_next_char (p))
    {
      cairo_save (cr);
      cairo_translate (cr, label->glyphs[i].x * label->stretch, label->glyphs[i].y * label->stretch);
      cairo_rotate (cr, label->glyphs[i].angle);
      atlas_label_fonts_path_letter (look->fonts, cr, label->style, g_utf8_get_char (p), label->size);
      cairo_restore (cr);
    }
}

static AtlasBox
get_letters_extents (const AtlasPlacedLabel *label)
{
  double   half = label->size * LETTER_REACH + MARGIN;
  AtlasBox box = { 0, 0, 0, 0 };

  for (guint i = 0; i < label->n_glyphs; i++)
    box = (AtlasBox){
      MIN (box.x0, label->glyphs[i].x * label->stretch - half),
      MIN (box.y0, label->glyphs[i].y * label->stretch - half),
      MAX (box.x1, label->glyphs[i].x * label->stretch + half),
      MAX (box.y1, label->glyphs[i].y * label->stretch + half),
    };

  return box;
}

static AtlasBox
get_layout_extents (PangoLayout *layout)
{
  double half_width, half_height;
  int    width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  half_width = width / 2.0 + MARGIN;
  half_height = height / 2.0 + MARGIN;

  return (AtlasBox){ -half_width, -half_height, half_width, half_height };
}

static cairo_surface_t *
create_image (const AtlasLabelLook *look,
              cairo_format_t        format,
              AtlasBox              box)
{
  return cairo_image_surface_create (format, (int) ceil ((box.x1 - box.x0) * look->device_scale), (int) ceil ((box.y1 - box.y0) * look->device_scale));
}

/* Draws the shape of a name. Straight letters (@layout) come from Pango's cache of pictures, bent ones are filled. */
static cairo_surface_t *
create_mask (const AtlasLabelLook   *look,
             const AtlasPlacedLabel *label,
             PangoLayout            *layout,
             AtlasBox                box)
{
  cairo_surface_t *mask = create_image (look, CAIRO_FORMAT_A8, box);
  cairo_t         *cr = cairo_create (mask);

  cairo_scale (cr, look->device_scale, look->device_scale);
  cairo_translate (cr, -box.x0, -box.y0);
  if (layout != NULL)
    {
      move_to_start (cr, layout);
      pango_cairo_show_layout (cr, layout);
    }
  else
    {
      path_letters (look, cr, label);
      cairo_fill (cr);
    }
  cairo_destroy (cr);

  return mask;
}

AtlasLabelSprite *
atlas_label_sprite_new (const AtlasLabelLook   *look,
                        const AtlasPlacedLabel *label)
{
  AtlasLabelSprite *sprite = g_new (AtlasLabelSprite, 1);
  AtlasLabelInk     ink = atlas_label_style_get_ink (label->style, look->palette);
  g_autoptr (PangoLayout) layout = label->glyphs == NULL ? atlas_label_look_create_layout (look, label) : NULL;
  AtlasBox         box = layout != NULL ? get_layout_extents (layout) : get_letters_extents (label);
  cairo_surface_t *mask, *halo;
  cairo_t         *cr;

  sprite->x = box.x0 = floor (box.x0);
  sprite->y = box.y0 = floor (box.y0);
  mask = create_mask (look, label, layout, box);
  halo = atlas_halo_create (mask, ink.halo_width / 2 * look->device_scale);

  sprite->surface = create_image (look, CAIRO_FORMAT_ARGB32, box);
  cr = cairo_create (sprite->surface);
  atlas_palette_set_source (cr, ink.halo, 1);
  cairo_mask_surface (cr, halo, 0, 0);
  atlas_palette_set_source (cr, ink.text, 1);
  cairo_mask_surface (cr, mask, 0, 0);
  cairo_destroy (cr);
  cairo_surface_set_device_scale (sprite->surface, look->device_scale, look->device_scale);

  cairo_surface_destroy (mask);
  cairo_surface_destroy (halo);

  return sprite;
}
