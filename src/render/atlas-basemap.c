// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-basemap.h"
#include "atlas-basemap-private.h"

#include <math.h>
#include <string.h>

#define MAX_GRID_SIDE 20000

G_DEFINE_QUARK (atlas_basemap_error, atlas_basemap_error)
G_DEFINE_BOXED_TYPE (AtlasBasemap, atlas_basemap, atlas_basemap_ref, atlas_basemap_unref)

/* Whether @count entries from @first on exist in a table of @length. */
static gboolean
range_exists (guint32 first,
              guint32 count,
              gsize   length)
{
  return first <= length && count <= length - first;
}

static gboolean
name_exists (AtlasBasemap *self,
             guint32       name)
{
  return name < self->n_names;
}

/* Every string is UTF-8 and ends within the table. */
static gboolean
check_strings (AtlasBasemap *self)
{
  const char *end = self->strings + self->n_strings;

  for (const char *text = self->strings; text < end; text += strlen (text) + 1)
    if (!g_utf8_validate (text, -1, NULL))
      return FALSE;

  return TRUE;
}

/* A name begins where a string begins. */
static gboolean
check_name_sets (AtlasBasemap *self)
{
  for (gsize i = 0; i < self->n_names; i++)
    for (guint k = 0; k < ATLAS_BASEMAP_N_LANGUAGES; k++)
      {
        guint32 text = self->names[i].text[k];

        if (text >= self->n_strings || (text > 0 && self->strings[text - 1] != '\0'))
          return FALSE;
      }

  return TRUE;
}

static gboolean
check_layers (AtlasBasemap *self)
{
  for (guint i = 0; i < ATLAS_BASEMAP_N_LAYERS; i++)
    if (!range_exists (self->layers[i].first_feature, self->layers[i].n_features, self->n_features))
      return FALSE;

  return TRUE;
}

static gboolean
check_features (AtlasBasemap *self)
{
  for (gsize i = 0; i < self->n_features; i++)
    if (!range_exists (self->features[i].first_part, self->features[i].n_parts, self->n_parts) ||
        !name_exists (self, self->features[i].name))
      return FALSE;

  return TRUE;
}

static gboolean
check_parts (AtlasBasemap *self)
{
  for (gsize i = 0; i < self->n_parts; i++)
    {
      const AtlasBasemapPart *part = &self->parts[i];
      guint32                 n_chunks = part->n_vertices / ATLAS_BASEMAP_CHUNK + (part->n_vertices % ATLAS_BASEMAP_CHUNK != 0);

      if (part->n_vertices == 0 || part->upstream > part->downstream || part->n_chunks != n_chunks ||
          !range_exists (part->first_vertex, part->n_vertices, self->n_vertices) ||
          !range_exists (part->first_chunk, part->n_chunks, self->n_chunks))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_grids (AtlasBasemap *self)
{
  gboolean has_world = FALSE, has_detail = FALSE;

  for (gsize i = 0; i < self->n_grids; i++)
    {
      const AtlasBasemapGrid *grid = &self->grids[i];

      if (grid->width - 1 >= MAX_GRID_SIDE || grid->height - 1 >= MAX_GRID_SIDE ||
          !range_exists (grid->first_sample, grid->width * grid->height, self->n_samples) ||
          !(grid->step > 1e-4 && grid->step < 90) || !(fabs (grid->west) <= 180) || !(fabs (grid->north) <= 90))
        return FALSE;
      has_world |= grid->world != 0;
      has_detail |= grid->world == 0;
    }

  return has_world && has_detail;
}

static gboolean
check_places (AtlasBasemap *self)
{
  for (gsize i = 0; i < self->n_places; i++)
    if (self->places[i].rank >= ATLAS_BASEMAP_N_RANKS || !name_exists (self, self->places[i].name) ||
        !name_exists (self, self->places[i].country))
      return FALSE;
  for (gsize i = 0; i < self->n_labels; i++)
    if (self->labels[i].kind >= ATLAS_LABEL_N_KINDS || !name_exists (self, self->labels[i].name) ||
        !range_exists (self->labels[i].first_point, self->labels[i].n_points, self->n_points))
      return FALSE;

  return TRUE;
}

static const void *
get_array (GVariant *variant,
           gsize     index,
           gsize     element_size,
           gsize    *length)
{
  g_autoptr (GVariant) child = g_variant_get_child_value (variant, index); /* its data outlives it: it is @variant's */

  return g_variant_get_fixed_array (child, length, element_size);
}

static gboolean
check_head (GVariant *variant,
            GError  **error)
{
  guint32 magic, format, byte_order;

  g_variant_get_child (variant, 0, "(uuu)", &magic, &format, &byte_order);
  if (magic == ATLAS_BASEMAP_MAGIC && format == ATLAS_BASEMAP_FORMAT && byte_order == ATLAS_BASEMAP_BYTE_ORDER)
    return TRUE;

  if (GUINT32_SWAP_LE_BE (byte_order) == ATLAS_BASEMAP_BYTE_ORDER)
    g_set_error (error, ATLAS_BASEMAP_ERROR, ATLAS_BASEMAP_ERROR_FORMAT, "a basemap compiled for another byte order");
  else if (magic == ATLAS_BASEMAP_MAGIC)
    g_set_error (error, ATLAS_BASEMAP_ERROR, ATLAS_BASEMAP_ERROR_FORMAT,
                 "a basemap of format %u, and this program reads format %u", format, ATLAS_BASEMAP_FORMAT);
  else
    g_set_error (error, ATLAS_BASEMAP_ERROR, ATLAS_BASEMAP_ERROR_FORMAT, "not a compiled basemap");

  return FALSE;
}

static void
get_tables (AtlasBasemap *self,
            gsize        *n_layers,
            gsize        *n_levels)
{
  GVariant *v = self->variant;

  self->layers = get_array (v, 1, sizeof *self->layers, n_layers);
  self->features = get_array (v, 2, sizeof *self->features, &self->n_features);
  self->parts = get_array (v, 3, sizeof *self->parts, &self->n_parts);
  self->chunks = get_array (v, 4, sizeof *self->chunks, &self->n_chunks);
  self->vertices = get_array (v, 5, sizeof *self->vertices, &self->n_vertices);
  self->levels = get_array (v, 6, sizeof *self->levels, n_levels);
  self->grids = get_array (v, 7, sizeof *self->grids, &self->n_grids);
  self->samples = get_array (v, 8, sizeof *self->samples, &self->n_samples);
  self->places = get_array (v, 9, sizeof *self->places, &self->n_places);
  self->labels = get_array (v, 10, sizeof *self->labels, &self->n_labels);
  self->points = get_array (v, 11, sizeof *self->points, &self->n_points);
  self->names = get_array (v, 12, sizeof *self->names, &self->n_names);
  self->strings = get_array (v, 13, 1, &self->n_strings);
}

static gboolean
check_tables (AtlasBasemap *self,
              GError      **error)
{
  static const struct
  {
    const char *table;
    gboolean (*check) (AtlasBasemap *self);
  } checks[] = {
    { "layers", check_layers },
    { "features", check_features },
    { "parts", check_parts },
    { "relief grids", check_grids },
    { "strings", check_strings },
    { "names", check_name_sets },
    { "places or labels", check_places },
  };
  gsize n_layers, n_levels;

  get_tables (self, &n_layers, &n_levels);
  if (n_layers != ATLAS_BASEMAP_N_LAYERS || n_levels != self->n_vertices || self->n_strings == 0 ||
      self->strings[self->n_strings - 1] != '\0')
    {
      g_set_error (error, ATLAS_BASEMAP_ERROR, ATLAS_BASEMAP_ERROR_DAMAGED, "a table is cut short");
      return FALSE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (!checks[i].check (self))
      {
        g_set_error (error, ATLAS_BASEMAP_ERROR, ATLAS_BASEMAP_ERROR_DAMAGED, "the %s point outside the file or are spoilt",
                     checks[i].table);
        return FALSE;
      }

  return TRUE;
}

/**
 * atlas_basemap_new_from_bytes:
 * @bytes: a compiled basemap
 * @error: (nullable): return location
 *
 * Opens a compiled basemap in memory.
 *
 * Only indices and names are checked; the relief and the vertices are not even touched, so that opening a mapped file reads
 * a small part of it.
 *
 * Returns: (transfer full): the basemap, or %NULL with @error set in the %ATLAS_BASEMAP_ERROR domain
 */
AtlasBasemap *
atlas_basemap_new_from_bytes (GBytes  *bytes,
                              GError **error)
{
  g_autoptr (AtlasBasemap) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (AtlasBasemap, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (ATLAS_BASEMAP_TYPE), bytes, TRUE));

  if (!check_head (self->variant, error) || !check_tables (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * atlas_basemap_new_from_file:
 * @path: a compiled basemap
 * @error: (nullable): return location
 *
 * Maps a compiled basemap into memory.
 *
 * Returns: (transfer full): the basemap, or %NULL with @error, which begins with @path, set in the %G_FILE_ERROR or
 *   %ATLAS_BASEMAP_ERROR domain
 */
AtlasBasemap *
atlas_basemap_new_from_file (const char *path,
                             GError    **error)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  AtlasBasemap *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  file = g_mapped_file_new (path, FALSE, error);
  if (file == NULL)
    return NULL;

  bytes = g_mapped_file_get_bytes (file);
  self = atlas_basemap_new_from_bytes (bytes, error);
  if (self == NULL)
    g_prefix_error (error, "%s: ", path);

  return self;
}

/* Regions and scripts of a tag do not matter here. */
AtlasBasemapLanguage
atlas_basemap_find_language (const char *tag)
{
  static const char *const languages[ATLAS_BASEMAP_N_LANGUAGES] = {
    [ATLAS_BASEMAP_LOCAL] = "local",
    [ATLAS_BASEMAP_ENGLISH] = "en",
    [ATLAS_BASEMAP_AZERBAIJANI] = "az",
    [ATLAS_BASEMAP_RUSSIAN] = "ru",
    [ATLAS_BASEMAP_ARMENIAN] = "hy",
    [ATLAS_BASEMAP_TURKISH] = "tr",
  };
  gsize length = tag == NULL ? 0 : strcspn (tag, "-_.@");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (length == strlen (languages[i]) && g_ascii_strncasecmp (tag, languages[i], length) == 0)
      return i;

  return ATLAS_BASEMAP_ENGLISH;
}

/**
 * atlas_basemap_ref:
 * @self: a basemap
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @self
 */
AtlasBasemap *
atlas_basemap_ref (AtlasBasemap *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * atlas_basemap_unref:
 * @self: (transfer full): a basemap
 *
 * Drops a reference; the last one unmaps the file.
 */
void
atlas_basemap_unref (AtlasBasemap *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->variant, g_variant_unref);
  g_free (self);
}
