// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-passage-times.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasPassageMark:
 *
 * What the keyboard and assistive technology see of a passage on the strip of passages, laid over its drawing: it draws
 * nothing itself and takes no clicks. A strip keeps a bounded number of them and lets each stand for one passage after another.
 */
#define ATLAS_TYPE_PASSAGE_MARK (atlas_passage_mark_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPassageMark, atlas_passage_mark, ATLAS, PASSAGE_MARK, GtkWidget)

GtkWidget          *atlas_passage_mark_new         (void) G_GNUC_WARN_UNUSED_RESULT;
const AtlasPassage *atlas_passage_mark_get_passage (AtlasPassageMark   *self); /* (transfer none) (nullable) */
/* Stands for @passage, the @position th (from 0) of @n_passages; %NULL lets go of all. */
void                atlas_passage_mark_set_passage (AtlasPassageMark   *self,
                                                    AtlasPassageTimes  *times,
                                                    const AtlasPassage *passage,
                                                    guint               position,
                                                    guint               n_passages);
/* Whether it is the passage that is read. */
void                atlas_passage_mark_set_current (AtlasPassageMark   *self,
                                                    gboolean            current);
/* What assistive technology says: "Passage 12, Economic ties, speaks of 1994 to 2006". */
const char         *atlas_passage_mark_get_label   (AtlasPassageMark   *self);

G_END_DECLS
