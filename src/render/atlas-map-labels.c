// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-painter.h"

#include "atlas-collision.h"
#include "atlas-map-painter-private.h"
#include "atlas-map-scene-private.h"

#include <math.h>

#define MAX_CLUSTERS 600 /* with more points than these only the selected item is named: there is no room */
#define MAX_NAMES 300    /* that are tried */
#define SELECTED 10000
#define PADDING 2.0 /* px round a name */
#define MARGIN 40.0 /* px outside the view within which names are kept */
#define HALO 1.4    /* px */
#define HALO_ALPHA 0.85

/* From which zoom names of a kind are set, and which of them goes first. */
static const struct
{
  double zoom;
  int    priority;
} kinds[] = {
  [ATLAS_KIND_PIPELINE] = { 5.5, 700 },
  [ATLAS_KIND_CORRIDOR] = { 4.5, 650 },
  [ATLAS_KIND_RAILWAY] = { 6.0, 600 },
  [ATLAS_KIND_SITE] = { 6.5, 800 },
  [ATLAS_KIND_ZONE] = { 6.5, 500 },
  [ATLAS_KIND_TREATY] = { 7.5, 300 },
  [ATLAS_KIND_EVENT] = { 8.0, 200 },
  [ATLAS_KIND_PERIOD] = { 8.0, 100 },
  [ATLAS_KIND_SCENARIO] = { 7.0, 400 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == ATLAS_N_KINDS);

/* Where a name may stand beside its place: which side of it touches, in halves of its width and height. */
static const struct
{
  double x, y;
} sides[] = { { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 }, { 1, -1 }, { 1, 1 }, { -1, -1 }, { -1, 1 } };

typedef struct
{
  guint      position;
  int        priority;
  AtlasPoint anchor; /* px */
  double     clear;  /* px from the anchor that stay free; negative: the name may stand on it */
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

static void
take_room (AtlasCollision *taken,
           GArray         *labels,
           AtlasMapLabel   label)
{
  atlas_collision_add (taken, label.box);
  g_array_append_val (labels, label);
}

static void
place_name (AtlasMapScene   *scene,
            const Candidate *candidate,
            AtlasCollision  *taken,
            GArray          *labels)
{
  const AtlasMapName *name = atlas_map_scene_get_name (scene, candidate->position);
  AtlasMapLabel       label = { atlas_dataset_get_item (scene->dataset, candidate->position), name->text, candidate->priority, candidate->anchor };
  double              width = name->width + 2 * PADDING;
  double              height = name->height + 2 * PADDING;

  if (candidate->clear < 0)
    {
      label.box = box_around (candidate->anchor, width, height);
      if (!atlas_collision_hits (taken, label.box))
        {
          take_room (taken, labels, label);
          return;
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      double     reach = fabs (candidate->clear) * (sides[i].x != 0 && sides[i].y != 0 ? 0.75 : 1.0);
      AtlasPoint centre = { candidate->anchor.x + sides[i].x * (reach + width / 2), candidate->anchor.y + sides[i].y * (reach + height / 2) };

      label.box = box_around (centre, width, height);
      if (!atlas_collision_hits (taken, label.box) || (candidate->priority >= SELECTED && i + 1 == G_N_ELEMENTS (sides)))
        {
          take_room (taken, labels, label);
          return;
        }
    }
}

static void
add_candidate (AtlasMapScene *scene,
               GArray        *candidates,
               guint          position,
               AtlasPoint     anchor,
               double         clear,
               double         zoom)
{
  AtlasItem *item = atlas_dataset_get_item (scene->dataset, position);
  AtlasKind  kind = atlas_item_get_kind (item);
  Candidate  candidate = { position, kinds[kind].priority, anchor, clear };

  for (guint i = 0; i < candidates->len; i++) /* of several places the first */
    if (g_array_index (candidates, Candidate, i).position == position)
      return;

  if (item == scene->selected)
    candidate.priority = SELECTED;
  else if (zoom < kinds[kind].zoom)
    return;

  g_array_append_val (candidates, candidate);
}

/* Every symbol takes room; the one item of a cluster, or a site that leads it, may have its name there. */
static void
take_points (AtlasMapScene       *scene,
             const AtlasMapFrame *frame,
             AtlasCollision      *taken,
             GArray              *labels,
             GArray              *candidates)
{
  double radius = atlas_map_symbol_radius (frame->zoom) + 1;

  for (guint i = 0; i < scene->clusters->len && scene->clusters->len <= MAX_CLUSTERS; i++)
    {
      const AtlasMapCluster *cluster = &g_array_index (scene->clusters, AtlasMapCluster, i);
      guint                  position = g_array_index (scene->members, AtlasMapPoint, cluster->first).position;
      AtlasMapLabel          room = { .anchor = atlas_map_frame_to_px (frame, cluster->place) };

      if (cluster->n_shown == 0)
        continue;
      room.box = box_around (room.anchor, 2 * radius, 2 * radius);
      take_room (taken, labels, room);
      if (cluster->n_shown == 1 || atlas_item_get_kind (atlas_dataset_get_item (scene->dataset, position)) == ATLAS_KIND_SITE)
        add_candidate (scene, candidates, position, room.anchor, radius + 1, frame->zoom);
    }
}

/* A line or an area has its name when it is long or wide enough for it. */
static void
take_entries (AtlasMapScene       *scene,
              const AtlasMapFrame *frame,
              const GArray        *entries,
              gboolean             areas,
              GArray              *candidates)
{
  for (guint i = 0; i < entries->len && entries->len <= MAX_CLUSTERS; i++)
    {
      const AtlasMapEntry *entry = &g_array_index (entries, AtlasMapEntry, i);
      AtlasKind            kind = atlas_item_get_kind (atlas_dataset_get_item (scene->dataset, entry->position));
      double               size = hypot (frame->to_px.xx, frame->to_px.yx);
      double               extent = hypot (entry->box.x1 - entry->box.x0, entry->box.y1 - entry->box.y0) * size;
      double               width;

      if (scene->states[entry->position].visibility != ATLAS_VISIBILITY_SHOWN || frame->zoom < kinds[kind].zoom || extent < 40)
        continue;
      width = atlas_map_scene_get_name (scene, entry->position)->width;
      if (extent >= (areas ? 0.9 : 1.3) * width)
        add_candidate (scene, candidates, entry->position,
                       atlas_map_frame_to_px (frame, atlas_geometry_get_anchor (entry->geometry)), areas ? -4 : 5, frame->zoom);
    }
}

/* The selected item is named wherever and however it is. */
static void
take_selected (AtlasMapScene       *scene,
               const AtlasMapFrame *frame,
               GArray              *candidates)
{
  AtlasGeometry *geometry = scene->selected != NULL ? atlas_item_get_geometry (scene->selected) : NULL;
  guint          position = geometry != NULL ? atlas_dataset_get_position (scene->dataset, scene->selected) : G_MAXUINT;
  AtlasPoint     anchor;

  if (position == G_MAXUINT)
    return;

  anchor = atlas_geometry_get_anchor (geometry);
  if (isfinite (anchor.x))
    add_candidate (scene, candidates, position, atlas_map_frame_to_px (frame, anchor), atlas_map_symbol_radius (frame->zoom) + 7, frame->zoom);
}

static int
compare_labels (gconstpointer a,
                gconstpointer b)
{
  const AtlasMapLabel *x = a;
  const AtlasMapLabel *y = b;

  return (y->priority > x->priority) - (y->priority < x->priority);
}

/* Names are placed for the whole world and not for the view, so a pan moves them and changes nothing. */
static void
place_names (AtlasMapScene       *scene,
             const AtlasMapFrame *frame)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (AtlasCollision) taken = atlas_collision_new ();

  g_clear_pointer (&scene->places, g_array_unref);
  scene->places = g_array_new (FALSE, TRUE, sizeof (AtlasMapLabel));
  scene->places_matrix = frame->to_px;

  take_points (scene, frame, taken, scene->places, candidates);
  take_entries (scene, frame, scene->lines, FALSE, candidates);
  take_entries (scene, frame, scene->areas, TRUE, candidates);
  take_selected (scene, frame, candidates);
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len && i < MAX_NAMES; i++)
    place_name (scene, &g_array_index (candidates, Candidate, i), taken, scene->places);
  g_array_sort (scene->places, compare_labels);
}

GArray *
atlas_map_painter_collect_labels (AtlasMapScene       *scene,
                                  const AtlasMapFrame *frame)
{
  GArray        *labels = g_array_new (FALSE, TRUE, sizeof (AtlasMapLabel));
  cairo_matrix_t old;
  AtlasBox       view;
  double         dx, dy;

  g_return_val_if_fail (scene != NULL && frame != NULL, labels);

  atlas_map_scene_cluster (scene, frame->zoom);
  old = scene->places_matrix;
  if (scene->places == NULL || old.xx != frame->to_px.xx || old.yx != frame->to_px.yx || old.xy != frame->to_px.xy || old.yy != frame->to_px.yy)
    place_names (scene, frame);

  dx = frame->to_px.x0 - scene->places_matrix.x0;
  dy = frame->to_px.y0 - scene->places_matrix.y0;
  view = (AtlasBox){ -MARGIN, -MARGIN, frame->width + MARGIN, frame->height + MARGIN };
  for (guint i = 0; i < scene->places->len; i++)
    {
      AtlasMapLabel label = g_array_index (scene->places, AtlasMapLabel, i);

      label.anchor = (AtlasPoint){ label.anchor.x + dx, label.anchor.y + dy };
      label.box = (AtlasBox){ label.box.x0 + dx, label.box.y0 + dy, label.box.x1 + dx, label.box.y1 + dy };
      if (atlas_box_overlaps (label.box, view))
        g_array_append_val (labels, label);
    }

  return labels;
}

/* A name, drawn round the north-west corner of its text. */
typedef struct
{
  PangoLayout *layout;
  AtlasColor   ink;
  AtlasColor   halo;
} Name;

/* The halo is the name set eight times round itself: cached glyphs, where stroking outlines would cost ten times as much. */
static void
draw_name (cairo_t *cr,
           gpointer user_data)
{
  const Name *name = user_data;

  atlas_palette_set_source (cr, name->halo, HALO_ALPHA);
  for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
    {
      cairo_move_to (cr, sides[side].x * HALO, sides[side].y * HALO);
      pango_cairo_show_layout (cr, name->layout);
    }
  atlas_palette_set_source (cr, name->ink, 1.0);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout (cr, name->layout);
}

void
atlas_map_painter_paint_labels (cairo_t             *cr,
                                AtlasMapScene       *scene,
                                const AtlasMapFrame *frame,
                                GArray              *labels)
{
  const AtlasMapInks *inks;

  g_return_if_fail (cr != NULL && scene != NULL && frame != NULL && labels != NULL);

  inks = atlas_map_inks_get (scene->palette);
  for (guint i = 0; i < labels->len; i++)
    {
      const AtlasMapLabel *label = &g_array_index (labels, AtlasMapLabel, i);
      guint                position = label->item != NULL ? atlas_dataset_get_position (scene->dataset, label->item) : G_MAXUINT;
      AtlasMapRole         role;
      PangoRectangle       text;
      AtlasBox             extents;
      Name                 name;

      if (position == G_MAXUINT || label->text == NULL)
        continue;
      role = atlas_map_scene_get_style (scene, position).role;
      name = (Name){ atlas_map_scene_get_name (scene, position)->layout, { inks->roles[role], 1.0f }, inks->text_halo };
      pango_layout_get_pixel_extents (name.layout, NULL, &text);
      extents = (AtlasBox){ text.x - 3, text.y - 3, text.x + text.width + 3, text.y + text.height + 3 };
      atlas_map_sprites_paint (scene->sprites, cr, ATLAS_MAP_SPRITE_NAME, (guint64) role << 32 | position, extents,
                               label->box.x0 + PADDING - text.x, label->box.y0 + PADDING - text.y, draw_name, &name);
    }
}
