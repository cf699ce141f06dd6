// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-edtf.h"
#include "atlas-manifest.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define ATLAS_LINK_SCHEME "corridor-atlas"

/* The modes of the clock. */
typedef enum
{
  ATLAS_CLOCK_ALL,   /* no clock: everything */
  ATLAS_CLOCK_AT,    /* what is at the date */
  ATLAS_CLOCK_UP_TO, /* what has begun by the date */
  ATLAS_N_CLOCK_MODES
} AtlasClockMode;

const char *atlas_clock_mode_get_id  (AtlasClockMode  mode); /* "all", "at", "upto" */
gboolean    atlas_clock_mode_from_id (const char     *id,
                                      AtlasClockMode *mode);

/* What the map's items are drawn by, instead of by what they are. */
typedef enum
{
  ATLAS_OVERLAY_NONE,     /* by kind and status */
  ATLAS_OVERLAY_EVIDENCE, /* by how well they are supported */
  ATLAS_N_OVERLAYS
} AtlasOverlay;

const char *atlas_overlay_get_id  (AtlasOverlay  overlay); /* "none", "evidence" */
gboolean    atlas_overlay_from_id (const char   *id,
                                   AtlasOverlay *overlay);

/* What the pane of text shows. */
typedef enum
{
  ATLAS_PAGE_ITEM,    /* the selected item */
  ATLAS_PAGE_REPORT,  /* the whole report */
  ATLAS_PAGE_SOURCES, /* all sources, or one of them */
  ATLAS_PAGE_NOTES,   /* the user's notes */
  ATLAS_PAGE_TOURS,   /* all tours, or one of them */
  ATLAS_N_PAGES
} AtlasPage;

const char *atlas_page_get_id  (AtlasPage   page); /* "item", "report", "sources", "notes", "tours" */
gboolean    atlas_page_from_id (const char *id,
                                AtlasPage  *page);

/* The longest link that is read. */
#define ATLAS_LINK_MAX_LENGTH 8192

#define ATLAS_LINK_ERROR (atlas_link_error_quark ())
GQuark atlas_link_error_quark (void);

typedef enum
{
  ATLAS_LINK_ERROR_SCHEME, /* not one of our links */
  ATLAS_LINK_ERROR_VALUE,  /* a key we know with a value we cannot read */
} AtlasLinkError;

/**
 * AtlasSessionState:
 *
 * What a window looks at, as a value: a moment of the history, a step of a tour, a link.
 *
 * Printed as `corridor-atlas:ATLAS#date=2006-05-28&mode=at&compare=1996&range=1991/2025&window=..&map=7/40.1/47.6&item=btc&par=economic-2&cite=12&tour=pipelines&step=3&show=economic,russia&find=..&overlay=evidence&page=sources&source=bp-btc&lang=az`;
 * a member that is not set is left out, and keys that are not known are ignored.
 */
typedef struct
{
  char          *atlas;    /* id of the atlas; NULL: the one that is open */
  AtlasTimeSpan  date;     /* the clock: a day, month, quarter or year; empty: none */
  AtlasClockMode mode;     /* of the clock; `mode` is left out of a link when it is "at" with a date or "all" without */
  AtlasTimeSpan  comparison; /* the date that the clock's is compared with; empty: none. The map's left side; the clock is its right */
  AtlasTimeSpan  range;    /* what the timeline shows; empty: not said */
  AtlasTimeSpan  window;   /* the brush; empty: none */
  AtlasCamera    camera;   /* meaningless unless has_camera */
  gboolean       has_camera;
  char          *item;     /* id of the selected item; NULL: none */
  char          *passage;  /* id of the passage read; NULL: none */
  guint          cite;     /* the citation looked at; 0: none */
  char          *tour;     /* id of the tour; NULL: none */
  guint          step;     /* of a tour, from 1; 0: none */
  char          *show;     /* tokens of the filter, see atlas_filter_to_tokens(); NULL: all */
  char          *find;     /* words looked for; NULL: none */
  AtlasOverlay   overlay;
  AtlasPage      page;     /* see atlas_session_state_get_page() */
  char          *source;   /* id of the source looked at; NULL: none */
  char          *language; /* BCP 47; NULL: not said */
} AtlasSessionState;

#define ATLAS_TYPE_SESSION_STATE (atlas_session_state_get_type ())
GType              atlas_session_state_get_type (void) G_GNUC_CONST;
AtlasSessionState *atlas_session_state_new      (void) G_GNUC_WARN_UNUSED_RESULT;
AtlasSessionState *atlas_session_state_copy     (const AtlasSessionState *self) G_GNUC_WARN_UNUSED_RESULT;
void               atlas_session_state_free     (AtlasSessionState       *self);
gboolean           atlas_session_state_equal    (const AtlasSessionState *a,
                                                 const AtlasSessionState *b); /* cameras within 1e-6° and 1e-3 zoom are equal */
char              *atlas_session_state_to_link  (const AtlasSessionState *self) G_GNUC_WARN_UNUSED_RESULT;
/* What is read: an item's page without an item is the report. `page` is left out of a link when it is "item" with an item. */
AtlasPage          atlas_session_state_get_page (const AtlasSessionState *self);
/* Whether a link's key says something to us. */
gboolean           atlas_session_state_has_key  (const char              *key);
/* Reads a whole link, or the part after `#` alone. NULL and @error when it is not one of ours or a known key has a bad value. */
AtlasSessionState *atlas_session_state_parse    (const char              *link,
                                                 GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/* "7/40.1/47.6": zoom, latitude, longitude. */
gboolean           atlas_camera_parse           (const char              *text,
                                                 AtlasCamera             *out,
                                                 GError                 **error);
char              *atlas_camera_to_string       (AtlasCamera              camera) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSessionState, atlas_session_state_free)

G_END_DECLS
