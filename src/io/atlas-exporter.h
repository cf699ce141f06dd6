// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/**
 * AtlasExport:
 * @dataset: the atlas
 * @items: (element-type AtlasItem): what of it leaves the program, in the order in which it is written
 * @tours: (nullable) (element-type AtlasTour): the tours that go with it, where the format knows tours
 * @language: (nullable): BCP 47: names are written in it where an item has one; %NULL: titles
 *
 * What an exporter writes. All is borrowed; none of it changes, so it may be written in a thread.
 */
typedef struct
{
  AtlasDataset *dataset;
  GPtrArray    *items;
  GPtrArray    *tours;
  const char   *language;
} AtlasExport;

typedef struct _AtlasExporter AtlasExporter;

/**
 * AtlasExporter:
 * @id: what it is called in commands: "geojson"
 * @alias: (nullable): another name there
 * @title: what people call it
 * @summary: what it is good for, marked for translation
 * @suffix: of its files: ".geojson"
 * @mime: its media type
 * @has_names: whether names are written in the language of the export; other formats have all names, or none
 * @write: writes all of a file to a stream that it leaves open; an error is the stream's, or that it was cancelled
 *
 * A format in which other programs take over what the atlas knows.
 */
struct _AtlasExporter
{
  const char *id;
  const char *alias;
  const char *title;
  const char *summary;
  const char *suffix;
  const char *mime;
  gboolean    has_names;
  gboolean  (*write) (const AtlasExporter *self,
                      const AtlasExport   *what,
                      GOutputStream       *stream,
                      GCancellable        *cancellable,
                      GError             **error);
};

/* All of them, in the order in which they are offered. */
const AtlasExporter *atlas_exporter_list          (guint               *n_exporters);
const AtlasExporter *atlas_exporter_lookup        (const char          *id); /* (nullable): by id or alias */
/* By the end of a file's name, in any case, where only one format has it; (nullable) */
const AtlasExporter *atlas_exporter_lookup_suffix (const char          *file_name);

/**
 * atlas_exporter_write_file:
 * @self: a format
 * @what: what is written
 * @file: where
 * @cancellable: (nullable): stops it
 * @error: return location: see atlas_file_write()
 *
 * Writes a file as a whole or not at all. Blocks.
 *
 * Returns: whether it is written
 */
gboolean             atlas_exporter_write_file    (const AtlasExporter *self,
                                                   const AtlasExport   *what,
                                                   GFile               *file,
                                                   GCancellable        *cancellable,
                                                   GError             **error);

G_END_DECLS
