// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-note-editor.h"

#include <glib/gi18n-lib.h>

/* px: beyond the second it scrolls. */
#define MIN_HEIGHT 58
#define MAX_HEIGHT 260
/* Frames until a text is laid out. */
#define SETTLING 3

struct _AtlasNoteEditor
{
  GtkWidget        parent_instance;

  AtlasNotebook   *notebook;
  AtlasNote       *note;  /* NULL: not added yet */
  AtlasNoteFields *draft; /* of a new one */
  GtkWidget       *scroller;
  GtkWidget       *view;
  GtkWidget       *problem; /* why it is not saved */
  char            *saved;   /* what was given to the notebook last */
  guint            pause_id;
  guint            settle_id;
  guint            n_settled;
};

G_DEFINE_FINAL_TYPE (AtlasNoteEditor, atlas_note_editor, GTK_TYPE_WIDGET)

enum
{
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_text (AtlasNoteEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter    begin;
  GtkTextIter    end;

  gtk_text_buffer_get_bounds (buffer, &begin, &end);

  return gtk_text_buffer_get_text (buffer, &begin, &end, FALSE);
}

/* The note was changed elsewhere: shown, unless there are words here that are not saved. */
static void
note_changed_cb (AtlasNoteEditor *self)
{
  g_autofree char *text = dup_text (self);
  const char      *words = atlas_note_get_text (self->note);

  if (g_strcmp0 (text, self->saved) != 0 || g_strcmp0 (text, words) == 0 || gtk_widget_get_visible (self->problem))
    return;

  g_free (self->saved);
  self->saved = g_strdup (words);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), words, -1);
}

static void
set_note (AtlasNoteEditor *self,
          AtlasNote       *note)
{
  g_set_object (&self->note, note);
  g_signal_connect_object (note, "changed", G_CALLBACK (note_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
saved_cb (GObject      *source_object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (AtlasNoteEditor) self = user_data; /* the reference taken when the writing began */
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (atlas_notebook_write_finish (ATLAS_NOTEBOOK (source_object), result, &error))
    {
      gtk_widget_set_visible (self->problem, FALSE);
      return;
    }

  g_clear_pointer (&self->saved, g_free); /* the next pause tries again */
  message = g_strdup_printf (_ ("Not saved: %s"), error->message);
  gtk_label_set_text (GTK_LABEL (self->problem), message);
  gtk_widget_set_visible (self->problem, TRUE);
}

static gboolean
is_blank (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return *text == '\0';
}

static void
save (AtlasNoteEditor *self)
{
  char *text = NULL;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  text = dup_text (self);
  if (g_strcmp0 (text, self->saved) == 0 || (self->note == NULL && is_blank (text)))
    {
      g_free (text);
      return;
    }

  g_free (self->saved);
  self->saved = text;
  if (self->note != NULL)
    {
      atlas_notebook_set_text_async (self->notebook, self->note, text, NULL, saved_cb, g_object_ref (self));
    }
  else
    {
      AtlasNoteFields *fields = atlas_note_fields_copy (self->draft);
      AtlasNote       *note = NULL;

      g_free (fields->text);
      fields->text = g_strdup (text);
      note = atlas_notebook_add_async (self->notebook, fields, NULL, saved_cb, g_object_ref (self));
      if (note != NULL)
        set_note (self, note);
    }
}

static gboolean
pause_cb (gpointer user_data)
{
  AtlasNoteEditor *self = user_data;

  self->pause_id = 0;
  save (self);

  return G_SOURCE_REMOVE;
}

static void
typed_cb (AtlasNoteEditor *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (ATLAS_NOTE_EDITOR_PAUSE, pause_cb, self);
}

static gboolean
key_cb (AtlasNoteEditor *self,
        guint            key,
        guint            code,
        GdkModifierType  modifiers)
{
  gboolean is_enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (key != GDK_KEY_Escape && !(is_enter && (modifiers & GDK_CONTROL_MASK) != 0))
    return FALSE;

  save (self);
  g_signal_emit (self, signals[LEAVE], 0);

  return TRUE;
}

static void
atlas_note_editor_unmap (GtkWidget *widget)
{
  save (ATLAS_NOTE_EDITOR (widget));

  GTK_WIDGET_CLASS (atlas_note_editor_parent_class)->unmap (widget);
}

static gboolean
atlas_note_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ATLAS_NOTE_EDITOR (widget)->view);
}

static void
atlas_note_editor_dispose (GObject *object)
{
  AtlasNoteEditor *self = ATLAS_NOTE_EDITOR (object);
  GtkWidget       *child = NULL;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->note);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->draft, atlas_note_fields_free);
  g_clear_pointer (&self->saved, g_free);

  G_OBJECT_CLASS (atlas_note_editor_parent_class)->dispose (object);
}

static void
atlas_note_editor_class_init (AtlasNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_note_editor_dispose;
  widget_class->unmap = atlas_note_editor_unmap;
  widget_class->grab_focus = atlas_note_editor_grab_focus;

  signals[LEAVE] = g_signal_new ("leave", ATLAS_TYPE_NOTE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-note-editor");
}

static GtkWidget *
create_view (AtlasNoteEditor *self)
{
  GtkWidget          *view = gtk_text_view_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE); /* it leads on */
  gtk_widget_set_size_request (view, -1, MIN_HEIGHT);          /* it has none until its text is laid out */
  gtk_text_view_set_input_hints (GTK_TEXT_VIEW (view), GTK_INPUT_HINT_SPELLCHECK);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Note"), -1);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, keys);
  gtk_widget_add_controller (view, focus);

  return view;
}

static void
atlas_note_editor_init (AtlasNoteEditor *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->scroller = gtk_scrolled_window_new ();
  self->view = create_view (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), MIN_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  self->problem = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->problem), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0.0F);
  gtk_widget_add_css_class (self->problem, "error");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_set_parent (self->problem, GTK_WIDGET (self));
}

GtkWidget *
atlas_note_editor_new (AtlasNotebook   *notebook,
                       AtlasNote       *note,
                       AtlasNoteFields *draft)
{
  AtlasNoteEditor *self = g_object_new (ATLAS_TYPE_NOTE_EDITOR, NULL);
  const char      *words = note != NULL ? atlas_note_get_text (note) : "";
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));

  self->notebook = g_object_ref (notebook);
  self->draft = draft;
  if (note != NULL)
    set_note (self, note);
  self->saved = g_strdup (words);
  gtk_text_buffer_set_text (buffer, words, -1);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), !atlas_notebook_get_read_only (notebook));
  g_signal_connect_object (buffer, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* A text view learns how high it is for a width some frames after it has the width. */
static gboolean
settle_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  AtlasNoteEditor *self = ATLAS_NOTE_EDITOR (widget);

  gtk_widget_queue_resize (self->view);
  if (++self->n_settled < SETTLING)
    return G_SOURCE_CONTINUE;

  self->settle_id = 0;

  return G_SOURCE_REMOVE;
}

static void
width_changed_cb (AtlasNoteEditor *self)
{
  self->n_settled = 0;
  if (self->settle_id == 0)
    self->settle_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), settle_cb, NULL, NULL);
}

/* It had scrolled to the new line before it grew. */
static gboolean
scroll_back_cb (gpointer user_data)
{
  AtlasNoteEditor *self = user_data;

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0.0);

  return G_SOURCE_REMOVE;
}

static void
grown_cb (AtlasNoteEditor *self,
          GtkAdjustment   *adjustment)
{
  if (gtk_adjustment_get_value (adjustment) > 0.0)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, scroll_back_cb, g_object_ref (self), g_object_unref); /* not while sizes are given out */
}

void
atlas_note_editor_set_growing (AtlasNoteEditor *self,
                               gboolean         growing)
{
  GtkAdjustment *adjustment = NULL;

  g_return_if_fail (ATLAS_IS_NOTE_EDITOR (self));

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, growing ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
  g_signal_handlers_disconnect_by_func (adjustment, grown_cb, self);
  if (!growing)
    return;

  g_signal_connect_object (adjustment, "changed", G_CALLBACK (grown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "changed",
                           G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (grown_cb), self, G_CONNECT_SWAPPED);
}

AtlasNote *
atlas_note_editor_get_note (AtlasNoteEditor *self)
{
  g_return_val_if_fail (ATLAS_IS_NOTE_EDITOR (self), NULL);

  return self->note;
}

void
atlas_note_editor_finish (AtlasNoteEditor *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ATLAS_IS_NOTE_EDITOR (self));

  save (self);
  text = dup_text (self);
  if (self->note != NULL && atlas_note_get_kind (self->note) == ATLAS_NOTE_WORDS && is_blank (text))
    atlas_notebook_remove_async (self->notebook, self->note, NULL, NULL, NULL);
}
