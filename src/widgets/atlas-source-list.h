// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-source-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whose sources are shown. */
typedef enum
{
  ATLAS_SOURCES_ALL,
  ATLAS_SOURCES_REPORT,
  ATLAS_SOURCES_INDEPENDENT,
  ATLAS_N_SOURCES
} AtlasSources;

/**
 * AtlasSourceList:
 *
 * The references of an atlas, of both roles: found by words, filtered by role, in one order or another. Emits `changed` when other
 * ones are shown, or as many in another order, and `changing` before.
 */
#define ATLAS_TYPE_SOURCE_LIST (atlas_source_list_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSourceList, atlas_source_list, ATLAS, SOURCE_LIST, GObject)

AtlasSourceList *atlas_source_list_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void             atlas_source_list_set_dataset (AtlasSourceList *self,
                                                AtlasDataset    *dataset); /* (nullable) */
GListModel      *atlas_source_list_get_shown   (AtlasSourceList *self); /* (transfer none): of AtlasSourceEntry */
void             atlas_source_list_set_words   (AtlasSourceList *self,
                                                const char      *words); /* as they are typed */
void             atlas_source_list_set_sources (AtlasSourceList *self,
                                                AtlasSources     sources);
void             atlas_source_list_set_sort    (AtlasSourceList *self,
                                                AtlasSourceSort  sort);
/* The place of a reference among those that are shown; GTK_INVALID_LIST_POSITION: it is not. */
guint            atlas_source_list_find        (AtlasSourceList *self,
                                                const char      *id);

/**
 * atlas_source_list_dup_counts:
 * @self: a list
 *
 * Says how many there are: "507 sources, 47 of the report, 460 independent", or how many of them are shown: "12 of 507 sources".
 *
 * Returns: (transfer full): the words
 */
char            *atlas_source_list_dup_counts  (AtlasSourceList *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
