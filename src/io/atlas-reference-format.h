// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-finding.h"
#include "atlas-reference.h"

G_BEGIN_DECLS

/**
 * AtlasReferenceFormat:
 * @id: what it is called in commands: "csl", "biblatex", "ris"
 * @title: what people call it: "BibLaTeX"
 * @suffix: of its files: ".bib"
 * @mime: its media type
 * @read: reads records from a text in UTF-8 without a byte order mark; use atlas_reference_format_read()
 * @write: writes an array of #AtlasReference; (transfer full): the text, in UTF-8
 *
 * A format in which programs that keep references exchange them.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *suffix;
  const char *mime;
  GPtrArray *(*read) (const char *text,
                      gsize       length,
                      const char *file,
                      GPtrArray  *findings);
  char      *(*write) (GPtrArray *references);
} AtlasReferenceFormat;

/* All of them, the one to offer first first. */
const AtlasReferenceFormat *atlas_reference_format_list          (guint      *n_formats);
const AtlasReferenceFormat *atlas_reference_format_lookup        (const char *id); /* (nullable) */
/* By the end of a file's name, in any case; (nullable) */
const AtlasReferenceFormat *atlas_reference_format_lookup_suffix (const char *file_name);

/**
 * atlas_reference_format_detect:
 * @bytes: a file, or what was pasted
 *
 * Tells by its beginning which format a text has.
 *
 * Returns: (nullable): the format; %NULL when it is none of them
 */
const AtlasReferenceFormat *atlas_reference_format_detect        (GBytes     *bytes);

/**
 * atlas_reference_format_read:
 * @self: (nullable): the format; %NULL to detect it
 * @bytes: a stranger's file, or what was pasted
 * @file: its name, for findings
 * @findings: (element-type AtlasFinding): where errors go, each with line and rule; a record with one is left out
 *
 * Reads references. Each has an id that no other of them has: its own where it has one, else one made of author, year and
 * title. They are independent ones unless the text says that they are citations of the report. What the program does not
 * know is kept in their `extra`, and written again.
 *
 * Returns: (transfer full): an array of #AtlasReference, in their order; empty when nothing could be read
 */
GPtrArray                  *atlas_reference_format_read          (const AtlasReferenceFormat *self,
                                                                  GBytes                     *bytes,
                                                                  const char                 *file,
                                                                  GPtrArray                  *findings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
