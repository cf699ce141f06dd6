// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const AtlasKeyBinding bindings[] = {
  { "Left|KP_Left",                 "map.pan",       "(-1,  0)", N_ ("Pan west"),                       N_ ("Moving the map") },
  { "Right|KP_Right",               "map.pan",       "( 1,  0)", N_ ("Pan east"),                       N_ ("Moving the map") },
  { "Up|KP_Up",                     "map.pan",       "( 0, -1)", N_ ("Pan north"),                      N_ ("Moving the map") },
  { "Down|KP_Down",                 "map.pan",       "( 0,  1)", N_ ("Pan south"),                      N_ ("Moving the map") },
  { "<Shift>Left|<Shift>KP_Left",   "map.pan",       "(-3,  0)", N_ ("Pan far west"),                   N_ ("Moving the map") },
  { "<Shift>Right|<Shift>KP_Right", "map.pan",       "( 3,  0)", N_ ("Pan far east"),                   N_ ("Moving the map") },
  { "<Shift>Up|<Shift>KP_Up",       "map.pan",       "( 0, -3)", N_ ("Pan far north"),                  N_ ("Moving the map") },
  { "<Shift>Down|<Shift>KP_Down",   "map.pan",       "( 0,  3)", N_ ("Pan far south"),                  N_ ("Moving the map") },
  { "plus|equal|KP_Add",            "map.zoom",      "1",        N_ ("Closer"),                         N_ ("Moving the map") },
  { "minus|KP_Subtract",            "map.zoom",      "-1",       N_ ("Farther"),                        N_ ("Moving the map") },
  { "n|bracketright",               "map.step-item", "1",        N_ ("Next item in view, by date"),     N_ ("Map") },
  { "p|bracketleft",                "map.step-item", "-1",       N_ ("Previous item in view, by date"), N_ ("Map") },
  { "Return|KP_Enter",              "map.open-pile", NULL,       N_ ("Open what shares the place of the selected item"), N_ ("Map") },
  { "Home|KP_Home",                 "win.home",      NULL,       N_ ("Home view"),                      N_ ("Moving the map") },
  { "End|KP_End",                   "win.overview",  NULL,       N_ ("Everything on the map"),          N_ ("Moving the map") },
  { "i",                            "map.identify",  "@m(dd) nothing", N_ ("What is here?"),            N_ ("Map") },
  { "Menu|<Shift>F10",              "map.menu",      "@m(dd) nothing", N_ ("Menu of this place"),       N_ ("Map") },
  { "<Control>c",                   "map.copy-coordinates", "@m(dd) nothing", N_ ("Copy the coordinates"), N_ ("Map") },
  { "c",                            "win.compare",   NULL,       N_ ("Compare two dates"),              N_ ("Map") },
  { "e",                            "win.show-evidence", NULL,    N_ ("Items by evidence"),              N_ ("Map") },
  { "l",                            "win.show-legend", NULL,      N_ ("Fold the legend"),                N_ ("Map") },
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
    atlas_map_view_pan (self, dx * ATLAS_MAP_PAN_STEP, dy * ATLAS_MAP_PAN_STEP);
}

static void
zoom_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);

  if (self->session != NULL)
    atlas_map_view_zoom_at (self, g_variant_get_int32 (parameter), gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
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

static void
open_pile_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  atlas_map_view_open_selected (ATLAS_MAP_VIEW (widget));
}

void
atlas_map_view_class_add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.pan", "(ii)", pan_action);
  gtk_widget_class_install_action (widget_class, "map.zoom", "i", zoom_action);
  gtk_widget_class_install_action (widget_class, "map.step-item", "i", step_item_action);
  gtk_widget_class_install_action (widget_class, "map.open-pile", NULL, open_pile_action);
  atlas_key_bindings_add_to_class (widget_class, bindings, G_N_ELEMENTS (bindings));
}

static const struct
{
  guint keyval;
  guint held;
} arrows[] = {
  { GDK_KEY_Left, ATLAS_MAP_HELD_WEST },
  { GDK_KEY_KP_Left, ATLAS_MAP_HELD_WEST },
  { GDK_KEY_Right, ATLAS_MAP_HELD_EAST },
  { GDK_KEY_KP_Right, ATLAS_MAP_HELD_EAST },
  { GDK_KEY_Up, ATLAS_MAP_HELD_NORTH },
  { GDK_KEY_KP_Up, ATLAS_MAP_HELD_NORTH },
  { GDK_KEY_Down, ATLAS_MAP_HELD_SOUTH },
  { GDK_KEY_KP_Down, ATLAS_MAP_HELD_SOUTH },
};

static guint
get_held (guint keyval)
{
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (arrows[i].keyval == keyval)
      return arrows[i].held;

  return 0;
}

/* Only looks on: what the key does is the table's. */
static gboolean
key_pressed_cb (AtlasMapView   *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  guint held = get_held (keyval);

  if (keyval == GDK_KEY_Escape)
    return atlas_map_view_cancel_box (self);

  if (held != 0 && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0)
    atlas_map_view_hold (self, held, (state & GDK_SHIFT_MASK) != 0 ? ATLAS_MAP_PAN_FAR : 1.0);

  return GDK_EVENT_PROPAGATE;
}

static void
key_released_cb (AtlasMapView *self,
                 guint         keyval)
{
  atlas_map_view_release (self, get_held (keyval));
}

static void
focus_left_cb (AtlasMapView *self)
{
  atlas_map_view_release (self, ~0U);
}

void
atlas_map_view_init_keys (AtlasMapView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (key_released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
