// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-presentation.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_PRESENTATION_PROP_SESSION = 1,
  ATLAS_PRESENTATION_PROP_TOUR,
  ATLAS_PRESENTATION_PROP_STEP,
  ATLAS_PRESENTATION_PROP_N_STEPS,
  ATLAS_PRESENTATION_PROP_CURRENT,
  ATLAS_PRESENTATION_PROP_NEXT,
  ATLAS_PRESENTATION_PROP_WANDERING,
  ATLAS_PRESENTATION_PROP_BLANK,
  ATLAS_PRESENTATION_PROP_FROZEN,
  ATLAS_PRESENTATION_PROP_POINTING,
  ATLAS_PRESENTATION_PROP_POINTER,
  ATLAS_PRESENTATION_PROP_ANSWER_SHOWN,
  ATLAS_PRESENTATION_PROP_TYPED,
  ATLAS_PRESENTATION_PROP_KIOSK,
  ATLAS_PRESENTATION_PROP_ENDED,
  ATLAS_PRESENTATION_N_PROPS
} AtlasPresentationProp;

struct _AtlasPresentation
{
  GObject            parent_instance;

  AtlasSession      *session;
  AtlasTour         *tour;
  guint              position;        /* of the step, from 0 */
  AtlasSessionState *rest;            /* what the session looks at while nobody wanders */
  guint              applying;        /* what changes now is no wandering */
  gboolean           wandering;

  AtlasBlank         blank;
  gboolean           frozen;
  gboolean           pointing;
  AtlasPoint         pointer;         /* NaN: away */
  gboolean           answer_shown;
  gboolean           kiosk;
  gboolean           ended;

  guint              typed;
  gboolean           pointing_before; /* the number was typed */
  guint              forget;          /* source: lets go of the number */

  double             width;           /* of the stage's map, px; 0: not known yet */
  double             height;
  double             min_zoom;
  double             max_zoom;
};

void     atlas_presentation_notify  (AtlasPresentation    *self,
                                     AtlasPresentationProp prop);
/* Whether one is away from the step is looked at anew. */
void     atlas_presentation_look    (AtlasPresentation    *self);
/* Sets a switch and tells. FALSE: it was so already. */
gboolean atlas_presentation_switch  (AtlasPresentation    *self,
                                     gboolean             *member,
                                     gboolean              value,
                                     AtlasPresentationProp prop);

G_END_DECLS
