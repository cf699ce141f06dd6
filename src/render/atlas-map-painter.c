// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-painter.h"

#include "atlas-map-coverage.h"
#include "atlas-map-painter-private.h"
#include "atlas-map-scene-private.h"
#include "atlas-map-stroke.h"
#include "atlas-mercator.h"

#include <math.h>

#define MARGIN 24.0 /* px outside the view that may reach into it */
#define CORNER 9.0  /* px by which corners of schematic courses are rounded */
#define HINT_ALPHA 0.34
#define CROWDED 1200 /* lines or areas in view from which only their ink is drawn */
#define BADGE_ALPHA 0.95
#define BADGE_RADIUS 6.2 /* px */

/* What one paint needs everywhere. */
typedef struct
{
  cairo_t             *cr;
  AtlasMapScene       *scene;
  const AtlasMapFrame *frame;
  const AtlasMapInks  *inks;
  AtlasBox             view; /* unit Mercator */
  double               scale;
  gboolean             hints;
} Paint;

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

AtlasBox
atlas_map_frame_get_box (const AtlasMapFrame *frame,
                         double               margin)
{
  cairo_matrix_t inverse;
  AtlasBox       box = ATLAS_BOX_EMPTY;

  g_return_val_if_fail (frame != NULL, box);

  inverse = frame->to_px;
  if (cairo_matrix_invert (&inverse) != CAIRO_STATUS_SUCCESS)
    return box;

  for (int corner = 0; corner < 4; corner++)
    {
      double x = corner & 1 ? frame->width + margin : -margin;
      double y = corner & 2 ? frame->height + margin : -margin;

      cairo_matrix_transform_point (&inverse, &x, &y);
      box = atlas_box_add_point (box, (AtlasPoint){ x, y });
    }

  return box;
}

AtlasPoint
atlas_map_frame_to_px (const AtlasMapFrame *frame,
                       AtlasPoint           unit)
{
  cairo_matrix_transform_point (&frame->to_px, &unit.x, &unit.y);

  return unit;
}

double
atlas_map_symbol_radius (double zoom)
{
  return 5.6 * CLAMP (0.82 + 0.09 * (zoom - 4.0), 0.72, 1.3);
}

static AtlasMapBrush
make_brush (const Paint         *paint,
            const AtlasMapStyle *style,
            gboolean             shown,
            gboolean             schematic,
            gboolean             plain)
{
  AtlasMapBrush brush = { style, paint->inks, paint->scale, shown ? 1.0 : HINT_ALPHA, schematic, plain || !shown, 0, paint->frame->to_px,
                          paint->scene->raster };

  if (!shown)
    brush.scale *= 0.75;

  return brush;
}

/* Areas of one kind often lie on one another: each third is hatched alike. */
static double
hatch_turn (guint position)
{
  return 17.0 * ((int) (position % 3) - 1);
}

static guint
count_in_view (const GArray *entries,
               AtlasBox      view)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += atlas_box_overlaps (g_array_index (entries, AtlasMapEntry, i).box, view) ? 1 : 0;

  return n;
}

/* Draws runs of entries with one key together: their strokes unite, so crossings of one kind stay even, and cairo is asked once. */
static void
paint_entries (const Paint  *paint,
               const GArray *entries,
               gboolean      areas)
{
  AtlasMapPath *path = &paint->scene->path;
  gboolean      crowded = count_in_view (entries, paint->view) > CROWDED;

  atlas_map_path_empty (path);
  for (guint i = 0; i < entries->len; i++)
    {
      const AtlasMapEntry *entry = &g_array_index (entries, AtlasMapEntry, i);
      gboolean             is_last = i + 1 == entries->len || entry[1].key != entry->key;
      gboolean             shown, schematic;
      AtlasKind            kind;
      AtlasStatus          status;

      atlas_map_entry_key_read (entry->key, &shown, &kind, &status, &schematic);
      if ((shown || paint->hints) && atlas_box_overlaps (entry->box, paint->view))
        atlas_map_path_add (path, entry->geometry, areas ? ATLAS_PART_RING : ATLAS_PART_LINE, &paint->frame->to_px,
                            paint->frame->zoom, schematic && !areas && !crowded ? CORNER : 0);

      /* A hatch tells overlapping areas apart only when each has its own. */
      if (path->ends->len > 0 && (is_last || (areas && !crowded)))
        {
          AtlasMapStyle style = atlas_map_style_get (kind, status, ATLAS_MAP_VARIANT_NONE);
          AtlasMapBrush brush = make_brush (paint, &style, shown, schematic, crowded);

          brush.turn = areas && !crowded ? hatch_turn (entry->position) : 0;
          (areas ? atlas_map_stroke_areas : atlas_map_stroke_lines) (paint->cr, path, &brush, &paint->scene->scratch);
          atlas_map_path_empty (path);
        }
    }
}

/* A count, drawn round 0, 0. */
typedef struct
{
  const AtlasMapInks *inks;
  PangoLayout        *layout;
  double              half;  /* of its width */
  int                 width; /* of the digits */
  int                 height;
} Badge;

static void
draw_badge (cairo_t *cr,
            gpointer user_data)
{
  const Badge *badge = user_data;

  cairo_new_path (cr);
  cairo_arc (cr, BADGE_RADIUS - badge->half, 0, BADGE_RADIUS, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (cr, badge->half - BADGE_RADIUS, 0, BADGE_RADIUS, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
  atlas_palette_set_source (cr, badge->inks->paper, BADGE_ALPHA);
  cairo_fill_preserve (cr);
  atlas_palette_set_source (cr, badge->inks->text, 0.75);
  cairo_set_line_width (cr, 0.9);
  cairo_stroke (cr);

  cairo_move_to (cr, -badge->width / 2.0, -badge->height / 2.0);
  atlas_palette_set_source (cr, badge->inks->text, 1.0);
  pango_cairo_show_layout (cr, badge->layout);
}

static void
paint_badge (const Paint *paint,
             AtlasPoint   place,
             double       radius,
             guint        count)
{
  Badge    badge = { paint->inks, atlas_map_scene_get_badge (paint->scene, count) };
  AtlasBox extents;

  pango_layout_get_pixel_size (badge.layout, &badge.width, &badge.height);
  badge.half = MAX (badge.width / 2.0 + 2.5, BADGE_RADIUS);
  extents = (AtlasBox){ -badge.half - 1, -BADGE_RADIUS - 2, badge.half + 1, BADGE_RADIUS + 2 };
  atlas_map_sprites_paint (paint->scene->sprites, paint->cr, ATLAS_MAP_SPRITE_BADGE, MIN (count, 100), extents,
                           place.x + radius * 0.95, place.y - radius * 0.95, draw_badge, &badge);
}

/* A symbol, drawn round 0, 0. */
typedef struct
{
  const AtlasMapInks *inks;
  AtlasMapStyle       style;
  double              radius;
  double              alpha;
} Symbol;

static void
draw_symbol (cairo_t *cr,
             gpointer user_data)
{
  const Symbol *symbol = user_data;

  atlas_symbol_paint (cr, symbol->style.symbol, symbol->style.fill, 0, 0, symbol->radius, symbol->inks->roles[symbol->style.role],
                      symbol->inks->paper.rgb, symbol->alpha);
}

static void
paint_symbol (const Paint *paint,
              guint        position,
              AtlasPoint   place,
              double       radius,
              double       alpha)
{
  double  quarters = round (radius * 4); /* so that a zoom draws few pictures */
  Symbol  symbol = { paint->inks, atlas_map_scene_get_style (paint->scene, position), quarters / 4, alpha };
  double  reach = symbol.radius * 1.25 + 3;
  guint64 number = (guint64) quarters << 32 | (guint64) (alpha * 255) << 24 | (guint64) symbol.style.role << 16 |
                   (guint64) symbol.style.symbol << 8 | (guint64) symbol.style.fill;

  atlas_map_sprites_paint (paint->scene->sprites, paint->cr, ATLAS_MAP_SPRITE_SYMBOL, number, (AtlasBox){ -reach, -reach, reach, reach },
                           place.x, place.y, draw_symbol, &symbol);
}

static void
paint_points (const Paint *paint)
{
  AtlasMapScene *scene = paint->scene;
  double         radius = atlas_map_symbol_radius (paint->frame->zoom);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < scene->clusters->len; i++)
      {
        const AtlasMapCluster *cluster = &g_array_index (scene->clusters, AtlasMapCluster, i);
        guint                  position = g_array_index (scene->members, AtlasMapPoint, cluster->first).position;
        AtlasPoint             place;

        if ((cluster->n_shown > 0) != (pass == 1) || (pass == 0 && !paint->hints) || !atlas_box_contains (paint->view, cluster->place))
          continue;
        place = atlas_map_frame_to_px (paint->frame, cluster->place);
        if (pass == 0)
          paint_symbol (paint, position, place, 0.72 * radius, HINT_ALPHA);
        else
          paint_symbol (paint, position, place, radius, 1.0);
        if (cluster->n_shown > 1)
          paint_badge (paint, place, radius, cluster->n_shown);
      }
}

/* The lines or areas of one item on a halo; a little bolder than the others when it is @selected. */
static void
paint_lit_area_or_line (const Paint *paint,
                        guint        position,
                        gboolean     areas,
                        gboolean     selected)
{
  AtlasMapScene *scene = paint->scene;
  AtlasItem     *item = atlas_dataset_get_item (scene->dataset, position);
  AtlasMapStyle  style = atlas_map_scene_get_style (scene, position);
  gboolean       schematic = atlas_item_is_schematic (item);
  AtlasMapBrush  brush = make_brush (paint, &style, TRUE, schematic && areas, FALSE); /* the halo would shine through the casing */

  brush.turn = hatch_turn (position);
  if (selected)
    brush.scale *= style.line == ATLAS_MAP_LINE_BAND ? 1.15 : 1.3;

  atlas_map_path_empty (&scene->path);
  atlas_map_path_add (&scene->path, atlas_item_get_geometry (item), areas ? ATLAS_PART_RING : ATLAS_PART_LINE,
                      &paint->frame->to_px, paint->frame->zoom, schematic && !areas ? CORNER : 0);
  atlas_map_stroke_halo (paint->cr, &scene->path, &brush, areas, selected ? 4.5 : 3.5, selected ? paint->inks->selected : paint->inks->hovered);
  if (areas)
    atlas_map_stroke_areas (paint->cr, &scene->path, &brush, &scene->scratch);
  else
    atlas_map_stroke_lines (paint->cr, &scene->path, &brush, &scene->scratch);
}

static void
paint_lit_points (const Paint *paint,
                  AtlasItem   *item,
                  gboolean     selected)
{
  guint             position = atlas_dataset_get_position (paint->scene->dataset, item);
  AtlasGeometry    *geometry = atlas_item_get_geometry (item);
  const AtlasPoint *points;
  double            radius = atlas_map_symbol_radius (paint->frame->zoom) * (selected ? 1.2 : 1.05);

  if (position == G_MAXUINT || geometry == NULL)
    return;

  points = atlas_geometry_get_points (geometry);
  for (guint i = 0; i < atlas_geometry_get_n_parts (geometry); i++)
    {
      const AtlasPart *part = atlas_geometry_get_part (geometry, i);

      for (guint k = part->begin; part->kind == ATLAS_PART_POINT && k < part->end; k++)
        {
          AtlasPoint place = atlas_map_frame_to_px (paint->frame, points[k]);

          if (!atlas_box_contains (paint->view, points[k]))
            continue;
          cairo_new_path (paint->cr);
          cairo_arc (paint->cr, place.x, place.y, radius + 5.5, 0, 2 * G_PI);
          atlas_palette_set_source (paint->cr, selected ? paint->inks->selected : paint->inks->hovered, 1.0);
          cairo_fill_preserve (paint->cr);
          atlas_palette_set_source (paint->cr, paint->inks->text, selected ? 0.8 : 0.45);
          cairo_set_line_width (paint->cr, selected ? 1.4 : 0.9);
          cairo_stroke (paint->cr);
          paint_symbol (paint, position, place, radius, 1.0);
        }
    }
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
                              paint->inks->roles[ATLAS_MAP_ROLE_SITE], &scene->scratch);

  if (!atlas_box_overlaps (atlas_item_get_box (item), paint->view))
    return;
  if (scene->states[position].has_areas)
    paint_lit_area_or_line (paint, position, TRUE, selected);
  if (scene->states[position].has_lines)
    paint_lit_area_or_line (paint, position, FALSE, selected);
}

void
atlas_map_painter_paint (cairo_t             *cr,
                         AtlasMapScene       *scene,
                         const AtlasMapFrame *frame,
                         AtlasMapPaintFlags   flags)
{
  Paint      paint = { cr, scene, frame, NULL, ATLAS_BOX_EMPTY, 1, (flags & ATLAS_MAP_PAINT_NO_HINTS) == 0 };

  AtlasItem *lit[2] = { NULL, NULL };
  guint      n_lit = 0;

  g_return_if_fail (cr != NULL && scene != NULL && frame != NULL);

  if ((flags & ATLAS_MAP_PAINT_NO_STATE) == 0 && scene->hovered != NULL && scene->hovered != scene->selected)
    lit[n_lit++] = scene->hovered;
  if ((flags & ATLAS_MAP_PAINT_NO_STATE) == 0 && scene->selected != NULL)
    lit[n_lit++] = scene->selected;
  paint.inks = atlas_map_inks_get (scene->palette);
  paint.view = atlas_map_frame_get_box (frame, MARGIN);
  paint.scale = atlas_map_brush_scale (frame->zoom);
  scene->path.clip = (AtlasBox){ -MARGIN, -MARGIN, frame->width + MARGIN, frame->height + MARGIN };
  scene->scratch.clip = scene->path.clip;
  atlas_map_scene_cluster (scene, frame->zoom);

  cairo_save (cr);
  if ((flags & ATLAS_MAP_PAINT_ONLY_STATE) == 0)
    {
      paint_entries (&paint, scene->areas, TRUE);
      paint_entries (&paint, scene->lines, FALSE);
    }
  for (guint i = 0; i < n_lit; i++)
    paint_lit_paths (&paint, lit[i], lit[i] == scene->selected);
  if ((flags & ATLAS_MAP_PAINT_ONLY_STATE) == 0)
    paint_points (&paint);
  for (guint i = 0; i < n_lit; i++)
    paint_lit_points (&paint, lit[i], lit[i] == scene->selected);
  cairo_restore (cr);
}
