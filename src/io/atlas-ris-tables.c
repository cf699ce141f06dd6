// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-ris-private.h"

// clang-format off
/* Of several types for one CSL type the first is written, and of several CSL types for one type the first is read. */
static const struct
{
  const char *type;
  const char *csl;
} types[] = {
  { "ELEC", "webpage" },
  { "WEB", "webpage" },
  { "NEWS", "article-newspaper" },
  { "JOUR", "article-journal" },
  { "EJOU", "article-journal" },
  { "EJOUR", "article-journal" },
  { "JFULL", "article-journal" },
  { "ABST", "article-journal" },
  { "MGZN", "article-magazine" },
  { "INPR", "article" },
  { "RPRT", "report" },
  { "GOVDOC", "report" },
  { "STAND", "standard" },
  { "BOOK", "book" },
  { "EBOOK", "book" },
  { "EDBOOK", "book" },
  { "WHOLE", "book" },
  { "SER", "book" },
  { "CHAP", "chapter" },
  { "ECHAP", "chapter" },
  { "CONF", "book" },
  { "CPAPER", "paper-conference" },
  { "ENCYC", "entry-encyclopedia" },
  { "ENCYC", "entry" },
  { "DICT", "entry-dictionary" },
  { "BLOG", "post-weblog" },
  { "GEN", "document" },
  { "GEN", "treaty" },
  { "THES", "thesis" },
  { "MANSCPT", "manuscript" },
  { "UNPB", "manuscript" },
  { "UNPD", "manuscript" },
  { "STAT", "legislation" },
  { "LEGAL", "regulation" },
  { "BILL", "bill" },
  { "CASE", "legal_case" },
  { "HEAR", "hearing" },
  { "MAP", "map" },
  { "DATA", "dataset" },
  { "DBASE", "dataset" },
  { "AGGR", "dataset" },
  { "COMP", "software" },
  { "VIDEO", "motion_picture" },
  { "MPCT", "motion_picture" },
  { "SOUND", "song" },
  { "ART", "graphic" },
  { "FIGURE", "figure" },
  { "PAMP", "pamphlet" },
  { "PAT", "patent" },
  { "PCOMM", "personal_communication" },
  { "ICOMM", "personal_communication" },
  { "SLIDE", "speech" },
};

static const struct
{
  const char *tag;
  const char *csl;
} tags[] = {
  { "AB", "abstract" },
  { "KW", "keyword" },
  { "SN", "ISBN" },
  { "ET", "edition" },
  { "T3", "collection-title" },
  { "ST", "title-short" },
  { "AN", "archive_location" },
  { "DB", "archive" },
  { "CN", "call-number" },
  { "NV", "number-of-volumes" },
  { "C2", "PMCID" },
};
// clang-format on

const AtlasRisOwn atlas_ris_own[] = {
#define OWN(name_, field_)                                \
  {                                                       \
    name_, G_STRUCT_OFFSET (AtlasReferenceFields, field_) \
  }
  OWN ("type", type),
  OWN ("issued", issued),
  OWN ("event-date", event_date),
  OWN ("accessed", accessed),
  OWN ("archive-url", archive_url),
  OWN ("archive-date", archive_date),
  { NULL },
#undef OWN
};

const char *
atlas_ris_type_to_csl (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].type, type))
      return types[i].csl;

  return NULL;
}

const char *
atlas_ris_type_from_csl (const char *csl)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].csl, csl) == 0)
      return types[i].type;

  return "GEN";
}

const char *
atlas_ris_tag_to_csl (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_str_equal (tags[i].tag, tag))
      return tags[i].csl;

  return NULL;
}

const char *
atlas_ris_tag_from_csl (const char *variable)
{
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_str_equal (tags[i].csl, variable))
      return tags[i].tag;

  return NULL;
}
