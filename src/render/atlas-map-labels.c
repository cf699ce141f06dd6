// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-painter.h"

#include "atlas-map-label-private.h"
#include "atlas-map-painter-private.h"
#include "atlas-mercator.h"

#include <math.h>

#define MAX_CLUSTERS 600 /* with more points than these only the selected item is named: there is no room */
#define MAX_NAMES 300    /* that are tried */
#define SELECTED ATLAS_MAP_LABEL_SELECTED
#define PADDING 1.5 /* px round a name */
#define CROWD 9.0   /* px round a name that other names of items leave free */
#define AHEAD 4     /* names that are measured before they are needed, a frame */
#define MARGIN 40.0 /* px outside the view within which names are kept */
#define EDGE 3.0    /* px inside the view that names keep off */
#define LEVELS 4.0  /* a zoom */

/* From which zoom names of a kind are set, and which of them goes first. */
static const struct
{
  double zoom;
  int    priority;
} kinds[] = {
  [ATLAS_KIND_PIPELINE] = { 5.0, 700 },
  [ATLAS_KIND_CORRIDOR] = { 4.0, 650 },
  [ATLAS_KIND_RAILWAY] = { 5.5, 600 },
  [ATLAS_KIND_SITE] = { 6.5, 800 },
  [ATLAS_KIND_ZONE] = { 6.5, 750 },
  [ATLAS_KIND_TREATY] = { 7.5, 300 },
  [ATLAS_KIND_EVENT] = { 7.5, 200 },
  [ATLAS_KIND_PERIOD] = { 8.0, 100 },
  [ATLAS_KIND_SCENARIO] = { 7.0, 400 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == ATLAS_N_KINDS);

/* Where a name may stand beside its place: which side of it touches, in halves of its width and height. */
static const struct
{
  double x, y;
} sides[] = { { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 }, { 1, -1 }, { 1, 1 }, { -1, -1 }, { -1, 1 } };

/* What the name of an item goes by. */
typedef enum
{
  BESIDE_POINT,
  ALONG_LINE,
  IN_AREA,
} Manner;

typedef struct
{
  guint      position;
  int        priority;
  Manner     manner;
  AtlasPoint anchor; /* unit Mercator */
  double     clear;  /* px from the anchor that stay free */
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *x = a;
  const Candidate *y = b;

  if (x->priority != y->priority)
    return (y->priority > x->priority) - (y->priority < x->priority);

  return (x->position > y->position) - (x->position < y->position);
}

static AtlasBox
box_around (AtlasPoint centre,
            double     width,
            double     height)
{
  return (AtlasBox){ centre.x - width / 2, centre.y - height / 2, centre.x + width / 2, centre.y + height / 2 };
}

static AtlasBox
get_box (const AtlasMapLabeling *self,
         const AtlasMapPlace    *place,
         double                  margin)
{
  double x = place->anchor.x * self->world;
  double y = place->anchor.y * self->world;

  return (AtlasBox){ x + place->box.x0 - margin, y + place->box.y0 - margin, x + place->box.x1 + margin, y + place->box.y1 + margin };
}

gboolean
atlas_map_label_try (AtlasMapLabeling *self,
                     AtlasMapPlace    *place,
                     gboolean          at_any_cost)
{
  gboolean fits = !atlas_collision_hits (self->taken, get_box (self, place, PADDING)) &&
                  (place->priority >= SELECTED || !atlas_collision_hits (self->crowd, get_box (self, place, CROWD)));

  if (!fits && !at_any_cost)
    return FALSE;

  atlas_collision_add (self->taken, get_box (self, place, PADDING));
  atlas_collision_add (self->crowd, get_box (self, place, 0));
  g_array_append_val (self->places, *place);

  return TRUE;
}

static gboolean
set_beside (AtlasMapLabeling *self,
            const Candidate  *candidate)
{
  const AtlasMapName *name = atlas_map_scene_get_name (self->scene, candidate->position);
  AtlasMapPlace       place = { .position = candidate->position, .priority = candidate->priority, .has_text = TRUE, .anchor = candidate->anchor };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      double reach = candidate->clear * (sides[i].x != 0 && sides[i].y != 0 ? 0.7 : 1.0);

      place.box = box_around ((AtlasPoint){ sides[i].x * (reach + name->width / 2.0), sides[i].y * (reach + name->height / 2.0) }, name->width, name->height);
      if (atlas_map_label_try (self, &place, FALSE))
        return TRUE;
    }

  place.box = box_around ((AtlasPoint){ candidate->clear + name->width / 2.0, 0 }, name->width, name->height);

  return candidate->priority >= SELECTED && atlas_map_label_try (self, &place, TRUE);
}

static void
set_name (AtlasMapLabeling *self,
          const Candidate  *candidate)
{
  gboolean is_set = FALSE;

  if (candidate->manner == ALONG_LINE)
    is_set = atlas_map_label_run (self, candidate->position, candidate->priority);
  else if (candidate->manner == IN_AREA)
    is_set = atlas_map_label_fill (self, candidate->position, candidate->priority);
  if (!is_set && (candidate->manner == BESIDE_POINT || candidate->priority >= SELECTED))
    set_beside (self, candidate);
}

static void
add_candidate (const AtlasMapLabeling *self,
               GArray                 *candidates,
               Candidate               candidate)
{
  AtlasItem *item = atlas_dataset_get_item (self->scene->dataset, candidate.position);
  AtlasKind  kind = atlas_item_get_kind (item);

  for (guint i = 0; i < candidates->len; i++) /* of several places the first */
    if (g_array_index (candidates, Candidate, i).position == candidate.position)
      return;

  candidate.priority = item == self->scene->selected ? SELECTED : kinds[kind].priority;
  if (candidate.priority < SELECTED && self->zoom < kinds[kind].zoom)
    return;

  g_array_append_val (candidates, candidate);
}

/* Every symbol takes room; the one item of a cluster, or a site that leads it, may have its name there. */
static void
take_points (AtlasMapLabeling *self,
             GArray           *candidates)
{
  AtlasMapScene *scene = self->scene;
  double         radius = atlas_map_symbol_radius (self->zoom + 1 / LEVELS) + 1;

  for (guint i = 0; i < scene->clusters->len && scene->clusters->len <= MAX_CLUSTERS; i++)
    {
      const AtlasMapCluster *cluster = &g_array_index (scene->clusters, AtlasMapCluster, i);
      guint                  position = g_array_index (scene->members, AtlasMapPoint, cluster->first).position;
      AtlasMapPlace          room = { .position = position, .anchor = cluster->place, .box = { -radius, -radius, radius, radius } };

      if (cluster->n_shown == 0)
        continue;
      atlas_collision_add (self->taken, get_box (self, &room, 0));
      g_array_append_val (self->places, room);
      if (cluster->n_shown == 1 || atlas_item_get_kind (atlas_dataset_get_item (scene->dataset, position)) == ATLAS_KIND_SITE)
        add_candidate (self, candidates, (Candidate){ position, 0, BESIDE_POINT, cluster->place, radius + 2 });
    }
}

/* A line or an area has its name when it is long or wide enough for it. */
static void
take_entries (AtlasMapLabeling *self,
              const GArray     *entries,
              Manner            manner,
              GArray           *candidates)
{
  for (guint i = 0; i < entries->len && entries->len <= MAX_CLUSTERS; i++)
    {
      const AtlasMapEntry *entry = &g_array_index (entries, AtlasMapEntry, i);
      double               extent = hypot (entry->box.x1 - entry->box.x0, entry->box.y1 - entry->box.y0) * self->world;

      if (self->scene->states[entry->position].visibility == ATLAS_VISIBILITY_SHOWN && extent > 60)
        add_candidate (self, candidates, (Candidate){ entry->position, 0, manner, atlas_geometry_get_anchor (entry->geometry), 7 });
    }
}

/* The selected item is named wherever and however it is. */
static void
take_selected (AtlasMapLabeling *self,
               GArray           *candidates)
{
  AtlasMapScene *scene = self->scene;
  AtlasGeometry *geometry = scene->selected != NULL ? atlas_item_get_geometry (scene->selected) : NULL;
  guint          position = geometry != NULL ? atlas_dataset_get_position (scene->dataset, scene->selected) : G_MAXUINT;
  AtlasPoint     anchor;
  Manner         manner = BESIDE_POINT;

  if (position == G_MAXUINT)
    return;

  if (scene->states[position].has_areas)
    manner = IN_AREA;
  else if (scene->states[position].has_lines)
    manner = ALONG_LINE;
  anchor = atlas_geometry_get_anchor (geometry);
  if (isfinite (anchor.x))
    add_candidate (self, candidates, (Candidate){ position, 0, manner, anchor, atlas_map_symbol_radius (self->zoom) * 1.2 + 7 });
}

static void
clear_place (gpointer data)
{
  AtlasMapPlace *place = data;

  g_free (place->glyphs);
}

/* Names are placed for the whole world and not for the view, so a pan moves them and changes nothing; and for the coarse end of
 * a quarter of a zoom, so that coming nearer within it only moves them apart. */
static void
place_names (AtlasMapScene *scene,
             double         zoom)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (AtlasCollision) taken = atlas_collision_new ();
  g_autoptr (AtlasCollision) crowd = atlas_collision_new ();
  AtlasMapLabeling labeling = { scene, zoom, atlas_mercator_world_size (zoom), taken, crowd, NULL, NULL };

  g_clear_pointer (&scene->places, g_array_unref);
  labeling.places = scene->places = g_array_new (FALSE, TRUE, sizeof (AtlasMapPlace));
  g_array_set_clear_func (scene->places, clear_place);
  scene->places_zoom = zoom;
  scene->places_step = scene->cluster_zoom;
  scene->places_serial++;

  g_clear_pointer (&scene->ink, atlas_collision_free);
  atlas_map_label_note_ink (&labeling);
  take_selected (&labeling, candidates);
  take_points (&labeling, candidates);
  take_entries (&labeling, scene->lines, ALONG_LINE, candidates);
  take_entries (&labeling, scene->areas, IN_AREA, candidates);
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len && i < MAX_NAMES; i++)
    set_name (&labeling, &g_array_index (candidates, Candidate, i));
}

/* A frame that places nothing has time to measure some of the names that nearer levels will need. */
static void
measure_ahead (AtlasMapScene *scene)
{
  guint n_items = atlas_dataset_get_n_items (scene->dataset);

  for (guint i = 0, position = 0; i < AHEAD && n_items <= MAX_CLUSTERS && position < n_items; position++)
    if (!g_hash_table_contains (scene->names, GUINT_TO_POINTER (position)) && atlas_item_get_geometry (atlas_dataset_get_item (scene->dataset, position)) != NULL)
      {
        atlas_map_scene_get_name (scene, position);
        i++;
      }
}

/* The room of a place, px of the view. */
static AtlasBox
get_room (AtlasMapScene       *scene,
          const AtlasMapFrame *frame,
          guint                index)
{
  const AtlasMapPlace *place = &g_array_index (scene->places, AtlasMapPlace, index);
  AtlasPoint           anchor = atlas_map_frame_to_px (frame, place->anchor);

  return (AtlasBox){ anchor.x + place->box.x0, anchor.y + place->box.y0, anchor.x + place->box.x1, anchor.y + place->box.y1 };
}

static AtlasMapLabel
make_label (AtlasMapScene       *scene,
            const AtlasMapFrame *frame,
            guint                index)
{
  const AtlasMapPlace *place = &g_array_index (scene->places, AtlasMapPlace, index);
  AtlasPoint           anchor = atlas_map_frame_to_px (frame, place->anchor);
  AtlasMapLabel        label = { .priority = place->priority, .anchor = anchor, .box = get_room (scene, frame, index) };

  if (!place->has_text)
    return label;

  label.item = atlas_dataset_get_item (scene->dataset, place->position);
  label.text = atlas_map_scene_get_name (scene, place->position)->text;
  label.middle = anchor;
  label.glyphs = place->glyphs;
  label.n_glyphs = place->n_glyphs;
  label.serial = scene->places_serial << 12 | (index & 4095);

  return label;
}

static gboolean
is_within (AtlasBox             box,
           const AtlasMapFrame *frame)
{
  for (guint i = 0; i < frame->n_covers; i++)
    if (atlas_box_overlaps (frame->covers[i], box))
      return FALSE;

  return box.x0 >= EDGE && box.y0 >= EDGE && box.x1 <= frame->width - EDGE && box.y1 <= frame->height - EDGE;
}

/* The room of a letter of a name along a line, px of the view. */
static AtlasBox
get_letter_room (AtlasMapScene       *scene,
                 const AtlasMapLabel *label,
                 guint                index)
{
  AtlasPoint middle = { label->middle.x + (double) label->glyphs[index].x, label->middle.y + (double) label->glyphs[index].y };
  double     size = ATLAS_MAP_NAME_RUN_SIZE * scene->text_scale;

  return box_around (middle, size, size);
}

/* A name that goes along a slope takes little of its box. */
static gboolean
is_run_within (AtlasMapScene       *scene,
               const AtlasMapFrame *frame,
               const AtlasMapLabel *label)
{
  for (guint i = 0; i < label->n_glyphs; i++)
    if (!is_within (get_letter_room (scene, label, i), frame))
      return FALSE;

  return TRUE;
}

static gboolean
is_free (AtlasMapScene       *scene,
         const AtlasMapFrame *frame,
         guint                index,
         AtlasBox             box)
{
  for (guint i = 0; i < scene->places->len; i++)
    if (i != index && atlas_box_overlaps (get_room (scene, frame, i), box))
      return FALSE;

  return TRUE;
}

/* A name that the edge of the view would cut goes to another side of its symbol or, as the selected item's does, as near as
 * the view allows; else it is left out. */
static gboolean
fit_into_view (AtlasMapScene       *scene,
               const AtlasMapFrame *frame,
               guint                index,
               AtlasMapLabel       *label)
{
  double   width = label->box.x1 - label->box.x0, height = label->box.y1 - label->box.y0;
  double   clear = atlas_map_symbol_radius (frame->zoom) + 3;
  AtlasBox box;

  if (label->text == NULL || is_within (label->box, frame))
    return TRUE;
  if (label->glyphs != NULL)
    return is_run_within (scene, frame, label);
  if (!is_within ((AtlasBox){ label->anchor.x, label->anchor.y, label->anchor.x, label->anchor.y }, frame))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      box = box_around ((AtlasPoint){ label->anchor.x + sides[i].x * (clear + width / 2), label->anchor.y + sides[i].y * (clear + height / 2) }, width, height);
      if (is_within (box, frame) && is_free (scene, frame, index, box))
        {
          label->box = box;
          return TRUE;
        }
    }
  if (label->priority < SELECTED)
    return FALSE;

  box.x0 = CLAMP (label->box.x0, EDGE, MAX (EDGE, frame->width - EDGE - width));
  box.y0 = CLAMP (label->box.y0, EDGE, MAX (EDGE, frame->height - EDGE - height));
  label->box = (AtlasBox){ box.x0, box.y0, box.x0 + width, box.y0 + height };

  return TRUE;
}

static int
compare_labels (gconstpointer a,
                gconstpointer b)
{
  const AtlasMapLabel *x = a;
  const AtlasMapLabel *y = b;

  return (y->priority > x->priority) - (y->priority < x->priority);
}

GArray *
atlas_map_painter_collect_labels (AtlasMapScene       *scene,
                                  const AtlasMapFrame *frame)
{
  GArray  *labels = g_array_new (FALSE, TRUE, sizeof (AtlasMapLabel));
  AtlasBox view;
  double   level;

  g_return_val_if_fail (scene != NULL && frame != NULL, labels);

  atlas_map_scene_cluster (scene, frame->zoom);
  level = floor (frame->zoom * LEVELS + 1e-6) / LEVELS;
  scene->places_fresh = scene->places == NULL || scene->places_zoom != level || scene->places_step != scene->cluster_zoom;
  if (scene->places_fresh)
    place_names (scene, level);
  else
    measure_ahead (scene);

  view = (AtlasBox){ -MARGIN, -MARGIN, frame->width + MARGIN, frame->height + MARGIN };
  for (guint i = 0; i < scene->places->len; i++)
    {
      AtlasMapLabel label = make_label (scene, frame, i);

      if (atlas_box_overlaps (label.box, view) && fit_into_view (scene, frame, i, &label))
        g_array_append_val (labels, label);
    }
  g_array_sort (labels, compare_labels);

  return labels;
}

GArray *
atlas_map_painter_get_rooms (AtlasMapScene *scene,
                             GArray        *labels)
{
  GArray *rooms = g_array_new (FALSE, FALSE, sizeof (AtlasBox));

  g_return_val_if_fail (scene != NULL && labels != NULL, rooms);

  for (guint i = 0; i < labels->len; i++)
    {
      const AtlasMapLabel *label = &g_array_index (labels, AtlasMapLabel, i);

      if (label->glyphs == NULL)
        g_array_append_val (rooms, label->box);
      for (guint k = 0; k < label->n_glyphs; k++)
        {
          AtlasBox box = get_letter_room (scene, label, k);

          g_array_append_val (rooms, box);
        }
    }

  return rooms;
}
