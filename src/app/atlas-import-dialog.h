// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-reading.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AtlasImportDialog:
 *
 * Takes the report's own text from a file of the user's: says what of it matches the atlas and what does not, and keeps it
 * only when the user agrees. A file that is something else is refused, and nothing of it is kept.
 */
#define ATLAS_TYPE_IMPORT_DIALOG (atlas_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasImportDialog, atlas_import_dialog, ATLAS, IMPORT_DIALOG, AdwWindow)

/* Asks for a file, then shows the dialog over @parent. */
void atlas_import_dialog_choose (GtkWindow    *parent,
                                 AtlasReading *reading);
/* The same with @file. */
void atlas_import_dialog_show   (GtkWindow    *parent,
                                 AtlasReading *reading,
                                 GFile        *file);

G_END_DECLS
