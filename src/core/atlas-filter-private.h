// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-filter.h"

G_BEGIN_DECLS

struct _AtlasFilter
{
  gatomicrefcount ref_count;
  GStrv           themes;   /* sorted */
  GStrv           actors;   /* sorted */
  guint           kinds;    /* 1 << AtlasKind */
  guint32         signs[ATLAS_N_KINDS]; /* 1 << AtlasStatus * ATLAS_N_CARGOES + AtlasCargo */
  guint8          evidence; /* 1 << AtlasEvidenceLevel */
  AtlasTimeSpan   window;
  char           *text;     /* as typed, or NULL */
  GStrv           words;    /* of the folded text */
};

G_STATIC_ASSERT (ATLAS_N_KINDS <= 32);
G_STATIC_ASSERT (ATLAS_N_STATUSES * ATLAS_N_CARGOES <= 32);

#define ATLAS_FILTER_SIGN_BIT(status, cargo) (1u << ((guint) (status) * ATLAS_N_CARGOES + (guint) (cargo)))
G_STATIC_ASSERT (ATLAS_N_EVIDENCE_LEVELS <= 8);

AtlasFilter *atlas_filter_copy               (const AtlasFilter *other) G_GNUC_WARN_UNUSED_RESULT;
/* Sorts @ids (of char *, owned) and makes them a vector. (transfer full), and so is @ids */
GStrv        atlas_filter_ids_to_strv        (GPtrArray         *ids);
/* Whether all but the signs lets @item through. */
gboolean     atlas_filter_matches_but_signs  (const AtlasFilter *self,
                                              AtlasItem         *item);
/* Whether no sign is chosen, or @item bears one that is at some date. */
gboolean     atlas_filter_matches_signs_ever (const AtlasFilter *self,
                                              AtlasItem         *item);
/* Whether a sign is chosen that @item bears in @status. */
gboolean     atlas_filter_matches_sign       (const AtlasFilter *self,
                                              AtlasItem         *item,
                                              AtlasStatus        status);
gboolean     atlas_filter_matches_evidence   (const AtlasFilter *self,
                                              AtlasItem         *item);

G_END_DECLS
