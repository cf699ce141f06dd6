// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-label-level.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The levels of a placer. A level builds on the one before, always from the first on: what one sees does not depend on where
 * one came from. Shared with the thread that builds them; a level does not change once it is there. */
typedef struct _AtlasLabelLevels AtlasLabelLevels;

#define ATLAS_LABEL_LEVELS_A_ZOOM 2
#define ATLAS_LABEL_FIRST_LEVEL   (2 * ATLAS_LABEL_LEVELS_A_ZOOM)
#define ATLAS_LABEL_N_LEVELS      (14 * ATLAS_LABEL_LEVELS_A_ZOOM + 1)

AtlasLabelLevels      *atlas_label_levels_new         (AtlasBasemap         *basemap,
                                                       AtlasBasemapLanguage  language,
                                                       double                text_scale);
/* The same, kept for who asks next with the same arguments: all maps of the program and all pictures share them. Any thread may ask. */
AtlasLabelLevels      *atlas_label_levels_get_shared  (AtlasBasemap         *basemap,
                                                       AtlasBasemapLanguage  language,
                                                       double                text_scale);
AtlasLabelLevels      *atlas_label_levels_ref         (AtlasLabelLevels     *self);
void                   atlas_label_levels_unref       (AtlasLabelLevels     *self);
/* Builds what is missing. */
const AtlasLabelLevel *atlas_label_levels_get         (AtlasLabelLevels     *self,
                                                       int                   index);
/* The nearest one that is there, not nearer than asked for, or NULL; @index becomes its. */
const AtlasLabelLevel *atlas_label_levels_find        (AtlasLabelLevels     *self,
                                                       int                  *index); /* (inout): */
void                   atlas_label_levels_build_async (AtlasLabelLevels     *self,
                                                       int                   index,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLabelLevels, atlas_label_levels_unref)

G_END_DECLS
