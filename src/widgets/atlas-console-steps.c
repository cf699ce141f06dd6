// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-console-steps.h"

#include <glib/gi18n-lib.h>

/* Of a row's picture, px. */
#define PICTURE_WIDTH 80
#define PICTURE_HEIGHT 45

struct _AtlasConsoleSteps
{
  GtkWidget          parent_instance;

  AtlasPresentation *presentation;
  GSignalGroup      *signals;
  AtlasStepPictures *pictures;
  GtkWidget         *scroller;
  GtkWidget         *list;
  guint              revealing; /* tick callback: the current row into sight */
};

G_DEFINE_FINAL_TYPE (AtlasConsoleSteps, atlas_console_steps, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
add_label (GtkWidget  *box,
           const char *words,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static GtkWidget *
create_row (AtlasConsoleSteps *self,
            guint              step)
{
  AtlasTourStep   *tour_step = atlas_tour_get_step (atlas_presentation_get_tour (self->presentation), step - 1);
  g_autofree char *number = g_strdup_printf ("%u", step);
  g_autofree char *date = atlas_presentation_dup_date (tour_step);
  g_autofree char *words = g_strdup_printf (_ ("Step %u of %u: %s, %s"), step, atlas_presentation_get_n_steps (self->presentation),
                                            atlas_tour_step_get_title (tour_step), date);
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget       *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *picture = gtk_picture_new ();

  gtk_label_set_width_chars (GTK_LABEL (add_label (box, number, "number")), 2);
  gtk_widget_set_size_request (picture, PICTURE_WIDTH, PICTURE_HEIGHT);
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (text, TRUE);
  add_label (text, atlas_tour_step_get_title (tour_step), "title");
  add_label (text, date, "date");
  gtk_box_append (GTK_BOX (box), text);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "picture", picture);
  gtk_widget_set_tooltip_text (row, atlas_tour_step_get_title (tour_step));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  return row;
}

static GtkListBoxRow *
get_row (AtlasConsoleSteps *self,
         guint              step)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) step - 1);
}

static void
show_pictures (AtlasConsoleSteps *self)
{
  if (self->presentation == NULL || self->pictures == NULL)
    return;

  for (guint step = 1; step <= atlas_presentation_get_n_steps (self->presentation); step++)
    {
      g_autoptr (GdkPaintable) picture = atlas_step_pictures_get (self->pictures, step);

      gtk_picture_set_paintable (g_object_get_data (G_OBJECT (get_row (self, step)), "picture"), picture);
    }
}

/* A row has a place only when the list is laid out. */
static gboolean
reveal_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  AtlasConsoleSteps *self = ATLAS_CONSOLE_STEPS (widget);
  GtkListBoxRow     *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  GtkAdjustment     *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double             height = row != NULL ? gtk_widget_get_height (GTK_WIDGET (row)) : 0.0;
  double             y = 0.0;

  if (row != NULL && gtk_widget_get_mapped (widget) &&
      (height <= 0.0 || gtk_adjustment_get_upper (adjustment) < height * atlas_presentation_get_n_steps (self->presentation)))
    return G_SOURCE_CONTINUE;

  self->revealing = 0;
  if (row != NULL && gtk_widget_translate_coordinates (GTK_WIDGET (row), self->list, 0.0, 0.0, NULL, &y))
    gtk_adjustment_set_value (adjustment, y - (gtk_adjustment_get_page_size (adjustment) - height) / 2.0); /* those before and after are seen too */

  return G_SOURCE_REMOVE;
}

static void
reveal (AtlasConsoleSteps *self)
{
  if (self->revealing == 0 && self->presentation != NULL)
    self->revealing = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

static void
step_changed_cb (AtlasConsoleSteps *self)
{
  guint          current = atlas_presentation_get_step (self->presentation);
  GtkListBoxRow *row = get_row (self, current);

  if (row == NULL)
    return;

  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  reveal (self);
}

static void
fill (AtlasConsoleSteps *self)
{
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  if (self->presentation == NULL)
    return;

  for (guint step = 1; step <= atlas_presentation_get_n_steps (self->presentation); step++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), create_row (self, step));
  show_pictures (self);
  step_changed_cb (self);
}

static void
row_activated_cb (AtlasConsoleSteps *self,
                  GtkListBoxRow     *row)
{
  atlas_presentation_go (self->presentation, (guint) gtk_list_box_row_get_index (row) + 1);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
atlas_console_steps_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_console_steps_parent_class)->map (widget);

  reveal (ATLAS_CONSOLE_STEPS (widget));
}

static void
atlas_console_steps_dispose (GObject *object)
{
  AtlasConsoleSteps *self = ATLAS_CONSOLE_STEPS (object);

  if (self->revealing != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->revealing);
  self->revealing = 0;
  if (self->signals != NULL)
    g_signal_group_set_target (self->signals, NULL);
  g_clear_object (&self->signals);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->pictures);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (atlas_console_steps_parent_class)->dispose (object);
}

static void
atlas_console_steps_class_init (AtlasConsoleStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_console_steps_dispose;
  widget_class->map = atlas_console_steps_map;

  signals[CHOSEN] = g_signal_new ("chosen", ATLAS_TYPE_CONSOLE_STEPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-console-steps");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_console_steps_init (AtlasConsoleSteps *self)
{
  self->signals = g_signal_group_new (ATLAS_TYPE_PRESENTATION);
  g_signal_group_connect_object (self->signals, "notify::step", G_CALLBACK (step_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->signals, "notify::tour", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_SINGLE);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Steps"), -1);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
atlas_console_steps_new (void)
{
  return g_object_new (ATLAS_TYPE_CONSOLE_STEPS, NULL);
}

void
atlas_console_steps_set_presentation (AtlasConsoleSteps *self,
                                      AtlasPresentation *presentation)
{
  g_return_if_fail (ATLAS_IS_CONSOLE_STEPS (self));

  if (!g_set_object (&self->presentation, presentation))
    return;

  g_signal_group_set_target (self->signals, presentation);
  fill (self);
}

void
atlas_console_steps_set_pictures (AtlasConsoleSteps *self,
                                  AtlasStepPictures *pictures)
{
  g_return_if_fail (ATLAS_IS_CONSOLE_STEPS (self));

  if (g_set_object (&self->pictures, pictures))
    show_pictures (self);
}

void
atlas_console_steps_focus (AtlasConsoleSteps *self)
{
  GtkListBoxRow *row = NULL;

  g_return_if_fail (ATLAS_IS_CONSOLE_STEPS (self));

  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
