// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-series-chart-private.h"
#include "atlas-series-tip.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define CLOSE_MARGIN 10 /* px right of the button: the pane's scrollbar stands there */

G_DEFINE_FINAL_TYPE (AtlasSeriesChart, atlas_series_chart, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
close_clicked_cb (AtlasSeriesChart *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
atlas_series_chart_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  AtlasSeriesChart *self = ATLAS_SERIES_CHART (widget);
  guint             serial = pango_context_get_serial (gtk_widget_get_pango_context (widget));

  GTK_WIDGET_CLASS (atlas_series_chart_parent_class)->css_changed (widget, change);

  if (serial != self->font_serial)
    {
      self->font_serial = serial;
      atlas_timeline_painter_set_language (self->painter, NULL); /* measures the font anew */
      gtk_widget_queue_resize (widget);
    }
  gtk_widget_queue_draw (widget);
}

static void
atlas_series_chart_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  AtlasSeriesChart       *self = ATLAS_SERIES_CHART (widget);
  AtlasTimelineFrame      frame = { 0 };
  AtlasSeriesTrack        track = self->track;
  GtkWidget              *focus = gtk_widget_get_focus_child (widget);
  const AtlasSeriesPoint *hovered = atlas_series_chart_hit (self, self->pointer_x);
  cairo_t                *cr = NULL;

  if (atlas_timeline_axis_get_width (self->axis) <= 0.0)
    return;

  frame = atlas_timeline_axis_get_frame (self->axis, widget, gtk_widget_get_height (widget));
  track.lit = hovered != NULL ? hovered : atlas_series_find (track.series, frame.clock);
  if (focus != NULL && ATLAS_IS_SERIES_VALUE (focus) && gtk_widget_has_visible_focus (focus))
    track.focused = atlas_series_chart_get_point (self, atlas_series_value_get_index (ATLAS_SERIES_VALUE (focus)));
  track.inset = gtk_widget_get_width (self->close) + CLOSE_MARGIN;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
  atlas_series_painter_paint (self->painter, cr, &frame, &track);
  cairo_destroy (cr);
  gtk_widget_snapshot_child (widget, self->close, snapshot);
}

static void
atlas_series_chart_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : (int) ceil (atlas_series_painter_get_height (ATLAS_SERIES_CHART (widget)->painter));
}

static void
atlas_series_chart_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  AtlasSeriesChart *self = ATLAS_SERIES_CHART (widget);
  AtlasTimeScale    scale = atlas_timeline_axis_get_scale (self->axis);
  double            lanes = MAX (width - ATLAS_TIMELINE_GUTTER, ATLAS_SERIES_CHART_LEAST);
  GtkRequisition    size;

  for (guint i = 0; i < self->n_used; i++)
    {
      AtlasSeriesValue       *child = g_ptr_array_index (self->values, i);
      const AtlasSeriesPoint *point = atlas_series_chart_get_point (self, atlas_series_value_get_index (child));
      cairo_rectangle_t       box = atlas_series_painter_get_box (self->painter, &self->track, &scale, point);
      double                  x0 = CLAMP (box.x, 0.0, lanes - ATLAS_SERIES_CHART_LEAST);
      double                  x1 = CLAMP (box.x + box.width, x0 + ATLAS_SERIES_CHART_LEAST, lanes);

      gtk_widget_measure (GTK_WIDGET (child), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (GTK_WIDGET (child), &(GtkAllocation){ (int) (x0 + ATLAS_TIMELINE_GUTTER), (int) box.y, (int) ceil (x1 - x0), MAX ((int) ceil (box.height), ATLAS_SERIES_CHART_LEAST) }, -1);
    }

  gtk_widget_get_preferred_size (self->close, NULL, &size);
  gtk_widget_size_allocate (self->close, &(GtkAllocation){ MAX (width - size.width - CLOSE_MARGIN, 0), 2, size.width, MIN (size.height, height) }, -1);
  if (self->tip != NULL)
    gtk_popover_present (GTK_POPOVER (self->tip));
}

static gboolean
atlas_series_chart_grab_focus (GtkWidget *widget)
{
  return atlas_series_chart_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
atlas_series_chart_dispose (GObject *object)
{
  AtlasSeriesChart *self = ATLAS_SERIES_CHART (object);
  GtkWidget        *child = NULL;

  g_clear_handle_id (&self->sync_source, g_source_remove);
  g_clear_handle_id (&self->tip_source, g_source_remove);
  g_clear_pointer (&self->tip, gtk_widget_unparent);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->values, 0);
  self->n_used = 0;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_series_chart_parent_class)->dispose (object);
}

static void
atlas_series_chart_finalize (GObject *object)
{
  AtlasSeriesChart *self = ATLAS_SERIES_CHART (object);

  g_ptr_array_unref (self->values);
  g_clear_object (&self->axis);
  g_clear_object (&self->dataset);
  g_clear_pointer (&self->painter, atlas_timeline_painter_free);

  G_OBJECT_CLASS (atlas_series_chart_parent_class)->finalize (object);
}

static void
atlas_series_chart_class_init (AtlasSeriesChartClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_series_chart_dispose;
  object_class->finalize = atlas_series_chart_finalize;
  widget_class->css_changed = atlas_series_chart_css_changed;
  widget_class->snapshot = atlas_series_chart_snapshot;
  widget_class->measure = atlas_series_chart_measure;
  widget_class->size_allocate = atlas_series_chart_size_allocate;
  widget_class->focus = atlas_series_chart_focus;
  widget_class->grab_focus = atlas_series_chart_grab_focus;

  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "atlas-series-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
atlas_series_chart_init (AtlasSeriesChart *self)
{
  self->values = g_ptr_array_new ();
  self->focus_index = G_MAXUINT;
  self->pointer_x = NAN;
  self->painter = atlas_timeline_painter_new (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  self->close = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (self->close, "flat");
  gtk_widget_set_cursor_from_name (self->close, "default");
  gtk_widget_set_parent (self->close, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (self->close, "clicked", G_CALLBACK (close_clicked_cb), self);
  atlas_series_chart_add_controllers (self);
}

GtkWidget *
atlas_series_chart_new (AtlasTimelineAxis *axis,
                        AtlasSession      *session,
                        const AtlasSeries *series,
                        guint              look)
{
  AtlasSeriesChart *self = NULL;
  g_autofree char  *label = NULL;
  g_autofree char  *hide = NULL;
  g_autofree char  *notes = NULL;

  g_return_val_if_fail (ATLAS_IS_TIMELINE_AXIS (axis) && ATLAS_IS_SESSION (session) && series != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_SERIES_CHART, NULL);
  self->axis = g_object_ref (axis);
  self->session = g_object_ref (session);
  self->dataset = g_object_ref (atlas_session_get_dataset (session));
  self->track.series = series;
  self->track.look = look;
  self->track.axis = atlas_series_axis_for (0.0, 1.0);

  /* Translators: a series of figures and its unit: "Oil through BTC, million tonnes". */
  label = g_strdup_printf (_ ("%s, %s"), series->title, series->unit);
  /* Translators: what the button does that takes the chart of this series away. */
  hide = g_strdup_printf (_ ("Hide “%s”"), series->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close), GTK_ACCESSIBLE_PROPERTY_LABEL, hide, -1);
  gtk_widget_set_tooltip_text (self->close, hide);
  notes = atlas_series_tip_describe (self->dataset, series);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, notes, -1);

  atlas_timeline_axis_add_controllers (axis, GTK_WIDGET (self));
  atlas_timeline_axis_add_scrubbing (axis, GTK_WIDGET (self), atlas_series_chart_pick_handle);
  g_signal_connect_object (axis, "changed", G_CALLBACK (atlas_series_chart_queue_sync), self, G_CONNECT_SWAPPED);
  atlas_series_chart_sync (self);

  return GTK_WIDGET (self);
}

const AtlasSeries *
atlas_series_chart_get_series (AtlasSeriesChart *self)
{
  g_return_val_if_fail (ATLAS_IS_SERIES_CHART (self), NULL);

  return self->track.series;
}

void
atlas_series_chart_set_values (AtlasSeriesChart *self,
                               AtlasSeriesAxis   values)
{
  g_return_if_fail (ATLAS_IS_SERIES_CHART (self));

  self->track.axis = values;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
