// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap.h"
#include "atlas-presentation.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* px of the map in a picture. */
#define ATLAS_STEP_PICTURE_WIDTH 480
#define ATLAS_STEP_PICTURE_HEIGHT 270

/**
 * AtlasStepPictures:
 *
 * Small maps of the steps of a presentation. They are painted in a thread, one after the other, when somebody first asks for
 * them, and anew when the tour, the basemap or the colours change.
 */
#define ATLAS_TYPE_STEP_PICTURES (atlas_step_pictures_get_type ())
G_DECLARE_FINAL_TYPE (AtlasStepPictures, atlas_step_pictures, ATLAS, STEP_PICTURES, GObject)

AtlasStepPictures *atlas_step_pictures_new               (AtlasPresentation *presentation) G_GNUC_WARN_UNUSED_RESULT;
/* Paints nothing more; for who lets go of it while a picture may be under way. */
void               atlas_step_pictures_close             (AtlasStepPictures *self);
void               atlas_step_pictures_set_basemap       (AtlasStepPictures *self,
                                                          AtlasBasemap      *basemap); /* (nullable) */
void               atlas_step_pictures_set_dark          (AtlasStepPictures *self,
                                                          gboolean           dark);
void               atlas_step_pictures_set_high_contrast (AtlasStepPictures *self,
                                                          gboolean           high_contrast);

/**
 * atlas_step_pictures_get:
 * @self: the pictures
 * @step: from 1
 *
 * Gets the picture of a step. It is empty until it has been painted; then its contents change.
 *
 * Returns: (transfer full): the picture, of ATLAS_STEP_PICTURE_WIDTH by ATLAS_STEP_PICTURE_HEIGHT px
 */
GdkPaintable      *atlas_step_pictures_get               (AtlasStepPictures *self,
                                                          guint              step) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the picture of a step has been painted. */
gboolean           atlas_step_pictures_is_ready          (AtlasStepPictures *self,
                                                          guint              step);

G_END_DECLS
