// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-report-import.h"

G_BEGIN_DECLS

/*
 * How a file becomes a report, step by step, one file a step:
 *   encoding   bytes → UTF-8, and what is no text at all
 *   text, html, markdown   UTF-8 → blocks, whose texts tidy has cleaned
 *   sources    the blocks of a source list → references
 *   headings   known headings that stuck to a paragraph become blocks of their own
 *   units      blocks → sentences, and the words by which they are compared
 *   align      sentences → headings and passages of the atlas
 *   compose    aligned sentences → sections and passages, with mentions
 *   bytes      blocks and references ↔ what a store keeps
 */

typedef enum
{
  ATLAS_IMPORT_HEADING,
  ATLAS_IMPORT_PARAGRAPH,
  ATLAS_IMPORT_ENTRY, /* of a list */
} AtlasImportBlockKind;

typedef struct
{
  AtlasImportBlockKind kind;
  guint                level;   /* of a heading, as in HTML: 1 is the title; 0 when it is not known */
  char                *text;    /* tidy, not empty; citations are "[12]" */
  guint                line;    /* of the file, from 1 */
  guint                ordinal; /* of an entry in a numbered list; else 0 */
  char                *url;     /* the first address outside the file that it links to; else NULL */
  char                *words;   /* the words of that link */
} AtlasImportBlock;

void              atlas_import_block_free (AtlasImportBlock    *self);
/* Tidies @text and adds it as a block, or as several when it is too long for one. The first of them is borrowed; NULL: nothing was left. */
AtlasImportBlock *atlas_import_blocks_add (GPtrArray           *blocks,
                                           AtlasImportBlockKind kind,
                                           guint                level,
                                           const char          *text,
                                           guint                line);
GPtrArray        *atlas_import_blocks_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * AtlasImportHints:
 *
 * What the atlas's report tells a reader of plain text: which lines are headings, and which words exist.
 */
typedef struct
{
  AtlasReport *report;   /* borrowed */
  GHashTable  *headings; /* char *: key (atlas_import_dup_key()) → level as in HTML */
  GHashTable  *starts;   /* char *: first word of a key → the most words that a heading beginning with it has */
  GHashTable  *words;    /* char *: folded words, those with hyphens whole; empty at first */
  guint        longest;  /* most characters of a heading */
} AtlasImportHints;

AtlasImportHints *atlas_import_hints_new  (AtlasReport      *report) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_import_hints_free (AtlasImportHints *self);
/* Fills the words with those of the atlas's report; most files have no broken word that they are needed for. */
void              atlas_import_hints_learn_report (AtlasImportHints *self);
/* The level of a known heading whose words are @text; 0 for none. */
guint             atlas_import_hints_get_level (AtlasImportHints *self,
                                                const char       *text);
void              atlas_import_split_headings  (GPtrArray        *blocks,
                                                AtlasImportHints *hints);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasImportHints, atlas_import_hints_free)

/* A file as UTF-8 without NULs and byte order mark, line ends made "\n". @encoding: (out) (transfer full). */
char      *atlas_import_decode   (GBytes      *bytes,
                                  char       **encoding,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* Text for show: white space single, nothing invisible, composed, citations as "[12]". */
char      *atlas_import_tidy     (const char  *text) G_GNUC_WARN_UNUSED_RESULT;
/* As atlas_fold() where only letters and figures are looked at: of ASCII, which most of it is, that is the case alone. */
char      *atlas_import_fold_letters (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* Folded words with one space between: what is left when marks, quotes and dashes are not looked at. */
char      *atlas_import_dup_key  (const char  *text) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a text ends as a sentence does: a full stop or the like, quotes, brackets and citations behind it not looked at. */
gboolean   atlas_import_ends_sentence (const char *text);
/* Whether its first letter is a small one. */
gboolean   atlas_import_begins_small  (const char *text);
/* An http or https address that can be kept, and opened later. */
gboolean   atlas_import_is_address   (const char *url);
/* Of guint, ascending. */
int        atlas_import_compare_numbers (gconstpointer a,
                                         gconstpointer b);
/* The numbers that a text cites, in its order: "[4] [5]". */
char      *atlas_import_dup_citations (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The length of a citation mark "[12]" at @text, and its number; 0 for none. */
gsize      atlas_import_match_citation (const char *text,
                                        guint      *number);

AtlasImportFormat atlas_import_detect (const char *text,
                                       const char *name);
GPtrArray *atlas_import_read_text     (const char       *text,
                                       AtlasImportHints *hints,
                                       GError          **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *atlas_import_read_html     (const char       *text,
                                       AtlasImportHints *hints,
                                       GError          **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *atlas_import_read_markdown (const char       *text,
                                       AtlasImportHints *hints,
                                       GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * AtlasImportSource:
 *
 * One entry of the file's source list.
 */
typedef struct
{
  guint number;
  char *text; /* the whole entry, without its number */
  char *url;  /* (nullable) */
  char *words; /* (nullable): the words that link to it */
} AtlasImportSource;

void            atlas_import_source_free (AtlasImportSource *self);
/* Cuts the source list out of @blocks. @last_citation: how many entries one without numbers has to have. */
GPtrArray      *atlas_import_take_sources (GPtrArray         *blocks,
                                           guint              last_citation) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): an AtlasReference */
AtlasReference *atlas_import_source_to_reference (const AtlasImportSource *self) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a heading says that sources follow; @n: how long "1. " or "[1] " at the beginning of @text is, and which number. */
gboolean        atlas_import_is_sources_heading (const char *text);
gsize           atlas_import_match_number       (const char *text,
                                                 guint      *number);

/* A heading or a passage of the atlas, in reading order. */
typedef struct
{
  gboolean heading;
  int      section; /* of a heading; -1: the title */
  guint    passage; /* of a passage */
} AtlasImportSlot;

/* A sentence, or a heading. */
typedef struct
{
  guint    block;
  gsize    begin; /* bytes of the block's text */
  gsize    end;
  gboolean starts; /* it is the block's first */
  gboolean brief;  /* it may be a heading */
  gboolean known;  /* it is a heading of the atlas */
  GArray  *terms;  /* guint: numbers of its words among the atlas's, each once */
  GArray  *heading_terms;
  guint    n_words; /* different words, known or not */
  guint    n_unknown;
  int      slot; /* what it is aligned with; -1: nothing */
} AtlasImportUnit;

typedef struct _AtlasImportTerms AtlasImportTerms;

AtlasImportTerms *atlas_import_terms_new       (AtlasReport      *report) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_import_terms_free      (AtlasImportTerms *self);
GArray           *atlas_import_terms_get_slots (AtlasImportTerms *self); /* of AtlasImportSlot */
/* (transfer full): of AtlasImportUnit */
GPtrArray        *atlas_import_terms_split     (AtlasImportTerms *self,
                                                GPtrArray        *blocks,
                                                AtlasImportHints *hints) G_GNUC_WARN_UNUSED_RESULT;
/* How well a unit fits each slot: above 0 is for, below against; -INFINITY: never. @row: one value a slot. */
void              atlas_import_terms_score     (AtlasImportTerms      *self,
                                                const AtlasImportUnit *unit,
                                                double                *row);
/* How much of what @units[@first to @last) say stands in @slot, a passage: from 0 to 1. */
double            atlas_import_terms_compare   (AtlasImportTerms *self,
                                                GPtrArray        *units, /* of AtlasImportUnit (borrowed) */
                                                guint             slot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasImportTerms, atlas_import_terms_free)

/* Sets the slot of each unit. FALSE: cancelled, or too much to compare. */
gboolean   atlas_import_align   (AtlasImportTerms *terms,
                                 GPtrArray        *units,
                                 GCancellable     *cancellable,
                                 GError          **error);

void       atlas_import_row_free  (AtlasImportRow     *self);

/* Makes the report, fills the summary's counts and rows, and takes what stands around the report out of @blocks when @trim. */
AtlasReport *atlas_import_compose (GPtrArray          *blocks,
                                   GPtrArray          *units,
                                   AtlasImportTerms   *terms,
                                   AtlasDataset       *dataset,
                                   gboolean            trim,
                                   AtlasImportSummary *summary) G_GNUC_WARN_UNUSED_RESULT;

/* Counts, and compares passage by passage. @shares: how much of each of the edition's passages is in the file's. */
void       atlas_import_summarise (GPtrArray          *passages, /* of AtlasPassage */
                                   AtlasReport        *report,
                                   const double       *shares,
                                   AtlasImportSummary *summary);

/* What a store keeps. Of @summary, name, format and encoding are written and read. */
GBytes    *atlas_import_write_bytes (GPtrArray                *blocks,
                                     GPtrArray                *sources,
                                     const AtlasImportSummary *summary) G_GNUC_WARN_UNUSED_RESULT;
gboolean   atlas_import_read_bytes  (GBytes                   *bytes,
                                     GPtrArray               **blocks,
                                     GPtrArray               **sources,
                                     AtlasImportSummary       *summary,
                                     GError                  **error);

typedef struct _AtlasImportMentions AtlasImportMentions;

AtlasImportMentions *atlas_import_mentions_new  (AtlasDataset        *dataset) G_GNUC_WARN_UNUSED_RESULT;
void                 atlas_import_mentions_free (AtlasImportMentions *self);
/* The spans of a passage's text: citations, and mentions of items. @edition: (nullable): the same passage in the atlas. */
GPtrArray           *atlas_import_mentions_read (AtlasImportMentions *self,
                                                 const char          *text,
                                                 const AtlasPassage  *edition) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasImportMentions, atlas_import_mentions_free)

G_END_DECLS
