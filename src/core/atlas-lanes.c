// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-lanes.h"

#include <math.h>

#define EARTH 40075016.7 /* metres round the equator */
#define STEP 1.5         /* between two samples of a line, in tolerances */
#define MAX_TURN 0.77    /* cosine of the angle up to which directions are alike */
#define SHORTEST 5       /* samples in a row: two lines that only cross share nothing */
#define MAX_BESIDE 11    /* lines beside a line that are looked at */
#define SMOOTH 3         /* samples on each side over which a lane changes */
#define STRAIGHT 0.02    /* lanes, and tolerances, by which a sample may be off and be left out */

/* A line beside a sample. */
typedef struct
{
  guint      line;
  float      along; /* 1: runs the same way; -1: the other */
  double     distance;
  AtlasPoint nearest;
} Beside;

typedef struct
{
  AtlasPoint place;
  AtlasPoint along;  /* unit vector */
  gboolean   vertex; /* of the line itself */
  guint      n_beside;
  Beside     beside[MAX_BESIDE];
} Sample;

/* A side between two samples, in the grid. */
typedef struct
{
  guint line;
  guint sample; /* the first */
} Side;

typedef struct
{
  const AtlasLanesLine *lines;
  guint                 n_lines;
  double                tolerance; /* metres */
  double                cell;      /* unit Mercator */
  GPtrArray            *samples;   /* for each line a GArray of Sample */
  GHashTable           *grid;      /* cell → GArray of Side */
  float                *flips;     /* for each line whether its right is the trench's */
} Lanes;

/* Unit Mercator of a metre. */
static double
scale_at (AtlasPoint place)
{
  return cosh (2 * G_PI * (0.5 - place.y)) / EARTH;
}

static void
add_samples (const Lanes          *self,
             const AtlasLanesLine *line,
             GArray               *samples)
{
  for (guint i = 0; i < line->n_points; i++)
    {
      AtlasPoint a = line->points[i > 0 && i + 1 == line->n_points ? i - 1 : i];
      AtlasPoint b = line->points[MIN (i + 1, line->n_points - 1)];
      double     length = hypot (b.x - a.x, b.y - a.y);
      int        steps = i + 1 < line->n_points ? MAX (1, (int) ceil (length / (STEP * self->tolerance * scale_at (a)))) : 1;
      Sample     sample = { .vertex = TRUE };

      if (length <= 0 && i + 1 < line->n_points)
        continue;
      sample.along = length > 0 ? (AtlasPoint){ (b.x - a.x) / length, (b.y - a.y) / length } : (AtlasPoint){ 0, 0 };
      for (int k = 0; k < steps; k++)
        {
          sample.place = i + 1 == line->n_points ? b : (AtlasPoint){ a.x + (b.x - a.x) * k / steps, a.y + (b.y - a.y) * k / steps };
          g_array_append_val (samples, sample);
          sample.vertex = FALSE;
        }
    }
}

static gpointer
cell_key (int x,
          int y)
{
  return GUINT_TO_POINTER (((guint) x & 0xffff) << 16 | ((guint) y & 0xffff));
}

static void
add_sides (Lanes *self,
           guint  line)
{
  GArray *samples = g_ptr_array_index (self->samples, line);

  for (guint i = 0; i + 1 < samples->len; i++)
    {
      AtlasPoint place = g_array_index (samples, Sample, i).place;
      gpointer   key = cell_key ((int) (place.x / self->cell), (int) (place.y / self->cell));
      GArray    *sides = g_hash_table_lookup (self->grid, key);
      Side       side = { line, i };

      if (sides == NULL)
        g_hash_table_insert (self->grid, key, sides = g_array_new (FALSE, FALSE, sizeof (Side)));
      g_array_append_val (sides, side);
    }
}

static void
add_beside (Sample *sample,
            Beside  beside)
{
  for (guint i = 0; i < sample->n_beside; i++)
    if (sample->beside[i].line == beside.line)
      {
        if (beside.distance < sample->beside[i].distance)
          sample->beside[i] = beside;
        return;
      }

  if (sample->n_beside < MAX_BESIDE)
    sample->beside[sample->n_beside++] = beside;
}

static void
look_at_side (const Lanes *self,
              Sample      *sample,
              Side         side)
{
  GArray       *samples = g_ptr_array_index (self->samples, side.line);
  const Sample *a = &g_array_index (samples, Sample, side.sample);
  const Sample *b = a + 1;
  double        dx = b->place.x - a->place.x;
  double        dy = b->place.y - a->place.y;
  double        squared = dx * dx + dy * dy;
  double        t = squared > 0 ? ((sample->place.x - a->place.x) * dx + (sample->place.y - a->place.y) * dy) / squared : 0;
  double        dot = a->along.x * sample->along.x + a->along.y * sample->along.y;
  Beside        beside = { .line = side.line, .along = dot < 0 ? -1 : 1 };

  if (fabs (dot) < MAX_TURN)
    return;

  t = CLAMP (t, 0, 1);
  beside.nearest = (AtlasPoint){ a->place.x + dx * t, a->place.y + dy * t };
  beside.distance = hypot (beside.nearest.x - sample->place.x, beside.nearest.y - sample->place.y);
  if (beside.distance <= self->tolerance * scale_at (sample->place))
    add_beside (sample, beside);
}

static void
look_around (const Lanes *self,
             guint        line,
             Sample      *sample)
{
  int x = (int) (sample->place.x / self->cell);
  int y = (int) (sample->place.y / self->cell);

  for (int k = 0; k < 9; k++)
    {
      GArray *sides = g_hash_table_lookup (self->grid, cell_key (x + k % 3 - 1, y + k / 3 - 1));

      for (guint i = 0; sides != NULL && i < sides->len; i++)
        {
          Side side = g_array_index (sides, Side, i);

          if (self->lines[side.line].owner != self->lines[line].owner)
            look_at_side (self, sample, side);
        }
    }
}

static int
find_beside (const Sample *sample,
             guint         line)
{
  for (guint i = 0; i < sample->n_beside; i++)
    if (sample->beside[i].line == line)
      return (int) i;

  return -1;
}

/* Takes away what is beside for a few samples only. */
static void
drop_short (GArray *samples)
{
  for (guint i = 0; i < samples->len; i++)
    {
      Sample *sample = &g_array_index (samples, Sample, i);

      for (guint k = sample->n_beside; k > 0; k--)
        {
          guint line = sample->beside[k - 1].line;
          guint end = i;

          if (i > 0 && find_beside (sample - 1, line) >= 0)
            continue;
          while (end < samples->len && find_beside (&g_array_index (samples, Sample, end), line) >= 0)
            end++;
          for (guint n = i; end - i < SHORTEST && n < end; n++)
            {
              Sample *one = &g_array_index (samples, Sample, n);

              one->beside[find_beside (one, line)] = one->beside[one->n_beside - 1];
              one->n_beside--;
            }
        }
    }
}

/* From line to line: which run the trench's way, which against it. The longest common way decides. */
static void
find_flips (Lanes *self)
{
  g_autofree double *sums = g_new0 (double, self->n_lines);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint first = 0; first < self->n_lines; first++)
    {
      if (self->flips[first] != 0)
        continue;
      self->flips[first] = 1;
      g_array_append_val (queue, first);
      for (guint head = queue->len - 1; head < queue->len; head++)
        {
          guint   line = g_array_index (queue, guint, head);
          GArray *samples = g_ptr_array_index (self->samples, line);

          for (guint i = 0; i < samples->len; i++)
            for (guint k = 0; k < g_array_index (samples, Sample, i).n_beside; k++)
              sums[g_array_index (samples, Sample, i).beside[k].line] += (double) g_array_index (samples, Sample, i).beside[k].along;
          for (guint i = 0; i < samples->len; i++)
            for (guint k = 0; k < g_array_index (samples, Sample, i).n_beside; k++)
              {
                guint other = g_array_index (samples, Sample, i).beside[k].line;

                if (self->flips[other] == 0 && sums[other] != 0)
                  {
                    self->flips[other] = sums[other] < 0 ? -self->flips[line] : self->flips[line];
                    g_array_append_val (queue, other);
                  }
              }
          for (guint i = 0; i < samples->len; i++)
            for (guint k = 0; k < g_array_index (samples, Sample, i).n_beside; k++)
              sums[g_array_index (samples, Sample, i).beside[k].line] = 0;
        }
    }
}

/* The lane and the shift of a sample, before they are smoothed. */
static AtlasLaneVertex
take_lane (const Lanes  *self,
           guint         line,
           const Sample *sample)
{
  AtlasLaneVertex vertex = { .place = sample->place };
  guint           first = line;
  int             before = 0;

  for (guint i = 0; i < sample->n_beside; i++)
    {
      const Beside *beside = &sample->beside[i];

      before += beside->line < line ? 1 : 0;
      if (beside->line < first)
        {
          first = beside->line;
          vertex.shift = (AtlasPoint){ beside->nearest.x - sample->place.x, beside->nearest.y - sample->place.y };
        }
    }
  vertex.lane = (double) self->flips[line] * (before - sample->n_beside / 2.0);

  return vertex;
}

static void
smooth (GArray *vertices)
{
  g_autofree AtlasLaneVertex *raw = g_memdup2 (vertices->data, vertices->len * sizeof (AtlasLaneVertex));

  for (int i = 0; i < (int) vertices->len; i++)
    {
      AtlasLaneVertex *vertex = &g_array_index (vertices, AtlasLaneVertex, i);
      double           weights = 0;

      *vertex = (AtlasLaneVertex){ .place = raw[i].place };
      for (int k = -SMOOTH; k <= SMOOTH; k++)
        {
          const AtlasLaneVertex *other = &raw[CLAMP (i + k, 0, (int) vertices->len - 1)];
          double                 weight = SMOOTH + 1 - ABS (k);

          vertex->lane += weight * other->lane;
          vertex->shift.x += weight * other->shift.x;
          vertex->shift.y += weight * other->shift.y;
          weights += weight;
        }
      vertex->lane /= weights;
      vertex->shift.x /= weights;
      vertex->shift.y /= weights;
    }
}

/* Whether the vertex between two others says nothing that they do not. */
static gboolean
is_plain (const AtlasLaneVertex *a,
          const AtlasLaneVertex *b,
          const AtlasLaneVertex *c,
          double                 tolerance)
{
  double whole = hypot (c->place.x - a->place.x, c->place.y - a->place.y);
  double t = whole > 0 ? hypot (b->place.x - a->place.x, b->place.y - a->place.y) / whole : 0;

  return fabs (a->lane + (c->lane - a->lane) * t - b->lane) < STRAIGHT &&
         hypot (a->shift.x + (c->shift.x - a->shift.x) * t - b->shift.x, a->shift.y + (c->shift.y - a->shift.y) * t - b->shift.y) <
           STRAIGHT * tolerance * scale_at (b->place);
}

/* Leaves out the samples that only lie on the way. */
static void
thin_out (const Lanes *self,
          GArray      *samples,
          GArray      *vertices)
{
  guint n_kept = 1;

  for (guint i = 1; i < vertices->len; i++)
    {
      AtlasLaneVertex        vertex = g_array_index (vertices, AtlasLaneVertex, i);
      const AtlasLaneVertex *last = &g_array_index (vertices, AtlasLaneVertex, n_kept - 1);

      if (i + 1 == vertices->len || g_array_index (samples, Sample, i).vertex ||
          !is_plain (last, &vertex, &g_array_index (vertices, AtlasLaneVertex, i + 1), self->tolerance))
        g_array_index (vertices, AtlasLaneVertex, n_kept++) = vertex;
    }
  g_array_set_size (vertices, n_kept);
}

static GArray *
make_vertices (const Lanes *self,
               guint        line)
{
  GArray  *samples = g_ptr_array_index (self->samples, line);
  GArray  *vertices = g_array_sized_new (FALSE, FALSE, sizeof (AtlasLaneVertex), samples->len);
  gboolean alone = TRUE;

  for (guint i = 0; i < samples->len; i++)
    {
      AtlasLaneVertex vertex = take_lane (self, line, &g_array_index (samples, Sample, i));

      alone &= g_array_index (samples, Sample, i).n_beside == 0;
      g_array_append_val (vertices, vertex);
    }
  if (alone)
    {
      g_array_unref (vertices);
      return NULL;
    }

  smooth (vertices);
  thin_out (self, samples, vertices);

  return vertices;
}

static void
unref_array (gpointer array)
{
  g_clear_pointer ((GArray **) &array, g_array_unref);
}

GPtrArray *
atlas_lanes_find (const AtlasLanesLine *lines,
                  guint                 n_lines,
                  double                tolerance)
{
  g_autoptr (GPtrArray) samples = g_ptr_array_new_with_free_func (unref_array);
  g_autoptr (GHashTable) grid = g_hash_table_new_full (NULL, NULL, NULL, unref_array);
  g_autofree float *flips = g_new0 (float, MAX (n_lines, 1));
  Lanes             self = { lines, n_lines, tolerance, 0, samples, grid, flips };
  GPtrArray        *found = g_ptr_array_new_with_free_func (unref_array);
  double            widest = 1 / EARTH;

  g_return_val_if_fail (tolerance > 0, found);

  for (guint i = 0; i < n_lines; i++)
    for (guint k = 0; k < lines[i].n_points; k++)
      widest = MAX (widest, scale_at (lines[i].points[k]));
  self.cell = MAX ((STEP + 1) * tolerance * widest, 1.0 / 0xffff); /* a side and what is beside it lie in neighbouring cells */

  for (guint i = 0; i < n_lines; i++)
    {
      g_ptr_array_add (samples, g_array_new (FALSE, FALSE, sizeof (Sample)));
      add_samples (&self, &lines[i], g_ptr_array_index (samples, i));
      add_sides (&self, i);
    }
  for (guint i = 0; i < n_lines; i++)
    {
      GArray *of_line = g_ptr_array_index (samples, i);

      for (guint k = 0; k < of_line->len; k++)
        look_around (&self, i, &g_array_index (of_line, Sample, k));
      drop_short (of_line);
    }
  find_flips (&self);
  for (guint i = 0; i < n_lines; i++)
    g_ptr_array_add (found, make_vertices (&self, i));

  return found;
}
