// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-commands.h"

#include "atlas-clock-slider.h"
#include "atlas-map-compare.h"
#include "atlas-map-view.h"
#include "atlas-note-row.h"
#include "atlas-passage-strip.h"
#include "atlas-presenter-keys.h"
#include "atlas-reader.h"
#include "atlas-series-pane.h"
#include "atlas-timeline.h"
#include "atlas-tour-step-row.h"
#include "atlas-tours-page.h"
#include "atlas-window-handle.h"

#include <glib/gi18n.h>

/* clang-format off */

/* Everywhere, text fields included. */
static const AtlasKeyBinding accels[] = {
  { "<Control>f",                        "win.find",            NULL,     N_ ("Find everything"),              N_ ("Find") },
  { "<Control>g|F3",                     "win.step-hit",        "1",      N_ ("Next hit"),                     N_ ("Find") },
  { "<Shift><Control>g|<Shift>F3",       "win.step-hit",        "-1",     N_ ("Previous hit"),                 N_ ("Find") },
  { "<Control>l",                        "win.go-to-date",      NULL,     N_ ("Go to a date"),                 N_ ("Time") },
  { "<Control>Left",                     "win.step-clock",      "-1",     N_ ("Clock one step back"),          N_ ("Time") },
  { "<Control>Right",                    "win.step-clock",      "1",      N_ ("Clock one step on"),            N_ ("Time") },
  { "<Shift><Control>Left",              "win.step-change",     "-1",     N_ ("Clock to the previous change"), N_ ("Time") },
  { "<Shift><Control>Right",             "win.step-change",     "1",      N_ ("Clock to the next change"),     N_ ("Time") },
  { "<Shift><Control>d",                 "win.compare",         NULL,     N_ ("Compare two dates"),            N_ ("Time") },
  { "<Alt>Left|Back",                    "win.back",            NULL,     N_ ("Back"),                         N_ ("Going about") },
  { "<Alt>Right|Forward",                "win.forward",         NULL,     N_ ("Forward"),                      N_ ("Going about") },
  { "F5",                                "win.present",         NULL,     N_ ("Present from the first step"),   N_ ("Presenting") },
  { "<Shift>F5",                         "win.present-here",    NULL,     N_ ("Present from the current step"), N_ ("Presenting") },
  { "F6",                                "win.step-pane",       "1",      N_ ("Next pane"),                    N_ ("Going about") },
  { "<Shift>F6",                         "win.step-pane",       "-1",     N_ ("Previous pane"),                N_ ("Going about") },
  { "<Alt>1",                            "win.page",            "'item'",   N_ ("The item’s page"),           N_ ("Reading") },
  { "<Alt>2",                            "win.page",            "'report'", N_ ("The report"),                N_ ("Reading") },
  { "<Alt>3",                            "win.page",            "'sources'", N_ ("All sources"),              N_ ("Reading") },
  { "<Alt>4",                            "win.page",            "'notes'",  N_ ("Your notes"),                N_ ("Reading") },
  { "<Alt>5",                            "win.page",            "'tours'",  N_ ("Tours"),                     N_ ("Reading") },
  { "<Alt>Home",                         "win.home",            NULL,     N_ ("Home view"),                    N_ ("Going about") },
  { "<Alt>End",                          "win.overview",        NULL,     N_ ("Everything on the map"),        N_ ("Going about") },
  { "F8",                                "win.widen-detail",    NULL,     N_ ("Widen the detail, or make it narrow"), N_ ("Window") },
  { "F9",                                "win.show-contents",   NULL,     N_ ("Fold the contents"),            N_ ("Window") },
  { "<Shift>F9",                         "win.show-detail",     NULL,     N_ ("Fold the detail"),              N_ ("Window") },
  { "F10",                               "win.menu",            NULL,     N_ ("Menu"),                         N_ ("Window") },
  { "F11",                               "win.fullscreen",      NULL,     N_ ("Full screen"),                  N_ ("Window") },
  { "<Control>question|F1",              "win.show-keys",       NULL,     N_ ("Keys"),                         N_ ("Window") },
  { "<Control>comma",                    "win.preferences",     NULL,     N_ ("Preferences"),                  N_ ("Window") },
  { "<Control>o",                        "win.open",            NULL,     N_ ("Open an atlas"),                N_ ("Atlas") },
  { "<Shift><Control>e|<Control>p",      "win.export",          NULL,     N_ ("Export"),                       N_ ("Atlas") },
  { "<Control>d",                        "win.bookmark",        NULL,     N_ ("Bookmark this view"),           N_ ("Reading") },
  { "<Control>r",                        "win.reload",          NULL,     N_ ("Read the atlas again"),         N_ ("Atlas") },
  { "<Shift><Control>c",                 "win.copy-link",       NULL,     N_ ("Copy a link to this view"),     N_ ("Atlas") },
  { "<Shift><Control>r",                 "win.copy-view-reference", NULL, N_ ("Copy a reference to this view"), N_ ("Atlas") },
  { "<Control>w",                        "window.close",        NULL,     N_ ("Close"),                        N_ ("Window") },
  { "<Control>q",                        "app.quit",            NULL,     N_ ("Quit"),                         N_ ("Window") },
};

/* Only when what has the focus does not use them itself. */
static const AtlasKeyBinding plain[] = {
  { "slash",                             "win.find",            NULL,     NULL,                                N_ ("Find") },
  { "Escape",                            "win.leave",           NULL,     N_ ("Leave the selection"),          N_ ("Going about") },
  { "<Control>z",                        "win.undo",            NULL,     N_ ("Undo the last change of the notes"), N_ ("Reading") },
  { "<Shift><Control>z",                 "win.redo",            NULL,     N_ ("Redo it"),                      N_ ("Reading") },
  { "Page_Down|KP_Page_Down",            "win.step-tour",       "1",      N_ ("Next step of the tour"),        N_ ("Tours") },
  { "Page_Up|KP_Page_Up",                "win.step-tour",       "-1",     N_ ("Previous step of the tour"),    N_ ("Tours") },
  { "<Control>plus|<Control>equal|<Control>KP_Add", "win.zoom", "1",      N_ ("Closer"),                       N_ ("Going about") },
  { "<Control>minus|<Control>KP_Subtract", "win.zoom",          "-1",     N_ ("Farther"),                      N_ ("Going about") },
  { "<Control>0|<Control>KP_0",          "win.home",            NULL,     NULL,                                N_ ("Going about") },
};
/* clang-format on */

void
atlas_commands_bind (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    {
      g_auto (GStrv) keys = g_strsplit (accels[i].trigger, "|", -1);
      g_autofree char *action = accels[i].parameter == NULL ? g_strdup (accels[i].action)
                                                            : g_strdup_printf ("%s(%s)", accels[i].action, accels[i].parameter);

      gtk_application_set_accels_for_action (application, action, (const char *const *) keys);
    }
}

void
atlas_commands_add_plain (GtkWidget *window)
{
  atlas_key_bindings_add_to_widget (window, plain, G_N_ELEMENTS (plain));
}

/* The shortcuts window reads its accelerators with spaces between alternatives. Keys of the number pad and of
 * other keyboards' levels do the same as others and are not listed. */
static char *
create_accelerators (const char *trigger)
{
  g_auto (GStrv) keys = g_strsplit (trigger, "|", -1);
  GString *accelerators = g_string_new (NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    if (strstr (keys[i], "KP_") == NULL && strstr (keys[i], "ISO_") == NULL)
      g_string_append_printf (accelerators, "%s%s", accelerators->len > 0 ? " " : "", keys[i]);

  return g_string_free (accelerators, FALSE);
}

/* (transfer full) */
static char *
create_row (const AtlasKeyBinding *binding)
{
  g_autofree char *accelerators = create_accelerators (binding->trigger);

  return g_markup_printf_escaped ("<child><object class='GtkShortcutsShortcut'>"
                                  "<property name='title'>%s</property>"
                                  "<property name='accelerator'>%s</property>"
                                  "</object></child>",
                                  _ (binding->title), accelerators);
}

static void
add_rows (GPtrArray             *groups,
          GHashTable            *rows_by_group,
          const AtlasKeyBinding *bindings,
          guint                  n_bindings)
{
  for (guint i = 0; i < n_bindings; i++)
    {
      GPtrArray *rows = g_hash_table_lookup (rows_by_group, bindings[i].group);

      if (bindings[i].title == NULL || bindings[i].trigger == NULL)
        continue;

      if (rows == NULL)
        {
          rows = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (rows_by_group, (gpointer) bindings[i].group, rows);
          g_ptr_array_add (groups, (gpointer) bindings[i].group);
        }

      g_ptr_array_add (rows, create_row (&bindings[i]));
    }
}

/* Rows that fit into a window of a small screen. GTK divides sections into pages, but no group. */
#define MAX_ROWS 10

static void
append_group (GString    *ui,
              const char *title,
              GPtrArray  *rows)
{
  g_autofree char *head = g_markup_printf_escaped ("<child><object class='GtkShortcutsGroup'>"
                                                   "<property name='title'>%s</property>",
                                                   title);

  for (guint i = 0; i < rows->len; i++)
    {
      if (i % MAX_ROWS == 0)
        g_string_append_printf (ui, "%s%s", i > 0 ? "</object></child>" : "", head);
      g_string_append (ui, g_ptr_array_index (rows, i));
    }
  g_string_append (ui, "</object></child>");
}

/* The keys of widgets, in the order in which they are listed. */
static const AtlasKeyBinding *(*const widgets[]) (guint *n_bindings) = {
  atlas_map_view_get_key_bindings,
  atlas_map_compare_get_key_bindings,
  atlas_reader_get_key_bindings,
  atlas_reader_get_text_key_bindings,
  atlas_timeline_get_key_bindings,
  atlas_timeline_get_window_key_bindings,
  atlas_clock_slider_get_key_bindings,
  atlas_window_handle_get_key_bindings,
  atlas_series_pane_get_key_bindings,
  atlas_passage_strip_get_key_bindings,
  atlas_note_row_get_key_bindings,
  atlas_tours_page_get_key_bindings,
  atlas_tour_step_row_get_key_bindings,
};

static void
add_rows_of_window (GPtrArray  *groups,
                    GHashTable *rows)
{
  add_rows (groups, rows, accels, G_N_ELEMENTS (accels));
  add_rows (groups, rows, plain, G_N_ELEMENTS (plain));
  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      guint                  n_bindings = 0;
      const AtlasKeyBinding *bindings = widgets[i](&n_bindings);

      add_rows (groups, rows, bindings, n_bindings);
    }
}

/* GTK 4.8 lets only a builder fill a shortcuts window. */
GtkWidget *
atlas_commands_create_key_list (gboolean presenting)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GString) ui = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'>"
                                         "<property name='modal'>1</property>"
                                         "<child><object class='GtkShortcutsSection'>"
                                         "<property name='section-name'>keys</property>"
                                         "<property name='max-height'>12</property>");
  g_autoptr (GtkBuilder) builder = NULL;
  guint                  n_presenter = 0;
  const AtlasKeyBinding *presenter = atlas_presenter_keys_get (&n_presenter);

  if (!presenting)
    add_rows_of_window (groups, rows);
  add_rows (groups, rows, presenter, n_presenter);

  for (guint i = 0; i < groups->len; i++)
    append_group (ui, _ (g_ptr_array_index (groups, i)), g_hash_table_lookup (rows, g_ptr_array_index (groups, i)));

  g_string_append (ui, "</object></child></object></interface>");
  builder = gtk_builder_new_from_string (ui->str, -1);

  return GTK_WIDGET (gtk_builder_get_object (builder, "window"));
}
