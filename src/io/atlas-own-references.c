// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-own-references.h"

#include "atlas-csl.h"
#include "atlas-finding.h"
#include "atlas-note.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a note's id, a UUID: enough to tell the notes of one user apart. */
#define ID_LENGTH 13

char *
atlas_own_reference_write (AtlasReference *reference)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_return_val_if_fail (ATLAS_IS_REFERENCE (reference), NULL);

  g_ptr_array_add (one, reference);

  return atlas_csl_write (one);
}

/* The first record of @text. (transfer full) (nullable) */
static AtlasReference *
read_first (const char *text,
            GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (JsonNode) root = atlas_json_parse (bytes, error);
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (GPtrArray) references = NULL;
  AtlasJson json;

  if (root == NULL)
    return NULL;

  json = ATLAS_JSON_ROOT (root);
  references = atlas_csl_read (&json, "", findings);
  if (references->len > 0 && g_ptr_array_index (references, 0) != NULL)
    return g_object_ref (g_ptr_array_index (references, 0));

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       findings->len > 0 ? ((const AtlasFinding *) g_ptr_array_index (findings, 0))->message : _ ("There is no record in it."));

  return NULL;
}

AtlasReference *
atlas_own_reference_read (const char *text,
                          const char *id,
                          guint       number,
                          GError    **error)
{
  g_autoptr (AtlasReference) record = NULL;
  g_auto (AtlasReferenceFields) fields = { 0 };

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  record = read_first (text, error);
  if (record == NULL)
    return NULL;

  atlas_reference_fields_copy (atlas_reference_get_fields (record), &fields);
  g_free (fields.id);
  fields.id = g_strdup (id);
  fields.number = number;
  fields.role = number > 0 ? ATLAS_REFERENCE_REPORT : ATLAS_REFERENCE_INDEPENDENT;
  fields.title_known = atlas_reference_has_title (record);
  fields.own = TRUE;

  return atlas_reference_new_take (&fields);
}

static AtlasReference *
read_note (AtlasNote         *note,
           AtlasBibliography *base)
{
  const AtlasNoteFields *fields = atlas_note_get_fields (note);
  AtlasReference        *there = fields->citation > 0 ? atlas_bibliography_lookup_number (base, fields->citation) : NULL;
  g_autofree char       *id = NULL;

  if (fields->kind != ATLAS_NOTE_REFERENCE || fields->text == NULL)
    return NULL;

  if (there != NULL)
    id = g_strdup (atlas_reference_get_id (there));
  else if (fields->citation > 0)
    id = g_strdup_printf ("report-%u", fields->citation);
  else
    id = g_strdup_printf ("own-%.*s", ID_LENGTH, fields->id);

  return atlas_own_reference_read (fields->text, id, fields->citation, NULL);
}

AtlasBibliography *
atlas_own_references_add (AtlasBibliography *base,
                          GListModel        *notes)
{
  g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal); /* id → the last record */
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (ATLAS_IS_BIBLIOGRAPHY (base), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (notes), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (AtlasNote) note = g_list_model_get_item (notes, i);
      AtlasReference *record = read_note (note, base);

      if (record == NULL)
        continue;
      g_ptr_array_add (records, record);
      g_hash_table_replace (own, (gpointer) atlas_reference_get_id (record), record);
    }

  if (records->len == 0)
    return g_object_ref (base);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (base)); i++)
    {
      g_autoptr (AtlasReference) reference = g_list_model_get_item (G_LIST_MODEL (base), i);
      AtlasReference *instead = g_hash_table_lookup (own, atlas_reference_get_id (reference));

      g_ptr_array_add (all, g_object_ref (instead != NULL ? instead : reference));
      if (instead != NULL)
        g_hash_table_remove (own, atlas_reference_get_id (reference));
    }

  for (guint i = 0; i < records->len; i++)
    if (g_hash_table_lookup (own, atlas_reference_get_id (g_ptr_array_index (records, i))) == g_ptr_array_index (records, i))
      g_ptr_array_add (all, g_object_ref (g_ptr_array_index (records, i)));

  return atlas_bibliography_new_take (g_steal_pointer (&all));
}
