// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-tour.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A tour in the list of tours: its title, what it tells, and how long it is. */
#define ATLAS_TYPE_TOUR_ROW (atlas_tour_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTourRow, atlas_tour_row, ATLAS, TOUR_ROW, GtkListBoxRow)

GtkWidget *atlas_tour_row_new      (AtlasTour    *tour,
                                    gboolean      own) G_GNUC_WARN_UNUSED_RESULT; /* @own: it is the user's */
AtlasTour *atlas_tour_row_get_tour (AtlasTourRow *self); /* (transfer none) */
gboolean   atlas_tour_row_is_own   (AtlasTourRow *self);
/* Whether the session is on it. */
void       atlas_tour_row_set_current (AtlasTourRow *self,
                                       gboolean      current);

G_END_DECLS
