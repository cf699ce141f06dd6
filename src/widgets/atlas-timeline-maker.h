// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-timeline-layout.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Of more items layouts are made in a thread. */
#define ATLAS_TIMELINE_LARGE 2000

/**
 * AtlasTimelineWish:
 * @dataset: the atlas
 * @filter: (nullable): which items stand; all without it
 * @widths: of the letters of their names
 * @language: (nullable): of the names
 * @grouping: what the lanes are
 * @today: the day
 * @px_per_day: the zoom, a value of atlas_timeline_layout_get_bucket()
 * @height: px
 * @line_height: px
 * @expanded: (nullable): ids of the lanes that have all of their rows, "" for the one without an id
 *
 * What a layout is to be of.
 */
typedef struct
{
  AtlasDataset         *dataset;
  AtlasFilter          *filter;
  AtlasTextWidths      *widths;
  const char           *language;
  AtlasTimelineGrouping grouping;
  int                   today;
  double                px_per_day;
  double                height;
  double                line_height;
  const char *const    *expanded;
} AtlasTimelineWish;

/* @layout and @order (of guint: positions of the items that stand, in date order) are borrowed. */
typedef void (*AtlasTimelineMadeFunc) (AtlasTimelineLayout *layout,
                                       GArray              *order,
                                       gpointer             user_data);

/**
 * AtlasTimelineMaker:
 *
 * Makes layouts: of few items at once, of many in a thread, one after the other. Only the newest wish counts; what was asked
 * for before is not waited for. For the main thread.
 */
typedef struct _AtlasTimelineMaker AtlasTimelineMaker;

AtlasTimelineMaker *atlas_timeline_maker_new     (AtlasTimelineMadeFunc    made,
                                                  gpointer                 user_data) G_GNUC_WARN_UNUSED_RESULT;
/* What is being made is dropped when it is done; nobody is told. */
void                atlas_timeline_maker_free    (AtlasTimelineMaker      *self);
/* Calls the function with a layout: before it returns, or later. The wish that is there already is not made twice. */
void                atlas_timeline_maker_ask     (AtlasTimelineMaker      *self,
                                                  const AtlasTimelineWish *wish);
/* Forgets all that was asked for. */
void                atlas_timeline_maker_forget  (AtlasTimelineMaker      *self);
gboolean            atlas_timeline_maker_is_busy (AtlasTimelineMaker      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTimelineMaker, atlas_timeline_maker_free)

G_END_DECLS
