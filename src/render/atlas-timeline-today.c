// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

#include <glib/gi18n-lib.h>

#define WORD_SIZE 0.86 /* of a name's */
#define GAP 4.0        /* px between the line and the word */
#define MAX_PLACES 64u

void
atlas_timeline_paint_not_yet (AtlasTimelinePainter     *self,
                              cairo_t                  *cr,
                              const AtlasTimelineFrame *frame)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);
  double                   x = MAX (atlas_timeline_snap (atlas_time_scale_get_x (&frame->view.scale, frame->today + 1.0)), 0.0);
  double                   origin = fmod (atlas_timeline_snap (-frame->view.scale.begin * frame->view.scale.px_per_day), ATLAS_TIMELINE_TILE);
  double                   top = fmod (atlas_timeline_snap (frame->view.top), ATLAS_TIMELINE_TILE);
  cairo_pattern_t         *tile = NULL;
  cairo_matrix_t           matrix;

  if (x >= frame->view.width)
    return;

  if (atlas_timeline_sprites_is_paper (self->sprites))
    {
      atlas_timeline_fill_paint_shapes (cr, &(AtlasTimelineShapes){ .fill = ATLAS_TIMELINE_FILL_STIPPLE,
                                                                    .box = { x, 0.0, frame->view.width - x, frame->view.height },
                                                                    .x = origin,
                                                                    .y = -top,
                                                                    .height = ATLAS_TIMELINE_TILE,
                                                                    .ink = inks->not_yet.rgb,
                                                                    .strength = (double) inks->not_yet.alpha });
      return;
    }

  tile = atlas_timeline_sprites_get_tile (self->sprites, ATLAS_TIMELINE_FILL_STIPPLE, ATLAS_TIMELINE_TILE, inks->not_yet.rgb, (double) inks->not_yet.alpha);
  cairo_matrix_init_translate (&matrix, -origin, top);
  cairo_pattern_set_matrix (tile, &matrix);
  cairo_set_source (cr, tile);
  cairo_rectangle (cr, x, 0.0, frame->view.width - x, frame->view.height);
  cairo_fill (cr);
}

/* The places along the line where the word could stand: from the top down, first behind the line, then before it. */
typedef struct
{
  double  x;
  double  width;
  double  height;
  guint   n;
  guint64 taken[2]; /* behind, before */
} Places;

static void
take (Places           *places,
      cairo_rectangle_t box)
{
  guint first, last;

  if (box.width <= 0.0 || box.y + box.height <= 0.0 || box.y >= places->n * places->height)
    return;

  first = (guint) (MAX (box.y, 0.0) / places->height);
  last = MIN ((guint) ((box.y + box.height - 0.01) / places->height), places->n - 1);
  for (guint i = first; i <= last; i++)
    {
      if (box.x < places->x + 2.0 * GAP + places->width && box.x + box.width > places->x)
        places->taken[0] |= G_GUINT64_CONSTANT (1) << i;
      if (box.x < places->x && box.x + box.width > places->x - 2.0 * GAP - places->width)
        places->taken[1] |= G_GUINT64_CONSTANT (1) << i;
    }
}

/* The word stands in a lane, not across two. */
static void
take_rules (Places                   *places,
            const AtlasTimelineFrame *frame)
{
  for (guint i = 0; i < atlas_timeline_layout_get_n_lanes (frame->layout); i++)
    {
      const AtlasTimelineLane *lane = atlas_timeline_layout_get_lane (frame->layout, i);

      take (places, (cairo_rectangle_t){ 0.0, floor (lane->y + lane->height - frame->view.top) - 1.0, frame->view.width, 1.0 });
    }
}

static gboolean
find_place (const Places            *places,
            const AtlasTimelineView *view,
            double                  *x,
            double                  *y)
{
  for (guint i = 0; i < places->n; i++)
    for (guint side = 0; side < 2; side++)
      {
        double left = side == 0 ? places->x + GAP : places->x - GAP - places->width;

        if ((places->taken[side] >> i & 1) != 0 || left < 0.0 || left + places->width > view->width)
          continue;

        *x = left;
        *y = (i + 0.5) * places->height;
        return TRUE;
      }

  return FALSE;
}

void
atlas_timeline_paint_today_word (AtlasTimelinePainter     *self,
                                 cairo_t                  *cr,
                                 const AtlasTimelineFrame *frame)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);
  PangoLayout             *layout = NULL;
  Places                   places = { atlas_timeline_snap (atlas_time_scale_get_x (&frame->view.scale, frame->today)) };
  double                   x, y;
  int                      width, height;

  if (places.x < -1.0 || places.x > frame->view.width)
    return;

  layout = atlas_timeline_painter_shape (self, C_ ("on the timeline", "today"), WORD_SIZE, FALSE, 0);
  pango_layout_get_pixel_size (layout, &width, &height);
  places.width = width;
  places.height = height;
  places.n = MIN ((guint) MAX (frame->view.height / height, 0.0), MAX_PLACES);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const AtlasTimelineMark *mark = &g_array_index (self->marks, AtlasTimelineMark, i);

      take (&places, mark->box);
      take (&places, atlas_timeline_layout_get_label_box (frame->layout, &frame->view, mark->entry));
    }

  take_rules (&places, frame);
  if (!find_place (&places, &frame->view, &x, &y))
    return;

  atlas_palette_set_source (cr, inks->today, 1.0);
  atlas_timeline_painter_show_text (cr, layout, floor (x), y);
}
