// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-painter-private.h"
#include "atlas-text-sink.h"

#include <math.h>

#define BADGE_ALPHA 0.95
#define BADGE_RADIUS 5.8 /* px */
#define FULL_ZOOM 8.0    /* from which all symbols are about as large */
#define FULL_FACTOR 0.95

/* How much smaller symbols are far away, by the weight of what they stand for. */
static const double far_factors[] = { 0.76, 0.9, 1.06 };

G_STATIC_ASSERT (G_N_ELEMENTS (far_factors) == ATLAS_MAP_MAX_WEIGHT + 1);

double
atlas_map_symbol_radius (double zoom)
{
  return 5.6 * CLAMP (0.82 + 0.09 * (zoom - 4.0), 0.72, 1.3);
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
  atlas_text_show (cr, badge->layout);
}

static void
paint_badge (const AtlasMapPaint *paint,
             AtlasPoint           place,
             double               radius,
             guint                count)
{
  Badge    badge = { paint->inks, atlas_map_scene_get_badge (paint->scene, count) };
  AtlasBox extents;

  pango_layout_get_pixel_size (badge.layout, &badge.width, &badge.height);
  badge.half = MAX (badge.width / 2.0 + 2.5, BADGE_RADIUS);
  extents = (AtlasBox){ -badge.half - 1, -BADGE_RADIUS - 2, badge.half + 1, BADGE_RADIUS + 2 };
  atlas_map_sprites_paint (paint->scene->sprites, paint->cr, ATLAS_MAP_SPRITE_BADGE, MIN (count, 100), extents,
                           place.x + radius + 0.45 * BADGE_RADIUS, place.y - radius - 0.2 * BADGE_RADIUS, draw_badge, &badge);
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

double
atlas_map_symbol_radius_of (AtlasMapScene *scene,
                            guint          position,
                            double         zoom)
{
  double near = CLAMP ((zoom - 4.0) / (FULL_ZOOM - 4.0), 0, 1);
  double far_factor = far_factors[scene->states[position].weight];

  return atlas_map_symbol_radius (zoom) * (far_factor + (MAX (far_factor, FULL_FACTOR) - far_factor) * near);
}

static void
paint_symbol (const AtlasMapPaint *paint,
              guint                position,
              AtlasPoint           place,
              double               radius,
              double               alpha)
{
  double  quarters = round (radius * 4); /* so that a zoom draws few pictures */
  Symbol  symbol = { paint->inks, atlas_map_scene_get_style (paint->scene, position), quarters / 4, alpha };
  double  reach = symbol.radius * 1.25 + 3;
  guint64 number = (guint64) quarters << 32 | (guint64) (alpha * 255) << 24 | (guint64) symbol.style.role << 16 |
                   (guint64) symbol.style.symbol << 8 | (guint64) symbol.style.fill;

  atlas_map_sprites_paint (paint->scene->sprites, paint->cr, ATLAS_MAP_SPRITE_SYMBOL, number, (AtlasBox){ -reach, -reach, reach, reach },
                           place.x, place.y, draw_symbol, &symbol);
}

/* What only hints lies below all that is shown, and counts above all symbols. */
typedef enum
{
  PASS_HINTS,
  PASS_SYMBOLS,
  PASS_COUNTS,
  N_PASSES
} Pass;

static gboolean
is_in_pass (const AtlasMapPaint   *paint,
            const AtlasMapCluster *cluster,
            Pass                   pass)
{
  if (pass == PASS_HINTS)
    return paint->hints && cluster->n_shown == 0;

  return cluster->n_shown > (pass == PASS_COUNTS ? 1 : 0);
}

void
atlas_map_points_paint (const AtlasMapPaint *paint)
{
  AtlasMapScene *scene = paint->scene;

  for (Pass pass = PASS_HINTS; pass < N_PASSES; pass++)
    for (guint i = 0; i < scene->clusters->len; i++)
      {
        const AtlasMapCluster *cluster = &g_array_index (scene->clusters, AtlasMapCluster, i);
        guint                  position = g_array_index (scene->members, AtlasMapPoint, cluster->first).position;
        double                 radius;
        AtlasPoint             place;

        if (!is_in_pass (paint, cluster, pass) || !atlas_box_contains (paint->view, cluster->place))
          continue;
        place = atlas_map_frame_to_px (paint->frame, cluster->place);
        radius = atlas_map_symbol_radius_of (scene, position, paint->frame->zoom);
        if (pass == PASS_HINTS)
          paint_symbol (paint, position, place, 0.72 * radius, ATLAS_MAP_HINT_ALPHA);
        else if (pass == PASS_SYMBOLS)
          paint_symbol (paint, position, place, radius, 1.0);
        else
          paint_badge (paint, place, radius, cluster->n_shown);
      }
}

void
atlas_map_points_paint_lit (const AtlasMapPaint *paint,
                            AtlasItem           *item,
                            gboolean             selected)
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
