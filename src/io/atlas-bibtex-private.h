// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-bibtex.h"
#include "atlas-finding.h"
#include "atlas-reference-batch.h"

G_BEGIN_DECLS

/* The parser: entries with their fields as TeX, strings put in. */

typedef struct
{
  char *name;  /* in small letters */
  char *value; /* TeX: braces and escapes are still there, those around the whole are not */
} AtlasBibtexField;

typedef struct
{
  char      *type; /* in small letters */
  char      *key;
  GPtrArray *fields; /* of AtlasBibtexField; a name that comes twice counts once, as BibTeX has it */
  guint      line;
} AtlasBibtexEntry;

typedef struct
{
  const char *at;
  const char *end;
  const char *counted; /* up to here lines are counted */
  guint       line;    /* there, from 1 */
  GHashTable *macros;  /* char * → char *: @string */
  gsize       expanded; /* bytes of values so far */
  gsize       vain;     /* bytes in which the end of a comment was looked for and not found */
} AtlasBibtexParser;

void              atlas_bibtex_parser_init  (AtlasBibtexParser *self,
                                             const char        *text,
                                             gsize              length);
void              atlas_bibtex_parser_clear (AtlasBibtexParser *self);
/* The next entry. NULL with an error: the text goes on behind it; its message begins with ":LINE: ". NULL without: the end. */
AtlasBibtexEntry *atlas_bibtex_parser_next  (AtlasBibtexParser *self,
                                             GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_bibtex_entry_free   (AtlasBibtexEntry  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasBibtexParser, atlas_bibtex_parser_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasBibtexEntry, atlas_bibtex_entry_free)

/* TeX and plain text in UTF-8. All (transfer full). */
char      *atlas_bibtex_from_latex   (const char *latex) G_GNUC_WARN_UNUSED_RESULT;
char      *atlas_bibtex_from_verbatim (const char *latex) G_GNUC_WARN_UNUSED_RESULT; /* of addresses: only what must be escaped is */
void       atlas_bibtex_append_latex (GString    *latex,
                                      const char *text,
                                      gsize       length);
char      *atlas_bibtex_to_title     (const char *title) G_GNUC_WARN_UNUSED_RESULT; /* words with capitals in braces */

/* Lists of names: an array of AtlasName, NULL for none. */
GPtrArray *atlas_bibtex_read_names   (const char *latex) G_GNUC_WARN_UNUSED_RESULT;
char      *atlas_bibtex_write_names  (GPtrArray  *names) G_GNUC_WARN_UNUSED_RESULT;

/* What an entry is and what it is called there. */
const char *atlas_bibtex_type_to_csl (const char  *type,
                                      const char  *subtype); /* (nullable): "entrysubtype"; NULL when no type is known by that name */
/* @subtype: what to say beside it, or NULL */
const char *atlas_bibtex_type_from_csl (const char  *csl,
                                        const char **subtype);
const char *atlas_bibtex_language_to_tag (const char *langid); /* "english" → "en"; NULL: not known */
const char *atlas_bibtex_language_from_tag (const char *tag);
/* The CSL variable of a field that the program keeps but does not show: "isbn" → "ISBN"; and back. NULL: none. */
const char *atlas_bibtex_field_to_csl (const char *field);
const char *atlas_bibtex_field_from_csl (const char *variable);
/* What BibLaTeX leaves to users: "usera" to "userf", NULL-terminated. */
extern const char *const atlas_bibtex_user_fields[];

G_END_DECLS
