// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reader-fixture.h"

static void
log_citation_cb (AtlasReader  *reader,
                 guint         citation,
                 GdkRectangle *place,
                 gboolean      pinned,
                 GString      *log)
{
  g_string_append_printf (log, "%u%s ", citation, pinned ? "!" : "");
  if (citation == 0)
    return;
  g_assert_cmpint (place->width, >, 4);
  g_assert_cmpint (place->x, >, 10);
  g_assert_cmpint (place->x + place->width, <=, gtk_widget_get_width (GTK_WIDGET (reader)));
  g_assert_cmpint (place->y, >, 20);
  g_assert_cmpint (place->y + place->height, <, gtk_widget_get_height (GTK_WIDGET (reader)));
}

/* The whole report stands in the text, as it is. */
static void
test_text (WidgetFixture *fixture,
           gconstpointer  data)
{
  AtlasReader *reader = reader_fixture_get_reader (fixture);
  AtlasReport *report = atlas_dataset_get_report (fixture->dataset);
  GPtrArray   *passages = atlas_report_get_passages (report);
  guint        n_spans = 0;

  detail_fixture_assert_reads (fixture->widget, atlas_report_get_title (report));
  for (guint i = 0; i < passages->len; i++)
    {
      const AtlasPassage    *passage = g_ptr_array_index (passages, i);
      const AtlasReaderPart *part = atlas_reader_text_get_passage (reader->text, passage);
      g_autofree char       *text = NULL;
      GtkTextIter            start;
      GtkTextIter            end;

      gtk_text_buffer_get_iter_at_offset (reader->text->buffer, &start, part->start);
      gtk_text_buffer_get_iter_at_offset (reader->text->buffer, &end, part->end);
      text = gtk_text_buffer_get_text (reader->text->buffer, &start, &end, TRUE);
      g_assert_cmpstr (text, ==, passage->text);
      for (guint j = 0; j < passage->spans->len; j++)
        n_spans += ((const AtlasReportSpan *) g_ptr_array_index (passage->spans, j))->kind >= ATLAS_REPORT_MENTION;
    }

  g_assert_cmpuint (reader->text->links->len, ==, n_spans);
  for (guint i = 0; i < reader->text->links->len; i++)
    {
      const AtlasReaderLink *link = &g_array_index (reader->text->links, AtlasReaderLink, i);

      g_assert_true (atlas_reader_text_find_link (reader->text, link->start) == link);
      g_assert_true (atlas_reader_text_find_link (reader->text, link->end - 1) == link);
      g_assert_true (atlas_reader_text_find_link (reader->text, link->end) != link);
      g_assert_true (atlas_reader_text_find_passage (reader->text, link->start) == link->passage);
    }
}

/* Tab goes from link to link, in order, each once, lights what it names, and leaves at the end. */
static void
test_tab (WidgetFixture *fixture,
          gconstpointer  data)
{
  AtlasReader *reader = reader_fixture_get_reader (fixture);
  g_autoptr (GString) log = g_string_new (NULL);
  GdkRectangle visible;
  GdkRectangle place;
  GtkTextIter  iter;

  g_signal_connect (reader, "citation-activated", G_CALLBACK (log_citation_cb), log);
  gtk_widget_grab_focus (fixture->widget);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == reader->view);
  g_assert_null (atlas_reader_get_focus_link (reader));

  for (guint i = 0; i < reader->text->links->len; i++)
    {
      const AtlasReaderLink *link = &g_array_index (reader->text->links, AtlasReaderLink, i);
      AtlasItem             *hovered = NULL;

      reader_fixture_tab (fixture);
      g_assert_true (atlas_reader_get_focus_link (reader) == link);
      hovered = atlas_session_get_hovered (fixture->session);
      g_assert_cmpstr (hovered != NULL ? atlas_item_get_id (hovered) : NULL, ==, link->span->item_id);

      if (link->span->citation != 39)
        continue;
      widget_fixture_lay_out (fixture);
      gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (reader->view), &visible);
      gtk_text_buffer_get_iter_at_offset (reader->text->buffer, &iter, link->start);
      gtk_text_view_get_iter_location (GTK_TEXT_VIEW (reader->view), &iter, &place);
      g_assert_true (gdk_rectangle_intersect (&visible, &place, NULL));
      reader_fixture_act (fixture, "reader.activate");
      g_assert_cmpstr (log->str, ==, "39! ");
      atlas_reader_return (reader);
      g_assert_true (atlas_reader_get_focus_link (reader) == link);
    }

  reader_fixture_tab (fixture);
  g_assert_null (atlas_reader_get_focus_link (reader));
  g_assert_false (gtk_root_get_focus (GTK_ROOT (fixture->window)) == reader->view);
  g_assert_null (atlas_session_get_hovered (fixture->session));
}

/* Who follows a mention stays where they read; its other mentions are walked round and round. */
static void
test_mentions (WidgetFixture *fixture,
               gconstpointer  data)
{
  AtlasReader *reader = reader_fixture_get_reader (fixture);
  GPtrArray   *mentioning = atlas_report_get_mentioning (atlas_dataset_get_report (fixture->dataset), "trilateral-statement-2020");
  int          first = 0;
  guint        n_mentions = 0;

  g_assert_false (gtk_widget_get_visible (reader->mentions.bar));
  atlas_session_set_passage (fixture->session, "political-5");
  reader_fixture_await_passage (fixture, "political-5");
  detail_fixture_go_to_link (fixture, "political-5", "trilateral-statement-2020", 0);
  first = atlas_reader_get_caret (reader);
  reader_fixture_act (fixture, "reader.activate");
  g_assert_cmpstr (widget_fixture_get_selected (fixture), ==, "trilateral-statement-2020");
  g_assert_cmpint (atlas_session_get_page (fixture->session), ==, ATLAS_PAGE_REPORT);
  g_assert_true (reader_fixture_sees (fixture, "political-5"));

  g_assert_true (gtk_widget_get_visible (reader->mentions.bar));
  n_mentions = reader->mentions.links->len;
  g_assert_cmpuint (n_mentions, >, mentioning->len); /* political-5 names it twice */
  detail_fixture_assert_reads (reader->mentions.bar, "1 of 5 mentions");
  for (guint i = 1; i < n_mentions; i++)
    {
      g_autofree char *words = g_strdup_printf ("%u of 5 mentions", i + 1);

      reader_fixture_act_int (fixture, "reader.step", 1);
      detail_fixture_assert_reads (reader->mentions.bar, words);
      g_assert_cmpstr (atlas_reader_get_focus_link (reader)->span->item_id, ==, "trilateral-statement-2020");
    }
  reader_fixture_act_int (fixture, "reader.step", 1);
  g_assert_cmpint (atlas_reader_get_caret (reader), ==, first);
  reader_fixture_act_int (fixture, "reader.step", -1);
  detail_fixture_assert_reads (reader->mentions.bar, "5 of 5 mentions");

  atlas_session_select (fixture->session, NULL);
  g_assert_false (gtk_widget_get_visible (reader->mentions.bar));
}

/* Larger type does not lose the place. */
static void
test_zoom (WidgetFixture *fixture,
           gconstpointer  data)
{
  AtlasReader *reader = reader_fixture_get_reader (fixture);
  double       zoom = 0.0;

  atlas_session_set_passage (fixture->session, "economic-2");
  reader_fixture_await_passage (fixture, "economic-2");
  for (guint i = 0; i < 5; i++)
    {
      reader_fixture_act_int (fixture, "reader.zoom", 1);
      widget_fixture_lay_out (fixture);
      reader_fixture_await_passage (fixture, "economic-2");
    }
  g_object_get (reader, "zoom", &zoom, NULL);
  g_assert_cmpfloat (zoom, ==, 2.0);
  for (guint i = 0; i < 10; i++)
    reader_fixture_act_int (fixture, "reader.zoom", 1);
  g_object_get (reader, "zoom", &zoom, NULL);
  g_assert_cmpfloat (zoom, ==, 3.0);
  reader_fixture_act_int (fixture, "reader.zoom", 0);
  g_object_get (reader, "zoom", &zoom, NULL);
  g_assert_cmpfloat (zoom, ==, 1.0);
  widget_fixture_lay_out (fixture);
  reader_fixture_await_passage (fixture, "economic-2");
  g_object_set (reader, "zoom", 0.5, NULL);
  widget_fixture_lay_out (fixture);
  reader_fixture_await_passage (fixture, "economic-2");
}

/* Without a caret keys scroll; with one they move it. */
static void
test_caret (WidgetFixture *fixture,
            gconstpointer  data)
{
  AtlasReader   *reader = reader_fixture_get_reader (fixture);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (reader->scroller));
  double         before = gtk_adjustment_get_value (adjustment);

  if (!reader_fixture_has_keys ())
    return;

  gtk_widget_grab_focus (fixture->widget);
  reader_fixture_act_int (fixture, "reader.scroll", 1);
  widget_fixture_lay_out (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, before + 100.0);
  g_assert_cmpint (atlas_reader_get_caret (reader), ==, 0);
  reader_fixture_press ("End");
  widget_fixture_lay_out (fixture);
  reader_fixture_await_passage (fixture, "outlook-4");

  reader_fixture_act (fixture, "reader.caret");
  g_assert_true (gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (reader->view)));
  g_signal_emit_by_name (reader->view, "move-cursor", GTK_MOVEMENT_VISUAL_POSITIONS, 3, FALSE);
  g_assert_cmpint (atlas_reader_get_caret (reader), ==, 3);
}

/* A passage that the session goes to comes into view with its heading, and so does every other. */
static void
test_passage (WidgetFixture *fixture,
              gconstpointer  data)
{
  static const char *const ids[] = { "security-4", "treaties-12", "introduction-1", "outlook-4", "political-5", "treaties-1" };
  static const char *const places[] = { "Force development and partnerships", "Memberships & Treaties", "Introduction", "Conclusion & Outlook",
                                        "2020–2024: a decisive phase", "Memberships & Treaties" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      atlas_session_set_passage (fixture->session, ids[i]);
      reader_fixture_await_passage (fixture, ids[i]);
      widget_fixture_lay_out (fixture);
      g_assert_true (reader_fixture_sees (fixture, ids[i]));
      if (i != 3) /* the last passage cannot come to the top */
        g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (reader_fixture_get_reader (fixture)->place)), ==, places[i]);
    }
}

static gboolean
has_rows (gpointer user_data)
{
  return reader_fixture_get_reader (user_data)->outline.list != NULL;
}

/* In a wide pane the outline stands beside the text; its rows lead there. */
static void
test_outline (WidgetFixture *fixture,
              gconstpointer  data)
{
  AtlasReader   *reader = reader_fixture_get_reader (fixture);
  GPtrArray     *sections = atlas_report_get_sections (atlas_dataset_get_report (fixture->dataset));
  GtkListBoxRow *row = NULL;

  widget_fixture_await (has_rows, fixture, "the outline beside the text");
  widget_fixture_lay_out (fixture);
  g_assert_true (gtk_widget_get_mapped (reader->outline.list));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (reader->outline.list), (int) sections->len));

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (reader->outline.list), 7);
  gtk_widget_activate (GTK_WIDGET (row));
  widget_fixture_lay_out (fixture);
  reader_fixture_await_passage (fixture, "political-6");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == reader->view);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "current"));
}

/* In a narrow pane it is a list over the text, which is made when it is asked for. */
static void
test_outline_over (WidgetFixture *fixture,
                   gconstpointer  data)
{
  AtlasReader *reader = reader_fixture_get_reader (fixture);

  g_assert_null (reader->outline.list);
  reader_fixture_act (fixture, "reader.outline");
  widget_fixture_await (has_rows, fixture, "the outline over the text");
  widget_fixture_lay_out (fixture);
  g_assert_true (gtk_widget_get_mapped (reader->outline.list));
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (reader->outline.list), 0)));
  widget_fixture_lay_out (fixture);
  g_assert_false (gtk_widget_get_mapped (reader->outline.list));
}

static gboolean
has_clock (gpointer user_data)
{
  WidgetFixture *fixture = user_data;

  return g_strcmp0 (atlas_session_get_passage (fixture->session), "political-2") == 0 &&
         !atlas_time_span_is_empty (atlas_session_get_clock (fixture->session));
}

static void
fit_cb (AtlasSession *session,
        AtlasBox     *box,
        guint        *n_fits)
{
  g_assert_false (atlas_box_is_empty (*box));
  ++*n_fits;
}

/* Reading moves the clock and the map, and is no place of the history. */
static void
test_follow (WidgetFixture *fixture,
             gconstpointer  data)
{
  AtlasReader        *reader = reader_fixture_get_reader (fixture);
  const AtlasPassage *passage = atlas_report_lookup (atlas_dataset_get_report (fixture->dataset), "political-2");
  guint               n_fits = 0;
  gboolean            back = TRUE;

  g_signal_connect (fixture->session, "fit-requested", G_CALLBACK (fit_cb), &n_fits);
  atlas_reader_go_to (reader, atlas_reader_text_get_passage (reader->text, passage)->start, 0, 0.0);
  widget_fixture_lay_out (fixture);
  g_assert_null (atlas_session_get_passage (fixture->session)); /* off by default */

  reader_fixture_act (fixture, "reader.follow");
  widget_fixture_await (has_clock, fixture, "the clock to follow");
  g_assert_cmpuint (n_fits, ==, 1);
  g_object_get (fixture->session, "can-go-back", &back, NULL);
  g_assert_false (back);
}

/* Where one reads is where one reads, in another edition. */
static void
test_edition (WidgetFixture *fixture,
              gconstpointer  data)
{
  AtlasDataset *other = NULL;
  AtlasReport  *report = atlas_dataset_get_report (fixture->dataset);

  other = atlas_dataset_new_with_reading (fixture->dataset, report, NULL);
  atlas_session_set_passage (fixture->session, "security-4");
  reader_fixture_await_passage (fixture, "security-4");
  atlas_session_set_dataset (fixture->session, other);
  widget_fixture_lay_out (fixture);
  reader_fixture_await_passage (fixture, "security-4");
  atlas_session_set_dataset (fixture->session, fixture->dataset);
  widget_fixture_lay_out (fixture);
  g_assert_finalize_object (other);

  atlas_session_set_dataset (fixture->session, NULL);
  widget_fixture_lay_out (fixture);
  atlas_reader_set_session (reader_fixture_get_reader (fixture), NULL);
}

static void
test_accessible (WidgetFixture *fixture,
                 gconstpointer  data)
{
  gtk_test_accessible_assert_property (fixture->widget, GTK_ACCESSIBLE_PROPERTY_LABEL, "Report");
  gtk_test_accessible_assert_role (reader_fixture_get_reader (fixture)->view, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (reader_fixture_get_reader (fixture)->view, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       atlas_report_get_title (atlas_dataset_get_report (fixture->dataset)));
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
    { "/widgets/reader/text", test_text },
    { "/widgets/reader/tab", test_tab },
    { "/widgets/reader/mentions", test_mentions },
    { "/widgets/reader/zoom", test_zoom },
    { "/widgets/reader/caret", test_caret },
    { "/widgets/reader/passage", test_passage },
    { "/widgets/reader/outline-over", test_outline_over },
    { "/widgets/reader/follow", test_follow },
    { "/widgets/reader/edition", test_edition },
    { "/widgets/reader/accessible", test_accessible },
  };
  /* clang-format on */

  if (!widget_fixture_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WidgetFixture, NULL, reader_fixture_set_up, tests[i].test, widget_fixture_tear_down);

  g_test_add ("/widgets/reader/outline", WidgetFixture, NULL, reader_fixture_set_up_wide, test_outline, widget_fixture_tear_down);

  return g_test_run ();
}
