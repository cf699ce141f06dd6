// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json.h"

#include "atlas-json-check.h"
#include "atlas-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
append_pointer (const AtlasJson *self,
                GString         *string)
{
  if (self->parent == NULL)
    return;

  append_pointer (self->parent, string); /* as deep as the reader's own calls */
  g_string_append_c (string, '/');

  if (self->member == NULL)
    {
      g_string_append_printf (string, "%u", self->index);
      return;
    }

  for (const char *c = self->member; *c != '\0'; c++)
    {
      if (*c == '~')
        g_string_append (string, "~0");
      else if (*c == '/')
        g_string_append (string, "~1");
      else
        g_string_append_c (string, *c);
    }
}

static const char *
type_name (const AtlasJson *self)
{
  switch (json_node_get_node_type (self->node))
    {
    case JSON_NODE_OBJECT:
      return _ ("an object");
    case JSON_NODE_ARRAY:
      return _ ("an array");
    case JSON_NODE_NULL:
      return _ ("null");
    case JSON_NODE_VALUE:
    default:
      break;
    }

  switch (json_node_get_value_type (self->node))
    {
    case G_TYPE_STRING:
      return _ ("a string");
    case G_TYPE_BOOLEAN:
      return _ ("true or false");
    default:
      return _ ("a number");
    }
}

/* A place inside @self. */
static AtlasJson
child_of (const AtlasJson *self,
          const char      *member,
          guint            index,
          JsonNode        *node)
{
  return (AtlasJson){ .parent = self, .member = member, .index = index, .node = node, .lossy = self->lossy };
}

static const AtlasJsonMember *
find_member (const AtlasJsonMember *members,
             const char            *name)
{
  for (; members->name != NULL; members++)
    if (strcmp (members->name, name) == 0)
      return members;

  return NULL;
}

/* json-glib before 1.8 writes 1e20 as "1e+20.0", which is no JSON. */
static void
mend_exponents (char *text)
{
  gboolean quoted = FALSE, exponent = FALSE;
  char    *to = text;

  for (const char *at = text; *at != '\0'; at++)
    {
      if (exponent && *at == '.')
        {
          at++; /* over the "0" as well */
          continue;
        }

      if (*at == '"')
        quoted = !quoted;
      else if (*at == '\\') /* only inside quotes */
        *to++ = *at++;
      exponent = !quoted && (*at == 'e' || (exponent && strchr ("+-0123456789", *at) != NULL));
      *to++ = *at;
    }
  *to = '\0';
}

/* The members of @self that are not known or not read whole, as compact JSON. */
static char *
dup_extra (const AtlasJson       *self,
           const AtlasJsonMember *members,
           guint64                unread)
{
  g_autoptr (JsonNode) rest = json_node_new (JSON_NODE_OBJECT);
  JsonObject    *object = json_object_new ();
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *node;

  json_node_take_object (rest, object);
  json_object_iter_init_ordered (&iter, json_node_get_object (self->node));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      const AtlasJsonMember *member = find_member (members, name);

      if (member == NULL || (unread & (G_GUINT64_CONSTANT (1) << (member - members))) != 0)
        json_object_set_member (object, name, json_node_ref (node));
    }

  return atlas_json_to_text (rest, FALSE);
}

/* Gives json-glib what the check let through. */
static JsonNode *
parse_checked (const char *text,
               gsize       length,
               GError    **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) inner = NULL;

  if (json_parser_load_from_data (parser, text, (gssize) length, &inner))
    return json_parser_steal_root (parser);

  g_set_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_SYNTAX, ":%u:%u: %s", json_parser_get_current_line (parser),
               json_parser_get_current_pos (parser), inner->message);

  return NULL;
}

JsonNode *
atlas_json_parse (GBytes  *bytes,
                  GError **error)
{
  gsize       length = 0;
  const char *text = g_bytes_get_data (bytes, &length);

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }

  return atlas_json_check (text, length, error) ? parse_checked (text, length, error) : NULL;
}

char *
atlas_json_to_text (JsonNode *root,
                    gboolean  pretty)
{
  char *text = json_to_string (root, pretty);

  mend_exponents (text);

  return text;
}

char *
atlas_json_dup_pointer (const AtlasJson *self)
{
  GString *string = g_string_new (NULL);

  append_pointer (self, string);

  return g_string_free (string, FALSE);
}

gboolean
atlas_json_fail (const AtlasJson *self,
                 GError         **error,
                 AtlasRule        rule,
                 const char      *format,
                 ...)
{
  g_autofree char *pointer = atlas_json_dup_pointer (self);
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (error, ATLAS_BUNDLE_ERROR, rule, "#%s: %s", pointer, message);

  return FALSE;
}

gboolean
atlas_json_fail_type (const AtlasJson *self,
                      GError         **error,
                      const char      *wanted)
{
  return atlas_json_fail (self, error, ATLAS_RULE_TYPE, _ ("%s is due here, not %s"), wanted, type_name (self));
}

gboolean
atlas_json_enter (const AtlasJson *self,
                  const char      *member,
                  AtlasJson       *child,
                  GError         **error)
{
  if (!JSON_NODE_HOLDS_OBJECT (self->node))
    return atlas_json_fail_type (self, error, _ ("an object"));

  if (!atlas_json_enter_optional (self, member, child))
    return atlas_json_fail (self, error, ATLAS_RULE_MISSING, _ ("“%s” is missing"), member);

  return TRUE;
}

gboolean
atlas_json_enter_optional (const AtlasJson *self,
                           const char      *member,
                           AtlasJson       *child)
{
  JsonNode *node = NULL;

  if (JSON_NODE_HOLDS_OBJECT (self->node))
    node = json_object_get_member (json_node_get_object (self->node), member);
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return FALSE;

  *child = child_of (self, member, 0, node);

  return TRUE;
}

gboolean
atlas_json_get_length (const AtlasJson *self,
                       guint            max,
                       guint           *length,
                       GError         **error)
{
  guint found;

  if (!JSON_NODE_HOLDS_ARRAY (self->node))
    return atlas_json_fail_type (self, error, _ ("an array"));

  found = json_array_get_length (json_node_get_array (self->node));
  if (found > max)
    return atlas_json_fail (self, error, ATLAS_RULE_LIMIT, _ ("%u elements, more than the %u that are allowed"), found, max);

  *length = found;

  return TRUE;
}

AtlasJson
atlas_json_element (const AtlasJson *self,
                    guint            index)
{
  JsonArray *array = json_node_get_array (self->node);

  g_assert (array != NULL && index < json_array_get_length (array));

  return child_of (self, NULL, index, json_array_get_element (array, index));
}

gboolean
atlas_json_read_choice (const AtlasJson   *self,
                        const char *const *choices,
                        AtlasRule          rule,
                        guint             *choice,
                        GError           **error)
{
  g_autofree char *text = NULL;
  g_autofree char *all = NULL;

  if (!atlas_json_read_name (self, &text, error))
    return FALSE;

  for (guint i = 0; choices[i] != NULL; i++)
    if (strcmp (choices[i], text) == 0)
      {
        *choice = i;
        return TRUE;
      }

  all = g_strjoinv (", ", (GStrv) choices);

  return atlas_json_fail (self, error, rule, _ ("“%s” is none of: %s"), text, all);
}

gboolean
atlas_json_read_object (const AtlasJson       *self,
                        const AtlasJsonMember *members,
                        gpointer               out,
                        char                 **extra,
                        GError               **error)
{
  JsonObject *object;
  guint       n_found = 0;
  guint64     unread = 0;

  if (!JSON_NODE_HOLDS_OBJECT (self->node))
    return atlas_json_fail_type (self, error, _ ("an object"));

  object = json_node_get_object (self->node);
  for (guint i = 0; members[i].name != NULL; i++)
    {
      const AtlasJsonMember *member = &members[i];
      JsonNode              *node = json_object_get_member (object, member->name);
      AtlasJson              child = child_of (self, member->name, 0, node);
      gboolean               lossy = FALSE;

      g_assert (i < 64); /* bits of unread */

      if (node != NULL)
        n_found++;
      if (node == NULL || JSON_NODE_HOLDS_NULL (node))
        {
          if (member->required)
            return atlas_json_fail (self, error, ATLAS_RULE_MISSING, _ ("“%s” is missing"), member->name);
          continue;
        }

      child.lossy = &lossy;
      if (!member->reader (&child, G_STRUCT_MEMBER_P (out, member->offset), error))
        return FALSE;
      if (lossy)
        unread |= G_GUINT64_CONSTANT (1) << i;
    }

  if (unread == 0 && n_found == json_object_get_size (object))
    return TRUE;

  if (extra != NULL)
    *extra = dup_extra (self, members, unread);
  else if (self->lossy != NULL)
    *self->lossy = TRUE;

  return TRUE;
}

gboolean
atlas_json_read_objects (const AtlasJson       *self,
                         const AtlasJsonMember *members,
                         gsize                  size,
                         GDestroyNotify         destroy,
                         GPtrArray            **out,
                         GError               **error)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (destroy);
  guint length = 0;

  if (!atlas_json_get_length (self, ATLAS_LIMIT_LIST, &length, error))
    return FALSE;

  for (guint i = 0; i < length; i++)
    {
      AtlasJson element = atlas_json_element (self, i);

      g_ptr_array_add (array, g_malloc0 (size));
      if (!atlas_json_read_object (&element, members, g_ptr_array_index (array, i), NULL, error))
        return FALSE;
    }

  *out = g_steal_pointer (&array);

  return TRUE;
}
