// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-ris-private.h"

#include "atlas-reference-standing.h"

#include <string.h>

typedef void (*TagFunc) (GString      *out,
                         const char   *tag,
                         gconstpointer value);

/* A value is one line. */
static void
write_text (GString      *out,
            const char   *tag,
            gconstpointer value)
{
  g_autofree char *text = atlas_reference_clean_text (value);

  if (text != NULL)
    g_string_append_printf (out, "%s  - %s\r\n", tag, text);
}

/* Each paragraph of a note is one. */
static void
write_note (GString      *out,
            const char   *tag,
            gconstpointer value)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    write_text (out, tag, lines[i]);
}

/* What RIS would take for a family name and a given name. */
static gboolean
is_ambiguous (const AtlasName *name)
{
  return name->literal != NULL && strchr (name->literal, ',') != NULL;
}

/* "van Gogh, Vincent": RIS knows no particles, so they stay with the family name. */
static char *
dup_name (const AtlasName *name)
{
  GString    *text = NULL;
  const char *parts[] = { name->dropping, name->particle, name->family };

  if (name->literal != NULL || name->family == NULL)
    return atlas_name_to_words (name);

  text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", parts[i]);
  g_string_append_printf (text, ", %s", name->given != NULL ? name->given : "");
  if (name->suffix != NULL)
    g_string_append_printf (text, ", %s", name->suffix);

  return g_string_free (text, FALSE);
}

static void
write_names (GString      *out,
             const char   *tag,
             gconstpointer value)
{
  const GPtrArray *names = value;

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *text = dup_name (g_ptr_array_index (names, i));

      write_text (out, tag, text);
      if (is_ambiguous (g_ptr_array_index (names, i)))
        g_string_append_printf (out, "%s  - %s%s-literal=%u\r\n", ATLAS_RIS_OWN_TAG, ATLAS_RIS_OWN_PREFIX, tag, i + 1);
    }
}

/* "2024/06/12", "2024/06" or "2024". NULL: there is no year. @exact: whether that is the whole date. */
static char *
dup_date (const char *edtf,
          gboolean   *exact)
{
  AtlasEdtf            reading;
  const AtlasEdtfDate *date = NULL;
  int                  year = 0, month = 0, day = 0;
  char                *text = NULL;
  g_autofree char     *again = NULL;

  *exact = FALSE;
  if (!atlas_edtf_parse (edtf, &reading, NULL))
    return NULL;

  date = reading.start.bound == ATLAS_EDTF_DATE ? &reading.start : &reading.end;
  if (date->bound != ATLAS_EDTF_DATE || date->span.begin == G_MININT)
    return NULL;
  atlas_day_to_ymd (date->span.begin, &year, &month, &day);
  if (year < 0 || year > 9999)
    return NULL;

  if (date->precision == ATLAS_EDTF_DAY)
    text = g_strdup_printf ("%04d/%02d/%02d", year, month, day);
  else if (date->precision == ATLAS_EDTF_MONTH)
    text = g_strdup_printf ("%04d/%02d", year, month);
  else
    text = g_strdup_printf ("%04d", year);

  again = g_strdelimit (g_strdup (text), "/", '-');
  *exact = g_str_equal (again, edtf);

  return text;
}

static void
write_date (GString      *out,
            const char   *tag,
            gconstpointer value)
{
  gboolean         exact = FALSE;
  g_autofree char *text = dup_date (value, &exact);

  if (text == NULL)
    return;

  if (g_str_equal (tag, "DA")) /* many programs look for the year only here */
    g_string_append_printf (out, "PY  - %.4s\r\n", text);
  write_text (out, tag, text);
}

static const struct
{
  const char *tag;
  TagFunc     write;
  gsize       offset;
} rows[] = {
#define ROW(tag_, write_, field_)                                 \
  {                                                               \
    tag_, write_, G_STRUCT_OFFSET (AtlasReferenceFields, field_), \
  }
  ROW ("A2", write_names, editor_names),
  ROW ("T2", write_text, container),
  ROW ("PB", write_text, publisher),
  ROW ("CY", write_text, publisher_place),
  ROW ("M3", write_text, genre),
  ROW ("M1", write_text, serial),
  ROW ("VL", write_text, volume),
  ROW ("IS", write_text, issue),
  ROW ("DA", write_date, issued),
  ROW ("DO", write_text, doi),
  ROW ("UR", write_text, url),
  ROW ("Y2", write_date, accessed),
  ROW ("LA", write_text, language),
  ROW ("N1", write_note, note),
#undef ROW
};

/* First and last page; what is no run of pages stands in the first. */
static void
write_pages (GString    *out,
             const char *page)
{
  g_auto (GStrv) ends = g_strsplit (page, "–", 2);

  write_text (out, "SP", ends[0]);
  if (ends[0] != NULL && ends[1] != NULL)
    write_text (out, "EP", ends[1]);
}

/* Whether a text of the record is said already by a tag of RIS. */
static gboolean
is_said (const AtlasReferenceFields *fields,
         const char                 *name,
         const char                 *text)
{
  gboolean         exact = FALSE;
  g_autofree char *date = NULL;

  if (g_str_equal (name, "type"))
    return g_strcmp0 (atlas_ris_type_to_csl (atlas_ris_type_from_csl (text)), text) == 0;
  if (!g_str_equal (name, "issued") && !g_str_equal (name, "accessed"))
    return FALSE;

  date = dup_date (text, &exact);

  return exact;
}

static void
write_own (GString                    *out,
           const AtlasReferenceFields *fields)
{
  g_autofree char *standing = atlas_reference_standing_write (fields);

  for (const AtlasRisOwn *own = atlas_ris_own; own->name != NULL; own++)
    {
      const char *text = G_STRUCT_MEMBER (const char *, fields, own->offset);

      if (text != NULL && !is_said (fields, own->name, text))
        g_string_append_printf (out, "%s  - %s%s=%s\r\n", ATLAS_RIS_OWN_TAG, ATLAS_RIS_OWN_PREFIX, own->name, text);
    }
  if (standing != NULL)
    g_string_append_printf (out, "%s  - %s%s=%s\r\n", ATLAS_RIS_OWN_TAG, ATLAS_RIS_OWN_PREFIX, ATLAS_RIS_STANDING, standing);
}

static gboolean
is_tag (const char *name)
{
  return g_ascii_isupper (name[0]) && (g_ascii_isupper (name[1]) || g_ascii_isdigit (name[1])) && name[2] == '\0' &&
         !g_str_equal (name, "TY") && !g_str_equal (name, "ER");
}

/* A text, or each of a list of texts. */
static void
write_texts (GString    *out,
             const char *tag,
             JsonNode   *node)
{
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    write_note (out, tag, json_node_get_string (node));

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return;

  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *element = json_array_get_element (json_node_get_array (node), i);

      if (json_node_get_value_type (element) == G_TYPE_STRING)
        write_note (out, tag, json_node_get_string (element));
    }
}

static void
write_extra (GString        *out,
             AtlasReference *reference)
{
  g_autoptr (JsonNode) extra = atlas_reference_parse_extra (reference);
  JsonObject    *group = atlas_reference_extra_get_group (extra, "ris");
  JsonObjectIter iter;
  const char    *name = NULL;
  JsonNode      *node = NULL;

  json_object_iter_init_ordered (&iter, json_node_get_object (extra));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (atlas_ris_tag_from_csl (name) != NULL)
      write_texts (out, atlas_ris_tag_from_csl (name), node);

  if (group == NULL)
    return;

  json_object_iter_init_ordered (&iter, group);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (is_tag (name))
      write_texts (out, name, node);
}

static void
write_reference (GString        *out,
                 AtlasReference *reference)
{
  const AtlasReferenceFields *fields = atlas_reference_get_fields (reference);
  g_autoptr (GPtrArray) parsed = fields->author_names == NULL ? atlas_names_parse (fields->authors) : NULL;
  GPtrArray *authors = parsed != NULL ? parsed : fields->author_names;

  write_text (out, "TY", atlas_ris_type_from_csl (fields->type));
  write_text (out, "ID", fields->id);
  if (atlas_reference_has_title (reference))
    write_text (out, "TI", fields->title);
  if (authors != NULL)
    write_names (out, "AU", authors);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gconstpointer value = G_STRUCT_MEMBER (gconstpointer, fields, rows[i].offset);

      if (value != NULL)
        rows[i].write (out, rows[i].tag, value);
    }
  if (fields->page != NULL)
    write_pages (out, fields->page);
  write_own (out, fields);
  write_extra (out, reference);
  g_string_append (out, "ER  - \r\n");
}

char *
atlas_ris_write (GPtrArray *references)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < references->len; i++)
    {
      if (i > 0)
        g_string_append (out, "\r\n");
      write_reference (out, g_ptr_array_index (references, i));
    }

  return g_string_free (out, FALSE);
}
