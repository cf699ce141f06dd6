// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Drawing in the terminal, as a person meets it who has neither a display nor a cache of fonts. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("render-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        empty (path);
      g_remove (path);
    }
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  empty (fixture->folder);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_clear_pointer (&fixture->folder, g_free);
}

/* Runs "render" in the fixture's folder; returns the exit status, and what was said in @said. */
static int
run (Fixture    *fixture,
     const char *command,
     char      **said)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *quoted = g_shell_quote (g_getenv ("ATLAS_TEST_CLI"));
  g_autofree char *line = g_strdup_printf ("%s render %s", quoted, command);
  g_auto (GStrv) argv = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_shell_parse_argv (line, NULL, &argv, &error);
  g_assert_no_error (error);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "CORRIDOR_ATLAS_DATADIR");
  g_subprocess_launcher_setenv (launcher, "XDG_CACHE_HOME", "/nowhere", TRUE);
  g_subprocess_launcher_set_cwd (launcher, fixture->folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, said, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  return g_subprocess_get_exit_status (process);
}

/* What a good command line makes. */
static const struct
{
  const char *name;
  const char *command;
  const char *file;
  const char *magic; /* what the file begins with */
} good[] = {
  { "png", "--item btc --date 2006-07 --size 640x360 out.png", "out.png", "\x89PNG\r\n" },
  { "svg", "--item btc --date 2006-07 --size 640x360 out.svg", "out.svg", "<?xml" },
  { "pdf", "--item btc --date 2006-07 --size 640x360 out.pdf", "out.pdf", "%PDF-" },
  { "page", "--date 2020-11-10 --page letter-portrait --palette print out.pdf", "out.pdf", "%PDF-" },
  { "link", "'corridor-atlas:azerbaijan-russia#date=1999&map=7/40/47&show=pipeline' --size 640x360 --scale 2 out.PNG", "out.PNG", "\x89PNG\r\n" },
  { "members", "--date 2024 --compare 1996 --mode at --range 1990/2025 --map 6/41/46 --show economic --overlay evidence --lang ru --size 640x360 out.png",
    "out.png", "\x89PNG\r\n" },
  { "parts", "--no-title --no-timeline --no-legend --no-references --size 640x360 --type png out", "out", "\x89PNG\r\n" },
  { "step", "--tour pipelines --step 2 --size 640x360 --palette dark out.png", "out.png", "\x89PNG\r\n" },
};

static void
test_good (Fixture      *fixture,
           gconstpointer data)
{
  guint            index = GPOINTER_TO_UINT (data);
  g_autofree char *said = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, good[index].file, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  int status = run (fixture, good[index].command, &said);

  g_assert_cmpstr (said, ==, ""); /* that there is no basemap would be said too */
  g_assert_cmpint (status, ==, 0);
  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (strncmp (content, good[index].magic, strlen (good[index].magic)), ==, 0);
}

/* What a bad one says; nothing is written. */
static const struct
{
  const char *name;
  const char *command;
  const char *said;
} bad[] = {
  { "no-file", "--item btc", "corridor-atlas-cli" },
  { "two-files", "a.png b.png", "b.png" },
  { "no-suffix", "--item btc out", ".png" },
  { "unknown-item", "--item nothing out.png", "nothing" },
  { "bad-date", "--date yesterday out.png", "yesterday" },
  { "bad-link", "'corridor-atlas:x#map=1' out.png", "map" },
  { "bad-size", "--size 1600 out.png", "1600" },
  { "bad-page", "--page a0 out.pdf", "a4" },
  { "bad-palette", "--palette sepia out.png", "sepia" },
  { "bad-scale", "--scale 9 out.png", "4" },
  { "no-scale", "--scale 0 out.png", "4" },
  { "option-of-export", "--format svg out.png", "--format" },
  { "bad-type", "--type gif out", "gif" },
  { "too-many-px", "--size 16000x16000 --scale 4 out.png", "64000" },
  { "no-folder", "--size 640x360 not/there/out.png", "out.png" },
  { "unknown-tour", "--tour nothing out.pdf", "pipelines" },
  { "unknown-step", "--tour pipelines --step 99 out.png", "1" },
  { "whole-as-image", "--tour pipelines out.png", "--step" },
};

static void
test_bad (Fixture      *fixture,
          gconstpointer data)
{
  guint            index = GPOINTER_TO_UINT (data);
  g_autofree char *said = NULL;
  g_autoptr (GDir) dir = NULL;
  int status = run (fixture, bad[index].command, &said);

  g_assert_cmpint (status, !=, 0);
  if (strstr (said, bad[index].said) == NULL)
    g_error ("“%s” is not in: %s", bad[index].said, said);
  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
}

static void
test_tour (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *said = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "handout.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (run (fixture, "--tour pipelines handout.pdf", &said), ==, 0);
  g_assert_cmpstr (said, ==, "");
  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
}

static void
test_images (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *said = NULL;
  g_autofree char *first = g_build_filename (fixture->folder, "steps", "step-01.png", NULL);

  g_assert_cmpint (run (fixture, "--tour pipelines --size 320x240 steps", &said), ==, 0);
  g_assert_cmpstr (said, ==, "");
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));
}

/* Standard output that is a file is written on, not replaced: what others write there before and after is kept. */
static void
test_standard_output (Fixture      *fixture,
                      gconstpointer data)
{
  static const char script[] = "(echo head; \"$ATLAS_TEST_CLI\" render --size 320x240 --type svg - && echo tail) > both";
  const char *const argv[] = { "sh", "-c", script, NULL };
  g_autofree char  *path = g_build_filename (fixture->folder, "both", NULL);
  g_autofree char  *content = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_set_cwd (launcher, fixture->folder);
  process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (content, "head\n<?xml"));
  g_assert_true (g_str_has_suffix (content, "tail\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *path = g_strconcat ("/render/", good[i].name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_good, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/render/refuses/", bad[i].name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_bad, tear_down);
    }
  g_test_add ("/render/tour", Fixture, NULL, set_up, test_tour, tear_down);
  g_test_add ("/render/images", Fixture, NULL, set_up, test_images, tear_down);
  g_test_add ("/render/standard-output", Fixture, NULL, set_up, test_standard_output, tear_down);

  return g_test_run ();
}
