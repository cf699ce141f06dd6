// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-text-widths.h"

#include <pango/pangocairo.h>

static const char *const texts[] = {
  "",
  "Baku–Tbilisi–Ceyhan oil pipeline (BTC)",
  "Azərbaycan Respublikası",
  "Договор о дружбе, сотрудничестве и взаимной безопасности",
  "Լեռնային Ղարաբաղ",
  "AVAVA To, We “1999”…",
};

/* A text is as wide as is said, or a little less. */
static void
test_font (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string ("Lato 10");
  g_autoptr (AtlasTextWidths) widths = atlas_text_widths_new (context, font);

  pango_layout_set_font_description (layout, font);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double estimate = atlas_text_widths_measure (widths, texts[i]);
      int    width;

      pango_layout_set_text (layout, texts[i], -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      g_test_message ("%s: %d px, said to be %.1f", texts[i], width, estimate);
      g_assert_cmpfloat (estimate, >=, width - 2.0);
      g_assert_cmpfloat (estimate, <=, width * 1.12 + 2.0);
    }
  pango_font_description_free (font);
  g_object_unref (context);
}

static void
test_fixed (void)
{
  g_autoptr (AtlasTextWidths) widths = atlas_text_widths_new_fixed (7.0);

  g_assert_cmpfloat (atlas_text_widths_measure (widths, "Bakı"), ==, 28.0);
  g_assert_cmpfloat (atlas_text_widths_measure (widths, "𐌀"), ==, 7.0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-widths/font", test_font);
  g_test_add_func ("/text-widths/fixed", test_fixed);

  return g_test_run ();
}
