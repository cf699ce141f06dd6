// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-delta.h"

struct _AtlasDelta
{
  GObject    parent_instance;

  AtlasItem *item;
  char      *words;
};

G_DEFINE_FINAL_TYPE (AtlasDelta, atlas_delta, G_TYPE_OBJECT)

static void
atlas_delta_finalize (GObject *object)
{
  AtlasDelta *self = ATLAS_DELTA (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (atlas_delta_parent_class)->finalize (object);
}

static void
atlas_delta_class_init (AtlasDeltaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_delta_finalize;
}

static void
atlas_delta_init (AtlasDelta *self)
{
}

AtlasDelta *
atlas_delta_new (const AtlasComparison  *comparison,
                 const AtlasChangedItem *changed)
{
  AtlasDelta *self = NULL;

  g_return_val_if_fail (comparison != NULL && changed != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_DELTA, NULL);
  self->item = g_object_ref (changed->item);
  self->words = atlas_comparison_item_to_words (comparison, changed);

  return self;
}

AtlasItem *
atlas_delta_get_item (AtlasDelta *self)
{
  g_return_val_if_fail (ATLAS_IS_DELTA (self), NULL);

  return self->item;
}

const char *
atlas_delta_get_words (AtlasDelta *self)
{
  g_return_val_if_fail (ATLAS_IS_DELTA (self), NULL);

  return self->words;
}
