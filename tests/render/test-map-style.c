// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-style.h"

#include "golden.h"

#include <math.h>
#include <string.h>

#define WIDTH 48
#define HEIGHT 20

typedef struct
{
  AtlasKind      kind;
  AtlasStatus    status;
  AtlasPaletteId palette;
} Cell;

static Cell cells[ATLAS_N_KINDS * ATLAS_N_STATUSES * ATLAS_N_PALETTES];

static cairo_surface_t *
paint_sample (Cell     cell,
              gboolean schematic)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);

  atlas_map_style_paint_sample (cr, cell.kind, cell.status, ATLAS_MAP_VARIANT_NONE, schematic, cell.palette, WIDTH, HEIGHT);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* How many pixels of two pictures differ in how much ink they have: colour left aside. */
static int
count_difference (cairo_surface_t *a,
                  cairo_surface_t *b)
{
  int n = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        const guint8 *p = cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a) + 4 * x;
        const guint8 *q = cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b) + 4 * x;
        int           grey_p = (p[0] + p[1] + p[2]) / 3;
        int           grey_q = (q[0] + q[1] + q[2]) / 3;

        n += ABS (grey_p - grey_q) > 60 || ABS (p[3] - q[3]) > 60 ? 1 : 0;
      }

  return n;
}

/* Every cell of the table differs from every other of its palette in dash, build, hatch, shape or fill of the shape. */
static gboolean
is_same_but_for_colour (AtlasMapStyle a,
                        AtlasMapStyle b)
{
  return a.line == b.line && memcmp (a.dash, b.dash, sizeof a.dash) == 0 && a.hatch == b.hatch && a.symbol == b.symbol &&
         a.fill == b.fill && fabsf (a.width - b.width) < 0.01f;
}

static void
test_cell (gconstpointer data)
{
  const Cell         *cell = data;
  AtlasMapStyle       style = atlas_map_style_get (cell->kind, cell->status, ATLAS_MAP_VARIANT_NONE);
  const AtlasMapInks *inks = atlas_map_inks_get (cell->palette);
  cairo_surface_t    *sample = paint_sample (*cell, FALSE);

  g_assert_cmpfloat (style.width, >, 0);
  g_assert_cmpfloat (style.tint, >, 0);
  g_assert_cmpuint (inks->roles[style.role], !=, 0);
  g_assert_cmpint (style.role == ATLAS_MAP_ROLE_CLOSED, ==, cell->status == ATLAS_STATUS_CLOSED);

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      cairo_surface_t *other;

      if (cells[i].palette != cell->palette || (cells[i].kind == cell->kind && cells[i].status == cell->status))
        continue;
      g_assert_false (is_same_but_for_colour (style, atlas_map_style_get (cells[i].kind, cells[i].status, ATLAS_MAP_VARIANT_NONE)));

      other = paint_sample (cells[i], FALSE);
      if (count_difference (sample, other) < 8)
        g_error ("%s, %s looks like %s, %s", atlas_kind_get_id (cell->kind), atlas_status_get_id (cell->status), atlas_kind_get_id (cells[i].kind),
                 atlas_status_get_id (cells[i].status));
      cairo_surface_destroy (other);
    }
  cairo_surface_destroy (sample);
}

/* A line of oil and one of gas are built differently whatever their status. */
static void
test_variants (void)
{
  for (guint status = 0; status < ATLAS_N_STATUSES; status++)
    {
      AtlasMapStyle oil = atlas_map_style_get (ATLAS_KIND_PIPELINE, (AtlasStatus) status, ATLAS_MAP_VARIANT_OIL);
      AtlasMapStyle gas = atlas_map_style_get (ATLAS_KIND_PIPELINE, (AtlasStatus) status, ATLAS_MAP_VARIANT_GAS);

      g_assert_cmpint (oil.line, !=, gas.line);
      g_assert_cmpmem (oil.dash, sizeof oil.dash, gas.dash, sizeof gas.dash);
      if (status == ATLAS_STATUS_CLOSED)
        g_assert_cmpint (gas.role, ==, ATLAS_MAP_ROLE_CLOSED);
      else
        g_assert_cmpint (oil.role, !=, gas.role);
    }
}

static void
test_schematic (void)
{
  static const AtlasKind drawn[] = { ATLAS_KIND_PIPELINE, ATLAS_KIND_CORRIDOR, ATLAS_KIND_RAILWAY, ATLAS_KIND_ZONE };

  for (guint palette = 0; palette < ATLAS_N_PALETTES; palette++)
    for (guint i = 0; i < G_N_ELEMENTS (drawn); i++)
      {
        Cell             cell = { drawn[i], ATLAS_STATUS_NONE, (AtlasPaletteId) palette };
        cairo_surface_t *surveyed = paint_sample (cell, FALSE);
        cairo_surface_t *schematic = paint_sample (cell, TRUE);

        g_test_message ("%s in palette %u", atlas_kind_get_id (drawn[i]), palette);
        g_assert_cmpint (count_difference (surveyed, schematic), >=, 8);
        cairo_surface_destroy (surveyed);
        cairo_surface_destroy (schematic);
      }
}

/* A sheet of all cells on land: a row for a kind, oil and gas last. */
static void
test_sheet (gconstpointer data)
{
  AtlasPaletteId   palette = (AtlasPaletteId) GPOINTER_TO_UINT (data);
  g_autofree char *name = g_strdup_printf ("map-styles-%u.png", palette);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, ATLAS_N_STATUSES * WIDTH, (ATLAS_N_KINDS + 2) * HEIGHT);
  cairo_t         *cr = cairo_create (surface);

  atlas_palette_set_source (cr, (AtlasColor){ atlas_palette_get (palette)->tints[3].rgb, 1.0f }, 1.0);
  cairo_paint (cr);
  for (guint row = 0; row < ATLAS_N_KINDS + 2; row++)
    for (guint status = 0; status < ATLAS_N_STATUSES; status++)
      {
        AtlasMapVariant variant = row < ATLAS_N_KINDS ? ATLAS_MAP_VARIANT_NONE : (AtlasMapVariant) (row - ATLAS_N_KINDS + 1);

        cairo_save (cr);
        cairo_translate (cr, status * WIDTH, row * HEIGHT);
        atlas_map_style_paint_sample (cr, row < ATLAS_N_KINDS ? (AtlasKind) row : ATLAS_KIND_PIPELINE, (AtlasStatus) status, variant, status % 2 == 1,
                                      palette, WIDTH, HEIGHT);
        cairo_restore (cr);
      }
  cairo_destroy (cr);
  golden_assert (surface, name);
  cairo_surface_destroy (surface);
}

static void
to_linear (guint32 rgb,
           double  linear[3])
{
  for (int i = 0; i < 3; i++)
    {
      double value = (rgb >> (16 - 8 * i) & 255) / 255.0;

      linear[i] = value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
    }
}

static double
luminance (guint32 rgb)
{
  double linear[3];

  to_linear (rgb, linear);

  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

static double
contrast (guint32 a,
          guint32 b)
{
  double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

/* How colours come to the eyes of two in a hundred men, by rows of linear red, green and blue (Viénot, Brettel and Mollon 1999). */
static const double eyes[][3][3] = {
  { { 0.29275, 0.70725, 0 }, { 0.29275, 0.70725, 0 }, { -0.02234, 0.02234, 1 } }, /* without green cones */
  { { 0.11238, 0.88762, 0 }, { 0.11238, 0.88762, 0 }, { 0.00401, -0.00401, 1 } }, /* without red cones */
};

/* CIE L*a*b* of a colour as an eye sees it. */
static void
see (guint32      rgb,
     const double eye[3][3],
     double       lab[3])
{
  double in[3], out[3], xyz[3];

  to_linear (rgb, in);
  for (int i = 0; i < 3; i++)
    out[i] = MAX (eye[i][0] * in[0] + eye[i][1] * in[1] + eye[i][2] * in[2], 0);
  xyz[0] = (0.4124 * out[0] + 0.3576 * out[1] + 0.1805 * out[2]) / 0.9505;
  xyz[1] = 0.2126 * out[0] + 0.7152 * out[1] + 0.0722 * out[2];
  xyz[2] = (0.0193 * out[0] + 0.1192 * out[1] + 0.9505 * out[2]) / 1.089;
  for (int i = 0; i < 3; i++)
    xyz[i] = xyz[i] > 0.008856 ? cbrt (xyz[i]) : 7.787 * xyz[i] + 16.0 / 116;
  lab[0] = 116 * xyz[1] - 16;
  lab[1] = 500 * (xyz[0] - xyz[1]);
  lab[2] = 200 * (xyz[1] - xyz[2]);
}

/* Two kinds of lines are told apart by how they are built, or by inks that differ to every eye. */
static void
test_colour_blind (gconstpointer data)
{
  static const struct
  {
    AtlasKind       kind;
    AtlasMapVariant variant;
  } lines[] = {
    { ATLAS_KIND_PIPELINE, ATLAS_MAP_VARIANT_OIL },
    { ATLAS_KIND_PIPELINE, ATLAS_MAP_VARIANT_GAS },
    { ATLAS_KIND_CORRIDOR, ATLAS_MAP_VARIANT_NONE },
    { ATLAS_KIND_RAILWAY, ATLAS_MAP_VARIANT_NONE },
    { ATLAS_KIND_ZONE, ATLAS_MAP_VARIANT_NONE },
    { ATLAS_KIND_TREATY, ATLAS_MAP_VARIANT_NONE },
    { ATLAS_KIND_EVENT, ATLAS_MAP_VARIANT_NONE },
    { ATLAS_KIND_SCENARIO, ATLAS_MAP_VARIANT_NONE },
    { ATLAS_KIND_PERIOD, ATLAS_MAP_VARIANT_NONE },
  };
  const AtlasMapInks *inks = atlas_map_inks_get ((AtlasPaletteId) GPOINTER_TO_UINT (data));

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    for (guint k = 0; k < i; k++)
      for (guint eye = 0; eye < G_N_ELEMENTS (eyes); eye++)
        {
          AtlasMapStyle a = atlas_map_style_get (lines[i].kind, ATLAS_STATUS_OPERATING, lines[i].variant);
          AtlasMapStyle b = atlas_map_style_get (lines[k].kind, ATLAS_STATUS_OPERATING, lines[k].variant);
          double        x[3], y[3];

          if (a.line != b.line)
            continue;
          see (inks->roles[a.role], eyes[eye], x);
          see (inks->roles[b.role], eyes[eye], y);
          g_assert_cmpfloat (sqrt ((x[0] - y[0]) * (x[0] - y[0]) + (x[1] - y[1]) * (x[1] - y[1]) + (x[2] - y[2]) * (x[2] - y[2])), >, 8);
        }
}

/* Every ink stands off the lowlands, the hills and the shore. */
static void
test_contrast (gconstpointer data)
{
  AtlasPaletteId      id = (AtlasPaletteId) GPOINTER_TO_UINT (data);
  gboolean            high = id == ATLAS_PALETTE_CONTRAST || id == ATLAS_PALETTE_CONTRAST_DARK;
  const AtlasPalette *palette = atlas_palette_get (id);
  const AtlasMapInks *inks = atlas_map_inks_get (id);

  for (guint role = 0; role < ATLAS_N_MAP_ROLES; role++)
    {
      double wanted = high ? 4.5 : 3.0;

      if (role == ATLAS_MAP_ROLE_CLOSED)
        wanted = high ? 3.0 : 2.4; /* it steps back */
      g_assert_cmpfloat (contrast (inks->roles[role], palette->sea_shore), >=, wanted);
      for (guint i = 1; i < 5; i++)
        g_assert_cmpfloat (contrast (inks->roles[role], palette->tints[i].rgb), >=, wanted);
    }
}

int
main (int   argc,
      char *argv[])
{
  guint n = 0;

  g_test_init (&argc, &argv, NULL);

  for (guint palette = 0; palette < ATLAS_N_PALETTES; palette++)
    for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
      for (guint status = 0; status < ATLAS_N_STATUSES; status++)
        {
          g_autofree char *path = g_strdup_printf ("/map-style/%u/%s/%s", palette, atlas_kind_get_id ((AtlasKind) kind),
                                                   atlas_status_get_id ((AtlasStatus) status));

          cells[n] = (Cell){ (AtlasKind) kind, (AtlasStatus) status, (AtlasPaletteId) palette };
          g_test_add_data_func (path, &cells[n++], test_cell);
        }
  for (guint palette = 0; palette < ATLAS_N_PALETTES; palette++)
    {
      g_autofree char *sheet = g_strdup_printf ("/map-style/%u/sheet", palette);
      g_autofree char *blind = g_strdup_printf ("/map-style/%u/colour-blind", palette);
      g_autofree char *off = g_strdup_printf ("/map-style/%u/contrast", palette);

      g_test_add_data_func (sheet, GUINT_TO_POINTER (palette), test_sheet);
      g_test_add_data_func (blind, GUINT_TO_POINTER (palette), test_colour_blind);
      g_test_add_data_func (off, GUINT_TO_POINTER (palette), test_contrast);
    }
  g_test_add_func ("/map-style/variants", test_variants);
  g_test_add_func ("/map-style/schematic", test_schematic);

  return g_test_run ();
}
