// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-legend-model.h"

#include "atlas-map-scene-private.h"

typedef struct
{
  AtlasMapScene *scene;
  AtlasBox       box;
  AtlasLegendRow rows[ATLAS_N_KINDS][ATLAS_N_STATUSES];
} Count;

/* A box overlaps where its item may not: lines that pass by a corner. Their points decide, and for areas and long sides the box. */
static gboolean
is_in_view (AtlasGeometry *geometry,
            AtlasBox       box)
{
  const AtlasPoint *points = atlas_geometry_get_points (geometry);

  for (guint i = 0; i < atlas_geometry_get_n_parts (geometry); i++)
    {
      const AtlasPart *part = atlas_geometry_get_part (geometry, i);

      if (part->kind == ATLAS_PART_RING)
        return TRUE;

      for (guint k = part->begin; k < part->end; k++)
        {
          guint    next = part->kind == ATLAS_PART_LINE && k + 1 < part->end ? k + 1 : k;
          AtlasBox side = atlas_box_add_point (atlas_box_add_point (ATLAS_BOX_EMPTY, points[k]), points[next]);

          if (atlas_box_overlaps (side, box))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
count_item (AtlasItem *item,
            gpointer   user_data)
{
  Count          *count = user_data;
  AtlasStatus     status = ATLAS_STATUS_NONE;
  AtlasVisibility visibility = atlas_map_scene_get_visibility (count->scene, atlas_dataset_get_position (count->scene->dataset, item), &status);
  AtlasLegendRow *row = &count->rows[atlas_item_get_kind (item)][status];

  if (visibility == ATLAS_VISIBILITY_SHOWN && is_in_view (atlas_item_get_geometry (item), count->box))
    {
      row->count++;
      row->schematic |= atlas_item_is_schematic (item);
    }

  return TRUE;
}

static void
append_kind (GArray         *rows,
             AtlasLegendRow *of_kind,
             AtlasKind       kind)
{
  for (guint k = 1; k <= ATLAS_N_STATUSES; k++)
    {
      AtlasStatus     status = (AtlasStatus) (k % ATLAS_N_STATUSES); /* without a status: last */
      AtlasLegendRow *row = &of_kind[status];

      row->kind = kind;
      row->status = status;
      if (row->count > 0)
        g_array_append_val (rows, *row);
      row->count = 0;
    }
}

GArray *
atlas_legend_model_rows (AtlasMapScene *scene,
                         AtlasBox       box)
{
  GArray              *rows = g_array_new (FALSE, TRUE, sizeof (AtlasLegendRow));
  g_autofree Count    *count = g_new0 (Count, 1);
  const AtlasManifest *manifest;

  g_return_val_if_fail (scene != NULL, rows);

  count->scene = scene;
  count->box = box;
  atlas_dataset_foreach_in_box (scene->dataset, box, count_item, count);

  manifest = atlas_dataset_get_manifest (scene->dataset);
  for (guint i = 0; manifest->kinds != NULL && i < manifest->kinds->len; i++)
    {
      const AtlasTerm *term = g_ptr_array_index (manifest->kinds, i);
      AtlasKind        kind;

      if (atlas_kind_from_id (term->id, &kind))
        append_kind (rows, count->rows[kind], kind);
    }
  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++) /* what the manifest forgets */
    append_kind (rows, count->rows[kind], (AtlasKind) kind);

  return rows;
}

char *
atlas_legend_row_to_words (const AtlasLegendRow *row)
{
  g_return_val_if_fail (row != NULL, NULL);

  return atlas_kind_sign_to_words (row->kind, row->status);
}
