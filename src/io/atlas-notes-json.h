// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-finding.h"
#include "atlas-note.h"

G_BEGIN_DECLS

/* The version of the format that is written; files up to it are read. `data/schemas/notes.schema.json` describes it. */
#define ATLAS_NOTES_JSON_FORMAT "corridor-atlas-notes"
#define ATLAS_NOTES_JSON_VERSION 1

/**
 * atlas_notes_to_json:
 * @notes: (element-type AtlasNoteFields): notes
 *
 * Writes notes so that atlas_notes_from_json() reads them back, whole.
 *
 * Returns: (transfer full): UTF-8
 */
GBytes    *atlas_notes_to_json   (GPtrArray  *notes) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_notes_from_json:
 * @bytes: a whole file
 * @name: what it is called, for messages
 * @error: return location: an #ATLAS_BUNDLE_ERROR whose message begins with @name and the place
 *
 * Reads notes. All of them are good or none is read. Members that are not known are ignored.
 *
 * Returns: (transfer full) (element-type AtlasNoteFields): the notes; %NULL on error
 */
GPtrArray *atlas_notes_from_json (GBytes     *bytes,
                                  const char *name,
                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
