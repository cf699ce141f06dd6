// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-label-fit.h"

#include "atlas-mercator.h"

#include <math.h>

#define SYMBOL_RADIUS 3.5   /* px */
#define OBSTACLE_RADIUS 8.5 /* px: what stands in a covered symbol's stead */
#define MARGIN 60           /* px outside the view that are looked at */
#define EDGE 2.0            /* px inside it that names keep off */
#define MAY_CROSS 0.15      /* of the letters of an area's name: lines that cross them */

/* What parts of an area's letters may be covered, or crossed by lines, where there is no better place: it lies under them, as in print. */
static const struct
{
  double may_cover, may_cross;
} damages[] = {
  { 0.0, MAY_CROSS },
  { 0.11, MAY_CROSS },
  { 0.21, 0.26 },
  { 0.34, 0.51 },
};

typedef struct
{
  const AtlasLabelLevel *level;
  int                    level_index;
  const char            *strings;
  const AtlasLabelView  *view;
  double                 world; /* px */
  double                 stretch;
  const AtlasBox        *obstacles;
  guint                  n_obstacles;
  AtlasLabelInkFunc      ink; /* (nullable) */
  gpointer               ink_data;
  GArray                *labels;
  GArray                *taken;   /* of AtlasBox */
  GArray                *waiting; /* of guint: places that need another */
  GHashTable            *shown;   /* names of areas that are */
} Fit;

/* A straight name looks the same at every level that sets it in the same size; a bent one is only itself. */
static guint64
get_id (const Fit             *self,
        const AtlasLabelPlace *place,
        guint                  index)
{
  const guint64 bent = G_GUINT64_CONSTANT (1) << 63;

  if (place->glyphs != NULL)
    return bent | (guint64) self->level_index << 32 | index;

  return (guint64) (place->text - self->strings) | (guint64) place->style << 32 |
         (guint64) (place->size * 2) << 40 | (guint64) (place->spacing * 2) << 50;
}

static AtlasPlacedLabel
make_label (const Fit             *self,
            const AtlasLabelPlace *place,
            guint                  index)
{
  double x = (place->x - self->view->x) * self->world + self->view->width / 2;
  double y = (place->y - self->view->y) * self->world + self->view->height / 2;

  return (AtlasPlacedLabel){
    .id = get_id (self, place, index),
    .style = place->style,
    .text = place->text,
    .size = place->size,
    .spacing = place->spacing,
    .x = x + place->dx,
    .y = y + place->dy,
    .width = place->width,
    .height = place->height,
    .has_symbol = place->has_symbol,
    .symbol_x = x,
    .symbol_y = y,
    .rank = place->rank,
    .glyphs = place->glyphs,
    .n_glyphs = place->n_glyphs,
    .stretch = place->stretches ? self->stretch : 1,
  };
}

static gboolean
overlaps_any (const AtlasBox *boxes,
              guint           n_boxes,
              AtlasBox        box)
{
  for (guint i = 0; i < n_boxes; i++)
    if (boxes[i].x0 < box.x1 && boxes[i].x1 > box.x0 && boxes[i].y0 < box.y1 && boxes[i].y1 > box.y0)
      return TRUE;

  return FALSE;
}

static AtlasBox
get_symbol_box (const AtlasPlacedLabel *label)
{
  return (AtlasBox){ label->symbol_x - SYMBOL_RADIUS, label->symbol_y - SYMBOL_RADIUS, label->symbol_x + SYMBOL_RADIUS, label->symbol_y + SYMBOL_RADIUS };
}

static gboolean
is_near_view (const Fit              *self,
              const AtlasPlacedLabel *label)
{
  double half_width = label->width * label->stretch / 2 + MARGIN;
  double half_height = label->glyphs != NULL ? half_width : label->height / 2 + MARGIN; /* at any angle */

  return label->x + half_width > 0 && label->x - half_width < self->view->width &&
         label->y + half_height > 0 && label->y - half_height < self->view->height;
}

static gboolean
is_in_view (const Fit *self,
            AtlasBox   box)
{
  return box.x0 >= EDGE && box.y0 >= EDGE && box.x1 <= self->view->width - EDGE && box.y1 <= self->view->height - EDGE;
}

/* Whether all of a name is to be seen but for @may_cover of its letters; and, @of_names, keeps clear of the names that are there. */
static gboolean
name_is_free (const Fit              *self,
              const AtlasPlacedLabel *label,
              gboolean                of_names,
              double                  may_cover)
{
  guint n = atlas_placed_label_get_n_boxes (label);
  guint n_covered = 0;

  for (guint i = 0; i < n; i++)
    {
      AtlasBox box = atlas_placed_label_get_box (label, i);

      if (!is_in_view (self, box) || (of_names && overlaps_any ((const AtlasBox *) (gpointer) self->taken->data, self->taken->len, box)))
        return FALSE;
      n_covered += overlaps_any (self->obstacles, self->n_obstacles, box) ? 1 : 0;
      if (n_covered > may_cover * n)
        return FALSE;
    }

  return TRUE;
}

/* Whether lines cross no more than @may_cross of a name's letters. */
static gboolean
name_is_legible (const Fit              *self,
                 const AtlasPlacedLabel *label,
                 double                  may_cross)
{
  guint n = atlas_placed_label_get_n_boxes (label);
  guint n_crossed = 0;

  for (guint i = 0; self->ink != NULL && i < n; i++)
    n_crossed += self->ink (atlas_placed_label_get_box (label, i), self->ink_data) ? 1 : 0;

  return n_crossed <= may_cross * n;
}

/* Names of rivers lie on their rivers and those of peaks on mountains; only what can stand elsewhere needs to. */
static gboolean
is_well_placed (const Fit              *self,
                const AtlasLabelPlace  *place,
                const AtlasPlacedLabel *label)
{
  if (place->stretches)
    return name_is_legible (self, label, MAY_CROSS);

  return !place->has_symbol || name_is_legible (self, label, 0);
}

static void
accept (Fit                    *self,
        const AtlasPlacedLabel *label)
{
  guint n = atlas_placed_label_get_n_boxes (label);

  for (guint i = 0; i < n; i++)
    {
      AtlasBox box = atlas_placed_label_get_box (label, i);

      g_array_append_val (self->taken, box);
    }
  if (label->has_symbol)
    {
      AtlasBox box = get_symbol_box (label);

      g_array_append_val (self->taken, box);
    }
  g_array_append_val (self->labels, *label);
}

static void
place_where_planned (Fit *self)
{
  for (guint i = 0; i < self->level->places->len; i++)
    {
      const AtlasLabelPlace *place = &g_array_index (self->level->places, AtlasLabelPlace, i);
      AtlasPlacedLabel       label = make_label (self, place, i);

      if (place->is_spare || !is_near_view (self, &label))
        continue;
      if (!name_is_free (self, &label, FALSE, 0) || !is_well_placed (self, place, &label) || (place->has_symbol && overlaps_any (self->obstacles, self->n_obstacles, get_symbol_box (&label))))
        {
          g_array_append_val (self->waiting, i);
          continue;
        }
      accept (self, &label);
      if (place->stretches)
        g_hash_table_add (self->shown, GUINT_TO_POINTER (place->name));
    }
}

/* Other sides of the symbol; where an obstacle covers it, a little farther away. */
static void
place_elsewhere (Fit  *self,
                 guint index)
{
  AtlasLabelPlace  place = g_array_index (self->level->places, AtlasLabelPlace, index);
  AtlasPlacedLabel label = make_label (self, &place, index);
  double           gap = atlas_label_place_get_gap (&place);

  if (label.symbol_x < 0 || label.symbol_y < 0 || label.symbol_x > self->view->width || label.symbol_y > self->view->height)
    return;
  if (overlaps_any (self->obstacles, self->n_obstacles, get_symbol_box (&label)))
    {
      gap = MAX (gap, OBSTACLE_RADIUS);
      place.has_symbol = FALSE;
    }

  for (int pass = 0; pass < 2; pass++) /* off lines, or on them */
    for (int side = 0; side < ATLAS_LABEL_N_SIDES; side++)
      {
        atlas_label_place_beside (&place, side, gap);
        label = make_label (self, &place, index);
        if (name_is_free (self, &label, TRUE, 0) && name_is_legible (self, &label, pass == 0 ? 0 : 1))
          {
            accept (self, &label);
            return;
          }
      }
}

/* The names of areas that are not there yet: where they were planned or, @is_spare, closer set elsewhere. */
static void
place_areas (Fit     *self,
             gboolean is_spare,
             double   may_cover,
             double   may_cross)
{
  for (guint i = 0; i < self->level->places->len; i++)
    {
      const AtlasLabelPlace *place = &g_array_index (self->level->places, AtlasLabelPlace, i);
      AtlasPlacedLabel       label;

      if (!place->stretches || place->is_spare != is_spare || g_hash_table_contains (self->shown, GUINT_TO_POINTER (place->name)))
        continue;
      label = make_label (self, place, i);
      if (is_near_view (self, &label) && name_is_free (self, &label, TRUE, may_cover) && name_is_legible (self, &label, may_cross))
        {
          accept (self, &label);
          g_hash_table_add (self->shown, GUINT_TO_POINTER (place->name));
        }
    }
}

GArray *
atlas_label_fit (const AtlasLabelLevel *level,
                 int                    level_index,
                 const char            *strings,
                 const AtlasLabelView  *view,
                 const AtlasBox        *obstacles,
                 guint                  n_obstacles,
                 AtlasLabelInkFunc      ink,
                 gpointer               ink_data)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (AtlasBox));
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  Fit self = {
    .level = level,
    .level_index = level_index,
    .strings = strings,
    .view = view,
    .world = atlas_mercator_world_size (view->zoom),
    .stretch = exp2 (view->zoom - level->zoom),
    .obstacles = obstacles,
    .n_obstacles = n_obstacles,
    .ink = ink,
    .ink_data = ink_data,
    .labels = g_array_new (FALSE, FALSE, sizeof (AtlasPlacedLabel)),
    .taken = taken,
    .waiting = waiting,
    .shown = shown,
  };

  place_where_planned (&self);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++) /* where least is lost of them */
    {
      place_areas (&self, FALSE, damages[i].may_cover, damages[i].may_cross);
      place_areas (&self, TRUE, damages[i].may_cover, damages[i].may_cross);
    }
  for (guint i = 0; i < waiting->len; i++)
    if (g_array_index (level->places, AtlasLabelPlace, g_array_index (waiting, guint, i)).has_symbol)
      place_elsewhere (&self, g_array_index (waiting, guint, i));

  return self.labels;
}
