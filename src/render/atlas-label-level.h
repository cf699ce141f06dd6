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
  guint32          name;          /* index of the name; ATLAS_LABEL_NO_NAME: of a river, which may have many */
  gboolean         stretches;     /* its letters move apart with the land */
  gboolean         is_spare;      /* to be shown only where the name's own place is not */
} AtlasLabelPlace;

#define ATLAS_LABEL_NO_NAME G_MAXUINT32

/* All names of the world for zooms from @zoom on. What is to be seen somewhat nearer, at @look, decides which and how large. */
typedef struct
{
  double           zoom, look;
  GArray          *places; /* of AtlasLabelPlace */
  gint8           *tries;  /* per name: which of its positions it took, or -1 */
} AtlasLabelLevel;

/* A level that is being filled; world coordinates are px. */
typedef struct
{
  const AtlasBasemap    *basemap;
  GArray                *names; /* of AtlasLabelName */
  AtlasLabelFonts       *fonts;
  double                 text_scale;
  double                 world; /* px */
  AtlasLabelLevel       *level;
  const AtlasLabelLevel *before; /* (nullable) */
  AtlasCollision        *taken;
  AtlasCollision        *taken_far; /* the same where the level ends: what a symbol's name and another's keep apart may have crossed */
  const AtlasCollision  *nothing;   /* an empty one */
  AtlasLabelLine         line;
} AtlasLabelPlacing;

#define ATLAS_LABEL_AHEAD 0.25 /* zooms from a level's zoom to its look */
#define ATLAS_LABEL_LAST  0.62 /* zooms from a level's zoom to the nearest that it serves */

AtlasLabelLevel *atlas_label_level_new  (const AtlasBasemap    *basemap,
                                         AtlasBasemapLanguage   language,
                                         GArray                *names,
                                         AtlasLabelFonts       *fonts,
                                         double                 text_scale,
                                         double                 zoom,
                                         const AtlasLabelLevel *before); /* (nullable): the level before it */
void             atlas_label_level_free (AtlasLabelLevel       *self);

/* Where a name may stand beside its symbol, best first. @gap: px from the symbol's middle that stay free */
#define ATLAS_LABEL_N_SIDES 8
void             atlas_label_place_beside (AtlasLabelPlace     *place,
                                           int                  side,
                                           double               gap);
double           atlas_label_place_get_gap (const AtlasLabelPlace *place);

/* atlas-label-areas.c: where the name of an area may stand, best first, and then where else if the view leaves no room. */
#define ATLAS_LABEL_N_SHIFTS 5
gboolean         atlas_label_area_place      (AtlasLabelPlacing    *self,
                                              const AtlasLabelName *name,
                                              int                   shift,
                                              AtlasLabelPlace      *place);
void             atlas_label_area_add_spares (AtlasLabelPlacing    *self,
                                              const AtlasLabelName *name,
                                              AtlasLabelPlace       place);

/* atlas-label-rivers.c */
void             atlas_label_rivers_place (AtlasLabelPlacing   *self,
                                           AtlasBasemapLanguage language);
/* Takes the room of a name's letters, if it is free at the far end of the level too. */
gboolean         atlas_label_take_glyphs  (AtlasLabelPlacing     *self,
                                           const AtlasLabelPlace *place);

G_END_DECLS
