// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-label-names.h"

#include <string.h>

#define EVER 99 /* a zoom beyond all */

/* Areas come before the places that appear with them, by how much earlier they appear; a fixed priority puts what fills
 * empty ground (ranges, regions, peaks) among the towns. */
static const struct
{
  AtlasLabelStyle style;
  double          priority; /* 0: by the zoom it appears at */
} areas[] = {
  [ATLAS_LABEL_COUNTRY] = { ATLAS_LABEL_STYLE_COUNTRY, 0 },
  [ATLAS_LABEL_OCEAN] = { ATLAS_LABEL_STYLE_WATER, 0 },
  [ATLAS_LABEL_SEA] = { ATLAS_LABEL_STYLE_WATER, 0 },
  [ATLAS_LABEL_GULF] = { ATLAS_LABEL_STYLE_WATER, 0 },
  [ATLAS_LABEL_LAKE] = { ATLAS_LABEL_STYLE_WATER, 0 },
  [ATLAS_LABEL_RANGE] = { ATLAS_LABEL_STYLE_RANGE, 5.1 },
  [ATLAS_LABEL_REGION] = { ATLAS_LABEL_STYLE_REGION, 5.1 },
  [ATLAS_LABEL_DESERT] = { ATLAS_LABEL_STYLE_REGION, 5.1 },
  [ATLAS_LABEL_PEAK] = { ATLAS_LABEL_STYLE_PEAK, 6.2 },
  [ATLAS_LABEL_PASS] = { ATLAS_LABEL_STYLE_PEAK, 7.2 },
  [ATLAS_LABEL_ISLAND] = { ATLAS_LABEL_STYLE_REGION, 7.2 },
  [ATLAS_LABEL_CAPE] = { ATLAS_LABEL_STYLE_REGION, 7.2 },
  [ATLAS_LABEL_STRAIT] = { ATLAS_LABEL_STYLE_WATER, 0 },
  [ATLAS_LABEL_PROVINCE] = { ATLAS_LABEL_STYLE_REGION, 6.6 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (areas) == ATLAS_LABEL_N_KINDS);

static const struct
{
  AtlasLabelStyle style;
  double          size; /* px */
} ranks[] = {
  { ATLAS_LABEL_STYLE_CAPITAL, 12.5 },
  { ATLAS_LABEL_STYLE_CITY, 12 },
  { ATLAS_LABEL_STYLE_TOWN, 11 },
  { ATLAS_LABEL_STYLE_TOWN, 10.2 },
  { ATLAS_LABEL_STYLE_VILLAGE, 9.6 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (ranks) == ATLAS_BASEMAP_N_RANKS);

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const AtlasLabelName *x = a, *y = b;

  if (x->priority != y->priority)
    return x->priority < y->priority ? -1 : 1;
  if (x->population != y->population)
    return x->population > y->population ? -1 : 1;

  return strcmp (x->text, y->text);
}

/* Letters that join cannot be spread nor set one by one along a line. */
static gboolean
has_joined_letters (const char *text)
{
  static const GUnicodeScript scripts[] = { G_UNICODE_SCRIPT_ARABIC, G_UNICODE_SCRIPT_SYRIAC, G_UNICODE_SCRIPT_DEVANAGARI, G_UNICODE_SCRIPT_BENGALI };

  for (; *text != '\0'; text = g_utf8_next_char (text))
    for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
      if (g_unichar_get_script (g_utf8_get_char (text)) == scripts[i])
        return TRUE;

  return FALSE;
}

static void
add_area (GArray                  *names,
          const AtlasBasemap      *basemap,
          const AtlasBasemapLabel *label,
          AtlasBasemapLanguage     language)
{
  AtlasLabelName name = {
    .text = atlas_basemap_get_name (basemap, label->name, language),
    .x = (double) label->x / ATLAS_BASEMAP_WORLD,
    .y = (double) label->y / ATLAS_BASEMAP_WORLD,
    .style = areas[label->kind].style,
    .min_zoom = label->min_zoom / 10.0,
    .max_zoom = label->max_zoom / 10.0,
    .size = label->size / 10.0,
    .spacing = label->spacing / 10.0,
    .angle = label->angle * G_PI / 180,
    .first_point = label->first_point,
    .n_points = label->n_points,
  };

  if (has_joined_letters (name.text))
    {
      name.spacing = name.angle = 0;
      name.n_points = 0;
    }
  name.priority = areas[label->kind].priority > 0 ? areas[label->kind].priority : name.min_zoom - 2.1;
  g_array_append_val (names, name);
}

static void
add_place (GArray                  *names,
           const AtlasBasemap      *basemap,
           const AtlasBasemapPlace *place,
           AtlasBasemapLanguage     language)
{
  AtlasLabelName name = {
    .text = atlas_basemap_get_name (basemap, place->name, language),
    .x = (double) place->x / ATLAS_BASEMAP_WORLD,
    .y = (double) place->y / ATLAS_BASEMAP_WORLD,
    .style = ranks[place->rank].style,
    .rank = place->rank,
    .population = place->population,
    .min_zoom = place->min_zoom / 10.0,
    .max_zoom = EVER,
    .size = ranks[place->rank].size,
  };

  name.priority = name.min_zoom - (name.style == ATLAS_LABEL_STYLE_CAPITAL ? 1 : 0);
  g_array_append_val (names, name);
}

/**
 * atlas_label_names_collect:
 * @basemap: a basemap, which must outlive the names
 * @language: of the names
 *
 * Collects the names of all areas and places.
 *
 * Returns: (transfer full) (element-type AtlasLabelName): most important first
 */
GArray *
atlas_label_names_collect (const AtlasBasemap  *basemap,
                           AtlasBasemapLanguage language)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (AtlasLabelName));

  for (gsize i = 0; i < basemap->n_labels; i++)
    add_area (names, basemap, &basemap->labels[i], language);
  for (gsize i = 0; i < basemap->n_places; i++)
    add_place (names, basemap, &basemap->places[i], language);
  g_array_sort (names, compare_names);

  return names;
}

/**
 * atlas_label_name_has_symbol:
 * @self: a name
 *
 * Whether the name stands beside a symbol, a town's dot or a peak's triangle, rather than on what it names.
 *
 * Returns: %TRUE if so
 */
gboolean
atlas_label_name_has_symbol (const AtlasLabelName *self)
{
  return self->style <= ATLAS_LABEL_STYLE_VILLAGE || self->style == ATLAS_LABEL_STYLE_PEAK;
}

/**
 * atlas_label_name_get_size:
 * @self: a name
 * @zoom: the view's
 *
 * Gets the size of the font, which grows as one comes nearer.
 *
 * Returns: px
 */
double
atlas_label_name_get_size (const AtlasLabelName *self,
                           double                zoom)
{
  double nearer = zoom - self->min_zoom;

  if (self->style == ATLAS_LABEL_STYLE_PEAK)
    return self->size;
  if (self->style <= ATLAS_LABEL_STYLE_VILLAGE)
    return self->size + MIN (2.5, .45 * nearer) - (zoom < 5 ? 1 : 0);

  return self->size * (1 + MIN (.5, .10 * nearer));
}

/**
 * atlas_label_name_get_spacing:
 * @self: a name
 * @zoom: the view's
 *
 * Gets the space between letters, by which the name of an area is spread over it.
 *
 * Returns: px
 */
double
atlas_label_name_get_spacing (const AtlasLabelName *self,
                              double                zoom)
{
  return self->spacing * (1 + MIN (2.2, .45 * (zoom - self->min_zoom)));
}
