// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"
#include "atlas-manifest.h"

G_BEGIN_DECLS

/**
 * AtlasFlight:
 * @length: how far it seems, over panning and zooming alike: 0.5 is a zoom step, 1.2 a screen to the side, 4.2 ten screens
 *
 * The way of a camera from one view to another that seems shortest: out, over, and in again.
 *
 * J. J. van Wijk and W. A. A. Nuij, "Smooth and efficient zooming and panning", Proc. IEEE InfoVis 2003, pp. 15-22. With u
 * the way on the ground and w the width of the view, a step costs ds² = ρ² du² / w² + dw² / (ρ² w²). The cheapest way is an
 * arc of an ellipse in (u, w), with the half axes A / ρ² and A, A being the width at the top.
 */
typedef struct
{
  AtlasCamera from;
  AtlasCamera to;
  AtlasPoint  begin;  /* unit Mercator */
  AtlasPoint  end;
  double      way;    /* between them; 0: the flight only zooms */
  double      width;  /* of the first view, unit Mercator */
  double      rho;    /* how much a pan costs against a zoom */
  double      r0;     /* the parameter of the arc, at its ends */
  double      r1;
  double      length;
} AtlasFlight;

AtlasFlight atlas_flight_plan         (AtlasCamera        from,
                                       AtlasCamera        to,
                                       double             size,
                                       double             min_zoom);
AtlasCamera atlas_flight_at           (const AtlasFlight *self,
                                       double             fraction);
double      atlas_flight_get_duration (const AtlasFlight *self); /* s */

G_END_DECLS
