// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-relief-sampler.h"
#include "atlas-basemap-private.h"

#include <math.h>
#include <string.h>

#define N_TAPS 4

/* A halving serves while its cells are no wider than 1 / this many pixels */
#define PIXELS_PER_CELL 0.72

typedef struct
{
  float value[N_TAPS];
  float slope[N_TAPS];
} Spline;

/* What is kept of a grid row once it is filtered along the parallel. */
enum
{
  ACROSS_HEIGHT,
  ACROSS_EAST,
  ACROSS_TONE,
  N_ACROSS,
};

typedef struct _AtlasReliefSamplerPrivate
{
  const AtlasBasemapGrid *grid;
  const gint16           *samples;
  int                     width;
  gboolean                wants_tone;

  int                     first_column, n_columns; /* of the grid, as far as this view needs them */
  int                    *columns;                 /* per pixel: first tap, from @first_column */
  Spline                 *splines;                 /* per pixel */
  float                  *heights, *tones;         /* one grid row, unpacked */

  float                  *across[N_TAPS][N_ACROSS]; /* a ring of filtered grid rows */
  int                     held[N_TAPS];             /* which grid rows they are */
} Private;

static Spline
get_spline (float t)
{
  float u = 1 - t;

  return (Spline){
    .value = { u * u * u / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6, t * t * t / 6 },
    .slope = { -u * u / 2, (3 * t * t - 4 * t) / 2, (-3 * t * t + 2 * t + 1) / 2, t * t / 2 },
  };
}

static const AtlasBasemapGrid *
pick_grid (const AtlasBasemap *basemap,
           gboolean            world,
           double              degrees)
{
  const AtlasBasemapGrid *best = NULL;

  for (gsize i = 0; i < basemap->n_grids; i++)
    {
      const AtlasBasemapGrid *grid = &basemap->grids[i];

      if ((grid->world != 0) != world)
        continue;
      if (best == NULL || grid->step * PIXELS_PER_CELL <= degrees)
        best = grid;
    }
  g_assert (best != NULL); /* checked when the basemap was opened */

  return best;
}

/**
 * atlas_relief_sampler_new:
 * @basemap: a basemap, which must outlive the sampler
 * @world: whether to read the grids that go round the world, else the detailed ones
 * @degrees: longitude between pixels; a coarser grid serves a wider view
 * @longitudes: (array length=width): where the pixels are, ascending
 * @width: pixels in a row
 * @wants_tone: whether the sea's tone is read, too
 *
 * Prepares to read rows of relief.
 *
 * Returns: (transfer full): a sampler
 */
AtlasReliefSampler *
atlas_relief_sampler_new (const AtlasBasemap *basemap,
                          gboolean            world,
                          double              degrees,
                          const double       *longitudes,
                          int                 width,
                          gboolean            wants_tone)
{
  AtlasReliefSampler     *self = g_new0 (AtlasReliefSampler, 1);
  Private                *priv = g_new0 (Private, 1);
  const AtlasBasemapGrid *grid = pick_grid (basemap, world, degrees);

  self->priv = priv;
  priv->grid = grid;
  priv->samples = basemap->samples + grid->first_sample;
  priv->width = width;
  priv->wants_tone = wants_tone;
  priv->columns = g_new (int, width);
  priv->splines = g_new (Spline, width);
  for (int i = 0; i < width; i++)
    {
      double at = (longitudes[i] - grid->west) / grid->step - .5;
      double cell = floor (at);

      priv->columns[i] = (int) cell - 1;
      priv->splines[i] = get_spline ((float) (at - cell));
    }

  priv->first_column = priv->columns[0];
  priv->n_columns = priv->columns[width - 1] - priv->first_column + N_TAPS;
  for (int i = 0; i < width; i++)
    priv->columns[i] -= priv->first_column;

  priv->heights = g_new (float, priv->n_columns);
  priv->tones = g_new (float, priv->n_columns);
  for (int i = 0; i < N_TAPS; i++)
    {
      priv->held[i] = G_MININT;
      for (int k = 0; k < N_ACROSS; k++)
        priv->across[i][k] = g_new (float, width);
    }
  for (int i = 0; i < ATLAS_RELIEF_N_FIELDS; i++)
    self->field[i] = g_new0 (float, width);

  return self;
}

static int
get_column (const AtlasBasemapGrid *grid,
            int                     column)
{
  int width = (int) grid->width;

  return grid->world ? (column % width + width) % width : CLAMP (column, 0, width - 1);
}

static void
unpack_row (Private *priv,
            int      row)
{
  const gint16 *samples = priv->samples + (gsize) CLAMP (row, 0, (int) priv->grid->height - 1) * priv->grid->width;

  for (int i = 0; i < priv->n_columns; i++)
    {
      int sample = samples[get_column (priv->grid, priv->first_column + i)];

      priv->heights[i] = sample > 0 ? sample * (1.0f / ATLAS_RELIEF_METRE) - ATLAS_RELIEF_LOWEST : 0;
      priv->tones[i] = sample < 0 ? sample * (-1.0f / ATLAS_RELIEF_SEA_TONE) : 0;
    }
}

static inline float
weigh (const float *weights,
       const float *values)
{
  return weights[0] * values[0] + weights[1] * values[1] + weights[2] * values[2] + weights[3] * values[3];
}

static void
filter_row (Private *priv,
            int      slot,
            int      row)
{
  float *restrict height = priv->across[slot][ACROSS_HEIGHT];
  float *restrict east = priv->across[slot][ACROSS_EAST];
  float *restrict tone = priv->across[slot][ACROSS_TONE];
  float per_degree = (float) (1 / priv->grid->step);

  unpack_row (priv, row);
  priv->held[slot] = row;
  for (int i = 0; i < priv->width; i++)
    {
      const float *values = priv->heights + priv->columns[i];

      height[i] = weigh (priv->splines[i].value, values);
      east[i] = weigh (priv->splines[i].slope, values) * per_degree;
    }
  for (int i = 0; priv->wants_tone && i < priv->width; i++)
    tone[i] = weigh (priv->splines[i].value, priv->tones + priv->columns[i]);
}

static void
sum_rows (const Private *priv,
          const int     *slots,
          int            across,
          const float   *weights,
          float *restrict sum)
{
  const float *restrict a = priv->across[slots[0]][across];
  const float *restrict b = priv->across[slots[1]][across];
  const float *restrict c = priv->across[slots[2]][across];
  const float *restrict d = priv->across[slots[3]][across];
  float wa = weights[0], wb = weights[1], wc = weights[2], wd = weights[3];

  for (int i = 0; i < priv->width; i++)
    sum[i] = wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i];
}

/**
 * atlas_relief_sampler_read:
 * @self: a sampler
 * @latitude: degrees
 *
 * Reads the row at a latitude into the fields; going steadily south is fast.
 */
void
atlas_relief_sampler_read (AtlasReliefSampler *self,
                           double              latitude)
{
  Private *priv = self->priv;
  double   at = (priv->grid->north - latitude) / priv->grid->step - .5;
  double   cell = floor (at);
  Spline   spline = get_spline ((float) (at - cell));
  float    slope[N_TAPS];
  int      slots[N_TAPS];

  for (int i = 0; i < N_TAPS; i++)
    {
      int row = (int) cell - 1 + i;

      slots[i] = row & (N_TAPS - 1);
      if (priv->held[slots[i]] != row)
        filter_row (priv, slots[i], row);
      slope[i] = (float) (spline.slope[i] / priv->grid->step);
    }

  sum_rows (priv, slots, ACROSS_HEIGHT, spline.value, self->field[ATLAS_RELIEF_HEIGHT]);
  sum_rows (priv, slots, ACROSS_EAST, spline.value, self->field[ATLAS_RELIEF_EAST]);
  sum_rows (priv, slots, ACROSS_HEIGHT, slope, self->field[ATLAS_RELIEF_SOUTH]);
  if (priv->wants_tone)
    sum_rows (priv, slots, ACROSS_TONE, spline.value, self->field[ATLAS_RELIEF_TONE]);
}

/**
 * atlas_relief_sampler_free:
 * @self: (transfer full): a sampler
 *
 * Frees a sampler.
 */
void
atlas_relief_sampler_free (AtlasReliefSampler *self)
{
  Private *priv = self->priv;

  for (int i = 0; i < N_TAPS; i++)
    for (int k = 0; k < N_ACROSS; k++)
      g_free (priv->across[i][k]);
  for (int i = 0; i < ATLAS_RELIEF_N_FIELDS; i++)
    g_free (self->field[i]);
  g_free (priv->columns);
  g_free (priv->splines);
  g_free (priv->heights);
  g_free (priv->tones);
  g_free (priv);
  g_free (self);
}
