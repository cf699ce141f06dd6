// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#include "atlas-frame-memory.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (AtlasMapView, atlas_map_view, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
  PROP_HIGH_CONTRAST,
  PROP_GRATICULE,
  PROP_ONLINE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
seen_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  ATLAS_MAP_VIEW (widget)->is_new = FALSE;

  return G_SOURCE_REMOVE;
}

static void
dataset_changed_cb (AtlasMapView *self)
{
  if (!self->is_new)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), seen_cb, NULL, NULL);
  self->is_new = TRUE;
  atlas_map_view_replace_scene (self);
}

static void
camera_changed_cb (AtlasMapView *self)
{
  if (!self->in_camera)
    atlas_map_view_show_camera (self, !self->is_new);
  atlas_scale_update (self->scale);
  atlas_map_view_update_legend (self);
}

static void
selected_changed_cb (AtlasMapView *self)
{
  AtlasItem *selected = atlas_session_get_selected (self->session);

  atlas_map_view_show_scene (self);
  if (selected != NULL && !self->is_stepping && !atlas_session_get_restoring (self->session))
    atlas_map_view_reveal (self, selected);
}

/* What is there and how it counts in the legend is the same: only the light moves. */
static void
hovered_changed_cb (AtlasMapView *self)
{
  AtlasMapScene *scenes[] = { self->scene, self->before };

  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    if (scenes[i] != NULL && atlas_map_scene_get_dataset (scenes[i]) == atlas_session_get_dataset (self->session) &&
        atlas_map_scene_set_hovered (scenes[i], atlas_session_get_hovered (self->session)))
      gtk_widget_queue_draw (GTK_WIDGET (self->items));
}

static void
language_changed_cb (AtlasMapView *self)
{
  atlas_map_view_replace_names (self);
  atlas_map_view_show_scene (self);
}

static void
reveal_requested_cb (AtlasMapView *self,
                     AtlasItem    *item)
{
  atlas_map_view_reveal (self, item);
}

static void
sentence_changed_cb (AtlasMapView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, atlas_session_get_sentence (self->session), -1);
}

static void
session_bound_cb (AtlasMapView *self)
{
  dataset_changed_cb (self);
  atlas_map_view_show_camera (self, FALSE);
  sentence_changed_cb (self);
}

static void
atlas_map_view_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (atlas_map_view_parent_class)->css_changed (widget, change);

  atlas_map_view_choose_palette (ATLAS_MAP_VIEW (widget));
}

static void
atlas_map_view_dispose (GObject *object)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);

  g_clear_handle_id (&self->motion.wait, g_source_remove);
  if (self->session_signals != NULL)
    g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);

  if (self->overlay != NULL)
    {
      atlas_map_view_clear_before (self);
      atlas_item_layer_set_scene (self->items, ATLAS_MAP_SIDE_NOW, NULL);
    }
  self->overlay = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_first_child (GTK_WIDGET (self)))
    gtk_widget_unparent (child); /* a popover may be up */
  if (self->online_source != NULL)
    atlas_online_source_close (self->online_source);
  g_clear_object (&self->online_source);
  g_clear_pointer (&self->scene, atlas_map_scene_free);
  g_clear_pointer (&self->basemap, atlas_basemap_unref);
  g_clear_pointer (&self->cycle, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_map_view_parent_class)->dispose (object);
}

static void
atlas_map_view_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_HIGH_CONTRAST:
      g_value_set_boolean (value, self->high_contrast);
      break;

    case PROP_GRATICULE:
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->graticule)));
      break;

    case PROP_ONLINE:
      g_value_set_boolean (value, self->is_online);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_map_view_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);

  switch (property_id)
    {
    case PROP_SESSION:
      atlas_map_view_set_session (self, g_value_get_object (value));
      break;

    case PROP_HIGH_CONTRAST:
      atlas_map_view_set_high_contrast (self, g_value_get_boolean (value));
      break;

    case PROP_GRATICULE:
      atlas_map_view_set_graticule (self, g_value_get_boolean (value));
      break;

    case PROP_ONLINE:
      atlas_map_view_set_online (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_map_view_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_map_view_parent_class)->realize (widget);

  atlas_frame_memory_keep (widget); /* no frames are larger or follow each other faster than the map's */
}

static void
atlas_map_view_class_init (AtlasMapViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_map_view_dispose;
  object_class->get_property = atlas_map_view_get_property;
  object_class->set_property = atlas_map_view_set_property;

  widget_class->css_changed = atlas_map_view_css_changed;
  widget_class->realize = atlas_map_view_realize;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_HIGH_CONTRAST] =
    g_param_spec_boolean ("high-contrast", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_GRATICULE] =
    g_param_spec_boolean ("graticule", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_ONLINE] =
    g_param_spec_boolean ("online", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  atlas_map_view_class_add_keys (widget_class);
  atlas_map_view_class_add_place_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
init_children (AtlasMapView *self)
{
  g_autoptr (AtlasBasemapSource) source = atlas_basemap_source_new ();

  self->overlay = gtk_overlay_new ();
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  self->map = shumate_map_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->map));

  shumate_viewport_set_reference_map_source (shumate_map_get_viewport (self->map), SHUMATE_MAP_SOURCE (source));
  self->tiles = atlas_tile_layer_new (shumate_map_get_viewport (self->map));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->tiles));
  self->graticule = atlas_graticule_layer_new (shumate_map_get_viewport (self->map), ATLAS_GRATICULE_LINES);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->graticule));
  self->items = atlas_item_layer_new (shumate_map_get_viewport (self->map));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->items));
  self->degrees = atlas_graticule_layer_new (shumate_map_get_viewport (self->map), ATLAS_GRATICULE_DEGREES);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->degrees));
  atlas_map_view_replace_tiles (self);

  atlas_map_view_init_pings (self);
  atlas_map_view_init_compare (self);
  self->glass = ATLAS_MAP_GLASS (atlas_map_glass_new ());
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->glass));
  atlas_map_view_init_controls (self);
  atlas_map_view_init_spider (self);
}

static void
init_session (AtlasMapView *self)
{
  const struct
  {
    const char *signal;
    GCallback   callback;
  } signals[] = {
    { "notify::dataset", G_CALLBACK (dataset_changed_cb) },
    { "notify::camera", G_CALLBACK (camera_changed_cb) },
    { "notify::selected", G_CALLBACK (selected_changed_cb) },
    { "notify::hovered", G_CALLBACK (hovered_changed_cb) },
    { "notify::overlay", G_CALLBACK (atlas_map_view_show_scene) },
    { "notify::language", G_CALLBACK (language_changed_cb) },
    { "notify::sentence", G_CALLBACK (sentence_changed_cb) },
    { "items-changed", G_CALLBACK (atlas_map_view_show_scene) },
    { "items-changed", G_CALLBACK (atlas_map_view_close_spider) },
    { "reveal-requested", G_CALLBACK (reveal_requested_cb) },
    { "fit-requested", G_CALLBACK (atlas_map_view_fit) },
  };

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_group_connect_object (self->session_signals, signals[i].signal, signals[i].callback, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session_signals, "bind", G_CALLBACK (session_bound_cb), self, G_CONNECT_SWAPPED);
}

static void
atlas_map_view_init (AtlasMapView *self)
{
  self->text_scale = 1.0;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Map"), -1);

  init_children (self);
  init_session (self);
  atlas_map_view_init_camera (self);
  atlas_map_view_init_gestures (self);
  atlas_map_view_init_place (self);
  atlas_map_view_init_keys (self);
  atlas_map_view_init_pointer (self);
}

GtkWidget *
atlas_map_view_new (void)
{
  return g_object_new (ATLAS_TYPE_MAP_VIEW, NULL);
}

AtlasSession *
atlas_map_view_get_session (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), NULL);

  return self->session;
}

void
atlas_map_view_set_session (AtlasMapView *self,
                            AtlasSession *session)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));
  g_return_if_fail (session == NULL || ATLAS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  atlas_map_compare_set_session (self->compare, session);
  atlas_pings_set_session (self->pings, session);
  if (session == NULL)
    atlas_map_view_replace_scene (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
atlas_map_view_set_basemap (AtlasMapView *self,
                            AtlasBasemap *basemap)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  g_clear_pointer (&self->basemap, atlas_basemap_unref);
  self->basemap = basemap != NULL ? atlas_basemap_ref (basemap) : NULL;
  atlas_map_view_replace_tiles (self);
  atlas_map_view_replace_names (self);
}

AtlasBasemap *
atlas_map_view_get_basemap (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), NULL);

  return self->basemap;
}

void
atlas_map_view_set_high_contrast (AtlasMapView *self,
                                  gboolean      high_contrast)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  if (self->high_contrast == !!high_contrast)
    return;

  self->high_contrast = !!high_contrast;
  atlas_map_view_choose_palette (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGH_CONTRAST]);
}

void
atlas_map_view_set_graticule (AtlasMapView *self,
                              gboolean      shown)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self->graticule)) == !!shown)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->graticule), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->degrees), shown);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GRATICULE]);
}

void
atlas_map_view_set_online (AtlasMapView *self,
                           gboolean      online)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  online = !!online;
  if (self->is_online == online)
    return;

  self->is_online = online;
  atlas_map_view_update_online (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLINE]);
}
