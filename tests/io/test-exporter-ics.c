// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "export-fixture.h"

#define MAX_LINE 75

/* Lines as RFC 5545 has them, put together again. Every physical line is short, ends in CR LF and is UTF-8 by itself. */
static GStrv
unfold (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  g_autoptr (GPtrArray) whole = g_ptr_array_new ();
  guint n_lines = g_strv_length (lines);

  g_assert_cmpstr (lines[n_lines - 1], ==, ""); /* the last line ends as the others do */
  for (guint i = 0; i + 1 < n_lines; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, MAX_LINE);
      g_assert_cmpuint (strlen (lines[i]), >, 0);
      g_assert_null (strpbrk (lines[i], "\r\n"));
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      if (lines[i][0] != ' ')
        {
          g_ptr_array_add (whole, g_strdup (lines[i]));
          continue;
        }

      g_assert_cmpuint (whole->len, >, 0);
      {
        char *before = g_ptr_array_index (whole, whole->len - 1);

        g_ptr_array_index (whole, whole->len - 1) = g_strconcat (before, lines[i] + 1, NULL);
        g_free (before);
      }
    }
  g_ptr_array_add (whole, NULL);

  return (GStrv) g_ptr_array_steal (whole, NULL);
}

/* The first line of an item's entry that begins with @name; NULL: it has none. */
static const char *
find_line (GStrv       lines,
           const char *id, /* the item's; with its atlas */
           const char *name)
{
  g_autofree char *uid = g_strdup_printf ("UID:%s.corridor-atlas", id);
  guint            i = 0;

  while (lines[i] != NULL && !g_str_equal (lines[i], uid))
    i++;
  for (; lines[i] != NULL && !g_str_equal (lines[i], "END:VEVENT"); i++)
    if (g_str_has_prefix (lines[i], name))
      return lines[i];

  return NULL;
}

static void
test_real (void)
{
  static const struct
  {
    const char *id, *line;
  } wanted[] = {
    { "friendship-treaty-1997", "DTSTART;VALUE=DATE:19970703" },
    { "friendship-treaty-1997", "DTEND;VALUE=DATE:19970704" },
    { "first-karabakh-war", "DTSTART;VALUE=DATE:19880201" },
    { "first-karabakh-war", "DTEND;VALUE=DATE:19940513" },
    { "first-karabakh-war", "SUMMARY:First Karabakh War (February 1988 to 12 May 1994)" },
    { "btc", "DTSTART;VALUE=DATE:20060601" },
    { "btc", "DTEND;VALUE=DATE:20060701" },
    { "gallup-2022", "DTSTART;VALUE=DATE:20220101" },
    { "gallup-2022", "DTEND;VALUE=DATE:20230101" },
    { "gallup-2022", "COMMENT:Known only as: 2022." },
    { "gabala-radar", "GEO:40.871000;47.803000" },
    { "gabala-radar", "URL:corridor-atlas:azerbaijan-russia#item=gabala-radar" },
    { "horadiz-1994", "X-CORRIDOR-ATLAS-EDTF:1994-01~/.." },
  };
  g_autoptr (AtlasDataset) dataset = export_load_real ();
  g_autofree char *text = export_to_text (dataset, "ics");
  g_auto (GStrv) lines = unfold (text);
  g_autoptr (GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpstr (lines[0], ==, "BEGIN:VCALENDAR");
  g_assert_cmpstr (lines[1], ==, "VERSION:2.0");
  g_assert_true (g_strv_contains ((const char *const *) lines, "END:VCALENDAR"));
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "UID:"))
      g_assert_true (g_hash_table_add (uids, lines[i]));
  g_assert_cmpuint (g_hash_table_size (uids), ==, atlas_dataset_get_n_items (dataset) - 1); /* all but one whose dates nobody knows */

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *id = g_strconcat (wanted[i].id, "@azerbaijan-russia", NULL);
      g_autofree char *name = g_strndup (wanted[i].line, strcspn (wanted[i].line, ":;") + 1);
      const char      *line = find_line (lines, id, name);

      g_assert_nonnull (line);
      if (!g_str_has_prefix (line, wanted[i].line))
        g_error ("%s: %s is not %s", wanted[i].id, line, wanted[i].line);
    }
  g_assert_null (find_line (lines, "friendship-treaty-1997@azerbaijan-russia", "COMMENT"));
}

static const struct
{
  const char *when;        /* of the one item that is looked at */
  const char *start, *end; /* NULL: it has no entry */
  const char *summary;
  const char *comment; /* (nullable) */
} dates[] = {
  { "{ \"start\": { \"in\": \"2021-01-11\" } }", "20210111", "20210112", "The talk", NULL },
  { "{ \"start\": { \"in\": \"2020-12-31\" }, \"end\": { \"in\": \"2021-01-01\" } }", "20201231", "20210102", "The talk", NULL },
  { "{ \"start\": { \"in\": \"2020-02\" } }", "20200201", "20200301", "The talk (February 2020)", "Known only as: February 2020." },
  { "{ \"start\": { \"in\": \"2020\" } }", "20200101", "20210101", "The talk (2020)", "Known only as: 2020." },
  { "{ \"start\": { \"in\": \"2021-01-11?\" } }", "20210111", "20210112", "The talk (11 January 2021 (uncertain))", "Known only as: " },
  { "{ \"start\": { \"in\": \"2021-01-11\" }, \"end\": { \"in\": \"..\" } }", "20210111", "20210112", "The talk (from 11 January 2021 on)", "The entry is where it begins: " },
  { "{ \"start\": { \"in\": \"..\" }, \"end\": { \"in\": \"1991\" } }", "19910101", "19920101", "The talk (until 1991)", "The entry is where it ends: " },
  { "{ \"start\": { \"in\": \"\" }, \"end\": { \"in\": \"..\" } }", NULL, NULL, NULL, NULL },
  { "{ \"start\": { \"in\": \"-0043-03-15\" } }", NULL, NULL, NULL, NULL },
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *when = g_strdup_printf ("[%s]", dates[i].when);
      g_autoptr (AtlasDataset) dataset = export_load_changed ("[{ \"start\": { \"in\": \"2021-01-11\" } }]", when);
      g_autofree char *text = export_to_text (dataset, "ics");
      g_auto (GStrv) lines = unfold (text);
      const char      *start = find_line (lines, "talk@minimal", "DTSTART");
      g_autofree char *summary = g_strconcat ("SUMMARY:", dates[i].summary, NULL);
      g_autofree char *comment = g_strconcat ("COMMENT:", dates[i].comment, NULL);

      if (dates[i].start == NULL)
        {
          g_assert_null (start);
          continue;
        }
      g_assert_cmpstr (start + strlen ("DTSTART;VALUE=DATE:"), ==, dates[i].start);
      g_assert_cmpstr (find_line (lines, "talk@minimal", "DTEND") + strlen ("DTEND;VALUE=DATE:"), ==, dates[i].end);
      g_assert_cmpstr (find_line (lines, "talk@minimal", "SUMMARY"), ==, summary);
      if (dates[i].comment == NULL)
        g_assert_null (find_line (lines, "talk@minimal", "COMMENT"));
      else
        g_assert_true (g_str_has_prefix (find_line (lines, "talk@minimal", "COMMENT"), comment));
    }
}

/* Long words of every width, at every place of a line; and what has a meaning of its own. */
static void
test_folding (void)
{
  static const char *const signs[] = { "a", "Ə", "日", "😀" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (guint before = 0; before < 6; before++)
      {
        g_autoptr (GString) title = g_string_new ("");
        g_autofree char *json = NULL;
        g_autofree char *text = NULL;
        g_autofree char *wanted = NULL;
        g_auto (GStrv) lines = NULL;
        g_autoptr (AtlasDataset) dataset = NULL;

        for (guint k = 0; k < before; k++)
          g_string_append_c (title, 'x');
        for (guint k = 0; k < 100; k++)
          g_string_append (title, signs[i]);
        json = g_strdup_printf ("\"title\": \"%s\"", title->str);
        dataset = export_load_changed ("\"title\": \"The talk\"", json);
        text = export_to_text (dataset, "ics");
        lines = unfold (text);
        wanted = g_strconcat ("SUMMARY:", title->str, NULL);
        g_assert_cmpstr (find_line (lines, "talk@minimal", "SUMMARY"), ==, wanted);
      }
}

static void
test_escaping (void)
{
  g_autoptr (AtlasDataset) dataset = export_load_changed ("\"title\": \"The talk\",", "\"title\": \"A; b, c \\\\ d: e\", \"summary\": \"One [12].\\nTwo\","
                                                                                      " \"place\": { \"name\": \"Here, there\" },");
  g_autofree char *text = export_to_text (dataset, "ics");
  g_auto (GStrv) lines = unfold (text);

  g_assert_cmpstr (find_line (lines, "talk@minimal", "SUMMARY"), ==, "SUMMARY:A\\; b\\, c \\\\ d: e");
  g_assert_cmpstr (find_line (lines, "talk@minimal", "LOCATION"), ==, "LOCATION:Here\\, there");
  g_assert_true (g_str_has_prefix (find_line (lines, "talk@minimal", "DESCRIPTION"), "DESCRIPTION:One.\\nTwo\\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/exporter-ics/real", test_real);
  g_test_add_func ("/io/exporter-ics/dates", test_dates);
  g_test_add_func ("/io/exporter-ics/folding", test_folding);
  g_test_add_func ("/io/exporter-ics/escaping", test_escaping);

  return g_test_run ();
}
