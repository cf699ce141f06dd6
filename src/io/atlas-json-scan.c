// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json-scan.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The longest number that is read; doubles of other programs have 25 characters at most. */
#define MAX_NUMBER 63

/* Decimal digits that a double holds exactly. */
#define MAX_EXACT_DIGITS 15

gboolean
atlas_json_scan_fail (AtlasJsonScan *self,
                      const char    *at,
                      AtlasRule      rule,
                      const char    *format,
                      ...)
{
  const char      *line = self->data;
  guint            number = 1;
  g_autofree char *message = NULL;
  va_list          args;

  for (const char *c = self->data; (c = memchr (c, '\n', (gsize) (at - c))) != NULL; line = ++c)
    number++;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (self->error, ATLAS_BUNDLE_ERROR, rule, ":%u:%ld: %s", number,
               g_utf8_strlen (line, at - line) + 1, message);

  return FALSE;
}

gboolean
atlas_json_scan_fail_unexpected (AtlasJsonScan *self,
                                 const char    *wanted)
{
  gunichar c;

  if (self->at >= self->end)
    return atlas_json_scan_fail (self, self->end, ATLAS_RULE_SYNTAX, _ ("the file ends where %s is due"), wanted);

  c = g_utf8_get_char (self->at);
  if (!g_unichar_isprint (c))
    return atlas_json_scan_fail (self, self->at, ATLAS_RULE_SYNTAX, _ ("character U+%04X where %s is due"), c, wanted);

  return atlas_json_scan_fail (self, self->at, ATLAS_RULE_SYNTAX, _ ("“%.*s” where %s is due"),
                               (int) (g_utf8_next_char (self->at) - self->at), self->at, wanted);
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
scan_escape (AtlasJsonScan *self)
{
  const char *begin = self->at - 1;
  int         code;

  if (self->at < self->end && *self->at != '\0' && strchr ("\"\\/bfnrt", *self->at) != NULL)
    {
      self->at++;
      return TRUE;
    }

  code = self->at < self->end && *self->at == 'u' ? read_hex (self->at + 1, self->end) : -1;
  if (code < 0)
    return atlas_json_scan_fail (self, begin, ATLAS_RULE_SYNTAX, _ ("not an escape that JSON knows"));
  if (code == 0)
    return atlas_json_scan_fail (self, begin, ATLAS_RULE_SYNTAX, _ ("the character U+0000 is not allowed"));

  self->at += 5;
  if (code < 0xd800 || code > 0xdfff)
    return TRUE;

  if (code < 0xdc00 && self->end - self->at >= 6 && self->at[0] == '\\' && self->at[1] == 'u')
    {
      int low = read_hex (self->at + 2, self->end);

      if (low >= 0xdc00 && low <= 0xdfff)
        {
          self->at += 6;
          return TRUE;
        }
    }

  return atlas_json_scan_fail (self, begin, ATLAS_RULE_SYNTAX, _ ("half of a surrogate pair"));
}

gboolean
atlas_json_scan_string (AtlasJsonScan *self,
                        const char   **raw,
                        gsize         *length,
                        gboolean      *escaped)
{
  const char *begin = ++self->at;

  *escaped = FALSE;
  while (self->at < self->end)
    {
      guchar c = (guchar) *self->at;

      if (c == '"')
        {
          *raw = begin;
          *length = (gsize) (self->at++ - begin);
          return TRUE;
        }
      if (c < 0x20)
        return atlas_json_scan_fail (self, self->at, ATLAS_RULE_SYNTAX,
                                     _ ("a control character inside a string; write it as an escape"));

      self->at++;
      if (c != '\\')
        continue;

      *escaped = TRUE;
      if (!scan_escape (self))
        return FALSE;
    }

  return atlas_json_scan_fail (self, begin - 1, ATLAS_RULE_SYNTAX, _ ("a string that begins here does not end"));
}

gsize
atlas_json_scan_unescape (const char *raw,
                          gsize       length,
                          char       *out)
{
  static const char letters[] = "bfnrt", values[] = "\b\f\n\r\t";
  const char       *end = raw + length;
  char             *at = out;

  while (raw < end)
    {
      const char *letter;
      gunichar    code;

      if (*raw != '\\')
        {
          *at++ = *raw++;
          continue;
        }

      raw += 2;
      if (raw[-1] != 'u')
        {
          letter = strchr (letters, raw[-1]);
          *at++ = letter != NULL ? values[letter - letters] : raw[-1];
          continue;
        }

      code = (gunichar) read_hex (raw, end);
      raw += 4;
      if (code >= 0xd800 && code < 0xdc00)
        {
          code = 0x10000 + ((code - 0xd800) << 10) + ((gunichar) read_hex (raw + 2, end) - 0xdc00);
          raw += 6;
        }
      at += g_unichar_to_utf8 (code, at); /* never longer than the escape */
    }

  return (gsize) (at - out);
}

/* Steps over digits, and returns how many there were. */
static guint
scan_digits (AtlasJsonScan *self)
{
  const char *begin = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;

  return (guint) (self->at - begin);
}

/* The value of a number of few digits, without an exponent: both parts of the division are exact, so its result is right. */
static double
read_short (const char *at,
            const char *end,
            guint       n_fraction)
{
  static const double powers[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  gint64              digits = 0;
  gboolean            minus = *at == '-';

  for (at += minus; at < end; at++)
    if (*at != '.')
      digits = digits * 10 + (*at - '0');

  return (minus ? -1.0 : 1.0) * (double) digits / powers[n_fraction];
}

static gboolean
read_long (AtlasJsonScan   *self,
           const char      *begin,
           AtlasJsonNumber *number)
{
  char  buffer[MAX_NUMBER + 1];
  gsize length = (gsize) (self->at - begin);

  if (length > MAX_NUMBER)
    return atlas_json_scan_fail (self, begin, ATLAS_RULE_NUMBER, _ ("a number of more than %d characters"), MAX_NUMBER);

  memcpy (buffer, begin, length);
  buffer[length] = '\0';
  if (number->integer ? !g_ascii_string_to_signed (buffer, 10, G_MININT64, G_MAXINT64, &number->whole, NULL)
                      : !isfinite (number->real = g_ascii_strtod (buffer, NULL)))
    return atlas_json_scan_fail (self, begin, ATLAS_RULE_NUMBER, _ ("the number %s is too large"), buffer);

  return TRUE;
}

gboolean
atlas_json_scan_number (AtlasJsonScan   *self,
                        AtlasJsonNumber *number)
{
  const char *begin = self->at;
  const char *first;
  guint       n_digits, n_fraction = 0;
  gboolean    exponent = FALSE;

  self->at += *self->at == '-';
  first = self->at;
  n_digits = scan_digits (self);
  if (n_digits == 0)
    return atlas_json_scan_fail_unexpected (self, _ ("a digit"));
  if (*first == '0' && n_digits > 1)
    return atlas_json_scan_fail (self, begin, ATLAS_RULE_SYNTAX, _ ("a number does not begin with 0"));

  number->integer = TRUE;
  if (self->at < self->end && *self->at == '.')
    {
      number->integer = FALSE;
      self->at++;
      n_fraction = scan_digits (self);
      if (n_fraction == 0)
        return atlas_json_scan_fail_unexpected (self, _ ("a digit"));
    }
  if (self->at < self->end && (*self->at == 'e' || *self->at == 'E'))
    {
      number->integer = FALSE;
      exponent = TRUE;
      self->at++;
      self->at += self->at < self->end && (*self->at == '+' || *self->at == '-');
      if (scan_digits (self) == 0)
        return atlas_json_scan_fail_unexpected (self, _ ("a digit"));
    }

  if (exponent || n_digits + n_fraction > MAX_EXACT_DIGITS)
    return read_long (self, begin, number);

  number->real = read_short (begin, self->at, n_fraction);
  number->whole = number->integer ? (gint64) number->real : 0;

  return TRUE;
}

gboolean
atlas_json_scan_word (AtlasJsonScan *self,
                      char          *word)
{
  static const struct
  {
    const char *text;
    char        word;
  } words[] = { { "true", '1' }, { "false", '0' }, { "null", '-' } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i].text);

      if ((gsize) (self->end - self->at) >= length && memcmp (self->at, words[i].text, length) == 0)
        {
          self->at += length;
          *word = words[i].word;
          return TRUE;
        }
    }

  return atlas_json_scan_fail_unexpected (self, _ ("a value"));
}
