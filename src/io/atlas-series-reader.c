// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-series-reader.h"

#include "atlas-limits.h"

#include <glib/gi18n-lib.h>

#define SERIES(name_, reader_, field_, required_)                    \
  {                                                                  \
    name_, reader_, G_STRUCT_OFFSET (AtlasSeries, field_), required_ \
  }
#define POINT(name_, reader_, field_, required_)                          \
  {                                                                       \
    name_, reader_, G_STRUCT_OFFSET (AtlasSeriesPoint, field_), required_ \
  }

static gboolean
read_points (const AtlasJson *self,
             gpointer         out,
             GError         **error)
{
  static const AtlasJsonMember members[] = {
    POINT ("when", atlas_json_read_span, when, TRUE),
    POINT ("value", atlas_json_read_double, value, TRUE),
    { NULL },
  };
  g_autoptr (GArray) points = NULL;
  guint length = 0;

  if (!atlas_json_get_length (self, ATLAS_LIMIT_LIST, &length, error))
    return FALSE;

  points = g_array_sized_new (FALSE, TRUE, sizeof (AtlasSeriesPoint), length);
  for (guint i = 0; i < length; i++)
    {
      AtlasJson        element = atlas_json_element (self, i);
      AtlasSeriesPoint point = { ATLAS_TIME_SPAN_NONE, 0.0 };

      if (!atlas_json_read_object (&element, members, &point, NULL, error))
        return FALSE;
      if (i > 0 && point.when.begin < g_array_index (points, AtlasSeriesPoint, i - 1).when.end)
        return atlas_json_fail (&element, error, ATLAS_RULE_DATE, _ ("the points are not in time order"));
      g_array_append_val (points, point);
    }

  *(GArray **) out = g_steal_pointer (&points);

  return TRUE;
}

static const AtlasJsonMember series_members[] = {
  SERIES ("id", atlas_json_read_id, id, TRUE),
  SERIES ("title", atlas_json_read_name, title, TRUE),
  SERIES ("unit", atlas_json_read_name, unit, TRUE),
  SERIES ("notes", atlas_json_read_string, notes, FALSE),
  SERIES ("points", read_points, points, TRUE),
  SERIES ("sources", atlas_json_read_names, sources, FALSE),
  SERIES ("items", atlas_json_read_ids, items, FALSE),
  { NULL },
};

static AtlasSeries *
read_series (const AtlasJson *self,
             GError         **error)
{
  g_autoptr (AtlasSeries) series = g_new0 (AtlasSeries, 1);

  if (!atlas_json_read_object (self, series_members, series, &series->extra, error))
    return NULL;

  if (series->sources == NULL)
    series->sources = g_new0 (char *, 1);
  if (series->items == NULL)
    series->items = g_new0 (char *, 1);

  return g_steal_pointer (&series);
}

static void
free_series (gpointer series)
{
  g_clear_pointer (&series, atlas_series_free);
}

GPtrArray *
atlas_series_read (const AtlasJson *root,
                   const char      *file,
                   GPtrArray       *findings)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_series);
  GError   *error = NULL;
  AtlasJson array;
  guint     length = 0;

  if (!atlas_json_enter (root, "series", &array, &error) ||
      !atlas_json_get_length (&array, ATLAS_LIMIT_SERIES, &length, &error))
    atlas_findings_add_error (findings, file, g_steal_pointer (&error));

  for (guint i = 0; i < length; i++)
    {
      AtlasJson element = atlas_json_element (&array, i);

      g_ptr_array_add (list, read_series (&element, &error));
      if (error != NULL)
        atlas_findings_add_error (findings, file, g_steal_pointer (&error));
    }

  return g_steal_pointer (&list);
}
