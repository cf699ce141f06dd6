// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-leg.h"

#include "atlas-map-style.h"
#include "atlas-map-symbol.h"

#include <glib/gi18n-lib.h>

#define SYMBOL_SIZE 18
#define SYMBOL_RADIUS 6.0
#define NAME_CHARS 36 /* a longer name ends in dots; the tip says all of it */
#define ITEM_KEY "atlas-item"

typedef struct
{
  AtlasSession   *session;
  AtlasItem      *item;
  AtlasPaletteId  palette;
  AtlasSymbol     symbol;
  AtlasVisibility visibility;
  AtlasStatus     status;
} Leg;

static void
leg_free (gpointer data)
{
  Leg *leg = data;

  g_object_unref (leg->session);
  g_object_unref (leg->item);
  g_free (leg);
}

static void
draw_symbol (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        user_data)
{
  const Leg          *leg = user_data;
  const AtlasMapInks *inks = atlas_map_inks_get (leg->palette);
  AtlasMapStyle       style = atlas_map_style_get (atlas_item_get_kind (leg->item), leg->status, ATLAS_MAP_VARIANT_NONE);

  atlas_symbol_paint (cr, leg->symbol, style.fill, width / 2, height / 2, SYMBOL_RADIUS, inks->roles[style.role], inks->paper.rgb,
                      leg->visibility == ATLAS_VISIBILITY_SHOWN ? 1.0 : 0.5);
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    enabled)
{
  if (enabled)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
session_changed_cb (GtkWidget *button)
{
  const Leg *leg = g_object_get_data (G_OBJECT (button), ITEM_KEY);
  gboolean   selected = atlas_session_get_selected (leg->session) == leg->item;

  set_class (button, "selected", selected);
  set_class (button, "lit", atlas_session_get_hovered (leg->session) == leg->item);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

static void
clicked_cb (GtkWidget *button)
{
  const Leg *leg = g_object_get_data (G_OBJECT (button), ITEM_KEY);

  atlas_session_select (leg->session, leg->item);
}

static void
enter_cb (GtkWidget *button)
{
  const Leg *leg = g_object_get_data (G_OBJECT (button), ITEM_KEY);

  atlas_session_set_hovered (leg->session, leg->item);
}

static void
leave_cb (GtkWidget *button)
{
  const Leg *leg = g_object_get_data (G_OBJECT (button), ITEM_KEY);

  if (atlas_session_get_hovered (leg->session) == leg->item)
    atlas_session_set_hovered (leg->session, NULL);
}

/* "1993": when it began; %NULL when that is not known. */
static GtkWidget *
create_year (AtlasItem *item)
{
  AtlasTimeSpan    span = atlas_item_get_span (item);
  g_autofree char *text = NULL;
  GtkWidget       *year = NULL;
  int              number = 0, month = 0, day = 0;

  if (span.begin == G_MININT || atlas_time_span_is_empty (span))
    return NULL;

  atlas_day_to_ymd (span.begin, &number, &month, &day);
  text = g_strdup_printf ("%d", number);
  year = gtk_label_new (text);
  gtk_widget_add_css_class (year, "year");

  return year;
}

static GtkWidget *
create_contents (Leg     *leg,
                 gboolean left)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *symbol = gtk_drawing_area_new ();
  GtkWidget *year = create_year (leg->item);
  GtkWidget *name = gtk_label_new (atlas_item_get_name (leg->item, atlas_session_get_language (leg->session)));

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (symbol), SYMBOL_SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (symbol), SYMBOL_SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (symbol), draw_symbol, leg, NULL);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), NAME_CHARS);
  gtk_label_set_xalign (GTK_LABEL (name), left ? 1.0F : 0.0F);
  gtk_widget_set_hexpand (name, TRUE);
  if (!left)
    gtk_box_append (GTK_BOX (box), symbol);
  if (year != NULL)
    gtk_box_append (GTK_BOX (box), year);
  gtk_box_append (GTK_BOX (box), name);
  if (left)
    gtk_box_append (GTK_BOX (box), symbol);

  return box;
}

static void
add_controllers (GtkWidget *button)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (motion, "enter", G_CALLBACK (enter_cb), button, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), button, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (enter_cb), button, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), button, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (button, motion);
  gtk_widget_add_controller (button, focus);
}

GtkWidget *
atlas_map_leg_new (AtlasSession  *session,
                   AtlasItem     *item,
                   AtlasTimeSpan  date,
                   AtlasPaletteId palette,
                   gboolean       left,
                   guint          position,
                   guint          n_items)
{
  GtkWidget       *button = gtk_button_new ();
  Leg             *leg = g_new0 (Leg, 1);
  g_autofree char *words = atlas_item_to_words (item);
  /* Translators: an item with its kind and dates, and its place among all: "…, pipeline, from June 2006 on, 5 of 148". */
  g_autofree char *label = g_strdup_printf (_ ("%s, %u of %u"), words, position + 1, n_items);

  leg->session = g_object_ref (session);
  leg->item = g_object_ref (item);
  leg->palette = palette;
  leg->symbol = atlas_map_symbol_get (item);
  leg->visibility = atlas_session_get_visibility_at (session, item, date, &leg->status);
  g_object_set_data_full (G_OBJECT (button), ITEM_KEY, leg, leg_free);

  gtk_widget_add_css_class (button, "leg");
  set_class (button, "left", left);
  gtk_button_set_child (GTK_BUTTON (button), create_contents (leg, left));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_items, -1);

  add_controllers (button);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), NULL);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (session_changed_cb), button, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::hovered", G_CALLBACK (session_changed_cb), button, G_CONNECT_SWAPPED);
  session_changed_cb (button);

  return button;
}

AtlasItem *
atlas_map_leg_get_item (GtkWidget *button)
{
  const Leg *leg = g_object_get_data (G_OBJECT (button), ITEM_KEY);

  return leg != NULL ? leg->item : NULL;
}
