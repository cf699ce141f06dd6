// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-edtf.h"
#include "atlas-name.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  ATLAS_REFERENCE_REPORT,      /* one of the report's own numbered citations */
  ATLAS_REFERENCE_INDEPENDENT, /* a public document that supports or contradicts */
} AtlasReferenceRole;

/**
 * AtlasReferenceFields:
 *
 * What a bibliographic record is made of, in the variables of CSL-JSON. All members are owned; atlas_reference_new_take()
 * takes them. Only @id, @type and @title are never %NULL; a record made without a title says that it has none.
 */
typedef struct
{
  char              *id;
  char              *type;          /* CSL type: "webpage", "treaty" … */
  char              *title;
  char              *authors;       /* as shown, "; " between; made from @author_names where there are any */
  GPtrArray         *author_names;  /* of AtlasName; NULL: none, or only @authors is known */
  GPtrArray         *editor_names;  /* of AtlasName; NULL: none */
  char              *container;     /* container-title */
  char              *publisher;
  char              *publisher_place;
  char              *genre;         /* "Working Paper" */
  char              *serial;        /* CSL "number", of a report, a law …: "12/2024" */
  char              *volume;
  char              *issue;
  char              *page;          /* "12–19" */
  char              *doi;           /* without an address before it */
  char              *url;           /* as written; opened only when it is http or https */
  char              *archive_url;   /* a kept copy of it */
  char              *archive_date;  /* EDTF: when it was made */
  char              *checked;       /* EDTF: when the address was last looked at */
  char              *status;        /* what was found there: "ok", "moved", "gone" … */
  char              *language;      /* BCP 47 */
  char              *note;
  char              *tier;          /* "official", "agency", "news" … */
  char              *issued;        /* EDTF */
  char              *event_date;    /* EDTF */
  char              *accessed;      /* EDTF */
  AtlasReferenceRole role;
  guint              number;        /* the report's citation number; 0 for independent ones */
  gboolean           title_known;   /* FALSE: @title is a stand-in that says so */
  gboolean           own;           /* the user has added it */
  char              *extra;         /* JSON text of members that the program does not know, written back as they were */
} AtlasReferenceFields;

void atlas_reference_fields_clear (AtlasReferenceFields       *fields);
/* A copy to change and make another record of. */
void atlas_reference_fields_copy  (const AtlasReferenceFields *fields,
                                   AtlasReferenceFields       *copy);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasReferenceFields, atlas_reference_fields_clear)

#define ATLAS_TYPE_REFERENCE (atlas_reference_get_type ())
G_DECLARE_FINAL_TYPE (AtlasReference, atlas_reference, ATLAS, REFERENCE, GObject)

AtlasReference             *atlas_reference_new_take   (AtlasReferenceFields *fields) G_GNUC_WARN_UNUSED_RESULT; /* leaves @fields zeroed */
const AtlasReferenceFields *atlas_reference_get_fields (AtlasReference       *self); /* (transfer none) */
const char                 *atlas_reference_get_id     (AtlasReference       *self);
const char                 *atlas_reference_get_title  (AtlasReference       *self);
/* FALSE: it was made without one, and the title only says so. */
gboolean                    atlas_reference_has_title  (AtlasReference       *self);
AtlasReferenceRole          atlas_reference_get_role   (AtlasReference       *self);
guint                       atlas_reference_get_number (AtlasReference       *self);
/* The address, when it is an absolute http or https one without user name or control characters; else NULL. */
const char                 *atlas_reference_get_safe_url (AtlasReference     *self);
const char                 *atlas_reference_get_safe_archive_url (AtlasReference *self); /* the same of the kept copy */

/**
 * atlas_reference_format:
 * @self: a reference
 *
 * Says the whole record in one line of plain text, to be copied: "Quinn-Judge, Paul; Dobbs, Michael. Title. Container, vol. 3,
 * no. 2, 12 June 2024, pp. 5–9. Place: Publisher. https://example.org/ Accessed 1 March 2025."
 *
 * The style is that of ISO 690 with the family name first, and without its capitals and brackets; white space is made single.
 * A DOI takes the place of the address; no full stop follows an address. An address that must not be opened is said as well:
 * the line is only read.
 *
 * Returns: (transfer full): the line
 */
char                       *atlas_reference_format     (AtlasReference       *self) G_GNUC_WARN_UNUSED_RESULT;
/* The same without addresses, for where they stand beside it as links: "Author. Title. Container, 12 June 2024. Publisher." */
char                       *atlas_reference_format_short (AtlasReference     *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * AtlasBibliography:
 *
 * All references of an atlas as a #GListModel, by id and by the report's number. Immutable.
 */
#define ATLAS_TYPE_BIBLIOGRAPHY (atlas_bibliography_get_type ())
G_DECLARE_FINAL_TYPE (AtlasBibliography, atlas_bibliography, ATLAS, BIBLIOGRAPHY, GObject)

AtlasBibliography *atlas_bibliography_new_take      (GPtrArray         *references) G_GNUC_WARN_UNUSED_RESULT; /* (transfer full): of AtlasReference */
AtlasReference    *atlas_bibliography_lookup        (AtlasBibliography *self,
                                                     const char        *id); /* (transfer none) (nullable) */
AtlasReference    *atlas_bibliography_lookup_number (AtlasBibliography *self,
                                                     guint              number); /* (transfer none) (nullable) */

G_END_DECLS
