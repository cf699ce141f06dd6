// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-figure-private.h"

G_BEGIN_DECLS

/* A tour on paper: its pages composed, so that the first can say where the others are. */
typedef struct
{
  AtlasTour        *tour;
  AtlasFigurePlate *cover;
  cairo_rectangle_t column; /* of the cover: what is written */
  GPtrArray        *steps;  /* of AtlasFigurePlate */
  guint             n_pages;
} AtlasFigureHandout;

/* Makes the cover's plate one: what is written beside its map or above it. */
void atlas_figure_handout_compose_cover (AtlasFigureHandout *self);

G_END_DECLS
