// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"
#include "atlas-note.h"

G_BEGIN_DECLS

/* Under which sort of heading a note is listed, in this order. */
typedef enum
{
  ATLAS_NOTE_PLACE_REPORT,   /* on a passage: under its section's */
  ATLAS_NOTE_PLACE_ITEM,
  ATLAS_NOTE_PLACE_SOURCE,
  ATLAS_NOTE_PLACE_BOOKMARK, /* of a view without a passage or item; notes on nothing */
  ATLAS_NOTE_PLACE_LOST,     /* on what this atlas does not have (any more) */
} AtlasNotePlaceGroup;

/**
 * AtlasNotePlace:
 *
 * Where a note stands in an atlas, in words and in order: that of the report, then items as the report comes to them, sources,
 * bookmarks.
 */
typedef struct
{
  AtlasNotePlaceGroup group;
  guint               rank;    /* in the group */
  guint               within;  /* on its passage: the first character of a highlight */
  gint64              created;
  char               *heading; /* "Political relations › 1993–2003: …"; "Items" */
  char               *title;   /* "¶ 5", an item's name, a source's title; NULL: on nothing */
  char               *link;    /* to what it stands on, or to the bookmark's view; NULL: it leads nowhere */
} AtlasNotePlace;

/* @language: of items' names (nullable). (transfer full) */
AtlasNotePlace *atlas_note_place_new     (AtlasDataset          *dataset,
                                          const AtlasNoteFields *fields,
                                          const char            *language) G_GNUC_WARN_UNUSED_RESULT;
void            atlas_note_place_free    (AtlasNotePlace        *self);
int             atlas_note_place_compare (const AtlasNotePlace  *a,
                                          const AtlasNotePlace  *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasNotePlace, atlas_note_place_free)

G_END_DECLS
