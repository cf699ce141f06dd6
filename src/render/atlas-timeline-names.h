// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-item.h"
#include "atlas-palette.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* Names of items as masks: shaped and drawn once, then copied in any ink. */
typedef struct _AtlasTimelineNames AtlasTimelineNames;

AtlasTimelineNames *atlas_timeline_names_new       (PangoContext         *context) G_GNUC_WARN_UNUSED_RESULT;
void                atlas_timeline_names_free      (AtlasTimelineNames   *self);
/* Another language or font: all names are shaped anew. */
void                atlas_timeline_names_reset     (AtlasTimelineNames   *self,
                                                    const char           *language); /* (nullable) */
/* How many names may be shaped until the next call; the others wait. Negative: as many as are wanted. */
void                atlas_timeline_names_begin     (AtlasTimelineNames   *self,
                                                    double                scale,   /* device px a px; 0: names are drawn as letters */
                                                    int                   patience);
/* Whether all names that were wanted since then are there. */
gboolean            atlas_timeline_names_is_complete (const AtlasTimelineNames *self);

/**
 * atlas_timeline_names_paint:
 * @self: names
 * @cr: what to draw on
 * @item: whose
 * @italic: whether it is a heading
 * @x: its left side, px
 * @middle_y: the middle of its height
 * @width: the room it has: a longer name is cut
 * @color: the ink
 * @strength: of it
 * @ground: what the letters stand on, for their halo
 *
 * Draws a name.
 */
void                atlas_timeline_names_paint     (AtlasTimelineNames   *self,
                                                    cairo_t              *cr,
                                                    AtlasItem            *item,
                                                    gboolean              italic,
                                                    double                x,
                                                    double                middle_y,
                                                    double                width,
                                                    AtlasColor            color,
                                                    double                strength,
                                                    AtlasColor            ground);
/* Draws a short text, such as a count, in a size, always the same for a text, and in the middle of a place. Few texts may differ. */
void                atlas_timeline_names_paint_text (AtlasTimelineNames  *self,
                                                     cairo_t             *cr,
                                                     const char          *text,
                                                     double               size, /* 1 is a name's */
                                                     double               middle_x,
                                                     double               middle_y,
                                                     AtlasColor           color,
                                                     double               strength);
/* The width of the whole name, px. */
double              atlas_timeline_names_measure   (AtlasTimelineNames   *self,
                                                    AtlasItem            *item);

/* A copy of the context's font in a size: 1 is a name's. (transfer full) */
PangoFontDescription *atlas_timeline_names_create_font (PangoContext     *context,
                                                        double            size,
                                                        gboolean          bold,
                                                        gboolean          italic);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTimelineNames, atlas_timeline_names_free)

G_END_DECLS
