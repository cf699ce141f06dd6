// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-collision.h"
#include "atlas-map-scene-private.h"

G_BEGIN_DECLS

/* The priority of the selected item's name. */
#define ATLAS_MAP_LABEL_SELECTED 10000

/* What it takes to place the names of items at one level of zoom, in px of the world at that level. */
typedef struct
{
  AtlasMapScene  *scene;
  double          zoom;
  double          world;  /* px that it is wide */
  AtlasCollision *taken;  /* by symbols, and by names as they stand */
  AtlasCollision *crowd;  /* by names, with room around them: only the selected item's comes nearer */
  GArray         *places; /* of AtlasMapPlace */
  AtlasCollision *ink;    /* (nullable): by lines, where many run side by side */
} AtlasMapLabeling;

/* The runs of an item at the level, in their lanes; the scene's, until another is asked for. */
const AtlasMapPath *atlas_map_label_build_path     (AtlasMapLabeling *self,
                                                    guint             position,
                                                    AtlasPartKind     kind);
/* Half of what an item's lines are wide, px. */
double              atlas_map_label_get_half_width (AtlasMapLabeling *self,
                                                    guint             position);
/* Notes what the scene's lines ink at a level at which they run side by side: their names keep off one another's strokes. */
void                atlas_map_label_note_ink       (AtlasMapLabeling *self);

/* Sets the name of an item along its lines, again and again on long ones. TRUE: at least once. */
gboolean atlas_map_label_run  (AtlasMapLabeling *self,
                               guint             position,
                               int               priority);
/* Sets the name of an item within its areas. TRUE: it found room. */
gboolean atlas_map_label_fill (AtlasMapLabeling *self,
                               guint             position,
                               int               priority);
/* Takes room for a name if there is. */
gboolean atlas_map_label_try  (AtlasMapLabeling *self,
                               AtlasMapPlace    *place,
                               gboolean          at_any_cost);

G_END_DECLS
