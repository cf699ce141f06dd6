// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-canvas-private.h"

#define REVEAL_MARGIN 10.0 /* of a mark that is in view well enough to stay where it is */
#define ROW_MARGIN 20.0

/* What is selected stays where it is while one zooms, if it is in view; else (-1) the middle does. */
static double
get_zoom_x (AtlasTimelineCanvas *self)
{
  const AtlasTimelineEntry *entry = atlas_timeline_canvas_lookup (self, atlas_session_get_selected (self->session));
  AtlasTimelineView         view = atlas_timeline_canvas_get_view (self);
  cairo_rectangle_t         box;
  double                    x = 0.0;

  if (entry == NULL)
    return -1.0;

  box = atlas_timeline_layout_get_box (self->layout, &view, entry);
  x = box.x + MIN (box.width, view.width) / 2.0;
  if (box.width > view.width / 2.0)
    x = box.x; /* its begin tells more than the middle of a long bar */

  return x >= 0.0 && x <= view.width ? x : -1.0;
}

void
atlas_timeline_canvas_zoom (AtlasTimelineCanvas *self,
                            int                  direction)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_CANVAS (self));

  if (self->session != NULL)
    atlas_timeline_axis_zoom (self->axis, direction, get_zoom_x (self));
}

void
atlas_timeline_canvas_reveal_row (AtlasTimelineCanvas *self,
                                  AtlasItem           *item)
{
  const AtlasTimelineEntry *entry = atlas_timeline_canvas_lookup (self, item);
  AtlasTimelineView         view = atlas_timeline_canvas_get_view (self);
  cairo_rectangle_t         box, label;
  double                    top, foot;

  if (entry == NULL)
    return;

  box = atlas_timeline_layout_get_box (self->layout, &view, entry);
  label = atlas_timeline_layout_get_label_box (self->layout, &view, entry);
  top = MIN (box.y, label.y) - ROW_MARGIN;
  foot = box.y + box.height + ROW_MARGIN;
  if (top < 0.0)
    gtk_adjustment_set_value (self->vadjustment, view.top + top);
  else if (foot > self->height)
    gtk_adjustment_set_value (self->vadjustment, view.top + foot - self->height);
}

void
atlas_timeline_canvas_reveal (AtlasTimelineCanvas *self,
                              AtlasItem           *item)
{
  const AtlasTimelineEntry *entry = atlas_timeline_canvas_lookup (self, item);
  AtlasTimelineView         view = atlas_timeline_canvas_get_view (self);
  cairo_rectangle_t         box;
  AtlasTimeScale            scale = view.scale;
  double                    edge;

  if (entry == NULL)
    return;

  atlas_timeline_canvas_reveal_row (self, item);
  box = atlas_timeline_layout_get_box (self->layout, &view, entry);
  if (box.x + box.width > REVEAL_MARGIN && box.x < view.width - REVEAL_MARGIN)
    return;

  /* The nearer of its ends comes to a third of the view: the shorter way, and what is round it is seen too. */
  edge = box.x < 0.0 ? entry->life.end : entry->life.begin;
  scale.begin = edge - view.width / 3.0 / scale.px_per_day;
  atlas_timeline_axis_glide_to (self->axis, scale);
}

void
atlas_timeline_canvas_fit_item (AtlasTimelineCanvas *self,
                                AtlasItem           *item)
{
  const AtlasTimelineEntry *entry = atlas_timeline_canvas_lookup (self, item);

  if (entry != NULL)
    atlas_timeline_axis_show (self->axis, entry->known);
}
