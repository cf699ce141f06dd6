// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What the user adds to an atlas. */
typedef enum
{
  ATLAS_NOTE_WORDS,     /* words on a passage, an item or a source */
  ATLAS_NOTE_HIGHLIGHT, /* words of a passage that are marked */
  ATLAS_NOTE_BOOKMARK,  /* a view to come back to */
  ATLAS_NOTE_REFERENCE, /* the record of a source */
  ATLAS_N_NOTE_KINDS
} AtlasNoteKind;

/* What a note stands on. */
typedef enum
{
  ATLAS_NOTE_ON_NOTHING,
  ATLAS_NOTE_ON_PASSAGE,
  ATLAS_NOTE_ON_ITEM,
  ATLAS_NOTE_ON_SOURCE,
  ATLAS_N_NOTE_TARGETS
} AtlasNoteTarget;

/* Whose words of a passage are marked. */
typedef enum
{
  ATLAS_NOTE_RETOLD,   /* the atlas's */
  ATLAS_NOTE_ORIGINAL, /* the report's own, which the user has added */
  ATLAS_N_NOTE_EDITIONS
} AtlasNoteEdition;

typedef enum
{
  ATLAS_NOTE_YELLOW,
  ATLAS_NOTE_GREEN,
  ATLAS_NOTE_BLUE,
  ATLAS_NOTE_PINK,
  ATLAS_N_NOTE_COLOURS
} AtlasNoteColour;

/* Stable ids, for files: "note", "passage", "retold", "yellow". */
const char *atlas_note_kind_get_id     (AtlasNoteKind     kind);
gboolean    atlas_note_kind_from_id    (const char       *id,
                                        AtlasNoteKind    *kind);
const char *atlas_note_target_get_id   (AtlasNoteTarget   target); /* NULL for nothing */
gboolean    atlas_note_target_from_id  (const char       *id,      /* (nullable) */
                                        AtlasNoteTarget  *target);
const char *atlas_note_edition_get_id  (AtlasNoteEdition  edition);
gboolean    atlas_note_edition_from_id (const char       *id,
                                        AtlasNoteEdition *edition);
const char *atlas_note_colour_get_id   (AtlasNoteColour   colour);
gboolean    atlas_note_colour_from_id  (const char       *id,
                                        AtlasNoteColour  *colour);

/* Bytes of a note's text or of the words it quotes, and of an id or a title. */
#define ATLAS_NOTE_MAX_TEXT 65536
#define ATLAS_NOTE_MAX_NAME 1024
/* Notes that one notebook, or one file of notes, holds. */
#define ATLAS_NOTE_MAX_COUNT 100000
/* Bytes of the view that a bookmark leads to. */
#define ATLAS_NOTE_MAX_LINK 8192

/**
 * AtlasNoteFields:
 *
 * What a note is made of. All members are owned. Which ones are set depends on the kind.
 */
typedef struct
{
  char            *id;        /* a UUID in lower case; NULL: one is made when it is added */
  char            *atlas;     /* id of the atlas it belongs to */
  AtlasNoteKind    kind;
  AtlasNoteTarget  target;
  char            *target_id; /* of the passage, item or source; NULL: it stands on nothing */
  char            *text;      /* the words (Markdown), also those said of a highlight; a bookmark's title; a reference's CSL-JSON */
  char            *link;      /* of a bookmark: a link to a view */
  AtlasNoteEdition edition;   /* of a highlight, as the four that follow */
  guint            begin;     /* in Unicode characters of the passage's text */
  guint            end;       /* after the last one */
  char            *quote;     /* the words themselves, so that they are found when the text has changed */
  AtlasNoteColour  colour;
  guint            citation;  /* of a reference: the report's number that it is the record of; 0: none */
  gint64           created;   /* microseconds since 1970, UTC */
  gint64           modified;
} AtlasNoteFields;

AtlasNoteFields *atlas_note_fields_new   (void) G_GNUC_WARN_UNUSED_RESULT;
AtlasNoteFields *atlas_note_fields_copy  (const AtlasNoteFields *self) G_GNUC_WARN_UNUSED_RESULT;
void             atlas_note_fields_free  (AtlasNoteFields       *self);
/* Whether they say the same; when it was said does not count. */
gboolean         atlas_note_fields_equal (const AtlasNoteFields *a,
                                          const AtlasNoteFields *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasNoteFields, atlas_note_fields_free)

#define ATLAS_NOTE_ERROR (atlas_note_error_quark ())
GQuark atlas_note_error_quark (void);

typedef enum
{
  ATLAS_NOTE_ERROR_MISSING, /* a member that this kind has is not set */
  ATLAS_NOTE_ERROR_VALUE,   /* a member cannot be what it is */
  ATLAS_NOTE_ERROR_LIMIT,   /* a member is too long */
} AtlasNoteError;

/**
 * atlas_note_fields_check:
 * @self: fields
 * @error: return location: an #AtlasNoteError that names the member
 *
 * Checks that fields make a note: a file or a database of a stranger may say anything.
 *
 * Returns: whether they do
 */
gboolean         atlas_note_fields_check (const AtlasNoteFields *self,
                                          GError               **error);

/**
 * atlas_note_clean_text:
 * @text: what was typed or pasted
 *
 * Makes valid UTF-8 with "\n" between lines, without control characters but tab, and no longer than ATLAS_NOTE_MAX_TEXT.
 *
 * Returns: (transfer full): the text
 */
char            *atlas_note_clean_text   (const char            *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_note_fields_find:
 * @self: of a highlight
 * @text: the passage's text, as it is now
 * @begin: (out): in Unicode characters of @text
 * @end: (out): after the last one
 *
 * Finds the words that are marked: where they were, else the nearest place where @text has them, else the nearest where it has
 * them but for case, white space, dashes and quotation marks.
 *
 * Returns: %FALSE if the words are no longer there
 */
gboolean         atlas_note_fields_find  (const AtlasNoteFields *self,
                                          const char            *text,
                                          guint                 *begin,
                                          guint                 *end);

/**
 * AtlasNote:
 *
 * One thing that the user has added. It stays the same object while it is changed; only the notebook changes it, and it
 * emits `changed` then.
 */
#define ATLAS_TYPE_NOTE (atlas_note_get_type ())
G_DECLARE_FINAL_TYPE (AtlasNote, atlas_note, ATLAS, NOTE, GObject)

AtlasNote             *atlas_note_new_take   (AtlasNoteFields *fields) G_GNUC_WARN_UNUSED_RESULT; /* (transfer full) */
const AtlasNoteFields *atlas_note_get_fields (AtlasNote       *self); /* (transfer none): until it changes */
const char            *atlas_note_get_id     (AtlasNote       *self);
const char            *atlas_note_get_text   (AtlasNote       *self); /* never NULL */
AtlasNoteKind          atlas_note_get_kind   (AtlasNote       *self);
/* For the notebook alone. */
void                   atlas_note_take_fields (AtlasNote       *self,
                                               AtlasNoteFields *fields); /* (transfer full) */

G_END_DECLS
