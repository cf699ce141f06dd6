// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-private.h"

#include "atlas-commands.h"
#include "atlas-preferences.h"
#include "atlas-quotation.h"

#include <glib/gi18n.h>

static void
step_history (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  atlas_session_go (self->session, g_str_equal (action_name, "win.back") ? -1 : 1);
}

/* Who reads the report means the report. FALSE: the focus is elsewhere. */
static gboolean
act_in_reader (AtlasWindow *self,
               const char  *action,
               GVariant    *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *reader = atlas_detail_get_reader (self->detail);

  return focus != NULL && (focus == reader || gtk_widget_is_ancestor (focus, reader)) &&
         gtk_widget_activate_action_variant (reader, action, parameter);
}

static void
find (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  if (act_in_reader (self, "reader.find", NULL))
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->contents), TRUE);
  atlas_contents_focus_search (self->contents);
}

static void
step_hit (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  if (!act_in_reader (ATLAS_WINDOW (widget), "reader.step", parameter))
    atlas_contents_step_hit (ATLAS_WINDOW (widget)->contents, g_variant_get_int32 (parameter));
}

static void
show_no_change (AtlasWindow *self,
                int          direction)
{
  atlas_window_show_message (self, direction > 0 ? _ ("Nothing changes after this date") : _ ("Nothing changes before this date"));
}

static void
step_clock (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  int          count = g_variant_get_int32 (parameter);

  if (!atlas_clock_player_move (atlas_timeline_get_player (self->timeline), count))
    show_no_change (self, count);
}

static void
step_change (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  int          direction = g_variant_get_int32 (parameter);

  if (atlas_session_step_change (self->session, direction))
    atlas_session_reveal_clock (self->session);
  else
    show_no_change (self, direction);
}

static void
play (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  atlas_session_set_playing (self->session, !atlas_session_get_playing (self->session));
}

static void
go_to_date (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  atlas_timeline_edit_clock (ATLAS_WINDOW (widget)->timeline);
}

static void
go_home (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  AtlasWindow  *self = ATLAS_WINDOW (widget);
  AtlasDataset *dataset = atlas_session_get_dataset (self->session);

  if (dataset == NULL)
    return;

  if (g_str_equal (action_name, "win.home"))
    atlas_session_set_camera (self->session, atlas_dataset_get_manifest (dataset)->home);
  else
    atlas_session_request_fit (self->session, atlas_dataset_get_manifest (dataset)->overview);
}

/* The pane that has the focus, if it can; else the map. */
static void
zoom (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  GtkWidget   *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->timeline)))
    gtk_widget_activate_action_variant (GTK_WIDGET (self->timeline), "timeline.zoom", parameter);
  else
    gtk_widget_activate_action_variant (GTK_WIDGET (self->map), "map.zoom", parameter);
}

/* The map, the timeline, the detail and the contents, in a ring. */
static void
step_pane (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  GtkWidget   *panes[] = { GTK_WIDGET (self->map), GTK_WIDGET (self->changes), GTK_WIDGET (self->timeline), GTK_WIDGET (self->detail), GTK_WIDGET (self->contents) };
  const int    n_panes = G_N_ELEMENTS (panes);
  GtkWidget   *focus = gtk_root_get_focus (GTK_ROOT (self));
  int          direction = g_variant_get_int32 (parameter);
  int          current = direction > 0 ? -1 : 0;

  for (int i = 0; focus != NULL && i < n_panes; i++)
    if (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i]))
      current = i;

  for (int i = 1; i <= n_panes; i++)
    {
      GtkWidget *pane = panes[((current + i * direction) % n_panes + n_panes) % n_panes];

      if (gtk_widget_get_mapped (pane) && gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD))
        return;
    }
}

static void
compare (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  if (atlas_session_is_comparing (self->session))
    atlas_session_set_comparison (self->session, ATLAS_TIME_SPAN_NONE);
  else
    atlas_session_compare (self->session);
}

/* Escape: out of a field first, then out of the selection, then out of a comparison, then back to the step of a tour. */
static void
leave (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  if (atlas_session_get_selected (self->session) != NULL)
    atlas_session_select (self->session, NULL);
  else if (atlas_session_is_comparing (self->session))
    atlas_session_set_comparison (self->session, ATLAS_TIME_SPAN_NONE);
  else
    atlas_tour_book_step (atlas_window_get_tour_book (self), self->session, 0);
}

static void
turn_page (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  AtlasPage    page;

  if (!atlas_page_from_id (g_variant_get_string (parameter, NULL), &page))
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->detail), TRUE);
  atlas_session_set_page (self->session, page);
}

static void
widen_detail (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  atlas_window_widen_detail (ATLAS_WINDOW (widget));
}

static void
open_menu (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  gtk_menu_button_popup (ATLAS_WINDOW (widget)->menu_button);
}

static void
toggle_fullscreen (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
show_keys (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GtkWidget *keys = atlas_commands_create_key_list (FALSE);

  gtk_window_set_transient_for (GTK_WINDOW (keys), GTK_WINDOW (widget));
  gtk_window_present (GTK_WINDOW (keys));
}

static void
show_preferences (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GtkWidget *preferences = atlas_preferences_new (ATLAS_WINDOW (widget)->settings);

  gtk_window_set_transient_for (GTK_WINDOW (preferences), GTK_WINDOW (widget));
  gtk_window_set_modal (GTK_WINDOW (preferences), TRUE);
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
show_about (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  atlas_window_show_about (ATLAS_WINDOW (widget));
}

static void
folder_chosen_cb (AtlasWindow          *self,
                  int                   response,
                  GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);

  if (folder != NULL)
    atlas_window_open (self, folder, NULL);
}

static void
open_atlas (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Open an Atlas’s Folder"), GTK_WINDOW (widget),
                                                               GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (folder_chosen_cb), widget, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
reload (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  g_autoptr (GFile) folder = g_object_ref (self->folder);

  atlas_window_open (self, folder, NULL);
}

static void
copy_link (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  g_autoptr (AtlasSessionState) state = atlas_session_dup_state (self->session);
  g_autofree char *link = atlas_session_state_to_link (state);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), link);
  atlas_window_show_message (self, _ ("Link copied"));
}

static void
copy_view_reference (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  AtlasWindow     *self = ATLAS_WINDOW (widget);
  g_autofree char *words = atlas_quotation_for_session (self->session);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), words);
  atlas_window_show_message (self, _ ("Reference to this view copied"));
}

static const struct
{
  const char                 *name;
  const char                 *parameter_type;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.back", NULL, step_history },
  { "win.forward", NULL, step_history },
  { "win.find", NULL, find },
  { "win.step-hit", "i", step_hit },
  { "win.step-clock", "i", step_clock },
  { "win.step-change", "i", step_change },
  { "win.play", NULL, play },
  { "win.compare", NULL, compare },
  { "win.go-to-date", NULL, go_to_date },
  { "win.home", NULL, go_home },
  { "win.overview", NULL, go_home },
  { "win.zoom", "i", zoom },
  { "win.step-pane", "i", step_pane },
  { "win.leave", NULL, leave },
  { "win.page", "s", turn_page },
  { "win.widen-detail", NULL, widen_detail },
  { "win.menu", NULL, open_menu },
  { "win.fullscreen", NULL, toggle_fullscreen },
  { "win.show-keys", NULL, show_keys },
  { "win.preferences", NULL, show_preferences },
  { "win.about", NULL, show_about },
  { "win.open", NULL, open_atlas },
  { "win.reload", NULL, reload },
  { "win.copy-link", NULL, copy_link },
  { "win.copy-view-reference", NULL, copy_view_reference },
};

void
atlas_window_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter_type, actions[i].activate);
  atlas_window_install_export (widget_class);
}

void
atlas_window_update_actions (AtlasWindow *self)
{
  GtkWidget               *widget = GTK_WIDGET (self);
  gboolean                 has_atlas = atlas_session_get_dataset (self->session) != NULL;
  gboolean                 back = FALSE;
  gboolean                 forward = FALSE;

  static const char *const need_atlas[] = { "win.find", "win.step-hit", "win.step-clock", "win.step-change", "win.play", "win.compare", "win.go-to-date",
                                            "win.home", "win.overview", "win.copy-link", "win.copy-view-reference", "win.page", "win.export" };

  g_object_get (self->session, "can-go-back", &back, "can-go-forward", &forward, NULL);
  gtk_widget_action_set_enabled (widget, "win.back", back);
  gtk_widget_action_set_enabled (widget, "win.forward", forward);

  for (guint i = 0; i < G_N_ELEMENTS (need_atlas); i++)
    gtk_widget_action_set_enabled (widget, need_atlas[i], has_atlas);
}
