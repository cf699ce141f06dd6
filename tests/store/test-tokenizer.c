// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tokenizer.h"

#include "atlas-search-text.h"
#include "atlas-search.h"

#include <string.h>

// clang-format off
static const struct
{
  const char *name;
  const char *text;
  guint       max_words;
  const char *words; /* "|" between */
} cases[] = {
  { "empty", "", 16, "" },
  { "white-space", " \t\n", 16, "" },
  { "punctuation", "…!? (*) \"'\" -- / [] {} ^ :", 16, "" },
  { "one", "Baku", 16, "baku" },
  { "slash", "Khankendi / Stepanakert", 16, "khankendi|stepanakert" },
  { "dash", "Baku–Tbilisi-Ceyhan", 16, "baku|tbilisi|ceyhan" },
  { "apostrophe", "BTC’s", 16, "btc|s" },
  { "number", "1992-04-04", 16, "1992|04|04" },
  { "azerbaijani", "Xankəndi İsmayıllı Ağdam", 16, "xankendi|ismayilli|agdam" },
  { "turkish", "TÜRKİYE Ipsala", 16, "turkiye|ipsala" },
  { "decomposed", "Ag\314\206dam", 16, "agdam" },
  { "cyrillic", "СТЕПАНАКЕРТ", 16, "степанакерт" },
  { "armenian", "Ստեփանակերտ", 16, "ստեփանակերտ" },
  { "broken-byte", "a\377b", 16, "a|b" },
  { "cut-character", "a\321", 16, "a" },
  { "operators", "AND OR NEAR(a, 2) NOT", 16, "and|or|near|a|2|not" },
  { "most", "a b c d", 2, "a|b" },
  { "none-wanted", "a b", 0, "" },
};
// clang-format on

static void
test_split (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) words = atlas_tokenizer_split (cases[i].text, cases[i].max_words);
  g_autofree char *joined = NULL;

  g_ptr_array_add (words, NULL);
  joined = g_strjoinv ("|", (char **) words->pdata);

  g_assert_cmpstr (joined, ==, cases[i].words);
}

// clang-format off
static const struct
{
  const char *name;
  const char *text;
  const char *match;
  const char *marked;
} highlights[] = {
  { "as-written", "At Xankəndi, then", "xankendi", "At <Xankəndi>, then" },
  { "marks", "Ag\314\206dam fell", "agdam", "<Ag\314\206dam> fell" },
  { "beginning", "Степанакерт", "степ*", "<Степанакерт>" },
  { "twice", "Gabala, GABALA", "gabala", "<Gabala>, <GABALA>" },
};
// clang-format on

/* The folded words must keep their places in the text as it is written. */
static void
test_highlight (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) beginnings = atlas_tokenizer_split (highlights[i].match, 1);
  g_autofree char *marked = atlas_search_text_mark (highlights[i].text, beginnings);

  g_strdelimit (marked, ATLAS_SEARCH_MARK_BEGIN, '<');
  g_strdelimit (marked, ATLAS_SEARCH_MARK_END, '>');

  g_assert_cmpstr (marked, ==, highlights[i].marked);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/tokenizer/split/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_split);
    }

  for (guint i = 0; i < G_N_ELEMENTS (highlights); i++)
    {
      g_autofree char *path = g_strconcat ("/tokenizer/highlight/", highlights[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_highlight);
    }

  return g_test_run ();
}
