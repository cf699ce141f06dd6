// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-symbol.h"
#include "atlas-timeline-fill.h"

G_BEGIN_DECLS

/* Pictures of what stands on a timeline again and again: symbols, and the tiles that bars are filled with. They are drawn once
 * for each size and ink and then copied. On a target that has no px, as in print, symbols are drawn as shapes. */
typedef struct _AtlasTimelineSprites AtlasTimelineSprites;

AtlasTimelineSprites *atlas_timeline_sprites_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void                  atlas_timeline_sprites_free  (AtlasTimelineSprites *self);
/* Looks at what @cr draws on and what it is clipped to; to be called anew when either changes. */
void                  atlas_timeline_sprites_begin (AtlasTimelineSprites *self,
                                                    cairo_t              *cr);
/* Device px a px of a target that is a picture; 0: it is none, and drawing is as quick as copying. */
double                atlas_timeline_sprites_get_scale (const AtlasTimelineSprites *self);

/* Whether the target is for paper: fills are shapes, and there is no picture. */
gboolean              atlas_timeline_sprites_is_paper  (const AtlasTimelineSprites *self);

/* Draws a symbol round the middle of the px that @x, @y is in. */
void                  atlas_timeline_sprites_paint_symbol (AtlasTimelineSprites *self,
                                                           cairo_t              *cr,
                                                           AtlasSymbol           symbol,
                                                           AtlasSymbolFill       fill,
                                                           double                x,
                                                           double                y,
                                                           double                radius,
                                                           guint32               ink,
                                                           guint32               paper,
                                                           double                strength);
/* The source that fills bars of @height px: its tiles begin at 0, 0. (transfer none), valid until the next call. */
cairo_pattern_t      *atlas_timeline_sprites_get_tile     (AtlasTimelineSprites *self,
                                                           AtlasTimelineFill     fill,
                                                           int                   height,
                                                           guint32               ink,
                                                           double                strength);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTimelineSprites, atlas_timeline_sprites_free)

G_END_DECLS
