// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-layout-private.h"

#define LASTING_GAP 8.0 /* px between bars in a row at the zoom shown at first */

static const AtlasTimelineSlot *
get_slot (const AtlasTimelineChoice *self,
          guint                      slot)
{
  return &self->layout->index->slots[slot];
}

gboolean
atlas_timeline_choice_is_lasting (const AtlasTimelineChoice *self,
                                  guint                      slot)
{
  return get_slot (self, slot)->lasting;
}

AtlasTimelineTail
atlas_timeline_choice_get_tail (const AtlasTimelineChoice *self,
                                guint                      slot,
                                AtlasTimelineForm          form)
{
  const AtlasTimelineSlot *item = get_slot (self, slot);

  if (form < ATLAS_TIMELINE_FORM_NAMED)
    return ATLAS_TIMELINE_TAIL_NONE;
  if (form == ATLAS_TIMELINE_FORM_NAMED || form == ATLAS_TIMELINE_FORM_NAMED_BELOW)
    return item->lasting ? ATLAS_TIMELINE_TAIL_LONG : ATLAS_TIMELINE_TAIL_NONE;
  if (form == ATLAS_TIMELINE_FORM_BARE || form == ATLAS_TIMELINE_FORM_BARE_BELOW)
    return item->lasting ? ATLAS_TIMELINE_TAIL_STUB : ATLAS_TIMELINE_TAIL_NONE;

  return item->lasting || atlas_timeline_slot_get_shape (item, self->px_per_day) == ATLAS_TIMELINE_BAR ? ATLAS_TIMELINE_TAIL_STUB : ATLAS_TIMELINE_TAIL_NONE;
}

/* px that a name over a bar begins after it: over the symbol of its date there is no room. */
static double
get_indent (const AtlasTimelineSlot *slot,
            AtlasTimelineLabel       label)
{
  return label == ATLAS_TIMELINE_LABEL_ABOVE && !slot->interval ? ATLAS_TIMELINE_INDENT : 0.0;
}

/* A name after its mark, or before it where the days end. */
static AtlasTimelineLabel
add_name (const AtlasTimelineChoice *self,
          double                     px_per_day,
          double                     name,
          AtlasTimelineLabel         label,
          double                    *x0,
          double                    *x1)
{
  double end = label == ATLAS_TIMELINE_LABEL_ABOVE ? MAX (*x1, *x0 + name) : *x1 + ATLAS_TIMELINE_LABEL_GAP + name;

  if (end > self->layout->index->bounds.end * px_per_day && *x0 - name - ATLAS_TIMELINE_LABEL_GAP >= self->layout->index->bounds.begin * px_per_day && end > *x1)
    {
      *x0 -= name + ATLAS_TIMELINE_LABEL_GAP;
      return ATLAS_TIMELINE_LABEL_LEFT;
    }

  *x1 = end;

  return label;
}

/* The same rows at any zoom, but for the widest: as much room for the name as it needs when the days shown at first are in view. */
static AtlasTimelineLabel
get_lasting_stretch (const AtlasTimelineChoice *self,
                     const AtlasTimelineSlot   *slot,
                     double                     name,
                     double                    *x0,
                     double                    *x1)
{
  double             zoom = MIN (self->px_per_day, self->home);
  AtlasTimelineLabel label;

  atlas_timeline_slot_get_extents (slot, ATLAS_TIMELINE_BAR, ATLAS_TIMELINE_TAIL_NONE, zoom, self->layout->radius, x0, x1);
  if (slot->goes_on)
    *x1 = MAX (*x1, self->layout->index->bounds.end * zoom);
  label = add_name (self, zoom, name + get_indent (slot, ATLAS_TIMELINE_LABEL_ABOVE), ATLAS_TIMELINE_LABEL_ABOVE, x0, x1);
  *x0 *= self->px_per_day / zoom;
  *x1 = (*x1 + LASTING_GAP) * (self->px_per_day / zoom);

  return label;
}

static AtlasTimelineLabel
get_heading_stretch (const AtlasTimelineChoice *self,
                     const AtlasTimelineSlot   *slot,
                     double                     name,
                     double                    *x0,
                     double                    *x1)
{
  AtlasTimelineLabel label = ATLAS_TIMELINE_LABEL_ABOVE;

  atlas_timeline_slot_get_extents (slot, ATLAS_TIMELINE_BAND, ATLAS_TIMELINE_TAIL_NONE, self->px_per_day, self->layout->radius, x0, x1);

  /* A war may be shorter than its name. */
  if (slot->across && *x1 - *x0 < name + 2.0 * ATLAS_TIMELINE_LABEL_GAP)
    label = add_name (self, self->px_per_day, name, ATLAS_TIMELINE_LABEL_RIGHT, x0, x1);
  if (label != ATLAS_TIMELINE_LABEL_ABOVE)
    *x1 += ATLAS_TIMELINE_LABEL_GAP;
  else
    *x1 -= 1.0; /* headings may touch */

  return label;
}

AtlasTimelineLabel
atlas_timeline_choice_get_stretch (const AtlasTimelineChoice *self,
                                   guint                      slot,
                                   AtlasTimelineForm          form,
                                   double                    *x0,
                                   double                    *x1)
{
  const AtlasTimelineSlot *item = get_slot (self, slot);
  double                   name = MIN (item->label_width, self->max_label);
  AtlasTimelineTail        tail = atlas_timeline_choice_get_tail (self, slot, form);
  AtlasTimelineShape       shape = tail != ATLAS_TIMELINE_TAIL_NONE ? ATLAS_TIMELINE_POINT : atlas_timeline_slot_get_shape (item, self->px_per_day);
  AtlasTimelineLabel       label = ATLAS_TIMELINE_LABEL_NONE;

  if (form == ATLAS_TIMELINE_FORM_HEADING)
    return get_heading_stretch (self, item, name, x0, x1);
  if (form == ATLAS_TIMELINE_FORM_LASTING)
    return get_lasting_stretch (self, item, name, x0, x1);

  atlas_timeline_slot_get_extents (item, shape, tail, self->px_per_day, self->layout->radius, x0, x1);
  if (form == ATLAS_TIMELINE_FORM_NAMED || form == ATLAS_TIMELINE_FORM_NAMED_BELOW)
    {
      /* Only open rows have room for a name over a bar. */
      label = shape == ATLAS_TIMELINE_BAR && self->layout->open ? ATLAS_TIMELINE_LABEL_ABOVE : ATLAS_TIMELINE_LABEL_RIGHT;
      label = add_name (self, self->px_per_day, name + get_indent (item, label), label, x0, x1);
      *x1 += ATLAS_TIMELINE_LABEL_GAP;
    }
  *x1 += ATLAS_TIMELINE_MARK_GAP;

  return label;
}
