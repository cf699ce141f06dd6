// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-edtf.h"

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
 * takes them. Only @id, @type and @title are never %NULL.
 */
typedef struct
{
  char              *id;
  char              *type;      /* CSL type: "webpage", "treaty" … */
  char              *title;
  char              *authors;   /* names as shown, "; " between */
  char              *container; /* container-title */
  char              *publisher;
  char              *url;       /* as written; opened only when it is http or https */
  char              *language;  /* BCP 47 */
  char              *note;
  char              *tier;      /* "official", "agency", "news" … */
  char              *issued;    /* EDTF */
  char              *accessed;  /* EDTF */
  AtlasReferenceRole role;
  guint              number;    /* the report's citation number; 0 for independent ones */
  gboolean           title_known; /* FALSE: @title is a stand-in that says so */
  char              *extra;     /* JSON text of members that the program does not know */
} AtlasReferenceFields;

void atlas_reference_fields_clear (AtlasReferenceFields *fields);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasReferenceFields, atlas_reference_fields_clear)

#define ATLAS_TYPE_REFERENCE (atlas_reference_get_type ())
G_DECLARE_FINAL_TYPE (AtlasReference, atlas_reference, ATLAS, REFERENCE, GObject)

AtlasReference             *atlas_reference_new_take   (AtlasReferenceFields *fields) G_GNUC_WARN_UNUSED_RESULT; /* leaves @fields zeroed */
const AtlasReferenceFields *atlas_reference_get_fields (AtlasReference       *self); /* (transfer none) */
const char                 *atlas_reference_get_id     (AtlasReference       *self);
const char                 *atlas_reference_get_title  (AtlasReference       *self);
AtlasReferenceRole          atlas_reference_get_role   (AtlasReference       *self);
guint                       atlas_reference_get_number (AtlasReference       *self);
/* The address, when it is an absolute http or https one without user name or control characters; else NULL. */
const char                 *atlas_reference_get_safe_url (AtlasReference     *self);
/* "Author. Title. Container, 12 June 2024. Publisher." in one line, plain text. (transfer full) */
char                       *atlas_reference_format     (AtlasReference       *self) G_GNUC_WARN_UNUSED_RESULT;

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
