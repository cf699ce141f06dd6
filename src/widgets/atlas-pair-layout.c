// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-pair-layout.h"

struct _AtlasPairLayout
{
  GtkLayoutManager parent_instance;

  int              spacing;
  int              column;
};

G_DEFINE_FINAL_TYPE (AtlasPairLayout, atlas_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

/* How wide a child is: a column's width, or all there is. */
static int
get_child_width (AtlasPairLayout *self,
                 GtkWidget       *widget,
                 int              width,
                 gboolean        *side_by_side)
{
  int n_children = 0;
  int widest = 0;
  int column = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int minimum = 0;

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
        widest = MAX (widest, minimum);
        n_children++;
      }

  column = n_children > 0 ? (width - (n_children - 1) * self->spacing) / n_children : width;
  *side_by_side = n_children > 1 && column >= MAX (self->column, widest);

  return *side_by_side ? column : width;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager,
                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget        *widget,
         GtkOrientation    orientation,
         int               for_size,
         int              *minimum,
         int              *natural,
         int              *minimum_baseline,
         int              *natural_baseline)
{
  AtlasPairLayout *self = ATLAS_PAIR_LAYOUT (manager);
  gboolean         side_by_side = FALSE;
  int              child_width = for_size >= 0 ? get_child_width (self, widget, for_size, &side_by_side) : -1;

  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int child_minimum = 0;
        int child_natural = 0;
        int gap = *natural > 0 ? self->spacing : 0;

        gtk_widget_measure (child, orientation, orientation == GTK_ORIENTATION_VERTICAL ? child_width : -1, &child_minimum, &child_natural, NULL, NULL);
        if (orientation == GTK_ORIENTATION_HORIZONTAL || side_by_side)
          {
            *minimum = MAX (*minimum, child_minimum);
            *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? *natural + child_natural + gap : MAX (*natural, child_natural);
          }
        else
          {
            *minimum += child_minimum + gap;
            *natural += child_natural + gap;
          }
      }
}

static void
allocate (GtkLayoutManager *manager,
          GtkWidget        *widget,
          int               width,
          int               height,
          int               baseline)
{
  AtlasPairLayout *self = ATLAS_PAIR_LAYOUT (manager);
  gboolean         is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean         side_by_side = FALSE;
  int              child_width = get_child_width (self, widget, width, &side_by_side);
  int              x = 0;
  int              y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int child_height = height;

        if (!side_by_side)
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height, NULL, NULL);
        gtk_widget_size_allocate (child, &(GtkAllocation){ is_rtl && side_by_side ? width - x - child_width : x, y, child_width, child_height }, -1);
        if (side_by_side)
          x += child_width + self->spacing;
        else
          y += child_height + self->spacing;
      }
}

static void
atlas_pair_layout_class_init (AtlasPairLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
atlas_pair_layout_init (AtlasPairLayout *self)
{
}

GtkLayoutManager *
atlas_pair_layout_new (int spacing,
                       int column)
{
  AtlasPairLayout *self = g_object_new (ATLAS_TYPE_PAIR_LAYOUT, NULL);

  self->spacing = spacing;
  self->column = column;

  return GTK_LAYOUT_MANAGER (self);
}
