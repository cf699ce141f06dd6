// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reference.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static void
append_words (GString    *line,
              const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (line->len > 0)
        g_string_append_c (line, ' ');
      g_string_append (line, words[i]);
    }
}

/* Adds one sentence of the record: white space made single, a full stop unless it ends in one of its own. */
static void
append_sentence (GString    *line,
                 const char *text)
{
  if (is_blank (text))
    return;

  append_words (line, text);
  if (strchr (".?!", line->str[line->len - 1]) == NULL && !g_str_has_suffix (line->str, "…"))
    g_string_append_c (line, '.');
}

static char *
dup_date_words (const char *edtf)
{
  AtlasEdtf date;

  if (is_blank (edtf))
    return NULL;

  return atlas_edtf_parse (edtf, &date, NULL) ? atlas_edtf_to_words (&date) : g_strdup (edtf);
}

/* Adds a part of a sentence after a comma. Takes @part. */
static void
add_part (GString *sentence,
          char    *part)
{
  if (!is_blank (part))
    {
      if (sentence->len > 0)
        g_string_append_c (sentence, ',');
      append_words (sentence, part);
    }

  g_free (part);
}

/* "Container, vol. 3, no. 2, 12 June 2024, pp. 5–9" */
static char *
dup_container (const AtlasReferenceFields *fields,
               gboolean                    whole)
{
  GString *sentence = g_string_new (NULL);

  add_part (sentence, g_strdup (fields->container));
  if (whole && !is_blank (fields->volume))
    add_part (sentence, g_strdup_printf (_ ("vol. %s"), fields->volume));
  if (whole && !is_blank (fields->issue))
    add_part (sentence, g_strdup_printf (_ ("no. %s"), fields->issue));
  add_part (sentence, dup_date_words (is_blank (fields->issued) ? fields->event_date : fields->issued));
  if (whole && !is_blank (fields->page))
    add_part (sentence, g_strdup_printf (_ ("pp. %s"), fields->page));

  return g_string_free (sentence, FALSE);
}

/* "Baku: House"; who publishes under their own name is named once. */
static char *
dup_publisher (const AtlasReferenceFields *fields,
               gboolean                    whole)
{
  const char *place = whole && !is_blank (fields->publisher_place) ? fields->publisher_place : NULL;
  const char *publisher = fields->publisher;

  if (g_strcmp0 (publisher, fields->authors) == 0 || g_strcmp0 (publisher, fields->container) == 0)
    publisher = NULL;

  if (place != NULL && !is_blank (publisher))
    return g_strdup_printf ("%s: %s", place, publisher);

  return g_strdup (place != NULL ? place : publisher);
}

/* An address, which a full stop after it would change for who copies it: so there is none. */
static void
append_address (GString    *line,
                const char *address)
{
  if (!is_blank (address))
    append_words (line, address);
}

static void
append_addresses (GString                    *line,
                  const AtlasReferenceFields *fields)
{
  g_autofree char *accessed = dup_date_words (fields->accessed);
  g_autofree char *archived = dup_date_words (fields->archive_date);
  g_autofree char *doi = is_blank (fields->doi) ? NULL : g_strconcat ("https://doi.org/", fields->doi, NULL);
  g_autofree char *words = NULL;

  append_address (line, doi != NULL ? doi : fields->url);

  if (accessed != NULL)
    {
      /* TRANSLATORS: when an address was looked at; ends a formatted reference */
      words = g_strdup_printf (_ ("Accessed %s"), accessed);
      append_sentence (line, words);
      g_clear_pointer (&words, g_free);
    }

  if (is_blank (fields->archive_url))
    return;

  if (archived != NULL)
    words = g_strdup_printf (_ ("Kept copy of %s:"), archived);
  append_words (line, words != NULL ? words : _ ("Kept copy:"));
  append_address (line, fields->archive_url);
}

static char *
format_fields (const AtlasReferenceFields *fields,
               gboolean                    whole)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) serial = g_string_new (NULL);
  g_autofree char *authors = atlas_names_to_inverted (fields->author_names);
  g_autofree char *editors = whole ? atlas_names_to_words (fields->editor_names) : NULL;
  g_autofree char *container = dup_container (fields, whole);
  g_autofree char *publisher = dup_publisher (fields, whole);

  append_sentence (line, authors != NULL ? authors : fields->authors);
  append_sentence (line, fields->title);

  if (editors != NULL)
    {
      /* TRANSLATORS: names of editors, a sentence of a formatted reference */
      g_autofree char *words = g_strdup_printf (_ ("Edited by %s"), editors);

      append_sentence (line, words);
    }
  if (whole)
    {
      append_words (serial, fields->genre != NULL ? fields->genre : "");
      append_words (serial, fields->serial != NULL ? fields->serial : "");
      append_sentence (line, serial->str);
    }

  append_sentence (line, container);
  append_sentence (line, publisher);
  if (whole)
    append_addresses (line, fields);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

char *
atlas_reference_format (AtlasReference *self)
{
  g_return_val_if_fail (ATLAS_IS_REFERENCE (self), NULL);

  return format_fields (atlas_reference_get_fields (self), TRUE);
}

char *
atlas_reference_format_short (AtlasReference *self)
{
  g_return_val_if_fail (ATLAS_IS_REFERENCE (self), NULL);

  return format_fields (atlas_reference_get_fields (self), FALSE);
}
