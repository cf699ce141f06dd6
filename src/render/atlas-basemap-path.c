// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-basemap-path.h"

#include <math.h>

#define SOURCE_ZOOM 10.5 /* the vertices serve up to here */
#define CLOSE_ZOOM 6
#define SPECK 0.75   /* pixels: what is smaller is not drawn */
#define ON_EDGE 1e-6 /* pixels */
#define N_CURVE_STEPS 3

/* The finest vertices that are worth drawing. From afar, where coasts are most intricate, half a logical pixel is fine enough
 * on any screen. */
static int
get_level (double zoom,
           double device_scale)
{
  return (int) ceil (zoom + (zoom < CLOSE_ZOOM ? 0 : log2 (device_scale)) - 0.3);
}

/**
 * atlas_basemap_sight_init:
 * @self: (out caller-allocates): a window onto the basemap
 * @basemap: the basemap, which must outlive @self
 * @cr: where paths go, in logical pixels from the window's north-west corner; it must outlive @self
 * @x: the corner on the Mercator square
 * @y: the corner on the Mercator square
 * @zoom: 256 * 2^zoom logical pixels go round the world
 * @width: logical pixels
 * @height: logical pixels
 * @device_scale: device pixels a logical pixel
 *
 * Looks at a part of the world.
 */
void
atlas_basemap_sight_init (AtlasBasemapSight  *self,
                          const AtlasBasemap *basemap,
                          cairo_t            *cr,
                          double              x,
                          double              y,
                          double              zoom,
                          double              width,
                          double              height,
                          double              device_scale)
{
  double margin;

  *self = (AtlasBasemapSight){
    .basemap = basemap,
    .cr = cr,
    .x = x * ATLAS_BASEMAP_WORLD,
    .y = y * ATLAS_BASEMAP_WORLD,
    .scale = 256 * exp2 (zoom) / ATLAS_BASEMAP_WORLD,
    .width = width,
    .height = height,
    .zoom = zoom,
    .level = get_level (zoom, device_scale),
    .smooth = zoom > SOURCE_ZOOM,
    .points = g_array_new (FALSE, FALSE, sizeof (AtlasPoint)),
    .clipped = g_array_new (FALSE, FALSE, sizeof (AtlasPoint)),
  };
  margin = ATLAS_BASEMAP_MARGIN / self->scale;
  self->box = (AtlasBasemapBox){
    (gint32) floor (self->x - margin),
    (gint32) floor (self->y - margin),
    (gint32) ceil (self->x + width / self->scale + margin),
    (gint32) ceil (self->y + height / self->scale + margin),
  };
}

/**
 * atlas_basemap_sight_clear:
 * @self: a window onto the basemap
 *
 * Frees what the window holds.
 */
void
atlas_basemap_sight_clear (AtlasBasemapSight *self)
{
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->clipped, g_array_unref);
}

static gboolean
box_is_seen (const AtlasBasemapSight *self,
             const AtlasBasemapBox   *box)
{
  return box->x0 <= self->box.x1 && box->x1 >= self->box.x0 && box->y0 <= self->box.y1 && box->y1 >= self->box.y0;
}

static gboolean
is_speck (const AtlasBasemapSight *self,
          const AtlasBasemapBox   *box)
{
  double size = MAX ((double) box->x1 - box->x0, (double) box->y1 - box->y0);

  return size * self->scale < SPECK;
}

/**
 * atlas_basemap_sees:
 * @self: a window onto the basemap
 * @feature: one of its features
 *
 * Whether a feature is drawn at this zoom and reaches into the window.
 *
 * Returns: %TRUE if so
 */
gboolean
atlas_basemap_sees (const AtlasBasemapSight   *self,
                    const AtlasBasemapFeature *feature)
{
  return feature->min_zoom <= self->zoom * 10 + 0.1 && box_is_seen (self, &feature->box);
}

static AtlasPoint
to_pixels (const AtlasBasemapSight *self,
           AtlasBasemapVertex       vertex)
{
  return (AtlasPoint){ (vertex.x - self->x) * self->scale, (vertex.y - self->y) * self->scale };
}

static AtlasPoint
middle (AtlasPoint a,
        AtlasPoint b)
{
  return (AtlasPoint){ (a.x + b.x) / 2, (a.y + b.y) / 2 };
}

/* Replaces a corner by a curve from the middle of one side to the middle of the other. */
static void
add_rounded (GArray    *points,
             AtlasPoint before,
             AtlasPoint corner,
             AtlasPoint after)
{
  AtlasPoint from = middle (before, corner);
  AtlasPoint to = middle (corner, after);

  for (int i = 0; i <= N_CURVE_STEPS; i++)
    {
      double     t = (double) i / N_CURVE_STEPS, u = 1 - t;
      AtlasPoint p = { u * u * from.x + 2 * u * t * corner.x + t * t * to.x, u * u * from.y + 2 * u * t * corner.y + t * t * to.y };

      g_array_append_val (points, p);
    }
}

/* The first vertex of the chunk after @chunk: where its last segment leads. */
static AtlasBasemapVertex
get_end (const AtlasBasemapSight *self,
         const AtlasBasemapPart  *part,
         guint32                  chunk,
         gboolean                 closed)
{
  const AtlasBasemapVertex *vertices = self->basemap->vertices + part->first_vertex;
  guint32                   next = (chunk + 1) * ATLAS_BASEMAP_CHUNK;

  if (next < part->n_vertices)
    return vertices[next];

  return closed ? vertices[0] : vertices[part->n_vertices - 1];
}

/* Adds a chunk from its first vertex on, without the end that the next chunk begins with. What is added depends on the chunk
 * and the zoom only, not on the window, so that windows fit together. */
static void
add_chunk (AtlasBasemapSight      *self,
           const AtlasBasemapPart *part,
           guint32                 chunk,
           gboolean                closed)
{
  guint32                   begin = chunk * ATLAS_BASEMAP_CHUNK;
  guint32                   end = MIN (begin + ATLAS_BASEMAP_CHUNK, part->n_vertices);
  const AtlasBasemapVertex *vertices = self->basemap->vertices + part->first_vertex;
  const guint8             *levels = self->basemap->levels + part->first_vertex;
  AtlasPoint                before = to_pixels (self, vertices[begin]);
  AtlasPoint                corner = before;
  gboolean                  has_corner = FALSE;

  g_array_append_val (self->points, before);
  for (guint32 i = begin + 1; i < end; i++)
    {
      AtlasPoint p;

      if (levels[i] > self->level)
        continue;

      p = to_pixels (self, vertices[i]);
      if (!self->smooth)
        {
          g_array_append_val (self->points, p);
          continue;
        }
      if (has_corner)
        {
          add_rounded (self->points, before, corner, p);
          before = corner;
        }
      corner = p;
      has_corner = TRUE;
    }

  if (self->smooth && has_corner)
    add_rounded (self->points, before, corner, to_pixels (self, get_end (self, part, chunk, closed)));
}

static void
path_points (AtlasBasemapSight *self)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      AtlasPoint p = g_array_index (self->points, AtlasPoint, i);

      if (i == 0)
        cairo_move_to (self->cr, p.x, p.y);
      else
        cairo_line_to (self->cr, p.x, p.y);
    }
}

static void
add_ring_points (AtlasBasemapSight      *self,
                 const AtlasBasemapPart *part)
{
  g_array_set_size (self->points, 0);
  for (guint32 i = 0; i < part->n_chunks; i++)
    if (box_is_seen (self, &self->basemap->chunks[part->first_chunk + i]))
      add_chunk (self, part, i, TRUE);
    else
      {
        AtlasPoint p = to_pixels (self, self->basemap->vertices[part->first_vertex + i * ATLAS_BASEMAP_CHUNK]);

        g_array_append_val (self->points, p);
      }
}

/* Adds a ring to the path. One that crosses the window is drawn; one around it flips @inside. */
static gboolean
path_ring (AtlasBasemapSight      *self,
           const AtlasBasemapPart *part,
           gboolean               *inside)
{
  const AtlasBasemapBox *box = &part->box;

  if (!box_is_seen (self, box) || is_speck (self, box))
    return FALSE;

  add_ring_points (self, part);
  if (box->x0 < self->box.x0 || box->y0 < self->box.y0 || box->x1 > self->box.x1 || box->y1 > self->box.y1)
    {
      AtlasBox window = { -ATLAS_BASEMAP_MARGIN, -ATLAS_BASEMAP_MARGIN, self->width + ATLAS_BASEMAP_MARGIN, self->height + ATLAS_BASEMAP_MARGIN };

      switch (atlas_ring_clip (self->points, self->clipped, window))
        {
        case ATLAS_COVER_ALL:
          *inside = !*inside;
          return FALSE;

        case ATLAS_COVER_NONE:
          return FALSE;

        case ATLAS_COVER_SOME:
        default:
          break;
        }
    }
  path_points (self);
  cairo_close_path (self->cr);

  return TRUE;
}

/**
 * atlas_basemap_path_rings:
 * @self: a window onto the basemap
 * @layer: a layer of rings
 *
 * Adds the rings of a layer to the path, to be filled even-odd.
 *
 * Rings are cut at the margin around the window. If they cover the window wholly or not at all nothing is added.
 *
 * Returns: how much of the window they cover
 */
AtlasCover
atlas_basemap_path_rings (AtlasBasemapSight *self,
                          AtlasBasemapLayer  layer)
{
  const AtlasBasemap           *basemap = self->basemap;
  const AtlasBasemapLayerIndex *index = &basemap->layers[layer];
  gboolean                      inside = FALSE, crosses = FALSE;

  for (guint32 i = 0; i < index->n_features; i++)
    {
      const AtlasBasemapFeature *feature = &basemap->features[index->first_feature + i];

      if (!atlas_basemap_sees (self, feature))
        continue;
      for (guint32 k = 0; k < feature->n_parts; k++)
        crosses |= path_ring (self, &basemap->parts[feature->first_part + k], &inside);
    }

  if (!crosses)
    return inside ? ATLAS_COVER_ALL : ATLAS_COVER_NONE;

  if (inside)
    cairo_rectangle (self->cr, -ATLAS_BASEMAP_MARGIN, -ATLAS_BASEMAP_MARGIN,
                     self->width + 2 * ATLAS_BASEMAP_MARGIN, self->height + 2 * ATLAS_BASEMAP_MARGIN);

  return ATLAS_COVER_SOME;
}

/* Ends a run of chunks: the scratch points and the vertex the last of them leads to become a sub-path. */
static void
path_run (AtlasBasemapSight      *self,
          const AtlasBasemapPart *part,
          guint32                 last_chunk)
{
  AtlasPoint end = to_pixels (self, get_end (self, part, last_chunk, FALSE));

  g_array_append_val (self->points, end);
  path_points (self);
  g_array_set_size (self->points, 0);
}

static void
path_part (AtlasBasemapSight      *self,
           const AtlasBasemapPart *part)
{
  g_array_set_size (self->points, 0);
  for (guint32 i = 0; i < part->n_chunks; i++)
    if (box_is_seen (self, &self->basemap->chunks[part->first_chunk + i]))
      add_chunk (self, part, i, FALSE);
    else if (self->points->len > 0)
      path_run (self, part, i - 1);

  if (self->points->len > 0)
    path_run (self, part, part->n_chunks - 1);
}

/**
 * atlas_basemap_path_line:
 * @self: a window onto the basemap
 * @feature: a feature of lines
 *
 * Adds the lines of a feature to the path as far as they are seen.
 */
void
atlas_basemap_path_line (AtlasBasemapSight         *self,
                         const AtlasBasemapFeature *feature)
{
  for (guint32 i = 0; i < feature->n_parts; i++)
    {
      const AtlasBasemapPart *part = &self->basemap->parts[feature->first_part + i];

      if (box_is_seen (self, &part->box) && !is_speck (self, &part->box))
        path_part (self, part);
    }
}

static void
each_stretch_of_part (AtlasBasemapSight      *self,
                      const AtlasBasemapPart *part,
                      AtlasBasemapStretchFunc func,
                      gpointer                user_data)
{
  double last = MAX (part->n_vertices, 2) - 1;

  for (guint32 i = 0; i < part->n_chunks; i++)
    if (box_is_seen (self, &self->basemap->chunks[part->first_chunk + i]))
      {
        AtlasPoint end = to_pixels (self, get_end (self, part, i, FALSE));
        guint32    begin = i * ATLAS_BASEMAP_CHUNK;

        g_array_set_size (self->points, 0);
        add_chunk (self, part, i, FALSE);
        g_array_append_val (self->points, end);
        func (part, (const AtlasPoint *) (gpointer) self->points->data, self->points->len,
              begin / last, MIN (begin + ATLAS_BASEMAP_CHUNK, last) / last, user_data);
      }
}

/**
 * atlas_basemap_each_stretch:
 * @self: a window onto the basemap
 * @feature: a feature of lines
 * @func: what to do with a stretch
 * @user_data: for @func
 *
 * Goes along the lines of a feature as far as they are seen.
 *
 * Where a stretch begins and ends depends on the line only, not on the window. One begins where the one before ended.
 */
void
atlas_basemap_each_stretch (AtlasBasemapSight         *self,
                            const AtlasBasemapFeature *feature,
                            AtlasBasemapStretchFunc    func,
                            gpointer                   user_data)
{
  for (guint32 i = 0; i < feature->n_parts; i++)
    {
      const AtlasBasemapPart *part = &self->basemap->parts[feature->first_part + i];

      if (box_is_seen (self, &part->box) && !is_speck (self, &part->box))
        each_stretch_of_part (self, part, func, user_data);
    }
}

static double
get_length (const GArray *points,
            guint         from,
            AtlasPoint    end)
{
  double length = 0;

  for (guint i = from; i < points->len; i++)
    {
      AtlasPoint a = g_array_index (points, AtlasPoint, i);
      AtlasPoint b = i + 1 < points->len ? g_array_index (points, AtlasPoint, i + 1) : end;

      length += hypot (b.x - a.x, b.y - a.y);
    }

  return length;
}

static void
stroke_part_dashed (AtlasBasemapSight      *self,
                    const AtlasBasemapPart *part,
                    const double           *dashes,
                    int                     n_dashes)
{
  double   along = 0, run_start = 0;
  gboolean running = FALSE;

  g_array_set_size (self->points, 0);
  for (guint32 i = 0; i < part->n_chunks; i++)
    {
      gboolean seen = box_is_seen (self, &self->basemap->chunks[part->first_chunk + i]);
      guint    from;

      if (running && !seen)
        {
          path_run (self, part, i - 1);
          cairo_set_dash (self->cr, dashes, n_dashes, run_start);
          cairo_stroke (self->cr);
        }
      if (seen && !running)
        run_start = along;
      if (!seen || !running)
        g_array_set_size (self->points, 0); /* an unseen chunk is only measured */
      running = seen;

      from = self->points->len;
      add_chunk (self, part, i, FALSE);
      along += get_length (self->points, from, to_pixels (self, get_end (self, part, i, FALSE)));
    }

  if (running)
    {
      path_run (self, part, part->n_chunks - 1);
      cairo_set_dash (self->cr, dashes, n_dashes, run_start);
      cairo_stroke (self->cr);
    }
}

/**
 * atlas_basemap_stroke_dashed:
 * @self: a window onto the basemap
 * @feature: a feature of lines
 * @dashes: (array length=n_dashes): as of cairo_set_dash()
 * @n_dashes: how many
 *
 * Strokes the lines of a feature as far as they are seen.
 *
 * The dashes are counted from the start of each line, seen or not, so that they go on from window to window.
 */
void
atlas_basemap_stroke_dashed (AtlasBasemapSight         *self,
                             const AtlasBasemapFeature *feature,
                             const double              *dashes,
                             int                        n_dashes)
{
  for (guint32 i = 0; i < feature->n_parts; i++)
    {
      const AtlasBasemapPart *part = &self->basemap->parts[feature->first_part + i];

      if (box_is_seen (self, &part->box) && !is_speck (self, &part->box))
        stroke_part_dashed (self, part, dashes, n_dashes);
    }
}
