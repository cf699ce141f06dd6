// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-graticule.h"

#include "atlas-mercator.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MINUTES 60 /* of a degree; every step is a whole number of them, so that lines are counted without error */
#define LINE_WIDTH 0.6
#define FARTHEST_PARALLEL 85

/* The finest step of which the lines keep their distance: about a hundred px. */
static const struct
{
  double zoom; /* from here on */
  int    minutes;
} steps[] = {
  { 0.0, 30 * MINUTES },
  { 2.8, 20 * MINUTES },
  { 3.8, 10 * MINUTES },
  { 5.0, 5 * MINUTES },
  { 6.2, 2 * MINUTES },
  { 7.3, 1 * MINUTES },
  { 9.0, 30 },
  { 10.4, 10 },
};

static int
get_step_minutes (double zoom)
{
  guint i = G_N_ELEMENTS (steps) - 1;

  while (i > 0 && steps[i].zoom > zoom)
    i--;

  return steps[i].minutes;
}

double
atlas_graticule_get_step (double zoom)
{
  return (double) get_step_minutes (zoom) / MINUTES;
}

static double
wrap (double degrees)
{
  return degrees - 360 * floor ((degrees + 180) / 360);
}

GArray *
atlas_graticule_list_meridians (const AtlasLabelView *view)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (AtlasGraticuleLine));
  int     step = get_step_minutes (view->zoom);
  double  world = atlas_mercator_world_size (view->zoom);
  double  west = (view->x - view->width / 2 / world) * 360 - 180;
  double  east = (view->x + view->width / 2 / world) * 360 - 180;

  for (int i = (int) ceil (west * MINUTES / step); i * (double) step <= east * MINUTES; i++)
    {
      double             degrees = i * (double) step / MINUTES;
      AtlasGraticuleLine line = { wrap (degrees), ((degrees + 180) / 360 - view->x) * world + view->width / 2 };

      g_array_append_val (lines, line);
    }

  return lines;
}

GArray *
atlas_graticule_list_parallels (const AtlasLabelView *view)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (AtlasGraticuleLine));
  int     step = get_step_minutes (view->zoom);
  double  world = atlas_mercator_world_size (view->zoom);
  double  north = MIN (atlas_mercator_unproject ((AtlasPoint){ 0, view->y - view->height / 2 / world }).y, FARTHEST_PARALLEL);
  double  south = MAX (atlas_mercator_unproject ((AtlasPoint){ 0, view->y + view->height / 2 / world }).y, -FARTHEST_PARALLEL);

  for (int i = (int) floor (north * MINUTES / step); i * (double) step >= south * MINUTES; i--)
    {
      double             degrees = i * (double) step / MINUTES;
      AtlasGraticuleLine line = { degrees, (atlas_mercator_project (0, degrees).y - view->y) * world + view->height / 2 };

      g_array_append_val (lines, line);
    }

  return lines;
}

static char *
format_angle (double degrees)
{
  int minutes = (int) lrint (fabs (degrees) * MINUTES);

  if (minutes % MINUTES == 0)
    return g_strdup_printf ("%d°", minutes / MINUTES);

  return g_strdup_printf ("%d°%02d′", minutes / MINUTES, minutes % MINUTES);
}

char *
atlas_graticule_format_longitude (double degrees)
{
  g_autofree char *angle = format_angle (degrees);

  if (degrees == 0 || fabs (degrees) == 180)
    return g_steal_pointer (&angle);

  /* Translators: a longitude at a map's edge, such as 46°30′ E or 10° W */
  return degrees > 0 ? g_strdup_printf (_ ("%s E"), angle) : g_strdup_printf (_ ("%s W"), angle);
}

char *
atlas_graticule_format_latitude (double degrees)
{
  g_autofree char *angle = format_angle (degrees);

  if (degrees == 0)
    return g_steal_pointer (&angle);

  /* Translators: a latitude at a map's edge, such as 40°30′ N or 10° S */
  return degrees > 0 ? g_strdup_printf (_ ("%s N"), angle) : g_strdup_printf (_ ("%s S"), angle);
}

void
atlas_graticule_paint (cairo_t              *cr,
                       const AtlasPalette   *palette,
                       const AtlasLabelView *view)
{
  g_autoptr (GArray) meridians = atlas_graticule_list_meridians (view);
  g_autoptr (GArray) parallels = atlas_graticule_list_parallels (view);

  for (guint i = 0; i < meridians->len; i++)
    {
      cairo_move_to (cr, g_array_index (meridians, AtlasGraticuleLine, i).px, 0);
      cairo_rel_line_to (cr, 0, view->height);
    }
  for (guint i = 0; i < parallels->len; i++)
    {
      cairo_move_to (cr, 0, g_array_index (parallels, AtlasGraticuleLine, i).px);
      cairo_rel_line_to (cr, view->width, 0);
    }
  atlas_palette_set_source (cr, palette->graticule, 1);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_stroke (cr);
}
