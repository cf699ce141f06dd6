// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-collision.h"
#include "atlas-label-style.h"

G_BEGIN_DECLS

typedef struct
{
  float x, y;  /* the middle of the letter's foot line, px from the name's middle */
  float angle; /* radians, clockwise */
} AtlasLabelGlyph;

/* Where a letter stands before it is raised off its line. */
typedef struct
{
  AtlasPoint at; /* px */
  AtlasPoint up; /* which way it is raised; a unit vector */
  float      angle;
} AtlasLabelFoot;

/* A line that a name may run along, in world pixels. */
typedef struct
{
  GArray *points;  /* of AtlasPoint */
  GArray *lengths; /* of double: from the first point to each */
} AtlasLabelLine;

/* A name to be set along a line. */
typedef struct
{
  AtlasLabelStyle style;
  const char     *text;
  double          size, spacing, lift; /* px; @lift is above the line */
  double          max_bend;            /* radians from letter to letter */
  double          min_straightness;    /* of the name's chord to its length: what bends more does not read */
} AtlasLabelText;

void             atlas_label_line_init       (AtlasLabelLine       *self);
void             atlas_label_line_clear      (AtlasLabelLine       *self);
void             atlas_label_line_reset      (AtlasLabelLine       *self);
void             atlas_label_line_add        (AtlasLabelLine       *self,
                                              AtlasPoint            point);
void             atlas_label_line_extend     (AtlasLabelLine       *self,
                                              double                length);
double           atlas_label_line_get_length (const AtlasLabelLine *self);
guint            atlas_label_line_find       (const AtlasLabelLine *self,
                                              double                along); /* px */
void             atlas_label_line_smooth     (AtlasLabelLine       *self);
gboolean         atlas_label_line_lay        (const AtlasLabelLine *self,
                                              AtlasLabelFonts      *fonts,
                                              const AtlasLabelText *text,
                                              double                start,   /* px along the line */
                                              GArray               *feet,    /* of AtlasLabelFoot */
                                              AtlasPoint           *middle); /* (out): */
AtlasLabelGlyph *atlas_label_feet_raise      (const GArray         *feet,
                                              const AtlasLabelText *text,
                                              const AtlasCollision *taken,
                                              AtlasPoint            middle);
AtlasLabelGlyph *atlas_label_line_set        (const AtlasLabelLine *self,
                                              AtlasLabelFonts      *fonts,
                                              const AtlasLabelText *text,
                                              double                start,   /* px along the line */
                                              const AtlasCollision *taken,
                                              AtlasPoint           *middle); /* (out): */

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasLabelLine, atlas_label_line_clear)

G_END_DECLS
