// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* names.tsv: the name on the map, which is English, then local az ru hy tr; what is empty is not known. */

#include "compile.h"

#include <gio/gio.h>
#include <string.h>

/* In which letters, beside the Latin ones, who reads a language reads names. */
static const GUnicodeScript scripts[ATLAS_BASEMAP_N_LANGUAGES] = {
  [ATLAS_BASEMAP_LOCAL] = G_UNICODE_SCRIPT_LATIN,
  [ATLAS_BASEMAP_ENGLISH] = G_UNICODE_SCRIPT_LATIN,
  [ATLAS_BASEMAP_AZERBAIJANI] = G_UNICODE_SCRIPT_LATIN,
  [ATLAS_BASEMAP_RUSSIAN] = G_UNICODE_SCRIPT_CYRILLIC,
  [ATLAS_BASEMAP_ARMENIAN] = G_UNICODE_SCRIPT_ARMENIAN,
  [ATLAS_BASEMAP_TURKISH] = G_UNICODE_SCRIPT_LATIN,
};

static gboolean
is_readable (const char          *text,
             AtlasBasemapLanguage language)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (text));

      if (script != G_UNICODE_SCRIPT_COMMON && script != G_UNICODE_SCRIPT_INHERITED &&
          script != G_UNICODE_SCRIPT_LATIN && script != scripts[language])
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_known (const char *text)
{
  return text != NULL && text[0] != '\0';
}

guint32
output_add_texts (Output     *self,
                  const char *texts[ATLAS_BASEMAP_N_LANGUAGES])
{
  const char      *local = texts[ATLAS_BASEMAP_LOCAL];
  AtlasBasemapName set;

  for (guint i = 0; i < ATLAS_BASEMAP_N_LANGUAGES; i++)
    {
      const char *text = texts[i];

      /* What is not known in a language is said as it is there, if that can be read, else in English. */
      if (!is_known (text) && i != ATLAS_BASEMAP_ENGLISH && is_known (local) && is_readable (local, i))
        text = local;
      if (!is_known (text))
        text = texts[ATLAS_BASEMAP_ENGLISH];
      set.text[i] = output_add_string (self, text);
    }

  return output_add_set (self, &set);
}

static guint32
add_with_figures (Output     *self,
                  guint32     known,
                  const char *figures)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  const char *texts[ATLAS_BASEMAP_N_LANGUAGES];

  for (guint i = 0; i < ATLAS_BASEMAP_N_LANGUAGES; i++)
    {
      guint32 text = g_array_index (self->array[OUT_NAMES], AtlasBasemapName, known).text[i];

      texts[i] = g_strconcat (&g_array_index (self->array[OUT_STRINGS], char, text), figures, NULL);
      g_ptr_array_add (kept, (gpointer) texts[i]);
    }

  return output_add_texts (self, texts);
}

guint32
output_add_name (Output     *self,
                 const char *name)
{
  gsize            length = strlen (name);
  g_autofree char *words = NULL;
  const char      *texts[ATLAS_BASEMAP_N_LANGUAGES] = { [ATLAS_BASEMAP_ENGLISH] = name };
  gpointer         known;

  if (g_hash_table_lookup_extended (self->known, name, NULL, &known))
    return GPOINTER_TO_UINT (known);

  while (length > 0 && g_ascii_isdigit (name[length - 1]))
    length--;
  words = g_strchomp (g_strndup (name, length));
  if (name[length] != '\0' && g_hash_table_lookup_extended (self->known, words, NULL, &known))
    return add_with_figures (self, GPOINTER_TO_UINT (known), name + strlen (words));

  return output_add_texts (self, texts);
}

static gboolean
add_names (Output  *out,
           char   **fields,
           GError **error)
{
  const char *texts[ATLAS_BASEMAP_N_LANGUAGES] = { [ATLAS_BASEMAP_ENGLISH] = fields[0], [ATLAS_BASEMAP_LOCAL] = fields[1] };
  guint       n = g_strv_length (fields);

  if (fields[0][0] == '\0')
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "no name");
      return FALSE;
    }
  for (guint i = ATLAS_BASEMAP_AZERBAIJANI; i < MIN (n, ATLAS_BASEMAP_N_LANGUAGES); i++)
    texts[i] = fields[i];
  g_hash_table_insert (out->known, g_strdup (fields[0]), GUINT_TO_POINTER (output_add_texts (out, texts)));

  return TRUE;
}

gboolean
compile_names (Output     *out,
               const char *contents,
               gsize       length,
               GError    **error)
{
  return compile_table (out, contents, length, 2, add_names, error);
}
