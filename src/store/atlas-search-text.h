// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is shown of a text in which words were found: words that begin with one of @beginnings (folded, of const char *, at most
 * 32) stand between ATLAS_SEARCH_MARK_BEGIN and ATLAS_SEARCH_MARK_END. */

/* The whole text. */
char *atlas_search_text_mark (const char        *text,
                              GPtrArray         *beginnings) G_GNUC_WARN_UNUSED_RESULT;
/* At most @length words of that of @texts (each may be NULL) where most of the beginnings stand together, "…" for what is left
 * out. It begins where a sentence does, if that keeps as many. */
char *atlas_search_text_cut  (const char *const *texts,
                              guint              n_texts,
                              GPtrArray         *beginnings,
                              guint              length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
