// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-private.h"

#include <glib/gi18n.h>

/* Tours are presented from the window, which stays as it was meanwhile. */

static void
ended_cb (AtlasWindow *self)
{
  AtlasPresentation *presentation = atlas_presenting_get_presentation (self->presenting);
  g_autofree char   *message = NULL;

  g_set_object (&self->presented, atlas_presentation_get_tour (presentation));
  self->presented_step = atlas_presentation_get_step (presentation);
  g_clear_object (&self->presenting);

  message = g_strdup_printf (_ ("The presentation ended at step %u of %u"), self->presented_step, atlas_tour_get_n_steps (self->presented));
  atlas_window_offer (self, message, _ ("_Show That Step Here"), "win.show-presented");
}

/* It may come while a tour is presented. */
static void
search_changed_cb (AtlasWindow *self)
{
  if (self->presenting != NULL)
    atlas_presenting_set_search (self->presenting, atlas_contents_get_search (self->contents));
}

static void
show_presented (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  if (self->presented != NULL)
    atlas_session_show_step (self->session, self->presented, self->presented_step);
}

void
atlas_window_present (AtlasWindow *self,
                      AtlasTour   *tour,
                      guint        step)
{
  AtlasDataset *dataset = NULL;
  g_autoptr (AtlasPresentation) presentation = NULL;

  g_return_if_fail (ATLAS_IS_WINDOW (self));
  g_return_if_fail (ATLAS_IS_TOUR (tour));

  dataset = atlas_session_get_dataset (self->session);
  if (dataset == NULL || self->presenting != NULL)
    return;
  if (atlas_tour_get_n_steps (tour) == 0)
    {
      atlas_window_show_message (self, _ ("This tour has no steps yet"));
      return;
    }

  atlas_session_set_playing (self->session, FALSE);
  presentation = atlas_presentation_new (dataset, tour);
  atlas_session_set_language (atlas_presentation_get_session (presentation), atlas_session_get_language (self->session));
  atlas_presentation_go (presentation, step);
  self->presenting = atlas_presenting_new (GTK_WINDOW (self), presentation, atlas_map_view_get_basemap (self->map));
  g_signal_connect_object (self->presenting, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  search_changed_cb (self);
}

void
atlas_window_end_presenting (AtlasWindow *self)
{
  if (self->presenting != NULL)
    atlas_presentation_end (atlas_presenting_get_presentation (self->presenting));
}

/* The one that one is on, or else the atlas's first. */
static AtlasTour *
get_tour (AtlasWindow *self)
{
  AtlasDataset *dataset = atlas_session_get_dataset (self->session);
  const char   *id = atlas_session_get_tour (self->session);
  AtlasTour    *tour = dataset != NULL && id != NULL ? atlas_tour_book_lookup (atlas_window_get_tour_book (self), id) : NULL;
  GPtrArray    *tours = dataset != NULL ? atlas_dataset_get_tours (dataset) : NULL;

  return tour == NULL && tours != NULL && tours->len > 0 ? g_ptr_array_index (tours, 0) : tour;
}

static void
present (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  AtlasTour   *tour = get_tour (self);
  gboolean     here = g_str_equal (action_name, "win.present-here");

  if (tour != NULL)
    atlas_window_present (self, tour, here ? MAX (atlas_session_get_step (self->session), 1) : 1);
}

static void
present_tour (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  AtlasTour   *tour = atlas_tour_book_lookup (atlas_window_get_tour_book (self), g_variant_get_string (parameter, NULL));

  if (tour != NULL)
    atlas_window_present (self, tour, 1);
}

/* The id of a tour, and a step from 1; 0: the first. */
static void
present_step (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  const char  *id = NULL;
  guint        step = 0;
  AtlasTour   *tour = NULL;

  g_variant_get (parameter, "(&su)", &id, &step);
  tour = atlas_tour_book_lookup (atlas_window_get_tour_book (self), id);
  if (tour != NULL)
    atlas_window_present (self, tour, MAX (step, 1));
}

void
atlas_window_install_presenting (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.present", NULL, present);
  gtk_widget_class_install_action (widget_class, "win.present-here", NULL, present);
  gtk_widget_class_install_action (widget_class, "win.present-tour", "s", present_tour);
  gtk_widget_class_install_action (widget_class, "win.present-step", "(su)", present_step);
  gtk_widget_class_install_action (widget_class, "win.show-presented", NULL, show_presented);
}

static void
fill_menu (AtlasWindow *self)
{
  GListModel *tours = G_LIST_MODEL (atlas_window_get_tour_book (self));

  g_menu_remove_all (self->tours_menu);
  for (guint i = 0; i < g_list_model_get_n_items (tours); i++)
    {
      g_autoptr (AtlasTour) tour = g_list_model_get_item (tours, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (atlas_tour_get_title (tour), NULL);

      g_menu_item_set_action_and_target (item, "win.present-tour", "s", atlas_tour_get_id (tour));
      if (atlas_tour_get_n_steps (tour) > 0)
        g_menu_append_item (self->tours_menu, item);
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.present", get_tour (self) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.present-here", get_tour (self) != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->present_button), g_list_model_get_n_items (tours) > 0);
}

/* What was asked for when the program was started. */
static void
present_wanted (AtlasWindow *self)
{
  g_autofree char *id = g_steal_pointer (&self->wanted_tour);
  AtlasTour       *tour = *id != '\0' ? atlas_tour_book_lookup (atlas_window_get_tour_book (self), id) : get_tour (self);
  g_autofree char *message = NULL;

  if (tour != NULL)
    {
      atlas_window_present (self, tour, self->wanted_step);
      if (self->presenting == NULL)
        gtk_window_present (GTK_WINDOW (self)); /* it says why not */
      else if (self->wanted_kiosk > 0)
        atlas_presenting_run_kiosk (self->presenting, self->wanted_kiosk);
      return;
    }

  gtk_window_present (GTK_WINDOW (self));
  message = *id != '\0' ? g_strdup_printf (_ ("This atlas has no tour “%s”"), id) : g_strdup (_ ("This atlas has no tours"));
  atlas_window_show_message (self, message);
}

static void
dataset_changed_cb (AtlasWindow *self)
{
  AtlasDataset *dataset = atlas_session_get_dataset (self->session);

  fill_menu (self);
  if (dataset == NULL)
    return;

  if (self->presenting != NULL)
    atlas_presentation_set_dataset (atlas_presenting_get_presentation (self->presenting), dataset);
  else if (self->wanted_tour != NULL)
    present_wanted (self);
}

void
atlas_window_present_when_ready (AtlasWindow *self,
                                 const char  *tour_id,
                                 guint        step,
                                 guint        kiosk)
{
  g_return_if_fail (ATLAS_IS_WINDOW (self));

  g_free (self->wanted_tour);
  self->wanted_tour = g_strdup (tour_id != NULL ? tour_id : "");
  self->wanted_step = step;
  self->wanted_kiosk = kiosk;
  if (atlas_session_get_dataset (self->session) != NULL)
    present_wanted (self);
}

void
atlas_window_init_presenting (AtlasWindow *self)
{
  self->tours_menu = g_menu_new ();
  adw_split_button_set_menu_model (self->present_button, G_MENU_MODEL (self->tours_menu));
  /* The button in the split button is what is pressed, and takes no name from it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->present_button))), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Present"), -1);
  g_signal_connect_object (self->session, "notify::dataset", G_CALLBACK (dataset_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas_window_get_tour_book (self), "items-changed", G_CALLBACK (fill_menu), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->contents, "notify::search", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  fill_menu (self);
}

void
atlas_window_dispose_presenting (AtlasWindow *self)
{
  atlas_window_end_presenting (self);
  g_clear_object (&self->presenting);
  g_clear_object (&self->presented);
  g_clear_object (&self->tours_menu);
  g_clear_pointer (&self->wanted_tour, g_free);
}
