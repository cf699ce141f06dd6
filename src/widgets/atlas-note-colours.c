// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-note-colours.h"

#include <glib/gi18n-lib.h>

struct _AtlasNoteColours
{
  GtkWidget      parent_instance;

  AtlasNotebook *notebook;
  AtlasNote     *note;
  GtkWidget     *buttons[ATLAS_N_NOTE_COLOURS];
  gboolean       showing; /* the note's colour: no button speaks for the user */
};

G_DEFINE_FINAL_TYPE (AtlasNoteColours, atlas_note_colours, GTK_TYPE_WIDGET)

const char *
atlas_note_colour_get_name (AtlasNoteColour colour)
{
  static const char *const names[] = {
    [ATLAS_NOTE_YELLOW] = N_ ("yellow"),
    [ATLAS_NOTE_GREEN] = N_ ("green"),
    [ATLAS_NOTE_BLUE] = N_ ("blue"),
    [ATLAS_NOTE_PINK] = N_ ("pink"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == ATLAS_N_NOTE_COLOURS);
  g_return_val_if_fail ((guint) colour < ATLAS_N_NOTE_COLOURS, NULL);

  return _ (names[colour]);
}

static void
show_colour (AtlasNoteColours *self)
{
  self->showing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[atlas_note_get_fields (self->note)->colour]), TRUE);
  self->showing = FALSE;
}

static void
toggled_cb (AtlasNoteColours *self,
            GtkToggleButton  *button)
{
  AtlasNoteFields *fields = NULL;
  guint            i = 0;

  if (self->showing || !gtk_toggle_button_get_active (button))
    return;

  while (self->buttons[i] != GTK_WIDGET (button))
    i++;
  fields = atlas_note_fields_copy (atlas_note_get_fields (self->note));
  fields->colour = (AtlasNoteColour) i;
  atlas_notebook_change_async (self->notebook, self->note, fields, NULL, NULL, NULL);
}

static void
atlas_note_colours_dispose (GObject *object)
{
  AtlasNoteColours *self = ATLAS_NOTE_COLOURS (object);

  for (guint i = 0; i < ATLAS_N_NOTE_COLOURS; i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);
  g_clear_object (&self->note);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (atlas_note_colours_parent_class)->dispose (object);
}

static void
atlas_note_colours_class_init (AtlasNoteColoursClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_note_colours_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-note-colours");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
atlas_note_colours_init (AtlasNoteColours *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Colour"), -1);

  for (guint i = 0; i < ATLAS_N_NOTE_COLOURS; i++)
    {
      const char      *name = atlas_note_colour_get_name ((AtlasNoteColour) i);
      g_autofree char *css_class = g_strdup_printf ("note-%s", atlas_note_colour_get_id ((AtlasNoteColour) i));

      self->buttons[i] = gtk_toggle_button_new ();
      gtk_button_set_icon_name (GTK_BUTTON (self->buttons[i]), "object-select-symbolic");
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[i]), GTK_TOGGLE_BUTTON (self->buttons[0]));
      gtk_widget_add_css_class (self->buttons[i], "colour");
      gtk_widget_add_css_class (self->buttons[i], css_class);
      gtk_widget_set_tooltip_text (self->buttons[i], name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_widget_set_parent (self->buttons[i], GTK_WIDGET (self));
      g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
    }
}

GtkWidget *
atlas_note_colours_new (AtlasNotebook *notebook,
                        AtlasNote     *note)
{
  AtlasNoteColours *self = g_object_new (ATLAS_TYPE_NOTE_COLOURS, NULL);

  self->notebook = g_object_ref (notebook);
  self->note = g_object_ref (note);
  g_signal_connect_object (note, "changed", G_CALLBACK (show_colour), self, G_CONNECT_SWAPPED);
  show_colour (self);

  return GTK_WIDGET (self);
}
