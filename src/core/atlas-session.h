// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"
#include "atlas-filter.h"
#include "atlas-session-state.h"

G_BEGIN_DECLS

/**
 * AtlasSession:
 *
 * What a window looks at. Every view observes it and writes only to it; no view knows another.
 *
 * Properties (all notify only on change): `dataset`, `selected` and `hovered` (#AtlasItem), `clock` (#AtlasTimeSpan: a day, month,
 * quarter or year, or as many days as a date can mean; empty when there is none), `clock-mode` (guint, an #AtlasClockMode), `comparison` (#AtlasTimeSpan: the date
 * that the clock's is compared with; empty: none), `playing`,
 * `range` (#AtlasTimeSpan: what the timeline shows), `filter`
 * (#AtlasFilter, its window included), `camera` (#AtlasCamera), `overlay` (guint, an #AtlasOverlay), `language`, `passage` (id), `citation` (guint), `page` (guint, an #AtlasPage),
 * `source` (id), `tour` (id) and `step` (guint, from 1; 0: none),
 * `can-go-back`, `can-go-forward`, `sentence` (the state in words), `restoring` (a whole state is being applied: views do not
 * move by themselves).
 *
 * Signals: `fit-requested` (#AtlasBox in degrees: the map should show it), `items-changed` (which items show, and how, has changed:
 * dataset, filter, clock or mode), `reveal-requested` (#AtlasItem: show it again though it is selected already), `pinged`
 * (#GPtrArray of #AtlasItem, borrowed: the clock has come to where they, or a phase of theirs, begin; views let them flash).
 */
#define ATLAS_TYPE_SESSION (atlas_session_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSession, atlas_session, ATLAS, SESSION, GObject)

#define ATLAS_TYPE_CAMERA (atlas_camera_get_type ())
GType             atlas_camera_get_type         (void) G_GNUC_CONST;
#define ATLAS_TYPE_BOX (atlas_box_get_type ())
GType             atlas_box_get_type            (void) G_GNUC_CONST;

AtlasSession     *atlas_session_new             (AtlasDataset *dataset) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */

AtlasDataset     *atlas_session_get_dataset     (AtlasSession *self); /* (transfer none) (nullable) */
/* Another atlas, or a new edition of this one: what is still there by id stays selected, the rest is let go. */
void              atlas_session_set_dataset     (AtlasSession *self,
                                                 AtlasDataset *dataset);

AtlasItem        *atlas_session_get_selected    (AtlasSession *self); /* (transfer none) (nullable) */
/* Selects: adds to the history, lets the clock follow into the item's life when a clock is set and lies outside it.
 * Selecting what is selected already emits reveal-requested. */
void              atlas_session_select          (AtlasSession *self,
                                                 AtlasItem    *item);
/* The same for who follows a mention in the report: stays on the page that is read. */
void              atlas_session_select_from_text (AtlasSession *self,
                                                  AtlasItem    *item);
gboolean          atlas_session_select_id       (AtlasSession *self,
                                                 const char   *id); /* FALSE: no such item */
AtlasItem        *atlas_session_get_hovered     (AtlasSession *self); /* (transfer none) (nullable) */
void              atlas_session_set_hovered     (AtlasSession *self,
                                                 AtlasItem    *item);

AtlasTimeSpan     atlas_session_get_clock       (AtlasSession *self);
/* Sets the clock. A clock set while the mode is "all" makes the mode "at". */
void              atlas_session_set_clock       (AtlasSession *self,
                                                 AtlasTimeSpan span);
AtlasClockMode    atlas_session_get_clock_mode  (AtlasSession *self);
void              atlas_session_set_clock_mode  (AtlasSession  *self,
                                                 AtlasClockMode mode);
/* One unit later or earlier; without a clock, into the middle of the range. */
void              atlas_session_step_clock      (AtlasSession *self,
                                                 AtlasTimeUnit unit,
                                                 int           count);
/* Shifts the range so that the clock is in the middle, when it is nowhere in it. */
void              atlas_session_reveal_clock    (AtlasSession *self);
/* First and last date of a slider that is the clock. */
AtlasTimeSpan     atlas_session_get_clock_limits (AtlasSession *self,
                                                  AtlasTimeSpan all);
/* To the next (1) or previous (-1) day on which an item that the filter lets through begins, ends or changes phase; of a date known
 * to the month or year only the clock shows the month or year. FALSE: there is none. */
gboolean          atlas_session_step_change     (AtlasSession *self,
                                                 int           direction);

/* That day, month or year, seen from @from; touched only when there is one. */
gboolean          atlas_session_find_change     (AtlasSession  *self,
                                                 AtlasTimeSpan  from,
                                                 int            direction,
                                                 AtlasTimeSpan *change);

/* No more at a time: where everything flashes nothing is seen. */
#define ATLAS_SESSION_MAX_PINGED 64
/* Emits `pinged` for what has certainly begun since the days that the clock has passed; for what began, as far as is known, in just @change. */
void              atlas_session_ping_within     (AtlasSession *self,
                                                 AtlasTimeSpan days);
void              atlas_session_ping_at         (AtlasSession *self,
                                                 AtlasTimeSpan change);

/* Comparing: the comparison's date is the left side of the map, the clock's the right. An empty span ends it. */
AtlasTimeSpan     atlas_session_get_comparison  (AtlasSession *self);
gboolean          atlas_session_is_comparing    (AtlasSession *self);
void              atlas_session_set_comparison  (AtlasSession *self,
                                                 AtlasTimeSpan span);
/* Begins, with dates that somebody who names none may want. */
void              atlas_session_compare         (AtlasSession *self);
/* Left for right. */
void              atlas_session_swap_comparison (AtlasSession *self);

gboolean          atlas_session_get_playing     (AtlasSession *self);
void              atlas_session_set_playing     (AtlasSession *self,
                                                 gboolean      playing);

AtlasTimeSpan     atlas_session_get_range       (AtlasSession *self);
void              atlas_session_set_range       (AtlasSession *self,
                                                 AtlasTimeSpan range);
AtlasFilter      *atlas_session_get_filter      (AtlasSession *self); /* (transfer none); never NULL */
/* A place of the history; a run of filters that differ in text only (typing), or in window only (brushing), is one place. */
void              atlas_session_set_filter      (AtlasSession *self,
                                                 AtlasFilter  *filter);
AtlasCamera       atlas_session_get_camera      (AtlasSession *self);
void              atlas_session_set_camera      (AtlasSession *self,
                                                 AtlasCamera   camera);
void              atlas_session_request_fit     (AtlasSession *self,
                                                 AtlasBox      lonlat);
AtlasOverlay      atlas_session_get_overlay     (AtlasSession *self);
/* A place of the history. */
void              atlas_session_set_overlay     (AtlasSession *self,
                                                 AtlasOverlay  overlay);
const char       *atlas_session_get_language    (AtlasSession *self); /* (nullable): the atlas's own */
void              atlas_session_set_language    (AtlasSession *self,
                                                 const char   *language);
const char       *atlas_session_get_passage     (AtlasSession *self); /* (nullable) */
void              atlas_session_set_passage     (AtlasSession *self,
                                                 const char   *passage_id);
/* Reads on, and lets the clock come along unless @clock is empty: no place of the history. */
void              atlas_session_read_on         (AtlasSession *self,
                                                 const char   *passage_id,
                                                 AtlasTimeSpan clock);
guint             atlas_session_get_citation    (AtlasSession *self);
void              atlas_session_set_citation    (AtlasSession *self,
                                                 guint         citation);

/* What the pane of text shows: of an item, and none selected, it is the report. A place of the history. */
AtlasPage         atlas_session_get_page        (AtlasSession *self);
void              atlas_session_set_page        (AtlasSession *self,
                                                 AtlasPage     page);
const char       *atlas_session_get_source      (AtlasSession *self); /* (nullable): the source looked at */
/* Turns to the page of the sources, and there to one of them; NULL: to all. A place of the history. */
void              atlas_session_show_source     (AtlasSession *self,
                                                 const char   *source_id);

const char       *atlas_session_get_tour        (AtlasSession *self); /* (nullable): id of the tour that one is on */
guint             atlas_session_get_step        (AtlasSession *self); /* from 1; 0: none */
/* Goes to a step of a tour: a place of the history. */
void              atlas_session_show_step       (AtlasSession *self,
                                                 AtlasTour    *tour,
                                                 guint         step);
/* What is looked at stays; one is on no tour. */
void              atlas_session_leave_tour      (AtlasSession *self);
/* What is looked at stays: the steps of the tour one is on are others, or in another order. */
void              atlas_session_set_place_in_tour (AtlasSession *self,
                                                 const char   *tour_id,
                                                 guint         step);
/* (transfer full): what is looked at, for a step of a tour */
AtlasSessionState *atlas_session_dup_step_state (AtlasSession *self) G_GNUC_WARN_UNUSED_RESULT;
/* px of the map, which says so: steps are fitted to it. 0: nobody has said. */
void              atlas_session_get_view_size   (AtlasSession *self,
                                                 double       *width,
                                                 double       *height);
void              atlas_session_set_view_size   (AtlasSession *self,
                                                 double        width,
                                                 double        height);

/* How an item shows now. */
typedef enum
{
  ATLAS_VISIBILITY_HIDDEN, /* the filter or the window leaves it out */
  ATLAS_VISIBILITY_HINT,   /* not alive or known at the clock's date: only hinted at */
  ATLAS_VISIBILITY_SHOWN,
} AtlasVisibility;

/* @status: (out) (optional): in which style it is drawn */
AtlasVisibility   atlas_session_get_visibility  (AtlasSession *self,
                                                 AtlasItem    *item,
                                                 AtlasStatus  *status);
/* How it would show with the clock at @date: what the map's left side shows while two dates are compared. */
AtlasVisibility   atlas_session_get_visibility_at (AtlasSession *self,
                                                   AtlasItem    *item,
                                                   AtlasTimeSpan date,
                                                   AtlasStatus  *status);

/* Whether an item would be shown if @filter were the filter, and in which status. */
gboolean          atlas_session_get_offer       (AtlasSession *self,
                                                 AtlasFilter  *filter,
                                                 AtlasItem    *item,
                                                 AtlasStatus  *status);

AtlasSessionState *atlas_session_dup_state      (AtlasSession *self) G_GNUC_WARN_UNUSED_RESULT;
/* Shows a state; what it names and the atlas does not have is left out. Adds to the history. */
void              atlas_session_apply_state     (AtlasSession            *self,
                                                 const AtlasSessionState *state);
gboolean          atlas_session_get_restoring   (AtlasSession *self);
/* Through the history: -1 back, 1 forward. All is as it was but the language. */
gboolean          atlas_session_go              (AtlasSession *self,
                                                 int           steps);

/**
 * atlas_session_get_sentence:
 * @self: a session
 *
 * The state in words: "June 2006: 3 pipelines operating, 1 being built; Baku-Tbilisi-Ceyhan selected". Without a clock:
 * "All dates: 148 items". The window's subtitle, the map's description, an export's alt text.
 *
 * Returns: (transfer none): the sentence, in the user's language
 */
const char       *atlas_session_get_sentence    (AtlasSession *self);

G_END_DECLS
