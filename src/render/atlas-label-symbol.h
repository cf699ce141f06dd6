// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-palette.h"

G_BEGIN_DECLS

#define ATLAS_LABEL_SYMBOL_PEAK 5 /* those before it are the dots of the ranks */
#define ATLAS_N_LABEL_SYMBOLS   6

void atlas_label_symbol_draw (cairo_t            *cr,
                              const AtlasPalette *palette,
                              guint               symbol);

G_END_DECLS
