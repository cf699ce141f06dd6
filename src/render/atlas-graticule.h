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

/* Degrees from line to line. */
double  atlas_graticule_get_step         (double                zoom);
/* (transfer full): of AtlasGraticuleLine, from west to east; past the date line the degrees start again. */
GArray *atlas_graticule_list_meridians   (const AtlasLabelView *view) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): of AtlasGraticuleLine, from north to south. */
GArray *atlas_graticule_list_parallels   (const AtlasLabelView *view) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): such as 46°30′ E. */
char   *atlas_graticule_format_longitude (double                degrees) G_GNUC_WARN_UNUSED_RESULT;
char   *atlas_graticule_format_latitude  (double                degrees) G_GNUC_WARN_UNUSED_RESULT;
/* Strokes the lines of a view, which begins at 0, 0; without their names. */
void    atlas_graticule_paint            (cairo_t              *cr,
                                          const AtlasPalette   *palette,
                                          const AtlasLabelView *view);

G_END_DECLS
