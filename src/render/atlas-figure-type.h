// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-palette.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* The type of a figure. */
typedef enum
{
  ATLAS_FIGURE_TYPE_TITLE,
  ATLAS_FIGURE_TYPE_TITLE_SMALL,
  ATLAS_FIGURE_TYPE_TITLE_SMALLEST,
  ATLAS_FIGURE_TYPE_DATE,
  ATLAS_FIGURE_TYPE_DATE_SMALL,
  ATLAS_FIGURE_TYPE_HEAD,
  ATLAS_FIGURE_TYPE_HEAD_ITALIC,
  ATLAS_FIGURE_TYPE_SENTENCE,
  ATLAS_FIGURE_TYPE_HEADING,    /* over a list */
  ATLAS_FIGURE_TYPE_TEXT_LARGE, /* of a step */
  ATLAS_FIGURE_TYPE_TEXT,
  ATLAS_FIGURE_TYPE_TEXT_SMALL,
  ATLAS_FIGURE_TYPE_QUESTION,
  ATLAS_FIGURE_TYPE_CAPTION,
  ATLAS_FIGURE_TYPE_LEGEND,
  ATLAS_FIGURE_TYPE_COUNT,
  ATLAS_FIGURE_TYPE_REFERENCE,
  ATLAS_FIGURE_TYPE_MORE,       /* what a list leaves out */
  ATLAS_FIGURE_TYPE_CREDITS,
  ATLAS_FIGURE_TYPE_SCALE,      /* numbers of the scale bar and of degrees */
  ATLAS_FIGURE_TYPE_COVER,      /* the title of a handout */
  ATLAS_FIGURE_TYPE_CONTENTS,
  ATLAS_N_FIGURE_TYPES
} AtlasFigureTypeId;

/* Inks of the page round the map. */
typedef struct
{
  AtlasColor paper;
  AtlasColor text;
  AtlasColor soft;   /* text that stands back */
  AtlasColor accent; /* dates, headings, marks of references */
  AtlasColor rule;   /* thin lines */
  AtlasColor frame;  /* the border of the map */
} AtlasFigureInks;

const AtlasFigureInks *atlas_figure_inks_get (AtlasPaletteId palette);

/* A context of fonts that are not fitted to px, so that lines break alike at any scale; for one thread. (transfer full) */
PangoContext *atlas_figure_type_create_context (void) G_GNUC_WARN_UNUSED_RESULT;
/* The family, weight and size of a type. (transfer full) */
PangoFontDescription *atlas_figure_type_create_font (AtlasFigureTypeId type) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_figure_type_shape:
 * @context: the fonts
 * @type: which type
 * @text: what is written
 * @width: px after which lines break, within long words too; < 0: one line
 *
 * Sets a text.
 *
 * Returns: (transfer full): the layout
 */
PangoLayout  *atlas_figure_type_shape  (PangoContext      *context,
                                        AtlasFigureTypeId  type,
                                        const char        *text,
                                        double             width) G_GNUC_WARN_UNUSED_RESULT;
/* px */
double        atlas_figure_type_height (PangoLayout       *layout);
double        atlas_figure_type_width  (PangoLayout       *layout);
/* How high a text of a type is in @width px. */
double        atlas_figure_type_measure (PangoContext     *context,
                                         AtlasFigureTypeId type,
                                         const char       *text,
                                         double            width);

G_END_DECLS
