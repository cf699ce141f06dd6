// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-search.h"

#include "atlas-dataset-loader.h"

#include <string.h>

static AtlasDataset *dataset;
static AtlasSearch  *search;

static GPtrArray *
query (const char *words,
       guint       max_per_group)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *hits = atlas_search_query (search, words, max_per_group, &error);

  g_assert_no_error (error);
  g_assert_nonnull (hits);

  return hits;
}

/* The first hit of a group, or NULL. */
static const AtlasSearchHit *
get_first (GPtrArray       *hits,
           AtlasSearchGroup group)
{
  for (guint i = 0; i < hits->len; i++)
    if (((const AtlasSearchHit *) g_ptr_array_index (hits, i))->group == group)
      return g_ptr_array_index (hits, i);

  return NULL;
}

// clang-format off
static const struct
{
  const char      *name;
  const char      *words;
  AtlasSearchGroup group;
  const char      *id; /* of the group's first hit; NULL: nothing is found */
} cases[] = {
  { "english", "Stepanakert", ATLAS_SEARCH_ITEM, "khankendi-stepanakert" },
  { "latin", "Khankendi", ATLAS_SEARCH_ITEM, "khankendi-stepanakert" },
  { "azerbaijani", "Xankəndi", ATLAS_SEARCH_ITEM, "khankendi-stepanakert" },
  { "azerbaijani-plain", "xankendi", ATLAS_SEARCH_ITEM, "khankendi-stepanakert" },
  { "russian", "Степанакерт", ATLAS_SEARCH_ITEM, "khankendi-stepanakert" },
  { "armenian", "Ստեփանակերտ", ATLAS_SEARCH_ITEM, "khankendi-stepanakert" },
  { "beginning", "stepanak", ATLAS_SEARCH_ITEM, "khankendi-stepanakert" },
  { "both-names", "khankendi stepanakert", ATLAS_SEARCH_ITEM, "khankendi-stepanakert" },
  { "other-order", "stepanakert / khankendi", ATLAS_SEARCH_ITEM, "khankendi-stepanakert" },
  { "abbreviation", "btc", ATLAS_SEARCH_ITEM, "btc" },
  { "capitals", "TANAP", ATLAS_SEARCH_ITEM, "tanap" },
  { "short", "tap", ATLAS_SEARCH_ITEM, "tap" },
  { "two-words", "gabala radar", ATLAS_SEARCH_ITEM, "gabala-radar" },
  { "whole-title", "Gabala radar station", ATLAS_SEARCH_ITEM, "gabala-radar" },
  { "place", "shusha", ATLAS_SEARCH_ITEM, "shusha" },
  { "date-in-text", "4 April 1992", ATLAS_SEARCH_ITEM, "diplomatic-relations-1992" },
  { "friendship", "treaty of friendship", ATLAS_SEARCH_ITEM, "friendship-treaty-1997" },
  { "route", "zangezur", ATLAS_SEARCH_ITEM, "zangezur-tripp-route" },
  { "passage", "zangezur", ATLAS_SEARCH_PASSAGE, "outlook-2" },
  { "reference", "Treaty on Collective Security", ATLAS_SEARCH_REFERENCE, "cst-text" },
  { "unknown", "qqzzxx", ATLAS_SEARCH_ITEM, NULL },
  { "one-unknown-of-two", "btc qqzzxx", ATLAS_SEARCH_ITEM, NULL },
};
// clang-format on

static void
test_top_hit (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) hits = query (cases[i].words, 20);
  const AtlasSearchHit *first = get_first (hits, cases[i].group);

  g_assert_cmpstr (first != NULL ? first->id : NULL, ==, cases[i].id);
}

// clang-format off
static const struct
{
  const char *name;
  const char *words;
  gboolean    is_found; /* something is */
} hostile[] = {
  { "empty", "", FALSE },
  { "white-space", "  \t \n ", FALSE },
  { "punctuation", "!?…—“”()*^:\"'-+{}[]\\/", FALSE },
  { "open-quote", "\"btc", TRUE },
  { "quotes", "\"btc\" \"", TRUE },
  { "only-quotes", "\"\"\"\"", FALSE },
  { "apostrophe", "btc' OR '1' = 'qqzzxx", FALSE },
  { "sql", "btc'; DROP TABLE texts; --", FALSE },
  { "and", "AND", TRUE },
  { "and-alone-between", "btc AND", TRUE },
  { "or", "btc OR qqzzxx", FALSE },
  { "not", "btc NOT btc", TRUE },
  { "near", "NEAR(btc qqzzxx, 5)", FALSE },
  { "star", "*", FALSE },
  { "star-first", "*btc", TRUE },
  { "open-parenthesis", "(btc", TRUE },
  { "parentheses", "((((((btc))))))", TRUE },
  { "column", "qqzzxx : btc", FALSE },
  { "column-list", "{title qqzzxx} : btc", FALSE },
  { "initial", "^btc", TRUE },
  { "plus", "btc + pipeline", TRUE },
  { "marks", "\002btc\003", TRUE },
  { "number-sign", "?1", TRUE },
};
// clang-format on

/* Whatever is typed is words: nothing in it is an operator. */
static void
test_hostile (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) hits = query (hostile[i].words, 5);

  g_assert_cmpint (hits->len > 0, ==, hostile[i].is_found);
}

static void
test_long (void)
{
  g_autofree char *word = g_strnfill (100000, 'a');
  g_autoptr (GString) words = g_string_new ("btc");

  g_ptr_array_unref (query (word, 5));

  /* As many words as fit: the first ones count. */
  while (words->len < 100000)
    g_string_append (words, " btc");
  {
    g_autoptr (GPtrArray) hits = query (words->str, 5);

    g_assert_nonnull (get_first (hits, ATLAS_SEARCH_ITEM));
  }

  /* A word that nobody has, after the last one that is looked at. */
  g_string_assign (words, "btc");
  for (guint i = 1; i < ATLAS_SEARCH_MAX_WORDS; i++)
    g_string_append (words, " btc");
  g_string_append (words, " qqzzxx");
  {
    g_autoptr (GPtrArray) hits = query (words->str, 5);

    g_assert_nonnull (get_first (hits, ATLAS_SEARCH_ITEM));
  }
}

static void
test_groups (void)
{
  g_autoptr (GPtrArray) hits = query ("gas", 3);
  guint counts[ATLAS_N_SEARCH_GROUPS] = { 0 };

  for (guint i = 0; i < hits->len; i++)
    {
      const AtlasSearchHit *hit = g_ptr_array_index (hits, i);

      counts[hit->group]++;
      if (i > 0)
        g_assert_cmpuint (hit->group, >=, ((const AtlasSearchHit *) g_ptr_array_index (hits, i - 1))->group);
    }

  for (guint group = 0; group < ATLAS_N_SEARCH_GROUPS; group++)
    g_assert_cmpuint (counts[group], ==, 3);
}

static void
test_marks (void)
{
  g_autoptr (GPtrArray) hits = query ("gabala radar", 1);
  const AtlasSearchHit *hit = get_first (hits, ATLAS_SEARCH_ITEM);

  g_assert_true (g_str_has_prefix (hit->title, ATLAS_SEARCH_MARK_BEGIN "Gabala"));
  g_assert_nonnull (strstr (hit->title, "radar" ATLAS_SEARCH_MARK_END));
}

/* Every id that is found is one of the atlas. */
static void
test_ids (void)
{
  g_autoptr (GPtrArray) hits = query ("a", 1000);

  g_assert_cmpuint (hits->len, >, 50);

  for (guint i = 0; i < hits->len; i++)
    {
      const AtlasSearchHit *hit = g_ptr_array_index (hits, i);
      gboolean              is_known[] = {
                     [ATLAS_SEARCH_ITEM] = atlas_dataset_lookup (dataset, hit->id) != NULL,
                     [ATLAS_SEARCH_PASSAGE] = atlas_report_lookup (atlas_dataset_get_report (dataset), hit->id) != NULL,
                     [ATLAS_SEARCH_REFERENCE] = atlas_bibliography_lookup (atlas_dataset_get_bibliography (dataset), hit->id) != NULL,
      };

      g_assert_true (is_known[hit->group]);
    }
}

/* A text of the user's own with @n passages, most of which say the same. */
static AtlasDataset *
create_large (guint n)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_section_free);
  GPtrArray *passages = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_passage_free);
  g_autoptr (AtlasReport) report = NULL;
  AtlasSection *section = g_new0 (AtlasSection, 1);

  *section = (AtlasSection){ g_strdup ("all"), g_strdup ("Gas and oil"), 1, -1, 0 };
  g_ptr_array_add (sections, section);
  for (guint i = 0; i < n; i++)
    {
      GPtrArray       *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_report_span_free);
      g_autofree char *text = g_strdup_printf ("The gas corridor, the treaty and the radar of Stepanakert, time %u%s", i, i == n / 2 ? ": zzrare" : "");

      g_ptr_array_add (spans, atlas_report_span_new (ATLAS_REPORT_TEXT, text, NULL, 0));
      g_ptr_array_add (passages, atlas_passage_new_take (g_strdup_printf ("own-%u", i), 0, spans, 0));
    }
  report = atlas_report_new_take (g_strdup ("Large"), sections, passages);

  return atlas_dataset_new_with_reading (dataset, report, NULL);
}

/* However many passages have the words: what else has them is found as without them, and so is the one among many. */
static void
test_large (void)
{
  static const char *const beginnings[] = { "s", "st", "step", "stepanakert", "r", "radar", "gas", "corridor gas" };
  g_autoptr (AtlasDataset) large = create_large (20000);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSearch) in_large = atlas_search_new (large, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      g_autoptr (GPtrArray) hits = atlas_search_query (in_large, beginnings[i], 30, NULL);
      g_autoptr (GPtrArray) small_hits = query (beginnings[i], 30);
      guint counts[ATLAS_N_SEARCH_GROUPS] = { 0 };
      guint small_counts[ATLAS_N_SEARCH_GROUPS] = { 0 };

      for (guint k = 0; k < hits->len; k++)
        counts[((const AtlasSearchHit *) g_ptr_array_index (hits, k))->group]++;
      for (guint k = 0; k < small_hits->len; k++)
        small_counts[((const AtlasSearchHit *) g_ptr_array_index (small_hits, k))->group]++;

      g_assert_cmpuint (counts[ATLAS_SEARCH_ITEM], ==, small_counts[ATLAS_SEARCH_ITEM]);
      g_assert_cmpuint (counts[ATLAS_SEARCH_PASSAGE], ==, 30);
      g_assert_cmpuint (counts[ATLAS_SEARCH_REFERENCE], ==, small_counts[ATLAS_SEARCH_REFERENCE]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) hits = atlas_search_query (in_large, cases[i].words, 20, NULL);
      const AtlasSearchHit *first = get_first (hits, cases[i].group);

      if (cases[i].group != ATLAS_SEARCH_PASSAGE)
        g_assert_cmpstr (first != NULL ? first->id : NULL, ==, cases[i].id);
    }

  {
    g_autoptr (GPtrArray) hits = atlas_search_query (in_large, "zzr", 30, NULL);

    g_assert_cmpuint (hits->len, ==, 1);
    g_assert_cmpstr (((const AtlasSearchHit *) g_ptr_array_index (hits, 0))->id, ==, "own-10000");
  }
}

/* What is found by more letters is found by fewer. */
static void
test_typing (void)
{
  static const char word[] = "stepanakert";

  for (guint length = 2; length < sizeof word; length++)
    {
      g_autofree char *shorter = g_strndup (word, length - 1);
      g_autofree char *longer = g_strndup (word, length);
      g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GPtrArray) more = query (shorter, G_MAXUINT);
      g_autoptr (GPtrArray) fewer = query (longer, G_MAXUINT);

      for (guint i = 0; i < more->len; i++)
        g_hash_table_add (ids, ((const AtlasSearchHit *) g_ptr_array_index (more, i))->id);
      g_assert_cmpuint (fewer->len, >, 0);
      for (guint i = 0; i < fewer->len; i++)
        g_assert_true (g_hash_table_contains (ids, ((const AtlasSearchHit *) g_ptr_array_index (fewer, i))->id));
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (AtlasSearch) made = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  made = atlas_search_new (dataset, cancellable, &error);

  g_assert_null (made);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
made_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
make_async (GCancellable *cancellable)
{
  GAsyncResult *result = NULL;

  atlas_search_new_async (dataset, cancellable, made_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return result;
}

static void
test_async (void)
{
  g_autoptr (GAsyncResult) result = make_async (NULL);
  g_autoptr (GError) error = NULL;
  AtlasSearch *made = atlas_search_new_finish (result, &error);
  g_autoptr (GPtrArray) hits = NULL;

  g_assert_no_error (error);
  g_assert_true (atlas_search_get_dataset (made) == dataset);
  hits = atlas_search_query (made, "btc", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_first (hits, ATLAS_SEARCH_ITEM)->id, ==, "btc");

  g_assert_finalize_object (made);
}

static void
test_async_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  result = make_async (cancellable);

  g_assert_null (atlas_search_new_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
add_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/search/top-hit/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_top_hit);
    }

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strconcat ("/search/hostile/", hostile[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_hostile);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_test_init (&argc, &argv, NULL);

  folder = g_file_new_for_path (g_getenv ("ATLAS_TEST_BUNDLE"));
  dataset = atlas_dataset_load (folder, NULL, &error);
  g_assert_no_error (error);
  search = atlas_search_new (dataset, NULL, &error);
  g_assert_no_error (error);

  add_tables ();
  g_test_add_func ("/search/long", test_long);
  g_test_add_func ("/search/groups", test_groups);
  g_test_add_func ("/search/marks", test_marks);
  g_test_add_func ("/search/ids", test_ids);
  g_test_add_func ("/search/large", test_large);
  g_test_add_func ("/search/typing", test_typing);
  g_test_add_func ("/search/cancelled", test_cancelled);
  g_test_add_func ("/search/async", test_async);
  g_test_add_func ("/search/async-cancelled", test_async_cancelled);

  status = g_test_run ();

  g_assert_finalize_object (search);
  g_assert_finalize_object (dataset);

  return status;
}
