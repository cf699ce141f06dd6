// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-change-index.h"
#include "atlas-history.h"
#include "atlas-session.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_SESSION_PROP_DATASET = 1,
  ATLAS_SESSION_PROP_SELECTED,
  ATLAS_SESSION_PROP_HOVERED,
  ATLAS_SESSION_PROP_CLOCK,
  ATLAS_SESSION_PROP_CLOCK_MODE,
  ATLAS_SESSION_PROP_COMPARISON,
  ATLAS_SESSION_PROP_PLAYING,
  ATLAS_SESSION_PROP_RANGE,
  ATLAS_SESSION_PROP_FILTER,
  ATLAS_SESSION_PROP_CAMERA,
  ATLAS_SESSION_PROP_OVERLAY,
  ATLAS_SESSION_PROP_LANGUAGE,
  ATLAS_SESSION_PROP_PASSAGE,
  ATLAS_SESSION_PROP_CITATION,
  ATLAS_SESSION_PROP_PAGE,
  ATLAS_SESSION_PROP_SOURCE,
  ATLAS_SESSION_PROP_TOUR,
  ATLAS_SESSION_PROP_STEP,
  ATLAS_SESSION_PROP_CAN_GO_BACK,
  ATLAS_SESSION_PROP_CAN_GO_FORWARD,
  ATLAS_SESSION_PROP_SENTENCE,
  ATLAS_SESSION_PROP_RESTORING,
  ATLAS_SESSION_N_PROPS
} AtlasSessionProp;

/* What an update means to the history, from nothing to most. */
typedef enum
{
  ATLAS_RECORD_NONE,
  ATLAS_RECORD_AMEND, /* the same place, seen otherwise */
  ATLAS_RECORD_PUSH,  /* another place */
} AtlasRecord;

/* A run of filters that differ in one of these is one place: typing "Gabala" is not six. */
typedef enum
{
  ATLAS_GESTURE_NONE,
  ATLAS_GESTURE_TYPING,
  ATLAS_GESTURE_BRUSHING,
} AtlasGesture;

struct _AtlasSession
{
  GObject        parent_instance;

  AtlasDataset  *dataset;
  AtlasItem     *selected;
  AtlasItem     *hovered;
  AtlasTimeSpan  clock;
  AtlasClockMode clock_mode;
  AtlasTimeSpan  comparison;               /* empty: none */
  AtlasTimeSpan  last_comparison;          /* for when it is wanted again */
  AtlasTimeSpan  clock_before;             /* the comparison; kept while it started the clock */
  gboolean       comparison_started_clock; /* it goes when the comparison does */
  gboolean       playing;
  AtlasTimeSpan  range;
  AtlasFilter   *filter;
  AtlasCamera    camera;
  gboolean       has_camera; /* FALSE until an atlas or a map says where it looks */
  AtlasOverlay   overlay;
  char          *language;
  char          *passage;
  guint          citation;
  AtlasPage      page;   /* as wanted: of an item, and none selected, it is the report */
  char          *source; /* id; NULL: none */
  char          *tour;   /* id; NULL: none */
  guint          step;   /* of the tour; without one let go with the next place */
  double         view_width; /* of the map, px; 0: nobody has said */
  double         view_height;
  int            today;

  AtlasChangeIndex *changes; /* of the dataset; NULL: nobody has asked yet */

  AtlasHistory  *history;
  gboolean       history_is_behind; /* the present entry is older than what shows */
  AtlasGesture   gesture;           /* that made the present entry */
  AtlasGesture   next_gesture;      /* that the update under way is of */
  gboolean       can_go_back;
  gboolean       can_go_forward;
  gboolean       restoring;

  char          *sentence; /* NULL: to be made when it is asked for */

  /* The update that is under way. */
  guint          depth;
  AtlasRecord    record;
  gboolean       items_changed;
};

/* Changes come in updates, which nest: notifications go out together when the outermost ends, then items-changed, so
 * that no view sees half a change; the history is written before them. */
void     atlas_session_begin        (AtlasSession     *self,
                                     AtlasRecord       record);
void     atlas_session_end          (AtlasSession     *self);
void     atlas_session_notify       (AtlasSession     *self,
                                     AtlasSessionProp  prop);
/* Something that the sentence says has changed; @items: and so has which items show, or how. */
void     atlas_session_changed      (AtlasSession     *self,
                                     gboolean          items);

/* Members alone: no rule is applied. In an update. */
void     atlas_session_take_filter  (AtlasSession     *self,
                                     AtlasFilter      *filter);
void     atlas_session_put_selected (AtlasSession     *self,
                                     AtlasItem        *item);
void     atlas_session_put_clock    (AtlasSession     *self,
                                     AtlasTimeSpan     clock,
                                     AtlasClockMode    mode);
void     atlas_session_put_comparison (AtlasSession   *self,
                                       AtlasTimeSpan   comparison);
void     atlas_session_put_overlay  (AtlasSession     *self,
                                     AtlasOverlay      overlay);
void     atlas_session_put_passage  (AtlasSession     *self,
                                     const char       *passage_id);
void     atlas_session_put_citation (AtlasSession     *self,
                                     guint             citation);
void     atlas_session_put_page     (AtlasSession     *self,
                                     AtlasPage         page);
void     atlas_session_put_source   (AtlasSession     *self,
                                     const char       *source_id);
void     atlas_session_put_tour     (AtlasSession     *self,
                                     const char       *tour_id,
                                     guint             step);

/* Moves a clock that is set and lies outside the selected item's life into it. */
void     atlas_session_follow_selected (AtlasSession *self);

/* The history, as the updates use it. */
void     atlas_session_history_catch_up (AtlasSession *self);
void     atlas_session_history_record   (AtlasSession *self,
                                         AtlasRecord   record);
void     atlas_session_history_reset    (AtlasSession *self);

void     atlas_session_emit_pinged  (AtlasSession     *self,
                                     GPtrArray        *items);
void     atlas_session_request_reveal (AtlasSession *self,
                                       AtlasItem    *item);

/* Whether an item of this kind is there for a time and then gone; the others happen, and have happened ever after. */
gboolean atlas_session_kind_lasts   (AtlasKind kind) G_GNUC_CONST;

/* The sentence for what shows now. (transfer full) */
char    *atlas_sentence_for_session (AtlasSession *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
