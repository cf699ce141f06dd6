// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reference-batch.h"

#include "atlas-date-entry.h"
#include "atlas-json.h"
#include "atlas-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer texts are no dates. */
#define MAX_DATE 64

static void
unref_reference (gpointer reference)
{
  g_clear_object (&reference);
}

GPtrArray *
atlas_reference_array_new (void)
{
  return g_ptr_array_new_with_free_func (unref_reference);
}

void
atlas_reference_array_add_unique (GPtrArray *self,
                                  GPtrArray *others)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < others->len; i++)
    {
      AtlasReference *reference = g_ptr_array_index (others, i);
      g_auto (AtlasReferenceFields) copy = { 0 };
      g_autofree char *id = NULL;

      if (reference == NULL)
        continue;

      id = atlas_reference_take_key (taken, atlas_reference_get_id (reference));
      if (g_str_equal (id, atlas_reference_get_id (reference)))
        {
          g_ptr_array_add (self, g_object_ref (reference));
          continue;
        }

      atlas_reference_fields_copy (atlas_reference_get_fields (reference), &copy);
      g_free (copy.id);
      copy.id = g_steal_pointer (&id);
      g_ptr_array_add (self, atlas_reference_new_take (&copy));
    }
}

void
atlas_reference_draft_init (AtlasReferenceDraft *self)
{
  *self = (AtlasReferenceDraft){ .fields = { .role = ATLAS_REFERENCE_INDEPENDENT, .title_known = TRUE } };
}

void
atlas_reference_draft_clear (AtlasReferenceDraft *self)
{
  atlas_reference_fields_clear (&self->fields);
  g_clear_pointer (&self->extra, json_object_unref);
}

static JsonObject *
ensure_object (JsonObject *object,
               const char *member)
{
  if (!json_object_has_member (object, member))
    json_object_set_object_member (object, member, json_object_new ());

  return json_object_get_object_member (object, member);
}

static JsonObject *
ensure_extra (AtlasReferenceDraft *self)
{
  if (self->extra == NULL)
    self->extra = json_object_new ();

  return self->extra;
}

void
atlas_reference_draft_add_extra (AtlasReferenceDraft *self,
                                 const char          *group,
                                 const char          *variable,
                                 const char          *text)
{
  g_autofree char *clean = atlas_reference_clean_lines (text);
  JsonObject      *object = NULL;
  JsonNode        *node = NULL;
  JsonArray       *list = NULL;

  if (clean == NULL)
    return;

  object = ensure_extra (self);
  if (group != NULL)
    object = ensure_object (ensure_object (object, "custom"), group);

  node = json_object_get_member (object, variable);
  if (node == NULL)
    {
      json_object_set_string_member (object, variable, clean);
      return;
    }

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      json_array_add_string_element (json_node_get_array (node), clean);
      return;
    }

  list = json_array_new ();
  json_array_add_string_element (list, json_node_get_string (node));
  json_array_add_string_element (list, clean);
  json_object_set_array_member (object, variable, list);
}

/* "2024/06/12", "2024/6", "2024///" and the same with hyphens → EDTF. NULL: it is none. */
static char *
dup_numbers (const char *text)
{
  guint       parts[3] = { 0 };
  guint       n_parts = 0;
  const char *at = text;
  char        sign = '\0';

  while (n_parts < 3)
    {
      gsize digits = strspn (at, "0123456789");

      if (digits == 0 || digits > (n_parts == 0 ? 4 : 2) || (n_parts == 0 && digits < 4))
        break;
      parts[n_parts++] = (guint) g_ascii_strtoull (at, NULL, 10);
      at += digits;
      if (*at != '/' && (*at != '-' || sign == '/'))
        break;
      sign = *at++;
    }

  if (n_parts == 0 || (*at != '\0' && sign != '/') || at[strspn (at, "/ ")] != '\0')
    return NULL;

  if (n_parts == 1)
    return g_strdup_printf ("%04u", parts[0]);
  if (n_parts == 2)
    return g_strdup_printf ("%04u-%02u", parts[0], parts[1]);

  return g_strdup_printf ("%04u-%02u-%02u", parts[0], parts[1], parts[2]);
}

/* EDTF, or NULL. */
static char *
dup_date (const char *text)
{
  g_autofree char *numbers = NULL;
  AtlasEdtf        edtf;
  AtlasTimeSpan    span;

  if (strlen (text) > MAX_DATE || strpbrk (text, "0123456789") == NULL)
    return NULL;
  if (atlas_edtf_parse (text, &edtf, NULL))
    return g_strdup (text);

  numbers = dup_numbers (text);
  if (numbers != NULL && atlas_edtf_parse (numbers, &edtf, NULL))
    return g_steal_pointer (&numbers);
  if (atlas_date_entry_parse (text, &span, NULL))
    return atlas_time_span_to_edtf (span);

  return NULL;
}

void
atlas_reference_draft_set_date (AtlasReferenceDraft *self,
                                char               **date,
                                const char          *variable,
                                const char          *text)
{
  g_autofree char *clean = atlas_reference_clean_text (text);
  JsonObject      *literal = NULL;

  if (clean == NULL)
    return;

  g_free (*date);
  *date = dup_date (clean);
  if (*date != NULL)
    return;

  literal = json_object_new ();
  json_object_set_string_member (literal, "literal", clean);
  json_object_set_object_member (ensure_extra (self), variable, literal);
}

char *
atlas_reference_clean_text (const char *text)
{
  g_autofree char *lines = atlas_reference_clean_lines (text);

  if (lines != NULL)
    g_strdelimit (lines, "\n\t", ' ');

  return g_steal_pointer (&lines);
}

char *
atlas_reference_clean_lines (const char *text)
{
  GString *clean = NULL;
  char     white = '\0'; /* what is due before the next character */

  if (text == NULL)
    return NULL;

  clean = g_string_new (NULL);
  for (const char *c = text; *c != '\0'; c++)
    {
      if (g_ascii_isspace (*c) || g_ascii_iscntrl (*c))
        {
          if (*c == '\n')
            white = '\n';
          else if (g_ascii_isspace (*c) && white == '\0')
            white = ' ';
          continue;
        }
      if (white != '\0' && clean->len > 0)
        g_string_append_c (clean, white);
      white = '\0';
      g_string_append_c (clean, *c);
    }

  return g_string_free (clean, clean->len == 0);
}

void
atlas_reference_batch_init (AtlasReferenceBatch *self,
                            const char          *file,
                            GPtrArray           *findings)
{
  self->file = file;
  self->findings = findings;
  self->references = atlas_reference_array_new ();
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
atlas_reference_batch_fail (AtlasReferenceBatch *self,
                            guint                line,
                            AtlasRule            rule,
                            const char          *message)
{
  g_autofree char *place = g_strdup_printf (":%u", line);

  atlas_findings_add (self->findings, self->file, place, rule, "%s", message);
}

static gboolean
are_short (GPtrArray *names)
{
  if (names != NULL && names->len > ATLAS_LIMIT_LIST)
    return FALSE;

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autofree char *words = atlas_name_to_words (g_ptr_array_index (names, i));

      if (strlen (words) > ATLAS_LIMIT_NAME)
        return FALSE;
    }

  return TRUE;
}

/* The limits that the reader of CSL-JSON has as well. */
static gboolean
is_within_limits (const AtlasReferenceFields *fields)
{
  const char *lines[] = {
    fields->id, fields->type, fields->title, fields->container, fields->publisher, fields->publisher_place, fields->genre,
    fields->serial, fields->volume, fields->issue, fields->page, fields->doi, fields->language, fields->tier, fields->status
  };
  const char *texts[] = { fields->url, fields->archive_url, fields->note };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL && strlen (lines[i]) > ATLAS_LIMIT_NAME)
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && strlen (texts[i]) > ATLAS_LIMIT_STRING)
      return FALSE;

  return are_short (fields->author_names) && are_short (fields->editor_names);
}

gboolean
atlas_reference_batch_add (AtlasReferenceBatch *self,
                           AtlasReferenceDraft *draft,
                           guint                line)
{
  g_autofree char *wish = NULL;

  if (self->references->len >= ATLAS_LIMIT_REFERENCES)
    {
      g_autofree char *message = g_strdup_printf (_ ("more than the %u records that are allowed"), ATLAS_LIMIT_REFERENCES);

      atlas_reference_batch_fail (self, line, ATLAS_RULE_LIMIT, message);
      atlas_reference_draft_clear (draft);
      return FALSE;
    }

  if (!is_within_limits (&draft->fields))
    {
      atlas_reference_batch_fail (self, line, ATLAS_RULE_LIMIT, _ ("a text of the record is longer than is allowed"));
      atlas_reference_draft_clear (draft);
      return TRUE;
    }

  wish = atlas_reference_clean_text (draft->fields.id);
  if (wish == NULL)
    {
      g_clear_pointer (&draft->fields.id, g_free);
      wish = atlas_reference_create_key (&draft->fields);
    }
  g_free (draft->fields.id);
  draft->fields.id = atlas_reference_take_key (self->ids, wish);

  if (draft->extra != NULL)
    {
      g_autoptr (JsonNode) extra = json_node_new (JSON_NODE_OBJECT);

      json_node_take_object (extra, g_steal_pointer (&draft->extra));
      draft->fields.extra = atlas_json_to_text (extra, FALSE);
    }

  g_ptr_array_add (self->references, atlas_reference_new_take (&draft->fields));
  atlas_reference_draft_clear (draft);

  return TRUE;
}

GPtrArray *
atlas_reference_batch_finish (AtlasReferenceBatch *self)
{
  g_clear_pointer (&self->ids, g_hash_table_unref);

  return g_steal_pointer (&self->references);
}

JsonNode *
atlas_reference_parse_extra (AtlasReference *reference)
{
  const char *text = atlas_reference_get_fields (reference)->extra;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, text != NULL ? strlen (text) : 0);
  g_autoptr (JsonNode) node = text != NULL ? atlas_json_parse (bytes, NULL) : NULL;
  JsonNode *empty = NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return g_steal_pointer (&node);

  empty = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (empty, json_object_new ());

  return empty;
}

const char *
atlas_reference_extra_get_text (JsonNode   *extra,
                                const char *variable)
{
  JsonNode *node = json_object_get_member (json_node_get_object (extra), variable);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

JsonObject *
atlas_reference_extra_get_group (JsonNode   *extra,
                                 const char *group)
{
  JsonNode *custom = json_object_get_member (json_node_get_object (extra), "custom");
  JsonNode *node = NULL;

  if (custom != NULL && JSON_NODE_HOLDS_OBJECT (custom))
    node = json_object_get_member (json_node_get_object (custom), group);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}
