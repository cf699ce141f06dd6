// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json.h"

#include "atlas-limits.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A string without control characters but those in @allowed; borrowed from the tree. NULL on error. */
static const char *
get_text (const AtlasJson *self,
          gsize            max,
          const char      *allowed,
          GError         **error)
{
  const char *text;

  if (self->value->type != ATLAS_JSON_STRING)
    {
      atlas_json_fail_type (self, error, _ ("a string"));
      return NULL;
    }

  text = self->value->string;

  if (self->value->length > max)
    {
      atlas_json_fail (self, error, ATLAS_RULE_LIMIT, _ ("a text of more than %zu bytes"), max);
      return NULL;
    }

  for (const char *c = text; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c) && strchr (allowed, *c) == NULL)
      {
        atlas_json_fail (self, error, ATLAS_RULE_VALUE, _ ("the text holds the control character U+%04X"), (guint) *c);
        return NULL;
      }

  return text;
}

static const char *
get_name (const AtlasJson *self,
          GError         **error)
{
  const char *text = get_text (self, ATLAS_LIMIT_NAME, "", error);

  if (text != NULL && *text == '\0')
    {
      atlas_json_fail (self, error, ATLAS_RULE_VALUE, _ ("the text is empty"));
      return NULL;
    }

  return text;
}

static const char *
get_id (const AtlasJson *self,
        GError         **error)
{
  const char *text = get_name (self, error);

  if (text != NULL && strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen (text))
    {
      atlas_json_fail (self, error, ATLAS_RULE_ID, _ ("“%s” is not an id: only a to z, 0 to 9 and “-” are allowed"), text);
      return NULL;
    }

  return text;
}

static gboolean
take_copy (const char *text,
           gpointer    out)
{
  if (text == NULL)
    return FALSE;

  *(char **) out = g_strdup (text);

  return TRUE;
}

gboolean
atlas_json_read_string (const AtlasJson *self,
                        gpointer         out,
                        GError         **error)
{
  return take_copy (get_text (self, ATLAS_LIMIT_STRING, "\n\t", error), out);
}

gboolean
atlas_json_read_name (const AtlasJson *self,
                      gpointer         out,
                      GError         **error)
{
  return take_copy (get_name (self, error), out);
}

gboolean
atlas_json_read_id (const AtlasJson *self,
                    gpointer         out,
                    GError         **error)
{
  return take_copy (get_id (self, error), out);
}

static gboolean
read_strings (const AtlasJson *self,
              const char *(*get) (const AtlasJson *self, GError **error),
              GStrv   *out,
              GError **error)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  guint length = 0;

  if (!atlas_json_get_length (self, ATLAS_LIMIT_LIST, &length, error))
    return FALSE;

  builder = g_strv_builder_new ();
  for (guint i = 0; i < length; i++)
    {
      AtlasJson   element = atlas_json_element (self, i);
      const char *text = get (&element, error);

      if (text == NULL)
        return FALSE;
      g_strv_builder_add (builder, text);
    }

  *out = g_strv_builder_end (builder);

  return TRUE;
}

gboolean
atlas_json_read_names (const AtlasJson *self,
                       gpointer         out,
                       GError         **error)
{
  return read_strings (self, get_name, out, error);
}

gboolean
atlas_json_read_ids (const AtlasJson *self,
                     gpointer         out,
                     GError         **error)
{
  return read_strings (self, get_id, out, error);
}

/* Enough of BCP 47 to keep a tag harmless: subtags of letters and digits. */
static gboolean
is_language_tag (const char *text)
{
  gsize length = strlen (text);

  return length >= 2 && length <= 35 && g_ascii_isalpha (text[0]) && text[length - 1] != '-' && strstr (text, "--") == NULL &&
         strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == length;
}

gboolean
atlas_json_read_by_language (const AtlasJson *self,
                             gpointer         out,
                             GError         **error)
{
  g_autoptr (GHashTable) names = NULL;

  if (self->value->type != ATLAS_JSON_OBJECT)
    return atlas_json_fail_type (self, error, _ ("an object"));
  if (self->value->length > ATLAS_LIMIT_LIST)
    return atlas_json_fail (self, error, ATLAS_RULE_LIMIT, _ ("more than %u members"), ATLAS_LIMIT_LIST);

  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < self->value->length; i++)
    {
      const AtlasJsonField *field = &self->value->fields[i];
      AtlasJson             child = { .parent = self, .member = field->name, .value = &field->value };
      const char           *name;

      if (!is_language_tag (field->name))
        return atlas_json_fail (self, error, ATLAS_RULE_VALUE, _ ("“%.80s” is not a language tag"), field->name);

      name = get_name (&child, error);
      if (name == NULL)
        return FALSE;
      g_hash_table_insert (names, g_strdup (field->name), g_strdup (name));
    }

  *(GHashTable **) out = g_steal_pointer (&names);

  return TRUE;
}

gboolean
atlas_json_read_double (const AtlasJson *self,
                        gpointer         out,
                        GError         **error)
{
  switch ((AtlasJsonType) self->value->type)
    {
    case ATLAS_JSON_INTEGER:
      *(double *) out = (double) self->value->integer;
      return TRUE;
    case ATLAS_JSON_DOUBLE:
      *(double *) out = self->value->real;
      return TRUE;
    case ATLAS_JSON_NULL:
    case ATLAS_JSON_BOOLEAN:
    case ATLAS_JSON_STRING:
    case ATLAS_JSON_ARRAY:
    case ATLAS_JSON_OBJECT:
    default:
      return atlas_json_fail_type (self, error, _ ("a number"));
    }
}

gboolean
atlas_json_read_km (const AtlasJson *self,
                    gpointer         out,
                    GError         **error)
{
  double value = 0.0;

  if (!atlas_json_read_double (self, &value, error))
    return FALSE;
  if (!(value >= 0.0 && value <= 40100.0)) /* once round the Earth */
    return atlas_json_fail (self, error, ATLAS_RULE_VALUE, _ ("%g km is no distance on the Earth"), value);

  *(double *) out = value * 1000.0;

  return TRUE;
}

gboolean
atlas_json_read_boolean (const AtlasJson *self,
                         gpointer         out,
                         GError         **error)
{
  if (self->value->type != ATLAS_JSON_BOOLEAN)
    return atlas_json_fail_type (self, error, _ ("true or false"));

  *(gboolean *) out = self->value->boolean;

  return TRUE;
}

gboolean
atlas_json_read_number (const AtlasJson *self,
                        gpointer         out,
                        GError         **error)
{
  gint64 value;

  if (self->value->type != ATLAS_JSON_INTEGER)
    return atlas_json_fail_type (self, error, _ ("a whole number"));

  value = self->value->integer;
  if (value < 1 || value > ATLAS_LIMIT_CITATION)
    return atlas_json_fail (self, error, ATLAS_RULE_VALUE, _ ("%ld is not from 1 to %u"), (long) value, ATLAS_LIMIT_CITATION);

  *(guint *) out = (guint) value;

  return TRUE;
}

gboolean
atlas_json_read_numbers (const AtlasJson *self,
                         gpointer         out,
                         GError         **error)
{
  g_autoptr (GArray) numbers = NULL;
  guint length = 0;

  if (!atlas_json_get_length (self, ATLAS_LIMIT_LIST, &length, error))
    return FALSE;

  numbers = g_array_sized_new (FALSE, FALSE, sizeof (guint), length);
  for (guint i = 0; i < length; i++)
    {
      AtlasJson element = atlas_json_element (self, i);
      guint     number = 0;

      if (!atlas_json_read_number (&element, &number, error))
        return FALSE;
      g_array_append_val (numbers, number);
    }

  *(GArray **) out = g_steal_pointer (&numbers);

  return TRUE;
}

static const char *
get_edtf (const AtlasJson *self,
          AtlasEdtf       *edtf,
          GError         **error)
{
  g_autoptr (GError) inner = NULL;
  const char *text = get_name (self, error);

  if (text != NULL && !atlas_edtf_parse (text, edtf, &inner))
    {
      atlas_json_fail (self, error, ATLAS_RULE_DATE, "%s", inner->message);
      return NULL;
    }

  return text;
}

gboolean
atlas_json_read_when (const AtlasJson *self,
                      gpointer         out,
                      GError         **error)
{
  AtlasEdtf   edtf;
  const char *text = get_edtf (self, &edtf, error);

  if (text == NULL)
    return FALSE;

  *(AtlasWhen *) out = (AtlasWhen){ edtf, g_strdup (text) };

  return TRUE;
}

gboolean
atlas_json_read_span (const AtlasJson *self,
                      gpointer         out,
                      GError         **error)
{
  AtlasEdtf edtf;

  if (get_edtf (self, &edtf, error) == NULL)
    return FALSE;

  *(AtlasTimeSpan *) out = edtf.span;

  return TRUE;
}

gboolean
atlas_json_skip (const AtlasJson *self,
                 gpointer         out,
                 GError         **error)
{
  if (self->lossy != NULL)
    *self->lossy = TRUE;

  return TRUE;
}
