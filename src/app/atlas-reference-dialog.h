// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-reference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AtlasReferenceDialog:
 *
 * Lets the user write the record of a source, or paste it as BibTeX, RIS or CSL-JSON.
 *
 * Emits `added` (#AtlasReference) when the user agrees, and closes.
 */
#define ATLAS_TYPE_REFERENCE_DIALOG (atlas_reference_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasReferenceDialog, atlas_reference_dialog, ATLAS, REFERENCE_DIALOG, AdwWindow)

/* @citation: the report's number that it is the record of; 0: none */
GtkWidget *atlas_reference_dialog_new   (GtkWindow            *parent,
                                         guint                 citation) G_GNUC_WARN_UNUSED_RESULT;
/* What was pasted, as if by hand. */
void       atlas_reference_dialog_paste (AtlasReferenceDialog *self,
                                         const char           *text);

G_END_DECLS
