// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-source-card.h"

G_BEGIN_DECLS

struct _AtlasSourceCard
{
  GtkWidget       parent_instance;

  GtkBox         *box;
  GtkWidget      *copy; /* the button (of the box); NULL: there is nothing to copy */
  AtlasSession   *session;
  AtlasReference *reference; /* (nullable): a citation of which there is no record */
  guint           citation;  /* the report's number; 0: it has none */
  gboolean        brief;
  guint           copied; /* source of the button's own words coming back */
};

/* A line of Pango markup whose links are item:ID, passage:ID and source:ID. */
GtkWidget *atlas_source_card_add_text      (AtlasSourceCard *self,
                                            const char      *markup);

/* Whose source it is, and what the record says beside the reference itself. */
void       atlas_source_card_add_role      (AtlasSourceCard *self);
void       atlas_source_card_add_facts     (AtlasSourceCard *self);

/* What rests on it, and, for a citation without a record, public documents on the same items. */
void       atlas_source_card_add_backlinks (AtlasSourceCard *self);
void       atlas_source_card_add_public    (AtlasSourceCard *self);

G_END_DECLS
