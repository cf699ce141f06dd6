// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-source-card.h"
#include "atlas-source-words.h"
#include "detail-fixture.h"

static void
log_uri_cb (AtlasDetail *detail,
            const char  *uri,
            GString     *log)
{
  g_string_append_printf (log, "%s ", uri);
}

static gboolean
is_labelled_button (GtkWidget *widget,
                    gpointer   user_data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_visible (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), user_data) == 0;
}

static GtkWidget *
find_button (GtkWidget  *card,
             const char *label)
{
  return detail_fixture_find (card, is_labelled_button, label);
}

static void
click (GtkWidget  *card,
       const char *label)
{
  GtkWidget *button = find_button (card, label);

  if (button == NULL)
    g_error ("there is no button “%s”", label);
  g_signal_emit_by_name (button, "clicked");
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

  g_assert_true (g_str_has_prefix (url, "http"));
  g_signal_connect (fixture->widget, "open-uri", G_CALLBACK (log_uri_cb), log);
  widget_fixture_select (fixture, "gabala-radar");
  widget_fixture_lay_out (fixture);
  g_assert_true (detail_fixture_follow (fixture->widget, url));
  g_assert_cmpstr (log->str, ==, once);

  detail_fixture_follow (fixture->widget, "source:kremlin-gabala-2002");
  click (detail_fixture_find_card (fixture), "Open in Browser");
  g_assert_cmpstr (log->str, ==, twice);
}

/* Of a citation without a record the card says so, and offers what there is instead. */
static void
test_citation (WidgetFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *card = NULL;
  GVariant  *target = NULL;

  widget_fixture_select (fixture, "gabala-radar");
  widget_fixture_lay_out (fixture);
  g_assert_true (detail_fixture_follow (fixture->widget, "cite:39"));
  g_assert_cmpuint (atlas_session_get_citation (fixture->session), ==, 39);

  card = detail_fixture_find_card (fixture);
  g_assert_nonnull (card);
  g_assert_true (atlas_citation_popover_is_pinned (ATLAS_CITATION_POPOVER (card)));
  detail_fixture_assert_reads (card, "The report’s own citation [39]");
  detail_fixture_assert_reads (card, "The report’s source list is not part of this atlas’s copy");
  detail_fixture_assert_reads (card, "1 passage, ");
  detail_fixture_assert_reads (card, "Independent sources for the same claim");
  detail_fixture_assert_reads (card, atlas_item_get_title (atlas_dataset_lookup (fixture->dataset, "gabala-radar")));

  g_assert_null (find_button (card, "Open in Browser"));
  g_assert_null (find_button (card, "Copy Reference"));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (find_button (card, "Add the Report’s Text…"))), ==, "win.import-report");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (find_button (card, "Add the Reference…"))), ==, "win.add-reference");
  target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (find_button (card, "Add the Reference…")));
  g_assert_cmpuint (g_variant_get_uint32 (target), ==, 39);
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
      g_autofree char    *mark = g_strdup_printf ("[%u]", citation);

      detail_fixture_read_passage (fixture, passage->id);
      detail_fixture_follow_in_report (fixture, passage->id, NULL, citation);
      g_assert_nonnull (detail_fixture_find_card (fixture));
      detail_fixture_assert_reads (detail_fixture_find_card (fixture), mark);
      detail_fixture_assert_reads (detail_fixture_find_card (fixture), "Rests on it: ");
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

static gboolean
is_in_card (gpointer user_data)
{
  WidgetFixture *fixture = user_data;
  GtkWidget     *card = detail_fixture_find_card (fixture);
  GtkWidget     *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return card != NULL && focus != NULL && gtk_widget_is_ancestor (focus, card);
}

/* From a citation's card to a source's, in its place, and back. */
static void
test_back (WidgetFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *card = NULL;

  widget_fixture_select (fixture, "gabala-radar");
  widget_fixture_lay_out (fixture);
  detail_fixture_follow (fixture->widget, "cite:39");
  card = detail_fixture_find_card (fixture);
  g_assert_true (detail_fixture_follow (card, "source:kremlin-gabala-2002"));
  g_assert_true (detail_fixture_find_card (fixture) == card);
  detail_fixture_assert_reads (card, "Independent public source");
  widget_fixture_lay_out (fixture);
  g_assert_true (is_in_card (fixture));
  click (card, "Back to [39]");
  detail_fixture_assert_reads (card, "The report’s own citation [39]");
  g_assert_null (find_button (card, "Back to [39]"));
  widget_fixture_lay_out (fixture);
  g_assert_true (is_in_card (fixture));
}

static void
test_show_in_sources (WidgetFixture *fixture,
                      gconstpointer  data)
{
  widget_fixture_select (fixture, "gabala-radar");
  widget_fixture_lay_out (fixture);
  detail_fixture_follow (fixture->widget, "source:kremlin-gabala-2002");
  click (detail_fixture_find_card (fixture), "Show in Sources");
  g_assert_null (detail_fixture_find_card (fixture));
  g_assert_cmpuint (atlas_session_get_page (fixture->session), ==, ATLAS_PAGE_SOURCES);
  g_assert_cmpstr (atlas_session_get_source (fixture->session), ==, "kremlin-gabala-2002");
}

/* What cards say rests on a reference is what the atlas's backlinks say. */
static void
test_counts (WidgetFixture *fixture,
             gconstpointer  data)
{
  static const char *const ids[] = { "kremlin-gabala-2002", "azmfa-gabala-2012", "report-39", "report-1" };
  GtkWidget               *card = g_object_ref_sink (atlas_source_card_new (FALSE));

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const AtlasBacklinkList *links = atlas_backlinks_lookup (atlas_backlinks_get (fixture->dataset), ids[i]);
      g_autofree char         *counts = atlas_source_dup_counts (links);
      g_autofree char         *line = g_strdup_printf ("Rests on it: %s\n", counts);
      AtlasReference          *reference = atlas_bibliography_lookup (atlas_dataset_get_bibliography (fixture->dataset), ids[i]);

      g_assert_cmpuint (links->n_links, >, 0);
      atlas_source_card_show_reference (ATLAS_SOURCE_CARD (card), fixture->session, reference);
      detail_fixture_assert_reads (card, line);
      for (guint j = 0; j < links->n_links; j++)
        {
          const AtlasBacklink *link = &links->links[j];
          g_autofree char     *number = link->passage != NULL ? g_strdup_printf ("¶ %u", link->passage->number) : NULL;

          detail_fixture_assert_reads (card, number != NULL ? number : atlas_item_get_title (link->item));
        }
    }
  g_assert_finalize_object (card);
}

static gboolean
has_no_card (gpointer user_data)
{
  return detail_fixture_find_card (user_data) == NULL;
}

static void
run_xdotool (const char *arguments)
{
  g_autofree char *line = g_strdup_printf ("xdotool %s", arguments);
  g_autoptr (GError) error = NULL;

  g_spawn_command_line_sync (line, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
has_pointer (void)
{
  g_autofree char *program = g_find_program_in_path ("xdotool");

  if (program == NULL)
    g_test_skip ("no xdotool");

  return program != NULL;
}

/* Where the mark of citation 39 stands in the window, which is in the corner of the screen. */
static GdkRectangle
find_mark (WidgetFixture *fixture)
{
  AtlasReader *reader = NULL;
  GdkRectangle mark;
  double       x = 0.0;
  double       y = 0.0;

  detail_fixture_read_passage (fixture, "security-4");
  reader = detail_fixture_find_report (fixture);
  atlas_reader_reveal_citation (reader, 39);
  widget_fixture_lay_out (fixture);
  g_assert_true (atlas_reader_find_citation (reader, 39, &mark));
  gtk_widget_translate_coordinates (GTK_WIDGET (reader), fixture->window, mark.x, mark.y, &x, &y);

  return (GdkRectangle){ (int) x + mark.width / 2, (int) y + mark.height / 2, mark.width, mark.height };
}

/* The pointer on a mark opens the card, which takes no focus; off it, the card goes. */
static void
test_hover (WidgetFixture *fixture,
            gconstpointer  data)
{
  GdkRectangle     mark = find_mark (fixture);
  g_autofree char *on = g_strdup_printf ("mousemove %d %d", mark.x, mark.y);
  GtkWidget       *card = NULL;

  if (!has_pointer ())
    return;

  run_xdotool (on);
  widget_fixture_await (has_card, fixture, "the card of the mark under the pointer");
  card = detail_fixture_find_card (fixture);
  detail_fixture_assert_reads (card, "[39]");
  g_assert_false (atlas_citation_popover_is_pinned (ATLAS_CITATION_POPOVER (card)));
  g_assert_cmpuint (atlas_session_get_citation (fixture->session), ==, 0); /* nothing was asked for */

  run_xdotool ("mousemove 2 2");
  widget_fixture_await (has_no_card, fixture, "the card to go");

  /* Escape closes it as well, and a click pins it. */
  run_xdotool (on);
  widget_fixture_await (has_card, fixture, "the card to come back");
  run_xdotool ("key Escape");
  widget_fixture_await (has_no_card, fixture, "the card to close");
  run_xdotool ("click 1");
  widget_fixture_await (has_card, fixture, "the card to be pinned");
  g_assert_true (atlas_citation_popover_is_pinned (ATLAS_CITATION_POPOVER (detail_fixture_find_card (fixture))));
  g_assert_cmpuint (atlas_session_get_citation (fixture->session), ==, 39);

  /* Closed below the pointer it stays so until that comes back. */
  run_xdotool ("key Escape");
  widget_fixture_await (has_no_card, fixture, "the pinned card to close");
  run_xdotool ("mousemove_relative 1 1 sleep 0.6");
  widget_fixture_lay_out (fixture);
  g_assert_null (detail_fixture_find_card (fixture));
}

/* The pinned card has the focus; Escape gives it back to the mark, with the caret. */
static void
test_escape (WidgetFixture *fixture,
             gconstpointer  data)
{
  AtlasReader *reader = NULL;
  int          caret = 0;

  detail_fixture_read_passage (fixture, "security-4");
  reader = detail_fixture_find_report (fixture);
  detail_fixture_go_to_link (fixture, "security-4", NULL, 39);
  caret = atlas_reader_get_caret (reader);
  gtk_widget_activate_action (GTK_WIDGET (reader), "reader.activate", NULL);
  widget_fixture_await (is_in_card, fixture, "the card to have the focus");

  if (!has_pointer ())
    return;
  run_xdotool ("key Escape");
  widget_fixture_await (has_no_card, fixture, "the card to close");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == reader->view);
  g_assert_cmpint (atlas_reader_get_caret (reader), ==, caret);
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
    { "/widgets/citation-popover/back", test_back },
    { "/widgets/citation-popover/show-in-sources", test_show_in_sources },
    { "/widgets/citation-popover/counts", test_counts },
    { "/widgets/citation-popover/hover", test_hover },
    { "/widgets/citation-popover/escape", test_escape },
    { "/widgets/citation-popover/closing", test_closing },
  };
  /* clang-format on */

  if (!widget_fixture_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WidgetFixture, NULL, detail_fixture_set_up, tests[i].test, widget_fixture_tear_down);

  return g_test_run ();
}
