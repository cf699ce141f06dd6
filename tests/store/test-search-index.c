// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-search-index.h"

#include "atlas-tokenizer.h"

#include <string.h>

#define N_LARGE 100000
#define N_WORDS 400
#define RARE_ROW 77777
#define ID_ROW 55555 /* its id is one of the words */

static const char *const rows[][ATLAS_N_SEARCH_TEXTS + 1] = {
  /* id, title, names, place, body */
  { "line", "The line", NULL, NULL, "one two three four five six seven" },
  { "a", "Gas line", NULL, NULL, "one" },
  { "b", "The gas line", NULL, NULL, "one" },
  { "c", "Oil", "gas", NULL, "line" },
  { "d", "Oil", NULL, "gas", "line" },
  { "e", "Oil", NULL, NULL, "gas line" },
  { "f", "Oil", NULL, NULL, "gasoline gas gas line" },
  { "g", "Oil", NULL, NULL, "gas line and much more that is about something else" },
  { "h", "“Oil”", NULL, NULL, "oil" },
};

// clang-format off
static const struct
{
  const char *name;
  const char *words;
  const char *found; /* the first letters of their ids, best first */
} cases[] = {
  { "weights", "gas", "abcfdeg" },
  { "two-words", "gas line", "abcdfeg" },
  { "id-first", "line", "labcdefg" },
  { "all-words", "gas much", "g" },
  { "beginnings", "gaso", "f" },
  { "beginnings-of-both", "ga mu", "g" },
  { "title-after-a-mark", "oil", "cdefgh" },
  { "unknown", "qqzzxx", "" },
  { "one-unknown", "gas qqzzxx", "" },
  { "before-all-words", "0", "" },
  { "after-all-words", "zz", "" },
};
// clang-format on

static AtlasSearchIndex *
create_small (void)
{
  AtlasSearchBuilder *builder = atlas_search_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    atlas_search_builder_add_row (builder, rows[i][0], rows[i] + 1);

  return atlas_search_builder_finish (builder);
}

static guint
match (AtlasSearchIndex *index,
       const char       *words)
{
  g_autoptr (GPtrArray) beginnings = atlas_tokenizer_split (words, 16);

  return atlas_search_index_match (index, beginnings);
}

static void
test_small (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (AtlasSearchIndex) index = create_small ();
  guint n = match (index, cases[i].words);
  g_autoptr (GString) found = g_string_new (NULL);

  if (n > 0)
    {
      g_autoptr (GArray) best = atlas_search_index_dup_best (index, 0, G_N_ELEMENTS (rows), G_MAXUINT);

      for (guint k = 0; k < best->len; k++)
        g_string_append_c (found, rows[g_array_index (best, guint, k)][0][0]);
    }

  g_assert_cmpstr (found->str, ==, cases[i].found);
  g_assert_cmpuint (n, ==, found->len);
}

/* Only rows of the range that is asked for. */
static void
test_range (void)
{
  g_autoptr (AtlasSearchIndex) index = create_small ();
  g_autoptr (GArray) best = NULL;

  g_assert_cmpuint (match (index, "one"), ==, 3);
  best = atlas_search_index_dup_best (index, 1, 3, 1);
  g_assert_cmpuint (best->len, ==, 1);
  g_assert_cmpuint (g_array_index (best, guint, 0), ==, 1);
}

static void
test_empty (void)
{
  g_autoptr (AtlasSearchIndex) index = atlas_search_builder_finish (atlas_search_builder_new ());

  g_assert_cmpuint (match (index, "gas"), ==, 0);
}

/* A word that is there more often than a posting can say. */
static void
test_repeated (void)
{
  AtlasSearchBuilder *builder = atlas_search_builder_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (AtlasSearchIndex) index = NULL;
  const char *texts[ATLAS_N_SEARCH_TEXTS] = { NULL };

  while (text->len < 4 * 2 * ATLAS_SEARCH_MAX_WEIGHT)
    g_string_append (text, "gas ");
  texts[ATLAS_SEARCH_BODY] = text->str;
  texts[ATLAS_SEARCH_TITLE] = text->str;
  atlas_search_builder_add_row (builder, "a", texts);
  texts[ATLAS_SEARCH_BODY] = "gas";
  atlas_search_builder_add_row (builder, "b", texts);
  index = atlas_search_builder_finish (builder);

  g_assert_cmpuint (match (index, "gas"), ==, 2);
  {
    g_autoptr (GArray) best = atlas_search_index_dup_best (index, 0, 2, 2);

    g_assert_cmpuint (best->len, ==, 2);
  }
}

/* Many rows: all words of it begin with "w", a few are in most rows and most in few. */
typedef struct
{
  AtlasSearchIndex *index;
  GPtrArray        *texts;
} Large;

static char *
create_text (GRand *random,
             guint  row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 6; i++)
    {
      double word = g_rand_double (random);

      g_string_append_printf (text, "w%u ", (guint) (N_WORDS * word * word * word));
    }
  g_string_append (text, row == RARE_ROW ? "rare" : row == ID_ROW ? "w1"
                                                                  : "");

  return g_string_free (text, FALSE);
}

static void
large_set_up (Large        *large,
              gconstpointer data)
{
  AtlasSearchBuilder *builder = atlas_search_builder_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (100);

  large->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_LARGE; i++)
    {
      const char *texts[ATLAS_N_SEARCH_TEXTS] = { NULL };

      g_ptr_array_add (large->texts, create_text (random, i));
      texts[i % 100 == 0 ? ATLAS_SEARCH_TITLE : ATLAS_SEARCH_BODY] = g_ptr_array_index (large->texts, i);
      atlas_search_builder_add_row (builder, i == ID_ROW ? "w1" : "row", texts);
    }
  large->index = atlas_search_builder_finish (builder);
}

static void
large_tear_down (Large        *large,
                 gconstpointer data)
{
  atlas_search_index_free (large->index);
  g_ptr_array_unref (large->texts);
}

static gboolean
has_words (const char *text,
           GPtrArray  *beginnings)
{
  g_autofree char *spaced = g_strconcat (" ", text, NULL);

  for (guint i = 0; i < beginnings->len; i++)
    {
      g_autofree char *beginning = g_strconcat (" ", g_ptr_array_index (beginnings, i), NULL);

      if (strstr (spaced, beginning) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Every row that has the words is found, and no other: as many as are counted, and each has them. */
static void
test_large_complete (Large        *large,
                     gconstpointer data)
{
  static const char *const queries[] = { "w", "w1", "w12", "w123", "w1 w2", "w w3 w39", "w0", "w399", "rare", "rare w" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) beginnings = atlas_tokenizer_split (queries[i], 16);
      g_autoptr (GArray) found = NULL;
      guint n = 0;

      for (guint row = 0; row < N_LARGE; row++)
        n += has_words (g_ptr_array_index (large->texts, row), beginnings);

      g_assert_cmpuint (n, >, 0);
      g_assert_cmpuint (atlas_search_index_match (large->index, beginnings), ==, n);
      found = atlas_search_index_dup_best (large->index, 0, N_LARGE, G_MAXUINT);
      g_assert_cmpuint (found->len, ==, n);
      for (guint k = 0; k < found->len; k++)
        g_assert_true (has_words (g_ptr_array_index (large->texts, g_array_index (found, guint, k)), beginnings));
    }
}

static void
test_large_rare (Large        *large,
                 gconstpointer data)
{
  g_autoptr (GArray) found = NULL;

  g_assert_cmpuint (match (large->index, "rar"), ==, 1);
  found = atlas_search_index_dup_best (large->index, 0, N_LARGE, 30);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (g_array_index (found, guint, 0), ==, RARE_ROW);
}

/* The few that are wanted of many are the first of all of them: whose id it is, then whose titles begin with it, then the rest. */
static void
test_large_best (Large        *large,
                 gconstpointer data)
{
  g_autoptr (GArray) all = NULL;
  gboolean was_title = TRUE;

  g_assert_cmpuint (match (large->index, "w1"), >, N_LARGE / 4);
  all = atlas_search_index_dup_best (large->index, 0, N_LARGE, G_MAXUINT);

  for (guint max = 0; max < 200; max += 33)
    {
      g_autoptr (GArray) best = atlas_search_index_dup_best (large->index, 0, N_LARGE, max);

      g_assert_cmpuint (best->len, ==, max);
      g_assert_cmpmem (best->data, best->len * sizeof (guint), all->data, max * sizeof (guint));
    }

  g_assert_cmpuint (g_array_index (all, guint, 0), ==, ID_ROW);

  for (guint i = 1; i < all->len; i++)
    {
      guint    row = g_array_index (all, guint, i);
      gboolean begins = row % 100 == 0 && g_str_has_prefix (g_ptr_array_index (large->texts, row), "w1");

      g_assert_true (was_title || !begins);
      was_title = begins;
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/search-index/small/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_small);
    }
  g_test_add_func ("/search-index/range", test_range);
  g_test_add_func ("/search-index/empty", test_empty);
  g_test_add_func ("/search-index/repeated", test_repeated);
  g_test_add ("/search-index/large/complete", Large, NULL, large_set_up, test_large_complete, large_tear_down);
  g_test_add ("/search-index/large/rare", Large, NULL, large_set_up, test_large_rare, large_tear_down);
  g_test_add ("/search-index/large/best", Large, NULL, large_set_up, test_large_best, large_tear_down);

  return g_test_run ();
}
