// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"
#include "atlas-kind.h"
#include "atlas-time-span.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* Where the map looks. */
typedef struct
{
  double zoom;      /* 256 px tiles; fractional */
  double latitude;  /* degrees */
  double longitude; /* degrees */
} AtlasCamera;

/* A theme, kind or actor as the atlas names it. */
typedef struct
{
  char       *id;
  char       *title;
  GHashTable *names; /* (nullable): BCP 47 tag → title */
} AtlasTerm;

AtlasTerm  *atlas_term_new       (const char      *id,
                                  const char      *title) G_GNUC_WARN_UNUSED_RESULT;
void        atlas_term_free      (AtlasTerm       *self);
/* Its title in @language, or its title. */
const char *atlas_term_get_title (const AtlasTerm *self,
                                  const char      *language);

/**
 * AtlasManifest:
 *
 * What `atlas.json` says of an atlas. Owned by its dataset and not changed after loading.
 */
typedef struct
{
  char         *id;
  char         *title;
  char         *edition;
  char         *language;
  GStrv         languages;
  char         *licence;
  char         *description;
  char         *report_title;
  char         *report_author;
  char         *report_note;
  GPtrArray    *themes; /* of AtlasTerm */
  GPtrArray    *kinds;  /* of AtlasTerm; ids are of atlas_kind_get_id() */
  GPtrArray    *actors; /* of AtlasTerm */
  GStrv         lanes;  /* themes that are lanes of the timeline, in order */
  GStrv         bands;  /* what washes behind the lanes: ids of kinds, and single items as "item:id" */
  AtlasCamera   home;
  AtlasTimeSpan range;    /* what the timeline shows at first */
  AtlasBox      overview; /* degrees: west, south, east, north: everything */
  char         *extra;    /* (nullable): JSON text of members that the program does not know */
} AtlasManifest;

AtlasManifest   *atlas_manifest_new         (void) G_GNUC_WARN_UNUSED_RESULT; /* with empty lists */
void             atlas_manifest_free        (AtlasManifest       *self);
const AtlasTerm *atlas_manifest_find_theme  (const AtlasManifest *self,
                                             const char          *id); /* (nullable) */
const AtlasTerm *atlas_manifest_find_kind   (const AtlasManifest *self,
                                             AtlasKind            kind); /* (nullable) */
const AtlasTerm *atlas_manifest_find_actor  (const AtlasManifest *self,
                                             const char          *id); /* (nullable) */
/* Whether items of @kind, or the item @id, are bands of the timeline. */
gboolean         atlas_manifest_has_band    (const AtlasManifest *self,
                                             AtlasKind            kind);
gboolean         atlas_manifest_has_band_item (const AtlasManifest *self,
                                               const char          *id);

/* Before an item's id among the bands. */
#define ATLAS_MANIFEST_BAND_ITEM "item:"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTerm, atlas_term_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasManifest, atlas_manifest_free)

G_END_DECLS
