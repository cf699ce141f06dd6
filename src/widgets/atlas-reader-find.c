// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reader-private.h"

#include <glib/gi18n-lib.h>

/* Passages that are looked through at once: a few ms of work. */
#define PASSAGES_AT_ONCE 200

gboolean
atlas_reader_find_is_active (AtlasReader *self)
{
  return self->text != NULL && self->find.find != NULL && gtk_widget_get_visible (self->find.bar) &&
         *gtk_editable_get_text (GTK_EDITABLE (self->find.entry)) != '\0';
}

static void
show_count (AtlasReader *self)
{
  g_autofree char *words = NULL;
  guint            n_matches = 0;

  if (!atlas_reader_find_is_active (self))
    words = g_strdup ("");
  else
    {
      atlas_find_get_matches (self->find.find, &n_matches);
      if (n_matches == 0)
        words = g_strdup (self->find.source > 0 ? "…" : _ ("No hits"));
      else if (self->find.current < n_matches)
        words = g_strdup_printf (_ ("%u of %u"), self->find.current + 1, n_matches);
      else
        words = g_strdup_printf (ngettext ("%u hit", "%u hits", n_matches), n_matches);
    }

  gtk_label_set_text (GTK_LABEL (self->find.count), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->find.entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  if (n_matches == 0 && self->find.source == 0 && *words != '\0')
    gtk_widget_add_css_class (self->find.entry, "error");
  else
    gtk_widget_remove_css_class (self->find.entry, "error");
}

static int
get_offset (AtlasReader          *self,
            const AtlasFindMatch *match)
{
  return g_array_index (self->text->parts, AtlasReaderPart, self->text->passages[match->passage]).start + (int) match->start;
}

static void
go_to_current (AtlasReader *self)
{
  const AtlasFindMatch *matches = NULL;
  guint                 n_matches = 0;

  matches = atlas_find_get_matches (self->find.find, &n_matches);
  if (self->find.current < n_matches)
    {
      const AtlasFindMatch *match = &matches[self->find.current];
      int                   start = get_offset (self, match);

      atlas_reader_place_caret (self, start);
      atlas_reader_go_to (self, start, start + (int) (match->end - match->start), -1.0);
    }
  gtk_widget_queue_draw (self->view);
}

/* The first hit at or after where one was. */
static void
choose_first (AtlasReader *self)
{
  const AtlasPassage *passage = atlas_reader_text_find_passage (self->text, self->find.origin);
  guint               n_matches = 0;
  int                 within = 0;

  atlas_find_get_matches (self->find.find, &n_matches);
  if (n_matches == 0 || self->find.current < n_matches)
    return;

  self->find.current = 0;
  if (passage != NULL)
    {
      within = MAX (self->find.origin - atlas_reader_text_get_passage (self->text, passage)->start, 0);
      self->find.current = atlas_find_search (self->find.find, passage->number - 1, (guint) within);
    }
  if (self->find.current == n_matches)
    self->find.current = self->find.source == 0 ? 0 : G_MAXUINT; /* round and round, when all is known */
  if (self->find.current < n_matches)
    go_to_current (self);
}

static gboolean
go_on_cb (gpointer user_data)
{
  AtlasReader *self = user_data;
  gboolean     more = atlas_find_go_on (self->find.find, PASSAGES_AT_ONCE);

  if (!more)
    self->find.source = 0;
  choose_first (self);
  show_count (self);
  gtk_widget_queue_draw (self->view);

  return more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
search (AtlasReader *self)
{
  if (self->text == NULL)
    return;

  if (self->find.find == NULL)
    self->find.find = atlas_find_new (atlas_dataset_get_report (self->text->dataset));
  g_clear_handle_id (&self->find.source, g_source_remove);
  self->find.current = G_MAXUINT;
  atlas_find_begin (self->find.find, gtk_editable_get_text (GTK_EDITABLE (self->find.entry)));
  if (atlas_find_go_on (self->find.find, PASSAGES_AT_ONCE))
    self->find.source = g_idle_add (go_on_cb, self);
  choose_first (self);
  show_count (self);
  gtk_widget_queue_draw (self->view);
}

void
atlas_reader_find_step (AtlasReader *self,
                        int          step)
{
  guint n_matches = 0;

  if (!atlas_reader_find_is_active (self))
    return;

  atlas_find_get_matches (self->find.find, &n_matches);
  if (n_matches == 0)
    return;

  if (self->find.current >= n_matches)
    self->find.current = step > 0 ? 0 : n_matches - 1;
  else
    self->find.current = (self->find.current + (step > 0 ? 1 : n_matches - 1)) % n_matches;
  go_to_current (self);
  self->find.origin = atlas_reader_get_caret (self);
  show_count (self);
}

/* What is selected is what one wants to look for. */
static void
take_selection (AtlasReader *self)
{
  GtkTextIter      start;
  GtkTextIter      end;
  g_autofree char *words = NULL;

  if (!gtk_text_buffer_get_selection_bounds (self->text->buffer, &start, &end) ||
      gtk_text_iter_get_line (&start) != gtk_text_iter_get_line (&end))
    return;

  words = gtk_text_buffer_get_text (self->text->buffer, &start, &end, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->find.entry), words);
}

void
atlas_reader_find_open (AtlasReader *self)
{
  if (self->text == NULL)
    return;

  if (!gtk_widget_get_visible (self->find.bar))
    self->find.origin = atlas_reader_get_place (self);
  gtk_widget_set_visible (self->find.bar, TRUE);
  take_selection (self);
  gtk_widget_grab_focus (self->find.entry);
  gtk_editable_select_region (GTK_EDITABLE (self->find.entry), 0, -1);
  if (self->find.find == NULL || !atlas_reader_find_is_active (self))
    search (self);
  show_count (self);
  gtk_widget_queue_draw (self->view);
}

/* Where one has come to stays. FALSE: nobody was looking for anything. */
gboolean
atlas_reader_find_close (AtlasReader *self)
{
  if (!gtk_widget_get_visible (self->find.bar))
    return FALSE;

  gtk_widget_grab_focus (self->view);
  g_clear_handle_id (&self->find.source, g_source_remove);
  gtk_widget_set_visible (self->find.bar, FALSE);
  gtk_widget_queue_draw (self->view);

  return TRUE;
}

void
atlas_reader_find_forget_text (AtlasReader *self)
{
  g_clear_handle_id (&self->find.source, g_source_remove);
  g_clear_pointer (&self->find.find, atlas_find_free);
  self->find.current = G_MAXUINT;
}

/* In another text the same is looked for. */
void
atlas_reader_find_take_text (AtlasReader *self)
{
  if (gtk_widget_get_visible (self->find.bar))
    search (self);
}

static void
changed_cb (AtlasReader *self)
{
  search (self);
}

static void
next_cb (AtlasReader *self)
{
  atlas_reader_find_step (self, 1);
}

static void
previous_cb (AtlasReader *self)
{
  atlas_reader_find_step (self, -1);
}

static void
stop_cb (AtlasReader *self)
{
  atlas_reader_find_close (self);
}

static gboolean
key_cb (AtlasReader    *self,
        guint           keyval,
        guint           keycode,
        GdkModifierType state)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || !(state & GDK_SHIFT_MASK))
    return FALSE;

  atlas_reader_find_step (self, -1);

  return TRUE;
}

static void
add_button (AtlasReader *self,
            const char  *icon,
            const char  *words,
            GCallback    clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (self->find.bar), button);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_reader_find_create (AtlasReader *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->find.bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_widget_add_css_class (self->find.bar, "find");

  self->find.entry = gtk_search_entry_new ();
  g_object_set (self->find.entry, "placeholder-text", _ ("Find in the report"), "search-delay", 60, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->find.entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find in the report"), -1);
  gtk_widget_set_hexpand (self->find.entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->find.entry), 8);
  g_signal_connect_object (self->find.entry, "search-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find.entry, "activate", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find.entry, "next-match", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find.entry, "previous-match", G_CALLBACK (previous_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find.entry, "stop-search", G_CALLBACK (stop_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->find.entry, keys);
  gtk_box_append (GTK_BOX (self->find.bar), self->find.entry);

  self->find.count = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->find.count), 8);
  gtk_widget_add_css_class (self->find.count, "count");
  gtk_box_append (GTK_BOX (self->find.bar), self->find.count);
  add_button (self, "go-up-symbolic", _ ("Previous hit"), G_CALLBACK (previous_cb));
  add_button (self, "go-down-symbolic", _ ("Next hit"), G_CALLBACK (next_cb));
  add_button (self, "window-close-symbolic", _ ("Close"), G_CALLBACK (stop_cb));
  gtk_widget_set_visible (self->find.bar, FALSE);
  self->find.current = G_MAXUINT;

  return self->find.bar;
}
