// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-exporter-private.h"

#include "atlas-file-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* clang-format off */
static const AtlasExporter exporters[] = {
  { "geojson", NULL, "GeoJSON", N_ ("Items with place, dates and sources: for maps and to read again"),
    ".geojson", "application/geo+json", FALSE, atlas_export_geojson },
  { "kml", NULL, "KML", N_ ("Items and tours: for Google Earth, Marble and other globes"),
    ".kml", "application/vnd.google-earth.kml+xml", TRUE, atlas_export_kml },
  { "csv", NULL, "CSV", N_ ("A table of items: for spreadsheets"),
    ".csv", "text/csv", FALSE, atlas_export_csv },
  { "timelinejs", NULL, "TimelineJS", N_ ("A timeline: for web pages"),
    ".json", "application/json", TRUE, atlas_export_timelinejs },
  { "ics", NULL, "iCalendar", N_ ("Dated items: for calendars"),
    ".ics", "text/calendar", TRUE, atlas_export_ics },
  { "biblatex", "bibtex", "BibLaTeX", N_ ("Sources of the items: for LaTeX, Zotero and others"),
    ".bib", "application/x-bibtex", FALSE, atlas_export_references },
  { "ris", NULL, "RIS", N_ ("Sources of the items: for EndNote, Zotero and others"),
    ".ris", "application/x-research-info-systems", FALSE, atlas_export_references },
  { "csl", NULL, "CSL-JSON", N_ ("Sources of the items: for Zotero, Pandoc and to read again"),
    ".json", "application/vnd.citationstyles.csl+json", FALSE, atlas_export_references },
};
/* clang-format on */

const AtlasExporter *
atlas_exporter_list (guint *n_exporters)
{
  *n_exporters = G_N_ELEMENTS (exporters);

  return exporters;
}

const AtlasExporter *
atlas_exporter_lookup (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (exporters); i++)
    if (g_strcmp0 (exporters[i].id, id) == 0 || (id != NULL && g_strcmp0 (exporters[i].alias, id) == 0))
      return &exporters[i];

  return NULL;
}

const AtlasExporter *
atlas_exporter_lookup_suffix (const char *file_name)
{
  const AtlasExporter *found = NULL;
  gsize                length = 0;

  g_return_val_if_fail (file_name != NULL, NULL);

  length = strlen (file_name);
  for (guint i = 0; i < G_N_ELEMENTS (exporters); i++)
    {
      gsize suffix = strlen (exporters[i].suffix);

      if (length < suffix || g_ascii_strcasecmp (file_name + length - suffix, exporters[i].suffix) != 0)
        continue;
      if (found != NULL)
        return NULL;
      found = &exporters[i];
    }

  return found;
}

typedef struct
{
  const AtlasExporter *exporter;
  const AtlasExport   *what;
} Write;

static gboolean
write_content (GOutputStream *stream,
               gpointer       user_data,
               GCancellable  *cancellable,
               GError       **error)
{
  Write *write = user_data;

  return write->exporter->write (write->exporter, write->what, stream, cancellable, error);
}

gboolean
atlas_exporter_write_file (const AtlasExporter *self,
                           const AtlasExport   *what,
                           GFile               *file,
                           GCancellable        *cancellable,
                           GError             **error)
{
  Write write = { self, what };

  g_return_val_if_fail (self != NULL && what != NULL, FALSE);
  g_return_val_if_fail (what->dataset != NULL && what->items != NULL, FALSE);

  return atlas_file_write (file, write_content, &write, cancellable, error);
}
