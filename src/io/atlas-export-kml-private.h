// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-exporter-private.h"
#include "atlas-tour.h"

G_BEGIN_DECLS

/* <name>words</name>; nothing without words */
void     atlas_export_kml_element   (GString           *text,
                                     const char        *name,
                                     const char        *words); /* (nullable) */
/* <description>: viewers take it for HTML, so that what is no markup must not look like it. */
void     atlas_export_kml_describe  (GString           *text,
                                     const char        *words); /* (nullable) */
/* <TimeSpan> or <gx:TimeSpan>: without an end that nobody knows or that is open, which in KML is no limit; nothing without both. */
void     atlas_export_kml_time_span (GString           *text,
                                     const char        *element,
                                     const char        *begin, /* (nullable) */
                                     const char        *end);  /* (nullable) */
/* A folder with a tour to be flown, and its steps to be read. */
void     atlas_export_kml_tour      (GString           *text,
                                     const AtlasExport *what,
                                     AtlasTour         *tour);
/* The height, in metres, from which Google Earth shows what a map of a tour does. */
double   atlas_export_kml_range     (AtlasCamera        camera);

G_END_DECLS
