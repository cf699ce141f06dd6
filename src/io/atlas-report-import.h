// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Why a file cannot be taken as the report's own text. The messages are whole sentences for the user. */
typedef enum
{
  ATLAS_IMPORT_ERROR_UNREADABLE, /* not there, not allowed, a folder … */
  ATLAS_IMPORT_ERROR_EMPTY,
  ATLAS_IMPORT_ERROR_TOO_LARGE, /* crosses a limit of atlas-limits.h */
  ATLAS_IMPORT_ERROR_NOT_TEXT,  /* a picture, a PDF, an archive, control characters */
  ATLAS_IMPORT_ERROR_ENCODING,  /* damaged text */
  ATLAS_IMPORT_ERROR_NESTING,   /* HTML or Markdown that nests deeper than any honest page */
  ATLAS_IMPORT_ERROR_UNRELATED, /* too little of it is the report that the atlas tells */
  ATLAS_IMPORT_ERROR_FORMAT,    /* kept bytes that this program cannot read */
} AtlasImportError;

#define ATLAS_IMPORT_ERROR (atlas_import_error_quark ())
GQuark atlas_import_error_quark (void);

typedef enum
{
  ATLAS_IMPORT_TEXT,
  ATLAS_IMPORT_HTML,
  ATLAS_IMPORT_MARKDOWN,
  ATLAS_N_IMPORT_FORMATS
} AtlasImportFormat;

const char *atlas_import_format_get_id   (AtlasImportFormat format); /* "text" */
const char *atlas_import_format_get_name (AtlasImportFormat format); /* translated: "plain text" */

typedef enum
{
  ATLAS_IMPORT_MATCHED, /* stands in the file and in the atlas */
  ATLAS_IMPORT_MISSING, /* a passage of the atlas that the file does not have */
  ATLAS_IMPORT_OWN,     /* a passage of the file that the atlas does not have */
} AtlasImportMatch;

/**
 * AtlasImportRow:
 * @match: which it is
 * @id: the passage's id; of an own passage `own-N`
 * @line: of the file, from 1; 0 for a missing one
 * @begins: its first words in the file; for a missing one, in the atlas
 * @certainty: from 0 to 1: how much of it the two texts share
 * @same_citations: whether it cites the same numbers in the same order as the atlas; %TRUE where there is nothing to compare
 * @difference: (nullable): what differs, in words: "line 31: cites [4] [5], the atlas [4] [5] [6]"; %NULL when nothing does
 *
 * One passage of the comparison, in reading order.
 */
typedef struct
{
  AtlasImportMatch match;
  char            *id;
  guint            line;
  char            *begins;
  double           certainty;
  gboolean         same_citations;
  char            *difference;
} AtlasImportRow;

/**
 * AtlasImportSummary:
 * @name: the file's name
 * @format: what it was read as
 * @encoding: how its letters are written: "UTF-8", "WINDOWS-1251" …
 * @n_passages: passages that were found in the file
 * @n_edition: passages of the atlas
 * @n_matched: passages that stand in both
 * @n_own: passages that only the file has
 * @n_missing: passages that only the atlas has
 * @n_headings: headings of the atlas that were found
 * @n_citations: how many different citation numbers the file has
 * @n_same_citations: matched passages that cite the same as in the atlas
 * @n_references: entries of the file's source list
 * @n_mentions: mentions of items that were linked
 * @n_left_out: lines or paragraphs around the report that were left out: menus, addresses, notices
 * @certainty: from 0 to 1: how sure it is that this is the report
 * @rows: (element-type AtlasImportRow): passage by passage
 *
 * What was found in a file, for the user to look at before it is kept.
 */
typedef struct
{
  char             *name;
  AtlasImportFormat format;
  char             *encoding;
  guint             n_passages;
  guint             n_edition;
  guint             n_matched;
  guint             n_own;
  guint             n_missing;
  guint             n_headings;
  guint             n_citations;
  guint             n_same_citations;
  guint             n_references;
  guint             n_mentions;
  guint             n_left_out;
  double            certainty;
  GPtrArray        *rows;
} AtlasImportSummary;

/**
 * AtlasReportImport:
 *
 * The report's own text as a file of the user's has it, laid beside the report as an atlas tells it. Immutable; any thread
 * may read it. Nothing is kept anywhere: atlas_report_import_to_bytes() is what a store keeps.
 */
#define ATLAS_TYPE_REPORT_IMPORT (atlas_report_import_get_type ())
G_DECLARE_FINAL_TYPE (AtlasReportImport, atlas_report_import, ATLAS, REPORT_IMPORT, GObject)

/**
 * atlas_report_import_read:
 * @bytes: a whole file: plain text, HTML as a browser saves it, or Markdown; which of them is seen from the content
 * @name: its name, for the summary and as a last hint
 * @dataset: the atlas whose report it should be
 * @cancellable: (nullable): a cancellable
 * @error: return location: an #ATLAS_IMPORT_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Reads the report's own text and aligns it with the atlas's.
 *
 * Lines may be wrapped and hyphenated, empty lines may be lost, what a page has around its text is left out, and paragraphs
 * may be missing, joined, split or more than the atlas's. No other file and no network is touched.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL when it is not the report or cannot be read
 */
AtlasReportImport *atlas_report_import_read (GBytes       *bytes,
                                             const char   *name,
                                             AtlasDataset *dataset,
                                             GCancellable *cancellable,
                                             GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_report_import_read_file:
 * @file: a file
 * @dataset: the atlas whose report it should be
 * @cancellable: (nullable): a cancellable
 * @error: return location, as above
 *
 * Reads a file as atlas_report_import_read() does. Blocks; a window calls atlas_report_import_read_file_async().
 *
 * Returns: (transfer full) (nullable): the text
 */
AtlasReportImport *atlas_report_import_read_file        (GFile              *file,
                                                         AtlasDataset       *dataset,
                                                         GCancellable       *cancellable,
                                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same in a thread of its own. */
void               atlas_report_import_read_file_async  (GFile              *file,
                                                         AtlasDataset       *dataset,
                                                         GCancellable       *cancellable,
                                                         GAsyncReadyCallback callback,
                                                         gpointer            user_data);
AtlasReportImport *atlas_report_import_read_file_finish (GAsyncResult       *result,
                                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* The text: a passage that stands in the atlas too carries the id it has there, any other is `own-N`. (transfer none) */
AtlasReport              *atlas_report_import_get_report     (AtlasReportImport *self);
/* (transfer none): of AtlasReference, `report-N`, by number: the file's own source list; empty without one */
GPtrArray                *atlas_report_import_get_references (AtlasReportImport *self);
const AtlasImportSummary *atlas_report_import_get_summary    (AtlasReportImport *self); /* (transfer none) */

/**
 * atlas_report_import_dup_bibliography:
 * @self: an import
 * @base: the atlas's references
 *
 * Puts the file's source list in the place of the records that the atlas has under the same numbers.
 *
 * Returns: (transfer full): all references; a new reference to @base when the file has no source list
 */
AtlasBibliography *atlas_report_import_dup_bibliography (AtlasReportImport *self,
                                                         AtlasBibliography *base) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_report_import_to_bytes:
 * @self: an import
 *
 * Writes what has to be kept: the file's headings, paragraphs and source list as they were read, without what stood around
 * them. How they match the atlas is not written, so that a newer program and a newer edition align them again.
 *
 * Returns: (transfer full): JSON, with the number of its format
 */
GBytes            *atlas_report_import_to_bytes   (AtlasReportImport *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_report_import_from_bytes:
 * @bytes: what atlas_report_import_to_bytes() gave, of this version or an older one
 * @dataset: the atlas
 * @error: return location: an #ATLAS_IMPORT_ERROR
 *
 * Reads a kept text and aligns it with @dataset. What was kept once is never refused as unrelated, whatever edition it meets.
 *
 * Returns: (transfer full) (nullable): the text
 */
AtlasReportImport *atlas_report_import_from_bytes (GBytes            *bytes,
                                                   AtlasDataset      *dataset,
                                                   GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
