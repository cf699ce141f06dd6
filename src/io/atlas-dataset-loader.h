// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"
#include "atlas-finding.h"

G_BEGIN_DECLS

/**
 * atlas_bundle_builtin:
 *
 * Gives the atlas that is part of the program.
 *
 * Returns: (transfer full): its folder, a `resource://` one
 */
GFile        *atlas_bundle_builtin      (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_bundle_load_builtin_ahead:
 *
 * Begins to load the built-in atlas in a thread, for a program that is about to ask for it and has other things to do first.
 *
 * The first atlas_dataset_load_async() of it takes what was loaded. Once, before that call.
 */
void          atlas_bundle_load_builtin_ahead (void);

/**
 * atlas_bundle_validate:
 * @folder: a bundle: a folder on a disk or a `resource://` one
 * @cancellable: (nullable): a cancellable; a cancelled check ends early
 *
 * Reads a bundle and checks it whole.
 *
 * Returns: (transfer full) (element-type AtlasFinding): everything that is wrong with it, in the order of its files; empty
 * for a good one
 */
GPtrArray    *atlas_bundle_validate     (GFile        *folder,
                                         GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_dataset_load:
 * @folder: a bundle: a folder on a disk or a `resource://` one
 * @cancellable: (nullable): a cancellable
 * @error: return location: an #ATLAS_BUNDLE_ERROR that says file, place and rule, or %G_IO_ERROR_CANCELLED
 *
 * Reads an atlas. Blocks; a window calls atlas_dataset_load_async().
 *
 * Returns: (transfer full) (nullable): the atlas, or %NULL when its bundle breaks a rule that is not only a warning
 */
AtlasDataset *atlas_dataset_load        (GFile              *folder,
                                         GCancellable       *cancellable,
                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same in a thread of its own. */
void          atlas_dataset_load_async  (GFile              *folder,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
AtlasDataset *atlas_dataset_load_finish (GAsyncResult       *result,
                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
