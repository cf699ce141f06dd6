// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-series.h"

#include "series-fixture.h"

static const struct
{
  const char *path;
  double      value;
  const char *text;
} values[] = {
  { "/series/value/whole", 3.0, "3" },
  { "/series/value/one-digit", 11.8, "11.8" },
  { "/series/value/three-digits", 3.621, "3.621" },
  { "/series/value/a-sum", 0.1 + 0.2, "0.3" },
  { "/series/value/zero", 0.0, "0" },
  { "/series/value/minus-zero", -0.0, "0" },
  { "/series/value/below-zero", -2.25, "-2.25" },
  { "/series/value/endless-fraction", 1.0 / 3.0, "0.333333" },
  { "/series/value/large", 1234567.5, "1234567.5" },
  { "/series/value/very-large", 2.5e20, "2.5e+20" },
};

static void
test_value (gconstpointer data)
{
  const __typeof__ (values[0]) *c = data;
  g_autofree char              *text = atlas_series_format_value (c->value);

  g_assert_cmpstr (text, ==, c->text);
}

static void
test_words (void)
{
  g_autoptr (AtlasSeries) series = series_fixture_new ("gas", "bcm", "2023 11.8, 2024-02 0.5, 2025-01-03 4");
  static const char *const words[] = { "2023: 11.8 bcm", "February 2024: 0.5 bcm", "3 January 2025: 4 bcm" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *said = atlas_series_point_to_words (series, &g_array_index (series->points, AtlasSeriesPoint, i));

      g_assert_cmpstr (said, ==, words[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_test_add_data_func (values[i].path, &values[i], test_value);
  g_test_add_func ("/series/words", test_words);

  return g_test_run ();
}
