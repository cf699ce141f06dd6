// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-label-level.h"

#include "atlas-mercator.h"

#include <math.h>

#define FIRST_ZOOM 5
#define LATER 0.9     /* zooms: a river's name comes after the river itself */
#define SPACING 0.5   /* px between letters */
#define LIFT 2.2      /* px between the river and the foot of its name */
#define MAX_BEND 0.32 /* radians from letter to letter */
#define MIN_STRAIGHTNESS 0.93
#define APART 520 /* px between two names of one river */
#define MAX_HALVINGS 7
#define MIN_STRIDE 100 /* px between the positions that are tried */

/* From which zoom on, how large, px. */
static const struct
{
  double zoom, size;
} sizes[] = { { 0, 9.5 }, { 7, 10 }, { 8, 10.5 } };

typedef struct
{
  AtlasLabelPlacing *placing;
  double             size; /* px */
} Naming;

static void
build_line (Naming                 *self,
            const AtlasBasemapPart *part)
{
  double scale = self->placing->world / ATLAS_BASEMAP_WORLD;
  int    level = (int) self->placing->level->zoom - 1; /* a little coarser than the river: letters need a calm line */

  atlas_label_line_reset (&self->placing->line);
  for (guint32 i = 0; i < part->n_vertices; i++)
    {
      AtlasBasemapVertex v = self->placing->basemap->vertices[part->first_vertex + i];

      if (self->placing->basemap->levels[part->first_vertex + i] <= level)
        atlas_label_line_add (&self->placing->line, (AtlasPoint){ v.x * scale, v.y * scale });
    }
}

static gboolean
is_apart (const GArray *used,
          double        at)
{
  for (guint i = 0; i < used->len; i++)
    if (fabs (g_array_index (used, double, i) - at) < APART)
      return FALSE;

  return TRUE;
}

static gboolean
set_name (Naming     *self,
          const char *text,
          double      width,
          double      middle_along)
{
  AtlasLabelPlace place = {
    .style = ATLAS_LABEL_STYLE_RIVER,
    .name = ATLAS_LABEL_NO_NAME,
    .text = text,
    .size = self->size,
    .spacing = SPACING,
    .width = (float) width,
    .height = (float) self->size,
  };
  AtlasLabelText setting = {
    .style = place.style,
    .text = text,
    .size = self->size,
    .spacing = SPACING,
    .lift = self->size * .30 + LIFT,
    .max_bend = MAX_BEND,
    .min_straightness = MIN_STRAIGHTNESS,
  };
  AtlasPoint middle;

  place.glyphs = atlas_label_line_set (&self->placing->line, self->placing->fonts, &setting, middle_along - width / 2, self->placing->taken, &middle);
  if (place.glyphs == NULL)
    return FALSE;

  place.n_glyphs = (guint) g_utf8_strlen (text, -1);
  place.x = middle.x / self->placing->world;
  place.y = middle.y / self->placing->world;
  if (!atlas_label_take_glyphs (self->placing, &place))
    {
      g_free (place.glyphs);
      return FALSE;
    }
  g_array_append_val (self->placing->level->places, place);

  return TRUE;
}

/* Tries the middle of a river, then its quarters, eighths and so on. As these are fractions a name keeps its place along the
 * river from zoom to zoom, and more appear between. */
static void
name_part (Naming                 *self,
           const AtlasBasemapPart *part,
           const char             *text,
           double                  width)
{
  g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (double));
  double scale = self->placing->world / ATLAS_BASEMAP_WORLD;
  double length;

  if (hypot ((double) part->box.x1 - part->box.x0, (double) part->box.y1 - part->box.y0) * scale < width * 1.6)
    return;

  build_line (self, part);
  length = atlas_label_line_get_length (&self->placing->line);
  for (int halving = 1; halving <= MAX_HALVINGS && length / (1 << halving) > MIN_STRIDE; halving++)
    for (int i = 1; i < 1 << halving; i += 2)
      {
        double at = length * i / (1 << halving);

        if (is_apart (used, at) && set_name (self, text, width, at))
          g_array_append_val (used, at);
      }
}

void
atlas_label_rivers_place (AtlasLabelPlacing   *self,
                          AtlasBasemapLanguage language)
{
  const AtlasBasemapLayerIndex *index = &self->basemap->layers[ATLAS_BASEMAP_RIVER];
  double                        look = self->level->look;
  Naming                        naming = { self, 0 };

  if (look < FIRST_ZOOM)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (sizes) && look >= sizes[i].zoom; i++)
    naming.size = sizes[i].size * self->text_scale;
  for (guint32 i = 0; i < index->n_features; i++)
    {
      const AtlasBasemapFeature *river = &self->basemap->features[index->first_feature + i];
      const char                *text = atlas_basemap_get_name (self->basemap, river->name, language);
      double                     width;

      if (text[0] == '\0' || river->kind == ATLAS_RIVER_IN_LAKE || river->min_zoom / 10.0 + LATER > look)
        continue;

      width = atlas_label_fonts_get_width (self->fonts, ATLAS_LABEL_STYLE_RIVER, text) * naming.size + SPACING * (double) g_utf8_strlen (text, -1);
      for (guint32 k = 0; k < river->n_parts; k++)
        name_part (&naming, &self->basemap->parts[river->first_part + k], text, width);
    }
}
