// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasHeading:
 *
 * The row of a list that stands over a group of others. Immutable.
 */
#define ATLAS_TYPE_HEADING (atlas_heading_get_type ())
G_DECLARE_FINAL_TYPE (AtlasHeading, atlas_heading, ATLAS, HEADING, GObject)

/* @count: of the rows under it; @folded: whether they are put away. One without an id cannot be folded. */
AtlasHeading *atlas_heading_new        (const char   *id,
                                        const char   *title,
                                        guint         count,
                                        gboolean      folded) G_GNUC_WARN_UNUSED_RESULT;
const char   *atlas_heading_get_id     (AtlasHeading *self); /* (nullable) */
const char   *atlas_heading_get_title  (AtlasHeading *self);
guint         atlas_heading_get_count  (AtlasHeading *self);
gboolean      atlas_heading_get_folded (AtlasHeading *self);
gboolean      atlas_heading_equal      (AtlasHeading *a,
                                        AtlasHeading *b);

G_END_DECLS
