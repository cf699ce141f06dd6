// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-reference.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * atlas_own_references_add:
 * @base: an atlas's references
 * @notes: of #AtlasNote: references that the user has added, oldest first
 *
 * Puts the user's records over the atlas's: a record with a citation's number stands in the place of the one that the atlas
 * has under it; any other comes after them, as `own-` and the beginning of the note's id. A note whose text is no record
 * (of a newer version, say) is left out.
 *
 * Returns: (transfer full): all references; a new reference to @base when nothing is added
 */
AtlasBibliography *atlas_own_references_add   (AtlasBibliography *base,
                                               GListModel        *notes) G_GNUC_WARN_UNUSED_RESULT;

/* A record as a note keeps it: CSL-JSON, an array of one. (transfer full) */
char              *atlas_own_reference_write  (AtlasReference    *reference) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_own_reference_read:
 * @text: what a note keeps
 * @id: the id it is to have
 * @number: the report's citation number that it is the record of; 0: none
 * @error: return location: says what the text lacks
 *
 * Reads the record of a note.
 *
 * Returns: (transfer full) (nullable): the record
 */
AtlasReference    *atlas_own_reference_read   (const char        *text,
                                               const char        *id,
                                               guint              number,
                                               GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
