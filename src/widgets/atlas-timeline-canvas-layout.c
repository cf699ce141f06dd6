// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-canvas-private.h"

#include <math.h>

static AtlasTimelineIndex *
create_index (AtlasTimelineCanvas *self,
              AtlasDataset        *dataset)
{
  g_autoptr (AtlasTextWidths) widths = atlas_timeline_painter_create_widths (self->painter);
  AtlasTimelineIndexSpec spec = {
    .filter = atlas_session_get_filter (self->session),
    .widths = widths,
    .language = atlas_session_get_language (self->session),
    .today = atlas_day_today (),
  };

  return atlas_timeline_index_new (dataset, &spec);
}

/* What should stay where it is when rows change: what the pointer is on or what is selected, if it is in view. */
static AtlasItem *
get_anchor (AtlasTimelineCanvas *self,
            double              *y)
{
  AtlasItem        *items[] = { atlas_session_get_hovered (self->session), atlas_session_get_selected (self->session) };
  AtlasTimelineView view = atlas_timeline_canvas_get_view (self);

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      const AtlasTimelineEntry *entry = atlas_timeline_canvas_lookup (self, items[i]);
      cairo_rectangle_t         box;

      if (entry == NULL)
        continue;

      box = atlas_timeline_layout_get_box (self->layout, &view, entry);
      *y = box.y;
      if (box.y >= 0.0 && box.y <= self->height && box.x + box.width >= 0.0 && box.x <= view.width)
        return items[i];
    }

  return NULL;
}

/* Where the middle of the view is: a lane and how far down in it. Rows change with the layout; this does not. */
static double
get_place (AtlasTimelineCanvas *self)
{
  double middle = gtk_adjustment_get_value (self->vadjustment) + self->height / 2.0;

  for (guint i = 0; self->layout != NULL && i < atlas_timeline_layout_get_n_lanes (self->layout); i++)
    {
      const AtlasTimelineLane *lane = atlas_timeline_layout_get_lane (self->layout, i);

      if (middle < lane->y + lane->height)
        return i + MAX (middle - lane->y, 0.0) / lane->height;
    }

  return 0.0;
}

static void
set_place (AtlasTimelineCanvas *self,
           double               place,
           gboolean             at_top)
{
  double                   height = atlas_timeline_layout_get_height (self->layout);
  const AtlasTimelineLane *lane = atlas_timeline_layout_get_lane (self->layout, (guint) place);
  double                   middle = lane != NULL ? lane->y + (place - floor (place)) * lane->height : 0.0;

  gtk_adjustment_configure (self->vadjustment, at_top ? 0.0 : CLAMP (middle - self->height / 2.0, 0.0, MAX (height - self->height, 0.0)),
                            0.0, MAX (height, self->height), 24.0, self->height * 0.9, self->height);
}

void
atlas_timeline_canvas_ensure_layout (AtlasTimelineCanvas *self)
{
  AtlasDataset     *dataset = self->session != NULL ? atlas_session_get_dataset (self->session) : NULL;
  double            bucket = atlas_timeline_layout_get_bucket (atlas_timeline_axis_get_scale (self->axis).px_per_day);
  gboolean          at_top = gtk_adjustment_get_value (self->vadjustment) < 1.0;
  double            place = 0.0;
  double            anchor_y = 0.0;
  AtlasItem        *anchor = NULL;
  gboolean          first = FALSE;
  AtlasTimelineSpec spec = { .px_per_day = bucket, .height = self->height };

  if (self->dataset != dataset)
    {
      g_clear_pointer (&self->layout, atlas_timeline_layout_unref);
      g_clear_pointer (&self->index, atlas_timeline_index_unref);
    }
  g_set_object (&self->dataset, dataset);
  if (dataset == NULL || atlas_timeline_axis_get_width (self->axis) <= 0.0)
    return;
  if (self->layout != NULL && !self->stale && bucket == self->layout_bucket && self->height == self->layout_height)
    return;

  spec.line_height = atlas_timeline_painter_get_line_height (self->painter);
  if (self->stale || self->index == NULL)
    {
      g_clear_pointer (&self->index, atlas_timeline_index_unref);
      self->index = create_index (self, dataset);
    }
  spec.index = self->index;
  first = self->layout == NULL;
  place = get_place (self);
  anchor = get_anchor (self, &anchor_y);
  g_clear_pointer (&self->layout, atlas_timeline_layout_unref);
  self->layout = atlas_timeline_layout_new (&spec);
  self->layout_bucket = bucket;
  self->layout_height = self->height;
  self->stale = FALSE;
  set_place (self, place, at_top);
  if (atlas_timeline_canvas_lookup (self, anchor) != NULL)
    {
      AtlasTimelineView view = atlas_timeline_canvas_get_view (self);
      cairo_rectangle_t box = atlas_timeline_layout_get_box (self->layout, &view, atlas_timeline_canvas_lookup (self, anchor));

      gtk_adjustment_set_value (self->vadjustment, view.top + box.y - anchor_y);
    }
  if (first)
    atlas_timeline_canvas_reveal_row (self, atlas_session_get_selected (self->session));
  atlas_timeline_canvas_queue_sync (self);
}
