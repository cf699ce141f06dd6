// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_BASEMAP (atlas_basemap_get_type ())
typedef struct _AtlasBasemap AtlasBasemap; /* immutable, so any thread may draw from it */

#define ATLAS_BASEMAP_ERROR (atlas_basemap_error_quark ())
GQuark        atlas_basemap_error_quark    (void);

typedef enum
{
  ATLAS_BASEMAP_ERROR_FORMAT,  /* no compiled basemap, or one of another version or byte order */
  ATLAS_BASEMAP_ERROR_DAMAGED, /* an index points outside its table */
} AtlasBasemapError;

GType         atlas_basemap_get_type       (void) G_GNUC_CONST;
AtlasBasemap *atlas_basemap_new_from_file  (const char   *path,
                                            GError      **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasBasemap *atlas_basemap_new_from_bytes (GBytes       *bytes,
                                            GError      **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasBasemap *atlas_basemap_ref            (AtlasBasemap *self);
void          atlas_basemap_unref          (AtlasBasemap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasBasemap, atlas_basemap_unref)

G_END_DECLS
