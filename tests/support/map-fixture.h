// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-painter.h"
#include "atlas-mercator.h"
#include "sample-atlas.h"

/* Made-up items that are written in px of a view of MAP_WIDTH × MAP_HEIGHT at MAP_ZOOM, and a scene of them. */

#define MAP_WIDTH  400
#define MAP_HEIGHT 300
#define MAP_ZOOM   6.0

typedef struct
{
  const char       *id;
  AtlasKind         kind;
  AtlasGeometryType type;
  double            x[6], y[6]; /* px; ended by 0, 0 */
  AtlasVisibility   visibility;
  AtlasStatus       status;
} MapItem;

static inline AtlasMapFrame
map_frame (double zoom)
{
  return atlas_map_frame_from_camera ((AtlasCamera){ zoom, 40.0, 47.0 }, MAP_WIDTH, MAP_HEIGHT);
}

static inline AtlasItem *
map_item_new (const MapItem *item)
{
  AtlasMapFrame  frame = map_frame (MAP_ZOOM);
  cairo_matrix_t inverse = frame.to_px;
  g_autoptr (GString) positions = g_string_new (NULL);
  SampleItem sample = { item->id, item->id, item->kind, "economic", "", "1991/..", "", item->type, NULL, NULL, 0 };

  g_assert_cmpint (cairo_matrix_invert (&inverse), ==, CAIRO_STATUS_SUCCESS);
  for (guint i = 0; i < G_N_ELEMENTS (item->x) && (item->x[i] != 0 || item->y[i] != 0); i++)
    {
      AtlasPoint point = { item->x[i], item->y[i] };
      char       lon[G_ASCII_DTOSTR_BUF_SIZE], lat[G_ASCII_DTOSTR_BUF_SIZE];

      cairo_matrix_transform_point (&inverse, &point.x, &point.y);
      point = atlas_mercator_unproject (point);
      g_string_append_printf (positions, "%s%s %s", i > 0 ? ", " : "", g_ascii_dtostr (lon, sizeof lon, point.x),
                              g_ascii_dtostr (lat, sizeof lat, point.y));
    }
  sample.positions = positions->str;

  return sample_item_new (&sample);
}

static inline AtlasDataset *
map_dataset_new (const MapItem *items,
                 guint          n_items)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (array, map_item_new (&items[i]));

  return atlas_dataset_new_take (sample_manifest_new ("map"), array, sample_report_new (), sample_bibliography_new (), NULL);
}

static inline AtlasVisibility
map_visibility (AtlasItem   *item,
                AtlasStatus *status,
                gpointer     user_data)
{
  const MapItem *items = user_data;

  while (g_strcmp0 (items->id, atlas_item_get_id (item)) != 0)
    items++;
  *status = items->status;

  return items->visibility;
}

static inline AtlasMapScene *
map_scene_new (const MapItem *items,
               guint          n_items)
{
  g_autoptr (AtlasDataset) dataset = map_dataset_new (items, n_items);
  AtlasMapScene *scene = atlas_map_scene_new (dataset);

  atlas_map_scene_set_visibility (scene, map_visibility, (gpointer) items);

  return scene;
}

static inline AtlasItem *
map_scene_lookup (AtlasMapScene *scene,
                  const char    *id)
{
  return atlas_dataset_lookup (atlas_map_scene_get_dataset (scene), id);
}

static inline cairo_surface_t *
map_paint (AtlasMapScene       *scene,
           const AtlasMapFrame *frame,
           AtlasMapPaintFlags   flags)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) frame->width, (int) frame->height);
  cairo_t         *cr = cairo_create (surface);

  atlas_map_painter_paint (cr, scene, frame, flags);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);

  return surface;
}
