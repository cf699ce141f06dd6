// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ATLAS_JSON_NULL,
  ATLAS_JSON_BOOLEAN,
  ATLAS_JSON_INTEGER,
  ATLAS_JSON_DOUBLE,
  ATLAS_JSON_STRING,
  ATLAS_JSON_ARRAY,
  ATLAS_JSON_OBJECT,
} AtlasJsonType;

typedef struct _AtlasJsonValue AtlasJsonValue;
typedef struct _AtlasJsonField AtlasJsonField;

/* A value of a tree: 24 bytes, because an atlas has millions. @begin and @end say where it stands in the text. */
struct _AtlasJsonValue
{
  guint32 type : 3; /* AtlasJsonType */
  guint32 length : 29; /* bytes of a string, elements of an array, fields of an object */
  guint32 begin;
  guint32 end;
  union
  {
    gboolean              boolean;
    gint64                integer;
    double                real;
    const char           *string; /* UTF-8, ends with NUL */
    const AtlasJsonValue *elements;
    const AtlasJsonField *fields; /* in the order of the text */
  };
};

/* A member of an object. */
struct _AtlasJsonField
{
  const char    *name;
  guint32        name_length;
  guint32        name_begin; /* where it stands in the text */
  AtlasJsonValue value;
};

/**
 * AtlasJsonTree:
 *
 * A JSON text as a tree. Immutable, in one piece: its values are freed with it.
 *
 * Why not json-glib, which writes JSON for us: a bundle is a stranger's, and json-glib recurses without a limit, reads octal and
 * hexadecimal numbers, comments and infinities, lets the last of two equal members win in silence and forgets where in the
 * text a value stood; what has to run before it, to make it safe, is this parser but for the tree. It also takes six times
 * as long and four times the memory.
 */
typedef struct _AtlasJsonTree AtlasJsonTree;

/**
 * atlas_json_tree_parse:
 * @bytes: a whole file
 * @error: return location: an #ATLAS_BUNDLE_ERROR whose message begins with ":LINE:COLUMN: "
 *
 * Reads one JSON text (RFC 8259, strictly) within the limits of atlas-limits.h, in one pass without recursion. A byte order
 * mark at the beginning is ignored, as the standard allows. Numbers that no double or 64-bit integer holds, characters that
 * are no UTF-8 and two members of one name in an object are errors.
 *
 * Returns: (transfer full): the tree
 */
AtlasJsonTree        *atlas_json_tree_parse    (GBytes               *bytes,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void                  atlas_json_tree_free     (AtlasJsonTree        *self);
const AtlasJsonValue *atlas_json_tree_get_root (const AtlasJsonTree  *self);
/* The text that begin and end of values count in. */
const char           *atlas_json_tree_get_text (const AtlasJsonTree  *self);
/* The member called @name of an object; NULL when there is none. */
const AtlasJsonValue *atlas_json_value_find    (const AtlasJsonValue *self,
                                                const char           *name);
/* Appends the text of a value as it was written, without the blanks between its words. */
void                  atlas_json_value_append  (const AtlasJsonValue *self,
                                                const char           *text,
                                                GString              *out);
/* The second of two members of one name; NULL when there are none. Many members are sorted for that: names made to collide in a
 * hash table would cost more. */
const AtlasJsonField *atlas_json_fields_find_duplicate (const AtlasJsonField *fields,
                                                        guint                 n_fields);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasJsonTree, atlas_json_tree_free)

G_END_DECLS
