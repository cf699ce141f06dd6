// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reader-private.h"

/* Where one is in the text. */

/* How far under the upper edge a passage is when it is gone to, of the height; and how far under it one reads, ems. */
#define ALIGN 0.02
#define READ_UNDER 2.7
/* What is gone to no farther than it must is so far from the edges, of the height. */
#define MARGIN 0.1
/* How long the view glides there, and how long it is then looked after while the text is still being laid out, µs. */
#define GLIDING (260 * 1000)
#define SETTLING (1000 * 1000)

int
atlas_reader_get_caret (AtlasReader *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (self->text->buffer, &iter, gtk_text_buffer_get_insert (self->text->buffer));

  return gtk_text_iter_get_offset (&iter);
}

void
atlas_reader_place_caret (AtlasReader *self,
                          int          offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (self->text->buffer, &iter, offset);
  gtk_text_buffer_place_cursor (self->text->buffer, &iter);
}

int
atlas_reader_get_place (AtlasReader *self)
{
  return atlas_reader_view_get_first_offset (ATLAS_READER_VIEW (self->view), (int) (READ_UNDER * self->look.em * self->look.zoom));
}

/* Whether the caret is where one reads: in view, or about to be. */
gboolean
atlas_reader_sees_caret (AtlasReader *self)
{
  GtkTextMark *goal = gtk_text_buffer_get_mark (self->text->buffer, "goal");
  GdkRectangle visible;
  GdkRectangle caret;
  GtkTextIter  iter;

  if (goal != NULL && g_get_monotonic_time () < self->goal_until)
    {
      gtk_text_buffer_get_iter_at_mark (self->text->buffer, &iter, goal);
      if (gtk_text_iter_get_offset (&iter) == atlas_reader_get_caret (self))
        return TRUE;
    }

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->view), &visible);
  gtk_text_buffer_get_iter_at_offset (self->text->buffer, &iter, atlas_reader_get_caret (self));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &iter, &caret);

  return caret.y + caret.height >= visible.y && caret.y <= visible.y + visible.height;
}

static void
scroll_to_goal (AtlasReader *self)
{
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_mark (self->text->buffer, "goal"),
                                self->goal_align < 0.0 ? MARGIN : 0.0, self->goal_align >= 0.0, 0.0, MAX (self->goal_align, 0.0));
}

/* How far the view is from showing the goal where it is to be, px. */
static double
get_error (AtlasReader *self)
{
  GdkRectangle visible;
  GdkRectangle goal;
  GtkTextIter  iter;

  gtk_text_buffer_get_iter_at_mark (self->text->buffer, &iter, gtk_text_buffer_get_mark (self->text->buffer, "goal"));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &iter, &goal);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->view), &visible);

  if (self->goal_align >= 0.0)
    return goal.y - visible.y - self->goal_align * visible.height;
  if (goal.y < visible.y)
    return goal.y - visible.y - MARGIN * visible.height;
  if (goal.y + goal.height > visible.y + visible.height)
    return goal.y + goal.height - visible.y - (1.0 - MARGIN) * visible.height;

  return 0.0;
}

/* A long text is laid out bit by bit, and what is above the goal may turn out to be higher than was thought. */
static gboolean
settle_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  AtlasReader   *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  gint64         now = g_get_monotonic_time ();
  double         error = 0.0;

  if (now >= self->goal_until || !self->has_goal)
    {
      self->goal_tick = 0;
      return G_SOURCE_REMOVE;
    }

  if (now >= self->goal_begin + GLIDING)
    error = get_error (self);
  if (error > 1.5 || error < -1.5)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + error);

  return G_SOURCE_CONTINUE;
}

static void
keep_goal (AtlasReader *self)
{
  self->goal_until = g_get_monotonic_time () + SETTLING;
  if (self->goal_tick == 0)
    self->goal_tick = gtk_widget_add_tick_callback (self->view, settle_cb, self, NULL);
}

/* Other sizes: what was gone to stays where it is, until somebody scrolls. */
void
atlas_reader_laid_out (AtlasReader *self)
{
  if (self->has_goal)
    keep_goal (self);
}

/* Somebody scrolls. */
void
atlas_reader_drop_goal (AtlasReader *self)
{
  self->has_goal = FALSE;
  self->goal_until = 0;
}

void
atlas_reader_go_to (AtlasReader *self,
                    int          start,
                    int          end,
                    double       align)
{
  GtkTextMark *goal = gtk_text_buffer_get_mark (self->text->buffer, "goal");
  GtkTextIter  iter;

  gtk_text_buffer_get_iter_at_offset (self->text->buffer, &iter, start);
  if (goal == NULL)
    goal = gtk_text_buffer_create_mark (self->text->buffer, "goal", &iter, TRUE);
  else
    gtk_text_buffer_move_mark (self->text->buffer, goal, &iter);

  self->has_goal = TRUE;
  self->goal_align = align;
  self->goal_begin = g_get_monotonic_time ();
  keep_goal (self);
  scroll_to_goal (self);
}

void
atlas_reader_go_to_passage (AtlasReader        *self,
                            const AtlasPassage *passage)
{
  const AtlasReaderPart *first = (const AtlasReaderPart *) (gpointer) self->text->parts->data;
  const AtlasReaderPart *part = atlas_reader_text_get_passage (self->text, passage);

  while (part > first && part[-1].section != NULL) /* with the headings that it stands under */
    part--;
  atlas_reader_stand_still (self);
  atlas_reader_go_to (self, part->start, part->start, ALIGN);
}

/* GTK 4.8 announces nothing; a description that changes is read out. */
void
atlas_reader_announce (AtlasReader *self,
                       const char  *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

/* The passage that the session is at. */
void
atlas_reader_show_passage (AtlasReader *self)
{
  const char         *id = atlas_session_get_passage (self->session);
  const AtlasPassage *passage = NULL;

  if (self->text == NULL || self->telling)
    return;

  gtk_widget_queue_draw (self->view);
  passage = atlas_report_lookup (atlas_dataset_get_report (self->text->dataset), id);
  if (passage == NULL)
    return;

  atlas_reader_go_to_passage (self, passage);
  atlas_reader_place_caret (self, atlas_reader_text_get_passage (self->text, passage)->start);
}

/* The mark in the passage that is read, or else the first. */
static const AtlasReaderLink *
find_mark (AtlasReader *self,
           guint        citation)
{
  const char            *passage_id = self->session != NULL ? atlas_session_get_passage (self->session) : NULL;
  const AtlasReaderLink *first = NULL;

  for (guint i = 0; self->text != NULL && i < self->text->links->len; i++)
    {
      const AtlasReaderLink *link = &g_array_index (self->text->links, AtlasReaderLink, i);

      if (link->span->kind != ATLAS_REPORT_CITATION || link->span->citation != citation)
        continue;
      if (g_strcmp0 (link->passage->id, passage_id) == 0)
        return link;
      first = first != NULL ? first : link;
    }

  return first;
}

gboolean
atlas_reader_find_citation (AtlasReader  *self,
                            guint         citation,
                            GdkRectangle *rectangle)
{
  const AtlasReaderLink *link = NULL;

  g_return_val_if_fail (ATLAS_IS_READER (self), FALSE);
  g_return_val_if_fail (rectangle != NULL, FALSE);

  link = find_mark (self, citation);

  return link != NULL && atlas_reader_get_link_place (self, link, rectangle);
}

void
atlas_reader_reveal_citation (AtlasReader *self,
                              guint        citation)
{
  const AtlasReaderLink *link = NULL;

  g_return_if_fail (ATLAS_IS_READER (self));

  link = find_mark (self, citation);
  if (link == NULL)
    return;

  atlas_reader_stand_still (self);
  atlas_reader_place_caret (self, link->start);
  atlas_reader_go_to (self, link->start, link->end, -1.0);
}
