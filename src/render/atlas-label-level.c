// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-label-level.h"

#include "atlas-mercator.h"

#include <math.h>
#include <string.h>

#define LINE_HEIGHT 1.18    /* of a place's name, to its size */
#define DOT 2.0             /* px: half the room a dot takes */
#define MAX_RANK_OBSTACLE 2 /* dots of greater places keep names off even before their own name is placed */

/* Where a name may stand beside its symbol, best first: the direction, and how much of the gap to leave. */
static const struct
{
  double across, down, gap;
} sides[] = {
  { .5, 0, 1 },
  { -.5, 0, 1.5 }, /* farther, or a ring after the last letter reads as an o */
  { .5, -.62, .6 },
  { .5, .62, .6 },
  { -.5, -.62, .6 },
  { -.5, .62, .6 },
  { 0, -.5, 1 },
  { 0, .5, 1 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (sides) == ATLAS_LABEL_N_SIDES);

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

double
atlas_label_place_get_gap (const AtlasLabelPlace *place)
{
  static const double gaps[ATLAS_BASEMAP_N_RANKS] = { 5, 4.5, 4, 3.5, 3 };

  return place->style == ATLAS_LABEL_STYLE_PEAK ? 4.5 : gaps[place->rank];
}

static double
get_sign (double number)
{
  return (number > 0) - (number < 0);
}

void
atlas_label_place_beside (AtlasLabelPlace *place,
                          int              side,
                          double           gap)
{
  double across = sides[side].across, down = sides[side].down;

  gap *= sides[side].gap;
  place->dx = (float) (across * place->width + gap * get_sign (across));
  place->dy = (float) (down * place->height + (across == 0 ? gap * get_sign (down) : 0));
}

static double
get_far_scale (void)
{
  return exp2 (ATLAS_LABEL_LAST);
}

static gboolean
try_beside (AtlasLabelPlacing *self,
            int                side,
            AtlasLabelPlace   *place)
{
  double x = place->x * self->world, y = place->y * self->world;
  double far_x = x * get_far_scale (), far_y = y * get_far_scale ();
  double half_width = place->width / 2.0, height = place->height;

  atlas_label_place_beside (place, side, atlas_label_place_get_gap (place));
  if (atlas_collision_hits (self->taken, box_around (x + place->dx, y + place->dy, half_width + 1.5, height * .42)) ||
      atlas_collision_hits (self->taken_far, box_around (far_x + place->dx, far_y + place->dy, half_width + 1.5, height * .42)))
    return FALSE;

  atlas_collision_add (self->taken, box_around (x + place->dx, y + place->dy, half_width + 3, height * .44));
  atlas_collision_add (self->taken_far, box_around (far_x + place->dx, far_y + place->dy, half_width + 3, height * .44));
  if (place->style == ATLAS_LABEL_STYLE_PEAK || place->rank > MAX_RANK_OBSTACLE)
    atlas_collision_add (self->taken, box_around (x, y, DOT, DOT));

  return TRUE;
}

static AtlasLabelPlace
make_place (AtlasLabelPlacing *self,
            guint              index)
{
  const AtlasLabelName *name = &g_array_index (self->names, AtlasLabelName, index);
  AtlasLabelPlace       place = {
          .style = name->style,
          .text = name->text,
          .size = to_half_pixels (atlas_label_name_get_size (name, self->level->look) * self->text_scale),
          .spacing = to_half_pixels (atlas_label_name_get_spacing (name, self->level->look) * self->text_scale),
          .x = name->x,
          .y = name->y,
          .has_symbol = atlas_label_name_has_symbol (name),
          .rank = name->rank,
          .name = index,
  };

  place.width = (float) (atlas_label_fonts_get_width (self->fonts, name->style, name->text) * place.size +
                         place.spacing * (double) g_utf8_strlen (name->text, -1));
  place.height = (float) (place.size * LINE_HEIGHT);

  return place;
}

/* The position of the level before is tried first, so that a name stays on its side while one zooms in. */
static void
place_name (AtlasLabelPlacing *self,
            guint              index)
{
  const AtlasLabelName *name = &g_array_index (self->names, AtlasLabelName, index);
  int                   first = self->before == NULL ? -1 : self->before->tries[index];
  AtlasLabelPlace       place = make_place (self, index);
  int                   n = place.has_symbol ? ATLAS_LABEL_N_SIDES : ATLAS_LABEL_N_SHIFTS;

  for (int i = first >= 0 ? -1 : 0; i < n; i++)
    {
      int position = i < 0 ? first : i;

      if (place.has_symbol ? try_beside (self, position, &place) : atlas_label_area_place (self, name, position, &place))
        {
          self->level->tries[index] = (gint8) position;
          g_array_append_val (self->level->places, place);
          return;
        }
    }
}

static void
add_spares (AtlasLabelPlacing *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const AtlasLabelName *name = &g_array_index (self->names, AtlasLabelName, i);

      if (!atlas_label_name_has_symbol (name) && is_shown (name, self->level->look))
        atlas_label_area_add_spares (self, name, make_place (self, i));
    }
}

static void
add_dots (AtlasLabelPlacing *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const AtlasLabelName *name = &g_array_index (self->names, AtlasLabelName, i);

      if (name->style <= ATLAS_LABEL_STYLE_VILLAGE && name->rank <= MAX_RANK_OBSTACLE && is_shown (name, self->level->look))
        atlas_collision_add (self->taken, box_around (name->x * self->world, name->y * self->world, DOT, DOT));
    }
}

static void
place_names (AtlasLabelPlacing *self,
             gboolean           carried)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      gboolean was_shown = self->before != NULL && self->before->tries[i] >= 0;

      if (was_shown == carried && is_shown (&g_array_index (self->names, AtlasLabelName, i), self->level->look))
        place_name (self, i);
    }
}

static AtlasBox
get_far_box (AtlasLabelPlacing     *self,
             const AtlasLabelPlace *place,
             guint                  index)
{
  const AtlasLabelGlyph *glyph = &place->glyphs[index];
  double                 stretch = place->stretches ? get_far_scale () : 1;
  double                 scale = self->world * get_far_scale ();

  return box_around (place->x * scale + glyph->x * stretch, place->y * scale + glyph->y * stretch, place->size / 2, place->size / 2);
}

gboolean
atlas_label_take_glyphs (AtlasLabelPlacing     *self,
                         const AtlasLabelPlace *place)
{
  for (guint i = 0; i < place->n_glyphs; i++)
    if (atlas_collision_hits (self->taken_far, get_far_box (self, place, i)))
      return FALSE;

  for (guint i = 0; i < place->n_glyphs; i++)
    {
      atlas_collision_add (self->taken, box_around (place->x * self->world + place->glyphs[i].x, place->y * self->world + place->glyphs[i].y,
                                                    place->size / 2, place->size / 2));
      atlas_collision_add (self->taken_far, get_far_box (self, place, i));
    }

  return TRUE;
}

/**
 * atlas_label_level_new:
 * @basemap: a basemap
 * @language: of the names
 * @names: (element-type AtlasLabelName): its names, most important first
 * @fonts: fonts
 * @text_scale: factor to all sizes of text
 * @zoom: from which on
 * @before: (nullable): the next coarser level, whose names go first and keep their positions if they can
 *
 * Places all names of the world for one zoom and somewhat nearer.
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
  g_autoptr (AtlasCollision) taken_far = atlas_collision_new ();
  g_autoptr (AtlasCollision) nothing = atlas_collision_new ();
  AtlasLabelLevel  *level = g_new0 (AtlasLabelLevel, 1);
  AtlasLabelPlacing placing = {
    .basemap = basemap,
    .names = names,
    .fonts = fonts,
    .text_scale = text_scale,
    .world = atlas_mercator_world_size (zoom),
    .level = level,
    .before = before,
    .taken = taken,
    .taken_far = taken_far,
    .nothing = nothing,
  };

  level->zoom = zoom;
  level->look = zoom + ATLAS_LABEL_AHEAD;
  level->places = g_array_new (FALSE, FALSE, sizeof (AtlasLabelPlace));
  level->tries = g_malloc (names->len);
  memset (level->tries, -1, names->len);

  atlas_label_line_init (&placing.line);
  add_dots (&placing);
  place_names (&placing, TRUE);
  place_names (&placing, FALSE);
  atlas_label_rivers_place (&placing, language);
  add_spares (&placing);
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
