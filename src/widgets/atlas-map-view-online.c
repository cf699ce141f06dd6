// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#include <glib/gi18n-lib.h>

/* The online map: over the atlas's own, which is seen where it has nothing, and beneath the items. */

static void
failing_changed_cb (AtlasMapView *self)
{
  gboolean failing = FALSE;

  if (self->online_source != NULL)
    failing = atlas_online_source_get_failing (self->online_source);
  gtk_widget_set_visible (self->online_note, failing);
  atlas_map_view_replace_names (self);
}

static void
remove_online (AtlasMapView *self)
{
  if (self->online == NULL)
    return;

  shumate_map_remove_layer (self->map, SHUMATE_LAYER (self->online));
  self->online = NULL;
  g_signal_handlers_disconnect_by_func (self->online_source, failing_changed_cb, self);
  atlas_online_source_close (self->online_source);
  g_clear_object (&self->online_source);
}

static void
add_online (AtlasMapView *self)
{
  g_autofree char *credit = NULL;

  self->online_source = atlas_online_source_new ();
  g_signal_connect_object (self->online_source, "notify::failing", G_CALLBACK (failing_changed_cb), self, G_CONNECT_SWAPPED);
  self->online = shumate_map_layer_new (SHUMATE_MAP_SOURCE (self->online_source), shumate_map_get_viewport (self->map));
  shumate_map_insert_layer_behind (self->map, SHUMATE_LAYER (self->online), SHUMATE_LAYER (self->graticule));

  credit = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", shumate_map_source_get_license_uri (SHUMATE_MAP_SOURCE (self->online_source)),
                                    shumate_map_source_get_license (SHUMATE_MAP_SOURCE (self->online_source)));
  gtk_label_set_markup (GTK_LABEL (self->online_credit), credit);
}

void
atlas_map_view_update_online (AtlasMapView *self)
{
  remove_online (self);
  if (self->is_online)
    add_online (self);

  gtk_widget_set_visible (self->online_credit, self->is_online);
  gtk_widget_set_can_target (self->foot, self->is_online); /* its link can be followed; else the map is clicked through it */
  failing_changed_cb (self);
}

GtkWidget *
atlas_map_view_create_online_foot (AtlasMapView *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->online_note = gtk_label_new (_ ("The online map cannot be reached: this is the atlas’s own."));
  self->online_credit = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->online_note, "online");
  gtk_widget_add_css_class (self->online_credit, "online");
  gtk_label_set_wrap (GTK_LABEL (self->online_note), TRUE);
  gtk_label_set_wrap (GTK_LABEL (self->online_credit), TRUE);
  gtk_widget_set_halign (self->online_note, GTK_ALIGN_END);
  gtk_widget_set_halign (self->online_credit, GTK_ALIGN_END);
  gtk_widget_set_visible (self->online_note, FALSE);
  gtk_widget_set_visible (self->online_credit, FALSE);
  gtk_box_append (GTK_BOX (foot), self->online_note);
  gtk_box_append (GTK_BOX (foot), self->online_credit);

  return foot;
}

gboolean
atlas_map_view_get_online (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), FALSE);

  return self->is_online;
}
