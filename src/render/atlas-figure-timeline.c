// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-figure-plate.h"

#include "atlas-timeline-painter.h"

#define FONT "Lato, Noto Sans, DejaVu Sans, Sans"
#define FONT_SIZE 11.5 /* px */
#define BESIDE 0.06    /* of the range, that is shown beside a date outside of it */
#define LEAST_SIZE 0.6

static AtlasVisibility
get_visibility (AtlasItem *item,
                gpointer   user_data)
{
  AtlasSession   *session = user_data;
  AtlasVisibility visibility = atlas_session_get_visibility (session, item, NULL);

  /* Of two dates that are compared, both count. */
  if (visibility == ATLAS_VISIBILITY_HINT && atlas_session_is_comparing (session))
    visibility = atlas_session_get_visibility_at (session, item, atlas_session_get_comparison (session), NULL);

  return visibility;
}

/* The days that are shown: those of the state, widened to the dates that are looked at. */
static AtlasTimeSpan
get_range (AtlasSession *session)
{
  AtlasTimeSpan range = atlas_session_get_range (session);
  AtlasTimeSpan dates[] = { atlas_session_get_clock (session), atlas_session_get_comparison (session) };

  if (atlas_time_span_is_empty (range) || range.begin == G_MININT || range.end == G_MAXINT)
    range = atlas_dataset_get_manifest (atlas_session_get_dataset (session))->range;

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      int beside = (int) ((range.end - range.begin) * BESIDE);

      if (atlas_session_get_clock_mode (session) == ATLAS_CLOCK_ALL || atlas_time_span_is_empty (dates[i]))
        continue;
      if (dates[i].begin < range.begin)
        range.begin = dates[i].begin - beside;
      if (dates[i].end > range.end)
        range.end = dates[i].end + beside;
    }

  return range;
}

static AtlasTimelineFrame
create_frame (AtlasFigurePlate *self)
{
  AtlasSession      *session = self->content->session;
  AtlasTimelineFrame frame = { .palette = self->palette, .today = atlas_day_today () };

  frame.clock_mode = atlas_session_get_clock_mode (session);
  frame.window = atlas_filter_get_window (atlas_session_get_filter (session));
  frame.selected = atlas_session_get_selected (session);
  frame.visibility = get_visibility;
  frame.user_data = session;
  if (frame.clock_mode != ATLAS_CLOCK_ALL)
    {
      frame.clock = atlas_session_get_clock (session);
      frame.comparison = atlas_session_get_comparison (session);
    }

  return frame;
}

static AtlasTimelineIndex *
create_index (AtlasFigurePlate     *self,
              AtlasTimelinePainter *painter)
{
  AtlasSession *session = self->content->session;
  g_autoptr (AtlasFilter) filter = atlas_filter_with_window (atlas_session_get_filter (session), ATLAS_TIME_SPAN_NONE);
  g_autoptr (AtlasTextWidths) widths = atlas_timeline_painter_create_widths (painter);
  AtlasTimelineIndexSpec spec = { ATLAS_TIMELINE_BY_THEME, filter, widths, atlas_session_get_language (session), atlas_day_today () };

  return atlas_timeline_index_new (self->content->dataset, &spec);
}

/* Rows as far apart as there is room for without putting more into clusters; print stands closer than a screen can show it. */
static AtlasTimelineLayout *
create_layout (AtlasTimelineIndex       *index,
               AtlasTimelinePainter     *painter,
               const AtlasTimelineFrame *frame)
{
  static const double  leadings[] = { 2.5, 4.0, 6.0, 9.0 };
  AtlasTimelineSpec    spec = { .index = index, .height = frame->view.height };
  AtlasTimelineLayout *best = NULL;

  spec.px_per_day = atlas_timeline_layout_get_bucket (frame->view.scale.px_per_day);
  for (guint i = 0; i < G_N_ELEMENTS (leadings); i++)
    {
      g_autoptr (AtlasTimelineLayout) layout = NULL;

      spec.line_height = atlas_timeline_painter_get_line_height (painter) + leadings[i];
      layout = atlas_timeline_layout_new (&spec);
      if (best != NULL && (atlas_timeline_layout_get_height (layout) > frame->view.height ||
                           atlas_timeline_layout_get_n_clusters (layout) > atlas_timeline_layout_get_n_clusters (best)))
        break;
      g_clear_pointer (&best, atlas_timeline_layout_unref);
      best = g_steal_pointer (&layout);
    }

  return best;
}

static AtlasTimelinePainter *
create_painter (AtlasFigurePlate *self)
{
  PangoContext         *context = atlas_figure_type_create_context ();
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  AtlasTimelinePainter *painter = NULL;

  pango_font_description_set_absolute_size (font, FONT_SIZE * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  painter = atlas_timeline_painter_new (context);
  atlas_timeline_painter_set_language (painter, atlas_session_get_language (self->content->session));
  pango_font_description_free (font);
  g_object_unref (context);

  return painter;
}

/* Where the lanes take more than there is room for, all is drawn smaller: none is cut. Returns by what. */
static double
fit (AtlasFigurePlate     *self,
     AtlasTimelinePainter *painter,
     AtlasTimelineFrame   *frame,
     AtlasTimelineLayout **layout)
{
  cairo_rectangle_t box = self->layout.boxes[ATLAS_FIGURE_TIMELINE];
  AtlasTimeSpan     range = get_range (self->content->session);
  double            ruler = atlas_timeline_painter_get_ruler_height (painter);
  double            size = 1.0;
  g_autoptr (AtlasTimelineIndex) index = create_index (self, painter);

  for (;;)
    {
      double lanes;

      frame->view.width = box.width / size - ATLAS_TIMELINE_GUTTER;
      frame->view.height = box.height / size - ruler;
      frame->view.scale = atlas_time_scale_for_range (range, frame->view.width);
      g_clear_pointer (layout, atlas_timeline_layout_unref);
      *layout = create_layout (index, painter, frame);
      lanes = atlas_timeline_layout_get_height (*layout);
      if (lanes <= frame->view.height + 0.5 || size <= LEAST_SIZE)
        return size;
      size = MAX (MIN (box.height / (lanes + ruler), size - 0.02), LEAST_SIZE);
    }
}

static void
paint_border (AtlasFigurePlate *self,
              cairo_t          *cr)
{
  cairo_rectangle_t box = self->layout.boxes[ATLAS_FIGURE_TIMELINE];

  atlas_palette_set_source (cr, atlas_figure_inks_get (self->palette)->frame, 1.0);
  cairo_rectangle (cr, box.x + 0.5, box.y + 0.5, box.width - 1.0, box.height - 1.0);
  cairo_set_line_width (cr, 0.9);
  cairo_stroke (cr);
}

void
atlas_figure_paint_timeline (AtlasFigurePlate *self,
                             cairo_t          *cr)
{
  cairo_rectangle_t box = self->layout.boxes[ATLAS_FIGURE_TIMELINE];
  g_autoptr (AtlasTimelinePainter) painter = NULL;
  g_autoptr (AtlasTimelineLayout) layout = NULL;
  AtlasTimelineFrame frame = { 0 };
  g_autofree char   *clock_text = NULL;
  g_autofree char   *comparison_text = NULL;
  double             size;

  if (box.height <= 0.0)
    return;

  painter = create_painter (self);
  frame = create_frame (self);
  if (!atlas_time_span_is_empty (frame.clock))
    frame.clock_text = clock_text = atlas_time_span_to_words (frame.clock);
  if (!atlas_time_span_is_empty (frame.comparison))
    frame.comparison_text = comparison_text = atlas_time_span_to_words (frame.comparison);
  size = fit (self, painter, &frame, &layout);
  frame.layout = layout;

  cairo_save (cr);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_clip (cr);
  cairo_translate (cr, box.x, box.y);
  cairo_scale (cr, size, size);
  atlas_timeline_painter_paint (painter, cr, &frame);
  cairo_restore (cr);
  paint_border (self, cr);
}
