// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#include <glib/gi18n-lib.h>

/* How far an arrow key pans, px. */
#define PAN_STEP 100.0

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
  { "c",                            "win.compare",   NULL,       N_ ("Compare two dates"),              N_ ("Map") },
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

void
atlas_map_view_class_add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.pan", "(ii)", pan_action);
  gtk_widget_class_install_action (widget_class, "map.zoom", "i", zoom_action);
  gtk_widget_class_install_action (widget_class, "map.step-item", "i", step_item_action);
  atlas_key_bindings_add_to_class (widget_class, bindings, G_N_ELEMENTS (bindings));
}
