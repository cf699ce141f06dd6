// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"
#include "atlas-palette.h"
#include "atlas-session.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * AtlasMapScene:
 *
 * What a map shows of an atlas, without the camera: how each item shows, what is selected and hovered, palette and language.
 *
 * It keeps what is costly and does not change while the camera moves (drawing order, clusters of points, measured names), so keep one
 * for the life of a view and change it. One thread at a time may use it.
 */
typedef struct _AtlasMapScene AtlasMapScene;

AtlasMapScene *atlas_map_scene_new            (AtlasDataset   *dataset) G_GNUC_WARN_UNUSED_RESULT; /* all items shown without a status */
void           atlas_map_scene_free           (AtlasMapScene  *self);
AtlasDataset  *atlas_map_scene_get_dataset    (AtlasMapScene  *self); /* (transfer none) */

/* How an item shows and, in @status, in which style. */
typedef AtlasVisibility (*AtlasMapVisibilityFunc) (AtlasItem   *item,
                                                   AtlasStatus *status,
                                                   gpointer     user_data);

/* Asks @func for every item, now. TRUE: something looks different than before. */
gboolean       atlas_map_scene_set_visibility (AtlasMapScene         *self,
                                               AtlasMapVisibilityFunc func,
                                               gpointer               user_data);
/* Shows what @session shows: visibility of every item, selection, hovered item, language. Its dataset must be the scene's. */
gboolean       atlas_map_scene_follow         (AtlasMapScene  *self,
                                               AtlasSession   *session);
/* The same with the clock at @date: what the session compares with what it shows. */
gboolean       atlas_map_scene_follow_at      (AtlasMapScene  *self,
                                               AtlasSession   *session,
                                               AtlasTimeSpan   date);
/* Setters return whether that was a change. The span is the days by which capacity and flow are drawn, empty at first: their last. */
gboolean       atlas_map_scene_set_span       (AtlasMapScene  *self,
                                               AtlasTimeSpan   span);
gboolean       atlas_map_scene_set_selected   (AtlasMapScene  *self,
                                               AtlasItem      *item);     /* (nullable) */
gboolean       atlas_map_scene_set_hovered    (AtlasMapScene  *self,
                                               AtlasItem      *item);     /* (nullable) */
gboolean       atlas_map_scene_set_palette    (AtlasMapScene  *self,
                                               AtlasPaletteId  palette);  /* light at first */
gboolean       atlas_map_scene_set_overlay    (AtlasMapScene  *self,
                                               AtlasOverlay    overlay);  /* none at first */
gboolean       atlas_map_scene_set_language   (AtlasMapScene  *self,
                                               const char     *language); /* (nullable): the atlas's own */
gboolean       atlas_map_scene_set_text_scale (AtlasMapScene *self,
                                               double          text_scale); /* of names; 1 at first */

/* On a screen of @scale device px a px symbols and names are kept as pictures and strokes are inked quickly; 0 (at first): all
 * is drawn as shapes, for print. */
gboolean       atlas_map_scene_set_scale      (AtlasMapScene  *self,
                                               double          scale);

/* Grows with every change of what is shown, so that a picture of it can be told to be out of date. */
guint64         atlas_map_scene_get_serial    (AtlasMapScene  *self);
AtlasPaletteId  atlas_map_scene_get_palette   (AtlasMapScene  *self);
AtlasOverlay    atlas_map_scene_get_overlay   (AtlasMapScene *self);
AtlasVisibility atlas_map_scene_get_visibility (AtlasMapScene *self,
                                                guint          position, /* in the dataset */
                                                AtlasStatus   *status);  /* (out) (optional) */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapScene, atlas_map_scene_free)

G_END_DECLS
