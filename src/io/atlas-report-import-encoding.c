// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report-import-private.h"

#include "atlas-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One control character in so many bytes is a slip; more are no text. */
#define BYTES_A_CONTROL 2000

/* How far into a page its own word on its encoding is looked for, as browsers do. */
#define META_LENGTH 1024

#define MAGIC(bytes_) bytes_, sizeof bytes_ - 1

/* What files begin with that people take for text. */
static const struct
{
  const char *magic;
  gsize       length;
  const char *message;
} kinds[] = {
  { MAGIC ("%PDF-"), N_ ("“%s” is a PDF document. Open it, copy its text into a text file, and import that.") },
  { MAGIC ("\x89PNG"), N_ ("“%s” is a picture, not a text.") },
  { MAGIC ("\xff\xd8\xff"), N_ ("“%s” is a picture, not a text.") },
  { MAGIC ("GIF8"), N_ ("“%s” is a picture, not a text.") },
  { MAGIC ("PK\x03\x04"), N_ ("“%s” is an archive or an office document. Save it as plain text or HTML, and import that.") },
  { MAGIC ("\xd0\xcf\x11\xe0"), N_ ("“%s” is an office document. Save it as plain text or HTML, and import that.") },
  { MAGIC ("{\\rtf"), N_ ("“%s” is an RTF document. Save it as plain text or HTML, and import that.") },
  { MAGIC ("\x1f\x8b"), N_ ("“%s” is compressed. Unpack it, and import what is in it.") },
  { MAGIC ("From: <Saved by"), N_ ("“%s” is a web archive. Save the page as “HTML only”, and import that.") },
  { MAGIC ("bplist00"), N_ ("“%s” is a web archive. Save the page as “HTML only”, and import that.") },
};

/* Marks at a text's beginning. */
static const struct
{
  const char *mark;
  gsize       length;
  const char *encoding;
} marks[] = {
  { MAGIC ("\xef\xbb\xbf"), "UTF-8" },
  { MAGIC ("\xff\xfe"), "UTF-16LE" },
  { MAGIC ("\xfe\xff"), "UTF-16BE" },
};

/* The messages name the file, which atlas_report_import_read() puts in for “%s”. */
static gboolean
check_kind (const char *data,
            gsize       length,
            GError    **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length >= kinds[i].length && memcmp (data, kinds[i].magic, kinds[i].length) == 0)
      {
        g_set_error_literal (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_NOT_TEXT, _ (kinds[i].message));
        return FALSE;
      }

  return TRUE;
}

static gboolean
check_controls (const char *data,
                gsize       length,
                GError    **error)
{
  gsize n_controls = 0;

  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar) data[i];

      if (c == '\0')
        break;
      if ((c < 0x20 && strchr ("\t\n\r\f\v\x1a", c) == NULL) || c == 0x7f)
        n_controls++;
    }

  if (memchr (data, '\0', length) == NULL && n_controls <= 1 + length / BYTES_A_CONTROL)
    return TRUE;

  g_set_error_literal (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_NOT_TEXT, _ ("“%s” holds binary data, not text."));

  return FALSE;
}

/* Letters of Western alphabets stand alone among ASCII, those of Cyrillic side by side. */
static const char *
guess_encoding (const char *data,
                gsize       length)
{
  gsize alone = 0, together = 0;

  for (gsize i = 0; i < length; i++)
    {
      gboolean before = i > 0 && (guchar) data[i - 1] >= 0xc0;
      gboolean after = i + 1 < length && (guchar) data[i + 1] >= 0xc0;

      if ((guchar) data[i] >= 0xc0)
        *(before || after ? &together : &alone) += 1;
    }

  return together > alone ? "WINDOWS-1251" : "WINDOWS-1252";
}

/* What a page says of itself: charset=… (transfer full) (nullable) */
static char *
find_charset (const char *data,
              gsize       length)
{
  g_autofree char *head = g_strndup (data, MIN (length, META_LENGTH));
  g_autofree char *lower = g_ascii_strdown (head, -1);
  const char      *found = strstr (lower, "<meta") != NULL ? strstr (lower, "charset=") : NULL;
  gsize            n;

  if (found == NULL)
    return NULL;

  found += strlen ("charset=");
  found += strspn (found, "\"' ");
  n = strspn (found, "abcdefghijklmnopqrstuvwxyz0123456789-_");

  return n > 0 && n < 32 ? g_ascii_strup (found, (gssize) n) : NULL;
}

/* UTF-8 that is damaged rather than another encoding: most of its high bytes make sense together. */
static gboolean
is_damaged_utf8 (const char *data,
                 gsize       length)
{
  gsize n_good = 0, n_bad = 0;

  for (gsize i = 0; i < length;)
    {
      gunichar c = (guchar) data[i] < 0x80 ? 'x' : g_utf8_get_char_validated (data + i, (gssize) MIN (length - i, 6));
      gboolean good = c != (gunichar) -1 && c != (gunichar) -2;

      if ((guchar) data[i] >= 0x80)
        *(good ? &n_good : &n_bad) += 1;
      i += good ? (gsize) g_utf8_skip[(guchar) data[i]] : 1;
    }

  return n_good > n_bad;
}

static char *
convert (const char *data,
         gsize       length,
         const char *from,
         GError    **error)
{
  gsize            written = 0;
  g_autofree char *text = g_convert (data, (gssize) length, "UTF-8", from, NULL, &written, NULL);

  if (text != NULL && written > 0 && strlen (text) == written)
    return g_steal_pointer (&text);

  g_set_error_literal (error, ATLAS_IMPORT_ERROR, text != NULL ? ATLAS_IMPORT_ERROR_NOT_TEXT : ATLAS_IMPORT_ERROR_ENCODING,
                       text != NULL ? _ ("“%s” holds binary data, not text.") : _ ("“%s” is damaged: its letters cannot be read. Save it again as UTF-8."));

  return NULL;
}

/* Text of an encoding that is not UTF-8 and does not say so. */
static char *
convert_unknown (const char *data,
                 gsize       length,
                 char      **encoding,
                 GError    **error)
{
  g_autofree char *said = find_charset (data, length);
  char            *text = NULL;

  if (said != NULL && !g_str_has_prefix (said, "UTF"))
    text = convert (data, length, said, NULL);
  if (text != NULL)
    {
      *encoding = g_steal_pointer (&said);
      return text;
    }

  if (is_damaged_utf8 (data, length))
    {
      g_set_error_literal (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_ENCODING, _ ("“%s” is damaged: it is UTF-8, but some of its letters are broken. Save or download it again."));
      return NULL;
    }

  *encoding = g_strdup (guess_encoding (data, length));
  text = convert (data, length, *encoding, NULL);
  if (text == NULL) /* a few bytes have no letter in either */
    text = convert (data, length, "ISO-8859-1", error);
  if (text == NULL)
    g_clear_pointer (encoding, g_free);

  return text;
}

/* Ends lines with "\n" alone; a new page or an old word processor's end mark is white space. */
static void
end_lines (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (*from == '\r')
      {
        *to++ = '\n';
        from += from[1] == '\n';
      }
    else
      {
        *to++ = strchr ("\f\v\x1a", *from) != NULL ? '\n' : *from;
      }

  *to = '\0';
}

/* The length of a text that was cut off within its last letter, without what is left of that. */
static gsize
cut_last_letter (const char *data,
                 gsize       length,
                 const char *valid_end)
{
  gsize valid = (gsize) (valid_end - data);

  return length - valid < 4 && g_utf8_get_char_validated (valid_end, (gssize) (length - valid)) == (gunichar) -2 ? valid : length;
}

char *
atlas_import_decode (GBytes  *bytes,
                     char   **encoding,
                     GError **error)
{
  gsize       length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *valid_end = NULL;
  char       *text = NULL;

  if (!check_kind (data, length, error))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (marks) && text == NULL; i++)
    if (length >= marks[i].length && memcmp (data, marks[i].mark, marks[i].length) == 0)
      {
        data += marks[i].length;
        length -= marks[i].length;
        if (i > 0)
          {
            text = convert (data, length, marks[i].encoding, error);
            if (text == NULL)
              return NULL;
            *encoding = g_strdup (marks[i].encoding);
          }
        break;
      }

  if (text == NULL)
    {
      if (!check_controls (data, length, error))
        return NULL;
      if (!g_utf8_validate_len (data, length, &valid_end))
        length = cut_last_letter (data, length, valid_end);
      if (g_utf8_validate_len (data, length, NULL))
        text = g_strndup (data, length);
      else
        return (text = convert_unknown (data, length, encoding, error)) != NULL ? (end_lines (text), text) : NULL;
      *encoding = g_strdup ("UTF-8");
    }

  end_lines (text);

  return text;
}
