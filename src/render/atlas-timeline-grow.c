// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-layout-private.h"

#include <math.h>

#define LEAST_PART 0.55 /* of a name that still says which it is */
#define LEAST_LINES 5.0 /* lines that such a part is long at least */

/* Between what is before an entry in its row and what is after it, px from day 0 on. */
typedef struct
{
  double left;
  double right;
} Room;

static void
get_mark (const AtlasTimelineLayout *self,
          const AtlasTimelineEntry  *entry,
          double                    *x0,
          double                    *x1)
{
  atlas_timeline_entry_get_extents (entry, self->px_per_day, self->radius, x0, x1);
}

/* A tail as long as it is drawn at best. */
static void
grow_tail (const AtlasTimelineLayout *self,
           AtlasTimelineEntry        *entry,
           double                     right)
{
  double x0, x1;

  get_mark (self, entry, &x0, &x1);
  if (entry->tail == ATLAS_TIMELINE_TAIL_STUB && x1 - ATLAS_TIMELINE_STUB + ATLAS_TIMELINE_TAIL <= right)
    entry->tail = ATLAS_TIMELINE_TAIL_LONG;
}

/* What had no name has one now, if enough of it has room: after its mark, or all of it before. */
static void
add_name (const AtlasTimelineLayout *self,
          AtlasTimelineEntry        *entry,
          double                     whole,
          double                     before,
          double                     after)
{
  double least = MIN (whole, MAX (whole * LEAST_PART, self->line_height * LEAST_LINES));

  if (after >= least)
    {
      entry->label = ATLAS_TIMELINE_LABEL_RIGHT;
      entry->label_width = (float) MIN (whole, after);
    }
  else if (before >= whole)
    {
      entry->label = ATLAS_TIMELINE_LABEL_LEFT;
      entry->label_width = (float) whole;
    }
}

static void
grow_name (const AtlasTimelineLayout *self,
           AtlasTimelineEntry        *entry,
           double                     whole,
           Room                       room)
{
  double x0, x1, before, after;

  get_mark (self, entry, &x0, &x1);
  before = x0 - ATLAS_TIMELINE_LABEL_GAP - room.left;
  after = room.right - x1 - ATLAS_TIMELINE_LABEL_GAP;
  switch (entry->label)
    {
    case ATLAS_TIMELINE_LABEL_NONE:
      add_name (self, entry, whole, before, after);
      break;

    case ATLAS_TIMELINE_LABEL_LEFT:
      entry->label_width = (float) CLAMP (before, entry->label_width, whole);
      break;

    case ATLAS_TIMELINE_LABEL_RIGHT:
      entry->label_width = (float) CLAMP (after, entry->label_width, whole);
      break;

    case ATLAS_TIMELINE_LABEL_ABOVE:
      after = room.right - x0 - (entry->interval ? 0.0 : ATLAS_TIMELINE_INDENT);
      entry->label_width = (float) CLAMP (after, entry->label_width, whole);
      break;
    }
}

/* Where an entry and its name begin and end. */
static Room
get_taken (const AtlasTimelineLayout *self,
           const AtlasTimelineEntry  *entry)
{
  Room taken;

  get_mark (self, entry, &taken.left, &taken.right);
  if (entry->label == ATLAS_TIMELINE_LABEL_LEFT)
    taken.left -= ATLAS_TIMELINE_LABEL_GAP + entry->label_width;
  else if (entry->label == ATLAS_TIMELINE_LABEL_RIGHT)
    taken.right += ATLAS_TIMELINE_LABEL_GAP + entry->label_width;
  else if (entry->label == ATLAS_TIMELINE_LABEL_ABOVE)
    taken.right = MAX (taken.right, taken.left + (entry->interval ? 0.0 : ATLAS_TIMELINE_INDENT) + entry->label_width);

  return taken;
}

void
atlas_timeline_layout_grow_names (AtlasTimelineLayout *self,
                                  const guint         *slots,
                                  guint                first,
                                  guint                n)
{
  double gap = ATLAS_TIMELINE_LABEL_GAP + ATLAS_TIMELINE_NAME_SPARE;
  Room   room = { self->index->bounds.begin * self->px_per_day, 0.0 };

  for (guint i = 0; i < n; i++)
    {
      AtlasTimelineEntry *entry = &self->entries[first + i];
      double              whole = MIN (self->index->slots[slots[i]].label_width, ATLAS_TIMELINE_LONGEST_LABEL);

      room.right = i + 1 < n ? get_taken (self, entry + 1).left - gap : self->index->bounds.end * self->px_per_day;
      grow_tail (self, entry, room.right + ATLAS_TIMELINE_LABEL_GAP);
      whole = MAX (whole, entry->label_width);
      entry->name_width = (guint16) ceil (whole);
      grow_name (self, entry, whole, room);
      room.left = get_taken (self, entry).right + gap;
    }
}
