// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reference.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _AtlasReference
{
  GObject              parent_instance;

  AtlasReferenceFields fields;
  gboolean             untitled;
  gboolean             safe;         /* whether the address may be opened */
  gboolean             safe_archive; /* and that of the kept copy */
};

G_DEFINE_FINAL_TYPE (AtlasReference, atlas_reference, G_TYPE_OBJECT)

/* The members that are texts. */
static const gsize text_members[] = {
#define MEMBER(field_) G_STRUCT_OFFSET (AtlasReferenceFields, field_)
  MEMBER (id),
  MEMBER (type),
  MEMBER (title),
  MEMBER (authors),
  MEMBER (container),
  MEMBER (publisher),
  MEMBER (publisher_place),
  MEMBER (genre),
  MEMBER (serial),
  MEMBER (volume),
  MEMBER (issue),
  MEMBER (page),
  MEMBER (doi),
  MEMBER (url),
  MEMBER (archive_url),
  MEMBER (archive_date),
  MEMBER (checked),
  MEMBER (status),
  MEMBER (language),
  MEMBER (note),
  MEMBER (tier),
  MEMBER (issued),
  MEMBER (event_date),
  MEMBER (accessed),
  MEMBER (extra),
#undef MEMBER
};

/**
 * atlas_reference_fields_clear:
 * @fields: what a reference is made of
 *
 * Frees all members and zeroes them.
 */
void
atlas_reference_fields_clear (AtlasReferenceFields *fields)
{
  for (guint i = 0; i < G_N_ELEMENTS (text_members); i++)
    g_free (G_STRUCT_MEMBER (char *, fields, text_members[i]));

  g_clear_pointer (&fields->author_names, g_ptr_array_unref);
  g_clear_pointer (&fields->editor_names, g_ptr_array_unref);
  memset (fields, 0, sizeof *fields);
}

/**
 * atlas_reference_fields_copy:
 * @fields: what a reference is made of
 * @copy: (out caller-allocates): a copy of it, which nothing need have been in
 *
 * Copies all members, to change some and make another record of them.
 */
void
atlas_reference_fields_copy (const AtlasReferenceFields *fields,
                             AtlasReferenceFields       *copy)
{
  *copy = *fields;
  for (guint i = 0; i < G_N_ELEMENTS (text_members); i++)
    G_STRUCT_MEMBER (char *, copy, text_members[i]) = g_strdup (G_STRUCT_MEMBER (char *, fields, text_members[i]));
  copy->author_names = atlas_names_copy (fields->author_names);
  copy->editor_names = atlas_names_copy (fields->editor_names);
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
  self->untitled = fields->title == NULL;
  if (self->untitled)
    {
      self->fields.title = g_strdup (_ ("(no title)"));
      self->fields.title_known = FALSE;
    }
  self->safe = is_safe_url (fields->url);
  self->safe_archive = is_safe_url (fields->archive_url);
  if (fields->author_names != NULL)
    {
      g_free (self->fields.authors);
      self->fields.authors = atlas_names_to_words (fields->author_names);
    }
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

gboolean
atlas_reference_has_title (AtlasReference *self)
{
  g_return_val_if_fail (ATLAS_IS_REFERENCE (self), FALSE);

  return !self->untitled;
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

const char *
atlas_reference_get_safe_archive_url (AtlasReference *self)
{
  g_return_val_if_fail (ATLAS_IS_REFERENCE (self), NULL);

  return self->safe_archive ? self->fields.archive_url : NULL;
}
