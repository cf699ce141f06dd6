// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reader-fixture.h"

static gboolean
is_closed (gpointer user_data)
{
  return !gtk_widget_get_visible (((AtlasReader *) user_data)->find.bar);
}

static gboolean
has_count (gpointer user_data)
{
  ReaderFixtureSight *sight = user_data;

  return g_strcmp0 (gtk_label_get_text (GTK_LABEL (reader_fixture_get_reader (sight->fixture)->find.count)), sight->passage) == 0;
}

static void
look_for (WidgetFixture *fixture,
          const char    *words,
          const char    *count)
{
  gtk_editable_set_text (GTK_EDITABLE (reader_fixture_get_reader (fixture)->find.entry), words);
  widget_fixture_await (has_count, &(ReaderFixtureSight){ fixture, count }, count);
}

/* "Peacekeepers" stand 9 times in the report. */
static void
test_find (WidgetFixture *fixture,
           gconstpointer  data)
{
  AtlasReader *reader = reader_fixture_get_reader (fixture);
  int          here = 0;

  if (!reader_fixture_has_keys ())
    return;

  reader_fixture_act (fixture, "reader.find");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), reader->find.bar));
  look_for (fixture, "PEACEKEEPERS", "1 of 9");
  reader_fixture_act_int (fixture, "reader.step", 1);
  g_assert_true (has_count (&(ReaderFixtureSight){ fixture, "2 of 9" }));
  reader_fixture_act_int (fixture, "reader.step", -1);
  reader_fixture_act_int (fixture, "reader.step", -1);
  g_assert_true (has_count (&(ReaderFixtureSight){ fixture, "9 of 9" }));
  widget_fixture_lay_out (fixture);
  g_assert_cmpstr (atlas_reader_text_find_passage (reader->text, atlas_reader_get_caret (reader))->id, ==, "outlook-4");
  g_assert_true (atlas_reader_sees_caret (reader));
  here = atlas_reader_get_caret (reader);

  reader_fixture_press ("Escape");
  widget_fixture_await (is_closed, reader, "the bar to close");
  g_assert_false (gtk_widget_get_visible (reader->find.bar));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == reader->view);
  g_assert_cmpint (atlas_reader_get_caret (reader), ==, here); /* where one has come to */

  reader_fixture_act (fixture, "reader.find");
  look_for (fixture, "zzz", "No hits");
  g_assert_true (gtk_widget_has_css_class (reader->find.entry, "error"));
  look_for (fixture, "turkiye", "1 of 1"); /* its ü is a u as well */
}

static char *
read_clipboard (WidgetFixture *fixture)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (reader_fixture_get_reader (fixture)->view));
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_init (&value, G_TYPE_STRING);
  g_assert_nonnull (content);
  gdk_content_provider_get_value (content, &value, &error);
  g_assert_no_error (error);

  return g_value_dup_string (&value);
}

static void
select_words (WidgetFixture *fixture,
              const char    *passage_id,
              const char    *words)
{
  AtlasReader        *reader = reader_fixture_get_reader (fixture);
  const AtlasPassage *passage = atlas_report_lookup (atlas_dataset_get_report (fixture->dataset), passage_id);
  const char         *place = strstr (passage->text, words);
  int                 first = atlas_reader_text_get_passage (reader->text, passage)->start + (int) g_utf8_pointer_to_offset (passage->text, place);
  GtkTextIter         start;
  GtkTextIter         end;

  g_assert_nonnull (place);
  gtk_text_buffer_get_iter_at_offset (reader->text->buffer, &start, first);
  gtk_text_buffer_get_iter_at_offset (reader->text->buffer, &end, first + (int) g_utf8_strlen (words, -1));
  gtk_text_buffer_select_range (reader->text->buffer, &start, &end);
}

static void
test_copy (WidgetFixture *fixture,
           gconstpointer  data)
{
  static const char link[] = "corridor-atlas:azerbaijan-russia#par=security-4";
  g_autofree char  *text = NULL;
  g_autofree char  *with_marks = NULL;
  g_autofree char  *full = NULL;
  g_autofree char  *address = NULL;

  select_words (fixture, "security-4", "seeking to join [36]. After");
  reader_fixture_act (fixture, "reader.copy-text");
  text = read_clipboard (fixture);
  g_assert_cmpstr (text, ==, "seeking to join. After");

  g_object_set (fixture->widget, "copies-citations", TRUE, "copies-reference", FALSE, NULL);
  g_signal_emit_by_name (reader_fixture_get_reader (fixture)->view, "copy-clipboard");
  with_marks = read_clipboard (fixture);
  g_assert_cmpstr (with_marks, ==, "seeking to join [36]. After");

  g_object_set (fixture->widget, "copies-citations", FALSE, "copies-reference", TRUE, NULL);
  g_signal_emit_by_name (reader_fixture_get_reader (fixture)->view, "copy-clipboard");
  full = read_clipboard (fixture);
  g_assert_true (g_str_has_prefix (full, "seeking to join. After\n\n— "));
  g_assert_nonnull (strstr (full, "¶ 18"));
  g_assert_true (g_str_has_suffix (full, link));

  reader_fixture_act (fixture, "reader.copy-link");
  address = read_clipboard (fixture);
  g_assert_cmpstr (address, ==, link);
}

static void
log_request_cb (AtlasReader *reader,
                const char  *passage,
                guint        start,
                guint        end,
                GString     *log)
{
  g_string_append_printf (log, "%s:%u-%u ", passage, start, end);
}

/* What is selected is to be marked; without a selection, the passage that the caret is in. */
static void
test_requests (WidgetFixture *fixture,
               gconstpointer  data)
{
  AtlasReader *reader = reader_fixture_get_reader (fixture);
  g_autoptr (GString) log = g_string_new (NULL);
  GtkTextIter start;

  g_signal_connect (reader, "highlight-requested", G_CALLBACK (log_request_cb), log);
  g_signal_connect (reader, "note-requested", G_CALLBACK (log_request_cb), log);
  select_words (fixture, "security-4", "2020");
  reader_fixture_act (fixture, "reader.highlight");
  g_assert_cmpstr (log->str, ==, "security-4:6-10 ");

  g_string_truncate (log, 0);
  gtk_text_buffer_get_selection_bounds (reader->text->buffer, &start, NULL);
  gtk_text_buffer_place_cursor (reader->text->buffer, &start);
  reader_fixture_act (fixture, "reader.note");
  g_assert_cmpstr (log->str, ==, "security-4:0-0 ");
}

/* Marks of the user's stay within their passages, through other texts, and what is not there is passed over. */
static void
test_highlights (WidgetFixture *fixture,
                 gconstpointer  data)
{
  static const AtlasReaderHighlight highlights[] = {
    { "security-4", 6, 10, ATLAS_HIGHLIGHT_GREEN },
    { "political-1", 0, 0, ATLAS_HIGHLIGHT_PINK },
    { "no-such", 1, 2, ATLAS_HIGHLIGHT_BLUE },
    { "political-1", 9000, 9001, ATLAS_HIGHLIGHT_BLUE },
    { "political-2", 3, 9000, 77 },
  };
  AtlasReader           *reader = reader_fixture_get_reader (fixture);
  const AtlasReaderMark *marks = NULL;
  AtlasDataset          *edition = widget_fixture_load ();

  atlas_reader_set_highlights (reader, highlights, G_N_ELEMENTS (highlights));
  for (guint i = 0; i < 2; i++)
    {
      const AtlasReaderPart *whole = atlas_reader_text_get_passage (reader->text, atlas_report_lookup (atlas_dataset_get_report (fixture->dataset), "political-1"));

      marks = (const AtlasReaderMark *) (gpointer) reader->marks->data;
      g_assert_cmpuint (reader->marks->len, ==, 3);
      g_assert_cmpint (marks[0].start, ==, whole->start);
      g_assert_cmpint (marks[0].end, ==, whole->end);
      g_assert_cmpuint (marks[1].colour, ==, ATLAS_HIGHLIGHT_YELLOW);
      g_assert_cmpint (marks[2].end - marks[2].start, ==, 4);
      widget_fixture_lay_out (fixture);

      if (i > 0)
        break;
      atlas_session_set_dataset (fixture->session, edition);
      g_assert_finalize_object (fixture->dataset);
      fixture->dataset = edition;
    }

  atlas_reader_set_highlights (reader, NULL, 0);
  g_assert_cmpuint (reader->marks->len, ==, 0);
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
    { "/widgets/reader-actions/find", test_find },
    { "/widgets/reader-actions/copy", test_copy },
    { "/widgets/reader-actions/requests", test_requests },
    { "/widgets/reader-actions/highlights", test_highlights },
  };
  /* clang-format on */

  if (!widget_fixture_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WidgetFixture, NULL, reader_fixture_set_up, tests[i].test, widget_fixture_tear_down);

  return g_test_run ();
}
