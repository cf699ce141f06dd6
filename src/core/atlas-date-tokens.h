// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A piece of a text that is read for dates. The text is read as it folds: small letters without marks, every dash "-" and
 * every quote "'". */
typedef struct
{
  char        kind;     /* 'n': a number, 'w': a word; else the sign itself, '$' any currency's, '?' another that is not ASCII;
                         * '\0' beyond the text */
  const char *text;     /* points into the text; not terminated */
  gsize       length;   /* bytes */
  int         value;    /* of a number */
  guint       n_digits; /* of a number */
  gboolean    glued;    /* nothing stands between it and the token before */
} AtlasDateToken;

/* Whether it is of that kind, with nothing before it. */
static inline gboolean
atlas_date_token_is_glued (const AtlasDateToken *self,
                           char                  kind)
{
  return self->kind == kind && self->glued;
}

/* Words that tell what a number beside them is. */
typedef enum
{
  ATLAS_DATE_WORD_JOINT,    /* it runs from one date to the next: "to" */
  ATLAS_DATE_WORD_LABEL,    /* a number after it is a label: "resolution" */
  ATLAS_DATE_WORD_UNIT,     /* a number before it counts or measures: "km" */
  ATLAS_DATE_WORD_ESTIMATE, /* a round number after it is an estimate: "some" */
  ATLAS_DATE_WORD_ARTICLE,  /* before a decade: "the" */
  ATLAS_DATE_WORD_ORDINAL,  /* an ending of a year: 1990-"cı" */
  ATLAS_N_DATE_WORDS
} AtlasDateWord;

/* (transfer full): of AtlasDateToken; valid as long as @folded is */
GArray  *atlas_date_tokens_split     (const char           *folded) G_GNUC_WARN_UNUSED_RESULT;
gboolean atlas_date_token_is         (const AtlasDateToken *self,
                                      const char           *word); /* folded */
gboolean atlas_date_token_is_a       (const AtlasDateToken *self,
                                      AtlasDateWord         word);
/* 1 to 12; 0: it names no month, or may name several */
int      atlas_date_token_get_month  (const AtlasDateToken *self);
/* A word that stands around dates and says nothing. */
gboolean atlas_date_token_is_filler  (const AtlasDateToken *self);

G_END_DECLS
