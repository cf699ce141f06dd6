// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-bibtex-private.h"

#include "atlas-limits.h"

#include <string.h>

// clang-format off
static const struct
{
  const char *latex, *text;
} latex[] = {
  { "Caf\\'{e}", "Café" },
  { "Caf{\\'e} Caf\\'e", "Café Café" },
  { "\\\"u \\\"{O}zal {\\\"O}", "ü Özal Ö" },
  { "\\c{c} \\c c \\c{S}", "ç ç Ş" },
  { "\\v{s} \\v{\\i} \\v Z", "š ǐ Ž" },
  { "\\.{I} \\.Istanbul {\\i} \\i{} \\'{\\i} \\u{\\i}", "İ İstanbul ı ı í ĭ" },
  { "\\u{g} \\u g \\~n \\^o \\`a \\=e \\H{o} \\k{a} \\r{a} \\d{t}", "ğ ğ ñ ô à ē ő ą å ṭ" },
  { "\\ss \\o\\O\\l\\L \\ae{} \\oe x \\aa\\ \\AA\\dh", "ßøØłŁæ œx å Åð" },
  { "\\'{\\^e}", "ế" },
  { "\\textschwa{}zizov \\SCHWA", "əzizov Ə" },
  { "a \\& b \\% \\# \\_ \\$ \\{ \\}", "a & b % # _ $ { }" },
  { "1--2 --- ``q'' `q'", "1–2 — “q” `q'" },
  { "-{}- `{}` '{}'", "-- `` ''" },
  { "\\emph{It} {\\em B} \\textbf{c}d", "It B cd" },
  { "\\enquote{a \\enquote{b} c} d", "“a “b” c” d" },
  { "\\href{https://a.org}{words}", "words" },
  { "a~b\\ c\\\\d\n  e\\-f\\/g", "a\302\240b c d efg" },
  { "\\~{} \\^{} \\textbackslash x", "~ ^ \\x" },
  { "$x$ \\unknown{y}", "x y" },
  { "\\'", "´" },
  { "\\", NULL },
  { "{}", NULL },
  { "Əliyev Баку Հայ", "Əliyev Баку Հայ" },
  { "\\'Ə", "Ə́" },
};

/* Names as "given|dropping|particle|family|suffix|literal" with ";" between. */
static const struct
{
  const char *latex, *names;
} names[] = {
  { "Paul Quinn-Judge", "Paul|||Quinn-Judge||" },
  { "Quinn-Judge, Paul", "Paul|||Quinn-Judge||" },
  { "van Gogh, Vincent", "Vincent||van|Gogh||" },
  { "Vincent van Gogh", "Vincent||van|Gogh||" },
  { "Ludwig van der Rohe", "Ludwig||van der|Rohe||" },
  { "von Last, Jr, First", "First||von|Last|Jr|" },
  { "King, Jr., Martin Luther", "Martin Luther|||King|Jr.|" },
  { "{{Institution}}", "|||||Institution" },
  { "{World Bank} and {Barnes and Noble}", "|||||World Bank;|||||Barnes and Noble" },
  { "A, B AND C, D\nand E, F", "B|||A||;D|||C||;F|||E||" },
  { "A, B and others", "B|||A||" },
  { "{van Dijk}, Jan", "Jan|||van Dijk||" },
  { "Jan {van Dijk}", "Jan|||van Dijk||" },
  { "{\\'E}tienne {\\v{S}}im\\r{u}nek", "Étienne|||Šimůnek||" },
  { "family=Hasselt, given=Jaap, prefix=van", "Jaap||van|Hasselt||" },
  { "Reuters", "|||||Reuters" },
  { "\\.Ilham \\\"Ozt\\\"urk", "İlham|||Öztürk||" },
  { "фон Дер, Иван", "Иван||фон|Дер||" },
  { "de~la~Cruz, Ana", "Ana||de la|Cruz||" },
  { " and ", NULL },
  { "", NULL },
};

static const struct
{
  const char *fields, *issued;
} dates[] = {
  { "date = {2024-06-12}", "2024-06-12" },
  { "date = {2004/..}", "2004/.." },
  { "date = {2004-06~/2006?}", "2004-06~/2006?" },
  { "date = {2004%}", "2004%" },
  { "date = {199X}", "199X" },
  { "date = {12 June 2024}", "2024-06-12" },
  { "date = {2024-6-2}", "2024-06-02" },
  { "year = 2004, month = jun", "2004-06" },
  { "year = {2004}, month = {June}", "2004-06" },
  { "year = {2004}, month = 6, day = {2}", "2004-06-02" },
  { "year = 2004, month = {spring}", "2004" },
  { "year = {2004~}", "2004~" },
  { "year = {1998/1999}", "1998/1999" },
  { "year = 1999, date = {2004}", "2004" },
  { "year = {in press}", NULL },
  { "month = jun", NULL },
};

/* What is wrong, where, by which rule, and how many entries are read all the same. */
static const struct
{
  const char *path, *text;
  AtlasRule   rule;
  const char *place;
  guint       n_read;
} wrong[] = {
  { "unclosed", "@book{a, title = {x\n}\n@book{b,\n title={y}}", ATLAS_RULE_SYNTAX, ":3", 1 },
  { "unclosed-text", "@book{a,\n title = {x\n@book{b,\n title={y}}", ATLAS_RULE_SYNTAX, ":2", 1 },
  { "unclosed-quote", "@book{a, title = \"x\n@book{b}\n", ATLAS_RULE_SYNTAX, ":1", 1 },
  { "no-comma", "@book{a,\n title = {x} year = 1}\n@book{b}", ATLAS_RULE_SYNTAX, ":2", 1 },
  { "no-equals", "@book{a,\n\n title}\n@book{b}", ATLAS_RULE_SYNTAX, ":3", 1 },
  { "no-value", "@book{a, title = }\n@book{b}", ATLAS_RULE_SYNTAX, ":1", 1 },
  { "brace-in-quotes", "@book{a, title = \"x}\"}\n@book{b}", ATLAS_RULE_SYNTAX, ":1", 1 },
  { "end", "@book{a, title = {x}", ATLAS_RULE_SYNTAX, ":1", 0 },
  { "string", "@string{x}\n@book{b}", ATLAS_RULE_SYNTAX, ":1", 1 },
};
// clang-format on

static GPtrArray *
read_all (const char *text,
          GPtrArray  *findings)
{
  return atlas_bibtex_read (text, strlen (text), "test.bib", findings);
}

static AtlasReference *
read_one (const char *text)
{
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (GPtrArray) references = read_all (text, findings);

  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpuint (references->len, ==, 1);

  return g_object_ref (g_ptr_array_index (references, 0));
}

static void
test_latex (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (latex); i++)
    {
      g_autofree char *text = atlas_bibtex_from_latex (latex[i].latex);

      g_test_message ("%s", latex[i].latex);
      g_assert_cmpstr (text, ==, latex[i].text);
    }
}

static char *
join_names (GPtrArray *list)
{
  GString *text = g_string_new (NULL);

  if (list == NULL)
    return g_string_free (text, TRUE);

  for (guint i = 0; i < list->len; i++)
    {
      const AtlasName *name = g_ptr_array_index (list, i);
      const char      *parts[] = { name->given, name->dropping, name->particle, name->family, name->suffix, name->literal };

      if (i > 0)
        g_string_append_c (text, ';');
      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        g_string_append_printf (text, "%s%s", j > 0 ? "|" : "", parts[j] != NULL ? parts[j] : "");
    }

  return g_string_free (text, FALSE);
}

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) read = atlas_bibtex_read_names (names[i].latex);
      g_autofree char *joined = join_names (read);
      g_autofree char *written = read != NULL ? atlas_bibtex_write_names (read) : NULL;
      g_autoptr (GPtrArray) again = written != NULL ? atlas_bibtex_read_names (written) : NULL;
      g_autofree char *rejoined = join_names (again);

      g_test_message ("%s → %s", names[i].latex, written);
      g_assert_cmpstr (joined, ==, names[i].names);
      g_assert_cmpstr (rejoined, ==, names[i].names);
    }
}

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text = g_strdup_printf ("@book{a, %s}", dates[i].fields);
      g_autoptr (AtlasReference) reference = read_one (text);

      g_test_message ("%s", text);
      g_assert_cmpstr (atlas_reference_get_fields (reference)->issued, ==, dates[i].issued);
    }
}

/* Strings, comments, preambles, words between entries, both kinds of brackets. */
static void
test_file (void)
{
  static const char text[] =
    "Words before, me@example.org and @ alone.\n"
    "@comment{ @book{no, title={No}} }\n@Preamble{\"\\newcommand\" # {x}}\n"
    "@string{ a = \"State Oil\" # { Company} }\n@STRING(b = a # \" of Azerbaijan\")\n"
    "@ARTICLE ( first ,\n Title = {Nested {{Braces}} \"q\"}, journal = b # {, } # 2004 , YEAR = 2004, number=3,\n)\n"
    "@online{second, title = \"Quoted {\"}x{\"}\", url = {https://example.org/a\\_b?c=\\%20}, urldate = 2024-06-12, howpublished = {\\url{https://x.org}}}\n"
    "@misc{third, howpublished = {\\url{https://x.org/a_b}}, title = undefined}\n"
    "@book{title = {No key}, author = {Əliyev, Heydər}, year = 1999}@book{SECOND}";
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (GPtrArray) references = read_all (text, findings);
  const AtlasReferenceFields *fields[5];

  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpuint (references->len, ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    fields[i] = atlas_reference_get_fields (g_ptr_array_index (references, i));

  g_assert_cmpstr (fields[0]->id, ==, "first");
  g_assert_cmpstr (fields[0]->type, ==, "article-journal");
  g_assert_cmpstr (fields[0]->title, ==, "Nested Braces \"q\"");
  g_assert_cmpstr (fields[0]->container, ==, "State Oil Company of Azerbaijan, 2004");
  g_assert_cmpstr (fields[0]->issue, ==, "3");
  g_assert_cmpstr (fields[1]->title, ==, "Quoted \"x\"");
  g_assert_cmpstr (fields[1]->url, ==, "https://example.org/a_b?c=%20");
  g_assert_cmpstr (fields[1]->accessed, ==, "2024-06-12");
  g_assert_cmpstr (fields[2]->url, ==, "https://x.org/a_b");
  g_assert_cmpstr (fields[2]->title, ==, "undefined");
  g_assert_cmpstr (fields[3]->id, ==, "eliyev-1999-no-key");
  g_assert_cmpstr (fields[4]->id, ==, "SECOND-2"); /* BibTeX does not tell capitals apart */
}

static void
test_wrong (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (GPtrArray) references = read_all (wrong[i].text, findings);
  const AtlasFinding *finding = NULL;

  g_assert_cmpuint (references->len, ==, wrong[i].n_read);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpint (finding->rule, ==, wrong[i].rule);
  g_assert_cmpstr (finding->place, ==, wrong[i].place);
  g_assert_cmpstr (finding->file, ==, "test.bib");
}

static void
test_write (void)
{
  g_autoptr (AtlasReference) reference = read_one ("@report{Über_1, title = {The {EU} and iPhones of Baku & Co}, author = {{State Oil} and van Gogh, Vincent}, "
                                                   "institution = {I}, date = {2004/..}, url = {https://a.org/{x}}, pages = {1--2}}");
  g_autoptr (GPtrArray) references = g_ptr_array_new ();
  g_autofree char *text = NULL;

  g_ptr_array_add (references, reference);
  g_ptr_array_add (references, reference);
  text = atlas_bibtex_write (references);
  g_assert_cmpstr (text, ==,
                   "@report{uber-1,\n  title = {The {EU} and {iPhones} of {Baku} \\& {Co}},\n  author = {{State Oil} and van Gogh, Vincent},\n"
                   "  date = {2004/..},\n  institution = {I},\n  pages = {1--2},\n  url = {https://a.org/x},\n}\n\n"
                   "@report{uber-1-2,\n  title = {The {EU} and {iPhones} of {Baku} \\& {Co}},\n  author = {{State Oil} and van Gogh, Vincent},\n"
                   "  date = {2004/..},\n  institution = {I},\n  pages = {1--2},\n  url = {https://a.org/x},\n}\n");
}

/* A text that crosses a limit: @begin, @n times @part, @end. */
static const struct
{
  const char *path, *begin, *part;
  guint       n;
  const char *end;
} limits[] = {
  { "braces", "@book{a, title = {", "{", ATLAS_LIMIT_BRACES + 1, "" },
  { "text", "@book{a, title = {", "x", ATLAS_LIMIT_STRING + 1, "}}" },
  { "joined-text", "@string{s = {0123456789abcdef}}@book{a, note = s", " # s", ATLAS_LIMIT_STRING / 16, "}" },
  { "title", "@book{a, title = {", "x", ATLAS_LIMIT_NAME + 1, "}}" },
  { "fields", "@book{a", ", x = 1", ATLAS_LIMIT_REFERENCE_FIELDS + 1, "}" },
  { "authors", "@book{a, author = {B", " and C", ATLAS_LIMIT_LIST, "}}" },
};

static void
check_limit (const char *text)
{
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (GPtrArray) references = read_all (text, findings);

  g_assert_cmpuint (findings->len, >=, 1);
  g_assert_cmpint (((AtlasFinding *) g_ptr_array_index (findings, 0))->rule, ==, ATLAS_RULE_LIMIT);
}

static void
test_limit (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GString) text = g_string_new (limits[i].begin);

  for (guint j = 0; j < limits[i].n; j++)
    g_string_append (text, limits[i].part);
  g_string_append (text, limits[i].end);
  check_limit (text->str);
}

static void
test_limit_macros (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ATLAS_LIMIT_MACROS; i++)
    g_string_append_printf (text, "@string{s%u = 1}\n", i);
  check_limit (text->str);
}

/* Each field names a string of 64 KiB: a small file, many bytes. */
static void
test_limit_expansion (void)
{
  g_autofree char *large = g_strnfill (ATLAS_LIMIT_STRING - 1, 'x');
  g_autoptr (GString) text = g_string_new ("@string{s = {");

  g_string_append_printf (text, "%s}}\n", large);
  for (gsize bytes = 0; bytes <= ATLAS_LIMIT_EXPANSION; bytes += ATLAS_LIMIT_STRING - 1)
    g_string_append (text, "@book{a, x = s}\n");
  check_limit (text->str);
}

/* Braces of a comment are looked for so far and no farther: what comes then is read. */
static void
test_limit_comment (void)
{
  g_autofree char *large = g_strnfill (ATLAS_LIMIT_COMMENT, 'x');
  g_autofree char *text = g_strdup_printf ("@comment{\n%s\n@book{a, title = {T}}\n}", large);
  g_autoptr (AtlasReference) reference = read_one (text);

  g_assert_cmpstr (atlas_reference_get_title (reference), ==, "T");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bibtex/latex", test_latex);
  g_test_add_func ("/bibtex/names", test_names);
  g_test_add_func ("/bibtex/dates", test_dates);
  g_test_add_func ("/bibtex/file", test_file);
  g_test_add_func ("/bibtex/write", test_write);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bibtex/wrong/%s", wrong[i].path);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_wrong);
    }
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bibtex/limit/%s", limits[i].path);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_limit);
    }
  g_test_add_func ("/bibtex/limit/macros", test_limit_macros);
  g_test_add_func ("/bibtex/limit/expansion", test_limit_expansion);
  g_test_add_func ("/bibtex/limit/comment", test_limit_comment);

  return g_test_run ();
}
