// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-label-doubles.h"

#include "atlas-map-painter.h"

#include <math.h>
#include <string.h>

#define NEAR 70.0 /* px between a town and an item that are the same place */
#define BETWEEN " / "

/* Whether one of the names that @text joins is @name. */
static gboolean
has_part (const char *text,
          const char *name,
          gsize       length)
{
  for (const char *part = text; part != NULL;)
    {
      const char *end = strstr (part, BETWEEN);

      if ((end != NULL ? (gsize) (end - part) : strlen (part)) == length && strncmp (part, name, length) == 0)
        return TRUE;
      part = end != NULL ? end + strlen (BETWEEN) : NULL;
    }

  return FALSE;
}

gboolean
atlas_map_label_is_double (const char *town,
                           const char *item)
{
  g_return_val_if_fail (town != NULL && item != NULL, FALSE);

  for (const char *part = town; part != NULL;)
    {
      const char *end = strstr (part, BETWEEN);

      if (!has_part (item, part, end != NULL ? (gsize) (end - part) : strlen (part)))
        return FALSE;
      part = end != NULL ? end + strlen (BETWEEN) : NULL;
    }

  return TRUE;
}

void
atlas_map_label_drop_doubles (GArray *towns,
                              GArray *items,
                              double  x)
{
  g_return_if_fail (towns != NULL && items != NULL);

  for (guint i = towns->len; i-- > 0;)
    {
      const AtlasPlacedLabel *town = &g_array_index (towns, AtlasPlacedLabel, i);
      gboolean                is_double = FALSE;

      for (guint k = 0; k < items->len && !is_double && town->style <= ATLAS_LABEL_STYLE_VILLAGE; k++)
        {
          const AtlasMapLabel *item = &g_array_index (items, AtlasMapLabel, k);

          is_double = item->text != NULL && hypot (item->anchor.x + x - town->symbol_x, item->anchor.y - town->symbol_y) < NEAR &&
                      atlas_map_label_is_double (town->text, item->text);
        }
      if (is_double)
        g_array_remove_index (towns, i);
    }
}
