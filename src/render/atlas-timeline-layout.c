// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-layout-private.h"

#include "atlas-lane-packer.h"

#include <math.h>

#define DAYS_PER_YEAR 365.25
#define MARK_GAP 2.0 /* px between marks in a row */

double
atlas_timeline_layout_get_bucket (double px_per_day)
{
  return exp2 (floor (2.0 * log2 (MAX (px_per_day, 1e-9)) + 1e-9) / 2.0);
}

static void
include_days (AtlasTimeSpan *bounds,
              AtlasTimeSpan  span)
{
  if (span.begin != G_MININT)
    bounds->begin = MIN (bounds->begin, span.begin);
  if (span.end != G_MAXINT)
    bounds->end = MAX (bounds->end, span.end);
}

/**
 * atlas_timeline_get_bounds:
 * @dataset: an atlas
 * @today: the day
 *
 * Finds the days from the first to the last thing there is to see: dates of items, the atlas's own range, and today.
 *
 * Returns: the days
 */
AtlasTimeSpan
atlas_timeline_get_bounds (AtlasDataset *dataset,
                           int           today)
{
  AtlasTimeSpan bounds = ATLAS_TIME_SPAN_INIT (today, today + 1);
  AtlasTimeSpan range = atlas_dataset_get_manifest (dataset)->range;

  if (!atlas_time_span_is_empty (range))
    include_days (&bounds, range);
  for (guint i = 0; i < atlas_dataset_get_n_items (dataset); i++)
    include_days (&bounds, atlas_item_get_known_span (atlas_dataset_get_item (dataset, i)));

  return bounds;
}

static guint
find_lane (AtlasTimelineLayout *self,
           const char          *theme)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (g_strcmp0 (g_array_index (self->lanes, AtlasTimelineLane, i).theme, theme) == 0)
      return i;

  return self->lanes->len - 1; /* an item of no lane is with the last */
}

static void
add_lanes (AtlasTimelineLayout *self)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (self->dataset);

  for (guint i = 0; manifest->lanes != NULL && manifest->lanes[i] != NULL; i++)
    {
      AtlasTimelineLane lane = { .theme = manifest->lanes[i] };

      g_array_append_val (self->lanes, lane);
    }

  if (self->lanes->len == 0)
    {
      AtlasTimelineLane lane = { .theme = "" };

      g_array_append_val (self->lanes, lane);
    }
}

static void
add_entries (AtlasTimelineLayout     *self,
             const AtlasTimelineSpec *spec)
{
  guint n = atlas_dataset_get_n_items (self->dataset);

  for (guint i = 0; i < n; i++)
    {
      AtlasItem         *item = atlas_dataset_get_item (self->dataset, i);
      AtlasTimelineEntry entry = { .position = i };

      if (spec->accept != NULL && !spec->accept (item, spec->user_data))
        continue;

      atlas_timeline_entry_init (&entry, item, self->bounds, spec->today, self->px_per_day);
      entry.lane = find_lane (self, atlas_item_get_theme (item));
      if (spec->measure != NULL)
        entry.label_width = (float) spec->measure (item, spec->user_data);
      g_array_append_val (self->entries, entry);
    }
}

double
atlas_timeline_layout_get_radius (const AtlasTimelineLayout *self)
{
  return self->open ? ATLAS_TIMELINE_RADIUS : MIN (ATLAS_TIMELINE_RADIUS, self->pitch / 2.0);
}

/* The stretch that an entry takes of its row; in open rows its name is part of it. */
static AtlasLaneInterval
get_interval (const AtlasTimelineLayout *self,
              const AtlasTimelineEntry  *entry)
{
  AtlasLaneInterval interval;
  double            label = 0.0;

  atlas_timeline_entry_get_extents (entry, self->px_per_day, ATLAS_TIMELINE_RADIUS, &interval.begin, &interval.end);
  if (entry->shape == ATLAS_TIMELINE_BAND)
    return interval;

  label = MIN (entry->label_width, ATLAS_TIMELINE_MAX_LABEL) + ATLAS_TIMELINE_LABEL_GAP;
  if (self->open && entry->shape == ATLAS_TIMELINE_BAR)
    interval.end = MAX (interval.end, interval.begin + label);
  else if (self->open)
    interval.end += label + ATLAS_TIMELINE_LABEL_GAP;
  interval.end += MARK_GAP;

  return interval;
}

/* From the top of a lane down: what happens stands over what lasts, which would push it out of the view. */
typedef enum
{
  SORT_BAND,
  SORT_PASSING,
  SORT_LASTING,
} Sort;

static Sort
get_sort (const AtlasTimelineEntry *entry)
{
  if (entry->shape == ATLAS_TIMELINE_BAND)
    return SORT_BAND;

  return entry->goes_on || atlas_item_get_phases (entry->item)->len > 0 ? SORT_LASTING : SORT_PASSING;
}

/* Gives the entries of a sort in a lane their rows, from @first on. Returns how many. */
static guint
pack (AtlasTimelineLayout *self,
      guint                lane,
      Sort                 sort,
      guint                first)
{
  g_autoptr (GArray) intervals = g_array_new (FALSE, FALSE, sizeof (AtlasLaneInterval));
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *rows = NULL;
  guint             n_rows = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      AtlasTimelineEntry *entry = atlas_timeline_layout_get_entry (self, i);
      AtlasLaneInterval   interval;

      if (entry->lane != lane || get_sort (entry) != sort)
        continue;

      interval = get_interval (self, entry);
      g_array_append_val (intervals, interval);
      g_array_append_val (indices, i);
    }

  rows = g_new0 (guint, indices->len + 1);
  n_rows = atlas_lane_packer_pack ((const AtlasLaneInterval *) (gconstpointer) intervals->data, intervals->len, rows);
  for (guint i = 0; i < indices->len; i++)
    atlas_timeline_layout_get_entry (self, g_array_index (indices, guint, i))->row = first + rows[i];

  return n_rows;
}

static void
pack_lanes (AtlasTimelineLayout *self)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      AtlasTimelineLane *lane = &g_array_index (self->lanes, AtlasTimelineLane, i);

      lane->n_headings = pack (self, i, SORT_BAND, 0);
      lane->n_rows = pack (self, i, SORT_PASSING, 0);
      lane->n_rows += pack (self, i, SORT_LASTING, lane->n_rows);
    }
}

/* Lane by lane from the top; returns the height of all with rows of @pitch. */
static double
stack_lanes (AtlasTimelineLayout *self,
             double               pitch)
{
  double y = 0.0;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      AtlasTimelineLane *lane = &g_array_index (self->lanes, AtlasTimelineLane, i);

      lane->y = y;
      lane->rows_y = y + lane->n_headings * self->heading + ATLAS_TIMELINE_LANE_PADDING;
      lane->height = lane->rows_y + MAX (lane->n_rows, 1) * pitch + ATLAS_TIMELINE_LANE_PADDING - y;
      y += lane->height;
    }

  self->pitch = pitch;
  self->height = y;

  return y;
}

/* What is left below the lanes is shared out among them. */
static void
fill_height (AtlasTimelineLayout *self,
             double               height)
{
  double spare = floor ((height - self->height) / self->lanes->len);

  if (spare <= 0.0)
    return;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      AtlasTimelineLane *lane = &g_array_index (self->lanes, AtlasTimelineLane, i);

      lane->y += spare * i;
      lane->rows_y += spare * i;
      lane->height += spare;
    }
  self->height += spare * self->lanes->len;
}

/* Open rows where a year is wide or there are few of them, else as high as what there is room for. */
static void
choose_pitch (AtlasTimelineLayout     *self,
              const AtlasTimelineSpec *spec)
{
  double open_pitch = spec->line_height + ATLAS_TIMELINE_OPEN_SPARE;
  double fixed = 0.0;
  double pitch = 0.0;
  guint  n_rows = 0;

  self->open = TRUE;
  pack_lanes (self);
  if (stack_lanes (self, open_pitch) <= spec->height || self->px_per_day * DAYS_PER_YEAR >= ATLAS_TIMELINE_OPEN_PX_PER_YEAR)
    return;

  self->open = FALSE;
  pack_lanes (self);
  for (guint i = 0; i < self->lanes->len; i++)
    n_rows += MAX (g_array_index (self->lanes, AtlasTimelineLane, i).n_rows, 1);
  fixed = stack_lanes (self, 0.0);
  pitch = MIN (floor ((spec->height - fixed) / n_rows), ATLAS_TIMELINE_MAX_PITCH);
  stack_lanes (self, pitch < ATLAS_TIMELINE_LEAST_PITCH ? ATLAS_TIMELINE_MIN_PITCH : pitch);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const AtlasTimelineEntry *one = a;
  const AtlasTimelineEntry *two = b;

  if (one->lane != two->lane)
    return one->lane < two->lane ? -1 : 1;
  if ((one->shape == ATLAS_TIMELINE_BAND) != (two->shape == ATLAS_TIMELINE_BAND))
    return one->shape == ATLAS_TIMELINE_BAND ? -1 : 1;
  if (one->row != two->row)
    return one->row < two->row ? -1 : 1;
  if (one->known.begin != two->known.begin)
    return one->known.begin < two->known.begin ? -1 : 1;

  return one->position < two->position ? -1 : one->position > two->position;
}

/* Sorts the entries and remembers where each row begins. */
static void
index_rows (AtlasTimelineLayout *self)
{
  guint index = 0;

  g_array_sort (self->entries, compare_entries);

  for (guint i = 0; i < self->lanes->len; i++)
    {
      const AtlasTimelineLane *lane = &g_array_index (self->lanes, AtlasTimelineLane, i);

      g_array_append_val (self->lane_rows, self->rows->len);
      for (guint row = 0; row < lane->n_headings + lane->n_rows; row++)
        {
          gboolean         band = row < lane->n_headings;
          guint            own_row = band ? row : row - lane->n_headings;
          AtlasTimelineRow begin = { index };

          g_array_append_val (self->rows, begin);
          while (index < self->entries->len)
            {
              const AtlasTimelineEntry *entry = atlas_timeline_layout_get_entry (self, index);

              if (entry->lane != i || entry->row != own_row || (entry->shape == ATLAS_TIMELINE_BAND) != band)
                break;

              index++;
            }
        }
    }

  g_array_append_val (self->lane_rows, self->rows->len);
  g_array_append_val (self->rows, ((AtlasTimelineRow){ index }));

  for (guint i = 0; i < self->entries->len; i++)
    self->by_position[atlas_timeline_layout_get_entry (self, i)->position] = i;
}

/**
 * atlas_timeline_layout_new:
 * @dataset: an atlas
 * @spec: the zoom and the room
 *
 * Lays an atlas out.
 *
 * Returns: (transfer full): the layout
 */
AtlasTimelineLayout *
atlas_timeline_layout_new (AtlasDataset            *dataset,
                           const AtlasTimelineSpec *spec)
{
  AtlasTimelineLayout *self = NULL;
  guint                n = 0;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (spec != NULL && spec->px_per_day > 0.0, NULL);

  n = atlas_dataset_get_n_items (dataset);
  self = g_new0 (AtlasTimelineLayout, 1);
  self->dataset = g_object_ref (dataset);
  self->bounds = atlas_timeline_get_bounds (dataset, spec->today);
  self->px_per_day = spec->px_per_day;
  self->line_height = spec->line_height;
  self->heading = spec->line_height;
  self->today = spec->today;
  self->lanes = g_array_new (FALSE, TRUE, sizeof (AtlasTimelineLane));
  self->lane_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_array_new (FALSE, FALSE, sizeof (AtlasTimelineRow));
  self->entries = g_array_new (FALSE, FALSE, sizeof (AtlasTimelineEntry));
  self->by_position = g_new (guint, n + 1);
  for (guint i = 0; i <= n; i++)
    self->by_position[i] = G_MAXUINT;

  add_lanes (self);
  add_entries (self, spec);
  choose_pitch (self, spec);
  fill_height (self, spec->height);
  index_rows (self);
  atlas_timeline_layout_place_labels (self);

  return self;
}

void
atlas_timeline_layout_free (AtlasTimelineLayout *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->lanes);
  g_array_unref (self->lane_rows);
  g_array_unref (self->rows);
  g_array_unref (self->entries);
  g_free (self->by_position);
  g_object_unref (self->dataset);
  g_free (self);
}

AtlasTimeSpan
atlas_timeline_layout_get_bounds (const AtlasTimelineLayout *self)
{
  return self->bounds;
}

double
atlas_timeline_layout_get_height (const AtlasTimelineLayout *self)
{
  return self->height;
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
  return self->today;
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
  g_return_val_if_fail (lane < self->lanes->len, NULL);

  return &g_array_index (self->lanes, AtlasTimelineLane, lane);
}

guint
atlas_timeline_layout_get_n_entries (const AtlasTimelineLayout *self)
{
  return self->entries->len;
}

const AtlasTimelineEntry *
atlas_timeline_layout_lookup (const AtlasTimelineLayout *self,
                              guint                      position)
{
  if (position >= atlas_dataset_get_n_items (self->dataset) || self->by_position[position] == G_MAXUINT)
    return NULL;

  return atlas_timeline_layout_get_entry (self, self->by_position[position]);
}
