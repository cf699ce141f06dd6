// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-finding.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * atlas_bundle_check_folder:
 * @folder: where a bundle should be
 * @cancellable: (nullable): a cancellable
 * @error: return location: an #ATLAS_BUNDLE_ERROR that names no place, or %G_IO_ERROR_CANCELLED
 *
 * Checks that there is a folder.
 *
 * Returns: whether there is
 */
gboolean atlas_bundle_check_folder (GFile        *folder,
                                    GCancellable *cancellable,
                                    GError      **error);

/**
 * atlas_bundle_read_file:
 * @folder: a bundle
 * @name: the file's name in it
 * @max_size: the most bytes it may have
 * @missing: (out) (optional): set instead of an error when there is no file of that name; a link that leads nowhere is an error
 * @cancellable: (nullable): a cancellable
 * @error: return location, as above
 *
 * Reads one file of a bundle whole. Folders, devices and pipes are refused before they are opened.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes  *atlas_bundle_read_file    (GFile        *folder,
                                    const char   *name,
                                    gsize         max_size,
                                    gboolean     *missing,
                                    GCancellable *cancellable,
                                    GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
