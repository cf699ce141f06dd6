// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-legend.h"

#include "atlas-legend-model.h"

#include <glib/gi18n-lib.h>

#define SAMPLE_WIDTH 34
#define SAMPLE_HEIGHT 16

struct _AtlasLegend
{
  GtkWidget      parent_instance;

  GtkWidget     *expander;
  GtkWidget     *grid;
  GArray        *rows; /* of AtlasLegendRow */
  AtlasPaletteId palette;
};

G_DEFINE_FINAL_TYPE (AtlasLegend, atlas_legend, GTK_TYPE_WIDGET)

enum
{
  UNFOLDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
draw_sample (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        user_data)
{
  AtlasLegend          *self = ATLAS_LEGEND (gtk_widget_get_ancestor (GTK_WIDGET (area), ATLAS_TYPE_LEGEND));
  const AtlasLegendRow *row = user_data;

  if (self != NULL)
    atlas_map_style_paint_sample (cr, row->kind, row->status, row->variant, row->schematic, self->palette, width, height);
}

static void
add_row (AtlasLegend          *self,
         const AtlasLegendRow *row,
         int                   top)
{
  GtkWidget       *sample = gtk_drawing_area_new ();
  g_autofree char *words = atlas_legend_row_to_words (row);
  g_autofree char *count = g_strdup_printf ("%u", row->count);
  GtkWidget       *name = gtk_label_new (words);
  GtkWidget       *number = gtk_label_new (count);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (sample), SAMPLE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (sample), SAMPLE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sample), draw_sample, g_memdup2 (row, sizeof *row), g_free);

  gtk_label_set_xalign (GTK_LABEL (name), 0.0F);
  gtk_label_set_xalign (GTK_LABEL (number), 1.0F);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");

  gtk_grid_attach (GTK_GRID (self->grid), sample, 0, top, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), name, 1, top, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), number, 2, top, 1, 1);
}

static gboolean
rows_equal (GArray *a,
            GArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const AtlasLegendRow *x = &g_array_index (a, AtlasLegendRow, i);
      const AtlasLegendRow *y = &g_array_index (b, AtlasLegendRow, i);

      if (x->kind != y->kind || x->status != y->status || x->variant != y->variant || x->schematic != y->schematic || x->count != y->count)
        return FALSE;
    }

  return TRUE;
}

void
atlas_legend_update (AtlasLegend   *self,
                     AtlasMapScene *scene,
                     AtlasBox       box)
{
  g_autoptr (GArray) rows = NULL;
  GtkWidget *child = NULL;

  g_return_if_fail (ATLAS_IS_LEGEND (self));

  if (scene == NULL || !gtk_expander_get_expanded (GTK_EXPANDER (self->expander)))
    return;

  rows = atlas_legend_model_rows (scene, box);
  if (rows_equal (rows, self->rows) && self->palette == atlas_map_scene_get_palette (scene))
    return;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);

  self->palette = atlas_map_scene_get_palette (scene);
  for (guint i = 0; i < rows->len; i++)
    add_row (self, &g_array_index (rows, AtlasLegendRow, i), (int) i);

  g_clear_pointer (&self->rows, g_array_unref);
  self->rows = g_steal_pointer (&rows);
}

static void
expanded_changed_cb (AtlasLegend *self)
{
  g_signal_emit (self, signals[UNFOLDED], 0);
}

static void
atlas_legend_dispose (GObject *object)
{
  AtlasLegend *self = ATLAS_LEGEND (object);

  g_clear_pointer (&self->expander, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_array_unref);

  G_OBJECT_CLASS (atlas_legend_parent_class)->dispose (object);
}

static void
atlas_legend_class_init (AtlasLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_legend_dispose;

  signals[UNFOLDED] = g_signal_new ("unfolded", ATLAS_TYPE_LEGEND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-legend");
}

static void
atlas_legend_init (AtlasLegend *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 2);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);

  self->expander = gtk_expander_new (_ ("Legend"));
  gtk_expander_set_child (GTK_EXPANDER (self->expander), scroller);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (expanded_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_legend_new (void)
{
  return g_object_new (ATLAS_TYPE_LEGEND, NULL);
}
