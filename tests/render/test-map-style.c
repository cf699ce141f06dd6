// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-style.h"

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
  g_test_add_func ("/map-style/variants", test_variants);
  g_test_add_func ("/map-style/schematic", test_schematic);

  return g_test_run ();
}
