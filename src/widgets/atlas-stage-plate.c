// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-stage-content-private.h"

#include <math.h>

/* The plate: how large the type of a stage is, and where its parts stand. */

/* A stage of this height has text of this size, px. */
#define STAGE_HEIGHT 1080.0
#define TEXT_SIZE 27.0
/* A stage as wide as this has its words beside the map; they take so much of its width. */
#define WIDE 1.45
#define COLUMN 0.25
#define MAX_COLUMN 0.42
/* A narrow one has its date beside the heading: smaller, and no wider than so much of the width. */
#define NARROW_DATE 0.75
#define NARROW_HEAD 0.42
#define MAX_WORDS 0.38 /* of the height of a narrow one */
/* How much larger or smaller than this size type is made, as the words need, and how near to what fits just so. */
#define LOOSEST 1.12
#define TIGHTEST 0.34
#define TIGHTER 1.04
/* Names on the map are this much larger than on a desk where the text is of its usual size. */
#define MAP_TEXT 1.7

/* clang-format off */
static const struct
{
  const char *css_class;
  double      size;   /* in text sizes */
  double      gap;    /* above it, in text sizes */
  double      line;   /* height of a line, in its font's */
  double      yields; /* how far it becomes smaller with the rest: 0 not, 1 as they do */
} parts[ATLAS_N_STAGE_PARTS] = {
  [ATLAS_STAGE_DATE]     = { "stage-date",     2.15, 0.0,  0.84, 0.8 },
  [ATLAS_STAGE_RULE]     = { "stage-rule",     0.12, 0.5,  1.0,  0.0 },
  [ATLAS_STAGE_TITLE]    = { "stage-title",    1.55, 0.75, 0.80, 0.95 },
  [ATLAS_STAGE_TEXT]     = { "stage-text",     1.0,  0.75, 1.24, 1.0 },
  [ATLAS_STAGE_QUESTION] = { "stage-question", 1.08, 1.1,  0.76, 1.0 },
  [ATLAS_STAGE_ANSWER]   = { "stage-answer",   1.0,  0.6,  1.24, 1.0 },
  [ATLAS_STAGE_TOUR]     = { "stage-tour",     0.78, 0.8,  1.0,  1.0 },
  [ATLAS_STAGE_COUNT]    = { "stage-count",    1.0,  0.8,  1.0,  0.5 },
};
/* clang-format on */

double
atlas_stage_content_get_text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? CLAMP (dpi / 1024.0 / 96.0, 0.75, 2.5) : 1.0;
}

static gboolean
is_wide (double width,
         double height)
{
  return width >= WIDE * height;
}

double
atlas_stage_content_get_text_size (double width,
                                   double height,
                                   double text_scale)
{
  double side = is_wide (width, height) ? MIN (height, width * 9.0 / 16.0) : MIN (height, width * 0.75);

  return MAX (TEXT_SIZE * side / STAGE_HEIGHT, 9.0) * text_scale;
}

/* Numbers of references are small, and above the line. */
static void
add_citations (PangoAttrList *attributes,
               const char    *text,
               double         size)
{
  for (const char *open = strchr (text, '['); open != NULL; open = strchr (open + 1, '['))
    {
      const char     *close = open + 1;
      PangoAttribute *marks[3];

      while (g_ascii_isdigit (*close))
        close++;
      if (*close != ']' || close == open + 1)
        continue;

      marks[0] = pango_attr_size_new_absolute ((int) lround (size * 0.6 * PANGO_SCALE));
      marks[1] = pango_attr_rise_new ((int) lround (size * 0.3 * PANGO_SCALE));
      marks[2] = pango_attr_foreground_alpha_new (0xa000);
      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        {
          marks[i]->start_index = (guint) (open - text);
          marks[i]->end_index = (guint) (close + 1 - text);
          pango_attr_list_insert (attributes, marks[i]);
        }
    }
}

static double
get_size (AtlasStageContent *self,
          AtlasStagePart     part,
          double             fit)
{
  double text = atlas_stage_content_get_text_size (self->width, self->height, self->text_scale);

  return text * parts[part].size * (1.0 - parts[part].yields * (1.0 - fit));
}

static void
set_type (AtlasStageContent *self,
          AtlasStagePart     part,
          double             size)
{
  GtkLabel *label = GTK_LABEL (self->parts[part]);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) lround (size * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_line_height_new (parts[part].line));
  if (part == ATLAS_STAGE_TEXT || part == ATLAS_STAGE_ANSWER)
    add_citations (attributes, gtk_label_get_text (label), size);
  gtk_label_set_attributes (label, attributes);
}

static gboolean
is_shown (AtlasStageContent *self,
          AtlasStagePart     part)
{
  return gtk_widget_get_visible (self->parts[part]);
}

static int
measure (AtlasStageContent *self,
         AtlasStagePart     part,
         double             width)
{
  int height = 0;

  if (!is_shown (self, part))
    return 0;
  if (part == ATLAS_STAGE_RULE)
    return MAX ((int) lround (get_size (self, ATLAS_STAGE_RULE, 1.0)), 2);

  gtk_widget_measure (self->parts[part], GTK_ORIENTATION_VERTICAL, (int) width, NULL, &height, NULL, NULL);

  return height;
}

static double
get_gap (AtlasStageContent *self,
         AtlasStagePart     part,
         double             fit)
{
  return is_shown (self, part) ? parts[part].gap * atlas_stage_content_get_text_size (self->width, self->height, MIN (self->text_scale, 1.3)) * (0.4 + 0.6 * fit) : 0.0;
}

/* A date stays in one line if that does not make it too small. */
static void
set_date_type (AtlasStageContent *self,
               double             fit,
               double             width)
{
  double size = get_size (self, ATLAS_STAGE_DATE, fit) * (is_wide (self->width, self->height) ? 1.0 : NARROW_DATE);
  int    natural = 0;

  set_type (self, ATLAS_STAGE_DATE, size);
  gtk_widget_measure (self->parts[ATLAS_STAGE_DATE], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  if (natural > width)
    set_type (self, ATLAS_STAGE_DATE, MAX (size * 0.98 * width / natural, size * 0.6));
}

static void
set_types (AtlasStageContent *self,
           double             fit,
           double             date_width)
{
  for (AtlasStagePart part = ATLAS_STAGE_TITLE; part < ATLAS_N_STAGE_PARTS; part++)
    set_type (self, part, get_size (self, part, fit));
  set_date_type (self, fit, date_width);
}

static double
get_margin (AtlasStageContent *self)
{
  return round (MIN (self->width, self->height) * 0.036);
}

/* What stands one under the other beside the map. */
static double
measure_column (AtlasStageContent *self,
                double             fit)
{
  double height = 0.0;

  for (AtlasStagePart part = ATLAS_STAGE_DATE; part <= ATLAS_STAGE_TOUR; part++)
    height += get_gap (self, part, fit) + measure (self, part, self->column);

  return height + get_gap (self, ATLAS_STAGE_COUNT, fit) / 4.0 + measure (self, ATLAS_STAGE_COUNT, self->column);
}

/* What stands under the map. */
static double
measure_words (AtlasStageContent *self,
               double             fit)
{
  double height = 0.0;

  for (AtlasStagePart part = ATLAS_STAGE_TEXT; part <= ATLAS_STAGE_ANSWER; part++)
    height += get_gap (self, part, fit) / 2.0 + measure (self, part, self->column);

  return height;
}

/* Sets all type; FALSE: there is no room for it. */
static gboolean
try_fit (AtlasStageContent *self,
         double             fit)
{
  gboolean wide = is_wide (self->width, self->height);
  double   room = wide ? self->height - 2.0 * get_margin (self) : MAX_WORDS * self->height;

  self->fit = fit;
  set_types (self, fit, wide ? self->column : self->column * NARROW_HEAD);

  return (wide ? measure_column (self, fit) : measure_words (self, fit)) <= room;
}

/* The largest type that fits, by halving: each try lays out all words. */
static void
choose_fit (AtlasStageContent *self)
{
  gboolean wide = is_wide (self->width, self->height);
  double   small = TIGHTEST;
  double   large = wide ? LOOSEST : 1.0;

  self->column = wide ? floor (CLAMP (COLUMN * sqrt (self->text_scale), 0.0, MAX_COLUMN) * self->width) : self->width - 2.0 * get_margin (self);
  if (try_fit (self, large))
    return;

  while (large / small > TIGHTER)
    {
      double middle = sqrt (large * small);

      if (try_fit (self, middle))
        small = middle;
      else
        large = middle;
    }
  try_fit (self, small);
}

static void
place (GtkWidget *widget,
       double     x,
       double     y,
       double     width,
       double     height)
{
  GtkAllocation allocation = { (int) lround (x), (int) lround (y), MAX ((int) lround (width), 1), MAX ((int) lround (height), 1) };

  if (gtk_widget_get_visible (widget))
    gtk_widget_size_allocate (widget, &allocation, -1);
}

static void
place_map (AtlasStageContent *self,
           double             x,
           double             y,
           double             width,
           double             height)
{
  int minimum = 0;

  /* A map that has no room at all is not looked at, but it is never less than nothing. */
  gtk_widget_measure (GTK_WIDGET (self->map), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (width, minimum);
  gtk_widget_measure (GTK_WIDGET (self->map), GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  height = MAX (height, minimum);
  place (GTK_WIDGET (self->map), x, y, width, height);
}

static int
get_strip_height (AtlasStageContent *self)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (self->strip), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);

  return height;
}

static void
allocate_wide (AtlasStageContent *self)
{
  double margin = get_margin (self);
  double y = margin;
  double x = margin + self->column + margin;
  double strip = get_strip_height (self);
  double count = measure (self, ATLAS_STAGE_COUNT, self->column);
  double tour = measure (self, ATLAS_STAGE_TOUR, self->column);
  double foot = self->height - margin;

  for (AtlasStagePart part = ATLAS_STAGE_DATE; part <= ATLAS_STAGE_ANSWER; part++)
    {
      double height = measure (self, part, self->column);

      y += get_gap (self, part, self->fit);
      place (self->parts[part], margin, y, part == ATLAS_STAGE_RULE ? self->column * 0.28 : self->column, height);
      y += height;
    }
  place (self->parts[ATLAS_STAGE_COUNT], margin, foot - count, self->column, count);
  place (self->parts[ATLAS_STAGE_TOUR], margin, foot - count - tour - get_gap (self, ATLAS_STAGE_COUNT, self->fit) / 4.0, self->column, tour);

  place_map (self, x, margin, self->width - x - margin, self->height - 2.0 * margin - strip - margin * 0.6);
  place (GTK_WIDGET (self->strip), x, self->height - margin - strip, self->width - x - margin, strip);
}

static void
allocate_narrow (AtlasStageContent *self)
{
  double margin = get_margin (self);
  double gap = margin * 0.6;
  double date = self->column * NARROW_HEAD;
  double title = self->column - date - gap;
  double head = MAX (measure (self, ATLAS_STAGE_TITLE, title), measure (self, ATLAS_STAGE_DATE, date));
  double words = measure_words (self, self->fit);
  double strip = get_strip_height (self);
  double count = measure (self, ATLAS_STAGE_COUNT, self->column * 0.3);
  double tour = measure (self, ATLAS_STAGE_TOUR, self->column * 0.68);
  double foot = self->height - margin;
  double y = margin;
  double bottom = foot - MAX (count, tour) - gap / 2.0 - strip - words - (words > 0.0 ? gap : 0.0);

  place (self->parts[ATLAS_STAGE_TITLE], margin, y, title, head);
  place (self->parts[ATLAS_STAGE_DATE], margin + title + gap, y, date, measure (self, ATLAS_STAGE_DATE, date));
  y += head + gap / 2.0;
  place (self->parts[ATLAS_STAGE_RULE], margin, y, self->column, measure (self, ATLAS_STAGE_RULE, self->column));
  y += measure (self, ATLAS_STAGE_RULE, self->column) + gap;
  place_map (self, margin, y, self->column, bottom - y);

  y = bottom + (words > 0.0 ? gap / 2.0 : 0.0);
  for (AtlasStagePart part = ATLAS_STAGE_TEXT; part <= ATLAS_STAGE_ANSWER; part++)
    {
      double height = measure (self, part, self->column);

      y += get_gap (self, part, self->fit) / 2.0;
      place (self->parts[part], margin, y, self->column, height);
      y += height;
    }
  place (GTK_WIDGET (self->strip), margin, foot - MAX (count, tour) - gap / 2.0 - strip, self->column, strip);
  place (self->parts[ATLAS_STAGE_TOUR], margin, foot - tour, self->column * 0.68, tour);
  place (self->parts[ATLAS_STAGE_COUNT], margin + self->column * 0.7, foot - count, self->column * 0.3, count);
}

static void
size_changed (AtlasStageContent *self)
{
  double size = atlas_stage_content_get_text_size (self->width, self->height, 1.0);
  float  align = is_wide (self->width, self->height) ? 0.0F : 1.0F;

  /* The map follows the desktop by itself, but it has not as much room to give as a page. */
  atlas_map_view_set_text_scale (self->map, MAP_TEXT * size / TEXT_SIZE / sqrt (MAX (self->text_scale, 1.0)));
  atlas_stage_strip_set_size (self->strip, 0.8 * size * MIN (self->text_scale, 1.6));
  gtk_label_set_xalign (GTK_LABEL (self->parts[ATLAS_STAGE_DATE]), align);
  gtk_label_set_xalign (GTK_LABEL (self->parts[ATLAS_STAGE_COUNT]), align);
  gtk_label_set_justify (GTK_LABEL (self->parts[ATLAS_STAGE_DATE]), align > 0.5F ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
}

const char *
atlas_stage_part_get_css_class (AtlasStagePart part)
{
  return parts[part].css_class;
}

void
atlas_stage_content_lay_out (AtlasStageContent *self,
                             int                width,
                             int                height)
{
  double text_scale = atlas_stage_content_get_text_scale (GTK_WIDGET (self));

  if (width != self->width || height != self->height || text_scale != self->text_scale)
    {
      self->width = width;
      self->height = height;
      self->text_scale = text_scale;
      self->fit = 0.0;
      size_changed (self);
    }
  if (self->fit == 0.0)
    choose_fit (self);

  if (is_wide (width, height))
    allocate_wide (self);
  else
    allocate_narrow (self);
}
