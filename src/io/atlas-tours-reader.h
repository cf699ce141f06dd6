// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-json.h"
#include "atlas-tour.h"

G_BEGIN_DECLS

/* The format of files of tours that the program writes, and the last that it reads. */
#define ATLAS_TOURS_FORMAT 1

/**
 * atlas_tours_read:
 * @root: `tours.json`
 * @file: the file's name, for findings
 * @findings: (element-type AtlasFinding): where errors go; a tour with one is left out
 *
 * Reads the tours of an atlas. A member or a part of a state that the program does not know is an error, because it would be
 * lost when the file is written again.
 *
 * Returns: (transfer full): an array of as many #AtlasTour as there are in the file, in their order; %NULL in place of one with
 * an error
 */
GPtrArray *atlas_tours_read      (const AtlasJson *root,
                                  const char      *file,
                                  GPtrArray       *findings) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_tours_read_own:
 * @bytes: a whole file of the user's
 * @file: its name, for the error
 * @atlas: (out) (transfer full): id of the atlas that the tours are of
 * @error: return location: an #ATLAS_BUNDLE_ERROR with the file, the place and the rule
 *
 * Reads tours that are not part of an atlas. They are read whole or not at all.
 *
 * Returns: (transfer full) (element-type AtlasTour): the tours; %NULL on error
 */
GPtrArray *atlas_tours_read_own  (GBytes          *bytes,
                                  const char      *file,
                                  char           **atlas,
                                  GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
