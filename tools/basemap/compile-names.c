// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* places.tsv: lon lat minzoom rank population country name, then the names in languages as names.tsv has them.
 * labels.tsv: kind lon lat minzoom maxzoom size spacing angle text [line], line = "lon,lat lon,lat …".
 * Lines that begin with # are remarks. */

#include "compile.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

static const char *const label_kinds[ATLAS_LABEL_N_KINDS] = {
  [ATLAS_LABEL_COUNTRY] = "country",
  [ATLAS_LABEL_OCEAN] = "ocean",
  [ATLAS_LABEL_SEA] = "sea",
  [ATLAS_LABEL_GULF] = "gulf",
  [ATLAS_LABEL_LAKE] = "lake",
  [ATLAS_LABEL_RANGE] = "range",
  [ATLAS_LABEL_REGION] = "region",
  [ATLAS_LABEL_DESERT] = "desert",
  [ATLAS_LABEL_PEAK] = "peak",
  [ATLAS_LABEL_PASS] = "pass",
  [ATLAS_LABEL_ISLAND] = "island",
  [ATLAS_LABEL_CAPE] = "cape",
  [ATLAS_LABEL_STRAIT] = "strait",
  [ATLAS_LABEL_PROVINCE] = "province",
};

gboolean
compile_number (const char *text,
                double      low,
                double      high,
                double     *value,
                GError    **error)
{
  char *end;

  *value = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !(*value >= low && *value <= high))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” is not a number from %g to %g", text, low, high);
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse_position (const char         *longitude,
                const char         *latitude,
                AtlasBasemapVertex *position,
                GError            **error)
{
  double lon, lat;

  if (!compile_number (longitude, -180, 180, &lon, error) || !compile_number (latitude, -85.0511, 85.0511, &lat, error))
    return FALSE;

  position->x = (gint32) lrint ((lon + 180) / 360 * ATLAS_BASEMAP_WORLD);
  position->y = (gint32) lrint ((0.5 - log (tan (G_PI_4 + lat * G_PI / 360)) / (2 * G_PI)) * ATLAS_BASEMAP_WORLD);

  return TRUE;
}

gboolean
compile_table (Output     *out,
               const char *contents,
               gsize       length,
               guint       n_fields,
               RowFunc     add_row,
               GError    **error)
{
  g_auto (GStrv) lines = NULL;

  if (!g_utf8_validate (contents, (gssize) length, NULL))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not UTF-8");
      return FALSE;
    }

  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = NULL;

      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;

      fields = g_strsplit (lines[i], "\t", -1);
      if (g_strv_length (fields) < n_fields)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "line %u: fewer than %u fields", i + 1, n_fields);
          return FALSE;
        }
      if (!add_row (out, fields, error))
        {
          g_prefix_error (error, "line %u: ", i + 1);
          return FALSE;
        }
    }

  return TRUE;
}

/* @fields: English, local, az, ru, hy, tr; the last ones may be missing. */
static guint32
add_place_name (Output *out,
                char  **fields)
{
  const char *texts[ATLAS_BASEMAP_N_LANGUAGES] = { NULL };
  guint       n = g_strv_length (fields);

  for (guint i = 0; i < MIN (n, ATLAS_BASEMAP_N_LANGUAGES); i++)
    texts[i == 0 ? ATLAS_BASEMAP_ENGLISH : i == 1 ? ATLAS_BASEMAP_LOCAL
                                                  : i] = fields[i];

  return output_add_texts (out, texts);
}

static gboolean
add_place (Output  *out,
           char   **fields,
           GError **error)
{
  AtlasBasemapPlace  place = { 0 };
  AtlasBasemapVertex position;
  double             zoom, rank, population;

  if (!parse_position (fields[0], fields[1], &position, error) ||
      !compile_number (fields[2], 0, 20, &zoom, error) ||
      !compile_number (fields[3], 0, 4, &rank, error) ||
      !compile_number (fields[4], 0, 1e9, &population, error))
    return FALSE;

  place.x = position.x;
  place.y = position.y;
  place.name = add_place_name (out, fields + 6);
  place.population = (guint32) population;
  place.min_zoom = (guint16) lrint (zoom * 10);
  place.rank = (guint8) rank;
  place.country = output_find_country (out, fields[5], fields[6], g_ascii_strtod (fields[0], NULL), g_ascii_strtod (fields[1], NULL));
  g_array_append_val (out->array[OUT_PLACES], place);

  return TRUE;
}

static gboolean
add_line (Output            *out,
          const char        *text,
          AtlasBasemapLabel *label,
          GError           **error)
{
  g_auto (GStrv) points = g_strsplit (text, " ", -1);

  label->first_point = out->array[OUT_POINTS]->len;
  for (guint i = 0; points[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (points[i], ",", 2);
      AtlasBasemapVertex position;

      if (g_strv_length (pair) != 2)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” is not a position", points[i]);
          return FALSE;
        }
      if (!parse_position (pair[0], pair[1], &position, error))
        return FALSE;
      g_array_append_val (out->array[OUT_POINTS], position);
      label->n_points++;
    }

  return TRUE;
}

static gboolean
add_label (Output  *out,
           char   **fields,
           GError **error)
{
  AtlasBasemapLabel  label = { 0 };
  AtlasBasemapVertex position;
  double             min_zoom, max_zoom, size, spacing, angle;

  while (label.kind < ATLAS_LABEL_N_KINDS && g_strcmp0 (label_kinds[label.kind], fields[0]) != 0)
    label.kind++;
  if (label.kind == ATLAS_LABEL_N_KINDS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” is no kind of label", fields[0]);
      return FALSE;
    }
  if (!parse_position (fields[1], fields[2], &position, error) ||
      !compile_number (fields[3], 0, 20, &min_zoom, error) ||
      !compile_number (fields[4], 0, 20, &max_zoom, error) ||
      !compile_number (fields[5], 1, 100, &size, error) ||
      !compile_number (fields[6], 0, 100, &spacing, error) ||
      !compile_number (fields[7], -180, 180, &angle, error))
    return FALSE;

  label.x = position.x;
  label.y = position.y;
  label.name = output_add_name (out, fields[8]);
  label.min_zoom = (guint16) lrint (min_zoom * 10);
  label.max_zoom = (guint16) lrint (max_zoom * 10);
  label.size = (gint16) lrint (size * 10);
  label.spacing = (gint16) lrint (spacing * 10);
  label.angle = (gint16) lrint (angle);
  if (fields[9] != NULL && fields[9][0] != '\0' && !add_line (out, fields[9], &label, error))
    return FALSE;
  g_array_append_val (out->array[OUT_LABELS], label);

  return TRUE;
}

gboolean
compile_places (Output     *out,
                const char *contents,
                gsize       length,
                GError    **error)
{
  return compile_table (out, contents, length, 7, add_place, error);
}

gboolean
compile_labels (Output     *out,
                const char *contents,
                gsize       length,
                GError    **error)
{
  return compile_table (out, contents, length, 9, add_label, error);
}
