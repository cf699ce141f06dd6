// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-density.h"

/* Where the rate at which things happen changes, and how much has happened before. Between two knots it grows evenly. */
typedef struct
{
  int    day;
  double before;
} Knot;

typedef struct
{
  double        count;
  AtlasTimeSpan when;
} Peak;

struct _AtlasDensity
{
  gatomicrefcount ref_count;
  GArray         *knots; /* of Knot, by day; no two on one */
  Peak            peaks[ATLAS_N_TIME_UNITS];
};

G_DEFINE_BOXED_TYPE (AtlasDensity, atlas_density, atlas_density_ref, atlas_density_unref)

/* From this day on things happen faster (or slower) by so much a day. */
typedef struct
{
  int    day;
  double rate;
} Edge;

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const Edge *edge = a;
  const Edge *other = b;

  return (edge->day > other->day) - (edge->day < other->day);
}

static inline gint64
get_length (AtlasTimeSpan span)
{
  return (gint64) span.end - span.begin;
}

static inline gboolean
is_bounded (AtlasTimeSpan span)
{
  return !atlas_time_span_is_empty (span) && span.begin != G_MININT && span.end != G_MAXINT;
}

static GArray *
create_edges (const AtlasTimeSpan *spans,
              guint                n_spans)
{
  GArray *edges = g_array_sized_new (FALSE, FALSE, sizeof (Edge), 2 * n_spans);

  for (guint i = 0; i < n_spans; i++)
    if (is_bounded (spans[i]))
      {
        double rate = 1.0 / (double) get_length (spans[i]);
        Edge   both[] = { { spans[i].begin, rate }, { spans[i].end, -rate } };

        g_array_append_vals (edges, both, G_N_ELEMENTS (both));
      }
  g_array_sort (edges, compare_edges);

  return edges;
}

static GArray *
create_knots (const GArray *edges)
{
  GArray *knots = g_array_new (FALSE, FALSE, sizeof (Knot));
  Knot    knot = { 0 };
  double  rate = 0.0;

  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);

      if (i == 0 || edge->day != knot.day)
        {
          if (i > 0)
            knot.before += rate * (double) get_length (ATLAS_TIME_SPAN_INIT (knot.day, edge->day));
          knot.day = edge->day;
          g_array_append_val (knots, knot);
        }
      rate += edge->rate;
    }

  return knots;
}

/* Units without a knot in them and before them are as empty or as full as one that is looked at. */
static Peak
find_peak (const AtlasDensity *self,
           AtlasTimeUnit       unit)
{
  Peak          peak = { 0.0, ATLAS_TIME_SPAN_NONE };
  AtlasTimeSpan seen = ATLAS_TIME_SPAN_NONE;

  for (guint i = 0; i < self->knots->len; i++)
    {
      int day = g_array_index (self->knots, Knot, i).day;

      if (i > 0 && day < seen.end)
        continue;

      seen = atlas_time_unit_around (unit, day);
      for (int next = 0; next < 2; next++)
        {
          AtlasTimeSpan span = next == 0 ? seen : atlas_time_unit_step (unit, day, 1);
          double        count = atlas_density_count (self, span);

          /* Not for a rounding error's sake. */
          if (count > peak.count + 1e-6)
            peak = (Peak){ count, span };
        }
    }

  return peak;
}

/**
 * atlas_density_new_for_spans:
 * @spans: (array length=n_spans): for each thing that happens, the days on one of which it does
 * @n_spans: how many
 *
 * Reckons how much happens when. Takes O(n log n).
 *
 * Returns: (transfer full): the density
 */
AtlasDensity *
atlas_density_new_for_spans (const AtlasTimeSpan *spans,
                             guint                n_spans)
{
  AtlasDensity *self = NULL;
  g_autoptr (GArray) edges = NULL;

  g_return_val_if_fail (n_spans == 0 || spans != NULL, NULL);

  self = g_new0 (AtlasDensity, 1);
  g_atomic_ref_count_init (&self->ref_count);
  edges = create_edges (spans, n_spans);
  self->knots = create_knots (edges);
  for (guint unit = 0; unit < ATLAS_N_TIME_UNITS; unit++)
    self->peaks[unit] = find_peak (self, (AtlasTimeUnit) unit);

  return self;
}

/* The beginnings of the item's phases, and of its life where none of them is that. */
static void
add_item (GArray    *spans,
          AtlasItem *item)
{
  const AtlasEdtfDate *life = &atlas_item_get_when (item)->edtf.start;
  GPtrArray           *phases = atlas_item_get_phases (item);
  gboolean             told = life->bound != ATLAS_EDTF_DATE;

  for (guint i = 0; i < phases->len; i++)
    {
      const AtlasEdtfDate *start = &((const AtlasPhase *) g_ptr_array_index (phases, i))->when.edtf.start;

      if (start->bound != ATLAS_EDTF_DATE)
        continue;

      /* The same thing, perhaps known better. */
      told = told || atlas_time_span_overlaps (start->span, life->span);
      g_array_append_val (spans, start->span);
    }

  if (!told)
    g_array_append_val (spans, life->span);
}

/**
 * atlas_density_new:
 * @dataset: an atlas
 * @filter: (nullable): which items count; its window does not matter, for one wants to see what is outside too
 *
 * Reckons how much happens when. Takes O(n log n); of a large atlas do it in a thread.
 *
 * Returns: (transfer full): the density
 */
AtlasDensity *
atlas_density_new (AtlasDataset      *dataset,
                   const AtlasFilter *filter)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AtlasTimeSpan));
  g_autoptr (AtlasFilter) everywhen = NULL;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  if (filter != NULL)
    everywhen = atlas_filter_with_window (filter, ATLAS_TIME_SPAN_NONE);
  if (everywhen != NULL && atlas_filter_is_empty (everywhen))
    g_clear_pointer (&everywhen, atlas_filter_unref);

  for (guint i = 0; i < atlas_dataset_get_n_items (dataset); i++)
    {
      AtlasItem *item = atlas_dataset_get_item (dataset, i);

      if (everywhen == NULL || atlas_filter_matches (everywhen, item))
        add_item (spans, item);
    }

  return atlas_density_new_for_spans ((const AtlasTimeSpan *) (gpointer) spans->data, spans->len);
}

AtlasDensity *
atlas_density_ref (AtlasDensity *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
atlas_density_unref (AtlasDensity *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->knots);
  g_free (self);
}

double
atlas_density_get_before (const AtlasDensity *self,
                          int                 day)
{
  const Knot *knots = NULL;
  guint       low = 0; /* the first knot after @day is in [low, high] */
  guint       high;

  g_return_val_if_fail (self != NULL, 0.0);

  knots = (const Knot *) (gpointer) self->knots->data;
  high = self->knots->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (knots[middle].day <= day)
        low = middle + 1;
      else
        high = middle;
    }

  if (low == 0)
    return 0.0;
  if (low == self->knots->len)
    return knots[low - 1].before;

  return knots[low - 1].before + (knots[low].before - knots[low - 1].before) *
                                   (double) get_length (ATLAS_TIME_SPAN_INIT (knots[low - 1].day, day)) /
                                   (double) get_length (ATLAS_TIME_SPAN_INIT (knots[low - 1].day, knots[low].day));
}

double
atlas_density_count (const AtlasDensity *self,
                     AtlasTimeSpan       span)
{
  g_return_val_if_fail (self != NULL, 0.0);

  if (atlas_time_span_is_empty (span))
    return 0.0;

  return atlas_density_get_before (self, span.end) - atlas_density_get_before (self, span.begin);
}

double
atlas_density_get_total (const AtlasDensity *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return self->knots->len > 0 ? g_array_index (self->knots, Knot, self->knots->len - 1).before : 0.0;
}

AtlasTimeSpan
atlas_density_get_extent (const AtlasDensity *self)
{
  g_return_val_if_fail (self != NULL, ATLAS_TIME_SPAN_NONE);

  if (self->knots->len == 0)
    return ATLAS_TIME_SPAN_NONE;

  return ATLAS_TIME_SPAN_INIT (g_array_index (self->knots, Knot, 0).day, g_array_index (self->knots, Knot, self->knots->len - 1).day);
}

double
atlas_density_get_peak (const AtlasDensity *self,
                        AtlasTimeUnit       unit,
                        AtlasTimeSpan      *when)
{
  g_return_val_if_fail (self != NULL, 0.0);
  g_return_val_if_fail ((guint) unit < ATLAS_N_TIME_UNITS, 0.0);

  if (when != NULL)
    *when = self->peaks[unit].when;

  return self->peaks[unit].count;
}
