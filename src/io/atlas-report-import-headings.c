// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report-import-private.h"

#include "atlas-fold.h"

#include <string.h>

/* Levels as in HTML: the title is 1, a section 2, a subsection 3. */
#define TITLE_LEVEL 1

static void
add_heading (AtlasImportHints *self,
             const char       *title,
             guint             level)
{
  g_autofree char *key = atlas_import_dup_key (title);
  g_auto (GStrv) words = g_strsplit (key, " ", -1);
  guint n_words = g_strv_length (words);

  if (n_words == 0 || *key == '\0')
    return;

  self->longest = MAX (self->longest, (guint) g_utf8_strlen (title, -1));
  g_hash_table_insert (self->starts, g_strdup (words[0]),
                       GUINT_TO_POINTER (MAX (n_words, GPOINTER_TO_UINT (g_hash_table_lookup (self->starts, words[0])))));
  g_hash_table_insert (self->headings, g_steal_pointer (&key), GUINT_TO_POINTER (level));
}

static void
add_words (AtlasImportHints *self,
           const char       *text)
{
  g_autofree char *folded = atlas_fold (text);
  g_auto (GStrv) words = g_strsplit_set (folded, " []()'.,;:!?/", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_hash_table_add (self->words, g_strdup (words[i]));
}

AtlasImportHints *
atlas_import_hints_new (AtlasReport *report)
{
  AtlasImportHints *self = g_new0 (AtlasImportHints, 1);
  GPtrArray        *sections = atlas_report_get_sections (report);

  self->report = report;
  self->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->starts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      const AtlasSection *section = g_ptr_array_index (sections, i);

      add_heading (self, section->title, section->level + TITLE_LEVEL);
    }
  if (atlas_report_get_title (report) != NULL)
    add_heading (self, atlas_report_get_title (report), TITLE_LEVEL);

  return self;
}

void
atlas_import_hints_learn_report (AtlasImportHints *self)
{
  GPtrArray *sections = atlas_report_get_sections (self->report);
  GPtrArray *passages = atlas_report_get_passages (self->report);

  for (guint i = 0; i < sections->len; i++)
    add_words (self, ((AtlasSection *) g_ptr_array_index (sections, i))->title);
  for (guint i = 0; i < passages->len; i++)
    add_words (self, ((AtlasPassage *) g_ptr_array_index (passages, i))->text);
}

void
atlas_import_hints_free (AtlasImportHints *self)
{
  g_hash_table_unref (self->headings);
  g_hash_table_unref (self->starts);
  g_hash_table_unref (self->words);
  g_free (self);
}

guint
atlas_import_hints_get_level (AtlasImportHints *self,
                              const char       *text)
{
  g_autofree char *key = NULL;

  /* Most lines are too long to be one, and folding is slow. */
  if (g_utf8_strlen (text, -1) > (glong) self->longest + 8)
    return 0;

  key = atlas_import_dup_key (text);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->headings, key));
}

/* The end of the word at @text, and where the next one begins. */
static const char *
skip_word (const char  *text,
           const char **next)
{
  const char *end = text;

  while (g_unichar_isalnum (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  *next = end;
  while (**next != '\0' && !g_unichar_isalnum (g_utf8_get_char (*next)))
    *next = g_utf8_next_char (*next);

  return end;
}

/* How long a known heading at @text is which the paragraph's first word follows; 0 for none. */
static gsize
match_heading (AtlasImportHints *hints,
               const char       *text,
               guint            *level)
{
  const char      *next = NULL;
  const char      *end = skip_word (text, &next);
  g_autofree char *word = g_strndup (text, (gsize) (end - text));
  g_autofree char *first = atlas_import_dup_key (word);
  guint            n_words = GPOINTER_TO_UINT (g_hash_table_lookup (hints->starts, first));
  gsize            found = 0;

  /* A few words more, since a mark between letters makes two words of one. */
  for (guint i = 0; i < 2 * n_words && *next != '\0'; i++)
    {
      gunichar         after = g_utf8_get_char (next);
      g_autofree char *candidate = g_strndup (text, (gsize) (end - text));
      g_autofree char *key = atlas_import_dup_key (candidate);
      guint            there = GPOINTER_TO_UINT (g_hash_table_lookup (hints->headings, key));

      /* White space alone parts a heading from its text; "Sources, …" is a sentence. */
      if (there > 0 && *end == ' ' && !g_unichar_islower (after) && strcspn (end, "([“\"‘'") >= (gsize) (next - end))
        {
          found = (gsize) (end - text);
          *level = there;
        }
      end = skip_word (next, &next);
    }

  return found;
}

/* The next place in @text where a sentence begins, behind the one at @c; NULL for none. */
static const char *
next_sentence (const char *c)
{
  for (; *c != '\0'; c++)
    if (strchr (".!?]", *c) != NULL && c[1] == ' ')
      return c + 2;

  return NULL;
}

/* Cuts what is known as a heading out of one paragraph. */
static void
split_block (GPtrArray        *blocks,
             AtlasImportBlock *block,
             AtlasImportHints *hints)
{
  const char *begin = block->text;
  const char *c = begin;

  while (c != NULL)
    {
      guint            level = 0;
      gsize            length = g_unichar_isalnum (g_utf8_get_char (c)) ? match_heading (hints, c, &level) : 0;
      g_autofree char *before = NULL;
      g_autofree char *heading = NULL;

      /* Inside a paragraph one word is too little to tell a heading by. */
      if (length == 0 || (c > block->text && c > begin && memchr (c, ' ', length) == NULL))
        {
          c = next_sentence (c);
          continue;
        }

      before = g_strndup (begin, (gsize) (c - begin));
      heading = g_strndup (c, length);
      atlas_import_blocks_add (blocks, ATLAS_IMPORT_PARAGRAPH, 0, before, block->line);
      atlas_import_blocks_add (blocks, ATLAS_IMPORT_HEADING, level, heading, block->line);
      begin = c = c + length + strspn (c + length, " ");
    }

  if (begin == block->text)
    {
      g_ptr_array_add (blocks, block);
      return;
    }

  atlas_import_blocks_add (blocks, ATLAS_IMPORT_PARAGRAPH, 0, begin, block->line);
  atlas_import_block_free (block);
}

void
atlas_import_split_headings (GPtrArray        *blocks,
                             AtlasImportHints *hints)
{
  gsize                n_blocks = 0;
  g_autofree gpointer *old = g_ptr_array_steal (blocks, &n_blocks);

  for (gsize i = 0; i < n_blocks; i++)
    {
      AtlasImportBlock *block = old[i];

      if (block->kind == ATLAS_IMPORT_PARAGRAPH)
        split_block (blocks, block, hints);
      else
        g_ptr_array_add (blocks, block);
    }
}
