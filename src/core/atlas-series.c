// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-series.h"

void
atlas_series_free (AtlasSeries *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->unit);
  g_free (self->notes);
  g_clear_pointer (&self->points, g_array_unref);
  g_strfreev (self->sources);
  g_strfreev (self->items);
  g_free (self->extra);
  g_free (self);
}
