// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-stage-content.h"
#include "atlas-stage-find.h"
#include "atlas-stage-overview.h"
#include "atlas-stage.h"
#include "atlas-step-pictures.h"

G_BEGIN_DECLS

struct _AtlasStage
{
  GtkWidget          parent_instance;

  AtlasPresentation *presentation;
  AtlasStepPictures *pictures;
  GtkCssProvider    *type;     /* the size of type, for what has no size of its own */
  double             type_size; /* px */

  GtkWidget         *overlay;
  AtlasStageContent *content;
  GtkWidget         *back;     /* to the step */
  GtkWidget         *still;    /* picture, while frozen */
  GtkWidget         *pointer;
  GtkWidget         *typed;
  AtlasStageOverview *overview;
  AtlasStageFind    *find;
  GtkWidget         *cover;    /* black or white */

  double             pointer_x; /* px: where the mouse was last */
  double             pointer_y;
  guint              rest;     /* source: the mouse has not moved for a while */
};

/* What lies over the content: made, bound to the presentation, and shown as that says. */
void atlas_stage_init_layers (AtlasStage *self);
void atlas_stage_bind_layers (AtlasStage *self);
/* The mouse: the pointer that the hall sees, and the cursor that it does not when it rests. */
void atlas_stage_init_mouse  (AtlasStage *self);

G_END_DECLS
