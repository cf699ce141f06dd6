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
  GHashTable *countries; /* char *, a code of two letters → index of the set */
  GArray     *contested; /* Contested */
  GHashTable *known;   /* char *, a name on the map → index of the set that names.tsv tells of it */
} Output;

/* Strings and sets of them that are there already are not added again. */
guint32  output_add_string (Output *self, const char *text);
guint32  output_add_set    (Output *self, const AtlasBasemapName *name);

/* compile-sets.c. @texts are those of the languages; "" and beyond the vector's end: not known. The second finds what
 * names.tsv tells, else makes a name of one string for all languages; figures at its end (heights) are kept. */
guint32  output_add_texts  (Output *self, const char *texts[ATLAS_BASEMAP_N_LANGUAGES]);
guint32  output_add_name   (Output *self, const char *name);

/* compile-countries.c: the country that a town is said to be in, which is none where that is contested. */
guint8   output_find_country (Output *self, const char *code, const char *name, double longitude, double latitude);

/* One step an input file. Each appends to @out and says in @error what is wrong with @contents. */
gboolean compile_countries (Output *out, const char *contents, gsize length, GError **error);
gboolean compile_contested (Output *out, const char *contents, gsize length, GError **error);
gboolean compile_names   (Output *out, const char *contents, gsize length, GError **error);
gboolean compile_vectors (Output *out, const char *contents, gsize length, GError **error);
gboolean compile_relief  (Output *out, const char *contents, gsize length, GError **error);
gboolean compile_places  (Output *out, const char *contents, gsize length, GError **error);
gboolean compile_labels  (Output *out, const char *contents, gsize length, GError **error);

/* For the tables among them: calls @add_row for every line that is no remark, with at least @n_fields fields. */
typedef gboolean (*RowFunc) (Output *out, char **fields, GError **error);
gboolean compile_number  (const char *text, double low, double high, double *value, GError **error);
gboolean compile_table   (Output *out, const char *contents, gsize length, guint n_fields, RowFunc add_row, GError **error);
