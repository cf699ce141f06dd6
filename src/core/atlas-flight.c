// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-flight.h"

#include "atlas-mercator.h"

/* The paper's users liked 1.42 best. */
#define RHO G_SQRT2
/* A way over the ground that is shorter than this part of the view is not seen: then the flight only zooms. */
#define NO_WAY 1e-6
/* The top of a flight is at least this much wider than its ends, or there would be no arc. */
#define LEAST_RISE 1.01

/* s */
#define SHORTEST 0.25
#define LONGEST 1.2
#define SECONDS_A_UNIT 0.22

static double
get_width (double size,
           double zoom)
{
  return size / atlas_mercator_world_size (zoom);
}

/* The parameters r0 and r1 of the paper; its ln (-b + √(b² + 1)) is asinh (-b). */
static void
plan_arc (AtlasFlight *self,
          double       last_width,
          double       rho)
{
  double pull = rho * rho * self->way;
  double growth = last_width * last_width - self->width * self->width;

  self->rho = rho;
  self->r0 = -asinh ((growth + pull * pull) / (2.0 * self->width * pull));
  self->r1 = -asinh ((growth - pull * pull) / (2.0 * last_width * pull));
}

/* The half axes of the arc's ellipse are A and A / ρ², so that ρ² · way = √(A² - w0²) + √(A² - w1²) where A lies between the
 * ends: from this follows the ρ whose arc goes no higher than @widest. */
static void
keep_below (AtlasFlight *self,
            double       last_width,
            double       widest)
{
  double top = self->width * cosh (self->r0);

  widest = MAX (widest, MAX (self->width, last_width) * LEAST_RISE);
  if (self->r0 >= 0.0 || self->r1 <= 0.0 || top <= widest)
    return;

  plan_arc (self, last_width,
            sqrt ((sqrt (widest * widest - self->width * self->width) + sqrt (widest * widest - last_width * last_width)) / self->way));
}

/**
 * atlas_flight_plan:
 * @from: the first view
 * @to: the last one
 * @size: px, the longer side of the map; above 0
 * @min_zoom: how far out the flight may go
 *
 * Plans a flight.
 *
 * Returns: the flight
 */
AtlasFlight
atlas_flight_plan (AtlasCamera from,
                   AtlasCamera to,
                   double      size,
                   double      min_zoom)
{
  AtlasFlight self = {
    .from = from,
    .to = to,
    .begin = atlas_mercator_project (from.longitude, from.latitude),
    .end = atlas_mercator_project (to.longitude, to.latitude),
    .width = get_width (size, from.zoom),
    .rho = RHO,
  };
  double last_width = get_width (size, to.zoom);

  self.way = hypot (self.end.x - self.begin.x, self.end.y - self.begin.y);
  self.length = fabs (log (last_width / self.width)) / RHO;
  if (self.way < NO_WAY * MIN (self.width, last_width))
    {
      self.way = 0.0;
      return self;
    }

  plan_arc (&self, last_width, RHO);
  self.length = (self.r1 - self.r0) / RHO;
  keep_below (&self, last_width, get_width (size, min_zoom));

  return self;
}

/**
 * atlas_flight_at:
 * @self: a flight
 * @fraction: of the way, as it seems; 0 or less is the first view, exactly, and 1 or more the last
 *
 * Says where a flight is.
 *
 * Returns: the view
 */
AtlasCamera
atlas_flight_at (const AtlasFlight *self,
                 double             fraction)
{
  AtlasCamera camera = self->to;
  AtlasPoint  point;
  double      r = self->r0 + (self->r1 - self->r0) * fraction;
  double      gone = 0.0;

  if (fraction <= 0.0)
    return self->from;
  if (fraction >= 1.0)
    return self->to;

  if (self->way == 0.0)
    {
      camera.zoom = self->from.zoom + (self->to.zoom - self->from.zoom) * fraction;
      return camera;
    }

  gone = self->width / (self->rho * self->rho) * (cosh (self->r0) * tanh (r) - sinh (self->r0)) / self->way;
  point.x = self->begin.x + (self->end.x - self->begin.x) * gone;
  point.y = self->begin.y + (self->end.y - self->begin.y) * gone;
  point = atlas_mercator_unproject (point);

  camera.longitude = point.x;
  camera.latitude = point.y;
  camera.zoom = self->from.zoom + log2 (cosh (r) / cosh (self->r0));

  return camera;
}

/**
 * atlas_flight_get_duration:
 * @self: a flight
 *
 * Says how long a flight should take: longer for a longer way, but nobody waits long for it.
 *
 * Returns: seconds
 */
double
atlas_flight_get_duration (const AtlasFlight *self)
{
  return CLAMP (SHORTEST + SECONDS_A_UNIT * self->length, SHORTEST, LONGEST);
}
