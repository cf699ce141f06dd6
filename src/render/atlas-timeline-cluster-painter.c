// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

#define COUNT_SIZE 0.84 /* of a name */
#define TICK 3.0        /* px: what the sides of a bracket stand up */
#define GAP 2.0         /* px between brackets */
#define ALONE 0.8       /* of a symbol: the symbol of the only member of a cluster */
#define BRACKET 0.62    /* strength */
#define LIT 0.2         /* strength of the wash of the one that the pointer is on */

typedef struct
{
  AtlasTimelinePainter     *painter;
  cairo_t                  *cr;
  const AtlasTimelineFrame *frame;
  guint                     lane; /* of the last that was drawn, */
  double                    end;  /* and where it ends, px */
} Pass;

/* Of one there is nothing to count: it is itself, a little smaller. */
static void
paint_only (Pass                       *pass,
            const AtlasTimelineCluster *cluster,
            cairo_rectangle_t           box)
{
  const AtlasTimelineFrame *frame = pass->frame;
  const AtlasTimelineEntry *entry = atlas_timeline_layout_get_members (frame->layout, cluster);
  gboolean                  is_shown = frame->visibility == NULL || frame->visibility (entry->item, frame->user_data) == ATLAS_VISIBILITY_SHOWN;

  atlas_timeline_paint_symbol (pass->painter, pass->cr, frame, entry, box.x + box.width / 2.0, box.y + box.height / 2.0, ALONE * atlas_timeline_layout_get_radius (frame->layout),
                               is_shown ? 1.0 : ATLAS_TIMELINE_HINT);
}

/* A count over a bracket that is as wide as the cell of the calendar it is of. */
static void
paint_cluster (const AtlasTimelineCluster *cluster,
               gpointer                    user_data)
{
  Pass                    *pass = user_data;
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (pass->frame->palette);
  const AtlasTimeScale    *scale = &pass->frame->view.scale;
  cairo_rectangle_t        box = atlas_timeline_layout_get_cluster_box (pass->frame->layout, &pass->frame->view, cluster);
  g_autofree char         *text = NULL;
  double                   x0 = atlas_timeline_snap (MIN (atlas_time_scale_get_x (scale, cluster->days.begin) + GAP, box.x));
  double                   x1 = atlas_timeline_snap (MAX (atlas_time_scale_get_x (scale, cluster->days.end) - GAP, box.x + box.width));
  double                   foot = atlas_timeline_snap (box.y + box.height) - 1.0;
  gboolean                 is_lit = pass->frame->pointed.count > 0 && pass->frame->pointed.lane == cluster->lane && atlas_time_span_equal (pass->frame->pointed.days, cluster->days);

  /* In a layout of a closer zoom they stand upon each other, until that of this one is made. */
  if (cluster->lane == pass->lane && box.x < pass->end)
    return;

  pass->lane = cluster->lane;
  pass->end = box.x + box.width - 1.0;
  if (cluster->count == 1)
    {
      paint_only (pass, cluster, box);
      return;
    }

  text = atlas_timeline_cluster_to_text (cluster);
  if (is_lit)
    {
      atlas_palette_set_source (pass->cr, inks->clock, LIT);
      cairo_rectangle (pass->cr, x0, atlas_timeline_snap (box.y), x1 - x0, foot + 1.0 - atlas_timeline_snap (box.y));
      cairo_fill (pass->cr);
    }
  atlas_palette_set_source (pass->cr, inks->hairline, is_lit ? 1.0 : BRACKET);
  cairo_rectangle (pass->cr, x0, foot, x1 - x0, 1.0);
  cairo_rectangle (pass->cr, x0, foot - TICK, 1.0, TICK);
  cairo_rectangle (pass->cr, x1 - 1.0, foot - TICK, 1.0, TICK);
  cairo_fill (pass->cr);
  atlas_timeline_names_paint_text (pass->painter->names, pass->cr, text, COUNT_SIZE, box.x + box.width / 2.0, box.y + box.height / 2.0 - 1.0, is_lit ? inks->text : inks->faint, 1.0);
}

void
atlas_timeline_paint_clusters (AtlasTimelinePainter     *self,
                               cairo_t                  *cr,
                               const AtlasTimelineFrame *frame)
{
  Pass pass = { self, cr, frame, G_MAXUINT, 0.0 };

  atlas_timeline_layout_foreach_cluster (frame->layout, &frame->view, paint_cluster, &pass);
}
