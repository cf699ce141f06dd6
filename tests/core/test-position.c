// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-position.h"

static const struct
{
  AtlasPoint  lonlat;
  const char *decimal;
  const char *sexagesimal;
  const char *uri;
} positions[] = {
  { { 49.8671, 40.4093 }, "40.40930° N, 49.86710° E", "40°24′33″ N, 49°52′2″ E", "geo:40.4093,49.8671" },
  { { -0.5, -33.25 }, "33.25000° S, 0.50000° W", "33°15′0″ S, 0°30′0″ W", "geo:-33.25,-0.5" },
  { { 0.0, 0.0 }, "0.00000° N, 0.00000° E", "0°0′0″ N, 0°0′0″ E", "geo:0,0" },
  { { -0.0000001, 90.0 }, "90.00000° N, 0.00000° W", "90°0′0″ N, 0°0′0″ W", "geo:90,0" },
  { { 100.0, 59.99999 }, "59.99999° N, 100.00000° E", "60°0′0″ N, 100°0′0″ E", "geo:59.99999,100" },
  { { 180.0, 1.0 }, "1.00000° N, 180.00000° E", "1°0′0″ N, 180°0′0″ E", "geo:1,180" },
  { { 230.5, 1.0 }, "1.00000° N, 129.50000° W", "1°0′0″ N, 129°30′0″ W", "geo:1,-129.5" },
  { { -190.25, 1.0 }, "1.00000° N, 169.75000° E", "1°0′0″ N, 169°45′0″ E", "geo:1,169.75" },
};

static const struct
{
  double      distance, bearing;
  const char *words;
} ways[] = {
  { 0.0, 0.0, "Shusha" },
  { 499.0, 90.0, "Shusha" },
  { 12400.0, 2.0, "12 km north of Shusha" },
  { 12600.0, 359.0, "13 km north of Shusha" },
  { 3000.0, 46.0, "3 km north-east of Shusha" },
  { 3000.0, 180.0, "3 km south of Shusha" },
  { 3000.0, 292.0, "3 km west of Shusha" },
  { 3000.0, 293.0, "3 km north-west of Shusha" },
};

static void
test_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      g_autofree char *decimal = atlas_position_to_decimal (positions[i].lonlat);
      g_autofree char *sexagesimal = atlas_position_to_sexagesimal (positions[i].lonlat);
      g_autofree char *uri = atlas_position_to_uri (positions[i].lonlat);

      g_assert_cmpstr (decimal, ==, positions[i].decimal);
      g_assert_cmpstr (sexagesimal, ==, positions[i].sexagesimal);
      g_assert_cmpstr (uri, ==, positions[i].uri);
    }
}

static void
test_describe (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *words = atlas_position_describe ("Shusha", ways[i].distance, ways[i].bearing);

      g_assert_cmpstr (words, ==, ways[i].words);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/position/text", test_text);
  g_test_add_func ("/core/position/describe", test_describe);

  return g_test_run ();
}
