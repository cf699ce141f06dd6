// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasTourBook:
 *
 * All tours of an atlas, a #GListModel of #AtlasTour: first those that are part of it, which do not change, then the user's own,
 * which are edited here. Every id is one tour's. What keeps the user's in files listens to `changed`.
 *
 * Properties (notify on change): `can-undo`, `can-redo`. Signal: `changed` (id of a tour of the user's that is new, another or
 * gone).
 */
#define ATLAS_TYPE_TOUR_BOOK (atlas_tour_book_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTourBook, atlas_tour_book, ATLAS, TOUR_BOOK, GObject)

/* Steps of undoing that are kept. */
#define ATLAS_TOUR_BOOK_MAX_UNDO 200

AtlasTourBook *atlas_tour_book_new         (void) G_GNUC_WARN_UNUSED_RESULT;
/* Whose tours are listed first. (nullable) */
void           atlas_tour_book_set_dataset (AtlasTourBook *self,
                                            AtlasDataset  *dataset);
AtlasTour     *atlas_tour_book_lookup      (AtlasTourBook *self,
                                            const char    *id); /* (transfer none) (nullable) */
/* Whether it is the user's, and so can be edited. */
gboolean       atlas_tour_book_is_own      (AtlasTourBook *self,
                                            const char    *id);

/**
 * atlas_tour_book_set_own:
 * @self: a book
 * @tours: (element-type AtlasTour): the user's tours, as they were read
 *
 * Lets the user's tours be others: nothing is to be saved or undone. A tour whose id is taken gets another.
 */
void           atlas_tour_book_set_own     (AtlasTourBook *self,
                                            GPtrArray     *tours);

/**
 * atlas_tour_book_put:
 * @self: a book
 * @tour: a tour of the user's, new or in place of the one with its id
 * @gesture: (nullable): what is going on; calls in a row with the same one, such as keys typed in one field, are undone at once
 *
 * Adds or changes a tour of the user's. One that is what it was already is no change.
 */
void           atlas_tour_book_put         (AtlasTourBook *self,
                                            AtlasTour     *tour,
                                            const char    *gesture);
void           atlas_tour_book_remove      (AtlasTourBook *self,
                                            const char    *id);

/* FALSE: there is nothing. @id: (out) (optional) (transfer full): of the tour that is another, there again or gone */
gboolean       atlas_tour_book_undo        (AtlasTourBook *self,
                                            char         **id);
gboolean       atlas_tour_book_redo        (AtlasTourBook *self,
                                            char         **id);
gboolean       atlas_tour_book_get_can_undo (AtlasTourBook *self);
gboolean       atlas_tour_book_get_can_redo (AtlasTourBook *self);

/**
 * atlas_tour_book_step:
 * @self: a book
 * @session: who is on one of its tours
 * @direction: 1: to the next step; -1: to the one before; 0: to the step one is at, after looking elsewhere
 *
 * Goes on in the tour that the session is on.
 *
 * Returns: %FALSE if it is on none, or there is no such step
 */
gboolean       atlas_tour_book_step        (AtlasTourBook *self,
                                            AtlasSession  *session,
                                            int            direction);

/**
 * atlas_tour_book_dup_free_id:
 * @self: a book
 * @title: of a tour
 *
 * Makes an id for a new tour out of its title.
 *
 * Returns: (transfer full): an id that no tour has
 */
char          *atlas_tour_book_dup_free_id (AtlasTourBook *self,
                                            const char    *title) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
