// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reader-private.h"

#include <glib/gi18n-lib.h>

/* With at least this much the outline stands beside the text, px. */
#define WIDE 640
#define SIDE_WIDTH 210

static GPtrArray *
get_sections (AtlasReader *self)
{
  return atlas_report_get_sections (atlas_dataset_get_report (self->text->dataset));
}

static void
mark_current (AtlasReader *self)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; self->outline.list != NULL && (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->outline.list), i)) != NULL; i++)
    {
      gboolean current = i == self->outline.section;

      if (current)
        gtk_widget_add_css_class (GTK_WIDGET (row), "current");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (row), "current");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, current, -1);
    }
}

/* The one that is read stays in view, without taking the focus. */
static void
reveal_current (AtlasReader *self)
{
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->outline.scroller));
  GtkListBoxRow  *row = NULL;
  graphene_rect_t bounds;

  if (self->outline.list == NULL || self->outline.section < 0)
    return;

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->outline.list), self->outline.section);
  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), self->outline.list, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
row_activated_cb (AtlasReader   *self,
                  GtkListBoxRow *row)
{
  const AtlasReaderPart *parts = (const AtlasReaderPart *) (gpointer) self->text->parts->data;
  const AtlasSection    *section = g_ptr_array_index (get_sections (self), (guint) gtk_list_box_row_get_index (row));

  for (guint i = 0; i < self->text->parts->len; i++)
    if (parts[i].section == section)
      {
        gtk_popover_popdown (GTK_POPOVER (self->outline.popover));
        atlas_reader_place_caret (self, parts[i].start);
        atlas_reader_go_to (self, parts[i].start, parts[i].end, 0.02);
        gtk_widget_grab_focus (self->view);
        return;
      }
}

static void
add_row (AtlasReader        *self,
         const AtlasSection *section)
{
  GtkWidget *label = gtk_label_new (section->title);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 18);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_add_css_class (row, section->level == 1 ? "section" : "subsection");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, section->title,
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) section->level, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->outline.list), row);
}

/* Made when it is first seen. */
static void
ensure_list (AtlasReader *self)
{
  if (self->outline.list != NULL || self->text == NULL)
    return;

  self->outline.list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->outline.list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->outline.list, "outline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->outline.list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Outline"), -1);
  g_signal_connect_object (self->outline.list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < get_sections (self)->len; i++)
    add_row (self, g_ptr_array_index (get_sections (self), i));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->outline.scroller), self->outline.list);
  mark_current (self);
}

/* Which section is read. */
static void
update (AtlasReader *self)
{
  int section = -1;

  if (gtk_widget_get_height (self->view) == 0) /* nothing stands anywhere yet */
    return;

  section = atlas_reader_text_find_section (self->text, atlas_reader_get_place (self));
  if (section == self->outline.section && *gtk_label_get_text (GTK_LABEL (self->place)) != '\0')
    return;

  self->outline.section = section;
  gtk_label_set_text (GTK_LABEL (self->place), section >= 0 ? ((const AtlasSection *) g_ptr_array_index (get_sections (self), (guint) section))->title
                                                            : "");
  mark_current (self);
  reveal_current (self);
}

static gboolean
update_cb (gpointer user_data)
{
  AtlasReader *self = user_data;

  self->outline.source = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* Soon: not while sizes are given out, and once for many steps of scrolling. */
void
atlas_reader_outline_queue_update (AtlasReader *self)
{
  if (self->outline.source == 0)
    self->outline.source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

void
atlas_reader_outline_forget_text (AtlasReader *self)
{
  g_clear_handle_id (&self->outline.source, g_source_remove);
  gtk_popover_popdown (GTK_POPOVER (self->outline.popover));
  if (self->outline.list != NULL)
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->outline.scroller), NULL);
  self->outline.list = NULL;
  self->outline.section = -1;
  gtk_label_set_text (GTK_LABEL (self->place), "");
}

static GtkWidget *
get_current_row (AtlasReader *self)
{
  return self->outline.list != NULL ? GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->outline.list), MAX (self->outline.section, 0)))
                                    : NULL;
}

static void
shown_cb (AtlasReader *self)
{
  GtkWidget *row = NULL;

  ensure_list (self);
  row = get_current_row (self);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

/* Where it is: over the text, or beside it. */
static void
place_list (AtlasReader *self)
{
  gboolean   beside = self->outline.wide && self->outline.wanted;
  GtkWidget *parent = gtk_widget_get_parent (self->outline.scroller);

  gtk_widget_set_visible (self->outline.button, !self->outline.wide);
  gtk_widget_set_visible (self->outline.toggle, self->outline.wide);
  gtk_widget_set_visible (self->outline.side, beside);

  g_object_ref (self->outline.scroller);
  if (beside && parent != self->outline.side)
    {
      gtk_popover_set_child (GTK_POPOVER (self->outline.popover), NULL);
      gtk_box_append (GTK_BOX (self->outline.side), self->outline.scroller);
    }
  else if (!self->outline.wide && parent == self->outline.side)
    {
      gtk_box_remove (GTK_BOX (self->outline.side), self->outline.scroller);
      gtk_popover_set_child (GTK_POPOVER (self->outline.popover), self->outline.scroller);
    }
  g_object_unref (self->outline.scroller);

  if (beside)
    ensure_list (self);
}

static gboolean
place_list_cb (gpointer user_data)
{
  AtlasReader *self = user_data;

  if (self->view != NULL)
    place_list (self);

  return G_SOURCE_REMOVE;
}

void
atlas_reader_outline_set_width (AtlasReader *self,
                                int          width)
{
  gboolean wide = width >= WIDE;

  if (self->outline.wide == wide)
    return;

  self->outline.wide = wide;
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, place_list_cb, g_object_ref (self), g_object_unref); /* not while sizes are given out */
}

void
atlas_reader_outline_open (AtlasReader *self)
{
  GtkWidget *row = NULL;

  if (self->text == NULL)
    return;

  if (!self->outline.wide)
    {
      gtk_menu_button_popup (GTK_MENU_BUTTON (self->outline.button));
      return;
    }

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->outline.toggle), TRUE);
  row = get_current_row (self);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
toggled_cb (AtlasReader     *self,
            GtkToggleButton *toggle)
{
  self->outline.wanted = gtk_toggle_button_get_active (toggle);
  if (!self->outline.wanted && gtk_widget_get_focus_child (self->outline.side) != NULL)
    gtk_widget_grab_focus (self->view);
  place_list (self);
}

static void
name_button (GtkWidget *button)
{
  gtk_widget_set_tooltip_text (button, _ ("Outline of the report"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Outline of the report"), -1);
  gtk_widget_add_css_class (button, "flat");
}

void
atlas_reader_outline_create (AtlasReader *self,
                             GtkBox      *head,
                             GtkBox      *body)
{
  self->outline.wanted = TRUE;

  self->outline.scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->outline.scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->outline.scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->outline.scroller), 460);
  gtk_widget_set_vexpand (self->outline.scroller, TRUE);

  self->outline.popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->outline.popover, "outline");
  gtk_popover_set_child (GTK_POPOVER (self->outline.popover), self->outline.scroller);
  g_signal_connect_object (self->outline.popover, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);

  self->outline.button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->outline.button), "view-list-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->outline.button), self->outline.popover);
  name_button (self->outline.button);
  gtk_box_append (head, self->outline.button);

  self->outline.toggle = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->outline.toggle), "view-list-symbolic");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->outline.toggle), TRUE);
  name_button (self->outline.toggle);
  gtk_widget_set_visible (self->outline.toggle, FALSE);
  g_signal_connect_object (self->outline.toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (head, self->outline.toggle);

  self->outline.side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_size_request (self->outline.side, SIDE_WIDTH, -1);
  gtk_widget_add_css_class (self->outline.side, "side");
  gtk_widget_set_visible (self->outline.side, FALSE);
  gtk_box_append (body, self->outline.side);
}
