// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A quantity that changes with the zoom: a table of rows in ascending zoom, straight between them and level beyond its ends. */
typedef struct
{
  double zoom;
  double value;
} AtlasByZoom;

static inline double
atlas_by_zoom_get (const AtlasByZoom *rows,
                   guint              n_rows,
                   double             zoom)
{
  guint i = 0;

  while (i + 1 < n_rows && rows[i + 1].zoom <= zoom)
    i++;
  if (i + 1 == n_rows || zoom <= rows[i].zoom)
    return rows[i].value;

  return rows[i].value + (rows[i + 1].value - rows[i].value) * (zoom - rows[i].zoom) / (rows[i + 1].zoom - rows[i].zoom);
}

#define ATLAS_BY_ZOOM(rows, zoom) atlas_by_zoom_get ((rows), G_N_ELEMENTS (rows), (zoom))

G_END_DECLS
