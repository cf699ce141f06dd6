// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

#include "atlas-reference-format.h"

#include <glib/gi18n.h>

/* Its options; GOption fills them before the command is run. */
static struct
{
  char  *format;
  char  *role;
  char **ids;
} options;

static void
clear_options (gpointer data)
{
  g_clear_pointer (&options.format, g_free);
  g_clear_pointer (&options.role, g_free);
  g_clear_pointer (&options.ids, g_strfreev);
}

/* Says in what is wrong with a word, and which ones are right. */
static gboolean
refuse (const char *word,
        const char *choices)
{
  g_printerr (_ ("corridor-atlas-cli: “%s” is none of: %s\n"), word, choices);

  return FALSE;
}

static gboolean
find_format (const AtlasReferenceFormat **format)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  guint                       n_formats = 0;
  const AtlasReferenceFormat *formats = atlas_reference_format_list (&n_formats);

  *format = options.format != NULL ? atlas_reference_format_lookup (options.format) : &formats[0];
  if (*format != NULL)
    return TRUE;

  for (guint i = 0; i < n_formats; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", formats[i].id);

  return refuse (options.format, ids->str);
}

/* @role: one of AtlasReferenceRole; -1: any */
static gboolean
find_role (int *role)
{
  static const char *const roles[] = { [ATLAS_REFERENCE_REPORT] = "report", [ATLAS_REFERENCE_INDEPENDENT] = "independent" };

  *role = -1;
  if (options.role == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (roles[i], options.role))
      *role = (int) i;

  return *role >= 0 || refuse (options.role, "report, independent");
}

/* The references asked for, in the order of the file or that of the ids. NULL: there is none of one of the ids. */
static GPtrArray *
collect (AtlasBibliography *bibliography,
         int                role)
{
  g_autoptr (GPtrArray) references = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; options.ids != NULL && options.ids[i] != NULL; i++)
    {
      AtlasReference *reference = atlas_bibliography_lookup (bibliography, options.ids[i]);

      if (reference == NULL)
        {
          g_printerr (_ ("corridor-atlas-cli: no reference has the id “%s”\n"), options.ids[i]);
          return NULL;
        }
      g_ptr_array_add (references, g_object_ref (reference));
    }

  for (guint i = 0; options.ids == NULL && i < g_list_model_get_n_items (G_LIST_MODEL (bibliography)); i++)
    g_ptr_array_add (references, g_list_model_get_item (G_LIST_MODEL (bibliography), i));

  for (guint i = references->len; i-- > 0;)
    if (role >= 0 && (int) atlas_reference_get_role (g_ptr_array_index (references, i)) != role)
      g_ptr_array_remove_index (references, i);

  return g_steal_pointer (&references);
}

GOptionGroup *
command_export_create_options (void)
{
  static const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_ ("Format of what is exported: csl, biblatex or ris"), N_ ("FORMAT") },
    { "role", 0, 0, G_OPTION_ARG_STRING, &options.role, N_ ("Only the report’s own citations, or only independent sources"), N_ ("report|independent") },
    { "id", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.ids, N_ ("Only this reference; may come more than once"), N_ ("ID") },
    { NULL },
  };
  GOptionGroup *group = g_option_group_new ("export", _ ("Options of “export”:"), _ ("Show the options of “export”"), NULL, clear_options);

  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_group_add_entries (group, entries);

  return group;
}

int
command_export (GFile   *bundle,
                char   **words,
                gboolean json)
{
  const AtlasReferenceFormat *format = NULL;
  int                         role = -1;
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (GPtrArray) references = NULL;
  g_autofree char *text = NULL;

  if (!g_str_equal (words[0], "references"))
    {
      refuse (words[0], "references");
      return STATUS_FAILED;
    }
  if (!find_format (&format) || !find_role (&role))
    return STATUS_FAILED;

  dataset = command_load (bundle);
  if (dataset == NULL)
    return STATUS_FAILED;

  references = collect (atlas_dataset_get_bibliography (dataset), role);
  if (references == NULL)
    return STATUS_NO;

  text = format->write (references);
  g_print ("%s", text);

  return STATUS_OK;
}
