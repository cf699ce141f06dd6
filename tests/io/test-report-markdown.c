// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report-markdown.h"

#include "atlas-finding.h"
#include "atlas-limits.h"

#include <string.h>

#define HEAD "# T\n\n## S {#s}\n\n"

/* One paragraph, and its spans: t text, s strong, e emphasis, m mention, c citation, with "|" between. */
static const struct
{
  const char *markdown;
  const char *spans;
} cases[] = {
  { "Plain words. {#p}", "t:Plain words." },
  { "Two\nlines. {#p}", "t:Two lines." },
  { "A hard\\\nbreak. {#p}", "t:A hard\nbreak." },
  { "[BTC](item:btc) runs. {#p}", "m:BTC(btc)|t: runs." },
  { "So [BTC](item:btc). {#p}", "t:So |m:BTC(btc)|t:." },
  { "Said [12]. {#p}", "t:Said |c:[12]|t:." },
  { "Said [5] [6] {#p}", "t:Said |c:[5]|t: |c:[6]" },
  { "Said [5][6]. {#p}", "t:Said |c:[5]|c:[6]|t:." },
  { "[1] begins. {#p}", "c:[1]|t: begins." },
  { "No [note] and [2a] and [ 3]. {#p}", "t:No [note] and [2a] and [ 3]." },
  { "A **bold** *slanted* word. {#p}", "t:A |s:bold|t: |e:slanted|t: word." },
  { "Both ***at once***. {#p}", "t:Both |s:at once|t:." },
  { "A **[BTC](item:btc) [7]**. {#p}", "t:A |m:BTC(btc)|s: |c:[7]|t:." },
  { "[The *long* **line**](item:btc) {#p}", "m:The long line(btc)" },
  { "“Quoted” – &amp; \\*starred\\*. {#p}", "t:“Quoted” – & *starred*." },
  { "Kept {#one} here. {#p}", "t:Kept {#one} here." },
  { "- In a list. {#p}", "t:In a list." },
};

static AtlasReport *
read_text (const char *text,
           GPtrArray  *findings)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return atlas_report_read_markdown (bytes, "report.md", findings);
}

static char *
describe (const AtlasPassage *passage)
{
  static const char letters[] = {
    [ATLAS_REPORT_TEXT] = 't',
    [ATLAS_REPORT_STRONG] = 's',
    [ATLAS_REPORT_EMPHASIS] = 'e',
    [ATLAS_REPORT_MENTION] = 'm',
    [ATLAS_REPORT_CITATION] = 'c',
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < passage->spans->len; i++)
    {
      const AtlasReportSpan *span = g_ptr_array_index (passage->spans, i);

      g_string_append_printf (text, "%s%c:%s", i > 0 ? "|" : "", letters[span->kind], span->text);
      if (span->item_id != NULL)
        g_string_append_printf (text, "(%s)", span->item_id);
      if (span->kind == ATLAS_REPORT_CITATION)
        {
          g_autofree char *mark = g_strdup_printf ("[%u]", span->citation);

          g_assert_cmpstr (span->text, ==, mark);
        }
    }

  return g_string_free (text, FALSE);
}

static void
test_spans (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEAD, cases[i].markdown, "\n", NULL);
      g_autoptr (GPtrArray) findings = atlas_findings_new ();
      g_autoptr (AtlasReport) report = read_text (text, findings);
      g_autofree char *spans = NULL;

      g_test_message ("%s", cases[i].markdown);
      g_assert_cmpuint (findings->len, ==, 0);
      g_assert_nonnull (atlas_report_lookup (report, "p"));
      spans = describe (atlas_report_lookup (report, "p"));
      g_assert_cmpstr (spans, ==, cases[i].spans);
    }
}

/* Line ends of other systems, and none at the end of the file. */
static void
test_line_ends (void)
{
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (AtlasReport) report = read_text ("# T\r\n\r\n## S {#s}\r\n\r\nOne\r\ntwo. {#a}\r\n\r\nThree. {#b}", findings);

  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpuint (atlas_report_get_passages (report)->len, ==, 2);
  g_assert_cmpstr (atlas_report_lookup (report, "a")->text, ==, "One two.");
  g_assert_cmpuint (atlas_report_lookup (report, "b")->line, ==, 8);
}

/* All faults of one text are found, each in its line. */
static void
test_all_faults (void)
{
  static const char *const places[] = { ":5", ":7", ":9", ":11" };
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (AtlasReport) report = read_text (HEAD "No id.\n\n<b>x</b>\n\n![x](y)  {#q}\n\n[x](http://y) {#r}\n", findings);

  g_assert_nonnull (report);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < findings->len; j++)
        found = found || g_str_equal (((AtlasFinding *) g_ptr_array_index (findings, j))->place, places[i]);
      g_assert_true (found);
    }
}

/* Texts that cross a limit: @n times @text after a heading. */
static const struct
{
  const char *text;
  guint       n;
} limits[] = {
  { ">", 100000 },
  { "- ", 100000 },
  { "* * ", 1000 },
  { "1. ", 1000 },
  { "word ", ATLAS_LIMIT_PARAGRAPH / 5 + 1 },
  { "[", ATLAS_LIMIT_PARAGRAPH + 1 },
  { "![[]()", ATLAS_LIMIT_PARAGRAPH },
  { "word\n", ATLAS_LIMIT_PARAGRAPH / 5 + 1 },
  { "word.\n\n", ATLAS_LIMIT_REPORT_SIZE / 7 + 1 },
};

static void
test_limits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (GString) text = g_string_new (HEAD);
      g_autoptr (GPtrArray) findings = atlas_findings_new ();
      g_autoptr (AtlasReport) report = NULL;

      for (guint j = 0; j < limits[i].n; j++)
        g_string_append (text, limits[i].text);
      report = read_text (text->str, findings);
      g_assert_null (report);
      g_assert_cmpuint (findings->len, ==, 1);
      g_assert_cmpint (((AtlasFinding *) g_ptr_array_index (findings, 0))->rule, ==, ATLAS_RULE_LIMIT);
    }
}

/* What a paragraph of the largest size may cost is bounded: it is read, whatever brackets it is made of. */
static void
test_hostile (void)
{
  static const char *const texts[] = { "[", "![", "*", "_a*", "[a](", "<!--", "<a ", "`a", "[a][", "&#", "\\", "![[]()" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) text = g_string_new (HEAD);
      g_autoptr (GPtrArray) findings = atlas_findings_new ();
      g_autoptr (AtlasReport) report = NULL;

      g_string_append (text, "a ");
      for (gsize j = 0; j < ATLAS_LIMIT_PARAGRAPH / strlen (texts[i]) - 4; j++)
        g_string_append (text, texts[i]);
      g_string_append_c (text, '\n');
      report = read_text (text->str, findings);
      g_assert_nonnull (report);
      g_assert_cmpuint (findings->len, >, 0); /* at least its id is missing */
    }
}

static void
test_limit_passages (void)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (AtlasReport) report = NULL;

  for (guint i = 0; i < ATLAS_LIMIT_PASSAGES; i++)
    g_string_append_printf (text, "A word. {#p-%u}\n\n", i);
  report = read_text (text->str, findings);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (((AtlasFinding *) g_ptr_array_index (findings, 0))->rule, ==, ATLAS_RULE_LIMIT);
  g_assert_cmpuint (atlas_report_get_passages (report)->len, ==, ATLAS_LIMIT_PASSAGES - 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-markdown/spans", test_spans);
  g_test_add_func ("/report-markdown/line-ends", test_line_ends);
  g_test_add_func ("/report-markdown/all-faults", test_all_faults);
  g_test_add_func ("/report-markdown/limits", test_limits);
  g_test_add_func ("/report-markdown/limit-passages", test_limit_passages);
  g_test_add_func ("/report-markdown/hostile", test_hostile);

  return g_test_run ();
}
