// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an item is. The vocabulary is the program's, because each kind has a style of its own; which of
 * them an atlas shows, in which order and under which heading, its atlas.json says. */
typedef enum
{
  ATLAS_KIND_PIPELINE,
  ATLAS_KIND_CORRIDOR,
  ATLAS_KIND_RAILWAY,
  ATLAS_KIND_SITE,
  ATLAS_KIND_ZONE,
  ATLAS_KIND_TREATY,
  ATLAS_KIND_EVENT,
  ATLAS_KIND_PERIOD,
  ATLAS_KIND_SCENARIO,
  ATLAS_N_KINDS
} AtlasKind;

/* How far an item has come in a phase. NONE: no phase says. */
typedef enum
{
  ATLAS_STATUS_NONE,
  ATLAS_STATUS_PLANNED,
  ATLAS_STATUS_BUILDING,
  ATLAS_STATUS_OPERATING,
  ATLAS_STATUS_SUSPENDED,
  ATLAS_STATUS_CLOSED,
  ATLAS_N_STATUSES
} AtlasStatus;

const char *atlas_kind_get_id      (AtlasKind    kind); /* "pipeline" */
const char *atlas_kind_get_name    (AtlasKind    kind); /* translated: "pipeline" */
const char *atlas_kind_get_icon    (AtlasKind    kind); /* "atlas-pipeline-symbolic" */
gboolean    atlas_kind_from_id     (const char  *id,
                                    AtlasKind   *kind);
/* How a thing of this kind that has come so far is said to be, translated: a pipeline is "operating", a treaty "in force"; ""
 * where that says nothing more than that there is such a thing: an event, a zone. */
const char *atlas_kind_get_status_name (AtlasKind   kind,
                                        AtlasStatus status);
const char *atlas_status_get_id    (AtlasStatus  status); /* "operating"; "none" */
const char *atlas_status_get_name  (AtlasStatus  status); /* translated: "operating"; "" for NONE */
gboolean    atlas_status_from_id   (const char  *id,
                                    AtlasStatus *status);

G_END_DECLS
