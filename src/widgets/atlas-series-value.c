// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-series-value.h"

struct _AtlasSeriesValue
{
  GtkWidget parent_instance;

  guint     index;
  char     *label;
};

G_DEFINE_FINAL_TYPE (AtlasSeriesValue, atlas_series_value, GTK_TYPE_WIDGET)

/* What assistive technology activates; the keyboard's Enter comes to the pane itself. */
static void
activate_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  gtk_widget_grab_focus (widget);
  gtk_widget_activate_action (widget, "series-pane.activate", NULL);
}

static void
atlas_series_value_finalize (GObject *object)
{
  g_free (ATLAS_SERIES_VALUE (object)->label);

  G_OBJECT_CLASS (atlas_series_value_parent_class)->finalize (object);
}

static void
atlas_series_value_class_init (AtlasSeriesValueClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_series_value_finalize;

  gtk_widget_class_install_action (widget_class, "series-value.activate", NULL, activate_action);
  gtk_widget_class_set_css_name (widget_class, "atlas-series-value");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
atlas_series_value_init (AtlasSeriesValue *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE); /* the chart knows best what the pointer is on */
}

GtkWidget *
atlas_series_value_new (void)
{
  return g_object_new (ATLAS_TYPE_SERIES_VALUE, NULL);
}

void
atlas_series_value_set (AtlasSeriesValue  *self,
                        const AtlasSeries *series,
                        guint              index)
{
  g_return_if_fail (ATLAS_IS_SERIES_VALUE (self));
  g_return_if_fail (series != NULL && index < series->points->len);

  self->index = index;
  g_free (self->label);
  self->label = atlas_series_point_to_words (series, &g_array_index (series->points, AtlasSeriesPoint, index));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) index + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) series->points->len, -1);
}

guint
atlas_series_value_get_index (AtlasSeriesValue *self)
{
  g_return_val_if_fail (ATLAS_IS_SERIES_VALUE (self), 0);

  return self->index;
}

const char *
atlas_series_value_get_label (AtlasSeriesValue *self)
{
  g_return_val_if_fail (ATLAS_IS_SERIES_VALUE (self), NULL);

  return self->label;
}
