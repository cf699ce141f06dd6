// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-search-text.h"

#include "atlas-search.h"
#include "atlas-tokenizer.h"

#include <string.h>

#define ELLIPSIS "…"

/* What a cut is worth: for a beginning that is there, for one that is there again, and for a cut that begins where the text or
 * a sentence does. */
#define SCORE_FIRST 1000
#define SCORE_AGAIN 1
#define SCORE_TEXT_BEGINS 120
#define SCORE_SENTENCE_BEGINS 100

typedef struct
{
  gsize    begin;
  gsize    end;
  guint32  found; /* a bit for each of the beginnings */
  gboolean begins_sentence;
} Word;

/* A text, taken apart. */
typedef struct
{
  const char *text;
  GPtrArray  *beginnings;
  GArray     *words; /* of Word */
} Text;

/* Some words of a text. */
typedef struct
{
  guint begin;
  int   score;
} Cut;

/* Whether a full stop or a colon, and space after it, are before @begin. */
static gboolean
follows_stop (const char *text,
              gsize       begin)
{
  gsize p = begin;

  while (p > 0 && strchr (" \t\n\r", text[p - 1]) != NULL)
    p--;

  return p > 0 && p < begin && (text[p - 1] == '.' || text[p - 1] == ':');
}

static gboolean
add_word (const char *folded,
          gsize       begin,
          gsize       end,
          gpointer    data)
{
  Text *self = data;
  Word  word = { begin, end, 0, self->words->len == 0 || follows_stop (self->text, begin) };

  for (guint i = 0; i < self->beginnings->len; i++)
    if (g_str_has_prefix (folded, g_ptr_array_index (self->beginnings, i)))
      word.found |= 1u << i;

  g_array_append_val (self->words, word);

  return TRUE;
}

static void
text_init (Text       *self,
           const char *text,
           GPtrArray  *beginnings)
{
  *self = (Text){ text, beginnings, g_array_new (FALSE, FALSE, sizeof (Word)) };
  atlas_tokenizer_foreach (text, add_word, self);
}

static void
text_clear (Text *self)
{
  g_clear_pointer (&self->words, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, text_clear)

/* Words @begin to @end with marks, and what stands between them. */
static void
append_marked (Text    *self,
               GString *out,
               guint    begin,
               guint    end)
{
  gsize from = begin > 0 ? g_array_index (self->words, Word, begin).begin : 0;

  for (guint i = begin; i < end; i++)
    {
      const Word *word = &g_array_index (self->words, Word, i);

      g_string_append_len (out, self->text + from, (gssize) (word->begin - from));
      if (word->found != 0)
        g_string_append (out, ATLAS_SEARCH_MARK_BEGIN);
      g_string_append_len (out, self->text + word->begin, (gssize) (word->end - word->begin));
      if (word->found != 0)
        g_string_append (out, ATLAS_SEARCH_MARK_END);
      from = word->end;
    }

  if (end == self->words->len)
    g_string_append (out, self->text + from);
}

char *
atlas_search_text_mark (const char *text,
                        GPtrArray  *beginnings)
{
  GString *out = g_string_new (NULL);
  g_auto (Text) self = { NULL };

  text_init (&self, text, beginnings);
  append_marked (&self, out, 0, self.words->len);

  return g_string_free (out, FALSE);
}

/* What the @length words from @begin on are worth; in @centred, where to begin so that what is found is in their middle. */
static int
score_cut (Text  *self,
           guint  begin,
           guint  length,
           guint *centred)
{
  guint   end = (guint) MIN ((guint64) begin + length, self->words->len);
  guint32 seen = 0;
  int     score = 0;
  int     first = -1;
  int     last = 0;

  for (guint i = begin; i < end; i++)
    {
      guint32 found = g_array_index (self->words, Word, i).found;

      for (guint32 rest = found; rest != 0; rest &= rest - 1)
        score += (seen & rest & -rest) != 0 ? SCORE_AGAIN : SCORE_FIRST;
      seen |= found;
      if (found != 0)
        {
          first = first < 0 ? (int) i : first;
          last = (int) i + 1;
        }
    }

  if (centred != NULL)
    *centred = (guint) MAX (0, MIN (first - ((int) length - (last - first)) / 2, (int) self->words->len - (int) length));

  return score;
}

/* Tries the cuts from every word that is found, and from where its sentence begins. */
static Cut
find_cut (Text *self,
          guint length)
{
  Cut   best = { 0, 0 };
  guint sentence = 0;

  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = &g_array_index (self->words, Word, i);
      Cut         cut = { 0, 0 };

      if (word->begins_sentence)
        sentence = i;

      if (word->found != 0)
        {
          cut.score = score_cut (self, i, length, &cut.begin);
          best = cut.score > best.score ? cut : best;
        }

      if (word->found != 0 && self->words->len > length && sentence < i)
        {
          cut = (Cut){ sentence, score_cut (self, sentence, length, NULL) + (sentence == 0 ? SCORE_TEXT_BEGINS : SCORE_SENTENCE_BEGINS) };
          best = cut.score > best.score ? cut : best;
        }
    }

  return best;
}

char *
atlas_search_text_cut (const char *const *texts,
                       guint              n_texts,
                       GPtrArray         *beginnings,
                       guint              length)
{
  g_autofree Text *taken_apart = g_new0 (Text, n_texts);
  GString         *out = g_string_new (NULL);
  Cut              best = { 0, -1 };
  guint            best_text = 0;

  for (guint i = 0; i < n_texts; i++)
    {
      Cut cut;

      text_init (&taken_apart[i], texts[i] != NULL ? texts[i] : "", beginnings);
      cut = find_cut (&taken_apart[i], length);
      if (cut.score <= best.score)
        continue;

      best = cut;
      best_text = i;
    }

  if (best.score >= 0)
    {
      Text *text = &taken_apart[best_text];
      guint end = (guint) MIN ((guint64) best.begin + length, text->words->len);

      g_string_append (out, best.begin > 0 ? ELLIPSIS : "");
      append_marked (text, out, best.begin, end);
      g_string_append (out, end < text->words->len ? ELLIPSIS : "");
    }

  for (guint i = 0; i < n_texts; i++)
    text_clear (&taken_apart[i]);

  return g_string_free (out, FALSE);
}
