// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The terminal program's export as a person meets it: files, standard output, what is chosen, and what is refused. */

#include "bundle.h"
#include "cli-run.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define RUN(run, ...) run_words (run, (const char *[]){ "export", __VA_ARGS__, NULL })

/* By name and by --format, to a file and to standard output: the same bytes; but for the moment at which a calendar is made. */
static const struct
{
  const char *format, *name, *begins;
} formats[] = {
  { "geojson", "a.geojson", "{\"type\":\"FeatureCollection\"" },
  { "kml", "a.KML", "<?xml" },
  { "csv", "a.csv", "id,title," },
  { "timelinejs", NULL, "{\"scale\":\"human\"" },
  { "ics", "a.ics", "BEGIN:VCALENDAR\r\n" },
  { "bibtex", "a.bib", "@" },
  { "biblatex", "a.bib", "@" },
  { "ris", "a.ris", "TY  - " },
  { "csl", NULL, "[" },
};

static void
test_format (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  g_autofree char *folder = g_dir_make_tmp ("atlas-cli-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, formats[i].name != NULL ? formats[i].name : "a.json", NULL);
  g_autofree char *content = NULL;
  g_auto (Run) to_file = { 0 };
  g_auto (Run) to_stdout = { 0 };

  if (formats[i].name != NULL)
    RUN (&to_file, path);
  else
    RUN (&to_file, path, "--format", formats[i].format);
  g_assert_cmpstr (to_file.err, ==, "");
  g_assert_cmpstr (to_file.out, ==, "");
  g_assert_cmpint (to_file.status, ==, 0);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, formats[i].begins));

  RUN (&to_stdout, "--format", formats[i].format, "-");
  g_assert_cmpint (to_stdout.status, ==, 0);
  if (!g_str_equal (formats[i].format, "ics"))
    g_assert_cmpstr (to_stdout.out, ==, content);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* and nothing else lies there */
}

/* Ids in the order of the table's rows, "," between. (transfer full) */
static char *
get_ids (const char *csv)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_string_append_printf (ids, "%s%.*s", i > 1 ? "," : "", (int) strcspn (lines[i], ","), lines[i]);

  return g_strdup (ids->str);
}

/* Which items leave the program: by the members of a link, as options or as a link. */
static const struct
{
  const char *path;
  const char *words[4];
  const char *ids; /* "*": has in it and "!": has not, "," between; else exactly these */
} choices[] = {
  { "item", { "--item", "btc" }, "btc" },
  { "ids", { "--id=btc", "--id=gabala-radar" }, "gabala-radar,btc" },
  { "treaties", { "--show", "treaty", "--window", "1997/1997" }, "*friendship-treaty-1997,*guam-1997,!diplomatic-relations-1992,!shusha-declaration-2021,!btc" },
  { "link", { "#show=treaty&window=1997/1997" }, "*friendship-treaty-1997,*guam-1997,!diplomatic-relations-1992,!shusha-declaration-2021,!btc" },
  { "link-and-option", { "corridor-atlas:azerbaijan-russia#show=treaty", "--window=1997/1997" }, "*friendship-treaty-1997,*guam-1997,!diplomatic-relations-1992,!shusha-declaration-2021,!btc" },
  { "words", { "--find", "gabala radar" }, "*gabala-radar,!btc" },
  { "at-a-date", { "--date=2007", "--show=pipeline" }, "*btc,*nrep,!tanap,!gabala-radar" },
  { "up-to-a-date", { "--date=2018-12", "--mode=upto", "--show=treaty" }, "*guam-1997,!shusha-declaration-2021" },
};

static void
test_choice (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_auto (Run) run = { 0 };
  g_autofree char *ids = NULL;
  g_auto (GStrv) wanted = g_strsplit (choices[i].ids, ",", -1);
  g_auto (GStrv) got = NULL;

  RUN (&run, "-", "--format=csv", choices[i].words[0], choices[i].words[1], choices[i].words[2], choices[i].words[3]);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);

  ids = get_ids (run.out);
  got = g_strsplit (ids, ",", -1);
  if (strpbrk (choices[i].ids, "*!") == NULL)
    g_assert_cmpstr (ids, ==, choices[i].ids);
  else
    for (guint k = 0; wanted[k] != NULL; k++)
      g_assert_cmpint (g_strv_contains ((const char *const *) got, wanted[k] + 1), ==, *wanted[k] == '*');
}

static void
test_tour (void)
{
  g_auto (Run) one = { 0 };
  g_auto (Run) all = { 0 };

  RUN (&one, "-", "--format=kml", "--tour=pipelines", "--item=btc");
  RUN (&all, "-", "--format=kml", "--item=btc");
  g_assert_nonnull (strstr (one.out, "tour-pipelines"));
  g_assert_null (strstr (one.out, "tour-treaties"));
  g_assert_nonnull (strstr (all.out, "tour-treaties"));
}

static void
test_language (void)
{
  g_auto (Run) run = { 0 };

  RUN (&run, "-", "--format=kml", "--item=gabala-radar", "--lang=ru");
  g_assert_nonnull (strstr (run.out, "<name>Габалинская РЛС</name>"));
}

/* A refusal says why, writes nothing, and leaves what was there. */
static void
test_refused (void)
{
  static const struct
  {
    const char *words[3];
    int         status;
    const char *says;
  } refusals[] = {
    { { "a.word" }, 2, "--format" },
    { { "-" }, 2, "--format" },
    { { "a.csv", "--format=word" }, 2, "geojson, kml" },
    { { "a.csv", "--show=nothing" }, 1, "nothing" },
    { { "a.csv", "--item=nothing" }, 1, "nothing" },
    { { "a.csv", "--id=nothing" }, 1, "nothing" },
    { { "a.kml", "--tour=nothing" }, 1, "nothing" },
    { { "a.csv", "--date=2006-13" }, 2, "2006-13" },
    { { "/nonexistent/folder/a.csv" }, 2, "no such folder" },
    { { "/", "--format=csv" }, 2, "a folder has this name" },
    { { "/dev/full", "--format=csv" }, 2, "no space left" },
    { { "a.csv", "b.csv" }, 2, "b.csv" },
    { { "references", "a.bib", "b.bib" }, 2, "b.bib" },
    { { "a.csv", "--size=800x600" }, 2, "--size" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_auto (Run) run = { 0 };

      RUN (&run, refusals[i].words[0], refusals[i].words[1], refusals[i].words[2]);
      g_assert_cmpint (run.status, ==, refusals[i].status);
      g_assert_cmpstr (run.out, ==, "");
      if (strstr (run.err, refusals[i].says) == NULL)
        g_error ("“%s” does not say “%s”", run.err, refusals[i].says);
      g_assert_false (g_file_test ("a.csv", G_FILE_TEST_EXISTS));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/export/format/", formats[i].format, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_format);
    }
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/export/choice/", choices[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_choice);
    }
  g_test_add_func ("/cli/export/tour", test_tour);
  g_test_add_func ("/cli/export/language", test_language);
  g_test_add_func ("/cli/export/refused", test_refused);

  return g_test_run ();
}
