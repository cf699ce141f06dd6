// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-session-private.h"

AtlasDataset *
atlas_session_get_dataset (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->dataset;
}

/* The days from the first date of any item to its last, and to the end of this year at least. */
static AtlasTimeSpan
get_extent (AtlasSession *self)
{
  AtlasTimeSpan extent = atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, self->today);

  for (guint i = 0; i < atlas_dataset_get_n_items (self->dataset); i++)
    {
      AtlasTimeSpan span = atlas_item_get_known_span (atlas_dataset_get_item (self->dataset, i));

      if (span.begin != G_MININT)
        extent.begin = MIN (extent.begin, span.begin);
      if (span.end != G_MAXINT)
        extent.end = MAX (extent.end, span.end);
    }

  return extent;
}

static gboolean
is_edition_of (AtlasDataset *dataset,
               AtlasDataset *other)
{
  return dataset != NULL && other != NULL &&
         g_strcmp0 (atlas_dataset_get_manifest (dataset)->id, atlas_dataset_get_manifest (other)->id) == 0;
}

/* The same items with other words: what plays them need not stop. */
static gboolean
shares_items (AtlasDataset *dataset,
              AtlasDataset *other)
{
  guint n_items = dataset != NULL && other != NULL ? atlas_dataset_get_n_items (dataset) : 0;

  return n_items > 0 && n_items == atlas_dataset_get_n_items (other) && atlas_dataset_get_item (dataset, 0) == atlas_dataset_get_item (other, 0);
}

/* The opening view. */
static void
go_home (AtlasSession *self)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (self->dataset);

  atlas_session_put_clock (self, ATLAS_TIME_SPAN_NONE, ATLAS_CLOCK_ALL);
  atlas_session_put_page (self, ATLAS_PAGE_REPORT);
  atlas_session_set_range (self, atlas_time_span_is_empty (manifest->range) ? get_extent (self) : manifest->range);
  atlas_session_set_camera (self, manifest->home);
}

/* What is still there by its id stays. */
static void
keep_what_is_there (AtlasSession *self)
{
  g_autofree char *tokens = atlas_filter_to_tokens (self->filter);
  g_autoptr (AtlasFilter) chosen = NULL;
  g_autoptr (AtlasFilter) windowed = NULL;
  g_autofree char *passage = g_strdup (self->passage);
  g_autofree char *source = g_strdup (self->source);
  AtlasItem       *selected = NULL;

  if (self->dataset != NULL && self->selected != NULL)
    selected = atlas_dataset_lookup (self->dataset, atlas_item_get_id (self->selected));

  chosen = self->dataset != NULL ? atlas_filter_new_for_tokens (tokens, atlas_dataset_get_manifest (self->dataset)) : atlas_filter_new ();
  windowed = atlas_filter_with_window (chosen, atlas_filter_get_window (self->filter));

  atlas_session_put_selected (self, selected);
  atlas_session_take_filter (self, atlas_filter_with_text (windowed, atlas_filter_get_text (self->filter)));
  atlas_session_put_passage (self, passage);
  atlas_session_put_citation (self, self->citation);
  atlas_session_put_source (self, source);
}

/**
 * atlas_session_set_dataset:
 * @self: a session
 * @dataset: (nullable): an atlas
 *
 * Looks at another atlas, from its opening view and with a new history, or at a new edition of this one, from where one
 * is. What is still there by id stays selected, chosen and read; the rest is let go.
 */
void
atlas_session_set_dataset (AtlasSession *self,
                           AtlasDataset *dataset)
{
  gboolean same_atlas = FALSE;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (dataset == NULL || ATLAS_IS_DATASET (dataset));

  if (self->dataset == dataset)
    return;

  same_atlas = is_edition_of (dataset, self->dataset);
  if (!shares_items (dataset, self->dataset))
    atlas_session_set_playing (self, FALSE);
  atlas_session_set_hovered (self, NULL);

  atlas_session_begin (self, same_atlas ? ATLAS_RECORD_AMEND : ATLAS_RECORD_PUSH);
  g_set_object (&self->dataset, dataset);
  g_clear_pointer (&self->changes, atlas_change_index_free);
  atlas_session_notify (self, ATLAS_SESSION_PROP_DATASET);
  atlas_session_changed (self, TRUE);

  keep_what_is_there (self);
  if (!same_atlas)
    {
      atlas_session_history_reset (self);
      atlas_session_put_tour (self, NULL, 0);
      if (dataset != NULL)
        go_home (self);
    }
  atlas_session_end (self);
}

AtlasItem *
atlas_session_get_selected (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->selected;
}

void
atlas_session_put_selected (AtlasSession *self,
                            AtlasItem    *item)
{
  AtlasPage page = atlas_session_get_page (self);

  if (!g_set_object (&self->selected, item))
    return;

  atlas_session_notify (self, ATLAS_SESSION_PROP_SELECTED);
  if (atlas_session_get_page (self) != page)
    atlas_session_notify (self, ATLAS_SESSION_PROP_PAGE);
  atlas_session_changed (self, FALSE);
}

/* The passage that is read stays where it speaks of the item, so that who follows a mention keeps their place. */
static void
leave_passage (AtlasSession *self)
{
  GPtrArray *passages = NULL;

  if (self->selected == NULL || self->passage == NULL)
    return;

  passages = atlas_report_get_mentioning (atlas_dataset_get_report (self->dataset), atlas_item_get_id (self->selected));
  for (guint i = 0; i < passages->len; i++)
    if (g_strcmp0 (((const AtlasPassage *) g_ptr_array_index (passages, i))->id, self->passage) == 0)
      return;

  atlas_session_put_passage (self, NULL);
}

static void
take_selected (AtlasSession *self,
               AtlasItem    *item,
               gboolean      from_text)
{
  AtlasPage page = item == NULL ? self->page : from_text ? atlas_session_get_page (self)
                                                         : ATLAS_PAGE_ITEM;

  if (item != NULL)
    {
      item = self->dataset != NULL ? atlas_dataset_lookup (self->dataset, atlas_item_get_id (item)) : NULL;
      if (item == NULL)
        return;
    }

  if (self->selected == item)
    {
      if (item == NULL)
        return;

      atlas_session_set_page (self, page);
      atlas_session_request_reveal (self, item);
      return;
    }

  atlas_session_begin (self, ATLAS_RECORD_PUSH);
  atlas_session_put_selected (self, item);
  atlas_session_put_page (self, page);
  atlas_session_put_citation (self, 0);
  leave_passage (self);
  atlas_session_follow_selected (self);
  atlas_session_end (self);
}

/**
 * atlas_session_select:
 * @self: a session
 * @item: (nullable): an item of its atlas; one of another edition stands for the one with its id
 *
 * Selects and turns to the item's page, which is a place of the history. A clock that is set and lies outside the item's life moves to where that
 * begins, no finer than the begin is known. The citation looked at is left, and the passage unless it mentions the item.
 * Selecting what is selected already emits `reveal-requested`.
 */
void
atlas_session_select (AtlasSession *self,
                      AtlasItem    *item)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (item == NULL || ATLAS_IS_ITEM (item));

  take_selected (self, item, FALSE);
}

/**
 * atlas_session_select_from_text:
 * @self: a session
 * @item: an item of its atlas
 *
 * Selects as atlas_session_select() does, but stays on the page that is read: for who follows a mention in the report.
 */
void
atlas_session_select_from_text (AtlasSession *self,
                                AtlasItem    *item)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (ATLAS_IS_ITEM (item));

  take_selected (self, item, TRUE);
}

gboolean
atlas_session_select_id (AtlasSession *self,
                         const char   *id)
{
  AtlasItem *item = NULL;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);

  if (self->dataset != NULL)
    item = atlas_dataset_lookup (self->dataset, id);
  if (item == NULL)
    return FALSE;

  atlas_session_select (self, item);

  return TRUE;
}

AtlasItem *
atlas_session_get_hovered (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->hovered;
}

void
atlas_session_set_hovered (AtlasSession *self,
                           AtlasItem    *item)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (item == NULL || ATLAS_IS_ITEM (item));

  if (g_set_object (&self->hovered, item))
    atlas_session_notify (self, ATLAS_SESSION_PROP_HOVERED);
}
