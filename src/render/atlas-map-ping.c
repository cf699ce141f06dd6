// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-painter-private.h"
#include "atlas-map-scene-private.h"
#include "atlas-map-stroke.h"

#define GAP 3.0     /* px between a symbol and its ring at first */
#define GROWTH 12.0 /* px that a ring widens */
#define THICK 2.6   /* px */
#define GLOW 5.0    /* px round a line or an area's edge */
#define MARGIN 28.0 /* px that a ring reaches at most */

static AtlasBox
get_box (const AtlasMapFrame *frame,
         AtlasItem           *item)
{
  AtlasBox   box = atlas_item_get_box (item);
  AtlasPoint a = atlas_map_frame_to_px (frame, (AtlasPoint){ box.x0, box.y0 });
  AtlasPoint b = atlas_map_frame_to_px (frame, (AtlasPoint){ box.x1, box.y1 });

  return (AtlasBox){ MIN (a.x, b.x) - MARGIN, MIN (a.y, b.y) - MARGIN, MAX (a.x, b.x) + MARGIN, MAX (a.y, b.y) + MARGIN };
}

AtlasBox
atlas_map_painter_get_ping_box (AtlasMapScene       *scene,
                                const AtlasMapFrame *frame,
                                AtlasItem           *item)
{
  AtlasBox box;

  g_return_val_if_fail (scene != NULL && frame != NULL && ATLAS_IS_ITEM (item), ATLAS_BOX_EMPTY);

  if (atlas_item_get_geometry (item) == NULL || atlas_dataset_get_position (scene->dataset, item) == G_MAXUINT)
    return ATLAS_BOX_EMPTY;

  box = get_box (frame, item);
  box = (AtlasBox){ MAX (box.x0, 0.0), MAX (box.y0, 0.0), MIN (box.x1, frame->width), MIN (box.y1, frame->height) };

  return box.x0 < box.x1 && box.y0 < box.y1 ? box : ATLAS_BOX_EMPTY;
}

static void
paint_glow (cairo_t             *cr,
            AtlasMapScene       *scene,
            const AtlasMapFrame *frame,
            guint                position,
            gboolean             areas,
            AtlasColor           color)
{
  AtlasMapLook  look = atlas_map_scene_get_look (scene, position);
  AtlasMapStyle style = atlas_map_look_get_style (&look);
  AtlasMapBrush brush = { .style = &style, .inks = atlas_map_scene_get_inks (scene), .scale = atlas_map_brush_scale (frame->zoom), .alpha = 1.0, .plain = TRUE, .to_px = frame->to_px };

  scene->path.clip = (AtlasBox){ -MARGIN, -MARGIN, frame->width + MARGIN, frame->height + MARGIN };
  atlas_map_path_empty (&scene->path);
  atlas_map_scene_add_path (scene, position, areas ? ATLAS_PART_RING : ATLAS_PART_LINE, &frame->to_px, frame->zoom, FALSE, &scene->path);
  atlas_map_stroke_halo (cr, &scene->path, &brush, areas, GLOW, color);
}

static void
paint_rings (cairo_t             *cr,
             AtlasGeometry       *geometry,
             const AtlasMapFrame *frame,
             double               radius)
{
  const AtlasPoint *points = atlas_geometry_get_points (geometry);

  for (guint i = 0; i < atlas_geometry_get_n_parts (geometry); i++)
    {
      const AtlasPart *part = atlas_geometry_get_part (geometry, i);

      for (guint k = part->begin; part->kind == ATLAS_PART_POINT && k < part->end; k++)
        {
          AtlasPoint place = atlas_map_frame_to_px (frame, points[k]);

          cairo_new_path (cr);
          cairo_arc (cr, place.x, place.y, radius, 0.0, 2.0 * G_PI);
          cairo_stroke (cr);
        }
    }
}

void
atlas_map_painter_paint_ping (cairo_t             *cr,
                              AtlasMapScene       *scene,
                              const AtlasMapFrame *frame,
                              AtlasItem           *item,
                              double               age)
{
  guint      position;
  AtlasColor color;

  g_return_if_fail (cr != NULL && scene != NULL && frame != NULL && ATLAS_IS_ITEM (item));

  position = atlas_dataset_get_position (scene->dataset, item);
  if (position == G_MAXUINT || atlas_item_get_geometry (item) == NULL)
    return;

  cairo_save (cr);
  color = atlas_map_scene_get_inks (scene)->selected;
  color.alpha *= (float) (1.0 - age);
  if (scene->states[position].has_areas)
    paint_glow (cr, scene, frame, position, TRUE, color);
  if (scene->states[position].has_lines)
    paint_glow (cr, scene, frame, position, FALSE, color);
  atlas_palette_set_source (cr, atlas_map_scene_get_inks (scene)->selected, 1.0 - age);
  cairo_set_line_width (cr, THICK * (1.0 - 0.5 * age));
  paint_rings (cr, atlas_item_get_geometry (item), frame, atlas_map_symbol_radius (frame->zoom) + GAP + GROWTH * age);
  cairo_restore (cr);
}
