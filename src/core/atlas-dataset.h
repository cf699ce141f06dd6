// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-item.h"
#include "atlas-manifest.h"
#include "atlas-reference.h"
#include "atlas-report.h"
#include "atlas-series.h"
#include "atlas-tour.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasDataset:
 *
 * A whole atlas, read-only: a #GListModel of its items in time order (atlas_item_compare()), with everything that
 * belongs to them. Any thread may read it.
 */
#define ATLAS_TYPE_DATASET (atlas_dataset_get_type ())
G_DECLARE_FINAL_TYPE (AtlasDataset, atlas_dataset, ATLAS, DATASET, GObject)

/**
 * atlas_dataset_new_take:
 * @manifest: (transfer full): the manifest
 * @items: (transfer full): of #AtlasItem in any order, ids unique
 * @report: (transfer full): the text
 * @bibliography: (transfer full): the references
 * @series: (transfer full) (nullable): of #AtlasSeries
 *
 * Puts an atlas together and indexes it. References between its parts are the loader's to check.
 *
 * Returns: (transfer full): the atlas
 */
AtlasDataset        *atlas_dataset_new_take         (AtlasManifest     *manifest,
                                                     GPtrArray         *items,
                                                     AtlasReport       *report,
                                                     AtlasBibliography *bibliography,
                                                     GPtrArray         *series) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_dataset_new_with_reading:
 * @base: an atlas
 * @report: (nullable): what is read in it instead of its own text; %NULL: its own
 * @bibliography: (nullable): the references instead of its own; %NULL: its own
 *
 * The same atlas with another text or other references: the report's own words from a file of the user's, references that
 * the user added. Items are shared with @base, so that a session that is given one for the other stays where it is.
 *
 * Returns: (transfer full): the atlas
 */
AtlasDataset        *atlas_dataset_new_with_reading (AtlasDataset      *base,
                                                     AtlasReport       *report,
                                                     AtlasBibliography *bibliography) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): takes an array of AtlasTour, ids unique, in place of the ones it has. For who puts an atlas together, before any other
 * thread sees it. */
void                 atlas_dataset_take_tours       (AtlasDataset      *self,
                                                     GPtrArray         *tours);

/* Whether its report is the atlas's own, which tells the author's again in other words; FALSE: one of the user's. */
gboolean             atlas_dataset_has_own_report   (AtlasDataset *self);
const AtlasManifest *atlas_dataset_get_manifest     (AtlasDataset *self);
AtlasReport         *atlas_dataset_get_report       (AtlasDataset *self); /* (transfer none) */
AtlasBibliography   *atlas_dataset_get_bibliography (AtlasDataset *self); /* (transfer none) */
GPtrArray           *atlas_dataset_get_series       (AtlasDataset *self); /* (transfer none): of AtlasSeries; never NULL */
GPtrArray           *atlas_dataset_get_tours        (AtlasDataset *self); /* (transfer none): of AtlasTour; never NULL */
AtlasTour           *atlas_dataset_lookup_tour      (AtlasDataset *self,
                                                     const char   *id); /* (transfer none) (nullable) */
guint                atlas_dataset_get_n_items      (AtlasDataset *self);
AtlasItem           *atlas_dataset_get_item         (AtlasDataset *self,
                                                     guint         position); /* (transfer none) */
AtlasItem           *atlas_dataset_lookup           (AtlasDataset *self,
                                                     const char   *id); /* (transfer none) (nullable) */
/* Its place in time order, from 0; G_MAXUINT when it is not in this atlas. */
guint                atlas_dataset_get_position     (AtlasDataset *self,
                                                     AtlasItem    *item);
/* (transfer none): of AtlasItem (borrowed) to which the report attaches @citation, or which stand on reference @id; never NULL */
GPtrArray           *atlas_dataset_get_citing       (AtlasDataset *self,
                                                     guint         citation);
GPtrArray           *atlas_dataset_get_resting_on   (AtlasDataset *self,
                                                     const char   *reference_id);
/* (transfer container): ids of all references an item rests on (facts, phases, milestones, differences, coverage, primary text), each once, in order of first use; of const char * */
GPtrArray           *atlas_dataset_dup_item_sources (AtlasDataset *self,
                                                     AtlasItem    *item) G_GNUC_WARN_UNUSED_RESULT;

typedef gboolean (*AtlasItemFunc) (AtlasItem *item,
                                   gpointer   user_data);
/* Calls @func for every item whose box overlaps @box (unit Mercator), in time order not guaranteed, until it returns FALSE. */
void                 atlas_dataset_foreach_in_box   (AtlasDataset *self,
                                                     AtlasBox      box,
                                                     AtlasItemFunc func,
                                                     gpointer      user_data);

G_END_DECLS
