// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-scene-private.h"

#include "atlas-map-evidence.h"
#include "atlas-map-symbol.h"

#include <math.h>

#define MANY_ENTRIES 500 /* of one array, from which their order is by place */

#define BADGE_FONT "Lato, Noto Sans, sans-serif"
#define BADGE_SIZE 9.5 /* px */

static void
look_at_parts (AtlasMapItemState *state,
               AtlasGeometry     *geometry)
{
  for (guint i = 0; i < atlas_geometry_get_n_parts (geometry); i++)
    {
      AtlasPartKind kind = atlas_geometry_get_part (geometry, i)->kind;

      state->has_points |= kind == ATLAS_PART_POINT;
      state->has_lines |= kind == ATLAS_PART_LINE;
      state->has_areas |= kind == ATLAS_PART_RING;
    }
}

static void
look_at_items (AtlasMapScene *self)
{
  for (guint i = 0; i < atlas_dataset_get_n_items (self->dataset); i++)
    {
      AtlasItem         *item = atlas_dataset_get_item (self->dataset, i);
      AtlasMapItemState *state = &self->states[i];
      GPtrArray         *passages = atlas_report_get_mentioning (atlas_dataset_get_report (self->dataset), atlas_item_get_id (item));

      state->visibility = ATLAS_VISIBILITY_SHOWN;
      state->area = ATLAS_MAP_MAX_OVERLAPS;
      state->evidence = (guint8) atlas_evidence_get_level (atlas_item_get_evidence (item));
      state->symbol = (guint8) atlas_map_symbol_get (item);
      state->weight = (guint8) MIN (passages->len, ATLAS_MAP_MAX_WEIGHT);
      if (atlas_item_get_geometry (item) != NULL)
        look_at_parts (state, atlas_item_get_geometry (item));
    }
}

AtlasMapScene *
atlas_map_scene_new (AtlasDataset *dataset)
{
  AtlasMapScene *self = g_new0 (AtlasMapScene, 1);

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  self->dataset = g_object_ref (dataset);
  self->states = g_new0 (AtlasMapItemState, MAX (atlas_dataset_get_n_items (dataset), 1));
  self->areas = g_array_new (FALSE, FALSE, sizeof (AtlasMapEntry));
  self->lines = g_array_new (FALSE, FALSE, sizeof (AtlasMapEntry));
  self->points = g_array_new (FALSE, FALSE, sizeof (AtlasMapPoint));
  self->members = g_array_new (FALSE, FALSE, sizeof (AtlasMapPoint));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (AtlasMapCluster));
  self->names = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) atlas_map_name_free);
  self->fonts = atlas_label_fonts_new ();
  self->text_scale = 1.0;
  self->badges = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->sprites = atlas_map_sprites_new ();
  self->bands = atlas_map_bands_new ();
  atlas_map_path_init (&self->path);
  atlas_map_path_init (&self->scratch);
  self->stale = TRUE;

  look_at_items (self);
  atlas_map_scene_find_overlaps (self);
  self->courses = atlas_map_courses_new (dataset);

  return self;
}

void
atlas_map_scene_free (AtlasMapScene *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->dataset);
  g_clear_object (&self->selected);
  g_clear_object (&self->hovered);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->states, g_free);
  g_clear_pointer (&self->areas, g_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->members, g_array_unref);
  g_clear_pointer (&self->clusters, g_array_unref);
  g_clear_pointer (&self->areas_index, atlas_spatial_index_free);
  g_clear_pointer (&self->lines_index, atlas_spatial_index_free);
  g_clear_pointer (&self->shared_lines, g_array_unref);
  g_clear_pointer (&self->clusters_index, atlas_spatial_index_free);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->ink, atlas_collision_free);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->badges, g_hash_table_unref);
  g_clear_pointer (&self->fonts, atlas_label_fonts_free);
  g_clear_object (&self->pango);
  g_clear_pointer (&self->sprites, atlas_map_sprites_free);
  g_clear_pointer (&self->courses, atlas_map_courses_free);
  g_clear_pointer (&self->raster, atlas_map_raster_free);
  g_clear_pointer (&self->bands, atlas_map_bands_free);
  atlas_map_path_destroy (&self->path);
  atlas_map_path_destroy (&self->scratch);
  g_free (self);
}

AtlasDataset *
atlas_map_scene_get_dataset (AtlasMapScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->dataset;
}

gboolean
atlas_map_scene_set_visibility (AtlasMapScene         *self,
                                AtlasMapVisibilityFunc func,
                                gpointer               user_data)
{
  gboolean changed = FALSE;

  g_return_val_if_fail (self != NULL && func != NULL, FALSE);

  for (guint i = 0; i < atlas_dataset_get_n_items (self->dataset); i++)
    {
      AtlasStatus     status = ATLAS_STATUS_NONE;
      AtlasVisibility visibility = func (atlas_dataset_get_item (self->dataset, i), &status, user_data);

      changed |= self->states[i].visibility != (guint8) visibility || self->states[i].status != (guint8) status;
      self->states[i].visibility = (guint8) visibility;
      self->states[i].status = (guint8) status;
    }
  self->stale |= changed;
  self->serial += changed ? 1 : 0;

  return changed;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const AtlasMapEntry *x = a;
  const AtlasMapEntry *y = b;

  return x->key != y->key ? (x->key > y->key) - (x->key < y->key) : (x->position > y->position) - (x->position < y->position);
}

/* Where there are many, those of a key are drawn together: from north to south they stay in the processor's cache. */
static int
compare_entries_by_place (gconstpointer a,
                          gconstpointer b)
{
  const AtlasMapEntry *x = a;
  const AtlasMapEntry *y = b;

  if (x->key != y->key || x->box.y0 == y->box.y0)
    return compare_entries (a, b);

  return x->box.y0 < y->box.y0 ? -1 : 1;
}

static void
sort_entries (GArray *entries)
{
  g_array_sort (entries, entries->len > MANY_ENTRIES ? compare_entries_by_place : compare_entries);
}

/* What is shown first, then by kind, then what the report makes more of, then by time. */
static int
compare_points (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const AtlasMapPoint *x = a;
  const AtlasMapPoint *y = b;
  AtlasMapScene       *self = user_data;
  int                  kind_x = atlas_map_look_get_layer (atlas_item_get_kind (atlas_dataset_get_item (self->dataset, x->position)));
  int                  kind_y = atlas_map_look_get_layer (atlas_item_get_kind (atlas_dataset_get_item (self->dataset, y->position)));

  if (x->shown != y->shown)
    return y->shown - x->shown;
  if (kind_x != kind_y)
    return kind_y - kind_x;
  if (self->states[x->position].weight != self->states[y->position].weight)
    return self->states[y->position].weight - self->states[x->position].weight;

  return (x->position > y->position) - (x->position < y->position);
}

static void
add_points (AtlasMapScene *self,
            AtlasGeometry *geometry,
            guint          position)
{
  const AtlasPoint *points = atlas_geometry_get_points (geometry);

  for (guint i = 0; i < atlas_geometry_get_n_parts (geometry); i++)
    {
      const AtlasPart *part = atlas_geometry_get_part (geometry, i);

      for (guint k = part->begin; part->kind == ATLAS_PART_POINT && k < part->end; k++)
        {
          AtlasMapPoint point = { position, points[k], self->states[position].visibility == ATLAS_VISIBILITY_SHOWN };

          g_array_append_val (self->points, point);
        }
    }
}

void
atlas_map_scene_prepare (AtlasMapScene *self)
{
  if (!self->stale)
    return;

  g_array_set_size (self->areas, 0);
  g_array_set_size (self->lines, 0);
  g_array_set_size (self->points, 0);
  for (guint i = 0; i < atlas_dataset_get_n_items (self->dataset); i++)
    {
      AtlasItem         *item = atlas_dataset_get_item (self->dataset, i);
      AtlasMapItemState *state = &self->states[i];
      AtlasMapLook       look;
      AtlasMapEntry      entry = { .position = i, .geometry = atlas_item_get_geometry (item) };

      if (state->visibility == ATLAS_VISIBILITY_HIDDEN || entry.geometry == NULL)
        continue;
      entry.box = atlas_geometry_get_box (entry.geometry);
      look = atlas_map_scene_get_look (self, i);
      entry.key = atlas_map_look_to_key (&look);
      if (state->has_areas)
        g_array_append_val (self->areas, entry);
      if (state->has_lines)
        g_array_append_val (self->lines, entry);
      if (state->has_points)
        add_points (self, entry.geometry, i);
    }

  sort_entries (self->areas);
  sort_entries (self->lines);
  atlas_map_scene_count_crowds (self);
  g_array_sort_with_data (self->points, compare_points, self);
  self->cluster_zoom = NAN;
  g_clear_pointer (&self->areas_index, atlas_spatial_index_free);
  g_clear_pointer (&self->lines_index, atlas_spatial_index_free);
  g_clear_pointer (&self->shared_lines, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  self->stale = FALSE;
}

void
atlas_map_scene_cluster (AtlasMapScene *self,
                         double         zoom)
{
  double step = atlas_map_cluster_step (zoom);

  atlas_map_scene_prepare (self);
  if (self->cluster_zoom == step) /* never when NAN */
    return;

  atlas_map_cluster (self->points, step, self->members, self->clusters);
  g_clear_pointer (&self->clusters_index, atlas_spatial_index_free);
  self->cluster_zoom = step;
}

const AtlasMapInks *
atlas_map_scene_get_inks (AtlasMapScene *self)
{
  return self->overlay == ATLAS_OVERLAY_EVIDENCE ? atlas_map_evidence_inks (self->palette) : atlas_map_inks_get (self->palette);
}

AtlasMapLook
atlas_map_scene_get_look (AtlasMapScene *self,
                          guint          position)
{
  AtlasItem               *item = atlas_dataset_get_item (self->dataset, position);
  const AtlasMapItemState *state = &self->states[position];
  AtlasMapLook             look = { .shown = state->visibility == ATLAS_VISIBILITY_SHOWN,
                                    .kind = atlas_item_get_kind (item),
                                    .status = (AtlasStatus) state->status,
                                    .schematic = atlas_item_is_schematic (item) };

  if (atlas_item_get_cargo (item) != ATLAS_CARGO_NONE)
    {
      look.variant = atlas_map_variant_of (atlas_item_get_cargo (item));
      look.thickness = (guint) lround (16 * atlas_map_thickness_of (atlas_item_get_capacity_in (item, self->span)));
    }
  if (look.status == ATLAS_STATUS_OPERATING)
    look.flow = atlas_item_get_flow_in (item, self->span);

  if (self->overlay == ATLAS_OVERLAY_EVIDENCE)
    {
      look.evidence = 1u + state->evidence;
      look.flow = ATLAS_FLOW_NONE;
    }

  return look;
}

AtlasMapStyle
atlas_map_scene_get_style (AtlasMapScene *self,
                           guint          position)
{
  AtlasMapLook  look = atlas_map_scene_get_look (self, position);
  AtlasMapStyle style = atlas_map_look_get_style (&look);

  style.symbol = (AtlasSymbol) self->states[position].symbol;

  return style;
}

static PangoLayout *
create_badge (AtlasMapScene *self,
              guint          count)
{
  g_autofree char *text = count < 100 ? g_strdup_printf ("%u", count) : g_strdup ("99+");
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (BADGE_FONT);
  PangoLayout *layout;

  if (self->pango == NULL) /* of the thread that paints */
    {
      self->pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
      pango_cairo_context_set_resolution (self->pango, 96);
    }
  layout = pango_layout_new (self->pango);

  pango_font_description_set_absolute_size (font, BADGE_SIZE * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

const AtlasMapName *
atlas_map_scene_get_name (AtlasMapScene *self,
                          guint          position)
{
  AtlasMapName *name = g_hash_table_lookup (self->names, GUINT_TO_POINTER (position));

  if (name != NULL)
    return name;

  name = atlas_map_name_new (atlas_dataset_get_item (self->dataset, position), self->language, self->fonts, self->text_scale);
  g_hash_table_insert (self->names, GUINT_TO_POINTER (position), name);

  return name;
}

PangoLayout *
atlas_map_scene_get_badge (AtlasMapScene *self,
                           guint          count)
{
  PangoLayout *layout = g_hash_table_lookup (self->badges, GUINT_TO_POINTER (count));

  if (layout == NULL)
    {
      layout = create_badge (self, count);
      g_hash_table_insert (self->badges, GUINT_TO_POINTER (count), layout);
    }

  return layout;
}
