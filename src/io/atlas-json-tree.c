// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json-tree.h"

#include "atlas-json-scan.h"
#include "atlas-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Values and strings lie in blocks of this size; larger ones have a block of their own. */
#define BLOCK (64 * 1024)

/* Of a value's length and of offsets in the text: the file's size limit is far below. */
G_STATIC_ASSERT (ATLAS_LIMIT_FILE_SIZE < (1u << 29));
G_STATIC_ASSERT (sizeof (AtlasJsonValue) == 24);

struct _AtlasJsonTree
{
  GBytes        *bytes;
  const char    *text;
  AtlasJsonValue root;
  GPtrArray     *blocks;
  char          *free;   /* the next free byte of the last block of the common size */
  gsize          n_free; /* how many there are */
};

/* An array or object that is still open. */
typedef struct
{
  gboolean object;
  guint    first; /* where what it holds begins in Parser.pending */
  guint32  begin;
} Level;

/* What may come next. */
typedef enum
{
  WANT_VALUE,
  WANT_VALUE_OR_CLOSE, /* after "[" */
  WANT_NAME,           /* after "," in an object */
  WANT_NAME_OR_CLOSE,  /* after "{" */
  WANT_COMMA_OR_CLOSE,
  WANT_END,
} Want;

typedef struct
{
  AtlasJsonScan  scan;
  AtlasJsonTree *tree;
  Want           want;
  guint          n_values;
  guint          depth;
  Level          levels[ATLAS_LIMIT_JSON_DEPTH];
  AtlasJsonField name;    /* the member whose value comes next, of an object */
  GArray        *pending; /* of AtlasJsonField: what the open arrays and objects hold so far, innermost last */
} Parser;

/* Memory that lives as long as the tree. */
static gpointer
allocate (AtlasJsonTree *tree,
          gsize          size)
{
  gpointer memory;

  size = (size + 7) & ~(gsize) 7;
  if (size > BLOCK / 4)
    {
      memory = g_malloc (size);
      g_ptr_array_add (tree->blocks, memory);
      return memory;
    }

  if (size > tree->n_free)
    {
      tree->free = g_malloc (BLOCK);
      tree->n_free = BLOCK;
      g_ptr_array_add (tree->blocks, tree->free);
    }

  memory = tree->free;
  tree->free += size;
  tree->n_free -= size;

  return memory;
}

static guint32
get_offset (Parser *parser)
{
  return (guint32) (parser->scan.at - parser->scan.data);
}

/* Reads a string into the tree. */
static gboolean
read_string (Parser      *parser,
             const char **string,
             gsize       *length)
{
  const char *raw = NULL;
  gboolean    escaped = FALSE;
  char       *copy;

  if (!atlas_json_scan_string (&parser->scan, &raw, length, &escaped))
    return FALSE;

  copy = allocate (parser->tree, *length + 1);
  if (escaped)
    *length = atlas_json_scan_unescape (raw, *length, copy);
  else
    memcpy (copy, raw, *length);
  copy[*length] = '\0';
  *string = copy;

  return TRUE;
}

/* Puts a finished value where it belongs. */
static void
add_value (Parser        *parser,
           AtlasJsonValue value)
{
  if (parser->depth == 0)
    {
      parser->tree->root = value;
      parser->want = WANT_END;
      return;
    }

  parser->name.value = value;
  g_array_append_val (parser->pending, parser->name);
  parser->want = WANT_COMMA_OR_CLOSE;
}

static gboolean
check_fields (Parser               *parser,
              const AtlasJsonField *fields,
              guint                 n_fields)
{
  const AtlasJsonField *second = atlas_json_fields_find_duplicate (fields, n_fields);

  if (second != NULL)
    return atlas_json_scan_fail (&parser->scan, parser->scan.data + second->name_begin, ATLAS_RULE_DUPLICATE_MEMBER,
                                 _ ("the member “%.80s” stands twice in one object"), second->name);

  return TRUE;
}

static gboolean
open_level (Parser  *parser,
            gboolean object)
{
  if (parser->depth == ATLAS_LIMIT_JSON_DEPTH)
    return atlas_json_scan_fail (&parser->scan, parser->scan.at, ATLAS_RULE_LIMIT,
                                 _ ("more than %u arrays and objects inside one another"), ATLAS_LIMIT_JSON_DEPTH);

  /* The name of an object's member waits in pending until its value is whole. */
  if (parser->depth > 0)
    g_array_append_val (parser->pending, parser->name);
  parser->levels[parser->depth++] = (Level){ object, parser->pending->len, get_offset (parser) };
  parser->scan.at++;
  parser->want = object ? WANT_NAME_OR_CLOSE : WANT_VALUE_OR_CLOSE;

  return TRUE;
}

static gboolean
close_level (Parser *parser)
{
  const Level          *level = &parser->levels[--parser->depth];
  guint                 length = parser->pending->len - level->first;
  const AtlasJsonField *held = (AtlasJsonField *) (gpointer) parser->pending->data + level->first;
  AtlasJsonValue        value = { .type = level->object ? ATLAS_JSON_OBJECT : ATLAS_JSON_ARRAY, .length = length, .begin = level->begin };

  if (level->object)
    {
      AtlasJsonField *fields = allocate (parser->tree, length * sizeof (AtlasJsonField));

      if (!check_fields (parser, held, length))
        return FALSE;
      if (length > 0)
        memcpy (fields, held, length * sizeof (AtlasJsonField));
      value.fields = fields;
    }
  else
    {
      AtlasJsonValue *elements = allocate (parser->tree, length * sizeof (AtlasJsonValue));

      for (guint i = 0; i < length; i++)
        elements[i] = held[i].value;
      value.elements = elements;
    }

  parser->scan.at++;
  value.end = get_offset (parser);
  g_array_set_size (parser->pending, level->first);
  if (parser->depth > 0)
    {
      parser->name = g_array_index (parser->pending, AtlasJsonField, level->first - 1);
      g_array_set_size (parser->pending, level->first - 1);
    }
  add_value (parser, value);

  return TRUE;
}

static gboolean
read_number (Parser         *parser,
             AtlasJsonValue *value)
{
  AtlasJsonNumber number;

  if (!atlas_json_scan_number (&parser->scan, &number))
    return FALSE;

  value->type = number.integer ? ATLAS_JSON_INTEGER : ATLAS_JSON_DOUBLE;
  if (number.integer)
    value->integer = number.whole;
  else
    value->real = number.real;

  return TRUE;
}

static gboolean
read_word (Parser         *parser,
           AtlasJsonValue *value)
{
  char word = '-';

  if (!atlas_json_scan_word (&parser->scan, &word))
    return FALSE;

  value->type = word == '-' ? ATLAS_JSON_NULL : ATLAS_JSON_BOOLEAN;
  value->boolean = word == '1';

  return TRUE;
}

static gboolean
read_value (Parser *parser)
{
  AtlasJsonValue value = { .begin = get_offset (parser) };
  char           c = parser->scan.at < parser->scan.end ? *parser->scan.at : '\0';
  gsize          length = 0;
  gboolean       good;

  if (++parser->n_values > ATLAS_LIMIT_JSON_VALUES)
    return atlas_json_scan_fail (&parser->scan, parser->scan.at, ATLAS_RULE_LIMIT, _ ("more than %u values in one file"), ATLAS_LIMIT_JSON_VALUES);

  if (c == '{' || c == '[')
    return open_level (parser, c == '{');

  if (c == '"')
    {
      good = read_string (parser, &value.string, &length);
      value.type = ATLAS_JSON_STRING;
      value.length = (guint32) length & 0x1fffffff;
    }
  else
    {
      good = c == '-' || g_ascii_isdigit (c) ? read_number (parser, &value) : read_word (parser, &value);
    }

  value.end = get_offset (parser);
  if (good)
    add_value (parser, value);

  return good;
}

static gboolean
read_name (Parser *parser)
{
  gsize length = 0;

  parser->name.name_begin = get_offset (parser);
  if (parser->scan.at >= parser->scan.end || *parser->scan.at != '"')
    return atlas_json_scan_fail_unexpected (&parser->scan, _ ("the name of a member"));
  if (!read_string (parser, &parser->name.name, &length))
    return FALSE;

  parser->name.name_length = (guint32) length;
  atlas_json_scan_skip_blanks (&parser->scan);
  if (parser->scan.at >= parser->scan.end || *parser->scan.at != ':')
    return atlas_json_scan_fail_unexpected (&parser->scan, "“:”");

  parser->scan.at++;
  parser->want = WANT_VALUE;

  return TRUE;
}

static gboolean
read_comma_or_close (Parser *parser)
{
  gboolean object = parser->levels[parser->depth - 1].object;
  char     c = parser->scan.at < parser->scan.end ? *parser->scan.at : '\0';

  if (c == (object ? '}' : ']'))
    return close_level (parser);
  if (c != ',')
    return atlas_json_scan_fail_unexpected (&parser->scan, object ? _ ("“,” or “}”") : _ ("“,” or “]”"));

  parser->scan.at++;
  parser->want = object ? WANT_NAME : WANT_VALUE;

  return TRUE;
}

static gboolean
parse_step (Parser *parser)
{
  char c = parser->scan.at < parser->scan.end ? *parser->scan.at : '\0';

  switch (parser->want)
    {
    case WANT_VALUE_OR_CLOSE:
      return c == ']' ? close_level (parser) : read_value (parser);
    case WANT_VALUE:
      return read_value (parser);
    case WANT_NAME_OR_CLOSE:
      return c == '}' ? close_level (parser) : read_name (parser);
    case WANT_NAME:
      return read_name (parser);
    case WANT_COMMA_OR_CLOSE:
      return read_comma_or_close (parser);
    case WANT_END:
    default:
      return atlas_json_scan_fail_unexpected (&parser->scan, _ ("the end of the file"));
    }
}

/* What has to be so before a word is read. */
static gboolean
check_bytes (AtlasJsonScan *scan)
{
  gsize       length = (gsize) (scan->end - scan->data);
  const char *valid_end = NULL;

  if (length == 0)
    {
      g_set_error (scan->error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_EMPTY_FILE, ":1: %s", _ ("the file is empty"));
      return FALSE;
    }

  if (length > ATLAS_LIMIT_FILE_SIZE)
    return atlas_json_scan_fail (scan, scan->data, ATLAS_RULE_LIMIT, _ ("the file has more than %u MiB"), (guint) (ATLAS_LIMIT_FILE_SIZE >> 20));
  if (!g_utf8_validate_len (scan->data, length, &valid_end))
    return atlas_json_scan_fail (scan, valid_end, ATLAS_RULE_ENCODING, _ ("byte 0x%02x is not UTF-8"), (guchar) *valid_end);

  return TRUE;
}

AtlasJsonTree *
atlas_json_tree_parse (GBytes  *bytes,
                       GError **error)
{
  g_autoptr (AtlasJsonTree) tree = g_new0 (AtlasJsonTree, 1);
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (AtlasJsonField));
  gsize       length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  Parser      parser = { .tree = tree, .pending = pending };

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }

  tree->bytes = g_bytes_ref (bytes);
  tree->text = data;
  tree->blocks = g_ptr_array_new_with_free_func (g_free);
  parser.scan = (AtlasJsonScan){ data, data + length, data, error };

  if (!check_bytes (&parser.scan))
    return NULL;

  for (atlas_json_scan_skip_blanks (&parser.scan); parser.want != WANT_END || parser.scan.at < parser.scan.end;
       atlas_json_scan_skip_blanks (&parser.scan))
    if (!parse_step (&parser))
      return NULL;

  return g_steal_pointer (&tree);
}

void
atlas_json_tree_free (AtlasJsonTree *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

const AtlasJsonValue *
atlas_json_tree_get_root (const AtlasJsonTree *self)
{
  return &self->root;
}

const char *
atlas_json_tree_get_text (const AtlasJsonTree *self)
{
  return self->text;
}
