// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-screens.h"
#include "widget-fixture.h"

#define NONE ATLAS_SCREEN_NONE
#define LAPTOP                    \
  {                               \
    "laptop", { 0, 0, 1366, 768 } \
  }
#define PROJECTOR                        \
  {                                      \
    "projector", { 1366, 0, 1920, 1080 } \
  }
#define MIRROR                       \
  {                                  \
    "projector", { 0, 0, 1366, 768 } \
  }
#define SMALL_MIRROR                 \
  {                                  \
    "projector", { 0, 0, 1024, 768 } \
  }
#define DARK                    \
  {                             \
    "projector", { 0, 0, 0, 0 } \
  }
#define TELEVISION                       \
  {                                      \
    "television", { 3286, 0, 1280, 720 } \
  }

/* clang-format off */
static const struct
{
  const char *name;
  AtlasScreen screens[4];
  guint       n_screens;
  const char *home;
  const char *hall;
  gboolean    swapped;
  guint       stage;
  guint       console;
} cases[] = {
  { "no-screen",              { { NULL, { 0, 0, 0, 0 } } },   0, "laptop",     NULL,         FALSE, NONE, NONE },
  { "one",                    { LAPTOP },                     1, "laptop",     NULL,         FALSE, 0, NONE },
  { "one-swapped",            { LAPTOP },                     1, "laptop",     NULL,         TRUE,  0, NONE },
  { "two",                    { LAPTOP, PROJECTOR },          2, "laptop",     NULL,         FALSE, 1, 0 },
  { "two-swapped",            { LAPTOP, PROJECTOR },          2, "laptop",     NULL,         TRUE,  0, 1 },
  { "two-in-other-order",     { PROJECTOR, LAPTOP },          2, "laptop",     NULL,         FALSE, 0, 1 },
  { "home-is-the-projector",  { LAPTOP, PROJECTOR },          2, "projector",  NULL,         FALSE, 0, 1 },
  { "home-unknown",           { LAPTOP, PROJECTOR },          2, NULL,         NULL,         FALSE, 1, 0 },
  { "home-unknown-hall-first",{ PROJECTOR, LAPTOP },          2, NULL,         "projector",  FALSE, 0, 1 },
  { "home-away",              { PROJECTOR },                  1, "laptop",     "projector",  FALSE, 0, NONE },
  { "hall-away",              { LAPTOP },                     1, "laptop",     "projector",  FALSE, 0, NONE },
  { "hall-away-swapped",      { LAPTOP },                     1, "laptop",     "projector",  TRUE,  0, NONE },
  { "not-lit-yet",            { LAPTOP, DARK },               2, "laptop",     NULL,         FALSE, 0, NONE },
  { "not-lit-yet-first",      { DARK, LAPTOP },               2, "laptop",     NULL,         FALSE, 1, NONE },
  { "repeats",                { LAPTOP, MIRROR },             2, "laptop",     NULL,         FALSE, 0, NONE },
  { "repeats-smaller",        { LAPTOP, SMALL_MIRROR },       2, "laptop",     NULL,         FALSE, 0, NONE },
  { "home-repeats",           { MIRROR, LAPTOP },             2, "laptop",     NULL,         FALSE, 0, NONE },
  { "repeats-beside-another", { LAPTOP, MIRROR, TELEVISION }, 3, "laptop",     NULL,         FALSE, 2, 0 },
  { "home-repeats-beside",    { MIRROR, LAPTOP, TELEVISION }, 3, "laptop",     NULL,         FALSE, 2, 0 },
  { "three",                  { LAPTOP, PROJECTOR, TELEVISION }, 3, "laptop",  NULL,         FALSE, 1, 0 },
  { "three-hall-is-kept",     { LAPTOP, PROJECTOR, TELEVISION }, 3, "laptop",  "television", FALSE, 2, 0 },
  { "three-kept-and-swapped", { LAPTOP, PROJECTOR, TELEVISION }, 3, "laptop",  "television", TRUE,  0, 2 },
  { "another-comes",          { LAPTOP, TELEVISION },         2, "laptop",     "projector",  FALSE, 1, 0 },
};
/* clang-format on */

static void
test_choose (gconstpointer data)
{
  const typeof (cases[0]) *c = data;
  AtlasScreenChoice        choice = atlas_screens_choose (c->screens, c->n_screens, c->home, c->hall, c->swapped);

  g_assert_cmpuint (choice.stage, ==, c->stage);
  g_assert_cmpuint (choice.console, ==, c->console);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* What there is on the display of the test: one screen. */
static void
test_watch (void)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  AtlasScreens *screens = atlas_screens_new (monitors, monitor);
  guint         changed = 0;
  guint         swapped = 0;

  g_signal_connect_swapped (screens, "changed", G_CALLBACK (count_cb), &changed);
  g_signal_connect_swapped (screens, "notify::swapped", G_CALLBACK (count_cb), &swapped);
  g_assert_true (atlas_screens_get_stage (screens) == monitor);
  g_assert_null (atlas_screens_get_console (screens));

  atlas_screens_set_swapped (screens, TRUE); /* nothing to exchange, but remembered */
  atlas_screens_set_swapped (screens, TRUE);
  g_assert_cmpuint (swapped, ==, 1);
  g_assert_cmpuint (changed, ==, 0);
  g_assert_true (atlas_screens_get_stage (screens) == monitor);

  g_assert_finalize_object (screens);
}

/* Screens that come and go. */
static void
test_come_and_go (void)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  GListStore   *store = g_list_store_new (GDK_TYPE_MONITOR);
  AtlasScreens *screens = atlas_screens_new (G_LIST_MODEL (store), NULL);
  guint         changed = 0;

  g_signal_connect_swapped (screens, "changed", G_CALLBACK (count_cb), &changed);
  g_assert_null (atlas_screens_get_stage (screens));

  g_list_store_append (store, monitor);
  g_assert_cmpuint (changed, ==, 0); /* not while the display is still telling */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (changed, ==, 1);
  g_assert_true (atlas_screens_get_stage (screens) == monitor);

  g_list_store_remove_all (store);
  g_list_store_append (store, monitor);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (changed, ==, 1); /* it is as it was */

  g_list_store_remove_all (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (changed, ==, 2);
  g_assert_null (atlas_screens_get_stage (screens));

  g_assert_finalize_object (screens);
  g_assert_finalize_object (store);
}

int
main (int   argc,
      char *argv[])
{
  if (!widget_fixture_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/screens/choose/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_choose);
    }
  g_test_add_func ("/app/screens/watch", test_watch);
  g_test_add_func ("/app/screens/come-and-go", test_come_and_go);

  return g_test_run ();
}
