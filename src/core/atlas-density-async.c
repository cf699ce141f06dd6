// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-density.h"

typedef struct
{
  AtlasDataset *dataset;
  AtlasFilter  *filter; /* (nullable) */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->dataset);
  g_clear_pointer (&order->filter, atlas_filter_unref);
  g_free (order);
}

static void
reckon_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Order *order = task_data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, atlas_density_new (order->dataset, order->filter), (GDestroyNotify) atlas_density_unref);
}

void
atlas_density_new_async (AtlasDataset       *dataset,
                         const AtlasFilter  *filter,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  Order *order = NULL;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ATLAS_IS_DATASET (dataset));

  order = g_new0 (Order, 1);
  order->dataset = g_object_ref (dataset);
  if (filter != NULL)
    order->filter = atlas_filter_with_window (filter, ATLAS_TIME_SPAN_NONE);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_density_new_async);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, reckon_in_thread);
}

AtlasDensity *
atlas_density_new_finish (GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
