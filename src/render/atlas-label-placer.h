// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap.h"
#include "atlas-label-line.h"

G_BEGIN_DECLS

/* What one looks at. */
typedef struct
{
  double x, y;          /* the middle, unit Mercator */
  double zoom;          /* 256 * 2^zoom px go round the world; need not be whole */
  double width, height; /* px */
} AtlasLabelView;

/* A name in a view. Text and letters are the placer's: they stay until it is freed. */
typedef struct
{
  guint64                id;       /* the same for the same picture of a name: a key to caches */
  AtlasLabelStyle        style;
  const char            *text;
  double                 size, spacing; /* px */
  double                 x, y;     /* the middle of the text, px from the view's north-west corner */
  double                 width, height; /* of straight text, px */
  gboolean               has_symbol;
  double                 symbol_x, symbol_y;
  guint8                 rank;     /* of a place, 0 capital to 4 village */
  const AtlasLabelGlyph *glyphs;   /* where each character goes; NULL: straight */
  guint                  n_glyphs;
  double                 stretch;  /* by which the places of the characters are multiplied */
} AtlasPlacedLabel;

/**
 * atlas_placed_label_get_n_boxes:
 * @self: a name in a view
 *
 * Gets how many boxes make up the room that a name takes: one, or one a character along a line.
 *
 * Returns: how many
 */
guint    atlas_placed_label_get_n_boxes (const AtlasPlacedLabel *self);

/**
 * atlas_placed_label_get_box:
 * @self: a name in a view
 * @index: below atlas_placed_label_get_n_boxes()
 *
 * Gets a part of the room that a name takes.
 *
 * Returns: px of the view
 */
AtlasBox atlas_placed_label_get_box     (const AtlasPlacedLabel *self,
                                         guint                   index);

/* Removes the names of towns that stand under a cover: the name would be seen beside it without its town. */
void     atlas_placed_labels_drop_covered (GArray         *labels, /* of AtlasPlacedLabel */
                                           const AtlasBox *covers, /* px of the view */
                                           guint           n_covers);

/* Decides which names of a basemap are shown and where. It decides for the whole world at once, for every half zoom, so that
 * names neither flicker nor jump while one pans, and those shown stay while one zooms in. To be used by one thread. */
typedef struct _AtlasLabelPlacer AtlasLabelPlacer;

/* Whether lines are drawn in @box, px of the view: names keep off them where there is another place. */
typedef gboolean (*AtlasLabelInkFunc) (AtlasBox box,
                                       gpointer user_data);

AtlasLabelPlacer *atlas_label_placer_new   (AtlasBasemap         *basemap,
                                            const char           *language,    /* (nullable): BCP 47 */
                                            double                text_scale); /* 1 = as designed */
AtlasLabelPlacer *atlas_label_placer_new_shared (AtlasBasemap     *basemap,
                                                 const char       *language,
                                                 double            text_scale);
void              atlas_label_placer_free  (AtlasLabelPlacer     *self);
GArray           *atlas_label_placer_place (AtlasLabelPlacer     *self,        /* of AtlasPlacedLabel, most important first */
                                            const AtlasLabelView *view,
                                            const AtlasBox       *obstacles,   /* px of the view */
                                            guint                 n_obstacles);

/* From now on levels are built in a thread: until one is ready the one before is shown, or none. @func is called in the main
 * context whenever there is more to see, until the placer is freed. */
void              atlas_label_placer_set_background (AtlasLabelPlacer *self,
                                                     GFunc             func,       /* (placer, user_data) */
                                                     gpointer          user_data);

void atlas_label_placer_set_ink (AtlasLabelPlacer *self,
                                 AtlasLabelInkFunc func, /* (nullable) (scope forever) */
                                 gpointer          user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLabelPlacer, atlas_label_placer_free)

G_END_DECLS
