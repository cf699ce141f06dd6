// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-figure-surface.h"

G_BEGIN_DECLS

/* Where cairo writes to; it keeps the first error, of which cairo only says that there was one. */
typedef struct
{
  GOutputStream *stream;
  GCancellable  *cancellable; /* (nullable) */
  GError        *error;
} AtlasFigureSink;

/* Whether there is neither an error nor a wish to stop. */
gboolean       atlas_figure_sink_is_open (AtlasFigureSink     *self);
/* A cairo_write_func_t. */
cairo_status_t atlas_figure_sink_write   (void                *closure,
                                          const unsigned char *data,
                                          unsigned int         length);
/* Tells the first error, or that of cairo. */
gboolean       atlas_figure_sink_close   (AtlasFigureSink     *self,
                                          cairo_status_t       status,
                                          GError             **error);

G_END_DECLS
