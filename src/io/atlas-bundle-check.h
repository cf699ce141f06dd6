// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"
#include "atlas-finding.h"

G_BEGIN_DECLS

/* The files of a bundle, in the order in which they are read. */
#define ATLAS_BUNDLE_MANIFEST "atlas.json"
#define ATLAS_BUNDLE_SOURCES "sources.json"
#define ATLAS_BUNDLE_ITEMS "items.geojson"
#define ATLAS_BUNDLE_REPORT "report.md"
#define ATLAS_BUNDLE_SERIES "series.json"
#define ATLAS_BUNDLE_TOURS "tours.json"

/**
 * AtlasBundle:
 *
 * The parts of a bundle as they were read. A part that could not be read is %NULL; so is an item, reference, series or tour in
 * its array, whose index is its place in the file.
 */
typedef struct
{
  AtlasManifest *manifest;
  GPtrArray     *items;      /* of AtlasItem */
  GPtrArray     *references; /* of AtlasReference */
  AtlasReport   *report;
  GPtrArray     *series; /* of AtlasSeries */
  GPtrArray     *tours;  /* of AtlasTour */
} AtlasBundle;

void atlas_bundle_clear (AtlasBundle *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasBundle, atlas_bundle_clear)

/**
 * atlas_bundle_check:
 * @self: a bundle
 * @findings: (element-type AtlasFinding): where findings go
 *
 * Checks what no single file can: that every id is one's own, that what is named exists, that phases follow one another
 * inside an item's life, that every address is harmless and that every item has something to stand on.
 */
void atlas_bundle_check (const AtlasBundle *self,
                         GPtrArray         *findings);

/* The checks of one item's phases; see atlas_bundle_check(). @index: the item's place in the file. */
void atlas_phases_check (AtlasItem *item,
                         guint      index,
                         GPtrArray *findings);

G_END_DECLS
