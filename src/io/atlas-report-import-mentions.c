// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report-import-mentions-private.h"
#include "atlas-report-import-private.h"

#include "atlas-fold.h"

#include <string.h>

/* The fewest letters of a name that is looked for everywhere, unless it is all capitals: BTC, EUMA. */
#define SHORTEST_NAME 4

/* A passage of more words is none of an honest text; only names are looked for in it. */
#define MOST_WORDS 5000

struct _AtlasImportMentions
{
  GPtrArray  *names;    /* of AtlasImportPhrase: names of items, which are looked for in every passage */
  GHashTable *by_first; /* char * (borrowed): first word → GPtrArray of AtlasImportPhrase (borrowed) */
  GHashTable *by_item;  /* char * (borrowed): item id → GPtrArray of AtlasImportPhrase: the words of the edition's mentions, and its names */
};

static void
phrase_free (gpointer data)
{
  AtlasImportPhrase *phrase = data;

  g_strfreev (phrase->words);
  g_free (phrase);
}

/* (transfer full) (nullable): @text as a phrase; NULL when it says nothing. */
static AtlasImportPhrase *
phrase_new (const char *text,
            const char *item_id)
{
  g_autofree char *key = atlas_import_dup_key (text);
  g_auto (GStrv) words = g_strsplit (key, " ", -1);
  guint              begin = 0, end = g_strv_length (words);
  AtlasImportPhrase *phrase;

  while (begin < end && (*words[begin] == '\0' || atlas_import_is_small_word (words[begin])))
    begin++;
  while (end > begin && atlas_import_is_small_word (words[end - 1]))
    end--;
  if (begin == end)
    return NULL;

  phrase = g_new0 (AtlasImportPhrase, 1);
  phrase->n_words = end - begin;
  phrase->words = g_new0 (char *, phrase->n_words + 1);
  for (guint i = 0; i < phrase->n_words; i++)
    phrase->words[i] = g_strdup (words[begin + i]);
  phrase->item_id = item_id;

  return phrase;
}

static void
add_phrase (AtlasImportMentions *self,
            const char          *text,
            const char          *item_id)
{
  AtlasImportPhrase *phrase = phrase_new (text, item_id);
  GPtrArray         *phrases = g_hash_table_lookup (self->by_item, item_id);

  if (phrase == NULL)
    return;

  if (phrases == NULL)
    {
      phrases = g_ptr_array_new_with_free_func (phrase_free);
      g_hash_table_insert (self->by_item, (gpointer) item_id, phrases);
    }
  g_ptr_array_add (phrases, phrase);
}

/* Words that lead to an item where it is known to be mentioned; both sides of "Lachin / Berdzor" do. */
static void
add_for_item (AtlasImportMentions *self,
              const char          *text,
              const char          *item_id)
{
  g_auto (GStrv) parts = g_strsplit (text, " / ", -1);

  add_phrase (self, text, item_id);
  for (guint i = 0; parts[0] != NULL && parts[1] != NULL && parts[i] != NULL; i++)
    add_phrase (self, parts[i], item_id);
}

static gboolean
is_all_capitals (const char *text)
{
  guint n_letters = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_unichar_islower (g_utf8_get_char (c)) || g_unichar_isspace (g_utf8_get_char (c)))
        return FALSE;
      n_letters += g_unichar_isupper (g_utf8_get_char (c)) != 0;
    }

  return n_letters >= 3;
}

/* A name that stands for one item in whatever text it is met. */
static void
add_name (AtlasImportMentions *self,
          const char          *text,
          const char          *item_id)
{
  AtlasImportPhrase *phrase = NULL;
  GPtrArray         *phrases = NULL;

  if (g_utf8_strlen (text, -1) < SHORTEST_NAME && !is_all_capitals (text))
    return;
  phrase = phrase_new (text, item_id);
  if (phrase == NULL)
    return;

  g_ptr_array_add (self->names, phrase);
  phrases = g_hash_table_lookup (self->by_first, phrase->words[0]);
  if (phrases == NULL)
    {
      phrases = g_ptr_array_new ();
      g_hash_table_insert (self->by_first, phrase->words[0], phrases);
    }
  g_ptr_array_add (phrases, phrase);
}

/* "Shusha / Shushi", "Zangezur route (TRIPP)": the whole, what stands beside the stroke, before and in the brackets. */
static void
add_names (AtlasImportMentions *self,
           const char          *text,
           const char          *item_id)
{
  g_auto (GStrv) parts = g_strsplit (text, " / ", -1);
  const char *open = strchr (text, '(');
  const char *close = open != NULL ? strchr (open, ')') : NULL;

  add_name (self, text, item_id);
  add_for_item (self, text, item_id);
  for (guint i = 0; parts[0] != NULL && parts[1] != NULL && parts[i] != NULL; i++)
    add_name (self, parts[i], item_id);

  if (open > text)
    {
      g_autofree char *before = g_strchomp (g_strndup (text, (gsize) (open - text)));

      add_name (self, before, item_id);
      add_for_item (self, before, item_id);
    }
  if (close != NULL)
    {
      g_autofree char *inside = g_strndup (open + 1, (gsize) (close - open - 1));

      if (is_all_capitals (inside))
        add_name (self, inside, item_id);
    }
}

/* What two items are called by leads to neither. */
static void
drop_shared_names (AtlasImportMentions *self)
{
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->names->len; i++)
    {
      AtlasImportPhrase *phrase = g_ptr_array_index (self->names, i);
      g_autofree char   *key = g_strjoinv (" ", phrase->words);
      const char        *owner = g_hash_table_lookup (owners, key);

      g_hash_table_insert (owners, g_strdup (key), (gpointer) (owner == NULL || owner == phrase->item_id ? phrase->item_id : ""));
    }
  for (guint i = 0; i < self->names->len; i++)
    {
      AtlasImportPhrase *phrase = g_ptr_array_index (self->names, i);
      g_autofree char   *key = g_strjoinv (" ", phrase->words);

      if (*(const char *) g_hash_table_lookup (owners, key) == '\0')
        phrase->item_id = NULL;
    }
}

static void
add_mentions (AtlasImportMentions *self,
              AtlasDataset        *dataset)
{
  GPtrArray *passages = atlas_report_get_passages (atlas_dataset_get_report (dataset));

  for (guint i = 0; i < passages->len; i++)
    {
      const AtlasPassage *passage = g_ptr_array_index (passages, i);

      for (guint j = 0; j < passage->spans->len; j++)
        {
          const AtlasReportSpan *span = g_ptr_array_index (passage->spans, j);

          if (span->item_id != NULL)
            add_for_item (self, span->text, span->item_id);
        }
    }
}

AtlasImportMentions *
atlas_import_mentions_new (AtlasDataset *dataset)
{
  AtlasImportMentions *self = g_new0 (AtlasImportMentions, 1);

  self->names = g_ptr_array_new_with_free_func (phrase_free);
  self->by_first = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->by_item = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < atlas_dataset_get_n_items (dataset); i++)
    {
      AtlasItem     *item = atlas_dataset_get_item (dataset, i);
      GHashTableIter iter;
      gpointer       name;

      add_names (self, atlas_item_get_title (item), atlas_item_get_id (item));
      g_hash_table_iter_init (&iter, atlas_item_get_names (item));
      while (g_hash_table_iter_next (&iter, NULL, &name))
        add_names (self, name, atlas_item_get_id (item));
    }
  drop_shared_names (self);
  add_mentions (self, dataset);

  return self;
}

void
atlas_import_mentions_free (AtlasImportMentions *self)
{
  g_hash_table_unref (self->by_first);
  g_hash_table_unref (self->by_item);
  g_ptr_array_unref (self->names);
  g_free (self);
}

static int
compare_phrases (gconstpointer a,
                 gconstpointer b)
{
  const AtlasImportPhrase *x = *(const AtlasImportPhrase *const *) a, *y = *(const AtlasImportPhrase *const *) b;

  return (x->n_words < y->n_words) - (x->n_words > y->n_words);
}

/* The items that the edition mentions in this passage, each as often as there: by the words it uses, then by like ones. */
static void
link_edition (AtlasImportMentions *self,
              const AtlasPassage  *edition,
              GArray              *words,
              GArray              *places)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (phrase_free);

  for (guint i = 0; i < edition->spans->len; i++)
    {
      const AtlasReportSpan *span = g_ptr_array_index (edition->spans, i);
      AtlasImportPhrase     *phrase = span->item_id != NULL ? phrase_new (span->text, span->item_id) : NULL;

      if (phrase != NULL)
        g_ptr_array_add (own, phrase);
    }
  g_ptr_array_sort (own, compare_phrases);

  /* Exact words first, so that no likeness takes them; then likeness to them, then to what the item is called elsewhere. */
  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < own->len; i++)
      {
        AtlasImportPhrase *phrase = g_ptr_array_index (own, i);
        GPtrArray         *others = g_hash_table_lookup (self->by_item, phrase->item_id != NULL ? phrase->item_id : "");
        gboolean           found = FALSE;

        if (phrase->item_id == NULL)
          continue;
        if (pass == 0)
          found = atlas_import_link_phrase (phrase, words, places);
        else if (pass == 1)
          found = atlas_import_link_nearly (phrase, words, places);
        for (guint j = 0; pass == 2 && others != NULL && j < others->len && !found; j++)
          found = atlas_import_link_phrase (g_ptr_array_index (others, j), words, places) || atlas_import_link_nearly (g_ptr_array_index (others, j), words, places);
        if (found)
          phrase->item_id = NULL;
      }
}

/* Names of any item, once each, the longest first. */
static void
link_names (AtlasImportMentions *self,
            GArray              *words,
            GArray              *places)
{
  for (guint i = 0; i < words->len; i++)
    {
      GPtrArray               *phrases = g_hash_table_lookup (self->by_first, g_array_index (words, AtlasImportWord, i).key);
      const AtlasImportPhrase *longest = NULL;

      for (guint j = 0; phrases != NULL && j < phrases->len; j++)
        {
          const AtlasImportPhrase *phrase = g_ptr_array_index (phrases, j);

          if (phrase->item_id != NULL && (longest == NULL || phrase->n_words > longest->n_words) && atlas_import_phrase_stands_at (phrase, words, i))
            longest = phrase;
        }
      if (longest != NULL && atlas_import_words_are_free (words, i, i + longest->n_words) && atlas_import_count_places (places, longest->item_id) == 0)
        atlas_import_take_words (words, places, i, i + longest->n_words, longest->item_id);
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const AtlasImportPlace *x = a, *y = b;

  return (x->first > y->first) - (x->first < y->first);
}

/* Text without mentions: plain runs and citations. */
static void
add_plain (GPtrArray  *spans,
           const char *text,
           gsize       begin,
           gsize       end)
{
  gsize from = begin;

  for (gsize i = begin; i < end;)
    {
      guint number = 0;
      gsize length = atlas_import_match_citation (text + i, &number);

      if (length == 0)
        {
          i++;
          continue;
        }
      if (i > from)
        {
          g_autofree char *plain = g_strndup (text + from, i - from);

          g_ptr_array_add (spans, atlas_report_span_new (ATLAS_REPORT_TEXT, plain, NULL, 0));
        }
      {
        g_autofree char *mark = g_strdup_printf ("[%u]", number);

        g_ptr_array_add (spans, atlas_report_span_new (ATLAS_REPORT_CITATION, mark, NULL, number));
      }
      i += length;
      from = i;
    }

  if (end > from)
    {
      g_autofree char *plain = g_strndup (text + from, end - from);

      g_ptr_array_add (spans, atlas_report_span_new (ATLAS_REPORT_TEXT, plain, NULL, 0));
    }
}

GPtrArray *
atlas_import_mentions_read (AtlasImportMentions *self,
                            const char          *text,
                            const AtlasPassage  *edition)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_report_span_free);
  g_autoptr (GArray) words = atlas_import_split_words (text);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (AtlasImportPlace));
  gsize at = 0;

  if (edition != NULL && words->len <= MOST_WORDS)
    link_edition (self, edition, words, places);
  link_names (self, words, places);
  g_array_sort (places, compare_places);

  for (guint i = 0; i < places->len; i++)
    {
      const AtlasImportPlace *place = &g_array_index (places, AtlasImportPlace, i);
      gsize                   begin = g_array_index (words, AtlasImportWord, place->first).begin;
      gsize                   end = g_array_index (words, AtlasImportWord, place->end - 1).end;
      g_autofree char        *mention = NULL;

      /* "Declaration (Turkey" ends with its bracket. */
      if (text[end] == ')' && memchr (text + begin, '(', end - begin) != NULL)
        end++;
      mention = g_strndup (text + begin, end - begin);
      add_plain (spans, text, at, begin);
      g_ptr_array_add (spans, atlas_report_span_new (ATLAS_REPORT_MENTION, mention, place->item_id, 0));
      at = end;
    }
  add_plain (spans, text, at, strlen (text));

  return spans;
}
