// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"
#include "atlas-note.h"

G_BEGIN_DECLS

/**
 * atlas_notes_to_markdown:
 * @dataset: the atlas that they are of
 * @notes: (element-type AtlasNoteFields): notes of it
 * @language: (nullable): of items' names; %NULL: the atlas's own
 *
 * Writes notes to be read: under the report's sections in its order, then items, sources and bookmarks; each with the words
 * it quotes, what the user says, and a link to where it stands. A note's own Markdown stays as it is.
 *
 * Returns: (transfer full): CommonMark
 */
char *atlas_notes_to_markdown (AtlasDataset *dataset,
                               GPtrArray    *notes,
                               const char   *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
