// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasQuotationPart:
 * @passage: (nullable): what is quoted from; %NULL: a heading or a title
 * @heading: (nullable): that
 * @start: the first character
 * @end: the character after the last
 *
 * A piece of the report, as it was selected.
 */
typedef struct
{
  const AtlasPassage *passage;
  const char         *heading;
  guint               start;
  guint               end;
} AtlasQuotationPart;

typedef enum
{
  ATLAS_QUOTATION_TEXT = 0,           /* the words alone */
  ATLAS_QUOTATION_REFERENCE = 1 << 0, /* and where they stand: report, passage, place, edition, link */
  ATLAS_QUOTATION_CITATIONS = 1 << 1, /* with the report's citation marks */
} AtlasQuotationFlags;

/* What is copied of the report. Parts are apart by an empty line. (transfer full) */
char *atlas_quotation_new          (AtlasDataset             *dataset,
                                    const AtlasQuotationPart *parts,
                                    guint                     n_parts,
                                    AtlasQuotationFlags       flags) G_GNUC_WARN_UNUSED_RESULT;
/* "corridor-atlas:azerbaijan-russia#par=political-3" (transfer full) */
char *atlas_quotation_dup_link     (AtlasDataset             *dataset,
                                    const AtlasPassage       *passage) G_GNUC_WARN_UNUSED_RESULT;
/* One line for what a window shows: whose report, the selected item, the clock's date, the atlas's edition, the link. (transfer full) */
char *atlas_quotation_for_session  (AtlasSession             *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
