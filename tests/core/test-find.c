// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-find.h"

#include "atlas-fold.h"

/* A report whose passages are the lines of @text. */
static AtlasReport *
create_report (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray    *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_section_free);
  GPtrArray    *passages = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_passage_free);
  AtlasSection *section = g_new0 (AtlasSection, 1);

  section->id = g_strdup ("all");
  section->title = g_strdup ("All");
  section->level = 1;
  section->parent = -1;
  g_ptr_array_add (sections, section);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      GPtrArray *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_report_span_free);

      g_ptr_array_add (spans, atlas_report_span_new (ATLAS_REPORT_TEXT, lines[i], NULL, 0));
      g_ptr_array_add (passages, atlas_passage_new_take (g_strdup_printf ("p-%u", i + 1), 0, spans, 0));
    }

  return atlas_report_new_take (g_strdup ("Report"), sections, passages);
}

/* "0:3-6" for the characters 3 to 6 of the first passage. */
static char *
describe (const AtlasFind *find)
{
  GString              *words = g_string_new (NULL);
  guint                 n_matches = 0;
  const AtlasFindMatch *matches = atlas_find_get_matches (find, &n_matches);

  for (guint i = 0; i < n_matches; i++)
    g_string_append_printf (words, "%s%u:%u-%u", i > 0 ? " " : "", matches[i].passage, matches[i].start, matches[i].end);

  return g_string_free (words, FALSE);
}

static const struct
{
  const char *name;
  const char *text;
  const char *words;
  const char *found;
} cases[] = {
  { "plain", "Baku and Tbilisi", "tbil", "0:9-13" },
  { "case", "BAKU baku Baku", "bAkU", "0:0-4 0:5-9 0:10-14" },
  { "no-overlap", "aaaa", "aa", "0:0-2 0:2-4" },
  { "passages", "a gas line\nno\ngas", "gas", "0:2-5 2:0-3" },
  { "azerbaijani", "Xankəndi, Gəncə, Şuşa", "gence", "0:10-15" },
  { "azerbaijani-typed", "Gence and Susa", "Şuşa", "0:10-14" },
  { "dotted", "İçəri İSTANBUL ıstanbul", "istanbul", "0:6-14 0:15-23" },
  { "marks", "cafe\u0301 cafe", "café", "0:0-5 0:6-10" },
  { "mark-alone", "e\u0301e", "e", "0:0-2 0:2-3" },
  { "ligature", "a \ufb01nal", "final", "0:2-6" },
  { "half-ligature", "a \ufb01nal", "f", "0:2-3" },
  { "one-letter-twice", "Straße", "s", "0:0-1 0:4-5" },
  { "dashes", "Baku–Tbilisi—Ceyhan", "baku-tbilisi-ceyhan", "0:0-19" },
  { "quotes", "the “Contract” of ‘94", "'contract'", "0:4-14" },
  { "space", "gas \t  and\u00a0oil", "gas and  oil", "0:0-14" },
  { "space-around", "gas and oil", "  gas ", "0:0-3" },
  { "soft-hyphen", "pipe\u00adline", "pipeline", "0:0-9" },
  { "citation", "so it is [12].", "[12]", "0:9-13" },
  { "cyrillic", "Ёлка и ЙОД", "иод", "0:7-10" },
  { "nothing", "gas", "oil", "" },
  { "empty", "gas", "", "" },
  { "white", "gas and oil", "  ", "" },
  { "bad-words", "gas", "\xff", "" },
  { "none", "", "a", "" },
};

static void
test_case (gconstpointer data)
{
  const typeof (cases[0]) *c = data;
  g_autoptr (AtlasReport) report = create_report (c->text);
  g_autoptr (AtlasFind) find = atlas_find_new (report);
  g_autofree char *found = NULL;

  atlas_find_all (find, c->words);
  found = describe (find);
  g_assert_cmpstr (found, ==, c->found);
}

/* The folded text is that of atlas_fold(), and what it says comes from where is so. */
static void
test_map (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) map = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autofree char *folded = atlas_fold (cases[i].text);
      g_autofree char *mapped = atlas_fold_with_map (cases[i].text, map);

      g_assert_cmpstr (mapped, ==, folded);
      g_assert_cmpuint (map->len, ==, strlen (folded) + 1);
      for (guint j = 1; j < map->len; j++)
        g_assert_cmpuint (g_array_index (map, guint32, j - 1), <=, g_array_index (map, guint32, j));
      g_assert_cmpuint (g_array_index (map, guint32, map->len - 1), ==, (guint) g_utf8_strlen (cases[i].text, -1));
    }
}

/* As one types on, takes letters back, and begins anew before it is done, what is found is what is there. */
static void
test_incremental (void)
{
  static const char *const typed[] = { "g", "ga", "gas", "gas l", "gas", "oil", "o", "xyz", "x", "gas line" };
  g_autoptr (AtlasReport) report = create_report ("gas line\noil line\ngas and oil\nnothing\nGas line, gas line");
  g_autoptr (AtlasFind) find = atlas_find_new (report);

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (AtlasFind) fresh = atlas_find_new (report);
      g_autofree char *expected = NULL;
      g_autofree char *found = NULL;
      guint            steps = 0;

      atlas_find_begin (find, "line"); /* and is given up, now and then */
      if (i % 2 == 0)
        atlas_find_go_on (find, 2);
      atlas_find_begin (find, typed[i]);
      for (steps = 1; atlas_find_go_on (find, 1); steps++)
        g_assert_cmpuint (steps, <, 10);
      g_assert_cmpuint (steps, <=, 5);

      atlas_find_all (fresh, typed[i]);
      expected = describe (fresh);
      found = describe (find);
      g_assert_cmpstr (found, ==, expected);
    }
}

/* Words that go on are looked for only where the shorter ones were. */
static void
test_narrowing (void)
{
  g_autoptr (AtlasReport) report = create_report ("gas line\noil\noil\noil\ngas");
  g_autoptr (AtlasFind) find = atlas_find_new (report);
  g_autofree char *found = NULL;

  atlas_find_all (find, "gas");
  atlas_find_begin (find, "gas l");
  g_assert_true (atlas_find_go_on (find, 1));
  g_assert_false (atlas_find_go_on (find, 1));
  found = describe (find);
  g_assert_cmpstr (found, ==, "0:0-5");
}

static void
test_search (void)
{
  g_autoptr (AtlasReport) report = create_report ("gas gas\nno\ngas");
  g_autoptr (AtlasFind) find = atlas_find_new (report);

  atlas_find_all (find, "gas");
  g_assert_cmpuint (atlas_find_search (find, 0, 0), ==, 0);
  g_assert_cmpuint (atlas_find_search (find, 0, 1), ==, 1);
  g_assert_cmpuint (atlas_find_search (find, 0, 5), ==, 2);
  g_assert_cmpuint (atlas_find_search (find, 1, 0), ==, 2);
  g_assert_cmpuint (atlas_find_search (find, 2, 0), ==, 2);
  g_assert_cmpuint (atlas_find_search (find, 2, 1), ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/find/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/find/map", test_map);
  g_test_add_func ("/find/incremental", test_incremental);
  g_test_add_func ("/find/narrowing", test_narrowing);
  g_test_add_func ("/find/search", test_search);

  return g_test_run ();
}
