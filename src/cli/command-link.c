// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

#include <glib/gi18n.h>

/* Every member of a link that says what is looked at is an option of the same name and meaning. */
static const struct
{
  const char *name;
  const char *description;
  const char *argument;
} members[] = {
  { "date", N_ ("The clock is at this date (EDTF)"), N_ ("DATE") },
  { "mode", N_ ("“all” dates, what is “at” the date, or “upto” it"), N_ ("MODE") },
  { "compare", N_ ("Compare the clock’s date with this one (EDTF)"), N_ ("DATE") },
  { "range", N_ ("The timeline shows these years"), N_ ("FROM/TO") },
  { "window", N_ ("Only items of these dates"), N_ ("FROM/TO") },
  { "map", N_ ("Where the map looks"), N_ ("ZOOM/LAT/LON") },
  { "item", N_ ("This item is selected"), N_ ("ID") },
  { "cite", N_ ("This citation of the report is shown"), N_ ("NUMBER") },
  { "show", N_ ("Only these themes, kinds and actors"), N_ ("ID,ID…") },
  { "find", N_ ("Only items with these words"), N_ ("WORDS") },
  { "overlay", N_ ("Items are drawn by this: “evidence” or “none”"), N_ ("WHAT") },
  { "tour", N_ ("This tour"), N_ ("ID") },
  { "step", N_ ("This step of it, from 1"), N_ ("NUMBER") },
  { "lang", N_ ("Names in this language"), N_ ("LANGUAGE") },
};

#define N_MEMBERS G_N_ELEMENTS (members)

/* GOption fills them before a command is run. */
static char        *values[N_MEMBERS];
static GOptionEntry entries[N_MEMBERS + 1];

static void
clear_options (gpointer data)
{
  for (guint i = 0; i < N_MEMBERS; i++)
    g_clear_pointer (&values[i], g_free);
}

GOptionGroup *
command_link_create_options (void)
{
  GOptionGroup *group = g_option_group_new ("link", _ ("What is looked at, for “export” and “render”:"),
                                            _ ("Show the options that say what is looked at"), NULL, clear_options);

  for (guint i = 0; i < N_MEMBERS; i++)
    entries[i] = (GOptionEntry){ members[i].name, 0, 0, G_OPTION_ARG_STRING, &values[i], members[i].description, members[i].argument };
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_group_add_entries (group, entries);

  return group;
}

gboolean
command_link_is (const char *word)
{
  return *word == '#' || g_str_has_prefix (word, ATLAS_LINK_SCHEME ":");
}

AtlasSessionState *
command_link_read (const char *link,
                   GError    **error)
{
  g_autoptr (GString) text = g_string_new (link);

  if (strchr (text->str, '#') == NULL)
    g_string_append_c (text, '#');
  for (guint i = 0; i < N_MEMBERS; i++)
    if (values[i] != NULL)
      {
        g_autofree char *escaped = g_uri_escape_string (values[i], "/,:~", TRUE);

        g_string_append_printf (text, "&%s=%s", members[i].name, escaped);
      }

  return atlas_session_state_parse (text->str, error);
}
