// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-layout-private.h"

#include <math.h>

#define LETTER 0.46 /* of a line: the width of a digit of a count */
#define PADDING 4.0 /* px before and after it */
#define MAX_TEXT 3  /* letters of the longest count, but for a dot */

/* Cells of the calendar, from the finest. */
static const struct
{
  int days;
  int months;
} cells[] = { { 1, 0 }, { 7, 0 }, { 0, 1 }, { 0, 3 }, { 0, 6 }, { 0, 12 }, { 0, 24 }, { 0, 60 }, { 0, 120 }, { 0, 240 }, { 0, 600 }, { 0, 1200 }, { 0, 6000 }, { 0, 12000 } };

#define LEAST_DAYS_PER_MONTH 28.0

static int
floor_to (int value,
          int step)
{
  int rest = value % step;

  return value - (rest < 0 ? rest + step : rest);
}

static int
get_day_of_month (int month) /* since January of year 0 */
{
  int year = floor_to (month, 12) / 12;

  return atlas_day_from_ymd (year, month - year * 12 + 1, 1);
}

AtlasTimeSpan
atlas_timeline_cell_around (int    day,
                            double px_per_day,
                            double width)
{
  guint cell = 0;
  int   year, month, day_of_month;

  while (cell + 1 < G_N_ELEMENTS (cells) && (cells[cell].days + cells[cell].months * LEAST_DAYS_PER_MONTH) * px_per_day < width)
    cell++;

  if (cells[cell].months == 0)
    {
      int begin = floor_to (day - 1, cells[cell].days) + 1; /* day 1 is a Monday */

      return ATLAS_TIME_SPAN_INIT (begin, begin + cells[cell].days);
    }

  atlas_day_to_ymd (day, &year, &month, &day_of_month);
  month = floor_to (year * 12 + month - 1, cells[cell].months);

  return ATLAS_TIME_SPAN_INIT (get_day_of_month (month), get_day_of_month (month + cells[cell].months));
}

double
atlas_timeline_layout_get_cluster_height (const AtlasTimelineLayout *self)
{
  return ceil (self->line_height * 0.8);
}

double
atlas_timeline_layout_get_cell_width (const AtlasTimelineLayout *self)
{
  return MAX_TEXT * LETTER * self->line_height + 2.0 * PADDING + 4.0;
}

char *
atlas_timeline_cluster_to_text (const AtlasTimelineCluster *cluster)
{
  if (cluster->count < 1000)
    return g_strdup_printf ("%u", cluster->count);
  if (cluster->count < 100000)
    return g_strdup_printf ("%uk", cluster->count / 1000);

  return g_strdup_printf (".%uM", cluster->count / 100000);
}

double
atlas_timeline_cluster_get_width (const AtlasTimelineLayout  *self,
                                  const AtlasTimelineCluster *cluster)
{
  guint letters = cluster->count < 10 ? 1 : cluster->count < 100 ? 2
                                                                 : MAX_TEXT;

  return letters * LETTER * self->line_height + 2.0 * PADDING;
}

cairo_rectangle_t
atlas_timeline_layout_get_cluster_box (const AtlasTimelineLayout  *self,
                                       const AtlasTimelineView    *view,
                                       const AtlasTimelineCluster *cluster)
{
  const AtlasTimelineLane *lane = &g_array_index (self->lanes, AtlasTimelineLane, cluster->lane);
  double                   width = atlas_timeline_cluster_get_width (self, cluster);
  double                   begin = atlas_time_scale_get_x (&view->scale, cluster->days.begin) + 1.0;
  double                   end = atlas_time_scale_get_x (&view->scale, cluster->days.end) - 1.0;
  double                   x = atlas_time_scale_get_x (&view->scale, cluster->day) - width / 2.0;

  x = CLAMP (x, begin, MAX (end - width, begin));

  return (cairo_rectangle_t){ x, lane->cluster_y - view->top, width, atlas_timeline_layout_get_cluster_height (self) };
}

/* The first cluster of a lane whose cell ends after @day. */
static guint
find_after (const AtlasTimelineLayout *self,
            guint                      lane,
            double                     day)
{
  guint first = g_array_index (self->lane_clusters, guint, lane);
  guint end = g_array_index (self->lane_clusters, guint, lane + 1);

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (g_array_index (self->clusters, AtlasTimelineCluster, middle).days.end <= day)
        first = middle + 1;
      else
        end = middle;
    }

  return first;
}

void
atlas_timeline_layout_foreach_cluster (const AtlasTimelineLayout *self,
                                       const AtlasTimelineView   *view,
                                       AtlasTimelineClusterFunc   func,
                                       gpointer                   user_data)
{
  double first_day = atlas_time_scale_get_day (&view->scale, 0.0);
  double last_day = atlas_time_scale_get_day (&view->scale, view->width);

  for (guint i = 0; i < self->lanes->len; i++)
    {
      const AtlasTimelineLane *lane = &g_array_index (self->lanes, AtlasTimelineLane, i);
      guint                    end = g_array_index (self->lane_clusters, guint, i + 1);

      if (lane->cluster_y + atlas_timeline_layout_get_cluster_height (self) < view->top || lane->cluster_y > view->top + view->height)
        continue;

      for (guint j = find_after (self, i, first_day); j < end; j++)
        {
          const AtlasTimelineCluster *cluster = &g_array_index (self->clusters, AtlasTimelineCluster, j);

          if (cluster->days.begin > last_day)
            break;

          func (cluster, user_data);
        }
    }
}

typedef struct
{
  const AtlasTimelineLayout  *layout;
  const AtlasTimelineView    *view;
  double                      x;
  double                      y;
  double                      distance;
  const AtlasTimelineCluster *found;
} Hit;

static void
hit_cluster (const AtlasTimelineCluster *cluster,
             gpointer                    user_data)
{
  Hit              *hit = user_data;
  cairo_rectangle_t box = atlas_timeline_layout_get_cluster_box (hit->layout, hit->view, cluster);
  double            dx = MAX (0.0, MAX (box.x - hit->x, hit->x - box.x - box.width));
  double            dy = MAX (0.0, MAX (box.y - hit->y, hit->y - box.y - box.height));

  if (hypot (dx, dy) < hit->distance)
    {
      hit->distance = hypot (dx, dy);
      hit->found = cluster;
    }
}

const AtlasTimelineCluster *
atlas_timeline_layout_hit_cluster (const AtlasTimelineLayout *self,
                                   const AtlasTimelineView   *view,
                                   double                     x,
                                   double                     y,
                                   double                     tolerance)
{
  double            reach = tolerance + atlas_timeline_layout_get_cell_width (self);
  AtlasTimelineView near = *view;
  Hit               hit = { self, view, x, y, tolerance + 0.5, NULL };

  near.scale.begin = atlas_time_scale_get_day (&view->scale, x - reach);
  near.width = 2.0 * reach;
  near.top = view->top + y - tolerance;
  near.height = 2.0 * tolerance;
  atlas_timeline_layout_foreach_cluster (self, &near, hit_cluster, &hit);

  return hit.found;
}

const AtlasTimelineCluster *
atlas_timeline_layout_get_cluster (const AtlasTimelineLayout *self,
                                   const AtlasTimelineEntry  *entry)
{
  if (!entry->clustered)
    return NULL;

  return &g_array_index (self->clusters, AtlasTimelineCluster, g_array_index (self->lane_clusters, guint, entry->lane) + entry->row);
}

const AtlasTimelineEntry *
atlas_timeline_layout_get_members (const AtlasTimelineLayout  *self,
                                   const AtlasTimelineCluster *cluster)
{
  return &self->entries[cluster->first];
}

guint
atlas_timeline_layout_get_n_clusters (const AtlasTimelineLayout *self)
{
  return self->clusters->len;
}
