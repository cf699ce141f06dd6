// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-exporter-private.h"

#include "atlas-session-state.h"

#include <glib/gi18n-lib.h>

/* What the writers of the formats have in common. */

gboolean
atlas_export_put (GOutputStream *stream,
                  GString       *text,
                  GCancellable  *cancellable,
                  GError       **error)
{
  gboolean put = g_output_stream_write_all (stream, text->str, text->len, NULL, cancellable, error);

  g_string_truncate (text, 0);

  return put;
}

void
atlas_export_append_escaped (GString    *text,
                             const char *words)
{
  for (const char *at = words; *at != '\0'; at++)
    if (*at == '&')
      g_string_append (text, "&amp;");
    else if (*at == '<')
      g_string_append (text, "&lt;");
    else if (*at == '>')
      g_string_append (text, "&gt;");
    else if (*at == '"')
      g_string_append (text, "&quot;");
    else if ((guchar) *at >= 0x20 || *at == '\n' || *at == '\t')
      g_string_append_c (text, *at);
}

/* The length of a mark of a citation; 0: there is none. */
static gsize
measure_mark (const char *at)
{
  gsize length = 1;

  if (*at != '[' || !g_ascii_isdigit (at[1]))
    return 0;
  while (g_ascii_isdigit (at[length]))
    length++;

  return at[length] == ']' ? length + 1 : 0;
}

char *
atlas_export_dup_plain (const char *words)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = words; *at != '\0';)
    {
      gsize mark = measure_mark (at);

      if (mark == 0)
        {
          g_string_append_c (plain, *at++);
          continue;
        }

      at += mark;
      while (plain->len > 0 && plain->str[plain->len - 1] == ' ') /* that parted it from its word */
        g_string_truncate (plain, plain->len - 1);
      if (g_ascii_isalnum (*at))
        g_string_append_c (plain, ' ');
    }

  return g_string_free (plain, FALSE);
}

char *
atlas_export_dup_day (int day)
{
  int year, month, day_of_month;

  atlas_day_to_ymd (day, &year, &month, &day_of_month);
  if (year <= 0)
    return g_strdup_printf ("-%04d-%02d-%02d", 1 - year, month, day_of_month);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}

char *
atlas_export_dup_begin (const AtlasEdtfDate *date)
{
  /* How much of "YYYY-MM-DD" a reader may have; what is coarser than a year begins on a day. */
  char *text = atlas_export_dup_day (date->span.begin);
  char *month = g_strrstr (text, "-") - 3;

  if (date->precision == ATLAS_EDTF_MONTH)
    month[3] = '\0';
  else if (date->precision == ATLAS_EDTF_YEAR)
    month[0] = '\0';

  return text;
}

const char *
atlas_export_get_name (const AtlasExport *what,
                       AtlasItem         *item)
{
  return what->language != NULL ? atlas_item_get_name (item, what->language) : atlas_item_get_title (item);
}

const char *
atlas_export_get_kind_title (const AtlasExport *what,
                             AtlasKind          kind)
{
  const AtlasTerm *term = atlas_manifest_find_kind (atlas_dataset_get_manifest (what->dataset), kind);

  return term != NULL ? atlas_term_get_title (term, what->language) : atlas_kind_get_name (kind);
}

char *
atlas_export_dup_link (const AtlasExport *what,
                       AtlasItem         *item)
{
  return g_strdup_printf (ATLAS_LINK_SCHEME ":%s#item=%s", atlas_dataset_get_manifest (what->dataset)->id, atlas_item_get_id (item));
}

static void
append_paragraph (GString    *text,
                  const char *label, /* (nullable) */
                  const char *words) /* (nullable) */
{
  g_autofree char *plain = NULL;

  if (words == NULL || *words == '\0')
    return;

  plain = atlas_export_dup_plain (words);
  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (label != NULL)
    g_string_append_printf (text, "%s ", label);
  g_string_append (text, plain);
}

char *
atlas_export_dup_description (const AtlasExport *what,
                              AtlasItem         *item)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *dates = atlas_edtf_to_words (&atlas_item_get_when (item)->edtf);
  GPtrArray       *differences = atlas_item_get_differences (item);
  GPtrArray       *phases = atlas_item_get_phases (item);

  append_paragraph (text, NULL, atlas_item_get_summary (item));
  append_paragraph (text, NULL, dates);
  for (guint i = 0; i < phases->len; i++)
    {
      const AtlasPhase *phase = g_ptr_array_index (phases, i);
      const char       *status = atlas_kind_get_status_name (atlas_item_get_kind (item), phase->status);
      g_autofree char  *words = atlas_edtf_to_words (&phase->when.edtf);
      g_autofree char  *label = *status != '\0' ? g_strconcat (status, ":", NULL) : NULL;

      append_paragraph (text, label, words);
    }
  for (guint i = 0; i < differences->len; i++)
    {
      const AtlasDifference *difference = g_ptr_array_index (differences, i);

      append_paragraph (text, NULL, difference->report); /* it says itself that the report says so */
      append_paragraph (text, _ ("Public sources:"), difference->public_text);
    }

  return g_string_free (text, FALSE);
}

GPtrArray *
atlas_export_dup_references (const AtlasExport *what)
{
  GPtrArray         *references = g_ptr_array_new_with_free_func (g_object_unref);
  AtlasBibliography *bibliography = atlas_dataset_get_bibliography (what->dataset);
  gboolean           all = what->items->len >= atlas_dataset_get_n_items (what->dataset);
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL); /* of AtlasReference */

  for (guint i = 0; i < what->items->len && !all; i++)
    {
      AtlasItem   *item = g_ptr_array_index (what->items, i);
      guint        n_cites = 0;
      const guint *cites = atlas_item_get_cites (item, &n_cites);
      g_autoptr (GPtrArray) ids = atlas_dataset_dup_item_sources (what->dataset, item);

      for (guint k = 0; k < ids->len; k++)
        g_hash_table_add (wanted, atlas_bibliography_lookup (bibliography, g_ptr_array_index (ids, k)));
      for (guint k = 0; k < n_cites; k++)
        g_hash_table_add (wanted, atlas_bibliography_lookup_number (bibliography, cites[k]));
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (bibliography)); i++)
    {
      g_autoptr (AtlasReference) reference = g_list_model_get_item (G_LIST_MODEL (bibliography), i);

      if (all || g_hash_table_contains (wanted, reference))
        g_ptr_array_add (references, g_steal_pointer (&reference));
    }

  return references;
}
