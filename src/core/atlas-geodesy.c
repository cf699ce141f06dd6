// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-geodesy.h"

#include <math.h>

/* WGS 84: equatorial radius in metres and flattening; then the mean radius (2 a + b) / 3. */
#define EQUATORIAL_RADIUS 6378137.0
#define FLATTENING (1.0 / 298.257223563)
#define POLAR_RADIUS (EQUATORIAL_RADIUS * (1.0 - FLATTENING))
#define MEAN_RADIUS 6371008.8

#define RADIANS(degrees) ((degrees) * (G_PI / 180.0))
#define DEGREES(radians) ((radians) * (180.0 / G_PI))

/* Nearly antipodal points never converge; others do in a handful of rounds. */
#define MAX_ROUNDS 100
#define TOLERANCE 1e-12

static double
great_circle_angle (AtlasPoint from,
                    AtlasPoint to)
{
  double sin_lat = sin (RADIANS (to.y - from.y) / 2.0);
  double sin_lon = sin (RADIANS (to.x - from.x) / 2.0);
  double h = sin_lat * sin_lat + cos (RADIANS (from.y)) * cos (RADIANS (to.y)) * sin_lon * sin_lon;

  return 2.0 * atan2 (sqrt (h), sqrt (MAX (1.0 - h, 0.0))); /* haversine: exact for small angles */
}

/* What Vincenty's iteration leaves: the angle on the auxiliary sphere and where its line crosses the equator. */
typedef struct
{
  double sigma, sin_sigma, cos_sigma;
  double cos2_alpha;
  double cos_2sigma_m;
} Arc;

static gboolean
find_arc (double u1,
          double u2,
          double longitude,
          Arc   *arc)
{
  double lambda = longitude;

  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      double x = cos (u2) * sin (lambda);
      double y = cos (u1) * sin (u2) - sin (u1) * cos (u2) * cos (lambda);
      double sin_alpha = 0.0;
      double c = 0.0;
      double last = lambda;

      arc->sin_sigma = hypot (x, y);
      arc->cos_sigma = sin (u1) * sin (u2) + cos (u1) * cos (u2) * cos (lambda);
      arc->sigma = atan2 (arc->sin_sigma, arc->cos_sigma);
      if (!(arc->sin_sigma > 0.0))
        return arc->cos_sigma > 0.0; /* the same point; else its antipode */

      sin_alpha = cos (u1) * cos (u2) * sin (lambda) / arc->sin_sigma;
      arc->cos2_alpha = 1.0 - sin_alpha * sin_alpha;
      arc->cos_2sigma_m = arc->cos2_alpha > 0.0 /* 0 along the equator */
                            ? arc->cos_sigma - 2.0 * sin (u1) * sin (u2) / arc->cos2_alpha
                            : 0.0;
      c = FLATTENING / 16.0 * arc->cos2_alpha * (4.0 + FLATTENING * (4.0 - 3.0 * arc->cos2_alpha));
      lambda = longitude + (1.0 - c) * FLATTENING * sin_alpha *
                             (arc->sigma + c * arc->sin_sigma *
                                             (arc->cos_2sigma_m + c * arc->cos_sigma *
                                                                    (2.0 * arc->cos_2sigma_m * arc->cos_2sigma_m - 1.0)));
      if (fabs (lambda) > G_PI + TOLERANCE)
        return FALSE;
      if (fabs (lambda - last) < TOLERANCE)
        return TRUE;
    }

  return FALSE;
}

static double
measure_arc (const Arc *arc)
{
  double ratio = (EQUATORIAL_RADIUS * EQUATORIAL_RADIUS) / (POLAR_RADIUS * POLAR_RADIUS) - 1.0;
  double u2 = arc->cos2_alpha * ratio;
  double a = 1.0 + u2 / 16384.0 * (4096.0 + u2 * (-768.0 + u2 * (320.0 - 175.0 * u2)));
  double b = u2 / 1024.0 * (256.0 + u2 * (-128.0 + u2 * (74.0 - 47.0 * u2)));
  double m = arc->cos_2sigma_m;
  double third = b / 6.0 * m * (4.0 * arc->sin_sigma * arc->sin_sigma - 3.0) * (4.0 * m * m - 3.0);
  double delta = b * arc->sin_sigma * (m + b / 4.0 * (arc->cos_sigma * (2.0 * m * m - 1.0) - third));

  return POLAR_RADIUS * a * (arc->sigma - delta);
}

double
atlas_geodesy_distance (AtlasPoint from,
                        AtlasPoint to)
{
  double u1 = atan ((1.0 - FLATTENING) * tan (RADIANS (from.y)));
  double u2 = atan ((1.0 - FLATTENING) * tan (RADIANS (to.y)));
  double longitude = remainder (to.x - from.x, 360.0); /* the short way round */
  Arc    arc = { 0 };

  if (!find_arc (u1, u2, RADIANS (longitude), &arc))
    return MEAN_RADIUS * great_circle_angle (from, to);

  return measure_arc (&arc);
}

double
atlas_geodesy_bearing (AtlasPoint from,
                       AtlasPoint to)
{
  double longitude = RADIANS (to.x - from.x);
  double y = sin (longitude) * cos (RADIANS (to.y));
  double x = cos (RADIANS (from.y)) * sin (RADIANS (to.y)) - sin (RADIANS (from.y)) * cos (RADIANS (to.y)) * cos (longitude);
  double bearing = DEGREES (atan2 (y, x));

  if (bearing < 0.0)
    bearing += 360.0;

  return bearing < 360.0 ? bearing : 0.0; /* a tiny negative angle rounds up to 360 */
}

AtlasPoint
atlas_geodesy_interpolate (AtlasPoint from,
                           AtlasPoint to,
                           double     fraction)
{
  double angle = great_circle_angle (from, to);
  double sin_angle = sin (angle);
  double a = 0.0;
  double b = 0.0;
  double x = 0.0;
  double y = 0.0;
  double z = 0.0;

  if (fraction <= 0.0 || sin_angle < 1e-12) /* the same point, or antipodes: any way would do */
    return fraction < 1.0 ? from : to;
  if (fraction >= 1.0)
    return to;

  a = sin ((1.0 - fraction) * angle) / sin_angle;
  b = sin (fraction * angle) / sin_angle;
  x = a * cos (RADIANS (from.y)) * cos (RADIANS (from.x)) + b * cos (RADIANS (to.y)) * cos (RADIANS (to.x));
  y = a * cos (RADIANS (from.y)) * sin (RADIANS (from.x)) + b * cos (RADIANS (to.y)) * sin (RADIANS (to.x));
  z = a * sin (RADIANS (from.y)) + b * sin (RADIANS (to.y));

  return (AtlasPoint){ DEGREES (atan2 (y, x)), DEGREES (atan2 (z, hypot (x, y))) };
}

AtlasPoint
atlas_geodesy_destination (AtlasPoint from,
                           double     bearing,
                           double     distance)
{
  double angle = distance / MEAN_RADIUS;
  double latitude = RADIANS (from.y);
  double sin_there = sin (latitude) * cos (angle) + cos (latitude) * sin (angle) * cos (RADIANS (bearing));
  double there = asin (CLAMP (sin_there, -1.0, 1.0));
  double longitude = atan2 (sin (RADIANS (bearing)) * sin (angle) * cos (latitude),
                            cos (angle) - sin (latitude) * sin_there);

  return (AtlasPoint){ remainder (from.x + DEGREES (longitude), 360.0), DEGREES (there) };
}
