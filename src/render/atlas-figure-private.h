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
/* Takes @content. */
gboolean       atlas_figure_write_content  (AtlasFigureContent      *content,
                                            AtlasBasemap            *basemap,
                                            const AtlasFigureSpec   *spec,
                                            const AtlasFigureFormat *format,
                                            GFile                   *file,
                                            GCancellable            *cancellable,
                                            GError                 **error);

G_END_DECLS
