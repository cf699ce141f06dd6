// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  ATLAS_REPORT_TEXT,
  ATLAS_REPORT_STRONG,   /* text set strong */
  ATLAS_REPORT_EMPHASIS, /* text set in italics */
  ATLAS_REPORT_MENTION,  /* words that name an item */
  ATLAS_REPORT_CITATION, /* a citation mark; its text is "[12]" */
} AtlasReportSpanKind;

/* A run of a passage's text. The texts of its spans, one after the other, are the passage. */
typedef struct
{
  AtlasReportSpanKind kind;
  char               *text;
  char               *item_id;  /* of a mention; else NULL */
  guint               citation; /* of a citation, from 1; else 0 */
} AtlasReportSpan;

/* One paragraph or list entry. */
typedef struct
{
  char      *id;
  guint      number;  /* from 1, through the whole report */
  guint      section; /* index of the innermost section it stands in */
  GPtrArray *spans;   /* of AtlasReportSpan */
  char      *text;    /* all spans as plain text, marks included */
  guint      line;    /* of the file it was read from, from 1; 0 when it is not known */
  gboolean   entry;   /* of a list */
} AtlasPassage;

typedef struct
{
  char *id;
  char *title;
  guint level;    /* 1: a section, 2: a subsection */
  int   parent;   /* index of the section it stands in; -1 */
  guint first_passage; /* index of the first passage at or after its heading */
} AtlasSection;

AtlasReportSpan *atlas_report_span_new  (AtlasReportSpanKind kind,
                                         const char         *text,
                                         const char         *item_id,
                                         guint               citation) G_GNUC_WARN_UNUSED_RESULT;
void             atlas_report_span_free (AtlasReportSpan    *self);
/* Takes @spans and joins their texts. */
AtlasPassage    *atlas_passage_new_take (char               *id,
                                         guint               section,
                                         GPtrArray          *spans,
                                         guint               line) G_GNUC_WARN_UNUSED_RESULT;
void             atlas_passage_free     (AtlasPassage       *self);
void             atlas_section_free     (AtlasSection       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReportSpan, atlas_report_span_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasPassage, atlas_passage_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSection, atlas_section_free)

/**
 * AtlasReport:
 *
 * The report's text: sections, passages in reading order, and who mentions and cites what. Immutable.
 */
#define ATLAS_TYPE_REPORT (atlas_report_get_type ())
G_DECLARE_FINAL_TYPE (AtlasReport, atlas_report, ATLAS, REPORT, GObject)

AtlasReport        *atlas_report_new_take        (char        *title,
                                                  GPtrArray   *sections,    /* (transfer full): of AtlasSection, in order */
                                                  GPtrArray   *passages) G_GNUC_WARN_UNUSED_RESULT; /* (transfer full): of AtlasPassage; numbers are set here */
const char         *atlas_report_get_title       (AtlasReport *self);
GPtrArray          *atlas_report_get_sections    (AtlasReport *self); /* (transfer none): of AtlasSection */
GPtrArray          *atlas_report_get_passages    (AtlasReport *self); /* (transfer none): of AtlasPassage */
const AtlasPassage *atlas_report_lookup          (AtlasReport *self,
                                                  const char  *passage_id); /* (nullable) */
/* (transfer none): of AtlasPassage (borrowed), in reading order, each once; never NULL */
GPtrArray          *atlas_report_get_mentioning  (AtlasReport *self,
                                                  const char  *item_id);
GPtrArray          *atlas_report_get_citing      (AtlasReport *self,
                                                  guint        citation);
guint               atlas_report_get_last_citation (AtlasReport *self); /* the highest number cited; 0 for none */
/* "Political relations › 1993–2003: Aliyev’s balancing doctrine" (transfer full) */
char               *atlas_report_dup_place       (AtlasReport        *self,
                                                  const AtlasPassage *passage) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
