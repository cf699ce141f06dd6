// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* What a figure is composed of, from top to bottom. */
typedef enum
{
  ATLAS_FIGURE_HEAD,       /* a line: what the plate is of */
  ATLAS_FIGURE_TITLE,
  ATLAS_FIGURE_DATE,       /* beside the title, in large type */
  ATLAS_FIGURE_SENTENCE,   /* the state in words */
  ATLAS_FIGURE_MAP,        /* with its frame */
  ATLAS_FIGURE_TIMELINE,
  ATLAS_FIGURE_TEXT,       /* of a step */
  ATLAS_FIGURE_QUESTION,   /* of a step, with its answer */
  ATLAS_FIGURE_CAPTION,    /* of what is selected */
  ATLAS_FIGURE_LEGEND,
  ATLAS_FIGURE_REFERENCES,
  ATLAS_FIGURE_CREDITS,
  ATLAS_FIGURE_CITATION,   /* of the view itself, with its link */
  ATLAS_N_FIGURE_PARTS
} AtlasFigurePart;

/* How high a part is where it is so wide, px; 0: there is none of it. Of map and timeline only that matters. */
typedef double (*AtlasFigureMeasure) (AtlasFigurePart part,
                                      double          width,
                                      gpointer        user_data);

/**
 * AtlasFigureLayout:
 * @boxes: where each part stands, px; of height 0: it is not there, or there is no room
 * @margin: px round all
 * @is_wide: whether what explains the map stands beside it, not below
 *
 * Where the parts of a figure stand. No two overlap, and none goes over the margin. Legend and references may get less than they
 * would take: they say what is left out.
 */
typedef struct
{
  cairo_rectangle_t boxes[ATLAS_N_FIGURE_PARTS];
  double            margin;
  gboolean          is_wide;
} AtlasFigureLayout;

/**
 * atlas_figure_layout_compose:
 * @width: of the figure, px of type that is read at arm's length
 * @height: of the figure, px
 * @measure: (scope call): asked for the height of parts, more than once
 * @user_data: for @measure
 *
 * Composes a figure.
 *
 * Returns: the layout
 */
AtlasFigureLayout atlas_figure_layout_compose (double             width,
                                               double             height,
                                               AtlasFigureMeasure measure,
                                               gpointer           user_data);

/**
 * atlas_figure_get_unit:
 * @width: px
 * @height: px
 *
 * Gets by what all type and lines of a figure are multiplied, so that a large one is not in small print: 1 at 1600 × 900.
 *
 * Returns: the factor; @width and @height over it are what atlas_figure_layout_compose() takes
 */
double            atlas_figure_get_unit       (double             width,
                                               double             height);

G_END_DECLS
