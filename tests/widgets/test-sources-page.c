// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-source-words.h"
#include "atlas-sources-page-private.h"
#include "detail-fixture.h"

static void
set_up (WidgetFixture *fixture,
        gconstpointer  data)
{
  widget_fixture_set_animations (FALSE);
  widget_fixture_set_up (fixture, atlas_sources_page_new (), 340, 600);
}

static void
set_up_wide (WidgetFixture *fixture,
             gconstpointer  data)
{
  widget_fixture_set_animations (FALSE);
  widget_fixture_set_up (fixture, atlas_sources_page_new (), 760, 600);
}

static AtlasSourcesPage *
get_page (WidgetFixture *fixture)
{
  return ATLAS_SOURCES_PAGE (fixture->widget);
}

static AtlasReference *
get_shown (WidgetFixture *fixture,
           guint          position)
{
  g_autoptr (AtlasSourceEntry) entry = g_list_model_get_item (atlas_source_list_get_shown (get_page (fixture)->list), position);

  return entry != NULL ? atlas_source_entry_get_reference (entry) : NULL;
}

static guint
count_shown (WidgetFixture *fixture)
{
  return g_list_model_get_n_items (atlas_source_list_get_shown (get_page (fixture)->list));
}

static gboolean
finds (AtlasReference *reference,
       const char     *folded)
{
  const AtlasReferenceFields *fields = atlas_reference_get_fields (reference);
  const char                 *parts[] = { fields->title, fields->authors, fields->container, fields->publisher, fields->note, fields->url };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = parts[i] != NULL ? g_utf8_casefold (parts[i], -1) : NULL;

      if (part != NULL && strstr (part, folded) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* What is found and filtered, against a look at every reference. */
static void
test_filter (WidgetFixture *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char  *words;
    AtlasSources sources;
  } cases[] = {
    { "", ATLAS_SOURCES_ALL },
    { "", ATLAS_SOURCES_REPORT },
    { "", ATLAS_SOURCES_INDEPENDENT },
    { "gabala", ATLAS_SOURCES_ALL },
    { "GABALA", ATLAS_SOURCES_REPORT },
    { "kremlin.ru", ATLAS_SOURCES_ALL },
    { "no such words", ATLAS_SOURCES_ALL },
  };
  GListModel *all = G_LIST_MODEL (atlas_dataset_get_bibliography (fixture->dataset));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = g_utf8_casefold (cases[i].words, -1);
      g_autofree char *counts = NULL;
      guint            n_expected = 0;

      atlas_source_list_set_words (get_page (fixture)->list, cases[i].words);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (get_page (fixture)->roles), cases[i].sources);
      for (guint j = 0; j < g_list_model_get_n_items (all); j++)
        {
          g_autoptr (AtlasReference) reference = g_list_model_get_item (all, j);
          gboolean is_report = atlas_reference_get_role (reference) == ATLAS_REFERENCE_REPORT;

          if (cases[i].sources == ATLAS_SOURCES_ALL || (cases[i].sources == ATLAS_SOURCES_REPORT) == is_report)
            n_expected += finds (reference, folded);
        }

      g_assert_cmpuint (count_shown (fixture), ==, n_expected);
      counts = n_expected == 507 ? g_strdup ("507 sources, 47 of the report, 460 independent") : g_strdup_printf ("%u of 507 sources", n_expected);
      detail_fixture_assert_reads (fixture->widget, counts);
    }

  detail_fixture_assert_reads (fixture->widget, "Show All Sources"); /* nothing is shown */
}

/* The words of a search stand anywhere, in any order. */
static void
test_words (WidgetFixture *fixture,
            gconstpointer  data)
{
  guint n_one = 0;

  atlas_source_list_set_words (get_page (fixture)->list, "radar gabala");
  n_one = count_shown (fixture);
  atlas_source_list_set_words (get_page (fixture)->list, "  Gabala   RADAR ");
  g_assert_cmpuint (count_shown (fixture), ==, n_one);
  g_assert_cmpuint (n_one, >, 0);
  atlas_source_list_set_words (get_page (fixture)->list, "[39]");
  g_assert_cmpuint (count_shown (fixture), ==, 1);
  g_assert_cmpstr (atlas_reference_get_id (get_shown (fixture, 0)), ==, "report-39");
}

static guint
count_links (WidgetFixture  *fixture,
             AtlasReference *reference)
{
  return atlas_backlinks_lookup (atlas_backlinks_get (fixture->dataset), atlas_reference_get_id (reference))->n_links;
}

static gint64
get_begin (AtlasReference *reference)
{
  const char *issued = atlas_reference_get_fields (reference)->issued;
  AtlasEdtf   date;

  return issued != NULL && atlas_edtf_parse (issued, &date, NULL) ? date.span.begin : G_MININT64;
}

/* Whether @a may stand before @b. */
static gboolean
is_in_order (WidgetFixture  *fixture,
             AtlasReference *a,
             AtlasReference *b,
             AtlasSourceSort sort)
{
  const AtlasReferenceFields *fields_a = atlas_reference_get_fields (a);
  const AtlasReferenceFields *fields_b = atlas_reference_get_fields (b);

  switch (sort)
    {
    case ATLAS_SOURCE_SORT_USED:
      return count_links (fixture, a) >= count_links (fixture, b);

    case ATLAS_SOURCE_SORT_NUMBER:
      return fields_b->number == 0 || (fields_a->number > 0 && fields_a->number < fields_b->number);

    case ATLAS_SOURCE_SORT_AUTHOR:
      return fields_b->authors == NULL || fields_a->authors != NULL;

    case ATLAS_SOURCE_SORT_TITLE:
      return !atlas_source_is_known (b) || atlas_source_is_known (a);

    case ATLAS_SOURCE_SORT_DATE:
      return get_begin (a) >= get_begin (b);

    case ATLAS_SOURCE_SORT_TYPE:
      return !atlas_source_is_known (b) ||
             strcmp (atlas_source_get_type_name (fields_a->type), atlas_source_get_type_name (fields_b->type)) <= 0;

    case ATLAS_SOURCE_SORT_TIER:
      return atlas_source_get_tier_rank (fields_a->tier) <= atlas_source_get_tier_rank (fields_b->tier);

    case ATLAS_N_SOURCE_SORTS:
    default:
      g_assert_not_reached ();
    }
}

static void
test_sort (WidgetFixture *fixture,
           gconstpointer  data)
{
  for (guint sort = 0; sort < ATLAS_N_SOURCE_SORTS; sort++)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (get_page (fixture)->sorts), sort);
      g_assert_cmpuint (count_shown (fixture), ==, 507);
      for (guint i = 0; i + 1 < count_shown (fixture); i++)
        if (!is_in_order (fixture, get_shown (fixture, i), get_shown (fixture, i + 1), (AtlasSourceSort) sort))
          g_error ("by %s, %s stands before %s", atlas_source_sort_get_name ((AtlasSourceSort) sort),
                   atlas_reference_get_id (get_shown (fixture, i)), atlas_reference_get_id (get_shown (fixture, i + 1)));
    }
}

static gboolean
press (WidgetFixture *fixture,
       guint          keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
      if (handled)
        return TRUE;
    }

  return FALSE;
}

/* As a click or Enter on its row does. */
static void
open_source (WidgetFixture *fixture,
             const char    *id)
{
  AtlasSourceList *list = get_page (fixture)->list;
  g_autoptr (AtlasSourceEntry) entry = g_list_model_get_item (atlas_source_list_get_shown (list), atlas_source_list_find (list, id));

  g_signal_emit_by_name (get_page (fixture)->view, "opened", entry);
}

/* A source that is opened is the session's; its card takes the list's place, and Escape gives it back. */
static void
test_card (WidgetFixture *fixture,
           gconstpointer  data)
{
  AtlasSourcesPage *page = get_page (fixture);

  g_assert_false (press (fixture, GDK_KEY_Escape)); /* nothing to leave: the window's */
  open_source (fixture, "kremlin-gabala-2002");
  g_assert_cmpstr (atlas_session_get_source (fixture->session), ==, "kremlin-gabala-2002");
  g_assert_cmpuint (atlas_session_get_page (fixture->session), ==, ATLAS_PAGE_SOURCES);
  widget_fixture_lay_out (fixture);
  g_assert_true (gtk_widget_get_child_visible (page->card_side));
  g_assert_false (gtk_widget_get_child_visible (page->list_side));
  detail_fixture_assert_reads (fixture->widget, "Independent public source");
  detail_fixture_assert_reads (fixture->widget, "en.kremlin.ru");
  detail_fixture_assert_reads (fixture->widget, "Gabala radar station");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), page->card_side));

  g_assert_true (press (fixture, GDK_KEY_Escape));
  g_assert_null (atlas_session_get_source (fixture->session));
  widget_fixture_lay_out (fixture);
  g_assert_false (gtk_widget_get_child_visible (page->card_side));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_WIDGET (page->view)));

  atlas_session_show_source (fixture->session, "no-such-source");
  widget_fixture_lay_out (fixture);
  g_assert_true (gtk_widget_get_child_visible (page->list_side));
}

/* With room, list and card stand side by side. */
static void
test_wide (WidgetFixture *fixture,
           gconstpointer  data)
{
  AtlasSourcesPage *page = get_page (fixture);

  g_assert_cmpint (gtk_widget_get_width (page->list_side), ==, 760);
  atlas_session_show_source (fixture->session, "kremlin-gabala-2002");
  widget_fixture_lay_out (fixture);
  g_assert_true (gtk_widget_get_child_visible (page->card_side));
  g_assert_true (gtk_widget_get_child_visible (page->list_side));
  g_assert_cmpint (gtk_widget_get_width (page->list_side) + gtk_widget_get_width (page->card_side), ==, 760);
  g_assert_cmpuint (atlas_source_list_view_get_n_selected (page->view), ==, 1);
}

/* What rests on a source leads there. */
static void
test_backlinks (WidgetFixture *fixture,
                gconstpointer  data)
{
  atlas_session_show_source (fixture->session, "kremlin-gabala-2002");
  g_assert_true (detail_fixture_follow (fixture->widget, "item:gabala-radar"));
  g_assert_cmpstr (widget_fixture_get_selected (fixture), ==, "gabala-radar");
  g_assert_cmpuint (atlas_session_get_page (fixture->session), ==, ATLAS_PAGE_ITEM);

  atlas_session_show_source (fixture->session, "report-39");
  g_assert_true (detail_fixture_follow (fixture->widget, "passage:security-4"));
  g_assert_cmpstr (atlas_session_get_passage (fixture->session), ==, "security-4");
  g_assert_cmpuint (atlas_session_get_page (fixture->session), ==, ATLAS_PAGE_REPORT);
}

static void
exported_cb (GSimpleAction *action,
             GVariant      *parameter,
             GString       *log)
{
  g_autofree char *text = g_variant_print (parameter, FALSE);

  g_string_append_printf (log, "%s;", text);
}

/* The window is asked to export: all, those that are shown, or those that are selected. */
static void
test_export (WidgetFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("export-references", G_VARIANT_TYPE ("as"));
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect (action, "activate", G_CALLBACK (exported_cb), log);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));

  gtk_widget_activate_action (fixture->widget, "sources.export-all", NULL);
  atlas_source_list_set_words (get_page (fixture)->list, "[39]");
  gtk_widget_activate_action (fixture->widget, "sources.export-shown", NULL);
  g_assert_false (gtk_widget_activate_action (fixture->widget, "sources.export-selected", NULL) && strstr (log->str, ";;") != NULL);
  atlas_source_list_set_words (get_page (fixture)->list, "");
  atlas_source_list_view_select (get_page (fixture)->view, atlas_source_list_find (get_page (fixture)->list, "report-4"));
  gtk_widget_activate_action (fixture->widget, "sources.export-selected", NULL);
  g_assert_cmpstr (log->str, ==, "[];['report-39'];['report-4'];");

  gtk_widget_activate_action (fixture->widget, "sources.select-all", NULL);
  detail_fixture_assert_reads (fixture->widget, "507 selected");
  gtk_widget_insert_action_group (fixture->window, "win", NULL);
}

/* Other references of the same atlas: what is read stays, if it is still there. */
static void
test_dataset (WidgetFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) references = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AtlasBibliography) bibliography = NULL;
  g_autoptr (AtlasDataset) other = NULL;

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (references, g_list_model_get_item (G_LIST_MODEL (atlas_dataset_get_bibliography (fixture->dataset)), i));
  bibliography = atlas_bibliography_new_take (g_steal_pointer (&references));
  other = atlas_dataset_new_with_reading (fixture->dataset, NULL, bibliography);

  atlas_session_show_source (fixture->session, "report-2");
  atlas_session_set_dataset (fixture->session, other);
  detail_fixture_assert_reads (fixture->widget, "[2]");
  g_assert_cmpuint (count_shown (fixture), ==, 3);
  atlas_session_set_dataset (fixture->session, fixture->dataset);
  g_assert_cmpuint (count_shown (fixture), ==, 507);
}

/* A record that the user has added says so. */
static void
test_whose (void)
{
  static const struct
  {
    AtlasReferenceRole role;
    guint              number;
    gboolean           own;
    const char        *words;
  } cases[] = {
    { ATLAS_REFERENCE_REPORT, 12, FALSE, "The report’s own citation [12]" },
    { ATLAS_REFERENCE_REPORT, 12, TRUE, "The report’s own citation [12] · record added by you" },
    { ATLAS_REFERENCE_INDEPENDENT, 0, FALSE, "Independent public source" },
    { ATLAS_REFERENCE_INDEPENDENT, 0, TRUE, "Added by you" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasReferenceFields fields = { .id = g_strdup ("a"), .type = g_strdup ("book"), .title = g_strdup ("T"), .title_known = TRUE };
      g_autoptr (AtlasReference) reference = NULL;
      g_autofree char *words = NULL;

      fields.role = cases[i].role;
      fields.number = cases[i].number;
      fields.own = cases[i].own;
      reference = atlas_reference_new_take (&fields);
      words = atlas_source_dup_whose (reference, cases[i].number);
      g_assert_cmpstr (words, ==, cases[i].words);
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
    void      (*set_up) (WidgetFixture *fixture, gconstpointer data);
    void      (*test) (WidgetFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/widgets/sources-page/filter", set_up, test_filter },
    { "/widgets/sources-page/words", set_up, test_words },
    { "/widgets/sources-page/sort", set_up, test_sort },
    { "/widgets/sources-page/card", set_up, test_card },
    { "/widgets/sources-page/wide", set_up_wide, test_wide },
    { "/widgets/sources-page/backlinks", set_up, test_backlinks },
    { "/widgets/sources-page/export", set_up, test_export },
    { "/widgets/sources-page/dataset", set_up, test_dataset },
  };
  /* clang-format on */

  if (!widget_fixture_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WidgetFixture, NULL, tests[i].set_up, tests[i].test, widget_fixture_tear_down);

  g_test_add_func ("/widgets/sources-page/whose", test_whose);

  return g_test_run ();
}
