// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "map-view-fixture.h"

/* Moves the real pointer, and clicks if asked to: the window stands in the corner of a screen of its own. */
static void
point_at (AtlasPoint pixel,
          gboolean   click)
{
  g_autofree char *x = g_strdup_printf ("%d", (int) lround (pixel.x));
  g_autofree char *y = g_strdup_printf ("%d", (int) lround (pixel.y));
  const char      *words[] = { "xdotool", "mousemove", x, y, click ? "click" : NULL, "1", NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static gboolean
has_pointer (void)
{
  g_autofree char *program = g_find_program_in_path ("xdotool");

  if (program == NULL)
    g_test_skip ("no xdotool");

  return program != NULL;
}

/* What is to be hovered or selected; NULL: nothing. */
typedef struct
{
  AtlasSession *session;
  AtlasItem    *item;
} Expected;

static gboolean
is_hovered (gpointer user_data)
{
  Expected *expected = user_data;

  return atlas_session_get_hovered (expected->session) == expected->item;
}

static gboolean
is_selected (gpointer user_data)
{
  Expected *expected = user_data;

  return atlas_session_get_selected (expected->session) == expected->item;
}

/* What is drawn at the radar's place, nearest first. */
static GPtrArray *
hit_radar (WidgetFixture *fixture)
{
  AtlasPoint    pixel = map_view_fixture_get_pixel (fixture, 47.803, 40.871);
  AtlasMapFrame frame = atlas_item_layer_get_frame (map_view_fixture_get_view (fixture)->items);
  GPtrArray    *items = atlas_map_painter_hit (map_view_fixture_get_view (fixture)->scene, &frame, pixel.x, pixel.y);

  g_assert_cmpuint (items->len, >, 0);

  return items;
}

static void
test_hit (WidgetFixture *fixture,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) items = NULL;
  AtlasPoint pixel;

  map_view_fixture_set_camera (fixture, 10.0, 40.9, 47.9);
  pixel = map_view_fixture_get_pixel (fixture, 47.803, 40.871);
  g_assert_cmpfloat (pixel.x, <, MAP_VIEW_FIXTURE_WIDTH / 2.0 - 50.0);
  g_assert_cmpfloat (pixel.y, >, MAP_VIEW_FIXTURE_HEIGHT / 2.0 + 20.0);

  items = hit_radar (fixture);
  g_assert_true (g_ptr_array_find (items, atlas_dataset_lookup (fixture->dataset, "gabala-radar"), NULL));
}

static void
test_hover (WidgetFixture *fixture,
            gconstpointer  data)
{
  Expected expected = { fixture->session, NULL };
  g_autoptr (GPtrArray) there = NULL;

  if (!has_pointer ())
    return;

  map_view_fixture_set_camera (fixture, 10.0, 40.9, 47.9);
  widget_fixture_lay_out (fixture);
  there = hit_radar (fixture);
  for (guint i = 0; i < 2; i++)
    {
      expected.item = g_ptr_array_index (there, 0);
      point_at (map_view_fixture_get_pixel (fixture, 47.803, 40.871), FALSE);
      widget_fixture_await (is_hovered, &expected, "the radar to be hovered");
      expected.item = NULL;
      point_at (i == 0 ? (AtlasPoint){ 3.0, 3.0 } : (AtlasPoint){ MAP_VIEW_FIXTURE_WIDTH + 50.0, MAP_VIEW_FIXTURE_HEIGHT + 50.0 }, FALSE);
      widget_fixture_await (is_hovered, &expected, "nothing to be hovered");
    }

  g_assert_null (atlas_session_get_selected (fixture->session));
  map_view_fixture_assert_looks_at (fixture, 10.0, 40.9, 47.9);
}

/* Where lines cross or run together, away from points. */
static AtlasPoint
find_crossing (WidgetFixture *fixture)
{
  AtlasMapView *view = map_view_fixture_get_view (fixture);

  for (double y = 60.0; y < MAP_VIEW_FIXTURE_HEIGHT - 60.0; y += 8.0)
    for (double x = 60.0; x < MAP_VIEW_FIXTURE_WIDTH - 120.0; x += 8.0)
      {
        g_autoptr (GPtrArray) items = atlas_map_view_hit (view, x, y);
        g_autoptr (AtlasMapPile) pile = atlas_map_view_hit_pile (view, x, y);

        if (items->len >= 2 && pile == NULL)
          return (AtlasPoint){ x, y };
      }

  g_error ("nothing overlaps");
}

/* What lies on one another is reached by clicking there again, and the tip says which it is. */
static void
test_click (WidgetFixture *fixture,
            gconstpointer  data)
{
  AtlasMapView *view = map_view_fixture_get_view (fixture);
  Expected      expected = { fixture->session, NULL };
  AtlasPoint    place;
  g_autoptr (GPtrArray) there = NULL;

  if (!has_pointer ())
    return;

  map_view_fixture_set_camera (fixture, 9.0, 40.4, 48.9);
  widget_fixture_lay_out (fixture);
  place = find_crossing (fixture);
  there = atlas_map_view_hit (view, place.x, place.y);
  for (guint i = 0; i <= there->len; i++)
    {
      g_autofree char *which = g_strdup_printf ("%u of %u here", i % there->len + 1, there->len);

      expected.item = g_ptr_array_index (there, i % there->len);
      point_at (place, TRUE);
      widget_fixture_await (is_selected, &expected, "the item to be selected");
      g_assert_cmpstr (atlas_map_tip_get_title (view->tip), ==, atlas_item_get_name (expected.item, NULL));
      g_assert_nonnull (strstr (atlas_map_tip_get_body (view->tip), which));
      g_usleep (G_USEC_PER_SEC / 2); /* two clicks, not a double one, which zooms */
    }

  expected.item = NULL;
  point_at ((AtlasPoint){ 3.0, 3.0 }, TRUE);
  widget_fixture_await (is_selected, &expected, "nothing to be selected");
  map_view_fixture_assert_looks_at (fixture, 9.0, 40.4, 48.9);
}

static void
double_click (AtlasPoint pixel)
{
  point_at (pixel, TRUE);
  point_at (pixel, TRUE);
}

/* Where one thing lies alone. */
static AtlasPoint
find_alone (WidgetFixture *fixture)
{
  AtlasMapView *view = map_view_fixture_get_view (fixture);

  for (double y = 60.0; y < MAP_VIEW_FIXTURE_HEIGHT - 60.0; y += 8.0)
    for (double x = 60.0; x < MAP_VIEW_FIXTURE_WIDTH - 120.0; x += 8.0)
      {
        g_autoptr (GPtrArray) items = atlas_map_view_hit (view, x, y);
        g_autoptr (AtlasMapPile) pile = atlas_map_view_hit_pile (view, x, y);

        if (items->len == 1 && pile == NULL)
          return (AtlasPoint){ x, y };
      }

  g_error ("nothing lies alone");
}

static gboolean
is_closer (gpointer user_data)
{
  WidgetFixture *fixture = user_data;

  return atlas_session_get_camera (fixture->session).zoom == 10.0;
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* A double click zooms in and selects once; on things that lie on one another it is two clicks, however fast. */
static void
test_double_click (WidgetFixture *fixture,
                   gconstpointer  data)
{
  AtlasMapView *view = map_view_fixture_get_view (fixture);
  Expected      expected = { fixture->session, NULL };
  guint         n_selected = 0;
  AtlasPoint    place;
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GPtrArray) alone = NULL;

  if (!has_pointer ())
    return;

  map_view_fixture_set_camera (fixture, 9.0, 40.4, 48.9);
  widget_fixture_lay_out (fixture);
  place = find_crossing (fixture);
  there = atlas_map_view_hit (view, place.x, place.y);
  expected.item = g_ptr_array_index (there, 1);
  double_click (place);
  widget_fixture_await (is_selected, &expected, "the second item to be selected");
  map_view_fixture_assert_looks_at (fixture, 9.0, 40.4, 48.9);

  place = find_alone (fixture);
  alone = atlas_map_view_hit (view, place.x, place.y);
  expected.item = g_ptr_array_index (alone, 0);
  g_signal_connect_swapped (fixture->session, "notify::selected", G_CALLBACK (count_cb), &n_selected);
  g_usleep (G_USEC_PER_SEC / 2); /* not a third and fourth click */
  double_click (place);
  widget_fixture_await (is_closer, fixture, "the map to come closer");
  widget_fixture_lay_out (fixture);
  g_assert_true (is_selected (&expected));
  g_assert_cmpuint (n_selected, ==, 1);
  g_signal_handlers_disconnect_by_func (fixture->session, count_cb, &n_selected);
}

static gboolean
is_open (gpointer user_data)
{
  AtlasMapView *view = user_data;

  return atlas_map_spider_is_open (view->spider);
}

static gboolean
is_closed (gpointer user_data)
{
  return !is_open (user_data);
}

static guint
count_legs (AtlasMapView *view)
{
  guint n = 0;

  for (GtkWidget *leg = gtk_widget_get_first_child (GTK_WIDGET (view->spider)); leg != NULL; leg = gtk_widget_get_next_sibling (leg))
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (leg, GTK_WIDGET (view), &bounds));
      g_assert_cmpfloat (bounds.size.width, >, 20.0);
      for (GtkWidget *other = gtk_widget_get_next_sibling (leg); other != NULL; other = gtk_widget_get_next_sibling (other))
        {
          graphene_rect_t there;

          g_assert_true (gtk_widget_compute_bounds (other, GTK_WIDGET (view), &there));
          g_assert_false (graphene_rect_intersection (&bounds, &there, NULL));
        }
      n++;
    }

  return n;
}

/* A click on points that share a place opens them; one beside closes them and changes nothing else. */
static void
test_open (WidgetFixture *fixture,
           gconstpointer  data)
{
  AtlasMapView *view = map_view_fixture_get_view (fixture);
  AtlasPoint    place;
  AtlasItem    *radar = atlas_dataset_lookup (fixture->dataset, "gabala-radar");

  if (!has_pointer ())
    return;

  map_view_fixture_set_camera (fixture, 10.0, 40.9, 47.9);
  atlas_session_select (fixture->session, radar);
  widget_fixture_lay_out (fixture);
  place = map_view_fixture_get_pixel (fixture, 47.803, 40.871);
  double_click (place); /* as many do */
  widget_fixture_await (is_open, view, "the pile to open");
  g_usleep (G_USEC_PER_SEC / 10);
  widget_fixture_lay_out (fixture);
  g_assert_true (is_open (view));
  g_assert_cmpuint (count_legs (view), ==, 3);
  g_assert_true (atlas_session_get_selected (fixture->session) == radar);

  g_usleep (G_USEC_PER_SEC / 2);
  point_at ((AtlasPoint){ 3.0, 3.0 }, TRUE);
  widget_fixture_await (is_closed, view, "the pile to close");
  g_assert_true (atlas_session_get_selected (fixture->session) == radar);
  g_assert_cmpuint (count_legs (view), ==, 0);
  map_view_fixture_assert_looks_at (fixture, 10.0, 40.9, 47.9);
}

static void
press (const char *key)
{
  const char *words[] = { "xdotool", "key", key, NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

typedef struct
{
  GtkWidget *spider;
  guint      index;
} Leg;

static gboolean
has_focus (gpointer user_data)
{
  const Leg *leg = user_data;
  GtkWidget *widget = gtk_widget_get_first_child (leg->spider);

  for (guint i = 0; i < leg->index && widget != NULL; i++)
    widget = gtk_widget_get_next_sibling (widget);

  return widget != NULL && gtk_widget_has_focus (widget);
}

/* Keys do all that the pointer does. */
static void
test_open_with_keys (WidgetFixture *fixture,
                     gconstpointer  data)
{
  AtlasMapView *view = map_view_fixture_get_view (fixture);
  Leg           leg = { GTK_WIDGET (view->spider), 0 };
  Expected      expected = { fixture->session, NULL };
  AtlasMapFrame frame;
  g_autoptr (AtlasMapPile) pile = NULL;

  if (!has_pointer ())
    return;

  map_view_fixture_set_camera (fixture, 10.0, 40.9, 47.9);
  widget_fixture_select (fixture, "gabala-radar");
  widget_fixture_lay_out (fixture);
  point_at ((AtlasPoint){ 3.0, 3.0 }, FALSE);
  frame = atlas_item_layer_get_frame (view->items);
  pile = atlas_map_pile_find (view->scene, &frame, atlas_session_get_selected (fixture->session), 12.0);
  g_assert_nonnull (pile);
  g_assert_true (g_ptr_array_find (pile->items, atlas_session_get_selected (fixture->session), &leg.index));

  gtk_widget_grab_focus (fixture->widget);
  press ("Return");
  widget_fixture_await (has_focus, &leg, "the focus on the selected item's leg");
  leg.index = (leg.index + 1) % pile->items->len;
  press ("Down");
  widget_fixture_await (has_focus, &leg, "the focus on the next leg");
  expected.item = g_ptr_array_index (pile->items, leg.index);
  widget_fixture_await (is_hovered, &expected, "it to be lit");
  press ("Return");
  widget_fixture_await (is_selected, &expected, "it to be selected");
  press ("Escape");
  widget_fixture_await (is_closed, view, "the pile to close");
  g_assert_true (gtk_widget_has_focus (fixture->widget));
  map_view_fixture_assert_looks_at (fixture, 10.0, 40.9, 47.9);
}

/* A card never lies on what it tells of, wherever that is. */
static void
test_tip_place (WidgetFixture *fixture,
                gconstpointer  data)
{
  for (double y = 0.0; y <= 600.0; y += 20.0)
    for (double x = 0.0; x <= 800.0; x += 20.0)
      {
        AtlasBox   target = { x - 10.0, y - 10.0, x + 10.0, y + 10.0 };
        AtlasPoint place = atlas_map_tip_place (target, 300.0, 180.0, 800.0, 600.0);
        AtlasBox   card = { place.x, place.y, place.x + 300.0, place.y + 180.0 };

        g_assert_false (atlas_box_overlaps (card, target));
        g_assert_true (card.x0 >= 0.0 && card.y0 >= 0.0 && card.x1 <= 800.0 && card.y1 <= 600.0);
      }
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
    { "/widgets/map-view-pointer/hit", test_hit },
    { "/widgets/map-view-pointer/hover", test_hover },
    { "/widgets/map-view-pointer/click", test_click },
    { "/widgets/map-view-pointer/double-click", test_double_click },
    { "/widgets/map-view-pointer/open", test_open },
    { "/widgets/map-view-pointer/open-with-keys", test_open_with_keys },
    { "/widgets/map-view-pointer/tip-place", test_tip_place },
  };
  /* clang-format on */

  if (!widget_fixture_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WidgetFixture, NULL, map_view_fixture_set_up, tests[i].test, widget_fixture_tear_down);

  return g_test_run ();
}
