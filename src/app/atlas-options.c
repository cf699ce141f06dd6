// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-options.h"

#include "atlas-kiosk.h"

#include <glib/gi18n.h>

/* Every member of a link is an option of the same meaning. */
static const struct
{
  const char *option;
  const char *member;
  const char *description;
  const char *argument;
} members[] = {
  { "date", "date", N_ ("Set the clock to this date (EDTF)"), N_ ("DATE") },
  { "mode", "mode", N_ ("Show “all” dates, what is “at” the date, or “upto” it"), N_ ("MODE") },
  { "compare", "compare", N_ ("Compare the clock’s date with this one (EDTF)"), N_ ("DATE") },
  { "range", "range", N_ ("Show these years on the timeline"), N_ ("FROM/TO") },
  { "window", "window", N_ ("Show only items of these dates"), N_ ("FROM/TO") },
  { "map", "map", N_ ("Where the map looks"), N_ ("ZOOM/LAT/LON") },
  { "item", "item", N_ ("Select this item"), N_ ("ID") },
  { "par", "par", N_ ("Open the report at this passage"), N_ ("ID") },
  { "cite", "cite", N_ ("Show this citation of the report"), N_ ("NUMBER") },
  { "show", "show", N_ ("Show only these themes, kinds and actors"), N_ ("ID,ID…") },
  { "find", "find", N_ ("Look for these words"), N_ ("WORDS") },
  { "overlay", "overlay", N_ ("Draw items by this: “evidence” or “none”"), N_ ("WHAT") },
  { "lang", "lang", N_ ("Show names in this language"), N_ ("LANGUAGE") },
};

void
atlas_options_add (GApplication *application)
{
  const GOptionEntry rest[] = {
    { "report", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Add the report’s own text from this file"), N_ ("FILE") },
    { "present", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Present this tour, from this step"), N_ ("TOUR[:STEP]") },
    { "kiosk", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Present it unattended, round and round; leave with Esc, Ctrl+W or Ctrl+Q"), NULL },
    { "step-every", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Unattended, go to the next step after so many seconds"), N_ ("SECONDS") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL, NULL, N_ ("[LINK|FOLDER]") },
    { NULL },
  };

  g_application_set_option_context_parameter_string (application, NULL);
  g_application_set_option_context_summary (application,
                                            _ ("Shows a policy report as a map, a timeline and its text."));

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_application_add_main_option (application, members[i].option, 0, 0, G_OPTION_ARG_STRING,
                                   _ (members[i].description), _ (members[i].argument));
  g_application_add_main_option_entries (application, rest);
}

/* Writes the options behind a link's own members, where they win. */
static gboolean
append_options (GVariantDict *options,
                GString      *link)
{
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char      *value = NULL;
      g_autofree char *escaped = NULL;

      if (!g_variant_dict_lookup (options, members[i].option, "&s", &value))
        continue;

      escaped = g_uri_escape_string (value, "/,:~", TRUE);
      g_string_append_printf (link, "&%s=%s", members[i].member, escaped);
      any = TRUE;
    }

  return any;
}

gboolean
atlas_options_read (GApplicationCommandLine *command_line,
                    AtlasSessionState      **state,
                    GFile                  **folder,
                    GError                 **error)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autoptr (GString) link = g_string_new (NULL);
  g_autofree const char **rest = NULL;
  gboolean                any = FALSE;

  *state = NULL;
  *folder = NULL;
  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&s", &rest);

  for (guint i = 0; rest != NULL && rest[i] != NULL; i++)
    if (g_str_has_prefix (rest[i], ATLAS_LINK_SCHEME ":") || rest[i][0] == '#')
      {
        g_string_assign (link, rest[i]);
        any = TRUE;
      }
    else
      g_set_object (folder, g_application_command_line_create_file_for_arg (command_line, rest[i]));

  if (strchr (link->str, '#') == NULL)
    g_string_append_c (link, '#');
  any = append_options (options, link) || any;

  if (any)
    *state = atlas_session_state_parse (link->str, error);

  if (any && *state == NULL)
    {
      g_clear_object (folder);
      return FALSE;
    }

  return TRUE;
}

GFile *
atlas_options_dup_report (GApplicationCommandLine *command_line)
{
  g_autofree char *path = NULL;

  if (!g_variant_dict_lookup (g_application_command_line_get_options_dict (command_line), "report", "^ay", &path))
    return NULL;

  return g_application_command_line_create_file_for_arg (command_line, path);
}

/* "pipelines:3" */
static gboolean
read_tour (const char *text,
           char      **tour,
           guint      *step)
{
  const char *colon = strrchr (text, ':');
  guint64     number = 1;

  if (colon != NULL && !g_ascii_string_to_unsigned (colon + 1, 10, 1, G_MAXINT, &number, NULL))
    return FALSE;
  if (colon == text || *text == '\0')
    return FALSE;

  *tour = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : g_strdup (text);
  *step = (guint) number;

  return TRUE;
}

/* FALSE: @text is no number of seconds that makes sense. */
static gboolean
read_seconds (const char *text,
              guint      *seconds)
{
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (text, 10, ATLAS_KIOSK_MIN_STEP_EVERY, ATLAS_KIOSK_MAX_STEP_EVERY, &number, NULL))
    return FALSE;

  *seconds = (guint) number;

  return TRUE;
}

gboolean
atlas_options_check_present (GApplicationCommandLine *command_line,
                             GError                 **error)
{
  GVariantDict    *options = g_application_command_line_get_options_dict (command_line);
  const char      *text = NULL;
  g_autofree char *tour = NULL;
  guint            step = 1;
  const char      *seconds = NULL;
  guint            every = ATLAS_KIOSK_STEP_EVERY;

  if (g_variant_dict_lookup (options, "present", "&s", &text) && !read_tour (text, &tour, &step))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("--present %s: a tour’s id is wanted, and perhaps “:” and the number of a step"), text);
      return FALSE;
    }

  if (g_variant_dict_lookup (options, "step-every", "&s", &seconds) && !read_seconds (seconds, &every))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("--step-every %s: from %d to %d seconds are wanted"), seconds,
                   ATLAS_KIOSK_MIN_STEP_EVERY, ATLAS_KIOSK_MAX_STEP_EVERY);
      return FALSE;
    }

  return TRUE;
}

gboolean
atlas_options_read_present (GApplicationCommandLine *command_line,
                            char                   **tour,
                            guint                   *step,
                            guint                   *kiosk)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  const char   *text = NULL;
  const char   *seconds = NULL;
  guint         every = ATLAS_KIOSK_STEP_EVERY;

  *tour = NULL;
  *step = 1;
  if (g_variant_dict_lookup (options, "step-every", "&s", &seconds))
    read_seconds (seconds, &every);
  *kiosk = g_variant_dict_contains (options, "kiosk") ? every : 0;
  if (g_variant_dict_lookup (options, "present", "&s", &text))
    read_tour (text, tour, step);

  return text != NULL || *kiosk > 0;
}
