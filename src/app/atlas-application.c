// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-application.h"

#include "atlas-commands.h"
#include "atlas-config.h"
#include "atlas-dataset-loader.h"
#include "atlas-notebook.h"
#include "atlas-options.h"
#include "atlas-window.h"

#include <glib/gi18n.h>

/* When the window's first picture is surely up, ms. */
#define NOTEBOOK_AFTER 600

struct _AtlasApplication
{
  AdwApplication parent_instance;

  GSettings     *settings;
  AtlasNotebook *notebook;      /* NULL until it is open */
  guint          opening;       /* the notebook */
  gboolean       has_arguments; /* perhaps a folder with another atlas than the built-in one */
};

G_DEFINE_FINAL_TYPE (AtlasApplication, atlas_application, ADW_TYPE_APPLICATION)

/* Values of the setting "colour-scheme". */
static const struct
{
  const char    *id;
  AdwColorScheme scheme;
} color_schemes[] = {
  { "system", ADW_COLOR_SCHEME_DEFAULT },
  { "light", ADW_COLOR_SCHEME_FORCE_LIGHT },
  { "dark", ADW_COLOR_SCHEME_FORCE_DARK },
};

static void
color_scheme_changed_cb (AtlasApplication *self)
{
  g_autofree char *id = g_settings_get_string (self->settings, "colour-scheme");

  for (guint i = 0; i < G_N_ELEMENTS (color_schemes); i++)
    if (g_str_equal (color_schemes[i].id, id))
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), color_schemes[i].scheme);
}

static AtlasWindow *
get_window (AtlasApplication *self)
{
  /* The last one that had the focus first; one that presents a tour is in front of it. */
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (ATLAS_IS_WINDOW (l->data))
      return l->data;

  return NULL;
}

static void
quit_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  AtlasWindow *window = get_window (user_data);

  if (window == NULL)
    {
      g_application_quit (user_data);
      return;
    }

  if (!gtk_widget_get_realized (GTK_WIDGET (window)))
    gtk_window_present (GTK_WINDOW (window)); /* behind a kiosk it was never shown, and GTK closes only what was */
  gtk_window_close (GTK_WINDOW (window));     /* saves the view; without windows the program ends */
}

static void
notebook_opened_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (AtlasApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  self->notebook = atlas_notebook_open_finish (result, &error);

  for (GList *l = windows; l != NULL; l = l->next)
    if (!ATLAS_IS_WINDOW (l->data))
      continue;
    else if (self->notebook != NULL)
      atlas_window_set_notebook (l->data, self->notebook);
    else
      atlas_window_report_notes_problem (l->data, error);
}

static gboolean
open_notebook_cb (gpointer user_data)
{
  AtlasApplication *self = user_data;
  g_autofree char  *path = g_build_filename (g_get_user_data_dir (), "corridor-atlas", "notes.db", NULL);

  self->opening = 0;
  atlas_notebook_open_async (path, NULL, notebook_opened_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

/* What the user has added comes once the atlas is up. */
static AtlasWindow *
create_window (AtlasApplication *self)
{
  AtlasWindow *window = atlas_window_new (self, self->settings);

  if (self->notebook != NULL)
    atlas_window_set_notebook (window, self->notebook);
  else if (self->opening == 0)
    self->opening = g_timeout_add_full (G_PRIORITY_LOW, NOTEBOOK_AFTER, open_notebook_cb, self, NULL);

  return window;
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_activated_cb },
};

static void
atlas_application_startup (GApplication *application)
{
  AtlasApplication *self = ATLAS_APPLICATION (application);
  g_autoptr (GAction) color_scheme = NULL;

  /* While GTK starts there is a processor to spare. */
  if (!self->has_arguments)
    atlas_bundle_load_builtin_ahead ();

  G_APPLICATION_CLASS (atlas_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (ATLAS_APP_ID);

  self->settings = g_settings_new (ATLAS_APP_ID);
  g_signal_connect_object (self->settings, "changed::colour-scheme",
                           G_CALLBACK (color_scheme_changed_cb), self, G_CONNECT_SWAPPED);
  color_scheme_changed_cb (self);

  color_scheme = g_settings_create_action (self->settings, "colour-scheme");
  g_action_map_add_action (G_ACTION_MAP (self), color_scheme);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);

  atlas_commands_bind (GTK_APPLICATION (self));
}

static int
atlas_application_command_line (GApplication            *application,
                                GApplicationCommandLine *command_line)
{
  AtlasApplication *self = ATLAS_APPLICATION (application);
  g_autoptr (AtlasSessionState) state = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *tour = NULL;
  AtlasWindow     *window = NULL;
  guint            step = 1;
  guint            kiosk = 0;

  if (!atlas_options_check_present (command_line, &error) || !atlas_options_read (command_line, &state, &folder, &error))
    {
      g_application_command_line_printerr (command_line, "corridor-atlas: %s\n", error->message);
      return 2;
    }

  window = get_window (self);
  if (window == NULL)
    {
      window = create_window (self);
      atlas_window_open (window, folder, state);
    }
  else if (folder != NULL)
    atlas_window_open (window, folder, state);
  else if (state != NULL)
    atlas_window_show_state (window, state);

  if (atlas_options_read_present (command_line, &tour, &step, &kiosk))
    atlas_window_present_when_ready (window, tour, step, kiosk);
  if (kiosk == 0)
    gtk_window_present (GTK_WINDOW (window));

  report = atlas_options_dup_report (command_line);
  if (report != NULL)
    atlas_window_import_report (window, report);

  return 0;
}

static int
atlas_application_handle_local_options (GApplication *application,
                                        GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("corridor-atlas %s\n", ATLAS_VERSION);
      return 0;
    }

  ATLAS_APPLICATION (application)->has_arguments = g_variant_dict_contains (options, G_OPTION_REMAINING);

  return -1;
}

/* D-Bus activation, and a click on the program's icon while it runs. */
static void
atlas_application_activate (GApplication *application)
{
  AtlasApplication *self = ATLAS_APPLICATION (application);
  AtlasWindow      *window = get_window (self);

  if (window == NULL)
    {
      window = create_window (self);
      atlas_window_open (window, NULL, NULL);
    }

  gtk_window_present (GTK_WINDOW (window));
}

static void
atlas_application_shutdown (GApplication *application)
{
  AtlasApplication *self = ATLAS_APPLICATION (application);

  if (self->notebook != NULL)
    atlas_notebook_flush (self->notebook);

  G_APPLICATION_CLASS (atlas_application_parent_class)->shutdown (application);
}

static void
atlas_application_dispose (GObject *object)
{
  AtlasApplication *self = ATLAS_APPLICATION (object);

  g_clear_handle_id (&self->opening, g_source_remove);
  g_clear_object (&self->notebook);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (atlas_application_parent_class)->dispose (object);
}

static void
atlas_application_class_init (AtlasApplicationClass *klass)
{
  GObjectClass      *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = atlas_application_dispose;

  application_class->startup = atlas_application_startup;
  application_class->shutdown = atlas_application_shutdown;
  application_class->activate = atlas_application_activate;
  application_class->command_line = atlas_application_command_line;
  application_class->handle_local_options = atlas_application_handle_local_options;
}

static void
atlas_application_init (AtlasApplication *self)
{
  atlas_options_add (G_APPLICATION (self));
}

AtlasApplication *
atlas_application_new (void)
{
  return g_object_new (ATLAS_TYPE_APPLICATION,
                       "application-id", ATLAS_APP_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", "/io/github/corridoratlas/CorridorAtlas",
                       NULL);
}
