// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reference-format.h"

#include "atlas-limits.h"

#include <string.h>

static const struct
{
  const char *text, *id;
} texts[] = {
  { "[{\"id\":1}]", "csl" },
  { "\xef\xbb\xbf\n {\"id\":1}", "csl" },
  { "@book{a}", "biblatex" },
  { "% a comment\n\n  @Article ( a", "biblatex" },
  { "TY  - BOOK\r\nER  - \r\n", "ris" },
  { "Provider: x\n\nTY  - BOOK", "ris" },
  { "TY -", "ris" },
  { "me@example.org\n@home\n", NULL },
  { "Just words - and a hyphen", NULL },
  { "", NULL },
  { " \n", NULL },
};

static void
test_detect (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i].text, strlen (texts[i].text));

      g_test_message ("%s", texts[i].text);
      g_assert_true (atlas_reference_format_detect (bytes) == atlas_reference_format_lookup (texts[i].id));
    }
}

static void
test_lookup (void)
{
  guint                       n_formats = 0;
  const AtlasReferenceFormat *formats = atlas_reference_format_list (&n_formats);

  g_assert_cmpuint (n_formats, ==, 3);
  for (guint i = 0; i < n_formats; i++)
    {
      g_autofree char *name = g_strdup_printf ("Some File%s", formats[i].suffix);
      g_autofree char *upper = g_ascii_strup (name, -1);

      g_assert_true (atlas_reference_format_lookup (formats[i].id) == &formats[i]);
      g_assert_true (atlas_reference_format_lookup_suffix (name) == &formats[i]);
      g_assert_true (atlas_reference_format_lookup_suffix (upper) == &formats[i]);
    }
  g_assert_null (atlas_reference_format_lookup ("word"));
  g_assert_null (atlas_reference_format_lookup (NULL));
  g_assert_null (atlas_reference_format_lookup_suffix ("a.txt"));
}

static const struct
{
  const char *path, *text;
  AtlasRule   rule;
  const char *place;
} wrong[] = {
  { "empty", "", ATLAS_RULE_EMPTY_FILE, "" },
  { "words", "nothing of the sort", ATLAS_RULE_FORMAT, "" },
  { "encoding", "@book{a,\n title = {\xff}}", ATLAS_RULE_ENCODING, ":2" },
  { "json", "[{]", ATLAS_RULE_SYNTAX, ":1:3" },
  { "no-type", "[{\"id\":\"a\"}]", ATLAS_RULE_MISSING, "#/0" },
};

static void
test_wrong (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = g_bytes_new_static (wrong[i].text, strlen (wrong[i].text));
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (GPtrArray) references = atlas_reference_format_read (NULL, bytes, "pasted", findings);
  const AtlasFinding *finding = NULL;

  g_assert_cmpuint (references->len, ==, 0);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpint (finding->rule, ==, wrong[i].rule);
  g_assert_cmpstr (finding->place, ==, wrong[i].place);
  g_assert_cmpstr (finding->file, ==, "pasted");
}

static void
test_limit_size (void)
{
  gsize length = ATLAS_LIMIT_REFERENCES_SIZE + 1;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_strnfill (length, '\n'), length);
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (GPtrArray) references = atlas_reference_format_read (NULL, bytes, "pasted", findings);

  g_assert_cmpuint (references->len, ==, 0);
  g_assert_cmpint (((AtlasFinding *) g_ptr_array_index (findings, 0))->rule, ==, ATLAS_RULE_LIMIT);
}

/* No two records of a file have one id. */
static void
test_ids (void)
{
  static const char        text[] = "[{\"id\":\"a\",\"type\":\"book\"},{\"id\":\"A\",\"type\":\"book\"},{\"id\":\"a-2\",\"type\":\"book\"},{\"id\":\"a\",\"type\":\"book\"}]";
  static const char *const ids[] = { "a", "A-2", "a-2-2", "a-3" };
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (GPtrArray) references = atlas_reference_format_read (NULL, bytes, "pasted", findings);

  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpuint (references->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < references->len; i++)
    g_assert_cmpstr (atlas_reference_get_id (g_ptr_array_index (references, i)), ==, ids[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference-format/detect", test_detect);
  g_test_add_func ("/reference-format/lookup", test_lookup);
  g_test_add_func ("/reference-format/ids", test_ids);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reference-format/wrong/%s", wrong[i].path);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_wrong);
    }
  g_test_add_func ("/reference-format/limit/size", test_limit_size);

  return g_test_run ();
}
