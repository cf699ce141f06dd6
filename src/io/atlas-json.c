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
  static const struct
  {
    GType       type;
    const char *name;
  } names[] = {
    { G_TYPE_STRING, N_ ("a string") },
    { G_TYPE_INT64, N_ ("a number") },
    { G_TYPE_DOUBLE, N_ ("a number") },
    { G_TYPE_BOOLEAN, N_ ("true or false") },
  };

  switch (JSON_NODE_TYPE (self->node))
    {
    case JSON_NODE_OBJECT:
      return _ ("an object");
    case JSON_NODE_ARRAY:
      return _ ("an array");
    case JSON_NODE_NULL:
      return _ ("null");
    case JSON_NODE_VALUE:
    default:
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (names[i].type == json_node_get_value_type (self->node))
          return _ (names[i].name);
      return _ ("something else");
    }
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

/* The members of @self that are not known or not read whole, as JSON. */
static char *
dup_extra (const AtlasJson       *self,
           const AtlasJsonMember *members,
           guint64                unread)
{
  g_autoptr (JsonObject) rest = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObjectIter iter;
  const char    *name = NULL;
  JsonNode      *value = NULL;

  json_object_iter_init_ordered (&iter, json_node_get_object (self->node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      const AtlasJsonMember *member = find_member (members, name);

      if (member == NULL || (unread & (G_GUINT64_CONSTANT (1) << (member - members))) != 0)
        json_object_set_member (rest, name, json_node_copy (value));
    }
  json_node_set_object (node, rest);

  return json_to_string (node, FALSE);
}

JsonNode *
atlas_json_parse_bytes (GBytes  *bytes,
                        GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) inner = NULL;
  gsize       length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }

  if (length == 0)
    {
      g_set_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_EMPTY_FILE, ":1: %s", _ ("the file is empty"));
      return NULL;
    }

  if (!atlas_json_check (data, length, error))
    return NULL;

  if (!json_parser_load_from_data (parser, data, (gssize) length, &inner) || json_parser_get_root (parser) == NULL)
    {
      g_set_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_SYNTAX, ":1: %s", inner != NULL ? inner->message : _ ("the file is empty"));
      return NULL;
    }

  return json_parser_steal_root (parser);
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

  *child = (AtlasJson){ .parent = self, .member = member, .node = node, .lossy = self->lossy };

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

  return (AtlasJson){ .parent = self, .index = index, .node = json_array_get_element (array, index), .lossy = self->lossy };
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
  guint   n_found = 0;
  guint64 unread = 0;

  if (!JSON_NODE_HOLDS_OBJECT (self->node))
    return atlas_json_fail_type (self, error, _ ("an object"));

  for (guint i = 0; members[i].name != NULL; i++)
    {
      const AtlasJsonMember *member = &members[i];
      JsonNode              *node = json_object_get_member (json_node_get_object (self->node), member->name);
      gboolean               lossy = FALSE;
      AtlasJson              child = { .parent = self, .member = member->name, .node = node, .lossy = &lossy };

      g_assert (i < 64); /* bits of unread */

      if (node != NULL)
        n_found++;
      if ((node == NULL || JSON_NODE_HOLDS_NULL (node)) && member->required)
        return atlas_json_fail (self, error, ATLAS_RULE_MISSING, _ ("“%s” is missing"), member->name);
      if (node == NULL || JSON_NODE_HOLDS_NULL (node))
        continue;
      if (!member->reader (&child, G_STRUCT_MEMBER_P (out, member->offset), error))
        return FALSE;
      if (lossy)
        unread |= G_GUINT64_CONSTANT (1) << i;
    }

  if (unread == 0 && n_found == json_object_get_size (json_node_get_object (self->node)))
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
