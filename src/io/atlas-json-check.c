// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json-check.h"

#include "atlas-finding.h"
#include "atlas-limits.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The name of a member of an object that is still open. */
typedef struct
{
  const char *name; /* after the opening quote */
  guint32     length;
  guint32     hash;
} Member;

typedef struct
{
  gboolean object;
  guint    first_member; /* where its names begin in Scan.members */
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
  const char *data;
  const char *end;
  const char *at;
  guint       n_values;
  Want        want;
  guint       depth;
  Level       levels[ATLAS_LIMIT_JSON_DEPTH];
  GArray     *members; /* of Member, of all open objects, innermost last */
  GError    **error;
} Scan;

/* Line and column (in characters, both from 1) are counted only when an error needs them. */
static gboolean fail (Scan       *scan,
                      const char *at,
                      AtlasRule   rule,
                      const char *format,
                      ...) G_GNUC_PRINTF (4, 5);

static gboolean
fail (Scan       *scan,
      const char *at,
      AtlasRule   rule,
      const char *format,
      ...)
{
  const char      *line = scan->data;
  guint            number = 1;
  g_autofree char *message = NULL;
  va_list          args;

  for (const char *c = scan->data; (c = memchr (c, '\n', (gsize) (at - c))) != NULL; line = ++c)
    number++;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (scan->error, ATLAS_BUNDLE_ERROR, rule, ":%u:%ld: %s", number,
               g_utf8_strlen (line, at - line) + 1, message);

  return FALSE;
}

static gboolean
fail_unexpected (Scan       *scan,
                 const char *wanted)
{
  gunichar c;

  if (scan->at >= scan->end)
    return fail (scan, scan->end, ATLAS_RULE_SYNTAX, _ ("the file ends where %s is due"), wanted);

  c = g_utf8_get_char (scan->at); /* the whole text is known to be UTF-8 */
  if (!g_unichar_isprint (c))
    return fail (scan, scan->at, ATLAS_RULE_SYNTAX, _ ("character U+%04X where %s is due"), c, wanted);

  return fail (scan, scan->at, ATLAS_RULE_SYNTAX, _ ("“%.*s” where %s is due"),
               (int) (g_utf8_next_char (scan->at) - scan->at), scan->at, wanted);
}

static inline void
skip_blanks (Scan *scan)
{
  while (scan->at < scan->end && (*scan->at == ' ' || *scan->at == '\n' || *scan->at == '\t' || *scan->at == '\r'))
    scan->at++;
}

/* Reads the four digits of a \u escape; -1 when they are not four. */
static int
read_hex (const char *at,
          const char *end)
{
  int code = 0;

  if (end - at < 4)
    return -1;

  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return -1;
      code = code * 16 + digit;
    }

  return code;
}

/* Steps over what follows a backslash. */
static gboolean
scan_escape (Scan *scan)
{
  const char *begin = scan->at - 1;
  int         code;

  if (scan->at < scan->end && strchr ("\"\\/bfnrt", *scan->at) != NULL && *scan->at != '\0')
    {
      scan->at++;
      return TRUE;
    }

  code = scan->at < scan->end && *scan->at == 'u' ? read_hex (scan->at + 1, scan->end) : -1;
  if (code < 0)
    return fail (scan, begin, ATLAS_RULE_SYNTAX, _ ("not an escape that JSON knows"));
  if (code == 0)
    return fail (scan, begin, ATLAS_RULE_SYNTAX, _ ("the character U+0000 is not allowed"));

  scan->at += 5;
  if (code < 0xd800 || code > 0xdfff)
    return TRUE;

  if (code < 0xdc00 && scan->end - scan->at >= 6 && scan->at[0] == '\\' && scan->at[1] == 'u')
    {
      int low = read_hex (scan->at + 2, scan->end);

      if (low >= 0xdc00 && low <= 0xdfff)
        {
          scan->at += 6;
          return TRUE;
        }
    }

  return fail (scan, begin, ATLAS_RULE_SYNTAX, _ ("half of a surrogate pair"));
}

/* Steps over a string; @scan stands on its opening quote. */
static gboolean
scan_string (Scan   *scan,
             Member *member)
{
  const char *begin = ++scan->at;
  guint32     hash = 5381;

  while (scan->at < scan->end)
    {
      guchar c = (guchar) *scan->at;

      if (c == '"')
        {
          *member = (Member){ begin, (guint32) (scan->at - begin), hash };
          scan->at++;
          return TRUE;
        }
      if (c < 0x20)
        return fail (scan, scan->at, ATLAS_RULE_SYNTAX, _ ("a control character inside a string; write it as an escape"));

      hash = hash * 33 + c;
      scan->at++;
      if (c == '\\' && !scan_escape (scan))
        return FALSE;
    }

  return fail (scan, begin - 1, ATLAS_RULE_SYNTAX, _ ("a string that begins here does not end"));
}

static gboolean
scan_digits (Scan *scan)
{
  const char *begin = scan->at;

  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;

  return scan->at > begin;
}

/* Steps over a number, and refuses one that would come out as infinite or as another one. */
static gboolean
scan_number (Scan *scan)
{
  const char *begin = scan->at;
  const char *first;
  gboolean    integer = TRUE;
  char        buffer[64]; /* doubles of other programs have 25 digits at most */

  if (*scan->at == '-')
    scan->at++;
  first = scan->at;
  if (!scan_digits (scan))
    return fail_unexpected (scan, _ ("a digit"));
  if (*first == '0' && scan->at - first > 1)
    return fail (scan, begin, ATLAS_RULE_SYNTAX, _ ("a number does not begin with 0"));

  if (scan->at < scan->end && *scan->at == '.')
    {
      integer = FALSE;
      scan->at++;
      if (!scan_digits (scan))
        return fail_unexpected (scan, _ ("a digit"));
    }
  if (scan->at < scan->end && (*scan->at == 'e' || *scan->at == 'E'))
    {
      integer = FALSE;
      scan->at++;
      if (scan->at < scan->end && (*scan->at == '+' || *scan->at == '-'))
        scan->at++;
      if (!scan_digits (scan))
        return fail_unexpected (scan, _ ("a digit"));
    }

  if (scan->at - begin < 19 && (integer || memchr (begin, 'e', (gsize) (scan->at - begin)) == NULL) &&
      memchr (begin, 'E', (gsize) (scan->at - begin)) == NULL)
    return TRUE;
  if (scan->at - begin >= (gssize) sizeof buffer)
    return fail (scan, begin, ATLAS_RULE_NUMBER, _ ("a number of more than %u characters"), (guint) sizeof buffer - 1);

  memcpy (buffer, begin, (gsize) (scan->at - begin));
  buffer[scan->at - begin] = '\0';
  if (integer ? !g_ascii_string_to_signed (buffer, 10, G_MININT64, G_MAXINT64, NULL, NULL)
              : !isfinite (g_ascii_strtod (buffer, NULL)))
    return fail (scan, begin, ATLAS_RULE_NUMBER, _ ("the number %s is too large"), buffer);

  return TRUE;
}

static gboolean
scan_word (Scan *scan)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (scan->end - scan->at) >= length && memcmp (scan->at, words[i], length) == 0)
        {
          scan->at += length;
          return TRUE;
        }
    }

  return fail_unexpected (scan, _ ("a value"));
}

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const Member *first = a, *second = b;
  int           order;

  if (first->hash != second->hash)
    return first->hash < second->hash ? -1 : 1;
  if (first->length != second->length)
    return first->length < second->length ? -1 : 1;

  order = memcmp (first->name, second->name, first->length);

  return order != 0 ? order : (first->name > second->name) - (first->name < second->name);
}

/* Looks for two equal names in the innermost object, which ends. Names are compared as written. */
static gboolean
check_members (Scan *scan)
{
  guint   first = scan->levels[scan->depth - 1].first_member;
  Member *members = (Member *) (gpointer) scan->members->data + first;
  guint   n_members = scan->members->len - first;

  if (n_members > 1)
    qsort (members, n_members, sizeof (Member), compare_members);

  for (guint i = 1; i < n_members; i++)
    if (members[i - 1].hash == members[i].hash && members[i - 1].length == members[i].length &&
        memcmp (members[i - 1].name, members[i].name, members[i].length) == 0)
      return fail (scan, members[i].name - 1, ATLAS_RULE_DUPLICATE_MEMBER, _ ("the member “%.*s” stands twice in one object"),
                   (int) MIN (members[i].length, 80), members[i].name);

  g_array_set_size (scan->members, first);

  return TRUE;
}

static gboolean
open_level (Scan    *scan,
            gboolean object)
{
  if (scan->depth == ATLAS_LIMIT_JSON_DEPTH)
    return fail (scan, scan->at, ATLAS_RULE_LIMIT, _ ("more than %u arrays and objects inside one another"), ATLAS_LIMIT_JSON_DEPTH);

  scan->levels[scan->depth++] = (Level){ object, scan->members->len };
  scan->at++;
  scan->want = object ? WANT_NAME_OR_CLOSE : WANT_VALUE_OR_CLOSE;

  return TRUE;
}

static gboolean
close_level (Scan *scan)
{
  if (scan->levels[scan->depth - 1].object && !check_members (scan))
    return FALSE;

  scan->depth--;
  scan->at++;
  scan->want = scan->depth == 0 ? WANT_END : WANT_COMMA_OR_CLOSE;

  return TRUE;
}

static gboolean
scan_value (Scan *scan)
{
  Member   string;
  char     c = scan->at < scan->end ? *scan->at : '\0';
  gboolean good;

  if (++scan->n_values > ATLAS_LIMIT_JSON_VALUES)
    return fail (scan, scan->at, ATLAS_RULE_LIMIT, _ ("more than %u values in one file"), ATLAS_LIMIT_JSON_VALUES);

  if (c == '{' || c == '[')
    return open_level (scan, c == '{');

  if (c == '"')
    good = scan_string (scan, &string);
  else if (c == '-' || g_ascii_isdigit (c))
    good = scan_number (scan);
  else
    good = scan_word (scan);

  scan->want = scan->depth == 0 ? WANT_END : WANT_COMMA_OR_CLOSE;

  return good;
}

static gboolean
scan_name (Scan *scan)
{
  Member member;

  if (scan->at >= scan->end || *scan->at != '"')
    return fail_unexpected (scan, _ ("the name of a member"));
  if (!scan_string (scan, &member))
    return FALSE;

  g_array_append_val (scan->members, member);
  skip_blanks (scan);
  if (scan->at >= scan->end || *scan->at != ':')
    return fail_unexpected (scan, "“:”");

  scan->at++;
  scan->want = WANT_VALUE;

  return TRUE;
}

static gboolean
scan_comma_or_close (Scan *scan)
{
  gboolean object = scan->levels[scan->depth - 1].object;
  char     c = scan->at < scan->end ? *scan->at : '\0';

  if (c == (object ? '}' : ']'))
    return close_level (scan);
  if (c != ',')
    return fail_unexpected (scan, object ? _ ("“,” or “}”") : _ ("“,” or “]”"));

  scan->at++;
  scan->want = object ? WANT_NAME : WANT_VALUE;

  return TRUE;
}

static gboolean
scan_step (Scan *scan)
{
  switch (scan->want)
    {
    case WANT_VALUE_OR_CLOSE:
      return scan->at < scan->end && *scan->at == ']' ? close_level (scan) : scan_value (scan);
    case WANT_VALUE:
      return scan_value (scan);
    case WANT_NAME_OR_CLOSE:
      return scan->at < scan->end && *scan->at == '}' ? close_level (scan) : scan_name (scan);
    case WANT_NAME:
      return scan_name (scan);
    case WANT_COMMA_OR_CLOSE:
      return scan_comma_or_close (scan);
    case WANT_END:
    default:
      return fail_unexpected (scan, _ ("the end of the file"));
    }
}

gboolean
atlas_json_check (const char *data,
                  gsize       length,
                  GError    **error)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (Member));
  Scan        scan = { .data = data, .end = data + length, .at = data, .members = members, .error = error };
  const char *valid_end = NULL;

  if (length > ATLAS_LIMIT_FILE_SIZE)
    return fail (&scan, data, ATLAS_RULE_LIMIT, _ ("the file has more than %u MiB"), (guint) (ATLAS_LIMIT_FILE_SIZE >> 20));
  if (!g_utf8_validate_len (data, length, &valid_end))
    return fail (&scan, valid_end, ATLAS_RULE_ENCODING, _ ("byte 0x%02x is not UTF-8"), (guchar) *valid_end);

  for (skip_blanks (&scan); scan.want != WANT_END || scan.at < scan.end; skip_blanks (&scan))
    if (!scan_step (&scan))
      return FALSE;

  return TRUE;
}
