// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-brush-private.h"

#define REVEAL_ROOM 0.15 /* of the view's width */

static gboolean
has_window (AtlasTimelineBrush *self)
{
  return atlas_timeline_brush_is_ready (self) && !atlas_time_span_is_empty (atlas_timeline_brush_get_window (self));
}

void
atlas_timeline_brush_step (AtlasTimelineBrush *self,
                           AtlasTimeBrushPart  part,
                           int                 count,
                           gboolean            leap)
{
  AtlasTimelineAxis *axis = NULL;
  AtlasTimeUnit      unit;

  g_return_if_fail (ATLAS_IS_TIMELINE_BRUSH (self));

  axis = atlas_timeline_brush_get_axis (self);
  if (!has_window (self))
    return;

  unit = atlas_timeline_brush_get_unit (self);
  atlas_timeline_brush_set_window (self, atlas_time_brush_step (atlas_timeline_brush_get_window (self), part,
                                                                leap ? atlas_time_brush_get_leap (unit) : unit, count,
                                                                atlas_timeline_axis_get_bounds (axis)));
  atlas_timeline_brush_reveal (self, part);
}

void
atlas_timeline_brush_go_to_end (AtlasTimelineBrush *self,
                                AtlasTimeBrushPart  part,
                                int                 direction)
{
  AtlasTimelineAxis *axis = NULL;
  g_return_if_fail (ATLAS_IS_TIMELINE_BRUSH (self));

  axis = atlas_timeline_brush_get_axis (self);
  if (!has_window (self))
    return;

  atlas_timeline_brush_set_window (self, atlas_time_brush_go_to_end (atlas_timeline_brush_get_window (self), part,
                                                                     atlas_timeline_brush_get_unit (self), direction,
                                                                     atlas_timeline_axis_get_bounds (axis)));
  atlas_timeline_brush_reveal (self, part);
}

/* An edge that passes the other leaves that side open. */
void
atlas_timeline_brush_mark (AtlasTimelineBrush *self,
                           AtlasTimeBrushPart  edge)
{
  AtlasTimelineAxis *axis = NULL;
  AtlasTimeSpan      window, mark;
  AtlasTimeScale     scale;

  g_return_if_fail (ATLAS_IS_TIMELINE_BRUSH (self));

  axis = atlas_timeline_brush_get_axis (self);
  if (!atlas_timeline_brush_is_ready (self))
    return;

  window = atlas_timeline_brush_get_window (self);
  mark = atlas_session_get_clock (atlas_timeline_axis_get_session (axis));
  if (atlas_session_get_clock_mode (atlas_timeline_axis_get_session (axis)) == ATLAS_CLOCK_ALL || atlas_time_span_is_empty (mark))
    {
      scale = atlas_timeline_axis_get_aim (axis);
      mark = atlas_time_scale_get_range (&scale, atlas_timeline_axis_get_width (axis));
      mark.begin = atlas_time_brush_snap (atlas_timeline_brush_get_unit (self), mark.begin);
      mark.end = atlas_time_brush_snap (atlas_timeline_brush_get_unit (self), mark.end);
    }

  if (atlas_time_span_is_empty (window))
    window = ATLAS_TIME_SPAN_ALL;
  if (edge == ATLAS_TIME_BRUSH_BEGIN)
    window = ATLAS_TIME_SPAN_INIT (mark.begin, window.end > mark.begin ? window.end : G_MAXINT);
  else
    window = ATLAS_TIME_SPAN_INIT (window.begin < mark.end ? window.begin : G_MININT, mark.end);
  atlas_timeline_brush_set_window (self, window);
}

void
atlas_timeline_brush_fit (AtlasTimelineBrush *self)
{
  AtlasTimelineAxis *axis = NULL;
  g_return_if_fail (ATLAS_IS_TIMELINE_BRUSH (self));

  axis = atlas_timeline_brush_get_axis (self);
  if (has_window (self))
    atlas_timeline_axis_show (axis, atlas_time_brush_close (atlas_timeline_brush_get_window (self),
                                                            atlas_timeline_axis_get_bounds (axis)));
}

void
atlas_timeline_brush_reveal (AtlasTimelineBrush *self,
                             AtlasTimeBrushPart  part)
{
  AtlasTimelineAxis *axis = NULL;
  AtlasTimeSpan      window;
  AtlasTimeScale     scale;
  double             width, x, room;
  double             day;

  g_return_if_fail (ATLAS_IS_TIMELINE_BRUSH (self));

  axis = atlas_timeline_brush_get_axis (self);
  if (!has_window (self))
    return;

  window = atlas_time_brush_close (atlas_timeline_brush_get_window (self), atlas_timeline_axis_get_bounds (axis));
  scale = atlas_timeline_axis_get_aim (axis);
  width = atlas_timeline_axis_get_width (axis);
  day = part == ATLAS_TIME_BRUSH_BEGIN ? window.begin : part == ATLAS_TIME_BRUSH_END ? window.end
                                                                                     : (window.begin + (double) window.end) / 2.0;
  x = atlas_time_scale_get_x (&scale, day);
  if (x >= 0.0 && x <= width)
    return;

  room = x < 0.0 ? width * REVEAL_ROOM : width * (1.0 - REVEAL_ROOM);
  scale.begin += (x - room) / scale.px_per_day;
  atlas_timeline_axis_glide_to (axis, scale);
}
