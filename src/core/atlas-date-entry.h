// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-time-span.h"

G_BEGIN_DECLS

/**
 * atlas_date_entry_parse:
 * @text: what a person typed: ISO, EDTF, "Sep 2020", "28 May 2006", "сен 2020", "2020 sentyabr", "May 28, 2006", "today"
 * @out: (out caller-allocates): the day, month, year or interval meant; touched only on success
 * @error: return location: an #AtlasEdtfError that says what is understood
 *
 * Reads a date as people type it. Month names are known in English, Azerbaijani, Russian, Armenian and Turkish, whole,
 * by their first three letters or more, or as the program shortens them, in any case. What the program shows of a day, a
 * month, or days and months of one year is understood in each of these languages; what else it shows of one date, "the 1990s",
 * "spring 2006", "about 2004", "from 2018 on", in its own.
 *
 * Returns: whether a date was understood
 */
gboolean atlas_date_entry_parse (const char    *text,
                                 AtlasTimeSpan *out,
                                 GError       **error);
/* The month that a folded word names, whole or by its first letters: 1 to 12; 0: none; -1: more than one. */
int      atlas_date_entry_find_month (const char *word);
/* Whether a folded word stands around a date and says nothing: "of", "th", "года". */
gboolean atlas_date_entry_is_filler  (const char *word);

G_END_DECLS
