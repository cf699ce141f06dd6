// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-passage-mark.h"
#include "atlas-passage-strip.h"
#include "atlas-timeline.h"

#include "widget-fixture.h"

#define WIDTH 900
#define HEIGHT 300

static AtlasPassageStrip *
find_strip (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (ATLAS_IS_PASSAGE_STRIP (child))
      return ATLAS_PASSAGE_STRIP (child);

  return NULL;
}

/* The marks in use, in the order of their children. */
static GPtrArray *
list_marks (AtlasPassageStrip *strip)
{
  GPtrArray *marks = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (strip)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (ATLAS_IS_PASSAGE_MARK (child) && gtk_widget_get_visible (child))
      g_ptr_array_add (marks, child);

  return marks;
}

static gboolean
has_marks (gpointer user_data)
{
  g_autoptr (GPtrArray) marks = list_marks (user_data);

  return marks->len > 0;
}

static void
set_up (WidgetFixture *fixture,
        gconstpointer  data)
{
  widget_fixture_set_animations (FALSE);
  widget_fixture_set_up (fixture, atlas_timeline_new (), WIDTH, HEIGHT);
  widget_fixture_await (has_marks, find_strip (fixture->widget), "the report to be read for dates");
  widget_fixture_lay_out (fixture);
}

static const AtlasPassage *
get_focused (AtlasPassageStrip *strip)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (strip));

  return ATLAS_IS_PASSAGE_MARK (child) ? atlas_passage_mark_get_passage (ATLAS_PASSAGE_MARK (child)) : NULL;
}

/* Every passage that speaks of days in view is a child, in its place, with its number, section and years. */
static void
test_marks (WidgetFixture *fixture,
            gconstpointer  data)
{
  AtlasPassageStrip *strip = find_strip (fixture->widget);
  GPtrArray         *passages = atlas_report_get_passages (atlas_dataset_get_report (fixture->dataset));
  g_autoptr (GPtrArray) marks = list_marks (strip);
  gboolean has_treaty = FALSE;

  g_assert_cmpuint (marks->len, ==, passages->len);
  for (guint i = 0; i < marks->len; i++)
    {
      AtlasPassageMark   *mark = g_ptr_array_index (marks, i);
      const AtlasPassage *passage = atlas_passage_mark_get_passage (mark);
      GtkAllocation       place;

      gtk_widget_get_allocation (GTK_WIDGET (mark), &place);
      g_assert_cmpint (place.x, >=, 24);
      g_assert_cmpint (place.x + place.width, <=, WIDTH + 4);
      g_assert_cmpint (place.y, >=, 0);
      g_assert_cmpint (place.y + place.height, <=, gtk_widget_get_height (GTK_WIDGET (strip)) + 4);
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_ROLE_LINK);
      if (!g_str_equal (passage->id, "treaties-9"))
        continue;

      has_treaty = TRUE;
      g_assert_cmpstr (atlas_passage_mark_get_label (mark), ==, "Passage 29, Memberships & Treaties, speaks of 2008");
      gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, "Passage 29, Memberships & Treaties, speaks of 2008");
    }
  g_assert_true (has_treaty);
}

/* The keys walk through all passages in time order, there and back, each once. */
static void
test_walk (WidgetFixture *fixture,
           gconstpointer  data)
{
  AtlasPassageStrip *strip = find_strip (fixture->widget);
  g_autoptr (AtlasPassageTimes) times = atlas_passage_times_new (fixture->dataset);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_passages = atlas_report_get_passages (atlas_dataset_get_report (fixture->dataset))->len;
  int   last = G_MININT;

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (strip)));
  gtk_widget_activate_action (GTK_WIDGET (strip), "passages.end", "i", -1);
  for (guint i = 0; i < n_passages; i++)
    {
      const AtlasPassage *passage = get_focused (strip);

      g_assert_nonnull (passage);
      g_assert_cmpint (atlas_passage_times_get_span (times, passage).begin, >=, last);
      last = atlas_passage_times_get_span (times, passage).begin;
      g_assert_true (g_hash_table_add (seen, (gpointer) passage));
      gtk_widget_activate_action (GTK_WIDGET (strip), "passages.step", "i", 1);
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, n_passages);

  for (guint i = 1; i < n_passages; i++)
    gtk_widget_activate_action (GTK_WIDGET (strip), "passages.step", "i", -1);
  last = atlas_passage_times_get_span (times, get_focused (strip)).begin;
  gtk_widget_activate_action (GTK_WIDGET (strip), "passages.end", "i", -1);
  g_assert_cmpint (atlas_passage_times_get_span (times, get_focused (strip)).begin, ==, last);
}

/* Where the focus is, an item is lit that the passage speaks of; when it leaves, none is. Nothing is selected or moves. */
static void
test_light (WidgetFixture *fixture,
            gconstpointer  data)
{
  AtlasPassageStrip *strip = find_strip (fixture->widget);
  AtlasTimeSpan      range = atlas_session_get_range (fixture->session);
  guint              n_lit = 0;

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (strip)));
  gtk_widget_activate_action (GTK_WIDGET (strip), "passages.end", "i", -1);
  for (guint i = 0; i < 10; i++)
    {
      AtlasItem *lit = atlas_session_get_hovered (fixture->session);
      gboolean   is_mentioned = FALSE;

      for (guint j = 0; lit != NULL && j < get_focused (strip)->spans->len; j++)
        is_mentioned |= g_strcmp0 (((const AtlasReportSpan *) g_ptr_array_index (get_focused (strip)->spans, j))->item_id, atlas_item_get_id (lit)) == 0;
      g_assert_true (lit == NULL || is_mentioned);
      n_lit += lit != NULL;
      gtk_widget_activate_action (GTK_WIDGET (strip), "passages.step", "i", 1);
    }
  g_assert_cmpuint (n_lit, >, 0);
  g_assert_null (atlas_session_get_selected (fixture->session));
  g_assert_true (atlas_time_span_equal (range, atlas_session_get_range (fixture->session)));

  gtk_widget_activate_action (GTK_WIDGET (strip), "timeline.leave", NULL);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_null (atlas_session_get_hovered (fixture->session));
}

/* Up and down lead through the sections. */
static void
test_rows (WidgetFixture *fixture,
           gconstpointer  data)
{
  static const char *const sections[] = { "introduction", "political", "economic", "security", "treaties", "outlook" };
  AtlasPassageStrip       *strip = find_strip (fixture->widget);

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (strip)));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    gtk_widget_activate_action (GTK_WIDGET (strip), "passages.row", "i", -1);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_assert_true (g_str_has_prefix (get_focused (strip)->id, sections[i]));
      gtk_widget_activate_action (GTK_WIDGET (strip), "passages.row", "i", 1);
    }
}

/* Reading a passage is going to it: the page of what was selected gives way, and the same passage can be gone to again. */
static void
test_read (WidgetFixture *fixture,
           gconstpointer  data)
{
  AtlasPassageStrip *strip = find_strip (fixture->widget);
  const char        *id = NULL;

  widget_fixture_select (fixture, "btc");
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (strip)));
  id = get_focused (strip)->id;
  gtk_widget_activate_action (GTK_WIDGET (strip), "passages.read", NULL);
  g_assert_cmpstr (atlas_session_get_passage (fixture->session), ==, id);
  g_assert_cmpint (atlas_session_get_page (fixture->session), ==, ATLAS_PAGE_REPORT);

  widget_fixture_select (fixture, "btc");
  gtk_widget_activate_action (GTK_WIDGET (strip), "passages.read", NULL);
  g_assert_cmpstr (atlas_session_get_passage (fixture->session), ==, id);
  g_assert_cmpint (atlas_session_get_page (fixture->session), ==, ATLAS_PAGE_REPORT);
}

static GtkGesture *
find_click (AtlasPassageStrip *strip)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (strip));
  GtkGesture *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller) && found == NULL)
        found = GTK_GESTURE (controller);
    }

  return found;
}

static GtkWidget *
find_popover (AtlasPassageStrip *strip)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (strip)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      return child;

  return NULL;
}

static gboolean
has_no_popover (gpointer user_data)
{
  return find_popover (user_data) == NULL;
}

/* A click reads the one passage that is there; where there are several it offers them, and what is chosen is read. */
static void
test_click (WidgetFixture *fixture,
            gconstpointer  data)
{
  AtlasPassageStrip *strip = find_strip (fixture->widget);
  g_autoptr (GPtrArray) marks = list_marks (strip);
  gboolean      has_read = FALSE, has_offered = FALSE;
  AtlasTimeSpan range = atlas_session_get_range (fixture->session);

  for (guint i = 0; i < marks->len; i++)
    {
      GtkWidget    *mark = g_ptr_array_index (marks, i);
      GtkWidget    *popover = NULL;
      GtkAllocation place;

      atlas_session_set_passage (fixture->session, NULL);
      gtk_widget_get_allocation (mark, &place);
      g_signal_emit_by_name (find_click (strip), "released", 1, place.x + place.width / 2.0, place.y + place.height / 2.0);
      popover = find_popover (strip);
      if (popover == NULL)
        {
          g_assert_nonnull (atlas_session_get_passage (fixture->session));
          has_read = TRUE;
          continue;
        }

      g_assert_null (atlas_session_get_passage (fixture->session));
      has_offered = TRUE;
      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (strip), GTK_DIR_TAB_FORWARD)); /* the keys are the list's */
      g_assert_true (GTK_IS_BUTTON (gtk_root_get_focus (GTK_ROOT (fixture->window))));
      gtk_widget_activate (gtk_root_get_focus (GTK_ROOT (fixture->window)));
      widget_fixture_await (has_no_popover, strip, "the list to close");
      g_assert_nonnull (atlas_session_get_passage (fixture->session));
      g_assert_nonnull (get_focused (strip));
    }
  g_assert_true (atlas_time_span_equal (atlas_session_get_range (fixture->session), range)); /* nothing has moved from under the pointer */
  g_assert_true (has_read);
  g_assert_true (has_offered);
}

/* What the keys go to out of view is brought into view; only what is in view is a child. */
static void
test_reveal (WidgetFixture *fixture,
             gconstpointer  data)
{
  AtlasPassageStrip *strip = find_strip (fixture->widget);
  guint              n_passages = atlas_report_get_passages (atlas_dataset_get_report (fixture->dataset))->len;
  g_autoptr (GPtrArray) marks = NULL;
  AtlasTimeSpan range;

  widget_fixture_apply (fixture, "corridor-atlas:azerbaijan-russia#range=2004/2005");
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (strip)));
  marks = list_marks (strip);
  g_assert_cmpuint (marks->len, <, n_passages);

  gtk_widget_activate_action (GTK_WIDGET (strip), "passages.end", "i", 1);
  range = atlas_session_get_range (fixture->session);
  g_assert_cmpint (range.end, >, atlas_day_from_ymd (2024, 1, 1));
  g_assert_nonnull (get_focused (strip));
}

/* Low rows do not change the height of the timeline when the report has been read; tall ones and none do. */
static void
test_height (WidgetFixture *fixture,
             gconstpointer  data)
{
  AtlasPassageStrip *strip = find_strip (fixture->widget);
  int                low, tall;

  gtk_widget_measure (GTK_WIDGET (strip), GTK_ORIENTATION_VERTICAL, -1, &low, NULL, NULL, NULL);
  gtk_widget_activate_action (GTK_WIDGET (strip), "passages.tall", NULL);
  g_assert_true (atlas_passage_strip_get_tall (strip));
  gtk_widget_measure (GTK_WIDGET (strip), GTK_ORIENTATION_VERTICAL, -1, &tall, NULL, NULL, NULL);
  g_assert_cmpint (low, <=, 22);
  g_assert_cmpint (tall, >, 2 * low);

  atlas_session_set_dataset (fixture->session, NULL);
  atlas_passage_strip_set_tall (strip, FALSE);
  gtk_widget_measure (GTK_WIDGET (strip), GTK_ORIENTATION_VERTICAL, -1, &tall, NULL, NULL, NULL);
  g_assert_cmpint (tall, ==, low);

  g_object_set (fixture->widget, "passages", FALSE, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (strip)));
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (WidgetFixture *, gconstpointer);
  } tests[] = {
    { "/passage-strip/marks", test_marks },
    { "/passage-strip/walk", test_walk },
    { "/passage-strip/light", test_light },
    { "/passage-strip/rows", test_rows },
    { "/passage-strip/read", test_read },
    { "/passage-strip/click", test_click },
    { "/passage-strip/reveal", test_reveal },
    { "/passage-strip/height", test_height },
  };

  if (!widget_fixture_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WidgetFixture, NULL, set_up, tests[i].test, widget_fixture_tear_down);

  return g_test_run ();
}
