// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-key-binding.h"
#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasReader:
 *
 * The whole report as a page to read: one text with numbered passages, in which mentions and citation marks are links.
 *
 * Properties: `session` (#AtlasSession), `zoom` (double: of the type, 1 is the usual size), `caret` (gboolean: the caret is shown and
 * the arrows move it), `follow` (gboolean: reading moves the clock and the map), `copies-reference` and `copies-citations`
 * (gboolean: what Copy takes along).
 *
 * Signals:
 *
 * `citation-activated` (guint, the number; #GdkRectangle, where its mark stands in this widget; gboolean, whether its card is to
 * stay): the pointer is on a citation mark (FALSE; a number of 0: not any more), or somebody has clicked it or pressed Enter on it
 * (TRUE). Before a TRUE the text has the focus and the caret is on the mark: that is where a card gives the focus back to.
 *
 * `highlight-requested` and `note-requested` (string, the passage's id; guint, guint: the first character of it that is selected
 * and the one after the last; both 0: the whole passage): the user wants to mark it, or to write a note on it or see the one there is.
 */
#define ATLAS_TYPE_READER (atlas_reader_get_type ())
G_DECLARE_FINAL_TYPE (AtlasReader, atlas_reader, ATLAS, READER, GtkWidget)

/* How a highlight is told from others without its colour. */
typedef enum
{
  ATLAS_HIGHLIGHT_YELLOW, /* a line under it */
  ATLAS_HIGHLIGHT_GREEN,  /* dashes */
  ATLAS_HIGHLIGHT_BLUE,   /* dots */
  ATLAS_HIGHLIGHT_PINK,   /* two lines */
  ATLAS_N_HIGHLIGHTS
} AtlasHighlightColour;

/**
 * AtlasReaderHighlight:
 * @passage: id of the passage
 * @start: the first character of it that is marked
 * @end: the character after the last; 0: all of it
 * @colour: how
 * @has_note: something is said of it: a click on it, or Enter, asks for the note
 *
 * What the user has marked.
 */
typedef struct
{
  const char          *passage;
  guint                start;
  guint                end;
  AtlasHighlightColour colour;
  gboolean             has_note;
} AtlasReaderHighlight;

GtkWidget             *atlas_reader_new              (void) G_GNUC_WARN_UNUSED_RESULT;
AtlasSession          *atlas_reader_get_session      (AtlasReader                *self); /* (transfer none) (nullable) */
void                   atlas_reader_set_session      (AtlasReader                *self,
                                                      AtlasSession               *session);
/* Draws what the user has marked; what was drawn before is forgotten. What is not in the report is passed over. */
void                   atlas_reader_set_highlights   (AtlasReader                *self,
                                                      const AtlasReaderHighlight *highlights,
                                                      guint                       n_highlights);
/* Passages that the user has written notes on have a sign in the margin; a click on it asks for them. */
void                   atlas_reader_set_noted        (AtlasReader                *self,
                                                      const char *const          *passages); /* (nullable) */
/* Where the caret is in this widget: what is asked of a passage is shown there. FALSE: nothing is read. */
gboolean               atlas_reader_get_caret_place  (AtlasReader                *self,
                                                      GdkRectangle               *place); /* (out) */
/* Gives the text the focus, with the caret where it is: at the mark that was activated last. */
void                   atlas_reader_return           (AtlasReader                *self);
/* Where a mark of @citation stands in this widget: in the passage that is read, or else the first. FALSE: there is none. */
gboolean               atlas_reader_find_citation    (AtlasReader                *self,
                                                      guint                       citation,
                                                      GdkRectangle               *rectangle); /* (out) */
/* Scrolls to it, and puts the caret on it. */
void                   atlas_reader_reveal_citation  (AtlasReader                *self,
                                                      guint                       citation);
const AtlasKeyBinding *atlas_reader_get_key_bindings      (guint *n_bindings); /* while the focus is in the page */
const AtlasKeyBinding *atlas_reader_get_text_key_bindings (guint *n_bindings); /* while it is in the text */

G_END_DECLS
