// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-bibtex-private.h"

#include "atlas-date-entry.h"
#include "atlas-fold.h"
#include "atlas-limits.h"
#include "atlas-reference-standing.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* An entry on its way to a record. */
typedef struct
{
  AtlasReferenceDraft     draft;
  const AtlasBibtexEntry *entry;
} Reading;

/* Takes in one field. FALSE: it says nothing here, and is kept as it is. */
typedef gboolean (*FieldFunc) (Reading    *self,
                               gpointer    out,
                               const char *latex);

static const char *
get_field (const AtlasBibtexEntry *entry,
           const char             *name)
{
  for (guint i = 0; i < entry->fields->len; i++)
    {
      const AtlasBibtexField *field = g_ptr_array_index (entry->fields, i);

      if (g_str_equal (field->name, name))
        return field->value;
    }

  return NULL;
}

/* Takes @text unless something is there already. */
static gboolean
take_first (char **out,
            char  *text)
{
  if (*out != NULL && text != NULL)
    {
      g_free (text);
      return FALSE;
    }
  if (text != NULL)
    *out = text;

  return TRUE;
}

static gboolean
read_text (Reading    *self,
           gpointer    out,
           const char *latex)
{
  return take_first (out, atlas_bibtex_from_latex (latex));
}

static gboolean
read_verbatim (Reading    *self,
               gpointer    out,
               const char *latex)
{
  return take_first (out, atlas_bibtex_from_verbatim (latex));
}

static gboolean
read_names (Reading    *self,
            gpointer    out,
            const char *latex)
{
  *(GPtrArray **) out = atlas_bibtex_read_names (latex);

  return TRUE;
}

static gboolean
read_date (Reading    *self,
           gpointer    out,
           const char *latex)
{
  char           **date = out;
  const char      *variable = "issued";
  g_autofree char *text = atlas_bibtex_from_verbatim (latex);

  if (date == &self->draft.fields.accessed)
    variable = "accessed";
  else if (date == &self->draft.fields.event_date)
    variable = "event-date";
  atlas_reference_draft_set_date (&self->draft, date, variable, text);

  return TRUE;
}

static int
read_month (const char *latex)
{
  g_autofree char *text = atlas_bibtex_from_latex (latex);
  g_autofree char *word = NULL;

  if (text == NULL)
    return 0;
  if (g_ascii_isdigit (*text))
    return (int) g_ascii_strtoull (text, NULL, 10);

  word = atlas_fold (text);

  return atlas_date_entry_find_month (word);
}

/* The year, with the month and day that stand beside it; a "date" says more. */
static gboolean
read_year (Reading    *self,
           gpointer    out,
           const char *latex)
{
  const char      *month_latex = get_field (self->entry, "month");
  const char      *day_latex = get_field (self->entry, "day");
  int              month = month_latex != NULL ? read_month (month_latex) : 0;
  int              day = day_latex != NULL ? atoi (day_latex) : 0;
  g_autofree char *year = NULL;
  g_autofree char *text = NULL;

  if (get_field (self->entry, "date") != NULL)
    return TRUE;

  year = atlas_bibtex_from_verbatim (latex);
  if (year == NULL || strlen (year) != 4 || month < 1 || month > 12)
    text = g_strdup (year);
  else if (day < 1 || day > 31)
    text = g_strdup_printf ("%s-%02d", year, month);
  else
    text = g_strdup_printf ("%s-%02d-%02d", year, month, day);
  atlas_reference_draft_set_date (&self->draft, out, "issued", text);

  return TRUE;
}

static gboolean
read_title (Reading    *self,
            gpointer    out,
            const char *latex)
{
  const char      *sub_latex = get_field (self->entry, "subtitle");
  g_autofree char *title = atlas_bibtex_from_latex (latex);
  g_autofree char *subtitle = sub_latex != NULL ? atlas_bibtex_from_latex (sub_latex) : NULL;

  if (title != NULL && subtitle != NULL)
    return take_first (out, g_strdup_printf ("%s: %s", title, subtitle));

  return take_first (out, g_steal_pointer (&title));
}

/* Said together with another field. */
static gboolean
read_nothing (Reading    *self,
              gpointer    out,
              const char *latex)
{
  return TRUE;
}

static gboolean
is_article (const Reading *self)
{
  return g_str_has_prefix (self->draft.fields.type, "article");
}

/* Of an article it is the issue, of all else its own number. */
static gboolean
read_number (Reading    *self,
             gpointer    out,
             const char *latex)
{
  AtlasReferenceFields *fields = &self->draft.fields;

  return read_text (self, is_article (self) && get_field (self->entry, "issue") == NULL ? &fields->issue : &fields->serial, latex);
}

/* Where a site or a collection is named that has no field of its own. */
static gboolean
read_addon (Reading    *self,
            gpointer    out,
            const char *latex)
{
  if (get_field (self->entry, "journaltitle") != NULL || get_field (self->entry, "journal") != NULL || get_field (self->entry, "booktitle") != NULL)
    return FALSE;

  return read_text (self, out, latex);
}

static gboolean
read_language (Reading    *self,
               gpointer    out,
               const char *latex)
{
  g_autofree char *name = atlas_bibtex_from_latex (latex);
  const char      *tag = name != NULL ? atlas_bibtex_language_to_tag (name) : NULL;

  return take_first (out, g_strdup (tag != NULL ? tag : name));
}

/* Older files have the address there. */
static gboolean
read_published (Reading    *self,
                gpointer    out,
                const char *latex)
{
  if (!g_str_has_prefix (latex, "\\url{") && !g_str_has_prefix (latex, "http"))
    return FALSE;

  return get_field (self->entry, "url") == NULL && read_verbatim (self, out, latex);
}

static gboolean
read_doi (Reading    *self,
          gpointer    out,
          const char *latex)
{
  static const char *const prefixes[] = { "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:" };
  g_autofree char         *doi = atlas_bibtex_from_verbatim (latex);
  const char              *begin = doi;

  for (guint i = 0; doi != NULL && i < G_N_ELEMENTS (prefixes); i++)
    if (g_ascii_strncasecmp (doi, prefixes[i], strlen (prefixes[i])) == 0)
      begin = doi + strlen (prefixes[i]);

  return take_first (out, g_strdup (begin));
}

static const struct
{
  const char *name;
  FieldFunc   read;
  gsize       offset;
} rows[] = {
#define ROW(name_, read_, field_)                                 \
  {                                                               \
    name_, read_, G_STRUCT_OFFSET (AtlasReferenceFields, field_), \
  }
  ROW ("title", read_title, title),
  ROW ("subtitle", read_nothing, title),
  ROW ("author", read_names, author_names),
  ROW ("editor", read_names, editor_names),
  ROW ("journaltitle", read_text, container),
  ROW ("journal", read_text, container),
  ROW ("booktitle", read_text, container),
  ROW ("titleaddon", read_addon, container),
  ROW ("publisher", read_text, publisher),
  ROW ("institution", read_text, publisher),
  ROW ("school", read_text, publisher),
  ROW ("organization", read_text, publisher),
  ROW ("location", read_text, publisher_place),
  ROW ("address", read_text, publisher_place),
  ROW ("type", read_text, genre),
  ROW ("number", read_number, serial),
  ROW ("eid", read_text, serial),
  ROW ("issue", read_text, issue),
  ROW ("volume", read_text, volume),
  ROW ("pages", read_text, page),
  ROW ("doi", read_doi, doi),
  ROW ("url", read_verbatim, url),
  ROW ("howpublished", read_published, url),
  ROW ("urldate", read_date, accessed),
  ROW ("date", read_date, issued),
  ROW ("year", read_year, issued),
  ROW ("month", read_nothing, issued),
  ROW ("day", read_nothing, issued),
  ROW ("eventdate", read_date, event_date),
  ROW ("langid", read_language, language),
  ROW ("language", read_language, language),
  ROW ("hyphenation", read_language, language),
  ROW ("note", read_text, note),
  ROW ("archiveurl", read_verbatim, archive_url),
  ROW ("archivedate", read_verbatim, archive_date),
#undef ROW
};

/* FALSE: it is another user's. */
static gboolean
read_standing (Reading                *self,
               const AtlasBibtexField *field)
{
  g_autofree char *text = NULL;

  if (!g_strv_contains (atlas_bibtex_user_fields, field->name))
    return FALSE;

  text = atlas_bibtex_from_latex (field->value);
  if (text == NULL || !g_str_has_prefix (text, ATLAS_REFERENCE_STANDING_PREFIX))
    return FALSE;

  atlas_reference_standing_read (&self->draft.fields, text + strlen (ATLAS_REFERENCE_STANDING_PREFIX));

  return TRUE;
}

static void
read_field (Reading                *self,
            const AtlasBibtexField *field)
{
  const char *variable = atlas_bibtex_field_to_csl (field->name);

  if (read_standing (self, field))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].name, field->name))
      {
        if (!rows[i].read (self, G_STRUCT_MEMBER_P (&self->draft.fields, rows[i].offset), field->value))
          break;
        return;
      }

  if (variable != NULL)
    {
      g_autofree char *text = atlas_bibtex_from_latex (field->value);

      atlas_reference_draft_add_extra (&self->draft, NULL, variable, text);
      return;
    }

  atlas_reference_draft_add_extra (&self->draft, "biblatex", field->name, field->value);
}

static void
read_type (Reading *self)
{
  const char *subtype = get_field (self->entry, "entrysubtype");
  const char *csl = atlas_bibtex_type_to_csl (self->entry->type, subtype);

  if (csl == NULL)
    atlas_reference_draft_add_extra (&self->draft, "biblatex", "entrytype", self->entry->type);
  self->draft.fields.type = g_strdup (csl != NULL ? csl : "document");
}

/* A subtype that gave the type its name is said; another one is kept. */
static gboolean
is_said (const Reading          *self,
         const AtlasBibtexField *field)
{
  const char *plain = atlas_bibtex_type_to_csl (self->entry->type, NULL);

  return g_str_equal (field->name, "entrysubtype") && g_strcmp0 (plain, self->draft.fields.type) != 0;
}

static void
read_entry (Reading *self)
{
  self->draft.fields.id = g_strdup (self->entry->key);
  read_type (self);

  for (guint i = 0; i < self->entry->fields->len; i++)
    {
      const AtlasBibtexField *field = g_ptr_array_index (self->entry->fields, i);

      if (!is_said (self, field))
        read_field (self, field);
    }
}

GPtrArray *
atlas_bibtex_read (const char *text,
                   gsize       length,
                   const char *file,
                   GPtrArray  *findings)
{
  g_auto (AtlasBibtexParser) parser = { NULL };
  AtlasReferenceBatch batch;
  gboolean            more = TRUE;

  atlas_bibtex_parser_init (&parser, text, length);
  atlas_reference_batch_init (&batch, file, findings);

  while (more && findings->len <= ATLAS_LIMIT_FINDINGS)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasBibtexEntry) entry = atlas_bibtex_parser_next (&parser, &error);
      Reading reading = { .entry = entry };

      if (error != NULL)
        {
          atlas_findings_add_error (findings, file, g_steal_pointer (&error));
          continue;
        }
      if (entry == NULL)
        break;

      atlas_reference_draft_init (&reading.draft);
      read_entry (&reading);
      more = atlas_reference_batch_add (&batch, &reading.draft, entry->line);
    }

  return atlas_reference_batch_finish (&batch);
}
