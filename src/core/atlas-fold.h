// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * atlas_fold:
 * @text: UTF-8
 *
 * Folds text for matching: compatibility decomposition, marks dropped, case folded, the Azerbaijani and Turkish İ I ı
 * and ə made i and e, dashes made "-", quotes made "'", white space made single. For matching only, never for show.
 *
 * Returns: (transfer full): the folded text
 */
char *atlas_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_fold_with_map:
 * @text: valid UTF-8
 * @map: (nullable): an array of guint32, which is filled: for each byte of the folded text the index of the character
 *   of @text that it comes from, and one more for its end
 *
 * Folds text as atlas_fold() does, and says what came from where.
 *
 * Returns: (transfer full): the folded text
 */
char *atlas_fold_with_map (const char *text,
                           GArray     *map) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
