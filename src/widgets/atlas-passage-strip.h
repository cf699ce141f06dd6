// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-key-binding.h"
#include "atlas-timeline-axis.h"

G_BEGIN_DECLS

/**
 * AtlasPassageStrip:
 *
 * The part of a timeline that says which passages of the report speak of which years, a row a section. A click goes to the
 * passage there, or offers those that are; what is selected or hovered elsewhere, and the clock's days, light the passages
 * that speak of them. Each passage in view is a child of its own for the keyboard and assistive technology.
 *
 * Properties: `tall` (rows high enough for numbers and names of sections).
 */
#define ATLAS_TYPE_PASSAGE_STRIP (atlas_passage_strip_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPassageStrip, atlas_passage_strip, ATLAS, PASSAGE_STRIP, GtkWidget)

GtkWidget             *atlas_passage_strip_new              (AtlasTimelineAxis *axis) G_GNUC_WARN_UNUSED_RESULT;
void                   atlas_passage_strip_set_session      (AtlasPassageStrip *self,
                                                             AtlasSession      *session); /* (nullable) */
gboolean               atlas_passage_strip_get_tall         (AtlasPassageStrip *self);
void                   atlas_passage_strip_set_tall         (AtlasPassageStrip *self,
                                                             gboolean           tall);
/* Its keys, for the list of keys. */
const AtlasKeyBinding *atlas_passage_strip_get_key_bindings (guint             *n_bindings); /* (out) */

G_END_DECLS
