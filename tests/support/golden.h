// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "picture.h"

#include <glib/gstdio.h>

/* Golden pictures: what a painter drew when somebody last looked at it, in tests/golden. Another machine may round a line's
 * edge otherwise, so a little difference everywhere and a large one at a few px are let pass; a line that has moved, gone or
 * changed its ink is not. After an intended change: ATLAS_WRITE_GOLDEN=1, and look at the pictures. */

typedef struct
{
  double mean;   /* of all colours of all px, 0..255 */
  double far;    /* share of the px that are far off, 0..1 */
  int    most;   /* the largest difference of a colour */
} GoldenDifference;

#define GOLDEN_FAR_OFF 40      /* a px whose colour differs by more is far off */
#define GOLDEN_MAX_MEAN 0.8
#define GOLDEN_MAX_FAR 0.006

static inline GoldenDifference
golden_compare (cairo_surface_t *a,
                cairo_surface_t *b)
{
  GoldenDifference difference = { 0 };
  int              width = cairo_image_surface_get_width (a);
  int              height = cairo_image_surface_get_height (a);
  gboolean         opaque = cairo_image_surface_get_format (a) == CAIRO_FORMAT_RGB24 || cairo_image_surface_get_format (b) == CAIRO_FORMAT_RGB24;
  int              n_channels = opaque ? 3 : 4; /* a picture without alpha leaves that byte as it was */
  guint            n_far = 0;

  g_assert_cmpint (cairo_image_surface_get_width (b), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (b), ==, height);
  cairo_surface_flush (a);
  cairo_surface_flush (b);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint8 *p = picture_pixel (a, x, y);
        const guint8 *q = picture_pixel (b, x, y);
        int           most = 0;

        for (int channel = 0; channel < n_channels; channel++) /* blue, green, red, alpha: little endian */
          {
            int off = ABS (p[channel] - q[channel]);

            difference.mean += off;
            most = MAX (most, off);
          }
        difference.most = MAX (difference.most, most);
        n_far += most > GOLDEN_FAR_OFF;
      }
  difference.mean /= (double) width * height * n_channels;
  difference.far = n_far / ((double) width * height);

  return difference;
}

/* Leaves the picture beside the test, for somebody to look at. */
static inline char *
golden_write_actual (cairo_surface_t *surface,
                     const char      *name)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "golden-actual", NULL);
  char            *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);

  return path;
}

/* Fails unless @surface looks like tests/golden/@name, and says by how much and where the picture is. */
static inline void
golden_assert (cairo_surface_t *surface,
               const char      *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", name, NULL);
  cairo_surface_t *golden;
  GoldenDifference difference;

  if (g_getenv ("ATLAS_WRITE_GOLDEN") != NULL)
    g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);

  golden = cairo_image_surface_create_from_png (path);
  if (cairo_surface_status (golden) != CAIRO_STATUS_SUCCESS)
    g_error ("%s: %s", path, cairo_status_to_string (cairo_surface_status (golden)));

  difference = golden_compare (surface, golden);
  g_test_message ("%s: mean %.3f, most %d, far off %.3f %%", name, difference.mean, difference.most, difference.far * 100);
  if (difference.mean > GOLDEN_MAX_MEAN || difference.far > GOLDEN_MAX_FAR)
    {
      g_autofree char *actual = golden_write_actual (surface, name);

      g_error ("%s: mean difference %.3f (at most %.3f), %.3f %% of the px far off (at most %.3f %%); see %s", name, difference.mean,
               GOLDEN_MAX_MEAN, difference.far * 100, GOLDEN_MAX_FAR * 100, actual);
    }
  cairo_surface_destroy (golden);
}
