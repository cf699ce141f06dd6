// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"

G_BEGIN_DECLS

/* A place on WGS 84 as text; x is its longitude and y its latitude, in degrees. */

/* "40.40930° N, 49.86710° E": to a metre or so. */
char *atlas_position_to_decimal       (AtlasPoint lonlat) G_GNUC_WARN_UNUSED_RESULT;
/* "40°24′33″ N, 49°52′2″ E" */
char *atlas_position_to_sexagesimal   (AtlasPoint lonlat) G_GNUC_WARN_UNUSED_RESULT;
/* "geo:40.4093,49.8671" (RFC 5870) */
char *atlas_position_to_uri           (AtlasPoint lonlat) G_GNUC_WARN_UNUSED_RESULT;
/* "12 km north of Shusha", or "Shusha" where it is nearer than a kilometre. @distance in metres, @bearing from there to the
 * place, in degrees clockwise from north. */
char *atlas_position_describe         (const char *place,
                                       double      distance,
                                       double      bearing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
