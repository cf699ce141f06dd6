// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-style.h"

#include <math.h>

/* What a status does to any line: the lengths of ink and gap in multiples of the inked line's width. */
#define UNBROKEN \
  {              \
    0            \
  }
#define LONG   \
  {            \
    9.0f, 2.8f \
  } /* no phase says how far it has come */
#define DOTS    \
  {             \
    0.01f, 2.3f \
  } /* planned */
#define DASHES \
  {            \
    4.0f, 2.4f \
  } /* being built */

#define BROKEN             \
  {                        \
    6.0f, 2.2f, 1.0f, 2.2f \
  } /* suspended, of what has a rim */

#define R(x) ATLAS_MAP_ROLE_##x
#define L(x) ATLAS_MAP_LINE_##x
#define H(x) ATLAS_MAP_HATCH_##x
#define S(x) ATLAS_SYMBOL_##x

/* The one table: a row for every kind and status. Columns: role, line, width, dash, barred, casing, hatch, tint, symbol, fill. */
/* clang-format off */
static const AtlasMapStyle styles[ATLAS_N_KINDS][ATLAS_N_STATUSES] = {
  [ATLAS_KIND_PIPELINE] = {
    [ATLAS_STATUS_NONE]       = { R (PIPELINE), L (PLAIN),     1.6f, LONG,     FALSE, 0.9f, H (DOTTED),  0.08f, S (DIAMOND),   S (OPEN)   },
    [ATLAS_STATUS_PLANNED]    = { R (PIPELINE), L (PLAIN),     1.7f, DOTS,     FALSE, 0.9f, H (DOTTED),  0.04f, S (DIAMOND),   S (DOTTED) },
    [ATLAS_STATUS_BUILDING]   = { R (PIPELINE), L (PLAIN),     1.7f, DASHES,   FALSE, 0.9f, H (DOTTED),  0.06f, S (DIAMOND),   S (HALF)   },
    [ATLAS_STATUS_OPERATING]  = { R (PIPELINE), L (PLAIN),     1.8f, UNBROKEN, FALSE, 0.9f, H (DOTTED),  0.10f, S (DIAMOND),   S (SOLID)  },
    [ATLAS_STATUS_SUSPENDED]  = { R (PIPELINE), L (PLAIN),     1.7f, UNBROKEN, TRUE,  0.9f, H (DOTTED),  0.06f, S (DIAMOND),   S (BARRED) },
    [ATLAS_STATUS_CLOSED]     = { R (CLOSED),   L (PLAIN),     0.9f, UNBROKEN, FALSE, 0.5f, H (NONE),    0.02f, S (DIAMOND),   S (HOLLOW) },
  },
  [ATLAS_KIND_CORRIDOR] = {
    [ATLAS_STATUS_NONE]       = { R (CORRIDOR), L (BAND),      4.6f, LONG,     FALSE, 0.9f, H (LEVEL),   0.08f, S (HEXAGON),   S (OPEN)   },
    [ATLAS_STATUS_PLANNED]    = { R (CORRIDOR), L (BAND),      4.6f, DOTS,     FALSE, 0.9f, H (LEVEL),   0.04f, S (HEXAGON),   S (DOTTED) },
    [ATLAS_STATUS_BUILDING]   = { R (CORRIDOR), L (BAND),      4.6f, DASHES,   FALSE, 0.9f, H (LEVEL),   0.06f, S (HEXAGON),   S (HALF)   },
    [ATLAS_STATUS_OPERATING]  = { R (CORRIDOR), L (BAND),      5.2f, UNBROKEN, FALSE, 0.9f, H (LEVEL),   0.10f, S (HEXAGON),   S (SOLID)  },
    [ATLAS_STATUS_SUSPENDED]  = { R (CORRIDOR), L (BAND),      4.6f, UNBROKEN, TRUE,  0.9f, H (LEVEL),   0.06f, S (HEXAGON),   S (BARRED) },
    [ATLAS_STATUS_CLOSED]     = { R (CLOSED),   L (BAND),      3.2f, UNBROKEN, FALSE, 0.5f, H (NONE),    0.02f, S (HEXAGON),   S (HOLLOW) },
  },
  [ATLAS_KIND_RAILWAY] = {
    [ATLAS_STATUS_NONE]       = { R (RAILWAY),  L (TIES),      1.0f, LONG,     FALSE, 0.9f, H (NONE),    0.08f, S (RAIL),      S (OPEN)   },
    [ATLAS_STATUS_PLANNED]    = { R (RAILWAY),  L (TIES),      1.1f, DOTS,     FALSE, 0.9f, H (NONE),    0.04f, S (RAIL),      S (DOTTED) },
    [ATLAS_STATUS_BUILDING]   = { R (RAILWAY),  L (TIES),      1.1f, DASHES,   FALSE, 0.9f, H (NONE),    0.06f, S (RAIL),      S (HALF)   },
    [ATLAS_STATUS_OPERATING]  = { R (RAILWAY),  L (TIES),      1.1f, UNBROKEN, FALSE, 0.9f, H (NONE),    0.10f, S (RAIL),      S (SOLID)  },
    [ATLAS_STATUS_SUSPENDED]  = { R (RAILWAY),  L (TIES),      1.0f, UNBROKEN, TRUE,  0.9f, H (NONE),    0.06f, S (RAIL),      S (BARRED) },
    [ATLAS_STATUS_CLOSED]     = { R (CLOSED),   L (TIES),      0.7f, UNBROKEN, FALSE, 0.5f, H (NONE),    0.02f, S (RAIL),      S (HOLLOW) },
  },
  [ATLAS_KIND_SITE] = {
    [ATLAS_STATUS_NONE]       = { R (SITE),     L (PLAIN),     1.3f, LONG,     FALSE, 0.9f, H (CROSSED), 0.08f, S (SQUARE),    S (OPEN)   },
    [ATLAS_STATUS_PLANNED]    = { R (SITE),     L (PLAIN),     1.3f, DOTS,     FALSE, 0.9f, H (CROSSED), 0.04f, S (SQUARE),    S (DOTTED) },
    [ATLAS_STATUS_BUILDING]   = { R (SITE),     L (PLAIN),     1.3f, DASHES,   FALSE, 0.9f, H (CROSSED), 0.06f, S (SQUARE),    S (HALF)   },
    [ATLAS_STATUS_OPERATING]  = { R (SITE),     L (PLAIN),     1.5f, UNBROKEN, FALSE, 0.9f, H (CROSSED), 0.10f, S (SQUARE),    S (SOLID)  },
    [ATLAS_STATUS_SUSPENDED]  = { R (SITE),     L (PLAIN),     1.4f, UNBROKEN, TRUE,  0.9f, H (CROSSED), 0.06f, S (SQUARE),    S (BARRED) },
    [ATLAS_STATUS_CLOSED]     = { R (CLOSED),   L (PLAIN),     0.8f, UNBROKEN, FALSE, 0.5f, H (NONE),    0.02f, S (SQUARE),    S (HOLLOW) },
  },
  /* Zones and events have a life and seldom phases: without a status they are drawn in full. */
  [ATLAS_KIND_ZONE] = {
    [ATLAS_STATUS_NONE]       = { R (ZONE),     L (TEETH),     1.1f, UNBROKEN, FALSE, 0.9f, H (RISING),  0.09f, S (CIRCLE),    S (SOLID)  },
    [ATLAS_STATUS_PLANNED]    = { R (ZONE),     L (TEETH),     1.1f, DOTS,     FALSE, 0.9f, H (RISING),  0.04f, S (CIRCLE),    S (DOTTED) },
    [ATLAS_STATUS_BUILDING]   = { R (ZONE),     L (TEETH),     1.1f, DASHES,   FALSE, 0.9f, H (RISING),  0.06f, S (CIRCLE),    S (HALF)   },
    [ATLAS_STATUS_OPERATING]  = { R (ZONE),     L (TEETH),     1.2f, LONG,     FALSE, 0.9f, H (RISING),  0.10f, S (CIRCLE),    S (EYED)   },
    [ATLAS_STATUS_SUSPENDED]  = { R (ZONE),     L (TEETH),     1.3f, BROKEN,   TRUE,  0.9f, H (RISING),  0.04f, S (CIRCLE),    S (BARRED) },
    [ATLAS_STATUS_CLOSED]     = { R (CLOSED),   L (PLAIN),     0.7f, UNBROKEN, FALSE, 0.5f, H (NONE),    0.02f, S (CIRCLE),    S (HOLLOW) },
  },
  [ATLAS_KIND_TREATY] = {
    [ATLAS_STATUS_NONE]       = { R (TREATY),   L (BEADS),     1.0f, LONG,     FALSE, 0.9f, H (LEVEL),   0.08f, S (SHEET),     S (OPEN)   },
    [ATLAS_STATUS_PLANNED]    = { R (TREATY),   L (BEADS),     1.0f, DOTS,     FALSE, 0.9f, H (LEVEL),   0.04f, S (SHEET),     S (DOTTED) },
    [ATLAS_STATUS_BUILDING]   = { R (TREATY),   L (BEADS),     1.0f, DASHES,   FALSE, 0.9f, H (LEVEL),   0.06f, S (SHEET),     S (HALF)   },
    [ATLAS_STATUS_OPERATING]  = { R (TREATY),   L (BEADS),     1.1f, UNBROKEN, FALSE, 0.9f, H (LEVEL),   0.10f, S (SHEET),     S (SOLID)  },
    [ATLAS_STATUS_SUSPENDED]  = { R (TREATY),   L (BEADS),     1.1f, UNBROKEN, TRUE,  0.9f, H (LEVEL),   0.06f, S (SHEET),     S (BARRED) },
    [ATLAS_STATUS_CLOSED]     = { R (CLOSED),   L (BEADS),     0.7f, UNBROKEN, FALSE, 0.5f, H (NONE),    0.02f, S (SHEET),     S (HOLLOW) },
  },
  [ATLAS_KIND_EVENT] = {
    [ATLAS_STATUS_NONE]       = { R (EVENT),    L (CHEVRONS),  1.2f, DASHES,   FALSE, 0.9f, H (FALLING), 0.07f, S (STAR),      S (SOLID)  },
    [ATLAS_STATUS_PLANNED]    = { R (EVENT),    L (CHEVRONS),  1.2f, DOTS,     FALSE, 0.9f, H (FALLING), 0.04f, S (STAR),      S (DOTTED) },
    [ATLAS_STATUS_BUILDING]   = { R (EVENT),    L (CHEVRONS),  1.2f, LONG,     FALSE, 0.9f, H (FALLING), 0.05f, S (STAR),      S (HALF)   },
    [ATLAS_STATUS_OPERATING]  = { R (EVENT),    L (CHEVRONS),  1.4f, DASHES,   FALSE, 0.9f, H (FALLING), 0.09f, S (STAR),      S (EYED)   },
    [ATLAS_STATUS_SUSPENDED]  = { R (EVENT),    L (CHEVRONS),  1.3f, UNBROKEN, TRUE,  0.9f, H (FALLING), 0.05f, S (STAR),      S (BARRED) },
    [ATLAS_STATUS_CLOSED]     = { R (CLOSED),   L (CHEVRONS),  0.8f, UNBROKEN, FALSE, 0.5f, H (NONE),    0.02f, S (STAR),      S (HOLLOW) },
  },
  [ATLAS_KIND_PERIOD] = {
    [ATLAS_STATUS_NONE]       = { R (PERIOD),   L (BEADS),     1.0f, UNBROKEN, FALSE, 0.9f, H (DOTTED),  0.08f, S (HOURGLASS), S (SOLID)  },
    [ATLAS_STATUS_PLANNED]    = { R (PERIOD),   L (BEADS),     1.0f, DOTS,     FALSE, 0.9f, H (DOTTED),  0.04f, S (HOURGLASS), S (DOTTED) },
    [ATLAS_STATUS_BUILDING]   = { R (PERIOD),   L (BEADS),     1.0f, DASHES,   FALSE, 0.9f, H (DOTTED),  0.06f, S (HOURGLASS), S (HALF)   },
    [ATLAS_STATUS_OPERATING]  = { R (PERIOD),   L (BEADS),     1.2f, LONG,     FALSE, 0.9f, H (DOTTED),  0.10f, S (HOURGLASS), S (EYED)   },
    [ATLAS_STATUS_SUSPENDED]  = { R (PERIOD),   L (BEADS),     1.1f, UNBROKEN, TRUE,  0.9f, H (DOTTED),  0.06f, S (HOURGLASS), S (BARRED) },
    [ATLAS_STATUS_CLOSED]     = { R (CLOSED),   L (PLAIN),     0.7f, UNBROKEN, FALSE, 0.5f, H (NONE),    0.02f, S (HOURGLASS), S (HOLLOW) },
  },
  [ATLAS_KIND_SCENARIO] = {
    [ATLAS_STATUS_NONE]       = { R (SCENARIO), L (CHEVRONS),  1.1f, LONG,     FALSE, 0.9f, H (CROSSED), 0.04f, S (FORK),      S (SOLID)  },
    [ATLAS_STATUS_PLANNED]    = { R (SCENARIO), L (CHEVRONS),  1.2f, DOTS,     FALSE, 0.9f, H (CROSSED), 0.04f, S (FORK),      S (DOTTED) },
    [ATLAS_STATUS_BUILDING]   = { R (SCENARIO), L (CHEVRONS),  1.2f, DASHES,   FALSE, 0.9f, H (CROSSED), 0.04f, S (FORK),      S (HALF)   },
    [ATLAS_STATUS_OPERATING]  = { R (SCENARIO), L (CHEVRONS),  1.3f, UNBROKEN, FALSE, 0.9f, H (CROSSED), 0.08f, S (FORK),      S (EYED)   },
    [ATLAS_STATUS_SUSPENDED]  = { R (SCENARIO), L (CHEVRONS),  1.2f, UNBROKEN, TRUE,  0.9f, H (CROSSED), 0.04f, S (FORK),      S (BARRED) },
    [ATLAS_STATUS_CLOSED]     = { R (CLOSED),   L (CHEVRONS),  0.7f, UNBROKEN, FALSE, 0.5f, H (NONE),    0.02f, S (FORK),      S (HOLLOW) },
  },
};

/* What a line carries changes its ink and how it is built; the dashes stay the status's. What is closed is a thin grey line whatever it carried. */
static const struct
{
  AtlasMapRole role;
  AtlasMapLine line;
  float        width; /* factor */
} variants[] = {
  [ATLAS_MAP_VARIANT_NONE] = { 0 },
  [ATLAS_MAP_VARIANT_OIL]  = { R (OIL), L (PLAIN),  1.0f },
  [ATLAS_MAP_VARIANT_GAS]  = { R (GAS), L (HOLLOW), 1.75f },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (variants) == ATLAS_N_MAP_VARIANTS);

AtlasMapStyle
atlas_map_style_get (AtlasKind       kind,
                     AtlasStatus     status,
                     AtlasMapVariant variant)
{
  AtlasMapStyle style;

  g_return_val_if_fail ((guint) kind < ATLAS_N_KINDS && (guint) status < ATLAS_N_STATUSES, styles[0][0]);
  g_return_val_if_fail ((guint) variant < ATLAS_N_MAP_VARIANTS, styles[0][0]);

  style = styles[kind][status];
  if (variant == ATLAS_MAP_VARIANT_NONE)
    return style;

  style.line = variants[variant].line;
  style.width *= variants[variant].width;
  if (style.role != ATLAS_MAP_ROLE_CLOSED)
    style.role = variants[variant].role;

  return style;
}

AtlasMapVariant
atlas_map_variant_of (AtlasCargo cargo)
{
  static const AtlasMapVariant of[] = {
    [ATLAS_CARGO_NONE] = ATLAS_MAP_VARIANT_NONE,
    [ATLAS_CARGO_OIL] = ATLAS_MAP_VARIANT_OIL,
    [ATLAS_CARGO_GAS] = ATLAS_MAP_VARIANT_GAS,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (of) == ATLAS_N_CARGOES);
  g_return_val_if_fail ((guint) cargo < ATLAS_N_CARGOES, ATLAS_MAP_VARIANT_NONE);

  return of[cargo];
}

/* A line twice as wide carries four times as much. 5 million tonnes a year are drawn a little thinner than what is not known,
 * 20 a little and 60 much wider. */
double
atlas_map_thickness_of (const AtlasCapacity *capacity)
{
  if (capacity == NULL)
    return 1.0;

  return CLAMP (0.6 + 0.11 * sqrt (atlas_capacity_to_mtoe (capacity)), 0.7, 1.6);
}
