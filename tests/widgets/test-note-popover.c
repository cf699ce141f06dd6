// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-note-editor.h"
#include "atlas-note-popover.h"

#include "notes-page-fixture.h"

static gboolean
has_no_popover (gpointer user_data)
{
  return notes_page_fixture_find_type (user_data, GTK_TYPE_POPOVER) == NULL;
}

/* Written where a thing stands; what is there already is shown with it. */
static void
test_popover (NotesPageFixture *fixture,
              gconstpointer     data)
{
  GtkWidget *where = notes_page_fixture_find_type (fixture->view.widget, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *popover = atlas_note_popover_show (where, NULL, fixture->notes.notebook, ATLAS, ATLAS_NOTE_ON_SOURCE, "report-12");
  GtkWidget *editor = notes_page_fixture_find_type (popover, ATLAS_TYPE_NOTE_EDITOR);

  widget_fixture_lay_out (&fixture->view);
  gtk_text_buffer_set_text (notes_page_fixture_get_buffer (popover), "ask for it", -1);
  g_signal_emit_by_name (editor, "leave");
  widget_fixture_await (has_no_popover, where, "the popover to go");
  notes_page_assert_rows (fixture, "Sources: ask for it");

  popover = atlas_note_popover_show (where, &(GdkRectangle){ 1, 2, 3, 4 }, fixture->notes.notebook, ATLAS, ATLAS_NOTE_ON_SOURCE, "report-12");
  editor = notes_page_fixture_find_type (popover, ATLAS_TYPE_NOTE_EDITOR);
  g_assert_true (atlas_note_editor_get_note (ATLAS_NOTE_EDITOR (editor)) == atlas_note_row_get_note (notes_page_fixture_get_row (fixture, 0)));
  gtk_popover_popdown (GTK_POPOVER (popover));
  widget_fixture_await (has_no_popover, where, "the popover to go");
  notes_page_assert_rows (fixture, "Sources: ask for it"); /* nothing was typed */
}

/* What has it goes while it is open: what was typed is kept. */
static void
test_popover_orphan (NotesPageFixture *fixture,
                     gconstpointer     data)
{
  GtkWidget *where = gtk_button_new ();
  GtkWidget *popover = NULL;

  gtk_widget_insert_before (where, fixture->view.widget, NULL);
  popover = atlas_note_popover_show (where, NULL, fixture->notes.notebook, ATLAS, ATLAS_NOTE_ON_ITEM, "btc");
  widget_fixture_lay_out (&fixture->view);
  gtk_text_buffer_set_text (notes_page_fixture_get_buffer (popover), "kept", -1);
  gtk_widget_unparent (where);
  notes_page_assert_rows (fixture, "Items: kept");
}

static void
test_popover_note (NotesPageFixture *fixture,
                   gconstpointer     data)
{
  GtkWidget *where = notes_page_fixture_find_type (fixture->view.widget, GTK_TYPE_SEARCH_ENTRY);
  AtlasNote *note = notes_page_fixture_add (fixture, notebook_fixture_highlight ("introduction-1", 4, "some words", ""));
  GtkWidget *popover = atlas_note_popover_show_note (where, NULL, fixture->notes.notebook, note);

  gtk_text_buffer_set_text (notes_page_fixture_get_buffer (popover), "said", -1);
  gtk_popover_popdown (GTK_POPOVER (popover));
  widget_fixture_await (has_no_popover, where, "the popover to go");
  g_assert_cmpstr (atlas_note_get_text (note), ==, "said");
}

#define ADD(path_, test_) \
  g_test_add ("/note-popover/" path_, NotesPageFixture, NULL, notes_page_fixture_set_up, test_, notes_page_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  if (!widget_fixture_init (&argc, &argv))
    return 0;

  ADD ("source", test_popover);
  ADD ("orphan", test_popover_orphan);
  ADD ("note", test_popover_note);

  return g_test_run ();
}
