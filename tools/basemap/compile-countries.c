// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* countries.tsv: code, then the name in English, local az ru hy tr; what is empty is not known.
 * contested.tsv: code west south east north [remark]: of towns of that country within that box no country is said. */

#include "compile.h"

#include <gio/gio.h>
#include <string.h>

typedef struct
{
  char   code[3];
  double west, south, east, north;
} Contested;

static gboolean
check_code (const char *code,
            GError    **error)
{
  if (strlen (code) == 2)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” is not a code of two letters", code);

  return FALSE;
}

static gboolean
add_country (Output  *out,
             char   **fields,
             GError **error)
{
  const char *texts[ATLAS_BASEMAP_N_LANGUAGES] = { [ATLAS_BASEMAP_ENGLISH] = fields[1], [ATLAS_BASEMAP_LOCAL] = fields[2] };
  guint       n = g_strv_length (fields);
  guint32     set;

  if (!check_code (fields[0], error))
    return FALSE;

  for (guint i = ATLAS_BASEMAP_AZERBAIJANI; i < ATLAS_BASEMAP_N_LANGUAGES && i + 1 < n; i++)
    texts[i] = fields[i + 1];
  set = output_add_texts (out, texts);
  if (set > G_MAXUINT8)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "more countries than a byte can tell");
      return FALSE;
    }
  g_hash_table_insert (out->countries, g_strdup (fields[0]), GUINT_TO_POINTER (set));

  return TRUE;
}

gboolean
compile_countries (Output     *out,
                   const char *contents,
                   gsize       length,
                   GError    **error)
{
  return compile_table (out, contents, length, 3, add_country, error);
}

static gboolean
add_contested (Output  *out,
               char   **fields,
               GError **error)
{
  Contested box = { 0 };

  if (!check_code (fields[0], error) ||
      !compile_number (fields[1], -180, 180, &box.west, error) ||
      !compile_number (fields[2], -90, 90, &box.south, error) ||
      !compile_number (fields[3], box.west, 180, &box.east, error) ||
      !compile_number (fields[4], box.south, 90, &box.north, error))
    return FALSE;

  memcpy (box.code, fields[0], sizeof box.code);
  g_array_append_val (out->contested, box);

  return TRUE;
}

gboolean
compile_contested (Output     *out,
                   const char *contents,
                   gsize       length,
                   GError    **error)
{
  out->contested = g_array_new (FALSE, FALSE, sizeof (Contested));

  return compile_table (out, contents, length, 5, add_contested, error);
}

/* What carries two names is contested, too. */
guint8
output_find_country (Output     *self,
                     const char *code,
                     const char *name,
                     double      longitude,
                     double      latitude)
{
  if (strstr (name, " / ") != NULL)
    return 0;

  for (guint i = 0; i < self->contested->len; i++)
    {
      const Contested *box = &g_array_index (self->contested, Contested, i);

      if (g_str_equal (box->code, code) && longitude >= box->west && longitude <= box->east && latitude >= box->south &&
          latitude <= box->north)
        return 0;
    }

  return (guint8) GPOINTER_TO_UINT (g_hash_table_lookup (self->countries, code));
}
