// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reference.h"

static AtlasReference *
make_reference (const char *const fields[7])
{
  g_auto (AtlasReferenceFields) made = { 0 };

  made.id = g_strdup ("one");
  made.type = g_strdup ("webpage");
  made.authors = g_strdup (fields[0]);
  made.title = g_strdup (fields[1]);
  made.container = g_strdup (fields[2]);
  made.issued = g_strdup (fields[3]);
  made.publisher = g_strdup (fields[4]);
  made.url = g_strdup (fields[5]);
  made.role = ATLAS_REFERENCE_REPORT;
  made.number = 12;

  return atlas_reference_new_take (&made);
}

static void
test_fields (void)
{
  AtlasReference *reference = make_reference ((const char *[7]){ "A", "T", "C", "2024", "P", "https://example.org/" });

  g_assert_cmpstr (atlas_reference_get_id (reference), ==, "one");
  g_assert_cmpstr (atlas_reference_get_title (reference), ==, "T");
  g_assert_cmpint (atlas_reference_get_role (reference), ==, ATLAS_REFERENCE_REPORT);
  g_assert_cmpuint (atlas_reference_get_number (reference), ==, 12);
  g_assert_cmpstr (atlas_reference_get_fields (reference)->publisher, ==, "P");
  g_assert_finalize_object (reference);
}

static const struct
{
  const char *name, *url;
  gboolean    safe;
} urls[] = {
  { "https", "https://example.org/a?b=c#d", TRUE },
  { "http", "http://example.org", TRUE },
  { "port", "https://example.org:8080/", TRUE },
  { "letters", "https://uk.wikipedia.org/wiki/Баку", TRUE },
  { "percent", "https://example.org/%D0%91", TRUE },
  { "upper-scheme", "HTTPS://example.org/", TRUE },
  { "none", NULL, FALSE },
  { "empty", "", FALSE },
  { "relative", "/etc/passwd", FALSE },
  { "no-scheme", "//example.org/", FALSE },
  { "file", "file:///etc/passwd", FALSE },
  { "javascript", "javascript:alert(1)", FALSE },
  { "data", "data:text/html,x", FALSE },
  { "ftp", "ftp://example.org/", FALSE },
  { "no-host", "https:///path", FALSE },
  { "opaque", "https:example.org", FALSE },
  { "user", "https://bank.example@evil.example/", FALSE },
  { "user-password", "https://u:p@example.org/", FALSE },
  { "empty-user", "https://@example.org/", FALSE },
  { "newline", "https://example.org/\nx", FALSE },
  { "space", "https://example.org/ x", FALSE },
  { "leading-space", " https://example.org/", FALSE },
  { "delete", "https://example.org/\x7f", FALSE },
  { "bidi-override", "https://example.org/\u202egpj.exe", FALSE },
  { "backslash", "https://example.org\\@evil.example/", FALSE },
  { "bad-utf8", "https://example.org/\xff", FALSE },
};

static void
test_safe_url (gconstpointer data)
{
  guint           index = GPOINTER_TO_UINT (data);
  AtlasReference *reference = make_reference ((const char *[7]){ NULL, "T", NULL, NULL, NULL, urls[index].url });

  g_assert_cmpstr (atlas_reference_get_safe_url (reference), ==, urls[index].safe ? urls[index].url : NULL);
  g_assert_cmpstr (atlas_reference_get_fields (reference)->url, ==, urls[index].url);
  g_assert_finalize_object (reference);
}

static const struct
{
  const char *name;
  const char *fields[7]; /* authors, title, container, issued, publisher */
  const char *line;
} lines[] = {
  { "whole", { "Rzayev, A.", "Title", "Journal", "2024-06-12", "House" }, "Rzayev, A. Title. Journal, 12 June 2024. House." },
  { "title-only", { NULL, "Title" }, "Title." },
  { "blank", { " ", "Title", "", "", "\n" }, "Title." },
  { "own-stop", { NULL, "What now?", NULL, "2024" }, "What now? 2024." },
  { "ellipsis", { NULL, "And then…" }, "And then…" },
  { "one-line", { NULL, " Two\n  lines " }, "Two lines." },
  { "date-as-written", { NULL, "Title", NULL, "last year" }, "Title. last year." },
  { "own-publisher", { "SOCAR", "Title", NULL, NULL, "SOCAR" }, "SOCAR. Title." },
  { "container-publishes", { NULL, "Title", "APA", "2006-06", "APA" }, "Title. APA, June 2006." },
};

static void
test_format (gconstpointer data)
{
  guint            index = GPOINTER_TO_UINT (data);
  AtlasReference  *reference = make_reference (lines[index].fields);
  g_autofree char *line = atlas_reference_format (reference);
  g_autofree char *brief = atlas_reference_format_short (reference);

  g_assert_cmpstr (line, ==, lines[index].line);
  g_assert_cmpstr (brief, ==, lines[index].line);
  g_assert_finalize_object (reference);
}

static void
fill_whole (AtlasReferenceFields *fields)
{
  fields->id = g_strdup ("one");
  fields->title = g_strdup ("Title");
  fields->author_names = atlas_names_parse ("Quinn-Judge, Paul; SOCAR");
  fields->editor_names = atlas_names_parse ("Smith, Jane");
  fields->genre = g_strdup ("Working Paper");
  fields->serial = g_strdup ("12");
  fields->container = g_strdup ("Journal");
  fields->volume = g_strdup ("3");
  fields->issue = g_strdup ("2");
  fields->page = g_strdup ("5–9");
  fields->issued = g_strdup ("2024-06-12");
  fields->publisher = g_strdup ("House");
  fields->publisher_place = g_strdup ("Baku");
  fields->url = g_strdup ("https://example.org/a");
  fields->accessed = g_strdup ("2025-03-01");
}

static void
test_format_whole (void)
{
  g_auto (AtlasReferenceFields) fields = { 0 };
  g_auto (AtlasReferenceFields) copy = { 0 };
  AtlasReference  *reference = NULL;
  g_autofree char *line = NULL;
  g_autofree char *brief = NULL;
  g_autofree char *again = NULL;

  fill_whole (&fields);
  reference = atlas_reference_new_take (&fields);
  line = atlas_reference_format (reference);
  brief = atlas_reference_format_short (reference);
  g_assert_cmpstr (line, ==,
                   "Quinn-Judge, Paul; SOCAR. Title. Edited by Jane Smith. Working Paper 12. Journal, vol. 3, no. 2, "
                   "12 June 2024, pp. 5–9. Baku: House. https://example.org/a Accessed 1 March 2025.");
  g_assert_cmpstr (brief, ==, "Quinn-Judge, Paul; SOCAR. Title. Journal, 12 June 2024. House.");
  g_assert_cmpstr (atlas_reference_get_fields (reference)->authors, ==, "Paul Quinn-Judge; SOCAR");

  /* A changed copy of it: a DOI and a kept copy. */
  atlas_reference_fields_copy (atlas_reference_get_fields (reference), &copy);
  g_assert_finalize_object (reference);
  copy.doi = g_strdup ("10.1000/1");
  copy.archive_url = g_strdup ("https://web.archive.org/web/1/https://example.org/a");
  copy.archive_date = g_strdup ("2025-03-02");
  reference = atlas_reference_new_take (&copy);
  again = atlas_reference_format (reference);
  g_assert_true (g_str_has_suffix (again, " https://doi.org/10.1000/1 Accessed 1 March 2025. Kept copy of 2 March 2025: "
                                          "https://web.archive.org/web/1/https://example.org/a"));
  g_assert_cmpstr (atlas_reference_get_safe_archive_url (reference), ==, atlas_reference_get_fields (reference)->archive_url);
  g_assert_finalize_object (reference);
}

/* A record without a title says so. */
static void
test_untitled (void)
{
  g_auto (AtlasReferenceFields) fields = { .id = g_strdup ("one"), .title_known = TRUE };
  AtlasReference *reference = atlas_reference_new_take (&fields);

  g_assert_cmpstr (atlas_reference_get_title (reference), ==, "(no title)");
  g_assert_false (atlas_reference_has_title (reference));
  g_assert_false (atlas_reference_get_fields (reference)->title_known);
  g_assert_finalize_object (reference);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference/fields", test_fields);
  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reference/safe-url/%s", urls[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_safe_url);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reference/format/%s", lines[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_format);
    }

  g_test_add_func ("/reference/format-whole", test_format_whole);
  g_test_add_func ("/reference/untitled", test_untitled);

  return g_test_run ();
}
