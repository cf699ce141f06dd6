// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json.h"

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
  static const char *const names[] = {
    [ATLAS_JSON_NULL] = N_ ("null"),
    [ATLAS_JSON_BOOLEAN] = N_ ("true or false"),
    [ATLAS_JSON_INTEGER] = N_ ("a number"),
    [ATLAS_JSON_DOUBLE] = N_ ("a number"),
    [ATLAS_JSON_STRING] = N_ ("a string"),
    [ATLAS_JSON_ARRAY] = N_ ("an array"),
    [ATLAS_JSON_OBJECT] = N_ ("an object"),
  };

  return _ (names[self->value->type]);
}

/* A place inside @self. */
static AtlasJson
child_of (const AtlasJson      *self,
          const char           *member,
          guint                 index,
          const AtlasJsonValue *value)
{
  return (AtlasJson){ .parent = self, .member = member, .index = index, .value = value, .text = self->text, .lossy = self->lossy };
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

/* The members of @self that are not known or not read whole, as JSON, word for word as they were written. */
static char *
dup_extra (const AtlasJson       *self,
           const AtlasJsonMember *members,
           guint64                unread)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < self->value->length; i++)
    {
      const AtlasJsonField  *field = &self->value->fields[i];
      const AtlasJsonMember *member = find_member (members, field->name);
      AtlasJsonValue         name = { .begin = field->name_begin, .end = field->value.begin };

      if (member != NULL && (unread & (G_GUINT64_CONSTANT (1) << (member - members))) == 0)
        continue;

      if (text->len > 1)
        g_string_append_c (text, ',');
      atlas_json_value_append (&name, self->text, text); /* with its ":" */
      atlas_json_value_append (&field->value, self->text, text);
    }

  g_string_append_c (text, '}');

  return g_string_free (text, FALSE);
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
  if (self->value->type != ATLAS_JSON_OBJECT)
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
  const AtlasJsonValue *value = NULL;

  if (self->value->type == ATLAS_JSON_OBJECT)
    value = atlas_json_value_find (self->value, member);
  if (value == NULL || value->type == ATLAS_JSON_NULL)
    return FALSE;

  *child = child_of (self, member, 0, value);

  return TRUE;
}

gboolean
atlas_json_get_length (const AtlasJson *self,
                       guint            max,
                       guint           *length,
                       GError         **error)
{
  guint found;

  if (self->value->type != ATLAS_JSON_ARRAY)
    return atlas_json_fail_type (self, error, _ ("an array"));

  found = self->value->length;
  if (found > max)
    return atlas_json_fail (self, error, ATLAS_RULE_LIMIT, _ ("%u elements, more than the %u that are allowed"), found, max);

  *length = found;

  return TRUE;
}

AtlasJson
atlas_json_element (const AtlasJson *self,
                    guint            index)
{
  g_assert (self->value->type == ATLAS_JSON_ARRAY && index < self->value->length);

  return child_of (self, NULL, index, &self->value->elements[index]);
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

  if (self->value->type != ATLAS_JSON_OBJECT)
    return atlas_json_fail_type (self, error, _ ("an object"));

  for (guint i = 0; members[i].name != NULL; i++)
    {
      const AtlasJsonMember *member = &members[i];
      const AtlasJsonValue  *value = atlas_json_value_find (self->value, member->name);
      AtlasJson              child = child_of (self, member->name, 0, value);
      gboolean               lossy = FALSE;

      g_assert (i < 64); /* bits of unread */

      if (value != NULL)
        n_found++;
      if (value == NULL || value->type == ATLAS_JSON_NULL)
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

  if (unread == 0 && n_found == self->value->length)
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
