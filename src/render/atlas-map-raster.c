// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-raster.h"

#include <math.h>
#include <string.h>

#define BLOCK_BITS 3 /* px of a row are looked at eight at a time, and only where an edge runs */
#define BLOCK (1 << BLOCK_BITS)
#define SLACK 4 /* cells that the last px of a row may touch beyond it */
#define NOTHING (1.0f / 512)

/* Each cell holds by how much the coverage changes from the px before it; a sum along the row gives the coverage. */
struct _AtlasMapRaster
{
  cairo_rectangle_int_t box;
  float                *cells;
  guint64              *marks; /* a bit a block: it holds something */
  gsize                 n_cells;
  gsize                 n_marks;
  int                   row_cells;
  int                   row_marks;
  int                   first; /* row that holds something */
  int                   last;
};

AtlasMapRaster *
atlas_map_raster_new (void)
{
  return g_new0 (AtlasMapRaster, 1);
}

void
atlas_map_raster_free (AtlasMapRaster *self)
{
  if (self == NULL)
    return;

  g_free (self->cells);
  g_free (self->marks);
  g_free (self);
}

void
atlas_map_raster_begin (AtlasMapRaster              *self,
                        const cairo_rectangle_int_t *box)
{
  gsize n_cells, n_marks;

  self->box = *box;
  self->row_cells = (box->width + SLACK + BLOCK - 1) >> BLOCK_BITS << BLOCK_BITS;
  self->row_marks = (self->row_cells >> BLOCK_BITS) / 64 + 1;
  self->first = box->height;
  self->last = -1;

  /* All is zero between two shapes, so what is there may be cut into rows anew. */
  n_cells = (gsize) self->row_cells * (gsize) box->height;
  n_marks = (gsize) self->row_marks * (gsize) box->height;
  if (n_cells > self->n_cells)
    {
      g_free (self->cells);
      self->cells = g_new0 (float, n_cells);
      self->n_cells = n_cells;
    }
  if (n_marks > self->n_marks)
    {
      g_free (self->marks);
      self->marks = g_new0 (guint64, n_marks);
      self->n_marks = n_marks;
    }
}

static inline void
mark (guint64 *marks,
      int      first,
      int      last)
{
  for (int block = first >> BLOCK_BITS; block <= last >> BLOCK_BITS; block++)
    marks[block >> 6] |= G_GUINT64_CONSTANT (1) << (block & 63);
}

/* What an edge from @x0 to @x1 that goes down by @height in one row changes. */
static inline void
add_to_row (float   *cells,
            guint64 *marks,
            float    x0,
            float    x1,
            float    height)
{
  float left = MIN (x0, x1);
  float right = MAX (x0, x1);
  int   first = (int) left;
  int   end = (int) right + 1; /* one past the last px, which the edge may only touch */

  mark (marks, first, end);
  if (end <= first + 1)
    {
      float part = height * (0.5f * (x0 + x1) - (float) first);

      cells[first] += height - part;
      cells[first + 1] += part;
    }
  else
    {
      float slope = height / (right - left);
      float head = 1 - (left - (float) first);
      float tail = right - (float) (end - 1);
      float done = 0.5f * slope * head * head;
      float rest = 0.5f * slope * tail * tail;
      float sum = done;

      cells[first] += done;
      for (int x = first + 1; x < end - 1; x++)
        {
          float cover = slope * (head + (float) (x - first) - 0.5f); /* of this px in all */

          cells[x] += cover - sum;
          sum = cover;
        }
      cells[end - 1] += height - rest - sum;
      cells[end] += rest;
    }
}

static void
add_inside (AtlasMapRaster *self,
            double          x0,
            double          y0,
            double          x1,
            double          y1,
            float           sign)
{
  float    slope = 0;
  float    x = (float) x0;
  int      row = (int) y0;
  int      last = MIN ((int) ceil (y1) - 1, self->box.height - 1);
  float   *cells = self->cells + (gsize) row * (gsize) self->row_cells;
  guint64 *marks = self->marks + (gsize) row * (gsize) self->row_marks;
  float    top = (float) (y0 - row);

  self->first = MIN (self->first, row);
  self->last = MAX (self->last, last);
  if (row < last)
    slope = (float) ((x1 - x0) / (y1 - y0));
  for (; row < last; row++)
    {
      float next = x + slope * (1 - top);

      add_to_row (cells, marks, x, next, sign * (1 - top));
      cells += self->row_cells;
      marks += self->row_marks;
      x = next;
      top = 0;
    }
  add_to_row (cells, marks, x, (float) x1, sign * ((float) (y1 - last) - top));
}

/* Left of the box an edge counts as if it stood on its rim, for all of a row; right of it it does not count. */
static void
add_down (AtlasMapRaster *self,
          double          x0,
          double          y0,
          double          x1,
          double          y1,
          float           sign)
{
  double limits[2] = { 0, self->box.width };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    if ((x0 < limits[i]) != (x1 < limits[i]) && x0 != limits[i] && x1 != limits[i])
      {
        double y = CLAMP (y0 + (limits[i] - x0) * (y1 - y0) / (x1 - x0), y0, y1);

        add_down (self, x0, y0, limits[i], y, sign);
        add_down (self, limits[i], y, x1, y1, sign);
        return;
      }

  if (!(y1 > y0) || MIN (x0, x1) >= limits[1])
    return;
  add_inside (self, MAX (x0, 0), y0, MAX (x1, 0), y1, sign);
}

void
atlas_map_raster_add_edge (AtlasMapRaster *self,
                           double          x0,
                           double          y0,
                           double          x1,
                           double          y1)
{
  float sign = 1;

  x0 -= self->box.x;
  x1 -= self->box.x;
  y0 -= self->box.y;
  y1 -= self->box.y;
  if (y0 > y1)
    {
      double x = x0, y = y0;

      x0 = x1, x1 = x;
      y0 = y1, y1 = y;
      sign = -1;
    }
  if (!(y1 > y0) || y1 <= 0 || y0 >= self->box.height)
    return;

  if (y0 >= 0 && y1 <= self->box.height && MIN (x0, x1) >= 0 && MAX (x0, x1) <= self->box.width)
    {
      add_inside (self, x0, y0, x1, y1, sign);
      return;
    }

  if (y0 < 0)
    {
      x0 -= y0 * (x1 - x0) / (y1 - y0);
      y0 = 0;
    }
  if (y1 > self->box.height)
    {
      x1 = x0 + (self->box.height - y0) * (x1 - x0) / (y1 - y0);
      y1 = self->box.height;
    }
  add_down (self, x0, y0, x1, y1, sign);
}

/* Four px at once: their sums, their 32 bits, and their bytes with room to multiply. */
typedef float   Sums __attribute__ ((vector_size (16)));
typedef gint32  Ints __attribute__ ((vector_size (16)));
typedef guint32 Pixels __attribute__ ((vector_size (16)));
typedef guint16 Parts __attribute__ ((vector_size (16)));

/* 0..256 */
static inline Pixels
get_shares (Sums     sums,
            gboolean even_odd)
{
  Sums   covers = (Sums) ((Pixels) sums & 0x7fffffff);
  Pixels over;

  if (even_odd)
    covers = (Sums) ((Pixels) (covers - 2 * __builtin_convertvector(__builtin_convertvector(covers * 0.5f + 0.5f, Ints), Sums)) & 0x7fffffff);
  over = (Pixels) (covers > 1.0f);
  covers = (Sums) (((Pixels) covers & ~over) | (over & 0x3f800000)); /* 1.0f */

  return (Pixels) __builtin_convertvector(covers * 256 + 0.5f, Ints);
}

static inline guint32
get_share (float    sum,
           gboolean even_odd)
{
  return get_shares ((Sums){ sum }, even_odd)[0];
}

static inline Pixels
scale_pixels (Pixels pixels,
              Pixels shares)
{
  Parts both = (Parts) (shares | shares << 16);
  Parts even = ((Parts) (pixels & 0xff00ff) * both + 128) >> 8;
  Parts odd = ((Parts) (pixels >> 8 & 0xff00ff) * both + 128) & 0xff00;

  return (Pixels) even | (Pixels) odd;
}

static inline guint32
scale_pixel (guint32 pixel,
             guint32 share)
{
  return scale_pixels ((Pixels){ pixel }, (Pixels){ share })[0];
}

static inline Pixels
lay_over (Pixels inks,
          Pixels pixels)
{
  Pixels rests = 255 - (inks >> 24);

  return inks + scale_pixels (pixels, rests + (rests >> 7));
}

/* How much of what lies under an ink is still seen, 0..256. */
static inline guint32
get_rest (guint32 ink)
{
  guint32 rest = 255 - (ink >> 24);

  return rest + (rest >> 7);
}

static void
fill_span (guint32 *pixels,
           int      n,
           guint32  ink)
{
  guint32 rest = get_rest (ink);
  guint8 *bytes = (guint8 *) pixels;
  guint16 inks[16];
  guint8  ink_bytes[4];
  int     i = 0;

  if (rest == 0)
    {
      for (; i < n; i++)
        pixels[i] = ink;
      return;
    }

  memcpy (ink_bytes, &ink, sizeof ink);
  for (guint k = 0; k < G_N_ELEMENTS (inks); k++)
    inks[k] = (guint16) (ink_bytes[k % 4] << 8 | 128);
  for (; i + 4 <= n; i += 4, bytes += 16)
    for (guint k = 0; k < 16; k++)
      bytes[k] = (guint8) ((guint16) (bytes[k] * (guint16) rest + inks[k]) >> 8);
  for (; i < n; i++)
    pixels[i] = ink + scale_pixel (pixels[i], rest);
}

static inline Sums
sum_up (Sums steps)
{
  const Sums none = { 0 };

  steps += __builtin_shufflevector (none, steps, 0, 4, 5, 6);

  return steps + __builtin_shufflevector (none, steps, 0, 1, 4, 5);
}

static inline float
end_half (float   *cells,
          guint32 *pixels,
          guint32  ink,
          gboolean even_odd,
          float    sum)
{
  Sums   sums;
  Pixels under, shares;

  memcpy (&sums, cells, sizeof sums);
  sums = sum_up (sums) + sum;
  memset (cells, 0, sizeof sums);
  shares = get_shares (sums, even_odd);
  memcpy (&under, pixels, sizeof under);
  under = lay_over (scale_pixels ((Pixels){ ink, ink, ink, ink }, shares), under);
  memcpy (pixels, &under, sizeof under);

  return sums[3];
}

/* @n: px that the row still has */
static float
end_block (float   *cells,
           guint32 *pixels,
           int      n,
           guint32  ink,
           gboolean even_odd,
           float    sum)
{
  guint32  rest[BLOCK] = { 0 };
  guint32 *row = pixels;

  n = CLAMP (n, 0, BLOCK);
  if (n < BLOCK)
    {
      memcpy (rest, pixels, (gsize) n * sizeof *pixels);
      pixels = rest;
    }
  sum = end_half (cells, pixels, ink, even_odd, sum);
  sum = end_half (cells + BLOCK / 2, pixels + BLOCK / 2, ink, even_odd, sum);
  if (n < BLOCK)
    memcpy (row, rest, (gsize) n * sizeof *pixels);

  return sum;
}

static void
end_row (AtlasMapRaster *self,
         float          *cells,
         guint64        *marks,
         guint32        *pixels,
         guint32         ink,
         gboolean        even_odd)
{
  float sum = 0;
  int   x = 0;

  for (int word = 0; word < self->row_marks; word++)
    for (guint64 bits = marks[word]; bits != 0; bits &= bits - 1)
      {
        int     from = (word * 64 + __builtin_ctzll (bits)) << BLOCK_BITS;
        guint32 share = from > x ? get_share (sum, even_odd) : 0;

        if (share > 0)
          fill_span (pixels + x, MIN (from, self->box.width) - x, scale_pixel (ink, share));
        sum = end_block (cells + from, pixels + from, self->box.width - from, ink, even_odd, sum);
        if (fabsf (sum) < NOTHING)
          sum = 0; /* else what was lost in rounding would grow from edge to edge */
        x = MIN (from + BLOCK, self->box.width);
      }
  if (get_share (sum, even_odd) > 0)
    fill_span (pixels + x, self->box.width - x, scale_pixel (ink, get_share (sum, even_odd)));
  memset (marks, 0, (gsize) self->row_marks * sizeof *marks);
}

void
atlas_map_raster_end (AtlasMapRaster *self,
                      guchar         *pixels,
                      int             stride,
                      guint32         ink,
                      gboolean        even_odd)
{
  for (int row = self->first; row <= self->last; row++)
    {
      guchar *begin = pixels + (gssize) (self->box.y + row) * stride + (gssize) self->box.x * 4;

      end_row (self, self->cells + (gsize) row * (gsize) self->row_cells, self->marks + (gsize) row * (gsize) self->row_marks,
               (guint32 *) (gpointer) begin, ink, even_odd);
    }
}
