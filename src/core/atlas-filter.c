// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-filter-private.h"

#include "atlas-fold.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (AtlasFilter, atlas_filter, atlas_filter_ref, atlas_filter_unref)

AtlasFilter *
atlas_filter_copy (const AtlasFilter *other)
{
  AtlasFilter *self = g_new0 (AtlasFilter, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->themes = g_strdupv (other->themes);
  self->actors = g_strdupv (other->actors);
  self->kinds = other->kinds;
  memcpy (self->signs, other->signs, sizeof self->signs);
  self->evidence = other->evidence;
  self->window = other->window;
  self->text = g_strdup (other->text);
  self->words = g_strdupv (other->words);

  return self;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Sorts @ids (of char *, owned) and makes them a vector. */
GStrv
atlas_filter_ids_to_strv (GPtrArray *ids)
{
  g_ptr_array_sort (ids, compare_strings);
  g_ptr_array_add (ids, NULL);

  return (GStrv) g_ptr_array_free (ids, FALSE);
}

static void
toggle_id (GStrv      *set,
           const char *id)
{
  GPtrArray *ids = g_ptr_array_new ();
  gboolean   had = FALSE;

  for (guint i = 0; (*set)[i] != NULL; i++)
    if (strcmp ((*set)[i], id) == 0)
      had = TRUE;
    else
      g_ptr_array_add (ids, g_strdup ((*set)[i]));

  if (!had)
    g_ptr_array_add (ids, g_strdup (id));

  g_strfreev (*set);
  *set = atlas_filter_ids_to_strv (ids);
}

static void
clear_ids (GStrv *set)
{
  g_strfreev (*set);
  *set = g_new0 (char *, 1);
}

AtlasFilter *
atlas_filter_new (void)
{
  static char      *none[] = { NULL };
  const AtlasFilter empty = { .themes = none, .actors = none, .words = none, .window = ATLAS_TIME_SPAN_NONE };

  return atlas_filter_copy (&empty);
}

AtlasFilter *
atlas_filter_ref (AtlasFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
atlas_filter_unref (AtlasFilter *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_strfreev (self->themes);
  g_strfreev (self->actors);
  g_free (self->text);
  g_strfreev (self->words);
  g_free (self);
}

AtlasFilter *
atlas_filter_toggle_theme (const AtlasFilter *self,
                           const char        *id)
{
  AtlasFilter *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  copy = atlas_filter_copy (self);
  toggle_id (&copy->themes, id);

  return copy;
}

AtlasFilter *
atlas_filter_toggle_kind (const AtlasFilter *self,
                          AtlasKind          kind)
{
  AtlasFilter *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) kind < ATLAS_N_KINDS, NULL);

  copy = atlas_filter_copy (self);
  copy->kinds ^= 1u << kind;

  return copy;
}

AtlasFilter *
atlas_filter_toggle_actor (const AtlasFilter *self,
                           const char        *id)
{
  AtlasFilter *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  copy = atlas_filter_copy (self);
  toggle_id (&copy->actors, id);

  return copy;
}

AtlasFilter *
atlas_filter_clear_facet (const AtlasFilter *self,
                          AtlasFacet         facet)
{
  AtlasFilter *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) facet < ATLAS_N_FACETS, NULL);

  copy = atlas_filter_copy (self);
  if (facet == ATLAS_FACET_THEME)
    clear_ids (&copy->themes);
  else if (facet == ATLAS_FACET_KIND)
    copy->kinds = 0;
  else
    clear_ids (&copy->actors);

  return copy;
}

AtlasFilter *
atlas_filter_with_window (const AtlasFilter *self,
                          AtlasTimeSpan      window)
{
  AtlasFilter *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = atlas_filter_copy (self);
  copy->window = atlas_time_span_is_empty (window) ? ATLAS_TIME_SPAN_NONE : window;

  return copy;
}

static GStrv
split_words (const char *text)
{
  g_autofree char *folded = atlas_fold (text);
  g_auto (GStrv) pieces = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; pieces[i] != NULL; i++)
    if (pieces[i][0] != '\0')
      g_strv_builder_add (words, pieces[i]);

  return g_strv_builder_end (words);
}

AtlasFilter *
atlas_filter_with_text (const AtlasFilter *self,
                        const char        *text)
{
  AtlasFilter *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = atlas_filter_copy (self);
  g_clear_pointer (&copy->words, g_strfreev);
  g_clear_pointer (&copy->text, g_free);

  copy->words = split_words (text != NULL ? text : "");
  if (copy->words[0] != NULL)
    copy->text = g_strdup (text);

  return copy;
}

gboolean
atlas_filter_is_empty (const AtlasFilter *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->themes[0] == NULL && self->actors[0] == NULL && self->kinds == 0 && self->words[0] == NULL &&
         self->evidence == 0 && !atlas_filter_has_signs (self) && atlas_time_span_is_empty (self->window);
}

gboolean
atlas_filter_has_theme (const AtlasFilter *self,
                        const char        *id)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_strv_contains (atlas_filter_get_themes (self), id);
}

gboolean
atlas_filter_has_kind (const AtlasFilter *self,
                       AtlasKind          kind)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((guint) kind < ATLAS_N_KINDS, FALSE);

  return (self->kinds & 1u << kind) != 0;
}

gboolean
atlas_filter_has_actor (const AtlasFilter *self,
                        const char        *id)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_strv_contains (atlas_filter_get_actors (self), id);
}

const char *const *
atlas_filter_get_themes (const AtlasFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->themes;
}

const char *const *
atlas_filter_get_actors (const AtlasFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->actors;
}

AtlasTimeSpan
atlas_filter_get_window (const AtlasFilter *self)
{
  g_return_val_if_fail (self != NULL, ATLAS_TIME_SPAN_NONE);

  return self->window;
}

const char *
atlas_filter_get_text (const AtlasFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

static gboolean
share_an_id (const char *const *set,
             const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    if (g_strv_contains (set, ids[i]))
      return TRUE;

  return FALSE;
}

static gboolean
has_all_words (const char  *text,
               char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

gboolean
atlas_filter_matches (const AtlasFilter *self,
                      AtlasItem         *item)
{
  return atlas_filter_matches_but_signs (self, item) && atlas_filter_matches_signs_ever (self, item);
}

gboolean
atlas_filter_matches_but_signs (const AtlasFilter *self,
                                AtlasItem         *item)
{
  const char *theme = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ATLAS_IS_ITEM (item), FALSE);

  theme = atlas_item_get_theme (item);

  return atlas_filter_matches_evidence (self, item) && (self->kinds == 0 || atlas_filter_has_kind (self, atlas_item_get_kind (item))) &&
         (self->themes[0] == NULL || (theme != NULL && atlas_filter_has_theme (self, theme))) &&
         (self->actors[0] == NULL || share_an_id (atlas_filter_get_actors (self), atlas_item_get_actors (item))) &&
         (atlas_time_span_is_empty (self->window) || atlas_item_is_known (item, self->window)) &&
         (self->words[0] == NULL || has_all_words (atlas_item_get_search_text (item), self->words));
}

gboolean
atlas_filter_equal (const AtlasFilter *self,
                    const AtlasFilter *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return self->kinds == other->kinds && self->evidence == other->evidence &&
         memcmp (self->signs, other->signs, sizeof self->signs) == 0 && atlas_time_span_equal (self->window, other->window) &&
         g_strcmp0 (self->text, other->text) == 0 &&
         g_strv_equal (atlas_filter_get_themes (self), atlas_filter_get_themes (other)) &&
         g_strv_equal (atlas_filter_get_actors (self), atlas_filter_get_actors (other));
}

static void
count_one (GHashTable *counts,
           const char *id)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, id));

  g_hash_table_replace (counts, g_strdup (id), GUINT_TO_POINTER (n + 1));
}

/* An item that names an actor twice is still one item. */
static gboolean
stands_before (const char *const *ids,
               guint              index)
{
  for (guint i = 0; i < index; i++)
    if (strcmp (ids[i], ids[index]) == 0)
      return TRUE;

  return FALSE;
}

static void
count_item (GHashTable *counts,
            AtlasItem  *item,
            AtlasFacet  facet)
{
  const char *const *actors = atlas_item_get_actors (item);
  const char        *theme = atlas_item_get_theme (item);

  if (facet == ATLAS_FACET_KIND)
    count_one (counts, atlas_kind_get_id (atlas_item_get_kind (item)));
  else if (facet == ATLAS_FACET_THEME && theme != NULL)
    count_one (counts, theme);
  else if (facet == ATLAS_FACET_ACTOR)
    for (guint i = 0; actors[i] != NULL; i++)
      if (!stands_before (actors, i))
        count_one (counts, actors[i]);
}

GHashTable *
atlas_filter_count (const AtlasFilter *self,
                    GListModel        *items,
                    AtlasFacet         facet)
{
  GHashTable *counts = NULL;
  g_autoptr (AtlasFilter) others = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (items), NULL);
  g_return_val_if_fail ((guint) facet < ATLAS_N_FACETS, NULL);

  counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  others = atlas_filter_clear_facet (self, facet);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (AtlasItem) item = g_list_model_get_item (items, i);

      if (atlas_filter_matches (others, item))
        count_item (counts, item, facet);
    }

  return counts;
}
