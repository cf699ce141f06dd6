// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report-import-private.h"

#include <math.h>
#include <string.h>

/* Words are compared by their first letters, which word forms share: "stabilise", "stabilising". */
#define STEM_LENGTH 6

/* What a word weighs that the atlas's report does not have, and how much more a citation number weighs than a word. */
#define UNKNOWN_WEIGHT 1.2
#define CITATION_FACTOR 2.0

/* Of what a sentence weighs, so much has to stand in a passage to speak for it. Two tellings of one paragraph share some 80 per
 * cent, two paragraphs on the same matter 20 to 35. */
#define FAIR_SHARE 0.5

/* What a heading that fits weighs, and how much of its words have to fit. */
#define HEADING_SCORE 12.0
#define HEADING_FIT 0.6

/* A sentence of an own heading may be a passage, but rarely is. */
#define BRIEF_PENALTY 2.0

/* The longest text that may be a heading. */
#define LONGEST_BRIEF 160

/* Where a sentence is broken off that does not end; the next white space is waited for half as long again. */
#define LONGEST_SENTENCE 1500

struct _AtlasImportTerms
{
  GArray     *slots;           /* of AtlasImportSlot */
  GHashTable *words;           /* char *: stem → number, from 1 */
  GHashTable *headings;        /* the same for the words of headings */
  GPtrArray  *slots_of;        /* word's number - 1 → GArray of guint: slots, ascending */
  GPtrArray  *headings_of;     /* the same for headings */
  GArray     *weights;         /* double: by word's number - 1 */
  GArray     *n_heading_words; /* guint: by slot */
  GArray     *shared;          /* guint: by slot, of headings; kept for the next row */
};

/* Calls for each stem of @text; citations are "[12]". */
typedef void (*StemFunc) (const char *stem,
                          gpointer    user_data);

static void
foreach_stem (const char *text,
              StemFunc    func,
              gpointer    user_data)
{
  g_autofree char *folded = atlas_import_fold_letters (text);
  char             stem[STEM_LENGTH * 6 + 1];

  for (const char *c = folded; *c != '\0';)
    {
      gsize n = atlas_import_match_citation (c, NULL);
      guint n_letters = 0;

      if (n > 0 && n < sizeof stem)
        {
          memcpy (stem, c, n);
          stem[n] = '\0';
          func (stem, user_data);
          c += n;
          continue;
        }

      n = 0;
      for (; g_unichar_isalnum (g_utf8_get_char (c)); c = g_utf8_next_char (c))
        if (n_letters++ < STEM_LENGTH)
          {
            gsize length = (gsize) (g_utf8_next_char (c) - c);

            memcpy (stem + n, c, length);
            n += length;
          }
      stem[n] = '\0';
      if (n > 0)
        func (stem, user_data);
      else
        c = g_utf8_next_char (c);
    }
}

typedef struct
{
  GHashTable *numbers;
  GPtrArray  *slots_of;
  guint       slot;
  guint       n_words;
} Indexer;

static void
index_stem (const char *stem,
            gpointer    user_data)
{
  Indexer *indexer = user_data;
  guint    number = GPOINTER_TO_UINT (g_hash_table_lookup (indexer->numbers, stem));
  GArray  *slots = NULL;

  if (number == 0)
    {
      g_ptr_array_add (indexer->slots_of, g_array_new (FALSE, FALSE, sizeof (guint)));
      number = indexer->slots_of->len;
      g_hash_table_insert (indexer->numbers, g_strdup (stem), GUINT_TO_POINTER (number));
    }

  slots = g_ptr_array_index (indexer->slots_of, number - 1);
  if (slots->len > 0 && g_array_index (slots, guint, slots->len - 1) == indexer->slot)
    return;
  g_array_append_val (slots, indexer->slot);
  indexer->n_words++;
}

static void
add_slot (AtlasImportTerms *self,
          AtlasImportSlot   slot,
          const char       *text)
{
  Indexer indexer = {
    .numbers = slot.heading ? self->headings : self->words,
    .slots_of = slot.heading ? self->headings_of : self->slots_of,
    .slot = self->slots->len,
  };
  guint zero = 0;

  foreach_stem (text, index_stem, &indexer);
  g_array_append_val (self->slots, slot);
  g_array_append_val (self->n_heading_words, indexer.n_words);
  g_array_append_val (self->shared, zero);
}

/* Rare words tell passages apart, those that stand everywhere do not. */
static void
weigh_words (AtlasImportTerms *self,
             guint             n_passages)
{
  GHashTableIter iter;
  gpointer       stem, number;

  g_array_set_size (self->weights, self->slots_of->len);
  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, &stem, &number))
    {
      guint         i = GPOINTER_TO_UINT (number) - 1;
      const GArray *slots = g_ptr_array_index (self->slots_of, i);
      double        weight = log ((n_passages + 1.0) / (slots->len + 0.5));

      g_array_index (self->weights, double, i) = MAX (weight, 0.0) * (*(const char *) stem == '[' ? CITATION_FACTOR : 1.0);
    }
}

AtlasImportTerms *
atlas_import_terms_new (AtlasReport *report)
{
  AtlasImportTerms *self = g_new0 (AtlasImportTerms, 1);
  GPtrArray        *sections = atlas_report_get_sections (report);
  GPtrArray        *passages = atlas_report_get_passages (report);
  guint             section = 0;

  self->slots = g_array_new (FALSE, FALSE, sizeof (AtlasImportSlot));
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->slots_of = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->headings_of = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->weights = g_array_new (FALSE, TRUE, sizeof (double));
  self->n_heading_words = g_array_new (FALSE, FALSE, sizeof (guint));
  self->shared = g_array_new (FALSE, FALSE, sizeof (guint));

  add_slot (self, (AtlasImportSlot){ .heading = TRUE, .section = -1 }, atlas_report_get_title (report) != NULL ? atlas_report_get_title (report) : "");
  for (guint i = 0; i <= passages->len; i++)
    {
      const AtlasPassage *passage = i < passages->len ? g_ptr_array_index (passages, i) : NULL;

      for (; section < sections->len && ((AtlasSection *) g_ptr_array_index (sections, section))->first_passage <= i; section++)
        add_slot (self, (AtlasImportSlot){ .heading = TRUE, .section = (int) section }, ((AtlasSection *) g_ptr_array_index (sections, section))->title);
      if (passage != NULL)
        add_slot (self, (AtlasImportSlot){ .section = (int) passage->section, .passage = i }, passage->text);
    }
  weigh_words (self, passages->len);

  return self;
}

void
atlas_import_terms_free (AtlasImportTerms *self)
{
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->headings);
  g_ptr_array_unref (self->slots_of);
  g_ptr_array_unref (self->headings_of);
  g_array_unref (self->slots);
  g_array_unref (self->weights);
  g_array_unref (self->n_heading_words);
  g_array_unref (self->shared);
  g_free (self);
}

GArray *
atlas_import_terms_get_slots (AtlasImportTerms *self)
{
  return self->slots;
}

typedef struct
{
  AtlasImportTerms *terms;
  AtlasImportUnit  *unit;
  GHashTable       *seen; /* char *: stems of the unit that the atlas does not have */
} Collector;

static void
add_once (GArray *numbers,
          guint   number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == number)
      return;

  g_array_append_val (numbers, number);
}

static void
collect_stem (const char *stem,
              gpointer    user_data)
{
  Collector       *collector = user_data;
  AtlasImportUnit *unit = collector->unit;
  guint            number = GPOINTER_TO_UINT (g_hash_table_lookup (collector->terms->words, stem));
  guint            heading = unit->brief ? GPOINTER_TO_UINT (g_hash_table_lookup (collector->terms->headings, stem)) : 0;

  if (number > 0)
    add_once (unit->terms, number);
  else if (g_hash_table_add (collector->seen, g_strdup (stem)))
    unit->n_unknown++;
  if (heading > 0)
    add_once (unit->heading_terms, heading);
  unit->n_words++;
}

static void
unit_free (gpointer data)
{
  AtlasImportUnit *unit = data;

  g_array_unref (unit->terms);
  g_array_unref (unit->heading_terms);
  g_free (unit);
}

static void
add_unit (AtlasImportTerms       *self,
          GPtrArray              *units,
          const AtlasImportBlock *block,
          guint                   index,
          gsize                   begin,
          gsize                   end,
          guint                   level)
{
  AtlasImportUnit *unit = g_new0 (AtlasImportUnit, 1);
  g_autofree char *text = g_strndup (block->text + begin, end - begin);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Collector collector = { self, unit, seen };

  unit->block = index;
  unit->begin = begin;
  unit->end = end;
  unit->starts = begin == 0;
  unit->known = level > 0;
  unit->brief = block->kind == ATLAS_IMPORT_HEADING ||
                (block->kind == ATLAS_IMPORT_PARAGRAPH && begin == 0 && block->text[end] == '\0' && end <= LONGEST_BRIEF && !atlas_import_ends_sentence (text));
  unit->terms = g_array_new (FALSE, FALSE, sizeof (guint));
  unit->heading_terms = g_array_new (FALSE, FALSE, sizeof (guint));
  unit->slot = -1;
  foreach_stem (text, collect_stem, &collector);
  g_ptr_array_add (units, unit);
}

/* The end of the sentence at @begin, white space behind it with it. */
static const char *
find_sentence_end (const char *begin)
{
  for (const char *c = begin; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar    mark = g_utf8_get_char (c);
      const char *after = g_utf8_next_char (c);

      if (c - begin > LONGEST_SENTENCE && (*c == ' ' || c - begin > LONGEST_SENTENCE * 3 / 2))
        return after;
      if (mark != '.' && mark != '!' && mark != '?' && mark != 0x2026 && mark != 0x0589)
        continue;

      /* Quotes, brackets and citations belong to the sentence before them. */
      while (*after != '\0')
        {
          const char *citation = after + (*after == ' ' ? 1 : 0);
          gsize       n = atlas_import_match_citation (citation, NULL);
          gunichar    next = g_utf8_get_char (after);

          if (n > 0)
            after = citation + n;
          else if (g_unichar_ispunct (next) && next != '[' && next != '(')
            after = g_utf8_next_char (after);
          else
            break;
        }

      if (*after == '\0')
        return after;
      if (*after == ' ' && !g_unichar_islower (g_utf8_get_char (after + 1)))
        return after + 1;
    }

  return begin + strlen (begin);
}

GPtrArray *
atlas_import_terms_split (AtlasImportTerms *self,
                          GPtrArray        *blocks,
                          AtlasImportHints *hints)
{
  GPtrArray *units = g_ptr_array_new_with_free_func (unit_free);

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasImportBlock *block = g_ptr_array_index (blocks, i);
      guint                   level = atlas_import_hints_get_level (hints, block->text);

      for (const char *c = block->text; *c != '\0';)
        {
          const char *end = level > 0 || block->kind == ATLAS_IMPORT_HEADING ? c + strlen (c) : find_sentence_end (c);

          add_unit (self, units, block, i, (gsize) (c - block->text), (gsize) (end - block->text), level);
          c = end;
        }
    }

  return units;
}

/* What a unit's words weigh together. */
static double
get_weight (AtlasImportTerms      *self,
            const AtlasImportUnit *unit)
{
  double weight = UNKNOWN_WEIGHT * unit->n_unknown;

  for (guint i = 0; i < unit->terms->len; i++)
    weight += g_array_index (self->weights, double, g_array_index (unit->terms, guint, i) - 1);

  return weight;
}

static void
score_headings (AtlasImportTerms      *self,
                const AtlasImportUnit *unit,
                double                *row)
{
  memset (self->shared->data, 0, self->shared->len * sizeof (guint));
  for (guint i = 0; i < unit->heading_terms->len; i++)
    {
      const GArray *slots = g_ptr_array_index (self->headings_of, g_array_index (unit->heading_terms, guint, i) - 1);

      for (guint j = 0; j < slots->len; j++)
        g_array_index (self->shared, guint, g_array_index (slots, guint, j))++;
    }

  for (guint i = 0; i < self->slots->len; i++)
    {
      double shared = 2.0 * g_array_index (self->shared, guint, i);
      double fit = shared / (g_array_index (self->n_heading_words, guint, i) + unit->n_words + 1e-9);

      if (g_array_index (self->slots, AtlasImportSlot, i).heading && fit >= HEADING_FIT)
        row[i] = HEADING_SCORE * fit;
    }
}

void
atlas_import_terms_score (AtlasImportTerms      *self,
                          const AtlasImportUnit *unit,
                          double                *row)
{
  double against = -FAIR_SHARE * get_weight (self, unit) - (unit->brief ? BRIEF_PENALTY : 0.0);

  for (guint i = 0; i < self->slots->len; i++)
    row[i] = g_array_index (self->slots, AtlasImportSlot, i).heading || unit->known ? -INFINITY : against;

  for (guint i = 0; i < unit->terms->len && !unit->known; i++)
    {
      guint         term = g_array_index (unit->terms, guint, i) - 1;
      const GArray *slots = g_ptr_array_index (self->slots_of, term);
      double        weight = g_array_index (self->weights, double, term);

      for (guint j = 0; j < slots->len && weight > 0.0; j++)
        row[g_array_index (slots, guint, j)] += weight;
    }

  if (unit->brief && unit->heading_terms->len > 0)
    score_headings (self, unit, row);
}

double
atlas_import_terms_compare (AtlasImportTerms *self,
                            GPtrArray        *units,
                            guint             slot)
{
  double shared = 0.0, all = 0.0;

  for (guint i = 0; i < units->len; i++)
    {
      const AtlasImportUnit *unit = g_ptr_array_index (units, i);

      all += get_weight (self, unit);
      for (guint j = 0; j < unit->terms->len; j++)
        {
          guint         term = g_array_index (unit->terms, guint, j) - 1;
          const GArray *slots = g_ptr_array_index (self->slots_of, term);
          guint         place = 0;

          if (g_array_binary_search ((GArray *) slots, &slot, atlas_import_compare_numbers, &place))
            shared += g_array_index (self->weights, double, term);
        }
    }

  return all > 0.0 ? shared / all : 0.0;
}
