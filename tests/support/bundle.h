// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Bundles in folders of their own, for tests: copies of tests/data/bundles/minimal, and large ones. */

/* A new folder with a copy of the minimal bundle. (transfer full) */
char *test_bundle_copy    (void);
/* Puts @to where @from stands in @file, which must hold it. */
void  test_bundle_replace (const char *folder,
                           const char *file,
                           const char *from,
                           const char *to);
/* Writes @length bytes as @file. */
void  test_bundle_write   (const char *folder,
                           const char *file,
                           const char *data,
                           gsize       length);
/* A new folder with a bundle of @n_items items: points, lines and areas with phases, facts and sources. (transfer full) */
char *test_bundle_large   (guint       n_items);
/* Deletes the folder, and frees its name. */
void  test_bundle_delete  (char       *folder);

G_END_DECLS
