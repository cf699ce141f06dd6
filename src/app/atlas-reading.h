// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-notebook.h"
#include "atlas-report-import.h"
#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasReading:
 *
 * In which words a window reads its atlas: those of the atlas, or the report's own, which the user has added; and with which
 * records of sources. It puts them together out of the atlas and the notebook, gives the session the result, and does so again
 * whenever one of them changes.
 *
 * Properties: `original` (whether the report's own words are read, if there are any), `has-original` (both notify on change).
 *
 * Signals: `failed` (a message: what the notebook keeps of the report cannot be read).
 */
#define ATLAS_TYPE_READING (atlas_reading_get_type ())
G_DECLARE_FINAL_TYPE (AtlasReading, atlas_reading, ATLAS, READING, GObject)

AtlasReading  *atlas_reading_new              (AtlasSession      *session) G_GNUC_WARN_UNUSED_RESULT;
/* The atlas as it is in its bundle; the session gets it with what the notebook adds. */
void           atlas_reading_set_atlas        (AtlasReading      *self,
                                               AtlasDataset      *atlas);
AtlasDataset  *atlas_reading_get_atlas        (AtlasReading      *self); /* (transfer none) (nullable) */
void           atlas_reading_set_notebook     (AtlasReading      *self,
                                               AtlasNotebook     *notebook); /* (nullable) */
AtlasNotebook *atlas_reading_get_notebook     (AtlasReading      *self); /* (transfer none) (nullable) */
gboolean       atlas_reading_get_original     (AtlasReading      *self);
void           atlas_reading_set_original     (AtlasReading      *self,
                                               gboolean           original);
gboolean       atlas_reading_get_has_original (AtlasReading      *self);
/* Reads @import from now on, and keeps it in the notebook, as soon as there is one. */
void           atlas_reading_keep             (AtlasReading      *self,
                                               AtlasReportImport *import);
/* Lets go of the report's own words and of the sources that came with them. */
void           atlas_reading_remove           (AtlasReading      *self);

G_END_DECLS
