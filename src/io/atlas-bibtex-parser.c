// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-bibtex-private.h"

#include "atlas-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What may not stand in the name of a type, field or string; a key may hold more. */
#define NAME_STOPS " \t\r\n\f\v@{}()\",=#%\\~"
#define KEY_STOPS ",{}\n"

static void
field_free (gpointer data)
{
  AtlasBibtexField *field = data;

  g_free (field->name);
  g_free (field->value);
  g_free (field);
}

/* Lines are counted only forwards. */
static guint
count_lines (AtlasBibtexParser *self,
             const char        *at)
{
  for (; self->counted < at; self->counted++)
    self->line += *self->counted == '\n';

  return self->line;
}

/* Always FALSE. */
static gboolean G_GNUC_PRINTF (4, 5)
  fail (AtlasBibtexParser *self,
        AtlasRule          rule,
        GError           **error,
        const char        *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, ATLAS_BUNDLE_ERROR, rule, ":%u: %s", count_lines (self, self->at), message);

  return FALSE;
}

static void
skip_white (AtlasBibtexParser *self)
{
  while (self->at < self->end && g_ascii_isspace (*self->at))
    self->at++;
}

/* The next character that is not white, or NUL at the end. */
static char
peek (AtlasBibtexParser *self)
{
  skip_white (self);

  return self->at < self->end ? *self->at : '\0';
}

static gboolean
accept (AtlasBibtexParser *self,
        char               c)
{
  if (peek (self) != c)
    return FALSE;

  self->at++;

  return TRUE;
}

/* Runs over what does not stand in @stops. */
static char *
read_word (AtlasBibtexParser *self,
           const char        *stops)
{
  const char *begin = NULL;

  skip_white (self);
  begin = self->at;
  while (self->at < self->end && strchr (stops, *self->at) == NULL && self->at - begin < ATLAS_LIMIT_NAME)
    self->at++;

  return g_strchomp (g_strndup (begin, (gsize) (self->at - begin)));
}

/* Goes to the "@" that begins the next line with one: a broken entry ends there at the latest. */
static void
skip_to_entry (AtlasBibtexParser *self)
{
  if (self->at < self->end && *self->at == '@' && g_ascii_isspace (self->at[-1])) /* what was missing is the end of the one before */
    return;

  while (self->at < self->end)
    {
      const char *newline = memchr (self->at, '\n', (gsize) (self->end - self->at));

      if (newline == NULL)
        {
          self->at = self->end;
          return;
        }
      self->at = newline + 1;
      while (self->at < self->end && (*self->at == ' ' || *self->at == '\t'))
        self->at++;
      if (self->at < self->end && *self->at == '@')
        return;
    }
}

/* A comment or preamble, whose braces match, at an opening one. One without its end is as long as its line. */
static void
skip_group (AtlasBibtexParser *self)
{
  char        open = *self->at;
  char        close = open == '{' ? '}' : ')';
  guint       depth = 0;
  const char *at = self->at;
  gsize       reach = MIN ((gsize) (self->end - self->at), ATLAS_LIMIT_COMMENT - MIN (self->vain, ATLAS_LIMIT_COMMENT));
  const char *end = self->at + reach;

  for (; at < end; at++)
    {
      depth += *at == open;
      depth -= *at == close;
      if (depth == 0)
        {
          self->at = at + 1;
          return;
        }
    }

  self->vain += reach;
  at = memchr (self->at, '\n', (gsize) (self->end - self->at));
  self->at = at != NULL ? at + 1 : self->end;
}

/* At a "{" or a quote: adds what stands up to the one that ends it. */
static gboolean
read_delimited (AtlasBibtexParser *self,
                GString           *value,
                GError           **error)
{
  gboolean    quoted = *self->at == '"';
  const char *begin = self->at + 1;
  guint       depth = 0;

  for (const char *at = begin; at < self->end; at++)
    {
      if (at - begin > ATLAS_LIMIT_STRING)
        return fail (self, ATLAS_RULE_LIMIT, error, _ ("a text of more than %d bytes"), ATLAS_LIMIT_STRING);

      if (depth == 0 && *at == (quoted ? '"' : '}'))
        {
          g_string_append_len (value, begin, at - begin);
          self->at = at + 1;
          return TRUE;
        }
      if (*at == '}' && depth == 0)
        return fail (self, ATLAS_RULE_SYNTAX, error, _ ("a text in quotes has a “}” without its “{”"));

      depth += *at == '{';
      depth -= *at == '}';
      if (depth > ATLAS_LIMIT_BRACES)
        return fail (self, ATLAS_RULE_LIMIT, error, _ ("more than %d braces inside one another"), ATLAS_LIMIT_BRACES);
    }

  return fail (self, ATLAS_RULE_SYNTAX, error, _ ("a text that begins here does not end"));
}

/* A number, or the name of a string; one that is not defined stands for itself. */
static gboolean
read_bare (AtlasBibtexParser *self,
           GString           *value,
           GError           **error)
{
  g_autofree char *word = read_word (self, NAME_STOPS);
  g_autofree char *folded = g_ascii_strdown (word, -1);
  const char      *macro = g_hash_table_lookup (self->macros, folded);

  if (*word == '\0')
    return fail (self, ATLAS_RULE_SYNTAX, error, _ ("a text in braces or quotes, a number or a name is due here"));

  g_string_append (value, macro != NULL ? macro : word);

  return TRUE;
}

/* Parts with "#" between. */
static gboolean
read_value (AtlasBibtexParser *self,
            char             **out,
            GError           **error)
{
  g_autoptr (GString) value = g_string_new (NULL);

  do
    {
      char c = peek (self);

      if (!(c == '{' || c == '"' ? read_delimited (self, value, error) : read_bare (self, value, error)))
        return FALSE;
      if (value->len > ATLAS_LIMIT_STRING)
        return fail (self, ATLAS_RULE_LIMIT, error, _ ("a text of more than %d bytes"), ATLAS_LIMIT_STRING);
    }
  while (accept (self, '#'));

  self->expanded += value->len;
  if (self->expanded > ATLAS_LIMIT_EXPANSION)
    {
      fail (self, ATLAS_RULE_LIMIT, error, _ ("texts of more than %zu bytes in all"), ATLAS_LIMIT_EXPANSION);
      self->at = self->end;
      return FALSE;
    }
  *out = g_string_free (g_steal_pointer (&value), FALSE);

  return TRUE;
}

/* name = value */
static AtlasBibtexField *
read_field (AtlasBibtexParser *self,
            GError           **error)
{
  g_autofree char  *word = read_word (self, NAME_STOPS);
  AtlasBibtexField *field = NULL;
  char             *value = NULL;

  if (*word == '\0' || !accept (self, '='))
    {
      fail (self, ATLAS_RULE_SYNTAX, error, _ ("a field is a name, “=” and a text"));
      return NULL;
    }
  if (!read_value (self, &value, error))
    return NULL;

  field = g_new0 (AtlasBibtexField, 1);
  field->name = g_ascii_strdown (word, -1);
  field->value = value;

  return field;
}

static gboolean
read_string (AtlasBibtexParser *self,
             GError           **error)
{
  char              close = *self->at++ == '{' ? '}' : ')';
  AtlasBibtexField *field = NULL;

  if (accept (self, close))
    return TRUE;

  field = read_field (self, error);
  if (field == NULL)
    return FALSE;

  if (g_hash_table_size (self->macros) >= ATLAS_LIMIT_MACROS)
    {
      field_free (field);
      return fail (self, ATLAS_RULE_LIMIT, error, _ ("more than the %d strings that are allowed"), ATLAS_LIMIT_MACROS);
    }
  g_hash_table_insert (self->macros, g_steal_pointer (&field->name), g_steal_pointer (&field->value));
  field_free (field);
  accept (self, ',');

  return accept (self, close) || fail (self, ATLAS_RULE_SYNTAX, error, _ ("“%c” is due here"), close);
}

static void
add_field (AtlasBibtexEntry *entry,
           AtlasBibtexField *field)
{
  for (guint i = 0; i < entry->fields->len; i++)
    if (g_str_equal (((AtlasBibtexField *) g_ptr_array_index (entry->fields, i))->name, field->name))
      {
        field_free (field);
        return;
      }

  g_ptr_array_add (entry->fields, field);
}

/* The rest of an entry after its key, with the brace that ends it. */
static gboolean
read_fields (AtlasBibtexParser *self,
             AtlasBibtexEntry  *entry,
             char               close,
             GError           **error)
{
  for (guint n_fields = 0; !accept (self, close); n_fields++)
    {
      AtlasBibtexField *field = NULL;

      if (!accept (self, ','))
        return fail (self, ATLAS_RULE_SYNTAX, error, _ ("“,” or “%c” is due here"), close);
      if (peek (self) == close || peek (self) == ',')
        continue;
      if (n_fields >= ATLAS_LIMIT_REFERENCE_FIELDS)
        return fail (self, ATLAS_RULE_LIMIT, error, _ ("more than the %d fields that are allowed"), ATLAS_LIMIT_REFERENCE_FIELDS);

      field = read_field (self, error);
      if (field == NULL)
        return FALSE;
      add_field (entry, field);
    }

  return TRUE;
}

static AtlasBibtexEntry *
read_entry (AtlasBibtexParser *self,
            const char        *type,
            guint              line,
            GError           **error)
{
  g_autoptr (AtlasBibtexEntry) entry = g_new0 (AtlasBibtexEntry, 1);
  char        close = *self->at++ == '{' ? '}' : ')';
  const char *begin = self->at;

  entry->type = g_strdup (type);
  entry->line = line;
  entry->fields = g_ptr_array_new_with_free_func (field_free);
  entry->key = read_word (self, close == ')' ? KEY_STOPS ")" : KEY_STOPS);
  if (strchr (entry->key, '=') != NULL) /* there is no key: that is the first field */
    {
      self->at = begin;
      *entry->key = '\0';
    }
  if (*entry->key == '\0' && peek (self) != ',' && peek (self) != close)
    {
      AtlasBibtexField *field = read_field (self, error);

      if (field == NULL)
        return NULL;
      add_field (entry, field);
    }

  return read_fields (self, entry, close, error) ? g_steal_pointer (&entry) : NULL;
}

void
atlas_bibtex_parser_init (AtlasBibtexParser *self,
                          const char        *text,
                          gsize              length)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };

  *self = (AtlasBibtexParser){ .at = text, .end = text + length, .counted = text, .line = 1 };
  self->macros = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    g_hash_table_insert (self->macros, g_strdup (months[i]), g_strdup_printf ("%u", i + 1));
}

void
atlas_bibtex_parser_clear (AtlasBibtexParser *self)
{
  g_clear_pointer (&self->macros, g_hash_table_unref);
}

AtlasBibtexEntry *
atlas_bibtex_parser_next (AtlasBibtexParser *self,
                          GError           **error)
{
  while (self->at < self->end)
    {
      const char      *sign = memchr (self->at, '@', (gsize) (self->end - self->at));
      g_autofree char *word = NULL;
      g_autofree char *type = NULL;

      if (sign == NULL)
        break;

      self->at = sign + 1;
      word = read_word (self, NAME_STOPS);
      type = g_ascii_strdown (word, -1);
      if (*type == '\0' || (peek (self) != '{' && peek (self) != '('))
        continue; /* an "@" between entries, as in an address of mail */

      if (g_str_equal (type, "comment") || g_str_equal (type, "preamble"))
        {
          skip_group (self);
        }
      else if (g_str_equal (type, "string"))
        {
          if (!read_string (self, error))
            {
              skip_to_entry (self);
              return NULL;
            }
        }
      else
        {
          AtlasBibtexEntry *entry = read_entry (self, type, count_lines (self, sign), error);

          if (entry == NULL)
            skip_to_entry (self);
          return entry;
        }
    }

  self->at = self->end;

  return NULL;
}

void
atlas_bibtex_entry_free (AtlasBibtexEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->type);
  g_free (self->key);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_free (self);
}
