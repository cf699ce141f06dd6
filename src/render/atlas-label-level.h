// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-label-line.h"
#include "atlas-label-names.h"

G_BEGIN_DECLS

/* A name that found its place at a level. */
typedef struct
{
  AtlasLabelStyle  style;
  const char      *text;
  double           size, spacing; /* px */
  double           x, y;          /* what it stands by or on, unit Mercator */
  float            dx, dy;        /* from there to the middle of the text, px */
  float            width, height; /* px */
  gboolean         has_symbol;
  guint8           rank;
  AtlasLabelGlyph *glyphs;        /* (nullable): one a character */
  guint            n_glyphs;
} AtlasLabelPlace;

/* All names of the world at one zoom. */
typedef struct
{
  double           zoom;
  GArray          *places; /* of AtlasLabelPlace */
  gint8           *tries;  /* per name: which of its positions it took, or -1 */
} AtlasLabelLevel;

AtlasLabelLevel *atlas_label_level_new  (const AtlasBasemap    *basemap,
                                         AtlasBasemapLanguage   language,
                                         GArray                *names,
                                         AtlasLabelFonts       *fonts,
                                         double                 text_scale,
                                         double                 zoom,
                                         const AtlasLabelLevel *before); /* (nullable): the level before it */
void             atlas_label_level_free (AtlasLabelLevel       *self);

/* atlas-label-rivers.c */
void             atlas_label_rivers_place (const AtlasBasemap  *basemap,
                                           AtlasBasemapLanguage language,
                                           AtlasLabelFonts     *fonts,
                                           double               text_scale,
                                           double               zoom,
                                           AtlasCollision      *taken,
                                           GArray              *places);
void             atlas_label_take_glyphs  (AtlasCollision        *taken,
                                           const AtlasLabelGlyph *glyphs,
                                           guint                  n_glyphs,
                                           AtlasPoint             middle,
                                           double                 size);

G_END_DECLS
