// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-passage-mark.h"
#include "atlas-passage-painter.h"
#include "atlas-passage-strip.h"

G_BEGIN_DECLS

/* The most passages that assistive technology is shown at a time. */
#define ATLAS_PASSAGE_STRIP_MAX_MARKS 120

struct _AtlasPassageStrip
{
  GtkWidget            parent_instance;

  AtlasTimelineAxis   *axis;
  AtlasSession        *session;
  GSignalGroup        *session_signals;
  AtlasPassagePainter *painter;
  AtlasPassageTimes   *times;       /* NULL until the report is read for dates */
  GCancellable        *cancellable; /* of the reading */
  guint                load_source;
  guint                font_serial;
  gboolean             tall;
  GtkWidget           *toggle;
  GtkWidget           *popover;     /* (nullable) */
  GtkWidget           *tip;         /* what the tooltip says */

  /* passages */
  GPtrArray           *order;       /* of AtlasPassage (borrowed) that speak of a time, in time order */
  GPtrArray           *marks;       /* of AtlasPassageMark; those in use first, in time order */
  guint                n_used;
  guint                sync_source;
  const AtlasPassage  *focused;     /* of the keyboard, also while the focus is elsewhere */
  const AtlasPassage  *hovered;     /* by the pointer */
};

AtlasTimelineView   atlas_passage_strip_get_view        (AtlasPassageStrip  *self);
const AtlasPassage *atlas_passage_strip_get_current     (AtlasPassageStrip  *self); /* (nullable) */
void                atlas_passage_strip_read            (AtlasPassageStrip  *self,
                                                         const AtlasPassage *passage);
/* Takes up what the passages speak of, and lets children stand for them. */
void                atlas_passage_strip_take_times      (AtlasPassageStrip  *self,
                                                         AtlasPassageTimes  *times); /* (transfer full) (nullable) */

/* Lets children stand for what is in view: now, or when it has come to rest. */
void                atlas_passage_strip_sync            (AtlasPassageStrip  *self);
void                atlas_passage_strip_queue_sync      (AtlasPassageStrip  *self);
void                atlas_passage_strip_allocate_marks  (AtlasPassageStrip  *self);
AtlasPassageMark   *atlas_passage_strip_find_mark       (AtlasPassageStrip  *self,
                                                         const AtlasPassage *passage);
/* Where the keyboard is, or would come in. */
const AtlasPassage *atlas_passage_strip_get_focus       (AtlasPassageStrip  *self); /* (nullable) */
/* @reveal: brings it into view, too */
gboolean            atlas_passage_strip_focus_passage   (AtlasPassageStrip  *self,
                                                         const AtlasPassage *passage,
                                                         gboolean            reveal);
/* Lights an item that it mentions, everywhere; NULL: none. */
void                atlas_passage_strip_light           (AtlasPassageStrip  *self,
                                                         const AtlasPassage *passage);
void                atlas_passage_strip_install_actions (GtkWidgetClass     *widget_class);

/* Pointer, tooltip and the list of passages at a place. */
void                atlas_passage_strip_add_controllers (AtlasPassageStrip  *self);

G_END_DECLS
