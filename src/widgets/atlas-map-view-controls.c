// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#include <glib/gi18n-lib.h>

#define COVER 2.0        /* px that names keep off a control */
#define BUTTON_SPACING 6 /* px */
#define CREDIT_ROOM 12   /* px that the credit keeps from the legend */

static GtkWidget *
set_up_button (GtkWidget  *button,
               const char *tooltip,
               const char *action)
{
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "osd");
  gtk_widget_add_css_class (button, "circular");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);

  return button;
}

static GtkWidget *
create_button (const char *icon_name,
               const char *tooltip,
               const char *action)
{
  return set_up_button (gtk_button_new_from_icon_name (icon_name), tooltip, action);
}

/* The side of the largest button, and how many buttons there are. */
static int
measure_button (GtkWidget *buttons,
                int       *n_buttons)
{
  int side = 1;

  *n_buttons = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (buttons); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition size;

      gtk_widget_get_preferred_size (child, NULL, &size);
      side = MAX (side, MAX (size.width, size.height));
      *n_buttons += 1;
    }

  return side;
}

static int
count_rows (int n_buttons,
            int side,
            int height)
{
  return height < 0 ? n_buttons : CLAMP ((height + BUTTON_SPACING) / (side + BUTTON_SPACING), 1, n_buttons);
}

static void
measure_buttons (GtkWidget     *buttons,
                 GtkOrientation orientation,
                 int            for_size,
                 int           *minimum,
                 int           *natural,
                 int           *minimum_baseline,
                 int           *natural_baseline)
{
  int n_buttons;
  int side = measure_button (buttons, &n_buttons);
  int rows = count_rows (n_buttons, side, for_size);
  int columns = (n_buttons + rows - 1) / rows;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = side;
      *natural = n_buttons * (side + BUTTON_SPACING) - BUTTON_SPACING;
    }
  else
    *minimum = *natural = columns * (side + BUTTON_SPACING) - BUTTON_SPACING;
}

/* From the top, in a second column at the left where the map is low. */
static void
allocate_buttons (GtkWidget *buttons,
                  int        width,
                  int        height,
                  int        baseline)
{
  int n_buttons;
  int side = measure_button (buttons, &n_buttons);
  int rows = count_rows (n_buttons, side, height);
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (buttons); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int x = width - side - i / rows * (side + BUTTON_SPACING);

      gtk_widget_size_allocate (child, &(GtkAllocation){ x, i % rows * (side + BUTTON_SPACING), side, side }, -1);
      i++;
    }
}

static GtkSizeRequestMode
get_buttons_mode (GtkWidget *buttons)
{
  return GTK_SIZE_REQUEST_WIDTH_FOR_HEIGHT;
}

static GtkWidget *
create_buttons (void)
{
  GtkWidget *evidence = gtk_toggle_button_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_layout_manager (buttons, gtk_custom_layout_new (get_buttons_mode, measure_buttons, allocate_buttons));
  gtk_box_append (GTK_BOX (buttons), create_button ("zoom-in-symbolic", _ ("Closer (+)"), "map.zoom(1)"));
  gtk_box_append (GTK_BOX (buttons), create_button ("zoom-out-symbolic", _ ("Farther (-)"), "map.zoom(-1)"));
  gtk_box_append (GTK_BOX (buttons), create_button ("go-home-symbolic", _ ("Home view (Home)"), "win.home"));
  gtk_box_append (GTK_BOX (buttons), create_button ("zoom-fit-best-symbolic", _ ("Everything (End)"), "win.overview"));
  gtk_box_append (GTK_BOX (buttons), create_button ("view-dual-symbolic", _ ("Compare two dates (c)"), "win.compare"));
  gtk_button_set_icon_name (GTK_BUTTON (evidence), "atlas-evidence-symbolic");
  gtk_box_append (GTK_BOX (buttons), set_up_button (evidence, _ ("By evidence (e)"), "win.show-evidence"));

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
create_foot (AtlasMapView *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *credit = gtk_label_new ("Natural Earth · GeoNames · GSHHG");

  gtk_widget_set_valign (credit, GTK_ALIGN_END);
  gtk_widget_set_halign (line, GTK_ALIGN_END);
  gtk_widget_add_css_class (credit, "credit");
  gtk_widget_add_css_class (foot, "map-foot");
  gtk_box_append (GTK_BOX (line), credit);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->scale));
  gtk_widget_set_can_target (foot, FALSE);
  self->foot = foot;
  self->credit = credit;
  gtk_box_append (GTK_BOX (foot), line);
  gtk_box_append (GTK_BOX (foot), atlas_map_view_create_online_foot (self));

  return foot;
}

/* Where the map is small, the buttons stand above the scale in two columns, and the credit is left to the menu's About. */
static gboolean
get_child_position_cb (AtlasMapView *self,
                       GtkWidget    *child,
                       GdkRectangle *place)
{
  GtkWidget     *map = GTK_WIDGET (self->map);
  GtkRequisition foot, legend;

  if (child == self->foot)
    {
      if (self->session != NULL) /* the map has its size by now: steps of tours are fitted to it */
        atlas_session_set_view_size (self->session, gtk_widget_get_width (map), gtk_widget_get_height (map));
      gtk_widget_get_preferred_size (GTK_WIDGET (self->legend), NULL, &legend);
      gtk_widget_get_preferred_size (self->foot, NULL, &foot);
      gtk_widget_set_child_visible (self->credit, legend.width + CREDIT_ROOM + foot.width <= gtk_widget_get_width (map));
      return FALSE;
    }
  if (child != self->buttons)
    return FALSE;

  gtk_widget_get_preferred_size (self->foot, NULL, &foot);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &place->height, NULL, NULL);
  place->height = MIN (place->height, MAX (gtk_widget_get_height (map) - foot.height, 1));
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, place->height, NULL, &place->width, NULL, NULL);
  place->x = gtk_widget_get_width (map) - place->width;
  place->y = 0;

  return TRUE;
}

/* Names would be covered there. */
static void
add_covers_cb (AtlasItemLayer *items,
               GArray         *boxes,
               gpointer        user_data)
{
  AtlasMapView *self = user_data;
  GtkWidget    *covers[] = { self->buttons, GTK_WIDGET (self->legend), self->credit, GTK_WIDGET (self->scale) };

  for (guint i = 0; i < G_N_ELEMENTS (covers); i++)
    atlas_item_layer_add_cover (items, covers[i], COVER, boxes);
  atlas_map_compare_add_covers (self->compare, items, boxes);
  atlas_graticule_layer_add_plates (self->degrees, boxes);
}

void
atlas_map_view_init_controls (AtlasMapView *self)
{
  GtkWidget *buttons = create_buttons ();

  self->legend = ATLAS_LEGEND (atlas_legend_new ());
  g_signal_connect_object (self->legend, "unfolded", G_CALLBACK (atlas_map_view_update_legend), self, G_CONNECT_SWAPPED);
  self->scale = ATLAS_SCALE (atlas_scale_new (shumate_map_get_viewport (self->map)));
  self->buttons = buttons;
  gtk_widget_add_css_class (buttons, "map-buttons");
  add_overlay (self, buttons, GTK_ALIGN_END, GTK_ALIGN_START);
  add_overlay (self, GTK_WIDGET (self->legend), GTK_ALIGN_START, GTK_ALIGN_END);
  add_overlay (self, create_foot (self), GTK_ALIGN_END, GTK_ALIGN_END);
  g_signal_connect_object (self->overlay, "get-child-position", G_CALLBACK (get_child_position_cb), self, G_CONNECT_SWAPPED);
  atlas_item_layer_set_covers_func (self->items, add_covers_cb, self);
}

void
atlas_map_view_set_bare (AtlasMapView *self,
                         gboolean      bare)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  self->is_bare = !!bare;
  gtk_widget_set_visible (self->buttons, !bare);
  gtk_widget_set_visible (GTK_WIDGET (self->legend), !bare);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.menu", !bare);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.identify", !bare);
}

GtkWidget *
atlas_map_view_get_legend (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), NULL);

  return GTK_WIDGET (self->legend);
}
