// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "detail-fixture.h"

static void
log_uri_cb (AtlasDetail *detail,
            const char  *uri,
            GString     *log)
{
  g_string_append_printf (log, "%s ", uri);
}

static void
test_source_link (WidgetFixture *fixture,
                  gconstpointer  data)
{
  AtlasReference  *reference = atlas_bibliography_lookup (atlas_dataset_get_bibliography (fixture->dataset), "kremlin-gabala-2002");
  g_autofree char *text = atlas_reference_format_short (reference);
  GtkWidget       *card = NULL;

  widget_fixture_select (fixture, "gabala-radar");
  widget_fixture_lay_out (fixture);
  g_assert_null (detail_fixture_find_card (fixture));
  g_assert_true (detail_fixture_follow (fixture->widget, "source:kremlin-gabala-2002"));
  card = detail_fixture_find_card (fixture);
  g_assert_nonnull (card);
  detail_fixture_assert_reads (card, text);
  detail_fixture_assert_reads (card, atlas_item_get_title (atlas_dataset_lookup (fixture->dataset, "gabala-radar")));
  g_assert_cmpstr (widget_fixture_get_selected (fixture), ==, "gabala-radar");
}

/* The window is asked to open an address; the pane itself opens none. */
static void
test_address (WidgetFixture *fixture,
              gconstpointer  data)
{
  AtlasReference *reference = atlas_bibliography_lookup (atlas_dataset_get_bibliography (fixture->dataset), "kremlin-gabala-2002");
  const char     *url = atlas_reference_get_safe_url (reference);
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *once = g_strdup_printf ("%s ", url);
  g_autofree char *twice = g_strdup_printf ("%s %s ", url, url);
  GtkWidget       *open = NULL;

  g_assert_true (g_str_has_prefix (url, "http"));
  g_signal_connect (fixture->widget, "open-uri", G_CALLBACK (log_uri_cb), log);
  widget_fixture_select (fixture, "gabala-radar");
  widget_fixture_lay_out (fixture);
  g_assert_true (detail_fixture_follow (fixture->widget, url));
  g_assert_cmpstr (log->str, ==, once);

  detail_fixture_follow (fixture->widget, "source:kremlin-gabala-2002");
  open = GTK_WIDGET (gtk_widget_get_template_child (detail_fixture_find_card (fixture), ATLAS_TYPE_CITATION_POPOVER, "open_button"));
  g_assert_true (gtk_widget_get_visible (open));
  g_signal_emit_by_name (open, "clicked");
  g_assert_cmpstr (log->str, ==, twice);
}

static void
test_citation (WidgetFixture *fixture,
               gconstpointer  data)
{
  g_autoptr (GString) log = g_string_new (NULL);
  GtkWidget *card = NULL;
  GtkWidget *open = NULL;

  g_signal_connect (fixture->widget, "open-uri", G_CALLBACK (log_uri_cb), log);
  widget_fixture_select (fixture, "gabala-radar");
  widget_fixture_lay_out (fixture);
  g_assert_true (detail_fixture_follow (fixture->widget, "cite:39"));
  g_assert_cmpuint (atlas_session_get_citation (fixture->session), ==, 39);

  card = detail_fixture_find_card (fixture);
  g_assert_nonnull (card);
  detail_fixture_assert_reads (card, "[39]");
  detail_fixture_assert_reads (card, "its title is not known here");
  detail_fixture_assert_reads (card, "Cited in 1 passage");
  detail_fixture_assert_reads (card, atlas_item_get_title (atlas_dataset_lookup (fixture->dataset, "gabala-radar")));

  open = GTK_WIDGET (gtk_widget_get_template_child (card, ATLAS_TYPE_CITATION_POPOVER, "open_button"));
  g_assert_false (gtk_widget_get_visible (open));
  g_assert_cmpstr (log->str, ==, "");
}

static gboolean
has_card (gpointer user_data)
{
  return detail_fixture_find_card (user_data) != NULL;
}

/* A link opens the card where the citation stands: in the report, on the item's page, and over a page without it. */
static void
test_link (WidgetFixture *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *link;
    const char *passage; /* NULL: that of no passage is in view */
  } links[] = {
    { "corridor-atlas:#cite=39", "security-4" },
    { "corridor-atlas:#cite=12&item=gabala-radar", NULL },
    { "corridor-atlas:#cite=39&item=gabala-radar", "security-4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      widget_fixture_apply (fixture, links[i].link);
      widget_fixture_await (has_card, fixture, links[i].link);
      detail_fixture_assert_reads (detail_fixture_find_card (fixture), g_str_has_prefix (links[i].link, "corridor-atlas:#cite=12") ? "[12]" : "[39]");
      if (links[i].passage != NULL)
        detail_fixture_await_passage (fixture, links[i].passage);
      gtk_popover_popdown (GTK_POPOVER (detail_fixture_find_card (fixture)));
      widget_fixture_lay_out (fixture);
      g_assert_null (detail_fixture_find_card (fixture));
    }
}

/* A citation of the report has a card, with the passages it stands in. */
static void
test_all_citations (WidgetFixture *fixture,
                    gconstpointer  data)
{
  AtlasReport *report = atlas_dataset_get_report (fixture->dataset);
  guint        last = atlas_report_get_last_citation (report);

  g_assert_cmpuint (last, ==, 47);
  for (guint citation = 1; citation <= last; citation += 3)
    {
      const AtlasPassage *passage = g_ptr_array_index (atlas_report_get_citing (report, citation), 0);
      g_autofree char    *uri = g_strdup_printf ("cite:%u", citation);
      g_autofree char    *mark = g_strdup_printf ("[%u]", citation);

      detail_fixture_read_passage (fixture, passage->id);
      g_assert_true (detail_fixture_follow (detail_fixture_find (fixture->widget, detail_fixture_is_passage, passage->id), uri));
      g_assert_nonnull (detail_fixture_find_card (fixture));
      detail_fixture_assert_reads (detail_fixture_find_card (fixture), mark);
      detail_fixture_assert_reads (detail_fixture_find_card (fixture), "Cited in ");
      widget_fixture_lay_out (fixture);
    }
}

/* From a source's card to an item that rests on it, and from a citation's to its passage. */
static void
test_card_links (WidgetFixture *fixture,
                 gconstpointer  data)
{
  widget_fixture_select (fixture, "gabala-radar");
  widget_fixture_lay_out (fixture);
  detail_fixture_follow (fixture->widget, "source:azmfa-gabala-2012");
  g_assert_true (detail_fixture_follow (detail_fixture_find_card (fixture), "item:gabala-closure-2012"));
  g_assert_cmpstr (widget_fixture_get_selected (fixture), ==, "gabala-closure-2012");
  g_assert_null (detail_fixture_find_card (fixture));

  widget_fixture_select (fixture, "gabala-radar");
  widget_fixture_lay_out (fixture);
  detail_fixture_follow (fixture->widget, "cite:39");
  g_assert_true (detail_fixture_follow (detail_fixture_find_card (fixture), "passage:security-4"));
  g_assert_null (detail_fixture_find_card (fixture));
  g_assert_cmpstr (atlas_session_get_passage (fixture->session), ==, "security-4");
  g_assert_cmpint (atlas_session_get_page (fixture->session), ==, ATLAS_PAGE_REPORT);
  detail_fixture_await_passage (fixture, "security-4");
}

/* The pane goes while a card is up, and just after it was closed. */
static void
test_closing (WidgetFixture *fixture,
              gconstpointer  data)
{
  widget_fixture_select (fixture, "btc");
  widget_fixture_lay_out (fixture);
  detail_fixture_follow (fixture->widget, "cite:1");
  detail_fixture_follow (fixture->widget, "cite:20");
  gtk_popover_popdown (GTK_POPOVER (detail_fixture_find_card (fixture)));
  detail_fixture_follow (fixture->widget, "cite:21");
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
    { "/widgets/citation-popover/source-link", test_source_link },
    { "/widgets/citation-popover/address", test_address },
    { "/widgets/citation-popover/citation", test_citation },
    { "/widgets/citation-popover/all-citations", test_all_citations },
    { "/widgets/citation-popover/link", test_link },
    { "/widgets/citation-popover/card-links", test_card_links },
    { "/widgets/citation-popover/closing", test_closing },
  };
  /* clang-format on */

  if (!widget_fixture_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WidgetFixture, NULL, detail_fixture_set_up, tests[i].test, widget_fixture_tear_down);

  return g_test_run ();
}
