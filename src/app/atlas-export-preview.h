// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-export-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AtlasExportPreview:
 *
 * Shows small what a job will make: a picture, or how a file begins. It is made in a thread, one at a time, and of several
 * wishes that come meanwhile only the last is followed.
 *
 * Properties: `busy` (one is being made).
 */
#define ATLAS_TYPE_EXPORT_PREVIEW (atlas_export_preview_get_type ())
G_DECLARE_FINAL_TYPE (AtlasExportPreview, atlas_export_preview, ATLAS, EXPORT_PREVIEW, AdwBin)

GtkWidget *atlas_export_preview_new     (void);
void       atlas_export_preview_show    (AtlasExportPreview *self,
                                         AtlasExportJob     *job,
                                         const char         *description); /* in words, for who does not see it */
gboolean   atlas_export_preview_is_busy (AtlasExportPreview *self);

G_END_DECLS
