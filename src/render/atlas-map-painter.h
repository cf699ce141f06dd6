// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-label-line.h"
#include "atlas-map-scene.h"

G_BEGIN_DECLS

/* Where a map looks: the affine map of the unit Mercator square to px, its zoom, and the size of the view that begins at 0, 0. */
typedef struct
{
  cairo_matrix_t  to_px;
  double          zoom;   /* the world is 256 · 2^zoom px wide */
  double          width;  /* px */
  double          height; /* px */
  const AtlasBox *covers; /* (nullable): px of the view that other things lie over, so that no name goes there */
  guint           n_covers;
} AtlasMapFrame;

/**
 * atlas_map_frame_from_camera:
 * @camera: where the map looks
 * @width: of the view, px
 * @height: of the view, px
 *
 * Makes the frame of a view with the camera's place in the middle, north up.
 *
 * Returns: the frame, over which nothing lies
 */
AtlasMapFrame atlas_map_frame_from_camera (AtlasCamera          camera,
                                           double               width,
                                           double               height);

/**
 * atlas_map_frame_get_box:
 * @frame: where the map looks
 * @margin: px round the view that count as in view
 *
 * Gets what is in view.
 *
 * Returns: the part of the unit Mercator square; empty when the frame's matrix has no inverse
 */
AtlasBox      atlas_map_frame_get_box     (const AtlasMapFrame *frame,
                                           double               margin);

/**
 * atlas_map_frame_to_px:
 * @frame: where the map looks
 * @unit: a place of the unit Mercator square
 *
 * Finds where a place stands in the view.
 *
 * Returns: px from the view's top left corner; outside of the view too
 */
AtlasPoint    atlas_map_frame_to_px       (const AtlasMapFrame *frame,
                                           AtlasPoint           unit);

/**
 * atlas_map_frame_to_unit:
 * @frame: where the map looks
 * @px: a point of the view
 *
 * Finds which place stands at a point: the inverse of atlas_map_frame_to_px().
 *
 * Returns: a place of the unit Mercator square; NAN, NAN when the frame's matrix has no inverse
 */
AtlasPoint    atlas_map_frame_to_unit     (const AtlasMapFrame *frame,
                                           AtlasPoint           px);

typedef enum
{
  ATLAS_MAP_PAINT_ALL       = 0,
  ATLAS_MAP_PAINT_NO_STATE  = 1 << 0, /* neither selection nor hover: for print */
  ATLAS_MAP_PAINT_NO_HINTS  = 1 << 1, /* nothing of what only hints */
  ATLAS_MAP_PAINT_ONLY_STATE = 1 << 2, /* only selection and hover, to be painted over a picture made with NO_STATE */
  ATLAS_MAP_PAINT_ALONE     = 1 << 3, /* no other threads help */
} AtlasMapPaintFlags;

/**
 * atlas_map_painter_paint:
 * @cr: a context in px
 * @scene: what is shown
 * @frame: where the map looks
 * @flags: what to leave out
 *
 * Draws the items in view: areas, then lines, then points, each as kind and status say; names are drawn by atlas_map_painter_paint_labels().
 */
void       atlas_map_painter_paint          (cairo_t             *cr,
                                             AtlasMapScene       *scene,
                                             const AtlasMapFrame *frame,
                                             AtlasMapPaintFlags   flags);

/**
 * AtlasMapLabel:
 * @item: (nullable): whose name it is; borrowed from the dataset. %NULL: a symbol that only needs its room
 * @text: (nullable): the name, borrowed from the scene until it changes
 * @priority: higher is placed first; a selected item has the highest
 * @anchor: where the item stands, px; the middle of a name along a line
 * @box: the room that is taken, px: of the text, or of the symbol when there is no text
 * @middle: of a name along a line, px: what its letters count from
 * @glyphs: (nullable) (array length=n_glyphs): where each character of a name along a line goes; the scene's, like @text
 * @n_glyphs: how many
 * @serial: the same for the same picture of a name along a line
 *
 * Room on the map that belongs to an item: a name that was placed, or a symbol that names must not cover.
 */
typedef struct
{
  AtlasItem             *item;
  const char            *text;
  int                    priority;
  AtlasPoint             anchor;
  AtlasBox               box;
  AtlasPoint             middle;
  const AtlasLabelGlyph *glyphs;
  guint                  n_glyphs;
  guint32                serial;
} AtlasMapLabel;

/**
 * atlas_map_painter_collect_labels:
 * @scene: what is shown
 * @frame: where the map looks
 *
 * Places the names of shown items so that they cover neither each other nor a symbol: beside points, along lines, in areas.
 *
 * Give atlas_map_painter_get_rooms() to the placer of the basemap's names as room that is taken. Places do not change while
 * the map is panned.
 *
 * Returns: (transfer full): array of #AtlasMapLabel, highest priority first
 */
GArray    *atlas_map_painter_collect_labels (AtlasMapScene       *scene,
                                             const AtlasMapFrame *frame) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_map_painter_get_rooms:
 * @scene: what is shown
 * @labels: of #AtlasMapLabel, from atlas_map_painter_collect_labels() of the same scene
 *
 * Gets the room that names and symbols take: one box for each, but for a name along a line one for each letter.
 *
 * Returns: (transfer full): array of #AtlasBox, px
 */
GArray    *atlas_map_painter_get_rooms      (AtlasMapScene       *scene,
                                             GArray              *labels) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_map_painter_is_inked:
 * @scene: what is shown
 * @frame: where the map looks
 * @box: px
 *
 * Looks whether the line of an item goes through a box, so that names can keep off it. Lines are known as they lay at the zoom at which
 * names were placed last.
 *
 * Returns: %TRUE if one does; %FALSE before names were placed
 */
gboolean   atlas_map_painter_is_inked       (AtlasMapScene       *scene,
                                             const AtlasMapFrame *frame,
                                             AtlasBox             box);

/**
 * atlas_map_painter_paint_labels:
 * @cr: a context in px
 * @scene: what is shown
 * @frame: where the map looks
 * @labels: of #AtlasMapLabel, from atlas_map_painter_collect_labels() of the same scene
 *
 * Draws the names of items. On a screen (see atlas_map_scene_set_scale()) names whose pictures would keep the frame waiting are left out.
 *
 * Returns: %FALSE if some were: paint again; never without a scale, in print
 */
gboolean   atlas_map_painter_paint_labels   (cairo_t             *cr,
                                             AtlasMapScene       *scene,
                                             const AtlasMapFrame *frame,
                                             GArray              *labels);

/* The ring of an item that begins as the clock passes, from age 0 to 1, when it has faded away; and the room that it takes of the
 * view, px: empty where the item is out of view or has no place. */
void       atlas_map_painter_paint_ping     (cairo_t             *cr,
                                             AtlasMapScene       *scene,
                                             const AtlasMapFrame *frame,
                                             AtlasItem           *item,
                                             double               age);
AtlasBox   atlas_map_painter_get_ping_box   (AtlasMapScene       *scene,
                                             const AtlasMapFrame *frame,
                                             AtlasItem           *item);

/* How near a pointer must come. */
#define ATLAS_MAP_HIT_TOLERANCE 8.0

/**
 * atlas_map_painter_hit:
 * @scene: what is shown
 * @frame: where the map looks
 * @x: px
 * @y: px
 *
 * Finds what is drawn within %ATLAS_MAP_HIT_TOLERANCE px, nearest first, shown before hinted; all items of a cluster.
 *
 * Returns: (transfer container): of #AtlasItem (borrowed); empty when nothing is there
 */
GPtrArray *atlas_map_painter_hit            (AtlasMapScene       *scene,
                                             const AtlasMapFrame *frame,
                                             double               x,
                                             double               y) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
