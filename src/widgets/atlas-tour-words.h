// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-tour.h"

G_BEGIN_DECLS

/* The date that a step looks at: "July 2006", "Up to 2012", "1996 and 2020"; "All dates" without one. (transfer full) */
char *atlas_tour_step_date_to_words (AtlasTourStep *step) G_GNUC_WARN_UNUSED_RESULT;
/* "12 steps, 1992–2024". (transfer full) */
char *atlas_tour_extent_to_words    (AtlasTour     *tour) G_GNUC_WARN_UNUSED_RESULT;
/* Pango markup of a step's words, in which citations are links, "cite:12". (transfer full) */
char *atlas_tour_text_to_markup     (const char    *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
