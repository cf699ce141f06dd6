// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-legend-row.h"

#define SAMPLE_WIDTH 50
#define SAMPLE_HEIGHT 16

struct _AtlasLegendRowButton
{
  GtkToggleButton parent_instance;

  AtlasLegendRow  row;
  AtlasPaletteId  palette;

  GtkWidget      *sample;
  GtkWidget      *words;
  GtkWidget      *count;
};

G_DEFINE_FINAL_TYPE (AtlasLegendRowButton, atlas_legend_row_button, GTK_TYPE_TOGGLE_BUTTON)

static void
draw_sample (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        user_data)
{
  AtlasLegendRowButton *self = user_data;

  atlas_legend_row_paint (&self->row, cr, self->palette, width, height);
}

static void
atlas_legend_row_button_class_init (AtlasLegendRowButtonClass *klass)
{
}

static void
atlas_legend_row_button_init (AtlasLegendRowButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->sample = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->sample), SAMPLE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->sample), SAMPLE_HEIGHT);
  gtk_widget_set_valign (self->sample, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->sample), draw_sample, self, NULL);

  self->words = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0.0F);
  gtk_label_set_ellipsize (GTK_LABEL (self->words), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->words, TRUE);

  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 1.0F);
  gtk_widget_add_css_class (self->count, "count");
  gtk_widget_add_css_class (self->count, "numeric");

  gtk_box_append (GTK_BOX (box), self->sample);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "legend-row");
}

GtkWidget *
atlas_legend_row_button_new (void)
{
  return g_object_new (ATLAS_TYPE_LEGEND_ROW_BUTTON, NULL);
}

void
atlas_legend_row_button_set_row (AtlasLegendRowButton *self,
                                 const AtlasLegendRow *row,
                                 AtlasPaletteId        palette)
{
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;
  g_autofree char *count = NULL;

  g_return_if_fail (ATLAS_IS_LEGEND_ROW_BUTTON (self));
  g_return_if_fail (row != NULL);

  self->row = *row;
  self->palette = palette;
  words = atlas_legend_row_to_words (row);
  name = atlas_legend_row_to_name (row);
  count = g_strdup_printf ("%u", row->count);

  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self), row->chosen);
  if (row->put_away)
    gtk_widget_add_css_class (GTK_WIDGET (self), "put-away");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "put-away");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (self->sample);
}

const AtlasLegendRow *
atlas_legend_row_button_get_row (AtlasLegendRowButton *self)
{
  g_return_val_if_fail (ATLAS_IS_LEGEND_ROW_BUTTON (self), NULL);

  return &self->row;
}
