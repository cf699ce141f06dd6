// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap-format.h"

enum
{
  OUT_LAYERS,
  OUT_FEATURES,
  OUT_PARTS,
  OUT_CHUNKS,
  OUT_VERTICES,
  OUT_LEVELS,
  OUT_GRIDS,
  OUT_SAMPLES,
  OUT_PLACES,
  OUT_LABELS,
  OUT_POINTS,
  OUT_NAMES,
  OUT_STRINGS,
  N_OUTPUTS,
};

typedef struct
{
  GArray     *array[N_OUTPUTS];
  GHashTable *strings; /* char * → offset in the strings */
  GHashTable *names;   /* GBytes of an AtlasBasemapName → index into the names */
} Output;

/* The first makes a name of one string for all languages. */
guint32  output_add_name   (Output *self, const char *name);
guint32  output_add_string (Output *self, const char *text);
guint32  output_add_set    (Output *self, const AtlasBasemapName *name);

/* One step an input file. Each appends to @out and says in @error what is wrong with @contents. */
gboolean compile_vectors (Output *out, const char *contents, gsize length, GError **error);
gboolean compile_relief  (Output *out, const char *contents, gsize length, GError **error);
gboolean compile_places  (Output *out, const char *contents, gsize length, GError **error);
gboolean compile_labels  (Output *out, const char *contents, gsize length, GError **error);
