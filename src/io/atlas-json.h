// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-edtf.h"
#include "atlas-finding.h"
#include "atlas-item.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * AtlasJson:
 * @parent: the place it is inside; %NULL for the root
 * @member: its name there; %NULL for an element of an array
 * @index: its index there
 * @node: what stands there
 * @lossy: (nullable): set when a reader leaves something of the value unread
 *
 * A place in a JSON document. It lives on the stack and points at its parent's, so its path costs nothing until an error
 * needs it.
 */
typedef struct _AtlasJson AtlasJson;
struct _AtlasJson
{
  const AtlasJson *parent;
  const char      *member;
  guint            index;
  JsonNode        *node;
  gboolean        *lossy;
};

#define ATLAS_JSON_ROOT(node_) ((AtlasJson){ .node = (node_) })

/**
 * atlas_json_parse:
 * @bytes: a whole file
 * @error: return location: an #ATLAS_BUNDLE_ERROR whose message begins with ":LINE:COLUMN: "
 *
 * Parses a text that atlas_json_check() lets through. A byte order mark at its beginning is ignored, as RFC 8259 allows.
 *
 * Returns: (transfer full): the root, which is immutable and keeps no part of @bytes
 */
JsonNode *atlas_json_parse        (GBytes          *bytes,
                                   GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/* Strict JSON, which json_to_string() is not for large numbers. (transfer full) */
char     *atlas_json_to_text      (JsonNode        *root,
                                   gboolean         pretty) G_GNUC_WARN_UNUSED_RESULT;
/* RFC 6901, as a URI fragment without its "#": "/features/0/id". (transfer full) */
char     *atlas_json_dup_pointer  (const AtlasJson *self) G_GNUC_WARN_UNUSED_RESULT;
/* Always FALSE, so that a reader can return it. */
gboolean  atlas_json_fail         (const AtlasJson *self,
                                   GError         **error,
                                   AtlasRule        rule,
                                   const char      *format,
                                   ...) G_GNUC_PRINTF (4, 5);

gboolean  atlas_json_fail_type    (const AtlasJson *self,
                                   GError         **error,
                                   const char      *wanted); /* "a string" */

/* Going in. atlas_json_enter_optional() is FALSE without an error: absent, null, or @self is no object. */
gboolean  atlas_json_enter          (const AtlasJson *self,
                                     const char      *member,
                                     AtlasJson       *child,
                                     GError         **error);
gboolean  atlas_json_enter_optional (const AtlasJson *self,
                                     const char      *member,
                                     AtlasJson       *child);
/* The length of an array of at most @max elements. */
gboolean  atlas_json_get_length     (const AtlasJson *self,
                                     guint            max,
                                     guint           *length,
                                     GError         **error);
/* @index must be below the array's length. */
AtlasJson atlas_json_element        (const AtlasJson *self,
                                     guint            index);

/**
 * AtlasJsonReader:
 * @self: a place
 * @out: where the value goes; its type is the reader's; touched only on success
 * @error: return location
 *
 * Reads one value. All readers have this one type so that tables can name them.
 *
 * Returns: whether @out was set
 */
typedef gboolean (*AtlasJsonReader) (const AtlasJson *self,
                                     gpointer         out,
                                     GError         **error);

gboolean  atlas_json_read_string    (const AtlasJson *self, gpointer out, GError **error); /* char *: any text within ATLAS_LIMIT_STRING, no control characters but tab and newline */
gboolean  atlas_json_read_name      (const AtlasJson *self, gpointer out, GError **error); /* char *: one line, not empty, within ATLAS_LIMIT_NAME */
gboolean  atlas_json_read_id        (const AtlasJson *self, gpointer out, GError **error); /* char *: a-z, 0-9 and "-" */
gboolean  atlas_json_read_names     (const AtlasJson *self, gpointer out, GError **error); /* char **: array of names */
gboolean  atlas_json_read_ids       (const AtlasJson *self, gpointer out, GError **error); /* char **: array of ids */
gboolean  atlas_json_read_by_language (const AtlasJson *self, gpointer out, GError **error); /* GHashTable *: BCP 47 tag → name */
gboolean  atlas_json_read_double    (const AtlasJson *self, gpointer out, GError **error); /* double, finite */
gboolean  atlas_json_read_km        (const AtlasJson *self, gpointer out, GError **error); /* double: kilometres, not negative, as metres */
gboolean  atlas_json_read_boolean   (const AtlasJson *self, gpointer out, GError **error); /* gboolean */
gboolean  atlas_json_read_number    (const AtlasJson *self, gpointer out, GError **error); /* guint: 1 to ATLAS_LIMIT_CITATION */
gboolean  atlas_json_read_numbers   (const AtlasJson *self, gpointer out, GError **error); /* GArray *: of guint, as above */
gboolean  atlas_json_read_when      (const AtlasJson *self, gpointer out, GError **error); /* AtlasWhen: EDTF */
gboolean  atlas_json_read_span      (const AtlasJson *self, gpointer out, GError **error); /* AtlasTimeSpan: outer bounds of an EDTF expression */
gboolean  atlas_json_skip           (const AtlasJson *self, gpointer out, GError **error); /* anything: known, and kept as it is in what the program does not read */

/* Which of @choices (NULL-terminated) it is. Else an error of @rule that lists them. */
gboolean  atlas_json_read_choice    (const AtlasJson   *self,
                                     const char *const *choices,
                                     AtlasRule          rule,
                                     guint             *choice,
                                     GError           **error);

/**
 * AtlasJsonMember:
 * @name: the member's name
 * @reader: how it is read
 * @offset: where it goes in the structure
 * @required: whether it must be there; `null` is the same as absent
 *
 * A member of an object that the program knows.
 */
typedef struct
{
  const char     *name;
  AtlasJsonReader reader;
  gsize           offset;
  gboolean        required;
} AtlasJsonMember;

/**
 * atlas_json_read_object:
 * @self: a place
 * @members: the members that are known; ends with a row without a name
 * @out: the structure; what was read before an error stays in it, for the caller to clear
 * @extra: (out) (optional) (nullable): JSON text of an object with all members that are not known or not read whole
 * @error: return location
 *
 * Reads an object by a table. Without @extra, the place that holds this one is told that something was left unread, and so
 * ends up in an @extra further up: nothing is lost that the program does not understand.
 *
 * Returns: whether everything known could be read
 */
gboolean  atlas_json_read_object    (const AtlasJson       *self,
                                     const AtlasJsonMember *members,
                                     gpointer               out,
                                     char                 **extra,
                                     GError               **error);
/* An array of objects, each read into a new structure of @size bytes. @out: (transfer full): GPtrArray * that frees with @destroy. */
gboolean  atlas_json_read_objects   (const AtlasJson       *self,
                                     const AtlasJsonMember *members,
                                     gsize                  size,
                                     GDestroyNotify         destroy,
                                     GPtrArray            **out,
                                     GError               **error);

G_END_DECLS
