// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-figure-plate.h"

#include "atlas-graticule.h"
#include "atlas-map-picture.h"
#include "atlas-mercator.h"
#include "atlas-scale-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The map of a figure: its border with the degrees, the map itself, and its scale. */

#define FRAME 16.0     /* px from the border's outer line to the map */
#define STRIP 3.2      /* px of the border's inner strip, black and white by turns */
#define BAR_LENGTH 0.2 /* of the map's width, at most */
#define BAR_HEIGHT 4.0
#define BAR_PADDING 8.0
#define METRES_PER_PX (0.0254 / 96.0)

/* "1 : 5 600 000" to two digits; (transfer full) */
static char *
dup_ratio (AtlasFigurePlate *self)
{
  double           metres = atlas_mercator_metres_per_px (self->camera.latitude, self->camera.zoom);
  double           ratio = metres / self->unit / METRES_PER_PX;
  double           digits = pow (10.0, floor (log10 (ratio)) - 1.0);
  g_autofree char *number = g_strdup_printf ("%.0f", round (ratio / digits) * digits);
  GString         *grouped = g_string_new (NULL);
  gsize            length = strlen (number);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (grouped, " "); /* a thin space that does not break */
      g_string_append_c (grouped, number[i]);
    }
  g_string_prepend (grouped, "1 : ");

  return g_string_free (grouped, FALSE);
}

/* Where the scale stands, px of the map: in its south-west corner. */
static AtlasBox
get_scale_box (AtlasFigurePlate *self,
               AtlasScaleBar     bar)
{
  double height = self->is_paper ? 44.0 : 30.0;

  return (AtlasBox){ 10.0, self->map.height - 10.0 - height, 10.0 + MAX (bar.px, 70.0) + 2.0 * BAR_PADDING, self->map.height - 10.0 };
}

static void
fill (cairo_t   *cr,
      AtlasColor ink,
      double     strength,
      double     x,
      double     y,
      double     width,
      double     height)
{
  atlas_palette_set_source (cr, ink, strength);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

/* Four fields, black and white by turns, with its length above and, on paper, the scale in numbers below. */
static void
paint_scale (AtlasFigurePlate *self,
             cairo_t          *cr,
             AtlasScaleBar     bar,
             AtlasBox          box)
{
  const AtlasFigureInks *inks = atlas_figure_inks_get (self->palette);
  double                 x = self->map.x + box.x0 + BAR_PADDING;
  double                 y = self->map.y + box.y0 + 20.0;
  g_autofree char       *words = atlas_scale_bar_to_words (bar);
  g_autofree char       *ratio = dup_ratio (self);
  g_autoptr (PangoLayout) length = atlas_figure_type_shape (self->fonts, ATLAS_FIGURE_TYPE_SCALE, words, -1.0);
  g_autoptr (PangoLayout) zero = atlas_figure_type_shape (self->fonts, ATLAS_FIGURE_TYPE_SCALE, "0", -1.0);
  g_autoptr (PangoLayout) numbers = NULL;

  fill (cr, inks->paper, 0.86, self->map.x + box.x0, self->map.y + box.y0, box.x1 - box.x0, box.y1 - box.y0);
  fill (cr, inks->frame, 1.0, x - 0.7, y - 0.7, bar.px + 1.4, BAR_HEIGHT + 1.4);
  fill (cr, inks->paper, 1.0, x + bar.px / 4.0, y, bar.px / 4.0, BAR_HEIGHT);
  fill (cr, inks->paper, 1.0, x + bar.px * 3.0 / 4.0, y, bar.px / 4.0, BAR_HEIGHT);
  if (bar.px > atlas_figure_type_width (length) + atlas_figure_type_width (zero) + 8.0)
    atlas_figure_show (cr, zero, inks->text, x - 1.0, y - 15.0);
  atlas_figure_show (cr, length, inks->text, MAX (x + bar.px - atlas_figure_type_width (length), x - 1.0), y - 15.0);
  if (!self->is_paper)
    return;

  numbers = atlas_figure_type_shape (self->fonts, ATLAS_FIGURE_TYPE_SCALE, ratio, -1.0);
  atlas_figure_show (cr, numbers, inks->soft, x - 1.0, y + BAR_HEIGHT + 4.0);
}

/* How a side of the border is drawn: along x, the map below it, or above. */
typedef struct
{
  GArray  *lines; /* of AtlasGraticuleLine: what crosses it, by its px */
  double   step;  /* degrees */
  double   length;
  gboolean is_latitude;  /* what crosses it */
  gboolean is_downwards; /* the degrees grow against x */
  gboolean is_below;
} Side;

static void
paint_side (AtlasFigurePlate *self,
            cairo_t          *cr,
            const Side       *side)
{
  const AtlasFigureInks *inks = atlas_figure_inks_get (self->palette);
  double                 strip = side->is_below ? 0.0 : FRAME - STRIP;
  double                 end = 0.0; /* where the last name ended */

  for (guint i = 0; i < side->lines->len; i++)
    {
      const AtlasGraticuleLine *line = &g_array_index (side->lines, AtlasGraticuleLine, i);
      double                    next = i + 1 < side->lines->len ? g_array_index (side->lines, AtlasGraticuleLine, i + 1).px : side->length;
      gboolean                  is_even = llround (line->degrees / side->step) % 2 == 0;
      g_autofree char          *name = side->is_latitude ? atlas_graticule_format_latitude (line->degrees) : atlas_graticule_format_longitude (line->degrees);
      g_autoptr (PangoLayout) layout = atlas_figure_type_shape (self->fonts, ATLAS_FIGURE_TYPE_SCALE, name, -1.0);
      double width = atlas_figure_type_width (layout);
      double start = line->px - width / 2.0;

      /* The strip is black from every other line to the next, in whichever direction the degrees grow. */
      if (is_even != side->is_downwards)
        fill (cr, inks->frame, 1.0, line->px, strip, MIN (next, side->length) - line->px, STRIP);
      else if (i == 0)
        fill (cr, inks->frame, 1.0, 0.0, strip, line->px, STRIP);
      if (start < end + 4.0 || start + width > side->length - 2.0 || start < 2.0)
        continue;
      atlas_figure_show (cr, layout, inks->soft, start, side->is_below ? STRIP + 0.6 : 0.4);
      end = start + width;
    }
}

/* The lines counted from the other end. (transfer full) */
static GArray *
turn_lines (GArray *lines,
            double  length)
{
  GArray *turned = g_array_sized_new (FALSE, FALSE, sizeof (AtlasGraticuleLine), lines->len);

  for (guint i = lines->len; i-- > 0;)
    {
      AtlasGraticuleLine line = g_array_index (lines, AtlasGraticuleLine, i);

      line.px = length - line.px;
      g_array_append_val (turned, line);
    }

  return turned;
}

static void
stroke_box (cairo_t          *cr,
            cairo_rectangle_t map,
            double            outside,
            double            width)
{
  cairo_set_line_width (cr, width);
  cairo_rectangle (cr, map.x - outside, map.y - outside, map.width + 2.0 * outside, map.height + 2.0 * outside);
  cairo_stroke (cr);
}

/* Names stand upright above and below, and turned at the sides: left to be read upwards, right downwards. */
static void
paint_border (AtlasFigurePlate *self,
              cairo_t          *cr)
{
  cairo_rectangle_t map = self->map;
  AtlasPoint        middle = atlas_mercator_project (self->camera.longitude, self->camera.latitude);
  AtlasLabelView    view = { middle.x, middle.y, self->camera.zoom, map.width, map.height };
  double            step = atlas_graticule_get_step (self->camera.zoom);
  g_autoptr (GArray) meridians = atlas_graticule_list_meridians (&view);
  g_autoptr (GArray) parallels = atlas_graticule_list_parallels (&view);
  g_autoptr (GArray) upwards = turn_lines (parallels, map.height);
  const struct
  {
    Side   side;
    double x, y, angle;
  } sides[] = {
    { { meridians, step, map.width, FALSE, FALSE, FALSE }, map.x, map.y - FRAME, 0.0 },
    { { meridians, step, map.width, FALSE, FALSE, TRUE }, map.x, map.y + map.height, 0.0 },
    { { upwards, step, map.height, TRUE, FALSE, FALSE }, map.x - FRAME, map.y + map.height, -G_PI / 2.0 },
    { { parallels, step, map.height, TRUE, TRUE, FALSE }, map.x + map.width + FRAME, map.y, G_PI / 2.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      Side side = sides[i].side;

      cairo_save (cr);
      cairo_translate (cr, sides[i].x, sides[i].y);
      cairo_rotate (cr, sides[i].angle);
      paint_side (self, cr, &side);
      cairo_restore (cr);
    }

  atlas_palette_set_source (cr, atlas_figure_inks_get (self->palette)->frame, 1.0);
  stroke_box (cr, map, FRAME - 0.65, 1.3);
  stroke_box (cr, map, STRIP, 0.6);
  stroke_box (cr, map, 0.3, 0.6);
}

/* On a picture the map is one of its own, made at the picture's px; elsewhere it is drawn as lines and text. */
static void
paint_ground (AtlasFigurePlate    *self,
              cairo_t             *cr,
              AtlasMapPictureSpec *spec)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_surface_t *picture = NULL;
  cairo_matrix_t   matrix;
  double           scale, other;

  cairo_save (cr);
  cairo_translate (cr, self->map.x, self->map.y);
  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    {
      cairo_rectangle (cr, 0.0, 0.0, self->map.width, self->map.height);
      cairo_clip (cr);
      atlas_map_picture_paint (cr, spec);
      cairo_restore (cr);
      return;
    }

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (target, &scale, &other);
  spec->scale = scale * matrix.xx;
  picture = atlas_map_picture_create (spec);
  cairo_set_source_surface (cr, picture, 0.0, 0.0);
  cairo_rectangle (cr, 0.0, 0.0, self->map.width, self->map.height);
  cairo_fill (cr);
  cairo_surface_destroy (picture);
  cairo_restore (cr);
}

/* Of two dates that are compared each stands in the upper corner of its half. Returns how many there are. */
static guint
shape_dates (AtlasFigurePlate *self,
             PangoLayout      *layouts[2],
             AtlasBox          boxes[2])
{
  AtlasSession *session = self->content->session;
  AtlasTimeSpan dates[] = { atlas_session_get_comparison (session), atlas_session_get_clock (session) };

  if (!atlas_session_is_comparing (session))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *words = atlas_time_span_to_words (dates[i]);
      double           x = 10.0 + i * self->map.width / 2.0;

      layouts[i] = atlas_figure_type_shape (self->fonts, ATLAS_FIGURE_TYPE_DATE_SMALL, words, -1.0);
      boxes[i] = (AtlasBox){ x, 10.0, x + atlas_figure_type_width (layouts[i]) + 2.0 * BAR_PADDING, 14.0 + atlas_figure_type_height (layouts[i]) };
    }

  return G_N_ELEMENTS (dates);
}

static void
paint_dates (AtlasFigurePlate *self,
             cairo_t          *cr,
             PangoLayout      *layouts[2],
             const AtlasBox    boxes[2],
             guint             n_dates)
{
  const AtlasFigureInks *inks = atlas_figure_inks_get (self->palette);

  for (guint i = 0; i < n_dates; i++)
    {
      fill (cr, inks->paper, 0.86, self->map.x + boxes[i].x0, self->map.y + boxes[i].y0, boxes[i].x1 - boxes[i].x0, boxes[i].y1 - boxes[i].y0);
      atlas_figure_show (cr, layouts[i], inks->accent, self->map.x + boxes[i].x0 + BAR_PADDING, self->map.y + boxes[i].y0 + 1.0);
      g_object_unref (layouts[i]);
    }
}

void
atlas_figure_paint_map (AtlasFigurePlate *self,
                        cairo_t          *cr)
{
  double              metres = atlas_mercator_metres_per_px (self->camera.latitude, self->camera.zoom);
  AtlasScaleBar       bar = atlas_scale_bar_fit (metres, CLAMP (self->map.width * BAR_LENGTH, 80.0, 220.0));
  PangoLayout        *dates[2] = { NULL, NULL };
  AtlasBox            covers[3];
  AtlasMapPictureSpec spec = { 0 };
  guint               n_dates;

  if (self->map.width < 1.0 || self->map.height < 1.0)
    return;

  covers[0] = get_scale_box (self, bar);
  n_dates = shape_dates (self, dates, covers + 1);
  spec.dataset = self->content->dataset;
  spec.basemap = self->basemap;
  spec.state = self->content->state;
  spec.camera = self->camera;
  spec.width = self->map.width;
  spec.height = self->map.height;
  spec.palette = self->palette;
  spec.text_scale = 1.0;
  spec.covers = covers;
  spec.n_covers = 1 + n_dates;
  paint_ground (self, cr, &spec);
  paint_border (self, cr);
  paint_dates (self, cr, dates, covers + 1, n_dates);
  if (bar.px > 0.0)
    paint_scale (self, cr, bar, covers[0]);
}
