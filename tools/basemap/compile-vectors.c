// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* atlas.geo: "ATLASGEO", u32 version, u32 layers. A layer: name[12], u8 polygons, u8 rivers, pad[2], u32 features, u32 bytes.
 * A feature: u8 kind, u8 minzoom*10, u8 length, name, varint parts. A part: varint n, n levels of four bits (the first in
 * the high half), n pairs of zigzag varints: steps from the previous vertex, running on from part to part. In a layer of
 * rivers two varints follow each part: kilometres of river above its first and above its last vertex. */

#include "compile.h"

#include <gio/gio.h>
#include <string.h>

#define LAYER_SIZE 24

static const char *const layer_names[ATLAS_BASEMAP_N_LAYERS] = {
  [ATLAS_BASEMAP_LAND] = "land",
  [ATLAS_BASEMAP_LAKE] = "lake",
  [ATLAS_BASEMAP_URBAN] = "urban",
  [ATLAS_BASEMAP_RIVER] = "river",
  [ATLAS_BASEMAP_PROVINCE] = "admin1",
  [ATLAS_BASEMAP_BORDER] = "border",
};

/* A cursor that never leaves its bytes: reading past the end gives 0 and is remembered. */
typedef struct
{
  const guint8 *at, *end;
  gboolean      overrun;
} Reader;

static const guint8 *
read_bytes (Reader *self,
            gsize   n)
{
  const guint8 *bytes = self->at;

  if (self->overrun || (gsize) (self->end - self->at) < n)
    {
      self->overrun = TRUE;
      return NULL;
    }
  self->at += n;

  return bytes;
}

static guint32
read_uint32 (Reader *self)
{
  const guint8 *b = read_bytes (self, 4);

  return b == NULL ? 0 : b[0] | (guint32) b[1] << 8 | (guint32) b[2] << 16 | (guint32) b[3] << 24;
}

static guint8
read_byte (Reader *self)
{
  const guint8 *b = read_bytes (self, 1);

  return b == NULL ? 0 : *b;
}

static guint32
read_varint (Reader *self)
{
  guint32 value = 0;

  for (guint shift = 0; shift < 35; shift += 7)
    {
      guint8 byte = read_byte (self);

      value |= (guint32) (byte & 127) << shift;
      if (byte < 128)
        return value;
    }
  self->overrun = TRUE;

  return 0;
}

/* What is more is the most. */
static guint16
read_uint16 (Reader *self)
{
  guint32 value = read_varint (self);

  return (guint16) MIN (value, G_MAXUINT16);
}

static gint32
read_step (Reader *self)
{
  guint32 value = read_varint (self);

  return (gint32) (value >> 1) ^ -(gint32) (value & 1);
}

static const AtlasBasemapBox empty_box = { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };

static void
box_add (AtlasBasemapBox *box,
         gint32           x,
         gint32           y)
{
  box->x0 = MIN (box->x0, x);
  box->y0 = MIN (box->y0, y);
  box->x1 = MAX (box->x1, x);
  box->y1 = MAX (box->y1, y);
}

/* A chunk's box holds the segment that leads into the next chunk (for the last chunk of a ring: back to the start), and its
 * first vertex is drawn at every zoom. So a chunk out of sight can be left out without moving its neighbours' ends. */
static void
add_chunks (Output           *out,
            AtlasBasemapPart *part,
            gboolean          closed)
{
  const AtlasBasemapVertex *vertices = &g_array_index (out->array[OUT_VERTICES], AtlasBasemapVertex, part->first_vertex);
  guint8                   *levels = &g_array_index (out->array[OUT_LEVELS], guint8, part->first_vertex);

  part->first_chunk = out->array[OUT_CHUNKS]->len;
  part->n_chunks = (part->n_vertices + ATLAS_BASEMAP_CHUNK - 1) / ATLAS_BASEMAP_CHUNK;
  part->box = empty_box;

  for (guint32 begin = 0; begin < part->n_vertices; begin += ATLAS_BASEMAP_CHUNK)
    {
      AtlasBasemapBox box = empty_box;
      guint32         last = MIN (begin + ATLAS_BASEMAP_CHUNK, part->n_vertices - 1);

      for (guint32 i = begin; i <= last; i++)
        box_add (&box, vertices[i].x, vertices[i].y);
      if (closed && last == part->n_vertices - 1)
        box_add (&box, vertices[0].x, vertices[0].y);
      levels[begin] = ATLAS_BASEMAP_CHUNK_LEVEL;
      g_array_append_val (out->array[OUT_CHUNKS], box);

      box_add (&part->box, box.x0, box.y0);
      box_add (&part->box, box.x1, box.y1);
    }
}

static void
add_part (Output              *out,
          Reader              *reader,
          AtlasBasemapFeature *feature,
          gboolean             river,
          AtlasBasemapVertex  *at)
{
  AtlasBasemapPart part = { .first_vertex = out->array[OUT_VERTICES]->len, .n_vertices = read_varint (reader) };
  const guint8    *nibbles = read_bytes (reader, ((gsize) part.n_vertices + 1) / 2);

  for (guint32 i = 0; i < part.n_vertices && !reader->overrun; i++)
    {
      guint8 level = i % 2 == 0 ? nibbles[i / 2] >> 4 : nibbles[i / 2] & 15;

      at->x += read_step (reader);
      at->y += read_step (reader);
      g_array_append_val (out->array[OUT_VERTICES], *at);
      g_array_append_val (out->array[OUT_LEVELS], level);
    }
  if (river)
    {
      part.upstream = read_uint16 (reader);
      part.downstream = read_uint16 (reader);
    }
  if (reader->overrun || part.n_vertices == 0)
    return;

  add_chunks (out, &part, feature->closed);
  g_array_append_val (out->array[OUT_PARTS], part);
  feature->n_parts++;
  box_add (&feature->box, part.box.x0, part.box.y0);
  box_add (&feature->box, part.box.x1, part.box.y1);
}

static void
add_feature (Output  *out,
             Reader  *reader,
             gboolean closed,
             gboolean river)
{
  AtlasBasemapFeature feature = { .first_part = out->array[OUT_PARTS]->len, .closed = closed, .box = empty_box };
  AtlasBasemapVertex  at = { 0, 0 };
  g_autofree char    *name = NULL;
  const guint8       *bytes;
  guint8              length;
  guint32             n_parts;

  feature.kind = read_byte (reader);
  feature.min_zoom = read_byte (reader);
  length = read_byte (reader);
  bytes = read_bytes (reader, length);
  name = g_utf8_make_valid ((const char *) bytes, bytes == NULL ? 0 : length);
  feature.name = output_add_name (out, name);
  n_parts = read_varint (reader);
  for (guint32 i = 0; i < n_parts && !reader->overrun; i++)
    add_part (out, reader, &feature, river, &at);

  g_array_append_val (out->array[OUT_FEATURES], feature);
}

static gboolean
add_layer (Output           *out,
           Reader           *reader,
           AtlasBasemapLayer layer,
           GError          **error)
{
  AtlasBasemapLayerIndex index = { .first_feature = out->array[OUT_FEATURES]->len };
  const guint8          *head = read_bytes (reader, LAYER_SIZE - 2 * sizeof (guint32));

  index.n_features = read_uint32 (reader);
  read_uint32 (reader); /* the size in bytes serves those who skip a layer */
  if (head == NULL || strncmp ((const char *) head, layer_names[layer], 12) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "layer %u is not “%s”", layer, layer_names[layer]);
      return FALSE;
    }

  for (guint32 i = 0; i < index.n_features && !reader->overrun; i++)
    add_feature (out, reader, head[12] != 0, head[13] != 0);
  g_array_append_val (out->array[OUT_LAYERS], index);

  return TRUE;
}

gboolean
compile_vectors (Output     *out,
                 const char *contents,
                 gsize       length,
                 GError    **error)
{
  Reader        reader = { (const guint8 *) contents, (const guint8 *) contents + length, FALSE };
  const guint8 *magic = read_bytes (&reader, 8);
  guint32       version = read_uint32 (&reader);
  guint32       n_layers = read_uint32 (&reader);

  if (magic == NULL || memcmp (magic, "ATLASGEO", 8) != 0 || version != 1 || n_layers != ATLAS_BASEMAP_N_LAYERS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not an ATLASGEO file of version 1 with %d layers",
                   ATLAS_BASEMAP_N_LAYERS);
      return FALSE;
    }

  for (guint32 i = 0; i < n_layers; i++)
    if (!add_layer (out, &reader, i, error))
      return FALSE;

  if (reader.overrun)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "the file ends within a feature");
      return FALSE;
    }

  return TRUE;
}
