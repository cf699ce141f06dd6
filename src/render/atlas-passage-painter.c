// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-passage-painter-private.h"

#include "atlas-density-painter.h"
#include "atlas-map-style.h"

#include <math.h>

/* px */
#define PADDING 2.0 /* over the first and under the last row */
#define LOW_HEIGHT 22.0
#define LOW_ROWS 6
#define MIN_WIDTH 2.0 /* of a date */
#define REACH 3.0     /* from a date that the pointer is still on it */
#define MIN_LOW_ROW 3.0
#define MAX_LOW_ROW 5.0
#define MIN_TALL_ROW 10.0

#define MAX_ROWS 9
#define RUN_ALPHA 0.20
#define DATE_ALPHA 0.72
#define N_LEVELS 24 /* of ink */

static guint
find_top_section (GPtrArray *sections,
                  guint      index)
{
  while (index < sections->len)
    {
      int parent = ((const AtlasSection *) g_ptr_array_index (sections, index))->parent;

      if (parent < 0 || parent >= (int) index)
        break;
      index = (guint) parent;
    }

  return index;
}

/* A row a section that has passages; where there are too many, neighbours share one. */
static void
assign_rows (AtlasPassagePainter *self)
{
  AtlasReport *report = atlas_passage_times_get_report (self->times);
  GPtrArray   *sections = atlas_report_get_sections (report);
  GPtrArray   *passages = atlas_report_get_passages (report);
  guint        last = G_MAXUINT;
  guint        n_used = 0;

  self->rows = g_new0 (guint, passages->len);
  for (guint i = 0; i < passages->len; i++)
    {
      guint section = find_top_section (sections, ((const AtlasPassage *) g_ptr_array_index (passages, i))->section);

      if (section != last)
        {
          last = section;
          n_used++;
          g_ptr_array_add (self->names, section < sections->len ? ((const AtlasSection *) g_ptr_array_index (sections, section))->title : NULL);
        }
      self->rows[i] = n_used - 1;
    }

  self->n_rows = MIN (n_used, MAX_ROWS);
  for (guint i = 0; i < passages->len && n_used > MAX_ROWS; i++)
    self->rows[i] = (guint) ((guint64) self->rows[i] * MAX_ROWS / n_used);
  if (n_used > MAX_ROWS)
    g_ptr_array_set_size (self->names, 0);
}

AtlasPassagePainter *
atlas_passage_painter_new (PangoContext *context)
{
  AtlasPassagePainter *self = g_new0 (AtlasPassagePainter, 1);

  self->text = atlas_timeline_painter_new (context);
  self->names = g_ptr_array_new ();
  self->ink = g_array_new (FALSE, TRUE, sizeof (float));

  return self;
}

void
atlas_passage_painter_free (AtlasPassagePainter *self)
{
  g_return_if_fail (self != NULL);

  atlas_timeline_painter_free (self->text);
  g_clear_pointer (&self->times, atlas_passage_times_unref);
  g_ptr_array_unref (self->names);
  g_array_unref (self->ink);
  g_free (self->rows);
  g_free (self);
}

void
atlas_passage_painter_font_changed (AtlasPassagePainter *self)
{
  g_return_if_fail (self != NULL);

  atlas_timeline_painter_set_language (self->text, NULL); /* measures the font anew */
}

void
atlas_passage_painter_set_times (AtlasPassagePainter *self,
                                 AtlasPassageTimes   *times)
{
  g_return_if_fail (self != NULL);

  if (times != NULL)
    atlas_passage_times_ref (times);
  g_clear_pointer (&self->times, atlas_passage_times_unref);
  g_clear_pointer (&self->rows, g_free);
  g_ptr_array_set_size (self->names, 0);
  self->n_rows = 0;
  self->times = times;
  if (times != NULL)
    assign_rows (self);
}

guint
atlas_passage_painter_get_n_rows (AtlasPassagePainter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

guint
atlas_passage_painter_get_row (AtlasPassagePainter *self,
                               const AtlasPassage  *passage)
{
  g_return_val_if_fail (self != NULL && self->rows != NULL, 0);
  g_return_val_if_fail (passage != NULL, 0);

  return self->rows[passage->number - 1];
}

int
atlas_passage_painter_get_height (AtlasPassagePainter *self,
                                  gboolean             tall)
{
  double line = 0.0;
  double row = 0.0;

  g_return_val_if_fail (self != NULL, (int) LOW_HEIGHT);

  line = atlas_timeline_painter_get_line_height (self->text);
  row = tall ? ceil (line * 0.95) : CLAMP (round (line / 5.0), MIN_LOW_ROW, MAX_LOW_ROW);
  if (!tall)
    return (int) (2.0 * PADDING + row * LOW_ROWS); /* nothing shifts when the report has been read for dates */

  return (int) (2.0 * PADDING + row * MAX (self->n_rows, 1));
}

static double
get_row_y (AtlasPassagePainter     *self,
           const AtlasTimelineView *view,
           guint                    row)
{
  double room = view->height - 2.0 * PADDING;

  return PADDING + floor (room * row / MAX (self->n_rows, 1));
}

cairo_rectangle_t
atlas_passage_painter_place (AtlasPassagePainter     *self,
                             const AtlasTimelineView *view,
                             guint                    row,
                             AtlasTimeSpan            days)
{
  double y = get_row_y (self, view, row);
  double height = get_row_y (self, view, row + 1) - y;
  double x0 = floor (atlas_time_scale_get_x (&view->scale, days.begin));
  double x1 = floor (atlas_time_scale_get_x (&view->scale, days.end));

  if (height >= MIN_TALL_ROW) /* a bar in the middle */
    return (cairo_rectangle_t){ x0, y + floor (height * 0.28), MAX (x1 - x0, MIN_WIDTH), ceil (height * 0.44) };

  return (cairo_rectangle_t){ x0, y, MAX (x1 - x0, MIN_WIDTH), MAX (height >= MIN_LOW_ROW ? height - 1.0 : height, 1.0) };
}

/* Adds to the px that a date covers: differences, which are summed up when they are drawn. */
static void
add_ink (AtlasPassagePainter     *self,
         const AtlasTimelineView *view,
         guint                    row,
         AtlasTimeSpan            days,
         double                   alpha)
{
  cairo_rectangle_t box = atlas_passage_painter_place (self, view, row, days);
  guint             width = self->ink_width;
  double            x0 = CLAMP (box.x, 0.0, width - 1.0);
  double            x1 = CLAMP (box.x + box.width, 0.0, width - 1.0);
  float             ink = (float) -log (1.0 - alpha); /* what is laid over another multiplies what shows through */

  if (x1 <= x0)
    return;

  g_array_index (self->ink, float, row *width + (guint) x0) += ink;
  g_array_index (self->ink, float, row *width + (guint) x1) -= ink;
}

static void
collect_ink (AtlasPassagePainter     *self,
             const AtlasTimelineView *view)
{
  GPtrArray *passages = atlas_report_get_passages (atlas_passage_times_get_report (self->times));

  self->ink_width = (guint) ceil (MAX (view->width, 1.0)) + 1;
  g_array_set_size (self->ink, 0);
  g_array_set_size (self->ink, self->ink_width * MAX (self->n_rows, 1));

  for (guint i = 0; i < passages->len; i++)
    {
      guint                   n_times;
      const AtlasPassageTime *times = atlas_passage_times_get (self->times, g_ptr_array_index (passages, i), &n_times);

      for (guint j = 0; j < n_times; j++)
        add_ink (self, view, self->rows[i], times[j].days, RUN_ALPHA);

      times = atlas_passage_times_get_dates (self->times, g_ptr_array_index (passages, i), &n_times);
      for (guint j = 0; j < n_times; j++)
        if (times[j].days.end - times[j].days.begin <= ATLAS_PASSAGE_MAX_DATE_DAYS)
          add_ink (self, view, self->rows[i], times[j].days, DATE_ALPHA);
    }
}

/* One rectangle for each run of px of like ink: no more than there are px, however long the report. */
static void
paint_ink (AtlasPassagePainter     *self,
           cairo_t                 *cr,
           const AtlasPassageFrame *frame)
{
  const AtlasTimelineView *view = &frame->timeline.view;
  AtlasColor               color = atlas_timeline_inks_get (frame->timeline.palette)->density;

  collect_ink (self, view);
  for (guint row = 0; row < self->n_rows; row++)
    {
      cairo_rectangle_t box = atlas_passage_painter_place (self, view, row, ATLAS_TIME_SPAN_INIT (0, 1));
      float             sum = 0.0F;
      guint             from = 0;
      int               last = 0;

      for (guint x = 0; x < self->ink_width; x++)
        {
          int level;

          sum += g_array_index (self->ink, float, row * self->ink_width + x);
          level = x + 1 < self->ink_width ? (int) round (N_LEVELS * (1.0 - exp (-MAX (sum, 0.0F)))) : 0;
          if (level == last)
            continue;

          if (last > 0)
            {
              atlas_palette_set_source (cr, (AtlasColor){ color.rgb, 1.0f }, (double) last / N_LEVELS);
              cairo_rectangle (cr, from, box.y, x - from, box.height);
              cairo_fill (cr);
            }
          from = x;
          last = level;
        }
    }
}

static void
paint_ground (AtlasPassagePainter     *self,
              cairo_t                 *cr,
              const AtlasPassageFrame *frame)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->timeline.palette);
  const AtlasTimelineView *view = &frame->timeline.view;
  g_autoptr (GArray) ticks = atlas_time_scale_get_ticks (&view->scale, view->width, self->text->digit_width, NULL);

  atlas_palette_set_source (cr, inks->ground, 1.0);
  cairo_rectangle (cr, 0.0, 0.0, view->width, view->height);
  cairo_fill (cr);

  atlas_palette_set_source (cr, inks->shade, 1.0);
  for (guint row = 0; row < self->n_rows; row += 2)
    cairo_rectangle (cr, 0.0, get_row_y (self, view, row), view->width, get_row_y (self, view, row + 1) - get_row_y (self, view, row));
  cairo_fill (cr);

  atlas_timeline_paint_grid (cr, &frame->timeline, ticks);
}

/* The sign of a passage, beside the rows. */
static void
paint_gutter (AtlasPassagePainter     *self,
              cairo_t                 *cr,
              const AtlasPassageFrame *frame)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->timeline.palette);
  double                   height = frame->timeline.view.height;
  PangoLayout             *sign = NULL;
  int                      width;

  atlas_palette_set_source (cr, inks->ruler, 1.0);
  cairo_rectangle (cr, 0.0, 0.0, ATLAS_TIMELINE_GUTTER, height);
  cairo_fill (cr);

  sign = atlas_timeline_painter_shape (self->text, "¶", 1.0, FALSE, 0);
  pango_layout_get_pixel_size (sign, &width, NULL);
  atlas_palette_set_source (cr, inks->faint, 1.0);
  atlas_timeline_painter_show_text (cr, sign, floor ((ATLAS_TIMELINE_GUTTER - width) / 2.0), MIN (height, LOW_HEIGHT * 2.0) / 2.0);

  atlas_palette_set_source (cr, inks->hairline, 1.0);
  cairo_rectangle (cr, ATLAS_TIMELINE_GUTTER - 1.0, 0.0, 1.0, height);
  cairo_rectangle (cr, 0.0, 0.0, ATLAS_TIMELINE_GUTTER + frame->timeline.view.width, 1.0);
  cairo_fill (cr);
}

void
atlas_passage_painter_paint (AtlasPassagePainter     *self,
                             cairo_t                 *cr,
                             const AtlasPassageFrame *frame)
{
  const AtlasTimelineView *view = NULL;

  g_return_if_fail (self != NULL && cr != NULL && frame != NULL);

  view = &frame->timeline.view;
  cairo_save (cr);
  cairo_translate (cr, ATLAS_TIMELINE_GUTTER, 0.0);
  cairo_rectangle (cr, 0.0, 0.0, view->width, view->height);
  cairo_clip (cr);
  paint_ground (self, cr, frame);
  if (self->times != NULL)
    {
      paint_ink (self, cr, frame);
      atlas_passage_painter_paint_lit (self, cr, frame);
      atlas_passage_painter_paint_names (self, cr, frame);
    }
  atlas_density_paint_veil (cr, view, frame->timeline.palette, frame->window);
  atlas_timeline_paint_today (cr, &frame->timeline);
  atlas_timeline_paint_clock (cr, &frame->timeline);
  if (self->times != NULL)
    atlas_passage_painter_paint_marked (self, cr, frame);
  cairo_restore (cr);
  paint_gutter (self, cr, frame);
}

static gboolean
is_hit (AtlasPassagePainter     *self,
        const AtlasTimelineView *view,
        const AtlasPassage      *passage,
        double                   x)
{
  guint                   n_times;
  const AtlasPassageTime *times = atlas_passage_times_get (self->times, passage, &n_times);

  for (guint i = 0; i < n_times; i++)
    {
      cairo_rectangle_t box = atlas_passage_painter_place (self, view, 0, times[i].days);

      if (x >= box.x - REACH && x < box.x + box.width + REACH)
        return TRUE;
    }

  return FALSE;
}

GPtrArray *
atlas_passage_painter_hit (AtlasPassagePainter     *self,
                           const AtlasTimelineView *view,
                           double                   x,
                           double                   y)
{
  GPtrArray *hit = g_ptr_array_new ();
  GPtrArray *in_row = g_ptr_array_new ();
  GPtrArray *passages = NULL;

  g_return_val_if_fail (self != NULL && view != NULL, hit);

  passages = self->times != NULL ? atlas_report_get_passages (atlas_passage_times_get_report (self->times)) : NULL;
  for (guint i = 0; passages != NULL && i < passages->len; i++)
    {
      AtlasPassage *passage = g_ptr_array_index (passages, i);

      if (!is_hit (self, view, passage, x))
        continue;

      g_ptr_array_add (hit, passage);
      if (y >= get_row_y (self, view, self->rows[i]) && y < get_row_y (self, view, self->rows[i] + 1))
        g_ptr_array_add (in_row, passage);
    }

  if (in_row->len == 0)
    {
      g_ptr_array_unref (in_row);
      return hit;
    }

  g_ptr_array_unref (hit);

  return in_row;
}

cairo_rectangle_t
atlas_passage_painter_get_box (AtlasPassagePainter     *self,
                               const AtlasTimelineView *view,
                               const AtlasPassage      *passage)
{
  g_return_val_if_fail (self != NULL && self->times != NULL, (cairo_rectangle_t){ 0 });
  g_return_val_if_fail (view != NULL && passage != NULL, (cairo_rectangle_t){ 0 });

  return atlas_passage_painter_place (self, view, self->rows[passage->number - 1], atlas_passage_times_get_span (self->times, passage));
}
