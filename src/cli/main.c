// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

#include "atlas-config.h"
#include "atlas-dataset-loader.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <unistd.h>

static const Command commands[] = {
  { "validate", N_ ("[BUNDLE]"), N_ ("Check an atlas; one line a finding: file, place, rule"), 0, command_validate },
  { "list", "[--json]", N_ ("List all items"), 0, command_list },
  { "at", N_ ("DATE [--json]"), N_ ("What there is at a date, and how far it has come"), 1, command_at },
  { "cite", N_ ("NUMBER [--json]"), N_ ("Passages, items and sources of a citation of the report"), 1, command_cite },
  { "export", N_ ("OUT|- [--format …]"), N_ ("Write items, tours or sources for other programs; see --help-export"), 1, command_export },
  { "import", N_ ("FILE [--json]"), N_ ("Check a file with the report’s own text; nothing is kept"), 1, command_import },
  { "render", N_ ("[LINK] OUT"), N_ ("Draw a view or a tour as PNG, SVG or PDF; see --help-render"), 1, command_render },
  { "search", N_ ("WORDS… [--json]"), N_ ("Find items, passages and sources"), 1, command_search },
};

/* Letters of the widest usage. */
#define USAGE_WIDTH 22

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_strcmp0 (commands[i].name, name) == 0)
      return &commands[i];

  return NULL;
}

/* An option that is another command's, which this one would not heed; NULL: there is none. */
static const char *
find_misplaced (const Command *command)
{
  const char *option = command->run != command_export ? command_export_get_given () : NULL;

  return option == NULL && command->run != command_render ? command_render_get_given () : option;
}

/* Without this what is opened first, which may be a file of the user's, would be standard output, and be written on. */
static void
hold_standard_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0 && open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0)
      return;
}

static char *
create_summary (void)
{
  GString *summary = g_string_new (_ ("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *usage = _ (commands[i].usage);
      int         padding = MAX (0, USAGE_WIDTH - (int) g_utf8_strlen (usage, -1)); /* of letters, not of bytes */

      g_string_append_printf (summary, "\n  %-9s %s%*s %s", commands[i].name, usage, padding, "", _ (commands[i].summary));
    }

  return g_string_free (summary, FALSE);
}

int
main (int    argc,
      char **argv)
{
  gboolean         json = FALSE;
  gboolean         version = FALSE;
  g_autofree char *path = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *summary = NULL;
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) bundle = NULL;
  const Command     *command = NULL;
  const char        *misplaced = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    { "bundle", 0, 0, G_OPTION_ARG_FILENAME, &path, N_ ("Use the atlas in this folder, not the built-in one"), N_ ("FOLDER") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_ ("Print the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &words, NULL, N_ ("COMMAND [WORD…]") },
    { NULL },
  };

  hold_standard_streams ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ATLAS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  summary = create_summary ();
  context = g_option_context_new (NULL);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_group (context, command_export_create_options ());
  g_option_context_add_group (context, command_render_create_options ());
  g_option_context_add_group (context, command_link_create_options ());
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return command_fail (error);

  if (version)
    {
      g_print ("corridor-atlas-cli %s\n", ATLAS_VERSION);
      return STATUS_OK;
    }

  command = words != NULL ? find_command (words[0]) : NULL;
  if (command == NULL || g_strv_length (words) - 1 < command->n_words)
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      g_printerr ("%s", help);
      return STATUS_FAILED;
    }

  misplaced = find_misplaced (command);
  if (misplaced != NULL)
    {
      g_printerr (_ ("corridor-atlas-cli: %s is no option of “%s”\n"), misplaced, command->name);
      return STATUS_FAILED;
    }

  bundle = path != NULL ? g_file_new_for_commandline_arg (path) : atlas_bundle_builtin ();

  return command->run (bundle, words + 1, json);
}
