// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-citation-popover-private.h"

#include "atlas-detail-parts.h"

#include <glib/gi18n-lib.h>

/* For how long the pointer rests on a mark before its card opens, and is away from mark and card before that closes, ms. */
#define OPEN_AFTER 300
#define CLOSE_AFTER 350
#define WIDTH 348
#define MAX_HEIGHT 440
#define MIN_HEIGHT 120
/* Where the card of a mark that is not in view points to, px below the top of the pane. */
#define UNSEEN_AT 80

G_DEFINE_FINAL_TYPE (AtlasCitationPopover, atlas_citation_popover, GTK_TYPE_POPOVER)

enum
{
  OPEN_URI,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
atlas_citation_popover_closed (GtkPopover *popover)
{
  AtlasCitationPopover *self = ATLAS_CITATION_POPOVER (popover);

  g_clear_handle_id (&self->timer, g_source_remove);
  atlas_citation_popover_stop_listening (self);
  if (self->reopening)
    return;

  if (self->pinned)
    atlas_citation_popover_give_focus_back (self);
  self->pinned = FALSE;
  g_clear_weak_pointer (&self->focus);
}

static void
describe (AtlasCitationPopover *self)
{
  g_autofree char *words = atlas_source_card_dup_words (self->card);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_adjustment_set_value (self->scroll, 0.0);
}

/* Before it shows something else: a popover whose content changes below the focus and that is closed then is never let go by GTK. */
static void
close_for_now (AtlasCitationPopover *self)
{
  self->reopening = TRUE;
  gtk_popover_popdown (GTK_POPOVER (self));
  self->reopening = FALSE;
}

static void
open_card (AtlasCitationPopover *self,
           gboolean              pinned)
{
  GtkWidget   *pane = gtk_widget_get_parent (GTK_WIDGET (self));
  GdkRectangle view = { 0, 0, gtk_widget_get_width (pane), gtk_widget_get_height (pane) };
  GdkRectangle seen = { 0 };

  g_clear_handle_id (&self->timer, g_source_remove);
  describe (self);
  if (pinned && !self->pinned) /* else it is still remembered */
    atlas_citation_popover_remember_focus (self);
  self->pinned = pinned;
  gtk_widget_set_visible (self->close, pinned);
  gtk_popover_set_autohide (GTK_POPOVER (self), pinned);
  if (!gdk_rectangle_intersect (&self->mark, &view, &seen)) /* the keys reach a mark that is scrolled out of view */
    seen = (GdkRectangle){ view.width / 2, MIN (view.height, UNSEEN_AT), 1, 1 };
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &seen);
  self->dismissed = FALSE;
  gtk_popover_popup (GTK_POPOVER (self));
  if (pinned)
    gtk_widget_grab_focus (GTK_WIDGET (self->card)); /* not its close button */
  else
    atlas_citation_popover_listen (self);
}

static void
show_citation (AtlasCitationPopover *self)
{
  gtk_widget_hide (self->back);
  atlas_source_card_show_citation (self->card, self->session, self->citation);
}

static void
set_session (AtlasCitationPopover *self,
             AtlasSession         *session)
{
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
}

static gboolean
open_cb (gpointer user_data)
{
  AtlasCitationPopover *self = user_data;

  self->timer = 0;
  if (gtk_widget_get_mapped (gtk_widget_get_parent (GTK_WIDGET (self))))
    {
      show_citation (self);
      open_card (self, FALSE);
    }

  return G_SOURCE_REMOVE;
}

static gboolean
close_cb (gpointer user_data)
{
  AtlasCitationPopover *self = user_data;

  self->timer = 0;
  gtk_popover_popdown (GTK_POPOVER (self));

  return G_SOURCE_REMOVE;
}

static gboolean
is_at (AtlasCitationPopover *self,
       guint                 citation,
       const GdkRectangle   *mark)
{
  return self->citation == citation && gdk_rectangle_equal (&self->mark, mark);
}

void
atlas_citation_popover_hover (AtlasCitationPopover *self,
                              AtlasSession         *session,
                              guint                 citation,
                              const GdkRectangle   *mark)
{
  g_return_if_fail (ATLAS_IS_CITATION_POPOVER (self));
  g_return_if_fail (ATLAS_IS_SESSION (session));

  if (self->pinned)
    return;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (is_at (self, citation, mark) && (self->dismissed || gtk_widget_get_visible (GTK_WIDGET (self))))
    return;

  gtk_popover_popdown (GTK_POPOVER (self)); /* that of another mark */
  set_session (self, session);
  self->citation = citation;
  self->mark = *mark;
  self->timer = g_timeout_add (OPEN_AFTER, open_cb, self);
}

void
atlas_citation_popover_leave (AtlasCitationPopover *self)
{
  g_return_if_fail (ATLAS_IS_CITATION_POPOVER (self));

  if (self->pinned)
    return;

  self->dismissed = FALSE;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    self->timer = g_timeout_add (CLOSE_AFTER, close_cb, self);
}

static void
pointer_entered_cb (AtlasCitationPopover *self)
{
  if (!self->pinned)
    g_clear_handle_id (&self->timer, g_source_remove);
}

static void
pointer_left_cb (AtlasCitationPopover *self)
{
  atlas_citation_popover_leave (self);
}

void
atlas_citation_popover_pin_citation (AtlasCitationPopover *self,
                                     AtlasSession         *session,
                                     guint                 citation,
                                     const GdkRectangle   *mark)
{
  g_return_if_fail (ATLAS_IS_CITATION_POPOVER (self));
  g_return_if_fail (ATLAS_IS_SESSION (session));

  close_for_now (self);
  set_session (self, session);
  self->citation = citation;
  self->mark = *mark;
  show_citation (self);
  open_card (self, TRUE);
}

void
atlas_citation_popover_pin_reference (AtlasCitationPopover *self,
                                      AtlasSession         *session,
                                      AtlasReference       *reference,
                                      const GdkRectangle   *mark)
{
  g_return_if_fail (ATLAS_IS_CITATION_POPOVER (self));
  g_return_if_fail (ATLAS_IS_SESSION (session));
  g_return_if_fail (ATLAS_IS_REFERENCE (reference));

  close_for_now (self);
  set_session (self, session);
  self->citation = 0;
  self->mark = *mark;
  gtk_widget_hide (self->back);
  atlas_source_card_show_reference (self->card, session, reference);
  open_card (self, TRUE);
}

void
atlas_citation_popover_answer (AtlasCitationPopover *self,
                               AtlasSession         *session,
                               GtkWidget            *text,
                               guint                 citation,
                               const GdkRectangle   *mark,
                               gboolean              pinned)
{
  GdkRectangle place;

  g_return_if_fail (ATLAS_IS_CITATION_POPOVER (self));
  g_return_if_fail (GTK_IS_WIDGET (text));

  if (citation == 0)
    {
      atlas_citation_popover_leave (self);
      return;
    }

  place = *mark;
  atlas_detail_move_place (text, gtk_widget_get_parent (GTK_WIDGET (self)), &place);
  if (pinned)
    atlas_citation_popover_pin_citation (self, session, citation, &place);
  else
    atlas_citation_popover_hover (self, session, citation, &place);
}

gboolean
atlas_citation_popover_is_pinned (AtlasCitationPopover *self)
{
  g_return_val_if_fail (ATLAS_IS_CITATION_POPOVER (self), FALSE);

  return self->pinned;
}

static void
open_uri_cb (AtlasCitationPopover *self,
             const char           *uri)
{
  g_signal_emit (self, signals[OPEN_URI], 0, uri);
}

/* A source that the card of a citation leads to is shown in its place, with a way back. */
static void
source_activated_cb (AtlasCitationPopover *self,
                     const char           *id)
{
  AtlasReference *reference = atlas_bibliography_lookup (atlas_dataset_get_bibliography (atlas_session_get_dataset (self->session)), id);

  if (reference == NULL)
    return;

  if (self->citation > 0)
    {
      g_autofree char *label = g_strdup_printf (_ ("Back to [%u]"), self->citation);

      gtk_button_set_label (GTK_BUTTON (self->back), label);
      gtk_widget_show (self->back);
    }
  atlas_source_card_show_reference (self->card, self->session, reference);
  describe (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->card));
}

static void
back_cb (AtlasCitationPopover *self)
{
  show_citation (self);
  describe (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->card));
}

static void
dataset_changed_cb (AtlasCitationPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  atlas_source_card_show_reference (self->card, NULL, NULL);
}

static void
atlas_citation_popover_dispose (GObject *object)
{
  AtlasCitationPopover *self = ATLAS_CITATION_POPOVER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  atlas_citation_popover_stop_listening (self);
  g_clear_weak_pointer (&self->focus);
  if (self->session_signals != NULL)
    g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_citation_popover_parent_class)->dispose (object);
}

static void
atlas_citation_popover_class_init (AtlasCitationPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_citation_popover_dispose;
  GTK_POPOVER_CLASS (klass)->closed = atlas_citation_popover_closed;

  signals[OPEN_URI] = g_signal_new ("open-uri", ATLAS_TYPE_CITATION_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
create_scroller (AtlasCitationPopover *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->card = ATLAS_SOURCE_CARD (atlas_source_card_new (TRUE));
  g_signal_connect_object (self->card, "open-uri", G_CALLBACK (open_uri_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->card, "source-activated", G_CALLBACK (source_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->card, "left", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MIN_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->card));
  gtk_widget_set_size_request (scroller, WIDTH, -1);
  self->scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  return scroller;
}

static void
create_buttons (AtlasCitationPopover *self)
{
  self->back = gtk_button_new_with_label ("");
  gtk_widget_set_halign (self->back, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->back, "flat");
  gtk_widget_add_css_class (self->back, "back");
  gtk_widget_hide (self->back);
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);

  self->close = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_halign (self->close, GTK_ALIGN_END);
  gtk_widget_set_valign (self->close, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->close, _ ("Close"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Close"), -1);
  gtk_widget_add_css_class (self->close, "flat");
  gtk_widget_add_css_class (self->close, "circular");
  g_signal_connect_object (self->close, "clicked", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
}

static void
atlas_citation_popover_init (AtlasCitationPopover *self)
{
  GtkWidget          *overlay = gtk_overlay_new ();
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  create_buttons (self);
  gtk_box_append (GTK_BOX (box), self->back);
  gtk_box_append (GTK_BOX (box), create_scroller (self));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), box);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->close);
  gtk_popover_set_child (GTK_POPOVER (self), overlay);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_add_css_class (GTK_WIDGET (self), "citation-card");

  g_signal_connect_object (motion, "enter", G_CALLBACK (pointer_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (pointer_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), atlas_citation_popover_create_escape (self));

  self->caret = -1;
  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::dataset", G_CALLBACK (dataset_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_citation_popover_new (GtkWidget *pane)
{
  AtlasCitationPopover *self = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (pane), NULL);

  self = g_object_new (ATLAS_TYPE_CITATION_POPOVER, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self), pane);

  return GTK_WIDGET (self);
}
