// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-legend-model.h"

#include "atlas-map-evidence.h"
#include "atlas-map-scene-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AtlasMapScene     *scene;
  AtlasSession      *session; /* (nullable) */
  const AtlasFilter *filter;  /* (nullable): the session's */
  AtlasFilter       *others;  /* (nullable): without what the legend chose */
  gboolean           is_choosing;
  AtlasBox           box;
  AtlasLegendRow     signs[ATLAS_N_KINDS][ATLAS_N_STATUSES][ATLAS_N_CARGOES];
  AtlasLegendRow     levels[ATLAS_N_EVIDENCE_LEVELS];
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
is_offered (Count       *count,
            AtlasItem   *item,
            AtlasStatus *status)
{
  guint position = 0;

  if (count->session != NULL)
    return atlas_session_get_offer (count->session, count->others, item, status);

  position = atlas_dataset_get_position (count->scene->dataset, item);

  return atlas_map_scene_get_visibility (count->scene, position, status) == ATLAS_VISIBILITY_SHOWN;
}

static gboolean
count_item (AtlasItem *item,
            gpointer   user_data)
{
  Count          *count = user_data;
  AtlasStatus     status = ATLAS_STATUS_NONE;
  AtlasLegendRow *row = NULL;

  if (!is_offered (count, item, &status) || !is_in_view (atlas_item_get_geometry (item), count->box))
    return TRUE;

  if (count->scene->overlay == ATLAS_OVERLAY_EVIDENCE)
    row = &count->levels[atlas_evidence_get_level (atlas_item_get_evidence (item))];
  else
    row = &count->signs[atlas_item_get_kind (item)][status][atlas_item_get_cargo (item)];
  row->count++;
  row->schematic |= atlas_item_is_schematic (item);

  return TRUE;
}

static void
append_row (GArray         *rows,
            Count          *count,
            AtlasLegendRow *row,
            gboolean        chosen)
{
  row->overlay = count->scene->overlay;
  row->chosen = chosen;
  row->put_away = count->is_choosing && !chosen;
  if (row->count > 0 || chosen)
    g_array_append_val (rows, *row);
}

static void
append_kind (GArray   *rows,
             Count    *count,
             AtlasKind kind)
{
  for (guint k = 1; k <= ATLAS_N_STATUSES; k++)
    for (guint cargo = 0; cargo < ATLAS_N_CARGOES; cargo++)
      {
        AtlasStatus     status = (AtlasStatus) (k % ATLAS_N_STATUSES); /* without a status: last */
        AtlasLegendRow *row = &count->signs[kind][status][cargo];

        row->kind = kind;
        row->status = status;
        row->cargo = (AtlasCargo) cargo;
        append_row (rows, count, row,
                    count->filter != NULL && atlas_filter_has_sign (count->filter, kind, status, (AtlasCargo) cargo));
      }
}

static void
append_signs (GArray *rows,
              Count  *count)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (count->scene->dataset);
  guint                done = 0;

  for (guint i = 0; manifest->kinds != NULL && i < manifest->kinds->len; i++)
    {
      const AtlasTerm *term = g_ptr_array_index (manifest->kinds, i);
      AtlasKind        kind;

      if (!atlas_kind_from_id (term->id, &kind) || (done & 1u << kind) != 0)
        continue;
      append_kind (rows, count, kind);
      done |= 1u << kind;
    }

  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++) /* what the manifest forgets */
    if ((done & 1u << kind) == 0)
      append_kind (rows, count, (AtlasKind) kind);
}

/* The strongest first, and what is disputed last. */
static void
append_levels (GArray *rows,
               Count  *count)
{
  static const AtlasEvidenceLevel order[] = {
    ATLAS_EVIDENCE_PRIMARY, ATLAS_EVIDENCE_SEVERAL, ATLAS_EVIDENCE_ONE, ATLAS_EVIDENCE_NONE, ATLAS_EVIDENCE_DISPUTED
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (order) == ATLAS_N_EVIDENCE_LEVELS);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      AtlasLegendRow *row = &count->levels[order[i]];

      row->evidence = order[i];
      append_row (rows, count, row, count->filter != NULL && atlas_filter_has_evidence (count->filter, order[i]));
    }
}

GArray *
atlas_legend_model_rows (AtlasMapScene *scene,
                         AtlasSession  *session,
                         AtlasBox       box)
{
  GArray           *rows = g_array_new (FALSE, TRUE, sizeof (AtlasLegendRow));
  g_autofree Count *count = g_new0 (Count, 1);
  g_autoptr (AtlasFilter) others = NULL;
  gboolean by_evidence = FALSE;

  g_return_val_if_fail (scene != NULL, rows);
  g_return_val_if_fail (session == NULL || atlas_session_get_dataset (session) == scene->dataset, rows);

  by_evidence = scene->overlay == ATLAS_OVERLAY_EVIDENCE;
  count->scene = scene;
  count->session = session;
  count->box = box;
  if (session != NULL)
    {
      count->filter = atlas_session_get_filter (session);
      others = by_evidence ? atlas_filter_without_evidence (count->filter) : atlas_filter_without_signs (count->filter);
      count->others = others;
      count->is_choosing = !atlas_filter_equal (count->filter, others);
    }

  atlas_dataset_foreach_in_box (scene->dataset, box, count_item, count);
  if (by_evidence)
    append_levels (rows, count);
  else
    append_signs (rows, count);

  return rows;
}

char *
atlas_legend_row_to_words (const AtlasLegendRow *row)
{
  g_return_val_if_fail (row != NULL, NULL);

  if (row->overlay == ATLAS_OVERLAY_EVIDENCE)
    return g_strdup (atlas_evidence_level_get_name (row->evidence));

  return atlas_sign_to_words (row->kind, row->status, row->cargo);
}

char *
atlas_legend_row_to_name (const AtlasLegendRow *row)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  words = atlas_legend_row_to_words (row);

  /* Translators: a row of the map's legend and how many items of it are in view: "Pipeline, operating, 7 in view" */
  return g_strdup_printf (ngettext ("%s, %u in view", "%s, %u in view", row->count), words, row->count);
}

gboolean
atlas_legend_row_is_same (const AtlasLegendRow *a,
                          const AtlasLegendRow *b)
{
  return a->overlay == b->overlay && a->kind == b->kind && a->status == b->status && a->cargo == b->cargo && a->evidence == b->evidence;
}

AtlasFilter *
atlas_legend_row_toggle (const AtlasLegendRow *row,
                         const AtlasFilter    *filter)
{
  g_return_val_if_fail (row != NULL && filter != NULL, NULL);

  if (row->overlay == ATLAS_OVERLAY_EVIDENCE)
    return atlas_filter_toggle_evidence (filter, row->evidence);

  return atlas_filter_toggle_sign (filter, row->kind, row->status, row->cargo);
}

void
atlas_legend_row_paint (const AtlasLegendRow *row,
                        cairo_t              *cr,
                        AtlasPaletteId        palette,
                        double                width,
                        double                height)
{
  g_return_if_fail (row != NULL && cr != NULL);

  if (row->overlay == ATLAS_OVERLAY_EVIDENCE)
    atlas_map_evidence_paint_sample (cr, row->evidence, palette, width, height);
  else
    atlas_map_style_paint_sample (cr, row->kind, row->status, atlas_map_variant_of (row->cargo), row->schematic, palette, width, height);
}
