// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-contents.h"

#include "atlas-browser.h"
#include "atlas-dataset-loader.h"
#include "atlas-facet-bar.h"
#include "atlas-filter-chips.h"
#include "atlas-heading.h"
#include "atlas-hit.h"
#include "atlas-row-list.h"
#include "atlas-row.h"

#include <string.h>

static AtlasDataset *dataset;
static AtlasSearch  *search;

typedef struct
{
  AtlasSession *session;
  GtkWidget    *window;
  GtkWidget    *contents;
} Fixture;

/* What waits for an idle moment or a frame. */
static void
settle (void)
{
  for (guint i = 0; i < 200 && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->session = atlas_session_new (dataset);
  fixture->contents = atlas_contents_new ();
  atlas_contents_set_session (ATLAS_CONTENTS (fixture->contents), fixture->session);
  atlas_contents_set_search (ATLAS_CONTENTS (fixture->contents), search);

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 290, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->contents);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

/* Nothing that was made is left, in any order of letting go. */
static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_ref (fixture->contents);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->contents);
  g_assert_finalize_object (fixture->session);
}

static gpointer
get_child (Fixture    *fixture,
           const char *name)
{
  GObject *child = gtk_widget_get_template_child (fixture->contents, ATLAS_TYPE_CONTENTS, name);

  g_assert_nonnull (child);

  return child;
}

/* A part of the browser in it. */
static gpointer
get_part (Fixture    *fixture,
          const char *name)
{
  GObject *part = gtk_widget_get_template_child (get_child (fixture, "browser"), ATLAS_TYPE_BROWSER, name);

  g_assert_nonnull (part);

  return part;
}

static AtlasRows *
get_rows (Fixture    *fixture,
          const char *name)
{
  return atlas_row_list_get_rows (g_str_equal (name, "items") ? get_part (fixture, name) : get_child (fixture, name));
}

static void
type (Fixture    *fixture,
      const char *words)
{
  gtk_editable_set_text (get_child (fixture, "entry"), words);
  settle ();
}

/* All widgets of a type at or below @widget, in order; of GtkWidget (borrowed). */
static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
find_all (GtkWidget *widget,
          GType      type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (widget, type, found);

  return found;
}

static char *
get_text (GtkWidget *widget)
{
  g_autoptr (GPtrArray) labels = find_all (widget, GTK_TYPE_LABEL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", gtk_label_get_text (g_ptr_array_index (labels, i)));

  return g_string_free (text, FALSE);
}

static void
click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

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

static void
test_hit_reference (Fixture      *fixture,
                    gconstpointer data)
{
  AtlasItem *selected = NULL;

  type (fixture, "Treaty on Collective Security");
  activate_hit (fixture, ATLAS_SEARCH_REFERENCE);
  selected = atlas_session_get_selected (fixture->session);

  g_assert_nonnull (selected);
  g_assert_true (g_ptr_array_find (atlas_dataset_get_resting_on (dataset, "cst-text"), selected, NULL));
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
set_filter (Fixture     *fixture,
            AtlasFilter *filter)
{
  atlas_session_set_filter (fixture->session, filter);
  atlas_filter_unref (filter);
  settle ();
}

static void
test_counts (Fixture      *fixture,
             gconstpointer data)
{
  AtlasTimeSpan window = ATLAS_TIME_SPAN_INIT (atlas_day_from_ymd (1992, 1, 1), atlas_day_from_ymd (1995, 1, 1));

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
  g_autoptr (GPtrArray) checks = find_all (get_part (fixture, "facets"), GTK_TYPE_CHECK_BUTTON);
  GtkWidget *theme = g_ptr_array_index (toggles, 0);
  GtkWidget *actor = g_ptr_array_index (checks, 1);

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
    { "/contents/filter/counts", NULL, test_counts },
    { "/contents/filter/choose", NULL, test_facets_choose },
    { "/contents/filter/chips", NULL, test_chips },
    { "/contents/filter/clear-all", NULL, test_clear_all },
    { "/contents/filter/no-items", NULL, test_no_items },
    { "/contents/list/orders", NULL, test_list },
    { "/contents/list/fold", NULL, test_fold },
    { "/contents/list/select", NULL, test_select },
    { "/contents/list/rows", NULL, test_rows },
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
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }

  folder = g_file_new_for_path (g_getenv ("ATLAS_TEST_BUNDLE"));
  dataset = atlas_dataset_load (folder, NULL, &error);
  g_assert_no_error (error);
  search = atlas_search_new (dataset, NULL, &error);
  g_assert_no_error (error);

  add_tests ();
  status = g_test_run ();

  g_assert_finalize_object (search);
  g_assert_finalize_object (dataset);

  return status;
}
