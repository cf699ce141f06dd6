// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#include "atlas-mercator.h"

#include <glib/gi18n-lib.h>

/* How far an arrow key pans, px. */
#define PAN_STEP 100.0

G_DEFINE_FINAL_TYPE (AtlasMapView, atlas_map_view, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* clang-format off */
static const AtlasKeyBinding bindings[] = {
  { "Left|KP_Left",                 "map.pan",       "(-1,  0)", N_ ("Pan west"),                       N_ ("Map") },
  { "Right|KP_Right",               "map.pan",       "( 1,  0)", N_ ("Pan east"),                       N_ ("Map") },
  { "Up|KP_Up",                     "map.pan",       "( 0, -1)", N_ ("Pan north"),                      N_ ("Map") },
  { "Down|KP_Down",                 "map.pan",       "( 0,  1)", N_ ("Pan south"),                      N_ ("Map") },
  { "plus|equal|KP_Add",            "map.zoom",      "1",        N_ ("Closer"),                         N_ ("Map") },
  { "minus|KP_Subtract",            "map.zoom",      "-1",       N_ ("Farther"),                        N_ ("Map") },
  { "n|bracketright",               "map.step-item", "1",        N_ ("Next item in view, by date"),     N_ ("Map") },
  { "p|bracketleft",                "map.step-item", "-1",       N_ ("Previous item in view, by date"), N_ ("Map") },
  { "Home|KP_Home",                 "win.home",      NULL,       N_ ("Home view"),                      N_ ("Map") },
  { "End|KP_End",                   "win.overview",  NULL,       N_ ("Everything on the map"),          N_ ("Map") },
  { "space",                        "win.play",      NULL,       NULL,                                  N_ ("Map") },
};
/* clang-format on */

const AtlasKeyBinding *
atlas_map_view_get_key_bindings (guint *n_bindings)
{
  *n_bindings = G_N_ELEMENTS (bindings);

  return bindings;
}

static void
pan_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);
  int           dx = 0;
  int           dy = 0;

  g_variant_get (parameter, "(ii)", &dx, &dy);
  if (self->session != NULL)
    atlas_map_view_pan (self, dx * PAN_STEP, dy * PAN_STEP);
}

static void
zoom_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);

  if (self->session != NULL)
    atlas_map_view_zoom (self, g_variant_get_int32 (parameter));
}

static void
step_item_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);

  if (self->session != NULL && atlas_session_get_dataset (self->session) != NULL)
    atlas_map_view_step_item (self, g_variant_get_int32 (parameter));
}

/* Another basemap, palette or scale of the screen: another source, because a layer keeps its tiles by source. */
static void
replace_tiles (AtlasMapView *self)
{
  int scale_factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  g_autoptr (AtlasBasemapSource) source = atlas_basemap_source_new (self->basemap, self->palette, scale_factor);
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  ShumateMapLayer *tiles = shumate_map_layer_new (SHUMATE_MAP_SOURCE (source), viewport);

  shumate_viewport_set_reference_map_source (viewport, SHUMATE_MAP_SOURCE (source));
  shumate_map_insert_layer_behind (self->map, SHUMATE_LAYER (tiles), SHUMATE_LAYER (self->items));
  if (self->tiles != NULL)
    shumate_map_remove_layer (self->map, SHUMATE_LAYER (self->tiles));
  self->tiles = tiles;
  self->tiles_width = self->tiles_height = 0;
  g_set_object (&self->source, source);
}

static void
replace_names (AtlasMapView *self)
{
  atlas_item_layer_set_names (self->items, self->basemap,
                              self->session != NULL ? atlas_session_get_language (self->session) : NULL, self->palette);
}

static void
update_legend (AtlasMapView *self)
{
  AtlasMapFrame frame = atlas_item_layer_get_frame (self->items);

  atlas_legend_update (self->legend, self->scene, atlas_map_frame_get_box (&frame, 0.0));
}

static void
show_scene (AtlasMapView *self)
{
  /* A new edition is told by what is selected in it first. */
  if (self->scene == NULL || atlas_map_scene_get_dataset (self->scene) != atlas_session_get_dataset (self->session))
    return;

  if (atlas_map_scene_follow (self->scene, self->session))
    gtk_widget_queue_draw (GTK_WIDGET (self->items));
  update_legend (self);
}

static void
replace_scene (AtlasMapView *self)
{
  AtlasDataset *dataset = self->session != NULL ? atlas_session_get_dataset (self->session) : NULL;

  atlas_item_layer_set_scene (self->items, NULL);
  g_clear_pointer (&self->scene, atlas_map_scene_free);
  g_clear_pointer (&self->cycle, g_ptr_array_unref);

  if (dataset == NULL)
    return;

  self->scene = atlas_map_scene_new (dataset);
  atlas_map_scene_set_palette (self->scene, self->palette);
  atlas_item_layer_set_scene (self->items, self->scene);
  show_scene (self);
}

static void
camera_changed_cb (AtlasMapView *self)
{
  AtlasCamera camera = atlas_session_get_camera (self->session);

  atlas_basemap_source_set_focus (self->source, atlas_mercator_project (camera.longitude, camera.latitude));
  if (!self->in_camera)
    atlas_map_view_show_camera (self, !atlas_session_get_restoring (self->session));
  atlas_scale_update (self->scale);
  update_legend (self);
}

static void
selected_changed_cb (AtlasMapView *self)
{
  AtlasItem *selected = atlas_session_get_selected (self->session);

  show_scene (self);
  if (selected != NULL && !atlas_session_get_restoring (self->session))
    atlas_map_view_reveal (self, selected);
}

static void
language_changed_cb (AtlasMapView *self)
{
  replace_names (self);
  show_scene (self);
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
  replace_scene (self);
  atlas_map_view_show_camera (self, FALSE);
  sentence_changed_cb (self);
}

/* The palette follows the colours of the theme: text lighter than its ground means a dark one. */
static void
atlas_map_view_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  AtlasMapView  *self = ATLAS_MAP_VIEW (widget);
  AtlasPaletteId palette = ATLAS_PALETTE_LIGHT;
  GdkRGBA        text;

  GTK_WIDGET_CLASS (atlas_map_view_parent_class)->css_changed (widget, change);

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  if (0.299F * text.red + 0.587F * text.green + 0.114F * text.blue > 0.5F)
    palette = ATLAS_PALETTE_DARK;

  if (palette == self->palette)
    return;

  self->palette = palette;
  if (self->scene != NULL)
    atlas_map_scene_set_palette (self->scene, palette);
  replace_tiles (self);
  replace_names (self);
  update_legend (self);
}

static void
atlas_map_view_realize (GtkWidget *widget)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);

  GTK_WIDGET_CLASS (atlas_map_view_parent_class)->realize (widget);

  /* Between the sizes and the painting of a frame: the tiles' threads need not wait for the painting. */
  self->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  g_signal_connect_object (self->clock, "layout", G_CALLBACK (atlas_map_view_ask_for_tiles), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
atlas_map_view_unrealize (GtkWidget *widget)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);

  g_signal_handlers_disconnect_by_func (self->clock, atlas_map_view_ask_for_tiles, self);
  g_clear_object (&self->clock);

  GTK_WIDGET_CLASS (atlas_map_view_parent_class)->unrealize (widget);
}

static void
atlas_map_view_dispose (GObject *object)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);

  if (self->session_signals != NULL)
    g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);

  if (self->overlay != NULL)
    atlas_item_layer_set_scene (self->items, NULL);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->source);
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

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
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
  widget_class->unrealize = atlas_map_view_unrealize;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "map.pan", "(ii)", pan_action);
  gtk_widget_class_install_action (widget_class, "map.zoom", "i", zoom_action);
  gtk_widget_class_install_action (widget_class, "map.step-item", "i", step_item_action);
  atlas_key_bindings_add_to_class (widget_class, bindings, G_N_ELEMENTS (bindings));

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static GtkWidget *
create_button (const char *icon_name,
               const char *tooltip,
               const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "osd");
  gtk_widget_add_css_class (button, "circular");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);

  return button;
}

static GtkWidget *
create_buttons (void)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (buttons), create_button ("zoom-in-symbolic", _ ("Closer (+)"), "map.zoom(1)"));
  gtk_box_append (GTK_BOX (buttons), create_button ("zoom-out-symbolic", _ ("Farther (-)"), "map.zoom(-1)"));
  gtk_box_append (GTK_BOX (buttons), create_button ("go-home-symbolic", _ ("Home view (Home)"), "win.home"));
  gtk_box_append (GTK_BOX (buttons), create_button ("zoom-fit-best-symbolic", _ ("Everything (End)"), "win.overview"));

  return buttons;
}

static void
add_overlay (AtlasMapView *self,
             GtkWidget    *widget,
             GtkAlign      halign,
             GtkAlign      valign)
{
  gtk_widget_set_halign (widget, halign);
  gtk_widget_set_valign (widget, valign);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), widget);
}

/* Whose data the basemap is, as their terms ask, and the scale. The menu's About says the whole of it. */
static GtkWidget *
create_foot (GtkWidget *scale)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *credit = gtk_label_new ("Natural Earth · GeoNames · GSHHG");

  gtk_widget_set_valign (credit, GTK_ALIGN_END);
  gtk_widget_add_css_class (credit, "credit");
  gtk_widget_add_css_class (foot, "map-foot");
  gtk_box_append (GTK_BOX (foot), credit);
  gtk_box_append (GTK_BOX (foot), scale);
  gtk_widget_set_can_target (foot, FALSE);

  return foot;
}

static void
init_children (AtlasMapView *self)
{
  ShumateViewport *viewport = NULL;
  GtkWidget       *buttons = create_buttons ();

  self->overlay = gtk_overlay_new ();
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  self->map = shumate_map_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->map));

  viewport = shumate_map_get_viewport (self->map);
  self->items = atlas_item_layer_new (viewport);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->items));
  replace_tiles (self);

  self->legend = ATLAS_LEGEND (atlas_legend_new ());
  g_signal_connect_object (self->legend, "unfolded", G_CALLBACK (update_legend), self, G_CONNECT_SWAPPED);
  self->scale = ATLAS_SCALE (atlas_scale_new (viewport));
  gtk_widget_add_css_class (buttons, "map-buttons");
  add_overlay (self, buttons, GTK_ALIGN_END, GTK_ALIGN_START);
  add_overlay (self, GTK_WIDGET (self->legend), GTK_ALIGN_START, GTK_ALIGN_END);
  add_overlay (self, create_foot (GTK_WIDGET (self->scale)), GTK_ALIGN_END, GTK_ALIGN_END);
}

static void
init_session (AtlasMapView *self)
{
  const struct
  {
    const char *signal;
    GCallback   callback;
  } signals[] = {
    { "notify::dataset", G_CALLBACK (replace_scene) },
    { "notify::camera", G_CALLBACK (camera_changed_cb) },
    { "notify::selected", G_CALLBACK (selected_changed_cb) },
    { "notify::hovered", G_CALLBACK (show_scene) },
    { "notify::language", G_CALLBACK (language_changed_cb) },
    { "notify::sentence", G_CALLBACK (sentence_changed_cb) },
    { "items-changed", G_CALLBACK (show_scene) },
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
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Map"), -1);

  init_children (self);
  init_session (self);
  atlas_map_view_init_camera (self);
  atlas_map_view_init_pointer (self);
  g_signal_connect_object (self, "notify::scale-factor", G_CALLBACK (replace_tiles), self, G_CONNECT_DEFAULT);
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
  if (session == NULL)
    replace_scene (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
atlas_map_view_set_basemap (AtlasMapView *self,
                            AtlasBasemap *basemap)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  g_clear_pointer (&self->basemap, atlas_basemap_unref);
  self->basemap = basemap != NULL ? atlas_basemap_ref (basemap) : NULL;
  replace_tiles (self);
  replace_names (self);
}
