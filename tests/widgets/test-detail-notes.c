// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-detail.h"
#include "atlas-note-editor.h"
#include "atlas-notes-page.h"
#include "atlas-reader-private.h"
#include "atlas-sources-page.h"

#include "notebook-fixture.h"
#include "widget-fixture.h"

#define ATLAS "azerbaijan-russia"

/* The pane of text with a notebook. */
typedef struct
{
  WidgetFixture   view;
  NotebookFixture notes;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  widget_fixture_set_animations (FALSE);
  notebook_fixture_set_up (&fixture->notes, data);
  widget_fixture_set_up (&fixture->view, atlas_detail_new (), 360, 600);
  atlas_detail_set_notebook (ATLAS_DETAIL (fixture->view.widget), fixture->notes.notebook);
  widget_fixture_lay_out (&fixture->view);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  notebook_fixture_settle (fixture->notes.notebook);
  widget_fixture_tear_down (&fixture->view, data);
  notebook_fixture_tear_down (&fixture->notes, data);
}

static GtkWidget *
find_type (GtkWidget *parent,
           GType      type)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find_type (child, type);

  return found;
}

static AtlasReader *
get_reader (Fixture *fixture)
{
  return ATLAS_READER (find_type (fixture->view.widget, ATLAS_TYPE_READER));
}

static guint
count_notes (Fixture *fixture)
{
  return g_list_model_get_n_items (atlas_notebook_get_notes (fixture->notes.notebook, ATLAS));
}

static AtlasNote *
get_note (Fixture *fixture,
          guint    position)
{
  g_autoptr (AtlasNote) note = g_list_model_get_item (atlas_notebook_get_notes (fixture->notes.notebook, ATLAS), position);

  return note; /* the notebook holds it */
}

/* Marked words are words of the passage; marked once more they are not. */
static void
test_highlight (Fixture      *fixture,
                gconstpointer data)
{
  AtlasReader           *reader = get_reader (fixture);
  const AtlasPassage    *passage = atlas_report_lookup (atlas_dataset_get_report (fixture->view.dataset), "introduction-1");
  g_autofree char       *words = g_utf8_substring (passage->text, 4, 20);
  const AtlasNoteFields *fields = NULL;

  g_signal_emit_by_name (reader, "highlight-requested", "introduction-1", 4U, 20U);
  g_assert_cmpuint (count_notes (fixture), ==, 1);
  fields = atlas_note_get_fields (get_note (fixture, 0));
  g_assert_cmpstr (fields->quote, ==, words);
  g_assert_cmpuint (fields->begin, ==, 4);
  g_assert_cmpuint (reader->highlights->len, ==, 1);

  g_signal_emit_by_name (reader, "highlight-requested", "introduction-1", 6U, 12U); /* within it */
  g_assert_cmpuint (count_notes (fixture), ==, 0);
  g_assert_cmpuint (reader->highlights->len, ==, 0);

  g_signal_emit_by_name (reader, "highlight-requested", "introduction-1", 0U, 0U); /* all of it */
  g_assert_cmpstr (atlas_note_get_fields (get_note (fixture, 0))->quote, ==, passage->text);
  g_signal_emit_by_name (reader, "highlight-requested", "no-such-passage", 0U, 0U);
  g_signal_emit_by_name (reader, "highlight-requested", "introduction-2", 3U, 4U); /* a space */
  g_assert_cmpuint (count_notes (fixture), ==, 1);
}

/* Of the words that are read only; found again where they have moved. */
static void
test_edition (Fixture      *fixture,
              gconstpointer data)
{
  AtlasReader        *reader = get_reader (fixture);
  const AtlasPassage *passage = atlas_report_lookup (atlas_dataset_get_report (fixture->view.dataset), "introduction-1");
  g_autofree char    *words = g_utf8_substring (passage->text, 30, 50);
  AtlasNoteFields    *fields = notebook_fixture_highlight ("introduction-1", 2, words, "");

  g_free (fields->atlas);
  fields->atlas = g_strdup (ATLAS);
  notebook_fixture_add (&fixture->notes, fields);
  g_assert_cmpuint (reader->highlights->len, ==, 1);
  g_assert_cmpuint (g_array_index (reader->highlights, AtlasReaderHighlight, 0).start, ==, 30);
  g_assert_cmpint (g_array_index (reader->highlights, AtlasReaderHighlight, 0).colour, ==, ATLAS_HIGHLIGHT_GREEN);

  atlas_detail_set_edition (ATLAS_DETAIL (fixture->view.widget), ATLAS_NOTE_ORIGINAL);
  g_assert_cmpuint (reader->highlights->len, ==, 0);
  atlas_detail_set_edition (ATLAS_DETAIL (fixture->view.widget), ATLAS_NOTE_RETOLD);
  g_assert_cmpuint (reader->highlights->len, ==, 1);
}

static gboolean
has_no_editor (gpointer user_data)
{
  return find_type (user_data, ATLAS_TYPE_NOTE_EDITOR) == NULL;
}

static void
write_note (GtkWidget  *where,
            const char *words)
{
  GtkWidget *editor = find_type (where, ATLAS_TYPE_NOTE_EDITOR);

  g_assert_nonnull (editor);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_type (editor, GTK_TYPE_TEXT_VIEW))), words, -1);
  g_signal_emit_by_name (editor, "leave");
  widget_fixture_await (has_no_editor, where, "the popover to go");
}

/* On a passage, and on words of it, which are marked then. */
static void
test_note (Fixture      *fixture,
           gconstpointer data)
{
  AtlasReader *reader = get_reader (fixture);

  g_signal_emit_by_name (reader, "note-requested", "introduction-1", 0U, 0U);
  widget_fixture_lay_out (&fixture->view);
  write_note (GTK_WIDGET (reader), "on the passage");
  g_assert_cmpint (atlas_note_get_kind (get_note (fixture, 0)), ==, ATLAS_NOTE_WORDS);
  g_assert_cmpstr (atlas_note_get_text (get_note (fixture, 0)), ==, "on the passage");

  g_signal_emit_by_name (reader, "note-requested", "introduction-1", 4U, 9U);
  widget_fixture_lay_out (&fixture->view);
  write_note (GTK_WIDGET (reader), "on words");
  g_assert_cmpint (atlas_note_get_kind (get_note (fixture, 1)), ==, ATLAS_NOTE_HIGHLIGHT);
  g_assert_cmpstr (atlas_note_get_text (get_note (fixture, 1)), ==, "on words");
  g_assert_cmpuint (reader->highlights->len, ==, 1);
}

/* Looks for something written everywhere in the text that is in view. */
static gboolean
find_noted (AtlasReader      *reader,
            gboolean          is_mark,
            AtlasReaderNoted *noted)
{
  for (int y = 0; y < gtk_widget_get_height (reader->view); y += 2)
    for (int x = 0; x < gtk_widget_get_width (reader->view); x += 2)
      if (atlas_reader_signs_find (reader, x, y, noted) && (noted->end > 0) == is_mark)
        return TRUE;

  return FALSE;
}

static gboolean
has_note_shown (GtkWidget  *where,
                const char *words)
{
  GtkWidget       *editor = find_type (where, ATLAS_TYPE_NOTE_EDITOR);
  GtkTextIter      start;
  GtkTextIter      end;
  g_autofree char *text = NULL;

  if (editor == NULL)
    return FALSE;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_type (editor, GTK_TYPE_TEXT_VIEW))), &start, &end);
  text = gtk_text_iter_get_text (&start, &end);

  return g_str_equal (text, words);
}

static void
close_note (GtkWidget *where)
{
  g_signal_emit_by_name (find_type (where, ATLAS_TYPE_NOTE_EDITOR), "leave");
  widget_fixture_await (has_no_editor, where, "the popover to go");
}

/* A passage with a note has a sign in the margin, and marked words that something is said of open it. */
static void
test_signs (Fixture      *fixture,
            gconstpointer data)
{
  AtlasReader      *reader = get_reader (fixture);
  AtlasReaderNoted  noted;
  const char *const kinds[] = { "on the passage", "on words" };

  g_signal_emit_by_name (reader, "highlight-requested", "introduction-1", 4U, 40U);
  widget_fixture_lay_out (&fixture->view);
  g_assert_false (find_noted (reader, FALSE, &noted));
  g_assert_false (find_noted (reader, TRUE, &noted)); /* nothing is said of it */

  g_signal_emit_by_name (reader, "note-requested", "introduction-1", 0U, 0U);
  write_note (GTK_WIDGET (reader), kinds[0]);
  g_signal_emit_by_name (reader, "note-requested", "introduction-1", 10U, 15U); /* in the highlight: said of it */
  write_note (GTK_WIDGET (reader), kinds[1]);
  widget_fixture_lay_out (&fixture->view);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_assert_true (find_noted (reader, i == 1, &noted));
      g_assert_cmpstr (noted.passage, ==, "introduction-1");
      g_assert_cmpuint (noted.end, ==, i == 1 ? 40 : 0);
      atlas_reader_signs_open (reader, &noted);
      widget_fixture_lay_out (&fixture->view);
      g_assert_true (has_note_shown (GTK_WIDGET (reader), kinds[i]));
      close_note (GTK_WIDGET (reader));
    }

  gtk_widget_grab_focus (reader->view); /* Enter, with the caret on the words */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (reader), "reader.activate", NULL));
  g_assert_true (has_note_shown (GTK_WIDGET (reader), kinds[1]));
  close_note (GTK_WIDGET (reader));

  while (count_notes (fixture) > 0)
    atlas_notebook_remove_async (fixture->notes.notebook, get_note (fixture, 0), NULL, NULL, NULL);
  widget_fixture_lay_out (&fixture->view);
  g_assert_false (find_noted (reader, FALSE, &noted));
  g_assert_false (find_noted (reader, TRUE, &noted));
}

static void
test_source (Fixture      *fixture,
             gconstpointer data)
{
  GtkWidget *sources = NULL;

  atlas_session_show_source (fixture->view.session, "report-12");
  widget_fixture_lay_out (&fixture->view);
  sources = find_type (fixture->view.widget, ATLAS_TYPE_SOURCES_PAGE);
  g_signal_emit_by_name (sources, "note-requested", "report-12");
  widget_fixture_lay_out (&fixture->view);
  write_note (sources, "ask for it");
  g_assert_cmpint (atlas_note_get_fields (get_note (fixture, 0))->target, ==, ATLAS_NOTE_ON_SOURCE);
  g_assert_cmpstr (atlas_note_get_fields (get_note (fixture, 0))->target_id, ==, "report-12");
}

static void
removed_cb (GtkWidget  *detail,
            const char *words,
            guint      *n_told)
{
  ++*n_told;
}

/* What was said of a highlight does not go in silence. */
static void
test_removed (Fixture      *fixture,
              gconstpointer data)
{
  AtlasReader *reader = get_reader (fixture);
  guint        n_told = 0;

  g_signal_connect (fixture->view.widget, "note-removed", G_CALLBACK (removed_cb), &n_told);
  for (guint i = 0; i < 2; i++)
    {
      g_signal_emit_by_name (reader, "highlight-requested", "introduction-1", 4U, 9U);
      if (i == 1)
        atlas_notebook_set_text_async (fixture->notes.notebook, get_note (fixture, 0), "said", NULL, NULL, NULL);
      g_signal_emit_by_name (reader, "highlight-requested", "introduction-1", 4U, 9U);
      g_assert_cmpuint (n_told, ==, i);
    }
}

static gboolean
shows (GtkWidget  *parent,
       const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && ((GTK_IS_LABEL (child) && strstr (gtk_label_get_text (GTK_LABEL (child)), text) != NULL) || shows (child, text)))
      return TRUE;

  return FALSE;
}

static void
test_item (Fixture      *fixture,
           gconstpointer data)
{
  AtlasNoteFields *fields = notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", "ask <b>about</b> it");

  g_free (fields->atlas);
  fields->atlas = g_strdup (ATLAS);
  widget_fixture_select (&fixture->view, "btc");
  widget_fixture_lay_out (&fixture->view);
  g_assert_true (shows (fixture->view.widget, "Your notes"));
  notebook_fixture_add (&fixture->notes, fields);
  widget_fixture_lay_out (&fixture->view);
  g_assert_true (shows (fixture->view.widget, "ask <b>about</b> it"));

  widget_fixture_select (&fixture->view, "gabala-radar");
  widget_fixture_lay_out (&fixture->view);
  g_assert_false (shows (fixture->view.widget, "ask <b>about</b> it"));

  atlas_detail_set_notebook (ATLAS_DETAIL (fixture->view.widget), NULL);
  widget_fixture_lay_out (&fixture->view);
  g_assert_false (shows (fixture->view.widget, "Your notes"));
}

static void
test_page (Fixture      *fixture,
           gconstpointer data)
{
  atlas_session_set_page (fixture->view.session, ATLAS_PAGE_NOTES);
  widget_fixture_lay_out (&fixture->view);
  g_assert_true (shows (fixture->view.widget, "No notes yet"));

  atlas_detail_set_notebook (ATLAS_DETAIL (fixture->view.widget), NULL);
  atlas_detail_set_notes_problem (ATLAS_DETAIL (fixture->view.widget), "no room");
  widget_fixture_lay_out (&fixture->view);
  g_assert_true (shows (fixture->view.widget, "no room"));
}

#define ADD(path_, test_) g_test_add ("/detail-notes/" path_, Fixture, NULL, set_up, test_, tear_down)

int
main (int   argc,
      char *argv[])
{
  if (!widget_fixture_init (&argc, &argv))
    return 0;

  ADD ("highlight", test_highlight);
  ADD ("edition", test_edition);
  ADD ("note", test_note);
  ADD ("signs", test_signs);
  ADD ("source", test_source);
  ADD ("removed", test_removed);
  ADD ("item", test_item);
  ADD ("page", test_page);

  return g_test_run ();
}
