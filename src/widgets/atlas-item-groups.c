// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-item-groups.h"

#include "atlas-heading.h"

#include <glib/gi18n-lib.h>

/* The id of the heading of what nobody dates; years are numbers. */
#define UNDATED "undated"

static char *
dup_year (AtlasItem *item)
{
  AtlasTimeSpan span = atlas_item_get_span (item);
  int           year = 0;

  if (span.begin == G_MININT)
    return g_strdup (UNDATED);

  atlas_day_to_ymd (span.begin, &year, NULL, NULL);

  return g_strdup_printf ("%d", year);
}

char *
atlas_item_groups_dup_heading (AtlasItem     *item,
                               AtlasItemOrder order)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (item), NULL);

  return order == ATLAS_ITEM_ORDER_KIND ? g_strdup (atlas_kind_get_id (atlas_item_get_kind (item))) : dup_year (item);
}

static void
add_group (GPtrArray  *rows,
           const char *id,
           const char *title,
           GPtrArray  *items,
           GHashTable *folded)
{
  gboolean is_folded = g_hash_table_contains (folded, id);

  if (items->len == 0)
    return;

  g_ptr_array_add (rows, atlas_heading_new (id, title, items->len, is_folded));
  if (!is_folded)
    for (guint i = 0; i < items->len; i++)
      g_ptr_array_add (rows, g_object_ref (g_ptr_array_index (items, i)));
}

static void
add_kinds (GPtrArray    *rows,
           AtlasDataset *dataset,
           GPtrArray    *items,
           const char   *language,
           GHashTable   *folded)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (dataset);
  GPtrArray           *groups[ATLAS_N_KINDS];

  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    groups[kind] = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (groups[atlas_item_get_kind (g_ptr_array_index (items, i))], g_ptr_array_index (items, i));

  for (guint i = 0; i < manifest->kinds->len; i++)
    {
      const AtlasTerm *term = g_ptr_array_index (manifest->kinds, i);
      AtlasKind        kind = ATLAS_KIND_PIPELINE;

      if (!atlas_kind_from_id (term->id, &kind))
        continue;
      add_group (rows, term->id, atlas_term_get_title (term, language), groups[kind], folded);
      g_ptr_array_set_size (groups[kind], 0);
    }

  /* Kinds that the manifest does not name are shown all the same. */
  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      add_group (rows, atlas_kind_get_id (kind), atlas_kind_get_name (kind), groups[kind], folded);
      g_ptr_array_unref (groups[kind]);
    }
}

static void
add_years (GPtrArray  *rows,
           GPtrArray  *items,
           GHashTable *folded)
{
  for (guint first = 0; first < items->len;)
    {
      g_autoptr (GPtrArray) year = g_ptr_array_new ();
      g_autofree char *id = dup_year (g_ptr_array_index (items, first));

      for (; first < items->len; first++)
        {
          g_autofree char *other = dup_year (g_ptr_array_index (items, first));

          if (!g_str_equal (id, other))
            break;
          g_ptr_array_add (year, g_ptr_array_index (items, first));
        }

      add_group (rows, id, g_str_equal (id, UNDATED) ? _ ("Begin not known") : id, year, folded);
    }
}

GPtrArray *
atlas_item_groups_create (AtlasDataset  *dataset,
                          AtlasSession  *session,
                          AtlasItemOrder order,
                          const char    *language,
                          GHashTable    *folded)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), rows);
  g_return_val_if_fail (ATLAS_IS_SESSION (session), rows);
  g_return_val_if_fail (folded != NULL, rows);

  for (guint i = 0; i < atlas_dataset_get_n_items (dataset); i++)
    {
      AtlasItem *item = atlas_dataset_get_item (dataset, i);

      if (atlas_session_get_visibility (session, item, NULL) != ATLAS_VISIBILITY_HIDDEN)
        g_ptr_array_add (items, item);
    }

  if (order == ATLAS_ITEM_ORDER_KIND)
    add_kinds (rows, dataset, items, language, folded);
  else
    add_years (rows, items, folded);

  return rows;
}
