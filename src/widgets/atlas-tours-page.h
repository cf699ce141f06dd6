// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-key-binding.h"
#include "atlas-tour-book.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasToursPage:
 *
 * All tours, and of one of them the steps: to be walked, and, where the tour is the user's own, to be changed.
 *
 * Properties: `session` (#AtlasSession), `book` (#AtlasTourBook), `editing` (gboolean: the tour that is shown is being changed).
 *
 * Its buttons activate `win.present-step` ("(su)": id of the tour, step from 1 or 0), `win.open-tours` and `win.save-tour` ("s": id).
 * It has the actions `tours.step` (int: 1 to the next step, -1 to the one before), `tours.new`, `tours.copy`, `tours.remove`,
 * `tours.add-step`, `tours.edit`, `tours.all`, `tours.undo` and `tours.redo`.
 *
 * Signals: `removed` (a string: what was, in words), so that undoing can be offered; `link-activated` (a string, the address; the
 * label it stands in).
 */
#define ATLAS_TYPE_TOURS_PAGE (atlas_tours_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasToursPage, atlas_tours_page, ATLAS, TOURS_PAGE, GtkWidget)

GtkWidget             *atlas_tours_page_new              (void) G_GNUC_WARN_UNUSED_RESULT;
void                   atlas_tours_page_set_session      (AtlasToursPage *self,
                                                          AtlasSession   *session); /* (nullable) */
void                   atlas_tours_page_set_book         (AtlasToursPage *self,
                                                          AtlasTourBook  *book); /* (nullable) */
/* Which files of the user's cannot be read, and why. (nullable) */
void                   atlas_tours_page_set_problem      (AtlasToursPage *self,
                                                          const char     *problem);
/* Shows the steps of a tour; NULL: all tours. */
void                   atlas_tours_page_show_tour        (AtlasToursPage *self,
                                                          const char     *id);
const AtlasKeyBinding *atlas_tours_page_get_key_bindings (guint          *n_bindings);

G_END_DECLS
