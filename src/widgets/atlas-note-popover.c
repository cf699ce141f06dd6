// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-note-popover.h"

#include "atlas-note-colours.h"
#include "atlas-note-editor.h"

#include <glib/gi18n-lib.h>

#define WIDTH 300 /* px */
/* Notes on one thing that are shown; the rest is on the page of notes. */
#define MAX_NOTES 4

/* Who had the focus before; else what is pointed at. A focus that stayed in it would keep the popover alive (GTK 4.8). */
static void
give_focus_back (GtkWidget *popover)
{
  GWeakRef  *before = g_object_get_data (G_OBJECT (popover), "focus-before");
  GtkRoot   *root = gtk_widget_get_root (popover);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autoptr (GtkWidget) heir = g_weak_ref_get (before);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, popover))
    return;

  if ((heir == NULL || !gtk_widget_get_mapped (heir) || !gtk_widget_grab_focus (heir)) &&
      !gtk_widget_grab_focus (gtk_widget_get_parent (popover)))
    gtk_root_set_focus (root, NULL);
}

static gboolean
unparent_idle_cb (gpointer user_data)
{
  if (gtk_widget_get_parent (user_data) != NULL)
    {
      give_focus_back (user_data);
      gtk_widget_unparent (user_data);
    }

  return G_SOURCE_REMOVE;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
remember_focus (GtkWidget *popover,
                GtkWidget *relative_to)
{
  GtkRoot  *root = gtk_widget_get_root (relative_to);
  GWeakRef *before = g_new0 (GWeakRef, 1);

  g_weak_ref_init (before, root != NULL ? gtk_root_get_focus (root) : NULL);
  g_object_set_data_full (G_OBJECT (popover), "focus-before", before, free_weak_ref);
}

static void
finish (GtkWidget *popover)
{
  GtkWidget *box = gtk_popover_get_child (GTK_POPOVER (popover));

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (ATLAS_IS_NOTE_EDITOR (child))
      atlas_note_editor_finish (ATLAS_NOTE_EDITOR (child));
}

/* A popover must not go while it is still closing. */
static void
closed_cb (GtkWidget *popover)
{
  finish (popover);
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_idle_cb, g_object_ref (popover), g_object_unref);
}

/* What has the popover goes first. */
static void
destroyed_cb (GtkWidget *popover)
{
  g_object_ref (popover);
  unparent_idle_cb (popover);
  g_object_unref (popover);
}

static GtkWidget *
create_popover (GtkWidget          *relative_to,
                const GdkRectangle *place,
                const char         *title)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_label_set_xalign (GTK_LABEL (heading), 0.0F);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_add_css_class (popover, "note");
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  remember_focus (popover, relative_to);
  gtk_widget_set_parent (popover, relative_to);
  if (place != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), place);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (relative_to, "unmap", G_CALLBACK (gtk_popover_popdown), popover, G_CONNECT_SWAPPED);
  g_signal_connect_object (relative_to, "destroy", G_CALLBACK (destroyed_cb), popover, G_CONNECT_SWAPPED);

  return popover;
}

static GtkWidget *
add_editor (GtkWidget       *popover,
            AtlasNotebook   *notebook,
            AtlasNote       *note,
            AtlasNoteFields *draft) /* (transfer full) */
{
  GtkWidget *editor = atlas_note_editor_new (notebook, note, draft);

  g_signal_connect_object (editor, "leave", G_CALLBACK (gtk_popover_popdown), popover, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (gtk_popover_get_child (GTK_POPOVER (popover))), editor);

  return editor;
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1); /* as wide as the editor */
  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

GtkWidget *
atlas_note_popover_show (GtkWidget          *relative_to,
                         const GdkRectangle *place,
                         AtlasNotebook      *notebook,
                         const char         *atlas,
                         AtlasNoteTarget     target,
                         const char         *target_id)
{
  GtkWidget       *popover = NULL;
  GtkWidget       *editor = NULL;
  AtlasNoteFields *draft = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  guint n_shown = 0;

  g_return_val_if_fail (GTK_IS_WIDGET (relative_to), NULL);
  g_return_val_if_fail (ATLAS_IS_NOTEBOOK (notebook), NULL);
  g_return_val_if_fail (atlas != NULL && target_id != NULL, NULL);

  popover = create_popover (relative_to, place, _ ("Note"));
  notes = atlas_notebook_dup_notes_on (notebook, atlas, target, target_id);
  for (guint i = 0; i < notes->len && n_shown < MAX_NOTES; i++)
    if (atlas_note_get_kind (g_ptr_array_index (notes, i)) == ATLAS_NOTE_WORDS)
      {
        add_editor (popover, notebook, g_ptr_array_index (notes, i), NULL);
        n_shown++;
      }

  if (atlas_notebook_get_read_only (notebook))
    gtk_box_append (GTK_BOX (gtk_popover_get_child (GTK_POPOVER (popover))),
                    create_label (atlas_notebook_get_warning (notebook), "dim-label"));
  else
    {
      if (n_shown > 0)
        gtk_box_append (GTK_BOX (gtk_popover_get_child (GTK_POPOVER (popover))), create_label (_ ("Another note"), "dim-label"));
      draft = atlas_note_fields_new ();
      draft->atlas = g_strdup (atlas);
      draft->target = target;
      draft->target_id = g_strdup (target_id);
      editor = add_editor (popover, notebook, NULL, draft);
    }

  gtk_popover_popup (GTK_POPOVER (popover));
  if (editor != NULL)
    gtk_widget_grab_focus (editor);

  return popover;
}

GtkWidget *
atlas_note_popover_show_note (GtkWidget          *relative_to,
                              const GdkRectangle *place,
                              AtlasNotebook      *notebook,
                              AtlasNote          *note)
{
  const AtlasNoteFields *fields = NULL;
  GtkWidget             *popover = NULL;
  GtkWidget             *editor = NULL;
  GtkBox                *box = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (relative_to), NULL);
  g_return_val_if_fail (ATLAS_IS_NOTEBOOK (notebook), NULL);
  g_return_val_if_fail (ATLAS_IS_NOTE (note), NULL);

  fields = atlas_note_get_fields (note);
  popover = create_popover (relative_to, place, fields->kind == ATLAS_NOTE_HIGHLIGHT ? _ ("Highlight") : _ ("Note"));
  box = GTK_BOX (gtk_popover_get_child (GTK_POPOVER (popover)));
  if (fields->quote != NULL)
    gtk_box_append (box, create_label (fields->quote, "quote"));
  editor = add_editor (popover, notebook, note, NULL);
  if (fields->kind == ATLAS_NOTE_HIGHLIGHT && !atlas_notebook_get_read_only (notebook))
    gtk_box_append (box, atlas_note_colours_new (notebook, note));
  gtk_widget_grab_focus (editor);
  gtk_popover_popup (GTK_POPOVER (popover));

  return popover;
}
