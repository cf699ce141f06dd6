// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-bibtex-private.h"

#include "atlas-reference-standing.h"

#include <string.h>

/* One record on its way out. */
typedef struct
{
  GString    *out;
  const char *type; /* of the entry */
} Writing;

typedef void (*FieldFunc) (Writing      *self,
                           const char   *name,
                           gconstpointer value);

static void
write_field (Writing    *self,
             const char *name,
             const char *latex)
{
  g_string_append_printf (self->out, ",\n  %s = {%s}", name, latex);
}

static void
write_text (Writing      *self,
            const char   *name,
            gconstpointer value)
{
  g_autoptr (GString) latex = g_string_new (NULL);

  atlas_bibtex_append_latex (latex, value, strlen (value));
  write_field (self, name, latex->str);
}

static void
write_title (Writing      *self,
             const char   *name,
             gconstpointer value)
{
  g_autofree char *latex = atlas_bibtex_to_title (value);

  write_field (self, name, latex);
}

/* An address is not read as TeX; only braces and backslashes would not come back. */
static void
write_verbatim (Writing      *self,
                const char   *name,
                gconstpointer value)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *c = value; *c != '\0'; c++)
    if (strchr ("{}\\", *c) != NULL)
      g_string_append_printf (text, "%%%02X", (guint) *c);
    else
      g_string_append_c (text, *c);
  write_field (self, name, text->str);
}

static void
write_names (Writing      *self,
             const char   *name,
             gconstpointer value)
{
  g_autofree char *latex = atlas_bibtex_write_names ((GPtrArray *) value);

  write_field (self, name, latex);
}

static gboolean
is_one_of (const char        *type,
           const char *const *types)
{
  return g_strv_contains (types, type);
}

/* Where the thing that this one stands in is named. */
static void
write_container (Writing      *self,
                 const char   *name,
                 gconstpointer value)
{
  static const char *const in_books[] = { "incollection", "inproceedings", "inreference", NULL };

  if (is_one_of (self->type, in_books)) /* these are set in the same case as titles */
    write_title (self, "booktitle", value);
  else
    write_text (self, g_str_equal (self->type, "article") ? "journaltitle" : name, value);
}

static void
write_publisher (Writing      *self,
                 const char   *name,
                 gconstpointer value)
{
  static const char *const institutions[] = { "report", "thesis", NULL };
  static const char *const organizations[] = { "online", "misc", NULL };

  if (is_one_of (self->type, institutions))
    name = "institution";
  else if (is_one_of (self->type, organizations))
    name = "organization";

  write_text (self, name, value);
}

static void
write_issue (Writing      *self,
             const char   *name,
             gconstpointer value)
{
  write_text (self, g_str_equal (self->type, "article") ? "number" : name, value);
}

/* An article's number is its issue; one of its own stands aside. */
static void
write_serial (Writing      *self,
              const char   *name,
              gconstpointer value)
{
  write_text (self, g_str_equal (self->type, "article") ? "eid" : name, value);
}

static void
write_pages (Writing      *self,
             const char   *name,
             gconstpointer value)
{
  g_auto (GStrv) parts = g_strsplit (value, "–", -1);
  g_autoptr (GString) latex = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (latex, "--");
      atlas_bibtex_append_latex (latex, parts[i], strlen (parts[i]));
    }
  write_field (self, name, latex->str);
}

static void
write_language (Writing      *self,
                const char   *name,
                gconstpointer value)
{
  const char *langid = atlas_bibtex_language_from_tag (value);

  if (langid != NULL)
    write_field (self, "langid", langid);
  else
    write_text (self, "language", value);
}

static const struct
{
  const char *name;
  FieldFunc   write;
  gsize       offset;
} rows[] = {
#define ROW(name_, write_, field_)                                 \
  {                                                                \
    name_, write_, G_STRUCT_OFFSET (AtlasReferenceFields, field_), \
  }
  ROW ("author", write_names, author_names),
  ROW ("editor", write_names, editor_names),
  ROW ("titleaddon", write_container, container),
  ROW ("date", write_verbatim, issued),
  ROW ("eventdate", write_verbatim, event_date),
  ROW ("publisher", write_publisher, publisher),
  ROW ("location", write_text, publisher_place),
  ROW ("type", write_text, genre),
  ROW ("number", write_serial, serial),
  ROW ("volume", write_text, volume),
  ROW ("issue", write_issue, issue),
  ROW ("pages", write_pages, page),
  ROW ("doi", write_verbatim, doi),
  ROW ("url", write_verbatim, url),
  ROW ("urldate", write_verbatim, accessed),
  ROW ("archiveurl", write_verbatim, archive_url),
  ROW ("archivedate", write_verbatim, archive_date),
  ROW ("langid", write_language, language),
  ROW ("note", write_text, note),
#undef ROW
};

/* Braces that match, as they did when it was read: else it would end the field. */
static gboolean
is_balanced (const char *latex)
{
  guint depth = 0;

  for (const char *c = latex; *c != '\0'; c++)
    {
      if (*c == '}' && depth == 0)
        return FALSE;
      depth += *c == '{';
      depth -= *c == '}';
    }

  return depth == 0;
}

/* A field that is not written from the record itself. */
static gboolean
is_field_name (const char *name)
{
  static const char *const own[] = { "entrytype", "title", "subtitle", "author", "editor", "date", "url", "urldate", NULL };

  return !is_one_of (name, own) && *name != '\0' && strspn (name, "abcdefghijklmnopqrstuvwxyz-_0123456789") == strlen (name);
}

/* What came from another file and is not shown: goes back where it stood. */
static void
write_extra (Writing        *self,
             AtlasReference *reference)
{
  g_autoptr (JsonNode) extra = atlas_reference_parse_extra (reference);
  JsonObject    *group = atlas_reference_extra_get_group (extra, "biblatex");
  JsonObjectIter iter;
  const char    *name = NULL;
  JsonNode      *node = NULL;

  json_object_iter_init_ordered (&iter, json_node_get_object (extra));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (atlas_bibtex_field_from_csl (name) != NULL && atlas_reference_extra_get_text (extra, name) != NULL)
      write_text (self, atlas_bibtex_field_from_csl (name), json_node_get_string (node));

  if (group == NULL)
    return;

  json_object_iter_init_ordered (&iter, group);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (json_node_get_value_type (node) == G_TYPE_STRING && is_field_name (name) && is_balanced (json_node_get_string (node)))
      write_field (self, name, json_node_get_string (node));
}

/* In the first of the fields that BibLaTeX leaves to users which is not taken. */
static void
write_standing (Writing        *self,
                AtlasReference *reference)
{
  g_autofree char *standing = atlas_reference_standing_write (atlas_reference_get_fields (reference));
  g_autofree char *text = standing != NULL ? g_strconcat (ATLAS_REFERENCE_STANDING_PREFIX, standing, NULL) : NULL;
  g_autoptr (JsonNode) extra = atlas_reference_parse_extra (reference);
  JsonObject *group = atlas_reference_extra_get_group (extra, "biblatex");

  for (guint i = 0; text != NULL && atlas_bibtex_user_fields[i] != NULL; i++)
    if (group == NULL || !json_object_has_member (group, atlas_bibtex_user_fields[i]))
      {
        write_text (self, atlas_bibtex_user_fields[i], text);
        return;
      }
}

static void
write_reference (GString        *out,
                 AtlasReference *reference,
                 GHashTable     *taken)
{
  const AtlasReferenceFields *fields = atlas_reference_get_fields (reference);
  const char                 *subtype = NULL;
  Writing                     writing = { out, atlas_bibtex_type_from_csl (fields->type, &subtype) };
  g_autofree char            *wish = atlas_reference_create_key (fields);
  g_autofree char            *key = atlas_reference_take_key (taken, wish);
  g_autoptr (GPtrArray) names = fields->author_names == NULL ? atlas_names_parse (fields->authors) : NULL;

  g_string_append_printf (out, "@%s{%s", writing.type, key);
  if (atlas_reference_has_title (reference))
    write_title (&writing, "title", fields->title);
  if (subtype != NULL)
    write_field (&writing, "entrysubtype", subtype);
  if (names != NULL)
    write_names (&writing, "author", names);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gconstpointer value = G_STRUCT_MEMBER (gconstpointer, fields, rows[i].offset);

      if (value != NULL)
        rows[i].write (&writing, rows[i].name, value);
    }
  write_extra (&writing, reference);
  write_standing (&writing, reference);
  g_string_append (out, ",\n}\n");
}

char *
atlas_bibtex_write (GPtrArray *references)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < references->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, '\n');
      write_reference (out, g_ptr_array_index (references, i), taken);
    }

  return g_string_free (out, FALSE);
}
