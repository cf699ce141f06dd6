// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-text-widths.h"

/* The letters that are measured, and how wide another is taken to be. */
typedef struct
{
  gunichar first;
  gunichar last;
} Range;

static const Range ranges[] = {
  { 0x0020, 0x007e }, /* ASCII */
  { 0x00a0, 0x024f }, /* Latin */
  { 0x0259, 0x0259 }, /* ə */
  { 0x0386, 0x03ce }, /* Greek */
  { 0x0400, 0x045f }, /* Cyrillic */
  { 0x0531, 0x0587 }, /* Armenian */
  { 0x10d0, 0x10f0 }, /* Georgian */
  { 0x2010, 0x2026 }, /* dashes and quotation marks */
};

#define N_TABLE 0x2100
#define OTHER_EM 1.1

struct _AtlasTextWidths
{
  float other;
  float advances[N_TABLE];
};

static void
fill (AtlasTextWidths *self,
      double           advance)
{
  for (guint i = 0; i < N_TABLE; i++)
    self->advances[i] = (float) advance;
  self->other = (float) advance;
}

/* All letters in one text, each followed by a mark that keeps it from joining or kerning with the next. */
static GString *
list_letters (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    for (gunichar letter = ranges[i].first; letter <= ranges[i].last; letter++)
      if (g_unichar_isdefined (letter) && !g_unichar_iscntrl (letter) && letter != 0x00ad)
        {
          g_string_append_unichar (text, letter);
          g_string_append_unichar (text, 0x200c);
        }

  return text;
}

AtlasTextWidths *
atlas_text_widths_new (PangoContext               *context,
                       const PangoFontDescription *font)
{
  AtlasTextWidths *self = g_atomic_rc_box_new (AtlasTextWidths);
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  g_autoptr (PangoLayoutIter) iter = NULL;
  GString *text = list_letters ();
  double   em = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    em *= 96.0 / 72.0;
  fill (self, em * OTHER_EM);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text->str, (int) text->len);
  iter = pango_layout_get_iter (layout);
  do
    {
      gunichar       letter = g_utf8_get_char (text->str + pango_layout_iter_get_index (iter));
      PangoRectangle extents;

      pango_layout_iter_get_cluster_extents (iter, NULL, &extents);
      if (letter < N_TABLE && letter != 0x200c)
        self->advances[letter] = (float) (extents.width / (double) PANGO_SCALE);
    }
  while (pango_layout_iter_next_cluster (iter));

  g_string_free (text, TRUE);

  return self;
}

AtlasTextWidths *
atlas_text_widths_new_fixed (double advance)
{
  AtlasTextWidths *self = g_atomic_rc_box_new (AtlasTextWidths);

  fill (self, advance);

  return self;
}

AtlasTextWidths *
atlas_text_widths_ref (AtlasTextWidths *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
atlas_text_widths_unref (AtlasTextWidths *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release (self);
}

double
atlas_text_widths_measure (const AtlasTextWidths *self,
                           const char            *text)
{
  double width = 0.0;

  g_return_val_if_fail (self != NULL && text != NULL, 0.0);

  for (const guchar *p = (const guchar *) text; *p != '\0';)
    {
      gunichar letter = *p < 0x80 ? *p : g_utf8_get_char ((const char *) p);

      width += letter < N_TABLE ? self->advances[letter] : self->other;
      p = (const guchar *) g_utf8_next_char ((const char *) p);
    }

  return width;
}
