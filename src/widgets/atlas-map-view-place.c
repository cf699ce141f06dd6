// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#include "atlas-basemap-nearest.h"
#include "atlas-mercator.h"
#include "atlas-place-popover.h"
#include "atlas-position.h"

#include <glib/gi18n-lib.h>

/* What can be done about one place of the map: the menu there, and the actions behind it. A place is longitude and latitude; none
 * is where the keyboard is, at the selected item or else in the middle. */

/* A town farther away than this says nothing about a place, metres. */
#define FAR 300000.0

static AtlasPoint
get_pixel (AtlasMapView *self,
           AtlasPoint    lonlat)
{
  AtlasMapFrame frame = atlas_item_layer_get_frame (self->items);

  return atlas_map_frame_to_px (&frame, atlas_mercator_project (lonlat.x, lonlat.y));
}

static AtlasPoint
get_lonlat (AtlasMapView *self,
            double        x,
            double        y)
{
  AtlasMapFrame frame = atlas_item_layer_get_frame (self->items);

  return atlas_mercator_unproject (atlas_map_frame_to_unit (&frame, (AtlasPoint){ x, y }));
}

static gboolean
is_inside (AtlasMapView *self,
           AtlasPoint    pixel)
{
  return pixel.x >= 0.0 && pixel.y >= 0.0 && pixel.x < gtk_widget_get_width (GTK_WIDGET (self)) && pixel.y < gtk_widget_get_height (GTK_WIDGET (self));
}

static AtlasPoint
get_place_of_keyboard (AtlasMapView *self)
{
  AtlasItem  *selected = self->session != NULL ? atlas_session_get_selected (self->session) : NULL;
  AtlasCamera camera = atlas_map_view_get_camera (self);

  if (selected != NULL && !atlas_box_is_empty (atlas_item_get_box (selected)))
    {
      AtlasPoint lonlat = atlas_mercator_unproject (atlas_geometry_get_anchor (atlas_item_get_geometry (selected)));

      if (is_inside (self, get_pixel (self, lonlat)))
        return lonlat;
    }

  return (AtlasPoint){ camera.longitude, camera.latitude };
}

static AtlasPoint
read_place (AtlasMapView *self,
            GVariant     *parameter)
{
  AtlasPoint lonlat = { 0.0, 0.0 };
  gboolean   has_place = FALSE;

  g_variant_get (parameter, "m(dd)", &has_place, &lonlat.x, &lonlat.y);

  return has_place ? lonlat : get_place_of_keyboard (self);
}

static gboolean
let_go_cb (gpointer user_data)
{
  if (gtk_widget_get_parent (user_data) != NULL)
    gtk_widget_unparent (user_data);

  return G_SOURCE_REMOVE;
}

/* Not while it closes: what was chosen in it is done after that. */
static void
popover_closed_cb (GtkWidget *popover)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (popover));

  if (focus == NULL || focus == popover || gtk_widget_is_ancestor (focus, popover))
    gtk_widget_grab_focus (gtk_widget_get_parent (popover));
  g_idle_add_full (G_PRIORITY_DEFAULT, let_go_cb, g_object_ref (popover), g_object_unref);
}

static void
show_popover (AtlasMapView *self,
              GtkWidget    *popover,
              AtlasPoint    lonlat)
{
  AtlasPoint pixel = get_pixel (self, lonlat);

  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) lround (pixel.x), (int) lround (pixel.y), 1, 1 });
  g_signal_connect (popover, "closed", G_CALLBACK (popover_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
append_place_item (GMenu      *menu,
                   const char *label,
                   const char *action,
                   AtlasPoint  lonlat)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "m(dd)", TRUE, lonlat.x, lonlat.y);
  g_menu_append_item (menu, item);
}

/* clang-format off */
static const struct
{
  const char *label;
  const char *action;
  guint       section;
} menu_items[] = {
  { N_ ("_What Is Here?"),    "map.identify",         0 },
  { N_ ("_Copy Coordinates"), "map.copy-coordinates", 1 },
  { N_ ("Copy _geo: URI"),    "map.copy-geo-uri",     1 },
  { N_ ("C_entre Here"),      "map.centre-here",      2 },
  { N_ ("Zoom _In Here"),     "map.zoom-in-here",     2 },
  { N_ ("Zoom _Out Here"),    "map.zoom-out-here",    2 },
};
/* clang-format on */

static GMenuModel *
create_menu (AtlasPoint lonlat)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (menu_items); i++)
    {
      if (i == 0 || menu_items[i].section != menu_items[i - 1].section)
        {
          g_clear_object (&section);
          section = g_menu_new ();
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        }
      append_place_item (section, _ (menu_items[i].label), menu_items[i].action, lonlat);
    }

  return G_MENU_MODEL (menu);
}

static void
show_menu (AtlasMapView *self,
           AtlasPoint    lonlat)
{
  g_autoptr (GMenuModel) model = create_menu (lonlat);
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);

  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  show_popover (self, menu, lonlat);
}

/* "12 km NE of Goris, Armenia"; NULL far from any town. */
static char *
describe_place (AtlasMapView *self,
                AtlasPoint    lonlat)
{
  AtlasBasemapTown town;
  g_autofree char *name = NULL;

  if (self->basemap == NULL ||
      !atlas_basemap_find_nearest_town (self->basemap, lonlat, atlas_session_get_language (self->session), &town) || town.distance >= FAR)
    return NULL;

  /* Translators: a town and its country: "Goris, Armenia" */
  name = *town.country != '\0' ? g_strdup_printf (_ ("%s, %s"), town.name, town.country) : g_strdup (town.name);

  return atlas_position_describe (name, town.distance, town.bearing);
}

static void
identify (AtlasMapView *self,
          AtlasPoint    lonlat)
{
  AtlasPoint pixel = get_pixel (self, lonlat);
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *where = NULL;

  if (self->session == NULL)
    return;

  items = atlas_map_view_hit (self, pixel.x, pixel.y);
  where = describe_place (self, lonlat);
  show_popover (self, atlas_place_popover_new (self->session, lonlat, where, items), lonlat);
}

static void
copy_coordinates (AtlasMapView *self,
                  AtlasPoint    lonlat)
{
  g_autofree char *text = atlas_position_to_decimal (lonlat);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
copy_geo_uri (AtlasMapView *self,
              AtlasPoint    lonlat)
{
  g_autofree char *uri = atlas_position_to_uri (lonlat);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), uri);
}

static void
centre (AtlasMapView *self,
        AtlasPoint    lonlat)
{
  AtlasCamera camera = atlas_map_view_get_camera (self);

  camera.longitude = lonlat.x;
  camera.latitude = lonlat.y;
  if (self->session != NULL)
    atlas_session_set_camera (self->session, camera);
}

static void
zoom_in (AtlasMapView *self,
         AtlasPoint    lonlat)
{
  AtlasPoint pixel = get_pixel (self, lonlat);

  atlas_map_view_zoom_at (self, 1.0, pixel.x, pixel.y);
}

static void
zoom_out (AtlasMapView *self,
          AtlasPoint    lonlat)
{
  AtlasPoint pixel = get_pixel (self, lonlat);

  atlas_map_view_zoom_at (self, -1.0, pixel.x, pixel.y);
}

static const struct
{
  const char *name;
  void (*act) (AtlasMapView *self, AtlasPoint lonlat);
} actions[] = {
  { "map.menu", show_menu },
  { "map.identify", identify },
  { "map.copy-coordinates", copy_coordinates },
  { "map.copy-geo-uri", copy_geo_uri },
  { "map.centre-here", centre },
  { "map.zoom-in-here", zoom_in },
  { "map.zoom-out-here", zoom_out },
};

static void
act_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (action_name, actions[i].name))
      actions[i].act (self, read_place (self, parameter));
}

void
atlas_map_view_class_add_place_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, "m(dd)", act_cb);
}

static void
menu_asked_cb (AtlasMapView *self,
               double        x,
               double        y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!self->is_bare)
    show_menu (self, get_lonlat (self, x, y));
}

static void
right_pressed_cb (AtlasMapView *self,
                  int           n_press,
                  double        x,
                  double        y,
                  GtkGesture   *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  menu_asked_cb (self, x, y);
}

void
atlas_map_view_init_place (AtlasMapView *self)
{
  GtkGesture *right = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (right), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (right, "pressed", G_CALLBACK (right_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (right));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (menu_asked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (press));
}
