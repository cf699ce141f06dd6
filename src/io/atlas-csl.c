// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-csl-private.h"

#include "atlas-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MEMBER(name_, reader_, field_, required_)                             \
  {                                                                           \
    name_, reader_, G_STRUCT_OFFSET (AtlasReferenceFields, field_), required_ \
  }

const AtlasJsonMember atlas_csl_name_members[] = {
#define NAME(name_, field_)                                                   \
  {                                                                           \
    name_, atlas_json_read_string, G_STRUCT_OFFSET (AtlasName, field_), FALSE \
  }
  NAME ("family", family),
  NAME ("given", given),
  NAME ("dropping-particle", dropping),
  NAME ("non-dropping-particle", particle),
  NAME ("suffix", suffix),
  NAME ("literal", literal),
  { NULL },
#undef NAME
};

static gboolean
read_names (const AtlasJson *self,
            gpointer         out,
            GError         **error)
{
  g_autoptr (GPtrArray) names = NULL;

  if (!atlas_json_read_objects (self, atlas_csl_name_members, sizeof (AtlasName), (GDestroyNotify) atlas_name_free, &names, error))
    return FALSE;

  for (guint i = 0; i < names->len; i++)
    {
      AtlasJson        element = atlas_json_element (self, i);
      g_autofree char *words = atlas_name_to_words (g_ptr_array_index (names, i));

      if (atlas_name_is_empty (g_ptr_array_index (names, i)))
        return atlas_json_fail (&element, error, ATLAS_RULE_VALUE, _ ("a name without “family” or “literal”"));
      if (strlen (words) > ATLAS_LIMIT_NAME) /* in other formats it is one text */
        return atlas_json_fail (&element, error, ATLAS_RULE_LIMIT, _ ("a name of more than %d bytes"), ATLAS_LIMIT_NAME);
    }

  if (names->len > 0)
    *(GPtrArray **) out = g_steal_pointer (&names);

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

/* Dates that date-parts cannot say, by the names of their variables; they take the place of what the variables say. */
static gboolean
read_edtf (const AtlasJson *self,
           gpointer         out,
           GError         **error)
{
  static const AtlasJsonMember members[] = {
    MEMBER ("issued", atlas_csl_read_date, issued, FALSE),
    MEMBER ("event-date", atlas_csl_read_date, event_date, FALSE),
    MEMBER ("accessed", atlas_csl_read_date, accessed, FALSE),
    { NULL },
  };
  g_auto (AtlasReferenceFields) dates = { 0 };
  AtlasReferenceFields *fields = out;
  char                **from[] = { &dates.issued, &dates.event_date, &dates.accessed };
  char                **to[] = { &fields->issued, &fields->event_date, &fields->accessed };

  if (!atlas_json_read_object (self, members, &dates, NULL, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (from); i++)
    if (*from[i] != NULL)
      {
        g_free (*to[i]);
        *to[i] = g_steal_pointer (from[i]);
      }

  return TRUE;
}

static const AtlasJsonMember custom_members[] = {
  MEMBER ("role", read_role, role, FALSE),
  MEMBER ("tier", atlas_json_read_name, tier, FALSE),
  MEMBER ("number", atlas_json_read_number, number, FALSE),
  MEMBER ("titleKnown", atlas_json_read_boolean, title_known, FALSE),
  MEMBER ("archive-url", atlas_json_read_string, archive_url, FALSE),
  MEMBER ("archive-date", atlas_csl_read_date, archive_date, FALSE),
  MEMBER ("checked", atlas_csl_read_date, checked, FALSE),
  MEMBER ("status", atlas_json_read_name, status, FALSE),
  { "edtf", read_edtf, 0, FALSE },
  { NULL },
};

static gboolean
read_custom (const AtlasJson *self,
             gpointer         out,
             GError         **error)
{
  const AtlasReferenceFields *fields = out;

  if (!atlas_json_read_object (self, custom_members, out, NULL, error))
    return FALSE;

  if (fields->role == ATLAS_REFERENCE_REPORT && fields->number == 0)
    return atlas_json_fail (self, error, ATLAS_RULE_MISSING, _ ("a citation of the report has no “number”"));
  if (fields->role == ATLAS_REFERENCE_INDEPENDENT && fields->number != 0)
    return atlas_json_fail (self, error, ATLAS_RULE_VALUE, _ ("“number” is for citations of the report"));

  return TRUE;
}

/* Variables that CSL lets be a number or a text. */
static gboolean
read_number_or_name (const AtlasJson *self,
                     gpointer         out,
                     GError         **error)
{
  if (json_node_get_value_type (self->node) != G_TYPE_INT64)
    return atlas_json_read_name (self, out, error);

  *(char **) out = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (self->node));

  return TRUE;
}

static const AtlasJsonMember reference_members[] = {
  MEMBER ("id", read_number_or_name, id, TRUE),
  MEMBER ("type", atlas_json_read_name, type, TRUE),
  MEMBER ("title", atlas_json_read_name, title, FALSE),
  MEMBER ("author", read_names, author_names, FALSE),
  MEMBER ("editor", read_names, editor_names, FALSE),
  MEMBER ("container-title", atlas_json_read_name, container, FALSE),
  MEMBER ("publisher", atlas_json_read_name, publisher, FALSE),
  MEMBER ("publisher-place", atlas_json_read_name, publisher_place, FALSE),
  MEMBER ("genre", atlas_json_read_name, genre, FALSE),
  MEMBER ("number", read_number_or_name, serial, FALSE),
  MEMBER ("volume", read_number_or_name, volume, FALSE),
  MEMBER ("issue", read_number_or_name, issue, FALSE),
  MEMBER ("page", read_number_or_name, page, FALSE),
  MEMBER ("issued", atlas_csl_read_date, issued, FALSE),
  MEMBER ("event-date", atlas_csl_read_date, event_date, FALSE),
  MEMBER ("DOI", atlas_json_read_name, doi, FALSE),
  MEMBER ("URL", atlas_json_read_string, url, FALSE),
  MEMBER ("accessed", atlas_csl_read_date, accessed, FALSE),
  MEMBER ("language", atlas_json_read_name, language, FALSE),
  MEMBER ("note", atlas_json_read_string, note, FALSE),
  { "custom", read_custom, 0, FALSE }, /* last: its dates come after the variables' */
  { NULL },
};

static AtlasReference *
read_reference (const AtlasJson *self,
                GError         **error)
{
  g_auto (AtlasReferenceFields) fields = { .role = ATLAS_REFERENCE_INDEPENDENT, .title_known = TRUE };

  if (!atlas_json_read_object (self, reference_members, &fields, &fields.extra, error))
    return NULL;

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
