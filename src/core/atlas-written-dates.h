// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-time-span.h"

G_BEGIN_DECLS

/**
 * atlas_written_dates_find:
 * @text: a paragraph
 * @language: (nullable): its language (BCP 47), for the order in which dates are written
 * @bounds: the days that a number with nothing but its four digits may be the year of
 *
 * Finds the dates that a text names: years, decades, months and days, and what runs from one of them to another
 * ("2006", "1993–2003", "2024–25", "the 1990s", "September 2020", "9 November 2020", "19 to 20 September 2023",
 * "2006-05-28", "28.05.2006"). Months are known in the languages of atlas_date_entry_parse(). Of "since 1991" it is the
 * year. A number that counts, measures or labels something is no year: "2000 troops", "1,768 km", "No. 1701", "[12]".
 *
 * Returns: (transfer full): array of #AtlasTimeSpan in the order of the text
 */
GArray *atlas_written_dates_find (const char    *text,
                                  const char    *language,
                                  AtlasTimeSpan  bounds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
