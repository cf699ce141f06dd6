// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A length on the ground that is 1, 2 or 5 times a power of ten metres, and how long it is on the screen. */
typedef struct
{
  double metres;
  double px;
} AtlasScaleBar;

/* The longest such length that is at most @max_px; {0, 0} when there is none. */
AtlasScaleBar atlas_scale_bar_fit      (double        metres_per_px,
                                        double        max_px);
/* "500 m", "20 km", in the user's language. (transfer full) */
char         *atlas_scale_bar_to_words (AtlasScaleBar self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
