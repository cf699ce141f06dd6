// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-private.h"

#include "atlas-export-dialog.h"

#include <glib/gi18n.h>

/* What leaves the program, and where it went. */

#define FILE_MANAGER "org.freedesktop.FileManager1"
#define FILE_MANAGER_PATH "/org/freedesktop/FileManager1"

static void
exported_cb (AtlasWindow *self,
             GFile       *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *message = g_strdup_printf (_ ("Exported to “%s”"), name);

  g_set_object (&self->exported, file);
  atlas_window_offer (self, message, _ ("_Show in Folder"), "win.show-exported");
}

static void export(GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  GtkWidget   *dialog = NULL;

  if (atlas_session_get_dataset (self->session) == NULL)
    return;

  dialog = atlas_export_dialog_new (self->session, atlas_map_view_get_basemap (self->map), G_LIST_MODEL (atlas_window_get_tour_book (self)),
                                    gtk_widget_get_width (GTK_WIDGET (self->map)), gtk_widget_get_height (GTK_WIDGET (self->map)));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Desktops without a file manager that can point at a file show its folder. */
static void
shown_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (AtlasWindow) self = user_data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);
  g_autoptr (GFile) folder = NULL;
  g_autofree char *uri = NULL;

  if (answer != NULL || self->exported == NULL)
    return;

  folder = g_file_get_parent (self->exported);
  uri = folder != NULL ? g_file_get_uri (folder) : NULL;
  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

static void
show_exported (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  AtlasWindow     *self = ATLAS_WINDOW (widget);
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  g_autofree char *uri = self->exported != NULL ? g_file_get_uri (self->exported) : NULL;
  const char      *uris[] = { uri, NULL };

  if (uri == NULL || bus == NULL)
    return;

  g_dbus_connection_call (bus, FILE_MANAGER, FILE_MANAGER_PATH, FILE_MANAGER, "ShowItems", g_variant_new ("(^ass)", uris, ""), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, shown_cb, g_object_ref (self));
}

void
atlas_window_install_export (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export);
  gtk_widget_class_install_action (widget_class, "win.show-exported", NULL, show_exported);
}
