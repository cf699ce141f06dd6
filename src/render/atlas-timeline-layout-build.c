// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-layout-private.h"

#include "atlas-lane-packer.h"

/* What stands in the rows of one sort, in order. */
typedef struct
{
  guint32           *begins; /* columns */
  guint32           *slots;
  AtlasLaneInterval *intervals;
  guint             *rows;
  guint              n;
} Section;

static void
section_clear (Section *self)
{
  g_free (self->begins);
  g_free (self->slots);
  g_free (self->intervals);
  g_free (self->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Section, section_clear)

static gboolean
is_in_section (AtlasTimelineForm form,
               AtlasTimelineForm section)
{
  if (section == ATLAS_TIMELINE_FORM_NAMED)
    return form == ATLAS_TIMELINE_FORM_NAMED || form == ATLAS_TIMELINE_FORM_BARE || form == ATLAS_TIMELINE_FORM_STUB;
  if (section == ATLAS_TIMELINE_FORM_LASTING)
    return form == ATLAS_TIMELINE_FORM_LASTING || form == ATLAS_TIMELINE_FORM_NAMED_BELOW || form == ATLAS_TIMELINE_FORM_BARE_BELOW || form == ATLAS_TIMELINE_FORM_STUB_BELOW;

  return form == section;
}

static guint
count_section (const AtlasTimelineChoice *choice,
               AtlasTimelineForm          section)
{
  guint end = choice->lane->first + choice->lane->n;
  guint n = 0;

  for (guint i = choice->lane->first; i < end; i++)
    if (is_in_section (choice->forms[i], section))
      n++;

  return n;
}

/* Packs what stands in a section, unless its rows are chosen already; what is packed needs no more rows than its choice has found. */
static guint
pack_section (const AtlasTimelineChoice *choice,
              AtlasTimelineForm          section,
              Section                   *self)
{
  guint end = choice->lane->first + choice->lane->n;
  guint n = count_section (choice, section);

  self->begins = g_new (guint32, n + 1);
  self->slots = g_new (guint32, n + 1);
  self->intervals = g_new (AtlasLaneInterval, n + 1);
  self->rows = g_new (guint, n + 1);
  for (guint i = choice->lane->first; i < end; i++)
    if (is_in_section (choice->forms[i], section))
      {
        double x0, x1;

        atlas_timeline_choice_get_stretch (choice, i, choice->forms[i], &x0, &x1);
        self->begins[self->n] = atlas_timeline_columns_get (choice->columns, x0, x1).begin;
        self->slots[self->n++] = i;
      }

  atlas_radix_sort (self->begins, self->slots, n);
  if (section == ATLAS_TIMELINE_FORM_LASTING)
    {
      for (guint i = 0; i < n; i++)
        self->rows[i] = choice->rows[self->slots[i]];

      return choice->n_lasting;
    }

  for (guint i = 0; i < n; i++)
    {
      AtlasTimelineStretch stretch;
      double               x0, x1;

      atlas_timeline_choice_get_stretch (choice, self->slots[i], choice->forms[self->slots[i]], &x0, &x1);
      stretch = atlas_timeline_columns_get (choice->columns, x0, x1);
      self->intervals[i] = (AtlasLaneInterval){ stretch.begin, stretch.end };
    }

  return atlas_lane_packer_pack_sorted (self->intervals, n, self->rows);
}

/* A name is no longer than its bar, or than what is kept for names. */
static double
get_label_width (const AtlasTimelineChoice *choice,
                 const AtlasTimelineSlot   *slot,
                 const AtlasTimelineEntry  *entry)
{
  double room = choice->max_label;

  if (entry->shape == ATLAS_TIMELINE_BAR && entry->label == ATLAS_TIMELINE_LABEL_ABOVE)
    room = MAX (room, ((double) slot->known.end - slot->known.begin) * choice->px_per_day - (slot->interval ? 0.0 : ATLAS_TIMELINE_INDENT));

  return MIN (slot->label_width, entry->shape == ATLAS_TIMELINE_BAND ? ATLAS_TIMELINE_MAX_LABEL : room);
}

static void
add_entry (AtlasTimelineLayout       *self,
           const AtlasTimelineChoice *choice,
           guint                      slot,
           guint                      row,
           guint                      index)
{
  const AtlasTimelineSlot *item = &self->index->slots[slot];
  AtlasTimelineForm        form = choice->forms[slot];
  AtlasTimelineTail        tail = atlas_timeline_choice_get_tail (choice, slot, form);
  AtlasTimelineShape       shape = atlas_timeline_slot_get_shape (item, self->px_per_day);
  AtlasTimelineEntry      *entry = &self->entries[index];
  double                   x0, x1;

  if (form == ATLAS_TIMELINE_FORM_NONE && item->lasting)
    tail = ATLAS_TIMELINE_TAIL_LONG;
  if (form == ATLAS_TIMELINE_FORM_HEADING)
    shape = ATLAS_TIMELINE_BAND;
  else if (form == ATLAS_TIMELINE_FORM_LASTING)
    shape = ATLAS_TIMELINE_BAR; /* however short it is yet */
  else if (tail != ATLAS_TIMELINE_TAIL_NONE || form == ATLAS_TIMELINE_FORM_NONE)
    shape = ATLAS_TIMELINE_POINT;

  atlas_timeline_entry_init (entry, self->index, item, shape, tail);
  entry->lane = (guint16) (choice->lane - (const AtlasTimelineIndexLane *) (gconstpointer) self->index->lanes->data);
  entry->row = row;
  entry->lasting = form == ATLAS_TIMELINE_FORM_LASTING;
  entry->clustered = form == ATLAS_TIMELINE_FORM_NONE;
  if (!entry->clustered)
    entry->label = atlas_timeline_choice_get_stretch (choice, slot, form, &x0, &x1);
  entry->label_width = (float) get_label_width (choice, item, entry);
  if (item->across)
    g_array_append_val (self->across, index);
}

/* Row by row, in order. */
static guint
add_section (AtlasTimelineLayout       *self,
             const AtlasTimelineChoice *choice,
             AtlasTimelineForm          form,
             guint                      first_row,
             guint                      n_rows)
{
  g_auto (Section) section = { NULL };
  g_autofree guint *next = NULL;
  g_autofree guint *slots = NULL;
  guint             packed = pack_section (choice, form, &section);

  n_rows = MAX (n_rows, packed);
  next = g_new0 (guint, n_rows + 1);
  for (guint i = 0; i < section.n; i++)
    next[section.rows[i] + 1]++;
  next[0] = self->n_entries;
  for (guint row = 0; row < n_rows; row++)
    {
      AtlasTimelineRow begin = { next[row] };

      g_array_append_val (self->rows, begin);
      next[row + 1] += next[row];
    }

  slots = g_new (guint, section.n + 1);
  for (guint i = 0; i < section.n; i++)
    {
      guint index = next[section.rows[i]]++;

      slots[index - self->n_entries] = section.slots[i];
      add_entry (self, choice, section.slots[i], first_row + section.rows[i], index);
    }
  for (guint row = 0; row < n_rows && form != ATLAS_TIMELINE_FORM_HEADING && form != ATLAS_TIMELINE_FORM_FOOT; row++)
    {
      guint first = row > 0 ? next[row - 1] : self->n_entries;

      atlas_timeline_layout_grow_names (self, slots + (first - self->n_entries), first, next[row] - first);
    }
  self->n_entries += section.n;

  return n_rows;
}

/* What has no row, cluster by cluster. */
static guint
add_clusters (AtlasTimelineLayout       *self,
              guint                      lane,
              const AtlasTimelineChoice *choice)
{
  guint n = 0;

  for (guint i = 0; i < choice->clusters->len; i++)
    {
      AtlasTimelineCluster cluster = g_array_index (choice->clusters, AtlasTimelineCluster, i);
      guint                slot = cluster.first;

      cluster.lane = lane;
      cluster.first = self->n_entries;
      for (guint j = 0; j < cluster.count; slot++)
        if (choice->forms[slot] == ATLAS_TIMELINE_FORM_NONE)
          {
            add_entry (self, choice, slot, i, self->n_entries++);
            j++;
          }
      g_array_append_val (self->clusters, cluster);
      n += cluster.count;
    }

  return n;
}

void
atlas_timeline_layout_add_lane (AtlasTimelineLayout       *self,
                                guint                      lane,
                                const AtlasTimelineChoice *choice)
{
  AtlasTimelineLane *own = &g_array_index (self->lanes, AtlasTimelineLane, lane);
  AtlasTimelineRow   past = { 0 };

  g_array_append_val (self->lane_rows, self->rows->len);
  g_array_append_val (self->lane_clusters, self->clusters->len);

  own->n_headings = add_section (self, choice, ATLAS_TIMELINE_FORM_HEADING, 0, choice->n_headings);
  own->n_passing = add_section (self, choice, ATLAS_TIMELINE_FORM_NAMED, 0, choice->n_passing);
  own->n_rows = own->n_passing + add_section (self, choice, ATLAS_TIMELINE_FORM_LASTING, own->n_passing, choice->n_lasting);
  own->n_feet = add_section (self, choice, ATLAS_TIMELINE_FORM_FOOT, own->n_rows, choice->n_feet);
  past.first = self->n_entries;
  g_array_append_val (self->rows, past);
  own->n_hidden = add_clusters (self, lane, choice);
}
