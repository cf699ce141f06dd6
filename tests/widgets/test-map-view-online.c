// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "map-view-fixture.h"

/* A network of which nothing can be reached, and that counts who tries. */
#define TEST_TYPE_RESOLVER (test_resolver_get_type ())
G_DECLARE_FINAL_TYPE (TestResolver, test_resolver, TEST, RESOLVER, GResolver)

struct _TestResolver
{
  GResolver parent_instance;

  guint     n_asked;
};

G_DEFINE_FINAL_TYPE (TestResolver, test_resolver, G_TYPE_RESOLVER)

static void
look_up (GResolver          *resolver,
         GCancellable       *cancellable,
         GAsyncReadyCallback callback,
         gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);

  TEST_RESOLVER (resolver)->n_asked++;
  g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "there is no network here");
}

static void
look_up_name (GResolver          *resolver,
              const char         *name,
              GCancellable       *cancellable,
              GAsyncReadyCallback callback,
              gpointer            user_data)
{
  look_up (resolver, cancellable, callback, user_data);
}

static void
look_up_name_with_flags (GResolver               *resolver,
                         const char              *name,
                         GResolverNameLookupFlags flags,
                         GCancellable            *cancellable,
                         GAsyncReadyCallback      callback,
                         gpointer                 user_data)
{
  look_up (resolver, cancellable, callback, user_data);
}

static GList *
look_up_finish (GResolver    *resolver,
                GAsyncResult *result,
                GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
test_resolver_class_init (TestResolverClass *klass)
{
  GResolverClass *resolver_class = G_RESOLVER_CLASS (klass);

  resolver_class->lookup_by_name_async = look_up_name;
  resolver_class->lookup_by_name_finish = look_up_finish;
  resolver_class->lookup_by_name_with_flags_async = look_up_name_with_flags;
  resolver_class->lookup_by_name_with_flags_finish = look_up_finish;
}

static void
test_resolver_init (TestResolver *self)
{
}

static TestResolver *resolver;

/* A class that was never used does not exist yet: nobody made a source of the network. */
static gboolean
network_was_touched (void)
{
  GType downloader = g_type_from_name ("ShumateTileDownloader");

  return resolver->n_asked > 0 || (downloader != G_TYPE_INVALID && g_type_class_peek (downloader) != NULL);
}

/* First of the tests: whatever one does on the map, nothing of the network is touched. */
static void
test_off (WidgetFixture *fixture,
          gconstpointer  data)
{
  AtlasMapView *view = map_view_fixture_get_view (fixture);

  g_assert_false (atlas_map_view_get_online (view));
  for (guint zoom = 3; zoom <= 12; zoom += 3)
    {
      map_view_fixture_set_camera (fixture, zoom, 40.0, 47.0);
      widget_fixture_lay_out (fixture);
    }
  widget_fixture_select (fixture, "gabala-radar");
  atlas_map_view_set_online (view, FALSE);
  widget_fixture_lay_out (fixture);

  g_assert_null (view->online_source);
  g_assert_false (network_was_touched ());
}

static AtlasBasemap *
load_basemap (void)
{
  g_autoptr (GError) error = NULL;
  AtlasBasemap *basemap = atlas_basemap_new_from_file (g_getenv ("ATLAS_TEST_BASEMAP"), &error);

  g_assert_no_error (error);

  return basemap;
}

static gboolean
is_said (gpointer user_data)
{
  return gtk_widget_get_visible (map_view_fixture_get_view (user_data)->online_note);
}

/* Switched on it does try; what cannot be reached is said in words; switched off it is gone, and nobody is asked again. */
static void
test_on (WidgetFixture *fixture,
         gconstpointer  data)
{
  AtlasMapView *view = map_view_fixture_get_view (fixture);
  guint         n_asked = 0;
  g_autoptr (AtlasBasemap) basemap = load_basemap ();

  atlas_map_view_set_basemap (view, basemap);
  g_assert_false (gtk_widget_get_visible (view->online_credit));
  atlas_map_view_set_online (view, TRUE);
  g_assert_false (atlas_item_layer_has_names (view->items)); /* the online map has its own */
  g_assert_true (gtk_widget_get_visible (view->online_credit));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (view->online_credit)), "OpenStreetMap"));
  map_view_fixture_set_camera (fixture, 7.0, 41.0, 46.0);
  widget_fixture_await (is_said, fixture, "that it cannot be reached");
  g_assert_true (atlas_item_layer_has_names (view->items)); /* what is seen is the atlas's own map, all of it */
  g_assert_cmpuint (resolver->n_asked, >, 0);

  atlas_map_view_set_online (view, FALSE);
  g_assert_false (gtk_widget_get_visible (view->online_credit));
  g_assert_false (gtk_widget_get_visible (view->online_note));
  g_assert_null (view->online_source);
  for (guint i = 0; i < 5; i++)
    widget_fixture_lay_out (fixture); /* what was under way ends */
  n_asked = resolver->n_asked;
  g_assert_cmpuint (n_asked, <, 20); /* of the tiles that waited none is asked for */
  map_view_fixture_set_camera (fixture, 9.0, 41.0, 46.0);
  for (guint i = 0; i < 5; i++)
    widget_fixture_lay_out (fixture);
  g_assert_cmpuint (resolver->n_asked, ==, n_asked);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cache = g_dir_make_tmp ("atlas-online-XXXXXX", &error);
  int              result = 0;

  g_assert_no_error (error);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  if (!widget_fixture_init (&argc, &argv))
    return 0;

  resolver = g_object_new (TEST_TYPE_RESOLVER, NULL);
  g_resolver_set_default (G_RESOLVER (resolver));
  g_test_add ("/widgets/map-view-online/off", WidgetFixture, NULL, map_view_fixture_set_up, test_off, widget_fixture_tear_down);
  g_test_add ("/widgets/map-view-online/on", WidgetFixture, NULL, map_view_fixture_set_up, test_on, widget_fixture_tear_down);
  result = g_test_run ();
  g_object_unref (resolver);

  return result;
}
