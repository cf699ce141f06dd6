// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-figure-plate.h"

#include "atlas-legend-model.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Legend and references: lists in as many columns as there is room for, which say what they leave out. */

#define SAMPLE_WIDTH 46.0
#define SAMPLE_HEIGHT 16.0
#define SAMPLE_GAP 10.0
#define COUNT_WIDTH 26.0
#define ROW_GAP 3.0
#define REFERENCE_GAP 3.5
#define LEGEND_COLUMN 210.0 /* px that a column is wide at least */
#define REFERENCE_COLUMN 300.0
#define COLUMN_GAP 26.0
#define MAX_COLUMNS 4

typedef struct
{
  AtlasFigurePlate *plate;
  cairo_t          *cr;  /* (nullable): only measured */
  double            gap; /* between rows */
  double            column;
  guint             n_rows;
  double (*do_row) (AtlasFigurePlate *plate,
                    cairo_t          *cr, /* (nullable) */
                    guint             row,
                    double            x,
                    double            y,
                    double            width); /* returns its height */
} List;

static guint
count_columns (double width,
               double least)
{
  return (guint) CLAMP (floor ((width + COLUMN_GAP) / (least + COLUMN_GAP)), 1.0, MAX_COLUMNS);
}

/* Rows down one column after the other. Returns how many there is room for; @used: how high the highest column is. */
static guint
fill_columns (const List *list,
              double      x,
              double      y,
              double      height,
              guint       n_columns,
              double     *used)
{
  guint row = 0;

  *used = 0.0;
  for (guint i = 0; i < n_columns && row < list->n_rows; i++)
    {
      double at = 0.0;

      while (row < list->n_rows)
        {
          double needs = list->do_row (list->plate, NULL, row, 0.0, 0.0, list->column);

          if (at + needs > height + 0.01)
            break;
          if (list->cr != NULL)
            {
              atlas_figure_begin_element (list->plate, list->cr, "P");
              list->do_row (list->plate, list->cr, row, x + i * (list->column + COLUMN_GAP), y + at, list->column);
              atlas_figure_end_element (list->plate, list->cr, "P");
            }
          at += needs + list->gap;
          row++;
          *used = MAX (*used, at - list->gap);
        }
    }

  return row;
}

/* The least height in which all rows have room. */
static double
measure_columns (const List *list,
                 guint       n_columns)
{
  double sum = 0.0;
  double highest = 0.0;
  double height, used;

  for (guint row = 0; row < list->n_rows; row++)
    {
      double needs = list->do_row (list->plate, NULL, row, 0.0, 0.0, list->column) + list->gap;

      sum += needs;
      highest = MAX (highest, needs);
    }
  if (n_columns == 1)
    return sum - list->gap;

  for (height = MAX (sum / n_columns - list->gap, highest); height < sum; height += 4.0)
    if (fill_columns (list, 0.0, 0.0, height, n_columns, &used) == list->n_rows)
      return used;

  return sum;
}

static double
do_legend_row (AtlasFigurePlate *plate,
               cairo_t          *cr,
               guint             row,
               double            x,
               double            y,
               double            width)
{
  const AtlasFigureInks *inks = atlas_figure_inks_get (plate->palette);
  const AtlasLegendRow  *sign = &g_array_index (plate->legend, AtlasLegendRow, row);
  g_autofree char       *words = atlas_legend_row_to_words (sign);
  g_autofree char       *number = g_strdup_printf ("%u", sign->count);
  g_autoptr (PangoLayout) name = atlas_figure_type_shape (plate->fonts, ATLAS_FIGURE_TYPE_LEGEND, words, width - SAMPLE_WIDTH - SAMPLE_GAP - COUNT_WIDTH);
  g_autoptr (PangoLayout) count = NULL;
  double height = MAX (atlas_figure_type_height (name), SAMPLE_HEIGHT);

  if (cr == NULL)
    return height;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rectangle (cr, 0.0, 0.0, SAMPLE_WIDTH, SAMPLE_HEIGHT);
  cairo_clip (cr);
  atlas_legend_row_paint (sign, cr, plate->palette, SAMPLE_WIDTH, SAMPLE_HEIGHT);
  cairo_restore (cr);

  count = atlas_figure_type_shape (plate->fonts, ATLAS_FIGURE_TYPE_COUNT, number, -1.0);
  atlas_figure_show (cr, name, inks->text, x + SAMPLE_WIDTH + SAMPLE_GAP, y);
  atlas_figure_show (cr, count, inks->soft, x + width - atlas_figure_type_width (count), y + 0.8);

  return height;
}

static double
do_reference_row (AtlasFigurePlate *plate,
                  cairo_t          *cr,
                  guint             row,
                  double            x,
                  double            y,
                  double            width)
{
  AtlasFigureReference *reference = g_ptr_array_index (plate->content->references, plate->first_reference + row);
  const char           *text = plate->with_addresses ? reference->whole : reference->text;
  g_autoptr (PangoLayout) layout = atlas_figure_type_shape (plate->fonts, ATLAS_FIGURE_TYPE_REFERENCE, text, width);

  if (cr != NULL)
    atlas_figure_show_link (plate, cr, layout, atlas_figure_inks_get (plate->palette)->text, x, y, reference->url);

  return atlas_figure_type_height (layout);
}

static List
list_legend (AtlasFigurePlate *plate,
             double            width,
             guint            *n_columns)
{
  *n_columns = plate->legend != NULL ? MIN (count_columns (width, LEGEND_COLUMN), MAX (plate->legend->len, 1)) : 1;

  return (List){ plate, NULL, ROW_GAP, floor ((width - (*n_columns - 1) * COLUMN_GAP) / *n_columns), plate->legend != NULL ? plate->legend->len : 0, do_legend_row };
}

static List
list_references (AtlasFigurePlate *plate,
                 double            width,
                 guint            *n_columns)
{
  *n_columns = count_columns (width, REFERENCE_COLUMN);

  return (List){ plate, NULL, REFERENCE_GAP, floor ((width - (*n_columns - 1) * COLUMN_GAP) / *n_columns),
                 plate->content->references->len - plate->first_reference, do_reference_row };
}

static double
measure_list (const List *list,
              guint       n_columns)
{
  return list->n_rows > 0 ? ATLAS_FIGURE_HEADING_HEIGHT + measure_columns (list, n_columns) : 0.0;
}

static char *
dup_more (const List *list,
          guint       n)
{
  if (list->do_row == do_legend_row)
    return g_strdup_printf (ngettext ("and %u more sign", "and %u more signs", n), n);

  if (list->plate->continues)
    return g_strdup_printf (ngettext ("%u more on the next page", "%u more on the next page", n), n);

  return g_strdup_printf (ngettext ("and %u more source in the atlas", "and %u more sources in the atlas", n), n);
}

/* How many rows there is room for; where that is not all, a line below them is left free. @height is then without it. */
static guint
fit_rows (const List *list,
          guint       n_columns,
          double     *height,
          double     *used)
{
  guint n_done = fill_columns (list, 0.0, 0.0, *height, n_columns, used);

  if (n_done == list->n_rows)
    return n_done;

  *height -= atlas_figure_type_measure (list->plate->fonts, ATLAS_FIGURE_TYPE_MORE, "1", -1.0) + list->gap;

  return fill_columns (list, 0.0, 0.0, *height, n_columns, used);
}

/* Paints a list into its room. Where that is not enough the last line says how many are missing. */
static void
paint_list (List             *list,
            cairo_t          *cr,
            guint             n_columns,
            cairo_rectangle_t box,
            const char       *heading)
{
  AtlasFigurePlate *plate = list->plate;
  double            height = box.height - ATLAS_FIGURE_HEADING_HEIGHT;
  double            y = box.y + ATLAS_FIGURE_HEADING_HEIGHT;
  double            used = 0.0;
  guint             n_done = 0;
  g_autofree char  *more = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  if (box.height <= 0.0 || list->n_rows == 0)
    return;

  n_done = fit_rows (list, n_columns, &height, &used);
  list->cr = cr;
  atlas_figure_paint_heading (plate, cr, heading, box.x, box.y, box.width);
  fill_columns (list, box.x, y, height, n_columns, &used);
  if (n_done == list->n_rows)
    return;

  more = dup_more (list, list->n_rows - n_done);
  layout = atlas_figure_type_shape (plate->fonts, ATLAS_FIGURE_TYPE_MORE, more, box.width);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  atlas_figure_show (cr, layout, atlas_figure_inks_get (plate->palette)->soft, box.x, y + used + (n_done > 0 ? list->gap : 0.0));
}

double
atlas_figure_measure_legend (AtlasFigurePlate *self,
                             double            width)
{
  guint n_columns = 1;
  List  list = list_legend (self, width, &n_columns);

  return measure_list (&list, n_columns);
}

void
atlas_figure_paint_legend (AtlasFigurePlate *self,
                           cairo_t          *cr)
{
  cairo_rectangle_t box = self->layout.boxes[ATLAS_FIGURE_LEGEND];
  guint             n_columns = 1;
  List              list = list_legend (self, box.width, &n_columns);

  paint_list (&list, cr, n_columns, box, _ ("Legend"));
}

double
atlas_figure_measure_references (AtlasFigurePlate *self,
                                 double            width)
{
  guint n_columns = 1;
  List  list = list_references (self, width, &n_columns);

  return measure_list (&list, n_columns);
}

guint
atlas_figure_count_references (AtlasFigurePlate *self)
{
  cairo_rectangle_t box = self->layout.boxes[ATLAS_FIGURE_REFERENCES];
  double            height = box.height - ATLAS_FIGURE_HEADING_HEIGHT;
  double            used = 0.0;
  guint             n_columns = 1;
  List              list = list_references (self, box.width, &n_columns);

  return box.height > 0.0 ? fit_rows (&list, n_columns, &height, &used) : 0;
}

void
atlas_figure_paint_references (AtlasFigurePlate *self,
                               cairo_t          *cr)
{
  cairo_rectangle_t box = self->layout.boxes[ATLAS_FIGURE_REFERENCES];
  guint             n_columns = 1;
  List              list = list_references (self, box.width, &n_columns);

  paint_list (&list, cr, n_columns, box, self->first_reference > 0 ? _ ("References, continued") : _ ("References"));
}
