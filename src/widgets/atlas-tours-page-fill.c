// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tours-page-private.h"

#include "atlas-detail-parts.h"
#include "atlas-tour-words.h"

#include <glib/gi18n-lib.h>

/* What the page shows: all tours, or one. */

/* A row that has no place after so many frames has none. */
#define SCROLL_FRAMES 12
/* What stays in view above and below a step that is scrolled to, px. */
#define LEAD 24.0

/* -- All tours -- */

void
atlas_tours_page_header_cb (GtkListBoxRow *row,
                            GtkListBoxRow *before,
                            gpointer       user_data)
{
  gboolean own = atlas_tour_row_is_own (ATLAS_TOUR_ROW (row));

  if (before != NULL && atlas_tour_row_is_own (ATLAS_TOUR_ROW (before)) == own)
    gtk_list_box_row_set_header (row, NULL);
  else
    gtk_list_box_row_set_header (row, atlas_detail_create_heading (own ? _ ("Your tours") : _ ("Tours of this atlas")));
}

/* The rows that are there stay, so that the focus does. */
void
atlas_tours_page_fill_list (AtlasToursPage *self)
{
  GtkListBox *list = GTK_LIST_BOX (self->list);
  guint       n_tours = self->book != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->book)) : 0;

  for (guint i = 0; i < n_tours; i++)
    {
      g_autoptr (AtlasTour) tour = g_list_model_get_item (G_LIST_MODEL (self->book), i);
      gboolean       own = atlas_tour_book_is_own (self->book, atlas_tour_get_id (tour));
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) i);

      if (row == NULL || atlas_tour_row_get_tour (ATLAS_TOUR_ROW (row)) != tour || atlas_tour_row_is_own (ATLAS_TOUR_ROW (row)) != own)
        {
          GtkWidget *wanted = atlas_tour_row_new (tour, own);

          gtk_list_box_insert (list, wanted, (int) i);
          if (row != NULL && g_str_equal (atlas_tour_get_id (atlas_tour_row_get_tour (ATLAS_TOUR_ROW (row))), atlas_tour_get_id (tour)))
            {
              atlas_detail_keep_focus (GTK_WIDGET (row), wanted);
              gtk_list_box_remove (list, GTK_WIDGET (row));
            }
          row = GTK_LIST_BOX_ROW (wanted);
        }
      atlas_tour_row_set_current (ATLAS_TOUR_ROW (row), self->session != NULL && g_strcmp0 (atlas_session_get_tour (self->session), atlas_tour_get_id (tour)) == 0);
    }

  for (GtkListBoxRow *row = NULL; (row = gtk_list_box_get_row_at_index (list, (int) n_tours)) != NULL;)
    {
      atlas_detail_keep_focus (GTK_WIDGET (row), self->list);
      gtk_list_box_remove (list, GTK_WIDGET (row));
    }
  gtk_list_box_invalidate_headers (list);
}

/* -- One tour -- */

AtlasTourStepRow *
atlas_tours_page_get_row (AtlasToursPage *self,
                          guint           position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->steps), (int) position);

  return row != NULL ? ATLAS_TOUR_STEP_ROW (row) : NULL;
}

static void
fill_steps (AtlasToursPage *self,
            AtlasTour      *tour)
{
  guint    n_steps = atlas_tour_get_n_steps (tour);
  guint    current = atlas_tours_page_get_step (self);
  gboolean editing = atlas_tours_page_is_editing (self);

  for (guint i = 0; i < n_steps; i++)
    {
      AtlasTourStepRow *row = atlas_tours_page_get_row (self, i);

      if (row == NULL)
        {
          row = ATLAS_TOUR_STEP_ROW (atlas_tour_step_row_new ());
          atlas_tours_page_connect_row (self, row);
          gtk_list_box_append (GTK_LIST_BOX (self->steps), GTK_WIDGET (row));
        }
      atlas_tour_step_row_set_step (row, atlas_tour_get_step (tour, i), i, n_steps);
      atlas_tour_step_row_set_state (row, i + 1 == current, editing);
    }

  for (AtlasTourStepRow *row = NULL; (row = atlas_tours_page_get_row (self, n_steps)) != NULL;)
    {
      GtkWidget *heir = n_steps > 0 ? GTK_WIDGET (atlas_tours_page_get_row (self, n_steps - 1)) : self->add_button;

      atlas_detail_keep_focus (GTK_WIDGET (row), heir);
      gtk_list_box_remove (GTK_LIST_BOX (self->steps), GTK_WIDGET (row));
    }
}

static void
fill_naming (AtlasToursPage *self,
             AtlasTour      *tour)
{
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->description_view));
  g_autofree char *description = NULL;
  const char      *title = gtk_editable_get_text (GTK_EDITABLE (self->title_entry));
  gboolean         typing = *title == '\0' && gtk_widget_get_state_flags (self->title_entry) & GTK_STATE_FLAG_FOCUS_WITHIN;

  g_object_get (buffer, "text", &description, NULL);
  self->showing = TRUE;
  if (!typing && !g_str_equal (title, atlas_tour_get_title (tour)))
    gtk_editable_set_text (GTK_EDITABLE (self->title_entry), atlas_tour_get_title (tour));
  if (!g_str_equal (description, atlas_tour_get_description (tour)))
    gtk_text_buffer_set_text (buffer, atlas_tour_get_description (tour), -1);
  self->showing = FALSE;
}

/* "3 of 12" */
static void
say_step (AtlasToursPage *self,
          AtlasTour      *tour)
{
  guint            n_steps = atlas_tour_get_n_steps (tour);
  guint            step = atlas_tours_page_get_step (self);
  g_autofree char *words = step > 0 && step <= n_steps ? g_strdup_printf (_ ("%u of %u"), step, n_steps)
                                                       : g_strdup_printf (ngettext ("%u step", "%u steps", n_steps), n_steps);

  gtk_label_set_text (GTK_LABEL (self->counter), words);
}

void
atlas_tours_page_fill_tour (AtlasToursPage *self)
{
  AtlasTour       *tour = atlas_tours_page_get_tour (self);
  gboolean         own = tour != NULL && atlas_tour_book_is_own (self->book, self->shown);
  gboolean         editing = atlas_tours_page_is_editing (self);
  g_autofree char *extent = NULL;

  if (tour == NULL)
    return;

  extent = atlas_tour_extent_to_words (tour);
  gtk_label_set_text (GTK_LABEL (self->title), atlas_tour_get_title (tour));
  gtk_label_set_text (GTK_LABEL (self->description), atlas_tour_get_description (tour));
  gtk_label_set_text (GTK_LABEL (self->extent), extent);
  gtk_widget_set_visible (self->title, !editing);
  gtk_widget_set_visible (self->description, !editing && *atlas_tour_get_description (tour) != '\0');
  gtk_widget_set_visible (self->extent, !editing && atlas_tour_get_n_steps (tour) > 0);
  fill_naming (self, tour);
  gtk_widget_set_visible (self->naming, editing);

  gtk_widget_set_visible (self->edit_button, own);
  gtk_widget_set_visible (self->copy_button, !own);
  gtk_widget_set_visible (self->add_button, editing);
  gtk_widget_set_visible (self->no_steps, atlas_tour_get_n_steps (tour) == 0);
  gtk_widget_set_visible (self->steps, atlas_tour_get_n_steps (tour) > 0);
  gtk_widget_set_visible (self->foot, atlas_tour_get_n_steps (tour) > 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->present_button), "(su)", self->shown, atlas_tours_page_get_step (self));
  fill_steps (self, tour);
  say_step (self, tour);
}

/* -- Scrolling -- */

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  AtlasToursPage   *self = ATLAS_TOURS_PAGE (widget);
  guint             step = atlas_tours_page_get_step (self);
  AtlasTourStepRow *row = step > 0 ? atlas_tours_page_get_row (self, step - 1) : NULL;
  GtkAdjustment    *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GtkWidget        *content = gtk_viewport_get_child (GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller))));
  graphene_rect_t   bounds;

  if (row != NULL && self->scroll_frames < 2) /* what opens in it is laid out first */
    {
      self->scroll_frames++;
      return G_SOURCE_CONTINUE;
    }

  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), content, &bounds) && bounds.size.height > 0.0F)
    {
      double page = gtk_adjustment_get_page_size (adjustment);
      double top = (double) bounds.origin.y - LEAD;
      double bottom = (double) (bounds.origin.y + bounds.size.height) + LEAD;

      gtk_adjustment_clamp_page (adjustment, top, MIN (bottom, top + page));
    }
  else if (row != NULL && self->scroll_frames++ < SCROLL_FRAMES)
    return G_SOURCE_CONTINUE;

  self->scroll_tick = 0;

  return G_SOURCE_REMOVE;
}

void
atlas_tours_page_scroll_to_step (AtlasToursPage *self)
{
  self->scroll_frames = 0;
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}
