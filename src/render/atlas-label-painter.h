// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-label-sprite.h"

G_BEGIN_DECLS

/* Names of areas are spread over their ground: they lie under what is drawn on it, the names of places and rivers over that. */
typedef enum
{
  ATLAS_LABEL_AREAS  = 1 << 0,
  ATLAS_LABEL_PLACES = 1 << 1,
  ATLAS_LABEL_ALL    = ATLAS_LABEL_AREAS | ATLAS_LABEL_PLACES,
} AtlasLabelLayers;

/* Draws placed names. A name is drawn once, with its halo, and kept as a picture, so that a frame copies pictures. To be used
 * by one thread. */
typedef struct _AtlasLabelPainter AtlasLabelPainter;

AtlasLabelPainter      *atlas_label_painter_new            (const AtlasPalette     *palette,
                                                            double                  device_scale);
void                    atlas_label_painter_free           (AtlasLabelPainter      *self);
void                    atlas_label_painter_set_look       (AtlasLabelPainter      *self,
                                                            const AtlasPalette     *palette,
                                                            double                  device_scale);
void                    atlas_label_painter_clear          (AtlasLabelPainter      *self);
/* Whether every picture is waited for, however long it takes: for what is no frame of an animation. */
void                    atlas_label_painter_set_patient    (AtlasLabelPainter      *self,
                                                            gboolean                patient);
gboolean                atlas_label_painter_paint          (AtlasLabelPainter      *self,
                                                            cairo_t                *cr,
                                                            GArray                 *labels,
                                                            AtlasLabelLayers        layers);
void                    atlas_label_painter_show           (AtlasLabelPainter      *self,
                                                            cairo_t                *cr,
                                                            GArray                 *labels,
                                                            AtlasLabelLayers        layers);

/* For a caller that composes the pictures itself, as textures for instance. */
const AtlasLabelSprite *atlas_label_painter_get_sprite     (AtlasLabelPainter      *self,
                                                            const AtlasPlacedLabel *label);
const AtlasLabelSprite *atlas_label_painter_get_symbol     (AtlasLabelPainter      *self,
                                                            const AtlasPlacedLabel *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLabelPainter, atlas_label_painter_free)

G_END_DECLS
