// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasRows:
 *
 * What a list of the contents shows: objects in a row, some of them #AtlasHeading.
 *
 * It is a #GtkSelectionModel in which only the program selects: the keys that move the focus through a list leave alone
 * what is chosen.
 */
#define ATLAS_TYPE_ROWS (atlas_rows_get_type ())
G_DECLARE_FINAL_TYPE (AtlasRows, atlas_rows, ATLAS, ROWS, GObject)

AtlasRows *atlas_rows_new           (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_rows_replace:
 * @self: rows
 * @objects: (transfer full): of #GObject, each owned by the array
 *
 * Shows other rows. What is the same at the beginning and at the end stays, so that a list keeps its place.
 */
void       atlas_rows_replace       (AtlasRows *self,
                                     GPtrArray *objects);
/* Shows a screenful first and the rest of the rows when there is time: a list makes and measures a widget for each of up to
 * 200 rows before its first picture. */
void       atlas_rows_grow          (AtlasRows *self);
/* Shows all rows now, because one of them is wanted. */
void       atlas_rows_grow_up       (AtlasRows *self);
gpointer   atlas_rows_get           (AtlasRows *self,
                                     guint      position); /* (transfer none) (nullable): a GObject */
guint      atlas_rows_find          (AtlasRows *self,
                                     gpointer   object); /* GTK_INVALID_LIST_POSITION: it is not there */
/* The rows that are no headings, and the place of one among them, from 1; 0 for a heading. */
guint      atlas_rows_get_n_entries (AtlasRows *self);
guint      atlas_rows_get_ordinal   (AtlasRows *self,
                                     guint      position);
/* The next (1) or previous (-1) row from @position that is no heading; GTK_INVALID_LIST_POSITION: there is none. From
 * GTK_INVALID_LIST_POSITION the first or the last. */
guint      atlas_rows_step          (AtlasRows *self,
                                     guint      position,
                                     int        direction);
/* The same from the selected object; when there is none, or nothing beyond it, from the other end. */
guint      atlas_rows_step_selected (AtlasRows *self,
                                     int        direction);
gpointer   atlas_rows_get_selected  (AtlasRows *self); /* (transfer none) (nullable) */
/* Selects an object whether or not it has a row now. */
void       atlas_rows_set_selected  (AtlasRows *self,
                                     gpointer   object);

G_END_DECLS
