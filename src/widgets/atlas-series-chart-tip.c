// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-series-chart-private.h"
#include "atlas-series-tip.h"

#include <math.h>

/* The card that tells a value's note and sources. GTK's own tooltips stand wrong when their text wraps. */

#define TIP_CHARS 50      /* a line */
#define TIP_MS 500        /* before it comes */
#define TIP_FOLLOWS_MS 60 /* from one value to the next */

static GtkWidget *
create_tip (AtlasSeriesChart *self)
{
  GtkWidget *tip = gtk_popover_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_width_chars (GTK_LABEL (label), TIP_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TIP_CHARS);
  gtk_popover_set_child (GTK_POPOVER (tip), label);
  gtk_popover_set_autohide (GTK_POPOVER (tip), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (tip), FALSE);
  gtk_popover_set_position (GTK_POPOVER (tip), GTK_POS_TOP);
  gtk_widget_add_css_class (tip, "series-tip");
  gtk_widget_set_can_target (tip, FALSE);
  gtk_widget_set_can_focus (tip, FALSE);
  gtk_widget_set_parent (tip, GTK_WIDGET (self));

  return tip;
}

static gboolean
is_shown (AtlasSeriesChart *self)
{
  return self->tip != NULL && gtk_widget_get_visible (self->tip);
}

/* Whether some of the chart is in what its pane has scrolled to. */
static gboolean
is_in_view (AtlasSeriesChart *self)
{
  GtkWidget      *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  if (viewport == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (self), viewport, &bounds))
    return TRUE;

  return bounds.origin.y + bounds.size.height > 0.0F && bounds.origin.y < (float) gtk_widget_get_height (viewport);
}

static void
show (AtlasSeriesChart       *self,
      const AtlasSeriesPoint *point)
{
  AtlasTimeScale    scale = atlas_timeline_axis_get_scale (self->axis);
  double            width = atlas_timeline_axis_get_width (self->axis);
  cairo_rectangle_t box = atlas_series_painter_get_box (self->painter, &self->track, &scale, point);
  double            x0 = CLAMP (box.x, 0.0, width - 1.0);
  double            x1 = CLAMP (box.x + box.width, x0 + 1.0, width);
  g_autofree char  *markup = NULL;

  if (box.x >= width || box.x + box.width <= 0.0 || !is_in_view (self))
    return;

  if (self->tip == NULL)
    self->tip = create_tip (self);
  markup = atlas_series_tip_new (self->dataset, self->track.series, point);
  gtk_label_set_markup (GTK_LABEL (gtk_popover_get_child (GTK_POPOVER (self->tip))), markup);
  /* Beside all of the chart: it must not come under the pointer. */
  gtk_popover_set_pointing_to (GTK_POPOVER (self->tip),
                               &(GdkRectangle){ (int) (x0 + ATLAS_TIMELINE_GUTTER), 0, (int) ceil (x1 - x0), gtk_widget_get_height (GTK_WIDGET (self)) });
  gtk_popover_popup (GTK_POPOVER (self->tip));
}

static gboolean
show_cb (gpointer user_data)
{
  AtlasSeriesChart       *self = user_data;
  const AtlasSeriesPoint *point = atlas_series_chart_hit (self, self->pointer_x);

  self->tip_source = 0;
  if (point != NULL)
    show (self, point);

  return G_SOURCE_REMOVE;
}

void
atlas_series_chart_hide_tip (AtlasSeriesChart *self)
{
  g_clear_handle_id (&self->tip_source, g_source_remove);
  if (is_shown (self))
    gtk_popover_popdown (GTK_POPOVER (self->tip));
}

void
atlas_series_chart_update_tip (AtlasSeriesChart *self)
{
  guint delay = is_shown (self) ? TIP_FOLLOWS_MS : TIP_MS;

  g_clear_handle_id (&self->tip_source, g_source_remove);
  if (atlas_series_chart_hit (self, self->pointer_x) != NULL)
    self->tip_source = g_timeout_add (delay, show_cb, self);
  else
    atlas_series_chart_hide_tip (self);
}

void
atlas_series_chart_moved (AtlasSeriesChart *self)
{
  atlas_series_chart_hide_tip (self);
  atlas_series_chart_update_tip (self);
}

void
atlas_series_chart_toggle_tip (AtlasSeriesChart *self)
{
  const AtlasSeriesPoint *point = atlas_series_chart_get_focus_point (self);

  g_return_if_fail (ATLAS_IS_SERIES_CHART (self));

  if (is_shown (self) || point == NULL)
    atlas_series_chart_hide_tip (self);
  else
    show (self, point);
}
