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

/**
 * atlas_map_scene_new:
 * @dataset: the atlas; the scene keeps it
 *
 * Makes a scene in which all items are shown without a status, in the light palette.
 *
 * Returns: (transfer full): the scene
 */
AtlasMapScene *atlas_map_scene_new            (AtlasDataset   *dataset) G_GNUC_WARN_UNUSED_RESULT;

void           atlas_map_scene_free           (AtlasMapScene  *self);

/**
 * atlas_map_scene_get_dataset:
 * @self: a scene
 *
 * Gets the atlas.
 *
 * Returns: (transfer none): the atlas
 */
AtlasDataset  *atlas_map_scene_get_dataset    (AtlasMapScene  *self);

/* How an item shows and, in @status, in which style. */
typedef AtlasVisibility (*AtlasMapVisibilityFunc) (AtlasItem   *item,
                                                   AtlasStatus *status,
                                                   gpointer     user_data);

/**
 * atlas_map_scene_set_visibility:
 * @self: a scene
 * @func: (scope call): asked for every item, now
 * @user_data: for @func
 *
 * Shows each item as @func says.
 *
 * Returns: whether something looks different than before
 */
gboolean       atlas_map_scene_set_visibility (AtlasMapScene         *self,
                                               AtlasMapVisibilityFunc func,
                                               gpointer               user_data);

/**
 * atlas_map_scene_follow:
 * @self: a scene
 * @session: a session with the scene's dataset
 *
 * Shows what a session shows: visibility of every item, selection, hovered item, language, overlay.
 *
 * Returns: whether something looks different than before
 */
gboolean       atlas_map_scene_follow         (AtlasMapScene  *self,
                                               AtlasSession   *session);

/**
 * atlas_map_scene_follow_at:
 * @self: a scene
 * @session: a session with the scene's dataset
 * @date: where the clock is taken to be
 *
 * The same with the clock elsewhere: the other side of a comparison.
 *
 * Returns: whether something looks different than before
 */
gboolean       atlas_map_scene_follow_at      (AtlasMapScene  *self,
                                               AtlasSession   *session,
                                               AtlasTimeSpan   date);

/**
 * atlas_map_scene_set_span:
 * @self: a scene
 * @span: days; empty, as it is at first: all
 *
 * Sets the days by which capacity and flow are drawn: of several in them the last.
 *
 * Returns: whether that was a change
 */
gboolean       atlas_map_scene_set_span       (AtlasMapScene  *self,
                                               AtlasTimeSpan   span);

/**
 * atlas_map_scene_set_selected:
 * @self: a scene
 * @item: (nullable): of the scene's dataset; the scene keeps it
 *
 * Sets which item is drawn as selected.
 *
 * Returns: whether that was a change
 */
gboolean       atlas_map_scene_set_selected   (AtlasMapScene  *self,
                                               AtlasItem      *item);

/**
 * atlas_map_scene_set_hovered:
 * @self: a scene
 * @item: (nullable): of the scene's dataset; the scene keeps it
 *
 * Sets which item is drawn as having the pointer on it.
 *
 * Returns: whether that was a change
 */
gboolean       atlas_map_scene_set_hovered    (AtlasMapScene  *self,
                                               AtlasItem      *item);

/**
 * atlas_map_scene_set_palette:
 * @self: a scene
 * @palette: light at first
 *
 * Sets the inks.
 *
 * Returns: whether that was a change
 */
gboolean       atlas_map_scene_set_palette    (AtlasMapScene  *self,
                                               AtlasPaletteId  palette);

/**
 * atlas_map_scene_set_overlay:
 * @self: a scene
 * @overlay: none at first
 *
 * Sets by what items are drawn: by kind and status, or by how well they are supported.
 *
 * Returns: whether that was a change
 */
gboolean       atlas_map_scene_set_overlay    (AtlasMapScene  *self,
                                               AtlasOverlay    overlay);

/**
 * atlas_map_scene_set_language:
 * @self: a scene
 * @language: (nullable): BCP 47; %NULL: the atlas's own
 *
 * Sets the language of items' names.
 *
 * Returns: whether that was a change
 */
gboolean       atlas_map_scene_set_language   (AtlasMapScene  *self,
                                               const char     *language);

/**
 * atlas_map_scene_set_text_scale:
 * @self: a scene
 * @text_scale: 1, as at first, is %ATLAS_MAP_NAME_SIZE
 *
 * Sets by what the size of names is multiplied.
 *
 * Returns: whether that was a change
 */
gboolean       atlas_map_scene_set_text_scale (AtlasMapScene *self,
                                               double          text_scale);

/**
 * atlas_map_scene_set_scale:
 * @self: a scene
 * @scale: device px a px; 0, as at first, for print
 *
 * Sets the scale of the screen, at which symbols and names are kept as pictures and strokes are inked quickly. At 0 all is drawn as
 * shapes.
 *
 * Returns: whether that was a change
 */
gboolean       atlas_map_scene_set_scale      (AtlasMapScene  *self,
                                               double          scale);

/**
 * atlas_map_scene_follow_scene:
 * @self: a scene
 * @other: another one of the same dataset
 *
 * Makes a scene show what another one does, so that it can be painted in another thread. The scale is its own.
 */
void           atlas_map_scene_follow_scene  (AtlasMapScene *self,
                                              AtlasMapScene *other);

/**
 * atlas_map_scene_set_patient:
 * @self: a scene
 * @patient: whether no name is left out of a frame because its picture takes too long
 *
 * Sets whether the picture is no frame of an animation, so that it is better late than wanting.
 */
void           atlas_map_scene_set_patient    (AtlasMapScene  *self,
                                               gboolean        patient);

/**
 * atlas_map_scene_get_serial:
 * @self: a scene
 *
 * Gets a number that grows with every change of what is shown, so that a picture of it can be told to be out of date.
 *
 * Returns: the number
 */
guint64         atlas_map_scene_get_serial    (AtlasMapScene  *self);

AtlasPaletteId  atlas_map_scene_get_palette   (AtlasMapScene  *self);
AtlasOverlay    atlas_map_scene_get_overlay   (AtlasMapScene *self);

/**
 * atlas_map_scene_get_visibility:
 * @self: a scene
 * @position: of an item in the dataset
 * @status: (out) (optional): the status in whose style it is drawn
 *
 * Gets how an item shows.
 *
 * Returns: how it shows
 */
AtlasVisibility atlas_map_scene_get_visibility (AtlasMapScene *self,
                                                guint          position,
                                                AtlasStatus   *status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapScene, atlas_map_scene_free)

G_END_DECLS
