// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-session-state.h"

#include <string.h>

static const struct
{
  const char *name, *text;
  AtlasCamera camera;
} good[] = {
  { "plain", "7/40.1/47.6", { 7, 40.1, 47.6 } },
  { "signs", "6.5/-10/-170.25", { 6.5, -10, -170.25 } },
  { "plus", "+6/+1/+2", { 6, 1, 2 } },
  { "exponent", "1e0/4e1/5E1", { 1, 40, 50 } },
  { "no-zero", ".5/.5/-.5", { 0.5, 0.5, -0.5 } },
  { "zoom-clamped", "99/0/0", { 20, 0, 0 } },
  { "zoom-below", "-3/0/0", { 0, 0, 0 } },
  { "pole", "3/90/0", { 3, 85.05112877980659, 0 } },
  { "south-pole", "3/-400/0", { 3, -85.05112877980659, 0 } },
  { "east", "3/0/1e300", { 3, 0, 180 } },
  { "west", "3/0/-181", { 3, 0, -180 } },
};

static void
test_good (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  AtlasCamera camera;

  g_assert_true (atlas_camera_parse (good[index].text, &camera, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (camera.zoom, good[index].camera.zoom, 1e-12);
  g_assert_cmpfloat_with_epsilon (camera.latitude, good[index].camera.latitude, 1e-12);
  g_assert_cmpfloat_with_epsilon (camera.longitude, good[index].camera.longitude, 1e-12);
}

static const char *const bad[] = {
  "", "/", "//", "7", "7/40", "7/40/", "/40/47", "7/40/47/1", "7/nan/47", "inf/40/47", "7/-infinity/0", "0x7/40/47", "7 /40/47",
  "7/40,1/47", "1e999/40/47", "7/40/4e", "7/40/47x", "7/--4/47"
};

static void
test_bad (gconstpointer data)
{
  const char *text = bad[GPOINTER_TO_UINT (data)];
  g_autoptr (GError) error = NULL;
  AtlasCamera camera = { 1, 2, 3 };

  g_assert_false (atlas_camera_parse (text, &camera, &error));
  g_assert_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, text));
  g_assert_true (camera.zoom == 1 && camera.latitude == 2 && camera.longitude == 3); /* untouched */
}

static void
test_print (void)
{
  static const struct
  {
    AtlasCamera camera;
    const char *text;
  } cases[] = {
    { { 7, 40.1, 47.6 }, "7/40.1/47.6" },
    { { 10, 40, -100 }, "10/40/-100" },
    { { 0, -0.0, 1e-9 }, "0/0/0" },
    { { 6.12345, 40.1234567, -1e-7 }, "6.123/40.123457/0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = atlas_camera_to_string (cases[i].camera);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *path = g_strdup_printf ("/camera/good/%s", good[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_good);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/camera/bad/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
    }
  g_test_add_func ("/camera/print", test_print);

  return g_test_run ();
}
