// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasReaderView:
 *
 * A text that is read: as wide as reads well, with room for numbers at its left, and with ink of its owner under the words.
 *
 * Signals: `paint` (#GtkSnapshot: what is under the words, in the buffer's coordinates), `step-link` (int: Tab goes on by one or
 * back; returns whether there was a link), `copy`.
 */
#define ATLAS_TYPE_READER_VIEW (atlas_reader_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlasReaderView, atlas_reader_view, ATLAS, READER_VIEW, GtkTextView)

GtkWidget *atlas_reader_view_new            (void) G_GNUC_WARN_UNUSED_RESULT;
/* How wide a character is on the average, and what is left free at the left, px. */
void       atlas_reader_view_set_measure    (AtlasReaderView *self,
                                             double           character,
                                             int              gutter);
int        atlas_reader_view_get_left       (AtlasReaderView *self); /* where lines begin, in the buffer's coordinates */
/* Appends a graphene_rect_t for each line that a run of characters stands on, in the buffer's coordinates. */
void       atlas_reader_view_add_rectangles (AtlasReaderView *self,
                                             int              start,
                                             int              end,
                                             GArray          *rectangles);
/* The character at a place of the widget; -1: there is none. */
int        atlas_reader_view_get_offset_at  (AtlasReaderView *self,
                                             double           x,
                                             double           y);
/* The first character that is in view, or the one so far (px) under the upper edge. */
int        atlas_reader_view_get_first_offset (AtlasReaderView *self,
                                               int              under);

G_END_DECLS
