// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-label-level.h"
#include "atlas-label-placer.h"

G_BEGIN_DECLS

/**
 * atlas_label_fit:
 * @level: names of the world
 * @level_index: which level it is
 * @strings: what texts count from
 * @view: what one looks at
 * @obstacles: (nullable) (array length=n_obstacles): boxes that names must keep clear of, px of the view
 * @n_obstacles: how many
 * @ink: (nullable) (scope call): tells where lines are drawn, off which names keep where there is another place
 * @ink_data: for @ink
 *
 * Fits the names of a level into a view: one that an obstacle or the edge of the view would cut goes elsewhere, if there is a
 * place, and is left out else. A symbol that an obstacle covers is left out, its name stays: the obstacle stands for it.
 *
 * Returns: (transfer full) (element-type AtlasPlacedLabel): the names, most important first
 */
GArray *atlas_label_fit (const AtlasLabelLevel *level,
                         int                    level_index,
                         const char            *strings,
                         const AtlasLabelView  *view,
                         const AtlasBox        *obstacles,
                         guint                  n_obstacles,
                         AtlasLabelInkFunc      ink, /* (nullable) */
                         gpointer               ink_data);

G_END_DECLS
