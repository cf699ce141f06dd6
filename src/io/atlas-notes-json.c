// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-notes-json.h"

#include "atlas-json.h"
#include "atlas-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_STATIC_ASSERT (ATLAS_NOTE_MAX_TEXT <= ATLAS_LIMIT_STRING);

/* "2026-11-23T09:30:00.123456Z", and back. */
static char *
format_time (gint64 time)
{
  g_autoptr (GDateTime) seconds = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) exact = seconds != NULL ? g_date_time_add (seconds, time % G_USEC_PER_SEC) : NULL;

  return exact != NULL ? g_date_time_format_iso8601 (exact) : NULL;
}

static gboolean
read_time (const AtlasJson *self,
           gpointer         out,
           GError         **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = NULL;

  if (!atlas_json_read_name (self, &text, error))
    return FALSE;

  time = g_date_time_new_from_iso8601 (text, utc);
  if (time == NULL)
    return atlas_json_fail (self, error, ATLAS_RULE_DATE, _ ("“%s” is no time (ISO 8601)"), text);

  *(gint64 *) out = g_date_time_to_unix (time) * G_USEC_PER_SEC + g_date_time_get_microsecond (time);

  return TRUE;
}

/* Of an id that a note's member can have. */
#define DEFINE_READER(name_, Type_)                                                             \
  static gboolean                                                                               \
    read_##name_ (const AtlasJson *self,                                                        \
                  gpointer         out,                                                         \
                  GError         **error)                                                       \
  {                                                                                             \
    g_autofree char *id = NULL;                                                                 \
    Type_            value = (Type_) 0;                                                         \
                                                                                                \
    if (!atlas_json_read_name (self, &id, error))                                               \
      return FALSE;                                                                             \
    if (!atlas_note_##name_##_from_id (id, &value))                                             \
      return atlas_json_fail (self, error, ATLAS_RULE_VALUE, _ ("“%s” is not known here"), id); \
                                                                                                \
    *(Type_ *) out = value;                                                                     \
                                                                                                \
    return TRUE;                                                                                \
  }

DEFINE_READER (kind, AtlasNoteKind)
DEFINE_READER (edition, AtlasNoteEdition)
DEFINE_READER (colour, AtlasNoteColour)

static gboolean
read_count (const AtlasJson *self,
            gpointer         out,
            GError         **error)
{
  double count = 0;

  if (!atlas_json_read_double (self, &count, error))
    return FALSE;
  if (count < 0 || count > G_MAXINT || count != (double) (guint) count)
    return atlas_json_fail (self, error, ATLAS_RULE_VALUE, _ ("must be a whole number, not negative"));

  *(guint *) out = (guint) count;

  return TRUE;
}

#define MEMBER(name_, reader_, field_, required_)                        \
  {                                                                      \
    name_, reader_, G_STRUCT_OFFSET (AtlasNoteFields, field_), required_ \
  }

static const AtlasJsonMember note_members[] = {
  MEMBER ("id", atlas_json_read_name, id, TRUE),
  MEMBER ("atlas", atlas_json_read_id, atlas, TRUE),
  MEMBER ("kind", read_kind, kind, TRUE),
  MEMBER ("text", atlas_json_read_string, text, FALSE),
  MEMBER ("link", atlas_json_read_string, link, FALSE),
  MEMBER ("edition", read_edition, edition, FALSE),
  MEMBER ("begin", read_count, begin, FALSE),
  MEMBER ("end", read_count, end, FALSE),
  MEMBER ("quote", atlas_json_read_string, quote, FALSE),
  MEMBER ("colour", read_colour, colour, FALSE),
  MEMBER ("citation", atlas_json_read_number, citation, FALSE),
  MEMBER ("created", read_time, created, TRUE),
  MEMBER ("modified", read_time, modified, TRUE),
  { NULL },
};

/* {"passage": "economic-2"} */
static gboolean
read_target (const AtlasJson *self,
             AtlasNoteFields *fields,
             GError         **error)
{
  AtlasJson on;
  AtlasJson id;

  if (!atlas_json_enter_optional (self, "on", &on))
    return TRUE;

  for (guint target = ATLAS_NOTE_ON_PASSAGE; target < ATLAS_N_NOTE_TARGETS; target++)
    if (atlas_json_enter_optional (&on, atlas_note_target_get_id ((AtlasNoteTarget) target), &id))
      {
        fields->target = (AtlasNoteTarget) target;
        return atlas_json_read_name (&id, &fields->target_id, error);
      }

  return atlas_json_fail (&on, error, ATLAS_RULE_VALUE, _ ("is neither a passage nor an item nor a source"));
}

static AtlasNoteFields *
read_note (const AtlasJson *self,
           GError         **error)
{
  g_autoptr (AtlasNoteFields) fields = atlas_note_fields_new ();
  g_autoptr (GError) inner = NULL;
  char *id = NULL;

  if (!atlas_json_read_object (self, note_members, fields, NULL, error) || !read_target (self, fields, error))
    return NULL;

  id = g_ascii_strdown (fields->id, -1);
  g_free (fields->id);
  fields->id = id;
  if (fields->text == NULL)
    fields->text = g_strdup ("");

  if (!atlas_note_fields_check (fields, &inner))
    {
      atlas_json_fail (self, error, ATLAS_RULE_VALUE, "%s", inner->message);
      return NULL;
    }

  return g_steal_pointer (&fields);
}

static gboolean
check_head (const AtlasJson *root,
            GError         **error)
{
  AtlasJson        format;
  AtlasJson        version;
  g_autofree char *id = NULL;
  guint            number = 0;

  if (!atlas_json_enter (root, "format", &format, error) || !atlas_json_read_name (&format, &id, error))
    return FALSE;
  if (!g_str_equal (id, ATLAS_NOTES_JSON_FORMAT))
    return atlas_json_fail (&format, error, ATLAS_RULE_FORMAT, _ ("is not “%s”: this is no file of notes"), ATLAS_NOTES_JSON_FORMAT);

  if (!atlas_json_enter (root, "version", &version, error) || !atlas_json_read_number (&version, &number, error))
    return FALSE;
  if (number > ATLAS_NOTES_JSON_VERSION)
    return atlas_json_fail (&version, error, ATLAS_RULE_FORMAT, _ ("a newer version of this program has written this file"));

  return TRUE;
}

GPtrArray *
atlas_notes_from_json (GBytes     *bytes,
                       const char *name,
                       GError    **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_note_fields_free);
  g_autoptr (JsonNode) node = NULL;
  AtlasJson root;
  AtlasJson list;
  guint     length = 0;
  gboolean  read = FALSE;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  if ((node = atlas_json_parse (bytes, error)) != NULL)
    {
      root = ATLAS_JSON_ROOT (node);
      read = check_head (&root, error) && atlas_json_enter (&root, "notes", &list, error) &&
             atlas_json_get_length (&list, ATLAS_NOTE_MAX_COUNT, &length, error);
    }

  for (guint i = 0; i < length && read; i++)
    {
      AtlasJson        element = atlas_json_element (&list, i);
      AtlasNoteFields *fields = read_note (&element, error);

      read = fields != NULL;
      if (read)
        g_ptr_array_add (notes, fields);
    }

  if (read)
    return g_steal_pointer (&notes);

  g_prefix_error (error, "%s", name);

  return NULL;
}

/* -- Writing -- */

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  if (value == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_count (JsonBuilder *builder,
           const char  *name,
           guint        value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_note (JsonBuilder           *builder,
          const AtlasNoteFields *fields)
{
  g_autofree char *created = format_time (fields->created);
  g_autofree char *modified = format_time (fields->modified);

  json_builder_begin_object (builder);
  add_string (builder, "id", fields->id);
  add_string (builder, "atlas", fields->atlas);
  add_string (builder, "kind", atlas_note_kind_get_id (fields->kind));
  if (fields->target != ATLAS_NOTE_ON_NOTHING)
    {
      json_builder_set_member_name (builder, "on");
      json_builder_begin_object (builder);
      add_string (builder, atlas_note_target_get_id (fields->target), fields->target_id);
      json_builder_end_object (builder);
    }
  add_string (builder, "text", fields->text);
  add_string (builder, "link", fields->link);
  if (fields->kind == ATLAS_NOTE_HIGHLIGHT)
    {
      add_string (builder, "edition", atlas_note_edition_get_id (fields->edition));
      add_count (builder, "begin", fields->begin);
      add_count (builder, "end", fields->end);
      add_string (builder, "quote", fields->quote);
      add_string (builder, "colour", atlas_note_colour_get_id (fields->colour));
    }
  if (fields->citation > 0)
    add_count (builder, "citation", fields->citation);
  add_string (builder, "created", created);
  add_string (builder, "modified", modified);
  json_builder_end_object (builder);
}

GBytes *
atlas_notes_to_json (GPtrArray *notes)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (notes != NULL, NULL);

  json_builder_begin_object (builder);
  add_string (builder, "format", ATLAS_NOTES_JSON_FORMAT);
  add_count (builder, "version", ATLAS_NOTES_JSON_VERSION);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < notes->len; i++)
    add_note (builder, g_ptr_array_index (notes, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_to_gstring (generator, text);
  g_string_append_c (text, '\n');

  return g_string_free_to_bytes (text);
}
