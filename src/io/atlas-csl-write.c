// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-csl-private.h"

#include <string.h>

/* One record on its way out. */
typedef struct
{
  AtlasReference *reference;
  JsonObject     *object;
  JsonObject     *custom;
  JsonObject     *edtf; /* dates that date-parts cannot say */
} Record;

typedef void (*AddFunc) (Record       *record,
                         JsonObject   *object,
                         const char   *name,
                         gconstpointer value);

static void
add_text (Record       *record,
          JsonObject   *object,
          const char   *name,
          gconstpointer value)
{
  json_object_set_string_member (object, name, value);
}

static void
add_names (Record       *record,
           JsonObject   *object,
           const char   *name,
           gconstpointer value)
{
  const GPtrArray *names = value;
  JsonArray       *array = json_array_new ();

  for (guint i = 0; i < names->len; i++)
    {
      JsonObject *parts = json_object_new ();

      for (const AtlasJsonMember *member = atlas_csl_name_members; member->name != NULL; member++)
        {
          const char *part = G_STRUCT_MEMBER (const char *, g_ptr_array_index (names, i), member->offset);

          if (part != NULL)
            json_object_set_string_member (parts, member->name, part);
        }
      json_array_add_object_element (array, parts);
    }

  json_object_set_array_member (object, name, array);
}

/* A date as every program reads it; what that cannot say, with the whole date beside it. */
static void
add_date (Record       *record,
          JsonObject   *object,
          const char   *name,
          gconstpointer value)
{
  gboolean  exact = FALSE;
  JsonNode *node = atlas_csl_create_date (value, &exact);

  if (node != NULL)
    json_object_set_member (object, name, node);
  if (!exact)
    json_object_set_string_member (record->edtf, name, value);
}

typedef struct
{
  const char *name;
  AddFunc     add;
  gsize       offset;
} Variable;

#define VARIABLE(name_, add_, field_)                           \
  {                                                             \
    name_, add_, G_STRUCT_OFFSET (AtlasReferenceFields, field_) \
  }

/* In the order in which they are written; without the title, which a record may not have. */
static const Variable variables[] = {
  VARIABLE ("author", add_names, author_names),
  VARIABLE ("editor", add_names, editor_names),
  VARIABLE ("container-title", add_text, container),
  VARIABLE ("publisher", add_text, publisher),
  VARIABLE ("publisher-place", add_text, publisher_place),
  VARIABLE ("genre", add_text, genre),
  VARIABLE ("number", add_text, serial),
  VARIABLE ("volume", add_text, volume),
  VARIABLE ("issue", add_text, issue),
  VARIABLE ("page", add_text, page),
  VARIABLE ("issued", add_date, issued),
  VARIABLE ("event-date", add_date, event_date),
  VARIABLE ("DOI", add_text, doi),
  VARIABLE ("URL", add_text, url),
  VARIABLE ("accessed", add_date, accessed),
  VARIABLE ("language", add_text, language),
  VARIABLE ("note", add_text, note),
  { NULL },
};

static const Variable custom_variables[] = {
  VARIABLE ("tier", add_text, tier),
  VARIABLE ("archive-url", add_text, archive_url),
  VARIABLE ("archive-date", add_text, archive_date),
  VARIABLE ("checked", add_text, checked),
  VARIABLE ("status", add_text, status),
  { NULL },
};

static void
add_variables (Record         *record,
               JsonObject     *object,
               const Variable *all)
{
  const AtlasReferenceFields *fields = atlas_reference_get_fields (record->reference);

  for (; all->name != NULL; all++)
    {
      gconstpointer value = G_STRUCT_MEMBER (gconstpointer, fields, all->offset);

      if (value != NULL)
        all->add (record, object, all->name, value);
    }
}

/* What only the atlas knows. */
static void
add_custom (Record *record)
{
  const AtlasReferenceFields *fields = atlas_reference_get_fields (record->reference);

  json_object_set_string_member (record->custom, "role", fields->role == ATLAS_REFERENCE_REPORT ? "report" : "independent");
  if (fields->number > 0)
    json_object_set_int_member (record->custom, "number", fields->number);
  if (fields->role == ATLAS_REFERENCE_REPORT || !fields->title_known)
    json_object_set_boolean_member (record->custom, "titleKnown", fields->title_known);
  add_variables (record, record->custom, custom_variables);
}

static JsonNode *
parse_extra (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return atlas_json_parse (bytes, NULL);
}

/* What the program did not understand goes out as it came in: a variable whole, of "custom" what is not written already. */
static void
add_extra (Record *record)
{
  const char *text = atlas_reference_get_fields (record->reference)->extra;
  g_autoptr (JsonNode) extra = text != NULL ? parse_extra (text) : NULL;
  JsonObject    *custom = NULL;
  JsonObjectIter iter;
  const char    *name = NULL;
  JsonNode      *node = NULL;

  if (extra == NULL || !JSON_NODE_HOLDS_OBJECT (extra))
    return;

  json_object_iter_init_ordered (&iter, json_node_get_object (extra));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (g_str_equal (name, "custom") && JSON_NODE_HOLDS_OBJECT (node))
      custom = json_node_get_object (node);
    else
      json_object_set_member (record->object, name, json_node_ref (node));

  if (custom == NULL)
    return;

  json_object_iter_init_ordered (&iter, custom);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!json_object_has_member (record->custom, name))
      json_object_set_member (record->custom, name, json_node_ref (node));
}

static JsonNode *
create_record (AtlasReference *reference)
{
  Record                      record = { reference, json_object_new (), json_object_new (), json_object_new () };
  const AtlasReferenceFields *fields = atlas_reference_get_fields (reference);
  JsonNode                   *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, record.object);
  json_object_set_string_member (record.object, "id", fields->id);
  json_object_set_string_member (record.object, "type", fields->type != NULL ? fields->type : "document");
  if (atlas_reference_has_title (reference))
    json_object_set_string_member (record.object, "title", fields->title);
  add_variables (&record, record.object, variables);
  add_custom (&record);

  if (json_object_get_size (record.edtf) > 0)
    json_object_set_object_member (record.custom, "edtf", json_object_ref (record.edtf));
  add_extra (&record);
  json_object_set_object_member (record.object, "custom", record.custom);
  json_object_unref (record.edtf);

  return node;
}

char *
atlas_csl_write (GPtrArray *references)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray       *array = json_array_new ();
  g_autofree char *text = NULL;

  json_node_take_array (root, array);
  for (guint i = 0; i < references->len; i++)
    json_array_add_element (array, create_record (g_ptr_array_index (references, i)));

  text = atlas_json_to_text (root, TRUE);

  return g_strconcat (text, "\n", NULL);
}
