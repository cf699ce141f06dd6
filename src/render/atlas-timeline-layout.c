// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-layout-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define LEAST_ROWS 2u
#define USUAL_LINE 18.0   /* px that a line of usual text has at most: beside a larger one symbols grow */
#define HEADING_ROOM 96.0 /* px of height of a lane for each row of headings, after the first */
#define MAX_WHOLE 20000u  /* the most items of which it is tried whether all have a row */
#define HOME_WIDTH 1000.0 /* px that the days shown at first have in a common view */

double
atlas_timeline_layout_get_bucket (double px_per_day)
{
  return exp2 (floor (2.0 * log2 (MAX (px_per_day, 1e-9)) + 1e-9) / 2.0);
}

/* In step with large text; an odd number of px across, so that the middle of a symbol falls on one. */
static double
get_radius (double line_height)
{
  return MAX (ATLAS_TIMELINE_RADIUS, floor (ATLAS_TIMELINE_RADIUS * line_height / USUAL_LINE - 0.5) + 0.5);
}

static double
get_rows_height (const AtlasTimelineLayout *self,
                 guint                      n_passing,
                 guint                      n_lasting)
{
  return MAX (n_passing * self->pitch + n_lasting * self->lasting_pitch, self->pitch);
}

static void
set_open (AtlasTimelineLayout *self,
          gboolean             open)
{
  self->open = open;
  self->heading = open ? self->line_height : self->line_height - 1.0;
  self->pitch = open ? self->line_height + ATLAS_TIMELINE_OPEN_SPARE : MAX (ceil (self->line_height * ATLAS_TIMELINE_SNUG_PITCH), 2.0 * self->radius + 2.0);
  self->lasting_pitch = open ? self->pitch : self->line_height + ATLAS_TIMELINE_SNUG_SPARE;
}

/* Lane by lane from the top; returns the height of all. */
static double
stack_lanes (AtlasTimelineLayout *self)
{
  double padding = self->open ? ATLAS_TIMELINE_OPEN_PADDING : ATLAS_TIMELINE_SNUG_PADDING;
  double y = 0.0;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      AtlasTimelineLane *lane = &g_array_index (self->lanes, AtlasTimelineLane, i);

      lane->y = y;
      lane->rows_y = y + lane->n_headings * self->heading + padding;
      lane->height = lane->rows_y + get_rows_height (self, lane->n_passing, lane->n_rows - lane->n_passing) + padding - y;
      if (lane->n_hidden > 0 || lane->n_feet > 0)
        {
          lane->cluster_y = y + lane->height - 1.0;
          lane->height += atlas_timeline_layout_get_cluster_height (self) + 1.0;
        }
      else
        lane->cluster_y = -1.0;
      y += lane->height;
    }

  return y;
}

/* What is left below the lanes is shared out among them. */
static void
fill_height (AtlasTimelineLayout *self,
             double               height)
{
  double spare = self->lanes->len > 0 ? floor ((height - self->height) / self->lanes->len) : 0.0;

  if (spare <= 0.0)
    return;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      AtlasTimelineLane *lane = &g_array_index (self->lanes, AtlasTimelineLane, i);

      lane->y += spare * i;
      lane->rows_y += spare * i;
      lane->height += spare;
      if (lane->cluster_y >= 0.0)
        lane->cluster_y += spare * (i + 1);
    }
  self->height += spare * self->lanes->len;
}

/* The height that all lanes take with the rows of their choices. */
static double
get_height (const AtlasTimelineLayout *self,
            const AtlasTimelineChoice *choices)
{
  double height = 0.0;

  for (guint i = 0; i < self->lanes->len; i++)
    height += choices[i].n_headings * self->heading + get_rows_height (self, choices[i].n_passing, choices[i].n_lasting) +
              2.0 * (self->open ? ATLAS_TIMELINE_OPEN_PADDING : ATLAS_TIMELINE_SNUG_PADDING);

  return height;
}

/* Row by row, each to the lane that has the fewest of those that need more: like water, which finds its own level. */
static void
share_rows (const guint *needs,
            guint       *rows,
            guint        n,
            int          n_free)
{
  for (guint i = 0; i < n; i++)
    {
      rows[i] = MIN (needs[i], LEAST_ROWS);
      n_free -= (int) rows[i];
    }

  for (; n_free > 0; n_free--)
    {
      guint lowest = n;

      for (guint i = 0; i < n; i++)
        if (rows[i] < needs[i] && (lowest == n || rows[i] < rows[lowest] || (rows[i] == rows[lowest] && needs[i] > needs[lowest])))
          lowest = i;
      if (lowest == n)
        break;

      rows[lowest]++;
    }
}

/* How many rows a lane would have if there were no end of them, where the days shown at first are in a common view: so that lanes keep their
 * heights while the zoom changes. */
static void
get_home_needs (AtlasTimelineChoice *choice,
                guint               *n_passing,
                guint               *n_lasting)
{
  AtlasTimelineChoice home = *choice;
  g_autoptr (AtlasTimelineColumns) columns = atlas_timeline_columns_new (choice->layout->index->bounds, choice->home);

  home.columns = columns;
  home.lasting = columns;
  home.px_per_day = choice->home;
  atlas_timeline_choice_get_needs (&home, n_passing, n_lasting);
}

/* Shares as many rows among the lanes as have room in @room px. */
static void
share_room (AtlasTimelineLayout *self,
            AtlasTimelineChoice *choices,
            const guint         *passing,
            const guint         *lasting,
            double               room)
{
  guint             n = self->lanes->len;
  g_autofree guint *needs = g_new0 (guint, n + 1);
  g_autofree guint *rows = g_new0 (guint, n + 1);
  double            taken = 0.0;

  for (guint i = 0; i < n; i++)
    needs[i] = passing[i] + lasting[i];

  for (int n_rows = (int) floor (room / self->pitch);; n_rows--)
    {
      share_rows (needs, rows, n, n_rows);
      taken = 0.0;
      for (guint i = 0; i < n; i++)
        {
          atlas_timeline_choice_share (&choices[i], rows[i], passing[i], lasting[i]);
          taken += get_rows_height (self, choices[i].n_passing, choices[i].n_lasting);
        }
      if (taken <= room || n_rows <= (int) (n * LEAST_ROWS))
        return;
    }
}

/* The weightiest stand in the rows that there is room for. */
static void
choose_within (AtlasTimelineLayout     *self,
               const AtlasTimelineSpec *spec,
               AtlasTimelineChoice     *choices)
{
  guint             n = self->lanes->len;
  g_autofree guint *passing = g_new0 (guint, n + 1);
  g_autofree guint *lasting = g_new0 (guint, n + 1);
  double            room = spec->height - n * 2.0 * ATLAS_TIMELINE_SNUG_PADDING;
  guint             max_headings = (guint) CLAMP (spec->height / (HEADING_ROOM * n), 1.0, ATLAS_TIMELINE_MAX_ROWS);

  for (guint i = 0; i < n; i++)
    {
      choices[i].max_label = MIN (ATLAS_TIMELINE_MAX_LABEL, ATLAS_TIMELINE_SNUG_LABEL * self->line_height);
      atlas_timeline_choice_take_headings (&choices[i], max_headings);
      get_home_needs (&choices[i], &passing[i], &lasting[i]);
      room -= choices[i].n_headings * self->heading + atlas_timeline_layout_get_cluster_height (self) + 1.0;
    }
  share_room (self, choices, passing, lasting, room);

  /* An expanded lane takes nothing of the others: what one looks at stays where it is. */
  for (guint i = 0; i < n; i++)
    if (!g_array_index (self->lanes, AtlasTimelineLane, i).expanded)
      {
        atlas_timeline_choice_take (&choices[i]);
      }
    else
      {
        choices[i].max_label = ATLAS_TIMELINE_MAX_LABEL;
        atlas_timeline_choice_take_all (&choices[i]);
      }
}

static gboolean
take_all (AtlasTimelineLayout     *self,
          const AtlasTimelineSpec *spec,
          AtlasTimelineChoice     *choices,
          gboolean                 open)
{
  set_open (self, open);
  for (guint i = 0; i < self->lanes->len; i++)
    atlas_timeline_choice_take_all (&choices[i]);

  return get_height (self, choices) <= spec->height;
}

static void
choose (AtlasTimelineLayout     *self,
        const AtlasTimelineSpec *spec,
        AtlasTimelineChoice     *choices)
{
  /* Of so many it need not be tried. */
  if (self->index->n_slots <= MAX_WHOLE && (take_all (self, spec, choices, TRUE) || take_all (self, spec, choices, FALSE)))
    return;

  set_open (self, FALSE);
  choose_within (self, spec, choices);
}

static void
fill_lanes (AtlasTimelineLayout     *self,
            const AtlasTimelineSpec *spec)
{
  guint                           n = spec->index->lanes->len;
  g_autofree AtlasTimelineChoice *choices = g_new0 (AtlasTimelineChoice, n + 1);
  g_autofree guint8              *forms = g_new0 (guint8, spec->index->n_slots + 1);
  g_autofree guint32             *rows = g_new (guint32, spec->index->n_slots + 1);
  g_autoptr (AtlasTimelineColumns) columns = atlas_timeline_columns_new (spec->index->bounds, self->px_per_day);
  double home = atlas_timeline_layout_get_bucket (HOME_WIDTH / ((double) spec->index->home.end - spec->index->home.begin));
  g_autoptr (AtlasTimelineColumns) lasting = atlas_timeline_columns_new (spec->index->bounds, MIN (self->px_per_day, home));

  for (guint i = 0; i < n; i++)
    {
      const AtlasTimelineIndexLane *lane = &g_array_index (spec->index->lanes, AtlasTimelineIndexLane, i);
      AtlasTimelineLane             own = { .id = lane->id, .n_items = lane->n, .expanded = i < 64 && (spec->expanded >> i & 1) != 0 };

      choices[i] = (AtlasTimelineChoice){ self, lane, forms, rows, columns, lasting, NULL, self->px_per_day, home, ATLAS_TIMELINE_MAX_LABEL, 0, 0, 0, 0, g_array_new (FALSE, FALSE, sizeof (AtlasTimelineCluster)) };
      g_array_append_val (self->lanes, own);
    }

  choose (self, spec, choices);
  for (guint i = 0; i < n; i++)
    {
      atlas_timeline_layout_add_lane (self, i, &choices[i]);
      g_array_unref (choices[i].clusters);
    }
  g_array_append_val (self->lane_rows, self->rows->len);
  g_array_append_val (self->lane_clusters, self->clusters->len);
  g_array_append_val (self->rows, ((AtlasTimelineRow){ self->n_entries }));
}

static void
index_positions (AtlasTimelineLayout *self)
{
  guint n = atlas_dataset_get_n_items (self->index->dataset);

  self->by_position = g_new (guint, n + 1);
  for (guint i = 0; i <= n; i++)
    self->by_position[i] = G_MAXUINT;
  for (guint i = self->n_entries; i-- > 0;)
    self->by_position[self->entries[i].position] = i;
}

/**
 * atlas_timeline_layout_new:
 * @spec: the items, the zoom and the room
 *
 * Lays an atlas out.
 *
 * Returns: (transfer full): the layout
 */
AtlasTimelineLayout *
atlas_timeline_layout_new (const AtlasTimelineSpec *spec)
{
  AtlasTimelineLayout *self = NULL;

  g_return_val_if_fail (spec != NULL && spec->index != NULL && spec->px_per_day > 0.0, NULL);

  self = g_atomic_rc_box_new0 (AtlasTimelineLayout);
  self->index = atlas_timeline_index_ref (spec->index);
  self->px_per_day = spec->px_per_day;
  self->line_height = spec->line_height;
  self->radius = get_radius (spec->line_height);
  self->lanes = g_array_new (FALSE, TRUE, sizeof (AtlasTimelineLane));
  self->lane_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_array_new (FALSE, FALSE, sizeof (AtlasTimelineRow));
  self->lane_clusters = g_array_new (FALSE, FALSE, sizeof (guint));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (AtlasTimelineCluster));
  self->across = g_array_new (FALSE, FALSE, sizeof (guint));
  self->entries = g_new (AtlasTimelineEntry, spec->index->n_slots + 1);

  fill_lanes (self, spec);
  self->height = stack_lanes (self);
  fill_height (self, spec->height);
  index_positions (self);

  return self;
}

AtlasTimelineLayout *
atlas_timeline_layout_ref (AtlasTimelineLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_layout (gpointer data)
{
  AtlasTimelineLayout *self = data;

  g_array_unref (self->lanes);
  g_array_unref (self->lane_rows);
  g_array_unref (self->rows);
  g_array_unref (self->lane_clusters);
  g_array_unref (self->clusters);
  g_array_unref (self->across);
  g_free (self->entries);
  g_free (self->by_position);
  atlas_timeline_index_unref (self->index);
}

void
atlas_timeline_layout_unref (AtlasTimelineLayout *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_layout);
}

AtlasTimelineIndex *
atlas_timeline_layout_get_index (const AtlasTimelineLayout *self)
{
  return self->index;
}

const char *
atlas_timeline_layout_get_lane_title (const AtlasTimelineLayout *self,
                                      guint                      lane,
                                      const char                *language)
{
  const AtlasTimelineIndexLane *own = &g_array_index (self->index->lanes, AtlasTimelineIndexLane, lane);

  if (own->term != NULL)
    return atlas_term_get_title (own->term, language);

  /* Translators: what has no lane of its own on the timeline, by actor or by theme. */
  return own->id != NULL ? own->id : C_ ("timeline lane", "Others");
}

AtlasTimeSpan
atlas_timeline_layout_get_bounds (const AtlasTimelineLayout *self)
{
  return self->index->bounds;
}

double
atlas_timeline_layout_get_height (const AtlasTimelineLayout *self)
{
  return self->height;
}

double
atlas_timeline_layout_get_radius (const AtlasTimelineLayout *self)
{
  return self->radius;
}

double
atlas_timeline_layout_get_pitch (const AtlasTimelineLayout *self)
{
  return self->pitch;
}

double
atlas_timeline_layout_get_heading (const AtlasTimelineLayout *self)
{
  return self->heading;
}

gboolean
atlas_timeline_layout_is_open (const AtlasTimelineLayout *self)
{
  return self->open;
}

int
atlas_timeline_layout_get_today (const AtlasTimelineLayout *self)
{
  return self->index->today;
}

guint
atlas_timeline_layout_get_n_lanes (const AtlasTimelineLayout *self)
{
  return self->lanes->len;
}

const AtlasTimelineLane *
atlas_timeline_layout_get_lane (const AtlasTimelineLayout *self,
                                guint                      lane)
{
  if (lane >= self->lanes->len)
    return NULL;

  return &g_array_index (self->lanes, AtlasTimelineLane, lane);
}

guint
atlas_timeline_layout_get_n_entries (const AtlasTimelineLayout *self)
{
  return self->n_entries;
}

const AtlasTimelineEntry *
atlas_timeline_layout_lookup (const AtlasTimelineLayout *self,
                              guint                      position)
{
  if (position >= atlas_dataset_get_n_items (self->index->dataset) || self->by_position[position] == G_MAXUINT)
    return NULL;

  return &self->entries[self->by_position[position]];
}
