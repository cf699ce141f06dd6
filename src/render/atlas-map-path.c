// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-path.h"

#include "atlas-planar.h"

#define MIN_TURN 0.10 /* radians; flatter corners are left alone */
#define MAX_MITRE 1.6 /* how far an offset corner may stand out, in offsets */

void
atlas_map_path_init (AtlasMapPath *self)
{
  self->points = g_array_sized_new (FALSE, FALSE, sizeof (AtlasPoint), 1024);
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->course = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  self->aside = g_array_new (FALSE, FALSE, sizeof (double));
  self->clip = (AtlasBox){ -G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };
}

void
atlas_map_path_destroy (AtlasMapPath *self)
{
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->ends, g_array_unref);
  g_clear_pointer (&self->course, g_array_unref);
  g_clear_pointer (&self->aside, g_array_unref);
}

void
atlas_map_path_empty (AtlasMapPath *self)
{
  g_array_set_size (self->points, 0);
  g_array_set_size (self->ends, 0);
}

void
atlas_map_path_add_point (AtlasMapPath *self,
                          double        x,
                          double        y)
{
  AtlasPoint point = { x, y };

  g_array_append_val (self->points, point);
}

void
atlas_map_path_end_run (AtlasMapPath *self)
{
  guint begin = self->ends->len > 0 ? g_array_index (self->ends, guint, self->ends->len - 1) : 0;
  guint end = self->points->len;

  if (end - begin >= 2)
    g_array_append_val (self->ends, end);
  else
    g_array_set_size (self->points, begin);
}

/* The corner at @b as a short curve: a parabola that touches both sides. */
static void
add_corner (AtlasMapPath *self,
            AtlasPoint    a,
            AtlasPoint    b,
            AtlasPoint    c,
            double        corner)
{
  double in = atlas_planar_distance (a, b);
  double out = atlas_planar_distance (b, c);
  double reach = MIN (corner, 0.5 * MIN (in, out));
  double turn = 0;
  int    steps;

  if (reach >= 1.0) /* else nobody sees it */
    turn = fabs (atan2 ((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x), (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y)));
  if (turn < MIN_TURN)
    {
      atlas_map_path_add_point (self, b.x, b.y);
      return;
    }

  steps = 1 + (int) ceil (turn * 1.7);
  for (int i = 0; i <= steps; i++)
    {
      double t = (double) i / steps;
      double p = (1 - t) * (1 - t) * reach / in;
      double q = t * t * reach / out;

      atlas_map_path_add_point (self, b.x + (a.x - b.x) * p + (c.x - b.x) * q, b.y + (a.y - b.y) * p + (c.y - b.y) * q);
    }
}

static void
add_run (AtlasMapPath     *self,
         const AtlasPoint *points,
         const guint8     *levels,
         guint             n_points,
         const double      m[6],
         guint8            level,
         double            corner)
{
  AtlasPoint before = { 0, 0 };
  AtlasPoint last = { 0, 0 };
  guint      n_kept = 0;

  for (guint i = 0; i < n_points; i++)
    {
      AtlasPoint here = { m[0] * points[i].x + m[2] * points[i].y + m[4], m[1] * points[i].x + m[3] * points[i].y + m[5] };

      if (levels[i] > level)
        continue;
      if (corner <= 0 || n_kept == 0)
        atlas_map_path_add_point (self, here.x, here.y);
      else if (n_kept > 1)
        add_corner (self, before, last, here, corner);
      before = last;
      last = here;
      n_kept++;
    }

  if (corner > 0 && n_kept > 1)
    atlas_map_path_add_point (self, last.x, last.y);
  atlas_map_path_end_run (self);
}

guint8
atlas_map_path_level (double zoom)
{
  return (guint8) CLAMP (ceil (zoom - 0.5), 0, 254);
}

void
atlas_map_path_add (AtlasMapPath         *self,
                    AtlasGeometry        *geometry,
                    AtlasPartKind         kind,
                    const cairo_matrix_t *to_px,
                    double                zoom,
                    double                corner)
{
  const AtlasPoint *points = atlas_geometry_get_points (geometry);
  const guint8     *levels = atlas_geometry_get_levels (geometry);
  const double      m[] = { to_px->xx, to_px->yx, to_px->xy, to_px->yy, to_px->x0, to_px->y0 };
  guint8            level = atlas_map_path_level (zoom);

  for (guint i = 0; i < atlas_geometry_get_n_parts (geometry); i++)
    {
      const AtlasPart *part = atlas_geometry_get_part (geometry, i);

      if (part->kind == kind || (kind == ATLAS_PART_RING && part->kind == ATLAS_PART_HOLE))
        add_run (self, points + part->begin, levels + part->begin, part->end - part->begin, m, level, corner);
    }
}

static AtlasPoint
unit_vector (AtlasPoint from,
             AtlasPoint to)
{
  double length = atlas_planar_distance (from, to);

  return length > 0 ? (AtlasPoint){ (to.x - from.x) / length, (to.y - from.y) / length } : (AtlasPoint){ 0, 0 };
}

/* How far a corner moves when its sides, along @in and @out, move @distance to their right: as far as a mitre may stand out. */
static AtlasPoint
get_mitre (AtlasPoint in,
           AtlasPoint out,
           double     distance)
{
  double nx = -(in.y + out.y), ny = in.x + out.x;
  double squared = nx * nx + ny * ny;
  double reach = squared > 0 ? MIN (2 / squared, MAX_MITRE / sqrt (squared)) * distance : 0;

  return (AtlasPoint){ nx * reach, ny * reach };
}

/* Each corner moves along the bisector of its sides, as far as a mitre may stand out. */
static void
offset_run (AtlasMapPath     *self,
            const AtlasPoint *points,
            guint             n_points,
            double            distance)
{
  AtlasPoint in = { 0, 0 };

  for (guint i = 0; i < n_points; i++)
    {
      AtlasPoint out = i + 1 < n_points ? unit_vector (points[i], points[i + 1]) : in;
      AtlasPoint mitre;

      if (out.x == 0 && out.y == 0)
        out = in;
      if (i == 0)
        in = out;
      mitre = get_mitre (in, out, distance);
      atlas_map_path_add_point (self, points[i].x + mitre.x, points[i].y + mitre.y);
      in = out;
    }

  atlas_map_path_end_run (self);
}

/* Moves each point to the right of its course. */
static void
move_aside (AtlasPoint   *moved,
            const double *aside,
            guint         n_points)
{
  AtlasPoint in = { 0, 0 };

  for (guint i = 0; i < n_points; i++)
    {
      AtlasPoint out = i + 1 < n_points ? unit_vector (moved[i], moved[i + 1]) : in;
      AtlasPoint mitre;

      if (i == 0)
        in = out;
      mitre = get_mitre (in, out, aside[i]);
      moved[i].x += mitre.x;
      moved[i].y += mitre.y;
      in = out;
    }
}

/* Inside a bend that is tighter than its distance a course that was moved runs backwards for a while: such sides shrink to a point. */
static guint
cut_loops (AtlasPoint *moved,
           AtlasPoint *courses, /* unit vectors of the sides before, from the point on */
           guint       n_points)
{
  guint n = 0;

  for (guint i = 0; i < n_points; i++)
    {
      AtlasPoint here = moved[i];
      AtlasPoint course = courses[i];

      while (n > 0 && (here.x - moved[n - 1].x) * courses[n - 1].x + (here.y - moved[n - 1].y) * courses[n - 1].y <= 0)
        {
          here = (AtlasPoint){ (here.x + moved[n - 1].x) / 2, (here.y + moved[n - 1].y) / 2 };
          n--;
        }
      moved[n] = here;
      courses[n++] = course;
    }

  return n;
}

void
atlas_map_path_add_aside (AtlasMapPath *self,
                          GArray       *points,
                          GArray       *aside,
                          double        corner)
{
  guint       n = points->len;
  AtlasPoint *moved, *courses;

  if (n < 2)
    return;

  g_array_set_size (points, 2 * n); /* the second half is for the sides' directions */
  moved = (AtlasPoint *) (gpointer) points->data;
  courses = moved + n;
  for (guint i = 0; i < n; i++)
    courses[i] = unit_vector (moved[MIN (i, n - 2)], moved[MIN (i, n - 2) + 1]);
  move_aside (moved, (const double *) (gpointer) aside->data, n);
  n = cut_loops (moved, courses, n);

  for (guint i = 0; i < n; i++)
    if (corner <= 0 || i == 0 || i + 1 == n)
      atlas_map_path_add_point (self, moved[i].x, moved[i].y);
    else
      add_corner (self, moved[i - 1], moved[i], moved[i + 1], corner);
  atlas_map_path_end_run (self);
}

void
atlas_map_path_add_offset (AtlasMapPath       *self,
                           const AtlasMapPath *source,
                           double              distance)
{
  const AtlasPoint *points = (const AtlasPoint *) (gpointer) source->points->data;
  guint             begin = 0;

  for (guint i = 0; i < source->ends->len; i++)
    {
      guint end = g_array_index (source->ends, guint, i);

      offset_run (self, points + begin, end - begin, distance);
      begin = end;
    }
}

void
atlas_map_path_trace (const AtlasMapPath *self,
                      cairo_t            *cr)
{
  const AtlasPoint *points = (const AtlasPoint *) (gpointer) self->points->data;
  guint             begin = 0;

  for (guint i = 0; i < self->ends->len; i++)
    {
      guint end = g_array_index (self->ends, guint, i);

      cairo_move_to (cr, points[begin].x, points[begin].y);
      for (guint k = begin + 1; k < end; k++)
        cairo_line_to (cr, points[k].x, points[k].y);
      cairo_close_path (cr);
      begin = end;
    }
}

static gboolean
is_side_seen (const AtlasBox *clip,
              AtlasPoint      a,
              AtlasPoint      b)
{
  return !(MAX (a.x, b.x) < clip->x0 || MIN (a.x, b.x) > clip->x1 || MAX (a.y, b.y) < clip->y0 || MIN (a.y, b.y) > clip->y1);
}

/* A ring of which a side is not seen is traced from behind that side on, so that its first corner is joined like the others. */
static void
trace_unbroken (const AtlasBox   *clip,
                const AtlasPoint *points,
                guint             n_points,
                gboolean          closed,
                cairo_t          *cr)
{
  guint    n_sides = closed ? n_points : n_points - 1;
  guint    start = 0;
  gboolean down = FALSE;

  while (closed && start < n_sides && is_side_seen (clip, points[start], points[(start + 1) % n_points]))
    start++;
  if (closed && start == n_sides)
    n_sides--; /* the path's closing is the last */

  for (guint k = 0; k < n_sides; k++)
    {
      AtlasPoint from = points[(start + k) % n_points];
      AtlasPoint to = points[(start + k + 1) % n_points];
      gboolean   seen = is_side_seen (clip, from, to);

      if (seen && !down)
        cairo_move_to (cr, from.x, from.y);
      if (seen)
        cairo_line_to (cr, to.x, to.y);
      down = seen;
    }
  if (closed && n_sides < n_points)
    cairo_close_path (cr);
}

/* Where a walk along a line is in its dashes: a pen that is down in those of an even number. */
typedef struct
{
  const double *dash;
  guint         n_dashes;
  double        period;
  guint         index;
  double        remain; /* px of this dash */
} Pen;

static void
skip_side (Pen   *pen,
           double length)
{
  length = fmod (length, pen->period);
  for (; length >= pen->remain; pen->remain = pen->dash[pen->index])
    {
      length -= pen->remain;
      pen->index = (pen->index + 1) % pen->n_dashes;
    }
  pen->remain -= length;
}

static void
trace_side (Pen       *pen,
            AtlasPoint a,
            AtlasPoint b,
            double     length,
            cairo_t   *cr)
{
  double dx = (b.x - a.x) / length;
  double dy = (b.y - a.y) / length;
  double along = 0;

  for (; along + pen->remain <= length; pen->remain = pen->dash[pen->index])
    {
      along += pen->remain;
      if (pen->index % 2 == 0)
        cairo_line_to (cr, a.x + dx * along, a.y + dy * along);
      else
        cairo_move_to (cr, a.x + dx * along, a.y + dy * along);
      pen->index = (pen->index + 1) % pen->n_dashes;
    }
  pen->remain -= length - along;
  if (pen->index % 2 == 0)
    cairo_line_to (cr, b.x, b.y);
}

static void
trace_dashed (const AtlasBox   *clip,
              const AtlasPoint *points,
              guint             n_points,
              Pen               pen,
              cairo_t          *cr)
{
  gboolean down = FALSE;

  for (guint i = 0; i + 1 < n_points; i++)
    {
      double length = hypot (points[i + 1].x - points[i].x, points[i + 1].y - points[i].y);

      if (length <= 0)
        continue;
      if (!is_side_seen (clip, points[i], points[i + 1]))
        {
          skip_side (&pen, length);
          down = FALSE;
          continue;
        }
      if (!down)
        cairo_move_to (cr, points[i].x, points[i].y);
      trace_side (&pen, points[i], points[i + 1], length, cr);
      down = TRUE;
    }
}

void
atlas_map_path_trace_line (const AtlasMapPath *self,
                           cairo_t            *cr,
                           gboolean            closed,
                           const double       *dash,
                           guint               n_dashes)
{
  const AtlasPoint *points = (const AtlasPoint *) (gpointer) self->points->data;
  Pen               pen = { dash, n_dashes };
  guint             begin = 0;

  for (guint i = 0; i < n_dashes; i++)
    pen.period += dash[i];
  if (n_dashes > 0)
    pen.remain = dash[0];

  for (guint i = 0; i < self->ends->len; i++)
    {
      guint end = g_array_index (self->ends, guint, i);

      if (pen.period > 0.5)
        trace_dashed (&self->clip, points + begin, end - begin, pen, cr);
      else
        trace_unbroken (&self->clip, points + begin, end - begin, closed, cr);
      begin = end;
    }
}

static void
walk_run (const AtlasBox   *clip,
          cairo_t          *cr,
          const AtlasPoint *points,
          guint             n_points,
          double            spacing,
          double            size,
          AtlasMapPathFunc  func)
{
  double next = spacing / 2;

  for (guint i = 0; i + 1 < n_points; i++)
    {
      AtlasPoint along = unit_vector (points[i], points[i + 1]);
      double     length = hypot (points[i + 1].x - points[i].x, points[i + 1].y - points[i].y);

      if (!is_side_seen (clip, points[i], points[i + 1]) && next < length)
        next += ceil ((length - next) / spacing) * spacing;
      for (; next < length; next += spacing)
        func (cr, (AtlasPoint){ points[i].x + along.x * next, points[i].y + along.y * next }, along, size);
      next -= length;
    }
}

void
atlas_map_path_walk (const AtlasMapPath *self,
                     cairo_t            *cr,
                     double              spacing,
                     double              size,
                     AtlasMapPathFunc    func)
{
  const AtlasPoint *points = (const AtlasPoint *) (gpointer) self->points->data;
  guint             begin = 0;

  for (guint i = 0; i < self->ends->len; i++)
    {
      guint end = g_array_index (self->ends, guint, i);

      walk_run (&self->clip, cr, points + begin, end - begin, spacing, size, func);
      begin = end;
    }
}
