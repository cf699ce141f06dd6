// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-figure-plate.h"
#include "atlas-figure-surface.h"

G_BEGIN_DECLS

#define ATLAS_FIGURE_AUTHOR "The Corridor Atlas authors"

AtlasPaletteId atlas_figure_choose_palette (const AtlasFigureSpec   *spec,
                                            const AtlasFigureFormat *format); /* (nullable): a screen */
gboolean       atlas_figure_check_spec     (const AtlasFigureSpec   *spec,
                                            GError                 **error);
/* Adds a plate to a PDF: its page, and further ones for references that it has no room for. */
gboolean       atlas_figure_add_pages      (AtlasFigurePdf          *pdf,
                                            AtlasFigurePlate        *plate,
                                            const char              *outline);
/* How many that will be. */
guint          atlas_figure_count_pages    (AtlasFigurePlate        *plate);
/* What the page of a step says; (transfer full). */
AtlasFigureContent *atlas_figure_content_new_for_step (AtlasDataset          *dataset,
                                                       AtlasTour             *tour,
                                                       guint                  position,
                                                       const AtlasFigureSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
/* Takes @content. */
gboolean       atlas_figure_write_content  (AtlasFigureContent      *content,
                                            AtlasBasemap            *basemap,
                                            const AtlasFigureSpec   *spec,
                                            const AtlasFigureFormat *format,
                                            GFile                   *file,
                                            GCancellable            *cancellable,
                                            GError                 **error);

G_END_DECLS
