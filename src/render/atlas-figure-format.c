// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-figure-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MM (96.0 / 25.4)

/* clang-format off */
static const AtlasFigureFormat formats[] = {
  { ATLAS_FIGURE_PNG, "png", N_("PNG image"),    "png", "image/png",       ATLAS_PALETTE_LIGHT, TRUE },
  { ATLAS_FIGURE_SVG, "svg", N_("SVG drawing"),  "svg", "image/svg+xml",   ATLAS_PALETTE_LIGHT, FALSE },
  { ATLAS_FIGURE_PDF, "pdf", N_("PDF document"), "pdf", "application/pdf", ATLAS_PALETTE_PRINT, FALSE },
};

static const AtlasFigurePage pages[] = {
  { "wide",            N_("Wide, 16:9"),        1600.0,     900.0,      FALSE },
  { "a4",              N_("A4, landscape"),     297.0 * MM, 210.0 * MM, TRUE },
  { "a4-portrait",     N_("A4, portrait"),      210.0 * MM, 297.0 * MM, TRUE },
  { "letter",          N_("Letter, landscape"), 1056.0,     816.0,      TRUE },
  { "letter-portrait", N_("Letter, portrait"),  816.0,      1056.0,     TRUE },
};

static const struct
{
  const char    *id;
  AtlasPaletteId palette;
} palettes[] = {
  { "light", ATLAS_PALETTE_LIGHT },
  { "dark",  ATLAS_PALETTE_DARK },
  { "print", ATLAS_PALETTE_PRINT },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (formats) == ATLAS_N_FIGURE_FORMATS);

const AtlasFigureFormat *
atlas_figure_format_list (guint *n_formats)
{
  g_return_val_if_fail (n_formats != NULL, formats);

  *n_formats = G_N_ELEMENTS (formats);

  return formats;
}

const AtlasFigureFormat *
atlas_figure_format_lookup (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i].id, id) == 0)
      return &formats[i];

  return NULL;
}

const AtlasFigureFormat *
atlas_figure_format_lookup_suffix (const char *file_name)
{
  const char *point = file_name != NULL ? strrchr (file_name, '.') : NULL;

  for (guint i = 0; point != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (formats[i].suffix, point + 1) == 0)
      return &formats[i];

  return NULL;
}

const AtlasFigurePage *
atlas_figure_page_list (guint *n_pages)
{
  g_return_val_if_fail (n_pages != NULL, pages);

  *n_pages = G_N_ELEMENTS (pages);

  return pages;
}

const AtlasFigurePage *
atlas_figure_page_lookup (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].id, id) == 0)
      return &pages[i];

  return NULL;
}

static gboolean
parse_side (const char *text,
            double     *side)
{
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (text, 10, (guint64) ATLAS_FIGURE_MIN_SIZE, (guint64) ATLAS_FIGURE_MAX_SIZE, &number, NULL))
    return FALSE;

  *side = (double) number;
  return TRUE;
}

gboolean
atlas_figure_size_parse (const char *text,
                         double     *width,
                         double     *height,
                         GError    **error)
{
  static const char *const separators[] = { "x", "X", "×", "*" };
  double                   read[2];

  g_return_val_if_fail (text != NULL && width != NULL && height != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      g_auto (GStrv) sides = g_strsplit (text, separators[i], 3);

      if (g_strv_length (sides) != 2 || !parse_side (g_strstrip (sides[0]), &read[0]) || !parse_side (g_strstrip (sides[1]), &read[1]))
        continue;
      *width = read[0];
      *height = read[1];
      return TRUE;
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” is no size like 1600x900 with sides from %d to %d"), text,
               (int) ATLAS_FIGURE_MIN_SIZE, (int) ATLAS_FIGURE_MAX_SIZE);

  return FALSE;
}

gboolean
atlas_figure_palette_from_id (const char     *id,
                              AtlasPaletteId *palette)
{
  g_return_val_if_fail (palette != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (palettes); i++)
    if (g_strcmp0 (palettes[i].id, id) == 0)
      {
        *palette = palettes[i].palette;
        return TRUE;
      }

  return FALSE;
}
