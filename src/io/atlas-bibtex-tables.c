// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-bibtex-private.h"

const char *const atlas_bibtex_user_fields[] = { "usera", "userb", "userc", "userd", "usere", "userf", NULL };

// clang-format off
/* Of several types for one CSL type, the first is written. */
static const struct
{
  const char *type;
  const char *csl;
} types[] = {
  { "article", "article-journal" },
  { "online", "webpage" },
  { "electronic", "webpage" },
  { "www", "webpage" },
  { "report", "report" },
  { "techreport", "report" },
  { "book", "book" },
  { "mvbook", "book" },
  { "collection", "book" },
  { "mvcollection", "book" },
  { "proceedings", "book" },
  { "reference", "book" },
  { "mvreference", "book" },
  { "manual", "book" },
  { "incollection", "chapter" },
  { "inbook", "chapter" },
  { "bookinbook", "chapter" },
  { "suppbook", "chapter" },
  { "inproceedings", "paper-conference" },
  { "conference", "paper-conference" },
  { "inreference", "entry-encyclopedia" },
  { "thesis", "thesis" },
  { "phdthesis", "thesis" },
  { "mastersthesis", "thesis" },
  { "unpublished", "manuscript" },
  { "misc", "document" },
  { "legislation", "legislation" },
  { "legal", "legislation" },
  { "jurisdiction", "legal_case" },
  { "dataset", "dataset" },
  { "software", "software" },
  { "video", "motion_picture" },
  { "movie", "motion_picture" },
  { "audio", "song" },
  { "music", "song" },
  { "image", "graphic" },
  { "artwork", "graphic" },
  { "letter", "personal_communication" },
  { "patent", "patent" },
  { "booklet", "pamphlet" },
  { "periodical", "periodical" },
};

/* CSL types that BibLaTeX has no type of its own for: what they are written as, and what is said beside it. */
static const struct
{
  const char *csl;
  const char *type;
  const char *subtype;
} subtypes[] = {
  { "article-newspaper", "article", "newspaper" },
  { "article-magazine", "article", "magazine" },
  { "article", "article", "preprint" },
  { "treaty", "misc", "treaty" },
  { "map", "misc", "map" },
  { "interview", "misc", "interview" },
  { "speech", "misc", "speech" },
  { "bill", "legislation", "bill" },
  { "regulation", "legislation", "regulation" },
  { "hearing", "jurisdiction", "hearing" },
  { "post", "online", "post" },
  { "post-weblog", "online", "weblog" },
  { "broadcast", "audio", "broadcast" },
  { "entry", "inreference", "entry" },
  { "entry-dictionary", "inreference", "dictionary" },
  { "event", "misc", "event" },
  { "figure", "image", "figure" },
  { "standard", "report", "standard" },
  { "review", "article", "review" },
};

/* Of several names for one language, the first is written. */
static const struct
{
  const char *langid;
  const char *tag;
} languages[] = {
  { "english", "en" },
  { "american", "en-US" },
  { "british", "en-GB" },
  { "azerbaijani", "az" },
  { "russian", "ru" },
  { "armenian", "hy" },
  { "turkish", "tr" },
  { "georgian", "ka" },
  { "ukrainian", "uk" },
  { "german", "de" },
  { "ngerman", "de" },
  { "austrian", "de-AT" },
  { "french", "fr" },
  { "francais", "fr" },
  { "italian", "it" },
  { "spanish", "es" },
  { "portuguese", "pt" },
  { "brazil", "pt-BR" },
  { "dutch", "nl" },
  { "polish", "pl" },
  { "romanian", "ro" },
  { "czech", "cs" },
  { "slovak", "sk" },
  { "slovene", "sl" },
  { "croatian", "hr" },
  { "serbian", "sr" },
  { "bulgarian", "bg" },
  { "greek", "el" },
  { "hungarian", "hu" },
  { "magyar", "hu" },
  { "swedish", "sv" },
  { "danish", "da" },
  { "norwegian", "no" },
  { "finnish", "fi" },
  { "estonian", "et" },
  { "latvian", "lv" },
  { "lithuanian", "lt" },
  { "farsi", "fa" },
  { "persian", "fa" },
  { "arabic", "ar" },
  { "hebrew", "he" },
  { "turkmen", "tk" },
  { "chinese", "zh" },
  { "japanese", "ja" },
};

/* Fields that the program keeps and does not show. */
static const struct
{
  const char *field;
  const char *csl;
} fields[] = {
  { "abstract", "abstract" },
  { "keywords", "keyword" },
  { "isbn", "ISBN" },
  { "issn", "ISSN" },
  { "edition", "edition" },
  { "series", "collection-title" },
  { "shorttitle", "title-short" },
  { "version", "version" },
  { "pagetotal", "number-of-pages" },
  { "volumes", "number-of-volumes" },
  { "eventtitle", "event-title" },
  { "venue", "event-place" },
  { "chapter", "chapter-number" },
};
// clang-format on

const char *
atlas_bibtex_type_to_csl (const char *type,
                          const char *subtype)
{
  for (guint i = 0; subtype != NULL && i < G_N_ELEMENTS (subtypes); i++)
    if (g_ascii_strcasecmp (subtypes[i].subtype, subtype) == 0)
      return subtypes[i].csl;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].type, type))
      return types[i].csl;

  return NULL;
}

const char *
atlas_bibtex_type_from_csl (const char  *csl,
                            const char **subtype)
{
  *subtype = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].csl, csl) == 0)
      return types[i].type;

  for (guint i = 0; i < G_N_ELEMENTS (subtypes); i++)
    if (g_strcmp0 (subtypes[i].csl, csl) == 0)
      {
        *subtype = subtypes[i].subtype;
        return subtypes[i].type;
      }

  return "misc";
}

const char *
atlas_bibtex_language_to_tag (const char *langid)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strcasecmp (languages[i].langid, langid) == 0)
      return languages[i].tag;

  return NULL;
}

const char *
atlas_bibtex_language_from_tag (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strcasecmp (languages[i].tag, tag) == 0)
      return languages[i].langid;

  return NULL;
}

const char *
atlas_bibtex_field_to_csl (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].field, field))
      return fields[i].csl;

  return NULL;
}

const char *
atlas_bibtex_field_from_csl (const char *variable)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].csl, variable))
      return fields[i].field;

  return NULL;
}
