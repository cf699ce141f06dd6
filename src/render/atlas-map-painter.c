// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-painter.h"

#include "atlas-map-coverage.h"
#include "atlas-map-evidence.h"
#include "atlas-map-painter-private.h"
#include "atlas-map-scene-private.h"
#include "atlas-map-stroke.h"
#include "atlas-mercator.h"

#include <math.h>

#define MARGIN 24.0    /* px outside the view that may reach into it */
#define SMALL 20.0     /* px: what is smaller is drawn plain, however few there are */
#define MANY_AREAS 100 /* in view from which those of a style are drawn together */
#define EDGE 1.0       /* px of the line round the halo of what is selected */
#define CROWDED 500    /* lines or areas in view from which only their ink is drawn */

typedef AtlasMapPaint Paint;

AtlasMapFrame
atlas_map_frame_from_camera (AtlasCamera camera,
                             double      width,
                             double      height)
{
  AtlasMapFrame frame = { .zoom = camera.zoom, .width = width, .height = height };
  AtlasPoint    centre = atlas_mercator_project (camera.longitude, camera.latitude);
  double        size = atlas_mercator_world_size (camera.zoom);

  cairo_matrix_init (&frame.to_px, size, 0, 0, size, width / 2 - centre.x * size, height / 2 - centre.y * size);

  return frame;
}

/* What of the unit Mercator square is seen in a part of the frame, px. */
static AtlasBox
get_unit_box (const AtlasMapFrame *frame,
              AtlasBox             px)
{
  cairo_matrix_t inverse = frame->to_px;
  AtlasBox       box = ATLAS_BOX_EMPTY;

  if (cairo_matrix_invert (&inverse) != CAIRO_STATUS_SUCCESS)
    return box;

  for (int corner = 0; corner < 4; corner++)
    {
      double x = corner & 1 ? px.x1 : px.x0;
      double y = corner & 2 ? px.y1 : px.y0;

      cairo_matrix_transform_point (&inverse, &x, &y);
      box = atlas_box_add_point (box, (AtlasPoint){ x, y });
    }

  return box;
}

AtlasBox
atlas_map_frame_get_box (const AtlasMapFrame *frame,
                         double               margin)
{
  g_return_val_if_fail (frame != NULL, ATLAS_BOX_EMPTY);

  return get_unit_box (frame, (AtlasBox){ -margin, -margin, frame->width + margin, frame->height + margin });
}

AtlasPoint
atlas_map_frame_to_px (const AtlasMapFrame *frame,
                       AtlasPoint           unit)
{
  cairo_matrix_transform_point (&frame->to_px, &unit.x, &unit.y);

  return unit;
}

AtlasPoint
atlas_map_frame_to_unit (const AtlasMapFrame *frame,
                         AtlasPoint           px)
{
  cairo_matrix_t inverse = frame->to_px;

  if (cairo_matrix_invert (&inverse) != CAIRO_STATUS_SUCCESS)
    return (AtlasPoint){ NAN, NAN };

  cairo_matrix_transform_point (&inverse, &px.x, &px.y);

  return px;
}

static AtlasMapBrush
make_brush (const Paint         *paint,
            AtlasMapRaster      *raster,
            const AtlasMapLook  *look,
            const AtlasMapStyle *style,
            gboolean             plain)
{
  AtlasMapBrush brush = { .style = style,
                          .inks = paint->inks,
                          .scale = paint->scale,
                          .alpha = look->shown ? 1.0 : ATLAS_MAP_HINT_ALPHA,
                          .schematic = look->schematic,
                          .plain = plain || !look->shown,
                          .to_px = paint->frame->to_px,
                          .raster = raster,
                          .flow = look->flow };

  if (!look->shown)
    brush.scale *= 0.75;

  return brush;
}

/* Too small for anybody to see how it is cased or hatched. */
static gboolean
is_small (const Paint         *paint,
          const AtlasMapEntry *entry)
{
  double extent = MAX (entry->box.x1 - entry->box.x0, entry->box.y1 - entry->box.y0);

  return extent * hypot (paint->frame->to_px.xx, paint->frame->to_px.yx) < SMALL;
}

static guint
count_in_view (const Paint  *paint,
               const GArray *entries)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const AtlasMapEntry *entry = &g_array_index (entries, AtlasMapEntry, i);

      n += atlas_box_overlaps (entry->box, paint->view) && !is_small (paint, entry) ? 1 : 0;
    }

  return n;
}

/* The areas and lines of a frame. */
typedef struct
{
  const Paint *paint;
  guint        n_areas; /* in view that are not small */
  guint        n_lines;
} Sheet;

/* Draws runs of entries with one key together: their strokes unite, so crossings of one kind stay even, and cairo is asked once. */
static void
paint_entries_of_size (const Paint  *paint,
                       AtlasMapBand *band,
                       const GArray *entries,
                       gboolean      areas,
                       gboolean      small,
                       guint         n_entries)
{
  gboolean plain = small || n_entries > CROWDED;
  gboolean alone = areas && !small && n_entries <= MANY_AREAS;
  AtlasBox view = get_unit_box (paint->frame, band->path.clip);

  atlas_map_path_empty (&band->path);
  for (guint i = 0; i < entries->len; i++)
    {
      const AtlasMapEntry *entry = &g_array_index (entries, AtlasMapEntry, i);
      gboolean             is_last = i + 1 == entries->len || entry[1].key != entry->key;
      AtlasMapLook         look = atlas_map_look_from_key (entry->key);

      if ((look.shown || paint->hints) && atlas_box_overlaps (entry->box, view) && is_small (paint, entry) == small)
        atlas_map_scene_add_path (paint->scene, entry->position, areas ? ATLAS_PART_RING : ATLAS_PART_LINE, &paint->frame->to_px, paint->frame->zoom,
                                  plain, &band->path);

      /* A hatch tells overlapping areas apart only when each has its own. */
      if (band->path.ends->len > 0 && (is_last || alone))
        {
          AtlasMapStyle style = atlas_map_look_get_style (&look);
          AtlasMapBrush brush = make_brush (paint, band->raster, &look, &style, plain);

          brush.together = areas && !alone;
          brush.turn = brush.together ? 0 : (double) entry->turn;
          brush.crowd = brush.together ? 0 : entry->crowd;
          (areas ? atlas_map_stroke_areas : atlas_map_stroke_lines) (band->cr, &band->path, &brush, &band->scratch);
          atlas_map_path_empty (&band->path);
        }
    }
}

static void
paint_band_cb (AtlasMapBand *band,
               gpointer      user_data)
{
  const Sheet         *sheet = user_data;
  const AtlasMapScene *scene = sheet->paint->scene;

  band->path.clip = (AtlasBox){ band->clip.x0 - MARGIN, band->clip.y0 - MARGIN, band->clip.x1 + MARGIN, band->clip.y1 + MARGIN };
  band->scratch.clip = band->path.clip;
  paint_entries_of_size (sheet->paint, band, scene->areas, TRUE, TRUE, 0);
  paint_entries_of_size (sheet->paint, band, scene->areas, TRUE, FALSE, sheet->n_areas);
  paint_entries_of_size (sheet->paint, band, scene->lines, FALSE, TRUE, 0);
  paint_entries_of_size (sheet->paint, band, scene->lines, FALSE, FALSE, sheet->n_lines);
}

static void
paint_sheet (const Paint *paint)
{
  AtlasMapScene *scene = paint->scene;
  Sheet          sheet = { paint, count_in_view (paint, scene->areas), count_in_view (paint, scene->lines) };
  AtlasMapBand   whole = { paint->cr, { 0, 0, paint->frame->width, paint->frame->height }, scene->path, scene->scratch, scene->raster };

  if (scene->raster == NULL || paint->alone || !atlas_map_bands_paint (scene->bands, paint->cr, paint_band_cb, &sheet))
    paint_band_cb (&whole, &sheet);
}

/* The lines or areas of one item on a halo; a little bolder than the others when it is @selected. */
static void
paint_lit_area_or_line (const Paint *paint,
                        guint        position,
                        gboolean     areas,
                        gboolean     selected)
{
  AtlasMapScene *scene = paint->scene;
  AtlasMapLook   look = atlas_map_scene_get_look (scene, position);
  AtlasMapStyle  style = atlas_map_look_get_style (&look);
  AtlasMapBrush  brush;

  look.shown = TRUE;
  brush = make_brush (paint, scene->raster, &look, &style, FALSE);
  brush.turn = (double) scene->states[position].turn;
  if (selected)
    brush.scale *= style.line == ATLAS_MAP_LINE_BAND ? 1.15 : 1.3;

  atlas_map_path_empty (&scene->path);
  atlas_map_scene_add_path (scene, position, areas ? ATLAS_PART_RING : ATLAS_PART_LINE, &paint->frame->to_px, paint->frame->zoom, FALSE, &scene->path);
  if (selected && paint->inks->selected_edge.alpha > 0.0F)
    atlas_map_stroke_halo (paint->cr, &scene->path, &brush, areas, 4.5 + EDGE, paint->inks->selected_edge);
  atlas_map_stroke_halo (paint->cr, &scene->path, &brush, areas, selected ? 4.5 : 3.5, selected ? paint->inks->selected : paint->inks->hovered);
  if (areas)
    atlas_map_stroke_areas (paint->cr, &scene->path, &brush, &scene->scratch);
  else
    atlas_map_stroke_lines (paint->cr, &scene->path, &brush, &scene->scratch);
}

static void
paint_lit_paths (const Paint *paint,
                 AtlasItem   *item,
                 gboolean     selected)
{
  AtlasMapScene       *scene = paint->scene;
  guint                position = atlas_dataset_get_position (scene->dataset, item);
  const AtlasCoverage *coverage = atlas_item_get_coverage (item);

  if (position == G_MAXUINT || atlas_item_get_geometry (item) == NULL)
    return;

  if (selected && coverage != NULL)
    atlas_map_coverage_paint (paint->cr, coverage, atlas_geometry_get_anchor (atlas_item_get_geometry (item)), &paint->frame->to_px,
                              paint->inks, &scene->scratch);

  if (!atlas_box_overlaps (atlas_item_get_box (item), paint->view))
    return;
  if (scene->states[position].has_areas)
    paint_lit_area_or_line (paint, position, TRUE, selected);
  if (scene->states[position].has_lines)
    paint_lit_area_or_line (paint, position, FALSE, selected);
}

/* Under an overlay the basemap steps back. */
static void
calm_basemap (const Paint *paint)
{
  if (paint->scene->overlay == ATLAS_OVERLAY_NONE)
    return;

  atlas_palette_set_source (paint->cr, atlas_map_evidence_veil (paint->scene->palette), 1.0);
  cairo_rectangle (paint->cr, 0, 0, paint->frame->width, paint->frame->height);
  cairo_fill (paint->cr);
}

void
atlas_map_painter_paint (cairo_t             *cr,
                         AtlasMapScene       *scene,
                         const AtlasMapFrame *frame,
                         AtlasMapPaintFlags   flags)
{
  Paint      paint = { cr, scene, frame, NULL, ATLAS_BOX_EMPTY, 1, (flags & ATLAS_MAP_PAINT_NO_HINTS) == 0, (flags & ATLAS_MAP_PAINT_ALONE) != 0 };
  AtlasItem *lit[2] = { NULL, NULL };
  guint      n_lit = 0;

  g_return_if_fail (cr != NULL && scene != NULL && frame != NULL);

  if ((flags & ATLAS_MAP_PAINT_NO_STATE) == 0 && scene->hovered != NULL && scene->hovered != scene->selected)
    lit[n_lit++] = scene->hovered;
  if ((flags & ATLAS_MAP_PAINT_NO_STATE) == 0 && scene->selected != NULL)
    lit[n_lit++] = scene->selected;
  paint.inks = atlas_map_scene_get_inks (scene);
  paint.view = atlas_map_frame_get_box (frame, MARGIN);
  paint.scale = atlas_map_brush_scale (frame->zoom);
  scene->path.clip = (AtlasBox){ -MARGIN, -MARGIN, frame->width + MARGIN, frame->height + MARGIN };
  scene->scratch.clip = scene->path.clip;
  atlas_map_scene_cluster (scene, frame->zoom);

  cairo_save (cr);
  if ((flags & ATLAS_MAP_PAINT_ONLY_STATE) == 0)
    {
      calm_basemap (&paint);
      paint_sheet (&paint);
    }
  for (guint i = 0; i < n_lit; i++)
    paint_lit_paths (&paint, lit[i], lit[i] == scene->selected);
  if ((flags & ATLAS_MAP_PAINT_ONLY_STATE) == 0)
    atlas_map_points_paint (&paint);
  for (guint i = 0; i < n_lit; i++)
    atlas_map_points_paint_lit (&paint, lit[i], lit[i] == scene->selected);
  cairo_restore (cr);
}
