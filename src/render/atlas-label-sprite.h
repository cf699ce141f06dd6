// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-label-placer.h"

G_BEGIN_DECLS

/* A name, or the symbol beside it, as a picture. */
typedef struct
{
  cairo_surface_t *surface; /* ARGB32 with the painter's device scale */
  double           x, y;    /* px from the middle of the text or symbol to the picture's north-west corner */
} AtlasLabelSprite;

/* How names look. */
typedef struct
{
  const AtlasPalette *palette;
  double              device_scale; /* device pixels a logical pixel */
  AtlasLabelFonts    *fonts;
} AtlasLabelLook;

/* A straight name, shaped; (transfer full). */
PangoLayout      *atlas_label_look_create_layout (const AtlasLabelLook   *look,
                                                  const AtlasPlacedLabel *label) G_GNUC_WARN_UNUSED_RESULT;
AtlasLabelSprite *atlas_label_sprite_new  (const AtlasLabelLook   *look,
                                           const AtlasPlacedLabel *label);
void              atlas_label_sprite_free (AtlasLabelSprite       *self);

G_END_DECLS
