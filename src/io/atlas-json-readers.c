// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json.h"

#include "atlas-limits.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A string without control characters but those in @allowed; borrowed from the node. NULL on error. */
static const char *
get_text (const AtlasJson *self,
          gsize            max,
          const char      *allowed,
          GError         **error)
{
  const char *text;

  if (json_node_get_value_type (self->node) != G_TYPE_STRING)
    {
      atlas_json_fail_type (self, error, _ ("a string"));
      return NULL;
    }

  text = json_node_get_string (self->node);
  if (strlen (text) > max)
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
  JsonObjectIter iter;
  const char    *tag;
  JsonNode      *node;

  if (!JSON_NODE_HOLDS_OBJECT (self->node))
    return atlas_json_fail_type (self, error, _ ("an object"));

  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  json_object_iter_init_ordered (&iter, json_node_get_object (self->node));
  while (json_object_iter_next_ordered (&iter, &tag, &node))
    {
      AtlasJson   child = { .parent = self, .member = tag, .node = node };
      const char *name;

      if (!is_language_tag (tag))
        return atlas_json_fail (self, error, ATLAS_RULE_VALUE, _ ("“%.80s” is not a language tag"), tag);

      name = get_name (&child, error);
      if (name == NULL)
        return FALSE;
      g_hash_table_insert (names, g_strdup (tag), g_strdup (name));
    }

  *(GHashTable **) out = g_steal_pointer (&names);

  return TRUE;
}

gboolean
atlas_json_read_double (const AtlasJson *self,
                        gpointer         out,
                        GError         **error)
{
  GType type = json_node_get_value_type (self->node);

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return atlas_json_fail_type (self, error, _ ("a number"));

  *(double *) out = json_node_get_double (self->node);

  return TRUE;
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
  if (json_node_get_value_type (self->node) != G_TYPE_BOOLEAN)
    return atlas_json_fail_type (self, error, _ ("true or false"));

  *(gboolean *) out = json_node_get_boolean (self->node);

  return TRUE;
}

gboolean
atlas_json_read_number (const AtlasJson *self,
                        gpointer         out,
                        GError         **error)
{
  gint64 value;

  if (json_node_get_value_type (self->node) != G_TYPE_INT64)
    return atlas_json_fail_type (self, error, _ ("a whole number"));

  value = json_node_get_int (self->node);
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
