// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-ris.h"

#include "atlas-finding.h"
#include "atlas-limits.h"

#include <string.h>

static GPtrArray *
read_all (const char *text,
          GPtrArray  *findings)
{
  return atlas_ris_read (text, strlen (text), "test.ris", findings);
}

/* As databases write them: CR LF and LF, tags with one space less, no ER, a value over two lines, no TY. */
static void
test_file (void)
{
  static const char text[] =
    "Provider: somebody\r\n\r\nTY  - JOUR\r\nAU  - Əliyev, İlham\r\nA1  - Gogh, Vincent, Jr.\r\nAU  - Reuters\r\nTI  - A title\r\n  over two lines\r\n"
    "JO  - J. Abbr.\r\nT2  - Journal\r\nPY  - 2024\r\nDA  - 2024/06/12/\r\nSP  - 5\r\nEP  - 9\r\nVL  - 3\r\nIS  - 4\r\nDO  - https://doi.org/10.1/2\r\n"
    "UR  - https://example.org/\r\nY2  - 2025/03/01\r\nLA  - az\r\nN1  - One\r\nN1  - Two\r\nPB  - House\r\nCY  - Baku\r\nER  - \r\n"
    "TY - RPRT\nT1  - No end\nY1  - 2004/06//\nM3  - Working Paper\nM1  - 12\nED  - Smith, J.\n"
    "TY  - ELEC\nTI  -\nPY  - in press\nER  -\n\nTI  - No type\nER  - ";
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (GPtrArray) references = read_all (text, findings);
  const AtlasReferenceFields *fields[4];

  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpuint (references->len, ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    fields[i] = atlas_reference_get_fields (g_ptr_array_index (references, i));

  g_assert_cmpstr (fields[0]->type, ==, "article-journal");
  g_assert_cmpstr (fields[0]->authors, ==, "İlham Əliyev; Vincent Gogh Jr.; Reuters");
  g_assert_cmpstr (fields[0]->title, ==, "A title over two lines");
  g_assert_cmpstr (fields[0]->container, ==, "Journal");
  g_assert_cmpstr (fields[0]->issued, ==, "2024-06-12");
  g_assert_cmpstr (fields[0]->accessed, ==, "2025-03-01");
  g_assert_cmpstr (fields[0]->page, ==, "5–9");
  g_assert_cmpstr (fields[0]->doi, ==, "10.1/2");
  g_assert_cmpstr (fields[0]->note, ==, "One\nTwo");
  g_assert_cmpstr (fields[0]->publisher_place, ==, "Baku");
  g_assert_nonnull (strstr (fields[0]->extra, "\"JO\":\"J. Abbr.\""));
  g_assert_null (strstr (fields[0]->extra, "\"PY\""));

  g_assert_cmpstr (fields[1]->type, ==, "report");
  g_assert_cmpstr (fields[1]->issued, ==, "2004-06");
  g_assert_cmpstr (fields[1]->genre, ==, "Working Paper");
  g_assert_cmpuint (fields[1]->editor_names->len, ==, 1);
  g_assert_cmpstr (fields[2]->type, ==, "webpage");
  g_assert_false (fields[2]->title_known);
  g_assert_null (fields[2]->issued);
  g_assert_nonnull (strstr (fields[2]->extra, "\"issued\":{\"literal\":\"in press\"}"));
  g_assert_cmpstr (fields[3]->title, ==, "No type");
  g_assert_cmpstr (fields[3]->type, ==, "document");
}

static void
test_write (void)
{
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (GPtrArray) references = read_all ("TY  - ELEC\nID  - a\nTI  - T\nAU  - A, B\nAU  - C\nDA  - 2024/06\nUR  - https://a.org\nY2  - 2025/03/01\n", findings);
  g_autofree char *text = atlas_ris_write (references);

  g_assert_cmpstr (text, ==,
                   "TY  - ELEC\r\nID  - a\r\nTI  - T\r\nAU  - A, B\r\nAU  - C\r\nPY  - 2024\r\nDA  - 2024/06\r\nUR  - https://a.org\r\nY2  - 2025/03/01\r\nER  - \r\n");
}

/* Old line ends, and texts that are nothing. */
static void
test_ends (void)
{
  static const struct
  {
    const char *text;
    guint       n_read;
  } cases[] = {
    { "TY  - BOOK\rTI  - T\rER  - \r", 1 },
    { "TY  - BOOK\n\rTI  - T\n\rER  - ", 1 },
    { "TY  - BOOK", 1 },
    { "ER  - \nER  - \n", 0 },
    { "\n \n", 0 },
    { "Words - only\nTYX  - BOOK\n", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) findings = atlas_findings_new ();
      g_autoptr (GPtrArray) references = read_all (cases[i].text, findings);

      g_assert_cmpuint (references->len, ==, cases[i].n_read);
      g_assert_cmpuint (findings->len, ==, 0);
    }
}

static const struct
{
  const char *path, *begin, *part;
  guint       n;
} limits[] = {
  { "fields", "TY  - BOOK\n", "KW  - a\n", ATLAS_LIMIT_LIST },
  { "text", "TY  - BOOK\nN1  - ", "x", ATLAS_LIMIT_STRING + 1 },
  { "lines", "TY  - BOOK\nN1  - ", "\nx", ATLAS_LIMIT_STRING / 2 + 1 },
  { "title", "TY  - BOOK\nTI  - ", "x", ATLAS_LIMIT_NAME + 1 },
};

/* The record is left out, and the next one read. */
static void
test_limit (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GString) text = g_string_new (limits[i].begin);
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (GPtrArray) references = NULL;

  for (guint j = 0; j < limits[i].n; j++)
    g_string_append (text, limits[i].part);
  g_string_append (text, "\nER  - \nTY  - BOOK\nTI  - Next\nER  - \n");

  references = read_all (text->str, findings);
  g_assert_cmpuint (references->len, ==, 1);
  g_assert_cmpstr (atlas_reference_get_title (g_ptr_array_index (references, 0)), ==, "Next");
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (((AtlasFinding *) g_ptr_array_index (findings, 0))->rule, ==, ATLAS_RULE_LIMIT);
  g_assert_cmpint (((AtlasFinding *) g_ptr_array_index (findings, 0))->place[0], ==, ':');
}

static void
test_limit_references (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (GPtrArray) references = NULL;

  for (guint i = 0; i <= ATLAS_LIMIT_REFERENCES; i++)
    g_string_append (text, "TY  - GEN\n");
  references = read_all (text->str, findings);
  g_assert_cmpuint (references->len, ==, ATLAS_LIMIT_REFERENCES);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (((AtlasFinding *) g_ptr_array_index (findings, 0))->rule, ==, ATLAS_RULE_LIMIT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ris/file", test_file);
  g_test_add_func ("/ris/write", test_write);
  g_test_add_func ("/ris/ends", test_ends);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ris/limit/%s", limits[i].path);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_limit);
    }
  g_test_add_func ("/ris/limit/references", test_limit_references);

  return g_test_run ();
}
