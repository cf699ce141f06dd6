// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reference.h"

#include <string.h>

struct _AtlasReference
{
  GObject              parent_instance;

  AtlasReferenceFields fields;
  gboolean             safe; /* whether the address may be opened */
};

G_DEFINE_FINAL_TYPE (AtlasReference, atlas_reference, G_TYPE_OBJECT)

/**
 * atlas_reference_fields_clear:
 * @fields: what a reference is made of
 *
 * Frees all members and zeroes them.
 */
void
atlas_reference_fields_clear (AtlasReferenceFields *fields)
{
  char *strings[] = {
    fields->id, fields->type, fields->title, fields->authors, fields->container, fields->publisher, fields->url,
    fields->language, fields->note, fields->tier, fields->issued, fields->accessed, fields->extra
  };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_free (strings[i]);

  memset (fields, 0, sizeof *fields);
}

/* White space and controls would let an address show as another than the one that is opened; a backslash is a slash to
 * browsers but not to GUri, so the host they see could differ. */
static gboolean
has_plain_characters (const char *url)
{
  if (!g_utf8_validate (url, -1, NULL))
    return FALSE;

  for (const char *p = url; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar         c = g_utf8_get_char (p);
      GUnicodeType     type = g_unichar_type (c);
      static const int bad[] = {
        G_UNICODE_CONTROL, G_UNICODE_FORMAT, G_UNICODE_LINE_SEPARATOR, G_UNICODE_PARAGRAPH_SEPARATOR, G_UNICODE_SPACE_SEPARATOR
      };

      if (c == '\\')
        return FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
        if ((int) type == bad[i])
          return FALSE;
    }

  return TRUE;
}

static gboolean
is_safe_url (const char *url)
{
  g_autoptr (GUri) uri = NULL;

  if (url == NULL || !has_plain_characters (url))
    return FALSE;

  uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);
  if (uri == NULL)
    return FALSE;

  if (strcmp (g_uri_get_scheme (uri), "http") != 0 && strcmp (g_uri_get_scheme (uri), "https") != 0)
    return FALSE;

  return g_uri_get_userinfo (uri) == NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

static void
atlas_reference_finalize (GObject *object)
{
  AtlasReference *self = ATLAS_REFERENCE (object);

  atlas_reference_fields_clear (&self->fields);

  G_OBJECT_CLASS (atlas_reference_parent_class)->finalize (object);
}

static void
atlas_reference_class_init (AtlasReferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_reference_finalize;
}

static void
atlas_reference_init (AtlasReference *self)
{
}

/**
 * atlas_reference_new_take:
 * @fields: (transfer full): what it is made of; left zeroed
 *
 * Makes a bibliographic record.
 *
 * Returns: (transfer full): the record
 */
AtlasReference *
atlas_reference_new_take (AtlasReferenceFields *fields)
{
  AtlasReference *self = NULL;

  g_return_val_if_fail (fields != NULL && fields->id != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_REFERENCE, NULL);
  self->fields = *fields;
  self->safe = is_safe_url (fields->url);
  memset (fields, 0, sizeof *fields);

  return self;
}

const AtlasReferenceFields *
atlas_reference_get_fields (AtlasReference *self)
{
  g_return_val_if_fail (ATLAS_IS_REFERENCE (self), NULL);

  return &self->fields;
}

const char *
atlas_reference_get_id (AtlasReference *self)
{
  g_return_val_if_fail (ATLAS_IS_REFERENCE (self), NULL);

  return self->fields.id;
}

const char *
atlas_reference_get_title (AtlasReference *self)
{
  g_return_val_if_fail (ATLAS_IS_REFERENCE (self), NULL);

  return self->fields.title;
}

AtlasReferenceRole
atlas_reference_get_role (AtlasReference *self)
{
  g_return_val_if_fail (ATLAS_IS_REFERENCE (self), ATLAS_REFERENCE_INDEPENDENT);

  return self->fields.role;
}

guint
atlas_reference_get_number (AtlasReference *self)
{
  g_return_val_if_fail (ATLAS_IS_REFERENCE (self), 0);

  return self->fields.number;
}

const char *
atlas_reference_get_safe_url (AtlasReference *self)
{
  g_return_val_if_fail (ATLAS_IS_REFERENCE (self), NULL);

  return self->safe ? self->fields.url : NULL;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

/* Adds one sentence of the record: white space made single, a full stop unless it ends in one of its own. */
static void
append_sentence (GString    *line,
                 const char *text)
{
  g_auto (GStrv) words = NULL;

  if (is_blank (text))
    return;

  words = g_strsplit_set (text, " \t\r\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (line->len > 0)
        g_string_append_c (line, ' ');
      g_string_append (line, words[i]);
    }

  if (strchr (".?!", line->str[line->len - 1]) == NULL && !g_str_has_suffix (line->str, "…"))
    g_string_append_c (line, '.');
}

static char *
dup_date_words (const char *edtf)
{
  AtlasEdtf date;

  if (is_blank (edtf))
    return NULL;

  return atlas_edtf_parse (edtf, &date, NULL) ? atlas_edtf_to_words (&date) : g_strdup (edtf);
}

/**
 * atlas_reference_format:
 * @self: a reference
 *
 * Says the record in one line of plain text: "Author. Title. Container, 12 June 2024. Publisher."
 *
 * Returns: (transfer full): the line
 */
char *
atlas_reference_format (AtlasReference *self)
{
  const AtlasReferenceFields *fields = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *date = NULL;
  g_autofree char *container = NULL;

  g_return_val_if_fail (ATLAS_IS_REFERENCE (self), NULL);

  fields = &self->fields;
  date = dup_date_words (fields->issued);
  if (!is_blank (fields->container))
    container = date != NULL ? g_strdup_printf ("%s, %s", fields->container, date) : g_strdup (fields->container);
  else
    container = g_steal_pointer (&date);

  append_sentence (line, fields->authors);
  append_sentence (line, fields->title);
  append_sentence (line, container);
  /* Who publishes under their own name is named once. */
  if (g_strcmp0 (fields->publisher, fields->authors) != 0 && g_strcmp0 (fields->publisher, fields->container) != 0)
    append_sentence (line, fields->publisher);

  return g_string_free (g_steal_pointer (&line), FALSE);
}
