// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-note-row.h"
#include "atlas-notes-page.h"

#include "notebook-fixture.h"
#include "widget-fixture.h"

#define ATLAS "azerbaijan-russia"

/* The page of a notebook of the built-in atlas. */
typedef struct
{
  WidgetFixture   view;
  NotebookFixture notes;
} NotesPageFixture;

static inline void
notes_page_fixture_set_up (NotesPageFixture *fixture,
                           gconstpointer     data)
{
  widget_fixture_set_animations (FALSE);
  notebook_fixture_set_up (&fixture->notes, data);
  widget_fixture_set_up (&fixture->view, atlas_notes_page_new (), 340, 600);
  g_object_set (fixture->view.widget, "notebook", fixture->notes.notebook, NULL);
  widget_fixture_lay_out (&fixture->view);
}

static inline void
notes_page_fixture_tear_down (NotesPageFixture *fixture,
                              gconstpointer     data)
{
  notebook_fixture_settle (fixture->notes.notebook);
  widget_fixture_tear_down (&fixture->view, data);
  notebook_fixture_tear_down (&fixture->notes, data);
}

typedef gboolean (*NotesPageFixtureFunc) (GtkWidget    *widget,
                                          gconstpointer user_data);

static inline GtkWidget *
notes_page_fixture_find (GtkWidget           *parent,
                         NotesPageFixtureFunc func,
                         gconstpointer        user_data)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = func (child, user_data) ? child : notes_page_fixture_find (child, func, user_data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static inline gboolean
notes_page_fixture_is_of_type (GtkWidget    *widget,
                               gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type);
}

static inline GtkWidget *
notes_page_fixture_find_type (GtkWidget *parent,
                              GType      type)
{
  return notes_page_fixture_find (parent, notes_page_fixture_is_of_type, &type);
}

static inline gboolean
notes_page_fixture_shows_text (GtkWidget    *widget,
                               gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static inline void
notes_page_fixture_assert_shows (NotesPageFixture *fixture,
                                 const char       *text)
{
  if (notes_page_fixture_find (fixture->view.widget, notes_page_fixture_shows_text, text) == NULL)
    g_error ("“%s” is not shown", text);
}

static inline GtkListBox *
notes_page_fixture_get_list (NotesPageFixture *fixture)
{
  return GTK_LIST_BOX (notes_page_fixture_find_type (fixture->view.widget, GTK_TYPE_LIST_BOX));
}

static inline AtlasNoteRow *
notes_page_fixture_get_row (NotesPageFixture *fixture,
                            int               index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (notes_page_fixture_get_list (fixture), index);

  return row != NULL ? ATLAS_NOTE_ROW (row) : NULL;
}

/* "Heading: words | words | Other heading: words" (transfer full) */
static inline char *
notes_page_fixture_read_rows (NotesPageFixture *fixture)
{
  GString      *words = g_string_new (NULL);
  AtlasNoteRow *row = NULL;

  for (int i = 0; (row = notes_page_fixture_get_row (fixture, i)) != NULL; i++)
    {
      GtkWidget *header = gtk_list_box_row_get_header (GTK_LIST_BOX_ROW (row));

      g_string_append_printf (words, "%s%s%s%s", i > 0 ? " | " : "", header != NULL ? gtk_label_get_text (GTK_LABEL (header)) : "",
                              header != NULL ? ": " : "", atlas_note_get_text (atlas_note_row_get_note (row)));
    }

  return g_string_free (words, FALSE);
}

#define notes_page_assert_rows(fixture_, words_)                      \
  G_STMT_START                                                        \
  {                                                                   \
    g_autofree char *rows_ = notes_page_fixture_read_rows (fixture_); \
    g_assert_cmpstr (rows_, ==, (words_));                            \
  }                                                                   \
  G_STMT_END

static inline AtlasNote *
notes_page_fixture_add (NotesPageFixture *fixture,
                        AtlasNoteFields  *fields) /* (transfer full) */
{
  g_free (fields->atlas);
  fields->atlas = g_strdup (ATLAS);

  return notebook_fixture_add (&fixture->notes, fields);
}

static inline AtlasNote *
notes_page_fixture_add_words (NotesPageFixture *fixture,
                              AtlasNoteTarget   target,
                              const char       *target_id,
                              const char       *text)
{
  return notes_page_fixture_add (fixture, notebook_fixture_words (target, target_id, text));
}

static inline GtkTextBuffer *
notes_page_fixture_get_buffer (GtkWidget *parent)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (notes_page_fixture_find_type (parent, GTK_TYPE_TEXT_VIEW)));
}
