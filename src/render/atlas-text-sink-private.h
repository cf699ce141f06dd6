// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-text-sink.h"

G_BEGIN_DECLS

struct _AtlasTextSink
{
  GArray    *runs;   /* of AtlasTextRun */
  GPtrArray *names;  /* of char *: of what is set letter by letter */
  guint      name;   /* which is being set, from 1; 0: none */
  guint      marked; /* runs before the last mark */
  GArray    *marks;  /* of guint: the first run after each */
};

/* Leaves a mark in what is drawn: the runs since the last one belong there. */
void atlas_text_sink_mark (AtlasTextSink *self,
                           cairo_t       *cr);

G_END_DECLS
