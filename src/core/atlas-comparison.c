// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-comparison.h"

struct _AtlasComparison
{
  AtlasDataset *dataset; /* (nullable): keeps the items */
  AtlasTimeSpan before;
  AtlasTimeSpan after;
  GArray       *items; /* of AtlasChangedItem */
  guint         counts[ATLAS_N_CHANGES];
};

/* How an item shows at one of the dates. */
typedef struct
{
  gboolean    is_shown;
  gboolean    is_there; /* shown, and not as what is no more */
  AtlasStatus status;
} Look;

static Look
look_at (AtlasSession *session,
         AtlasItem    *item,
         AtlasTimeSpan date)
{
  Look look = { .status = ATLAS_STATUS_NONE };

  look.is_shown = atlas_session_get_visibility_at (session, item, date, &look.status) == ATLAS_VISIBILITY_SHOWN;
  look.is_there = look.is_shown && look.status != ATLAS_STATUS_CLOSED;

  return look;
}

static gboolean
find_change (Look         before,
             Look         after,
             AtlasChange *change)
{
  if (before.is_shown == after.is_shown && before.status == after.status)
    return FALSE;

  if (before.is_there == after.is_there)
    *change = ATLAS_CHANGE_CHANGED;
  else
    *change = after.is_there ? ATLAS_CHANGE_NEW : ATLAS_CHANGE_GONE;

  return TRUE;
}

static guint
get_rank (const AtlasManifest *manifest,
          AtlasKind            kind)
{
  guint rank = 0;

  while (rank < manifest->kinds->len &&
         !g_str_equal (((const AtlasTerm *) g_ptr_array_index (manifest->kinds, rank))->id, atlas_kind_get_id (kind)))
    rank++;

  return rank;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const AtlasChangedItem *x = a;
  const AtlasChangedItem *y = b;

  if (x->change != y->change)
    return x->change < y->change ? -1 : 1;
  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;

  return (x->position > y->position) - (x->position < y->position); /* a dataset is in time order */
}

AtlasComparison *
atlas_comparison_new (AtlasSession *session,
                      AtlasTimeSpan before,
                      AtlasTimeSpan after)
{
  AtlasComparison     *self = g_new0 (AtlasComparison, 1);
  const AtlasManifest *manifest = NULL;

  self->before = before;
  self->after = after;
  self->items = g_array_new (FALSE, FALSE, sizeof (AtlasChangedItem));

  g_return_val_if_fail (ATLAS_IS_SESSION (session), self);

  g_set_object (&self->dataset, atlas_session_get_dataset (session));
  if (self->dataset == NULL)
    return self;

  manifest = atlas_dataset_get_manifest (self->dataset);
  for (guint i = 0; i < atlas_dataset_get_n_items (self->dataset); i++)
    {
      AtlasItem       *item = atlas_dataset_get_item (self->dataset, i);
      Look             from = look_at (session, item, before);
      Look             to = look_at (session, item, after);
      AtlasChangedItem changed = { .item = item, .from = from.status, .to = to.status, .position = i };

      if (!find_change (from, to, &changed.change))
        continue;

      changed.rank = get_rank (manifest, atlas_item_get_kind (item));
      g_array_append_val (self->items, changed);
      self->counts[changed.change]++;
    }
  g_array_sort (self->items, compare_items);

  return self;
}

void
atlas_comparison_free (AtlasComparison *self)
{
  g_clear_object (&self->dataset);
  g_array_unref (self->items);
  g_free (self);
}

guint
atlas_comparison_get_n_items (const AtlasComparison *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

const AtlasChangedItem *
atlas_comparison_get_item (const AtlasComparison *self,
                           guint                  index)
{
  g_return_val_if_fail (self != NULL && index < self->items->len, NULL);

  return &g_array_index (self->items, AtlasChangedItem, index);
}

guint
atlas_comparison_get_count (const AtlasComparison *self,
                            AtlasChange            change)
{
  g_return_val_if_fail (self != NULL && (guint) change < ATLAS_N_CHANGES, 0);

  return self->counts[change];
}

AtlasTimeSpan
atlas_comparison_get_before (const AtlasComparison *self)
{
  g_return_val_if_fail (self != NULL, ATLAS_TIME_SPAN_NONE);

  return self->before;
}

AtlasTimeSpan
atlas_comparison_get_after (const AtlasComparison *self)
{
  g_return_val_if_fail (self != NULL, ATLAS_TIME_SPAN_NONE);

  return self->after;
}
