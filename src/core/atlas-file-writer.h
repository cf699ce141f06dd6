// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasFileWriteFunc:
 * @stream: where the file's content goes; it is buffered, and its owner closes it
 * @user_data: what the caller gave
 * @cancellable: (nullable): to be looked at often where there is much to write
 * @error: return location
 *
 * Writes the whole content of a file.
 *
 * Returns: whether it is whole
 */
typedef gboolean (*AtlasFileWriteFunc) (GOutputStream *stream,
                                        gpointer       user_data,
                                        GCancellable  *cancellable,
                                        GError       **error);

/**
 * atlas_file_write:
 * @file: the file to make or to replace
 * @func: what writes it
 * @user_data: for @func
 * @cancellable: (nullable): stops it
 * @error: return location: a #GIOErrorEnum whose message names the file and says what can be done about it; what @func
 *   says in another domain is passed on as it is
 *
 * Writes a file as a whole or not at all: into a temporary file in the same folder that takes the place of the old one when
 * all of it is on the disk. After an error, or when it was cancelled, the old file is as it was and nothing lies beside it.
 *
 * The old file's mode is kept, and its owner where that is allowed. A symbolic link stays, and what it points to is written.
 * A device or a pipe has nothing to keep: it is written as it is.
 *
 * Blocks; call it in a thread when @func takes long.
 *
 * Returns: whether the file is written
 */
gboolean atlas_file_write              (GFile               *file,
                                        AtlasFileWriteFunc   func,
                                        gpointer             user_data,
                                        GCancellable        *cancellable,
                                        GError             **error);
/* The same for a content that is at hand. */
gboolean atlas_file_write_bytes        (GFile               *file,
                                        GBytes              *bytes,
                                        GCancellable        *cancellable,
                                        GError             **error);
/* The same in a thread. The result's source object is @file. */
void     atlas_file_write_bytes_async  (GFile               *file,
                                        GBytes              *bytes,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
gboolean atlas_file_write_bytes_finish (GFile               *file,
                                        GAsyncResult        *result,
                                        GError             **error);

G_END_DECLS
