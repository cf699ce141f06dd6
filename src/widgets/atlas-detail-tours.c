// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-detail-private.h"

/* The page of the tours. */

static void
removed_cb (AtlasDetail *self,
            const char  *words)
{
  g_signal_emit_by_name (self, "tour-removed", words);
}

static void
link_activated_cb (AtlasDetail *self,
                   const char  *uri,
                   GtkWidget   *label)
{
  atlas_detail_link_activated_cb (self, uri, label);
}

GtkWidget *
atlas_detail_get_tours_page (AtlasDetail *self)
{
  if (self->tours == NULL)
    {
      self->tours = atlas_tours_page_new ();
      atlas_tours_page_set_book (ATLAS_TOURS_PAGE (self->tours), self->tour_book);
      atlas_tours_page_set_session (ATLAS_TOURS_PAGE (self->tours), self->session);
      atlas_tours_page_set_problem (ATLAS_TOURS_PAGE (self->tours), self->tours_problem);
      g_signal_connect_object (self->tours, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->tours, "link-activated", G_CALLBACK (link_activated_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_child (GTK_STACK (self->stack), self->tours);
    }

  return self->tours;
}

void
atlas_detail_tours_dispose (AtlasDetail *self)
{
  g_clear_object (&self->tour_book);
  g_clear_pointer (&self->tours_problem, g_free);
}

void
atlas_detail_set_tour_book (AtlasDetail   *self,
                            AtlasTourBook *book)
{
  g_return_if_fail (ATLAS_IS_DETAIL (self));

  if (g_set_object (&self->tour_book, book) && self->tours != NULL)
    atlas_tours_page_set_book (ATLAS_TOURS_PAGE (self->tours), book);
}

void
atlas_detail_set_tours_problem (AtlasDetail *self,
                                const char  *problem)
{
  g_return_if_fail (ATLAS_IS_DETAIL (self));

  g_free (self->tours_problem);
  self->tours_problem = g_strdup (problem);
  if (self->tours != NULL)
    atlas_tours_page_set_problem (ATLAS_TOURS_PAGE (self->tours), problem);
}

void
atlas_detail_show_tour (AtlasDetail *self,
                        const char  *id)
{
  g_return_if_fail (ATLAS_IS_DETAIL (self));

  atlas_tours_page_show_tour (ATLAS_TOURS_PAGE (atlas_detail_get_tours_page (self)), id);
}
