// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-exporter-private.h"
#include "atlas-json-text.h"

#include <math.h>
#include <string.h>

/* A table of items (RFC 4180): UTF-8, a header, a row an item. Lists have "; " between. Dates are EDTF as written, and besides
 * the first and last day they can mean, where there is one. */

/* What a spreadsheet would take for a formula at the beginning of a cell. */
#define FORMULA_SIGNS "=+-@\t\r"

static void
append_quoted (GString    *row,
               const char *words)
{
  if (strpbrk (words, ",\"\r\n") == NULL && *words != ' ' && !g_str_has_suffix (words, " "))
    {
      g_string_append (row, words);
      return;
    }

  g_string_append_c (row, '"');
  for (const char *at = words; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (row, '"');
      g_string_append_c (row, *at);
    }
  g_string_append_c (row, '"');
}

/* Words for people: an apostrophe before what would be reckoned, as spreadsheets have it for text. */
static void
append_text (GString    *row,
             const char *words) /* (nullable) */
{
  g_autofree char *guarded = NULL;

  if (words == NULL || *words == '\0')
    return;

  if (strchr (FORMULA_SIGNS, *words) != NULL)
    guarded = g_strconcat ("'", words, NULL);
  append_quoted (row, guarded != NULL ? guarded : words);
}

static void
append_list (GString           *row,
             const char *const *words)
{
  g_autofree char *joined = g_strjoinv ("; ", (char **) words);

  append_text (row, joined);
}

static void
append_number (GString *row,
               double   value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (row, atlas_json_text_shortest (buffer, value, 1.0));
}

/* --- Columns --- */

typedef void (*AppendCell) (GString           *row,
                            const AtlasExport *what,
                            AtlasItem         *item);

#define CELL(name_)                           \
  static void name_ (GString           *row,  \
                     const AtlasExport *what, \
                     AtlasItem         *item)

// clang-format off
CELL (append_id) { append_text (row, atlas_item_get_id (item)); }
CELL (append_title) { append_text (row, atlas_item_get_title (item)); }
CELL (append_kind) { append_text (row, atlas_kind_get_id (atlas_item_get_kind (item))); }
CELL (append_theme) { append_text (row, atlas_item_get_theme (item)); }
CELL (append_actors) { append_list (row, atlas_item_get_actors (item)); }
CELL (append_when) { append_text (row, atlas_item_get_when (item)->text); }
CELL (append_place) { append_text (row, atlas_item_get_place_name (item)); }
CELL (append_schematic) { g_string_append (row, atlas_item_is_schematic (item) ? "true" : "false"); }
CELL (append_summary) { append_text (row, atlas_item_get_summary (item)); }
CELL (append_part_of) { append_list (row, atlas_item_get_part_of (item)); }
// clang-format on

CELL (append_begin)
{
  AtlasTimeSpan    span = atlas_item_get_span (item);
  g_autofree char *day = span.begin != G_MININT ? atlas_export_dup_day (span.begin) : NULL;

  append_text (row, day);
}

/* The last day of it, for people count as they write. */
CELL (append_end)
{
  AtlasTimeSpan    span = atlas_item_get_span (item);
  g_autofree char *day = span.end != G_MAXINT ? atlas_export_dup_day (span.end - 1) : NULL;

  append_text (row, day);
}

CELL (append_words)
{
  g_autofree char *words = atlas_edtf_to_words (&atlas_item_get_when (item)->edtf);

  append_text (row, words);
}

CELL (append_phases)
{
  GPtrArray *phases = atlas_item_get_phases (item);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < phases->len; i++)
    {
      const AtlasPhase *phase = g_ptr_array_index (phases, i);

      g_string_append_printf (words, "%s%s %s", i > 0 ? "; " : "", phase->when.text, atlas_status_get_id (phase->status));
    }
  append_text (row, words->str);
}

/* Where it is: its point, else the place it is told to be at; a line or an area has none. */
static AtlasPoint
get_position (AtlasItem *item)
{
  AtlasGeometry *geometry = atlas_item_get_geometry (item);

  if (geometry != NULL && atlas_geometry_get_geometry_type (geometry) == ATLAS_GEOMETRY_POINT)
    return atlas_geometry_get_lonlat (geometry)[0];

  return geometry == NULL ? atlas_item_get_place (item) : (AtlasPoint){ NAN, NAN };
}

CELL (append_longitude)
{
  AtlasPoint position = get_position (item);

  if (!isnan (position.x))
    append_number (row, position.x);
}

CELL (append_latitude)
{
  AtlasPoint position = get_position (item);

  if (!isnan (position.x))
    append_number (row, position.y);
}

CELL (append_geometry)
{
  AtlasGeometry *geometry = atlas_item_get_geometry (item);

  if (geometry != NULL)
    append_text (row, atlas_geometry_type_to_string (atlas_geometry_get_geometry_type (geometry)));
}

CELL (append_length)
{
  AtlasGeometry    *geometry = atlas_item_get_geometry (item);
  AtlasGeometryType type = geometry != NULL ? atlas_geometry_get_geometry_type (geometry) : ATLAS_GEOMETRY_POINT;

  if (type == ATLAS_GEOMETRY_LINE_STRING || type == ATLAS_GEOMETRY_MULTI_LINE_STRING)
    g_string_append_printf (row, "%d", (int) round (atlas_geometry_get_length (geometry) / 1000.0));
}

CELL (append_cites)
{
  guint        n_cites = 0;
  const guint *cites = atlas_item_get_cites (item, &n_cites);

  for (guint i = 0; i < n_cites; i++)
    g_string_append_printf (row, "%s%u", i > 0 ? "; " : "", cites[i]);
}

CELL (append_sources)
{
  g_autoptr (GPtrArray) ids = atlas_dataset_dup_item_sources (what->dataset, item);

  g_ptr_array_add (ids, NULL);
  append_list (row, (const char *const *) ids->pdata);
}

CELL (append_treaty)
{
  if (atlas_item_get_treaty_number (item) > 0)
    g_string_append_printf (row, "%u", atlas_item_get_treaty_number (item));
}

static const struct
{
  const char *name; /* ends in "_": the names in a language of the atlas follow, a column each */
  AppendCell  append;
} columns[] = {
  { "id", append_id },
  { "title", append_title },
  { "name_", NULL },
  { "kind", append_kind },
  { "theme", append_theme },
  { "actors", append_actors },
  { "when", append_when },
  { "begin", append_begin },
  { "end", append_end },
  { "dates", append_words },
  { "phases", append_phases },
  { "place", append_place },
  { "longitude", append_longitude },
  { "latitude", append_latitude },
  { "geometry", append_geometry },
  { "length_km", append_length },
  { "schematic", append_schematic },
  { "summary", append_summary },
  { "citations", append_cites },
  { "sources", append_sources },
  { "part_of", append_part_of },
  { "treaty", append_treaty },
};

/* The languages in which the atlas gives names besides titles. */
static const char *const *
get_languages (const AtlasExport *what)
{
  static const char *const none[] = { NULL };
  const AtlasManifest     *manifest = atlas_dataset_get_manifest (what->dataset);

  return manifest->languages != NULL ? (const char *const *) manifest->languages : none;
}

static gboolean
is_own (const AtlasExport *what,
        const char        *language)
{
  return g_strcmp0 (language, atlas_dataset_get_manifest (what->dataset)->language) == 0;
}

static void
append_names (GString           *row,
              const AtlasExport *what,
              AtlasItem         *item) /* (nullable): the header */
{
  const char *const *languages = get_languages (what);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      if (is_own (what, languages[i]))
        continue;
      if (item != NULL)
        append_text (row, g_hash_table_lookup (atlas_item_get_names (item), languages[i]));
      else
        g_string_append_printf (row, "name_%s", languages[i]);
      g_string_append_c (row, ',');
    }
}

static void
append_row (GString           *row,
            const AtlasExport *what,
            AtlasItem         *item) /* (nullable): the header */
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].append == NULL)
      append_names (row, what, item);
    else
      {
        if (item != NULL)
          columns[i].append (row, what, item);
        else
          g_string_append (row, columns[i].name);
        g_string_append (row, i + 1 < G_N_ELEMENTS (columns) ? "," : "\r\n");
      }
}

ATLAS_EXPORT_WRITE (csv)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_row (text, what, NULL);
  for (guint i = 0; i < what->items->len; i++)
    {
      append_row (text, what, g_ptr_array_index (what->items, i));
      if (!atlas_export_put (stream, text, cancellable, error))
        return FALSE;
    }

  return atlas_export_put (stream, text, cancellable, error);
}
