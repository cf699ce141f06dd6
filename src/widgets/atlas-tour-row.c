// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tour-row.h"

#include "atlas-tour-words.h"

#define MAX_LINES 4

struct _AtlasTourRow
{
  GtkListBoxRow parent_instance;

  AtlasTour    *tour;
  gboolean      own;
};

G_DEFINE_FINAL_TYPE (AtlasTourRow, atlas_tour_row, GTK_TYPE_LIST_BOX_ROW)

static void
atlas_tour_row_dispose (GObject *object)
{
  g_clear_object (&ATLAS_TOUR_ROW (object)->tour);

  G_OBJECT_CLASS (atlas_tour_row_parent_class)->dispose (object);
}

static void
atlas_tour_row_class_init (AtlasTourRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_tour_row_dispose;
}

static void
atlas_tour_row_init (AtlasTourRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "tour");
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

GtkWidget *
atlas_tour_row_new (AtlasTour *tour,
                    gboolean   own)
{
  AtlasTourRow    *self = g_object_new (ATLAS_TYPE_TOUR_ROW, NULL);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget       *description = create_label (atlas_tour_get_description (tour), "description");
  g_autofree char *extent = atlas_tour_extent_to_words (tour);
  g_autofree char *name = g_strdup_printf ("%s, %s", atlas_tour_get_title (tour), extent);

  self->tour = g_object_ref (tour);
  self->own = own;
  gtk_label_set_lines (GTK_LABEL (description), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (description), PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (description, *atlas_tour_get_description (tour) != '\0');

  gtk_box_append (GTK_BOX (box), create_label (atlas_tour_get_title (tour), "title"));
  gtk_box_append (GTK_BOX (box), description);
  gtk_box_append (GTK_BOX (box), create_label (extent, "extent"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, atlas_tour_get_description (tour), -1);

  return GTK_WIDGET (self);
}

AtlasTour *
atlas_tour_row_get_tour (AtlasTourRow *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_ROW (self), NULL);

  return self->tour;
}

gboolean
atlas_tour_row_is_own (AtlasTourRow *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_ROW (self), FALSE);

  return self->own;
}

void
atlas_tour_row_set_current (AtlasTourRow *self,
                            gboolean      current)
{
  g_return_if_fail (ATLAS_IS_TOUR_ROW (self));

  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
}
