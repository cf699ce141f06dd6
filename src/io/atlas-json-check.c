// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json-check.h"

#include "atlas-limits.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/* The longest number that is read; doubles of other programs have 25 characters at most. */
#define MAX_NUMBER 63

/* Any number of so many digits fits a double and a 64-bit integer, unless it has an exponent. */
#define SAFE_DIGITS 18

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

/* An array or object that is still open. */
typedef struct
{
  gboolean object;
  guint    first; /* where its names begin in Check.names */
} Level;

/* The name of a member of an open object, without its quotes and escapes. */
typedef struct
{
  const char *text;
  gsize       length;
  const char *at; /* where it stands */
} Name;

typedef struct
{
  const char   *begin;
  const char   *end;
  const char   *at; /* what comes next */
  GError      **error;
  Want          want;
  guint         n_values;
  guint         depth;
  Level         levels[ATLAS_LIMIT_JSON_DEPTH];
  GArray       *names;     /* of Name: of the innermost object last */
  GStringChunk *unescaped; /* the names that were written with escapes */
} Check;

/* Always FALSE. Line and column (in characters) of @at are counted only here. */
static gboolean G_GNUC_PRINTF (4, 5)
  fail (Check      *self,
        const char *at,
        AtlasRule   rule,
        const char *format,
        ...)
{
  const char      *line = self->begin;
  guint            number = 1;
  g_autofree char *message = NULL;
  va_list          args;

  for (const char *c = self->begin; (c = memchr (c, '\n', (gsize) (at - c))) != NULL; line = ++c)
    number++;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (self->error, ATLAS_BUNDLE_ERROR, rule, ":%u:%ld: %s", number,
               g_utf8_strlen (line, at - line) + 1, message);

  return FALSE;
}

/* The same of what comes next, in place of @wanted. */
static gboolean
fail_unexpected (Check      *self,
                 const char *wanted)
{
  gunichar c;

  if (self->at >= self->end)
    return fail (self, self->end, ATLAS_RULE_SYNTAX, _ ("the file ends where %s is due"), wanted);

  c = g_utf8_get_char (self->at);
  if (!g_unichar_isprint (c))
    return fail (self, self->at, ATLAS_RULE_SYNTAX, _ ("character U+%04X where %s is due"), c, wanted);

  return fail (self, self->at, ATLAS_RULE_SYNTAX, _ ("“%.*s” where %s is due"),
               (int) (g_utf8_next_char (self->at) - self->at), self->at, wanted);
}

/* The byte that comes next; NUL at the end. */
static inline char
peek (const Check *self)
{
  return self->at < self->end ? *self->at : '\0';
}

static void
skip_blanks (Check *self)
{
  for (char c = peek (self); c == ' ' || c == '\n' || c == '\t' || c == '\r'; c = peek (self))
    self->at++;
}

/* Steps over digits, and returns how many there were. */
static guint
skip_digits (Check *self)
{
  const char *begin = self->at;

  while (g_ascii_isdigit (peek (self)))
    self->at++;

  return (guint) (self->at - begin);
}

/* The value of "\u" and four digits; -1 when they are not there. */
static int
read_hex (const char *at,
          const char *end)
{
  int code = 0;

  if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
    return -1;

  for (int i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return -1;
      code = code * 16 + digit;
    }

  return code;
}

/* At a backslash. */
static gboolean
check_escape (Check *self)
{
  const char *begin = self->at;
  int         code, low;

  if (self->end - begin >= 2 && begin[1] != '\0' && strchr ("\"\\/bfnrt", begin[1]) != NULL)
    {
      self->at += 2;
      return TRUE;
    }

  code = read_hex (begin, self->end);
  if (code < 0)
    return fail (self, begin, ATLAS_RULE_SYNTAX, _ ("not an escape that JSON knows"));
  if (code == 0)
    return fail (self, begin, ATLAS_RULE_SYNTAX, _ ("the character U+0000 is not allowed"));

  self->at += 6;
  if (code < 0xd800 || code > 0xdfff)
    return TRUE;

  low = read_hex (self->at, self->end);
  if (code >= 0xdc00 || low < 0xdc00 || low > 0xdfff)
    return fail (self, begin, ATLAS_RULE_SYNTAX, _ ("half of a surrogate pair"));

  self->at += 6;

  return TRUE;
}

/* At a quote. @escaped: (out): whether there are escapes. */
static gboolean
check_string (Check    *self,
              gboolean *escaped)
{
  const char *begin = self->at++;

  *escaped = FALSE;
  while (self->at < self->end)
    {
      guchar c = (guchar) *self->at;

      if (c == '\\')
        {
          *escaped = TRUE;
          if (!check_escape (self))
            return FALSE;
          continue;
        }
      if (c < 0x20)
        return fail (self, self->at, ATLAS_RULE_SYNTAX, _ ("a control character inside a string; write it as an escape"));

      self->at++;
      if (c == '"')
        return TRUE;
    }

  return fail (self, begin, ATLAS_RULE_SYNTAX, _ ("a string that begins here does not end"));
}

/* Whether a long number still is one when it is read: json-glib would wrap it round, or make it infinite. */
static gboolean
check_range (Check      *self,
             const char *begin,
             gboolean    integer)
{
  char   buffer[MAX_NUMBER + 1];
  gsize  length = (gsize) (self->at - begin);
  gint64 whole;

  if (length > MAX_NUMBER)
    return fail (self, begin, ATLAS_RULE_NUMBER, _ ("a number of more than %d characters"), MAX_NUMBER);

  memcpy (buffer, begin, length);
  buffer[length] = '\0';
  if (integer ? !g_ascii_string_to_signed (buffer, 10, G_MININT64, G_MAXINT64, &whole, NULL)
              : !isfinite (g_ascii_strtod (buffer, NULL)))
    return fail (self, begin, ATLAS_RULE_NUMBER, _ ("the number %s is too large"), buffer);

  return TRUE;
}

static gboolean
check_number (Check *self)
{
  const char *begin = self->at;
  const char *first;
  gboolean    integer = TRUE, exponent = FALSE;
  guint       n_digits;

  self->at += peek (self) == '-';
  first = self->at;
  n_digits = skip_digits (self);
  if (n_digits == 0)
    return fail_unexpected (self, _ ("a digit"));
  if (*first == '0' && n_digits > 1)
    return fail (self, begin, ATLAS_RULE_SYNTAX, _ ("a number does not begin with 0"));

  if (peek (self) == '.')
    {
      integer = FALSE;
      self->at++;
      if (skip_digits (self) == 0)
        return fail_unexpected (self, _ ("a digit"));
    }
  if (peek (self) == 'e' || peek (self) == 'E')
    {
      integer = FALSE;
      exponent = TRUE;
      self->at++;
      self->at += peek (self) == '+' || peek (self) == '-';
      if (skip_digits (self) == 0)
        return fail_unexpected (self, _ ("a digit"));
    }

  return (!exponent && self->at - first <= SAFE_DIGITS) || check_range (self, begin, integer);
}

static gboolean
check_word (Check *self)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->at) >= length && memcmp (self->at, words[i], length) == 0)
        {
          self->at += length;
          return TRUE;
        }
    }

  return fail_unexpected (self, _ ("a value"));
}

/* Equal names stand beside one another then, the earlier one first. */
static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const Name *first = a, *second = b;
  int         order;

  if (first->length != second->length)
    return first->length < second->length ? -1 : 1;

  order = memcmp (first->text, second->text, first->length);

  return order != 0 ? order : (first->at > second->at) - (first->at < second->at);
}

/* Sorted, because names made to collide in a hash table would cost more. */
static gboolean
check_names (Check *self,
             guint  first)
{
  guint n_names = self->names->len - first;
  Name *names = NULL;

  if (n_names < 2)
    return TRUE;

  names = &g_array_index (self->names, Name, first);
  qsort (names, n_names, sizeof (Name), compare_names);
  for (guint i = 1; i < n_names; i++)
    if (names[i].length == names[i - 1].length && memcmp (names[i].text, names[i - 1].text, names[i].length) == 0)
      return fail (self, names[i].at, ATLAS_RULE_DUPLICATE_MEMBER, _ ("the member “%.*s” stands twice in one object"),
                   (int) MIN (names[i].length, 80), names[i].text);

  return TRUE;
}

static gboolean
open_level (Check   *self,
            gboolean object)
{
  if (self->depth == ATLAS_LIMIT_JSON_DEPTH)
    return fail (self, self->at, ATLAS_RULE_LIMIT, _ ("more than %u arrays and objects inside one another"), ATLAS_LIMIT_JSON_DEPTH);

  self->levels[self->depth++] = (Level){ object, self->names->len };
  self->at++;
  self->want = object ? WANT_NAME_OR_CLOSE : WANT_VALUE_OR_CLOSE;

  return TRUE;
}

static gboolean
close_level (Check *self)
{
  const Level *level = &self->levels[--self->depth];

  if (level->object && !check_names (self, level->first))
    return FALSE;

  g_array_set_size (self->names, level->first);
  self->at++;
  self->want = self->depth == 0 ? WANT_END : WANT_COMMA_OR_CLOSE;

  return TRUE;
}

static gboolean
check_value (Check *self)
{
  char     c = peek (self);
  gboolean escaped;

  if (++self->n_values > ATLAS_LIMIT_JSON_VALUES)
    return fail (self, self->at, ATLAS_RULE_LIMIT, _ ("more than %u values in one file"), ATLAS_LIMIT_JSON_VALUES);

  if (c == '{' || c == '[')
    return open_level (self, c == '{');

  self->want = self->depth == 0 ? WANT_END : WANT_COMMA_OR_CLOSE;
  if (c == '"')
    return check_string (self, &escaped);

  return c == '-' || g_ascii_isdigit (c) ? check_number (self) : check_word (self);
}

/* Notes the name that ends before @self's place. */
static gboolean
add_name (Check      *self,
          const char *begin,
          gboolean    escaped)
{
  Name name = { begin + 1, (gsize) (self->at - begin) - 2, begin };

  if (self->names->len - self->levels[self->depth - 1].first == ATLAS_LIMIT_JSON_MEMBERS)
    return fail (self, begin, ATLAS_RULE_LIMIT, _ ("more than %u members"), ATLAS_LIMIT_JSON_MEMBERS);

  if (escaped)
    {
      g_autofree char *quoted = g_strndup (begin, name.length + 2);
      g_autoptr (JsonNode) node = json_from_string (quoted, NULL);

      name.text = g_string_chunk_insert (self->unescaped, json_node_get_string (node));
      name.length = strlen (name.text);
    }

  g_array_append_val (self->names, name);

  return TRUE;
}

static gboolean
check_name (Check *self)
{
  const char *begin = self->at;
  gboolean    escaped = FALSE;

  if (peek (self) != '"')
    return fail_unexpected (self, _ ("the name of a member"));
  if (!check_string (self, &escaped) || !add_name (self, begin, escaped))
    return FALSE;

  skip_blanks (self);
  if (peek (self) != ':')
    return fail_unexpected (self, "“:”");

  self->at++;
  self->want = WANT_VALUE;

  return TRUE;
}

static gboolean
check_comma_or_close (Check *self)
{
  gboolean object = self->levels[self->depth - 1].object;

  if (peek (self) == (object ? '}' : ']'))
    return close_level (self);
  if (peek (self) != ',')
    return fail_unexpected (self, object ? _ ("“,” or “}”") : _ ("“,” or “]”"));

  self->at++;
  self->want = object ? WANT_NAME : WANT_VALUE;

  return TRUE;
}

static gboolean
check_next (Check *self)
{
  switch (self->want)
    {
    case WANT_VALUE_OR_CLOSE:
      return peek (self) == ']' ? close_level (self) : check_value (self);
    case WANT_VALUE:
      return check_value (self);
    case WANT_NAME_OR_CLOSE:
      return peek (self) == '}' ? close_level (self) : check_name (self);
    case WANT_NAME:
      return check_name (self);
    case WANT_COMMA_OR_CLOSE:
      return check_comma_or_close (self);
    case WANT_END:
    default:
      return fail_unexpected (self, _ ("the end of the file"));
    }
}

/* What has to be so before a character is looked at. */
static gboolean
check_bytes (Check *self)
{
  gsize       length = (gsize) (self->end - self->begin);
  const char *valid_end = NULL;

  if (length == 0)
    {
      g_set_error (self->error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_EMPTY_FILE, ":1: %s", _ ("the file is empty"));
      return FALSE;
    }

  if (length > ATLAS_LIMIT_FILE_SIZE)
    return fail (self, self->begin, ATLAS_RULE_LIMIT, _ ("the file has more than %u MiB"), (guint) (ATLAS_LIMIT_FILE_SIZE >> 20));
  if (!g_utf8_validate_len (self->begin, length, &valid_end))
    return fail (self, valid_end, ATLAS_RULE_ENCODING, _ ("byte 0x%02x is not UTF-8"), (guchar) *valid_end);

  return TRUE;
}

gboolean
atlas_json_check (const char *text,
                  gsize       length,
                  GError    **error)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_autoptr (GStringChunk) unescaped = g_string_chunk_new (1024);
  Check check = { .begin = text, .end = text + length, .at = text, .error = error, .names = names, .unescaped = unescaped };

  if (!check_bytes (&check))
    return FALSE;

  for (skip_blanks (&check); check.want != WANT_END || check.at < check.end; skip_blanks (&check))
    if (!check_next (&check))
      return FALSE;

  return TRUE;
}
