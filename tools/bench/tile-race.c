// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* tile-race BASEMAP FOLDER: paints the tiles of a race once with one thread and once with two, prints how many a second, and
 * writes into FOLDER what another renderer needs to paint the same ones: the ground as a picture and the other layers as
 * GeoJSON, in metres of the spherical Mercator map, one folder a zoom and size; style.json with inks and widths; tiles.txt
 * with `FOLDER-NAME X0 Y0 X1 Y1 SCALE` lines. See tools/bench/README.md. */

#include "atlas-basemap-painter.h"
#include "atlas-basemap-path.h"
#include "atlas-mercator.h"
#include "atlas-relief.h"

#include <glib/gstdio.h>
#include <math.h>
#include <time.h>

#define TEXTURE 512
#define MAX_TILES 40        /* a zoom and size, evenly spread */
#define MAX_RELIEF_ZOOM 8.5 /* the relief's own fineness: beyond it a finer picture shows nothing more */
#define EQUATOR 40075016.685578488
#define MARGIN 0.25 /* tiles round the race's part of the world */
#define CHUNK ATLAS_BASEMAP_CHUNK

typedef struct
{
  int    zoom;
  int    size; /* logical px */
  double scale;
  int    x0, y0, x1, y1; /* tiles, inclusive */
} Heat;

typedef struct
{
  const Heat *heat;
  int         x, y;
} Tile;

/* clang-format off */
static const struct { int zoom; double west, south, east, north; } regions[] = {
  { 4,   8, 17, 82, 56 }, { 5,  8, 17, 82, 56 }, { 6,   8, 17, 82, 56 }, { 7, 38, 35, 55, 46 },
  { 8,  38, 35, 55, 46 }, { 9, 38, 35, 55, 46 }, { 10, 38, 35, 55, 46 },
};

static const struct { AtlasBasemapLayer layer; const char *name; } layers[] = {
  { ATLAS_BASEMAP_LAND, "coast" }, { ATLAS_BASEMAP_LAKE, "lake" }, { ATLAS_BASEMAP_URBAN, "urban" },
  { ATLAS_BASEMAP_RIVER, "river" }, { ATLAS_BASEMAP_PROVINCE, "province" }, { ATLAS_BASEMAP_BORDER, "border" },
};
/* clang-format on */

static AtlasBasemap *basemap;

static Heat
get_heat (guint region,
          int   size)
{
  double     n = exp2 (regions[region].zoom);
  AtlasPoint nw = atlas_mercator_project (regions[region].west, regions[region].north);
  AtlasPoint se = atlas_mercator_project (regions[region].east, regions[region].south);

  return (Heat){
    .zoom = regions[region].zoom,
    .size = size,
    .scale = (double) TEXTURE / size,
    .x0 = (int) (nw.x * n),
    .y0 = (int) (nw.y * n),
    .x1 = (int) (se.x * n),
    .y1 = (int) (se.y * n),
  };
}

static double
get_shown_zoom (const Heat *heat)
{
  return heat->zoom + log2 (heat->size / 256.0);
}

static char *
get_name (const Heat *heat)
{
  return g_strdup_printf ("z%d-%d", heat->zoom, heat->size);
}

static void
paint_func (gpointer data,
            gpointer user_data)
{
  const Tile      *tile = data;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, TEXTURE, TEXTURE);

  atlas_basemap_paint_tile (basemap, atlas_palette_get (ATLAS_PALETTE_LIGHT), tile->heat->zoom, tile->x, tile->y, tile->heat->size,
                            tile->heat->scale, surface);
  cairo_surface_destroy (surface);
}

static void
race (GArray *tiles,
      int     n_threads)
{
  GThreadPool *pool = g_thread_pool_new (paint_func, NULL, n_threads, TRUE, NULL);
  gint64       begin = g_get_monotonic_time ();
  clock_t      spent = clock ();

  for (guint i = 0; i < tiles->len; i++)
    g_thread_pool_push (pool, &g_array_index (tiles, Tile, i), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  g_print ("atlas.%d.per_s %.1f 1/s\n", n_threads, tiles->len * 1e6 / (double) (g_get_monotonic_time () - begin));
  g_print ("atlas.%d.per_cpu_s %.1f 1/s\n", n_threads, tiles->len * (double) CLOCKS_PER_SEC / (double) (clock () - spent));
}

static gboolean
box_is_near (const Heat            *heat,
             const AtlasBasemapBox *box)
{
  double unit = ATLAS_BASEMAP_WORLD / exp2 (heat->zoom);

  return box->x1 >= (heat->x0 - MARGIN) * unit && box->x0 <= (heat->x1 + 1 + MARGIN) * unit && box->y1 >= (heat->y0 - MARGIN) * unit &&
         box->y0 <= (heat->y1 + 1 + MARGIN) * unit;
}

static void
append_vertex (GString           *text,
               AtlasBasemapVertex vertex,
               const char        *before)
{
  double metre = EQUATOR / ATLAS_BASEMAP_WORLD;

  g_string_append_printf (text, "%s[%.1f,%.1f]", before, vertex.x * metre - EQUATOR / 2, EQUATOR / 2 - vertex.y * metre);
}

/* Vertices from @begin to @end, those that the zoom needs; the ends always. */
static void
append_run (GString                *text,
            const AtlasBasemapPart *part,
            guint32                 begin,
            guint32                 end,
            int                     level,
            gboolean                closed)
{
  const AtlasBasemapVertex *vertices = basemap->vertices + part->first_vertex;
  const guint8             *levels = basemap->levels + part->first_vertex;

  g_string_append_c (text, '[');
  append_vertex (text, vertices[begin], "");
  for (guint32 i = begin + 1; i < end; i++)
    if (levels[i] <= level || i == end - 1)
      append_vertex (text, vertices[i], ",");
  if (closed)
    append_vertex (text, end < part->n_vertices ? vertices[end] : vertices[0], ",");
  g_string_append_c (text, ']');
}

static void
append_feature (GString                   *text,
                const AtlasBasemapFeature *feature,
                const char                *geometry)
{
  g_string_append_printf (text, "%s{\"type\":\"Feature\",\"properties\":{\"kind\":%u,\"from\":%u},\"geometry\":{\"type\":\"%s\",\"coordinates\":",
                          text->str[text->len - 1] == '[' ? "" : ",\n", feature->kind, feature->min_zoom, geometry);
}

/* A coast is cut into short lines, as is usual for a renderer that would else clip a continent for every tile. */
static void
append_coast (GString                   *text,
              const Heat                *heat,
              const AtlasBasemapFeature *feature,
              const AtlasBasemapPart    *part,
              int                        level)
{
  for (guint32 chunk = 0; chunk < part->n_chunks; chunk++)
    {
      if (!box_is_near (heat, &basemap->chunks[part->first_chunk + chunk]))
        continue;

      append_feature (text, feature, "LineString");
      append_run (text, part, chunk * CHUNK, MIN ((chunk + 1) * CHUNK, part->n_vertices), level, TRUE);
      g_string_append (text, "}}");
    }
}

static void
append_parts (GString                   *text,
              const Heat                *heat,
              const AtlasBasemapFeature *feature,
              AtlasBasemapLayer          layer,
              int                        level)
{
  gboolean area = layer == ATLAS_BASEMAP_LAKE || layer == ATLAS_BASEMAP_URBAN;
  guint    n_rings = 0;

  for (guint32 i = 0; i < feature->n_parts; i++)
    {
      const AtlasBasemapPart *part = &basemap->parts[feature->first_part + i];

      if (!box_is_near (heat, &part->box) || part->n_vertices < (area ? 3 : 2))
        continue;

      if (layer == ATLAS_BASEMAP_LAND)
        append_coast (text, heat, feature, part, level);
      else if (area)
        {
          if (n_rings++ == 0)
            {
              append_feature (text, feature, "Polygon");
              g_string_append_c (text, '[');
            }
          else
            g_string_append_c (text, ',');
          append_run (text, part, 0, part->n_vertices, level, TRUE);
        }
      else
        {
          append_feature (text, feature, "LineString");
          append_run (text, part, 0, part->n_vertices, level, FALSE);
          g_string_append (text, "}}");
        }
    }

  if (n_rings > 0)
    g_string_append (text, "]}}");
}

static gboolean
export_layer (const Heat *heat,
              guint       which,
              const char *folder,
              GError    **error)
{
  const AtlasBasemapLayerIndex *index = &basemap->layers[layers[which].layer];
  double                        zoom = get_shown_zoom (heat);
  int                           level = (int) ceil (zoom + (zoom < 6 ? 0 : log2 (heat->scale)) - 0.3);
  g_autofree char              *name = g_strconcat (layers[which].name, ".geojson", NULL);
  g_autofree char              *path = g_build_filename (folder, name, NULL);
  g_autoptr (GString) text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");

  for (guint32 i = 0; i < index->n_features; i++)
    {
      const AtlasBasemapFeature *feature = &basemap->features[index->first_feature + i];

      if (feature->min_zoom <= zoom * 10 + 0.1 && box_is_near (heat, &feature->box))
        append_parts (text, heat, feature, layers[which].layer, level);
    }
  g_string_append (text, "]}\n");

  return g_file_set_contents (path, text->str, (gssize) text->len, error);
}

/* A picture in the ENVI format (raw pixels and a header), which needs no decoding. */
static gboolean
write_picture (const guint32         *pixels,
               const AtlasReliefView *view,
               const char            *folder,
               const char            *name,
               GError               **error)
{
  gsize              n_pixels = (gsize) view->width * (gsize) view->height;
  double             metre = view->step * EQUATOR;
  g_autofree guint8 *bytes = g_new (guint8, 3 * n_pixels);
  g_autofree char   *stem = g_build_filename (folder, name, NULL);
  g_autofree char   *path = g_strconcat (stem, ".img", NULL);
  g_autofree char   *header_path = g_strconcat (stem, ".hdr", NULL);
  g_autofree char   *header = NULL;

  for (gsize i = 0; i < n_pixels; i++)
    for (guint band = 0; band < 3; band++)
      bytes[3 * i + band] = (guint8) (pixels[i] >> (16 - 8 * band));

  header = g_strdup_printf ("ENVI\nsamples = %d\nlines = %d\nbands = 3\nheader offset = 0\nfile type = ENVI Standard\ndata type = 1\n"
                            "interleave = bip\nbyte order = 0\ndefault bands = {1, 2, 3}\nmap info = {Mercator, 1, 1, %.6f, %.6f, %.9f, %.9f}\n",
                            view->width, view->height, view->x * EQUATOR - EQUATOR / 2, EQUATOR / 2 - view->y * EQUATOR, metre, metre);

  return g_file_set_contents (path, (const char *) bytes, (gssize) (3 * n_pixels), error) &&
         g_file_set_contents (header_path, header, -1, error);
}

/* Lays @land over @sea where the coast has land. */
static void
cut_out (guint32               *land,
         guint32               *sea,
         const AtlasReliefView *view,
         double                 zoom)
{
  int              stride = view->width * (int) sizeof (guint32);
  cairo_surface_t *from = cairo_image_surface_create_for_data ((guchar *) land, CAIRO_FORMAT_RGB24, view->width, view->height, stride);
  cairo_surface_t *to = cairo_image_surface_create_for_data ((guchar *) sea, CAIRO_FORMAT_RGB24, view->width, view->height, stride);
  cairo_t         *cr = cairo_create (to);
  g_auto (AtlasBasemapSight) sight = { 0 };

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_source_surface (cr, from, 0, 0);
  atlas_basemap_sight_init (&sight, basemap, cr, view->x, view->y, zoom, view->width, view->height, 1);
  if (atlas_basemap_path_rings (&sight, ATLAS_BASEMAP_LAND) == ATLAS_COVER_ALL)
    cairo_paint (cr);
  else
    cairo_fill (cr);

  cairo_destroy (cr);
  cairo_surface_destroy (from);
  cairo_surface_destroy (to);
}

/* Land as if there were no sea, sea as if there were no land, and the two together. */
static gboolean
export_grounds (const Heat *heat,
                const char *folder,
                GError    **error)
{
  double              n = exp2 (heat->zoom);
  double              zoom = MIN (get_shown_zoom (heat) + log2 (heat->scale), MAX_RELIEF_ZOOM);
  AtlasReliefView     view = { (heat->x0 - MARGIN) / n, (heat->y0 - MARGIN) / n, 1 / (256 * exp2 (zoom)), 0, 0, get_shown_zoom (heat) };
  g_autofree guint32 *land = NULL;
  g_autofree guint32 *sea = NULL;

  view.width = (int) ceil ((heat->x1 - heat->x0 + 1 + 2 * MARGIN) / n / view.step);
  view.height = (int) ceil ((heat->y1 - heat->y0 + 1 + 2 * MARGIN) / n / view.step);
  land = g_new (guint32, (gsize) view.width * (gsize) view.height);
  sea = g_new (guint32, (gsize) view.width * (gsize) view.height);
  atlas_relief_paint (basemap, atlas_palette_get (ATLAS_PALETTE_LIGHT), &view, land, sea, view.width);

  if (!write_picture (land, &view, folder, "land-ground", error) || !write_picture (sea, &view, folder, "sea-ground", error))
    return FALSE;

  cut_out (land, sea, &view, zoom);

  return write_picture (sea, &view, folder, "ground", error);
}

/* The rings of a path as one polygon; the path's origin is at @x, @y and its px are @step wide, m. */
static void
append_path (GString            *text,
             const cairo_path_t *path,
             double              x,
             double              y,
             double              step)
{
  gboolean in_ring = FALSE;

  g_string_append_printf (text, "%s{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[",
                          text->str[text->len - 1] == '[' ? "" : ",\n");
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];
      gboolean                 begins = data->header.type == CAIRO_PATH_MOVE_TO;

      if (data->header.type == CAIRO_PATH_CLOSE_PATH || (begins && i + data->header.length >= path->num_data))
        continue;
      if (begins)
        g_string_append (text, in_ring ? "],[" : "[");
      g_string_append_printf (text, "%s[%.1f,%.1f]", begins ? "" : ",", x + data[1].point.x * step, y - data[1].point.y * step);
      in_ring = TRUE;
    }
  g_string_append (text, in_ring ? "]]}}" : "]}}");
}

/* The land as polygons cut at the tiles' sides, as is usual for a renderer that would else clip a continent for every tile. */
static gboolean
export_land (const Heat *heat,
             const char *folder,
             GError    **error)
{
  double           side = EQUATOR / exp2 (heat->zoom);
  double           step = side / heat->size;
  g_autofree char *path = g_build_filename (folder, "land.geojson", NULL);
  g_autoptr (GString) text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t         *cr = cairo_create (surface);

  for (int y = heat->y0; y <= heat->y1; y++)
    for (int x = heat->x0; x <= heat->x1; x++)
      {
        g_auto (AtlasBasemapSight) sight = { 0 };
        cairo_path_t *rings = NULL;

        cairo_new_path (cr);
        atlas_basemap_sight_init (&sight, basemap, cr, x / exp2 (heat->zoom), y / exp2 (heat->zoom), get_shown_zoom (heat), heat->size,
                                  heat->size, heat->scale);
        if (atlas_basemap_path_rings (&sight, ATLAS_BASEMAP_LAND) == ATLAS_COVER_ALL)
          cairo_rectangle (cr, 0, 0, heat->size, heat->size);
        rings = cairo_copy_path (cr);
        if (rings->num_data > 0)
          append_path (text, rings, x * side - EQUATOR / 2, EQUATOR / 2 - y * side, step);
        cairo_path_destroy (rings);
      }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_string_append (text, "]}\n");

  return g_file_set_contents (path, text->str, (gssize) text->len, error);
}

static void
append_ink (GString    *text,
            const char *name,
            AtlasColor  color)
{
  g_string_append_printf (text, "%s\"%s\":[\"#%06x\",%.3f]", text->str[text->len - 1] == '{' ? "" : ",", name, color.rgb, (double) color.alpha);
}

static gboolean
export_inks (const char *folder,
             GError    **error)
{
  const AtlasPalette *palette = atlas_palette_get (ATLAS_PALETTE_LIGHT);
  g_autofree char    *path = g_build_filename (folder, "inks.json", NULL);
  g_autoptr (GString) text = g_string_new ("{");

  append_ink (text, "waterline", palette->waterline);
  append_ink (text, "urban", palette->urban);
  append_ink (text, "lake", palette->lake);
  append_ink (text, "coast", palette->coast);
  append_ink (text, "river", palette->river);
  append_ink (text, "border", palette->border);
  append_ink (text, "ribbon", palette->ribbon);
  append_ink (text, "disputed", palette->disputed);
  append_ink (text, "province", palette->province);
  g_string_append (text, "}\n");

  return g_file_set_contents (path, text->str, -1, error);
}

static gboolean
export_heat (const Heat *heat,
             const char *folder,
             GError    **error)
{
  g_autofree char *name = get_name (heat);
  g_autofree char *own = g_build_filename (folder, name, NULL);

  if (g_mkdir_with_parents (own, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s: cannot be made", own);
      return FALSE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (!export_layer (heat, i, own, error))
      return FALSE;

  return export_land (heat, own, error) && export_grounds (heat, own, error);
}

static void
add_tiles (GArray     *tiles,
           const Heat *heat,
           GString    *list)
{
  int              columns = heat->x1 - heat->x0 + 1;
  int              all = columns * (heat->y1 - heat->y0 + 1);
  int              step = MAX (1, all / MAX_TILES);
  double           side = EQUATOR / exp2 (heat->zoom);
  g_autofree char *name = get_name (heat);

  for (int i = 0; i < all; i += step)
    {
      Tile tile = { heat, heat->x0 + i % columns, heat->y0 + i / columns };

      g_array_append_val (tiles, tile);
      g_string_append_printf (list, "%s %.3f %.3f %.3f %.3f %g\n", name, tile.x * side - EQUATOR / 2, EQUATOR / 2 - (tile.y + 1) * side,
                              (tile.x + 1) * side - EQUATOR / 2, EQUATOR / 2 - tile.y * side, heat->scale);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) tiles = g_array_new (FALSE, FALSE, sizeof (Tile));
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *path = NULL;
  Heat             heats[2 * G_N_ELEMENTS (regions)];

  if (argc != 3)
    {
      g_printerr ("usage: %s BASEMAP FOLDER\n", argv[0]);
      return 2;
    }

  basemap = atlas_basemap_new_from_file (argv[1], &error);
  for (guint i = 0; error == NULL && i < G_N_ELEMENTS (heats); i++)
    {
      heats[i] = get_heat (i / 2, i % 2 == 0 ? 256 : 512);
      if (export_heat (&heats[i], argv[2], &error))
        add_tiles (tiles, &heats[i], list);
    }
  path = g_build_filename (argv[2], "tiles.txt", NULL);
  if (error != NULL || !export_inks (argv[2], &error) || !g_file_set_contents (path, list->str, -1, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  race (tiles, 1);
  race (tiles, 2);
  atlas_basemap_unref (basemap);

  return 0;
}
