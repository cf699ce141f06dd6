// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reference.h"

struct _AtlasBibliography
{
  GObject     parent_instance;

  GPtrArray  *references; /* of AtlasReference */
  GHashTable *by_id;      /* char * (borrowed from the reference) → AtlasReference (borrowed) */
  GHashTable *by_number;  /* guint → AtlasReference (borrowed) */
};

static void list_model_iface_init (GListModelInterface *iface);

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasBibliography, atlas_bibliography, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))
/* clang-format on */

static GType
list_get_item_type (GListModel *model)
{
  return ATLAS_TYPE_REFERENCE;
}

static guint
list_get_n_items (GListModel *model)
{
  return ATLAS_BIBLIOGRAPHY (model)->references->len;
}

static gpointer
list_get_item (GListModel *model,
               guint       position)
{
  AtlasBibliography *self = ATLAS_BIBLIOGRAPHY (model);

  return position < self->references->len ? g_object_ref (g_ptr_array_index (self->references, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

static void
atlas_bibliography_finalize (GObject *object)
{
  AtlasBibliography *self = ATLAS_BIBLIOGRAPHY (object);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->by_number, g_hash_table_unref);
  g_clear_pointer (&self->references, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_bibliography_parent_class)->finalize (object);
}

static void
atlas_bibliography_class_init (AtlasBibliographyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_bibliography_finalize;
}

static void
atlas_bibliography_init (AtlasBibliography *self)
{
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_number = g_hash_table_new (NULL, NULL);
}

/**
 * atlas_bibliography_new_take:
 * @references: (transfer full): of #AtlasReference, which the array owns
 *
 * Makes a bibliography and indexes it. That ids and numbers are unique is the loader's to check.
 *
 * Returns: (transfer full): the bibliography
 */
AtlasBibliography *
atlas_bibliography_new_take (GPtrArray *references)
{
  AtlasBibliography *self = g_object_new (ATLAS_TYPE_BIBLIOGRAPHY, NULL);

  self->references = references;

  for (guint i = 0; i < references->len; i++)
    {
      AtlasReference *reference = g_ptr_array_index (references, i);
      guint           number = atlas_reference_get_number (reference);

      g_hash_table_insert (self->by_id, (gpointer) atlas_reference_get_id (reference), reference);
      if (number > 0)
        g_hash_table_insert (self->by_number, GUINT_TO_POINTER (number), reference);
    }

  return self;
}

AtlasReference *
atlas_bibliography_lookup (AtlasBibliography *self,
                           const char        *id)
{
  g_return_val_if_fail (ATLAS_IS_BIBLIOGRAPHY (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

AtlasReference *
atlas_bibliography_lookup_number (AtlasBibliography *self,
                                  guint              number)
{
  g_return_val_if_fail (ATLAS_IS_BIBLIOGRAPHY (self), NULL);

  return g_hash_table_lookup (self->by_number, GUINT_TO_POINTER (number));
}
