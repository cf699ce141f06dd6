// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-figure-layout.h"

#include <math.h>

#define REFERENCE_AREA (1600.0 * 900.0) /* of a figure whose unit is 1 */
#define MIN_UNIT 0.68                   /* type does not get smaller */
#define MAX_UNIT 16.0

#define GAP 14.0
#define COLUMN_GAP 24.0
#define HEAD_GAP 9.0
#define TITLE_GAP 3.0
#define MIN_LIST 58.0 /* a heading, a row and what is left out */
#define MIN_MAP 120.0
#define MIN_MAP_BESIDE_STRIP 150.0
#define MAP_SHAPE 0.58 /* height to width of a map that shows just a step's view, with its frame */
#define MIN_STRIP 118.0
#define MAX_STRIP 280.0
#define MAX_STRIP_SHARE 0.38 /* of the room of map and timeline */
#define WIDE 1.12            /* width to height from which on a column stands beside the map */

typedef struct
{
  AtlasFigureLayout *layout;
  AtlasFigureMeasure measure;
  gpointer           user_data;
  double             width; /* of the figure */
  double             height;
} Composing;

double
atlas_figure_get_unit (double width,
                       double height)
{
  return CLAMP (sqrt (width * height / REFERENCE_AREA), MIN_UNIT, MAX_UNIT);
}

static double
measure (Composing      *self,
         AtlasFigurePart part,
         double          width)
{
  return width > 0.0 ? ceil (MAX (self->measure (part, width, self->user_data), 0.0)) : 0.0;
}

static void
place (Composing      *self,
       AtlasFigurePart part,
       double          x,
       double          y,
       double          width,
       double          height)
{
  self->layout->boxes[part] = (cairo_rectangle_t){ x, y, width, height };
}

/* Head, title with the date, sentence. Returns where they end. */
static double
place_top (Composing *self,
           double     x,
           double     y,
           double     width)
{
  double head = measure (self, ATLAS_FIGURE_HEAD, width);
  double date_width = floor (width * 0.27);
  double date = measure (self, ATLAS_FIGURE_DATE, date_width);
  double title_width = date > 0.0 ? width - date_width - COLUMN_GAP : width;
  double title = measure (self, ATLAS_FIGURE_TITLE, title_width);
  double sentence = measure (self, ATLAS_FIGURE_SENTENCE, width);
  double start = y;

  if (head > 0.0)
    {
      place (self, ATLAS_FIGURE_HEAD, x, y, width, head);
      y += head + HEAD_GAP;
    }
  if (title > 0.0 || date > 0.0)
    {
      place (self, ATLAS_FIGURE_TITLE, x, y, title_width, title);
      if (date > 0.0)
        place (self, ATLAS_FIGURE_DATE, x + width - date_width, y, date_width, date);
      y += MAX (title, date) + TITLE_GAP;
    }
  if (sentence > 0.0)
    {
      place (self, ATLAS_FIGURE_SENTENCE, x, y, width, sentence);
      y += sentence;
    }

  return y > start ? y + GAP : y;
}

/* Credits and how to cite the view, side by side where there is room. Returns where they begin. */
static double
place_foot (Composing *self,
            double     x,
            double     bottom,
            double     width)
{
  gboolean is_split = width >= 620.0;
  double   half = is_split ? floor ((width - COLUMN_GAP) / 2.0) : width;
  double   credits = measure (self, ATLAS_FIGURE_CREDITS, half);
  double   citation = measure (self, ATLAS_FIGURE_CITATION, half);
  double   top = bottom - (is_split ? MAX (credits, citation) : credits + citation);

  if (credits > 0.0)
    place (self, ATLAS_FIGURE_CREDITS, x, top, half, credits);
  if (citation > 0.0)
    place (self, ATLAS_FIGURE_CITATION, is_split ? x + width - half : x, is_split ? top : bottom - citation, half, citation);

  return top < bottom ? top - GAP : bottom;
}

/* The room of legend and references together: each half, but what one does not need the other gets. */
static void
share (double  room,
       double *legend,
       double *references)
{
  double half = room / 2.0;

  if (*legend + *references <= room)
    return;

  if (*legend <= half)
    *references = room - *legend;
  else if (*references <= half)
    *legend = room - *references;
  else
    *legend = *references = half;
}

static gboolean
is_list (AtlasFigurePart part)
{
  return part == ATLAS_FIGURE_LEGEND || part == ATLAS_FIGURE_REFERENCES;
}

/* Texts get all they need, but for a caption that would leave too little for the lists; what is over is shared by those. */
static void
divide_column (Composing             *self,
               const AtlasFigurePart *parts,
               guint                  n_parts,
               cairo_rectangle_t      column,
               double                *heights)
{
  double room = column.height + GAP;
  guint  n_lists = 0;

  for (guint i = 0; i < n_parts; i++)
    {
      heights[parts[i]] = measure (self, parts[i], column.width);
      n_lists += is_list (parts[i]) && heights[parts[i]] > 0.0 ? 1 : 0;
    }
  for (guint i = 0; i < n_parts; i++)
    {
      double *height = &heights[parts[i]];

      if (is_list (parts[i]) || *height <= 0.0)
        continue;
      if (parts[i] == ATLAS_FIGURE_CAPTION && room - *height - GAP < n_lists * (MIN_LIST + GAP))
        *height = 0.0;
      else
        *height = MIN (*height, MAX (room - GAP, 0.0));
      room -= *height > 0.0 ? *height + GAP : 0.0;
    }

  /* Where there is no room for two, the legend is of more use. */
  room -= n_lists * GAP;
  if (n_lists == 2 && room < 2.0 * MIN_LIST)
    {
      heights[ATLAS_FIGURE_REFERENCES] = 0.0;
      room += GAP;
    }
  share (MAX (room, 0.0), &heights[ATLAS_FIGURE_LEGEND], &heights[ATLAS_FIGURE_REFERENCES]);
}

/* The parts of a column in order. */
static void
fill_column (Composing             *self,
             const AtlasFigurePart *parts,
             guint                  n_parts,
             cairo_rectangle_t      column)
{
  double heights[ATLAS_N_FIGURE_PARTS] = { 0 };
  double y = column.y;

  divide_column (self, parts, n_parts, column, heights);
  for (guint i = 0; i < n_parts; i++)
    {
      double height = MIN (heights[parts[i]], column.y + column.height - y);
      double least = is_list (parts[i]) ? MIN (MIN_LIST, measure (self, parts[i], column.width)) : 1.0;

      if (height < MAX (least, 1.0))
        continue;
      place (self, parts[i], column.x, y, column.width, height);
      y += height + GAP;
    }
}

static double
measure_column (Composing             *self,
                const AtlasFigurePart *parts,
                guint                  n_parts,
                double                 width)
{
  double sum = 0.0;

  for (guint i = 0; i < n_parts; i++)
    {
      double height = measure (self, parts[i], width);

      sum += height > 0.0 ? height + (sum > 0.0 ? GAP : 0.0) : 0.0;
    }

  return sum;
}

/* Map and timeline, one below the other. A map higher than a step's view gives what is over to the timeline. */
static void
place_map (Composing        *self,
           cairo_rectangle_t room,
           double            share_of_strip)
{
  double strip = 0.0;

  if (measure (self, ATLAS_FIGURE_TIMELINE, room.width) > 0.0)
    {
      strip = room.height - GAP - room.width * MAP_SHAPE;
      strip = CLAMP (strip, room.height * share_of_strip, room.height * MAX_STRIP_SHARE);
      strip = floor (CLAMP (strip, MIN_STRIP, MAX_STRIP));
    }
  if (room.height - strip - GAP < MIN_MAP_BESIDE_STRIP)
    strip = 0.0;

  if (strip > 0.0)
    {
      place (self, ATLAS_FIGURE_TIMELINE, room.x, room.y + room.height - strip, room.width, strip);
      room.height -= strip + GAP;
    }
  place (self, ATLAS_FIGURE_MAP, room.x, room.y, room.width, room.height);
}

/* What explains the map stands right of it. */
static void
compose_wide (Composing        *self,
              cairo_rectangle_t body)
{
  static const AtlasFigurePart parts[] = { ATLAS_FIGURE_TEXT, ATLAS_FIGURE_QUESTION, ATLAS_FIGURE_CAPTION, ATLAS_FIGURE_LEGEND,
                                           ATLAS_FIGURE_REFERENCES };
  double                       column = CLAMP (floor (self->width * 0.18), 170.0, 290.0);

  if (measure (self, ATLAS_FIGURE_TEXT, column) > 0.0)
    column = CLAMP (floor (self->width * 0.31), 200.0, 540.0);
  else if (measure (self, ATLAS_FIGURE_REFERENCES, column) > 0.0 || measure (self, ATLAS_FIGURE_CAPTION, column) > 0.0)
    column = CLAMP (floor (self->width * 0.235), 190.0, 400.0);
  column = MIN (column, body.width * 0.45);

  if (measure_column (self, parts, G_N_ELEMENTS (parts), column) > 0.0)
    {
      fill_column (self, parts, G_N_ELEMENTS (parts), (cairo_rectangle_t){ body.x + body.width - column, body.y, column, body.height });
      body.width -= column + COLUMN_GAP;
    }
  place_map (self, body, 0.27);
}

/* What explains the map stands below it, in two columns if there is enough for two. */
static void
compose_high (Composing        *self,
              cairo_rectangle_t body)
{
  static const AtlasFigurePart texts[] = { ATLAS_FIGURE_TEXT, ATLAS_FIGURE_QUESTION };
  static const AtlasFigurePart keys[] = { ATLAS_FIGURE_CAPTION, ATLAS_FIGURE_LEGEND };
  static const AtlasFigurePart proofs[] = { ATLAS_FIGURE_LEGEND, ATLAS_FIGURE_REFERENCES };
  gboolean                     is_step = measure (self, ATLAS_FIGURE_TEXT, body.width) > 0.0;
  const AtlasFigurePart       *left = is_step ? texts : keys;
  const AtlasFigurePart       *right = is_step ? proofs : proofs + 1;
  guint                        n_right = is_step ? 2 : 1;
  double                       left_width = floor ((body.width - COLUMN_GAP) * (is_step ? 0.56 : 0.42));
  double                       right_width = body.width - COLUMN_GAP - left_width;
  double                       left_height, right_height, height;

  if (measure_column (self, right, n_right, right_width) <= 0.0)
    left_width = body.width;
  if (measure_column (self, left, 2, left_width) <= 0.0)
    {
      left_width = -COLUMN_GAP;
      right_width = body.width;
    }

  left_height = left_width > 0.0 ? measure_column (self, left, 2, left_width) : 0.0;
  right_height = left_width < body.width ? measure_column (self, right, n_right, right_width) : 0.0;
  height = MIN (MAX (left_height, right_height), floor (body.height * (is_step ? 0.42 : 0.40)));

  if (height >= MIN_LIST)
    {
      double y = body.y + body.height - height;

      if (left_width > 0.0)
        fill_column (self, left, 2, (cairo_rectangle_t){ body.x, y, left_width, height });
      if (right_height > 0.0)
        fill_column (self, right, n_right, (cairo_rectangle_t){ body.x + left_width + COLUMN_GAP, y, right_width, height });
      body.height -= height + GAP;
    }
  place_map (self, body, 0.18);
}

AtlasFigureLayout
atlas_figure_layout_compose (double             width,
                             double             height,
                             AtlasFigureMeasure measure_func,
                             gpointer           user_data)
{
  AtlasFigureLayout layout = { 0 };
  Composing         self = { &layout, measure_func, user_data, width, height };
  cairo_rectangle_t body = { 0 };
  double            bottom = 0.0;

  g_return_val_if_fail (measure_func != NULL, layout);

  layout.margin = round (CLAMP (0.026 * sqrt (width * height), 12.0, 40.0));
  layout.is_wide = width >= height * WIDE;
  body.x = layout.margin;
  body.width = MAX (width - 2.0 * layout.margin, 1.0);
  body.y = place_top (&self, body.x, layout.margin, body.width);
  bottom = place_foot (&self, body.x, height - layout.margin, body.width);
  body.height = bottom - body.y;

  /* A heap of words on a stamp: the map goes before what is said about it. */
  if (body.height < MIN_MAP)
    {
      place (&self, ATLAS_FIGURE_CREDITS, 0.0, 0.0, 0.0, 0.0);
      place (&self, ATLAS_FIGURE_CITATION, 0.0, 0.0, 0.0, 0.0);
      body.height = height - layout.margin - body.y;
    }
  if (body.height < MIN_MAP)
    {
      for (guint part = ATLAS_FIGURE_HEAD; part <= ATLAS_FIGURE_SENTENCE; part++)
        place (&self, part, 0.0, 0.0, 0.0, 0.0);
      body.y = layout.margin;
      body.height = height - 2.0 * layout.margin;
    }

  if (layout.is_wide && body.width >= 480.0)
    compose_wide (&self, body);
  else
    compose_high (&self, body);

  return layout;
}
