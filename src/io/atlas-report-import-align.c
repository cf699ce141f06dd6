// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report-import-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * The best way to lay the file's sentences along the atlas's headings and passages, both in their order. A sentence is either
 * aligned with a slot or with nothing; a slot may be skipped. Dynamic programming over sentences × slots:
 *   on[j]   the best score of all sentences so far, the last of them aligned with slot j
 *   off[j]  the same, the last of them aligned with nothing, and the last before it that was with slot j - 1 (0: none was)
 * The cost of going from slot k to slot j is that of the slots between, so the best k is a running maximum.
 */

/* What it costs to change between passages inside a paragraph, and to go on with the same one in a new paragraph. */
#define CUT_COST 6.0
#define JOIN_COST 3.0

/* What a skipped slot costs, and a passage when it is taken up: chance words of a menu do not pay for it. */
#define SKIP_COST 0.5
#define ENTER_COST 3.0

/* The most sentences × slots. Each takes 3 bytes. */
#define MOST_CELLS ((gsize) 32 * 1024 * 1024)

/* How many sentences are done before it is asked whether to go on. */
#define CANCEL_STEP 512

typedef struct
{
  GArray *slots;
  guint   n;       /* slots */
  double *skipped; /* cost of all slots before one; n + 1 */
  double *row;     /* how well the sentence fits each slot */
  double *on;
  double *off; /* n + 1 */
  double *next_on;
  double *next_off;
  gint16 *from;     /* of on: k: on[k]; -1 - k: off[k]; one row a sentence, n values each */
  guint8 *from_off; /* of off: 1: on[j - 1]; 0: off[j]; n + 1 values each */
} Aligner;

static void
step (Aligner               *self,
      const AtlasImportUnit *unit,
      guint                  i)
{
  double  cut = unit->starts ? 0.0 : CUT_COST;
  double  join = unit->starts ? JOIN_COST : 0.0;
  double  best_on = -INFINITY, best_off = -INFINITY; /* each with the cost of the slots before it taken off */
  int     from_on = 0, from_off = 0;
  gint16 *from = self->from + (gsize) i * self->n;
  guint8 *back = self->from_off + (gsize) i * (self->n + 1);

  for (guint j = 0; j < self->n; j++)
    {
      gboolean heading = g_array_index (self->slots, AtlasImportSlot, j).heading;
      double   enter = heading ? 0.0 : ENTER_COST;
      double   stay = heading ? -INFINITY : self->on[j] - join;
      double   move, resume;

      /* off[j] was left after slot j - 1, off[j + 1] after this one, which may go on. */
      if (self->off[j] + self->skipped[j] > best_off)
        {
          best_off = self->off[j] + self->skipped[j];
          from_off = (int) j;
        }
      move = MAX (best_on, best_off) - self->skipped[j] - cut - enter;
      resume = heading ? -INFINITY : self->off[j + 1] - cut - join;

      if (stay >= move && stay >= resume)
        from[j] = (gint16) j;
      else if (resume >= move)
        from[j] = (gint16) (-1 - (int) (j + 1));
      else
        from[j] = (gint16) (best_on >= best_off ? from_on : -1 - from_off);
      self->next_on[j] = self->row[j] + MAX (MAX (stay, move), resume);

      if (self->on[j] + self->skipped[j + 1] > best_on)
        {
          best_on = self->on[j] + self->skipped[j + 1];
          from_on = (int) j;
        }
    }

  for (guint j = 0; j <= self->n; j++)
    {
      double leave = j > 0 ? self->on[j - 1] - cut : -INFINITY;

      back[j] = leave > self->off[j];
      self->next_off[j] = MAX (leave, self->off[j]);
    }
}

/* Goes back from the best end, and tells each sentence its slot. */
static void
trace (Aligner   *self,
       GPtrArray *units)
{
  double best = -INFINITY;
  int    state = -1; /* as in from */

  for (guint j = 0; j <= self->n; j++)
    {
      if (j < self->n && self->on[j] > best)
        {
          best = self->on[j];
          state = (int) j;
        }
      if (self->off[j] > best)
        {
          best = self->off[j];
          state = -1 - (int) j;
        }
    }

  for (guint i = units->len; i-- > 0;)
    {
      AtlasImportUnit *unit = g_ptr_array_index (units, i);

      unit->slot = MAX (state, -1);
      if (state >= 0)
        state = self->from[(gsize) i * self->n + (guint) state];
      else if (self->from_off[(gsize) i * (self->n + 1) + (guint) (-1 - state)])
        state = -1 - state - 1;
    }
}

static void
aligner_clear (Aligner *self)
{
  g_free (self->skipped);
  g_free (self->row);
  g_free (self->on);
  g_free (self->off);
  g_free (self->next_on);
  g_free (self->next_off);
  g_free (self->from);
  g_free (self->from_off);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Aligner, aligner_clear)

static void
aligner_init (Aligner *self,
              GArray  *slots,
              guint    n_units)
{
  self->slots = slots;
  self->n = slots->len;
  self->skipped = g_new0 (double, self->n + 1);
  self->row = g_new (double, self->n);
  self->on = g_new (double, self->n);
  self->off = g_new (double, self->n + 1);
  self->next_on = g_new (double, self->n);
  self->next_off = g_new (double, self->n + 1);
  self->from = g_new (gint16, (gsize) self->n * n_units);
  self->from_off = g_new (guint8, (gsize) (self->n + 1) * n_units);

  for (guint j = 0; j <= self->n; j++)
    {
      if (j < self->n)
        {
          self->skipped[j + 1] = self->skipped[j] + SKIP_COST;
          self->on[j] = -INFINITY;
        }
      self->off[j] = j == 0 ? 0.0 : -INFINITY;
    }
}

gboolean
atlas_import_align (AtlasImportTerms *terms,
                    GPtrArray        *units,
                    GCancellable     *cancellable,
                    GError          **error)
{
  GArray *slots = atlas_import_terms_get_slots (terms);
  g_auto (Aligner) aligner = { 0 };

  if (slots->len >= G_MAXINT16 || (gsize) slots->len * units->len > MOST_CELLS)
    {
      g_set_error_literal (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_TOO_LARGE, _ ("“%s” is far longer than the report. Nothing was imported."));
      return FALSE;
    }

  aligner_init (&aligner, slots, units->len);
  for (guint i = 0; i < units->len; i++)
    {
      if (i % CANCEL_STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      atlas_import_terms_score (terms, g_ptr_array_index (units, i), aligner.row);
      step (&aligner, g_ptr_array_index (units, i), i);
      {
        double *on = aligner.on, *off = aligner.off;

        aligner.on = aligner.next_on;
        aligner.off = aligner.next_off;
        aligner.next_on = on;
        aligner.next_off = off;
      }
    }
  trace (&aligner, units);

  return TRUE;
}
