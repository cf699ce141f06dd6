// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-stage-content.h"
#include "atlas-stage-strip.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_STAGE_DATE,
  ATLAS_STAGE_RULE,
  ATLAS_STAGE_TITLE,
  ATLAS_STAGE_TEXT,
  ATLAS_STAGE_QUESTION,
  ATLAS_STAGE_ANSWER,
  ATLAS_STAGE_TOUR,
  ATLAS_STAGE_COUNT,
  ATLAS_N_STAGE_PARTS
} AtlasStagePart;

struct _AtlasStageContent
{
  GtkWidget          parent_instance;

  AtlasPresentation *presentation;
  GtkWidget         *parts[ATLAS_N_STAGE_PARTS]; /* labels, and the rule */
  AtlasMapView      *map;
  AtlasStageStrip   *strip;

  /* For which the type is set. */
  int                width;
  int                height;
  double             text_scale;
  double             fit;    /* by which the type is smaller than it should be; 0: not known yet */
  double             column; /* px */
};

/* The CSS class of a part. */
const char *atlas_stage_part_get_css_class (AtlasStagePart     part);
/* Sets the type and places all parts in the room there is. */
void        atlas_stage_content_lay_out    (AtlasStageContent *self,
                                            int                width,
                                            int                height);

G_END_DECLS
