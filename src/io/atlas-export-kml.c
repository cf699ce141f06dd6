// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-export-geometry.h"
#include "atlas-export-kml-private.h"

#include <math.h>

/* KML 2.2 (OGC 07-147r2) with Google's extensions for tours: a folder a kind, a placemark an item, then a folder a tour.
 * Elements stand in the order of the schema, which is a sequence everywhere: readers that check it refuse any other. */

/* How the items of a kind are drawn: KML's colours are aabbggrr. The inks are those of the light map, made for a pale ground;
 * a globe is dark, so that lines are broader. */
typedef struct
{
  const char *line;
  const char *fill;
  double      width;
} KmlStyle;

/* clang-format off */
static const KmlStyle styles[] = {
  [ATLAS_KIND_PIPELINE] = { "ff1c52b0", "401c52b0", 3.0 },
  [ATLAS_KIND_CORRIDOR] = { "ff686d1f", "40686d1f", 5.0 },
  [ATLAS_KIND_RAILWAY]  = { "ff3f3537", "403f3537", 3.0 },
  [ATLAS_KIND_SITE]     = { "ff7c4b2c", "407c4b2c", 2.0 },
  [ATLAS_KIND_ZONE]     = { "ff8f4768", "408f4768", 2.0 },
  [ATLAS_KIND_TREATY]   = { "ff155573", "40155573", 2.0 },
  [ATLAS_KIND_EVENT]    = { "ff4b2ba2", "404b2ba2", 2.0 },
  [ATLAS_KIND_PERIOD]   = { "ff2e5f5a", "402e5f5a", 2.0 },
  [ATLAS_KIND_SCENARIO] = { "ff786848", "40786848", 2.0 },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (styles) == ATLAS_N_KINDS);

void
atlas_export_kml_element (GString    *text,
                          const char *name,
                          const char *words)
{
  if (words == NULL || *words == '\0')
    return;

  g_string_append_printf (text, "<%s>", name);
  atlas_export_append_escaped (text, words);
  g_string_append_printf (text, "</%s>\n", name);
}

void
atlas_export_kml_describe (GString    *text,
                           const char *words)
{
  g_autofree char *plain = words != NULL ? atlas_export_dup_plain (words) : NULL;
  g_autoptr (GString) html = g_string_new (NULL);

  /* Escaped twice: the reader of XML takes off one layer, the viewer that looks for HTML the other. */
  for (const char *at = plain; at != NULL && *at != '\0'; at++)
    if (*at == '<')
      g_string_append (html, "&lt;");
    else if (*at == '>')
      g_string_append (html, "&gt;");
    else if (*at == '&')
      g_string_append (html, "&amp;");
    else
      g_string_append_c (html, *at);

  atlas_export_kml_element (text, "description", html->str);
}

void
atlas_export_kml_time_span (GString    *text,
                            const char *element,
                            const char *begin,
                            const char *end)
{
  if (begin == NULL && end == NULL)
    return;

  g_string_append_printf (text, "<%s>", element);
  if (begin != NULL)
    g_string_append_printf (text, "<begin>%s</begin>", begin);
  if (end != NULL)
    g_string_append_printf (text, "<end>%s</end>", end);
  g_string_append_printf (text, "</%s>\n", element);
}

/* The beginning as precisely as it is known, the end to the day: of a year or a month as an end some programs take the first
 * day and others the last. */
static void
append_when (GString         *text,
             const AtlasEdtf *when)
{
  g_autofree char *begin = when->span.begin != G_MININT ? atlas_export_dup_begin (&when->start) : NULL;
  g_autofree char *end = when->span.end != G_MAXINT ? atlas_export_dup_day (when->span.end - 1) : NULL;

  atlas_export_kml_time_span (text, "TimeSpan", begin, end);
}

/* --- Geometry --- */

static void
append_positions (GString             *text,
                  const AtlasGeometry *geometry,
                  guint                begin,
                  guint                end,
                  gboolean             turned)
{
  const AtlasPoint *points = atlas_geometry_get_lonlat (geometry);
  char              longitude[G_ASCII_DTOSTR_BUF_SIZE], latitude[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, "<coordinates>");
  for (guint i = begin; i < end; i++)
    {
      AtlasPoint point = points[turned ? begin + end - 1 - i : i];

      g_string_append_printf (text, "%s%s,%s", i > begin ? " " : "", atlas_json_text_shortest (longitude, point.x, 1.0),
                              atlas_json_text_shortest (latitude, point.y, 1.0));
    }
  g_string_append (text, "</coordinates>");
}

/* A part with what belongs to it; returns the part after it. */
static guint
append_part (GString             *text,
             const AtlasGeometry *geometry,
             guint                index)
{
  const AtlasPart *part = atlas_geometry_get_part (geometry, index);
  guint            n_parts = atlas_geometry_get_n_parts (geometry);

  if (part->kind == ATLAS_PART_POINT)
    for (guint i = part->begin; i < part->end; i++)
      {
        g_string_append (text, "<Point>");
        append_positions (text, geometry, i, i + 1, FALSE);
        g_string_append (text, "</Point>\n");
      }
  else if (part->kind == ATLAS_PART_LINE)
    {
      g_string_append (text, "<LineString><tessellate>1</tessellate>");
      append_positions (text, geometry, part->begin, part->end, FALSE);
      g_string_append (text, "</LineString>\n");
    }
  else
    {
      const char *boundary = "outerBoundaryIs";

      g_string_append (text, "<Polygon><tessellate>1</tessellate>");
      do
        {
          part = atlas_geometry_get_part (geometry, index);
          g_string_append_printf (text, "<%s><LinearRing>", boundary);
          append_positions (text, geometry, part->begin, part->end, atlas_export_is_turned (geometry, part));
          g_string_append_printf (text, "</LinearRing></%s>", boundary);
          boundary = "innerBoundaryIs";
        }
      while (index + 1 < n_parts && atlas_geometry_get_part (geometry, index + 1)->kind == ATLAS_PART_HOLE && ++index);
      g_string_append (text, "</Polygon>\n");
    }

  return index + 1;
}

static void
append_geometry (GString   *text,
                 AtlasItem *item)
{
  AtlasGeometry *geometry = atlas_item_get_geometry (item);
  AtlasPoint     place = atlas_item_get_place (item);
  char           longitude[G_ASCII_DTOSTR_BUF_SIZE], latitude[G_ASCII_DTOSTR_BUF_SIZE];
  guint          n_parts = geometry != NULL ? atlas_geometry_get_n_parts (geometry) : 0;
  gboolean       several = n_parts > 1 && atlas_geometry_get_geometry_type (geometry) != ATLAS_GEOMETRY_POLYGON;

  if (geometry == NULL)
    {
      if (!isnan (place.x))
        g_string_append_printf (text, "<Point><coordinates>%s,%s</coordinates></Point>\n", atlas_json_text_shortest (longitude, place.x, 1.0),
                                atlas_json_text_shortest (latitude, place.y, 1.0));
      return;
    }

  several = several || (n_parts == 1 && atlas_geometry_get_geometry_type (geometry) == ATLAS_GEOMETRY_MULTI_POINT);
  g_string_append (text, several ? "<MultiGeometry>\n" : "");
  for (guint i = 0; i < n_parts;)
    i = append_part (text, geometry, i);
  g_string_append (text, several ? "</MultiGeometry>\n" : "");
}

/* --- Items --- */

static void
append_data (GString    *text,
             const char *name,
             const char *words) /* (nullable) */
{
  if (words == NULL || *words == '\0')
    return;

  g_string_append_printf (text, "<Data name=\"%s\"><value>", name);
  atlas_export_append_escaped (text, words);
  g_string_append (text, "</value></Data>\n");
}

static void
append_extended_data (GString           *text,
                      const AtlasExport *what,
                      AtlasItem         *item)
{
  g_autofree char *words = atlas_edtf_to_words (&atlas_item_get_when (item)->edtf);
  g_autofree char *link = atlas_export_dup_link (what, item);
  g_autofree char *actors = g_strjoinv ("; ", (char **) atlas_item_get_actors (item));
  g_autoptr (GPtrArray) ids = atlas_dataset_dup_item_sources (what->dataset, item);
  g_autofree char *sources = NULL;

  g_ptr_array_add (ids, NULL);
  sources = g_strjoinv ("; ", (char **) ids->pdata);

  g_string_append (text, "<ExtendedData>\n");
  append_data (text, "id", atlas_item_get_id (item));
  append_data (text, "kind", atlas_kind_get_id (atlas_item_get_kind (item)));
  append_data (text, "theme", atlas_item_get_theme (item));
  append_data (text, "actors", actors);
  append_data (text, "when", atlas_item_get_when (item)->text); /* EDTF */
  append_data (text, "dates", words);
  append_data (text, "place", atlas_item_get_place_name (item));
  append_data (text, "schematic", atlas_item_is_schematic (item) ? "true" : "false");
  append_data (text, "sources", sources);
  append_data (text, "link", link);
  g_string_append (text, "</ExtendedData>\n");
}

static void
append_item (GString           *text,
             const AtlasExport *what,
             AtlasItem         *item)
{
  g_autofree char *description = atlas_export_dup_description (what, item);

  g_string_append_printf (text, "<Placemark id=\"item-%s\">\n", atlas_item_get_id (item));
  atlas_export_kml_element (text, "name", atlas_export_get_name (what, item));
  atlas_export_kml_describe (text, description);
  append_when (text, &atlas_item_get_when (item)->edtf);
  g_string_append_printf (text, "<styleUrl>#kind-%s</styleUrl>\n", atlas_kind_get_id (atlas_item_get_kind (item)));
  append_extended_data (text, what, item);
  append_geometry (text, item);
  g_string_append (text, "</Placemark>\n");
}

static gboolean
append_kind (GString           *text,
             const AtlasExport *what,
             AtlasKind          kind,
             GOutputStream     *stream,
             GCancellable      *cancellable,
             GError           **error)
{
  gboolean open = FALSE;

  for (guint i = 0; i < what->items->len; i++)
    {
      AtlasItem *item = g_ptr_array_index (what->items, i);

      if (atlas_item_get_kind (item) != kind)
        continue;

      if (!open)
        {
          g_string_append_printf (text, "<Folder id=\"%s\">\n", atlas_kind_get_id (kind));
          atlas_export_kml_element (text, "name", atlas_export_get_kind_title (what, kind));
          open = TRUE;
        }
      append_item (text, what, item);
      if (!atlas_export_put (stream, text, cancellable, error))
        return FALSE;
    }
  if (open)
    g_string_append (text, "</Folder>\n");

  return TRUE;
}

static void
append_styles (GString *text)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      const KmlStyle *style = &styles[i];

      g_string_append_printf (text, "<Style id=\"kind-%s\">\n", atlas_kind_get_id ((AtlasKind) i));
      g_string_append_printf (text, "<IconStyle><color>%s</color><scale>0.9</scale></IconStyle>\n", style->line);
      g_string_append (text, "<LabelStyle><scale>0.8</scale></LabelStyle>\n");
      g_string_append_printf (text, "<LineStyle><color>%s</color><width>%s</width></LineStyle>\n", style->line,
                              g_ascii_formatd (width, sizeof width, "%g", style->width));
      g_string_append_printf (text, "<PolyStyle><color>%s</color></PolyStyle>\n", style->fill);
      g_string_append (text, "</Style>\n");
    }
}

ATLAS_EXPORT_WRITE (kml)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (what->dataset);
  g_autoptr (GString) text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                           "<kml xmlns=\"http://www.opengis.net/kml/2.2\" xmlns:gx=\"http://www.google.com/kml/ext/2.2\">\n"
                                           "<Document>\n");

  atlas_export_kml_element (text, "name", manifest->title);
  g_string_append (text, "<open>1</open>\n");
  atlas_export_kml_describe (text, manifest->description);
  append_styles (text);
  for (guint i = 0; i < ATLAS_N_KINDS; i++)
    if (!append_kind (text, what, (AtlasKind) i, stream, cancellable, error))
      return FALSE;
  for (guint i = 0; what->tours != NULL && i < what->tours->len; i++)
    {
      atlas_export_kml_tour (text, what, g_ptr_array_index (what->tours, i));
      if (!atlas_export_put (stream, text, cancellable, error))
        return FALSE;
    }
  g_string_append (text, "</Document>\n</kml>\n");

  return atlas_export_put (stream, text, cancellable, error);
}
