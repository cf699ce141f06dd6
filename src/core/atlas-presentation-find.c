// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-presentation-find.h"

#include "atlas-date-entry.h"
#include "atlas-fold.h"

static void
hit_free (gpointer data)
{
  AtlasPresentationHit *hit = data;

  g_free (hit->title);
  g_free (hit->detail);
  g_clear_object (&hit->item);
  g_free (hit);
}

static AtlasPresentationHit *
add_hit (GPtrArray               *hits,
         AtlasPresentationHitKind kind,
         const char              *title,
         char                    *detail) /* (transfer full) */
{
  AtlasPresentationHit *hit = g_new0 (AtlasPresentationHit, 1);

  hit->kind = kind;
  hit->title = g_strdup (title);
  hit->detail = detail;
  g_ptr_array_add (hits, hit);

  return hit;
}

static gboolean
has_all (const char        *folded,
         const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
append_folded (GString    *folded,
               const char *text)
{
  g_autofree char *more = atlas_fold (text != NULL ? text : "");

  g_string_append (folded, more);
  g_string_append_c (folded, '\n');
}

static void
find_steps (AtlasPresentation *self,
            const char *const *words,
            guint              max,
            GPtrArray         *hits)
{
  AtlasTour *tour = atlas_presentation_get_tour (self);
  guint      n = 0;

  for (guint i = 0; i < atlas_tour_get_n_steps (tour) && n < max; i++)
    {
      AtlasTourStep *step = atlas_tour_get_step (tour, i);
      g_autoptr (GString) folded = g_string_new (NULL);

      append_folded (folded, atlas_tour_step_get_title (step));
      append_folded (folded, atlas_tour_step_get_text (step));
      append_folded (folded, atlas_tour_step_get_notes (step));
      if (!has_all (folded->str, words))
        continue;
      add_hit (hits, ATLAS_PRESENTATION_HIT_STEP, atlas_tour_step_get_title (step), atlas_presentation_dup_date (step))->step = i + 1;
      n++;
    }
}

/* An item's title and all its names, each in a line. */
static char *
fold_names (AtlasItem *item)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  GHashTableIter iter;
  gpointer       name = NULL;

  append_folded (folded, atlas_item_get_title (item));
  g_hash_table_iter_init (&iter, atlas_item_get_names (item));
  while (g_hash_table_iter_next (&iter, NULL, &name))
    append_folded (folded, name);

  return g_string_free (g_steal_pointer (&folded), FALSE);
}

static void
find_items (AtlasPresentation *self,
            const char *const *words,
            guint              max,
            GPtrArray         *hits)
{
  AtlasSession *session = atlas_presentation_get_session (self);
  AtlasDataset *dataset = atlas_session_get_dataset (session);
  guint         n = 0;

  for (guint pass = 0; pass < 2; pass++) /* what begins with the first word, and then the rest */
    for (guint i = 0; i < atlas_dataset_get_n_items (dataset) && n < max; i++)
      {
        AtlasItem       *item = atlas_dataset_get_item (dataset, i);
        g_autofree char *folded = fold_names (item);

        if (!has_all (folded, words) || g_str_has_prefix (folded, words[0]) != (pass == 0))
          continue;
        add_hit (hits, ATLAS_PRESENTATION_HIT_ITEM, atlas_item_get_name (item, atlas_session_get_language (session)),
                 atlas_edtf_to_words (&atlas_item_get_when (item)->edtf))
          ->item = g_object_ref (item);
        n++;
      }
}

GPtrArray *
atlas_presentation_find (AtlasPresentation *self,
                         const char        *words,
                         guint              max)
{
  GPtrArray       *hits = g_ptr_array_new_with_free_func (hit_free);
  g_autofree char *folded = NULL;
  g_auto (GStrv) split = NULL;
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  AtlasTimeSpan date;

  g_return_val_if_fail (ATLAS_IS_PRESENTATION (self), hits);
  g_return_val_if_fail (words != NULL, hits);

  folded = atlas_fold (words);
  split = g_strsplit_set (folded, " \t\n", -1);
  for (guint i = 0; split[i] != NULL; i++)
    if (*split[i] != '\0')
      g_ptr_array_add (wanted, split[i]);
  if (wanted->len == 0)
    return hits;
  g_ptr_array_add (wanted, NULL);

  if (atlas_date_entry_parse (words, &date, NULL))
    {
      g_autofree char *title = atlas_time_span_to_words (date);

      add_hit (hits, ATLAS_PRESENTATION_HIT_DATE, title, g_strdup (""))->date = date;
    }
  find_steps (self, (const char *const *) wanted->pdata, max, hits);
  find_items (self, (const char *const *) wanted->pdata, max, hits);

  return hits;
}

void
atlas_presentation_show_hit (AtlasPresentation          *self,
                             const AtlasPresentationHit *hit)
{
  AtlasSession *session = NULL;

  g_return_if_fail (ATLAS_IS_PRESENTATION (self));
  g_return_if_fail (hit != NULL);

  session = atlas_presentation_get_session (self);
  if (hit->kind == ATLAS_PRESENTATION_HIT_STEP)
    atlas_presentation_go (self, hit->step);
  else if (hit->kind == ATLAS_PRESENTATION_HIT_ITEM)
    atlas_session_select (session, hit->item);
  else
    atlas_session_set_clock (session, hit->date);
}
