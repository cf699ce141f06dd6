// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-session-state.h"

#include "atlas-mercator.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What a camera is held to. A finite number beyond them is brought back: links are made by other programs too. */
#define MAX_ZOOM 20.0
#define MAX_LONGITUDE 180.0

/* Reads one decimal number that is the whole of @text. No NaN, infinity or hexadecimal: g_ascii_strtod() knows them all. */
static gboolean
parse_number (const char *text,
              double     *out)
{
  char  *end = NULL;
  double value = 0.0;

  if (*text == '\0' || text[strspn (text, "+-.0123456789eE")] != '\0')
    return FALSE;

  value = g_ascii_strtod (text, &end);
  if (*end != '\0' || !isfinite (value))
    return FALSE;

  *out = value;
  return TRUE;
}

/**
 * atlas_camera_parse:
 * @text: zoom, latitude and longitude in degrees, "/" between: "7/40.1/47.6"
 * @out: (out caller-allocates): the camera, held to what a map can show; touched only on success
 * @error: return location: an #AtlasLinkError
 *
 * Reads where the map looks.
 *
 * Returns: whether @text says it
 */
gboolean
atlas_camera_parse (const char  *text,
                    AtlasCamera *out,
                    GError     **error)
{
  g_auto (GStrv) parts = NULL;
  AtlasCamera read = { 0 };

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  parts = g_strsplit (text, "/", 4);
  if (g_strv_length (parts) != 3 || !parse_number (parts[0], &read.zoom) ||
      !parse_number (parts[1], &read.latitude) || !parse_number (parts[2], &read.longitude))
    {
      g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_VALUE, _ ("“%s” is not zoom/latitude/longitude"), text);
      return FALSE;
    }

  out->zoom = CLAMP (read.zoom, 0.0, MAX_ZOOM);
  out->latitude = CLAMP (read.latitude, -ATLAS_MERCATOR_MAX_LATITUDE, ATLAS_MERCATOR_MAX_LATITUDE);
  out->longitude = CLAMP (read.longitude, -MAX_LONGITUDE, MAX_LONGITUDE);

  return TRUE;
}

/* The shortest text with at most as many decimals as @format has. */
static void
append_number (GString    *string,
               const char *format,
               double      value)
{
  char   buffer[G_ASCII_DTOSTR_BUF_SIZE];
  size_t length = 0;

  g_ascii_formatd (buffer, sizeof buffer, format, value);
  length = strlen (buffer);
  while (buffer[length - 1] == '0')
    length--;
  if (buffer[length - 1] == '.')
    length--;
  buffer[length] = '\0';

  g_string_append (string, strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

/**
 * atlas_camera_to_string:
 * @camera: where the map looks
 *
 * Writes a camera so that atlas_camera_parse() reads it: 1e-6° and a thousandth of a zoom step exactly.
 *
 * Returns: (transfer full): "7/40.1/47.6"
 */
char *
atlas_camera_to_string (AtlasCamera camera)
{
  GString *string = g_string_new (NULL);

  append_number (string, "%.3f", camera.zoom);
  g_string_append_c (string, '/');
  append_number (string, "%.6f", camera.latitude);
  g_string_append_c (string, '/');
  append_number (string, "%.6f", camera.longitude);

  return g_string_free (string, FALSE);
}
