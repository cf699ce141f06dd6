// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-finding.h"

G_BEGIN_DECLS

/*
 * The words of JSON (RFC 8259), strictly: no comments, no infinities, no octal numbers, no half characters. Each function
 * reads one word at @at and steps behind it, or fails with an #ATLAS_BUNDLE_ERROR that begins with ":LINE:COLUMN: ".
 */
typedef struct
{
  const char *data; /* UTF-8, checked already */
  const char *end;
  const char *at;
  GError    **error;
} AtlasJsonScan;

/* The value of a number. */
typedef struct
{
  gboolean integer; /* which of the two it is */
  gint64   whole;
  double   real;
} AtlasJsonNumber;

/* Always FALSE. Line and column (in characters) of @at are counted only here. */
gboolean atlas_json_scan_fail            (AtlasJsonScan   *self,
                                          const char      *at,
                                          AtlasRule        rule,
                                          const char      *format,
                                          ...) G_GNUC_PRINTF (4, 5);
/* The same of what stands at @at, in place of @wanted. */
gboolean atlas_json_scan_fail_unexpected (AtlasJsonScan   *self,
                                          const char      *wanted);

static inline void
atlas_json_scan_skip_blanks (AtlasJsonScan *self)
{
  while (self->at < self->end && (*self->at == ' ' || *self->at == '\n' || *self->at == '\t' || *self->at == '\r'))
    self->at++;
}

/* @raw, @length: (out): what stands between the quotes; @escaped: (out): whether there are escapes in it. */
gboolean atlas_json_scan_string          (AtlasJsonScan   *self,
                                          const char     **raw,
                                          gsize           *length,
                                          gboolean        *escaped);
/* Resolves the escapes of a scanned string into @out, which has room for @length bytes. Returns how many there are now. */
gsize    atlas_json_scan_unescape        (const char      *raw,
                                          gsize            length,
                                          char            *out);
/* Refuses a number that would come out as infinite or as another one. */
gboolean atlas_json_scan_number          (AtlasJsonScan   *self,
                                          AtlasJsonNumber *number);
/* true, false or null: '1', '0' or '-'. */
gboolean atlas_json_scan_word            (AtlasJsonScan   *self,
                                          char            *word);

G_END_DECLS
