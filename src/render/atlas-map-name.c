// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-name.h"

#include <string.h>

#define MAX_WIDTH 118 /* px: longer names are broken into lines */
#define MAX_LINES 3
#define STEP 6          /* px by which lines grow until all words fit */
#define LINE_HEIGHT 0.9 /* of the font's own */

/* Where a title ends for a map. */
static const char *const ends[] = { ", ", ": ", "; " };

/* Drops " (...)" wherever it stands. */
static GString *
drop_asides (const char *title)
{
  GString *text = g_string_new (NULL);

  for (const char *p = title; *p != '\0'; p++)
    {
      const char *close = g_str_has_prefix (p, " (") ? strchr (p, ')') : NULL;

      if (close != NULL)
        p = close;
      else
        g_string_append_c (text, *p);
    }

  return text;
}

char *
atlas_map_name_shorten (const char *title)
{
  g_autoptr (GString) text = NULL;
  gsize length;

  g_return_val_if_fail (title != NULL, NULL);

  text = drop_asides (title);
  length = text->len;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *end = strstr (text->str, ends[i]);

      if (end != NULL && end > text->str && !g_ascii_isdigit (end[2]))
        length = MIN (length, (gsize) (end - text->str));
    }
  g_string_truncate (text, length);

  return length > 0 ? g_strdup (text->str) : g_strdup (title);
}

/* A name that is long is broken where that makes lines of like length; it is cut short only when no three lines hold it. */
static void
break_into_lines (PangoLayout *layout,
                  double       text_scale)
{
  int max = (int) (MAX_WIDTH * text_scale);
  int width, lines;

  pango_layout_get_pixel_size (layout, &width, NULL);
  lines = CLAMP ((width + max - 1) / max, 1, MAX_LINES);
  if (lines < 2)
    return;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -lines);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_line_spacing (layout, LINE_HEIGHT);
  for (int wide = width / lines; wide <= 2 * max; wide += STEP)
    {
      pango_layout_set_width (layout, wide * PANGO_SCALE);
      if (!pango_layout_is_ellipsized (layout))
        break;
    }
}

AtlasMapName *
atlas_map_name_new (AtlasItem       *item,
                    const char      *language,
                    AtlasLabelFonts *fonts,
                    double           text_scale)
{
  AtlasMapName *self;
  g_autoptr (PangoFontDescription) font = NULL;

  g_return_val_if_fail (ATLAS_IS_ITEM (item) && fonts != NULL && text_scale > 0, NULL);

  self = g_new0 (AtlasMapName, 1);
  self->text = atlas_map_name_shorten (atlas_item_get_name (item, language));
  font = pango_font_description_copy (atlas_label_fonts_get (fonts, ATLAS_LABEL_STYLE_ITEM));
  pango_font_description_set_absolute_size (font, ATLAS_MAP_NAME_SIZE * text_scale * PANGO_SCALE);
  self->layout = pango_layout_new (atlas_label_fonts_get_context (fonts));
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_text (self->layout, self->text, -1);
  break_into_lines (self->layout, text_scale);
  pango_layout_get_pixel_size (self->layout, &self->width, &self->height);
  self->run_width = (atlas_label_fonts_get_width (fonts, ATLAS_LABEL_STYLE_ITEM, self->text) * ATLAS_MAP_NAME_RUN_SIZE +
                     (double) g_utf8_strlen (self->text, -1) * ATLAS_MAP_NAME_SPACING) *
                    text_scale;

  return self;
}

void
atlas_map_name_free (AtlasMapName *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->layout);
  g_free (self->text);
  g_free (self);
}
