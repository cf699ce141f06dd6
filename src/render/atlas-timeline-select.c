// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-layout-private.h"

#include "atlas-lane-packer.h"

#include <math.h>

#define NAMED_PART 0.34 /* of a lane with more than MAX_STEADY: the weightiest, whose names come before the marks of the others */
#define MAX_STEADY 4000 /* in lanes with more, what is chosen does not depend on wider zooms */
#define MODEST_BAR 80.0 /* px: a shorter bar is a symbol until all marks have been placed */
#define WIDEST 0.2      /* the widest of those, of the zoom shown at first */

static const AtlasTimelineSlot *
get_slot (const AtlasTimelineChoice *self,
          guint                      slot)
{
  return &self->layout->index->slots[slot];
}
static AtlasTimelineStretch
get_columns (const AtlasTimelineChoice *self,
             guint                      slot,
             AtlasTimelineForm          form)
{
  double zoom = MIN (self->px_per_day, self->home) / self->px_per_day;
  double x0, x1;

  atlas_timeline_choice_get_stretch (self, slot, form, &x0, &x1);
  if (form == ATLAS_TIMELINE_FORM_LASTING)
    return atlas_timeline_columns_get (self->lasting, x0 * zoom, x1 * zoom);

  return atlas_timeline_columns_get (self->columns, x0, x1);
}

static gboolean
try_take (AtlasTimelineChoice *self,
          guint                slot,
          AtlasTimelineForm    form)
{
  if (!atlas_timeline_columns_take (form == ATLAS_TIMELINE_FORM_LASTING ? self->lasting : self->columns, get_columns (self, slot, form)))
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

/* The rows of what lasts. Returns how many. */
static guint
pack_lasting (AtlasTimelineChoice *self)
{
  guint                         end = self->lane->first + self->lane->n;
  g_autofree AtlasLaneInterval *intervals = NULL;
  g_autofree guint32           *begins = g_new (guint32, self->lane->n + 1);
  g_autofree guint32           *slots = g_new (guint32, self->lane->n + 1);
  g_autofree guint             *rows = NULL;
  guint                         n = 0;
  guint                         n_rows = 0;

  for (guint i = self->lane->first; i < end; i++)
    if (self->forms[i] == ATLAS_TIMELINE_FORM_LASTING)
      {
        begins[n] = get_columns (self, i, ATLAS_TIMELINE_FORM_LASTING).begin;
        slots[n++] = i;
      }

  atlas_radix_sort (begins, slots, n);
  intervals = g_new (AtlasLaneInterval, n + 1);
  rows = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    intervals[i] = (AtlasLaneInterval){ begins[i], get_columns (self, slots[i], ATLAS_TIMELINE_FORM_LASTING).end };
  n_rows = atlas_lane_packer_pack_sorted (intervals, n, rows);
  for (guint i = 0; i < n; i++)
    self->rows[slots[i]] = rows[i];

  return n_rows;
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
  self->n_lasting = pack_lasting (self);
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

/* The bars that have a row for as long as they last, the weightiest first. */
static void
take_lasting (AtlasTimelineChoice *self)
{
  guint end = self->lane->first + self->lane->n;

  atlas_timeline_columns_set_rows (self->lasting, self->n_lasting);
  for (guint i = self->lane->first; i < end && self->n_lasting > 0; i++)
    {
      guint number = self->layout->index->by_rank[i];

      if (self->forms[number] == ATLAS_TIMELINE_FORM_NONE && get_slot (self, number)->lasting)
        try_take (self, number, ATLAS_TIMELINE_FORM_LASTING);
    }
  pack_lasting (self);
}

/* The rows of what lasts, with what lasts in them. */
static void
open_rows (AtlasTimelineChoice *self)
{
  guint end = self->lane->first + self->lane->n;

  self->below = g_new0 (AtlasTimelineColumns *, self->n_lasting + 1);
  for (guint i = 0; i < self->n_lasting; i++)
    {
      self->below[i] = atlas_timeline_columns_new (self->layout->index->bounds, self->px_per_day);
      atlas_timeline_columns_set_rows (self->below[i], 1);
    }
  for (guint i = self->lane->first; i < end && self->n_lasting > 0; i++)
    if (self->forms[i] == ATLAS_TIMELINE_FORM_LASTING)
      {
        AtlasTimelineStretch stretch;
        double               x0, x1;

        atlas_timeline_choice_get_stretch (self, i, ATLAS_TIMELINE_FORM_LASTING, &x0, &x1);
        stretch = atlas_timeline_columns_get (self->columns, x0, x1);

        /* At this zoom neighbours may share a column. */
        if (!atlas_timeline_columns_take (self->below[self->rows[i]], stretch) && stretch.end - stretch.begin > 2)
          atlas_timeline_columns_take (self->below[self->rows[i]], (AtlasTimelineStretch){ stretch.begin + 1, stretch.end - 1 });
      }
  atlas_timeline_columns_set_rows (self->columns, self->n_passing);
}

static void
close_rows (AtlasTimelineChoice *self)
{
  for (guint i = 0; i < self->n_lasting; i++)
    atlas_timeline_columns_free (self->below[i]);
  g_clear_pointer (&self->below, g_free);
}

/* The same form in one of the rows of what lasts. */
static AtlasTimelineForm
get_form_below (AtlasTimelineForm form)
{
  return form == ATLAS_TIMELINE_FORM_NAMED ? ATLAS_TIMELINE_FORM_NAMED_BELOW : form == ATLAS_TIMELINE_FORM_BARE ? ATLAS_TIMELINE_FORM_BARE_BELOW
                                                                                                                : ATLAS_TIMELINE_FORM_STUB_BELOW;
}

/* In one of the rows of what happens, or else where nothing lasts. */
static gboolean
try_rows (AtlasTimelineChoice *self,
          guint                slot,
          AtlasTimelineForm    form)
{
  AtlasTimelineStretch stretch = get_columns (self, slot, form);
  gboolean             taken = atlas_timeline_columns_take (self->columns, stretch);

  if (taken)
    self->forms[slot] = form;
  for (guint i = 0; i < self->n_lasting && !taken; i++)
    {
      taken = atlas_timeline_columns_take (self->below[i], stretch);
      if (!taken)
        continue;

      self->forms[slot] = get_form_below (form);
      self->rows[slot] = i;
    }

  return taken;
}

static gboolean
is_short_bar (const AtlasTimelineChoice *self,
              guint                      slot)
{
  const AtlasTimelineSlot *item = get_slot (self, slot);

  return !item->lasting && atlas_timeline_slot_get_shape (item, self->px_per_day) == ATLAS_TIMELINE_BAR;
}

/* Its mark, or at least the symbol of one that is longer. */
static void
try_mark (AtlasTimelineChoice *self,
          guint                slot)
{
  const AtlasTimelineSlot *item = get_slot (self, slot);
  gboolean                 is_bar = is_short_bar (self, slot);

  if (self->forms[slot] != ATLAS_TIMELINE_FORM_NONE)
    return;
  if (is_bar && self->lane->n <= MAX_STEADY && ((double) item->known.end - item->known.begin) * self->px_per_day < MODEST_BAR && try_rows (self, slot, ATLAS_TIMELINE_FORM_STUB))
    return;
  if (!try_rows (self, slot, ATLAS_TIMELINE_FORM_BARE) && is_bar)
    try_rows (self, slot, ATLAS_TIMELINE_FORM_STUB);
}

/* Another form in its place, or in that of its row of what lasts, if there is room for it. */
static void
try_change (AtlasTimelineChoice *self,
            guint                slot,
            AtlasTimelineForm    from,
            AtlasTimelineForm    to)
{
  gboolean              below = self->forms[slot] == get_form_below (from);
  AtlasTimelineColumns *columns = below ? self->below[self->rows[slot]] : self->columns;
  AtlasTimelineStretch  before = get_columns (self, slot, from);

  if (self->forms[slot] != from && !below)
    return;

  atlas_timeline_columns_give (columns, before);
  if (atlas_timeline_columns_take (columns, get_columns (self, slot, to)))
    self->forms[slot] = below ? get_form_below (to) : to;
  else
    atlas_timeline_columns_take (columns, before);
}

static void
take_passing (AtlasTimelineChoice *self);

/* What stands at a wider zoom is taken before what does not, so that it stays as one goes closer. */
static void
take_from_wider (AtlasTimelineChoice *self)
{
  AtlasTimelineChoice wider = *self;
  guint               end = self->lane->first + self->lane->n;
  g_autoptr (AtlasTimelineColumns) columns = NULL;
  g_autofree guint8  *forms = NULL;
  g_autofree guint32 *rows = NULL;

  if (self->lane->n > MAX_STEADY || self->px_per_day <= self->home * WIDEST)
    return;

  forms = g_new0 (guint8, end);
  rows = g_memdup2 (self->rows, end * sizeof *rows);
  for (guint i = self->lane->first; i < end; i++)
    forms[i] = self->forms[i] < ATLAS_TIMELINE_FORM_NAMED ? self->forms[i] : ATLAS_TIMELINE_FORM_NONE;
  wider.px_per_day = atlas_timeline_layout_get_bucket (self->px_per_day / G_SQRT2 * 1.001);
  columns = atlas_timeline_columns_new (self->layout->index->bounds, wider.px_per_day);
  wider.columns = columns;
  wider.forms = forms;
  wider.rows = rows;
  open_rows (&wider);
  take_passing (&wider);
  close_rows (&wider);

  for (guint i = self->lane->first; i < end; i++)
    if (forms[i] >= ATLAS_TIMELINE_FORM_NAMED)
      try_mark (self, i);
}

/* What happens: first the marks of all; then, where there is room yet, short bars as long as they are, and names. Where there are so many that marks
 * would be all there is, the weightiest with their names first. */
static void
take_passing (AtlasTimelineChoice *self)
{
  const guint *by_rank = self->layout->index->by_rank + self->lane->first;
  guint        n_named = self->lane->n > MAX_STEADY ? (guint) ceil (self->lane->n * NAMED_PART) : 0;

  for (guint i = 0; i < n_named; i++)
    if (self->forms[by_rank[i]] == ATLAS_TIMELINE_FORM_NONE)
      try_rows (self, by_rank[i], ATLAS_TIMELINE_FORM_NAMED);
  take_from_wider (self);
  for (guint i = 0; i < self->lane->n; i++)
    try_mark (self, by_rank[i]);
  for (guint i = 0; i < self->lane->n; i++)
    try_change (self, by_rank[i], ATLAS_TIMELINE_FORM_STUB, ATLAS_TIMELINE_FORM_BARE);
  for (guint i = 0; i < self->lane->n; i++)
    try_change (self, by_rank[i], ATLAS_TIMELINE_FORM_BARE, ATLAS_TIMELINE_FORM_NAMED);
}

void
atlas_timeline_choice_share (AtlasTimelineChoice *self,
                             guint                n_rows,
                             guint                need_passing,
                             guint                need_lasting)
{
  /* What happens has at least two of three rows, if it needs them; a bar without a row of its own is among it, as a tail. */
  self->n_passing = MIN (need_passing, MAX ((2 * n_rows + 1) / 3, n_rows - MIN (need_lasting, n_rows)));
  self->n_lasting = MIN (need_lasting, n_rows - self->n_passing);
  if (self->n_lasting < need_lasting)
    self->n_passing = MAX (self->n_passing, 1);
  self->n_lasting = MIN (self->n_lasting, n_rows - MIN (self->n_passing, n_rows));
  self->n_feet = n_rows < need_passing + need_lasting;
}

void
atlas_timeline_choice_take (AtlasTimelineChoice *self)
{
  take_lasting (self);
  open_rows (self);
  take_passing (self);
  close_rows (self);
  atlas_timeline_choice_take_feet (self);
}
