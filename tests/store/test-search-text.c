// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-search-text.h"

#include "atlas-search.h"
#include "atlas-tokenizer.h"

#define LENGTH 4

// clang-format off
static const struct
{
  const char *name;
  const char *texts[3];
  const char *words;
  const char *cut; /* "<" and ">" for marks */
} cases[] = {
  { "short", { "A line." }, "line", "A <line>." },
  { "as-long", { "(One two three four.)" }, "two", "(One <two> three four.)" },
  { "begins", { "One two three four five" }, "one", "<One> two three four…" },
  { "ends", { "One two three four five six!" }, "six", "…three four five <six>!" },
  { "middle", { "One two three four five six seven eight nine" }, "five", "…four <five> six seven…" },
  { "sentence", { "One two three. Four five six seven eight nine" }, "six", "…Four five <six> seven…" },
  { "sentence-too-far", { "One two. Three four five six seven eight nine ten" }, "eight", "…seven <eight> nine ten" },
  { "stop-without-space", { "One two three.four five six seven eight" }, "six", "…five <six> seven eight" },
  { "text-before-sentence", { "One two. Three four five" }, "two", "One <two>. Three four…" },
  { "together", { "Gas here and there is fuel, but gas oil now then" }, "gas oil", "…but <gas> <oil> now…" },
  { "again", { "Gas one two three four gas gas five six" }, "gas", "<Gas> one two three…" },
  { "beginnings", { "Pipes, pipelines" }, "pipe", "<Pipes>, <pipelines>" },
  { "second-text", { "One", NULL, "Two three" }, "three", "Two <three>" },
  { "first-of-equals", { "A line", "A line too" }, "line", "A <line>" },
  { "most-words", { "A gas line", "A gas and oil line" }, "gas oil", "A <gas> and <oil>…" },
  { "folded", { "Xankəndi, then" }, "xankendi", "<Xankəndi>, then" },
  { "no-text", { NULL }, "line", "" },
};
// clang-format on

static void
test_cut (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) beginnings = atlas_tokenizer_split (cases[i].words, ATLAS_SEARCH_MAX_WORDS);
  g_autofree char *cut = atlas_search_text_cut (cases[i].texts, G_N_ELEMENTS (cases[i].texts), beginnings, LENGTH);

  g_strdelimit (cut, ATLAS_SEARCH_MARK_BEGIN, '<');
  g_strdelimit (cut, ATLAS_SEARCH_MARK_END, '>');

  g_assert_cmpstr (cut, ==, cases[i].cut);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/search-text/cut/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_cut);
    }

  return g_test_run ();
}
