// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasWordFunc:
 * @folded: the word as atlas_fold() makes it; only for the call
 * @begin: where it begins in the text as written, in bytes
 * @end: where it ends
 * @user_data: as given
 *
 * Returns: whether to go on
 */
typedef gboolean (*AtlasWordFunc) (const char *folded,
                                   gsize       begin,
                                   gsize       end,
                                   gpointer    user_data);

/* Calls @func for the words of @text: runs of letters, marks and digits. A broken byte separates words. */
void       atlas_tokenizer_foreach (const char    *text,
                                    AtlasWordFunc  func,
                                    gpointer       user_data);
/* The folded words of @text. (transfer full): of char * */
GPtrArray *atlas_tokenizer_split   (const char    *text,
                                    guint          max_words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
