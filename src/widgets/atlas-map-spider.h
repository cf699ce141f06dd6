// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-palette.h"
#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasMapSpider:
 *
 * The points of a pile, opened: each on a leg of its own with its symbol and name, a button that selects it. Lies over all of the
 * map and is touched on its legs alone. What does not fit is behind a last leg that shows the rest.
 *
 * Arrows, Home and End walk round the legs; Enter selects. Closed it has no children.
 */
#define ATLAS_TYPE_MAP_SPIDER (atlas_map_spider_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapSpider, atlas_map_spider, ATLAS, MAP_SPIDER, GtkWidget)

GtkWidget *atlas_map_spider_new         (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_map_spider_open:
 * @self: a spider, which is closed first
 * @session: whose items they are
 * @date: at which they are shown; empty: all
 * @palette: the inks
 * @items: of #AtlasItem, one or more; referenced while it is open
 * @x: where the pile is, px
 * @y: where the pile is, px
 *
 * Opens a pile, animated unless animations are off.
 */
void       atlas_map_spider_open        (AtlasMapSpider *self,
                                         AtlasSession   *session,
                                         AtlasTimeSpan   date,
                                         AtlasPaletteId  palette,
                                         GPtrArray      *items,
                                         double          x,
                                         double          y);

void       atlas_map_spider_close       (AtlasMapSpider *self);
gboolean   atlas_map_spider_is_open     (AtlasMapSpider *self);

/**
 * atlas_map_spider_move:
 * @self: a spider
 * @x: where the pile is now, px
 * @y: where the pile is now, px
 *
 * Goes with its pile when the map has been panned.
 */
void       atlas_map_spider_move        (AtlasMapSpider *self,
                                         double          x,
                                         double          y);

/**
 * atlas_map_spider_focus:
 * @self: a spider
 * @item: (nullable): of the pile
 *
 * Moves the keyboard's focus to the leg of an item, or to the first.
 */
void       atlas_map_spider_focus       (AtlasMapSpider *self,
                                         AtlasItem      *item);

G_END_DECLS
