// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contents-fixture.h"

#include "atlas-heading.h"
#include "atlas-hit.h"

#include <string.h>

static void
test_spelling (Fixture      *fixture,
               gconstpointer data)
{
  AtlasRows *hits = get_rows (fixture, "hits");
  AtlasHit  *hit = NULL;

  type (fixture, data);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (fixture, "pages")), ==, "find");
  g_assert_true (ATLAS_IS_HEADING (atlas_rows_get (hits, 0)));
  hit = atlas_rows_get (hits, 1);
  g_assert_true (ATLAS_IS_HIT (hit));
  g_assert_cmpstr (atlas_hit_get_id (hit), ==, "khankendi-stepanakert");
  g_assert_true (strstr (atlas_hit_get_title (hit), "<b>") != NULL || strstr (atlas_hit_get_snippet (hit), "<b>") != NULL);

  /* What is typed is nobody else's business. */
  g_assert_null (atlas_session_get_selected (fixture->session));
  g_assert_true (atlas_filter_is_empty (atlas_session_get_filter (fixture->session)));

  /* Enter in the field takes the first. */
  g_signal_emit_by_name (get_child (fixture, "entry"), "activate");
  g_assert_cmpstr (atlas_item_get_id (atlas_session_get_selected (fixture->session)), ==, "khankendi-stepanakert");
}

static void
activate_hit (Fixture         *fixture,
              AtlasSearchGroup group)
{
  AtlasRows *hits = get_rows (fixture, "hits");

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (hits)); i++)
    if (ATLAS_IS_HIT (atlas_rows_get (hits, i)) && atlas_hit_get_group (atlas_rows_get (hits, i)) == group)
      {
        g_signal_emit_by_name (get_child (fixture, "hits"), "row-activated", atlas_rows_get (hits, i));
        return;
      }

  g_assert_not_reached ();
}

static void
test_hit_passage (Fixture      *fixture,
                  gconstpointer data)
{
  type (fixture, "zangezur");
  activate_hit (fixture, ATLAS_SEARCH_PASSAGE);

  g_assert_cmpstr (atlas_session_get_passage (fixture->session), ==, "outlook-2");
}

/* A source is read on the page of the sources, and nothing else is selected for it. */
static void
test_hit_reference (Fixture      *fixture,
                    gconstpointer data)
{
  type (fixture, "Treaty on Collective Security");
  activate_hit (fixture, ATLAS_SEARCH_REFERENCE);

  g_assert_cmpuint (atlas_session_get_page (fixture->session), ==, ATLAS_PAGE_SOURCES);
  g_assert_cmpstr (atlas_session_get_source (fixture->session), ==, "cst-text");
  g_assert_null (atlas_session_get_selected (fixture->session));
}

static void
test_hit_steps (Fixture      *fixture,
                gconstpointer data)
{
  AtlasContents *contents = ATLAS_CONTENTS (fixture->contents);
  AtlasRows     *hits = get_rows (fixture, "hits");
  guint          n_entries = 0;
  gpointer       first = NULL;

  type (fixture, "gabala radar");
  n_entries = atlas_rows_get_n_entries (hits);
  g_assert_cmpuint (n_entries, >, 2);

  atlas_contents_step_hit (contents, 1);
  first = atlas_rows_get_selected (hits);
  g_assert_true (first == atlas_rows_get (hits, 1));
  g_assert_cmpstr (atlas_item_get_id (atlas_session_get_selected (fixture->session)), ==, "gabala-radar");

  atlas_contents_step_hit (contents, 1);
  g_assert_cmpuint (atlas_rows_get_ordinal (hits, atlas_rows_find (hits, atlas_rows_get_selected (hits))), ==, 2);

  atlas_contents_step_hit (contents, -1);
  atlas_contents_step_hit (contents, -1);
  g_assert_cmpuint (atlas_rows_get_ordinal (hits, atlas_rows_find (hits, atlas_rows_get_selected (hits))), ==, n_entries);

  atlas_contents_step_hit (contents, 1);
  g_assert_true (atlas_rows_get_selected (hits) == first);
}

static void
test_nothing_found (Fixture      *fixture,
                    gconstpointer data)
{
  type (fixture, "qqzzxx");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (fixture, "hits_pages")), ==, "none");
  g_assert_nonnull (strstr (gtk_label_get_text (get_child (fixture, "hits_none")), "qqzzxx"));

  click (get_child (fixture, "clear_search"));
  g_assert_cmpstr (gtk_editable_get_text (get_child (fixture, "entry")), ==, "");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (fixture, "pages")), ==, "browse");
}

static void
test_escape (Fixture      *fixture,
             gconstpointer data)
{
  type (fixture, "btc");
  atlas_contents_focus_search (ATLAS_CONTENTS (fixture->contents));
  g_signal_emit_by_name (get_child (fixture, "entry"), "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (get_child (fixture, "entry")), ==, "");
  g_assert_cmpint (gtk_widget_get_state_flags (get_child (fixture, "entry")) & GTK_STATE_FLAG_FOCUS_WITHIN, !=, 0);

  g_signal_emit_by_name (get_child (fixture, "entry"), "stop-search");
  g_assert_cmpint (gtk_widget_get_state_flags (get_child (fixture, "entry")) & GTK_STATE_FLAG_FOCUS_WITHIN, ==, 0);
}

/* "\002" and its like may stand in an atlas: markup must be whole all the same. */
static void
test_mark_up (void)
{
  static const struct
  {
    const char *marked;
    const char *markup;
  } cases[] = {
    { "", "" },
    { "a \002b\003 c", "a <b>b</b> c" },
    { "<i> & \002\"\003", "&lt;i&gt; &amp; <b>&quot;</b>" },
    { "\003a\002b", "a<b>b</b>" },
    { "\002a\002b\003c\003", "<b>ab</b>c" },
    { "a\nb", "a · b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = atlas_hit_mark_up (cases[i].marked);

      g_assert_cmpstr (markup, ==, cases[i].markup);
    }
}

static void
test_narrow (Fixture      *fixture,
             gconstpointer data)
{
  int minimum = 0;

  set_filter (fixture, atlas_filter_toggle_theme (atlas_session_get_filter (fixture->session), "economic"));
  gtk_widget_measure (fixture->contents, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  g_assert_cmpint (minimum, <=, 230);
}

/* Without an atlas, with one that comes later, and without it again. */
static void
test_no_atlas (void)
{
  AtlasSession *session = atlas_session_new (NULL);
  GtkWidget    *contents = g_object_ref_sink (atlas_contents_new ());
  AtlasBrowser *browser = ATLAS_BROWSER (gtk_widget_get_template_child (contents, ATLAS_TYPE_CONTENTS, "browser"));
  AtlasRows    *rows = NULL;

  atlas_contents_set_session (ATLAS_CONTENTS (contents), session);
  settle ();
  rows = atlas_row_list_get_rows (atlas_browser_get_list (browser));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 0);

  atlas_session_set_dataset (session, dataset);
  settle ();
  g_assert_cmpuint (atlas_rows_get_n_entries (rows), ==, atlas_dataset_get_n_items (dataset));

  atlas_session_set_dataset (session, NULL);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 0);

  atlas_contents_set_session (ATLAS_CONTENTS (contents), NULL);
  g_assert_finalize_object (contents);
  g_assert_finalize_object (session);
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
    { "/contents/find/stepanakert", (gpointer) "Stepanakert", test_spelling },
    { "/contents/find/khankendi", (gpointer) "Khankendi", test_spelling },
    { "/contents/find/azerbaijani", (gpointer) "Xankəndi", test_spelling },
    { "/contents/find/russian", (gpointer) "Степанакерт", test_spelling },
    { "/contents/find/passage", NULL, test_hit_passage },
    { "/contents/find/reference", NULL, test_hit_reference },
    { "/contents/find/steps", NULL, test_hit_steps },
    { "/contents/find/nothing", NULL, test_nothing_found },
    { "/contents/find/escape", NULL, test_escape },
    { "/contents/narrow", NULL, test_narrow },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].data, set_up, tests[i].test, tear_down);
  g_test_add_func ("/contents/find/mark-up", test_mark_up);
  g_test_add_func ("/contents/no-atlas", test_no_atlas);
}

int
main (int    argc,
      char **argv)
{
  return run_tests (argc, argv, add_tests);
}
