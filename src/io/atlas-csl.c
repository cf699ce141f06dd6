// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-csl.h"

#include "atlas-limits.h"

#include <glib/gi18n-lib.h>

#define MEMBER(name_, reader_, field_, required_)                             \
  {                                                                           \
    name_, reader_, G_STRUCT_OFFSET (AtlasReferenceFields, field_), required_ \
  }

/* A CSL name: of a person, or as a whole. */
typedef struct
{
  char *family;
  char *given;
  char *particle;
  char *dropping_particle;
  char *suffix;
  char *literal;
} Name;

static void
name_free (Name *name)
{
  g_free (name->family);
  g_free (name->given);
  g_free (name->particle);
  g_free (name->dropping_particle);
  g_free (name->suffix);
  g_free (name->literal);
  g_free (name);
}

/* CSL allows numbers as ids. */
static gboolean
read_id (const AtlasJson *self,
         gpointer         out,
         GError         **error)
{
  if (json_node_get_value_type (self->node) != G_TYPE_INT64)
    return atlas_json_read_name (self, out, error);

  *(char **) out = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (self->node));

  return TRUE;
}

static void
append_word (GString    *text,
             gsize       begin,
             const char *word)
{
  if (word == NULL || *word == '\0')
    return;

  if (text->len > begin)
    g_string_append_c (text, ' ');
  g_string_append (text, word);
}

/* "Paul Quinn-Judge; Michael Dobbs" */
static gboolean
read_authors (const AtlasJson *self,
              gpointer         out,
              GError         **error)
{
#define NAME(name_, field_)                                              \
  {                                                                      \
    name_, atlas_json_read_string, G_STRUCT_OFFSET (Name, field_), FALSE \
  }
  static const AtlasJsonMember members[] = {
    NAME ("family", family),
    NAME ("given", given),
    NAME ("non-dropping-particle", particle),
    NAME ("dropping-particle", dropping_particle),
    NAME ("suffix", suffix),
    NAME ("literal", literal),
    { NULL },
  };
#undef NAME
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!atlas_json_read_objects (self, members, sizeof (Name), (GDestroyNotify) name_free, &names, error))
    return FALSE;

  for (guint i = 0; i < names->len; i++)
    {
      const Name *name = g_ptr_array_index (names, i);
      const char *words[] = { name->given, name->dropping_particle, name->particle, name->family, name->suffix };
      gsize       begin;

      if (text->len > 0)
        g_string_append (text, "; ");
      begin = text->len;

      if (name->literal != NULL)
        append_word (text, begin, name->literal);
      else
        for (guint j = 0; j < G_N_ELEMENTS (words); j++)
          append_word (text, begin, words[j]);

      if (text->len == begin)
        {
          AtlasJson element = atlas_json_element (self, i);

          return atlas_json_fail (&element, error, ATLAS_RULE_VALUE, _ ("a name without “family” or “literal”"));
        }
    }

  atlas_json_skip (self, NULL, NULL); /* which word is the family name is kept in extra */
  *(char **) out = g_strdup (text->str);

  return TRUE;
}

static gboolean
read_role (const AtlasJson *self,
           gpointer         out,
           GError         **error)
{
  static const char *const choices[] = {
    [ATLAS_REFERENCE_REPORT] = "report",
    [ATLAS_REFERENCE_INDEPENDENT] = "independent",
    NULL,
  };
  guint choice = 0;

  if (!atlas_json_read_choice (self, choices, ATLAS_RULE_VALUE, &choice, error))
    return FALSE;

  *(AtlasReferenceRole *) out = (AtlasReferenceRole) choice;

  return TRUE;
}

static gboolean
read_custom (const AtlasJson *self,
             gpointer         out,
             GError         **error)
{
  static const AtlasJsonMember members[] = {
    MEMBER ("role", read_role, role, FALSE),
    MEMBER ("tier", atlas_json_read_name, tier, FALSE),
    MEMBER ("number", atlas_json_read_number, number, FALSE),
    MEMBER ("titleKnown", atlas_json_read_boolean, title_known, FALSE),
    { NULL },
  };
  const AtlasReferenceFields *fields = out;

  if (!atlas_json_read_object (self, members, out, NULL, error))
    return FALSE;

  if (fields->role == ATLAS_REFERENCE_REPORT && fields->number == 0)
    return atlas_json_fail (self, error, ATLAS_RULE_MISSING, _ ("a citation of the report has no “number”"));
  if (fields->role == ATLAS_REFERENCE_INDEPENDENT && fields->number != 0)
    return atlas_json_fail (self, error, ATLAS_RULE_VALUE, _ ("“number” is for citations of the report"));

  return TRUE;
}

static const AtlasJsonMember reference_members[] = {
  MEMBER ("id", read_id, id, TRUE),
  MEMBER ("type", atlas_json_read_name, type, TRUE),
  MEMBER ("title", atlas_json_read_name, title, FALSE),
  MEMBER ("author", read_authors, authors, FALSE),
  MEMBER ("container-title", atlas_json_read_name, container, FALSE),
  MEMBER ("publisher", atlas_json_read_name, publisher, FALSE),
  MEMBER ("URL", atlas_json_read_string, url, FALSE),
  MEMBER ("language", atlas_json_read_name, language, FALSE),
  MEMBER ("note", atlas_json_read_string, note, FALSE),
  MEMBER ("issued", atlas_csl_read_date, issued, FALSE),
  MEMBER ("accessed", atlas_csl_read_date, accessed, FALSE),
  { "custom", read_custom, 0, FALSE },
  { NULL },
};

static AtlasReference *
read_reference (const AtlasJson *self,
                GError         **error)
{
  g_auto (AtlasReferenceFields) fields = { .role = ATLAS_REFERENCE_INDEPENDENT, .title_known = TRUE };

  if (!atlas_json_read_object (self, reference_members, &fields, &fields.extra, error))
    return NULL;

  if (fields.title == NULL)
    {
      fields.title = g_strdup (_ ("(no title)"));
      fields.title_known = FALSE;
    }

  return atlas_reference_new_take (&fields);
}

static void
unref_reference (gpointer reference)
{
  g_clear_object (&reference);
}

GPtrArray *
atlas_csl_read (const AtlasJson *root,
                const char      *file,
                GPtrArray       *findings)
{
  g_autoptr (GPtrArray) references = g_ptr_array_new_with_free_func (unref_reference);
  GError *error = NULL;
  guint   length = 0;

  if (!atlas_json_get_length (root, ATLAS_LIMIT_REFERENCES, &length, &error))
    atlas_findings_add_error (findings, file, g_steal_pointer (&error));

  for (guint i = 0; i < length; i++)
    {
      AtlasJson element = atlas_json_element (root, i);

      g_ptr_array_add (references, read_reference (&element, &error));
      if (error != NULL)
        atlas_findings_add_error (findings, file, g_steal_pointer (&error));
    }

  return g_steal_pointer (&references);
}
