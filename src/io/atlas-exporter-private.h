// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-exporter.h"

G_BEGIN_DECLS

/* Before the name of whatever an exported file has to make up: unique ids, where a link leads. */
#define ATLAS_EXPORT_PRODUCT "Corridor Atlas"

#define ATLAS_EXPORT_WRITE(name_)                                             \
  gboolean atlas_export_##name_ (const AtlasExporter *self,                   \
                                 const AtlasExport   *what,                   \
                                 GOutputStream       *stream,                 \
                                 GCancellable        *cancellable,            \
                                 GError             **error)

ATLAS_EXPORT_WRITE (geojson);
ATLAS_EXPORT_WRITE (kml);
ATLAS_EXPORT_WRITE (csv);
ATLAS_EXPORT_WRITE (timelinejs);
ATLAS_EXPORT_WRITE (ics);
ATLAS_EXPORT_WRITE (references);

/* Sends @text off and empties it. */
gboolean         atlas_export_put             (GOutputStream     *stream,
                                               GString           *text,
                                               GCancellable      *cancellable,
                                               GError           **error);

/* "<", ">" and "&" (and quotes) as entities; characters that XML 1.0 has not are left out. */
void             atlas_export_append_escaped  (GString           *text,
                                               const char        *words);
/* The words without what the atlas alone understands: the marks of citations, "[12]". (transfer full) */
char            *atlas_export_dup_plain       (const char        *words) G_GNUC_WARN_UNUSED_RESULT;
/* "2006-06-01"; the year as xsd:date has it, in which 1 BCE is -0001. (transfer full) */
char            *atlas_export_dup_day         (int                day) G_GNUC_WARN_UNUSED_RESULT;
/* A date's first day, as precise as the date is known: "2006", "2006-06", "2006-06-01". (transfer full) */
char            *atlas_export_dup_begin       (const AtlasEdtfDate *date) G_GNUC_WARN_UNUSED_RESULT;
/* Its name in the export's language, or its title. */
const char      *atlas_export_get_name        (const AtlasExport *what,
                                               AtlasItem         *item);
/* What the atlas calls items of a kind: "Pipelines". */
const char      *atlas_export_get_kind_title  (const AtlasExport *what,
                                               AtlasKind          kind);
/* "corridor-atlas:azerbaijan-russia#item=btc" (transfer full) */
char            *atlas_export_dup_link        (const AtlasExport *what,
                                               AtlasItem         *item) G_GNUC_WARN_UNUSED_RESULT;
/* Summary, dates and where the report and public sources differ, a paragraph a line: no markup. (transfer full) */
char            *atlas_export_dup_description (const AtlasExport *what,
                                               AtlasItem         *item) G_GNUC_WARN_UNUSED_RESULT;
/* All references that items rest on and the report's citations they have, each once, in the order of the bibliography; all
 * there are when these are all items. (transfer full): of #AtlasReference */
GPtrArray       *atlas_export_dup_references  (const AtlasExport *what) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
