// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-finding.h"
#include "atlas-reference.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What readers of references have in common. */

/* An array that owns its references. (transfer full) */
GPtrArray  *atlas_reference_array_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/* Adds those of @others that are not NULL; one whose id is taken gets another. */
void        atlas_reference_array_add_unique (GPtrArray *self,
                                              GPtrArray *others);

/**
 * AtlasReferenceDraft:
 * @fields: what is known of the record
 * @extra: what the program has no place for, as CSL-JSON
 *
 * A record that is being read.
 */
typedef struct
{
  AtlasReferenceFields fields;
  JsonObject          *extra;
} AtlasReferenceDraft;

void        atlas_reference_draft_init      (AtlasReferenceDraft *self);
void        atlas_reference_draft_clear     (AtlasReferenceDraft *self);
/* Keeps a text as the CSL @variable; with a @group, as "custom" → @group → @variable, where several texts become a list. */
void        atlas_reference_draft_add_extra (AtlasReferenceDraft *self,
                                             const char          *group,
                                             const char          *variable,
                                             const char          *text);
/* Sets a date as people write it: EDTF, ISO, "12 June 2024", "2024/06/12". What is no date is kept as a CSL literal of @variable. */
void        atlas_reference_draft_set_date  (AtlasReferenceDraft *self,
                                             char               **date,
                                             const char          *variable,
                                             const char          *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasReferenceDraft, atlas_reference_draft_clear)

/* A text as a reference has it: no controls, white space single and none at the ends; NULL when nothing is left. */
char       *atlas_reference_clean_text      (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The same in paragraphs: new lines stay. */
char       *atlas_reference_clean_lines     (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * AtlasReferenceBatch:
 *
 * The records of one file while they are read: each is checked, gets an id that no other has, and is added.
 */
typedef struct
{
  const char *file;
  GPtrArray  *findings;
  GPtrArray  *references;
  GHashTable *ids; /* of char *: folded */
} AtlasReferenceBatch;

void        atlas_reference_batch_init      (AtlasReferenceBatch *self,
                                             const char          *file,
                                             GPtrArray           *findings);
/* Adds what @draft holds and leaves it empty. FALSE: there are as many records as may be, and reading ends. */
gboolean    atlas_reference_batch_add       (AtlasReferenceBatch *self,
                                             AtlasReferenceDraft *draft,
                                             guint                line);
void        atlas_reference_batch_fail      (AtlasReferenceBatch *self,
                                             guint                line,
                                             AtlasRule            rule,
                                             const char          *message);
/* The records; the batch is empty then. (transfer full) */
GPtrArray  *atlas_reference_batch_finish    (AtlasReferenceBatch *self) G_GNUC_WARN_UNUSED_RESULT;

/* A key of A-Z a-z 0-9 ":" "-" for a record, the same each time: its id if it is one, else made of author, year and title. */
char       *atlas_reference_create_key      (const AtlasReferenceFields *fields) G_GNUC_WARN_UNUSED_RESULT;
/* @wish, or with a number behind it, so that no key in @taken (folded) is the same but for case; adds it there. */
char       *atlas_reference_take_key        (GHashTable *taken,
                                             const char *wish) G_GNUC_WARN_UNUSED_RESULT;

/* The parsed extra of a record, for writers; an empty object when there is none. (transfer full) */
JsonNode   *atlas_reference_parse_extra     (AtlasReference *reference) G_GNUC_WARN_UNUSED_RESULT;
/* A text variable of it, or NULL. */
const char *atlas_reference_extra_get_text  (JsonNode   *extra,
                                             const char *variable);
/* custom → @group of it, or NULL. */
JsonObject *atlas_reference_extra_get_group (JsonNode   *extra,
                                             const char *group);

G_END_DECLS
