// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * atlas_tokenizer_register:
 * @db: a database
 *
 * Makes the FTS5 tokenizer "atlas" known to @db: runs of letters, marks and digits, folded with atlas_fold().
 *
 * Its tokens keep their places in the text as written, so that FTS5's highlight() and snippet() show that.
 *
 * Returns: an SQLite result code
 */
int        atlas_tokenizer_register (sqlite3    *db);
/* The folded words of @text, as the tokenizer finds them. (transfer full): of char * */
GPtrArray *atlas_tokenizer_split    (const char *text,
                                     guint       max_words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
