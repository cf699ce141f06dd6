// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-position.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Decimals of a degree that tell a metre, more or less. */
#define DECIMALS 5

/* A map that goes round the world has places east of 180°. */
static AtlasPoint
wrap (AtlasPoint lonlat)
{
  if (fabs (lonlat.x) > 180.0)
    lonlat.x = remainder (lonlat.x, 360.0);

  return lonlat;
}

static const char *
get_latitude_letter (double latitude)
{
  /* Translators: north and south, after a latitude */
  return latitude < 0.0 ? C_ ("latitude", "S") : C_ ("latitude", "N");
}

static const char *
get_longitude_letter (double longitude)
{
  /* Translators: east and west, after a longitude */
  return longitude < 0.0 ? C_ ("longitude", "W") : C_ ("longitude", "E");
}

/**
 * atlas_position_to_decimal:
 * @lonlat: longitude and latitude in degrees
 *
 * Writes a place for people, in degrees and their decimals.
 *
 * Returns: (transfer full): the text
 */
char *
atlas_position_to_decimal (AtlasPoint lonlat)
{
  lonlat = wrap (lonlat);

  return g_strdup_printf (_ ("%.*f° %s, %.*f° %s"), DECIMALS, fabs (lonlat.y), get_latitude_letter (lonlat.y), DECIMALS,
                          fabs (lonlat.x), get_longitude_letter (lonlat.x));
}

/**
 * atlas_position_to_sexagesimal:
 * @lonlat: longitude and latitude in degrees
 *
 * Writes a place for people, in degrees, minutes and seconds.
 *
 * Returns: (transfer full): the text
 */
char *
atlas_position_to_sexagesimal (AtlasPoint lonlat)
{
  int latitude = (int) lround (fabs (lonlat.y) * 3600.0);
  int longitude = 0;

  lonlat = wrap (lonlat);
  longitude = (int) lround (fabs (lonlat.x) * 3600.0);

  return g_strdup_printf (_ ("%d°%d′%d″ %s, %d°%d′%d″ %s"), latitude / 3600, latitude / 60 % 60, latitude % 60,
                          get_latitude_letter (lonlat.y), longitude / 3600, longitude / 60 % 60, longitude % 60,
                          get_longitude_letter (lonlat.x));
}

/* The shortest text that is still as exact, without a sign of nothing. */
static void
append_degrees (GString *string,
                double   degrees)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.5f", degrees);
  g_string_append (string, buffer);
  while (string->str[string->len - 1] == '0')
    g_string_truncate (string, string->len - 1);
  if (string->str[string->len - 1] == '.')
    g_string_truncate (string, string->len - 1);
  if (g_str_has_suffix (string->str, "-0"))
    g_string_erase (string, (gssize) string->len - 2, 1);
}

/**
 * atlas_position_to_uri:
 * @lonlat: longitude and latitude in degrees
 *
 * Writes a place for programs: RFC 5870, whose coordinates are WGS 84, latitude first, when it does not say otherwise.
 *
 * Returns: (transfer full): a geo: URI
 */
char *
atlas_position_to_uri (AtlasPoint lonlat)
{
  GString *uri = g_string_new ("geo:");

  lonlat = wrap (lonlat);
  append_degrees (uri, lonlat.y);
  g_string_append_c (uri, ',');
  append_degrees (uri, lonlat.x);

  return g_string_free (uri, FALSE);
}

/**
 * atlas_position_describe:
 * @place: a name
 * @distance: from there, in metres
 * @bearing: from there, in degrees clockwise from north
 *
 * Says where something is, from a place that has a name.
 *
 * Returns: (transfer full): the text
 */
char *
atlas_position_describe (const char *place,
                         double      distance,
                         double      bearing)
{
  static const char *const ways[] = {
    /* Translators: a whole number of kilometres, and the name of a town */
    N_ ("%d km north of %s"),
    N_ ("%d km north-east of %s"),
    N_ ("%d km east of %s"),
    N_ ("%d km south-east of %s"),
    N_ ("%d km south of %s"),
    N_ ("%d km south-west of %s"),
    N_ ("%d km west of %s"),
    N_ ("%d km north-west of %s"),
  };
  int kilometres = (int) lround (distance / 1000.0);
  int way = (int) lround (bearing / 45.0) % (int) G_N_ELEMENTS (ways);

  if (kilometres == 0)
    return g_strdup (place);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (ways[way]), kilometres, place);
#pragma GCC diagnostic pop
}
