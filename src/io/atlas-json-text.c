// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json-text.h"

#include <math.h>
#include <string.h>

/* Digits with which every double is told from its neighbours. */
#define MAX_DIGITS 17

/* Below it a number is written without an exponent. */
#define MAX_PLAIN 1e15

static void
begin_value (AtlasJsonText *self)
{
  if (self->comma)
    g_string_append_c (self->text, ',');
  self->comma = TRUE;
}

/* RFC 8259, 7: quotes, backslashes and control characters are escaped, and nothing else has to be. */
static void
append_quoted (GString    *text,
               const char *value)
{
  g_string_append_c (text, '"');
  for (const char *at = value; *at != '\0'; at++)
    if (*at == '"' || *at == '\\')
      g_string_append_printf (text, "\\%c", *at);
    else if (*at == '\n')
      g_string_append (text, "\\n");
    else if (*at == '\t')
      g_string_append (text, "\\t");
    else if ((guchar) *at < 0x20 || *at == 0x7f)
      g_string_append_printf (text, "\\u%04x", (guint) (guchar) *at);
    else
      g_string_append_c (text, *at);
  g_string_append_c (text, '"');
}

void
atlas_json_text_begin (AtlasJsonText *self,
                       char           bracket)
{
  begin_value (self);
  g_string_append_c (self->text, bracket);
  self->comma = FALSE;
}

void
atlas_json_text_end (AtlasJsonText *self,
                     char           bracket)
{
  g_string_append_c (self->text, bracket);
  self->comma = TRUE;
}

void
atlas_json_text_member (AtlasJsonText *self,
                        const char    *name)
{
  begin_value (self);
  append_quoted (self->text, name);
  g_string_append_c (self->text, ':');
  self->comma = FALSE;
}

void
atlas_json_text_string (AtlasJsonText *self,
                        const char    *value)
{
  begin_value (self);
  append_quoted (self->text, value);
}

void
atlas_json_text_integer (AtlasJsonText *self,
                         gint64         value)
{
  begin_value (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

char *
atlas_json_text_shortest (char  *buffer,
                          double value,
                          double scale)
{
  for (int digits = 1; digits <= MAX_DIGITS; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, format, value / scale);
      if (g_ascii_strtod (buffer, NULL) * scale == value)
        break;
    }

  /* "5e+01" is 50 to a reader too, but not to a person. */
  if (strchr (buffer, 'e') != NULL && fabs (value / scale) >= 1.0 && fabs (value / scale) < MAX_PLAIN)
    g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.0f", value / scale);

  return buffer;
}

void
atlas_json_text_number (AtlasJsonText *self,
                        double         value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  begin_value (self);
  g_string_append (self->text, atlas_json_text_shortest (buffer, value, 1.0));
}

void
atlas_json_text_km (AtlasJsonText *self,
                    double         metres)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  begin_value (self);
  g_string_append (self->text, atlas_json_text_shortest (buffer, metres, 1000.0));
}

void
atlas_json_text_boolean (AtlasJsonText *self,
                         gboolean       value)
{
  begin_value (self);
  g_string_append (self->text, value ? "true" : "false");
}

void
atlas_json_text_raw (AtlasJsonText *self,
                     const char    *json)
{
  begin_value (self);
  g_string_append (self->text, json);
}

void
atlas_json_text_add_string (AtlasJsonText *self,
                            const char    *member,
                            const char    *value)
{
  if (value == NULL)
    return;

  atlas_json_text_member (self, member);
  atlas_json_text_string (self, value);
}

void
atlas_json_text_add_strings (AtlasJsonText     *self,
                             const char        *member,
                             const char *const *values)
{
  if (values == NULL || values[0] == NULL)
    return;

  atlas_json_text_member (self, member);
  atlas_json_text_begin (self, '[');
  for (guint i = 0; values[i] != NULL; i++)
    atlas_json_text_string (self, values[i]);
  atlas_json_text_end (self, ']');
}
