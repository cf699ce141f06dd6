// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-layout-private.h"

#include <math.h>

#define LASTING_GAP 8.0 /* px between bars in a row when all days are in view */

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

gboolean
atlas_timeline_choice_is_tail (const AtlasTimelineChoice *self,
                               guint                      slot,
                               AtlasTimelineForm          form)
{
  return (form == ATLAS_TIMELINE_FORM_NAMED || form == ATLAS_TIMELINE_FORM_BARE) && get_slot (self, slot)->lasting;
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

/* The same rows at any zoom, but for the widest: as much room for the name as it needs when all days are in view. */
static AtlasTimelineLabel
get_lasting_stretch (const AtlasTimelineChoice *self,
                     const AtlasTimelineSlot   *slot,
                     double                     name,
                     double                    *x0,
                     double                    *x1)
{
  double             zoom = MIN (self->px_per_day, self->home);
  AtlasTimelineLabel label;

  atlas_timeline_slot_get_extents (slot, atlas_timeline_slot_get_shape (slot, self->px_per_day), FALSE, zoom, ATLAS_TIMELINE_RADIUS, x0, x1);
  if (slot->goes_on)
    *x1 = MAX (*x1, self->layout->index->bounds.end * zoom);
  label = add_name (self, zoom, name, ATLAS_TIMELINE_LABEL_ABOVE, x0, x1);
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

  atlas_timeline_slot_get_extents (slot, ATLAS_TIMELINE_BAND, FALSE, self->px_per_day, ATLAS_TIMELINE_RADIUS, x0, x1);

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
  double                   name = MIN (item->label_width, ATLAS_TIMELINE_MAX_LABEL);
  gboolean                 tail = atlas_timeline_choice_is_tail (self, slot, form);
  AtlasTimelineShape       shape = tail ? ATLAS_TIMELINE_POINT : atlas_timeline_slot_get_shape (item, self->px_per_day);
  AtlasTimelineLabel       label = ATLAS_TIMELINE_LABEL_NONE;

  if (form == ATLAS_TIMELINE_FORM_HEADING)
    return get_heading_stretch (self, item, name, x0, x1);
  if (form == ATLAS_TIMELINE_FORM_LASTING)
    return get_lasting_stretch (self, item, name, x0, x1);

  atlas_timeline_slot_get_extents (item, shape, tail, self->px_per_day, ATLAS_TIMELINE_RADIUS, x0, x1);
  if (form == ATLAS_TIMELINE_FORM_NAMED)
    {
      label = add_name (self, self->px_per_day, name, shape == ATLAS_TIMELINE_BAR ? ATLAS_TIMELINE_LABEL_ABOVE : ATLAS_TIMELINE_LABEL_RIGHT, x0, x1);
      *x1 += ATLAS_TIMELINE_LABEL_GAP;
    }
  *x1 += ATLAS_TIMELINE_MARK_GAP;

  return label;
}

static AtlasTimelineStretch
get_columns (const AtlasTimelineChoice *self,
             guint                      slot,
             AtlasTimelineForm          form)
{
  double x0, x1;

  atlas_timeline_choice_get_stretch (self, slot, form, &x0, &x1);

  return atlas_timeline_columns_get (self->columns, x0, x1);
}

static gboolean
try_take (AtlasTimelineChoice *self,
          guint                slot,
          AtlasTimelineForm    form)
{
  if (!atlas_timeline_columns_take (self->columns, get_columns (self, slot, form)))
    return FALSE;

  self->forms[slot] = form;

  return TRUE;
}

static guint
count_depth (AtlasTimelineChoice *self,
             AtlasTimelineForm    form)
{
  guint end = self->lane->first + self->lane->n;

  for (guint i = self->lane->first; i < end; i++)
    if (self->forms[i] == form)
      atlas_timeline_columns_count (self->columns, get_columns (self, i, form));

  return atlas_timeline_columns_get_depth (self->columns);
}

static AtlasTimelineForm
get_full_form (const AtlasTimelineSlot *slot)
{
  return slot->lasting ? ATLAS_TIMELINE_FORM_LASTING : ATLAS_TIMELINE_FORM_NAMED;
}

void
atlas_timeline_choice_take_all (AtlasTimelineChoice *self)
{
  guint end = self->lane->first + self->lane->n;

  for (guint i = self->lane->first; i < end; i++)
    {
      const AtlasTimelineSlot *slot = get_slot (self, i);

      self->forms[i] = slot->band || slot->across ? ATLAS_TIMELINE_FORM_HEADING : get_full_form (slot);
    }

  self->n_headings = count_depth (self, ATLAS_TIMELINE_FORM_HEADING);
  self->n_passing = count_depth (self, ATLAS_TIMELINE_FORM_NAMED);
  self->n_lasting = count_depth (self, ATLAS_TIMELINE_FORM_LASTING);
}

void
atlas_timeline_choice_take_headings (AtlasTimelineChoice *self,
                                     guint                max)
{
  guint end = self->lane->first + self->lane->n;

  atlas_timeline_columns_set_rows (self->columns, max);
  for (guint i = self->lane->first; i < end; i++)
    {
      guint                    number = self->layout->index->by_rank[i];
      const AtlasTimelineSlot *slot = get_slot (self, number);

      self->forms[number] = ATLAS_TIMELINE_FORM_NONE;
      if (slot->band || slot->across)
        try_take (self, number, ATLAS_TIMELINE_FORM_HEADING);
    }
  self->n_headings = count_depth (self, ATLAS_TIMELINE_FORM_HEADING);
}

void
atlas_timeline_choice_get_needs (AtlasTimelineChoice *self,
                                 guint               *n_passing,
                                 guint               *n_lasting)
{
  guint  end = self->lane->first + self->lane->n;
  guint *needs[] = { n_passing, n_lasting };

  for (guint lasting = 0; lasting < 2; lasting++)
    {
      for (guint i = self->lane->first; i < end; i++)
        if (self->forms[i] != ATLAS_TIMELINE_FORM_HEADING && get_slot (self, i)->lasting == lasting)
          atlas_timeline_columns_count (self->columns, get_columns (self, i, get_full_form (get_slot (self, i))));
      *needs[lasting] = atlas_timeline_columns_get_depth (self->columns);
    }
}

/* The weightiest first, as long as there is a row for them. */
static void
take_by_rank (AtlasTimelineChoice *self,
              AtlasTimelineForm    form)
{
  guint end = self->lane->first + self->lane->n;

  for (guint i = self->lane->first; i < end; i++)
    {
      guint number = self->layout->index->by_rank[i];

      if (self->forms[number] == ATLAS_TIMELINE_FORM_NONE && (form != ATLAS_TIMELINE_FORM_LASTING || get_slot (self, number)->lasting))
        try_take (self, number, form);
    }
}

void
atlas_timeline_choice_take (AtlasTimelineChoice *self,
                            guint                n_rows)
{
  guint need_passing, need_lasting;

  atlas_timeline_choice_get_needs (self, &need_passing, &need_lasting);

  /* What happens has at least half of the rows, if it needs them; a bar without a row of its own is among it, as a tail. */
  self->n_passing = MIN (need_passing, MAX ((n_rows + 1) / 2, n_rows - MIN (need_lasting, n_rows)));
  self->n_lasting = MIN (need_lasting, n_rows - self->n_passing);
  if (self->n_lasting < need_lasting)
    self->n_passing = MAX (self->n_passing, 1);
  self->n_lasting = MIN (self->n_lasting, n_rows - self->n_passing);

  atlas_timeline_columns_set_rows (self->columns, self->n_lasting);
  take_by_rank (self, ATLAS_TIMELINE_FORM_LASTING);
  atlas_timeline_columns_set_rows (self->columns, self->n_passing);
  take_by_rank (self, ATLAS_TIMELINE_FORM_NAMED);
  take_by_rank (self, ATLAS_TIMELINE_FORM_BARE);
}
