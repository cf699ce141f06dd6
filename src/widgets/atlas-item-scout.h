// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-item-picture.h"

G_BEGIN_DECLS

/**
 * AtlasItemScout:
 *
 * Goes ahead of a flight: paints pictures of items in a thread, of where the map will be when they are ready.
 *
 * It has a scene of its own, which is told what the map's shows whenever a picture is asked for.
 */
typedef struct _AtlasItemScout AtlasItemScout;

AtlasItemScout *atlas_item_scout_new     (void) G_GNUC_WARN_UNUSED_RESULT;
/* A picture that is being painted is waited for by nobody. */
void            atlas_item_scout_free    (AtlasItemScout *self);

/**
 * atlas_item_scout_is_busy:
 * @self: a scout
 *
 * Looks whether a picture is being painted, or is ready and nobody has taken it.
 *
 * Returns: %TRUE if so
 */
gboolean        atlas_item_scout_is_busy (AtlasItemScout *self);

/**
 * atlas_item_scout_go:
 * @self: a scout; a busy one does nothing
 * @scene: what is shown
 * @now: where the map looks
 * @ahead: where it will soon
 * @is_last: whether it will stay there
 * @scale: of the screen, device px a px
 *
 * Begins to paint a picture: of all that is seen meanwhile or, at last, of where the map comes to rest.
 */
void            atlas_item_scout_go      (AtlasItemScout      *self,
                                          AtlasMapScene       *scene,
                                          const AtlasMapFrame *now,
                                          const AtlasMapFrame *ahead,
                                          gboolean             is_last,
                                          int                  scale);

/**
 * atlas_item_scout_report:
 * @self: a scout
 * @picture: (inout): what is drawn so far
 * @scene: what is shown
 * @frame: where the map looks
 * @has_landed: whether it stays there
 *
 * Puts the picture that is ready in the place of another one, if it is of what is shown and, unless the map has landed, has all
 * of the view in it when it is the last.
 */
void            atlas_item_scout_report  (AtlasItemScout      *self,
                                          AtlasItemPicture    *picture,
                                          AtlasMapScene       *scene,
                                          const AtlasMapFrame *frame,
                                          gboolean             has_landed);

/* After a flight: lets go of what was kept for its frames. */
void            atlas_item_scout_rest    (AtlasItemScout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasItemScout, atlas_item_scout_free)

G_END_DECLS
