// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

#include "atlas-exporter.h"
#include "atlas-file-writer.h"
#include "atlas-reference-format.h"
#include "atlas-session.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

/* Its options beside those of a link; GOption fills them before the command is run. */
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

GOptionGroup *
command_export_create_options (void)
{
  static const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_ ("geojson, kml, csv, timelinejs, ics, biblatex, ris or csl; else by the file’s name"), N_ ("FORMAT") },
    { "role", 0, 0, G_OPTION_ARG_STRING, &options.role, N_ ("Of “references”: only the report’s own citations, or only independent sources"), N_ ("report|independent") },
    { "id", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.ids, N_ ("Only this item, of “references” only this reference; may come more than once"), N_ ("ID") },
    { NULL },
  };
  GOptionGroup *group = g_option_group_new ("export", _ ("Options of “export”:"), _ ("Show the options of “export”"), NULL, clear_options);

  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_group_add_entries (group, entries);

  return group;
}

const char *
command_export_get_given (void)
{
  return options.format != NULL ? "--format" : options.role != NULL ? "--role"
                                             : options.ids != NULL  ? "--id"
                                                                    : NULL;
}

/* Says what is wrong with a word, and which ones are right. */
static gboolean
refuse (const char *word,
        const char *choices)
{
  g_printerr (_ ("corridor-atlas-cli: “%s” is none of: %s\n"), word, choices);

  return FALSE;
}

/* --- Where it goes --- */

typedef gboolean (*WriteFunc) (GOutputStream *stream,
                               gpointer       user_data,
                               GCancellable  *cancellable,
                               GError       **error);

/* To a file, or with "-" to standard output. */
static int
write_out (const char *out,
           WriteFunc   write,
           gpointer    user_data)
{
  g_autoptr (GError) error = NULL;

  if (g_str_equal (out, "-"))
    {
      g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

      write (stream, user_data, NULL, &error);
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (out);

      atlas_file_write (file, write, user_data, NULL, &error);
    }

  return error != NULL ? command_fail (error) : STATUS_OK;
}

/* --- References by themselves --- */

static gboolean
find_format (const AtlasReferenceFormat **format)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  const AtlasExporter        *exporter = atlas_exporter_lookup (options.format);
  guint                       n_formats = 0;
  const AtlasReferenceFormat *formats = atlas_reference_format_list (&n_formats);

  *format = options.format == NULL ? &formats[0] : exporter != NULL ? atlas_reference_format_lookup (exporter->id)
                                                                    : NULL;
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
collect_references (AtlasBibliography *bibliography,
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

static gboolean
write_text (GOutputStream *stream,
            gpointer       user_data,
            GCancellable  *cancellable,
            GError       **error)
{
  return g_output_stream_write_all (stream, user_data, strlen (user_data), NULL, cancellable, error);
}

static int
export_references (GFile      *bundle,
                   const char *out)
{
  const AtlasReferenceFormat *format = NULL;
  int                         role = -1;
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (GPtrArray) references = NULL;
  g_autofree char *text = NULL;

  if (!find_format (&format) || !find_role (&role))
    return STATUS_FAILED;

  dataset = command_load (bundle);
  if (dataset == NULL)
    return STATUS_FAILED;

  references = collect_references (atlas_dataset_get_bibliography (dataset), role);
  if (references == NULL)
    return STATUS_NO;

  text = format->write (references);

  return write_out (out, write_text, text);
}

/* --- Items, and what goes with them --- */

static const AtlasExporter *
find_exporter (const char *out)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  guint                n_exporters = 0;
  const AtlasExporter *exporters = atlas_exporter_list (&n_exporters);
  const AtlasExporter *exporter = options.format != NULL ? atlas_exporter_lookup (options.format) : atlas_exporter_lookup_suffix (out);

  if (exporter != NULL)
    return exporter;

  for (guint i = 0; i < n_exporters; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", exporters[i].id);
  if (options.format != NULL)
    refuse (options.format, ids->str);
  else
    g_printerr (_ ("corridor-atlas-cli: the name “%s” does not tell the format; say --format with one of: %s\n"), out, ids->str);

  return NULL;
}

/* Whether all that is asked for is there. Somebody's link may name what another edition had; a word of a command is a slip. */
static gboolean
check_state (AtlasDataset            *dataset,
             const AtlasSessionState *state)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (dataset);
  g_auto (GStrv) tokens = g_strsplit (state->show != NULL ? state->show : "", ",", -1);

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      g_autoptr (AtlasFilter) filter = atlas_filter_new_for_tokens (tokens[i], manifest);

      if (*tokens[i] != '\0' && atlas_filter_is_empty (filter))
        {
          g_printerr (_ ("corridor-atlas-cli: “%s” is no theme, kind, actor or sign of the atlas\n"), tokens[i]);
          return FALSE;
        }
    }

  if (state->item != NULL && atlas_dataset_lookup (dataset, state->item) == NULL)
    {
      g_printerr (_ ("corridor-atlas-cli: no item has the id “%s”\n"), state->item);
      return FALSE;
    }
  if (state->tour != NULL && atlas_dataset_lookup_tour (dataset, state->tour) == NULL)
    {
      g_printerr (_ ("corridor-atlas-cli: no tour has the id “%s”\n"), state->tour);
      return FALSE;
    }
  for (guint i = 0; options.ids != NULL && options.ids[i] != NULL; i++)
    if (atlas_dataset_lookup (dataset, options.ids[i]) == NULL)
      {
        g_printerr (_ ("corridor-atlas-cli: no item has the id “%s”\n"), options.ids[i]);
        return FALSE;
      }

  return TRUE;
}

/* Those that a window in this state would show; of one that is selected, or that are named, only these. (transfer container) */
static GPtrArray *
collect_items (AtlasDataset            *dataset,
               const AtlasSessionState *state)
{
  g_autoptr (AtlasSession) session = atlas_session_new (dataset);
  GPtrArray *items = g_ptr_array_new ();

  atlas_session_apply_state (session, state);
  for (guint i = 0; i < atlas_dataset_get_n_items (dataset); i++)
    {
      AtlasItem  *item = atlas_dataset_get_item (dataset, i);
      const char *id = atlas_item_get_id (item);

      if (options.ids != NULL   ? g_strv_contains ((const char *const *) options.ids, id)
          : state->item != NULL ? g_str_equal (id, state->item)
                                : atlas_session_get_visibility (session, item, NULL) == ATLAS_VISIBILITY_SHOWN)
        g_ptr_array_add (items, item);
    }

  return items;
}

typedef struct
{
  const AtlasExporter *exporter;
  AtlasExport          what;
} Job;

static gboolean
write_job (GOutputStream *stream,
           gpointer       user_data,
           GCancellable  *cancellable,
           GError       **error)
{
  Job *job = user_data;

  return job->exporter->write (job->exporter, &job->what, stream, cancellable, error);
}

static int
export_items (GFile                   *bundle,
              const char              *out,
              const AtlasSessionState *state)
{
  Job job = { .exporter = find_exporter (out) };
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) tours = g_ptr_array_new ();

  if (job.exporter == NULL)
    return STATUS_FAILED;

  dataset = command_load (bundle);
  if (dataset == NULL)
    return STATUS_FAILED;
  if (!check_state (dataset, state))
    return STATUS_NO;

  items = collect_items (dataset, state);
  if (state->tour != NULL)
    g_ptr_array_add (tours, atlas_dataset_lookup_tour (dataset, state->tour));
  else
    g_ptr_array_extend (tours, atlas_dataset_get_tours (dataset), NULL, NULL);
  job.what = (AtlasExport){ dataset, items, tours, state->language };

  return write_out (out, write_job, &job);
}

int
command_export (GFile   *bundle,
                char   **words,
                gboolean json)
{
  gboolean    of_references = g_str_equal (words[0], "references");
  const char *link = NULL;
  const char *out = NULL;
  g_autoptr (AtlasSessionState) state = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = of_references ? 1 : 0; words[i] != NULL; i++)
    if (link == NULL && !of_references && command_link_is (words[i]))
      link = words[i];
    else if (out == NULL)
      out = words[i];
    else
      {
        g_printerr (_ ("corridor-atlas-cli: “%s” is one word too many\n"), words[i]);
        return STATUS_FAILED;
      }

  if (of_references)
    return export_references (bundle, out != NULL ? out : "-");

  state = command_link_read (link, &error);
  if (state == NULL)
    return command_fail (error);

  return export_items (bundle, out != NULL ? out : "-", state);
}
