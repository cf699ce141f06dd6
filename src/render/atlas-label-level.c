// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-label-level.h"

#include "atlas-mercator.h"

#include <math.h>
#include <string.h>

#define LINE_HEIGHT 1.18 /* of a place's name, to its size */
#define AREA_HEIGHT 1.1
#define DOT 2.0             /* px: half the room a dot takes */
#define MAX_RANK_OBSTACLE 2 /* dots of greater places keep names off even before their own name is placed */
#define MAX_BEND 0.5        /* radians from letter to letter along an authored line */
#define MIN_STRAIGHTNESS 0.8

/* Where a name may stand beside its symbol, best first: the direction, and how much of the gap to leave. */
static const struct
{
  double across, down, gap;
} sides[] = {
  { .5, 0, 1 },
  { -.5, 0, 1 },
  { .5, -.62, .6 },
  { .5, .62, .6 },
  { -.5, -.62, .6 },
  { -.5, .62, .6 },
  { 0, -.5, 1 },
  { 0, .5, 1 },
};

/* By how much the name of an area may move up or down, px. */
static const double shifts[] = { 0, -14, 14, -28, 28 };

typedef struct
{
  const AtlasBasemap    *basemap;
  GArray                *names;
  AtlasLabelFonts       *fonts;
  double                 text_scale;
  double                 world; /* px */
  AtlasLabelLevel       *level;
  const AtlasLabelLevel *before;
  AtlasCollision        *taken;
  AtlasLabelLine         line;
} Placing;

static AtlasBox
box_around (double x,
            double y,
            double half_width,
            double half_height)
{
  return (AtlasBox){ x - half_width, y - half_height, x + half_width, y + half_height };
}

/* Sizes grow by steps, so that a name looks the same, and its picture serves, at several levels. */
static double
to_half_pixels (double size)
{
  return round (size * 2) / 2;
}

static gboolean
is_shown (const AtlasLabelName *name,
          double                zoom)
{
  return name->min_zoom <= zoom + .01 && name->max_zoom >= zoom && name->text[0] != '\0';
}

static double
get_gap (const AtlasLabelName *name)
{
  static const double gaps[ATLAS_BASEMAP_N_RANKS] = { 5, 4.5, 4, 3.5, 3 };

  return name->style == ATLAS_LABEL_STYLE_PEAK ? 4.5 : gaps[name->rank];
}

static gboolean
try_beside (Placing              *self,
            const AtlasLabelName *name,
            int                   side,
            AtlasLabelPlace      *place)
{
  double   x = name->x * self->world, y = name->y * self->world;
  double   gap = get_gap (name) * sides[side].gap;
  AtlasBox box;

  place->dx = (float) (sides[side].across * place->width + gap * ((sides[side].across > 0) - (sides[side].across < 0)));
  place->dy = (float) (sides[side].down * place->height + (sides[side].across == 0 ? gap * ((sides[side].down > 0) - (sides[side].down < 0)) : 0));
  box = box_around (x + place->dx, y + place->dy, place->width / 2.0 + 1.5, place->height * .42);
  if (atlas_collision_hits (self->taken, box))
    return FALSE;

  atlas_collision_add (self->taken, box_around (x + place->dx, y + place->dy, place->width / 2.0 + 3, place->height * .44));
  if (name->style == ATLAS_LABEL_STYLE_PEAK || name->rank > MAX_RANK_OBSTACLE)
    atlas_collision_add (self->taken, box_around (x, y, DOT, DOT));

  return TRUE;
}

/* Makes the line that an area's name follows: through its points, or straight at its angle; long enough for the name. */
static void
build_line (Placing              *self,
            const AtlasLabelName *name,
            double                width,
            double                shift)
{
  double x = name->x * self->world, y = name->y * self->world + shift;
  double dx = cos (name->angle) * width, dy = -sin (name->angle) * width;

  atlas_label_line_reset (&self->line);
  if (name->n_points < 2)
    {
      atlas_label_line_add (&self->line, (AtlasPoint){ x - dx, y - dy });
      atlas_label_line_add (&self->line, (AtlasPoint){ x + dx, y + dy });
      return;
    }

  for (guint32 i = 0; i < name->n_points; i++)
    {
      AtlasBasemapVertex p = self->basemap->points[name->first_point + i];

      atlas_label_line_add (&self->line, (AtlasPoint){ p.x * self->world / ATLAS_BASEMAP_WORLD, p.y * self->world / ATLAS_BASEMAP_WORLD + shift });
    }
  atlas_label_line_smooth (&self->line);
  atlas_label_line_extend (&self->line, width + 1);
}

static gboolean
try_along (Placing              *self,
           const AtlasLabelName *name,
           double                shift,
           AtlasLabelPlace      *place)
{
  AtlasLabelText text = {
    .style = name->style,
    .text = name->text,
    .size = place->size,
    .spacing = place->spacing,
    .max_bend = MAX_BEND,
    .min_straightness = MIN_STRAIGHTNESS,
  };
  AtlasPoint middle;

  build_line (self, name, place->width, shift);
  place->glyphs = atlas_label_line_set (&self->line, self->fonts, &text, (atlas_label_line_get_length (&self->line) - place->width) / 2,
                                        self->taken, &middle);
  if (place->glyphs == NULL)
    return FALSE;

  place->n_glyphs = (guint) g_utf8_strlen (name->text, -1);
  place->x = middle.x / self->world;
  place->y = middle.y / self->world;
  place->dx = place->dy = 0;
  atlas_label_take_glyphs (self->taken, place->glyphs, place->n_glyphs, middle, place->size);

  return TRUE;
}

static gboolean
try_upon (Placing              *self,
          const AtlasLabelName *name,
          int                   side,
          AtlasLabelPlace      *place)
{
  AtlasBox box;

  if (name->n_points >= 2 || name->angle != 0)
    return try_along (self, name, shifts[side], place);

  place->dx = 0;
  place->dy = (float) shifts[side];
  box = box_around (name->x * self->world, name->y * self->world + shifts[side], place->width / 2.0 + 2, place->height / 2.0);
  if (atlas_collision_hits (self->taken, box))
    return FALSE;
  atlas_collision_add (self->taken, box);

  return TRUE;
}

static gboolean
try_position (Placing              *self,
              const AtlasLabelName *name,
              int                   position,
              AtlasLabelPlace      *place)
{
  return atlas_label_name_has_symbol (name) ? try_beside (self, name, position, place) : try_upon (self, name, position, place);
}

/* The position of the level before is tried first, so that a name stays on its side while one zooms in. */
static void
place_name (Placing *self,
            guint    index)
{
  const AtlasLabelName *name = &g_array_index (self->names, AtlasLabelName, index);
  int                   first = self->before == NULL ? -1 : self->before->tries[index];
  int                   n = atlas_label_name_has_symbol (name) ? G_N_ELEMENTS (sides) : G_N_ELEMENTS (shifts);
  AtlasLabelPlace       place = {
          .style = name->style,
          .text = name->text,
          .size = to_half_pixels (atlas_label_name_get_size (name, self->level->zoom) * self->text_scale),
          .spacing = to_half_pixels (atlas_label_name_get_spacing (name, self->level->zoom) * self->text_scale),
          .x = name->x,
          .y = name->y,
          .has_symbol = atlas_label_name_has_symbol (name),
          .rank = name->rank,
  };

  place.width = (float) (atlas_label_fonts_get_width (self->fonts, name->style, name->text) * place.size +
                         place.spacing * (double) g_utf8_strlen (name->text, -1));
  place.height = (float) (place.size * (place.has_symbol ? LINE_HEIGHT : AREA_HEIGHT));

  for (int i = first >= 0 ? -1 : 0; i < n; i++)
    if (try_position (self, name, i < 0 ? first : i, &place))
      {
        self->level->tries[index] = (gint8) (i < 0 ? first : i);
        g_array_append_val (self->level->places, place);
        return;
      }
}

static void
add_dots (Placing *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const AtlasLabelName *name = &g_array_index (self->names, AtlasLabelName, i);

      if (name->style <= ATLAS_LABEL_STYLE_VILLAGE && name->rank <= MAX_RANK_OBSTACLE && is_shown (name, self->level->zoom))
        atlas_collision_add (self->taken, box_around (name->x * self->world, name->y * self->world, DOT, DOT));
    }
}

static void
place_names (Placing *self,
             gboolean carried)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      gboolean was_shown = self->before != NULL && self->before->tries[i] >= 0;

      if (was_shown == carried && is_shown (&g_array_index (self->names, AtlasLabelName, i), self->level->zoom))
        place_name (self, i);
    }
}

/**
 * atlas_label_take_glyphs:
 * @taken: (inout): boxes
 * @glyphs: (array length=n_glyphs): letters
 * @n_glyphs: how many
 * @middle: what the letters' places count from
 * @size: of the font
 *
 * Adds the boxes of letters.
 */
void
atlas_label_take_glyphs (AtlasCollision        *taken,
                         const AtlasLabelGlyph *glyphs,
                         guint                  n_glyphs,
                         AtlasPoint             middle,
                         double                 size)
{
  for (guint i = 0; i < n_glyphs; i++)
    atlas_collision_add (taken, box_around (middle.x + glyphs[i].x, middle.y + glyphs[i].y, size / 2, size / 2));
}

/**
 * atlas_label_level_new:
 * @basemap: a basemap
 * @language: of the names
 * @names: (element-type AtlasLabelName): its names, most important first
 * @fonts: fonts
 * @text_scale: factor to all sizes of text
 * @zoom: for which to place
 * @before: (nullable): the next coarser level, whose names go first and keep their positions if they can
 *
 * Places all names of the world for one zoom.
 *
 * Returns: (transfer full): the level
 */
AtlasLabelLevel *
atlas_label_level_new (const AtlasBasemap    *basemap,
                       AtlasBasemapLanguage   language,
                       GArray                *names,
                       AtlasLabelFonts       *fonts,
                       double                 text_scale,
                       double                 zoom,
                       const AtlasLabelLevel *before)
{
  g_autoptr (AtlasCollision) taken = atlas_collision_new ();
  AtlasLabelLevel *level = g_new0 (AtlasLabelLevel, 1);
  Placing          placing = {
             .basemap = basemap,
             .names = names,
             .fonts = fonts,
             .text_scale = text_scale,
             .world = atlas_mercator_world_size (zoom),
             .level = level,
             .before = before,
             .taken = taken,
  };

  level->zoom = zoom;
  level->places = g_array_new (FALSE, FALSE, sizeof (AtlasLabelPlace));
  level->tries = g_malloc (names->len);
  memset (level->tries, -1, names->len);

  atlas_label_line_init (&placing.line);
  add_dots (&placing);
  place_names (&placing, TRUE);
  place_names (&placing, FALSE);
  atlas_label_rivers_place (basemap, language, fonts, text_scale, zoom, taken, level->places);
  atlas_label_line_clear (&placing.line);

  return level;
}

/**
 * atlas_label_level_free:
 * @self: (transfer full): a level
 *
 * Frees a level.
 */
void
atlas_label_level_free (AtlasLabelLevel *self)
{
  for (guint i = 0; i < self->places->len; i++)
    g_free (g_array_index (self->places, AtlasLabelPlace, i).glyphs);
  g_array_unref (self->places);
  g_free (self->tries);
  g_free (self);
}
