// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-evidence.h"

G_BEGIN_DECLS

struct _AtlasItem
{
  GObject         parent_instance;

  AtlasItemFields fields;
  AtlasTimeSpan   known; /* life and phases together */
  char           *search_text;
  AtlasEvidence   evidence;    /* nothing until the atlas that it is of is put together */
};

/* Weighs its sources, once: whoever puts an atlas together does that before anybody else sees the item. */
void              atlas_item_weigh_evidence (AtlasItem         *self,
                                             AtlasBibliography *bibliography);

/* Sets the span of each of the @phases, which are in time order, to the days it owns. */
void              atlas_item_phases_share   (GPtrArray     *phases);
/* The phase that holds most of @span, of equals the later; NULL when none touches it. */
const AtlasPhase *atlas_item_phases_find_in (GPtrArray     *phases,
                                             AtlasTimeSpan  span);

G_END_DECLS
