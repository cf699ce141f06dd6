// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-ris-private.h"

#include "atlas-limits.h"
#include "atlas-reference-standing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char     name[3];
  GString *value;
} Tag;

/* A text being read, and the record that it is in. */
typedef struct
{
  const char         *at;
  const char         *end;
  guint               line; /* of what is at @at, from 1 */
  AtlasReferenceBatch batch;
  GPtrArray          *tags;   /* of Tag: of the record so far */
  guint               first;  /* line at which the record began */
  gboolean            spoilt; /* crosses a limit, and is left out */
  gboolean            full;   /* as many records as may be */
} Reading;

/* Takes in one tag. FALSE: it says nothing here, and is kept as it is. */
typedef gboolean (*TagFunc) (AtlasReferenceDraft *draft,
                             gpointer             out,
                             const char          *value);

static void
tag_free (gpointer data)
{
  Tag *tag = data;

  g_string_free (tag->value, TRUE);
  g_free (tag);
}

static gboolean
read_text (AtlasReferenceDraft *draft,
           gpointer             out,
           const char          *value)
{
  char **text = out;

  if (*text != NULL)
    return FALSE;

  *text = atlas_reference_clean_text (value);

  return TRUE;
}

static gboolean
read_name (AtlasReferenceDraft *draft,
           gpointer             out,
           const char          *value)
{
  GPtrArray **names = out;
  AtlasName  *name = atlas_name_parse (value);

  if (name == NULL)
    return TRUE;

  if (*names == NULL)
    *names = atlas_names_new ();
  g_ptr_array_add (*names, name);

  return TRUE;
}

/* Notes are paragraphs of one. */
static gboolean
read_note (AtlasReferenceDraft *draft,
           gpointer             out,
           const char          *value)
{
  char           **note = out;
  g_autofree char *text = atlas_reference_clean_lines (value);
  g_autofree char *before = *note;

  if (before == NULL || text == NULL)
    *note = before != NULL ? g_steal_pointer (&before) : g_steal_pointer (&text);
  else
    *note = g_strconcat (before, "\n", text, NULL);

  return TRUE;
}

static gboolean
read_date (AtlasReferenceDraft *draft,
           gpointer             out,
           const char          *value)
{
  char **date = out;

  if (*date != NULL)
    return FALSE;

  atlas_reference_draft_set_date (draft, date, date == &draft->fields.accessed ? "accessed" : "issued", value);

  return TRUE;
}

static gboolean
read_last_page (AtlasReferenceDraft *draft,
                gpointer             out,
                const char          *value)
{
  char           **page = out;
  g_autofree char *last = atlas_reference_clean_text (value);
  g_autofree char *first = NULL;

  if (last == NULL)
    return TRUE;
  if (*page == NULL)
    return read_text (draft, out, last);
  if (g_str_equal (*page, last) || strstr (*page, "–") != NULL)
    return TRUE;

  first = *page;
  *page = g_strdup_printf ("%s–%s", first, last);

  return TRUE;
}

/* "https://doi.org/10.1/2" is said without its beginning. */
static gboolean
read_doi (AtlasReferenceDraft *draft,
          gpointer             out,
          const char          *value)
{
  const char *doi = strstr (value, "doi.org/");

  return read_text (draft, out, doi != NULL ? doi + strlen ("doi.org/") : value);
}

/* In the order in which they are tried: of a title or date said twice, the first row is the one that counts. */
static const struct
{
  const char *tag;
  TagFunc     read;
  gsize       offset;
} rows[] = {
#define ROW(tag_, read_, field_)                                 \
  {                                                              \
    tag_, read_, G_STRUCT_OFFSET (AtlasReferenceFields, field_), \
  }
  ROW ("ID", read_text, id),
  ROW ("TI", read_text, title),
  ROW ("T1", read_text, title),
  ROW ("CT", read_text, title),
  ROW ("AU", read_name, author_names),
  ROW ("A2", read_name, editor_names),
  ROW ("T2", read_text, container),
  ROW ("JF", read_text, container),
  ROW ("JO", read_text, container),
  ROW ("BT", read_text, container),
  ROW ("JA", read_text, container),
  ROW ("J2", read_text, container),
  ROW ("PB", read_text, publisher),
  ROW ("CY", read_text, publisher_place),
  ROW ("PP", read_text, publisher_place),
  ROW ("M3", read_text, genre),
  ROW ("M1", read_text, serial),
  ROW ("VL", read_text, volume),
  ROW ("IS", read_text, issue),
  ROW ("SP", read_text, page),
  ROW ("EP", read_last_page, page),
  ROW ("DA", read_date, issued),
  ROW ("PY", read_date, issued),
  ROW ("Y1", read_date, issued),
  ROW ("Y2", read_date, accessed),
  ROW ("DO", read_doi, doi),
  ROW ("UR", read_text, url),
  ROW ("LA", read_text, language),
  ROW ("N1", read_note, note),
#undef ROW
};

/* A year that stands beside the whole date says nothing new. */
static gboolean
repeats_date (const Tag                  *tag,
              const AtlasReferenceFields *fields)
{
  return (g_str_equal (tag->name, "PY") || g_str_equal (tag->name, "Y1")) && fields->issued != NULL && strlen (tag->value->str) >= 4 &&
         strncmp (tag->value->str, fields->issued, 4) == 0;
}

/* The name as it was written, at the @number-th place. */
static void
make_literal (GPtrArray  *names,
              const char *number)
{
  guint            index = (guint) g_ascii_strtoull (number, NULL, 10);
  AtlasName       *name = NULL;
  g_autofree char *whole = NULL;

  if (names == NULL || index < 1 || index > names->len)
    return;

  name = g_ptr_array_index (names, index - 1);
  whole = g_strjoin (", ", name->family != NULL ? name->family : "", name->given, name->given != NULL ? name->suffix : NULL, NULL);
  if (name->literal == NULL)
    {
      atlas_name_free (name);
      names->pdata[index - 1] = atlas_name_new_literal (whole);
    }
}

/* "csl:NAME=TEXT", as the writer puts it. FALSE: it is something else. */
static gboolean
read_own (AtlasReferenceDraft *draft,
          const char          *value)
{
  const char      *text = strchr (value, '=');
  g_autofree char *name = NULL;
  AtlasEdtf        edtf;

  if (!g_str_has_prefix (value, ATLAS_RIS_OWN_PREFIX) || text == NULL)
    return FALSE;

  value += strlen (ATLAS_RIS_OWN_PREFIX);
  name = g_strndup (value, (gsize) (text++ - value));
  if (g_str_equal (name, ATLAS_RIS_STANDING))
    atlas_reference_standing_read (&draft->fields, text);
  if (g_str_equal (name, "AU-literal"))
    make_literal (draft->fields.author_names, text);
  if (g_str_equal (name, "A2-literal"))
    make_literal (draft->fields.editor_names, text);

  for (const AtlasRisOwn *own = atlas_ris_own; own->name != NULL; own++)
    if (g_str_equal (own->name, name))
      {
        char   **out = &G_STRUCT_MEMBER (char *, &draft->fields, own->offset);
        gboolean date = out == &draft->fields.issued || out == &draft->fields.accessed || out == &draft->fields.event_date || out == &draft->fields.archive_date;

        if (date && !atlas_edtf_parse (text, &edtf, NULL))
          return FALSE;
        g_free (*out);
        *out = atlas_reference_clean_text (text);
      }

  return TRUE;
}

static void
keep (AtlasReferenceDraft *draft,
      const Tag           *tag)
{
  const char *variable = atlas_ris_tag_to_csl (tag->name);

  atlas_reference_draft_add_extra (draft, variable != NULL ? NULL : "ris", variable != NULL ? variable : tag->name, tag->value->str);
}

/* Reads the tags of one row of the table, wherever they stand. */
static void
read_row (Reading             *self,
          AtlasReferenceDraft *draft,
          guint                row)
{
  for (guint i = 0; i < self->tags->len; i++)
    {
      const Tag *tag = g_ptr_array_index (self->tags, i);

      if (!g_str_equal (tag->name, rows[row].tag) || repeats_date (tag, &draft->fields))
        continue;
      if (!rows[row].read (draft, G_STRUCT_MEMBER_P (&draft->fields, rows[row].offset), tag->value->str))
        keep (draft, tag);
    }
}

static gboolean
is_in_rows (const Tag *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].tag, tag->name))
      return TRUE;

  return FALSE;
}

static void
read_type (Reading             *self,
           AtlasReferenceDraft *draft)
{
  const Tag  *first = g_ptr_array_index (self->tags, 0);
  const char *csl = NULL;

  if (g_str_equal (first->name, "TY"))
    {
      g_autofree char *type = g_ascii_strup (first->value->str, -1);

      csl = atlas_ris_type_to_csl (g_strstrip (type));
      if (csl == NULL)
        keep (draft, first);
    }

  g_free (draft->fields.type);
  draft->fields.type = g_strdup (csl != NULL ? csl : "document");
}

static void
finish_record (Reading *self)
{
  AtlasReferenceDraft draft;

  if (self->tags->len == 0)
    return;

  atlas_reference_draft_init (&draft);
  if (!self->spoilt)
    {
      read_type (self, &draft);
      for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
        read_row (self, &draft, row);

      for (guint i = 0; i < self->tags->len; i++)
        {
          const Tag *tag = g_ptr_array_index (self->tags, i);
          gboolean   own = g_str_equal (tag->name, ATLAS_RIS_OWN_TAG) && read_own (&draft, tag->value->str);

          if (!own && !is_in_rows (tag) && !g_str_equal (tag->name, "TY"))
            keep (&draft, tag);
        }
      if (draft.fields.type == NULL)
        draft.fields.type = g_strdup ("document");
      self->full = !atlas_reference_batch_add (&self->batch, &draft, self->first);
    }

  atlas_reference_draft_clear (&draft);
  g_ptr_array_set_size (self->tags, 0);
  self->spoilt = FALSE;
}

/* The tag at the beginning of [at, end), and where its value begins; FALSE: the line has none. */
static gboolean
get_tag (const char  *at,
         const char  *end,
         char         name[3],
         const char **value)
{
  const char *hyphen = at + 2;

  if (end - at < 4 || !g_ascii_isupper (at[0]) || !(g_ascii_isupper (at[1]) || g_ascii_isdigit (at[1])) || at[2] != ' ')
    return FALSE;
  while (hyphen < end && *hyphen == ' ')
    hyphen++;
  if (hyphen == end || hyphen - at > 4 || *hyphen != '-' || (hyphen + 1 < end && hyphen[1] != ' ' && hyphen[1] != '\t'))
    return FALSE;

  name[0] = at[0];
  name[1] = at[1];
  name[2] = '\0';
  *value = hyphen + 1;

  return TRUE;
}

/* Says once that the record crosses a limit. */
static void
spoil (Reading    *self,
       const char *message)
{
  if (!self->spoilt)
    atlas_reference_batch_fail (&self->batch, self->line, ATLAS_RULE_LIMIT, message);
  self->spoilt = TRUE;
}

static void
add_value (Reading    *self,
           GString    *value,
           const char *at,
           const char *end)
{
  if (value->len + (gsize) (end - at) > ATLAS_LIMIT_STRING)
    {
      g_autofree char *message = g_strdup_printf (_ ("a text of more than %d bytes"), ATLAS_LIMIT_STRING);

      spoil (self, message);
      return;
    }

  if (value->len > 0)
    g_string_append_c (value, '\n');
  g_string_append_len (value, at, end - at);
}

/* Authors and editors stand in one order, whichever tag each has. */
static const char *
find_same (const char *name)
{
  if (g_str_equal (name, "A1"))
    return "AU";

  return g_str_equal (name, "ED") ? "A2" : name;
}

static void
add_tag (Reading    *self,
         const char *name,
         const char *at,
         const char *end)
{
  Tag *tag = NULL;

  if (self->tags->len >= ATLAS_LIMIT_LIST)
    {
      g_autofree char *message = g_strdup_printf (_ ("more than the %d fields that are allowed"), ATLAS_LIMIT_LIST);

      spoil (self, message);
      return;
    }

  if (self->tags->len == 0)
    self->first = self->line;
  tag = g_new0 (Tag, 1);
  memcpy (tag->name, find_same (name), sizeof tag->name);
  tag->value = g_string_new (NULL);
  g_ptr_array_add (self->tags, tag);

  while (at < end && g_ascii_isspace (*at))
    at++;
  add_value (self, tag->value, at, end);
}

static void
read_line (Reading    *self,
           const char *end)
{
  char        name[3] = "";
  const char *value = NULL;
  const char *at = self->at;

  while (at < end && (*at == ' ' || *at == '\t'))
    at++;

  if (get_tag (at, end, name, &value))
    {
      if (g_str_equal (name, "TY") || g_str_equal (name, "ER"))
        finish_record (self);
      if (!g_str_equal (name, "ER"))
        add_tag (self, name, value, end);
    }
  else if (at < end && self->tags->len > 0)
    {
      Tag *last = g_ptr_array_index (self->tags, self->tags->len - 1);

      add_value (self, last->value, at, end);
    }
}

GPtrArray *
atlas_ris_read (const char *text,
                gsize       length,
                const char *file,
                GPtrArray  *findings)
{
  Reading self = { .at = text, .end = text + length, .line = 1 };

  self.tags = g_ptr_array_new_with_free_func (tag_free);
  atlas_reference_batch_init (&self.batch, file, findings);

  while (self.at < self.end && !self.full && findings->len <= ATLAS_LIMIT_FINDINGS)
    {
      const char *end = self.at;

      while (end < self.end && *end != '\n' && *end != '\r')
        end++;
      read_line (&self, end);
      if (end + 1 < self.end && end[0] == '\r' && end[1] == '\n')
        end++;
      self.at = MIN (end + 1, self.end);
      self.line++;
    }
  if (!self.full)
    finish_record (&self);
  g_ptr_array_unref (self.tags);

  return atlas_reference_batch_finish (&self.batch);
}
