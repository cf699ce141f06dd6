// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-note-row.h"

#include "atlas-detail-parts.h"
#include "atlas-note-colours.h"
#include "atlas-note-editor.h"

#include <glib/gi18n-lib.h>

/* Lines of the words and of what they quote, in the list. */
#define MAX_LINES 8
#define MAX_QUOTE_LINES 4

struct _AtlasNoteRow
{
  GtkListBoxRow   parent_instance;

  AtlasNotebook  *notebook;
  AtlasNote      *note;
  AtlasNotePlace *place;

  GtkWidget      *box;
  GtkWidget      *title;
  GtkWidget      *date;
  GtkWidget      *quote;
  GtkWidget      *words_button;
  GtkWidget      *words;
  GtkWidget      *editor;  /* NULL: it is not being edited */
  GtkWidget      *editing; /* the editor, and what else there is to change */
};

G_DEFINE_FINAL_TYPE (AtlasNoteRow, atlas_note_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  REMOVE_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* clang-format off */
static const struct
{
  const char *name;   /* of a row, for who cannot see its icon */
  const char *icon;
  const char *prompt; /* where the words would be */
  const char *remove;
} kinds[] = {
  [ATLAS_NOTE_WORDS]     = { N_ ("Note"),      "document-edit-symbolic",  N_ ("Write a note"),  N_ ("Delete the note") },
  [ATLAS_NOTE_HIGHLIGHT] = { N_ ("Highlight"), "format-text-underline-symbolic", N_ ("Add a note"), N_ ("Delete the highlight") },
  [ATLAS_NOTE_BOOKMARK]  = { N_ ("Bookmark"),  "user-bookmarks-symbolic", N_ ("Name it"),       N_ ("Delete the bookmark") },
  [ATLAS_NOTE_REFERENCE] = { N_ ("Reference"), "emblem-documents-symbolic", N_ ("Add a note"),  N_ ("Delete the reference") },
};
/* clang-format on */
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == ATLAS_N_NOTE_KINDS);

static char *
format_date (gint64      time,
             const char *format)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);

  return date != NULL ? g_date_time_format (date, format) : NULL;
}

static void
show_quote (AtlasNoteRow          *self,
            const AtlasNoteFields *fields)
{
  gtk_widget_set_visible (self->quote, fields->quote != NULL);
  if (fields->quote == NULL)
    return;

  for (guint i = 0; i < ATLAS_N_NOTE_COLOURS; i++)
    {
      g_autofree char *css_class = g_strdup_printf ("note-%s", atlas_note_colour_get_id ((AtlasNoteColour) i));

      if (i == fields->colour)
        gtk_widget_add_css_class (self->quote, css_class);
      else
        gtk_widget_remove_css_class (self->quote, css_class);
    }
  gtk_label_set_text (GTK_LABEL (self->quote), fields->quote);
}

/* "Highlight in yellow, ¶ 5: the words. What is said of them" */
static void
update_name (AtlasNoteRow          *self,
             const AtlasNoteFields *fields)
{
  g_autoptr (GString) name = g_string_new (_ (kinds[fields->kind].name));

  if (fields->kind == ATLAS_NOTE_HIGHLIGHT)
    {
      g_autofree char *colour = g_strdup_printf (_ ("Highlight in %s"), atlas_note_colour_get_name (fields->colour));

      g_string_assign (name, colour);
    }
  if (self->place != NULL && self->place->title != NULL)
    g_string_append_printf (name, ", %s", self->place->title);
  if (fields->quote != NULL)
    g_string_append_printf (name, ": %s", fields->quote);
  if (*fields->text != '\0')
    g_string_append_printf (name, ". %s", fields->text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
show_note (AtlasNoteRow *self)
{
  const AtlasNoteFields *fields = atlas_note_get_fields (self->note);
  /* Translators: the day on which a note was written, as g_date_time_format() takes it, in short and in full */
  g_autofree char       *date = format_date (fields->modified, _ ("%-d %b %Y"));
  g_autofree char       *full_date = format_date (fields->modified, _ ("%-d %B %Y, %H:%M"));
  const char            *title = self->place != NULL && self->place->title != NULL ? self->place->title : _ (kinds[fields->kind].name);
  gboolean               is_empty = *fields->text == '\0';

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_set_tooltip_text (self->title, title);
  gtk_label_set_text (GTK_LABEL (self->date), date);
  gtk_widget_set_tooltip_text (self->date, full_date);
  show_quote (self, fields);

  gtk_label_set_text (GTK_LABEL (self->words), is_empty ? _ (kinds[fields->kind].prompt) : fields->text);
  if (is_empty)
    gtk_widget_add_css_class (self->words, "dim-label");
  else
    gtk_widget_remove_css_class (self->words, "dim-label");
  update_name (self, fields);
}

static void
close_editor (AtlasNoteRow *self)
{
  g_autoptr (GtkWidget) editor = g_object_ref (self->editor);
  GtkWidget *editing = g_steal_pointer (&self->editing);

  self->editor = NULL;
  gtk_widget_set_visible (self->words_button, TRUE);
  atlas_detail_keep_focus (editing, self->words_button);
  gtk_box_remove (GTK_BOX (self->box), editing);
  atlas_note_editor_finish (ATLAS_NOTE_EDITOR (editor));
}

static void
leave_cb (AtlasNoteRow *self)
{
  if (self->editor != NULL)
    close_editor (self);
}

/* The focus went elsewhere: the words are shown again. Not while it only went to another window. */
static gboolean
left_idle_cb (gpointer user_data)
{
  AtlasNoteRow *self = user_data;
  GtkRoot      *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget    *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->editor != NULL && root != NULL && (focus == NULL || !gtk_widget_is_ancestor (focus, self->editing)))
    close_editor (self);

  return G_SOURCE_REMOVE;
}

static void
focus_left_cb (AtlasNoteRow *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, left_idle_cb, g_object_ref (self), g_object_unref); /* not while the focus moves */
}

void
atlas_note_row_edit (AtlasNoteRow *self)
{
  GtkEventController *focus = NULL;

  g_return_if_fail (ATLAS_IS_NOTE_ROW (self));

  if (self->editor != NULL || atlas_notebook_get_read_only (self->notebook))
    return;

  focus = gtk_event_controller_focus_new ();
  self->editor = atlas_note_editor_new (self->notebook, self->note, NULL);
  atlas_note_editor_set_growing (ATLAS_NOTE_EDITOR (self->editor), TRUE);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);

  self->editing = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->editing), self->editor);
  if (atlas_note_get_kind (self->note) == ATLAS_NOTE_HIGHLIGHT)
    gtk_box_append (GTK_BOX (self->editing), atlas_note_colours_new (self->notebook, self->note));
  gtk_widget_add_controller (self->editing, focus);
  gtk_box_append (GTK_BOX (self->box), self->editing);
  gtk_widget_grab_focus (self->editor);
  gtk_widget_set_visible (self->words_button, FALSE);
}

static void
request_removal (AtlasNoteRow *self)
{
  g_signal_emit (self, signals[REMOVE_REQUESTED], 0);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  request_removal (ATLAS_NOTE_ROW (widget));
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  atlas_note_row_edit (ATLAS_NOTE_ROW (widget));
}

static void
atlas_note_row_dispose (GObject *object)
{
  AtlasNoteRow *self = ATLAS_NOTE_ROW (object);

  g_clear_object (&self->note);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->place, atlas_note_place_free);

  G_OBJECT_CLASS (atlas_note_row_parent_class)->dispose (object);
}

/* clang-format off */
static const AtlasKeyBinding keys[] = {
  { "Delete|KP_Delete", "note.remove", NULL, N_ ("Delete a note"), N_ ("Reading") },
  { "F2",               "note.edit",   NULL, N_ ("Edit a note"),   N_ ("Reading") },
};
/* clang-format on */

const AtlasKeyBinding *
atlas_note_row_get_key_bindings (guint *n_bindings)
{
  *n_bindings = G_N_ELEMENTS (keys);

  return keys;
}

static void
atlas_note_row_class_init (AtlasNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_note_row_dispose;

  signals[REMOVE_REQUESTED] = g_signal_new ("remove-requested", ATLAS_TYPE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "note.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "note.edit", NULL, edit_action);
  atlas_key_bindings_add_to_class (widget_class, keys, G_N_ELEMENTS (keys));
}

static GtkWidget *
create_text (int         lines,
             const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_head (AtlasNoteRow *self,
             AtlasNoteKind kind)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (kinds[kind].icon);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (icon, _ (kinds[kind].name));
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0.0F);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "where");
  self->date = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->date, "date");
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _ (kinds[kind].remove));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (kinds[kind].remove), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "note.remove");

  gtk_box_append (GTK_BOX (head), icon);
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), self->date);
  gtk_box_append (GTK_BOX (head), remove);

  return head;
}

static void
atlas_note_row_init (AtlasNoteRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "note");
}

GtkWidget *
atlas_note_row_new (AtlasNotebook *notebook,
                    AtlasNote     *note)
{
  AtlasNoteRow *self = g_object_new (ATLAS_TYPE_NOTE_ROW, NULL);
  AtlasNoteKind kind = atlas_note_get_kind (note);

  self->notebook = g_object_ref (notebook);
  self->note = g_object_ref (note);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->quote = create_text (MAX_QUOTE_LINES, "quote");
  self->words = create_text (MAX_LINES, "words");
  self->words_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->words_button), self->words);
  gtk_widget_add_css_class (self->words_button, "flat");
  gtk_widget_add_css_class (self->words_button, "words");
  gtk_widget_set_tooltip_text (self->words_button, _ ("Edit (F2)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Edit (F2)"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->words_button), "note.edit");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "note.edit", !atlas_notebook_get_read_only (notebook));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "note.remove", !atlas_notebook_get_read_only (notebook));

  gtk_box_append (GTK_BOX (self->box), create_head (self, kind));
  gtk_box_append (GTK_BOX (self->box), self->quote);
  gtk_box_append (GTK_BOX (self->box), self->words_button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);

  g_signal_connect_object (note, "changed", G_CALLBACK (show_note), self, G_CONNECT_SWAPPED);
  show_note (self);

  return GTK_WIDGET (self);
}

AtlasNote *
atlas_note_row_get_note (AtlasNoteRow *self)
{
  g_return_val_if_fail (ATLAS_IS_NOTE_ROW (self), NULL);

  return self->note;
}

const AtlasNotePlace *
atlas_note_row_get_place (AtlasNoteRow *self)
{
  g_return_val_if_fail (ATLAS_IS_NOTE_ROW (self), NULL);

  return self->place;
}

void
atlas_note_row_take_place (AtlasNoteRow   *self,
                           AtlasNotePlace *place)
{
  g_return_if_fail (ATLAS_IS_NOTE_ROW (self));

  atlas_note_place_free (self->place);
  self->place = place;
  show_note (self);
}
