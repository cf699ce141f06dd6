// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-label-level.h"

#include <math.h>

#define MAX_BEND 0.5 /* radians from letter to letter along an authored line */
#define MIN_STRAIGHTNESS 0.8
#define MIN_SPACING 0.06 /* of the size of the letters */
#define SPARE_SPACING 0.22

/* How much of its authored line a name is spread over, and how far its letters may at most stand apart, in their size. */
static const struct
{
  double fill, max_spacing;
} spreads[ATLAS_N_LABEL_STYLES] = {
  [ATLAS_LABEL_STYLE_COUNTRY] = { .94, 2.4 },
  [ATLAS_LABEL_STYLE_WATER] = { .66, 1.1 },
  [ATLAS_LABEL_STYLE_RANGE] = { .72, 1.3 },
  [ATLAS_LABEL_STYLE_REGION] = { .72, .8 },
};

/* By how much a name may move up or down, px. */
static const double shifts[] = { 0, -14, 14, -28, 28 };

G_STATIC_ASSERT (G_N_ELEMENTS (shifts) == ATLAS_LABEL_N_SHIFTS);

/* Where else it may stand: along its line, and up or down in heights of its letters. */
static const double fractions[] = { .5, .25, .75, .125, .875, .375, .625 };
static const double offsets[] = { 0, -1.2, 1.2, -2.4, 2.4 };

/* Makes the line that a name follows: through its points, or straight at its angle; long enough for the name. */
static void
build_line (AtlasLabelPlacing    *self,
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
  if (width > 0)
    atlas_label_line_extend (&self->line, width + 1);
}

/* A name with a line is spread over it, whatever the language makes of its length. */
static void
spread (AtlasLabelPlacing    *self,
        const AtlasLabelName *name,
        AtlasLabelPlace      *place)
{
  double n = (double) g_utf8_strlen (name->text, -1);
  double text = place->width - place->spacing * n;

  if (name->n_points >= 2)
    {
      build_line (self, name, 0, 0);
      place->spacing = (atlas_label_line_get_length (&self->line) * spreads[name->style].fill - text) / n;
    }
  place->spacing = CLAMP (place->spacing, MIN_SPACING * place->size, spreads[name->style].max_spacing * place->size);
  place->width = (float) (text + place->spacing * n);
}

static gboolean
set_letters (AtlasLabelPlacing    *self,
             const AtlasLabelName *name,
             const AtlasCollision *taken,
             double                middle_along,
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

  place->glyphs = atlas_label_line_set (&self->line, self->fonts, &text, middle_along - place->width / 2.0, taken, &middle);
  if (place->glyphs == NULL)
    return FALSE;

  place->n_glyphs = (guint) g_utf8_strlen (name->text, -1);
  place->x = middle.x / self->world;
  place->y = middle.y / self->world;
  place->dx = place->dy = 0;
  place->stretches = TRUE;

  return TRUE;
}

gboolean
atlas_label_area_place (AtlasLabelPlacing    *self,
                        const AtlasLabelName *name,
                        int                   shift,
                        AtlasLabelPlace      *place)
{
  spread (self, name, place);
  build_line (self, name, place->width, shifts[shift]);
  if (!set_letters (self, name, self->taken, atlas_label_line_get_length (&self->line) / 2, place))
    return FALSE;
  if (atlas_label_take_glyphs (self, place))
    return TRUE;

  g_clear_pointer (&place->glyphs, g_free);

  return FALSE;
}

/* Closer set than in its own place, so that it finds room; it takes none, as it may never be seen: the view decides. */
void
atlas_label_area_add_spares (AtlasLabelPlacing    *self,
                             const AtlasLabelName *name,
                             AtlasLabelPlace       place)
{
  double n = (double) g_utf8_strlen (name->text, -1);
  guint  n_fractions = name->n_points >= 2 ? G_N_ELEMENTS (fractions) : 1;

  place.width = (float) (place.width + (SPARE_SPACING * place.size - place.spacing) * n);
  place.spacing = SPARE_SPACING * place.size;
  place.is_spare = TRUE;
  for (guint i = 0; i < n_fractions; i++)
    for (guint k = 0; k < G_N_ELEMENTS (offsets); k++)
      {
        build_line (self, name, name->n_points >= 2 ? 0 : place.width, offsets[k] * place.size);
        if (set_letters (self, name, self->nothing, atlas_label_line_get_length (&self->line) * fractions[i], &place))
          g_array_append_val (self->level->places, place);
      }
}
