// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-note-editor.h"
#include "atlas-note-link.h"

#include "notes-page-fixture.h"

#include <sqlite3.h>

static void
test_empty (NotesPageFixture *fixture,
            gconstpointer     data)
{
  notes_page_fixture_assert_shows (fixture, "No notes yet");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view.widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "Notes");

  g_object_set (fixture->view.widget, "notebook", NULL, NULL);
  notes_page_fixture_assert_shows (fixture, "Your notes are being opened");
  atlas_notes_page_set_problem (ATLAS_NOTES_PAGE (fixture->view.widget), "notes.db: no room");
  notes_page_fixture_assert_shows (fixture, "cannot be opened");
  notes_page_fixture_assert_shows (fixture, "notes.db: no room");
}

/* In the report's order, whatever the order in which they were written; of another atlas nothing. */
static void
test_order (NotesPageFixture *fixture,
            gconstpointer     data)
{
  notes_page_fixture_add (fixture, notebook_fixture_bookmark ("view", "corridor-atlas:" ATLAS "#date=2006"));
  notes_page_fixture_add_words (fixture, ATLAS_NOTE_ON_ITEM, "btc", "pipe");
  notes_page_fixture_add_words (fixture, ATLAS_NOTE_ON_PASSAGE, "economic-2", "later");
  notes_page_fixture_add (fixture, notebook_fixture_highlight ("introduction-1", 4, "words", "first"));
  notebook_fixture_add (&fixture->notes, notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", "elsewhere"));
  notes_page_fixture_add_words (fixture, ATLAS_NOTE_ON_PASSAGE, "own-99", "lost");
  {
    const AtlasPassage *one = atlas_report_lookup (atlas_dataset_get_report (fixture->view.dataset), "introduction-1");
    const AtlasPassage *other = atlas_report_lookup (atlas_dataset_get_report (fixture->view.dataset), "economic-2");
    g_autofree char    *first = atlas_report_dup_place (atlas_dataset_get_report (fixture->view.dataset), one);
    g_autofree char    *later = atlas_report_dup_place (atlas_dataset_get_report (fixture->view.dataset), other);
    g_autofree char    *all = g_strdup_printf ("%s: first | %s: later | Items: pipe | Bookmarks: view | No longer in this atlas: lost", first, later);

    notes_page_assert_rows (fixture, all);
  }
  widget_fixture_lay_out (&fixture->view);
  notes_page_fixture_assert_shows (fixture, "5 entries");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (notes_page_fixture_get_row (fixture, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Highlight in green, ¶ 1: words. first");
}

/* The first note does not make the pane wider than it can be: what is said without notes needs no room any more. */
static void
test_width (NotesPageFixture *fixture,
            gconstpointer     data)
{
  int before = 0;
  int after = 0;

  gtk_widget_measure (fixture->view.widget, GTK_ORIENTATION_HORIZONTAL, -1, &before, NULL, NULL, NULL);
  notes_page_fixture_add_words (fixture, ATLAS_NOTE_ON_ITEM, "btc", "pipe");
  gtk_widget_measure (fixture->view.widget, GTK_ORIENTATION_HORIZONTAL, -1, &after, NULL, NULL, NULL);
  g_assert_cmpint (after, <=, MAX (before, 320));
}

static void
activate (NotesPageFixture *fixture,
          int               index)
{
  g_signal_emit_by_name (notes_page_fixture_get_list (fixture), "row-activated", notes_page_fixture_get_row (fixture, index));
}

static void
test_follow (NotesPageFixture *fixture,
             gconstpointer     data)
{
  g_autoptr (AtlasSessionState) before = NULL;
  g_autoptr (AtlasSessionState) after = NULL;

  widget_fixture_apply (&fixture->view, "date=2006-06&item=btc&map=8/40.1/47.6");
  before = atlas_session_dup_state (fixture->view.session);
  notes_page_fixture_add (fixture, atlas_note_new_bookmark (fixture->view.session));
  notes_page_fixture_add_words (fixture, ATLAS_NOTE_ON_PASSAGE, "economic-2", "passage");
  notes_page_fixture_add_words (fixture, ATLAS_NOTE_ON_ITEM, "gabala-radar", "item");
  g_assert_true (g_str_has_prefix (atlas_note_get_text (atlas_note_row_get_note (notes_page_fixture_get_row (fixture, 1))), "June 2006: "));

  activate (fixture, 0);
  g_assert_cmpstr (atlas_session_get_passage (fixture->view.session), ==, "economic-2");
  g_assert_cmpint (atlas_session_get_page (fixture->view.session), ==, ATLAS_PAGE_REPORT);
  activate (fixture, 2);
  g_assert_cmpstr (widget_fixture_get_selected (&fixture->view), ==, "gabala-radar");
  activate (fixture, 1);
  after = atlas_session_dup_state (fixture->view.session);
  g_assert_true (atlas_session_state_equal (before, after));
}

typedef struct
{
  AtlasNote  *note;
  const char *text;
} Expected;

static gboolean
has_text (gpointer user_data)
{
  Expected *expected = user_data;

  return g_str_equal (atlas_note_get_text (expected->note), expected->text);
}

static gboolean
is_closed (gpointer row)
{
  return notes_page_fixture_find_type (row, ATLAS_TYPE_NOTE_EDITOR) == NULL;
}

/* What is typed is saved after a pause, and when the focus leaves. */
static void
test_edit (NotesPageFixture *fixture,
           gconstpointer     data)
{
  AtlasNote    *note = notes_page_fixture_add_words (fixture, ATLAS_NOTE_ON_ITEM, "btc", "a");
  AtlasNoteRow *row = notes_page_fixture_get_row (fixture, 0);
  GtkWidget    *editor = NULL;

  gtk_widget_activate_action (GTK_WIDGET (row), "note.edit", NULL);
  editor = notes_page_fixture_find_type (GTK_WIDGET (row), ATLAS_TYPE_NOTE_EDITOR);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->view.window)), editor));
  gtk_text_buffer_set_text (notes_page_fixture_get_buffer (editor), "ab", -1);
  g_assert_cmpstr (atlas_note_get_text (note), ==, "a");
  widget_fixture_await (has_text, &(Expected){ note, "ab" }, "the pause");
  g_assert_nonnull (notes_page_fixture_find_type (GTK_WIDGET (row), ATLAS_TYPE_NOTE_EDITOR)); /* it goes on */

  gtk_text_buffer_set_text (notes_page_fixture_get_buffer (editor), "abc", -1);
  gtk_window_set_focus (GTK_WINDOW (fixture->view.window), NULL);
  g_assert_cmpstr (atlas_note_get_text (note), ==, "abc");
  widget_fixture_await (is_closed, row, "the editor to close");
  widget_fixture_lay_out (&fixture->view);
  notes_page_fixture_assert_shows (fixture, "abc");
}

/* The words that are being typed outlast that the note changes elsewhere; those that are not are shown. */
static void
test_edit_elsewhere (NotesPageFixture *fixture,
                     gconstpointer     data)
{
  AtlasNote       *note = notes_page_fixture_add_words (fixture, ATLAS_NOTE_ON_ITEM, "btc", "a");
  g_autofree char *text = NULL;

  atlas_note_row_edit (notes_page_fixture_get_row (fixture, 0));
  atlas_notebook_set_text_async (fixture->notes.notebook, note, "other", NULL, NULL, NULL);
  g_object_get (notes_page_fixture_get_buffer (GTK_WIDGET (notes_page_fixture_get_row (fixture, 0))), "text", &text, NULL);
  g_assert_cmpstr (text, ==, "other");

  gtk_text_buffer_set_text (notes_page_fixture_get_buffer (GTK_WIDGET (notes_page_fixture_get_row (fixture, 0))), "mine", -1);
  atlas_notebook_set_text_async (fixture->notes.notebook, note, "theirs", NULL, NULL, NULL);
  g_clear_pointer (&text, g_free);
  g_object_get (notes_page_fixture_get_buffer (GTK_WIDGET (notes_page_fixture_get_row (fixture, 0))), "text", &text, NULL);
  g_assert_cmpstr (text, ==, "mine");
}

static gboolean
is_named (GtkWidget    *widget,
          gconstpointer name)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), name) == 0;
}

/* The highlight's colour, while it is edited: the focus may go there. */
static void
test_colour (NotesPageFixture *fixture,
             gconstpointer     data)
{
  AtlasNote *note = notes_page_fixture_add (fixture, notebook_fixture_highlight ("introduction-1", 4, "words", "b"));
  GtkWidget *row = GTK_WIDGET (notes_page_fixture_get_row (fixture, 0));
  GtkWidget *button = NULL;

  g_assert_null (notes_page_fixture_find (row, is_named, "blue"));
  atlas_note_row_edit (notes_page_fixture_get_row (fixture, 0));
  button = notes_page_fixture_find (row, is_named, "blue");
  gtk_widget_grab_focus (button);
  widget_fixture_lay_out (&fixture->view);
  g_assert_nonnull (notes_page_fixture_find_type (row, ATLAS_TYPE_NOTE_EDITOR));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (notes_page_fixture_find (row, is_named, "green"))));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_assert_cmpint (atlas_note_get_fields (note)->colour, ==, ATLAS_NOTE_BLUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Highlight in blue, ¶ 1: words. b");
  g_assert_true (atlas_notebook_undo (fixture->notes.notebook, NULL));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (notes_page_fixture_find (row, is_named, "green"))));
}

static void
execute (NotesPageFixture *fixture,
         const char       *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->notes.path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Words that cannot be saved stay where they are typed, with the reason, and are saved when that is possible again. */
static void
test_not_saved (NotesPageFixture *fixture,
                gconstpointer     data)
{
  AtlasNote       *note = notes_page_fixture_add_words (fixture, ATLAS_NOTE_ON_ITEM, "btc", "a");
  GtkWidget       *row = GTK_WIDGET (notes_page_fixture_get_row (fixture, 0));
  g_autofree char *text = NULL;

  notebook_fixture_settle (fixture->notes.notebook);
  atlas_note_row_edit (ATLAS_NOTE_ROW (row));
  gtk_text_buffer_set_text (notes_page_fixture_get_buffer (row), "ab", -1);
  execute (fixture, "ALTER TABLE entries RENAME TO away");
  widget_fixture_await (has_text, &(Expected){ note, "ab" }, "the pause");
  notebook_fixture_settle (fixture->notes.notebook);
  execute (fixture, "ALTER TABLE away RENAME TO entries");
  widget_fixture_lay_out (&fixture->view);
  notes_page_fixture_assert_shows (fixture, "Not saved");
  g_object_get (notes_page_fixture_get_buffer (row), "text", &text, NULL);
  g_assert_cmpstr (text, ==, "ab");

  gtk_text_buffer_set_text (notes_page_fixture_get_buffer (row), "abc", -1);
  g_signal_emit_by_name (notes_page_fixture_find_type (row, ATLAS_TYPE_NOTE_EDITOR), "leave");
  notebook_fixture_settle (fixture->notes.notebook);
  g_assert_cmpstr (atlas_note_get_text (note), ==, "abc");
  g_assert_nonnull (strstr (fixture->notes.log->str, "failed"));
}

static void
removed_cb (GtkWidget  *page,
            const char *words,
            char      **told)
{
  g_free (*told);
  *told = g_strdup (words);
}

static void
test_remove (NotesPageFixture *fixture,
             gconstpointer     data)
{
  g_autofree char *told = NULL;

  notes_page_fixture_add_words (fixture, ATLAS_NOTE_ON_ITEM, "btc", "a");
  notes_page_fixture_add (fixture, notebook_fixture_highlight ("introduction-1", 4, "words", "b"));
  g_signal_connect (fixture->view.widget, "note-removed", G_CALLBACK (removed_cb), &told);

  gtk_widget_grab_focus (GTK_WIDGET (notes_page_fixture_get_row (fixture, 0)));
  gtk_widget_activate_action (GTK_WIDGET (notes_page_fixture_get_row (fixture, 0)), "note.remove", NULL);
  notes_page_assert_rows (fixture, "Items: a");
  g_assert_cmpstr (told, ==, "Highlight deleted");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->view.window)) == GTK_WIDGET (notes_page_fixture_get_row (fixture, 0)));

  gtk_widget_activate_action (fixture->view.widget, "notes.undo", NULL);
  g_assert_cmpstr (atlas_note_get_text (atlas_note_row_get_note (notes_page_fixture_get_row (fixture, 0))), ==, "b");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->view.window)) == GTK_WIDGET (notes_page_fixture_get_row (fixture, 0)));
  gtk_widget_activate_action (fixture->view.widget, "notes.redo", NULL);
  notes_page_assert_rows (fixture, "Items: a");
}

/* A note whose words are all taken away goes; a highlight stays. */
static void
test_blank (NotesPageFixture *fixture,
            gconstpointer     data)
{
  notes_page_fixture_add_words (fixture, ATLAS_NOTE_ON_ITEM, "btc", "a");
  notes_page_fixture_add (fixture, notebook_fixture_highlight ("introduction-1", 4, "words", "b"));
  for (int i = 1; i >= 0; i--)
    {
      atlas_note_row_edit (notes_page_fixture_get_row (fixture, i));
      gtk_text_buffer_set_text (notes_page_fixture_get_buffer (GTK_WIDGET (notes_page_fixture_get_row (fixture, i))), " \n", -1);
      g_signal_emit_by_name (notes_page_fixture_find_type (GTK_WIDGET (notes_page_fixture_get_row (fixture, i)), ATLAS_TYPE_NOTE_EDITOR), "leave");
    }
  g_assert_null (notes_page_fixture_get_row (fixture, 1));
  g_assert_cmpint (atlas_note_get_kind (atlas_note_row_get_note (notes_page_fixture_get_row (fixture, 0))), ==, ATLAS_NOTE_HIGHLIGHT);
}

static gboolean
has_one_row (gpointer user_data)
{
  return notes_page_fixture_get_row (user_data, 1) == NULL;
}

static void
test_filter (NotesPageFixture *fixture,
             gconstpointer     data)
{
  GtkEditable *entry = GTK_EDITABLE (notes_page_fixture_find_type (fixture->view.widget, GTK_TYPE_SEARCH_ENTRY));
  AtlasNote   *note = notes_page_fixture_add_words (fixture, ATLAS_NOTE_ON_ITEM, "btc", "about Xankəndi");

  notes_page_fixture_add (fixture, notebook_fixture_highlight ("introduction-1", 4, "some words", "b"));
  gtk_editable_set_text (entry, "XANKENDI");
  widget_fixture_await (has_one_row, fixture, "the filter");
  notes_page_assert_rows (fixture, "Items: about Xankəndi");
  notes_page_fixture_assert_shows (fixture, "1 of 2 entries");

  gtk_editable_set_text (entry, "nowhere");
  while (notes_page_fixture_get_row (fixture, 0) != NULL)
    g_main_context_iteration (NULL, TRUE);
  widget_fixture_lay_out (&fixture->view);
  notes_page_fixture_assert_shows (fixture, "No note has “nowhere”");

  g_assert_true (atlas_notes_page_show_note (ATLAS_NOTES_PAGE (fixture->view.widget), note));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_nonnull (notes_page_fixture_get_row (fixture, 1));
}

static void
test_many (NotesPageFixture *fixture,
           gconstpointer     data)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_note_fields_free);

  for (guint i = 0; i < ATLAS_NOTES_PAGE_MAX_ROWS + 3; i++)
    {
      AtlasNoteFields *fields = notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", "a");

      g_free (fields->atlas);
      fields->atlas = g_strdup (ATLAS);
      g_ptr_array_add (notes, fields);
    }
  atlas_notebook_merge_async (fixture->notes.notebook, notes, NULL, NULL, NULL);
  g_assert_nonnull (notes_page_fixture_get_row (fixture, ATLAS_NOTES_PAGE_MAX_ROWS - 1));
  g_assert_null (notes_page_fixture_get_row (fixture, ATLAS_NOTES_PAGE_MAX_ROWS));
  notes_page_fixture_assert_shows (fixture, "503 entries");
}

/* Nothing is made while nobody looks. */
static void
test_hidden (NotesPageFixture *fixture,
             gconstpointer     data)
{
  gtk_widget_set_visible (fixture->view.widget, FALSE);
  notes_page_fixture_add_words (fixture, ATLAS_NOTE_ON_ITEM, "btc", "a");
  g_assert_null (notes_page_fixture_get_row (fixture, 0));
  gtk_widget_set_visible (fixture->view.widget, TRUE);
  widget_fixture_lay_out (&fixture->view);
  notes_page_assert_rows (fixture, "Items: a");
}

#define ADD(path_, test_) \
  g_test_add ("/notes-page/" path_, NotesPageFixture, NULL, notes_page_fixture_set_up, test_, notes_page_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  if (!widget_fixture_init (&argc, &argv))
    return 0;

  ADD ("empty", test_empty);
  ADD ("order", test_order);
  ADD ("width", test_width);
  ADD ("follow", test_follow);
  ADD ("edit", test_edit);
  ADD ("edit-elsewhere", test_edit_elsewhere);
  ADD ("colour", test_colour);
  ADD ("not-saved", test_not_saved);
  ADD ("remove", test_remove);
  ADD ("blank", test_blank);
  ADD ("filter", test_filter);
  ADD ("many", test_many);
  ADD ("hidden", test_hidden);

  return g_test_run ();
}
