// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The font of the report. */
#define ATLAS_READER_FONT "Charis SIL, Gentium Plus, serif"

/* A paragraph of the buffer. Neither passage nor section: the title or what stands under it. */
typedef struct
{
  int                 start; /* in characters of the buffer */
  int                 end;   /* where its line ends */
  const AtlasPassage *passage;
  const AtlasSection *section;
  const char         *heading; /* of a section or the title; else NULL */
} AtlasReaderPart;

/* A mention or a citation mark. */
typedef struct
{
  int                    start;
  int                    end;
  const AtlasReportSpan *span;
  const AtlasPassage    *passage;
} AtlasReaderLink;

/* What a zoom and a theme make of the text. */
typedef struct
{
  double  zoom;
  double  em;   /* px, of the text around */
  double  line; /* how high a line of the text's font is by itself, in ems */
  GdkRGBA accent;
} AtlasReaderLook;

/**
 * AtlasReaderText:
 *
 * A whole report in a text buffer, and what stands where in it.
 */
typedef struct
{
  AtlasDataset  *dataset;
  GtkTextBuffer *buffer;
  GArray        *parts;    /* of AtlasReaderPart, in order */
  GArray        *links;    /* of AtlasReaderLink, in order */
  guint         *passages; /* for each passage of the report its index in @parts */
} AtlasReaderText;

/* A buffer for reports, empty. (transfer full) */
GtkTextBuffer         *atlas_reader_text_create_buffer (void) G_GNUC_WARN_UNUSED_RESULT;
/* Writes the report of @dataset into @buffer, which one view has for all its texts: a view of GTK 4.8 that is given another does
 * not forget the lines of the one before. */
AtlasReaderText       *atlas_reader_text_new           (AtlasDataset          *dataset,
                                                        GtkTextBuffer         *buffer) G_GNUC_WARN_UNUSED_RESULT;
/* Empties the buffer. */
void                   atlas_reader_text_free          (AtlasReaderText       *self);
void                   atlas_reader_text_set_look      (AtlasReaderText       *self,
                                                        const AtlasReaderLook *look);

/* The last part that begins at or before @offset. */
const AtlasReaderPart *atlas_reader_text_find_part     (AtlasReaderText       *self,
                                                        int                    offset);
const AtlasReaderPart *atlas_reader_text_get_passage   (AtlasReaderText       *self,
                                                        const AtlasPassage    *passage);
/* The index of the first link that ends after @offset; the number of links: none does. */
guint                  atlas_reader_text_search_link   (AtlasReaderText       *self,
                                                        int                    offset);
/* The link that holds @offset. (nullable) */
const AtlasReaderLink *atlas_reader_text_find_link     (AtlasReaderText       *self,
                                                        int                    offset);
/* The passage that is read at @offset: the one there, or the first under a heading. (nullable) */
const AtlasPassage    *atlas_reader_text_find_passage  (AtlasReaderText       *self,
                                                        int                    offset);
/* The index of the innermost section at @offset; -1 before the first. */
int                    atlas_reader_text_find_section  (AtlasReaderText       *self,
                                                        int                    offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReaderText, atlas_reader_text_free)

G_END_DECLS
