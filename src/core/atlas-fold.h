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

G_END_DECLS
