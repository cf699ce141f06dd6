// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reference-format.h"

#include "atlas-bibtex.h"
#include "atlas-csl.h"
#include "atlas-limits.h"
#include "atlas-reference-batch.h"
#include "atlas-ris.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* Bytes of a text by which its format is told. */
#define DETECT_BYTES 65536

static GPtrArray *
read_csl (const char *text,
          gsize       length,
          const char *file,
          GPtrArray  *findings)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) read = NULL;
  GError    *error = NULL;
  GPtrArray *references = NULL;

  root = atlas_json_parse (bytes, &error);
  if (root == NULL)
    {
      atlas_findings_add_error (findings, file, error);
      return atlas_reference_array_new ();
    }

  if (JSON_NODE_HOLDS_OBJECT (root)) /* one record */
    {
      JsonNode  *node = json_node_new (JSON_NODE_ARRAY);
      JsonArray *array = json_array_new ();

      json_array_add_element (array, g_steal_pointer (&root));
      json_node_take_array (node, array);
      root = node;
    }

  read = atlas_csl_read (&ATLAS_JSON_ROOT (root), file, findings);
  references = atlas_reference_array_new ();
  atlas_reference_array_add_unique (references, read);

  return references;
}

static const AtlasReferenceFormat formats[] = {
  { "csl", "CSL-JSON", ".json", "application/vnd.citationstyles.csl+json", read_csl, atlas_csl_write },
  { "biblatex", "BibLaTeX", ".bib", "application/x-bibtex", atlas_bibtex_read, atlas_bibtex_write },
  { "ris", "RIS", ".ris", "application/x-research-info-systems", atlas_ris_read, atlas_ris_write },
};

enum
{
  FORMAT_CSL,
  FORMAT_BIBLATEX,
  FORMAT_RIS,
};

const AtlasReferenceFormat *
atlas_reference_format_list (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);

  return formats;
}

const AtlasReferenceFormat *
atlas_reference_format_lookup (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i].id, id) == 0)
      return &formats[i];

  return NULL;
}

const AtlasReferenceFormat *
atlas_reference_format_lookup_suffix (const char *file_name)
{
  gsize length = 0;

  g_return_val_if_fail (file_name != NULL, NULL);

  length = strlen (file_name);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      gsize suffix = strlen (formats[i].suffix);

      if (length >= suffix && g_ascii_strcasecmp (file_name + length - suffix, formats[i].suffix) == 0)
        return &formats[i];
    }

  return NULL;
}

/* An "@", a word and a brace. */
static gboolean
begins_entry (const char *at,
              const char *end)
{
  const char *word = at + 1;

  if (at == end || *at != '@')
    return FALSE;
  while (word < end && g_ascii_isalpha (*word))
    word++;
  if (word == at + 1)
    return FALSE;
  while (word < end && g_ascii_isspace (*word))
    word++;

  return word < end && (*word == '{' || *word == '(');
}

/* A tag of two characters, one or two spaces and a hyphen: some programs leave out a space, some the one at the end. */
static gboolean
begins_tag (const char *at,
            const char *end)
{
  const char *hyphen = at + 2;

  if (end - at < 4 || !g_ascii_isupper (at[0]) || !(g_ascii_isupper (at[1]) || g_ascii_isdigit (at[1])) || at[2] != ' ')
    return FALSE;
  while (hyphen < end && *hyphen == ' ')
    hyphen++;

  return hyphen < end && hyphen - at <= 4 && *hyphen == '-' && (hyphen + 1 == end || g_ascii_isspace (hyphen[1]));
}

const AtlasReferenceFormat *
atlas_reference_format_detect (GBytes *bytes)
{
  gsize       length = 0;
  const char *at = g_bytes_get_data (bytes, &length);
  const char *end = at + MIN (length, DETECT_BYTES);

  if (length >= 3 && memcmp (at, BYTE_ORDER_MARK, 3) == 0)
    at += 3;
  while (at < end && g_ascii_isspace (*at))
    at++;
  if (at < end && (*at == '[' || *at == '{'))
    return &formats[FORMAT_CSL];

  while (at < end)
    {
      if (begins_entry (at, end))
        return &formats[FORMAT_BIBLATEX];
      if (begins_tag (at, end))
        return &formats[FORMAT_RIS];

      while (at < end && *at != '\n' && *at != '\r')
        at++;
      while (at < end && g_ascii_isspace (*at))
        at++;
    }

  return NULL;
}

/* Whether a text may be given to a reader. */
static gboolean
check_text (const char *text,
            gsize       length,
            const char *file,
            GPtrArray  *findings)
{
  const char *bad = NULL;

  if (length > ATLAS_LIMIT_REFERENCES_SIZE)
    {
      atlas_findings_add (findings, file, "", ATLAS_RULE_LIMIT, _ ("a text of more than %zu bytes"), ATLAS_LIMIT_REFERENCES_SIZE);
      return FALSE;
    }

  if (!g_utf8_validate_len (text, length, &bad))
    {
      guint            line = 1;
      g_autofree char *place = NULL;

      for (const char *c = text; c < bad; c++)
        line += *c == '\n';
      place = g_strdup_printf (":%u", line);
      atlas_findings_add (findings, file, place, ATLAS_RULE_ENCODING, _ ("the text is not in UTF-8"));
      return FALSE;
    }

  return TRUE;
}

GPtrArray *
atlas_reference_format_read (const AtlasReferenceFormat *self,
                             GBytes                     *bytes,
                             const char                 *file,
                             GPtrArray                  *findings)
{
  gsize       length = 0;
  const char *text = g_bytes_get_data (bytes, &length);

  g_return_val_if_fail (bytes != NULL && file != NULL && findings != NULL, NULL);

  if (self == NULL)
    self = atlas_reference_format_detect (bytes);
  if (length >= 3 && memcmp (text, BYTE_ORDER_MARK, 3) == 0)
    {
      text += 3;
      length -= 3;
    }

  if (length == 0)
    {
      atlas_findings_add (findings, file, "", ATLAS_RULE_EMPTY_FILE, _ ("the file is empty"));
      return atlas_reference_array_new ();
    }
  if (!check_text (text, length, file, findings))
    return atlas_reference_array_new ();
  if (self == NULL)
    {
      atlas_findings_add (findings, file, "", ATLAS_RULE_FORMAT, _ ("the text is neither CSL-JSON nor BibTeX nor RIS"));
      return atlas_reference_array_new ();
    }

  return self->read (text, length, file, findings);
}
