// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-layout-private.h"

#include <math.h>

/* px around a mark that its name may take. */
#define REACH (ATLAS_TIMELINE_LONGEST_LABEL + 2.0 * ATLAS_TIMELINE_LABEL_GAP)

/* px of an open row's bar, and of a name that still says something. */
#define OPEN_BAR 6.0
#define SNUG_BAR 5.0
#define SNUG_DROP 2.0 /* how far the feet of the letters reach into a snug bar */
#define MIN_LABEL 14.0

/* The first entry of a row that ends after @day. In a row both begins and ends are in order, since none overlap. */
static guint
find_after (const AtlasTimelineLayout *self,
            guint                      first,
            guint                      end,
            double                     day)
{
  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (self->entries[middle].drawn.end <= day)
        first = middle + 1;
      else
        end = middle;
    }

  return first;
}

static void
visit_row (const AtlasTimelineLayout *self,
           guint                      row,
           double                     first_day,
           double                     last_day,
           AtlasTimelineEntryFunc     func,
           gpointer                   user_data)
{
  guint end = g_array_index (self->rows, AtlasTimelineRow, row + 1).first;

  for (guint i = find_after (self, g_array_index (self->rows, AtlasTimelineRow, row).first, end, first_day); i < end; i++)
    {
      const AtlasTimelineEntry *entry = &self->entries[i];

      if (entry->drawn.begin > last_day)
        break;

      func (entry, user_data);
    }
}

/* Rows of a lane from @row to @end, the first of which is at @y of the layout: those that are in view. */
static void
visit_rows (const AtlasTimelineLayout *self,
            const AtlasTimelineView   *view,
            guint                      first_row,
            guint                      n,
            double                     y,
            double                     pitch,
            AtlasTimelineEntryFunc     func,
            gpointer                   user_data)
{
  double first_day = atlas_time_scale_get_day (&view->scale, -REACH - self->radius);
  double last_day = atlas_time_scale_get_day (&view->scale, view->width + REACH + self->radius);
  double above = view->top - y;
  int    first = (int) floor (above / pitch) - 1;
  int    last = (int) ceil ((above + view->height) / pitch) + 1;

  for (int row = MAX (first, 0); row <= last && row < (int) n; row++)
    visit_row (self, first_row + (guint) row, first_day, last_day, func, user_data);
}

void
atlas_timeline_layout_foreach (const AtlasTimelineLayout *self,
                               const AtlasTimelineView   *view,
                               AtlasTimelineEntryFunc     func,
                               gpointer                   user_data)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const AtlasTimelineLane *lane = &g_array_index (self->lanes, AtlasTimelineLane, i);
      guint                    row = g_array_index (self->lane_rows, guint, i);

      if (lane->y + lane->height < view->top || lane->y > view->top + view->height)
        continue;

      visit_rows (self, view, row, lane->n_headings, lane->y, self->heading, func, user_data);
      row += lane->n_headings;
      visit_rows (self, view, row, lane->n_passing, lane->rows_y, self->pitch, func, user_data);
      row += lane->n_passing;
      visit_rows (self, view, row, lane->n_rows - lane->n_passing, lane->rows_y + lane->n_passing * self->pitch, self->lasting_pitch, func, user_data);
      row += lane->n_rows - lane->n_passing;
      visit_rows (self, view, row, lane->n_feet, lane->cluster_y, self->pitch, func, user_data);
    }
}

void
atlas_timeline_layout_foreach_across (const AtlasTimelineLayout *self,
                                      const AtlasTimelineView   *view,
                                      AtlasTimelineEntryFunc     func,
                                      gpointer                   user_data)
{
  double first_day = atlas_time_scale_get_day (&view->scale, 0.0);
  double last_day = atlas_time_scale_get_day (&view->scale, view->width);

  for (guint i = 0; i < self->across->len; i++)
    {
      const AtlasTimelineEntry *entry = &self->entries[g_array_index (self->across, guint, i)];

      /* What stands in several lanes washes them once. */
      if (entry->life.end >= first_day && entry->life.begin <= last_day && atlas_timeline_layout_lookup (self, entry->position) == entry)
        func (entry, user_data);
    }
}

static double
get_row_y (const AtlasTimelineLayout *self,
           const AtlasTimelineView   *view,
           const AtlasTimelineEntry  *entry)
{
  const AtlasTimelineLane *lane = &g_array_index (self->lanes, AtlasTimelineLane, entry->lane);

  if (entry->shape == ATLAS_TIMELINE_BAND)
    return lane->y + 2.0 + entry->row * self->heading - view->top;

  if (entry->row >= lane->n_rows)
    return lane->cluster_y + (atlas_timeline_layout_get_cluster_height (self) - self->pitch) / 2.0 - view->top;
  if (entry->row < lane->n_passing)
    return lane->rows_y + entry->row * self->pitch - view->top;

  return lane->rows_y + lane->n_passing * self->pitch + (entry->row - lane->n_passing) * self->lasting_pitch - view->top;
}

/* A bar stands below its name, or beside it. */
static double
get_bar_y (const AtlasTimelineLayout *self,
           const AtlasTimelineEntry  *entry)
{
  if (self->open)
    return self->line_height;

  return entry->lasting ? self->lasting_pitch - SNUG_BAR : floor ((self->pitch - SNUG_BAR) / 2.0);
}

cairo_rectangle_t
atlas_timeline_layout_get_box (const AtlasTimelineLayout *self,
                               const AtlasTimelineView   *view,
                               const AtlasTimelineEntry  *entry)
{
  double            origin = view->scale.begin * view->scale.px_per_day;
  double            y = get_row_y (self, view, entry);
  double            radius = self->radius;
  double            x0, x1;
  cairo_rectangle_t box;

  if (entry->clustered)
    return atlas_timeline_layout_get_cluster_box (self, view, atlas_timeline_layout_get_cluster (self, entry));

  atlas_timeline_entry_get_extents (entry, view->scale.px_per_day, radius, &x0, &x1);
  box = (cairo_rectangle_t){ x0 - origin, y, x1 - x0, self->pitch };

  if (entry->shape == ATLAS_TIMELINE_BAND)
    {
      box.height = self->heading - 2.0;
    }
  else if (entry->shape == ATLAS_TIMELINE_POINT)
    {
      box.y += self->pitch / 2.0 - radius;
      box.height = 2.0 * radius;
    }
  else
    {
      box.y += get_bar_y (self, entry);
      box.height = self->open ? OPEN_BAR : SNUG_BAR;
    }

  return box;
}

/* Keeps the begin of a name in view as long as its mark is. */
static void
stick (cairo_rectangle_t *label,
       cairo_rectangle_t  mark)
{
  if (label->x < ATLAS_TIMELINE_LABEL_GAP)
    label->x = MAX (label->x, MIN (ATLAS_TIMELINE_LABEL_GAP, mark.x + mark.width - label->width));
}

/* A layout is made for the widest zoom of its bucket: closer up a name has more room up to the next in its row. */
static double
get_label_width (const AtlasTimelineLayout *self,
                 const AtlasTimelineView   *view,
                 const AtlasTimelineEntry  *entry,
                 double                     x)
{
  const AtlasTimelineEntry *next = entry + 1;
  double                    right = atlas_time_scale_get_x (&view->scale, self->index->bounds.end);

  if (entry->label_width >= entry->name_width)
    return entry->label_width;

  if (next < self->entries + self->n_entries && next->lane == entry->lane && next->row == entry->row && !next->clustered)
    {
      double x0, x1;

      atlas_timeline_entry_get_extents (next, view->scale.px_per_day, self->radius, &x0, &x1);
      right = x0 - view->scale.begin * view->scale.px_per_day - ATLAS_TIMELINE_LABEL_GAP - ATLAS_TIMELINE_NAME_SPARE;
      if (next->label == ATLAS_TIMELINE_LABEL_LEFT)
        right -= ATLAS_TIMELINE_LABEL_GAP + next->label_width;
    }

  return CLAMP (right - x, entry->label_width, entry->name_width);
}

cairo_rectangle_t
atlas_timeline_layout_get_label_box (const AtlasTimelineLayout *self,
                                     const AtlasTimelineView   *view,
                                     const AtlasTimelineEntry  *entry)
{
  cairo_rectangle_t mark = atlas_timeline_layout_get_box (self, view, entry);
  cairo_rectangle_t label = { mark.x, mark.y + mark.height / 2.0 - self->line_height / 2.0, entry->label_width, self->line_height };

  /* Names stand in line, whether over a bar or before it. */
  if (!self->open && entry->shape == ATLAS_TIMELINE_BAR && entry->lasting)
    label.y = mark.y - self->line_height + SNUG_DROP;

  switch (entry->label)
    {
    case ATLAS_TIMELINE_LABEL_RIGHT:
      label.x = mark.x + mark.width + ATLAS_TIMELINE_LABEL_GAP;
      label.width = get_label_width (self, view, entry, label.x);
      break;

    case ATLAS_TIMELINE_LABEL_LEFT:
      label.x = mark.x - ATLAS_TIMELINE_LABEL_GAP - label.width;
      if (entry->lasting)
        stick (&label, mark); /* over the bar is its own room */
      break;

    case ATLAS_TIMELINE_LABEL_ABOVE:
      if (entry->shape == ATLAS_TIMELINE_BAND)
        {
          double first = MAX (mark.x, 0.0) + ATLAS_TIMELINE_LABEL_GAP;
          double room = mark.x + mark.width - 2.0 - first;

          label.x = first;
          label.width = MIN (label.width, room);
          if (label.width < MIN (MIN_LABEL, entry->label_width))
            label.width = 0.0;
        }
      else
        {
          label.x += entry->interval ? 0.0 : ATLAS_TIMELINE_INDENT;
          label.width = get_label_width (self, view, entry, label.x);
          label.y = mark.y - self->line_height + (self->open ? 0.0 : SNUG_DROP);
          stick (&label, mark);
        }
      break;

    case ATLAS_TIMELINE_LABEL_NONE:
      label.width = 0.0;
      break;
    }

  return label;
}

typedef struct
{
  const AtlasTimelineLayout *layout;
  const AtlasTimelineView   *view;
  double                     x;
  double                     y;
  double                     distance;
  const AtlasTimelineEntry  *found;
} Hit;

static double
get_distance (const Hit               *hit,
              const cairo_rectangle_t *box)
{
  double dx = MAX (0.0, MAX (box->x - hit->x, hit->x - box->x - box->width));
  double dy = MAX (0.0, MAX (box->y - hit->y, hit->y - box->y - box->height));

  return hypot (dx, dy);
}

static void
hit_entry (const AtlasTimelineEntry *entry,
           gpointer                  user_data)
{
  Hit              *hit = user_data;
  cairo_rectangle_t box = atlas_timeline_layout_get_box (hit->layout, hit->view, entry);
  cairo_rectangle_t label = atlas_timeline_layout_get_label_box (hit->layout, hit->view, entry);
  double            distance = get_distance (hit, &box);

  /* A name is hit as well as a mark, but not before one that is as near. */
  if (label.width > 0.0)
    distance = MIN (distance, get_distance (hit, &label) + 0.25);
  if (distance < hit->distance)
    {
      hit->distance = distance;
      hit->found = entry;
    }
}

const AtlasTimelineEntry *
atlas_timeline_layout_hit (const AtlasTimelineLayout *self,
                           const AtlasTimelineView   *view,
                           double                     x,
                           double                     y,
                           double                     tolerance)
{
  AtlasTimelineView near = *view;
  Hit               hit = { self, view, x, y, tolerance + 0.5, NULL };

  near.scale.begin = atlas_time_scale_get_day (&view->scale, x - tolerance);
  near.width = 2.0 * tolerance;
  near.top = view->top + y - tolerance;
  near.height = 2.0 * tolerance;
  atlas_timeline_layout_foreach (self, &near, hit_entry, &hit);

  return hit.found;
}

static double
get_middle (const AtlasTimelineEntry *entry)
{
  return entry->clustered ? entry->anchor + 0.5 : (entry->drawn.begin + (double) entry->drawn.end) / 2.0;
}

/* Of the entries from @first to @end, whose middles are in order, the nearest to @middle. */
static const AtlasTimelineEntry *
find_nearest (const AtlasTimelineLayout *self,
              guint                      first,
              guint                      end,
              double                     middle,
              const AtlasTimelineEntry  *nearest)
{
  guint low = first;
  guint high = end;

  while (low < high)
    {
      guint i = low + (high - low) / 2;

      if (get_middle (&self->entries[i]) < middle)
        low = i + 1;
      else
        high = i;
    }

  for (guint i = low > first ? low - 1 : low; i < MIN (low + 1, end); i++)
    if (nearest == NULL || fabs (get_middle (&self->entries[i]) - middle) < fabs (get_middle (nearest) - middle))
      nearest = &self->entries[i];

  return nearest;
}

const AtlasTimelineEntry *
atlas_timeline_layout_step_lane (const AtlasTimelineLayout *self,
                                 const AtlasTimelineEntry  *entry,
                                 int                        direction)
{
  const AtlasTimelineEntry *nearest = NULL;
  double                    middle = get_middle (entry);

  for (int lane = (int) entry->lane + direction; nearest == NULL && lane >= 0 && lane < (int) self->lanes->len; lane += direction)
    {
      guint first = g_array_index (self->lane_rows, guint, lane);
      guint end = g_array_index (self->lane_rows, guint, lane + 1);

      /* The last row of a lane is of its clusters. */
      for (guint row = first; row < end; row++)
        nearest = find_nearest (self, g_array_index (self->rows, AtlasTimelineRow, row).first, g_array_index (self->rows, AtlasTimelineRow, row + 1).first, middle, nearest);
    }

  return nearest;
}

/* In a row, the entry of an item that is drawn from @day on. */
static const AtlasTimelineEntry *
find_in_row (const AtlasTimelineLayout *self,
             guint                      row,
             guint                      position,
             int                        day)
{
  guint end = g_array_index (self->rows, AtlasTimelineRow, row + 1).first;

  for (guint i = find_after (self, g_array_index (self->rows, AtlasTimelineRow, row).first, end, day); i < end && self->entries[i].drawn.begin <= day; i++)
    if (self->entries[i].position == position)
      return &self->entries[i];

  return NULL;
}

/* Among what is in the clusters of a lane, which stands in the order of its days. */
static const AtlasTimelineEntry *
find_in_clusters (const AtlasTimelineLayout *self,
                  guint                      first,
                  guint                      end,
                  guint                      position,
                  int                        anchor)
{
  guint last = end;

  while (first < last)
    {
      guint middle = first + (last - first) / 2;

      if (self->entries[middle].anchor < anchor)
        first = middle + 1;
      else
        last = middle;
    }

  for (; first < end && self->entries[first].anchor == anchor; first++)
    if (self->entries[first].position == position)
      return &self->entries[first];

  return NULL;
}

const AtlasTimelineEntry *
atlas_timeline_layout_lookup_in (const AtlasTimelineLayout *self,
                                 guint                      position,
                                 guint                      lane)
{
  const AtlasTimelineEntry *entry = atlas_timeline_layout_lookup (self, position);
  const AtlasTimelineEntry *found = NULL;
  guint                     first, past;

  if (entry == NULL || entry->lane == lane || lane >= self->lanes->len)
    return entry;

  /* The last row of a lane is of its clusters. */
  first = g_array_index (self->lane_rows, guint, lane);
  past = g_array_index (self->lane_rows, guint, lane + 1) - 1;
  for (guint row = first; row < past && found == NULL; row++)
    {
      found = find_in_row (self, row, position, entry->known.begin);
      if (found == NULL)
        found = find_in_row (self, row, position, entry->anchor);
    }
  if (found == NULL)
    found = find_in_clusters (self, g_array_index (self->rows, AtlasTimelineRow, past).first, g_array_index (self->rows, AtlasTimelineRow, past + 1).first, position, entry->anchor);

  return found != NULL ? found : entry;
}
