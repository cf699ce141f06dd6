// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-label-placer.h"
#include "atlas-palette.h"

#include <cairo.h>

G_BEGIN_DECLS

/* A meridian or a parallel as it crosses a view. On Mercator's map both are straight. */
typedef struct
{
  double degrees; /* east or north */
  double px;      /* from the view's west or north edge */
} AtlasGraticuleLine;

/**
 * atlas_graticule_get_step:
 * @zoom: a zoom
 *
 * Gets how far lines are apart: the finest step, a whole number of minutes, of which they keep about a hundred px of distance.
 *
 * Returns: degrees
 */
double  atlas_graticule_get_step         (double                zoom);

/**
 * atlas_graticule_list_meridians:
 * @view: what one looks at
 *
 * Lists the meridians in view. Past the date line their degrees start again.
 *
 * Returns: (transfer full): array of #AtlasGraticuleLine, from west to east
 */
GArray *atlas_graticule_list_meridians   (const AtlasLabelView *view) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_graticule_list_parallels:
 * @view: what one looks at
 *
 * Lists the parallels in view, up to 85°.
 *
 * Returns: (transfer full): array of #AtlasGraticuleLine, from north to south
 */
GArray *atlas_graticule_list_parallels   (const AtlasLabelView *view) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_graticule_format_longitude:
 * @degrees: east
 *
 * Says a longitude in the user's language: "46°30′ E".
 *
 * Returns: (transfer full): the words
 */
char   *atlas_graticule_format_longitude (double                degrees) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_graticule_format_latitude:
 * @degrees: north
 *
 * Says a latitude in the user's language: "40° N".
 *
 * Returns: (transfer full): the words
 */
char   *atlas_graticule_format_latitude  (double                degrees) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_graticule_paint:
 * @cr: a context in px
 * @palette: the ink
 * @view: what one looks at; it begins at 0, 0
 *
 * Strokes the lines in view, without their names.
 */
void    atlas_graticule_paint            (cairo_t              *cr,
                                          const AtlasPalette   *palette,
                                          const AtlasLabelView *view);

G_END_DECLS
