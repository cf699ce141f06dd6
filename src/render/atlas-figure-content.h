// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-figure.h"
#include "atlas-session.h"

G_BEGIN_DECLS

/* A source, as a figure lists it: the report's own by their numbers, others by letters. */
typedef struct
{
  char *text;  /* "[a] Author. Title …" */
  char *whole; /* the same with its addresses */
  char *url;   /* (nullable): one that may be opened */
} AtlasFigureReference;

/* What is written in a figure. Strings may be %NULL for none. */
typedef struct
{
  AtlasDataset      *dataset;
  AtlasSession      *session; /* of its own, in the state */
  AtlasSessionState *state;   /* with a camera for a view of ATLAS_TOUR_VIEW_WIDTH × _HEIGHT px */

  char              *head;    /* left on the first line, and right */
  char              *head_end;
  char              *title;
  char              *date;
  char              *sentence;
  char              *text;
  char              *question;
  char              *answer;
  char              *caption;
  GPtrArray         *references; /* of AtlasFigureReference */
  char              *credits;
  char              *citation;
  char              *short_credits; /* the same where there is little room */
  char              *short_citation;
  char              *link;
} AtlasFigureContent;

/* What a figure of a view says; (transfer full). */
AtlasFigureContent *atlas_figure_content_new      (AtlasDataset            *dataset,
                                                   const AtlasSessionState *state,
                                                   const AtlasFigureSpec   *spec) G_GNUC_WARN_UNUSED_RESULT;
void                atlas_figure_content_free     (AtlasFigureContent      *self);
/* Lists sources: the report's @citations first, then @sources by their ids; what is listed already is not again. */
void                atlas_figure_content_cite     (AtlasFigureContent      *self,
                                                   const guint             *citations,
                                                   guint                    n_citations,
                                                   const char *const       *sources,
                                                   guint                    n_sources);
/* Whose map it is drawn on, and whose the atlas is; (transfer full). */
char               *atlas_figure_dup_credits      (AtlasDataset            *dataset) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFigureContent, atlas_figure_content_free)

G_END_DECLS
