// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-find.h"

#include "atlas-fold.h"

#include <string.h>

/* A passage's text as it is looked through. Folded when it is first needed, mapped when it first matches. */
typedef struct
{
  char   *folded;
  GArray *map; /* of guint32, see atlas_fold_with_map() */
} Folded;

struct _AtlasFind
{
  AtlasReport *report;
  Folded      *folded;  /* one a passage */
  char        *words;   /* folded; empty: nothing is looked for */
  GArray      *matches; /* of AtlasFindMatch */
  GArray      *holders; /* of guint: the passages that match */
  GArray      *within;  /* of guint: the passages to look through; NULL: all */
  guint        next;    /* of @within, or of the report */
};

/**
 * atlas_find_new:
 * @report: the report to look through
 *
 * Makes ready to find words in a report.
 *
 * Returns: (transfer full): what finds them
 */
AtlasFind *
atlas_find_new (AtlasReport *report)
{
  AtlasFind *self = NULL;

  g_return_val_if_fail (ATLAS_IS_REPORT (report), NULL);

  self = g_new0 (AtlasFind, 1);
  self->report = g_object_ref (report);
  self->folded = g_new0 (Folded, MAX (atlas_report_get_passages (report)->len, 1));
  self->words = g_strdup ("");
  self->matches = g_array_new (FALSE, FALSE, sizeof (AtlasFindMatch));
  self->holders = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

void
atlas_find_free (AtlasFind *self)
{
  for (guint i = 0; i < atlas_report_get_passages (self->report)->len; i++)
    {
      g_free (self->folded[i].folded);
      g_clear_pointer (&self->folded[i].map, g_array_unref);
    }
  g_free (self->folded);
  g_free (self->words);
  g_array_unref (self->matches);
  g_array_unref (self->holders);
  g_clear_pointer (&self->within, g_array_unref);
  g_object_unref (self->report);
  g_free (self);
}

static gboolean
is_done (const AtlasFind *self)
{
  guint n_passages = self->within != NULL ? self->within->len : atlas_report_get_passages (self->report)->len;

  return *self->words == '\0' || self->next >= n_passages;
}

void
atlas_find_begin (AtlasFind  *self,
                  const char *words)
{
  g_autofree char *valid = NULL;
  g_autofree char *folded = NULL;
  gboolean         goes_on = FALSE;

  g_return_if_fail (self != NULL);
  g_return_if_fail (words != NULL);

  valid = g_utf8_make_valid (words, -1);
  folded = atlas_fold (valid);
  goes_on = is_done (self) && *self->words != '\0' && strstr (folded, self->words) != NULL;

  g_clear_pointer (&self->within, g_array_unref);
  if (goes_on)
    {
      self->within = self->holders;
      self->holders = g_array_new (FALSE, FALSE, sizeof (guint));
    }
  g_array_set_size (self->holders, 0);
  g_array_set_size (self->matches, 0);
  g_free (self->words);
  self->words = g_steal_pointer (&folded);
  self->next = 0;
}

/* The character after the last that made @byte's predecessor, with the marks on it, which fold to nothing. */
static guint
get_end (const GArray *map,
         gsize         byte)
{
  return g_array_index (map, guint32, byte) > g_array_index (map, guint32, byte - 1) ? g_array_index (map, guint32, byte)
                                                                                     : g_array_index (map, guint32, byte - 1) + 1;
}

static void
look_through (AtlasFind *self,
              guint      passage)
{
  const char *text = ((const AtlasPassage *) g_ptr_array_index (atlas_report_get_passages (self->report), passage))->text;
  Folded     *folded = &self->folded[passage];
  gsize       length = strlen (self->words);
  guint       last_end = 0;

  if (folded->folded == NULL)
    folded->folded = atlas_fold_with_map (text, NULL);

  for (const char *hit = strstr (folded->folded, self->words); hit != NULL; hit = strstr (hit + length, self->words))
    {
      gsize          byte = (gsize) (hit - folded->folded);
      AtlasFindMatch match = { .passage = passage };

      if (folded->map == NULL)
        {
          g_autofree char *again = NULL;

          folded->map = g_array_new (FALSE, FALSE, sizeof (guint32));
          again = atlas_fold_with_map (text, folded->map);
        }
      match.start = g_array_index (folded->map, guint32, byte);
      match.end = get_end (folded->map, byte + length);
      if (last_end > match.start) /* in a letter that folds to several */
        continue;

      last_end = match.end;
      g_array_append_val (self->matches, match);
    }

  if (last_end > 0)
    g_array_append_val (self->holders, passage);
}

gboolean
atlas_find_go_on (AtlasFind *self,
                  guint      n_passages)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (; n_passages > 0 && !is_done (self); n_passages--, self->next++)
    look_through (self, self->within != NULL ? g_array_index (self->within, guint, self->next) : self->next);

  return !is_done (self);
}

void
atlas_find_all (AtlasFind  *self,
                const char *words)
{
  atlas_find_begin (self, words);
  while (atlas_find_go_on (self, G_MAXUINT))
    ;
}

const AtlasFindMatch *
atlas_find_get_matches (const AtlasFind *self,
                        guint           *n_matches)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_matches != NULL, NULL);

  *n_matches = self->matches->len;

  return (const AtlasFindMatch *) (gpointer) self->matches->data;
}

guint
atlas_find_search (const AtlasFind *self,
                   guint            passage,
                   guint            character)
{
  guint low = 0;
  guint high = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (high = self->matches->len; low < high;)
    {
      guint                 middle = low + (high - low) / 2;
      const AtlasFindMatch *match = &g_array_index (self->matches, AtlasFindMatch, middle);

      if (match->passage < passage || (match->passage == passage && match->start < character))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}
