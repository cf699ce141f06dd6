// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-citation-popover-private.h"

/* Where the text is read is where one comes back to. */
void
atlas_citation_popover_remember_focus (AtlasCitationPopover *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int        end = 0;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return;

  g_set_weak_pointer (&self->focus, focus);
  self->caret = -1;
  if (GTK_IS_LABEL (focus))
    gtk_label_get_selection_bounds (GTK_LABEL (focus), &self->caret, &end);
}

void
atlas_citation_popover_give_focus_back (AtlasCitationPopover *self)
{
  GtkWidget *focus = self->focus;

  if (focus == NULL || !gtk_widget_get_mapped (focus))
    return;

  gtk_widget_grab_focus (focus);
  if (self->caret >= 0 && GTK_IS_LABEL (focus)) /* which selects all when it gets the focus */
    gtk_label_select_region (GTK_LABEL (focus), self->caret, self->caret);
}

static gboolean
escape_cb (AtlasCitationPopover *self,
           guint                 keyval,
           guint                 keycode,
           GdkModifierType       state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  gtk_popover_popdown (GTK_POPOVER (self));
  self->dismissed = TRUE;

  return GDK_EVENT_STOP;
}

GtkEventController *
atlas_citation_popover_create_escape (AtlasCitationPopover *self)
{
  GtkEventController *escape = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (escape, GTK_PHASE_CAPTURE);
  g_signal_connect_object (escape, "key-pressed", G_CALLBACK (escape_cb), self, G_CONNECT_SWAPPED);

  return escape;
}

/* A card that was only pointed at has no focus, so no key comes to it. */
void
atlas_citation_popover_listen (AtlasCitationPopover *self)
{
  self->escape = atlas_citation_popover_create_escape (self);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), g_object_ref (self->escape));
}

void
atlas_citation_popover_stop_listening (AtlasCitationPopover *self)
{
  GtkWidget *window = self->escape != NULL ? gtk_event_controller_get_widget (self->escape) : NULL;

  if (window != NULL)
    gtk_widget_remove_controller (window, self->escape);
  g_clear_object (&self->escape);
}
