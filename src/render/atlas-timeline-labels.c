// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-layout-private.h"

#include <math.h>

/* Names beside marks where rows are narrow: a name is as high as several rows, and needs its stretch free in all of them.
 * At a closer zoom of the same bucket, what hangs on two days only gets farther apart, so what is free stays free. */

#define LETTERS 0.66 /* the part of a line that is ink */
#define MARK 0.5     /* the part of a row that is */

typedef struct
{
  double begin;
  double end;
} Stretch;

/* What is taken in the rows of one lane: for each, its stretches in order. */
typedef struct
{
  const AtlasTimelineLayout *layout;
  const AtlasTimelineLane   *lane;
  GPtrArray                 *marks; /* of GArray of Stretch */
  GPtrArray                 *names; /* the same */
} Room;

/* The index of the first stretch that ends after @x. */
static guint
find_after (GArray *row,
            double  x)
{
  guint low = 0;
  guint high = row->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (row, Stretch, middle).end <= x)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
is_free (GArray *row,
         Stretch stretch)
{
  guint i = find_after (row, stretch.begin);

  return i == row->len || g_array_index (row, Stretch, i).begin >= stretch.end;
}

static void
take (GArray *row,
      Stretch stretch)
{
  g_array_insert_val (row, find_after (row, stretch.begin), stretch);
}

static Stretch
get_mark (const AtlasTimelineLayout *self,
          const AtlasTimelineEntry  *entry)
{
  Stretch mark;

  atlas_timeline_entry_get_extents (entry, self->px_per_day, atlas_timeline_layout_get_radius (self), &mark.begin, &mark.end);

  return mark;
}

static void
clear_row (gpointer data)
{
  g_array_unref (data);
}

static void
fill_room (Room  *room,
           guint  first,
           guint *last)
{
  guint i = first;

  room->marks = g_ptr_array_new_with_free_func (clear_row);
  room->names = g_ptr_array_new_with_free_func (clear_row);
  for (guint row = 0; row < room->lane->n_rows; row++)
    {
      g_ptr_array_add (room->marks, g_array_new (FALSE, FALSE, sizeof (Stretch)));
      g_ptr_array_add (room->names, g_array_new (FALSE, FALSE, sizeof (Stretch)));
    }

  for (; i < room->layout->entries->len; i++)
    {
      const AtlasTimelineEntry *entry = atlas_timeline_layout_get_entry (room->layout, i);
      Stretch                   mark;

      if (atlas_timeline_layout_get_lane (room->layout, entry->lane) != room->lane)
        break;
      if (entry->shape == ATLAS_TIMELINE_BAND)
        continue;

      mark = get_mark (room->layout, entry);
      g_array_append_val (g_ptr_array_index (room->marks, entry->row), mark);
    }

  *last = i;
}

/* Whether a stretch is free in all rows that come nearer than @reach px to the middle of @row. */
static gboolean
is_free_around (const Room *room,
                GPtrArray  *rows,
                guint       row,
                double      reach,
                Stretch     stretch)
{
  int spare = (int) ceil (reach / room->layout->pitch) - 1;
  int last = MIN ((int) row + spare, (int) rows->len - 1);

  for (int i = MAX ((int) row - spare, 0); i <= last; i++)
    if (!is_free (g_ptr_array_index (rows, i), stretch))
      return FALSE;

  return TRUE;
}

/* Takes the stretch for a name in @row, if neither marks nor other names are in it. */
static gboolean
try_place (Room   *room,
           guint   row,
           Stretch stretch)
{
  double height = room->layout->line_height * LETTERS;

  if (!is_free_around (room, room->marks, row, height / 2.0 + room->layout->pitch * MARK / 2.0, stretch) || !is_free_around (room, room->names, row, height, stretch))
    return FALSE;

  take (g_ptr_array_index (room->names, row), stretch);

  return TRUE;
}

static AtlasTimelineLabel
place (Room                     *room,
       const AtlasTimelineEntry *entry)
{
  Stretch mark = get_mark (room->layout, entry);
  double  width = MIN (entry->label_width, ATLAS_TIMELINE_MAX_LABEL) + 2.0 * ATLAS_TIMELINE_LABEL_GAP;
  Stretch right = { mark.end, mark.end + width };
  Stretch left = { mark.begin - width, mark.begin };

  /* Beside the begin of what goes on there is room more often than beside its end: later ones stand below it. */
  if (entry->goes_on && entry->known.begin > room->layout->bounds.begin && try_place (room, entry->row, left))
    return ATLAS_TIMELINE_LABEL_LEFT;
  if (try_place (room, entry->row, right))
    return ATLAS_TIMELINE_LABEL_RIGHT;
  if (entry->known.begin > room->layout->bounds.begin && try_place (room, entry->row, left))
    return ATLAS_TIMELINE_LABEL_LEFT;

  return ATLAS_TIMELINE_LABEL_NONE;
}

/* How much the atlas says of an item. */
static guint
get_priority (AtlasItem *item)
{
  guint n_cites = 0;

  atlas_item_get_cites (item, &n_cites);

  return 3 * n_cites + 2 * atlas_item_get_facts (item)->len + atlas_item_get_phases (item)->len;
}

static int
compare_priority (gconstpointer a,
                  gconstpointer b)
{
  const AtlasTimelineEntry *one = *(const AtlasTimelineEntry *const *) a;
  const AtlasTimelineEntry *two = *(const AtlasTimelineEntry *const *) b;
  guint                     p = get_priority (one->item);
  guint                     q = get_priority (two->item);

  if (p != q)
    return p > q ? -1 : 1;

  return one->position < two->position ? -1 : one->position > two->position;
}

static void
place_beside (AtlasTimelineLayout *self)
{
  guint first = 0;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      g_autoptr (GPtrArray) ranked = g_ptr_array_new ();
      Room  room = { self, &g_array_index (self->lanes, AtlasTimelineLane, i), NULL, NULL };
      guint last = first;

      fill_room (&room, first, &last);
      for (; first < last; first++)
        if (atlas_timeline_layout_get_entry (self, first)->shape != ATLAS_TIMELINE_BAND)
          g_ptr_array_add (ranked, atlas_timeline_layout_get_entry (self, first));

      g_ptr_array_sort (ranked, compare_priority);
      for (guint j = 0; j < ranked->len; j++)
        {
          AtlasTimelineEntry *entry = g_ptr_array_index (ranked, j);

          entry->label = place (&room, entry);
        }
      g_ptr_array_unref (room.marks);
      g_ptr_array_unref (room.names);
    }
}

/* A name is no longer than its bar, or than what is kept for names. */
static void
cut (const AtlasTimelineLayout *self,
     AtlasTimelineEntry        *entry)
{
  Stretch mark = get_mark (self, entry);
  double  room = ATLAS_TIMELINE_MAX_LABEL;

  if (self->open && entry->shape == ATLAS_TIMELINE_BAR)
    room = MAX (room, mark.end - mark.begin);
  entry->label_width = (float) MIN (entry->label_width, room);
}

void
atlas_timeline_layout_place_labels (AtlasTimelineLayout *self)
{
  if (!self->open)
    place_beside (self);

  /* Open rows have kept the room for the names, and a heading is its band's name. */
  for (guint i = 0; i < self->entries->len; i++)
    {
      AtlasTimelineEntry *entry = atlas_timeline_layout_get_entry (self, i);

      if (entry->shape == ATLAS_TIMELINE_BAND)
        entry->label = ATLAS_TIMELINE_LABEL_ABOVE;
      else
        cut (self, entry);

      if (entry->shape != ATLAS_TIMELINE_BAND && self->open)
        entry->label = entry->shape == ATLAS_TIMELINE_BAR ? ATLAS_TIMELINE_LABEL_ABOVE : ATLAS_TIMELINE_LABEL_RIGHT;
    }
}
