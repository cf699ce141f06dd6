// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-palette.h"

#include <math.h>

/* What must be told apart in each palette, in numbers: the contrast of WCAG 2.1 between an ink and every ground it may lie on. */

#define N_CHANNELS 3
#define HIGHEST_GROUND 5200 /* metres: what is above it is seldom crossed by a line */

typedef enum
{
  ON_LAND = 1 << 0,
  ON_SEA = 1 << 1,
} Ground;

/* clang-format off */
static const struct
{
  const char *name;
  gsize       ink;      /* offset of the AtlasColor */
  guint       grounds;
  double      least[ATLAS_N_PALETTES]; /* contrast: light, dark, high contrast, the same dark, print */
} inks[] = {
  { "border",        G_STRUCT_OFFSET (AtlasPalette, border),         ON_LAND,          { 4.5, 2.8, 7.0, 7.0, 4.5 } },
  { "disputed",      G_STRUCT_OFFSET (AtlasPalette, disputed),       ON_LAND,          { 3.0, 2.5, 7.0, 7.0, 4.5 } },
  { "province",      G_STRUCT_OFFSET (AtlasPalette, province),       ON_LAND,          { 1.6, 1.4, 4.5, 4.0, 2.0 } },
  { "coast",         G_STRUCT_OFFSET (AtlasPalette, coast),          ON_LAND | ON_SEA, { 2.3, 1.9, 7.0, 7.0, 3.0 } },
  { "river",         G_STRUCT_OFFSET (AtlasPalette, river),          ON_LAND,          { 2.3, 1.9, 4.5, 4.5, 3.0 } },
  { "graticule",     G_STRUCT_OFFSET (AtlasPalette, graticule),      ON_LAND | ON_SEA, { 1.2, 1.1, 2.0, 2.0, 1.3 } },
  { "town",          G_STRUCT_OFFSET (AtlasPalette, town),           ON_LAND | ON_SEA, { 7.0, 4.5, 7.0, 7.0, 7.0 } },
  { "village",       G_STRUCT_OFFSET (AtlasPalette, village),        ON_LAND,          { 4.5, 3.0, 7.0, 7.0, 7.0 } },
  { "name of water", G_STRUCT_OFFSET (AtlasPalette, water_name),     ON_SEA,           { 3.0, 3.0, 7.0, 7.0, 4.5 } },
  { "country",       G_STRUCT_OFFSET (AtlasPalette, country_name),   ON_LAND,          { 3.0, 3.0, 7.0, 7.0, 4.5 } },
  { "range",         G_STRUCT_OFFSET (AtlasPalette, range_name),     ON_LAND,          { 3.0, 3.0, 7.0, 7.0, 4.5 } },
};

/* How the three kinds of colour blindness see linear light: Machado, Oliveira and Fernandes, 2009, wholly. */
static const double sights[][N_CHANNELS][N_CHANNELS] = {
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};
/* clang-format on */

typedef struct
{
  double linear[N_CHANNELS]; /* red, green, blue */
} Light;

static double
to_linear (double value) /* 0..255 */
{
  value /= 255;

  return value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* An ink on a ground, blended as the painters do. */
static Light
lay (AtlasColor ink,
     guint32    ground)
{
  Light light;

  for (int i = 0; i < N_CHANNELS; i++)
    {
      int    shift = 16 - 8 * i;
      double alpha = (double) ink.alpha;

      light.linear[i] = to_linear ((ink.rgb >> shift & 255) * alpha + (ground >> shift & 255) * (1 - alpha));
    }

  return light;
}

static double
get_contrast (Light a,
              Light b)
{
  static const double parts[N_CHANNELS] = { 0.2126, 0.7152, 0.0722 };
  double              first = 0.05, second = 0.05;

  for (int i = 0; i < N_CHANNELS; i++)
    {
      first += parts[i] * a.linear[i];
      second += parts[i] * b.linear[i];
    }

  return MAX (first, second) / MIN (first, second);
}

static double
get_contrast_on (AtlasColor ink,
                 guint32    ground)
{
  return get_contrast (lay (ink, ground), lay ((AtlasColor){ ground, 1 }, ground));
}

static void
test_contrast (gconstpointer data)
{
  const AtlasPalette *palette = atlas_palette_get ((AtlasPaletteId) GPOINTER_TO_UINT (data));

  for (guint i = 0; i < G_N_ELEMENTS (inks); i++)
    {
      AtlasColor ink = G_STRUCT_MEMBER (AtlasColor, palette, inks[i].ink);
      double     least = 21;

      for (guint k = 0; k < ATLAS_N_TINTS && (inks[i].grounds & ON_LAND) != 0; k++)
        if (palette->tints[k].metres <= HIGHEST_GROUND)
          least = MIN (least, get_contrast_on (ink, palette->tints[k].rgb));
      if ((inks[i].grounds & ON_LAND) != 0)
        least = MIN (least, get_contrast_on (ink, palette->paper));
      if ((inks[i].grounds & ON_SEA) != 0)
        least = MIN (least, MIN (get_contrast_on (ink, palette->sea_shore), get_contrast_on (ink, palette->sea_deep)));

      g_test_message ("%s: %.2f", inks[i].name, least);
      if (least < inks[i].least[palette->id])
        g_error ("%s: contrast %.2f, wanted %.2f", inks[i].name, least, inks[i].least[palette->id]);
    }
}

/* CIE L*a*b* under D65. */
static void
to_lab (Light  light,
        double lab[N_CHANNELS])
{
  static const double xyz[N_CHANNELS][N_CHANNELS] = { { 0.4124, 0.3576, 0.1805 }, { 0.2126, 0.7152, 0.0722 }, { 0.0193, 0.1192, 0.9505 } };
  static const double white[N_CHANNELS] = { 0.9505, 1, 1.089 };
  double              f[N_CHANNELS];

  for (int i = 0; i < N_CHANNELS; i++)
    {
      double t = 0;

      for (int k = 0; k < N_CHANNELS; k++)
        t += xyz[i][k] * light.linear[k];
      t /= white[i];
      f[i] = t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116;
    }
  lab[0] = 116 * f[1] - 16;
  lab[1] = 500 * (f[0] - f[1]);
  lab[2] = 200 * (f[1] - f[2]);
}

static double
get_distance (AtlasColor a,
              AtlasColor b,
              guint      sight)
{
  AtlasColor colors[] = { a, b };
  double     lab[2][N_CHANNELS];

  for (guint c = 0; c < G_N_ELEMENTS (colors); c++)
    {
      Light plain = lay ((AtlasColor){ colors[c].rgb, 1 }, 0), seen;

      for (int i = 0; i < N_CHANNELS; i++)
        {
          seen.linear[i] = 0;
          for (int k = 0; k < N_CHANNELS; k++)
            seen.linear[i] += sights[sight][i][k] * plain.linear[k];
          seen.linear[i] = CLAMP (seen.linear[i], 0, 1);
        }
      to_lab (seen, lab[c]);
    }

  return sqrt (pow (lab[0][0] - lab[1][0], 2) + pow (lab[0][1] - lab[1][1], 2) + pow (lab[0][2] - lab[1][2], 2));
}

/* A border is no river, whoever looks. Borders are told from one another by their dashes, which all share an ink. */
static void
test_colour_blindness (gconstpointer data)
{
  const AtlasPalette *palette = atlas_palette_get ((AtlasPaletteId) GPOINTER_TO_UINT (data));

  for (guint sight = 0; sight < G_N_ELEMENTS (sights); sight++)
    {
      g_assert_cmpfloat (get_distance (palette->border, palette->river, sight), >=, 20);
      g_assert_cmpfloat (get_distance (palette->disputed, palette->river, sight), >=, 15);
      g_assert_cmpfloat (get_distance (palette->border, palette->coast, sight), >=, 12);
    }
}

static void
test_choose (void)
{
  g_assert_cmpint (atlas_palette_choose (FALSE, FALSE), ==, ATLAS_PALETTE_LIGHT);
  g_assert_cmpint (atlas_palette_choose (TRUE, FALSE), ==, ATLAS_PALETTE_DARK);
  g_assert_cmpint (atlas_palette_choose (FALSE, TRUE), ==, ATLAS_PALETTE_CONTRAST);
  g_assert_cmpint (atlas_palette_choose (TRUE, TRUE), ==, ATLAS_PALETTE_CONTRAST_DARK);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < ATLAS_N_PALETTES; i++)
    {
      g_autofree char *contrast = g_strdup_printf ("/palette/contrast/%u", i);
      g_autofree char *blindness = g_strdup_printf ("/palette/colour-blindness/%u", i);

      g_assert_cmpint (atlas_palette_get ((AtlasPaletteId) i)->id, ==, i);
      g_test_add_data_func (contrast, GUINT_TO_POINTER (i), test_contrast);
      g_test_add_data_func (blindness, GUINT_TO_POINTER (i), test_colour_blindness);
    }
  g_test_add_func ("/palette/choose", test_choose);

  return g_test_run ();
}
