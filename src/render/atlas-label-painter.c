// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-label-painter.h"

#include "atlas-halo.h"
#include "atlas-label-symbol.h"

#include <math.h>

#define MAX_SPRITES 4000      /* some 30 MB; then all are dropped and those in view drawn anew */
#define SPRITE_MARGIN 3       /* px around the text, for the halo */
#define TIME_FOR_SPRITES 2000 /* µs a frame */
#define SYMBOL_REACH 5        /* px from a symbol's middle to the edge of its picture */

struct _AtlasLabelPainter
{
  const AtlasPalette *palette;
  double              device_scale;
  AtlasLabelFonts    *fonts;
  GHashTable         *sprites;   /* guint64 (a label's id) → AtlasLabelSprite */
  GHashTable         *stand_ins; /* a name's text (the basemap's) → the AtlasLabelSprite of it that was painted last */
  AtlasLabelSprite   *symbols[ATLAS_N_LABEL_SYMBOLS];
};

static void
sprite_free (gpointer data)
{
  AtlasLabelSprite *sprite = data;

  cairo_surface_destroy (sprite->surface);
  g_free (sprite);
}

/**
 * atlas_label_painter_new:
 * @palette: inks
 * @device_scale: device pixels a logical pixel
 *
 * Makes a painter.
 *
 * Returns: (transfer full): the painter
 */
AtlasLabelPainter *
atlas_label_painter_new (const AtlasPalette *palette,
                         double              device_scale)
{
  AtlasLabelPainter *self;

  g_return_val_if_fail (palette != NULL, NULL);
  g_return_val_if_fail (device_scale > 0, NULL);

  self = g_new0 (AtlasLabelPainter, 1);
  self->palette = palette;
  self->device_scale = device_scale;
  self->fonts = atlas_label_fonts_new ();
  self->sprites = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, sprite_free);
  self->stand_ins = g_hash_table_new (NULL, NULL);

  return self;
}

/**
 * atlas_label_painter_free:
 * @self: (transfer full): a painter
 *
 * Frees a painter and its pictures.
 */
void
atlas_label_painter_free (AtlasLabelPainter *self)
{
  atlas_label_painter_clear (self);
  g_hash_table_unref (self->stand_ins);
  g_hash_table_unref (self->sprites);
  atlas_label_fonts_free (self->fonts);
  g_free (self);
}

/**
 * atlas_label_painter_set_look:
 * @self: a painter
 * @palette: inks
 * @device_scale: device pixels a logical pixel
 *
 * Changes inks and scale; pictures made for others are dropped.
 */
void
atlas_label_painter_set_look (AtlasLabelPainter  *self,
                              const AtlasPalette *palette,
                              double              device_scale)
{
  g_return_if_fail (palette != NULL);
  g_return_if_fail (device_scale > 0);

  if (self->palette == palette && self->device_scale == device_scale)
    return;

  self->palette = palette;
  self->device_scale = device_scale;
  atlas_label_painter_clear (self);
}

/**
 * atlas_label_painter_clear:
 * @self: a painter
 *
 * Drops all pictures; to be called when the labels' placer changes, as ids are the placer's.
 */
void
atlas_label_painter_clear (AtlasLabelPainter *self)
{
  g_hash_table_remove_all (self->stand_ins);
  g_hash_table_remove_all (self->sprites);
  for (guint i = 0; i < ATLAS_N_LABEL_SYMBOLS; i++)
    g_clear_pointer (&self->symbols[i], sprite_free);
}

static PangoLayout *
create_layout (AtlasLabelPainter      *self,
               const AtlasPlacedLabel *label)
{
  PangoLayout *layout = pango_layout_new (atlas_label_fonts_get_context (self->fonts));
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (atlas_label_fonts_get (self->fonts, label->style));

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
path_letters (AtlasLabelPainter      *self,
              cairo_t                *cr,
              const AtlasPlacedLabel *label)
{
  const char *p = label->text;

  for (guint i = 0; i < label->n_glyphs; i++, p = g_utf8_next_char (p))
    {
      cairo_save (cr);
      cairo_translate (cr, label->glyphs[i].x * label->stretch, label->glyphs[i].y * label->stretch);
      cairo_rotate (cr, label->glyphs[i].angle);
      atlas_label_fonts_path_letter (self->fonts, cr, label->style, g_utf8_get_char (p), label->size);
      cairo_restore (cr);
    }
}

/* Adds the outlines of a name around the origin. */
static void
path_text (AtlasLabelPainter      *self,
           cairo_t                *cr,
           const AtlasPlacedLabel *label)
{
  g_autoptr (PangoLayout) layout = NULL;

  cairo_new_path (cr);
  if (label->glyphs != NULL)
    {
      path_letters (self, cr, label);
      return;
    }

  layout = create_layout (self, label);
  move_to_start (cr, layout);
  pango_cairo_layout_path (cr, layout);
}

static AtlasBox
get_letters_extents (const AtlasPlacedLabel *label)
{
  double   half = label->size + SPRITE_MARGIN;
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
  half_width = width / 2.0 + SPRITE_MARGIN;
  half_height = height / 2.0 + SPRITE_MARGIN;

  return (AtlasBox){ -half_width, -half_height, half_width, half_height };
}

static cairo_surface_t *
create_image (AtlasLabelPainter *self,
              cairo_format_t     format,
              AtlasBox           box)
{
  return cairo_image_surface_create (format, (int) ceil ((box.x1 - box.x0) * self->device_scale), (int) ceil ((box.y1 - box.y0) * self->device_scale));
}

/* Draws the shape of a name. Straight letters (@layout) come from Pango's cache of pictures, bent ones are filled. */
static cairo_surface_t *
create_mask (AtlasLabelPainter      *self,
             const AtlasPlacedLabel *label,
             PangoLayout            *layout,
             AtlasBox                box)
{
  cairo_surface_t *mask = create_image (self, CAIRO_FORMAT_A8, box);
  cairo_t         *cr = cairo_create (mask);

  cairo_scale (cr, self->device_scale, self->device_scale);
  cairo_translate (cr, -box.x0, -box.y0);
  if (layout != NULL)
    {
      move_to_start (cr, layout);
      pango_cairo_show_layout (cr, layout);
    }
  else
    {
      path_letters (self, cr, label);
      cairo_fill (cr);
    }
  cairo_destroy (cr);

  return mask;
}

static AtlasLabelSprite *
create_sprite (AtlasLabelPainter      *self,
               const AtlasPlacedLabel *label)
{
  AtlasLabelSprite *sprite = g_new (AtlasLabelSprite, 1);
  AtlasLabelInk     ink = atlas_label_style_get_ink (label->style, self->palette);
  g_autoptr (PangoLayout) layout = label->glyphs == NULL ? create_layout (self, label) : NULL;
  AtlasBox         box = layout != NULL ? get_layout_extents (layout) : get_letters_extents (label);
  cairo_surface_t *mask, *halo;
  cairo_t         *cr;

  sprite->x = box.x0 = floor (box.x0);
  sprite->y = box.y0 = floor (box.y0);
  mask = create_mask (self, label, layout, box);
  halo = atlas_halo_create (mask, ink.halo_width / 2 * self->device_scale);

  sprite->surface = create_image (self, CAIRO_FORMAT_ARGB32, box);
  cr = cairo_create (sprite->surface);
  atlas_palette_set_source (cr, ink.halo, 1);
  cairo_mask_surface (cr, halo, 0, 0);
  atlas_palette_set_source (cr, ink.text, 1);
  cairo_mask_surface (cr, mask, 0, 0);
  cairo_destroy (cr);
  cairo_surface_set_device_scale (sprite->surface, self->device_scale, self->device_scale);

  cairo_surface_destroy (mask);
  cairo_surface_destroy (halo);

  return sprite;
}

/**
 * atlas_label_painter_get_sprite:
 * @self: a painter
 * @label: a placed name
 *
 * Gets the picture of a name.
 *
 * Returns: (transfer none): the picture, valid until another one is asked for
 */
const AtlasLabelSprite *
atlas_label_painter_get_sprite (AtlasLabelPainter      *self,
                                const AtlasPlacedLabel *label)
{
  AtlasLabelSprite *sprite = g_hash_table_lookup (self->sprites, &label->id);

  if (sprite != NULL)
    return sprite;

  if (g_hash_table_size (self->sprites) >= MAX_SPRITES)
    {
      g_hash_table_remove_all (self->stand_ins);
      g_hash_table_remove_all (self->sprites);
    }
  sprite = create_sprite (self, label);
  g_hash_table_insert (self->sprites, g_memdup2 (&label->id, sizeof label->id), sprite);

  return sprite;
}

static guint
get_symbol_index (const AtlasPlacedLabel *label)
{
  return label->style == ATLAS_LABEL_STYLE_PEAK ? ATLAS_LABEL_SYMBOL_PEAK : MIN (label->rank, ATLAS_LABEL_SYMBOL_PEAK - 1);
}

/**
 * atlas_label_painter_get_symbol:
 * @self: a painter
 * @label: a placed name that has a symbol
 *
 * Gets the picture of the dot or triangle beside a name.
 *
 * Returns: (transfer none): the picture, whose place counts from the symbol's middle
 */
const AtlasLabelSprite *
atlas_label_painter_get_symbol (AtlasLabelPainter      *self,
                                const AtlasPlacedLabel *label)
{
  guint             index = get_symbol_index (label);
  AtlasLabelSprite *sprite = self->symbols[index];
  cairo_t          *cr;

  g_return_val_if_fail (label->has_symbol, NULL);

  if (sprite != NULL)
    return sprite;

  sprite = self->symbols[index] = g_new (AtlasLabelSprite, 1);
  sprite->x = sprite->y = -SYMBOL_REACH;
  sprite->surface = create_image (self, CAIRO_FORMAT_ARGB32, (AtlasBox){ 0, 0, 2 * SYMBOL_REACH, 2 * SYMBOL_REACH });
  cairo_surface_set_device_scale (sprite->surface, self->device_scale, self->device_scale);
  cr = cairo_create (sprite->surface);
  cairo_translate (cr, SYMBOL_REACH, SYMBOL_REACH);
  atlas_label_symbol_draw (cr, self->palette, index);
  cairo_destroy (cr);

  return sprite;
}

static double
snap (const AtlasLabelPainter *self,
      double                   position)
{
  return round (position * self->device_scale) / self->device_scale;
}

static void
paint_sprite (AtlasLabelPainter      *self,
              cairo_t                *cr,
              const AtlasLabelSprite *sprite,
              double                  x,
              double                  y)
{
  cairo_set_source_surface (cr, sprite->surface, snap (self, x) + sprite->x, snap (self, y) + sprite->y);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
}

/* Once the time for new pictures is spent, the name's picture in another size will do for a frame. */
static const AtlasLabelSprite *
get_sprite_in_time (AtlasLabelPainter      *self,
                    const AtlasPlacedLabel *label,
                    gint64                  deadline,
                    gboolean               *complete)
{
  const AtlasLabelSprite *sprite = g_hash_table_lookup (self->sprites, &label->id);

  if (sprite == NULL && g_get_monotonic_time () > deadline)
    {
      sprite = g_hash_table_lookup (self->stand_ins, label->text);
      if (sprite != NULL)
        {
          *complete = FALSE;
          return sprite;
        }
    }
  if (sprite == NULL)
    sprite = atlas_label_painter_get_sprite (self, label);
  if (label->style != ATLAS_LABEL_STYLE_RIVER) /* whose names are bent differently everywhere */
    g_hash_table_insert (self->stand_ins, (gpointer) label->text, (gpointer) sprite);

  return sprite;
}

static gboolean
is_of_area (const AtlasPlacedLabel *label)
{
  return label->glyphs != NULL && label->style != ATLAS_LABEL_STYLE_RIVER;
}

/**
 * atlas_label_painter_paint:
 * @self: a painter
 * @cr: a context in px of the view
 * @labels: (element-type AtlasPlacedLabel): names, most important first
 * @layers: which of them
 *
 * Draws names for the screen.
 *
 * Each is moved to the nearest device pixel, so that it is as crisp as if it were alone. When many names change their size at
 * once, as happens while one zooms, some are drawn in their old size, so that no frame takes long.
 *
 * Returns: %FALSE if some were, and the view should be drawn again
 */
gboolean
atlas_label_painter_paint (AtlasLabelPainter *self,
                           cairo_t           *cr,
                           GArray            *labels,
                           AtlasLabelLayers   layers)
{
  gint64   deadline = g_get_monotonic_time () + TIME_FOR_SPRITES;
  gboolean complete = TRUE;

  for (guint i = labels->len; i-- > 0;) /* the most important lie on top */
    {
      const AtlasPlacedLabel *label = &g_array_index (labels, AtlasPlacedLabel, i);

      if ((layers & (is_of_area (label) ? ATLAS_LABEL_AREAS : ATLAS_LABEL_PLACES)) == 0)
        continue;
      if (label->has_symbol)
        paint_sprite (self, cr, atlas_label_painter_get_symbol (self, label), label->symbol_x, label->symbol_y);
      paint_sprite (self, cr, get_sprite_in_time (self, label, deadline, &complete), label->x, label->y);
    }

  return complete;
}

static void
stroke_and_fill (AtlasLabelPainter *self,
                 cairo_t           *cr,
                 AtlasLabelStyle    style)
{
  AtlasLabelInk ink = atlas_label_style_get_ink (style, self->palette);

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, ink.halo_width);
  atlas_palette_set_source (cr, ink.halo, 1);
  cairo_stroke_preserve (cr);
  atlas_palette_set_source (cr, ink.text, 1);
  cairo_fill (cr);
}

/**
 * atlas_label_painter_paint_outlines:
 * @self: a painter
 * @cr: a context in px of the view
 * @labels: (element-type AtlasPlacedLabel): names, most important first
 *
 * Draws names as outlines, for paper and vector files.
 */
void
atlas_label_painter_paint_outlines (AtlasLabelPainter *self,
                                    cairo_t           *cr,
                                    GArray            *labels)
{
  for (guint i = labels->len; i-- > 0;)
    {
      const AtlasPlacedLabel *label = &g_array_index (labels, AtlasPlacedLabel, i);

      cairo_save (cr);
      cairo_translate (cr, label->symbol_x, label->symbol_y);
      if (label->has_symbol)
        atlas_label_symbol_draw (cr, self->palette, get_symbol_index (label));
      cairo_translate (cr, label->x - label->symbol_x, label->y - label->symbol_y);
      path_text (self, cr, label);
      stroke_and_fill (self, cr, label->style);
      cairo_restore (cr);
    }
}
