// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "map-view-fixture.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

/* The desktop's wish changes the palette of all that is drawn, and is told once. */
static void
test_high_contrast (WidgetFixture *fixture,
                    gconstpointer  data)
{
  AtlasMapView  *view = map_view_fixture_get_view (fixture);
  AtlasPaletteId before = view->palette;
  guint          n_told = 0;

  g_signal_connect_swapped (view, "notify::high-contrast", G_CALLBACK (count_cb), &n_told);
  g_object_set (view, "high-contrast", TRUE, NULL);
  g_object_set (view, "high-contrast", TRUE, NULL);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpint (view->palette, ==, before == ATLAS_PALETTE_DARK ? ATLAS_PALETTE_CONTRAST_DARK : ATLAS_PALETTE_CONTRAST);
  g_assert_cmpint (atlas_map_scene_get_palette (view->scene), ==, view->palette);

  g_object_set (view, "high-contrast", FALSE, NULL);
  g_assert_cmpint (view->palette, ==, before);
}

static void
test_graticule (WidgetFixture *fixture,
                gconstpointer  data)
{
  AtlasMapView *view = map_view_fixture_get_view (fixture);
  gboolean      shown = FALSE;
  guint         n_told = 0;

  g_object_get (view, "graticule", &shown, NULL);
  g_assert_true (shown);

  g_signal_connect_swapped (view, "notify::graticule", G_CALLBACK (count_cb), &n_told);
  g_object_set (view, "graticule", FALSE, NULL);
  g_object_set (view, "graticule", FALSE, NULL);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (view->graticule)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (view->degrees)));
}

/* Tiles lie under the lines, and those under the items; the degrees are over all. */
static void
test_order (WidgetFixture *fixture,
            gconstpointer  data)
{
  AtlasMapView *view = map_view_fixture_get_view (fixture);
  GtkWidget    *layers[] = { GTK_WIDGET (view->tiles), GTK_WIDGET (view->graticule), GTK_WIDGET (view->items), GTK_WIDGET (view->degrees) };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (layers); i++)
    g_assert_true (gtk_widget_get_next_sibling (layers[i]) == layers[i + 1]);
}

/* On a map that is too low for its buttons in one column they stand in two, above the scale; the credit gives way to the legend. */
static void
test_small (WidgetFixture *fixture,
            gconstpointer  data)
{
  AtlasMapView   *view = map_view_fixture_get_view (fixture);
  graphene_rect_t foot;
  guint           n_columns = 0;
  float           last = -1.0F;

  g_assert_true (gtk_widget_get_child_visible (view->credit));
  gtk_widget_size_allocate (fixture->widget, &(GtkAllocation){ 0, 0, 320, 200 }, -1);
  g_assert_false (gtk_widget_get_child_visible (view->credit));
  g_assert_true (gtk_widget_compute_bounds (view->foot, fixture->widget, &foot));
  for (GtkWidget *button = gtk_widget_get_first_child (view->buttons); button != NULL; button = gtk_widget_get_next_sibling (button))
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (button, fixture->widget, &bounds));
      g_assert_cmpfloat (bounds.origin.x, >=, 0.0F);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, 320.0F);
      g_assert_cmpfloat (bounds.origin.y, >=, 0.0F);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, foot.origin.y);
      n_columns += bounds.origin.x != last;
      last = bounds.origin.x;
    }
  g_assert_cmpuint (n_columns, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  /* clang-format off */
  static const struct
  {
    const char *path;
    void      (*test) (WidgetFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/widgets/map-view-look/high-contrast", test_high_contrast },
    { "/widgets/map-view-look/graticule", test_graticule },
    { "/widgets/map-view-look/order", test_order },
    { "/widgets/map-view-look/small", test_small },
  };
  /* clang-format on */

  if (!widget_fixture_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WidgetFixture, NULL, map_view_fixture_set_up, tests[i].test, widget_fixture_tear_down);

  return g_test_run ();
}
