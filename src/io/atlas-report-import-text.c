// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report-import-private.h"

#include "atlas-fold.h"

#include <string.h>

/* Lines longer than this are paragraphs that nobody wrapped. */
#define WIDEST_WRAP 160

/* A heading that the atlas does not have is at most so long. */
#define LONGEST_HEADING 100

/* Letters of text that are looked at before its format is decided. */
#define DETECT_LENGTH 65536

typedef struct
{
  char    *text;      /* tidy; a hyphen at its end is kept, as is a soft one */
  guint    number;    /* from 1 */
  guint    length;    /* characters */
  gboolean bullet;    /* it began with one, which is cut off */
  gboolean numbered;  /* it begins with "1." or "[1]" */
  gboolean after_gap; /* an empty line stands before it */
  guint    level;     /* of a known heading; 0 */
} Line;

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->text);
}

/* The length of "• ", "- " and the like at @text. */
static gsize
match_bullet (const char *text)
{
  static const char *const bullets[] = { "•", "·", "‣", "▪", "◦", "●", "○", "■", "□", "–", "—", "-", "*", "o" };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]) && text[strlen (bullets[i])] == ' ')
      return strlen (bullets[i]) + 1;

  return 0;
}

/* A soft hyphen at a line's end is a hyphen that vanishes; tidying would take it away too early. */
static char *
dup_line (const char *begin,
          gsize       length)
{
  g_autofree char *raw = g_strndup (begin, length);
  g_autofree char *tidy = NULL;

  g_strchomp (raw);
  tidy = atlas_import_tidy (raw);

  return g_str_has_suffix (raw, "\u00ad") ? g_strconcat (tidy, "\u00ad", NULL) : g_steal_pointer (&tidy);
}

static GArray *
split_lines (const char       *text,
             AtlasImportHints *hints)
{
  GArray  *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  guint    number = 1;
  gboolean gap = TRUE;

  g_array_set_clear_func (lines, line_clear);
  for (const char *c = text; c != NULL; number++)
    {
      const char *end = strchr (c, '\n');
      Line        line = { .text = dup_line (c, end != NULL ? (gsize) (end - c) : strlen (c)), .number = number };
      gsize       bullet = match_bullet (line.text);

      c = end != NULL ? end + 1 : NULL;
      if (*line.text == '\0')
        {
          g_free (line.text);
          gap = TRUE;
          continue;
        }

      line.after_gap = gap;
      gap = FALSE;
      line.length = (guint) g_utf8_strlen (line.text, -1);
      line.bullet = bullet > 0;
      memmove (line.text, line.text + bullet, strlen (line.text + bullet) + 1);
      line.numbered = atlas_import_match_number (line.text, NULL) > 0;
      line.level = atlas_import_hints_get_level (hints, line.text);
      g_array_append_val (lines, line);
    }

  return lines;
}

/* How wide most lines are at most: of those that another follows at once, or of all. */
static guint
measure_lines (GArray  *lines,
               gboolean all)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i + 1 < lines->len; i++)
    if (all || !g_array_index (lines, Line, i + 1).after_gap)
      g_array_append_val (lengths, g_array_index (lines, Line, i).length);

  if (lengths->len < 3)
    return 0;

  g_array_sort (lengths, atlas_import_compare_numbers);

  return g_array_index (lengths, guint, lengths->len * 9 / 10);
}

/* Where every line has an empty one behind it, the empty ones say nothing: so it is where many full lines end in the middle of a
 * sentence. */
static void
close_doubled_lines (GArray *lines)
{
  guint width = measure_lines (lines, TRUE);
  guint n_open = 0;

  if (width == 0 || width > WIDEST_WRAP)
    return;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (!line->after_gap)
        return;
      n_open += line->length * 4 >= width * 3 && !atlas_import_ends_sentence (line->text);
    }
  for (guint i = 0; n_open * 3 >= lines->len && i < lines->len; i++)
    g_array_index (lines, Line, i).after_gap = FALSE;
}

/* How wide the text was wrapped; 0 when it was not. */
static guint
measure_width (GArray *lines)
{
  guint width = measure_lines (lines, FALSE);

  return width <= WIDEST_WRAP ? width : 0;
}

static gboolean
may_be_heading (const Line *line)
{
  return !line->bullet && line->length <= LONGEST_HEADING && !atlas_import_ends_sentence (line->text) && !atlas_import_begins_small (line->text) &&
         strchr (",;-", line->text[strlen (line->text) - 1]) == NULL;
}

/* Whether a paragraph ends between two lines that follow each other. */
static gboolean
is_break (const Line *line,
          const Line *next,
          guint       width,
          gboolean    sources)
{
  gboolean open = !atlas_import_ends_sentence (line->text) && atlas_import_begins_small (next->text) && !may_be_heading (line);
  gsize    word = strcspn (next->text, " ");

  if (next->bullet || line->level > 0 || next->level > 0 || (sources && next->numbered))
    return TRUE;
  if (sources && !next->after_gap)
    return FALSE; /* an entry goes on until the next number */
  if (next->after_gap || width == 0)
    return !open; /* an empty line in the middle of a sentence is a page's end */

  /* A line that had room for the next word was ended on purpose. */
  return line->length + 1 + g_utf8_strlen (next->text, (gssize) word) < width && !open &&
         (atlas_import_ends_sentence (line->text) || (may_be_heading (line) && line->length < width * 3 / 4));
}

/* What a word is called by that was broken at a hyphen: "inde-" and "pendence" are one word, "multi-" and "vector" two. */
static gboolean
keeps_hyphen (AtlasImportHints *hints,
              const char       *before,
              const char       *after)
{
  const char      *begin = strrchr (before, ' ') != NULL ? strrchr (before, ' ') + 1 : before;
  g_autofree char *head = g_strndup (begin, strlen (begin) - 1);
  g_autofree char *tail = g_strndup (after, strcspn (after, " .,;:!?)]’'\""));
  g_autofree char *joined = g_strconcat (head, tail, NULL);
  g_autofree char *broken = g_strconcat (head, "-", tail, NULL);
  g_autofree char *joined_key = atlas_fold (joined);
  g_autofree char *broken_key = atlas_fold (broken);
  g_autofree char *head_key = atlas_fold (head);
  g_autofree char *tail_key = atlas_fold (tail);

  if (!g_unichar_islower (g_utf8_get_char (after)))
    return TRUE; /* "Russia-" "Georgia" */
  if (g_hash_table_contains (hints->words, joined_key))
    return FALSE;

  return g_hash_table_contains (hints->words, broken_key) ||
         (g_hash_table_contains (hints->words, head_key) && g_hash_table_contains (hints->words, tail_key));
}

/* Not g_str_has_suffix(), which measures the paragraph anew for each line. */
static gboolean
ends_with (const GString *paragraph,
           const char    *suffix)
{
  gsize length = strlen (suffix);

  return paragraph->len > length && memcmp (paragraph->str + paragraph->len - length, suffix, length) == 0;
}

static void
append_line (GString          *paragraph,
             const char       *last, /* the line before */
             const char       *text,
             AtlasImportHints *hints)
{
  if (ends_with (paragraph, "\u00ad"))
    g_string_truncate (paragraph, paragraph->len - strlen ("\u00ad"));
  else if (ends_with (paragraph, "-") && g_ascii_isalpha (paragraph->str[paragraph->len - 2]))
    {
      if (!keeps_hyphen (hints, last, text))
        g_string_truncate (paragraph, paragraph->len - 1);
    }
  else if (paragraph->len > 0)
    {
      g_string_append_c (paragraph, ' ');
    }

  g_string_append (paragraph, text);
}

/* All words of the file that stand in the middle of lines: how the broken ones are written whole. */
static void
learn_words (AtlasImportHints *hints,
             GArray           *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const Line      *line = &g_array_index (lines, Line, i);
      const char      *first = strchr (line->text, ' ');
      const char      *last = strrchr (line->text, ' ');
      g_autofree char *middle = first != NULL && last > first ? g_strndup (first + 1, (gsize) (last - first - 1)) : NULL;
      g_autofree char *folded = middle != NULL ? atlas_fold (middle) : NULL;
      g_auto (GStrv) words = folded != NULL ? g_strsplit_set (folded, " []()'.,;:!?/", -1) : NULL;

      for (guint j = 0; words != NULL && words[j] != NULL; j++)
        if (*words[j] != '\0' && !g_hash_table_contains (hints->words, words[j]))
          g_hash_table_add (hints->words, g_strdup (words[j]));
    }
}

/* Whether any line of a wrapped text ends with a hyphen that may have to go. */
static gboolean
has_hyphens (GArray *lines)
{
  for (guint i = 0; i + 1 < lines->len; i++)
    if (g_str_has_suffix (g_array_index (lines, Line, i).text, "-"))
      return TRUE;

  return FALSE;
}

/* Two lines that are one known heading, which was wrapped. */
static gboolean
join_heading (GArray           *lines,
              guint             i,
              AtlasImportHints *hints)
{
  Line            *line = &g_array_index (lines, Line, i);
  Line            *next = i + 1 < lines->len ? line + 1 : NULL;
  g_autofree char *joined = NULL;

  if (next == NULL || line->level > 0 || line->bullet || next->bullet || next->after_gap || line->length + next->length > hints->longest + 8)
    return FALSE;

  joined = g_strconcat (line->text, " ", next->text, NULL);
  line->level = atlas_import_hints_get_level (hints, joined);
  if (line->level == 0)
    return FALSE;

  g_free (line->text);
  line->text = g_steal_pointer (&joined);

  return TRUE;
}

GPtrArray *
atlas_import_read_text (const char       *text,
                        AtlasImportHints *hints,
                        GError          **error)
{
  GPtrArray *blocks = atlas_import_blocks_new ();
  g_autoptr (GArray) lines = split_lines (text, hints);
  g_autoptr (GString) paragraph = g_string_new (NULL);
  gboolean sources = FALSE;
  guint    width;

  close_doubled_lines (lines);
  width = measure_width (lines);
  if (has_hyphens (lines))
    {
      atlas_import_hints_learn_report (hints);
      learn_words (hints, lines);
    }

  for (guint i = 0; i < lines->len;)
    {
      const Line          *first = &g_array_index (lines, Line, i);
      const Line          *last = first;
      guint                n_lines = join_heading (lines, i, hints) ? 2 : 1;
      AtlasImportBlockKind kind = first->bullet ? ATLAS_IMPORT_ENTRY : ATLAS_IMPORT_PARAGRAPH;

      g_string_assign (paragraph, first->text);
      for (i += n_lines; i < lines->len && !is_break (last, &g_array_index (lines, Line, i), width, sources); i++)
        {
          const Line *next = &g_array_index (lines, Line, i);

          append_line (paragraph, last->text, next->text, hints);
          last = next;
        }

      if (first->level > 0 || (first == last && may_be_heading (first) && !(sources && first->numbered)))
        {
          kind = ATLAS_IMPORT_HEADING;
          sources = atlas_import_is_sources_heading (first->text);
        }
      atlas_import_blocks_add (blocks, kind, first->level, paragraph->str, first->number);
    }

  return blocks;
}

/* How often @needle stands in @text, up to @max. */
static guint
count (const char *text,
       const char *needle,
       guint       max)
{
  guint n = 0;

  for (const char *c = strstr (text, needle); c != NULL && n < max; c = strstr (c + 1, needle))
    n++;

  return n;
}

AtlasImportFormat
atlas_import_detect (const char *text,
                     const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_autofree char *head = g_ascii_strdown (text, (gssize) MIN (strlen (text), DETECT_LENGTH));
  const char      *first = head + strspn (head, " \t\n");
  gboolean         named = g_str_has_suffix (lower, ".md") || g_str_has_suffix (lower, ".markdown");
  guint            n_tags = count (head, "</p>", 3) + count (head, "<p>", 3) + count (head, "<p ", 3) + count (head, "</div>", 3);
  guint            n_marks = count (head, "\n# ", 3) + count (head, "\n## ", 3) + count (head, "\n### ", 3) + count (head, "](http", 3);

  if (g_str_has_prefix (first, "<!doctype html") || g_str_has_prefix (first, "<html") || count (head, "<body", 1) > 0 || n_tags >= 3)
    return ATLAS_IMPORT_HTML;
  if (g_str_has_prefix (first, "# ") || n_marks >= 2 || (named && n_marks >= 1))
    return ATLAS_IMPORT_MARKDOWN;

  return ATLAS_IMPORT_TEXT;
}
