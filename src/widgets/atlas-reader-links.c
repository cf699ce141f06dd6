// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reader-private.h"

const AtlasReaderLink *
atlas_reader_get_focus_link (AtlasReader *self)
{
  if (self->text == NULL || !gtk_widget_has_focus (self->view))
    return NULL;

  return atlas_reader_text_find_link (self->text, atlas_reader_get_caret (self));
}

gboolean
atlas_reader_get_link_place (AtlasReader           *self,
                             const AtlasReaderLink *link,
                             GdkRectangle          *place)
{
  GtkTextIter  iter;
  GdkRectangle first;
  GdkRectangle last;
  int          x = 0;
  int          y = 0;
  double       here_x = 0.0;
  double       here_y = 0.0;

  gtk_text_buffer_get_iter_at_offset (self->text->buffer, &iter, link->start);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &iter, &first);
  gtk_text_buffer_get_iter_at_offset (self->text->buffer, &iter, link->end);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &iter, &last);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, first.x, first.y, &x, &y);
  if (!gtk_widget_translate_coordinates (self->view, GTK_WIDGET (self), x, y, &here_x, &here_y))
    return FALSE;

  *place = (GdkRectangle){ (int) here_x, (int) here_y, last.y == first.y ? MAX (last.x - first.x, 1) : MAX (first.width, 1), first.height };

  return TRUE;
}

/* The item of the mention that the pointer, or else the caret, is on shows everywhere. */
void
atlas_reader_light (AtlasReader *self)
{
  const AtlasReaderLink *link = self->hovered != NULL ? self->hovered : atlas_reader_get_focus_link (self);
  AtlasItem             *item = NULL;

  if (self->session == NULL)
    return;

  if (link != NULL && link->span->item_id != NULL)
    item = atlas_dataset_lookup (atlas_session_get_dataset (self->session), link->span->item_id);

  if (item != NULL || self->lights)
    atlas_session_set_hovered (self->session, item);
  self->lights = item != NULL;
}

static void
set_hovered (AtlasReader           *self,
             const AtlasReaderLink *link)
{
  if (self->hovered == link)
    return;

  if (self->hovered != NULL && self->hovered->span->kind == ATLAS_REPORT_CITATION)
    atlas_reader_emit_citation (self, NULL, FALSE);
  self->hovered = link;
  if (link != NULL && link->span->kind == ATLAS_REPORT_CITATION)
    atlas_reader_emit_citation (self, link, FALSE);

  atlas_reader_light (self);
  gtk_widget_queue_draw (self->view);
}

static const AtlasReaderLink *
find_link_at (AtlasReader *self,
              double       x,
              double       y)
{
  int offset = self->text != NULL ? atlas_reader_view_get_offset_at (ATLAS_READER_VIEW (self->view), x, y) : -1;

  return offset >= 0 ? atlas_reader_text_find_link (self->text, offset) : NULL;
}

/* At something that a click opens. */
static void
set_points (AtlasReader *self,
            gboolean     points)
{
  if (points != self->points)
    gtk_widget_set_cursor_from_name (self->view, points ? "pointer" : "text");
  self->points = points;
}

static void
motion_cb (AtlasReader *self,
           double       x,
           double       y)
{
  const AtlasReaderLink *link = find_link_at (self, x, y);
  AtlasReaderNoted       noted;

  set_hovered (self, link);
  set_points (self, link != NULL || atlas_reader_signs_find (self, x, y, &noted));
}

static void
leave_cb (AtlasReader *self)
{
  set_hovered (self, NULL);
  set_points (self, FALSE);
}

static void
activate (AtlasReader           *self,
          const AtlasReaderLink *link)
{
  AtlasItem *item = NULL;

  atlas_reader_place_caret (self, link->start);
  if (link->span->kind == ATLAS_REPORT_CITATION)
    {
      atlas_reader_emit_citation (self, link, TRUE);
      return;
    }

  item = atlas_dataset_lookup (atlas_session_get_dataset (self->session), link->span->item_id);
  if (item != NULL)
    atlas_session_select_from_text (self->session, item);
}

static void
released_cb (AtlasReader     *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *gesture)
{
  const AtlasReaderLink *link = find_link_at (self, x, y);
  AtlasReaderNoted       noted;

  if (self->text == NULL || n_press != 1 || gtk_text_buffer_get_has_selection (self->text->buffer))
    return;
  if (link == NULL && !atlas_reader_signs_find (self, x, y, &noted))
    return;

  gtk_widget_grab_focus (self->view);
  if (link != NULL)
    activate (self, link);
  else
    atlas_reader_signs_open (self, &noted);
}

static void
activate_link (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  AtlasReader           *self = ATLAS_READER (widget);
  const AtlasReaderLink *link = atlas_reader_get_focus_link (self);
  AtlasReaderNoted       noted;

  if (link != NULL)
    activate (self, link);
  else if (self->text != NULL && gtk_widget_has_focus (self->view) && atlas_reader_signs_find_mark (self, atlas_reader_get_caret (self), &noted))
    atlas_reader_signs_open (self, &noted);
}

/* The link after or before the caret. A caret that is out of view is not where one reads. */
static const AtlasReaderLink *
find_next_link (AtlasReader *self,
                int          step)
{
  const AtlasReaderLink *here = NULL;
  int                    offset = atlas_reader_get_caret (self);
  guint                  i = 0;

  if (!atlas_reader_sees_caret (self))
    offset = atlas_reader_view_get_first_offset (ATLAS_READER_VIEW (self->view), step > 0 ? 0 : gtk_widget_get_height (self->view));

  here = atlas_reader_text_find_link (self->text, offset);
  i = atlas_reader_text_search_link (self->text, offset);
  if (step > 0 && here != NULL)
    i++;
  else if (step < 0 && i == 0)
    return NULL;
  else if (step < 0)
    i--;

  return i < self->text->links->len ? &g_array_index (self->text->links, AtlasReaderLink, i) : NULL;
}

static gboolean
step_link_cb (AtlasReader *self,
              int          step)
{
  const AtlasReaderLink *link = self->text != NULL ? find_next_link (self, step) : NULL;

  if (link == NULL)
    return FALSE;

  self->by_keys = TRUE;
  atlas_reader_place_caret (self, link->start);
  atlas_reader_go_to (self, link->start, link->end, -1.0);
  atlas_reader_announce (self, link->span->text);

  return TRUE;
}

static void
caret_changed_cb (AtlasReader *self)
{
  atlas_reader_light (self);
  atlas_reader_mentions_caret_moved (self);
  gtk_widget_queue_draw (self->view);
}

void
atlas_reader_links_forget_text (AtlasReader *self)
{
  self->hovered = NULL;
  if (self->lights && self->session != NULL)
    atlas_session_set_hovered (self->session, NULL);
  self->lights = FALSE;
}

void
atlas_reader_links_init (AtlasReader *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, motion);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (self->view, "step-link", G_CALLBACK (step_link_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "notify::cursor-position",
                           G_CALLBACK (caret_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::has-focus", G_CALLBACK (caret_changed_cb), self, G_CONNECT_SWAPPED);
}

void
atlas_reader_links_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader.activate", NULL, activate_link);
}
