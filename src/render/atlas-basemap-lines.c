// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-basemap-lines.h"
#include "atlas-by-zoom.h"

#include <math.h>

/* clang-format off */
static const AtlasByZoom river_source[]      = { { 3, .35 }, { 6, .45 }, { 9, .75 }, { 12, 1.1 } }; /* px wide where it rises */
static const AtlasByZoom river_mouth[]       = { { 3, 1.0 }, { 5, 1.4 }, { 7, 1.9 }, { 9, 2.5 }, { 12, 3.4 } }; /* of a great one */
static const AtlasByZoom province_strength[] = { { 5.5, 0 }, { 6, .45 }, { 8, .85 }, { 10, 1 } };
static const AtlasByZoom province_width[]    = { { 6, .55 }, { 8, .70 }, { 10, .85 } };
static const AtlasByZoom border_width[]      = { { 3, .70 }, { 5, .95 }, { 7, 1.1 }, { 9, 1.3 }, { 12, 1.5 } };
static const AtlasByZoom ribbon_width[]      = { { 3, 2.2 }, { 5, 4.0 }, { 6, 5.0 }, { 7, 6.0 }, { 9, 8.0 }, { 12, 9.0 } };

static const double province_dashes[] = { 3.2, 2.2 };
static const double seasonal_dashes[] = { 3.6, 1.8 };

/* How each kind of border is told from the others without its colour. Only what is agreed has a ribbon. */
static const struct
{
  gboolean         has_ribbon;
  double           width;     /* factor */
  double           strength;
  cairo_line_cap_t cap;
  int              n_dashes;
  double           dashes[4]; /* px */
} borders[ATLAS_N_BORDERS] = {
  [ATLAS_BORDER_AGREED]   = { TRUE,  1.0, 1.0, CAIRO_LINE_CAP_BUTT,  4, { 7, 2.2, 1.2, 2.2 } },
  [ATLAS_BORDER_DISPUTED] = { FALSE, 1.2, 1.0, CAIRO_LINE_CAP_BUTT,  2, { 4.6, 3 } },
  [ATLAS_BORDER_CLAIM]    = { FALSE, 0.8, .85, CAIRO_LINE_CAP_BUTT,  2, { 1.8, 3 } },
  [ATLAS_BORDER_CONTROL]  = { FALSE, 1.7, 1.0, CAIRO_LINE_CAP_ROUND, 2, { .01, 4.2 } },
};
/* clang-format on */

#define BORDER_DASHES_FROM 4 /* zoom; before it, borders that are agreed are solid */
#define SEASONAL_FROM 5      /* zoom; before it, rivers that fall dry are solid too */

/* Kilometres of river above a place, tributaries too: what a river that is drawn as wide as any has, and what makes a first rill. */
#define GREAT_RIVER 6000.0
#define RILL 40.0

#define N_PENS 24
#define THINNEST .35
#define PEN_STEP .15

/* Rivers widen from source to mouth. Their pieces are gathered by pen, so that each pen strokes once. */
typedef struct
{
  double  source, mouth;  /* px */
  double  presumed;       /* kilometres of the river at hand, where nothing says how much flows */
  GArray *pieces[N_PENS]; /* (nullable): of AtlasPoint; a piece ends with one that is not a number */
} Rivers;

static int
get_pen (const Rivers *self,
         double        kilometres)
{
  double size = log2 (1 + kilometres / RILL) / log2 (1 + GREAT_RIVER / RILL);
  double width = self->source + (self->mouth - self->source) * pow (MIN (size, 1), 1.5);

  return CLAMP ((int) lrint ((width - THINNEST) / PEN_STEP), 0, N_PENS - 1);
}

static double
get_flow (const Rivers           *self,
          const AtlasBasemapPart *part,
          double                  along)
{
  if (part->downstream == 0)
    return self->presumed;

  return part->upstream + (part->downstream - part->upstream) * along;
}

static void
add_piece (Rivers           *self,
           int               pen,
           const AtlasPoint *points,
           guint             n_points)
{
  const AtlasPoint end = { NAN, NAN };

  if (self->pieces[pen] == NULL)
    self->pieces[pen] = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  g_array_append_vals (self->pieces[pen], points, n_points);
  g_array_append_val (self->pieces[pen], end);
}

static void
add_river_stretch (const AtlasBasemapPart *part,
                   const AtlasPoint       *points,
                   guint                   n_points,
                   double                  begin,
                   double                  end,
                   gpointer                user_data)
{
  Rivers *self = user_data;
  guint   first = 0;
  int     pen = -1;

  for (guint i = 0; i + 1 < n_points; i++)
    {
      int wanted = get_pen (self, get_flow (self, part, begin + (end - begin) * (i + .5) / (n_points - 1)));

      if (wanted == pen)
        continue;
      if (pen >= 0)
        add_piece (self, pen, points + first, i - first + 1);
      pen = wanted;
      first = i;
    }
  if (pen >= 0)
    add_piece (self, pen, points + first, n_points - first);
}

static void
stroke_pieces (AtlasBasemapSight *sight,
               const GArray      *pieces)
{
  cairo_t *cr = sight->cr;
  gboolean begins = TRUE;

  for (guint i = 0; i < pieces->len; i++)
    {
      AtlasPoint p = g_array_index (pieces, AtlasPoint, i);

      if (isnan (p.x))
        begins = TRUE;
      else if (begins)
        {
          cairo_move_to (cr, p.x, p.y);
          begins = FALSE;
        }
      else
        cairo_line_to (cr, p.x, p.y);
    }
  atlas_map_ink_stroke (cr, sight->raster);
}

/* Where a river falls dry, its line is broken. */
static void
stroke_seasonal (AtlasBasemapSight         *sight,
                 const Rivers              *rivers,
                 const AtlasBasemapFeature *river)
{
  const AtlasBasemapPart *part = &sight->basemap->parts[river->first_part];

  cairo_set_line_cap (sight->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (sight->cr, THINNEST + PEN_STEP * get_pen (rivers, get_flow (rivers, part, .5)));
  atlas_basemap_stroke_dashed (sight, river, seasonal_dashes, G_N_ELEMENTS (seasonal_dashes));
  cairo_set_dash (sight->cr, NULL, 0, 0);
}

/**
 * atlas_basemap_paint_rivers:
 * @sight: a window onto the basemap
 * @palette: inks
 *
 * Strokes the rivers, each as wide as what flows in it.
 */
void
atlas_basemap_paint_rivers (AtlasBasemapSight  *sight,
                            const AtlasPalette *palette)
{
  const AtlasBasemapLayerIndex *index = &sight->basemap->layers[ATLAS_BASEMAP_RIVER];
  Rivers                        rivers = { ATLAS_BY_ZOOM (river_source, sight->zoom), ATLAS_BY_ZOOM (river_mouth, sight->zoom), 0, { NULL } };

  atlas_palette_set_source (sight->cr, palette->river, 1);
  for (guint32 i = 0; i < index->n_features; i++)
    {
      const AtlasBasemapFeature *river = &sight->basemap->features[index->first_feature + i];

      if (river->kind == ATLAS_RIVER_IN_LAKE || !atlas_basemap_sees (sight, river))
        continue;
      rivers.presumed = GREAT_RIVER * exp2 ((30 - river->min_zoom) * .15); /* what is seen from farther off is larger */
      if (river->kind == ATLAS_RIVER_SEASONAL && sight->zoom >= SEASONAL_FROM && river->n_parts > 0)
        stroke_seasonal (sight, &rivers, river);
      else
        atlas_basemap_each_stretch (sight, river, add_river_stretch, &rivers);
    }

  cairo_set_line_cap (sight->cr, CAIRO_LINE_CAP_ROUND);
  for (int pen = 0; pen < N_PENS; pen++)
    if (rivers.pieces[pen] != NULL)
      {
        cairo_set_line_width (sight->cr, THINNEST + PEN_STEP * pen);
        stroke_pieces (sight, rivers.pieces[pen]);
        g_array_unref (rivers.pieces[pen]);
      }
}

/**
 * atlas_basemap_paint_provinces:
 * @sight: a window onto the basemap
 * @palette: inks
 *
 * Strokes the limits of provinces, faintly.
 */
void
atlas_basemap_paint_provinces (AtlasBasemapSight  *sight,
                               const AtlasPalette *palette)
{
  const AtlasBasemapLayerIndex *index = &sight->basemap->layers[ATLAS_BASEMAP_PROVINCE];
  double                        strength = ATLAS_BY_ZOOM (province_strength, sight->zoom);

  if (strength <= 0)
    return;

  atlas_palette_set_source (sight->cr, palette->province, strength);
  cairo_set_line_cap (sight->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (sight->cr, ATLAS_BY_ZOOM (province_width, sight->zoom));
  for (guint32 i = 0; i < index->n_features; i++)
    {
      const AtlasBasemapFeature *line = &sight->basemap->features[index->first_feature + i];

      if (atlas_basemap_sees (sight, line))
        atlas_basemap_stroke_dashed (sight, line, province_dashes, G_N_ELEMENTS (province_dashes));
    }
  cairo_set_dash (sight->cr, NULL, 0, 0);
}

static void
paint_ribbon (AtlasBasemapSight  *sight,
              const AtlasPalette *palette)
{
  const AtlasBasemapLayerIndex *index = &sight->basemap->layers[ATLAS_BASEMAP_BORDER];

  for (guint32 i = 0; i < index->n_features; i++)
    {
      const AtlasBasemapFeature *line = &sight->basemap->features[index->first_feature + i];

      if (borders[line->kind].has_ribbon && atlas_basemap_sees (sight, line))
        atlas_basemap_path_line (sight, line);
    }
  atlas_palette_set_source (sight->cr, palette->ribbon, 1);
  cairo_set_line_cap (sight->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (sight->cr, ATLAS_BY_ZOOM (ribbon_width, sight->zoom));
  atlas_map_ink_stroke (sight->cr, sight->raster);
}

/**
 * atlas_basemap_paint_borders:
 * @sight: a window onto the basemap
 * @palette: inks
 *
 * Strokes the borders, each kind in its own dashes.
 */
void
atlas_basemap_paint_borders (AtlasBasemapSight  *sight,
                             const AtlasPalette *palette)
{
  const AtlasBasemapLayerIndex *index = &sight->basemap->layers[ATLAS_BASEMAP_BORDER];
  double                        width = ATLAS_BY_ZOOM (border_width, sight->zoom);

  paint_ribbon (sight, palette);
  for (guint32 i = 0; i < index->n_features; i++)
    {
      const AtlasBasemapFeature *line = &sight->basemap->features[index->first_feature + i];
      gboolean                   agreed = line->kind == ATLAS_BORDER_AGREED;

      if (!atlas_basemap_sees (sight, line))
        continue;
      atlas_palette_set_source (sight->cr, agreed ? palette->border : palette->disputed, borders[line->kind].strength);
      cairo_set_line_width (sight->cr, width * borders[line->kind].width);
      cairo_set_line_cap (sight->cr, borders[line->kind].cap);
      atlas_basemap_stroke_dashed (sight, line, borders[line->kind].dashes,
                                   agreed && sight->zoom < BORDER_DASHES_FROM ? 0 : borders[line->kind].n_dashes);
    }
  cairo_set_dash (sight->cr, NULL, 0, 0);
}
