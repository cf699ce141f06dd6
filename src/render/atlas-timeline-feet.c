// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The row at the foot of a lane: marks that found no other row, and counts of those for which there is none at all. */

#include "atlas-timeline-layout-private.h"

#include <math.h>

static const AtlasTimelineSlot *
get_slot (const AtlasTimelineChoice *self,
          guint                      slot)
{
  return &self->layout->index->slots[slot];
}

/* The next of the lane's slots from @slot on that has no row; the end of the lane if there is none. */
static guint
find_homeless (const AtlasTimelineChoice *self,
               guint                      slot)
{
  guint end = self->lane->first + self->lane->n;

  while (slot < end && self->forms[slot] != ATLAS_TIMELINE_FORM_NONE)
    slot++;

  return slot;
}

/* The whole days of a mark, as wide as what is drawn. */
static AtlasTimeSpan
get_mark_days (const AtlasTimelineChoice *self,
               guint                      slot)
{
  double x0, x1;

  atlas_timeline_choice_get_stretch (self, slot, ATLAS_TIMELINE_FORM_FOOT, &x0, &x1);

  return ATLAS_TIME_SPAN_INIT ((int) floor (x0 / self->px_per_day), (int) ceil (x1 / self->px_per_day));
}

/* The whole days that a cluster takes: those of its members, and of its count in their middle. */
static void
set_days (const AtlasTimelineChoice *self,
          AtlasTimelineCluster      *cluster,
          AtlasTimeSpan              members,
          AtlasTimeSpan              cell)
{
  double half = (atlas_timeline_cluster_get_width (self->layout, cluster) / 2.0 + 1.0) / self->px_per_day;
  int    begin = (int) floor (cluster->day - half);
  int    end = (int) ceil (cluster->day + half);

  if (begin < cell.begin)
    end += cell.begin - begin;
  if (end > cell.end)
    begin -= end - cell.end;
  cluster->days = atlas_time_span_intersect (ATLAS_TIME_SPAN_INIT (MIN (begin, members.begin), MAX (end, members.end)), cell);
}

/* What has been found to lie together: a cluster, with what it takes to make it larger. */
typedef struct
{
  AtlasTimelineCluster cluster; /* `first` is a slot */
  AtlasTimeSpan        members; /* days of their marks */
  double               sum;     /* of the middles of the days they stand on */
} Group;

static Group
create_group (const AtlasTimelineChoice *self,
              guint                      slot,
              AtlasTimeSpan              cell)
{
  AtlasTimeSpan mark = get_mark_days (self, slot);
  Group         group = { .cluster = { .first = slot, .count = 1 }, .members = mark };

  group.sum = get_slot (self, slot)->anchor + 0.5;
  group.cluster.day = group.sum;
  if (mark.begin >= cell.begin && mark.end <= cell.end)
    group.cluster.days = mark;
  else
    set_days (self, &group.cluster, mark, cell);

  return group;
}

static void
merge (const AtlasTimelineChoice *self,
       Group                     *group,
       const Group               *other,
       AtlasTimeSpan              cell)
{
  group->sum += other->sum;
  group->members = ATLAS_TIME_SPAN_INIT (MIN (group->members.begin, other->members.begin), MAX (group->members.end, other->members.end));
  group->cluster.count += other->cluster.count;
  group->cluster.day = group->sum / group->cluster.count;
  set_days (self, &group->cluster, group->members, cell);
}

/* What lies together in a cell, from slot @first to @end: merged until none overlap. */
static void
group_cell (const AtlasTimelineChoice *self,
            guint                      first,
            guint                      end,
            AtlasTimeSpan              cell,
            GArray                    *groups)
{
  g_array_set_size (groups, 0);
  for (guint i = find_homeless (self, first); i < end; i = find_homeless (self, i + 1))
    {
      Group group = create_group (self, i, cell);

      while (groups->len > 0 && atlas_time_span_overlaps (g_array_index (groups, Group, groups->len - 1).cluster.days, group.cluster.days))
        {
          Group before = g_array_index (groups, Group, groups->len - 1);

          merge (self, &before, &group, cell);
          group = before;
          g_array_set_size (groups, groups->len - 1);
        }
      g_array_append_val (groups, group);
    }
}

/* Alone, and wholly in its cell, it is a mark; what is cut by the side of the cell is a count of one. */
static void
close_cell (AtlasTimelineChoice *self,
            const GArray        *groups,
            AtlasTimeSpan        cell)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);

      if (group->cluster.count == 1 && group->members.begin >= cell.begin && group->members.end <= cell.end)
        self->forms[group->cluster.first] = ATLAS_TIMELINE_FORM_FOOT;
      else
        g_array_append_val (self->clusters, group->cluster);
    }
}

void
atlas_timeline_choice_take_feet (AtlasTimelineChoice *self)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (Group));
  guint  end = self->lane->first + self->lane->n;
  double width = atlas_timeline_layout_get_cell_width (self->layout);

  for (guint i = find_homeless (self, self->lane->first); i < end; i = find_homeless (self, i))
    {
      AtlasTimeSpan cell = atlas_timeline_cell_around (get_slot (self, i)->anchor, self->px_per_day, width);
      guint         first = i;

      while (i < end && get_slot (self, i)->anchor < cell.end)
        i++;
      group_cell (self, first, i, cell, groups);
      close_cell (self, groups, cell);
    }
}
