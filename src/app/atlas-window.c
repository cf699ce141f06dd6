// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-private.h"

#include "atlas-basemap.h"
#include "atlas-commands.h"
#include "atlas-config.h"
#include "atlas-dataset-loader.h"
#include "atlas-menu-focus.h"
#include "atlas-preferences.h"
#include "atlas-search.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (AtlasWindow, atlas_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
apply_state (AtlasWindow             *self,
             const AtlasSessionState *state)
{
  if (state->cite == atlas_session_get_citation (self->session))
    atlas_session_set_citation (self->session, 0); /* its card may have been closed: show it again */
  if (!atlas_window_show_step (self, state))
    atlas_session_apply_state (self->session, state);
  if (state->find != NULL)
    atlas_contents_find (self->contents, state->find);
}

static void
show_atlas (AtlasWindow  *self,
            AtlasDataset *dataset)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (dataset);
  g_autoptr (AtlasSessionState) state = g_steal_pointer (&self->opening);

  atlas_window_show_tours (self, dataset);
  atlas_window_show_reading (self, dataset);
  adw_window_title_set_title (self->title, manifest->title);

  /* The view that was left last belongs to one atlas only. */
  if (state == NULL)
    return;

  if (state->atlas == NULL || g_str_equal (state->atlas, manifest->id))
    apply_state (self, state);
  else if (self->opening_asked)
    atlas_window_show_message (self, _ ("The link is to another atlas; this one is shown from its opening view."));
}

static void
index_ready_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (AtlasWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSearch) search = atlas_search_new_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (search == NULL)
    atlas_window_report_error (self, _ ("The atlas cannot be searched"), error);
  else if (atlas_search_get_dataset (search) == atlas_session_get_dataset (self->session))
    atlas_contents_set_search (self->contents, search);
}

static gboolean
begin_index_cb (gpointer user_data)
{
  AtlasWindow  *self = user_data;
  AtlasDataset *dataset = self->session != NULL ? atlas_session_get_dataset (self->session) : NULL;

  if (dataset != NULL && !g_cancellable_is_cancelled (self->loading)) /* else the window has gone */
    atlas_search_new_async (dataset, self->loading, index_ready_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

/* What is read has changed, and so has what can be found in it. */
static void
dataset_changed_cb (AtlasWindow *self)
{
  if (atlas_session_get_dataset (self->session) != NULL)
    g_idle_add_full (G_PRIORITY_LOW, begin_index_cb, g_object_ref (self), g_object_unref); /* what is seen first comes first */
}

static void loaded_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data);

/* An empty window helps nobody. What is read again stays the atlas that was asked for. */
static void
open_builtin (AtlasWindow *self)
{
  g_autoptr (GFile) builtin = atlas_bundle_builtin ();

  if (!g_file_equal (builtin, self->folder))
    atlas_dataset_load_async (builtin, self->loading, loaded_cb, g_object_ref (self));
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (AtlasWindow) self = user_data; /* the reference taken when the load began */
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* another load has begun, or the window is gone */

  if (dataset == NULL)
    {
      atlas_window_report_error (self, _ ("The atlas could not be opened"), error);
      if (atlas_session_get_dataset (self->session) == NULL)
        open_builtin (self);
      return;
    }

  show_atlas (self, dataset);
}

void
atlas_window_open (AtlasWindow             *self,
                   GFile                   *folder,
                   const AtlasSessionState *state)
{
  g_autoptr (GFile) builtin = NULL;

  g_return_if_fail (ATLAS_IS_WINDOW (self));

  if (folder == NULL)
    folder = builtin = atlas_bundle_builtin ();

  g_set_object (&self->folder, folder);
  g_clear_pointer (&self->opening, atlas_session_state_free);

  self->opening_asked = state != NULL;
  if (state != NULL)
    self->opening = atlas_session_state_copy (state);
  else if (atlas_session_get_dataset (self->session) == NULL)
    {
      g_autofree char *link = g_settings_get_string (self->settings, "last-view");

      if (*link != '\0')
        self->opening = atlas_session_state_parse (link, NULL); /* an unreadable one is as good as none */
    }
  else
    self->opening = atlas_session_dup_state (self->session);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  atlas_dataset_load_async (folder, self->loading, loaded_cb, g_object_ref (self));
}

void
atlas_window_show_state (AtlasWindow             *self,
                         const AtlasSessionState *state)
{
  AtlasDataset *dataset = NULL;

  g_return_if_fail (ATLAS_IS_WINDOW (self));

  dataset = atlas_session_get_dataset (self->session);
  if (dataset != NULL && state->atlas != NULL && !g_str_equal (state->atlas, atlas_dataset_get_manifest (dataset)->id))
    atlas_window_show_message (self, _ ("The link is to another atlas."));
  else if (dataset != NULL)
    apply_state (self, state);
  else
    {
      g_clear_pointer (&self->opening, atlas_session_state_free);
      self->opening = atlas_session_state_copy (state);
      self->opening_asked = TRUE;
    }
}

/* Opens nothing but web pages, and only because the user asked for this one. */
static void
open_uri_cb (AtlasWindow *self,
             const char  *uri)
{
  const char *scheme = g_uri_peek_scheme (uri);

  if (g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

static void
open_basemap (AtlasWindow *self)
{
  const char      *folder = g_getenv ("CORRIDOR_ATLAS_DATADIR");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : ATLAS_PKGDATADIR, "basemap.gvariant", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasBasemap) basemap = atlas_basemap_new_from_file (path, &error);

  if (basemap != NULL)
    atlas_map_view_set_basemap (self->map, basemap);
  else
    atlas_window_show_message (self, error->message);
}

static void
bind_settings (AtlasWindow *self)
{
  const struct
  {
    const char *key;
    gpointer    object;
    const char *property;
  } bindings[] = {
    { "window-width", self, "default-width" },
    { "window-height", self, "default-height" },
    { "window-maximized", self, "maximized" },
    { "contents-width", self->contents_paned, "position" },
    { "detail-visible", self->detail, "visible" },
    { "reader-zoom", atlas_detail_get_reader (self->detail), "zoom" },
    { "reader-caret", atlas_detail_get_reader (self->detail), "caret" },
    { "reader-copies-reference", atlas_detail_get_reader (self->detail), "copies-reference" },
    { "reader-copies-citations", atlas_detail_get_reader (self->detail), "copies-citations" },
    { "online-map", self->map, "online" },
    { "legend-unfolded", atlas_map_view_get_legend (self->map), "unfolded" },
    { "graticule", self->map, "graticule" },
    { "clock-step", atlas_timeline_get_player (self->timeline), "step" },
    { "clock-speed", atlas_timeline_get_player (self->timeline), "speed" },
    { "clock-loop", atlas_timeline_get_player (self->timeline), "loop" },
    { "timeline-lanes", self->timeline, "lanes" },
    { "timeline-density", self->timeline, "density" },
    { "timeline-passages", self->timeline, "passages" },
    { "timeline-series", self->timeline, "series" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    g_settings_bind (self->settings, bindings[i].key, bindings[i].object, bindings[i].property, G_SETTINGS_BIND_DEFAULT);
  atlas_preferences_bind_language (self->settings, G_OBJECT (self->session));

  atlas_window_add_toggles (self);

  atlas_window_restore_panes (self);
}

static void
atlas_window_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  GTK_WIDGET_CLASS (atlas_window_parent_class)->size_allocate (widget, width, height, baseline);

  atlas_window_fit_panes (ATLAS_WINDOW (widget), width);
}

static void
atlas_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_window_parent_class)->map (widget);

  atlas_window_release_panes (ATLAS_WINDOW (widget));
}

static gboolean
atlas_window_close_request (GtkWindow *window)
{
  AtlasWindow *self = ATLAS_WINDOW (window);

  if (atlas_session_get_dataset (self->session) != NULL)
    {
      g_autoptr (AtlasSessionState) state = atlas_session_dup_state (self->session);
      g_autofree char *link = NULL;

      state->cite = 0; /* a card that was up would be in the way tomorrow */
      link = atlas_session_state_to_link (state);
      g_settings_set_string (self->settings, "last-view", link);
    }

  atlas_window_keep_panes (self);
  atlas_window_keep_tours (self);
  atlas_window_end_presenting (self);

  g_cancellable_cancel (self->loading);

  return GTK_WINDOW_CLASS (atlas_window_parent_class)->close_request (window);
}

static void
atlas_window_dispose (GObject *object)
{
  AtlasWindow *self = ATLAS_WINDOW (object);

  atlas_window_dispose_presenting (self);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->folder);
  g_clear_object (&self->exported);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->opening, atlas_session_state_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_WINDOW);
  g_clear_object (&self->reading);
  atlas_window_keep_tours (self);
  g_clear_object (&self->tour_files);
  g_clear_object (&self->report_file);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_window_parent_class)->dispose (object);
}

static void
atlas_window_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  AtlasWindow *self = ATLAS_WINDOW (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_window_class_init (AtlasWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_window_dispose;
  object_class->get_property = atlas_window_get_property;

  widget_class->map = atlas_window_map;
  widget_class->size_allocate = atlas_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = atlas_window_close_request;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ATLAS_TYPE_CHANGES);
  g_type_ensure (ATLAS_TYPE_CONTENTS);
  g_type_ensure (ATLAS_TYPE_MAP_VIEW);
  g_type_ensure (ATLAS_TYPE_TIMELINE);
  g_type_ensure (ATLAS_TYPE_DETAIL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/corridoratlas/CorridorAtlas/ui/atlas-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, present_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, contents_paned);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, detail_paned);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, timeline_paned);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, contents);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, map);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, changes);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, timeline);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, detail);
  gtk_widget_class_bind_template_callback (widget_class, open_uri_cb);

  atlas_window_install_actions (widget_class);
  atlas_window_install_tours (widget_class);
  atlas_window_install_presenting (widget_class);
}

static void
bind_contrast (AtlasWindow *self)
{
  gpointer views[] = { self->map, self->timeline };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    g_object_bind_property (adw_style_manager_get_default (), "high-contrast", views[i], "high-contrast", G_BINDING_SYNC_CREATE);
}

static void
atlas_window_init (AtlasWindow *self)
{
  static const char *const acting[] = { "notify::can-go-back", "notify::can-go-forward", "notify::dataset",
                                        "notify::selected", "notify::clock", "notify::language" };

  self->session = atlas_session_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_commands_add_plain (GTK_WIDGET (self));
  atlas_window_add_side_buttons (self);
  atlas_menu_focus_keep (self->menu_button);
  bind_contrast (self);
  atlas_window_begin_reading (self);
  atlas_window_init_tours (self);
  atlas_window_init_presenting (self);

  for (guint i = 0; i < G_N_ELEMENTS (acting); i++)
    g_signal_connect_object (self->session, acting[i], G_CALLBACK (atlas_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::dataset", G_CALLBACK (dataset_changed_cb), self, G_CONNECT_SWAPPED);
  atlas_window_update_actions (self);
}

AtlasWindow *
atlas_window_new (AtlasApplication *application,
                  GSettings        *settings)
{
  AtlasWindow *self = g_object_new (ATLAS_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  bind_settings (self);
  open_basemap (self);

  return self;
}
