// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-names.h"

#include "atlas-halo.h"
#include "atlas-text-sink.h"
#include "atlas-timeline-layout-private.h"

#include <math.h>
#include <pango/pangocairo.h>

#define NAME_SIZE 0.84 /* of the context's font */
#define MAX_NAMES 3000 /* that are kept */
#define CUT_STEP 8.0   /* px: a name that is cut by a side of the view is cut anew after so many */
#define HALO 1.5       /* px of ground round the letters, so that no line runs through them */
#define HALO_ALPHA 0.8
#define MARGIN 2.0 /* px round the letters of a mask */

typedef struct
{
  double           width; /* of the room it was drawn for; the whole name has it too where it is not cut */
  double           whole; /* px */
  gboolean         italic;
  cairo_surface_t *mask; /* has room for the halo on all sides */
  cairo_surface_t *halo;
} Name;

struct _AtlasTimelineNames
{
  PangoContext *context;
  char         *language;
  PangoLayout  *layout;
  GHashTable   *names;  /* AtlasItem (borrowed) → Name */
  GHashTable   *widths; /* AtlasItem (borrowed) → px */
  GHashTable   *texts;  /* text → cairo_surface_t */
  double        scale;
  gboolean      has_px;
  int           patience;
  gboolean      is_complete;
};

static void
name_free (Name *name)
{
  g_clear_pointer (&name->mask, cairo_surface_destroy);
  g_clear_pointer (&name->halo, cairo_surface_destroy);
  g_free (name);
}

AtlasTimelineNames *
atlas_timeline_names_new (PangoContext *context)
{
  AtlasTimelineNames *self = g_new0 (AtlasTimelineNames, 1);

  self->context = g_object_ref (context);
  self->names = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) name_free);
  self->widths = g_hash_table_new (NULL, NULL);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cairo_surface_destroy);
  self->scale = 1.0;
  self->patience = -1;
  self->is_complete = TRUE;
  self->layout = pango_layout_new (context);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);

  return self;
}

void
atlas_timeline_names_free (AtlasTimelineNames *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->names);
  g_hash_table_unref (self->widths);
  g_hash_table_unref (self->texts);
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_free (self->language);
  g_free (self);
}

void
atlas_timeline_names_reset (AtlasTimelineNames *self,
                            const char         *language)
{
  g_free (self->language);
  self->language = g_strdup (language);
  g_hash_table_remove_all (self->names);
  g_hash_table_remove_all (self->widths);
  g_hash_table_remove_all (self->texts);
  pango_layout_context_changed (self->layout);
}

void
atlas_timeline_names_begin (AtlasTimelineNames *self,
                            double              scale,
                            int                 patience)
{
  if (scale > 0.0 && scale != self->scale)
    {
      g_hash_table_remove_all (self->names);
      g_hash_table_remove_all (self->texts);
    }

  self->has_px = scale > 0.0;
  self->scale = self->has_px ? scale : self->scale;
  self->patience = patience;
  self->is_complete = TRUE;
}

gboolean
atlas_timeline_names_is_complete (const AtlasTimelineNames *self)
{
  return self->is_complete;
}

PangoFontDescription *
atlas_timeline_names_create_font (PangoContext *context,
                                  double        size,
                                  gboolean      bold,
                                  gboolean      italic)
{
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));
  double                height = pango_font_description_get_size (font) * size * NAME_SIZE;

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, height);
  else
    pango_font_description_set_size (font, (int) lround (height));
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (italic)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);

  return font;
}

static void
shape (AtlasTimelineNames *self,
       AtlasItem          *item,
       gboolean            italic)
{
  PangoFontDescription *font = atlas_timeline_names_create_font (self->context, 1.0, FALSE, italic);

  pango_layout_set_width (self->layout, -1);
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_text (self->layout, atlas_item_get_name (item, self->language), -1);
  pango_font_description_free (font);
}

double
atlas_timeline_names_measure (AtlasTimelineNames *self,
                              AtlasItem          *item)
{
  gpointer known = g_hash_table_lookup (self->widths, item);
  int      width = GPOINTER_TO_INT (known);

  if (known != NULL)
    return width;

  shape (self, item, FALSE);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  g_hash_table_insert (self->widths, item, GINT_TO_POINTER (width));

  return width;
}

/* What has been shaped, with a margin. */
static cairo_surface_t *
draw_mask (AtlasTimelineNames *self,
           int                 width,
           int                 height)
{
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) ceil ((width + 2.0 * MARGIN) * self->scale), (int) ceil ((height + 2.0 * MARGIN) * self->scale));
  cairo_t         *cr = NULL;

  cairo_surface_set_device_scale (mask, self->scale, self->scale);
  cr = cairo_create (mask);
  cairo_translate (cr, MARGIN, MARGIN);
  pango_cairo_show_layout (cr, self->layout);
  cairo_destroy (cr);

  return mask;
}

/* Draws the name into a mask of its own, cut to @room. */
static Name *
draw_name (AtlasTimelineNames *self,
           AtlasItem          *item,
           gboolean            italic,
           double              room)
{
  Name *name = g_new0 (Name, 1);
  int   width, height;

  shape (self, item, italic);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  name->whole = width;
  name->width = room;
  name->italic = italic;
  if (width > room + ATLAS_TIMELINE_NAME_SPARE)
    pango_layout_set_width (self->layout, (int) (room * PANGO_SCALE));
  pango_layout_get_pixel_size (self->layout, &width, &height);

  name->mask = draw_mask (self, width, height);
  name->halo = atlas_halo_create (name->mask, HALO * self->scale);
  cairo_surface_set_device_scale (name->halo, self->scale, self->scale);

  return name;
}

static void
show_name (AtlasTimelineNames *self,
           cairo_t            *cr,
           AtlasItem          *item,
           gboolean            italic,
           double              x,
           double              middle_y,
           double              room,
           AtlasColor          color,
           AtlasColor          ground)
{
  int width, height;

  shape (self, item, italic);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  if (width > room + ATLAS_TIMELINE_NAME_SPARE)
    pango_layout_set_width (self->layout, (int) (room * PANGO_SCALE));
  cairo_move_to (cr, floor (x), floor (middle_y - height / 2.0 + 0.5));
  if (atlas_surface_is_paper (cairo_get_target (cr)))
    {
      atlas_text_show_haloed (cr, self->layout, color, (AtlasColor){ ground.rgb, ground.alpha * (float) HALO_ALPHA }, 2.0 * HALO);
      return;
    }

  atlas_palette_set_source (cr, color, 1.0);
  pango_cairo_show_layout (cr, self->layout);
}

static gboolean
fits (const Name *name,
      double      room,
      gboolean    italic)
{
  return name->italic == italic && (fabs (name->width - room) < 0.5 || (name->whole <= room + ATLAS_TIMELINE_NAME_SPARE && name->whole <= name->width + ATLAS_TIMELINE_NAME_SPARE));
}

void
atlas_timeline_names_paint (AtlasTimelineNames *self,
                            cairo_t            *cr,
                            AtlasItem          *item,
                            gboolean            italic,
                            double              x,
                            double              middle_y,
                            double              width,
                            AtlasColor          color,
                            double              strength,
                            AtlasColor          ground)
{
  Name  *name = g_hash_table_lookup (self->names, item);
  double room = floor (width);
  int    height;

  if (!self->has_px)
    {
      show_name (self, cr, item, italic, x, middle_y, room, (AtlasColor){ color.rgb, color.alpha * (float) strength }, ground);
      return;
    }

  if (name != NULL && !fits (name, room, italic) && name->whole > room)
    room = floor (room / CUT_STEP) * CUT_STEP;
  if (name == NULL || !fits (name, room, italic))
    {
      if (self->patience == 0)
        {
          self->is_complete = FALSE;
          return;
        }
      self->patience -= self->patience > 0;
      if (g_hash_table_size (self->names) >= MAX_NAMES)
        g_hash_table_remove_all (self->names);
      name = draw_name (self, item, italic, room);
      g_hash_table_insert (self->names, item, name);
    }

  height = (int) lround (cairo_image_surface_get_height (name->mask) / self->scale);
  atlas_palette_set_source (cr, ground, HALO_ALPHA);
  cairo_mask_surface (cr, name->halo, floor (x) - MARGIN, floor (middle_y - height / 2.0 + 0.5));
  atlas_palette_set_source (cr, color, strength);
  cairo_mask_surface (cr, name->mask, floor (x) - MARGIN, floor (middle_y - height / 2.0 + 0.5));
}

void
atlas_timeline_names_paint_text (AtlasTimelineNames *self,
                                 cairo_t            *cr,
                                 const char         *text,
                                 double              size,
                                 double              middle_x,
                                 double              middle_y,
                                 AtlasColor          color,
                                 double              strength)
{
  cairo_surface_t *mask = self->has_px ? g_hash_table_lookup (self->texts, text) : NULL;
  int              width, height;

  if (mask == NULL)
    {
      PangoFontDescription *font = atlas_timeline_names_create_font (self->context, size, FALSE, FALSE);

      pango_layout_set_width (self->layout, -1);
      pango_layout_set_font_description (self->layout, font);
      pango_layout_set_text (self->layout, text, -1);
      pango_layout_get_pixel_size (self->layout, &width, &height);
      pango_font_description_free (font);
    }

  atlas_palette_set_source (cr, color, strength);
  if (!self->has_px)
    {
      cairo_move_to (cr, middle_x - width / 2.0, middle_y - height / 2.0);
      atlas_text_show (cr, self->layout);
      return;
    }
  if (mask == NULL)
    {
      mask = draw_mask (self, width, height);
      g_hash_table_insert (self->texts, g_strdup (text), mask);
    }

  width = (int) lround (cairo_image_surface_get_width (mask) / self->scale);
  height = (int) lround (cairo_image_surface_get_height (mask) / self->scale);
  cairo_mask_surface (cr, mask, floor (middle_x - width / 2.0 + 0.5), floor (middle_y - height / 2.0 + 0.5));
}
