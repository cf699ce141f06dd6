// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap.h"
#include "atlas-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AtlasExportDialog:
 *
 * Lets something leave the program: the view as a figure, a tour as a handout or as images, items as data. It shows small what
 * it will be, asks for a place, and writes it in a thread that can be stopped. What goes wrong is said in the dialog, which
 * stays as it is. What was chosen is chosen again the next time.
 *
 * Signal: `exported` (#GFile: where it is; the dialog then closes).
 */
#define ATLAS_TYPE_EXPORT_DIALOG (atlas_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasExportDialog, atlas_export_dialog, ATLAS, EXPORT_DIALOG, AdwWindow)

/**
 * atlas_export_dialog_new:
 * @session: of an atlas; the view is what it is now
 * @basemap: (nullable): what lies under maps
 * @tours: (element-type AtlasTour): those to choose from
 * @width: of the map that shows the view, px; 0: it has no size
 * @height: of that map, px
 *
 * Makes the dialog.
 *
 * Returns: (transfer none): the dialog, to be presented
 */
GtkWidget *atlas_export_dialog_new        (AtlasSession      *session,
                                           AtlasBasemap      *basemap,
                                           GListModel        *tours,
                                           double             width,
                                           double             height);
/* Writes what is chosen: after the user was asked for a place. A name that ends as another format's files do chooses that one. */
void       atlas_export_dialog_write      (AtlasExportDialog *self,
                                           GFile             *file);
gboolean   atlas_export_dialog_is_writing (AtlasExportDialog *self);

G_END_DECLS
