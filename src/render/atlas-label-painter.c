// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-label-painter.h"

#include "atlas-label-symbol.h"
#include "atlas-label-text.h"

#include <math.h>

#define MAX_SPRITES 4000                      /* some 30 MB; then all are dropped and those in view drawn anew */
#define LETTER (G_GUINT64_CONSTANT (1) << 62) /* in the key of a letter's picture */
#define TIME_FOR_SPRITES 1500                 /* µs a frame */
#define SYMBOL_REACH 5                        /* px from a symbol's middle to the edge of its picture */

struct _AtlasLabelPainter
{
  AtlasLabelLook    look;
  gint64            deadline;    /* of a frame: after it no more pictures are drawn than need be */
  gboolean          is_complete; /* this frame has all it should */
  gboolean          patient;
  GHashTable       *sprites;   /* guint64 (a label's id) → AtlasLabelSprite */
  GHashTable       *stand_ins; /* a name's text (the basemap's) → the AtlasLabelSprite of it that was painted last */
  AtlasLabelSprite *symbols[ATLAS_N_LABEL_SYMBOLS];
};

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
  self->look.palette = palette;
  self->look.device_scale = device_scale;
  self->look.fonts = atlas_label_fonts_new ();
  self->sprites = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) atlas_label_sprite_free);
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
  atlas_label_fonts_free (self->look.fonts);
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

  if (self->look.palette == palette && self->look.device_scale == device_scale)
    return;

  self->look.palette = palette;
  self->look.device_scale = device_scale;
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
    g_clear_pointer (&self->symbols[i], atlas_label_sprite_free);
}

void
atlas_label_painter_set_patient (AtlasLabelPainter *self,
                                 gboolean           patient)
{
  g_return_if_fail (self != NULL);

  self->patient = patient;
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
  sprite = atlas_label_sprite_new (&self->look, label);
  g_hash_table_insert (self->sprites, g_memdup2 (&label->id, sizeof label->id), sprite);

  return sprite;
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
  guint             index = atlas_placed_label_get_symbol (label);
  AtlasLabelSprite *sprite = self->symbols[index];
  cairo_t          *cr;

  g_return_val_if_fail (label->has_symbol, NULL);

  if (sprite != NULL)
    return sprite;

  sprite = self->symbols[index] = g_new (AtlasLabelSprite, 1);
  sprite->x = sprite->y = -SYMBOL_REACH;
  sprite->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (2 * SYMBOL_REACH * self->look.device_scale),
                                                (int) ceil (2 * SYMBOL_REACH * self->look.device_scale));
  cairo_surface_set_device_scale (sprite->surface, self->look.device_scale, self->look.device_scale);
  cr = cairo_create (sprite->surface);
  cairo_translate (cr, SYMBOL_REACH, SYMBOL_REACH);
  atlas_label_symbol_draw (cr, self->look.palette, index);
  cairo_destroy (cr);

  return sprite;
}

static double
snap (const AtlasLabelPainter *self,
      double                   position)
{
  return round (position * self->look.device_scale) / self->look.device_scale;
}

static void
paint_sprite (AtlasLabelPainter      *self,
              cairo_t                *cr,
              const AtlasLabelSprite *sprite, /* (nullable) */
              double                  x,
              double                  y)
{
  if (sprite == NULL)
    return;

  cairo_set_source_surface (cr, sprite->surface, snap (self, x) + sprite->x, snap (self, y) + sprite->y);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
}

/* Once the time for new pictures is spent, the picture that was painted last under @stand_in will do for a frame: the same in
 * another size or bend. Where there is none (%NULL), the name comes a frame later. */
static const AtlasLabelSprite *
get_sprite_in_time (AtlasLabelPainter      *self,
                    const AtlasPlacedLabel *label,
                    gconstpointer           stand_in)
{
  const AtlasLabelSprite *sprite = g_hash_table_lookup (self->sprites, &label->id);

  if (sprite == NULL && g_get_monotonic_time () > self->deadline)
    {
      self->is_complete = FALSE;
      return g_hash_table_lookup (self->stand_ins, stand_in);
    }
  if (sprite == NULL)
    sprite = atlas_label_painter_get_sprite (self, label);
  g_hash_table_insert (self->stand_ins, (gpointer) stand_in, (gpointer) sprite);

  return sprite;
}

/* Names of areas move apart while one zooms, so they are put together from pictures of their letters; two degrees more or less
 * is not seen, and lets letters be shared. */
static const AtlasLabelSprite *
get_letter_sprite (AtlasLabelPainter      *self,
                   const AtlasPlacedLabel *label,
                   guint                   index,
                   const char             *character)
{
  int              degrees = 2 * (int) round (label->glyphs[index].angle * 90 / G_PI);
  gunichar         c = g_utf8_get_char (character);
  guint64          key = LETTER | (guint64) (degrees & 511) << 40 | (guint64) (label->size * 2) << 28 | (guint64) label->style << 22 | c;
  AtlasLabelGlyph  glyph = { 0, 0, (float) (degrees * G_PI / 180) };
  AtlasPlacedLabel letter = { .id = key, .style = label->style, .text = character, .size = label->size, .glyphs = &glyph, .n_glyphs = 1, .stretch = 1 };

  return get_sprite_in_time (self, &letter, GSIZE_TO_POINTER ((gsize) (label->style + 1) << 22 | c)); /* no address of a text */
}

static void
paint_area (AtlasLabelPainter      *self,
            cairo_t                *cr,
            const AtlasPlacedLabel *label)
{
  const char *p = label->text;

  for (guint i = 0; i < label->n_glyphs; i++, p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      paint_sprite (self, cr, get_letter_sprite (self, label, i, p), label->x + label->glyphs[i].x * label->stretch, label->y + label->glyphs[i].y * label->stretch);
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
 * once, as happens while one zooms, some are drawn in their old size and new ones come later, so that no frame takes long.
 *
 * Returns: %FALSE if some were, and the view should be drawn again
 */
gboolean
atlas_label_painter_paint (AtlasLabelPainter *self,
                           cairo_t           *cr,
                           GArray            *labels,
                           AtlasLabelLayers   layers)
{
  self->deadline = self->patient ? G_MAXINT64 : g_get_monotonic_time () + TIME_FOR_SPRITES;
  self->is_complete = TRUE;

  for (guint i = labels->len; i-- > 0;) /* the most important lie on top */
    {
      const AtlasPlacedLabel *label = &g_array_index (labels, AtlasPlacedLabel, i);

      if (is_of_area (label))
        {
          if ((layers & ATLAS_LABEL_AREAS) != 0)
            paint_area (self, cr, label);
          continue;
        }
      if ((layers & ATLAS_LABEL_PLACES) == 0)
        continue;
      if (label->has_symbol)
        paint_sprite (self, cr, atlas_label_painter_get_symbol (self, label), label->symbol_x, label->symbol_y);
      paint_sprite (self, cr, get_sprite_in_time (self, label, label->text), label->x, label->y);
    }

  return self->is_complete;
}

/**
 * atlas_label_painter_show:
 * @self: a painter
 * @cr: a context in px of the view
 * @labels: (element-type AtlasPlacedLabel): names, most important first
 * @layers: which of them
 *
 * Draws names for paper: as text and shapes.
 */
void
atlas_label_painter_show (AtlasLabelPainter *self,
                          cairo_t           *cr,
                          GArray            *labels,
                          AtlasLabelLayers   layers)
{
  for (guint i = labels->len; i-- > 0;)
    {
      const AtlasPlacedLabel *label = &g_array_index (labels, AtlasPlacedLabel, i);

      if ((layers & (is_of_area (label) ? ATLAS_LABEL_AREAS : ATLAS_LABEL_PLACES)) != 0)
        atlas_label_text_show (cr, &self->look, label);
    }
}
