// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report-import-private.h"

#include "atlas-fold.h"
#include "atlas-limits.h"

#include <string.h>

/* Bytes of one block, and so of what is kept in one string: more than any honest paragraph has. */
#define LONGEST_BLOCK 32768

/* The most numbers that "[3–12]" may stand for, and the most bytes of one mark. */
#define LONGEST_RANGE 50
#define LONGEST_MARK 200

/* How many characters back a sentence's end is looked for behind quotes, brackets and citations. */
#define LONGEST_TAIL 64

void
atlas_import_block_free (AtlasImportBlock *self)
{
  g_free (self->text);
  g_free (self->url);
  g_free (self->words);
  g_free (self);
}

GPtrArray *
atlas_import_blocks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_import_block_free);
}

/* Where a text is broken that is too long for one block: at a space, or between letters. */
static gsize
find_break (const char *text)
{
  gsize       length = strlen (text);
  const char *end = text + LONGEST_BLOCK, *space;

  if (length <= LONGEST_BLOCK)
    return length;

  space = g_strrstr_len (text, LONGEST_BLOCK, " ");

  return (gsize) ((space != NULL ? space : g_utf8_find_prev_char (text, end)) - text);
}

AtlasImportBlock *
atlas_import_blocks_add (GPtrArray           *blocks,
                         AtlasImportBlockKind kind,
                         guint                level,
                         const char          *text,
                         guint                line)
{
  g_autofree char  *tidy = atlas_import_tidy (text);
  AtlasImportBlock *first = NULL;

  for (const char *c = tidy; *c != '\0';)
    {
      AtlasImportBlock *block = g_new0 (AtlasImportBlock, 1);
      gsize             length = find_break (c);

      block->kind = kind;
      block->level = level;
      block->text = g_strndup (c, length);
      block->line = line;
      g_ptr_array_add (blocks, block);
      if (first == NULL)
        first = block;
      c += length + strspn (c + length, " ");
    }

  return first;
}

gsize
atlas_import_match_citation (const char *text,
                             guint      *number)
{
  guint value = 0;
  gsize n = 1;

  if (text[0] != '[')
    return 0;

  for (; g_ascii_isdigit (text[n]) && value <= ATLAS_LIMIT_CITATION; n++)
    value = value * 10 + (guint) (text[n] - '0');

  if (n == 1 || text[n] != ']' || value < 1 || value > ATLAS_LIMIT_CITATION)
    return 0;

  if (number != NULL)
    *number = value;

  return n + 1;
}

/* Reads "12", "4, 5" or "3–7" up to "]", and writes each number as a citation of its own. The length of what was read; 0: it is
 * something else. */
static gsize
read_numbers (const char *text,
              GString    *out)
{
  g_autoptr (GString) marks = g_string_new (NULL);
  const char *c = text + 1;
  guint64     last = 0;
  gboolean    range = FALSE;

  for (;;)
    {
      char   *end = NULL;
      guint64 number;

      c += strspn (c, " ^");
      if (!g_ascii_isdigit (*c) || c - text > LONGEST_MARK)
        return 0;
      number = g_ascii_strtoull (c, &end, 10);
      if (number < 1 || number > ATLAS_LIMIT_CITATION || (range && (number <= last || number - last > LONGEST_RANGE)))
        return 0;

      for (guint64 n = range ? last + 1 : number; n <= number; n++)
        g_string_append_printf (marks, "%s[%" G_GUINT64_FORMAT "]", marks->len > 0 ? " " : "", n);
      last = number;

      c = end + strspn (end, " ");
      if (*c == ']')
        break;
      range = *c == '-' || g_str_has_prefix (c, "–");
      if (!range && *c != ',' && *c != ';')
        return 0;
      c += range && *c != '-' ? strlen ("–") : 1;
    }

  g_string_append (out, marks->str);

  return (gsize) (c + 1 - text);
}

static gboolean
is_invisible (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  /* Zero-width joiners too: no alphabet of the atlas needs them. */
  return type == G_UNICODE_FORMAT || type == G_UNICODE_CONTROL || type == G_UNICODE_PRIVATE_USE || type == G_UNICODE_UNASSIGNED;
}

char *
atlas_import_tidy (const char *text)
{
  g_autofree char *composed = g_str_is_ascii (text) ? g_strdup (text) : g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString         *out = g_string_sized_new (strlen (text));
  gboolean         space = FALSE;

  for (const char *c = composed != NULL ? composed : ""; *c != '\0';)
    {
      gunichar    letter = g_utf8_get_char (c);
      const char *next = g_utf8_next_char (c);
      gsize       n = 0;

      if (g_unichar_isspace (letter))
        {
          space = TRUE;
        }
      else if (!is_invisible (letter))
        {
          if (space && out->len > 0)
            g_string_append_c (out, ' ');
          space = FALSE;
          if (*c == '[')
            n = read_numbers (c, out);
          if (n == 0)
            g_string_append_len (out, c, next - c);
        }
      c = n > 0 ? c + n : next;
    }

  return g_string_free (out, FALSE);
}

char *
atlas_import_fold_letters (const char *text)
{
  return g_str_is_ascii (text) ? g_ascii_strdown (text, -1) : atlas_fold (text);
}

char *
atlas_import_dup_key (const char *text)
{
  g_autofree char *folded = atlas_import_fold_letters (text);
  GString         *key = g_string_sized_new (strlen (folded));
  gboolean         space = FALSE;

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (!g_unichar_isalnum (g_utf8_get_char (c)))
        {
          space = TRUE;
          continue;
        }
      if (space && key->len > 0)
        g_string_append_c (key, ' ');
      space = FALSE;
      g_string_append_len (key, c, g_utf8_next_char (c) - c);
    }

  return g_string_free (key, FALSE);
}

gboolean
atlas_import_ends_sentence (const char *text)
{
  const char *end = text + strlen (text);
  const char *first = MAX (text, end - LONGEST_TAIL);

  while (end > first)
    {
      const char *last = g_utf8_prev_char (end);
      gunichar    c = g_utf8_get_char (last);
      const char *mark = c == ']' ? g_strrstr (first, "[") : NULL;

      if (strchr (".!?:", (int) (c < 0x80 ? c : 'x')) != NULL || c == 0x2026 || c == 0x0589)
        return TRUE;
      if (mark != NULL && mark + atlas_import_match_citation (mark, NULL) == end)
        return TRUE; /* "… to Moscow. [4]", and "[4]" with its full stop lost */
      if (!g_unichar_isspace (c) && !g_unichar_ispunct (c))
        return FALSE;
      end = last;
    }

  return FALSE;
}

int
atlas_import_compare_numbers (gconstpointer a,
                              gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

gboolean
atlas_import_begins_small (const char *text)
{
  return g_unichar_islower (g_utf8_get_char (text));
}

gboolean
atlas_import_is_address (const char *url)
{
  gsize length = strlen (url);

  for (gsize i = 0; i < length; i++)
    if ((guchar) url[i] <= 0x20 || url[i] == 0x7f)
      return FALSE;

  return length <= ATLAS_LIMIT_STRING && (g_str_has_prefix (url, "http://") || g_str_has_prefix (url, "https://"));
}

char *
atlas_import_dup_citations (const char *text)
{
  GString *numbers = g_string_new (NULL);

  for (const char *c = strchr (text, '['); c != NULL; c = strchr (c + 1, '['))
    {
      gsize length = atlas_import_match_citation (c, NULL);

      if (length > 0 && numbers->len > 0)
        g_string_append_c (numbers, ' ');
      g_string_append_len (numbers, c, (gssize) length);
    }

  return g_string_free (numbers, FALSE);
}
