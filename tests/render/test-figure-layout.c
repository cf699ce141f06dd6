// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-figure-format.h"
#include "atlas-figure-layout.h"

#include <gio/gio.h>
#include <math.h>

/* How much is written in a figure: px² that each part takes, from which its height is had. */
typedef struct
{
  const char *name;
  double      areas[ATLAS_N_FIGURE_PARTS];
} Words;

#define LINE(length) ((length) *18.0)

/* clang-format off */
static const Words words[] = {
  { "nothing", { 0 } },
  { "title", { [ATLAS_FIGURE_HEAD] = LINE (100), [ATLAS_FIGURE_TITLE] = LINE (700), [ATLAS_FIGURE_SENTENCE] = LINE (600) } },
  { "view", { [ATLAS_FIGURE_HEAD] = LINE (100), [ATLAS_FIGURE_TITLE] = LINE (700), [ATLAS_FIGURE_SENTENCE] = LINE (600),
              [ATLAS_FIGURE_TIMELINE] = 1.0, [ATLAS_FIGURE_LEGEND] = LINE (3000), [ATLAS_FIGURE_CREDITS] = LINE (1500), [ATLAS_FIGURE_CITATION] = LINE (1200) } },
  { "item", { [ATLAS_FIGURE_HEAD] = LINE (100), [ATLAS_FIGURE_TITLE] = LINE (700), [ATLAS_FIGURE_DATE] = LINE (200), [ATLAS_FIGURE_SENTENCE] = LINE (600),
              [ATLAS_FIGURE_TIMELINE] = 1.0, [ATLAS_FIGURE_CAPTION] = LINE (1400), [ATLAS_FIGURE_LEGEND] = LINE (3000), [ATLAS_FIGURE_REFERENCES] = LINE (12000),
              [ATLAS_FIGURE_CREDITS] = LINE (1500), [ATLAS_FIGURE_CITATION] = LINE (1200) } },
  { "step", { [ATLAS_FIGURE_HEAD] = LINE (100), [ATLAS_FIGURE_TITLE] = LINE (700), [ATLAS_FIGURE_DATE] = LINE (200), [ATLAS_FIGURE_SENTENCE] = LINE (600),
              [ATLAS_FIGURE_TIMELINE] = 1.0, [ATLAS_FIGURE_TEXT] = LINE (3000), [ATLAS_FIGURE_QUESTION] = LINE (1500), [ATLAS_FIGURE_LEGEND] = LINE (2000),
              [ATLAS_FIGURE_REFERENCES] = LINE (2500), [ATLAS_FIGURE_CREDITS] = LINE (1500), [ATLAS_FIGURE_CITATION] = LINE (1200) } },
  { "flood", { [ATLAS_FIGURE_HEAD] = LINE (100), [ATLAS_FIGURE_TITLE] = LINE (9000), [ATLAS_FIGURE_DATE] = LINE (900), [ATLAS_FIGURE_SENTENCE] = LINE (9000),
               [ATLAS_FIGURE_TIMELINE] = 1.0, [ATLAS_FIGURE_TEXT] = LINE (30000), [ATLAS_FIGURE_QUESTION] = LINE (30000), [ATLAS_FIGURE_CAPTION] = LINE (30000),
               [ATLAS_FIGURE_LEGEND] = LINE (60000), [ATLAS_FIGURE_REFERENCES] = LINE (90000), [ATLAS_FIGURE_CREDITS] = LINE (9000), [ATLAS_FIGURE_CITATION] = LINE (9000) } },
};

static const struct
{
  double width, height;
} sizes[] = {
  { 240, 240 }, { 320, 240 }, { 640, 360 }, { 900, 400 }, { 1123, 794 }, { 794, 1123 }, { 1056, 816 }, { 816, 1056 }, { 1600, 900 },
  { 2000, 600 }, { 600, 2000 }, { 4000, 3000 }, { 3000, 4000 }, { 16384, 16384 }, { 16384, 240 }, { 240, 16384 },
};
/* clang-format on */

static double
measure (AtlasFigurePart part,
         double          width,
         gpointer        user_data)
{
  const Words *written = user_data;

  g_assert_cmpfloat (width, >, 0.0);
  if (written->areas[part] <= 0.0)
    return 0.0;

  return part == ATLAS_FIGURE_HEAD ? 18.0 : ceil (written->areas[part] / width / 18.0) * 18.0;
}

static gboolean
overlap (cairo_rectangle_t a,
         cairo_rectangle_t b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

static void
check_layout (const AtlasFigureLayout *layout,
              double                   width,
              double                   height)
{
  for (guint i = 0; i < ATLAS_N_FIGURE_PARTS; i++)
    {
      cairo_rectangle_t box = layout->boxes[i];

      if (box.height <= 0.0)
        continue;
      g_assert_cmpfloat (box.width, >, 0.0);
      g_assert_cmpfloat (box.x, >=, layout->margin - 0.01);
      g_assert_cmpfloat (box.y, >=, layout->margin - 0.01);
      g_assert_cmpfloat (box.x + box.width, <=, width - layout->margin + 0.01);
      g_assert_cmpfloat (box.y + box.height, <=, height - layout->margin + 0.01);
      for (guint k = i + 1; k < ATLAS_N_FIGURE_PARTS; k++)
        if (layout->boxes[k].height > 0.0 && overlap (box, layout->boxes[k]))
          g_error ("parts %u and %u overlap at %g × %g", i, k, width, height);
    }
}

static void
test_compose (gconstpointer data)
{
  const Words *written = data;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double            unit = atlas_figure_get_unit (sizes[i].width, sizes[i].height);
      double            width = sizes[i].width / unit;
      double            height = sizes[i].height / unit;
      AtlasFigureLayout layout = atlas_figure_layout_compose (width, height, measure, (gpointer) written);
      cairo_rectangle_t map = layout.boxes[ATLAS_FIGURE_MAP];

      check_layout (&layout, width, height);
      g_assert_cmpfloat (map.height, >, 40.0); /* there is always a map */
    }
}

/* What a figure of a common size must not leave out. */
static void
test_complete (void)
{
  static const struct
  {
    double width, height;
    guint  words;
  } cases[] = { { 1600, 900, 3 }, { 1123, 794, 3 }, { 794, 1123, 3 }, { 1123, 794, 4 }, { 794, 1123, 4 }, { 4000, 3000, 3 }, { 640, 360, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double            unit = atlas_figure_get_unit (cases[i].width, cases[i].height);
      const Words      *written = &words[cases[i].words];
      AtlasFigureLayout layout = atlas_figure_layout_compose (cases[i].width / unit, cases[i].height / unit, measure, (gpointer) written);

      for (guint part = 0; part < ATLAS_N_FIGURE_PARTS; part++)
        if (written->areas[part] > 0.0)
          g_assert_cmpfloat (layout.boxes[part].height, >, 0.0);
      /* The map is what a figure is for. */
      g_assert_cmpfloat (layout.boxes[ATLAS_FIGURE_MAP].width * layout.boxes[ATLAS_FIGURE_MAP].height, >,
                         0.2 * cases[i].width * cases[i].height / unit / unit);
    }
}

static void
test_texts_whole (void)
{
  double            unit = atlas_figure_get_unit (794, 1123);
  AtlasFigureLayout layout = atlas_figure_layout_compose (794 / unit, 1123 / unit, measure, (gpointer) &words[4]);

  for (guint part = ATLAS_FIGURE_TEXT; part <= ATLAS_FIGURE_QUESTION; part++)
    g_assert_cmpfloat (layout.boxes[part].height, >=, measure (part, layout.boxes[part].width, (gpointer) &words[4]));
}

static void
test_unit (void)
{
  g_assert_cmpfloat_with_epsilon (atlas_figure_get_unit (1600, 900), 1.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_figure_get_unit (3200, 1800), 2.0, 1e-9);
  g_assert_cmpfloat (atlas_figure_get_unit (320, 180), >, 0.5); /* type stays legible */
}

static void
test_size (void)
{
  static const struct
  {
    const char *text;
    double      width, height;
  } cases[] = {
    { "1600x900", 1600, 900 },
    { "1600×900", 1600, 900 },
    { " 640 x 360 ", 640, 360 },
    { "4000X3000", 4000, 3000 },
    { "1600", 0, 0 },
    { "1600x", 0, 0 },
    { "x900", 0, 0 },
    { "0x900", 0, 0 },
    { "239x900", 0, 0 },
    { "16385x900", 0, 0 },
    { "-1600x900", 0, 0 },
    { "1600x900x2", 0, 0 },
    { "1e3x900", 0, 0 },
    { "", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double width = -1.0;
      double height = -1.0;
      g_autoptr (GError) error = NULL;
      gboolean is_read = atlas_figure_size_parse (cases[i].text, &width, &height, &error);

      g_assert_cmpint (is_read, ==, cases[i].width > 0);
      g_assert_cmpfloat (width, ==, is_read ? cases[i].width : -1.0);
      g_assert_cmpfloat (height, ==, is_read ? cases[i].height : -1.0);
      if (!is_read)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

static void
test_tables (void)
{
  guint                    n_formats = 0;
  guint                    n_pages = 0;
  const AtlasFigureFormat *formats = atlas_figure_format_list (&n_formats);
  const AtlasFigurePage   *pages = atlas_figure_page_list (&n_pages);
  AtlasPaletteId           palette = ATLAS_N_PALETTES;

  g_assert_cmpuint (n_formats, ==, ATLAS_N_FIGURE_FORMATS);
  for (guint i = 0; i < n_formats; i++)
    {
      g_autofree char *name = g_strconcat ("figure.", formats[i].suffix, NULL);
      g_autofree char *loud = g_ascii_strup (name, -1);

      g_assert_cmpint (formats[i].format, ==, i);
      g_assert_true (atlas_figure_format_lookup (formats[i].id) == &formats[i]);
      g_assert_true (atlas_figure_format_lookup_suffix (name) == &formats[i]);
      g_assert_true (atlas_figure_format_lookup_suffix (loud) == &formats[i]);
    }
  g_assert_null (atlas_figure_format_lookup ("gif"));
  g_assert_null (atlas_figure_format_lookup_suffix ("png"));
  g_assert_null (atlas_figure_format_lookup_suffix (NULL));

  for (guint i = 0; i < n_pages; i++)
    g_assert_true (atlas_figure_page_lookup (pages[i].id) == &pages[i]);
  g_assert_null (atlas_figure_page_lookup ("a0"));

  g_assert_true (atlas_figure_palette_from_id ("print", &palette));
  g_assert_cmpint (palette, ==, ATLAS_PALETTE_PRINT);
  g_assert_false (atlas_figure_palette_from_id ("sepia", &palette));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *path = g_strconcat ("/figure/layout/", words[i].name, NULL);

      g_test_add_data_func (path, &words[i], test_compose);
    }
  g_test_add_func ("/figure/layout/complete", test_complete);
  g_test_add_func ("/figure/layout/texts-whole", test_texts_whole);
  g_test_add_func ("/figure/layout/unit", test_unit);
  g_test_add_func ("/figure/size", test_size);
  g_test_add_func ("/figure/tables", test_tables);

  return g_test_run ();
}
