// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report.h"

typedef struct
{
  AtlasReport *report;
} Fixture;

static AtlasSection *
make_section (const char *id,
              const char *title,
              int         parent)
{
  AtlasSection *section = g_new0 (AtlasSection, 1);

  section->id = g_strdup (id);
  section->title = g_strdup (title);
  section->level = parent < 0 ? 1 : 2;
  section->parent = parent;

  return section;
}

/* A passage of text, a mention of each of @items and a mark for each of @citations (0 ends). */
static AtlasPassage *
make_passage (const char        *id,
              guint              section,
              const char *const *items,
              const guint       *citations)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_report_span_free);

  g_ptr_array_add (spans, atlas_report_span_new (ATLAS_REPORT_TEXT, "Of ", NULL, 0));
  for (guint i = 0; items[i] != NULL; i++)
    g_ptr_array_add (spans, atlas_report_span_new (ATLAS_REPORT_MENTION, items[i], items[i], 0));
  for (guint i = 0; citations[i] != 0; i++)
    {
      g_autofree char *mark = g_strdup_printf ("[%u]", citations[i]);

      g_ptr_array_add (spans, atlas_report_span_new (ATLAS_REPORT_CITATION, mark, NULL, citations[i]));
    }

  return atlas_passage_new_take (g_strdup (id), section, spans, 7);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_section_free);
  GPtrArray *passages = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_passage_free);

  g_ptr_array_add (sections, make_section ("political", "Political", -1));
  g_ptr_array_add (sections, make_section ("political-1993", "1993", 0));
  g_ptr_array_add (sections, make_section ("loop", "Loop", 2));

  g_ptr_array_add (passages, make_passage ("one", 1, (const char *[]){ "btc", "btc", NULL }, (const guint[]){ 12, 4, 12, 0 }));
  g_ptr_array_add (passages, make_passage ("two", 0, (const char *[]){ "btc", "wrep", NULL }, (const guint[]){ 4, 0 }));
  g_ptr_array_add (passages, make_passage ("three", 2, (const char *[]){ NULL }, (const guint[]){ 0 }));
  g_ptr_array_add (passages, make_passage ("four", 99, (const char *[]){ NULL }, (const guint[]){ 0 }));

  fixture->report = atlas_report_new_take (g_strdup ("Title"), sections, passages);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->report);
}

static char *
join_ids (GPtrArray *passages)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < passages->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ((AtlasPassage *) g_ptr_array_index (passages, i))->id);

  return g_string_free (ids, FALSE);
}

static void
test_passages (Fixture      *fixture,
               gconstpointer data)
{
  const AtlasPassage *passage = atlas_report_lookup (fixture->report, "two");

  g_assert_cmpstr (atlas_report_get_title (fixture->report), ==, "Title");
  g_assert_cmpuint (atlas_report_get_sections (fixture->report)->len, ==, 3);
  g_assert_cmpuint (atlas_report_get_passages (fixture->report)->len, ==, 4);
  g_assert_nonnull (passage);
  g_assert_cmpuint (passage->number, ==, 2);
  g_assert_cmpuint (passage->line, ==, 7);
  g_assert_cmpstr (passage->text, ==, "Of btcwrep[4]");
  g_assert_null (atlas_report_lookup (fixture->report, "five"));
  g_assert_null (atlas_report_lookup (fixture->report, NULL));
}

static void
test_mentioning (Fixture      *fixture,
                 gconstpointer data)
{
  static const struct
  {
    const char *item, *passages;
  } cases[] = { { "btc", "one two" }, { "wrep", "two" }, { "tap", "" }, { NULL, "" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = join_ids (atlas_report_get_mentioning (fixture->report, cases[i].item));

      g_assert_cmpstr (ids, ==, cases[i].passages);
    }
}

static void
test_citing (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    guint       citation;
    const char *passages;
  } cases[] = { { 4, "one two" }, { 12, "one" }, { 0, "" }, { 13, "" }, { G_MAXUINT, "" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = join_ids (atlas_report_get_citing (fixture->report, cases[i].citation));

      g_assert_cmpstr (ids, ==, cases[i].passages);
    }

  g_assert_cmpuint (atlas_report_get_last_citation (fixture->report), ==, 12);
}

static void
test_place (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *passage, *place;
  } cases[] = { { "one", "Political › 1993" }, { "two", "Political" }, { "three", "Loop" }, { "four", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *place = atlas_report_dup_place (fixture->report, atlas_report_lookup (fixture->report, cases[i].passage));

      g_assert_cmpstr (place, ==, cases[i].place);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/report/passages", Fixture, NULL, set_up, test_passages, tear_down);
  g_test_add ("/report/mentioning", Fixture, NULL, set_up, test_mentioning, tear_down);
  g_test_add ("/report/citing", Fixture, NULL, set_up, test_citing, tear_down);
  g_test_add ("/report/place", Fixture, NULL, set_up, test_place, tear_down);

  return g_test_run ();
}
