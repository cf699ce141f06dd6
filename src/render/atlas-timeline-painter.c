// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

#include "atlas-density-painter.h"
#include "atlas-text-sink.h"

#define HINT_TEXT 0.48 /* strength of the name of what is only hinted at */
#define HINT_BAND 0.40
#define LEAST_STEP 4.0 /* px from one mark to the next that is seen beside it */
#define EDGE 3.0       /* px between a name and a side of the view */
#define NEAR 200.0     /* px from the left side, where the name of a lane may stand */
#define MIN_NAME 40.0  /* px of a name that still say something */

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
  self->names = atlas_timeline_names_new (context);
  self->sprites = atlas_timeline_sprites_new ();
  self->titles = atlas_timeline_titles_new ();
  self->marks = g_array_new (FALSE, FALSE, sizeof (AtlasTimelineMark));
  self->patience = -1;
  self->plain = pango_layout_new (context);
  pango_layout_set_single_paragraph_mode (self->plain, TRUE);
  measure_font (self);

  return self;
}

void
atlas_timeline_painter_free (AtlasTimelinePainter *self)
{
  g_return_if_fail (self != NULL);

  atlas_timeline_names_free (self->names);
  atlas_timeline_sprites_free (self->sprites);
  g_hash_table_unref (self->titles);
  g_array_unref (self->marks);
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
  atlas_timeline_names_reset (self->names, language);
  g_hash_table_remove_all (self->titles);
  pango_layout_context_changed (self->plain);
  measure_font (self);
}

void
atlas_timeline_painter_set_patience (AtlasTimelinePainter *self,
                                     int                   n_names)
{
  g_return_if_fail (self != NULL);

  self->patience = n_names;
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

double
atlas_timeline_painter_measure (AtlasTimelinePainter *self,
                                AtlasItem            *item)
{
  return atlas_timeline_names_measure (self->names, item);
}

AtlasTextWidths *
atlas_timeline_painter_create_widths (AtlasTimelinePainter *self)
{
  PangoFontDescription *font = atlas_timeline_names_create_font (self->context, 1.0, FALSE, FALSE);
  AtlasTextWidths      *widths = atlas_text_widths_new (self->context, font);

  pango_font_description_free (font);

  return widths;
}

PangoLayout *
atlas_timeline_painter_shape (AtlasTimelinePainter *self,
                              const char           *text,
                              double                size,
                              gboolean              bold,
                              int                   letter_spacing)
{
  PangoFontDescription *font = atlas_timeline_names_create_font (self->context, size, bold, FALSE);
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

double
atlas_timeline_painter_show_text (cairo_t     *cr,
                                  PangoLayout *layout,
                                  double       x,
                                  double       middle_y)
{
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, x, round (middle_y - height / 2.0));
  atlas_text_show (cr, layout);

  return width;
}

typedef struct
{
  AtlasTimelinePainter     *painter;
  const AtlasTimelineFrame *frame;
  gboolean                  crowded; /* the layout is of a closer zoom, until that of this one is made */
} Collect;

/* The mark before in the row, if there is one. */
static AtlasTimelineMark *
get_neighbour (const Collect            *self,
               const AtlasTimelineEntry *entry)
{
  GArray            *marks = self->painter->marks;
  AtlasTimelineMark *last = marks->len > 0 ? &g_array_index (marks, AtlasTimelineMark, marks->len - 1) : NULL;

  return last != NULL && last->entry->lane == entry->lane && last->entry->row == entry->row && last->entry->shape != ATLAS_TIMELINE_BAND ? last : NULL;
}

/* In a layout of a closer zoom things stand upon each other. FALSE: it is hidden by the one before. */
static gboolean
make_room (const Collect     *self,
           AtlasTimelineMark *mark)
{
  const AtlasTimelineFrame *frame = self->frame;
  AtlasTimelineMark        *before = get_neighbour (self, mark->entry);
  cairo_rectangle_t         name;

  if (before == NULL)
    return TRUE;
  if (mark->box.x < before->box.x + LEAST_STEP && mark->box.x + mark->box.width < before->box.x + before->box.width + LEAST_STEP)
    return FALSE;

  name = atlas_timeline_layout_get_label_box (frame->layout, &frame->view, before->entry);
  if (before->is_named && name.x + name.width > mark->box.x)
    before->is_named = FALSE;
  name = atlas_timeline_layout_get_label_box (frame->layout, &frame->view, mark->entry);
  mark->is_named = name.x > before->box.x + before->box.width;

  return TRUE;
}

static void
collect_cb (const AtlasTimelineEntry *entry,
            gpointer                  user_data)
{
  Collect                  *collect = user_data;
  const AtlasTimelineFrame *frame = collect->frame;
  AtlasTimelineMark         mark = { entry, atlas_timeline_layout_get_box (frame->layout, &frame->view, entry), 1.0, TRUE };

  if (collect->crowded && entry->shape != ATLAS_TIMELINE_BAND && !make_room (collect, &mark))
    return;
  if (frame->visibility != NULL && frame->visibility (entry->item, frame->user_data) != ATLAS_VISIBILITY_SHOWN)
    mark.strength = entry->shape == ATLAS_TIMELINE_BAND ? HINT_BAND : ATLAS_TIMELINE_HINT;
  g_array_append_val (collect->painter->marks, mark);
}

/* What is in view, once for all that is drawn of it. */
static void
collect (AtlasTimelinePainter     *self,
         const AtlasTimelineFrame *frame)
{
  Collect collect = { self, frame, frame->view.scale.px_per_day < frame->layout->px_per_day * 0.999 };

  g_array_set_size (self->marks, 0);
  atlas_timeline_layout_foreach (frame->layout, &frame->view, collect_cb, &collect);
}

/* Shortens a name that a side of the view or the name of its lane would cut. FALSE: too little is left of it. */
static gboolean
keep_in_view (AtlasTimelinePainter     *self,
              const AtlasTimelineFrame *frame,
              guint                     lane,
              cairo_rectangle_t        *box)
{
  cairo_rectangle_t title = { 0 };
  double            x0 = MAX (box->x, EDGE);
  double            x1 = MIN (box->x + box->width, frame->view.width - EDGE);

  if (box->x < NEAR)
    title = atlas_timeline_painter_get_title_box (self, frame, lane);
  if (title.width > 0.0 && box->y < title.y + title.height && box->y + box->height > title.y)
    x0 = MAX (x0, title.x + title.width + EDGE);
  if (x1 - x0 < MIN (box->width, MIN_NAME))
    return FALSE;

  box->x = x0;
  box->width = x1 - x0;

  return TRUE;
}

/* A name without its mark would tell nothing of when. */
static gboolean
is_in_view (const AtlasTimelineFrame *frame,
            const AtlasTimelineMark  *mark)
{
  return mark->box.x + mark->box.width > 0.0 && mark->box.x < frame->view.width;
}

static void
paint_name (AtlasTimelinePainter     *self,
            cairo_t                  *cr,
            const AtlasTimelineFrame *frame,
            const AtlasTimelineMark  *mark)
{
  cairo_rectangle_t box = atlas_timeline_layout_get_label_box (frame->layout, &frame->view, mark->entry);
  gboolean          is_band = mark->entry->shape == ATLAS_TIMELINE_BAND;
  AtlasColor        color = is_band ? atlas_timeline_inks_get (frame->palette)->faint : atlas_map_inks_get (frame->palette)->text;

  /* The names of what is lit are drawn once more over all; the others must not shine through. */
  if (box.width <= 0.0 || !mark->is_named || mark->entry->item == frame->selected || !is_in_view (frame, mark) || !keep_in_view (self, frame, mark->entry->lane, &box))
    return;

  /* Over its own bar nothing else can be. */
  if (mark->entry->shape == ATLAS_TIMELINE_BAR && mark->entry->label == ATLAS_TIMELINE_LABEL_ABOVE)
    box.width = MAX (box.width, MIN (mark->box.x + mark->box.width, frame->view.width - EDGE) - box.x);

  atlas_timeline_names_paint (self->names, cr, mark->entry->item, is_band, box.x, box.y + box.height / 2.0, box.width, color, mark->strength < 1.0 ? HINT_TEXT : 1.0,
                              atlas_timeline_inks_get (frame->palette)->ground);
}

static void
paint_ground (cairo_t                  *cr,
              const AtlasTimelineFrame *frame)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);

  atlas_palette_set_source (cr, inks->ground, 1.0);
  cairo_paint (cr);

  for (guint i = 0; i < atlas_timeline_layout_get_n_lanes (frame->layout); i++)
    {
      const AtlasTimelineLane *lane = atlas_timeline_layout_get_lane (frame->layout, i);
      double                   top = floor (lane->y - frame->view.top);
      double                   foot = floor (lane->y + lane->height - frame->view.top);

      if (foot < 0.0 || top > frame->view.height)
        continue;

      atlas_palette_set_source (cr, inks->shade, i % 2 == 1 ? 1.0 : 0.0);
      cairo_rectangle (cr, 0.0, top, frame->view.width, foot - top);
      cairo_fill (cr);
      atlas_palette_set_source (cr, inks->hairline, 0.8);
      cairo_rectangle (cr, 0.0, foot - 1.0, frame->view.width, 1.0);
      cairo_fill (cr);
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

static void
paint_marks (AtlasTimelinePainter     *self,
             cairo_t                  *cr,
             const AtlasTimelineFrame *frame)
{
  for (guint i = 0; i < self->marks->len; i++)
    atlas_timeline_paint_mark (self, cr, frame, &g_array_index (self->marks, AtlasTimelineMark, i));
  atlas_density_paint_veil (cr, &frame->view, frame->palette, frame->window);
  for (guint i = 0; i < self->marks->len; i++)
    paint_name (self, cr, frame, &g_array_index (self->marks, AtlasTimelineMark, i));
}

static void
paint_view (AtlasTimelinePainter     *self,
            cairo_t                  *cr,
            const AtlasTimelineFrame *frame,
            GArray                   *ticks)
{
  collect (self, frame);
  paint_ground (cr, frame);
  atlas_timeline_paint_not_yet (self, cr, frame);
  atlas_timeline_paint_across (cr, frame);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const AtlasTimelineMark *mark = &g_array_index (self->marks, AtlasTimelineMark, i);

      if (mark->entry->shape == ATLAS_TIMELINE_BAND)
        atlas_timeline_paint_band (cr, frame, mark);
    }
  atlas_timeline_paint_grid (cr, frame, ticks);
  atlas_timeline_paint_today (cr, frame);
  atlas_timeline_paint_level_titles (self, cr, frame);
  paint_marks (self, cr, frame);
  atlas_timeline_paint_clusters (self, cr, frame);
  atlas_timeline_paint_today_word (self, cr, frame);
  atlas_timeline_paint_clock (cr, frame);
  atlas_timeline_paint_lit (self, cr, frame);
}

/**
 * atlas_timeline_painter_paint_lanes:
 * @self: a painter
 * @cr: what to draw on
 * @frame: what is looked at
 *
 * Draws the lanes and, left of them, their names: from 0, 0 on, without the ruler.
 *
 * Returns: whether all is there; else some names wait for the next frame
 */
gboolean
atlas_timeline_painter_paint_lanes (AtlasTimelinePainter     *self,
                                    cairo_t                  *cr,
                                    const AtlasTimelineFrame *frame)
{
  g_autoptr (GArray) ticks = NULL;

  g_return_val_if_fail (self != NULL && cr != NULL && frame != NULL && frame->layout != NULL, TRUE);

  ticks = atlas_time_scale_get_ticks (&frame->view.scale, frame->view.width, self->digit_width, NULL);

  clip_to (cr, ATLAS_TIMELINE_GUTTER, 0.0, frame->view.width, frame->view.height);
  atlas_timeline_sprites_begin (self->sprites, cr);
  atlas_timeline_names_begin (self->names, atlas_timeline_sprites_get_scale (self->sprites), self->patience);
  paint_view (self, cr, frame, ticks);
  cairo_restore (cr);

  clip_to (cr, 0.0, 0.0, ATLAS_TIMELINE_GUTTER, frame->view.height);
  atlas_timeline_paint_gutter (self, cr, frame);
  cairo_restore (cr);

  return atlas_timeline_names_is_complete (self->names);
}

/**
 * atlas_timeline_painter_paint:
 * @self: a painter
 * @cr: what to draw on
 * @frame: what is looked at
 *
 * Draws ruler and lanes in one picture, from 0, 0 on.
 *
 * Returns: whether all is there; else some names wait for the next frame
 */
gboolean
atlas_timeline_painter_paint (AtlasTimelinePainter     *self,
                              cairo_t                  *cr,
                              const AtlasTimelineFrame *frame)
{
  gboolean is_complete = FALSE;

  g_return_val_if_fail (self != NULL && cr != NULL && frame != NULL && frame->layout != NULL, TRUE);

  clip_to (cr, 0.0, atlas_timeline_painter_get_ruler_height (self), ATLAS_TIMELINE_GUTTER + frame->view.width, frame->view.height);
  is_complete = atlas_timeline_painter_paint_lanes (self, cr, frame);
  cairo_restore (cr);
  atlas_timeline_painter_paint_ruler (self, cr, frame);

  return is_complete;
}
