// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-citation-popover.h"
#include "atlas-source-card.h"

G_BEGIN_DECLS

struct _AtlasCitationPopover
{
  GtkPopover          parent_instance;

  AtlasSourceCard    *card;
  GtkWidget          *back; /* to the citation, from a source that its card led to */
  GtkWidget          *close;
  GtkAdjustment      *scroll;
  GtkEventController *escape; /* (nullable): of the window, while the card is open without the focus */

  GSignalGroup       *session_signals;
  AtlasSession       *session;  /* of what is or will be shown */
  guint               citation; /* the report's number that is or will be shown; 0: a source */
  GdkRectangle        mark;     /* px of the pane */
  guint               timer;    /* to open or to close */

  gboolean            pinned;
  gboolean            reopening;
  gboolean            dismissed; /* by Escape, when the pointer may still be on its mark: it must leave that first */
  GtkWidget          *focus;     /* (weak): what had it */
  int                 caret;     /* its, of a label; -1: none */
};

/* The focus while the card is pinned, and where it goes back to, with the caret. */
void                atlas_citation_popover_remember_focus  (AtlasCitationPopover *self);
void                atlas_citation_popover_give_focus_back (AtlasCitationPopover *self);

/* Escape: in the card, and, while it is open without the focus, in its window. */
GtkEventController *atlas_citation_popover_create_escape   (AtlasCitationPopover *self) G_GNUC_WARN_UNUSED_RESULT;
void                atlas_citation_popover_listen          (AtlasCitationPopover *self);
void                atlas_citation_popover_stop_listening  (AtlasCitationPopover *self);

G_END_DECLS
