// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-time-span.h"

G_BEGIN_DECLS

#define ATLAS_EDTF_ERROR (atlas_edtf_error_quark ())
GQuark atlas_edtf_error_quark (void);

typedef enum
{
  ATLAS_EDTF_ERROR_SYNTAX, /* not an EDTF expression */
  ATLAS_EDTF_ERROR_RANGE,  /* a month 13, a 30 February, an interval that ends before it begins */
} AtlasEdtfError;

/**
 * AtlasEdtfBound:
 * @ATLAS_EDTF_DATE: a date, perhaps with masked digits or a qualifier
 * @ATLAS_EDTF_OPEN: `..`, known to be without end
 * @ATLAS_EDTF_UNKNOWN: empty, there is an end but nobody says which
 */
typedef enum
{
  ATLAS_EDTF_DATE,
  ATLAS_EDTF_OPEN,
  ATLAS_EDTF_UNKNOWN,
} AtlasEdtfBound;

/**
 * AtlasEdtfPrecision:
 *
 * How finely a date is given. `201X` is a decade, `19XX` a century, `2004-XX` a year whose month is not known,
 * `2004-21` a season, `[..1998]` or `Y170000002` a span.
 */
typedef enum
{
  ATLAS_EDTF_DAY,
  ATLAS_EDTF_MONTH,
  ATLAS_EDTF_SEASON,
  ATLAS_EDTF_YEAR,
  ATLAS_EDTF_DECADE,
  ATLAS_EDTF_CENTURY,
  ATLAS_EDTF_SPAN,
} AtlasEdtfPrecision;

/**
 * AtlasEdtfDate:
 * @span: the days the date can mean; open sides for `..` and unknown bounds
 * @bound: whether there is a date at all
 * @precision: how finely it is given; meaningless without a date
 * @season: 21..41 (ISO 8601-2 season code) or 0
 * @approximate: has `~` or `%`
 * @uncertain: has `?` or `%`
 */
typedef struct
{
  AtlasTimeSpan      span;
  AtlasEdtfBound     bound;
  AtlasEdtfPrecision precision;
  guint              season : 8;
  guint              approximate : 1;
  guint              uncertain : 1;
} AtlasEdtfDate;

/**
 * AtlasEdtf:
 * @span: the outer bounds in days; `2007/2020` ends at the end of 2020; an unknown or open side is open
 * @start: the date, or an interval's first
 * @end: an interval's last; equal to @start when it is no interval
 * @interval: whether it has a `/`
 * @level: the EDTF level needed to write it: 0, 1 or 2
 *
 * A date or an interval in EDTF (ISO 8601-2:2019): levels 0 and 1 whole, level 2 by its outer bounds.
 */
typedef struct
{
  AtlasTimeSpan span;
  AtlasEdtfDate start;
  AtlasEdtfDate end;
  guint         interval : 1;
  guint         level : 2;
} AtlasEdtf;

/* The longest expression that is read; longer ones are refused. */
#define ATLAS_EDTF_MAX_LENGTH 256

/**
 * atlas_edtf_parse:
 * @text: an EDTF expression
 * @out: (out caller-allocates): the reading; touched only on success
 * @error: return location
 *
 * Reads an EDTF expression. See https://www.loc.gov/standards/datetime/ .
 *
 * Returns: whether @text is one
 */
gboolean atlas_edtf_parse         (const char      *text,
                                   AtlasEdtf       *out,
                                   GError         **error);

/**
 * atlas_edtf_to_words:
 * @self: a reading
 *
 * Says a date for people in the user's language: "28 May 2006", "about June 2025", "2004 (uncertain)",
 * "from 2018 on", "10 November 2020 to 25 August 2022", "until 1991", "spring 2004", "the 1990s".
 *
 * Returns: (transfer full): the words
 */
char    *atlas_edtf_to_words      (const AtlasEdtf *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_edtf_date_to_words_inside:
 * @self: a date
 *
 * Says a date as it stands after "since" or "until", where a language may need another case.
 *
 * Returns: (transfer full) (nullable): the words; %NULL when the date is open or not known
 */
char    *atlas_edtf_date_to_words_inside (const AtlasEdtfDate *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_time_span_to_edtf:
 * @span: days
 *
 * Writes days as the shortest level-1 expression that means exactly them: `2006-05-28`, `2006-05`, `2006`, `1991/2030`, `2006/..`.
 *
 * Returns: (transfer full): the expression
 */
char    *atlas_time_span_to_edtf  (AtlasTimeSpan    span) G_GNUC_WARN_UNUSED_RESULT;
char    *atlas_time_span_to_words (AtlasTimeSpan    span) G_GNUC_WARN_UNUSED_RESULT; /* the same, said by atlas_edtf_to_words() */

G_END_DECLS
