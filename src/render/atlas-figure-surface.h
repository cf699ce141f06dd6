// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* What a file says of itself. Each may be %NULL. */
typedef struct
{
  const char *title;
  const char *description; /* what is to be seen, for who does not see it */
  const char *author;
  const char *licence;
  const char *keywords;
  const char *link;
} AtlasFigureMeta;

/* Draws one page, in px. */
typedef void (*AtlasFigureDrawFunc) (cairo_t *cr,
                                     gpointer user_data);

/**
 * atlas_figure_write_png:
 * @stream: where the file goes
 * @width: px
 * @height: px
 * @scale: device px a px
 * @meta: what the file says of itself: text chunks, the description as the one of that name
 * @draw: (scope call): draws it
 * @user_data: for @draw
 * @cancellable: (nullable): stops it
 * @error: return location: a #GIOErrorEnum, %G_IO_ERROR_INVALID_ARGUMENT where there would be too many px
 *
 * Writes an opaque PNG image.
 *
 * Returns: whether it is written
 */
gboolean atlas_figure_write_png (GOutputStream         *stream,
                                 double                 width,
                                 double                 height,
                                 double                 scale,
                                 const AtlasFigureMeta *meta,
                                 AtlasFigureDrawFunc    draw,
                                 gpointer               user_data,
                                 GCancellable          *cancellable,
                                 GError               **error);

/**
 * atlas_figure_write_svg:
 *
 * Writes an SVG drawing of which every text is a text. As atlas_figure_write_png() otherwise.
 *
 * Returns: whether it is written
 */
gboolean atlas_figure_write_svg (GOutputStream         *stream,
                                 double                 width,
                                 double                 height,
                                 const AtlasFigureMeta *meta,
                                 AtlasFigureDrawFunc    draw,
                                 gpointer               user_data,
                                 GCancellable          *cancellable,
                                 GError               **error);

/* A PDF while it is written, a page after the other. */
typedef struct _AtlasFigurePdf AtlasFigurePdf;

/* Its pages are @width × @height px. Errors are told by atlas_figure_pdf_finish(). (transfer full) */
AtlasFigurePdf *atlas_figure_pdf_new         (GOutputStream         *stream,
                                              double                 width,
                                              double                 height,
                                              const AtlasFigureMeta *meta,
                                              GCancellable          *cancellable) G_GNUC_WARN_UNUSED_RESULT;
/* Draws a page. @outline: (nullable): what it is called in the outline. FALSE: there is an error already. */
gboolean        atlas_figure_pdf_add_page    (AtlasFigurePdf        *self,
                                              const char            *outline,
                                              AtlasFigureDrawFunc    draw,
                                              gpointer               user_data);
/* Writes the end, and frees it. */
gboolean        atlas_figure_pdf_finish      (AtlasFigurePdf        *self,
                                              GError               **error);

G_END_DECLS
