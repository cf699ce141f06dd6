// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-ink.h"

#include "atlas-geometry.h"

#include <math.h>

#define FLAT 0.05      /* px by which a join may be missed */
#define STEPS_A_PX 1.5 /* of a half circle */
#define LEAST_STEPS 5.0
#define ON_PX 1e-3
#define THIN 1.25     /* px: half of the width of a line whose corners are mitred */
#define SHORTEST 1e-4 /* px: a stroke without a direction */

/* Where ink goes, and how it comes there. */
typedef struct
{
  AtlasMapRaster  *raster;
  cairo_surface_t *surface;
  cairo_matrix_t   to_px;
  guint32          ink;
  double           half; /* of a stroke's width, px */
  gboolean         round_caps;
  gboolean         round_joins;
} Ink;

static gboolean
get_ink (cairo_t *cr,
         guint32 *ink)
{
  double red, green, blue, alpha;

  if (cairo_get_operator (cr) != CAIRO_OPERATOR_OVER ||
      cairo_pattern_get_rgba (cairo_get_source (cr), &red, &green, &blue, &alpha) != CAIRO_STATUS_SUCCESS)
    return FALSE;

  *ink = (guint32) (alpha * 255 + 0.5) << 24 | (guint32) (red * alpha * 255 + 0.5) << 16 |
         (guint32) (green * alpha * 255 + 0.5) << 8 | (guint32) (blue * alpha * 255 + 0.5);

  return TRUE;
}

/* The map of the context's units to px of the picture, if it neither turns nor stretches. */
static gboolean
get_matrix (cairo_t         *cr,
            cairo_surface_t *surface,
            cairo_matrix_t  *to_px)
{
  cairo_matrix_t device;
  double         x, y;

  cairo_surface_get_device_scale (surface, &x, &y);
  cairo_matrix_init_scale (&device, x, y);
  cairo_surface_get_device_offset (surface, &device.x0, &device.y0);
  cairo_get_matrix (cr, to_px);
  cairo_matrix_multiply (to_px, to_px, &device);

  return to_px->xy == 0 && to_px->yx == 0 && to_px->xx == to_px->yy && to_px->xx > 0;
}

/* What the context is clipped to, if it is one box of whole px. */
static gboolean
get_clip (cairo_t               *cr,
          const cairo_matrix_t  *to_px,
          cairo_surface_t       *surface,
          cairo_rectangle_int_t *box)
{
  cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list (cr);
  gboolean                is_box = list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles == 1;

  if (is_box)
    {
      const cairo_rectangle_t *r = &list->rectangles[0];
      double                   x0 = r->x * to_px->xx + to_px->x0, y0 = r->y * to_px->yy + to_px->y0;
      double                   x1 = x0 + r->width * to_px->xx, y1 = y0 + r->height * to_px->yy;

      is_box = fabs (x0 - round (x0)) < ON_PX && fabs (y0 - round (y0)) < ON_PX && fabs (x1 - round (x1)) < ON_PX && fabs (y1 - round (y1)) < ON_PX;
      box->x = MAX ((int) round (x0), 0);
      box->y = MAX ((int) round (y0), 0);
      box->width = MIN ((int) round (x1), cairo_image_surface_get_width (surface)) - box->x;
      box->height = MIN ((int) round (y1), cairo_image_surface_get_height (surface)) - box->y;
    }
  cairo_rectangle_list_destroy (list);

  return is_box;
}

static gboolean
is_picture (cairo_surface_t *surface)
{
  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE)
    return FALSE;

  return cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32 || cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24;
}

static gboolean
begin (Ink            *self,
       cairo_t        *cr,
       AtlasMapRaster *raster)
{
  cairo_rectangle_int_t box;

  self->raster = raster;
  self->surface = cairo_get_target (cr);
  if (raster == NULL || cairo_get_group_target (cr) != self->surface || !is_picture (self->surface) || !get_ink (cr, &self->ink) ||
      !get_matrix (cr, self->surface, &self->to_px) || !get_clip (cr, &self->to_px, self->surface, &box))
    return FALSE;

  box.width = MAX (box.width, 0);
  box.height = MAX (box.height, 0);
  atlas_map_raster_begin (raster, &box);

  return TRUE;
}

static void
end (Ink     *self,
     cairo_t *cr,
     gboolean even_odd)
{
  cairo_surface_flush (self->surface);
  atlas_map_raster_end (self->raster, cairo_image_surface_get_data (self->surface), cairo_image_surface_get_stride (self->surface), self->ink, even_odd);
  cairo_surface_mark_dirty (self->surface);
  cairo_new_path (cr);
}

static void
add_edge (const Ink *self,
          AtlasPoint a,
          AtlasPoint b)
{
  atlas_map_raster_add_edge (self->raster, a.x, a.y, b.x, b.y);
}

static AtlasPoint
add (AtlasPoint point,
     AtlasPoint vector)
{
  return (AtlasPoint){ point.x + vector.x, point.y + vector.y };
}

static AtlasPoint
minus (AtlasPoint vector)
{
  return (AtlasPoint){ -vector.x, -vector.y };
}

/* The bow from @from to @to round @centre, for a positive @angle backwards: all that a stroke is made of goes round the same way. */
static void
add_bow (const Ink *self,
         AtlasPoint centre,
         AtlasPoint from,
         AtlasPoint to,
         double     angle,
         int        n_steps)
{
  double     step = -fabs (angle) / n_steps;
  double     c = n_steps > 1 ? cos (step) : 1;
  double     s = n_steps > 1 ? sin (step) : 0;
  AtlasPoint first = angle > 0 ? to : from;
  AtlasPoint last = angle > 0 ? from : to;

  for (int i = 1; i <= n_steps; i++)
    {
      AtlasPoint next = i == n_steps ? last : (AtlasPoint){ first.x * c - first.y * s, first.x * s + first.y * c };

      add_edge (self, add (centre, first), add (centre, next));
      first = next;
    }
}

static int
count_steps (const Ink *self,
             double     angle)
{
  return MAX (1, (int) ceil ((LEAST_STEPS + STEPS_A_PX * self->half) * fabs (angle) / G_PI));
}

/* Goes round the outside of a corner, and on its inside through the corner itself: a stroke that folds back on itself stays inked. */
static void
add_join (const Ink *self,
          AtlasPoint centre,
          AtlasPoint in,
          AtlasPoint out)
{
  double cross = in.x * out.y - in.y * out.x;
  double dot = in.x * out.x + in.y * out.y;
  double angle;

  if (dot > 0 && fabs (cross) < FLAT * self->half)
    {
      add_edge (self, add (centre, in), add (centre, out));
      add_edge (self, add (centre, minus (out)), add (centre, minus (in)));
      return;
    }

  angle = self->round_joins ? atan2 (cross, dot) : cross;
  if (angle > 0)
    {
      add_bow (self, centre, minus (in), minus (out), angle, self->round_joins ? count_steps (self, angle) : 1);
      add_edge (self, add (centre, in), centre);
      add_edge (self, centre, add (centre, out));
    }
  else
    {
      add_bow (self, centre, in, out, angle, self->round_joins ? count_steps (self, angle) : 1);
      add_edge (self, centre, add (centre, minus (in)));
      add_edge (self, add (centre, minus (out)), centre);
    }
}

static void
add_cap (const Ink *self,
         AtlasPoint centre,
         AtlasPoint from,
         gboolean   round)
{
  if (round)
    add_bow (self, centre, from, minus (from), -G_PI, count_steps (self, G_PI));
  else
    add_edge (self, add (centre, from), add (centre, minus (from)));
}

/* The two points of an outline between which a stroke goes on. */
typedef struct
{
  AtlasPoint left;
  AtlasPoint right;
} Span;

static Span
span_at (AtlasPoint place,
         AtlasPoint normal)
{
  return (Span){ add (place, normal), add (place, minus (normal)) };
}

static Span
add_sides (const Ink *self,
           Span       from,
           Span       to)
{
  add_edge (self, from.left, to.left);
  add_edge (self, to.right, from.right);

  return to;
}

/* From the sides of one segment to the start of the next. Of a thin line nobody sees how its corners are joined: a mitre takes the
 * fewest edges. */
static Span
turn (const Ink *self,
      Span       span,
      AtlasPoint corner,
      AtlasPoint in,
      AtlasPoint out)
{
  double squared = self->half * self->half;
  double dot = in.x * out.x + in.y * out.y;

  if (self->half <= THIN && dot > 0)
    {
      double factor = squared / (squared + dot);

      return add_sides (self, span, span_at (corner, (AtlasPoint){ (in.x + out.x) * factor, (in.y + out.y) * factor }));
    }

  add_sides (self, span, span_at (corner, in));
  add_join (self, corner, in, out);

  return span_at (corner, out);
}

/* Adds the outline of a stroke, along one side of it and back along the other. */
static void
add_line (const Ink *self,
          GArray    *line,
          gboolean   closed)
{
  const AtlasPoint *points = (const AtlasPoint *) (gpointer) line->data;
  AtlasPoint        first = { 0, self->half };
  AtlasPoint        before = first;
  Span              span = { 0 };
  guint             n_sides = 0;
  guint             i = 0;

  for (guint k = 1; k < line->len + (closed ? 1 : 0); k++)
    {
      AtlasPoint a = points[i];
      AtlasPoint b = points[k % line->len];
      double     length = sqrt ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y));
      AtlasPoint normal = { -(b.y - a.y) / length * self->half, (b.x - a.x) / length * self->half };

      if (length < SHORTEST)
        continue;
      if (n_sides++ == 0)
        {
          first = normal;
          span = span_at (a, normal);
        }
      else
        span = turn (self, span, a, before, normal);
      before = normal;
      i = k % line->len;
    }

  if (n_sides > 0)
    add_sides (self, span, span_at (points[i], before));
  else if (!self->round_caps || line->len < 2)
    return;

  if (closed && n_sides > 1)
    {
      add_join (self, points[0], before, first);
      return;
    }
  add_cap (self, points[0], minus (first), self->round_caps);
  add_cap (self, points[i], before, self->round_caps);
}

static void
add_ring (const Ink *self,
          GArray    *ring,
          gboolean   closed)
{
  const AtlasPoint *points = (const AtlasPoint *) (gpointer) ring->data;

  for (guint i = 0; i < ring->len; i++)
    add_edge (self, points[i], points[(i + 1) % ring->len]);
}

/* Gives each run of the context's path to @func. */
static void
walk (const Ink *self,
      cairo_t   *cr,
      void (*func) (const Ink *, GArray *, gboolean))
{
  g_autoptr (GArray) run = g_array_sized_new (FALSE, FALSE, sizeof (AtlasPoint), 256);
  cairo_path_t *path = cairo_copy_path_flat (cr);

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];
      cairo_path_data_type_t   type = data->header.type;

      if (type == CAIRO_PATH_MOVE_TO || type == CAIRO_PATH_CLOSE_PATH)
        {
          if (run->len > 0)
            func (self, run, type == CAIRO_PATH_CLOSE_PATH);
          g_array_set_size (run, 0);
        }
      if (type == CAIRO_PATH_MOVE_TO || type == CAIRO_PATH_LINE_TO)
        {
          AtlasPoint point = { data[1].point.x * self->to_px.xx + self->to_px.x0, data[1].point.y * self->to_px.yy + self->to_px.y0 };

          g_array_append_val (run, point);
        }
    }
  if (run->len > 0)
    func (self, run, FALSE);
  cairo_path_destroy (path);
}

void
atlas_map_ink_stroke (cairo_t        *cr,
                      AtlasMapRaster *raster)
{
  Ink ink;

  if (!begin (&ink, cr, raster))
    {
      cairo_stroke (cr);
      return;
    }

  ink.half = cairo_get_line_width (cr) * ink.to_px.xx / 2;
  ink.round_caps = cairo_get_line_cap (cr) == CAIRO_LINE_CAP_ROUND;
  ink.round_joins = cairo_get_line_join (cr) == CAIRO_LINE_JOIN_ROUND;
  walk (&ink, cr, add_line);
  end (&ink, cr, FALSE);
}

void
atlas_map_ink_fill (cairo_t        *cr,
                    AtlasMapRaster *raster)
{
  Ink ink;

  if (!begin (&ink, cr, raster))
    {
      cairo_fill (cr);
      return;
    }

  walk (&ink, cr, add_ring);
  end (&ink, cr, cairo_get_fill_rule (cr) == CAIRO_FILL_RULE_EVEN_ODD);
}
