// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-figure-handout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The first page of a handout: title, what the tour tells, its contents, and a map of the whole. */

#define NUMBER_WIDTH 34.0
#define PAGE_WIDTH 40.0
#define ROW_GAP 5.0
#define GAP 22.0

static AtlasFigureTypeId
choose_row_type (guint n_rows)
{
  return n_rows > 18 ? ATLAS_FIGURE_TYPE_LEGEND : ATLAS_FIGURE_TYPE_CONTENTS;
}

/* A line of the contents, which leads to its step: number, title, date, page. Returns its height. */
static double
paint_row (AtlasFigureHandout *self,
           cairo_t            *cr, /* (nullable): only measured */
           guint               row,
           double              x,
           double              y,
           double              width)
{
  AtlasFigurePlate      *plate = self->cover;
  AtlasFigurePlate      *step = g_ptr_array_index (self->steps, row);
  const AtlasFigureInks *inks = atlas_figure_inks_get (plate->palette);
  AtlasFigureTypeId      type = choose_row_type (self->steps->len);
  g_autoptr (PangoLayout) whole = atlas_figure_type_shape (plate->fonts, type, step->content->date, -1.0);
  double           date_width = CLAMP (ceil (atlas_figure_type_width (whole)) + 1.0, floor (width * 0.24), floor (width * 0.4)); /* on one line, if it can */
  double           title_width = width - NUMBER_WIDTH - date_width - PAGE_WIDTH - 12.0;
  g_autofree char *number = g_strdup_printf ("%u", row + 1);
  g_autofree char *page = g_strdup_printf ("%u", step->page);
  g_autofree char *attributes = g_strdup_printf ("dest='step-%u'", row + 1);
  g_autoptr (PangoLayout) title = atlas_figure_type_shape (plate->fonts, type, step->content->title, title_width);
  g_autoptr (PangoLayout) date = atlas_figure_type_shape (plate->fonts, type, step->content->date, date_width);
  g_autoptr (PangoLayout) left = NULL;
  g_autoptr (PangoLayout) right = NULL;
  double height = MAX (atlas_figure_type_height (title), atlas_figure_type_height (date));

  if (cr == NULL)
    return height;

  left = atlas_figure_type_shape (plate->fonts, type, number, -1.0);
  right = atlas_figure_type_shape (plate->fonts, type, page, -1.0);
  pango_layout_set_alignment (date, PANGO_ALIGN_RIGHT);
  atlas_figure_begin_element (plate, cr, "P");
  if (plate->is_tagged)
    cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  atlas_figure_show (cr, left, inks->accent, x + NUMBER_WIDTH - 12.0 - atlas_figure_type_width (left), y);
  atlas_figure_show (cr, title, inks->text, x + NUMBER_WIDTH, y);
  atlas_figure_show (cr, date, inks->soft, x + width - PAGE_WIDTH - date_width, y);
  atlas_figure_show (cr, right, inks->text, x + width - atlas_figure_type_width (right), y);
  if (plate->is_tagged)
    cairo_tag_end (cr, CAIRO_TAG_LINK);
  atlas_figure_end_element (plate, cr, "P");
  atlas_palette_set_source (cr, inks->rule, 0.45);
  cairo_rectangle (cr, x, y + height + ROW_GAP / 2.0 - 0.25, width, 0.5);
  cairo_fill (cr);

  return height;
}

/* Title, what it tells and the contents in a column. Returns where they end. */
static double
paint_column (AtlasFigureHandout *self,
              cairo_t            *cr, /* (nullable): only measured */
              double              x,
              double              y,
              double              width)
{
  AtlasFigurePlate      *plate = self->cover;
  const AtlasFigureInks *inks = atlas_figure_inks_get (plate->palette);
  const char            *words = atlas_tour_get_description (self->tour);
  g_autoptr (PangoLayout) title = atlas_figure_type_shape (plate->fonts, ATLAS_FIGURE_TYPE_COVER, atlas_tour_get_title (self->tour), width);
  g_autoptr (PangoLayout) description = atlas_figure_type_shape (plate->fonts, ATLAS_FIGURE_TYPE_TEXT, words, width);

  if (cr != NULL)
    {
      atlas_figure_begin_element (plate, cr, "H1");
      atlas_figure_show (cr, title, inks->text, x, y);
      atlas_figure_end_element (plate, cr, "H1");
      atlas_figure_begin_element (plate, cr, "P");
      atlas_figure_show (cr, description, inks->soft, x, y + atlas_figure_type_height (title) + 10.0);
      atlas_figure_end_element (plate, cr, "P");
    }
  y += atlas_figure_type_height (title) + 10.0 + (*words != '\0' ? atlas_figure_type_height (description) : 0.0) + GAP;

  if (cr != NULL)
    atlas_figure_paint_heading (plate, cr, _ ("Contents"), x, y, width);
  y += ATLAS_FIGURE_HEADING_HEIGHT;
  for (guint i = 0; i < self->steps->len; i++)
    y += paint_row (self, cr, i, x, y, width) + ROW_GAP;

  return y;
}

static void
paint_words (cairo_t *cr,
             gpointer user_data)
{
  AtlasFigureHandout *self = user_data;

  paint_column (self, cr, self->column.x, self->column.y, self->column.width);
}

/* The map beside what is written, or below it. */
void
atlas_figure_handout_compose_cover (AtlasFigureHandout *self)
{
  AtlasFigurePlate  *plate = self->cover;
  cairo_rectangle_t *boxes = plate->layout.boxes;
  double             margin = plate->layout.margin;
  double             top = boxes[ATLAS_FIGURE_HEAD].y + boxes[ATLAS_FIGURE_HEAD].height + GAP;
  double             bottom = boxes[ATLAS_FIGURE_CREDITS].y - 14.0;
  double             inner = plate->width - 2.0 * margin;
  cairo_rectangle_t  map = { 0 };

  for (guint part = ATLAS_FIGURE_TITLE; part <= ATLAS_FIGURE_REFERENCES; part++)
    boxes[part] = (cairo_rectangle_t){ 0 };

  self->column = (cairo_rectangle_t){ margin, top, plate->layout.is_wide ? floor (inner * 0.47) : inner, bottom - top };
  if (plate->layout.is_wide)
    map = (cairo_rectangle_t){ margin + self->column.width + 30.0, top + 6.0, inner - self->column.width - 30.0, bottom - top - 6.0 };
  else
    {
      double end = paint_column (self, NULL, margin, top, inner);

      map = (cairo_rectangle_t){ margin, end + GAP, inner, bottom - end - GAP };
    }
  if (map.height >= 160.0)
    boxes[ATLAS_FIGURE_MAP] = map;
  atlas_figure_plate_fit_map (plate);
  plate->paint_more = paint_words;
  plate->user_data = self;
}
