// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Records go out in every format and come back: nothing of title, authors, dates, address and access is lost on the way. */

#include "atlas-csl.h"
#include "atlas-reference-format.h"

#include <string.h>

static GPtrArray *
read_text (const char *format,
           const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  GPtrArray *references = atlas_reference_format_read (atlas_reference_format_lookup (format), bytes, "test", findings);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *words = atlas_finding_to_string (g_ptr_array_index (findings, i));

      g_test_message ("%s", words);
    }
  g_assert_cmpuint (findings->len, ==, 0);

  return references;
}

static GPtrArray *
pass_through (const char *format,
              GPtrArray  *references)
{
  g_autofree char *text = atlas_reference_format_lookup (format)->write (references);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (atlas_reference_format_detect (bytes) == atlas_reference_format_lookup (format));

  return read_text (format, text);
}

static void
compare (AtlasReference *before,
         AtlasReference *after)
{
  const AtlasReferenceFields *a = atlas_reference_get_fields (before);
  const AtlasReferenceFields *b = atlas_reference_get_fields (after);

  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->type, ==, b->type);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->authors, ==, b->authors);
  g_assert_cmpstr (a->container, ==, b->container);
  g_assert_cmpstr (a->publisher, ==, b->publisher);
  g_assert_cmpstr (a->publisher_place, ==, b->publisher_place);
  g_assert_cmpstr (a->genre, ==, b->genre);
  g_assert_cmpstr (a->serial, ==, b->serial);
  g_assert_cmpstr (a->volume, ==, b->volume);
  g_assert_cmpstr (a->issue, ==, b->issue);
  g_assert_cmpstr (a->page, ==, b->page);
  g_assert_cmpstr (a->issued, ==, b->issued);
  g_assert_cmpstr (a->event_date, ==, b->event_date);
  g_assert_cmpstr (a->accessed, ==, b->accessed);
  g_assert_cmpstr (a->doi, ==, b->doi);
  g_assert_cmpstr (a->url, ==, b->url);
  g_assert_cmpstr (a->archive_url, ==, b->archive_url);
  g_assert_cmpstr (a->archive_date, ==, b->archive_date);
  g_assert_cmpstr (a->language, ==, b->language);
  g_assert_cmpstr (a->note, ==, b->note);
  g_assert_cmpint (a->role, ==, b->role);
  g_assert_cmpstr (a->tier, ==, b->tier);
  g_assert_cmpuint (a->number, ==, b->number);
  g_assert_cmpint (a->author_names != NULL ? a->author_names->len : 0, ==, b->author_names != NULL ? b->author_names->len : 0);
  for (guint i = 0; a->author_names != NULL && i < a->author_names->len; i++)
    g_assert_true (atlas_name_equal (g_ptr_array_index (a->author_names, i), g_ptr_array_index (b->author_names, i)));
}

static void
compare_all (GPtrArray *before,
             GPtrArray *after)
{
  g_assert_cmpuint (before->len, ==, after->len);
  for (guint i = 0; i < before->len; i++)
    {
      g_test_message ("%s", atlas_reference_get_id (g_ptr_array_index (before, i)));
      compare (g_ptr_array_index (before, i), g_ptr_array_index (after, i));
    }
}

/* Every record of the atlas: CSL-JSON → format → CSL-JSON → the records again. */
static void
test_atlas (gconstpointer data)
{
  const char      *format = data;
  g_autofree char *path = g_build_filename (g_getenv ("ATLAS_TEST_BUNDLE"), "sources.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) between = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  before = read_text ("csl", text);
  g_assert_cmpuint (before->len, >, 500);

  between = pass_through (format, before);
  compare_all (before, between);
  after = pass_through ("csl", between);
  compare_all (before, after);
}

// clang-format off
/* Records that are hard, as CSL-JSON members after the id. */
static const char *const hard[] = {
  /* diacritics of Azerbaijani, Armenian, Russian, Turkish, French, Czech */
  "\"type\":\"book\",\"title\":\"Xəzərin hüquqi statusu: “Əsrin müqaviləsi”, İçərişəhər, ğ ı ö ş ü ç\",\"author\":[{\"family\":\"Əliyev\",\"given\":\"İlham\"}]",
  "\"type\":\"book\",\"title\":\"Հայաստան–Ադրբեջան․ խաղաղություն\",\"author\":[{\"family\":\"Սարգսյան\",\"given\":\"Սերժ\"}]",
  "\"type\":\"article-newspaper\",\"title\":\"Ёлка и подъезд: «Новости» № 5\",\"author\":[{\"family\":\"Щербаков\",\"given\":\"Юрий\"}],\"container-title\":\"Известия\"",
  "\"type\":\"book\",\"title\":\"Iğdır’da IŞIK, ılık; Çağ\",\"author\":[{\"family\":\"Yılmaz\",\"given\":\"Işıl\"}]",
  "\"type\":\"report\",\"title\":\"L’énergie à Bakou : œuvre, garçon, où ?\",\"author\":[{\"literal\":\"Ministère de l’Énergie & des Mines, Paris\"}],\"publisher\":\"Élysée\"",
  "\"type\":\"thesis\",\"title\":\"Příliš žluťoučký kůň\",\"author\":[{\"family\":\"Dvořák\",\"given\":\"Ondřej\"}]",
  /* what TeX takes for its own */
  "\"type\":\"webpage\",\"title\":\"100 % of #1: A_B & C $5 ~x^2 \\\\ {y} -- ``z'' --- 'q'\",\"URL\":\"https://example.org/a_b?c=%20&d=~e#f\"",
  "\"type\":\"webpage\",\"title\":\"NATO and the eU: McDonald’s iPhone IN Baku\",\"note\":\"50% & more_ {or} less\"",
  /* names */
  "\"type\":\"book\",\"title\":\"A\",\"author\":[{\"family\":\"King\",\"given\":\"Martin Luther\",\"suffix\":\"Jr.\"},{\"literal\":\"Barnes and Noble\"},{\"literal\":\"SOCAR\"}]",
  "\"type\":\"book\",\"title\":\"A\",\"author\":[{\"family\":\"Quinn-Judge\",\"given\":\"Paul\"},{\"family\":\"al-Assad\",\"given\":\"B.\"},{\"family\":\"García Márquez\",\"given\":\"Gabriel\"}]",
  "\"type\":\"book\",\"title\":\"A\",\"author\":[{\"literal\":\"Ministry of Energy, Republic of Azerbaijan\"},{\"family\":\"O’Neill\",\"given\":\"T.\"}]",
  /* dates */
  "\"type\":\"webpage\",\"title\":\"A\",\"issued\":{\"edtf\":\"2004/..\"},\"accessed\":{\"date-parts\":[[2026,11,3]]}",
  "\"type\":\"webpage\",\"title\":\"A\",\"issued\":{\"edtf\":\"2004-06~\"},\"accessed\":\"2026-11\"",
  "\"type\":\"webpage\",\"title\":\"A\",\"issued\":\"2004?\",\"event-date\":\"2003-02-01/2003-02-05\"",
  "\"type\":\"webpage\",\"title\":\"A\",\"issued\":\"201X\"",
  "\"type\":\"webpage\",\"title\":\"A\",\"issued\":\"../1998\"",
  "\"type\":\"webpage\",\"title\":\"A\",\"issued\":{\"date-parts\":[[2004]],\"season\":2}",
  "\"type\":\"webpage\",\"title\":\"A\",\"issued\":{\"date-parts\":[[2003,12,30],[2004,1,2]]}",
  /* everything */
  "\"type\":\"article-journal\",\"title\":\"A\",\"container-title\":\"J\",\"volume\":\"3\",\"issue\":\"4\",\"page\":\"5–6\",\"DOI\":\"10.1000/a_b\",\"language\":\"az\","
  "\"publisher\":\"P\",\"publisher-place\":\"Bakı\",\"custom\":{\"archive-url\":\"https://web.archive.org/web/2/https://a.org/\",\"archive-date\":\"2025-01-02\"}",
  "\"type\":\"report\",\"title\":\"A\",\"genre\":\"Working Paper\",\"number\":\"12/2024\",\"publisher\":\"I\",\"container-title\":\"S\",\"language\":\"en-GB\"",
  "\"type\":\"treaty\",\"title\":\"A\",\"container-title\":\"UNTS\",\"volume\":\"2\",\"page\":\"17\",\"language\":\"x-klingon\"",
  "\"type\":\"chapter\",\"title\":\"A\",\"container-title\":\"B\",\"page\":\"17\"",
  "\"type\":\"entry-encyclopedia\",\"title\":\"A\",\"container-title\":\"B\"",
  "\"type\":\"post-weblog\",\"title\":\"A\",\"container-title\":\"B\"",
  "\"type\":\"book\"",
};
// clang-format on

static void
test_hard (gconstpointer data)
{
  const char *format = data;

  for (guint i = 0; i < G_N_ELEMENTS (hard); i++)
    {
      g_autofree char *text = g_strdup_printf ("[{\"id\":\"hard-%u\",%s}]", i, hard[i]);
      g_autoptr (GPtrArray) before = read_text ("csl", text);
      g_autoptr (GPtrArray) between = pass_through (format, before);
      g_autoptr (GPtrArray) after = pass_through ("csl", between);

      g_test_message ("%s", text);
      compare_all (before, between);
      compare_all (before, after);
    }
}

/* What another program wrote and this one does not show goes back as it was. */
static void
test_extra (void)
{
  static const struct
  {
    const char *format, *text, *kept;
  } cases[] = {
    { "biblatex", "@book{a, title = {T}, isbn = {123}, mycolour = {Very {\\em Blue}}}", "mycolour = {Very {\\em Blue}}" },
    { "biblatex", "@book{a, title = {T}, isbn = {123}}", "isbn = {123}" },
    { "ris", "TY  - BOOK\nTI  - T\nKW  - one\nKW  - two\nZZ  - other\nER  - \n", "KW  - one\r\nKW  - two\r\n" },
    { "ris", "TY  - BOOK\nTI  - T\nUR  - https://a.org\nUR  - https://b.org\nZZ  - other\n", "ZZ  - other\r\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) read = read_text (cases[i].format, cases[i].text);
      g_autoptr (GPtrArray) again = pass_through ("csl", read);
      g_autofree char *text = atlas_reference_format_lookup (cases[i].format)->write (again);

      g_test_message ("%s", text);
      g_assert_nonnull (strstr (text, cases[i].kept));
    }
}

#define RECORD "[{\"id\":\"a\",\"type\":\"book\",\"title\":\"T\",\"custom\":{\"role\":\"report\",\"number\":12,\"tier\":\"official\"%s}}]"

/* Whose a reference is, its tier and its number stand where other programs let them be; what another user wrote there stays. */
static void
test_standing (void)
{
  static const struct
  {
    const char *format, *extra, *written;
  } cases[] = {
    { "biblatex", "", "usera = {corridor-atlas: role=report; tier=official; number=12}" },
    { "biblatex", ",\"biblatex\":{\"usera\":\"mine\"}", "userb = {corridor-atlas: role=report; tier=official; number=12}" },
    { "ris", "", "U1  - csl:standing=role=report; tier=official; number=12\r\n" },
  };
  static const struct
  {
    const char *format, *text;
    guint       number;
  } others[] = {
    { "biblatex", "@book{a, title = {T}, usera = {role=report; number=12}}", 0 },
    { "biblatex", "@book{a, title = {T}, usera = {corridor-atlas: number=12}}", 12 },
    { "biblatex", "@book{a, title = {T}, usera = {corridor-atlas: role=report}}", 0 },
    { "ris", "TY  - BOOK\nTI  - T\nU1  - csl:standing=number=0\nER  - \n", 0 },
    { "ris", "TY  - BOOK\nTI  - T\nU1  - csl:standing=number=12345678901234567890; ; x\nER  - \n", 0 },
    { "ris", "TY  - BOOK\nTI  - T\nU1  - csl:standing=number=7\nER  - \n", 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (RECORD, cases[i].extra);
      g_autoptr (GPtrArray) before = read_text ("csl", text);
      g_autofree char *written = atlas_reference_format_lookup (cases[i].format)->write (before);
      g_autoptr (GPtrArray) after = read_text (cases[i].format, written);
      g_autofree char *again = atlas_reference_format_lookup (cases[i].format)->write (after);

      g_test_message ("%s", written);
      g_assert_nonnull (strstr (written, cases[i].written));
      compare_all (before, after);
      g_assert_cmpstr (written, ==, again);
    }

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GPtrArray) read = read_text (others[i].format, others[i].text);
      const AtlasReferenceFields *fields = atlas_reference_get_fields (g_ptr_array_index (read, 0));

      g_test_message ("%s", others[i].text);
      g_assert_cmpuint (fields->number, ==, others[i].number);
      g_assert_cmpint (fields->role, ==, others[i].number > 0 ? ATLAS_REFERENCE_REPORT : ATLAS_REFERENCE_INDEPENDENT);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const char *const formats[] = { "csl", "biblatex", "ris" };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *atlas = g_strdup_printf ("/reference-round-trip/atlas/%s", formats[i]);
      g_autofree char *records = g_strdup_printf ("/reference-round-trip/hard/%s", formats[i]);

      g_test_add_data_func (atlas, formats[i], test_atlas);
      g_test_add_data_func (records, formats[i], test_hard);
    }
  g_test_add_func ("/reference-round-trip/extra", test_extra);
  g_test_add_func ("/reference-round-trip/standing", test_standing);

  return g_test_run ();
}
