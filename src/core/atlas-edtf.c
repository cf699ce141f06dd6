// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-edtf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (atlas_edtf_error, atlas_edtf_error)

/* As much of a text as an error quotes. */
#define QUOTE_LENGTH 60

/**
 * atlas_edtf_quote:
 * @text: what somebody wrote; need not be UTF-8
 * @length: its length in bytes
 *
 * Makes a text fit for a message: valid, and not too long.
 *
 * Returns: (transfer full): the text or its start
 */
char *
atlas_edtf_quote (const char *text,
                  gsize       length)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (valid, -1) <= QUOTE_LENGTH)
    return g_steal_pointer (&valid);

  start = g_utf8_substring (valid, 0, QUOTE_LENGTH);

  return g_strconcat (start, "…", NULL);
}

/**
 * atlas_edtf_fail:
 * @reader: what is being read
 * @code: the error's code
 * @rule: the rule that is broken, translated
 *
 * Sets the reader's error: the whole text and the rule it breaks.
 *
 * Returns: %FALSE
 */
gboolean
atlas_edtf_fail (const AtlasEdtfReader *reader,
                 AtlasEdtfError         code,
                 const char            *rule)
{
  g_autofree char *quote = NULL;

  if (reader->error == NULL) /* nobody asks why */
    return FALSE;

  quote = atlas_edtf_quote (reader->whole, reader->length);

  /* Translators: first the date as it was written, then the rule it breaks. */
  g_set_error (reader->error, ATLAS_EDTF_ERROR, code, _ ("“%s” is not a date: %s"), quote, rule);

  return FALSE;
}

/* One side of an interval: a date, `..` or nothing. */
static gboolean
read_bound (AtlasEdtfReader *reader,
            AtlasEdtfDate   *out)
{
  gsize length = (gsize) (reader->end - reader->at);

  if (length == 0 || (length == 2 && memcmp (reader->at, "..", 2) == 0))
    {
      *out = (AtlasEdtfDate){
        .span = ATLAS_TIME_SPAN_ALL,
        .bound = length == 0 ? ATLAS_EDTF_UNKNOWN : ATLAS_EDTF_OPEN,
        .precision = ATLAS_EDTF_SPAN,
      };
      reader->level = MAX (reader->level, 1);
      return TRUE;
    }

  return atlas_edtf_read_date (reader, out);
}

static gboolean
read_interval (AtlasEdtfReader *reader,
               const char      *slash,
               AtlasEdtf       *out)
{
  const char *end = reader->end;

  if (memchr (slash + 1, '/', (gsize) (end - slash - 1)) != NULL)
    return atlas_edtf_fail (reader, ATLAS_EDTF_ERROR_SYNTAX, _ ("an interval has one “/”"));

  reader->end = slash;
  if (!read_bound (reader, &out->start))
    return FALSE;

  reader->at = slash + 1;
  reader->end = end;
  if (!read_bound (reader, &out->end))
    return FALSE;

  out->interval = TRUE;
  out->span = ATLAS_TIME_SPAN_INIT (out->start.span.begin, out->end.span.end);
  if (atlas_time_span_is_empty (out->span))
    return atlas_edtf_fail (reader, ATLAS_EDTF_ERROR_RANGE, _ ("an interval does not end before it begins"));

  return TRUE;
}

/* One element of a set: a date, or two with `..` between, of which one may be left out. */
static gboolean
read_element (AtlasEdtfReader *reader,
              AtlasEdtfDate   *out)
{
  const char   *end = reader->end;
  const char   *dots = g_strstr_len (reader->at, end - reader->at, "..");
  AtlasEdtfDate last = { .span = ATLAS_TIME_SPAN_ALL };

  *out = last;
  if (dots == NULL)
    return atlas_edtf_read_date (reader, out);

  if (dots == reader->at && dots + 2 == end)
    return atlas_edtf_fail (reader, ATLAS_EDTF_ERROR_SYNTAX, _ ("“..” in a set has a date before or after it"));

  reader->end = dots;
  if (dots > reader->at && !atlas_edtf_read_date (reader, out))
    return FALSE;

  reader->at = dots + 2;
  reader->end = end;
  if (reader->at < end && !atlas_edtf_read_date (reader, &last))
    return FALSE;

  out->span.end = last.span.end;
  out->approximate |= last.approximate;
  out->uncertain |= last.uncertain;
  if (atlas_time_span_is_empty (out->span))
    return atlas_edtf_fail (reader, ATLAS_EDTF_ERROR_RANGE, _ ("a range in a set does not end before it begins"));

  return TRUE;
}

/* `[..]` one of these, `{..}` all of these: either way the days from the first to the last. */
static gboolean
read_set (AtlasEdtfReader *reader,
          AtlasEdtfDate   *out)
{
  const char *end = reader->end - 1;
  char        closing = *reader->at == '[' ? ']' : '}';

  reader->level = 2;
  if (end == reader->at || *end != closing)
    return atlas_edtf_fail (reader, ATLAS_EDTF_ERROR_SYNTAX, _ ("a set is written [a,b] or {a,b}"));

  *out = (AtlasEdtfDate){ .span = { G_MAXINT, G_MININT }, .precision = ATLAS_EDTF_SPAN };

  for (const char *from = reader->at + 1, *comma; from <= end; from = comma + 1)
    {
      AtlasEdtfDate element;

      comma = memchr (from, ',', (gsize) (end - from));
      if (comma == NULL)
        comma = end;

      reader->at = from < comma && *from == ' ' ? from + 1 : from; /* the older drafts have a space after the comma */
      reader->end = comma;
      if (!read_element (reader, &element))
        return FALSE;

      out->span.begin = MIN (out->span.begin, element.span.begin);
      out->span.end = MAX (out->span.end, element.span.end);
      out->approximate |= element.approximate;
      out->uncertain |= element.uncertain;
    }

  return TRUE;
}

gboolean
atlas_edtf_parse (const char *text,
                  AtlasEdtf  *out,
                  GError    **error)
{
  AtlasEdtfReader reader = { .whole = text, .at = text, .error = error };
  AtlasEdtf       read = { 0 };
  const char     *slash = NULL;
  gboolean        ok;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  reader.length = strnlen (text, ATLAS_EDTF_MAX_LENGTH + 1);
  reader.end = text + reader.length;

  if (reader.length == 0)
    return atlas_edtf_fail (&reader, ATLAS_EDTF_ERROR_SYNTAX, _ ("there is nothing written"));

  if (reader.length > ATLAS_EDTF_MAX_LENGTH)
    return atlas_edtf_fail (&reader, ATLAS_EDTF_ERROR_SYNTAX, _ ("it is too long"));

  slash = memchr (text, '/', reader.length);
  if (slash != NULL)
    {
      ok = read_interval (&reader, slash, &read);
    }
  else
    {
      ok = *text == '[' || *text == '{' ? read_set (&reader, &read.start) : atlas_edtf_read_date (&reader, &read.start);
      read.end = read.start;
      read.span = read.start.span;
    }

  if (!ok)
    return FALSE;

  read.level = reader.level & 3;
  *out = read;

  return TRUE;
}
