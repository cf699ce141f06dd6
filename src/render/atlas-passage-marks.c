// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-passage-painter-private.h"

#include <math.h>

/* px */
#define NAME_X 5.0
#define NAME_GAP 8.0
#define NUMBER_GAP 3.0
#define SWELL 1.0 /* what is marked grows by it on all sides */

#define NAME_SIZE 0.82
#define NUMBER_SIZE 0.82
#define RUN_STRENGTH 0.45 /* of runs of years beside single dates */
#define MAX_NUMBERS 400   /* that are looked at for room */

/* Fills runs of years, or single dates, of a passage in its row, grown on all sides: those that touch @only. */
static void
fill_times (AtlasPassagePainter     *self,
            cairo_t                 *cr,
            const AtlasTimelineView *view,
            const AtlasPassage      *passage,
            AtlasTimeSpan            only,
            gboolean                 single,
            double                   grow_x,
            double                   grow_y)
{
  guint                   row = atlas_passage_painter_get_row (self, passage);
  guint                   n_times;
  const AtlasPassageTime *times = single ? atlas_passage_times_get_dates (self->times, passage, &n_times)
                                         : atlas_passage_times_get (self->times, passage, &n_times);

  for (guint i = 0; i < n_times; i++)
    {
      cairo_rectangle_t box = atlas_passage_painter_place (self, view, row, times[i].days);

      if (!atlas_time_span_overlaps (times[i].days, only) || (single && times[i].days.end - times[i].days.begin > ATLAS_PASSAGE_MAX_DATE_DAYS))
        continue;
      if (box.x < view->width && box.x + box.width > 0.0)
        cairo_rectangle (cr, box.x - grow_x, box.y - grow_y, box.width + 2.0 * grow_x, box.height + 2.0 * grow_y);
    }
  cairo_fill (cr);
}

/* Takes the whole row, gap included, so that it is told by its weight as well as by its ink. */
static void
fill_lit (AtlasPassagePainter     *self,
          cairo_t                 *cr,
          const AtlasPassageFrame *frame,
          GPtrArray               *passages,
          AtlasTimeSpan            only,
          AtlasColor               color)
{
  for (int single = 0; single < 2; single++)
    for (guint i = 0; i < passages->len; i++)
      {
        atlas_palette_set_source (cr, (AtlasColor){ color.rgb, 1.0f }, single ? 1.0 : RUN_STRENGTH);
        fill_times (self, cr, &frame->timeline.view, g_ptr_array_index (passages, i), only, single, 0.0, 0.5);
      }
}

void
atlas_passage_painter_paint_lit (AtlasPassagePainter     *self,
                                 cairo_t                 *cr,
                                 const AtlasPassageFrame *frame)
{
  const AtlasMapInks *inks = atlas_map_inks_get (frame->timeline.palette);
  AtlasReport        *report = atlas_passage_times_get_report (self->times);

  if (!atlas_time_span_is_empty (frame->timeline.clock))
    {
      g_autoptr (GPtrArray) speaking = atlas_passage_times_find (self->times, frame->timeline.clock);

      fill_lit (self, cr, frame, speaking, frame->timeline.clock, atlas_timeline_inks_get (frame->timeline.palette)->clock);
    }

  if (frame->timeline.selected != NULL)
    fill_lit (self, cr, frame, atlas_report_get_mentioning (report, atlas_item_get_id (frame->timeline.selected)), ATLAS_TIME_SPAN_ALL, inks->selected);
  if (frame->timeline.hovered != NULL && frame->timeline.hovered != frame->timeline.selected)
    fill_lit (self, cr, frame, atlas_report_get_mentioning (report, atlas_item_get_id (frame->timeline.hovered)), ATLAS_TIME_SPAN_ALL, atlas_timeline_inks_get (frame->timeline.palette)->text);
}

/* Rows are high enough for numbers and names. */
static gboolean
has_text_room (AtlasPassagePainter     *self,
               const AtlasTimelineView *view)
{
  return self->n_rows > 0 && view->height / self->n_rows >= atlas_timeline_painter_get_line_height (self->text) * 0.8;
}

/* The mark covers the number that stands there. */
static void
paint_mark_number (AtlasPassagePainter     *self,
                   cairo_t                 *cr,
                   const AtlasPassageFrame *frame,
                   const AtlasPassage      *passage)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->timeline.palette);
  cairo_rectangle_t        box = atlas_passage_painter_get_box (self, &frame->timeline.view, passage);
  g_autofree char         *number = g_strdup_printf ("%u", passage->number);
  PangoLayout             *layout = NULL;
  double                   x = box.x + box.width + 2.0 * NUMBER_GAP;
  int                      width;

  if (!has_text_room (self, &frame->timeline.view) || x < 0.0 || box.x > frame->timeline.view.width)
    return;

  layout = atlas_timeline_painter_shape (self->text, number, NUMBER_SIZE, TRUE, 0);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (x + width + NUMBER_GAP > frame->timeline.view.width)
    x = box.x - width - 2.0 * NUMBER_GAP;
  atlas_palette_set_source (cr, inks->ground, 1.0);
  cairo_rectangle (cr, x - 2.0, box.y - 3.0, width + 4.0, box.height + 6.0);
  cairo_fill (cr);
  atlas_palette_set_source (cr, inks->text, 1.0);
  atlas_timeline_painter_show_text (cr, layout, x, box.y + box.height / 2.0);
}

/* A thread through its dates makes them one passage; a rim of paper lifts them off the others. */
static void
paint_mark (AtlasPassagePainter     *self,
            cairo_t                 *cr,
            const AtlasPassageFrame *frame,
            const AtlasPassage      *passage,
            double                   swell)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->timeline.palette);
  const AtlasTimelineView *view = &frame->timeline.view;
  guint                    n_times;
  const AtlasPassageTime  *times = atlas_passage_times_get (self->times, passage, &n_times);
  cairo_rectangle_t        first, last;
  double                   x0, x1;

  if (n_times == 0)
    return;

  first = atlas_passage_painter_place (self, view, atlas_passage_painter_get_row (self, passage), times[0].days);
  last = atlas_passage_painter_place (self, view, atlas_passage_painter_get_row (self, passage), times[n_times - 1].days);
  x0 = MAX (first.x, 0.0);
  x1 = MIN (last.x + last.width, view->width);

  atlas_palette_set_source (cr, inks->ground, 1.0);
  cairo_rectangle (cr, x0, first.y - 1.0, MAX (x1 - x0, 0.0), first.height + 2.0);
  cairo_fill (cr);
  fill_times (self, cr, view, passage, ATLAS_TIME_SPAN_ALL, FALSE, 1.0 + swell / 2.0, 1.0 + swell);
  atlas_palette_set_source (cr, inks->text, 1.0);
  cairo_rectangle (cr, x0, floor (first.y + first.height / 2.0), MAX (x1 - x0, 0.0), 1.0);
  cairo_fill (cr);
  atlas_palette_set_source (cr, inks->text, RUN_STRENGTH);
  fill_times (self, cr, view, passage, ATLAS_TIME_SPAN_ALL, FALSE, 0.0, 0.0);
  atlas_palette_set_source (cr, inks->text, 1.0);
  fill_times (self, cr, view, passage, ATLAS_TIME_SPAN_ALL, TRUE, 0.0, swell);
  paint_mark_number (self, cr, frame, passage);
}

static void
paint_focus (AtlasPassagePainter     *self,
             cairo_t                 *cr,
             const AtlasPassageFrame *frame)
{
  cairo_rectangle_t box = atlas_passage_painter_get_box (self, &frame->timeline.view, frame->focused);

  cairo_rectangle (cr, box.x - 2.5, box.y - 2.5, box.width + 5.0, box.height + 5.0);
  atlas_palette_set_source (cr, atlas_timeline_inks_get (frame->timeline.palette)->ground, 1.0);
  cairo_set_line_width (cr, 3.0);
  cairo_stroke_preserve (cr);
  atlas_palette_set_source (cr, atlas_timeline_inks_get (frame->timeline.palette)->clock, 1.0);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

void
atlas_passage_painter_paint_marked (AtlasPassagePainter     *self,
                                    cairo_t                 *cr,
                                    const AtlasPassageFrame *frame)
{
  if (frame->current != NULL)
    paint_mark (self, cr, frame, frame->current, SWELL);
  if (frame->hovered != NULL && frame->hovered != frame->current)
    paint_mark (self, cr, frame, frame->hovered, 0.0);
  if (frame->focused != NULL)
    paint_focus (self, cr, frame);
}

/* Whether nothing is said in the px from @x0 to @x1 of a row; the ink is what was drawn last. */
static gboolean
is_free (AtlasPassagePainter *self,
         guint                row,
         double               x0,
         double               x1)
{
  float sum = 0.0F;

  for (guint x = 0; x < self->ink_width && x < x1; x++)
    {
      sum += g_array_index (self->ink, float, row * self->ink_width + x);
      if (x >= x0 && sum > 1e-3F)
        return FALSE;
    }

  return x1 < self->ink_width;
}

/* Where numbers may still stand in a row, px. */
typedef struct
{
  double begin, end;
} Room;

/* At the left, or at the right where the left is full, or with the row's ink behind it. */
static void
paint_name (AtlasPassagePainter     *self,
            cairo_t                 *cr,
            const AtlasPassageFrame *frame,
            guint                    row,
            Room                    *room)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->timeline.palette);
  cairo_rectangle_t        box = atlas_passage_painter_place (self, &frame->timeline.view, row, ATLAS_TIME_SPAN_INIT (0, 1));
  PangoLayout             *layout = atlas_timeline_painter_shape (self->text, g_ptr_array_index (self->names, row), NAME_SIZE, FALSE, 0);
  double                   x = NAME_X;
  double                   right;
  int                      width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  right = floor (frame->timeline.view.width - width - NAME_X);
  if (!is_free (self, row, 0.0, NAME_X + width + NAME_GAP) && is_free (self, row, right - NAME_GAP, frame->timeline.view.width - 1.0))
    x = right;

  if (x < right)
    room->begin = x + width + NUMBER_GAP;
  else
    room->end = x - NUMBER_GAP;

  atlas_palette_set_source (cr, inks->ground, 0.72);
  cairo_rectangle (cr, x - 3.0, box.y - 2.0, width + 6.0, box.height + 4.0);
  cairo_fill (cr);
  atlas_palette_set_source (cr, inks->faint, 1.0);
  atlas_timeline_painter_show_text (cr, layout, x, box.y + box.height / 2.0);
}

/* The heaviest run of each passage carries its number, inside it or right of it, unless another stands there. */
static void
paint_number (AtlasPassagePainter     *self,
              cairo_t                 *cr,
              const AtlasPassageFrame *frame,
              const AtlasPassage      *passage,
              Room                    *room)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->timeline.palette);
  const AtlasTimelineView *view = &frame->timeline.view;
  cairo_rectangle_t        box = atlas_passage_painter_get_box (self, view, passage);
  g_autofree char         *number = NULL;
  PangoLayout             *layout = NULL;
  double                   x;
  int                      width;

  if (box.x + box.width < 0.0 || box.x > view->width || atlas_time_span_is_empty (atlas_passage_times_get_span (self->times, passage)))
    return;

  number = g_strdup_printf ("%u", passage->number);
  layout = atlas_timeline_painter_shape (self->text, number, NUMBER_SIZE, TRUE, 0);
  pango_layout_get_pixel_size (layout, &width, NULL);
  x = box.x + box.width + NUMBER_GAP;
  if (box.width >= width + 2.0 * NUMBER_GAP)
    x = MAX (box.x, room->begin) + NUMBER_GAP;
  if (x < room->begin || x + width > room->end)
    return;

  room->begin = x + width + NUMBER_GAP;
  atlas_palette_set_source (cr, inks->ground, 0.72);
  cairo_rectangle (cr, x - 1.0, box.y - 2.0, width + 2.0, box.height + 4.0);
  cairo_fill (cr);
  atlas_palette_set_source (cr, inks->text, 1.0);
  atlas_timeline_painter_show_text (cr, layout, x, box.y + box.height / 2.0);
}

static int
compare_boxes (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  AtlasPassageTimes *times = user_data;
  AtlasTimeSpan      one = atlas_passage_times_get_span (times, *(const AtlasPassage *const *) a);
  AtlasTimeSpan      two = atlas_passage_times_get_span (times, *(const AtlasPassage *const *) b);

  return one.begin < two.begin ? -1 : one.begin > two.begin;
}

void
atlas_passage_painter_paint_names (AtlasPassagePainter     *self,
                                   cairo_t                 *cr,
                                   const AtlasPassageFrame *frame)
{
  const AtlasTimelineView *view = &frame->timeline.view;
  GPtrArray               *all = atlas_report_get_passages (atlas_passage_times_get_report (self->times));
  g_autoptr (GPtrArray) passages = NULL;
  g_autofree Room *rooms = NULL;

  if (!has_text_room (self, view))
    return;

  rooms = g_new (Room, self->n_rows);
  for (guint row = 0; row < self->n_rows; row++)
    {
      rooms[row] = (Room){ 0.0, view->width };
      if (row < self->names->len && g_ptr_array_index (self->names, row) != NULL)
        paint_name (self, cr, frame, row, &rooms[row]);
    }

  if (all->len > MAX_NUMBERS)
    return;

  passages = g_ptr_array_new ();
  g_ptr_array_extend (passages, all, NULL, NULL);

  g_ptr_array_sort_with_data (passages, compare_boxes, self->times);
  for (guint i = 0; i < passages->len; i++)
    paint_number (self, cr, frame, g_ptr_array_index (passages, i), &rooms[atlas_passage_painter_get_row (self, g_ptr_array_index (passages, i))]);
}
