// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The rules of a bundle. Each has a short stable name (atlas_rule_get_id()) for scripts and tests. */
typedef enum
{
  /* a file */
  ATLAS_RULE_UNREADABLE, /* missing, a folder, a dangling link, not allowed to read */
  ATLAS_RULE_EMPTY_FILE,
  ATLAS_RULE_ENCODING, /* not UTF-8 */
  ATLAS_RULE_SYNTAX,   /* not JSON (RFC 8259) */
  ATLAS_RULE_DUPLICATE_MEMBER,
  ATLAS_RULE_NUMBER, /* a number that no double or 64-bit integer holds */
  ATLAS_RULE_LIMIT,  /* crosses a limit of atlas-limits.h */

  /* a value */
  ATLAS_RULE_MISSING,
  ATLAS_RULE_TYPE,
  ATLAS_RULE_VALUE,
  ATLAS_RULE_ID,
  ATLAS_RULE_DATE,
  ATLAS_RULE_POSITION,
  ATLAS_RULE_GEOMETRY,
  ATLAS_RULE_UNKNOWN_MEMBER, /* where nothing may be lost: in tours */
  ATLAS_RULE_FORMAT, /* a bundle format that this program does not know */

  /* the report */
  ATLAS_RULE_REPORT_FORM, /* a block or an order of headings that a report does not have */
  ATLAS_RULE_REPORT_HTML,
  ATLAS_RULE_REPORT_IMAGE,
  ATLAS_RULE_REPORT_LINK, /* a link that is no mention */
  ATLAS_RULE_REPORT_ID,   /* a heading or passage without its {#id} */

  /* between the parts */
  ATLAS_RULE_DUPLICATE_ID,
  ATLAS_RULE_UNKNOWN_ITEM,
  ATLAS_RULE_UNKNOWN_CITATION,
  ATLAS_RULE_UNKNOWN_THEME,
  ATLAS_RULE_UNKNOWN_KIND,
  ATLAS_RULE_UNKNOWN_ACTOR,
  ATLAS_RULE_UNKNOWN_SOURCE,
  ATLAS_RULE_UNKNOWN_PASSAGE,
  ATLAS_RULE_UNKNOWN_TOKEN, /* of a filter */
  ATLAS_RULE_NUMBER_GAP,
  ATLAS_RULE_DUPLICATE_NUMBER,
  ATLAS_RULE_PHASE_ORDER,
  ATLAS_RULE_PHASE_OVERLAP,
  ATLAS_RULE_PHASE_OUTSIDE_LIFE,
  ATLAS_RULE_PART_OF_ITSELF,
  ATLAS_RULE_UNSAFE_URL,
  ATLAS_RULE_UNSUPPORTED_ITEM,
  ATLAS_RULE_MORE_FINDINGS,
  ATLAS_N_RULES
} AtlasRule;

typedef enum
{
  ATLAS_SEVERITY_WARNING, /* the atlas opens all the same */
  ATLAS_SEVERITY_ERROR,
} AtlasSeverity;

const char *atlas_rule_get_id (AtlasRule rule); /* "unknown-item" */

/* Errors of reading a bundle; their code is the #AtlasRule that is broken. Inside this layer a message begins with the
 * place, "#/features/0/id: …" or ":12: …"; the loader puts the file's name before it. */
#define ATLAS_BUNDLE_ERROR (atlas_bundle_error_quark ())
GQuark        atlas_bundle_error_quark (void);

/**
 * AtlasFinding:
 * @file: name of the file inside the bundle, or of the bundle itself
 * @place: where in it: "#" and a JSON Pointer (RFC 6901), or ":LINE" or ":LINE:COLUMN" from 1; "" for the whole file
 * @rule: the rule that is broken
 * @severity: whether the atlas can be opened all the same
 * @message: the rule in words, with the culprit
 *
 * One thing that is wrong with a bundle.
 */
typedef struct
{
  char         *file;
  char         *place;
  AtlasRule     rule;
  AtlasSeverity severity;
  char         *message;
} AtlasFinding;

void          atlas_finding_free      (AtlasFinding       *self);
/* "items.geojson#/features/3/when: “2004-13” …" (transfer full) */
char         *atlas_finding_to_string (const AtlasFinding *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFinding, atlas_finding_free)

/**
 * atlas_findings_new:
 *
 * Makes an empty list of findings.
 *
 * Returns: (transfer full): an array of #AtlasFinding
 */
GPtrArray    *atlas_findings_new       (void) G_GNUC_WARN_UNUSED_RESULT;
/* Adds one; past ATLAS_LIMIT_FINDINGS only that there are more. */
void          atlas_findings_add       (GPtrArray    *self,
                                        const char   *file,
                                        const char   *place,
                                        AtlasRule     rule,
                                        const char   *format,
                                        ...) G_GNUC_PRINTF (5, 6);
/* Adds what @error says of @file, and frees it. */
void          atlas_findings_add_error (GPtrArray    *self,
                                        const char   *file,
                                        GError       *error);
/* (transfer none) (nullable): the first that is an error */
const AtlasFinding *atlas_findings_first_error (GPtrArray *self);

G_END_DECLS
