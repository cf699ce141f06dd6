// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-quotation.h"

#include "sample-atlas.h"

typedef struct
{
  AtlasReportSpanKind kind;
  const char         *text;
} Piece;

/* "A war ended [1] [2], it says [3]." */
static const Piece pieces[] = {
  { ATLAS_REPORT_TEXT, "A " },
  { ATLAS_REPORT_MENTION, "war" },
  { ATLAS_REPORT_TEXT, " ended " },
  { ATLAS_REPORT_CITATION, "[1]" },
  { ATLAS_REPORT_TEXT, " " },
  { ATLAS_REPORT_CITATION, "[2]" },
  { ATLAS_REPORT_TEXT, ", it says " },
  { ATLAS_REPORT_CITATION, "[3]" },
  { ATLAS_REPORT_TEXT, "." },
};

static AtlasPassage *
create_passage (guint number)
{
  GPtrArray    *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_report_span_free);
  AtlasPassage *passage = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    g_ptr_array_add (spans, atlas_report_span_new (pieces[i].kind, pieces[i].text, NULL, pieces[i].kind == ATLAS_REPORT_CITATION ? 1 : 0));
  passage = atlas_passage_new_take (g_strdup_printf ("p-%u", number), 0, spans, 0);
  passage->number = number;

  return passage;
}

#define REFERENCE "\n\n— “Report”, as retold in the atlas, ¶ 7 (All). Corridor Atlas “Sample”, edition 2026-11. corridor-atlas:sample#par=p-7"

static const struct
{
  const char         *name;
  guint               start;
  guint               end;
  AtlasQuotationFlags flags;
  const char         *text;
} cases[] = {
  { "text", 0, 99, ATLAS_QUOTATION_TEXT, "A war ended, it says." },
  { "citations", 0, 99, ATLAS_QUOTATION_CITATIONS, "A war ended [1] [2], it says [3]." },
  { "reference", 0, 99, ATLAS_QUOTATION_REFERENCE, "A war ended, it says." REFERENCE },
  { "both", 2, 15, ATLAS_QUOTATION_REFERENCE | ATLAS_QUOTATION_CITATIONS, "war ended [1]" REFERENCE },
  { "part", 2, 5, ATLAS_QUOTATION_TEXT, "war" },
  { "within-mark", 3, 14, ATLAS_QUOTATION_TEXT, "ar ended" },
  { "within-mark-kept", 3, 14, ATLAS_QUOTATION_CITATIONS, "ar ended [1" },
  { "mark-alone", 12, 15, ATLAS_QUOTATION_REFERENCE, "" },
  { "mark-alone-kept", 12, 15, ATLAS_QUOTATION_CITATIONS, "[1]" },
  { "nothing", 3, 3, ATLAS_QUOTATION_REFERENCE, "" },
};

static AtlasDataset *
create_atlas (void)
{
  AtlasManifest *manifest = sample_manifest_new ("sample");

  manifest->edition = g_strdup ("2026-11");

  return atlas_dataset_new_take (manifest, g_ptr_array_new_with_free_func (g_object_unref), sample_report_new (), sample_bibliography_new (), NULL);
}

static void
test_case (gconstpointer data)
{
  const typeof (cases[0]) *c = data;
  g_autoptr (AtlasDataset) dataset = create_atlas ();
  g_autoptr (AtlasPassage) passage = create_passage (7);
  AtlasQuotationPart part = { .passage = passage, .start = c->start, .end = c->end };
  g_autofree char   *text = atlas_quotation_new (dataset, &part, 1, c->flags);

  g_assert_cmpstr (text, ==, c->text);
}

/* A heading and two passages: where the first begins and the last ends is said. */
static void
test_several (void)
{
  g_autoptr (AtlasDataset) dataset = create_atlas ();
  g_autoptr (AtlasPassage) first = create_passage (7);
  g_autoptr (AtlasPassage) last = create_passage (8);
  const AtlasQuotationPart parts[] = {
    { .heading = "The heading", .start = 4, .end = 11 },
    { .passage = first, .start = 0, .end = 5 },
    { .passage = last, .start = 0, .end = 11 },
  };
  g_autofree char *text = atlas_quotation_new (dataset, parts, G_N_ELEMENTS (parts), ATLAS_QUOTATION_REFERENCE);
  g_autofree char *heading = atlas_quotation_new (dataset, parts, 1, ATLAS_QUOTATION_REFERENCE);

  g_assert_cmpstr (text, ==,
                   "heading\n\nA war\n\nA war ended\n\n"
                   "— “Report”, as retold in the atlas, ¶ 7–8 (All). Corridor Atlas “Sample”, edition 2026-11. corridor-atlas:sample#par=p-7");
  g_assert_cmpstr (heading, ==, "heading");
}

/* The author's own words are not said to be the atlas's. */
static void
test_original (void)
{
  g_autoptr (AtlasDataset) base = create_atlas ();
  g_autoptr (AtlasReport) report = sample_report_new ();
  g_autoptr (AtlasDataset) dataset = atlas_dataset_new_with_reading (base, report, NULL);
  g_autoptr (AtlasPassage) passage = create_passage (7);
  AtlasQuotationPart part = { .passage = passage, .start = 0, .end = 5 };
  g_autofree char   *text = atlas_quotation_new (dataset, &part, 1, ATLAS_QUOTATION_REFERENCE);

  g_assert_cmpstr (text, ==, "A war\n\n— “Report”, ¶ 7 (All). Corridor Atlas “Sample”, edition 2026-11. corridor-atlas:sample#par=p-7");
}

static void
test_session (void)
{
  g_autoptr (AtlasDataset) dataset = sample_atlas_new ("sample", NULL);
  g_autoptr (AtlasSession) session = atlas_session_new (dataset);
  g_autofree char *home = atlas_quotation_for_session (session);
  g_autofree char *words = NULL;

  g_assert_true (g_str_has_prefix (home, "“Report”, as retold in the atlas. Corridor Atlas “Sample”. corridor-atlas:sample#"));

  atlas_session_select_id (session, "south");
  atlas_session_set_clock (session, sample_span ("2008-06"));
  words = atlas_quotation_for_session (session);
  g_test_message ("%s", words);
  g_assert_nonnull (strstr (words, "“Report”, as retold in the atlas. "));
  g_assert_nonnull (strstr (words, ", June 2008. Corridor Atlas “Sample”. corridor-atlas:sample#date=2008-06&"));
  g_assert_nonnull (strstr (words, "item=south"));
  g_assert_null (strchr (words, '\n'));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/quotation/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/quotation/several", test_several);
  g_test_add_func ("/quotation/original", test_original);
  g_test_add_func ("/quotation/session", test_session);

  return g_test_run ();
}
