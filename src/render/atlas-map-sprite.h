// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-scene.h"

G_BEGIN_DECLS

/* What a sprite shows; with a number, the key under which it is kept. */
typedef enum
{
  ATLAS_MAP_SPRITE_SYMBOL,
  ATLAS_MAP_SPRITE_BADGE,
  ATLAS_MAP_SPRITE_NAME,
  ATLAS_MAP_SPRITE_RUN, /* a name along a line */
} AtlasMapSpriteKind;

/* Draws round 0, 0. */
typedef void (*AtlasMapSpriteFunc) (cairo_t *cr,
                                    gpointer user_data);

/* Pictures of what is drawn again and again, in the scene's scale; emptied when palette, language or scale change. */
typedef struct _AtlasMapSprites AtlasMapSprites;

AtlasMapSprites *atlas_map_sprites_new   (void);
void             atlas_map_sprites_free  (AtlasMapSprites   *self);
void             atlas_map_sprites_clear (AtlasMapSprites   *self);

/**
 * atlas_map_sprites_set_scale:
 * @self: sprites
 * @scale: device px a px; 0: nothing is kept, all is drawn as shapes
 *
 * Sets the scale of the pictures. Those of another scale are let go of.
 *
 * Returns: whether that was a change
 */
gboolean         atlas_map_sprites_set_scale (AtlasMapSprites *self,
                                              double           scale);

/**
 * atlas_map_sprites_has:
 * @self: sprites
 * @kind: what it shows
 * @number: which one
 *
 * Looks whether painting a sprite would only copy a picture.
 *
 * Returns: %TRUE if it would
 */
gboolean         atlas_map_sprites_has   (AtlasMapSprites   *self,
                                          AtlasMapSpriteKind kind,
                                          guint64            number);

/**
 * atlas_map_sprites_paint:
 * @self: sprites
 * @cr: a context in px
 * @kind: what it shows
 * @number: which one, below 2^56: the same number is the same picture
 * @extents: px round 0, 0 within which @func draws
 * @x: px
 * @y: px
 * @func: (scope call): draws it, when there is no picture of it yet
 * @user_data: for @func
 *
 * Draws a sprite at a place: from its picture, or without a scale as shapes.
 */
void             atlas_map_sprites_paint (AtlasMapSprites   *self,
                                          cairo_t           *cr,
                                          AtlasMapSpriteKind kind,
                                          guint64            number,
                                          AtlasBox           extents,
                                          double             x,
                                          double             y,
                                          AtlasMapSpriteFunc func,
                                          gpointer           user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapSprites, atlas_map_sprites_free)

G_END_DECLS
