// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* relief.dem: "RELF0001"; two heads (detail, world) of u32 width, u32 height, double west, double north, double step,
 * u32 bytes; then their zlib streams. A stream holds the low bytes of all samples, then the high bytes; a sample is the
 * zigzag of its difference from west + north - northwest. Above 0: land, sqrt(metres + 64) * 8. Else sea: -tone * 64. */

#include "compile.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>
#include <zlib.h>

#define N_GRIDS 2
#define N_LEVELS 3 /* each grid and two halvings */
#define MAX_SIDE 20000

typedef struct
{
  AtlasBasemapGrid grid;
  guint32          deflated;
} Head;

static guint32
get_uint32 (const char *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);

  return GUINT32_FROM_LE (value);
}

static double
get_double (const char *bytes)
{
  guint64 bits;
  double  value;

  memcpy (&bits, bytes, sizeof bits);
  bits = GUINT64_FROM_LE (bits);
  memcpy (&value, &bits, sizeof value);

  return value;
}

static gint16
recode (int sample)
{
  double metres;

  if (sample <= 0)
    return (gint16) lrint (CLAMP (sample / 64.0, -1.0, 0.0) * ATLAS_RELIEF_SEA_TONE);

  metres = (sample / 8.0) * (sample / 8.0) - 64;

  return (gint16) MAX (1, lrint ((metres + ATLAS_RELIEF_LOWEST) * ATLAS_RELIEF_METRE));
}

static void
undo_differences (const guint8 *bytes,
                  guint32       width,
                  guint32       height,
                  gint16       *samples)
{
  gsize              n = (gsize) width * height;
  g_autofree gint16 *plain = g_new (gint16, n);

  for (gsize i = 0; i < n; i++)
    {
      guint32 zigzag = bytes[i] | (guint32) bytes[n + i] << 8;
      int     value = (int) (zigzag >> 1) ^ -(int) (zigzag & 1);
      gsize   x = i % width;

      if (x > 0)
        value += plain[i - 1];
      if (i >= width)
        value += plain[i - width];
      if (x > 0 && i >= width)
        value -= plain[i - width - 1];
      plain[i] = (gint16) value;
      samples[i] = recode (plain[i]);
    }
}

/* Land and sea are never averaged with each other: the majority of the four has its way. */
static gint16
average (const gint16 *above,
         const gint16 *below)
{
  const int four[] = { above[0], above[1], below[0], below[1] };
  int       land = 0, sea = 0, n_land = 0;

  for (guint i = 0; i < G_N_ELEMENTS (four); i++)
    if (four[i] > 0)
      {
        land += four[i];
        n_land++;
      }
    else
      sea += four[i];

  return (gint16) (n_land >= 2 ? land / n_land : sea / (4 - n_land));
}

static void
add_halving (Output                 *out,
             const AtlasBasemapGrid *grid,
             AtlasBasemapGrid       *half)
{
  GArray       *samples = out->array[OUT_SAMPLES];
  const gint16 *from;
  gint16       *to;

  *half = *grid;
  half->width = grid->width / 2;
  half->height = grid->height / 2;
  half->step = grid->step * 2;
  half->first_sample = samples->len;
  g_array_set_size (samples, samples->len + half->width * half->height);

  from = &g_array_index (samples, gint16, grid->first_sample);
  to = &g_array_index (samples, gint16, half->first_sample);
  for (guint32 y = 0; y < half->height; y++)
    for (guint32 x = 0; x < half->width; x++)
      {
        const gint16 *above = from + (gsize) (2 * y) * grid->width + 2 * x;

        *to++ = average (above, above + grid->width);
      }
  g_array_append_val (out->array[OUT_GRIDS], *half);
}

/* The painter reads heights through a cubic B-spline, which blunts ridges and fills valleys. Here they are raised and dug in
 * return. A neighbour in the sea counts as level ground, so that shores stay as they are. */
static void
sharpen (GArray                 *all,
         const AtlasBasemapGrid *grid)
{
  static const double weights[] = { 7 / 6.0, -1 / 12.0 }; /* half of what would undo it: more would show the noise of plateaus */
  int                 width = (int) grid->width, height = (int) grid->height;
  gint16             *samples = &g_array_index (all, gint16, grid->first_sample);
  g_autofree gint16  *plain = g_memdup2 (samples, (gsize) width * height * sizeof (gint16));

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        int    here = plain[y * width + x];
        double sum = 0;

        if (here <= 0)
          continue;
        for (int dy = -1; dy <= 1; dy++)
          for (int dx = -1; dx <= 1; dx++)
            {
              int near_x = grid->world ? (x + dx + width) % width : CLAMP (x + dx, 0, width - 1);
              int near = plain[CLAMP (y + dy, 0, height - 1) * width + near_x];

              sum += weights[dx & 1] * weights[dy & 1] * (near > 0 ? near : here);
            }
        samples[y * width + x] = (gint16) CLAMP (lrint (sum), 1, G_MAXINT16);
      }
}

static gboolean
add_grid (Output          *out,
          AtlasBasemapGrid grid,
          const char      *deflated,
          gsize            length,
          GError         **error)
{
  GArray            *samples = out->array[OUT_SAMPLES];
  AtlasBasemapGrid   levels[N_LEVELS];
  uLongf             size = (uLongf) grid.width * grid.height * 2;
  g_autofree guint8 *bytes = g_malloc (size);
  uLongf             expected = size;

  if (uncompress (bytes, &size, (const Bytef *) deflated, length) != Z_OK || size != expected)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "a damaged zlib stream");
      return FALSE;
    }

  grid.first_sample = samples->len;
  g_array_set_size (samples, samples->len + grid.width * grid.height);
  undo_differences (bytes, grid.width, grid.height, &g_array_index (samples, gint16, grid.first_sample));
  g_array_append_val (out->array[OUT_GRIDS], grid);

  levels[0] = grid;
  for (int level = 1; level < N_LEVELS; level++)
    add_halving (out, &levels[level - 1], &levels[level]);
  for (int level = 0; level < N_LEVELS; level++)
    sharpen (samples, &levels[level]);

  return TRUE;
}

gboolean
compile_relief (Output     *out,
                const char *contents,
                gsize       length,
                GError    **error)
{
  const gsize head_size = 36;
  Head        heads[N_GRIDS];
  gsize       at = 8;

  if (length < at + N_GRIDS * head_size || memcmp (contents, "RELF0001", 8) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not a RELF0001 file");
      return FALSE;
    }

  for (guint i = 0; i < N_GRIDS; i++, at += head_size)
    heads[i] = (Head){
      .grid = { .width = get_uint32 (contents + at), .height = get_uint32 (contents + at + 4), .world = i, .west = get_double (contents + at + 8), .north = get_double (contents + at + 16), .step = get_double (contents + at + 24) },
      .deflated = get_uint32 (contents + at + 32),
    };

  for (guint i = 0; i < N_GRIDS; at += heads[i++].deflated)
    {
      if (heads[i].deflated > length - at || heads[i].grid.width - 1 >= MAX_SIDE || heads[i].grid.height - 1 >= MAX_SIDE)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "grid %u does not fit into the file", i);
          return FALSE;
        }
      if (!add_grid (out, heads[i].grid, contents + at, heads[i].deflated, error))
        return FALSE;
    }

  return TRUE;
}
