// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json-tree.h"

#include <stdlib.h>
#include <string.h>

/* Objects of more members are checked for equal names in another way. */
#define FEW_FIELDS 24

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const AtlasJsonField *first = *(const AtlasJsonField *const *) a;
  const AtlasJsonField *second = *(const AtlasJsonField *const *) b;
  int                   order;

  if (first->name_length != second->name_length)
    return first->name_length < second->name_length ? -1 : 1;

  order = memcmp (first->name, second->name, first->name_length);

  return order != 0 ? order : (first->name_begin > second->name_begin) - (first->name_begin < second->name_begin);
}

static gboolean
same_name (const AtlasJsonField *a,
           const AtlasJsonField *b)
{
  return a->name_length == b->name_length && memcmp (a->name, b->name, a->name_length) == 0;
}

const AtlasJsonValue *
atlas_json_value_find (const AtlasJsonValue *self,
                       const char           *name)
{
  gsize length = strlen (name);

  for (guint i = 0; i < self->length; i++)
    if (self->fields[i].name_length == length && memcmp (self->fields[i].name, name, length) == 0)
      return &self->fields[i].value;

  return NULL;
}

void
atlas_json_value_append (const AtlasJsonValue *self,
                         const char           *text,
                         GString              *out)
{
  gboolean quoted = FALSE;

  for (guint32 i = self->begin; i < self->end; i++)
    {
      char c = text[i];

      if (!quoted && (c == ' ' || c == '\n' || c == '\t' || c == '\r'))
        continue;

      g_string_append_c (out, c);
      if (c == '"')
        quoted = !quoted;
      else if (c == '\\') /* only inside quotes */
        g_string_append_c (out, text[++i]);
    }
}

const AtlasJsonField *
atlas_json_fields_find_duplicate (const AtlasJsonField *fields,
                                  guint                 n_fields)
{
  g_autofree const AtlasJsonField **sorted = NULL;

  if (n_fields <= FEW_FIELDS)
    {
      for (guint i = 1; i < n_fields; i++)
        for (guint j = 0; j < i; j++)
          if (same_name (&fields[i], &fields[j]))
            return &fields[i];

      return NULL;
    }

  sorted = g_new (const AtlasJsonField *, n_fields);
  for (guint i = 0; i < n_fields; i++)
    sorted[i] = &fields[i];
  qsort (sorted, n_fields, sizeof *sorted, compare_names);

  for (guint i = 1; i < n_fields; i++)
    if (same_name (sorted[i], sorted[i - 1]))
      return sorted[i];

  return NULL;
}
