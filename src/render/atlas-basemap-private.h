// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap.h"
#include "atlas-basemap-format.h"

G_BEGIN_DECLS

/* The tables of an open basemap, for the painters of this layer. Checked when it was opened: whatever an index names exists,
 * and every name is UTF-8. All pointers look into the mapped file. */
struct _AtlasBasemap
{
  gatomicrefcount               ref_count;
  GVariant                     *variant;

  const AtlasBasemapLayerIndex *layers; /* ATLAS_BASEMAP_N_LAYERS of them */
  const AtlasBasemapFeature    *features;
  const AtlasBasemapPart       *parts;
  const AtlasBasemapBox        *chunks;
  const AtlasBasemapVertex     *vertices;
  const guint8                 *levels; /* one a vertex */
  const AtlasBasemapGrid       *grids;  /* the detailed ones, finest first, then the world's */
  const gint16                 *samples;
  const AtlasBasemapPlace      *places; /* most important first */
  const AtlasBasemapLabel      *labels;
  const AtlasBasemapVertex     *points;
  const AtlasBasemapName       *names;
  const char                   *strings;
  gsize                         n_features, n_parts, n_chunks, n_vertices, n_grids, n_samples;
  gsize                         n_places, n_labels, n_points, n_names, n_strings;
};

/* "" where there is none. */
static inline const char *
atlas_basemap_get_name (const AtlasBasemap  *self,
                        guint32              name,
                        AtlasBasemapLanguage language)
{
  return self->strings + self->names[name].text[language];
}

/* For a BCP 47 tag or "local"; English for what has no names here, and for %NULL. */
AtlasBasemapLanguage atlas_basemap_find_language (const char *tag);

G_END_DECLS
