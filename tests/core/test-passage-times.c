// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-passage-times.h"

#include "sample-atlas.h"

/* A passage: words, then mentions of items ("," between), under the heading of that title. */
/* clang-format off */
static const struct
{
  const char *heading;
  const char *text;
  const char *items;
  const char *spans; /* "; " between */
  const char *dates;
  const char *most;  /* where the clock would go */
  const char *words;
} cases[] = {
  /* items: a day, a closed interval, one that goes on, one too long, one whose begin nobody knows, a scenario */
  { "A", "", "accord", "1997-07-03", "1997-07-03", "1997-07-03", "1997" },
  { "A", "", "rule", "1993/2003", "1993/2003", "1993/2003", "1993 to 2003" },
  { "A", "", "north", "1997-10", "1997-10", "1997-10", "1997" },
  { "A", "", "radar", "1985", "1985", "1985", "1985" },
  { "A", "", "old", "1990", "1990", "1990", "1990" },
  { "A", "", "dream", "299X", "299X", "299X", "the 2990s" },
  { "A", "", "nothing", "", "", "", NULL },
  /* text */
  { "A", "Since 1991 [12] some 2,000 troops; in 2006 [4]", "", "1991; 2006", "1991; 2006", "1991", "1991 and 2006" },
  /* both; what overlaps or touches is one */
  { "A", "In 1997", "accord,accord", "1997", "1997; 1997-07-03", "1997-07-03", "1997" },
  { "A", "In 1997, 1998 and 2005", "accord", "1997/1998; 2005", "1997; 1997-07-03; 1998; 2005", "1997", "1997 to 1998 and 2005" },
  { "A", "2005, 2005 and", "accord,south", "1997-07-03; 2005; 2006-06", "1997-07-03; 2005; 2006-06", "2005", "1997 and 2005 to 2006" },
  { "A", "In 2009, 2011, 2013", "", "2009; 2011; 2013", "2009; 2011; 2013", "2009/2011", "2009, 2011 and 2013" },
  /* a heading speaks for a passage that says no time */
  { "1993–2003: a doctrine", "No time", "", "1993/2003", "1993/2003", "1993/2003", "1993 to 2003" },
  { "1993–2003: a doctrine", "In 2005", "", "2005", "2005", "2005", "2005" },
  { "A", "No time", "", "", "", "", NULL },
};
/* clang-format on */

static AtlasPassage *
make_passage (guint i)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_report_span_free);
  g_auto (GStrv) items = g_strsplit (cases[i].items, ",", -1);

  g_ptr_array_add (spans, atlas_report_span_new (ATLAS_REPORT_TEXT, cases[i].text, NULL, 0));
  for (guint j = 0; items[j] != NULL; j++)
    {
      g_ptr_array_add (spans, atlas_report_span_new (ATLAS_REPORT_TEXT, " of ", NULL, 0));
      g_ptr_array_add (spans, atlas_report_span_new (ATLAS_REPORT_MENTION, "it", items[j], 0));
    }

  return atlas_passage_new_take (g_strdup_printf ("p-%u", i), i, spans, 0);
}

static AtlasDataset *
make_dataset (void)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_section_free);
  GPtrArray *passages = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_passage_free);
  GPtrArray *references = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (sample_items); i++)
    g_ptr_array_add (items, sample_item_new (&sample_items[i]));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasSection *section = g_new0 (AtlasSection, 1);

      section->id = g_strdup_printf ("s-%u", i);
      section->title = g_strdup (cases[i].heading);
      section->level = 1;
      section->parent = -1;
      g_ptr_array_add (sections, section);
      g_ptr_array_add (passages, make_passage (i));
    }

  return atlas_dataset_new_take (sample_manifest_new ("times"), items, atlas_report_new_take (g_strdup ("Report"), sections, passages),
                                 atlas_bibliography_new_take (references), NULL);
}

static char *
join_times (const AtlasPassageTime *times,
            guint                   n_times)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_times; i++)
    {
      g_autofree char *one = atlas_time_span_to_edtf (times[i].days);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", one);
    }

  return g_string_free (text, FALSE);
}

static void
assert_edtf (AtlasTimeSpan days,
             const char   *expected)
{
  g_autofree char *edtf = atlas_time_span_is_empty (days) ? g_strdup ("") : atlas_time_span_to_edtf (days);

  g_assert_cmpstr (edtf, ==, expected);
}

static void
test_times (void)
{
  AtlasDataset *dataset = make_dataset ();
  g_autoptr (AtlasPassageTimes) times = atlas_passage_times_new (dataset);
  GPtrArray *passages = atlas_report_get_passages (atlas_dataset_get_report (dataset));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AtlasPassage     *passage = g_ptr_array_index (passages, i);
      guint                   n_spans, n_dates;
      const AtlasPassageTime *spans = atlas_passage_times_get (times, passage, &n_spans);
      const AtlasPassageTime *dates = atlas_passage_times_get_dates (times, passage, &n_dates);
      g_autofree char        *spans_text = join_times (spans, n_spans);
      g_autofree char        *dates_text = join_times (dates, n_dates);
      g_autofree char        *words = atlas_passage_times_to_words (times, passage);
      float                   weights[2] = { 0.0F };

      g_test_message ("%u: %s %s", i, cases[i].text, cases[i].items);
      g_assert_cmpstr (spans_text, ==, cases[i].spans);
      g_assert_cmpstr (dates_text, ==, cases[i].dates);
      g_assert_cmpstr (words, ==, cases[i].words);
      assert_edtf (atlas_passage_times_get_span (times, passage), cases[i].most);

      for (guint j = 0; j < n_spans; j++)
        weights[0] += spans[j].weight;
      for (guint j = 0; j < n_dates; j++)
        weights[1] += dates[j].weight;
      for (guint j = 0; j < 2 && n_spans > 0; j++)
        g_assert_cmpfloat_with_epsilon (weights[j], 1.0, 1e-4);
    }
  g_assert_finalize_object (g_steal_pointer (&dataset));
}

/* The other way round: in reading order, each once. */
static void
test_find (void)
{
  static const struct
  {
    const char *days;
    const char *passages;
  } finds[] = {
    { "1985", "3" },
    { "1997-07", "0 1 8 9 10 12" },
    { "2005", "9 10 13" },
    { "2995-03-01", "5" },
    { "1700", "" },
  };
  g_autoptr (AtlasDataset) dataset = make_dataset ();
  g_autoptr (AtlasPassageTimes) times = atlas_passage_times_new (dataset);

  for (guint i = 0; i < G_N_ELEMENTS (finds); i++)
    {
      g_autoptr (GPtrArray) found = atlas_passage_times_find (times, sample_span (finds[i].days));
      g_autoptr (GString) numbers = g_string_new (NULL);

      for (guint j = 0; j < found->len; j++)
        g_string_append_printf (numbers, "%s%u", j > 0 ? " " : "", ((const AtlasPassage *) g_ptr_array_index (found, j))->number - 1);
      g_assert_cmpstr (numbers->str, ==, finds[i].passages);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/passage-times/times", test_times);
  g_test_add_func ("/passage-times/find", test_find);

  return g_test_run ();
}
