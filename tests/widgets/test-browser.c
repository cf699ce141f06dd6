// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contents-fixture.h"

#include "atlas-heading.h"
#include "atlas-row.h"

#include <string.h>

/* How many items pass when only @id is chosen of a facet, reckoned without atlas_filter_count(). */
static guint
count_by_hand (const AtlasFilter *filter,
               AtlasFacet         facet,
               const char        *id)
{
  g_autoptr (AtlasFilter) others = atlas_filter_clear_facet (filter, facet);
  guint count = 0;

  for (guint i = 0; i < atlas_dataset_get_n_items (dataset); i++)
    {
      AtlasItem *item = atlas_dataset_get_item (dataset, i);
      gboolean   has[] = {
          [ATLAS_FACET_THEME] = g_str_equal (atlas_item_get_theme (item), id),
          [ATLAS_FACET_KIND] = g_str_equal (atlas_kind_get_id (atlas_item_get_kind (item)), id),
          [ATLAS_FACET_ACTOR] = g_strv_contains (atlas_item_get_actors (item), id),
      };

      if (has[facet] && atlas_filter_matches (others, item))
        count++;
    }

  return count;
}

/* The actors' choices are made when they are first looked at. */
static void
open_actors (Fixture *fixture)
{
  g_autoptr (GPtrArray) buttons = find_all (get_part (fixture, "facets"), GTK_TYPE_MENU_BUTTON);

  gtk_menu_button_popup (g_ptr_array_index (buttons, 0));
  gtk_menu_button_popdown (g_ptr_array_index (buttons, 0));
  settle ();
}

/* The button of a choice says "TITLE N", or "N" beside an icon. */
static void
assert_counts (Fixture *fixture)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (dataset);
  GPtrArray *const     terms[] = { manifest->themes, manifest->kinds, manifest->actors };
  g_autoptr (GPtrArray) toggles = find_all (get_part (fixture, "facets"), GTK_TYPE_TOGGLE_BUTTON);
  g_autoptr (GPtrArray) checks = find_all (get_part (fixture, "facets"), GTK_TYPE_CHECK_BUTTON);
  g_autoptr (GPtrArray) facets = g_ptr_array_new ();
  guint n_before = 0;

  for (guint i = 0; i < toggles->len; i++)
    if (gtk_widget_has_css_class (g_ptr_array_index (toggles, i), "facet"))
      g_ptr_array_add (facets, g_ptr_array_index (toggles, i));
  g_ptr_array_extend (facets, checks, NULL, NULL);
  g_assert_cmpuint (facets->len, ==, terms[0]->len + terms[1]->len + terms[2]->len);

  for (guint facet = 0; facet < ATLAS_N_FACETS; n_before += terms[facet]->len, facet++)
    for (guint i = 0; i < terms[facet]->len; i++)
      {
        const AtlasTerm *term = g_ptr_array_index (terms[facet], i);
        guint            count = count_by_hand (atlas_session_get_filter (fixture->session), facet, term->id);
        g_autofree char *expected = facet == ATLAS_FACET_KIND ? g_strdup_printf ("%u", count) : g_strdup_printf ("%s %u", term->title, count);
        g_autofree char *text = get_text (g_ptr_array_index (facets, n_before + i));

        g_assert_cmpstr (text, ==, expected);
      }
}

static void
test_counts (Fixture      *fixture,
             gconstpointer data)
{
  AtlasTimeSpan window = ATLAS_TIME_SPAN_INIT (atlas_day_from_ymd (1992, 1, 1), atlas_day_from_ymd (1995, 1, 1));

  open_actors (fixture);
  assert_counts (fixture);
  set_filter (fixture, atlas_filter_toggle_theme (atlas_session_get_filter (fixture->session), "economic"));
  assert_counts (fixture);
  set_filter (fixture, atlas_filter_toggle_actor (atlas_session_get_filter (fixture->session), "russia"));
  assert_counts (fixture);
  set_filter (fixture, atlas_filter_with_window (atlas_session_get_filter (fixture->session), window));
  assert_counts (fixture);
}

static void
test_facets_choose (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GPtrArray) toggles = find_all (get_part (fixture, "facets"), GTK_TYPE_TOGGLE_BUTTON);
  g_autoptr (GPtrArray) checks = NULL;
  GtkWidget *theme = g_ptr_array_index (toggles, 0);
  GtkWidget *actor = NULL;

  open_actors (fixture);
  checks = find_all (get_part (fixture, "facets"), GTK_TYPE_CHECK_BUTTON);
  actor = g_ptr_array_index (checks, 1);

  click (theme);
  g_assert_true (atlas_filter_has_theme (atlas_session_get_filter (fixture->session), "political"));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (theme)));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (actor), TRUE);
  settle ();
  g_assert_true (atlas_filter_has_actor (atlas_session_get_filter (fixture->session), "russia"));

  click (theme);
  g_assert_false (atlas_filter_has_theme (atlas_session_get_filter (fixture->session), "political"));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (theme)));

  /* Another view lets go: the buttons follow. */
  set_filter (fixture, atlas_filter_new ());
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (actor)));
}

static GPtrArray *
get_chips (Fixture *fixture)
{
  return find_all (get_part (fixture, "chips"), GTK_TYPE_BUTTON);
}

static void
test_chips (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const titles[] = { "Economic", "Pipelines", "Russia", "1992 to 1994" };
  AtlasTimeSpan            window = ATLAS_TIME_SPAN_INIT (atlas_day_from_ymd (1992, 1, 1), atlas_day_from_ymd (1995, 1, 1));
  g_autoptr (AtlasFilter) themed = atlas_filter_toggle_theme (atlas_session_get_filter (fixture->session), "economic");
  g_autoptr (AtlasFilter) kinded = atlas_filter_toggle_kind (themed, ATLAS_KIND_PIPELINE);
  g_autoptr (AtlasFilter) acted = atlas_filter_toggle_actor (kinded, "russia");

  g_assert_false (gtk_widget_get_visible (get_part (fixture, "chips")));
  set_filter (fixture, atlas_filter_with_window (acted, window));
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "chips")));

  /* One after the other, the window last; the button after them clears all. */
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (GPtrArray) chips = get_chips (fixture);
      g_autofree char *title = get_text (g_ptr_array_index (chips, 0));

      g_assert_cmpuint (chips->len, ==, G_N_ELEMENTS (titles) - i + 1);
      g_assert_cmpstr (title, ==, titles[i]);
      click (g_ptr_array_index (chips, 0));
    }

  g_assert_true (atlas_filter_is_empty (atlas_session_get_filter (fixture->session)));
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "chips")));
}

static void
test_clear_all (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray) chips = NULL;

  set_filter (fixture, atlas_filter_toggle_theme (atlas_session_get_filter (fixture->session), "economic"));
  set_filter (fixture, atlas_filter_toggle_actor (atlas_session_get_filter (fixture->session), "russia"));
  chips = get_chips (fixture);
  click (g_ptr_array_index (chips, chips->len - 1));

  g_assert_true (atlas_filter_is_empty (atlas_session_get_filter (fixture->session)));
}

static void
test_no_items (Fixture      *fixture,
               gconstpointer data)
{
  AtlasTimeSpan window = ATLAS_TIME_SPAN_INIT (atlas_day_from_ymd (1500, 1, 1), atlas_day_from_ymd (1501, 1, 1));

  set_filter (fixture, atlas_filter_with_window (atlas_session_get_filter (fixture->session), window));
  set_filter (fixture, atlas_filter_toggle_kind (atlas_session_get_filter (fixture->session), ATLAS_KIND_TREATY));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_part (fixture, "pages")), ==, "none");
  g_assert_cmpstr (gtk_label_get_text (get_part (fixture, "count")), ==, "0 of 148 items");

  click (get_part (fixture, "clear_filters"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_part (fixture, "pages")), ==, "list");
  g_assert_cmpstr (gtk_label_get_text (get_part (fixture, "count")), ==, "148 items");
}

/* Every item that passes is in the list once, under its heading, whose number is of those under it. */
static void
assert_list (Fixture *fixture)
{
  AtlasRows    *rows = get_rows (fixture, "items");
  guint         n_passing = 0;
  guint         n_listed = 0;
  guint         n_under = 0;
  AtlasHeading *heading = NULL;

  for (guint i = 0; i < atlas_dataset_get_n_items (dataset); i++)
    if (atlas_filter_matches (atlas_session_get_filter (fixture->session), atlas_dataset_get_item (dataset, i)))
      {
        g_assert_cmpuint (atlas_rows_find (rows, atlas_dataset_get_item (dataset, i)), !=, GTK_INVALID_LIST_POSITION);
        n_passing++;
      }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    if (ATLAS_IS_HEADING (atlas_rows_get (rows, i)))
      {
        g_assert_true (heading == NULL || atlas_heading_get_count (heading) == n_under);
        heading = atlas_rows_get (rows, i);
        n_under = 0;
      }
    else
      {
        n_listed++;
        n_under++;
        g_assert_cmpuint (atlas_rows_get_ordinal (rows, i), ==, n_listed);
      }

  g_assert_cmpuint (atlas_heading_get_count (heading), ==, n_under);
  g_assert_cmpuint (n_listed, ==, n_passing);
  g_assert_cmpuint (atlas_rows_get_n_entries (rows), ==, n_passing);
}

static const char *
get_heading (AtlasRows *rows,
             guint      position)
{
  g_assert_true (ATLAS_IS_HEADING (atlas_rows_get (rows, position)));

  return atlas_heading_get_title (atlas_rows_get (rows, position));
}

static void
test_list (Fixture      *fixture,
           gconstpointer data)
{
  AtlasRows *rows = get_rows (fixture, "items");

  g_assert_cmpstr (get_heading (rows, 0), ==, "Pipelines");
  assert_list (fixture);

  g_object_set (get_child (fixture, "browser"), "by-date", TRUE, NULL);
  settle ();
  g_assert_cmpstr (get_heading (rows, 0), ==, "1923");
  assert_list (fixture);

  set_filter (fixture, atlas_filter_toggle_kind (atlas_session_get_filter (fixture->session), ATLAS_KIND_TREATY));
  assert_list (fixture);
  g_assert_cmpstr (gtk_label_get_text (get_part (fixture, "count")), ==, "17 of 148 items");
}

static void
test_fold (Fixture      *fixture,
           gconstpointer data)
{
  AtlasRows *rows = get_rows (fixture, "items");
  AtlasItem *btc = atlas_dataset_lookup (dataset, "btc");

  g_signal_emit_by_name (get_part (fixture, "items"), "row-activated", atlas_rows_get (rows, 0));
  g_assert_true (atlas_heading_get_folded (atlas_rows_get (rows, 0)));
  g_assert_cmpuint (atlas_rows_find (rows, btc), ==, GTK_INVALID_LIST_POSITION);

  /* Selecting elsewhere what is put away brings it out. */
  atlas_session_select (fixture->session, btc);
  settle ();
  g_assert_cmpuint (atlas_rows_find (rows, btc), !=, GTK_INVALID_LIST_POSITION);
}

static void
test_select (Fixture      *fixture,
             gconstpointer data)
{
  AtlasRows *rows = get_rows (fixture, "items");
  AtlasItem *item = atlas_dataset_lookup (dataset, "tanap");
  guint      position = GTK_INVALID_LIST_POSITION;

  g_signal_emit_by_name (get_part (fixture, "items"), "row-activated", item);
  settle ();
  g_assert_true (atlas_session_get_selected (fixture->session) == item);

  position = atlas_rows_find (rows, item);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (rows), position));

  /* The keys move the focus, not the selection. */
  g_assert_false (gtk_selection_model_select_item (GTK_SELECTION_MODEL (rows), position + 1, TRUE));
  g_assert_true (atlas_session_get_selected (fixture->session) == item);
}

/* The row that shows @item, or NULL. */
static GtkWidget *
find_row (Fixture   *fixture,
          AtlasItem *item)
{
  g_autoptr (GPtrArray) rows = find_all (get_part (fixture, "items"), ATLAS_TYPE_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (atlas_row_get_object (g_ptr_array_index (rows, i)) == G_OBJECT (item))
      return g_ptr_array_index (rows, i);

  return NULL;
}

static void
test_rows (Fixture      *fixture,
           gconstpointer data)
{
  AtlasItem       *btc = atlas_dataset_lookup (dataset, "btc");
  GtkWidget       *row = find_row (fixture, btc);
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;

  g_assert_nonnull (row);
  text = get_text (row);
  words = atlas_row_dup_words (ATLAS_ROW (row));
  g_assert_true (g_str_has_prefix (text, atlas_item_get_title (btc)));
  g_assert_nonnull (strstr (words, "pipeline"));

  atlas_session_set_hovered (fixture->session, btc);
  g_assert_true (gtk_widget_has_css_class (row, "hovered"));
  atlas_session_set_hovered (fixture->session, NULL);
  g_assert_false (gtk_widget_has_css_class (row, "hovered"));

  atlas_session_set_clock (fixture->session, atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, atlas_day_from_ymd (1985, 1, 1)));
  g_assert_true (gtk_widget_has_css_class (row, "outside"));
  atlas_session_set_clock (fixture->session, atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, atlas_day_from_ymd (2010, 1, 1)));
  g_assert_false (gtk_widget_has_css_class (row, "outside"));

  atlas_session_set_language (fixture->session, "ru");
  settle ();
  row = find_row (fixture, btc);
  g_assert_nonnull (row);
  g_assert_cmpstr (atlas_item_get_name (btc, "ru"), !=, atlas_item_get_title (btc));
  g_clear_pointer (&text, g_free);
  text = get_text (row);
  g_assert_true (g_str_has_prefix (text, atlas_item_get_name (btc, "ru")));
}

/* The row with the focus is lit; Tab leaves the list, however long it is. */
static void
test_focus (Fixture      *fixture,
            gconstpointer data)
{
  AtlasRowList *list = get_part (fixture, "items");
  AtlasRows    *rows = get_rows (fixture, "items");

  g_assert_true (atlas_row_list_focus (list, 2));
  settle ();
  g_assert_true (atlas_session_get_hovered (fixture->session) == atlas_rows_get (rows, 2));

  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD);
  settle ();
  g_assert_null (gtk_widget_get_focus_child (GTK_WIDGET (list)));
  g_assert_null (atlas_session_get_hovered (fixture->session));
}

static void
add_tests (void)
{
  static const struct
  {
    const char *path;
    gpointer    data;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/browser/filter/counts", NULL, test_counts },
    { "/browser/filter/choose", NULL, test_facets_choose },
    { "/browser/filter/chips", NULL, test_chips },
    { "/browser/filter/clear-all", NULL, test_clear_all },
    { "/browser/filter/no-items", NULL, test_no_items },
    { "/browser/list/orders", NULL, test_list },
    { "/browser/list/fold", NULL, test_fold },
    { "/browser/list/select", NULL, test_select },
    { "/browser/list/rows", NULL, test_rows },
    { "/browser/list/focus", NULL, test_focus },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].data, set_up, tests[i].test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  return run_tests (argc, argv, add_tests);
}
