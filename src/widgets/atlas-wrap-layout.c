// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-wrap-layout.h"

struct _AtlasWrapLayout
{
  GtkLayoutManager parent_instance;

  int              spacing;
};

G_DEFINE_FINAL_TYPE (AtlasWrapLayout, atlas_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* A line that has been begun: the next child's place in it. */
typedef struct
{
  int x;
  int y;
  int height;
} Line;

/* Places a child after the others, in a new line when there is no more room. */
static GtkAllocation
place (AtlasWrapLayout *self,
       Line            *line,
       GtkWidget       *child,
       int              width)
{
  GtkAllocation place = { 0 };
  int           minimum = 0;
  int           natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  place.width = MAX (minimum, MIN (natural, width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL, NULL);

  if (line->x > 0 && line->x + place.width > width)
    {
      line->x = 0;
      line->y += line->height + self->spacing;
      line->height = 0;
    }

  place.x = line->x;
  place.y = line->y;
  line->x += place.width + self->spacing;
  line->height = MAX (line->height, place.height);

  return place;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager,
                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (AtlasWrapLayout *self,
               GtkWidget       *widget,
               int             *minimum,
               int             *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int child_minimum = 0;
        int child_natural = 0;

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
        *minimum = MAX (*minimum, child_minimum);
        *natural += child_natural + (*natural > 0 ? self->spacing : 0);
      }
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
  AtlasWrapLayout *self = ATLAS_WRAP_LAYOUT (manager);
  Line             line = { 0 };

  *minimum = 0;
  *natural = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      place (self, &line, child, for_size >= 0 ? for_size : G_MAXINT / 2);

  *minimum = line.y + line.height;
  *natural = *minimum;
}

static void
allocate (GtkLayoutManager *manager,
          GtkWidget        *widget,
          int               width,
          int               height,
          int               baseline)
{
  AtlasWrapLayout *self = ATLAS_WRAP_LAYOUT (manager);
  gboolean         is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Line             line = { 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        GtkAllocation allocation = place (self, &line, child, width);

        if (is_rtl)
          allocation.x = width - allocation.x - allocation.width;
        gtk_widget_size_allocate (child, &allocation, -1);
      }
}

static void
atlas_wrap_layout_class_init (AtlasWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
atlas_wrap_layout_init (AtlasWrapLayout *self)
{
}

GtkLayoutManager *
atlas_wrap_layout_new (int spacing)
{
  AtlasWrapLayout *self = g_object_new (ATLAS_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}
