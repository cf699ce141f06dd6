// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-date-entry.h"

G_BEGIN_DECLS

/* The dates that the program would say so in its language: "the 1990s", "spring 2006", "about 2004", "from 2018 on". FALSE: none. */
gboolean atlas_date_entry_find_said (const char    *text,
                                     AtlasTimeSpan *out);

G_END_DECLS
