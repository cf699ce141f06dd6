// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-item.h"
#include "atlas-label-style.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * AtlasMapName:
 * @text: what the map says
 * @layout: it, broken into lines
 * @width: of the layout, px
 * @height: of the layout, px
 * @run_width: of the text in one line with its letters spaced, as it is set along a line, px
 *
 * The name of an item on a map, broken into lines and measured.
 */
typedef struct
{
  char        *text;
  PangoLayout *layout;
  int          width, height;
  double       run_width;
} AtlasMapName;

#define ATLAS_MAP_NAME_SIZE     10.5 /* px, at a text scale of 1 */
#define ATLAS_MAP_NAME_RUN_SIZE 10.0 /* px, of names along lines */
#define ATLAS_MAP_NAME_SPACING  0.6  /* px between letters along lines */

/**
 * atlas_map_name_shorten:
 * @title: an item's name
 *
 * Gets the short form that stands on a map: without what is in parentheses and what comes after a comma or colon, unless that begins
 * with a figure. The title is said in full wherever there is room.
 *
 * Returns: (transfer full): the short form
 */
char         *atlas_map_name_shorten (const char      *title) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_map_name_new:
 * @item: an item
 * @language: (nullable): BCP 47; %NULL: the atlas's own
 * @fonts: of names
 * @text_scale: by what sizes are multiplied, 1: as designed
 *
 * Shortens an item's name, breaks it into lines and measures it.
 *
 * Returns: (transfer full): the name
 */
AtlasMapName *atlas_map_name_new     (AtlasItem       *item,
                                      const char      *language,
                                      AtlasLabelFonts *fonts,
                                      double           text_scale) G_GNUC_WARN_UNUSED_RESULT;

void          atlas_map_name_free    (AtlasMapName    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapName, atlas_map_name_free)

G_END_DECLS
