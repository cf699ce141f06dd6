// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-layout-private.h"

#include <math.h>
#include <string.h>

#define WORD 64u
#define LEVELS 3
#define MAX_COLUMNS (1u << 20) /* where all days are wider than that in px, a column is more than one */
#define SPARSE 16u             /* columns for each stretch, from which on stretches are sorted rather than columns summed up */

struct _AtlasTimelineColumns
{
  double   origin; /* px from day 0 */
  double   unit;   /* px */
  guint    n;
  guint    n_rows;
  guint8  *depth;
  GArray  *begins; /* of guint32: of what is counted */
  GArray  *ends;
  guint64 *full[LEVELS]; /* the columns that have no row left; in each level, the words of the one below that are not 0 */
  guint    n_words[LEVELS];
};

AtlasTimelineColumns *
atlas_timeline_columns_new (AtlasTimeSpan days,
                            double        px_per_day)
{
  AtlasTimelineColumns *self = g_new0 (AtlasTimelineColumns, 1);
  double                width = ((double) days.end - days.begin) * px_per_day;
  guint                 n = 0;

  self->origin = days.begin * px_per_day;
  self->unit = MAX (1.0, width / MAX_COLUMNS);
  self->n = (guint) ceil (width / self->unit) + 1;
  self->begins = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  n = self->n;
  for (guint i = 0; i < LEVELS; i++)
    {
      n = (n + WORD - 1) / WORD;
      self->n_words[i] = n;
    }

  return self;
}

void
atlas_timeline_columns_free (AtlasTimelineColumns *self)
{
  for (guint i = 0; i < LEVELS; i++)
    g_free (self->full[i]);
  g_array_unref (self->begins);
  g_array_unref (self->ends);
  g_free (self->depth);
  g_free (self);
}

void
atlas_timeline_columns_set_rows (AtlasTimelineColumns *self,
                                 guint                 n_rows)
{
  self->n_rows = MIN (n_rows, ATLAS_TIMELINE_MAX_ROWS);
  g_free (self->depth);
  self->depth = self->n_rows > 1 ? g_new0 (guint8, self->n) : NULL; /* one row is full or not */
  for (guint i = 0; i < LEVELS; i++)
    {
      g_free (self->full[i]);
      self->full[i] = g_new0 (guint64, self->n_words[i]);
    }
}

AtlasTimelineStretch
atlas_timeline_columns_get (const AtlasTimelineColumns *self,
                            double                      x0,
                            double                      x1)
{
  double begin = floor ((x0 - self->origin) / self->unit);
  double end = ceil ((x1 - self->origin) / self->unit);
  guint  first = (guint) CLAMP (begin, 0.0, self->n - 1.0);

  return (AtlasTimelineStretch){ first, (guint) CLAMP (end, first + 1.0, self->n) };
}

/* Any bit from @begin to @end: whole words are looked up a level higher. */
static gboolean
has_full (const AtlasTimelineColumns *self,
          guint                       level,
          guint                       begin,
          guint                       end)
{
  const guint64 *words = self->full[level];
  guint          first = begin / WORD;
  guint          last = (end - 1) / WORD;
  guint64        head = G_MAXUINT64 << begin % WORD;
  guint64        tail = G_MAXUINT64 >> (WORD - 1 - (end - 1) % WORD);

  if (first == last)
    return (words[first] & head & tail) != 0;
  if ((words[first] & head) != 0 || (words[last] & tail) != 0)
    return TRUE;
  if (first + 1 == last)
    return FALSE;
  if (level + 1 < LEVELS)
    return has_full (self, level + 1, first + 1, last);

  for (guint i = first + 1; i < last; i++)
    if (words[i] != 0)
      return TRUE;

  return FALSE;
}

/* Sets the bits from @begin to @end, word by word, and those that stand for the words in the levels above. */
static void
mark_full (AtlasTimelineColumns *self,
           guint                 level,
           guint                 begin,
           guint                 end)
{
  guint   first = begin / WORD;
  guint   last = (end - 1) / WORD;
  guint64 head = G_MAXUINT64 << begin % WORD;
  guint64 tail = G_MAXUINT64 >> (WORD - 1 - (end - 1) % WORD);

  if (first == last)
    head &= tail;
  else
    self->full[level][last] |= tail;
  self->full[level][first] |= head;
  for (guint i = first + 1; i < last; i++)
    self->full[level][i] = G_MAXUINT64;
  if (level + 1 < LEVELS)
    mark_full (self, level + 1, first, last + 1);
}

static void
clear_full (AtlasTimelineColumns *self,
            guint                 column)
{
  for (guint level = 0; level < LEVELS; level++)
    {
      self->full[level][column / WORD] &= ~(G_GUINT64_CONSTANT (1) << column % WORD);
      if (self->full[level][column / WORD] != 0)
        return;

      column /= WORD;
    }
}

gboolean
atlas_timeline_columns_take (AtlasTimelineColumns *self,
                             AtlasTimelineStretch  stretch)
{
  if (self->n_rows == 0 || has_full (self, 0, stretch.begin, stretch.end))
    return FALSE;

  if (self->n_rows == 1)
    mark_full (self, 0, stretch.begin, stretch.end);
  for (guint i = stretch.begin; i < stretch.end && self->n_rows > 1; i++)
    if (++self->depth[i] == self->n_rows)
      mark_full (self, 0, i, i + 1);

  return TRUE;
}

void
atlas_timeline_columns_give (AtlasTimelineColumns *self,
                             AtlasTimelineStretch  stretch)
{
  for (guint i = stretch.begin; i < stretch.end; i++)
    if (self->n_rows == 1 || self->depth[i]-- == self->n_rows)
      clear_full (self, i);
}

void
atlas_timeline_columns_count (AtlasTimelineColumns *self,
                              AtlasTimelineStretch  stretch)
{
  g_array_append_val (self->begins, stretch.begin);
  g_array_append_val (self->ends, stretch.end);
}

/* Column by column. */
static int
sum_columns (const AtlasTimelineColumns *self)
{
  g_autofree int *changes = g_new0 (int, self->n + 1);
  int             depth = 0;
  int             most = 0;

  for (guint i = 0; i < self->begins->len; i++)
    {
      changes[g_array_index (self->begins, guint32, i)]++;
      changes[g_array_index (self->ends, guint32, i)]--;
    }
  for (guint i = 0; i < self->n; i++)
    {
      depth += changes[i];
      most = MAX (most, depth);
    }

  return most;
}

/* From begin to begin: those that have ended by then are less. */
static int
sweep (AtlasTimelineColumns *self)
{
  g_autofree guint32 *rest = g_new0 (guint32, self->begins->len + 1);
  guint32            *begins = (guint32 *) (gpointer) self->begins->data;
  guint32            *ends = (guint32 *) (gpointer) self->ends->data;
  guint               ended = 0;
  int                 most = 0;

  atlas_radix_sort (begins, rest, self->begins->len);
  atlas_radix_sort (ends, rest, self->ends->len);
  for (guint i = 0; i < self->begins->len; i++)
    {
      while (ends[ended] <= begins[i])
        ended++;
      most = MAX (most, (int) (i + 1 - ended));
    }

  return most;
}

guint
atlas_timeline_columns_get_depth (AtlasTimelineColumns *self)
{
  int depth = self->n / SPARSE > self->begins->len ? sweep (self) : sum_columns (self);

  g_array_set_size (self->begins, 0);
  g_array_set_size (self->ends, 0);

  return (guint) depth;
}
