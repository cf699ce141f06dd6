// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-text-sink.h"

#include <cairo-svg.h>
#include <string.h>

/* What painters draw on paper: see atlas_surface_is_paper(). */

typedef void (*PaperFunc) (cairo_t *cr,
                           gpointer user_data);

/* What @func draws on paper, as a picture. */
static inline cairo_surface_t *
paper_draw (PaperFunc func,
            gpointer  user_data,
            int       width,
            int       height)
{
  cairo_rectangle_t extents = { 0, 0, width, height };
  cairo_surface_t  *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_surface_t  *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t          *cr = cairo_create (recording);

  atlas_surface_mark_as_paper (recording);
  func (cr, user_data);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cr = cairo_create (picture);
  cairo_set_source_surface (cr, recording, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (recording);
  cairo_surface_flush (picture);

  return picture;
}

static inline cairo_status_t
paper_write_cb (gpointer      data,
                const guchar *bytes,
                guint         length)
{
  g_string_append_len (data, (const char *) bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

/* What @func draws, as an SVG with text. */
static inline char *
paper_write_svg (PaperFunc func,
                 gpointer  user_data,
                 int       width,
                 int       height)
{
  g_autoptr (GString) out = g_string_new (NULL);
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (paper_write_cb, out, width, height);
  AtlasTextSink   *sink = atlas_text_sink_attach (surface);
  cairo_t         *cr = cairo_create (surface);
  char            *svg = NULL;

  func (cr, user_data);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  svg = atlas_text_sink_splice (sink, out->str, out->len);
  cairo_surface_destroy (surface);

  return svg;
}

static inline guint
paper_count (const char *svg,
             const char *words)
{
  guint n = 0;

  for (const char *p = strstr (svg, words); p != NULL; p = strstr (p + 1, words))
    n++;

  return n;
}
