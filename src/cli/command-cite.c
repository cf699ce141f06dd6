// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

#include <glib/gi18n.h>

/* What a citation of the report leads to. */
typedef struct
{
  AtlasDataset   *dataset;
  guint           number;
  AtlasReference *reference; /* (nullable) */
  GPtrArray      *passages;  /* of AtlasPassage */
  GPtrArray      *items;     /* of AtlasItem */
} Citation;

static void
add_reference (JsonBuilder    *builder,
               AtlasReference *reference)
{
  const AtlasReferenceFields *fields = atlas_reference_get_fields (reference);

  json_builder_begin_object (builder);
  command_add_string (builder, "id", fields->id);
  command_add_string (builder, "title", fields->title);
  command_add_string (builder, "url", fields->url);
  json_builder_end_object (builder);
}

/* The public documents that the items rest on, each once. */
static GPtrArray *
collect_sources (const Citation *citation)
{
  GPtrArray         *sources = g_ptr_array_new ();
  AtlasBibliography *bibliography = atlas_dataset_get_bibliography (citation->dataset);

  for (guint i = 0; i < citation->items->len; i++)
    {
      g_autoptr (GPtrArray) ids = atlas_dataset_dup_item_sources (citation->dataset, g_ptr_array_index (citation->items, i));

      for (guint j = 0; j < ids->len; j++)
        {
          AtlasReference *reference = atlas_bibliography_lookup (bibliography, g_ptr_array_index (ids, j));

          if (reference != NULL && !g_ptr_array_find (sources, reference, NULL))
            g_ptr_array_add (sources, reference);
        }
    }

  return sources;
}

static void
print_json (const Citation *citation,
            GPtrArray      *sources)
{
  JsonBuilder *builder = json_builder_begin_object (json_builder_new ());

  json_builder_set_member_name (builder, "citation");
  json_builder_add_int_value (builder, citation->number);
  json_builder_set_member_name (builder, "reference");
  if (citation->reference != NULL)
    add_reference (builder, citation->reference);
  else
    json_builder_add_null_value (builder);

  json_builder_set_member_name (builder, "passages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < citation->passages->len; i++)
    command_add_passage (builder, atlas_dataset_get_report (citation->dataset), g_ptr_array_index (citation->passages, i));
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < citation->items->len; i++)
    {
      command_begin_item (builder, g_ptr_array_index (citation->items, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sources->len; i++)
    add_reference (builder, g_ptr_array_index (sources, i));
  json_builder_end_array (builder);

  command_print_json (json_builder_end_object (builder));
}

static void
print_text (const Citation *citation,
            GPtrArray      *sources)
{
  g_print ("[%u] %s\n", citation->number,
           citation->reference != NULL ? atlas_reference_get_title (citation->reference) : _ ("no record"));

  g_print ("\n%s\n", _ ("Passages"));
  for (guint i = 0; i < citation->passages->len; i++)
    {
      const AtlasPassage *passage = g_ptr_array_index (citation->passages, i);

      g_print ("  %s\n    %s\n", passage->id, passage->text);
    }

  g_print ("\n%s\n", _ ("Items"));
  for (guint i = 0; i < citation->items->len; i++)
    {
      AtlasItem *item = g_ptr_array_index (citation->items, i);

      g_print ("  %s\t%s\n", atlas_item_get_id (item), atlas_item_get_title (item));
    }

  g_print ("\n%s\n", _ ("Independent sources for the same items"));
  for (guint i = 0; i < sources->len; i++)
    {
      const AtlasReferenceFields *fields = atlas_reference_get_fields (g_ptr_array_index (sources, i));

      g_print ("  %s\t%s\t%s\n", fields->id, fields->title, fields->url != NULL ? fields->url : "");
    }
}

int
command_cite (GFile   *bundle,
              char   **words,
              gboolean json)
{
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GError) error = NULL;
  guint64  number = 0;
  Citation citation = { 0 };

  if (!g_ascii_string_to_unsigned (words[0], 10, 1, G_MAXUINT, &number, &error))
    return command_fail (error);

  dataset = command_load (bundle);
  if (dataset == NULL)
    return STATUS_FAILED;

  citation.dataset = dataset;
  citation.number = (guint) number;
  citation.reference = atlas_bibliography_lookup_number (atlas_dataset_get_bibliography (dataset), citation.number);
  citation.passages = atlas_report_get_citing (atlas_dataset_get_report (dataset), citation.number);
  citation.items = atlas_dataset_get_citing (dataset, citation.number);

  if (citation.reference == NULL && citation.passages->len == 0)
    {
      g_printerr (_ ("corridor-atlas-cli: the report has no citation %u; its last is %u\n"), citation.number,
                  atlas_report_get_last_citation (atlas_dataset_get_report (dataset)));
      return STATUS_NO;
    }

  sources = collect_sources (&citation);
  if (json)
    print_json (&citation, sources);
  else
    print_text (&citation, sources);

  return STATUS_OK;
}
