// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

#define HEADING 0.17 /* alpha of a period's heading, */
#define WASH 0.05    /* of the wash below it, */
#define RULE 0.50    /* and of the rule at its begin */
#define WAR 0.10     /* alpha of the wash of a war, */
#define FRONT 0.30   /* and of the rules at its sides */
#define MARGIN 100.0 /* px: what is wider is cut, outside of the view */

static void
fill (cairo_t   *cr,
      AtlasColor color,
      double     alpha,
      double     x0,
      double     y0,
      double     x1,
      double     y1)
{
  if (x1 <= x0 || y1 <= y0)
    return;

  atlas_palette_set_source (cr, color, alpha);
  cairo_rectangle (cr, x0, y0, x1 - x0, y1 - y0);
  cairo_fill (cr);
}

/* From faint, where the period may not have begun yet, to full. */
static void
fill_rising (cairo_t   *cr,
             AtlasColor color,
             double     alpha,
             double     x0,
             double     y0,
             double     x1,
             double     y1)
{
  cairo_pattern_t *pattern = NULL;
  double           r = (color.rgb >> 16 & 255) / 255.0;
  double           g = (color.rgb >> 8 & 255) / 255.0;
  double           b = (color.rgb & 255) / 255.0;

  if (x1 <= x0 || y1 <= y0)
    return;

  pattern = cairo_pattern_create_linear (x0, 0.0, x1, 0.0);
  cairo_pattern_add_color_stop_rgba (pattern, 0.0, r, g, b, alpha * 0.2);
  cairo_pattern_add_color_stop_rgba (pattern, 1.0, r, g, b, alpha);
  cairo_set_source (cr, pattern);
  cairo_rectangle (cr, x0, y0, x1 - x0, y1 - y0);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

void
atlas_timeline_paint_band (cairo_t                  *cr,
                           const AtlasTimelineFrame *frame,
                           const AtlasTimelineMark  *mark)
{
  const AtlasTimelineEntry *entry = mark->entry;
  const AtlasTimelineLane  *lane = atlas_timeline_layout_get_lane (frame->layout, entry->lane);
  const AtlasTimelineInks  *inks = atlas_timeline_inks_get (frame->palette);
  AtlasColor                band = entry->across ? inks->war : inks->band;
  double                    x0 = atlas_timeline_snap (MAX (mark->box.x, -MARGIN));
  double                    x1 = atlas_timeline_snap (MIN (mark->box.x + mark->box.width, frame->view.width + MARGIN));
  double                    begin = atlas_timeline_snap (CLAMP (atlas_time_scale_get_x (&frame->view.scale, entry->certain.begin), x0, MAX (x1, x0)));
  double                    top = atlas_timeline_snap (mark->box.y);
  double                    neck = top + atlas_timeline_snap (mark->box.height);
  double                    foot = atlas_timeline_snap (lane->y + lane->height - frame->view.top);

  fill_rising (cr, band, HEADING * mark->strength, x0, top, begin, neck);
  fill (cr, band, HEADING * mark->strength, begin, top, x1, neck);
  fill (cr, band, RULE * mark->strength, x0, top, x0 + 1.0, neck);
  if (entry->across)
    return; /* its wash goes down all lanes */

  fill_rising (cr, band, WASH * mark->strength, x0, neck, begin, foot);
  fill (cr, band, WASH * mark->strength, begin, neck, x1, foot);
  fill (cr, band, RULE * 0.3 * mark->strength, x0, neck, x0 + 1.0, foot);
}

typedef struct
{
  cairo_t                  *cr;
  const AtlasTimelineFrame *frame;
} Across;

static void
paint_across (const AtlasTimelineEntry *entry,
              gpointer                  user_data)
{
  const Across             *across = user_data;
  const AtlasTimelineFrame *frame = across->frame;
  AtlasColor                war = atlas_timeline_inks_get (frame->palette)->war;
  double                    x0 = atlas_timeline_snap (MAX (atlas_time_scale_get_x (&frame->view.scale, entry->life.begin), -MARGIN));
  double                    x1 = atlas_timeline_snap (MIN (atlas_time_scale_get_x (&frame->view.scale, entry->life.end), frame->view.width + MARGIN));
  double                    height = frame->view.height;
  gboolean                  is_shown = frame->visibility == NULL || frame->visibility (entry->item, frame->user_data) == ATLAS_VISIBILITY_SHOWN;
  double                    strength = is_shown ? 1.0 : 0.4;

  x1 = MAX (x1, x0 + 2.0);
  fill (across->cr, war, WAR * strength, x0, 0.0, x1, height);
  if (x1 - x0 < 4.0)
    {
      fill (across->cr, war, FRONT * strength, x0, 0.0, x1, height);
      return;
    }
  fill (across->cr, war, FRONT * strength, x0, 0.0, x0 + 1.0, height);
  fill (across->cr, war, FRONT * strength, x1 - 1.0, 0.0, x1, height);
}

void
atlas_timeline_paint_across (cairo_t                  *cr,
                             const AtlasTimelineFrame *frame)
{
  Across across = { cr, frame };

  atlas_timeline_layout_foreach_across (frame->layout, &frame->view, paint_across, &across);
}
