// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-layout-private.h"

#include <math.h>
#include <string.h>

#define WORD 64u
#define LEVELS 3
#define MAX_COLUMNS (1u << 21) /* where all days are wider than that in px, a column is more than one */

struct _AtlasTimelineColumns
{
  double   origin; /* px from day 0 */
  double   unit;   /* px */
  guint    n;
  guint    n_rows;
  guint8  *depth;
  int     *changes;      /* what begins less what ends at a column; all 0 but while counting */
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
  g_free (self->changes);
  g_free (self->depth);
  g_free (self);
}

void
atlas_timeline_columns_set_rows (AtlasTimelineColumns *self,
                                 guint                 n_rows)
{
  self->n_rows = MIN (n_rows, ATLAS_TIMELINE_MAX_ROWS);
  g_free (self->depth);
  self->depth = g_new0 (guint8, self->n);
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

static void
mark_full (AtlasTimelineColumns *self,
           guint                 column)
{
  for (guint level = 0; level < LEVELS; level++)
    {
      self->full[level][column / WORD] |= G_GUINT64_CONSTANT (1) << column % WORD;
      column /= WORD;
    }
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

  for (guint i = stretch.begin; i < stretch.end; i++)
    if (++self->depth[i] == self->n_rows)
      mark_full (self, i);

  return TRUE;
}

void
atlas_timeline_columns_give (AtlasTimelineColumns *self,
                             AtlasTimelineStretch  stretch)
{
  for (guint i = stretch.begin; i < stretch.end; i++)
    if (self->depth[i]-- == self->n_rows)
      clear_full (self, i);
}

void
atlas_timeline_columns_count (AtlasTimelineColumns *self,
                              AtlasTimelineStretch  stretch)
{
  if (self->changes == NULL)
    self->changes = g_new0 (int, self->n + 1);
  self->changes[stretch.begin]++;
  self->changes[stretch.end]--;
}

guint
atlas_timeline_columns_get_depth (AtlasTimelineColumns *self)
{
  int depth = 0;
  int most = 0;

  for (guint i = 0; self->changes != NULL && i < self->n; i++)
    {
      depth += self->changes[i];
      most = MAX (most, depth);
    }
  g_clear_pointer (&self->changes, g_free);

  return (guint) most;
}
