// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reader-private.h"

#include <glib/gi18n-lib.h>

static const AtlasReaderLink *
get_link (AtlasReader *self,
          guint        i)
{
  return &g_array_index (self->text->links, AtlasReaderLink, g_array_index (self->mentions.links, guint, i));
}

/* Which mention the caret is on; -1: none. */
static int
get_current (AtlasReader *self)
{
  int caret = atlas_reader_get_caret (self);

  for (guint i = 0; i < self->mentions.links->len; i++)
    if (get_link (self, i)->start <= caret && caret < get_link (self, i)->end)
      return (int) i;

  return -1;
}

static void
show_count (AtlasReader *self)
{
  guint            n_mentions = self->mentions.links->len;
  int              current = n_mentions > 0 ? get_current (self) : -1;
  g_autofree char *words = NULL;

  if (n_mentions == 0)
    words = g_strdup (_ ("not named in the report"));
  else if (current >= 0)
    words = g_strdup_printf (ngettext ("%d of %u mention", "%d of %u mentions", n_mentions), current + 1, n_mentions);
  else
    words = g_strdup_printf (ngettext ("%u mention", "%u mentions", n_mentions), n_mentions);

  gtk_label_set_text (GTK_LABEL (self->mentions.count), words);
}

void
atlas_reader_mentions_update (AtlasReader *self)
{
  AtlasItem *item = atlas_session_get_selected (self->session);

  g_array_set_size (self->mentions.links, 0);
  for (guint i = 0; item != NULL && i < self->text->links->len; i++)
    if (g_strcmp0 (g_array_index (self->text->links, AtlasReaderLink, i).span->item_id, atlas_item_get_id (item)) == 0)
      g_array_append_val (self->mentions.links, i);

  if (item != NULL)
    {
      const char *name = atlas_item_get_name (item, atlas_session_get_language (self->session));

      gtk_label_set_text (GTK_LABEL (self->mentions.name), name);
      gtk_widget_set_tooltip_text (self->mentions.name, name);
      show_count (self);
    }
  gtk_widget_set_sensitive (self->mentions.previous, self->mentions.links->len > 0);
  gtk_widget_set_sensitive (self->mentions.next, self->mentions.links->len > 0);
  if (item == NULL && gtk_widget_get_focus_child (self->mentions.bar) != NULL)
    gtk_widget_grab_focus (self->view);
  gtk_widget_set_visible (self->mentions.bar, item != NULL);
}

/* Where one is, or where one reads when the caret is out of sight. */
static int
get_origin (AtlasReader *self)
{
  return atlas_reader_sees_caret (self) ? atlas_reader_get_caret (self)
                                        : atlas_reader_view_get_first_offset (ATLAS_READER_VIEW (self->view), 0);
}

/* Round and round. FALSE: it is not mentioned. */
gboolean
atlas_reader_mentions_step (AtlasReader *self,
                            int          step)
{
  int   current = 0;
  int   origin = 0;
  guint n_mentions = 0;
  guint i = 0;

  if (self->text == NULL || self->mentions.links->len == 0)
    return FALSE;

  current = get_current (self);
  n_mentions = self->mentions.links->len;
  if (current >= 0)
    i = ((guint) current + n_mentions + (step > 0 ? 1 : n_mentions - 1)) % n_mentions;
  else
    {
      origin = get_origin (self);
      while (i < n_mentions && get_link (self, i)->start < origin)
        i++;
      i = (i + (step > 0 ? 0 : n_mentions - 1)) % n_mentions;
    }

  self->by_keys = TRUE;
  atlas_reader_place_caret (self, get_link (self, i)->start);
  atlas_reader_go_to (self, get_link (self, i)->start, get_link (self, i)->end, -1.0);
  show_count (self);
  atlas_reader_announce (self, gtk_label_get_text (GTK_LABEL (self->mentions.count)));

  return TRUE;
}

void
atlas_reader_mentions_caret_moved (AtlasReader *self)
{
  if (self->text != NULL && gtk_widget_get_visible (self->mentions.bar))
    show_count (self);
}

static void
open_clicked_cb (AtlasReader *self)
{
  AtlasItem *item = atlas_session_get_selected (self->session);

  if (item != NULL)
    atlas_session_select (self->session, item);
}

static void
close_clicked_cb (AtlasReader *self)
{
  gtk_widget_grab_focus (self->view);
  atlas_session_select (self->session, NULL);
}

static GtkWidget *
add_button (AtlasReader *self,
            const char  *icon,
            const char  *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (self->mentions.bar), button);

  return button;
}

static void
previous_clicked_cb (AtlasReader *self)
{
  atlas_reader_mentions_step (self, -1);
}

static void
next_clicked_cb (AtlasReader *self)
{
  atlas_reader_mentions_step (self, 1);
}

GtkWidget *
atlas_reader_mentions_create (AtlasReader *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *open = NULL;

  self->mentions.links = g_array_new (FALSE, FALSE, sizeof (guint));
  self->mentions.bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_widget_add_css_class (self->mentions.bar, "foot");

  self->mentions.name = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->mentions.name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->mentions.name), 0.0F);
  gtk_widget_add_css_class (self->mentions.name, "name");
  self->mentions.count = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->mentions.count), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->mentions.count), 0.0F);
  gtk_widget_add_css_class (self->mentions.count, "count");
  gtk_box_append (GTK_BOX (words), self->mentions.name);
  gtk_box_append (GTK_BOX (words), self->mentions.count);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->mentions.bar), words);

  self->mentions.previous = add_button (self, "go-up-symbolic", _ ("Previous mention"));
  self->mentions.next = add_button (self, "go-down-symbolic", _ ("Next mention"));
  open = gtk_button_new_with_label (_ ("Open"));
  gtk_widget_set_tooltip_text (open, _ ("Show the item’s page"));
  gtk_box_append (GTK_BOX (self->mentions.bar), open);
  g_signal_connect_object (self->mentions.previous, "clicked", G_CALLBACK (previous_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mentions.next, "clicked", G_CALLBACK (next_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "clicked", G_CALLBACK (open_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (add_button (self, "window-close-symbolic", _ ("Leave the selection")), "clicked",
                           G_CALLBACK (close_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->mentions.bar, FALSE);

  return self->mentions.bar;
}
