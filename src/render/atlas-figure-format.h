// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-palette.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a figure may measure, px; and what its image may. A figure asked for beyond that is refused. */
#define ATLAS_FIGURE_MIN_SIZE 240.0
#define ATLAS_FIGURE_MAX_SIZE 16384.0
#define ATLAS_FIGURE_MAX_SCALE 4.0
#define ATLAS_FIGURE_MAX_IMAGE_SIZE 32000        /* device px of a side: what cairo's images can have */
#define ATLAS_FIGURE_MAX_IMAGE_AREA 200000000.0  /* device px */

typedef enum
{
  ATLAS_FIGURE_PNG,
  ATLAS_FIGURE_SVG,
  ATLAS_FIGURE_PDF,
  ATLAS_N_FIGURE_FORMATS
} AtlasFigureFormatId;

/**
 * AtlasFigureFormat:
 * @format: which one
 * @id: "png"
 * @title: for people, to be translated with _()
 * @suffix: of its files, without a point
 * @mime: its media type
 * @palette: what it is drawn in where nobody says otherwise
 * @has_scale: whether it has px, of which there may be more than one a px of the figure
 *
 * A row of the table of formats.
 */
typedef struct
{
  AtlasFigureFormatId format;
  const char         *id;
  const char         *title;
  const char         *suffix;
  const char         *mime;
  AtlasPaletteId      palette;
  gboolean            has_scale;
} AtlasFigureFormat;

/* The table; the name's row; the row of a file's name by its end, whatever its case. NULL: none. */
const AtlasFigureFormat *atlas_figure_format_list          (guint      *n_formats);
const AtlasFigureFormat *atlas_figure_format_lookup        (const char *id);
const AtlasFigureFormat *atlas_figure_format_lookup_suffix (const char *file_name);

/**
 * AtlasFigurePage:
 * @id: "a4"
 * @title: for people, to be translated with _()
 * @width: px, of which 96 are an inch
 * @height: px
 * @is_paper: whether it is a sheet that is printed on
 *
 * A row of the table of sizes.
 */
typedef struct
{
  const char *id;
  const char *title;
  double      width, height;
  gboolean    is_paper;
} AtlasFigurePage;

const AtlasFigurePage   *atlas_figure_page_list            (guint      *n_pages);
const AtlasFigurePage   *atlas_figure_page_lookup          (const char *id);

/**
 * atlas_figure_size_parse:
 * @text: "1600x900"
 * @width: (out): px; touched only on success
 * @height: (out): px; touched only on success
 * @error: return location
 *
 * Reads a size that a person wrote, with "x", "×" or "*" between.
 *
 * Returns: whether it is one, within the limits
 */
gboolean                 atlas_figure_size_parse           (const char *text,
                                                            double     *width,
                                                            double     *height,
                                                            GError    **error);

/**
 * atlas_figure_palette_from_id:
 * @id: "light", "dark" or "print"
 * @palette: (out): touched only on success
 *
 * Finds the palette of a word.
 *
 * Returns: %FALSE if there is none
 */
gboolean                 atlas_figure_palette_from_id      (const char     *id,
                                                            AtlasPaletteId *palette);

G_END_DECLS
