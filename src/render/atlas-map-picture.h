// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap.h"
#include "atlas-dataset.h"
#include "atlas-palette.h"
#include "atlas-session-state.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * AtlasMapPictureSpec:
 * @dataset: the atlas
 * @basemap: (nullable): what lies under it; %NULL: paper
 * @state: what shows: clock, mode, comparison, filter, selection, overlay, language; its camera is not looked at
 * @camera: where the map looks
 * @width: px
 * @height: px
 * @palette: the inks
 * @text_scale: by what the size of names is multiplied; 0 is 1
 * @scale: device px a px, of images; 0 is 1
 * @covers: (nullable) (array length=n_covers): px of the picture where no names go
 * @n_covers: how many
 * @no_names: whether it is so small that names would only be in the way
 *
 * A map as it is to be drawn without a window. Of two dates that are compared the one is on the left half, the clock's on the right.
 */
typedef struct
{
  AtlasDataset            *dataset;
  AtlasBasemap            *basemap;
  const AtlasSessionState *state;
  AtlasCamera              camera;
  double                   width, height;
  AtlasPaletteId           palette;
  double                   text_scale;
  double                   scale;
  const AtlasBox          *covers;
  guint                    n_covers;
  gboolean                 no_names;
} AtlasMapPictureSpec;

/**
 * atlas_map_picture_paint:
 * @cr: a context in px; the map fills 0, 0 to the width and height of @spec
 * @spec: what to draw
 *
 * Draws a map. On a PDF, an SVG or a recording that is marked as paper (see atlas_surface_is_paper()) it consists of shapes and text; only
 * the relief is a picture.
 *
 * Any thread may draw, as long as nobody else uses the context and the state. Let the atlas be drawn once in the main thread before:
 * see atlas_label_fonts_new().
 */
void             atlas_map_picture_paint  (cairo_t                   *cr,
                                           const AtlasMapPictureSpec *spec);

/**
 * atlas_map_picture_create:
 * @spec: what to draw
 *
 * Draws a map into an image, in any thread.
 *
 * Returns: (transfer full): an opaque ARGB32 image of width · scale times height · scale px, with the scale as its device scale
 */
cairo_surface_t *atlas_map_picture_create (const AtlasMapPictureSpec *spec) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
