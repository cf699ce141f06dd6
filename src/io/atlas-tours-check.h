// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"
#include "atlas-finding.h"

G_BEGIN_DECLS

/* What the steps of tours may name. Of what is NULL nothing is checked. */
typedef struct
{
  const AtlasManifest *manifest;
  GHashTable          *items;   /* of char *: ids */
  GHashTable          *sources; /* of char *: ids */
  GArray              *records; /* of gboolean by the report's citation number */
  AtlasReport         *report;
} AtlasToursContext;

/**
 * atlas_tours_check:
 * @tours: (element-type AtlasTour): tours, %NULL in place of one that could not be read
 * @context: what they may name
 * @file: their file, for findings
 * @findings: (element-type AtlasFinding): where findings go
 *
 * Checks what no file of tours can check of itself: that ids are one's own, that items, sources, citations, passages and tokens
 * of filters exist, that a step says where the map and the timeline look, and nothing that they do not show.
 */
void atlas_tours_check         (GPtrArray               *tours,
                                const AtlasToursContext *context,
                                const char              *file,
                                GPtrArray               *findings);
/* The same of tours that are not part of the atlas. */
void atlas_tours_check_against (GPtrArray               *tours,
                                AtlasDataset            *dataset,
                                const char              *file,
                                GPtrArray               *findings);

G_END_DECLS
