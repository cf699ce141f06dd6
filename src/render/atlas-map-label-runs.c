// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-label-private.h"

#include "atlas-map-stroke.h"
#include "atlas-planar.h"

#include <math.h>

#define MAX_BEND 0.22 /* radians from letter to letter */
#define MIN_STRAIGHTNESS 0.965
#define CLEAR 1.6 /* px between a line's ink and its name */
#define APART 500 /* px between two names of one line */
#define APART_SELECTED 320
#define ASIDE 260 /* px between those of two runs of an item that go side by side */
#define MIN_STRIDE 44
#define INKED_STRIDE 150
#define MAX_HALVINGS 8
#define LETTER_INK 0.56 /* of a letter's size, that keeps off lines */
#define LANE 5.0        /* px by which a name moves away from its line to stand clear of those beside it */
#define MAX_LANES 5
#define SLACK 0.72 /* of its width that must be within an area for a name to stand there */

/* By how much the name of an area may stand north or south of its middle, px. */
static const double rows[] = { 0, -16, 16, -32, 32, -52, 52, -76, 76 };

/* Where along a name it is first looked whether it would stand on lines. */
static const double probes[] = { 0.5, 0.2, 0.8 };

typedef struct
{
  AtlasPoint at; /* on the line */
  AtlasPoint up;
} Probe;

/* A stretch of a line that a name may stand beside, at several heights. */
typedef struct
{
  double     start, width; /* px along the line */
  Probe      probes[G_N_ELEMENTS (probes)];
  GArray    *feet; /* of AtlasLabelFoot */
  AtlasPoint middle;
} Spot;

/* The runs of an item at a level, as far as its name needs them. */
const AtlasMapPath *
atlas_map_label_build_path (AtlasMapLabeling *self,
                            guint             position,
                            AtlasPartKind     kind)
{
  AtlasMapPath  *path = &self->scene->scratch;
  cairo_matrix_t to_px;

  cairo_matrix_init_scale (&to_px, self->world, self->world);
  atlas_map_path_empty (path);
  atlas_map_scene_add_path (self->scene, position, kind, &to_px, self->zoom, FALSE, path); /* in its lane, as it is drawn */

  return path;
}

double
atlas_map_label_get_half_width (AtlasMapLabeling *self,
                                guint             position)
{
  AtlasMapStyle style = atlas_map_scene_get_style (self->scene, position);
  AtlasMapBrush brush = { .style = &style, .inks = atlas_map_scene_get_inks (self->scene), .scale = atlas_map_brush_scale (self->zoom), .alpha = 1 };

  return atlas_map_brush_width (&brush) / 2;
}

static AtlasBox
get_letter_box (const AtlasMapPlace *place,
                guint                index,
                AtlasPoint           middle,
                double               size)
{
  double x = middle.x + (double) place->glyphs[index].x, y = middle.y + (double) place->glyphs[index].y;

  return (AtlasBox){ x - size / 2, y - size / 2, x + size / 2, y + size / 2 };
}

static AtlasBox
get_extents (const AtlasMapPlace *place,
             double               size)
{
  AtlasBox box = ATLAS_BOX_EMPTY;

  for (guint i = 0; i < place->n_glyphs; i++)
    box = atlas_box_union (box, get_letter_box (place, i, (AtlasPoint){ 0, 0 }, size));

  return box;
}

/* Whether the item is named nearby already. */
static gboolean
has_twin (const AtlasMapLabeling *self,
          const AtlasMapPlace    *place)
{
  for (guint i = self->places->len; i-- > 0;)
    {
      const AtlasMapPlace *other = &g_array_index (self->places, AtlasMapPlace, i);

      if (other->position != place->position || !other->has_text)
        return FALSE; /* an item's names follow one another */
      if (hypot (other->anchor.x - place->anchor.x, other->anchor.y - place->anchor.y) * self->world < ASIDE * self->scene->text_scale)
        return TRUE;
    }

  return FALSE;
}

/* Whether a name would stand on lines: its own, where that bends, or a neighbour's. */
static gboolean
is_inked (const AtlasMapLabeling *self,
          const AtlasMapPlace    *place,
          AtlasPoint              middle,
          double                  size)
{
  if (self->ink == NULL || place->priority >= ATLAS_MAP_LABEL_SELECTED)
    return FALSE;

  for (guint i = 0; i < place->n_glyphs; i++)
    if (atlas_collision_hits (self->ink, get_letter_box (place, i, middle, size * LETTER_INK)))
      return TRUE;

  return FALSE;
}

/* Whether one of the probes, raised off its line, is on a line; which is soon known. */
static gboolean
is_spot_inked (const AtlasMapLabeling *self,
               const Spot             *spot,
               const AtlasLabelText   *text)
{
  double half = text->size * LETTER_INK / 2;

  for (guint i = 0; i < G_N_ELEMENTS (spot->probes); i++)
    {
      double x = spot->probes[i].at.x + spot->probes[i].up.x * text->lift;
      double y = spot->probes[i].at.y + spot->probes[i].up.y * text->lift;

      if (atlas_collision_hits (self->ink, (AtlasBox){ x - half, y - half, x + half, y + half }))
        return TRUE;
    }

  return FALSE;
}

static Probe
make_probe (const AtlasLabelLine *line,
            double                at)
{
  guint             first = atlas_label_line_find (line, at);
  const AtlasPoint *ends = &g_array_index (line->points, AtlasPoint, first);
  const double     *lengths = &g_array_index (line->lengths, double, first);
  double            dx = ends[1].x - ends[0].x, dy = ends[1].y - ends[0].y;
  double            length = MAX (lengths[1] - lengths[0], 1e-6);
  double            along = (at - lengths[0]) / length;
  double            side = dx < 0 ? -1 : 1; /* a name is read from the west */

  return (Probe){ { ends[0].x + dx * along, ends[0].y + dy * along }, { dy / length * side, -dx / length * side } };
}

static gboolean
set_run (AtlasMapLabeling     *self,
         Spot                 *spot,
         AtlasMapPlace         place,
         const AtlasLabelText *text)
{
  place.glyphs = atlas_label_feet_raise (spot->feet, text, self->taken, spot->middle);
  if (place.glyphs == NULL)
    return FALSE;

  place.n_glyphs = spot->feet->len;
  place.anchor = (AtlasPoint){ spot->middle.x / self->world, spot->middle.y / self->world };
  if (has_twin (self, &place) || is_inked (self, &place, spot->middle, text->size))
    {
      g_free (place.glyphs);
      return FALSE;
    }
  place.box = get_extents (&place, text->size);
  for (guint i = 0; i < place.n_glyphs; i++)
    atlas_collision_add (self->taken, get_letter_box (&place, i, spot->middle, text->size));
  g_array_append_val (self->places, place);

  return TRUE;
}

static gboolean
is_apart (const GArray *used,
          double        at,
          double        apart)
{
  for (guint i = 0; i < used->len; i++)
    if (fabs (g_array_index (used, double, i) - at) < apart)
      return FALSE;

  return TRUE;
}

/* Above the line first, then below it, and on beyond the lanes beside it. The name is laid on the line when first some height is
 * free for it, and once for all heights. */
static gboolean
set_at_spot (AtlasMapLabeling     *self,
             const AtlasLabelLine *line,
             Spot                 *spot,
             AtlasMapPlace         place,
             AtlasLabelText       *text,
             double                lift)
{
  gboolean may_ink = self->ink == NULL || place.priority >= ATLAS_MAP_LABEL_SELECTED;
  gboolean is_laid = FALSE;

  for (guint i = 0; !may_ink && i < G_N_ELEMENTS (probes); i++)
    spot->probes[i] = make_probe (line, spot->start + spot->width * probes[i]);
  for (int i = 0; i < 2 * (self->ink != NULL ? MAX_LANES : 1); i++)
    {
      double height = lift + i / 2 * LANE;

      text->lift = i % 2 == 0 ? height : -(height + text->size * 0.12);
      if (!may_ink && is_spot_inked (self, spot, text))
        continue;
      if (!is_laid && !atlas_label_line_lay (line, self->scene->fonts, text, spot->start, spot->feet, &spot->middle))
        return FALSE;
      is_laid = TRUE;
      if (set_run (self, spot, place, text))
        return TRUE;
    }

  return FALSE;
}

/* Tries the middle of a run, then its quarters, eighths and so on: as these are fractions, a name keeps its place on the line
 * from level to level, and more appear between. Where lines run side by side a name may stand beside all of them. */
static guint
name_run (AtlasMapLabeling     *self,
          const AtlasLabelLine *line,
          AtlasMapPlace         place,
          AtlasLabelText        text,
          double                width,
          double                half)
{
  double scale = self->scene->text_scale;
  double apart = atlas_dataset_get_item (self->scene->dataset, place.position) == self->scene->selected ? APART_SELECTED : APART;
  double length = atlas_label_line_get_length (line);
  double lift = half + CLEAR + text.size * 0.42;
  double min_stride = self->ink != NULL ? INKED_STRIDE : MIN_STRIDE; /* much is tried at each */
  Spot   spot = { .width = width };
  g_autoptr (GArray) used = NULL;
  g_autoptr (GArray) feet = NULL;

  if (length < 1.15 * width)
    return 0;

  used = g_array_new (FALSE, FALSE, sizeof (double));
  spot.feet = feet = g_array_new (FALSE, FALSE, sizeof (AtlasLabelFoot));
  for (int halving = 1; halving <= MAX_HALVINGS && length / (1 << halving) > min_stride; halving++)
    for (int i = 1; i < 1 << halving; i += 2)
      {
        double at = length * i / (1 << halving);

        if (!is_apart (used, at, apart * scale))
          continue;
        spot.start = at - width / 2;
        if (set_at_spot (self, line, &spot, place, &text, lift))
          g_array_append_val (used, at);
      }

  return used->len;
}

gboolean
atlas_map_label_run (AtlasMapLabeling *self,
                     guint             position,
                     int               priority)
{
  const AtlasMapName *name = atlas_map_scene_get_name (self->scene, position);
  double              scale = self->scene->text_scale;
  const AtlasMapPath *path = atlas_map_label_build_path (self, position, ATLAS_PART_LINE);
  const AtlasPoint   *points = (const AtlasPoint *) (gpointer) path->points->data;
  double              half = atlas_map_label_get_half_width (self, position);
  AtlasMapPlace       place = { .position = position, .priority = priority, .has_text = TRUE };
  AtlasLabelText      text = {
         .style = ATLAS_LABEL_STYLE_ITEM,
         .text = name->text,
         .size = ATLAS_MAP_NAME_RUN_SIZE * scale,
         .spacing = ATLAS_MAP_NAME_SPACING * scale,
         .max_bend = MAX_BEND,
         .min_straightness = MIN_STRAIGHTNESS,
  };
  g_auto (AtlasLabelLine) line = { 0 };
  guint begin = 0, n_set = 0;

  atlas_label_line_init (&line);
  for (guint i = 0; i < path->ends->len; i++)
    {
      guint end = g_array_index (path->ends, guint, i);

      atlas_label_line_reset (&line);
      for (guint k = begin; k < end; k++)
        atlas_label_line_add (&line, points[k]);
      n_set += name_run (self, &line, place, text, name->run_width, half);
      begin = end;
    }

  return n_set > 0;
}

/* The widest stretch of an area on the latitude @y. FALSE: there is none. */
static gboolean
find_stretch (const AtlasMapPath *path,
              double              y,
              double             *x0,
              double             *x1)
{
  const AtlasPoint *points = (const AtlasPoint *) (gpointer) path->points->data;
  g_autoptr (GArray) crossings = g_array_new (FALSE, FALSE, sizeof (double));
  guint begin = 0;

  for (guint i = 0; i < path->ends->len; i++)
    {
      guint end = g_array_index (path->ends, guint, i);

      for (guint k = begin; k < end; k++)
        {
          AtlasPoint a = points[k], b = points[k + 1 < end ? k + 1 : begin];
          double     x = a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);

          if ((a.y <= y) != (b.y <= y))
            g_array_append_val (crossings, x);
        }
      begin = end;
    }
  atlas_planar_sort (crossings);

  *x0 = *x1 = 0;
  for (guint i = 0; i + 1 < crossings->len; i += 2)
    {
      double a = g_array_index (crossings, double, i), b = g_array_index (crossings, double, i + 1);

      if (b - a > *x1 - *x0)
        {
          *x0 = a;
          *x1 = b;
        }
    }

  return *x1 > *x0;
}

gboolean
atlas_map_label_fill (AtlasMapLabeling *self,
                      guint             position,
                      int               priority)
{
  const AtlasMapName *name = atlas_map_scene_get_name (self->scene, position);
  AtlasPoint          anchor = atlas_geometry_get_anchor (atlas_item_get_geometry (atlas_dataset_get_item (self->scene->dataset, position)));
  const AtlasMapPath *path = atlas_map_label_build_path (self, position, ATLAS_PART_RING);
  AtlasMapPlace       place = { .position = position, .priority = priority, .has_text = TRUE };

  place.box = (AtlasBox){ -name->width / 2.0, -name->height / 2.0, name->width / 2.0, name->height / 2.0 };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double y = anchor.y * self->world + rows[i];
      double x0, x1;

      if (!find_stretch (path, y, &x0, &x1) || x1 - x0 < SLACK * name->width)
        continue;
      place.anchor = (AtlasPoint){ (x0 + x1) / 2 / self->world, y / self->world };
      if (atlas_map_label_try (self, &place, FALSE))
        return TRUE;
    }

  return FALSE;
}
