// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-report.h"

G_BEGIN_DECLS

/**
 * AtlasFindMatch:
 * @passage: index of the passage in the report
 * @start: its first character, in the passage's text
 * @end: the character after its last
 *
 * Where words stand.
 */
typedef struct
{
  guint passage;
  guint start;
  guint end;
} AtlasFindMatch;

/**
 * AtlasFind:
 *
 * Finds words in a report's passages, folded as by atlas_fold(): without regard to case, diacritics, Azerbaijani and Turkish
 * letters, kinds of dashes and quotes, and runs of white space. Matches do not overlap and come in reading order.
 *
 * It goes on by as many passages at a time as is asked, so that a long report does not hold anybody up; what was begun is given
 * up by beginning anew. Words that go on from those looked for before are looked for only where those were.
 */
typedef struct _AtlasFind AtlasFind;

AtlasFind            *atlas_find_new         (AtlasReport     *report) G_GNUC_WARN_UNUSED_RESULT;
void                  atlas_find_free        (AtlasFind       *self);
/* Lets go of the matches and begins with @words; nothing is to be found for white space. */
void                  atlas_find_begin       (AtlasFind       *self,
                                              const char      *words);
/* Looks through @n_passages more; FALSE: that was all. */
gboolean              atlas_find_go_on       (AtlasFind       *self,
                                              guint            n_passages);
/* Begins and looks through all of it. */
void                  atlas_find_all         (AtlasFind       *self,
                                              const char      *words);
const AtlasFindMatch *atlas_find_get_matches (const AtlasFind *self,
                                              guint           *n_matches); /* (out) */
/* The index of the first match at or after a place; the number of matches when there is none. */
guint                 atlas_find_search      (const AtlasFind *self,
                                              guint            passage,
                                              guint            character);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFind, atlas_find_free)

G_END_DECLS
