// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"
#include "atlas-palette.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  ATLAS_TEXT_START,
  ATLAS_TEXT_MIDDLE,
} AtlasTextAnchor;

/**
 * AtlasTextRun:
 * @text: what is read, on one line and in one font
 * @font: with an absolute size, in px of the run
 * @matrix: from px of the run, whose 0, 0 is the anchor on the base line, to those of the surface
 * @anchor: where 0, 0 is
 * @width: of the text, px of the run
 * @spacing: between letters, px of the run
 * @color: of the letters; its alpha is 0 where only the halo is meant
 * @halo: around them
 * @halo_width: of the stroke round the letters that is seen of the halo, px of the run; 0: there is none
 * @clip: px of the surface outside of which nothing of it is seen; empty where that takes nothing away
 * @name: 0, or the same number for all letters of a name that is set letter by letter
 *
 * Some words as they were to be drawn.
 */
typedef struct
{
  char                 *text;
  PangoFontDescription *font;
  cairo_matrix_t        matrix;
  AtlasTextAnchor       anchor;
  double                width;
  double                spacing;
  AtlasColor            color;
  AtlasColor            halo;
  double                halo_width;
  AtlasBox              clip;
  guint                 name;
} AtlasTextRun;

/**
 * AtlasTextSink:
 *
 * What a surface is not to draw: text that is written down instead, in the order of drawing. Cairo's SVG would turn it into outlines,
 * which nobody can look for, copy or have read aloud.
 */
typedef struct _AtlasTextSink AtlasTextSink;

/**
 * atlas_text_sink_attach:
 * @surface: what is going to be drawn on
 *
 * From now on text on a surface is written down. To be called once, before anything is drawn.
 *
 * Returns: (transfer none): the sink, which lives as long as the surface
 */
AtlasTextSink      *atlas_text_sink_attach      (cairo_surface_t     *surface);

/* The sink of what a context draws on; (nullable) (transfer none). */
AtlasTextSink      *atlas_text_sink_get         (cairo_t             *cr);

guint               atlas_text_sink_get_n_runs  (const AtlasTextSink *self);
const AtlasTextRun *atlas_text_sink_get_run     (const AtlasTextSink *self,
                                                 guint                index);

/* From begin to end what is written down are the letters of one name, set letter by letter. (nullable): then nothing happens. */
void                atlas_text_sink_begin_name  (AtlasTextSink       *self,
                                                 const char          *name);
void                atlas_text_sink_end_name    (AtlasTextSink       *self,
                                                 cairo_t             *cr);

/**
 * atlas_text_sink_to_svg:
 * @self: a sink
 *
 * Writes what was written down as SVG elements, in px of the surface.
 *
 * Returns: (transfer full): the elements, to be put into an <svg> of that size
 */
char               *atlas_text_sink_to_svg      (const AtlasTextSink *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_text_sink_splice:
 * @self: the sink of a surface that is finished
 * @svg: what the surface has written
 * @length: bytes
 *
 * Puts the text where it was drawn in what cairo has written: over what was drawn before it, under what came after. Paths are
 * written as exactly as is seen.
 *
 * Returns: (transfer full): the whole SVG
 */
char               *atlas_text_sink_splice      (const AtlasTextSink *self,
                                                 const char          *svg,
                                                 gsize                length) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_text_show:
 * @cr: a context
 * @layout: words
 *
 * Draws words with their corner at the current point in the source's colour, as pango_cairo_show_layout() does, or writes them down.
 */
void                atlas_text_show             (cairo_t             *cr,
                                                 PangoLayout         *layout);

/**
 * atlas_text_show_haloed:
 * @cr: a context
 * @layout: words
 * @color: of the letters
 * @halo: of the stroke around them
 * @halo_width: of the stroke, px
 *
 * The same with a halo, which is a stroke and no picture.
 */
void                atlas_text_show_haloed      (cairo_t             *cr,
                                                 PangoLayout         *layout,
                                                 AtlasColor           color,
                                                 AtlasColor           halo,
                                                 double               halo_width);

/* Whether what is drawn is for paper: shapes are to stay shapes, and nothing is to be a picture. So is an SVG, a PDF, and a recording
 * that has been marked. */
gboolean            atlas_surface_is_paper      (cairo_surface_t     *surface);
void                atlas_surface_mark_as_paper (cairo_surface_t     *surface);

G_END_DECLS
