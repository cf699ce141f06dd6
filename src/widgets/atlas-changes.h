// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-row-list.h"

G_BEGIN_DECLS

/**
 * AtlasChanges:
 *
 * What is new, gone or changed between the two dates that a session compares, in three lists side by side, or in one where
 * it is narrow. A row selects its item, and lights it while the pointer or the focus is on it. It is there while its session
 * compares, and folds.
 *
 * Property: `session` (#AtlasSession).
 */
#define ATLAS_TYPE_CHANGES (atlas_changes_get_type ())
G_DECLARE_FINAL_TYPE (AtlasChanges, atlas_changes, ATLAS, CHANGES, GtkWidget)

GtkWidget    *atlas_changes_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void          atlas_changes_set_session (AtlasChanges *self,
                                         AtlasSession *session);
void          atlas_changes_set_folded  (AtlasChanges *self,
                                         gboolean      folded);

/**
 * atlas_changes_get_list:
 * @self: the changes
 * @change: an #AtlasChange
 *
 * Gets the list that shows a change now.
 *
 * Returns: (transfer none): the list
 */
AtlasRowList *atlas_changes_get_list    (AtlasChanges *self,
                                         guint         change);

G_END_DECLS
