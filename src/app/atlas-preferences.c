// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-preferences.h"

#include <glib/gi18n.h>
#include <string.h>

/* A choice of one value of a setting. */
typedef struct
{
  const char *value;
  const char *name; /* marked for translation */
} Choice;

static const Choice colour_schemes[] = {
  { "system", N_ ("Follow the system") },
  { "light", N_ ("Light") },
  { "dark", N_ ("Dark") },
};

/* Languages stand in themselves. */
static const Choice languages[] = {
  { "", N_ ("Follow the system") },
  { "en", "English" },
  { "az", "Azərbaycanca" },
  { "ru", "Русский" },
  { "hy", "Հայերեն" },
  { "tr", "Türkçe" },
  { "local", N_ ("Local names") },
};

typedef struct
{
  const Choice *choices;
  guint         n_choices;
} Choices;

static gboolean
choice_from_setting (GValue   *value,
                     GVariant *variant,
                     gpointer  user_data)
{
  const Choices *choices = user_data;

  for (guint i = 0; i < choices->n_choices; i++)
    if (g_str_equal (choices->choices[i].value, g_variant_get_string (variant, NULL)))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }

  return FALSE;
}

static GVariant *
choice_to_setting (const GValue       *value,
                   const GVariantType *type,
                   gpointer            user_data)
{
  const Choices *choices = user_data;
  guint          index = g_value_get_uint (value);

  return index < choices->n_choices ? g_variant_new_string (choices->choices[index].value) : NULL;
}

static GtkWidget *
create_row (GSettings    *settings,
            const char   *key,
            const char   *title,
            const Choice *choices,
            guint         n_choices)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();
  Choices   *mapping = g_new0 (Choices, 1);

  for (guint i = 0; i < n_choices; i++)
    gtk_string_list_append (names, _ (choices[i].name));

  mapping->choices = choices;
  mapping->n_choices = n_choices;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                choice_from_setting, choice_to_setting, mapping, g_free);

  return row;
}

/* The first of the desktop's languages that names are in. English needs no saying: it is what an atlas itself is in. */
static const char *
get_system_language (void)
{
  const char *const *desktop = g_get_language_names ();

  for (guint i = 0; desktop[i] != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (languages); k++)
      if (languages[k].value[0] != '\0' && strcmp (desktop[i], languages[k].value) == 0)
        return g_str_equal (desktop[i], "en") ? "" : languages[k].value;

  return "";
}

static gboolean
language_from_setting (GValue   *value,
                       GVariant *variant,
                       gpointer  user_data)
{
  const char *language = g_variant_get_string (variant, NULL);

  g_value_set_string (value, language[0] == '\0' ? get_system_language () : language);

  return TRUE;
}

/* What follows the system goes on following it, until another language is asked for. */
static GVariant *
language_to_setting (const GValue       *value,
                     const GVariantType *type,
                     gpointer            user_data)
{
  const char      *language = g_value_get_string (value) != NULL ? g_value_get_string (value) : "";
  g_autofree char *now = g_settings_get_string (user_data, "language");
  gboolean         follows = now[0] == '\0' && g_str_equal (language, get_system_language ());

  return g_variant_new_string (follows ? "" : language);
}

void
atlas_preferences_bind_language (GSettings *settings,
                                 GObject   *session)
{
  g_settings_bind_with_mapping (settings, "language", session, "language", G_SETTINGS_BIND_DEFAULT,
                                language_from_setting, language_to_setting, settings, NULL);
}

/* Nothing of the program uses the network but this, and not before it is asked to. */
static GtkWidget *
create_online_row (GSettings *settings)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Online map"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Contacts the network: OpenStreetMap’s server sees which part of the map you look at. Off, nothing is sent."));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_settings_bind (settings, "online-map", toggle, "active", G_SETTINGS_BIND_DEFAULT);

  return row;
}

GtkWidget *
atlas_preferences_new (GSettings *settings)
{
  GtkWidget *window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW,
                                    "search-enabled", FALSE,
                                    "default-height", 400,
                                    NULL);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             create_row (settings, "colour-scheme", _ ("Style"), colour_schemes, G_N_ELEMENTS (colour_schemes)));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             create_row (settings, "language", _ ("Map names in"), languages, G_N_ELEMENTS (languages)));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_online_row (settings));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));

  return window;
}
