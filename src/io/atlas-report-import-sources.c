// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report-import-private.h"

#include "atlas-date-entry.h"
#include "atlas-limits.h"

#include <string.h>

/* Entries of a list that begins without a heading: so many in a row, counted from 1, are a source list. */
#define LEAST_ENTRIES 3

/* Letters of an author part; what is longer is no name. */
#define LONGEST_AUTHORS 200

/* Bytes of a heading over a source list. */
#define LONGEST_HEADING 80

/* Words of a link that are shorter are "here" or "Link", not a title. */
#define SHORTEST_TITLE 12

/* What stands over a list of sources, folded. */
static const char *const headings[] = {
  "sources", "references", "notes", "bibliography", "endnotes", "footnotes", "works cited", "sources and notes", "notes and references", "list of sources",
  "menbeler", "istinadlar", "edebiyyat", "qeydler",
  "источники", "примечания", "литература", "список литературы", "сноски",
  "աղբյուրներ", "ծանոթագրություններ", "գրականություն", "հղումներ",
  "kaynaklar", "kaynakca", "notlar", "dipnotlar", NULL
};

/* What begins the words on when a page was looked at. */
static const char *const access_words[] = {
  "accessed", "retrieved", "last accessed", "last visited", "date of access", "дата обращения", "проверено", "erişim", "müraciət", NULL
};

void
atlas_import_source_free (AtlasImportSource *self)
{
  g_free (self->text);
  g_free (self->url);
  g_free (self->words);
  g_free (self);
}

static gpointer
create_heading_keys (gpointer unused)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; headings[i] != NULL; i++)
    g_hash_table_add (keys, atlas_import_dup_key (headings[i])); /* folding makes two letters of the Armenian և */

  return keys;
}

gboolean
atlas_import_is_sources_heading (const char *text)
{
  static GOnce     once = G_ONCE_INIT;
  g_autofree char *key = strlen (text) < LONGEST_HEADING ? atlas_import_dup_key (text) : NULL;
  const char      *words = key;

  if (key == NULL)
    return FALSE;

  while (g_ascii_isdigit (*words) || *words == ' ')
    words++;

  return g_hash_table_contains (g_once (&once, create_heading_keys, NULL), words);
}

gsize
atlas_import_match_number (const char *text,
                           guint      *number)
{
  guint value = 0;
  gsize n = atlas_import_match_citation (text, &value);

  if (n == 0)
    {
      for (; g_ascii_isdigit (text[n]) && value <= ATLAS_LIMIT_CITATION; n++)
        value = value * 10 + (guint) (text[n] - '0');
      if (n == 0 || value < 1 || value > ATLAS_LIMIT_CITATION || (text[n] != '.' && text[n] != ')'))
        return 0;
      n++;
    }

  if (text[n] == ':' || text[n] == '.')
    n++;
  if (text[n] != ' ')
    return 0;
  if (number != NULL)
    *number = value;

  return n + 1;
}

/* The number of a block as an entry; 0: it has none. @text: (out): what follows the number. */
static guint
get_number (const AtlasImportBlock *block,
            const char            **text)
{
  guint number = 0;
  gsize n = atlas_import_match_number (block->text, &number);

  *text = block->text + n;

  return n > 0 ? number : block->ordinal;
}

/* Where the first address in @text begins; its length without the punctuation behind it. */
static const char *
find_url (const char *text,
          gsize      *length)
{
  const char *http = strstr (text, "http://");
  const char *https = strstr (text, "https://");
  const char *url = http == NULL || (https != NULL && https < http) ? https : http;
  gsize       n;

  if (url == NULL)
    return NULL;

  n = strcspn (url, " <>\"|{}");
  while (n > 0 && strchr (".,;:)]'", url[n - 1]) != NULL && !(url[n - 1] == ')' && memchr (url, '(', n) != NULL))
    n--;
  *length = n;

  return url;
}

/* Whether a character at an entry's end says nothing: white space, commas, dashes, arrows back to the text. */
static gboolean
is_loose (gunichar c,
          gboolean at_end)
{
  GUnicodeType type = g_unichar_type (c);

  return g_unichar_isspace (c) || (c < 0x80 && strchr (at_end ? ",;:^" : ",;:^.", (int) c) != NULL) || type == G_UNICODE_DASH_PUNCTUATION ||
         type == G_UNICODE_MATH_SYMBOL || type == G_UNICODE_OTHER_SYMBOL || type == G_UNICODE_FORMAT || type == G_UNICODE_NON_SPACING_MARK;
}

/* Takes what says nothing off both ends. */
static char *
trim (char *text)
{
  const char *begin = text;
  char       *end;

  while (*begin != '\0' && is_loose (g_utf8_get_char (begin), FALSE))
    begin = g_utf8_next_char (begin);
  memmove (text, begin, strlen (begin) + 1);

  for (end = text + strlen (text); end > text && is_loose (g_utf8_get_char (g_utf8_prev_char (end)), TRUE);)
    end = g_utf8_prev_char (end);
  *end = '\0';

  return text;
}

static void
add_source (GPtrArray              *sources,
            guint                   number,
            const AtlasImportBlock *block,
            const char             *text)
{
  AtlasImportSource *source = g_new0 (AtlasImportSource, 1);
  gsize              length = 0;
  const char        *url = find_url (text, &length);

  source->number = number;
  source->text = trim (g_strdup (text)); /* pages put links back to the text at both ends */
  source->url = block->url != NULL ? g_strdup (block->url) : url != NULL ? g_strndup (url, length)
                                                                         : NULL;
  source->words = g_strdup (block->words);
  g_ptr_array_add (sources, source);
}

/* How many blocks from @first on are numbered, upwards. */
static guint
count_numbered (GPtrArray *blocks,
                guint      first)
{
  guint last = 0, n = 0;

  for (guint i = first; i < blocks->len; i++)
    {
      const char *text = NULL;
      guint       number = get_number (g_ptr_array_index (blocks, i), &text);

      if (number <= last)
        break;
      last = number;
      n++;
    }

  return n;
}

/* How many entries with an address stand from @first on, up to the first block without. */
static guint
count_linked (GPtrArray *blocks,
              guint      first)
{
  guint n = 0;

  for (guint i = first; i < blocks->len; i++, n++)
    {
      const AtlasImportBlock *block = g_ptr_array_index (blocks, i);
      gsize                   length = 0;

      if (block->url == NULL && find_url (block->text, &length) == NULL)
        break;
    }

  return n;
}

GPtrArray *
atlas_import_take_sources (GPtrArray *blocks,
                           guint      last_citation)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_import_source_free);

  for (guint i = blocks->len; i-- > 0;) /* it stands last; a table of contents may name it before */
    {
      const AtlasImportBlock *block = g_ptr_array_index (blocks, i);
      gboolean                heading = atlas_import_is_sources_heading (block->text);
      const char             *text = NULL;
      guint                   first = heading ? i + 1 : i, n, linked = 0;

      if (!heading && get_number (block, &text) != 1)
        continue;

      n = count_numbered (blocks, first);
      linked = count_linked (blocks, first);
      if (heading ? n == 0 && (linked == 0 || linked != last_citation) : n < LEAST_ENTRIES || linked * 2 < n)
        continue;

      for (guint j = 0; j < MAX (n, n == 0 ? linked : 0); j++)
        {
          const AtlasImportBlock *entry = g_ptr_array_index (blocks, first + j);
          guint                   number = get_number (entry, &text);

          add_source (sources, n > 0 ? number : j + 1, entry, text);
        }
      g_ptr_array_remove_range (blocks, i, first - i + sources->len);
      break;
    }

  return sources;
}

/* Cuts "Accessed 3 May 2024" off the end. (transfer full) (nullable) */
static char *
cut_accessed (char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  /* Lower case may be longer or shorter in bytes: then it is left where it is. */
  for (guint i = 0; access_words[i] != NULL && strlen (lower) == strlen (text); i++)
    {
      const char *found = g_strrstr (lower, access_words[i]);
      char       *at = found != NULL ? text + (found - lower) : NULL;
      char       *accessed;

      if (at == NULL || at == text)
        continue;
      accessed = g_strdup (at);
      while (at > text && strchr (" ([,;", at[-1]) != NULL)
        at--;
      *at = '\0';
      g_strdelimit (accessed, ")]", ' ');

      return g_strstrip (accessed);
    }

  return NULL;
}

static void
cut_url (char *text)
{
  gsize       length = 0;
  const char *url = find_url (text, &length);
  char       *at = url != NULL ? text + (url - text) : NULL;

  if (at != NULL)
    memmove (at, at + length, strlen (at + length) + 1);
}

/* Author, “Title,” Where, when. */
static gboolean
split_quoted (const char           *text,
              AtlasReferenceFields *fields)
{
  static const char *const quotes[][2] = { { "“", "”" }, { "«", "»" }, { "\"", "\"" }, { "„", "“" } };

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      const char *open = strstr (text, quotes[i][0]);
      const char *begin = open != NULL ? open + strlen (quotes[i][0]) : NULL;
      const char *close = begin != NULL ? strstr (begin, quotes[i][1]) : NULL;

      if (close == NULL || close == begin || open - text > LONGEST_AUTHORS)
        continue;

      fields->title = trim (g_strndup (begin, (gsize) (close - begin)));
      fields->authors = trim (g_strndup (text, (gsize) (open - text)));
      fields->container = trim (g_strdup (close + strlen (quotes[i][1])));
      return TRUE;
    }

  return FALSE;
}

/* Author (2020). Title. Where. */
static gboolean
split_dated (const char           *text,
             AtlasReferenceFields *fields)
{
  const char *open = strstr (text, " (");
  const char *close = open != NULL ? strchr (open, ')') : NULL;
  const char *title = close != NULL ? close + strspn (close, "). ,:") : NULL;
  const char *end = NULL;

  if (close == NULL || open - text > LONGEST_AUTHORS || strspn (open + 2, "0123456789") != 4 || *title == '\0' || close[1] == '\0')
    return FALSE;

  end = strstr (title, ". ");
  fields->authors = trim (g_strndup (text, (gsize) (open - text)));
  fields->issued = g_strndup (open + 2, 4);
  fields->title = trim (end != NULL ? g_strndup (title, (gsize) (end - title)) : g_strdup (title));
  fields->container = end != NULL ? trim (g_strdup (end + 2)) : NULL;

  return TRUE;
}

/* Author. [Title], where: the words that lead to the source are its title. */
static gboolean
split_linked (const char           *text,
              const char           *words,
              AtlasReferenceFields *fields)
{
  const char *found = words != NULL && strchr (words, ' ') != NULL && strlen (words) >= SHORTEST_TITLE ? strstr (text, words) : NULL;

  if (found == NULL || found - text > LONGEST_AUTHORS)
    return FALSE;

  fields->title = trim (g_strdup (words));
  /* "The Courier: [Title]" names where it stands, "Marsh, I., [Title]" who wrote it. */
  if (found - text > 2 && strncmp (found - 2, ": ", 2) == 0)
    fields->container = trim (g_strndup (text, (gsize) (found - text)));
  else
    fields->authors = trim (g_strndup (text, (gsize) (found - text)));
  if (fields->container == NULL)
    fields->container = trim (g_strdup (found + strlen (words)));

  return TRUE;
}

/* (transfer full) (nullable): a date as people write it, as EDTF. */
static char *
read_date (const char *text)
{
  g_autofree char *date = trim (g_strdup (text));
  AtlasTimeSpan    span;
  gsize            length = strlen (date);

  if (length > 0 && date[length - 1] == '.')
    date[length - 1] = '\0';

  /* "Today" is a newspaper. */
  return strpbrk (date, "0123456789") != NULL && atlas_date_entry_parse (date, &span, NULL) ? atlas_time_span_to_edtf (span) : NULL;
}

/* "accessed on 3 May 2024": the date, in place of the words. */
static void
take_accessed (AtlasReferenceFields *fields)
{
  for (const char *c = fields->note; c != NULL && fields->accessed == NULL; c = strchr (c + 1, ' '))
    fields->accessed = read_date (c);

  if (fields->accessed != NULL)
    g_clear_pointer (&fields->note, g_free);
}

/* "The Courier, May 28, 2006": the date behind the last commas, which may hold one itself. */
static void
take_issued (AtlasReferenceFields *fields)
{
  char *commas[3] = { NULL, NULL, NULL }; /* the last but one, the last, and the beginning */

  if (fields->container == NULL || fields->issued != NULL)
    return;

  commas[1] = g_strrstr (fields->container, ", ");
  commas[0] = commas[1] != NULL ? g_strrstr_len (fields->container, commas[1] - fields->container, ", ") : NULL;
  commas[2] = fields->container;
  for (guint i = 0; i < G_N_ELEMENTS (commas) && fields->issued == NULL; i++)
    {
      fields->issued = commas[i] != NULL ? read_date (commas[i]) : NULL;
      if (fields->issued != NULL)
        *commas[i] = '\0';
    }
}

static void
clear_empty (char **text)
{
  if (*text != NULL && **text == '\0')
    g_clear_pointer (text, g_free);
  else if (*text != NULL && strlen (*text) > ATLAS_LIMIT_NAME)
    (*text)[g_utf8_find_prev_char (*text, *text + ATLAS_LIMIT_NAME) - *text] = '\0';
}

AtlasReference *
atlas_import_source_to_reference (const AtlasImportSource *self)
{
  g_auto (AtlasReferenceFields) fields = { .role = ATLAS_REFERENCE_REPORT, .title_known = TRUE };
  g_autofree char *text = g_strdup (self->text);

  fields.id = g_strdup_printf ("report-%u", self->number);
  fields.number = self->number;
  fields.type = g_strdup (self->url != NULL ? "webpage" : "document");
  fields.url = g_strdup (self->url);
  cut_url (text);
  fields.note = cut_accessed (text);
  trim (text);
  if (!split_quoted (text, &fields) && !split_dated (text, &fields) && !split_linked (text, self->words, &fields))
    fields.title = g_strdup (text);
  take_accessed (&fields);
  take_issued (&fields);
  clear_empty (&fields.title);
  clear_empty (&fields.authors);
  clear_empty (&fields.container);
  fields.extra = g_strdup ("{\"custom\":{\"origin\":\"user-file\"}}");

  /* An address alone is all that can be shown of it. */
  if (fields.title == NULL)
    {
      fields.title = g_strdup (self->words != NULL ? self->words : self->url != NULL ? self->url
                                                                                     : self->text);
      fields.title_known = self->words != NULL && !g_str_has_prefix (self->words, "http");
    }

  return atlas_reference_new_take (&fields);
}
