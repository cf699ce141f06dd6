// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-density-painter.h"
#include "atlas-series-painter-private.h"

#include <math.h>

/* px */
#define MIN_CHART 26.0  /* height of a chart */
#define CHART_LINES 1.6 /* and in lines of text, where that is more */
#define TITLE_X 6.0
#define TITLE_GAP 12.0 /* between the title and the value that is lit */
#define AXIS_SIZE 0.80

/* The inks that are told apart best. With the hatches, of which there are five, twenty looks. */
static const AtlasMapRole roles[] = { ATLAS_MAP_ROLE_CORRIDOR, ATLAS_MAP_ROLE_GAS, ATLAS_MAP_ROLE_SITE, ATLAS_MAP_ROLE_ZONE };

double
atlas_series_painter_get_height (AtlasTimelinePainter *painter)
{
  double y, height;

  atlas_series_painter_get_chart (painter, &y, &height);

  return y + height + ATLAS_SERIES_PADDING + 1.0;
}

void
atlas_series_painter_get_chart (AtlasTimelinePainter *painter,
                                double               *y,
                                double               *height)
{
  double line = atlas_timeline_painter_get_line_height (painter);

  *y = ceil (ATLAS_SERIES_PADDING + line + ATLAS_SERIES_EDGE);
  *height = MAX (round (CHART_LINES * line), MIN_CHART);
}

cairo_rectangle_t
atlas_series_painter_get_box (AtlasTimelinePainter   *painter,
                              const AtlasSeriesTrack *track,
                              const AtlasTimeScale   *scale,
                              const AtlasSeriesPoint *point)
{
  cairo_rectangle_t box;
  double            y, height;

  atlas_series_painter_get_chart (painter, &y, &height);
  box = atlas_series_axis_get_box (&track->axis, scale, point, y, height);
  if (box.height < ATLAS_SERIES_EDGE)
    {
      box.y -= point->value < 0.0 ? 0.0 : ATLAS_SERIES_EDGE - box.height;
      box.height = ATLAS_SERIES_EDGE;
    }

  return box;
}

static double
get_value_y (const AtlasSeriesPass *pass,
             double                 value)
{
  const AtlasSeriesAxis *axis = &pass->track->axis;

  return pass->chart_y + (axis->to - value) * pass->chart_height / (axis->to - axis->from);
}

static void
paint_grid (const AtlasSeriesPass *pass)
{
  double lines[ATLAS_SERIES_MAX_LINES];
  guint  n_lines = atlas_series_axis_get_lines (&pass->track->axis, lines);
  double zero = round (get_value_y (pass, 0.0));

  atlas_palette_set_source (pass->cr, pass->inks->grid_major, 1.0);
  for (guint i = 0; i < n_lines; i++)
    atlas_series_fill (pass, 0.0, round (get_value_y (pass, lines[i])), pass->frame->view.width, 1.0);
  atlas_palette_set_source (pass->cr, pass->inks->hairline, 0.7);
  atlas_series_fill (pass, 0.0, zero, pass->frame->view.width, 1.0);
}

/* The numbers of the grid stand in the gutter; where the text is too large for it, inside. */
static void
paint_numbers (const AtlasSeriesPass *pass,
               gboolean               inside)
{
  double lines[ATLAS_SERIES_MAX_LINES];
  guint  n_lines = atlas_series_axis_get_lines (&pass->track->axis, lines);
  double taken = G_MAXDOUBLE;

  for (guint i = n_lines; i-- > 0;)
    {
      g_autofree char *text = atlas_series_format_value (lines[i]);
      PangoLayout     *layout = atlas_timeline_painter_shape (pass->painter, text, AXIS_SIZE, FALSE, 0);
      double           y = round (get_value_y (pass, lines[i]));
      int              width, height;

      pango_layout_get_pixel_size (layout, &width, &height);
      if (taken != G_MAXDOUBLE && y - taken < 0.8 * height)
        continue;

      taken = y;
      if (inside != (width > ATLAS_TIMELINE_GUTTER - 3.0))
        continue;

      atlas_palette_set_source (pass->cr, pass->inks->faint, 1.0);
      atlas_timeline_painter_show_text (pass->cr, layout, inside ? TITLE_X : ATLAS_TIMELINE_GUTTER - 3.0 - width,
                                        !inside ? y : y - height < pass->chart_y ? y + height / 2.0
                                                                                 : y - height / 2.0);
    }
}

/* Shows as much of a text as @room px hold. Returns its width. */
static double
show_in_room (const AtlasSeriesPass *pass,
              const char            *text,
              gboolean               bold,
              double                 x,
              double                 room)
{
  PangoLayout *layout = atlas_timeline_painter_shape (pass->painter, text, 1.0, bold, 0);
  double       width;

  if (room < 12.0)
    return 0.0;

  pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  width = atlas_timeline_painter_show_text (pass->cr, layout, x, ATLAS_SERIES_PADDING + atlas_timeline_painter_get_line_height (pass->painter) / 2.0);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_width (layout, -1);

  return width;
}

static double
measure_text (const AtlasSeriesPass *pass,
              const char            *text,
              gboolean               bold)
{
  int width;

  pango_layout_get_pixel_size (atlas_timeline_painter_shape (pass->painter, text, 1.0, bold, 0), &width, NULL);

  return width;
}

/* What the track shows, in which unit, and the value that is lit, which is never cut for the title's sake. */
static void
paint_title (const AtlasSeriesPass *pass)
{
  const AtlasSeries      *series = pass->track->series;
  const AtlasSeriesPoint *lit = pass->track->focused != NULL ? pass->track->focused : pass->track->lit;
  g_autofree char        *unit = g_strdup_printf (" · %s", series->unit);
  g_autofree char        *words = lit != NULL ? atlas_series_point_to_words (series, lit) : NULL;
  double                  room = pass->frame->view.width - TITLE_X - pass->track->inset;
  double                  words_width = words != NULL ? measure_text (pass, words, TRUE) + TITLE_GAP : 0.0;
  double                  unit_width = words == NULL ? measure_text (pass, unit, FALSE) : 0.0; /* the words say it */
  double                  x = TITLE_X;

  atlas_palette_set_source (pass->cr, pass->inks->text, 1.0);
  x += show_in_room (pass, series->title, FALSE, x, room - words_width - unit_width);
  if (words == NULL)
    {
      atlas_palette_set_source (pass->cr, pass->inks->faint, 1.0);
      show_in_room (pass, unit, FALSE, x, unit_width + 1.0);
      return;
    }

  atlas_series_set_ink (pass, 1.0);
  show_in_room (pass, words, TRUE, x + TITLE_GAP, words_width + 1.0);
}

static void
paint_focus (const AtlasSeriesPass *pass)
{
  cairo_rectangle_t box;

  if (pass->track->focused == NULL)
    return;

  box = atlas_series_get_block (pass, pass->track->focused);
  atlas_palette_set_source (pass->cr, pass->inks->clock, 1.0);
  cairo_rectangle (pass->cr, box.x - 1.5, box.y - 1.5, box.width + 3.0, box.height + 3.0);
  cairo_set_line_width (pass->cr, 2.0);
  cairo_stroke (pass->cr);
}

static void
paint_chart (const AtlasSeriesPass *pass)
{
  g_autofree char *sticky = NULL;
  g_autoptr (GArray) ticks = atlas_time_scale_get_ticks (&pass->frame->view.scale, pass->frame->view.width, pass->painter->digit_width, &sticky);

  atlas_palette_set_source (pass->cr, pass->inks->ground, 1.0);
  cairo_paint (pass->cr);
  atlas_timeline_paint_grid (pass->cr, pass->frame, ticks);
  paint_grid (pass);
  atlas_series_paint_blocks (pass);
  atlas_density_paint_veil (pass->cr, &pass->frame->view, pass->frame->palette, pass->frame->window);
  atlas_timeline_paint_today (pass->cr, pass->frame);
  atlas_timeline_paint_clock (pass->cr, pass->frame);
  atlas_series_paint_values (pass);
  paint_numbers (pass, TRUE);
  paint_focus (pass);
  paint_title (pass);
}

void
atlas_series_painter_paint (AtlasTimelinePainter     *painter,
                            cairo_t                  *cr,
                            const AtlasTimelineFrame *frame,
                            const AtlasSeriesTrack   *track)
{
  AtlasSeriesPass pass = { painter, cr, frame, track };
  double          height;

  g_return_if_fail (painter != NULL && cr != NULL && frame != NULL && track != NULL && track->series != NULL);

  height = atlas_series_painter_get_height (painter);
  pass.inks = atlas_timeline_inks_get (frame->palette);
  pass.ink = (AtlasColor){ atlas_map_inks_get (frame->palette)->roles[roles[track->look % G_N_ELEMENTS (roles)]], 1.0f };
  pass.hatch = track->look % ATLAS_N_SERIES_HATCHES;
  atlas_series_painter_get_chart (painter, &pass.chart_y, &pass.chart_height);

  cairo_save (cr);
  cairo_rectangle (cr, ATLAS_TIMELINE_GUTTER, 0.0, frame->view.width, height);
  cairo_clip (cr);
  cairo_translate (cr, ATLAS_TIMELINE_GUTTER, 0.0);
  paint_chart (&pass);
  cairo_restore (cr);

  atlas_palette_set_source (cr, pass.inks->ruler, 1.0);
  atlas_series_fill (&pass, 0.0, 0.0, ATLAS_TIMELINE_GUTTER, height);
  paint_numbers (&pass, FALSE);
  atlas_palette_set_source (cr, pass.inks->hairline, 1.0);
  atlas_series_fill (&pass, ATLAS_TIMELINE_GUTTER - 1.0, 0.0, 1.0, height);
  atlas_series_fill (&pass, 0.0, 0.0, ATLAS_TIMELINE_GUTTER + frame->view.width, 1.0);
}
