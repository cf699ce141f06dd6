// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-edtf.h"

G_BEGIN_DECLS

/* Where a parser is in a text. It reads from @at and never beyond @end, and notes the highest level it met. */
typedef struct
{
  const char *whole;  /* the text an error quotes */
  gsize       length; /* of @whole */
  const char *at;
  const char *end;
  guint       level;
  GError    **error;
} AtlasEdtfReader;

/* The years a date can mean, and what else its year part says. */
typedef struct
{
  gint64   first;
  gint64   last;
  guint    n_masked;
  gboolean tail_masked; /* the X are the last digits, as in 19XX */
  gboolean plain;       /* four digits, no S */
} AtlasEdtfYears;

static inline char
atlas_edtf_peek (const AtlasEdtfReader *reader)
{
  return reader->at < reader->end ? *reader->at : '\0';
}

static inline gboolean
atlas_edtf_accept (AtlasEdtfReader *reader,
                   char             c)
{
  if (reader->at == reader->end || *reader->at != c)
    return FALSE;

  reader->at++;

  return TRUE;
}

char    *atlas_edtf_quote     (const char            *text,
                               gsize                  length) G_GNUC_WARN_UNUSED_RESULT;
gboolean atlas_edtf_fail      (const AtlasEdtfReader *reader,
                               AtlasEdtfError         code,
                               const char            *rule);
/* Reads the year part of a date; then one whole date that fills [at, end): no interval, no set. */
gboolean atlas_edtf_read_year (AtlasEdtfReader       *reader,
                               AtlasEdtfYears        *years);
gboolean atlas_edtf_read_date (AtlasEdtfReader       *reader,
                               AtlasEdtfDate         *out);

/* The first and the last day there are; dates beyond are clamped to them. */
#define ATLAS_EDTF_FIRST_DAY (G_MININT + 1)
#define ATLAS_EDTF_LAST_DAY (G_MAXINT - 1)

/* Was the date so far away that it was clamped? */
static inline gboolean
atlas_edtf_date_is_past_all (const AtlasEdtfDate *date)
{
  return date->span.end == ATLAS_EDTF_FIRST_DAY + 1;
}

static inline gboolean
atlas_edtf_date_is_beyond_all (const AtlasEdtfDate *date)
{
  return date->span.begin == ATLAS_EDTF_LAST_DAY - 1;
}

G_END_DECLS
