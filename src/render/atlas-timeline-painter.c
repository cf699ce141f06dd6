// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

#include <math.h>

#define NAME_SIZE 0.84 /* of the context's font */
#define MAX_NAMES 4000 /* that are kept shaped */
#define HINT 0.30      /* strength of what is only hinted at */
#define HINT_TEXT 0.42
#define BESIDE 8.0    /* px between a mark in its ring and its name */
#define EDGE 3.0      /* px between a name and a side of the view */
#define MIN_NAME 40.0 /* px of a name that still say something */
#define RING 2.0      /* px of the ring round what is selected */

static void
measure_font (AtlasTimelinePainter *self)
{
  PangoLayout *layout = atlas_timeline_painter_shape (self, "0123456789", 1.0, FALSE, 0);
  int          width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  self->line_height = height;
  self->digit_width = width / 10.0;
}

AtlasTimelinePainter *
atlas_timeline_painter_new (PangoContext *context)
{
  AtlasTimelinePainter *self = NULL;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_new0 (AtlasTimelinePainter, 1);
  self->context = g_object_ref (context);
  self->names = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->widths = g_hash_table_new (NULL, NULL);
  self->plain = pango_layout_new (context);
  pango_layout_set_single_paragraph_mode (self->plain, TRUE);
  measure_font (self);

  return self;
}

void
atlas_timeline_painter_free (AtlasTimelinePainter *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->names);
  g_hash_table_unref (self->widths);
  g_object_unref (self->plain);
  g_object_unref (self->context);
  g_free (self->language);
  g_free (self);
}

void
atlas_timeline_painter_set_language (AtlasTimelinePainter *self,
                                     const char           *language)
{
  g_return_if_fail (self != NULL);

  g_free (self->language);
  self->language = g_strdup (language);
  g_hash_table_remove_all (self->names);
  g_hash_table_remove_all (self->widths);
  pango_layout_context_changed (self->plain);
  measure_font (self);
}

double
atlas_timeline_painter_get_line_height (AtlasTimelinePainter *self)
{
  return self->line_height;
}

double
atlas_timeline_painter_get_ruler_height (AtlasTimelinePainter *self)
{
  return self->line_height + 10.0;
}

static PangoFontDescription *
create_font (AtlasTimelinePainter *self,
             double                size,
             gboolean              bold)
{
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (self->context));
  double                height = pango_font_description_get_size (font) * size * NAME_SIZE;

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, height);
  else
    pango_font_description_set_size (font, (int) lround (height));
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);

  return font;
}

PangoLayout *
atlas_timeline_painter_shape (AtlasTimelinePainter *self,
                              const char           *text,
                              double                size,
                              gboolean              bold,
                              int                   letter_spacing)
{
  PangoFontDescription *font = create_font (self, size, bold);
  PangoAttrList        *attributes = pango_attr_list_new ();

  if (letter_spacing != 0)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (letter_spacing));
  pango_layout_set_font_description (self->plain, font);
  pango_layout_set_attributes (self->plain, attributes);
  pango_layout_set_width (self->plain, -1);
  pango_layout_set_text (self->plain, text, -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);

  return self->plain;
}

PangoLayout *
atlas_timeline_painter_get_name (AtlasTimelinePainter *self,
                                 AtlasItem            *item)
{
  PangoLayout          *layout = g_hash_table_lookup (self->names, item);
  PangoFontDescription *font = NULL;

  if (layout != NULL)
    return layout;

  if (g_hash_table_size (self->names) >= MAX_NAMES)
    g_hash_table_remove_all (self->names);

  font = create_font (self, 1.0, FALSE);
  layout = pango_layout_new (self->context);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, atlas_item_get_name (item, self->language), -1);
  g_hash_table_insert (self->names, item, layout);
  pango_font_description_free (font);

  return layout;
}

double
atlas_timeline_painter_measure (AtlasTimelinePainter *self,
                                AtlasItem            *item)
{
  gpointer     known = g_hash_table_lookup (self->widths, item);
  PangoLayout *layout = NULL;
  int          width = GPOINTER_TO_INT (known);

  if (known != NULL)
    return width;

  layout = atlas_timeline_painter_get_name (self, item);
  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  g_hash_table_insert (self->widths, item, GINT_TO_POINTER (width));

  return width;
}

double
atlas_timeline_painter_show_text (cairo_t     *cr,
                                  PangoLayout *layout,
                                  double       x,
                                  double       middle_y)
{
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, x, round (middle_y - height / 2.0));
  pango_cairo_show_layout (cr, layout);

  return width;
}

typedef struct
{
  AtlasTimelinePainter     *painter;
  cairo_t                  *cr;
  const AtlasTimelineFrame *frame;
  const AtlasTimelineEntry *lit[3]; /* selected, hovered, focused: drawn over the others */
} Pass;

static gboolean
is_shown (const AtlasTimelineFrame *frame,
          AtlasItem                *item)
{
  return frame->visibility == NULL || frame->visibility (item, frame->user_data) == ATLAS_VISIBILITY_SHOWN;
}

static void
paint_entry_band (const AtlasTimelineEntry *entry,
                  gpointer                  user_data)
{
  Pass *pass = user_data;

  if (entry->shape == ATLAS_TIMELINE_BAND)
    atlas_timeline_paint_band (pass->cr, pass->frame, entry, is_shown (pass->frame, entry->item) ? 1.0 : 0.4);
}

static void
paint_entry_mark (const AtlasTimelineEntry *entry,
                  gpointer                  user_data)
{
  Pass *pass = user_data;

  if (entry->item == pass->frame->selected)
    pass->lit[0] = entry;
  if (entry->item == pass->frame->hovered)
    pass->lit[1] = entry;
  if (entry->item == pass->frame->focused)
    pass->lit[2] = entry;

  atlas_timeline_paint_mark (pass->cr, pass->frame, entry, is_shown (pass->frame, entry->item) ? 1.0 : HINT);
}

/* A name without its mark would tell nothing of when. */
static gboolean
is_mark_in_view (const AtlasTimelineFrame *frame,
                 const AtlasTimelineEntry *entry)
{
  cairo_rectangle_t mark = atlas_timeline_layout_get_box (frame->layout, &frame->view, entry);

  return mark.x + mark.width > 0.0 && mark.x < frame->view.width;
}

/* Shortens a name that a side of the view would cut. FALSE: too little is left of it. */
static gboolean
keep_in_view (const AtlasTimelineFrame *frame,
              cairo_rectangle_t        *box)
{
  double x0 = MAX (box->x, EDGE);
  double x1 = MIN (box->x + box->width, frame->view.width - EDGE);

  if (x1 - x0 < MIN (box->width, MIN_NAME))
    return FALSE;

  box->x = x0;
  box->width = x1 - x0;

  return TRUE;
}

static void
paint_entry_label (const AtlasTimelineEntry *entry,
                   gpointer                  user_data)
{
  Pass             *pass = user_data;
  cairo_rectangle_t box = atlas_timeline_layout_get_label_box (pass->frame->layout, &pass->frame->view, entry);
  PangoLayout      *layout = NULL;
  double            strength = is_shown (pass->frame, entry->item) ? 1.0 : HINT_TEXT;

  /* The names of what is lit are drawn once more over all; the others must not shine through. */
  if (box.width <= 0.0 || entry->item == pass->frame->selected || !is_mark_in_view (pass->frame, entry) || !keep_in_view (pass->frame, &box))
    return;

  layout = atlas_timeline_painter_get_name (pass->painter, entry->item);
  pango_layout_set_width (layout, (int) ceil (box.width) * PANGO_SCALE);
  atlas_palette_set_source (pass->cr, entry->shape == ATLAS_TIMELINE_BAND ? atlas_timeline_inks_get (pass->frame->palette)->faint : atlas_map_inks_get (pass->frame->palette)->text, strength);
  atlas_timeline_painter_show_text (pass->cr, layout, box.x, box.y + box.height / 2.0);
}

/* Where the name of what is lit stands: where it stands else, but as wide as it is; beside its mark if it had no room. */
static cairo_rectangle_t
get_lit_box (Pass                     *pass,
             const AtlasTimelineEntry *entry,
             double                    width)
{
  const AtlasTimelineView *view = &pass->frame->view;
  cairo_rectangle_t        mark = atlas_timeline_layout_get_box (pass->frame->layout, view, entry);
  cairo_rectangle_t        box = atlas_timeline_layout_get_label_box (pass->frame->layout, view, entry);
  double                   left = mark.x - BESIDE - width;
  double                   right = mark.x + mark.width + BESIDE;

  if (box.width > 0.0 && entry->label == ATLAS_TIMELINE_LABEL_ABOVE)
    return (cairo_rectangle_t){ CLAMP (box.x, EDGE, MAX (view->width - width - EDGE, EDGE)), box.y, width, box.height };

  box = (cairo_rectangle_t){ right, mark.y + mark.height / 2.0 - pass->painter->line_height / 2.0, width, pass->painter->line_height };
  if (left > EDGE && (entry->label == ATLAS_TIMELINE_LABEL_LEFT || right + width > view->width || entry->goes_on))
    box.x = left;
  else if (right + width > view->width)
    box.x = MAX (view->width - width - EDGE, EDGE);

  return box;
}

/* Of what is lit the name always stands, over all else, kept inside the view. */
static void
paint_lit_name (Pass                     *pass,
                const AtlasTimelineEntry *entry,
                gboolean                  bold)
{
  const AtlasMapInks *inks = atlas_map_inks_get (pass->frame->palette);
  PangoLayout        *layout = atlas_timeline_painter_shape (pass->painter, atlas_item_get_name (entry->item, pass->painter->language), 1.0, bold, 0);
  cairo_rectangle_t   box;
  int                 width;

  if (!is_mark_in_view (pass->frame, entry))
    return;

  pango_layout_get_pixel_size (layout, &width, NULL);
  box = get_lit_box (pass, entry, width);
  atlas_palette_set_source (pass->cr, inks->paper, 0.92);
  cairo_rectangle (pass->cr, box.x - EDGE, box.y, box.width + 2.0 * EDGE, box.height);
  cairo_fill (pass->cr);
  atlas_palette_set_source (pass->cr, inks->text, 1.0);
  atlas_timeline_painter_show_text (pass->cr, layout, box.x, box.y + box.height / 2.0);
}

static void
paint_ring (Pass                     *pass,
            const AtlasTimelineEntry *entry,
            AtlasColor                color,
            double                    grow,
            double                    width)
{
  cairo_rectangle_t box = atlas_timeline_layout_get_box (pass->frame->layout, &pass->frame->view, entry);
  double            x0 = MAX (box.x, -20.0) - grow;
  double            x1 = MIN (box.x + box.width, pass->frame->view.width + 20.0) + grow;

  if (x1 < x0)
    return;

  cairo_rectangle (pass->cr, x0, box.y - grow, x1 - x0, box.height + 2.0 * grow);
  cairo_set_line_width (pass->cr, width);
  atlas_palette_set_source (pass->cr, color, 1.0);
  cairo_stroke (pass->cr);
}

static void
paint_lit (Pass *pass)
{
  const AtlasMapInks      *inks = atlas_map_inks_get (pass->frame->palette);
  const AtlasTimelineInks *own = atlas_timeline_inks_get (pass->frame->palette);

  if (pass->lit[1] != NULL && pass->lit[1] != pass->lit[0])
    {
      atlas_timeline_paint_mark (pass->cr, pass->frame, pass->lit[1], 1.0);
      paint_ring (pass, pass->lit[1], own->hairline, 2.0, 1.0);
      paint_lit_name (pass, pass->lit[1], FALSE);
    }
  if (pass->lit[0] != NULL)
    {
      atlas_timeline_paint_mark (pass->cr, pass->frame, pass->lit[0], 1.0);
      paint_ring (pass, pass->lit[0], (AtlasColor){ inks->selected.rgb, 1.0f }, 2.5, RING);
      paint_lit_name (pass, pass->lit[0], TRUE);
    }
  if (pass->lit[2] != NULL)
    paint_ring (pass, pass->lit[2], own->clock, 4.5, 1.0);
}

static void
paint_lanes (AtlasTimelinePainter     *self,
             cairo_t                  *cr,
             const AtlasTimelineFrame *frame)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);

  atlas_palette_set_source (cr, inks->ground, 1.0);
  cairo_paint (cr);

  for (guint i = 0; i < atlas_timeline_layout_get_n_lanes (frame->layout); i++)
    {
      const AtlasTimelineLane *lane = atlas_timeline_layout_get_lane (frame->layout, i);
      double                   foot = floor (lane->y + lane->height - frame->view.top);

      atlas_palette_set_source (cr, inks->shade, i % 2 == 1 ? 1.0 : 0.0);
      cairo_rectangle (cr, 0.0, lane->y - frame->view.top, frame->view.width, lane->height);
      cairo_fill (cr);
      atlas_palette_set_source (cr, inks->hairline, 0.8);
      cairo_rectangle (cr, 0.0, foot - 1.0, frame->view.width, 1.0);
      cairo_fill (cr);
    }
}

/* The lanes' names stand upright in the gutter, in the middle of what is in view of their lane. */
static void
paint_gutter (AtlasTimelinePainter     *self,
              cairo_t                  *cr,
              const AtlasTimelineFrame *frame)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);
  const AtlasManifest     *manifest = atlas_dataset_get_manifest (frame->layout->dataset);

  atlas_palette_set_source (cr, inks->ruler, 1.0);
  cairo_rectangle (cr, 0.0, 0.0, ATLAS_TIMELINE_GUTTER, frame->view.height);
  cairo_fill (cr);

  for (guint i = 0; i < atlas_timeline_layout_get_n_lanes (frame->layout); i++)
    {
      const AtlasTimelineLane *lane = atlas_timeline_layout_get_lane (frame->layout, i);
      const AtlasTerm         *term = atlas_manifest_find_theme (manifest, lane->theme);
      double                   top = MAX (lane->y - frame->view.top, 0.0);
      double                   foot = MIN (lane->y + lane->height - frame->view.top, frame->view.height);
      g_autofree char         *title = NULL;
      PangoLayout             *layout = NULL;

      if (foot - top < 12.0 || term == NULL)
        continue;

      title = g_utf8_strup (atlas_term_get_title (term, self->language), -1);
      layout = atlas_timeline_painter_shape (self, title, 0.86, FALSE, (int) (1.4 * PANGO_SCALE));
      pango_layout_set_width (layout, (int) ((foot - top - 6.0) * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);

      atlas_palette_set_source (cr, inks->hairline, 0.8);
      cairo_rectangle (cr, 0.0, floor (lane->y + lane->height - frame->view.top) - 1.0, ATLAS_TIMELINE_GUTTER, 1.0);
      cairo_fill (cr);
      cairo_save (cr);
      cairo_translate (cr, ATLAS_TIMELINE_GUTTER / 2.0, foot - 3.0);
      cairo_rotate (cr, -G_PI / 2.0);
      atlas_palette_set_source (cr, inks->faint, 1.0);
      atlas_timeline_painter_show_text (cr, layout, 0.0, 0.0);
      cairo_restore (cr);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
      pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
    }
}

static void
clip_to (cairo_t *cr,
         double   x,
         double   y,
         double   width,
         double   height)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  cairo_translate (cr, x, y);
}

void
atlas_timeline_painter_paint_lanes (AtlasTimelinePainter     *self,
                                    cairo_t                  *cr,
                                    const AtlasTimelineFrame *frame)
{
  g_autofree char *sticky = NULL;
  g_autoptr (GArray) ticks = NULL;
  Pass pass = { self, cr, frame, { NULL } };

  g_return_if_fail (self != NULL && cr != NULL && frame != NULL && frame->layout != NULL);

  ticks = atlas_time_scale_get_ticks (&frame->view.scale, frame->view.width, self->digit_width, &sticky);

  clip_to (cr, ATLAS_TIMELINE_GUTTER, 0.0, frame->view.width, frame->view.height);
  paint_lanes (self, cr, frame);
  atlas_timeline_layout_foreach (frame->layout, &frame->view, paint_entry_band, &pass);
  atlas_timeline_paint_grid (cr, frame, ticks);
  atlas_timeline_paint_today (cr, frame);
  atlas_timeline_layout_foreach (frame->layout, &frame->view, paint_entry_mark, &pass);
  atlas_timeline_layout_foreach (frame->layout, &frame->view, paint_entry_label, &pass);
  atlas_timeline_paint_clock (cr, frame);
  paint_lit (&pass);
  cairo_restore (cr);

  clip_to (cr, 0.0, 0.0, ATLAS_TIMELINE_GUTTER, frame->view.height);
  paint_gutter (self, cr, frame);
  cairo_restore (cr);

  atlas_palette_set_source (cr, atlas_timeline_inks_get (frame->palette)->hairline, 1.0);
  cairo_rectangle (cr, ATLAS_TIMELINE_GUTTER - 1.0, 0.0, 1.0, frame->view.height);
  cairo_fill (cr);
}

void
atlas_timeline_painter_paint (AtlasTimelinePainter     *self,
                              cairo_t                  *cr,
                              const AtlasTimelineFrame *frame)
{
  double ruler = atlas_timeline_painter_get_ruler_height (self);

  clip_to (cr, 0.0, ruler, ATLAS_TIMELINE_GUTTER + frame->view.width, frame->view.height);
  atlas_timeline_painter_paint_lanes (self, cr, frame);
  cairo_restore (cr);
  atlas_timeline_painter_paint_ruler (self, cr, frame);
}
