// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-online-source.h"

/* A tile that is not in view for so long is not asked for, ms. */
#define PATIENCE 200
/* The tiles' provider asks programs to say who they are. */
#define USER_AGENT "CorridorAtlas"

struct _AtlasOnlineSource
{
  ShumateMapSource  parent_instance;

  ShumateMapSource *tiles;
  GHashTable       *pending; /* of GCancellable: of the tiles that are asked for */
  gboolean          closed;
  gboolean          failing;
};

G_DEFINE_FINAL_TYPE (AtlasOnlineSource, atlas_online_source, SHUMATE_TYPE_MAP_SOURCE)

enum
{
  PROP_FAILING = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_failing (AtlasOnlineSource *self,
             gboolean           failing)
{
  if (self->failing == failing)
    return;

  self->failing = failing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAILING]);
}

static void
filled_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  AtlasOnlineSource *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  g_hash_table_remove (self->pending, g_task_get_cancellable (task));
  if (shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (object), result, &error))
    {
      set_failing (self, FALSE);
      g_task_return_boolean (task, TRUE);
      return;
    }

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      shumate_tile_set_state (g_task_get_task_data (task), SHUMATE_STATE_DONE); /* empty: what lies beneath is seen */
      set_failing (self, TRUE);
    }
  g_task_return_error (task, g_steal_pointer (&error));
}

static gboolean
ask_cb (gpointer user_data)
{
  GTask             *task = user_data;
  AtlasOnlineSource *self = g_task_get_source_object (task);

  if (self->closed)
    g_cancellable_cancel (g_task_get_cancellable (task));
  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;

  g_hash_table_add (self->pending, g_object_ref (g_task_get_cancellable (task)));
  shumate_map_source_fill_tile_async (self->tiles, g_task_get_task_data (task), g_task_get_cancellable (task), filled_cb, g_object_ref (task));

  return G_SOURCE_REMOVE;
}

static void
atlas_online_source_fill_tile_async (ShumateMapSource   *source,
                                     ShumateTile        *tile,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_autoptr (GCancellable) own = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  GTask *task = g_task_new (source, own, callback, user_data);

  g_task_set_source_tag (task, atlas_online_source_fill_tile_async);
  g_task_set_task_data (task, g_object_ref (tile), g_object_unref);
  g_timeout_add_full (G_PRIORITY_DEFAULT, PATIENCE, ask_cb, task, g_object_unref);
}

static gboolean
atlas_online_source_fill_tile_finish (ShumateMapSource *source,
                                      GAsyncResult     *result,
                                      GError          **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, atlas_online_source_fill_tile_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
atlas_online_source_finalize (GObject *object)
{
  AtlasOnlineSource *self = ATLAS_ONLINE_SOURCE (object);

  g_clear_object (&self->tiles);
  g_clear_pointer (&self->pending, g_hash_table_unref);

  G_OBJECT_CLASS (atlas_online_source_parent_class)->finalize (object);
}

static void
atlas_online_source_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  AtlasOnlineSource *self = ATLAS_ONLINE_SOURCE (object);

  switch (property_id)
    {
    case PROP_FAILING:
      g_value_set_boolean (value, self->failing);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_online_source_class_init (AtlasOnlineSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_online_source_finalize;
  G_OBJECT_CLASS (klass)->get_property = atlas_online_source_get_property;
  source_class->fill_tile_async = atlas_online_source_fill_tile_async;
  source_class->fill_tile_finish = atlas_online_source_fill_tile_finish;

  properties[PROP_FAILING] =
    g_param_spec_boolean ("failing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
atlas_online_source_init (AtlasOnlineSource *self)
{
  self->pending = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

AtlasOnlineSource *
atlas_online_source_new (void)
{
  g_autoptr (ShumateMapSourceRegistry) registry = shumate_map_source_registry_new_with_defaults ();
  ShumateMapSource  *tiles = shumate_map_source_registry_get_by_id (registry, SHUMATE_MAP_SOURCE_OSM_MAPNIK);
  AtlasOnlineSource *self = NULL;

  g_return_val_if_fail (tiles != NULL, NULL);

  shumate_set_user_agent (USER_AGENT);
  self = g_object_new (ATLAS_TYPE_ONLINE_SOURCE,
                       "id", "atlas-online",
                       "name", shumate_map_source_get_name (tiles),
                       "license", shumate_map_source_get_license (tiles),
                       "license-uri", shumate_map_source_get_license_uri (tiles),
                       "min-zoom-level", shumate_map_source_get_min_zoom_level (tiles),
                       "max-zoom-level", shumate_map_source_get_max_zoom_level (tiles),
                       "tile-size", shumate_map_source_get_tile_size (tiles),
                       "projection", shumate_map_source_get_projection (tiles),
                       NULL);
  self->tiles = g_object_ref (tiles);

  return self;
}

gboolean
atlas_online_source_get_failing (AtlasOnlineSource *self)
{
  g_return_val_if_fail (ATLAS_IS_ONLINE_SOURCE (self), FALSE);

  return self->failing;
}

void
atlas_online_source_close (AtlasOnlineSource *self)
{
  g_autoptr (GList) pending = NULL;

  g_return_if_fail (ATLAS_IS_ONLINE_SOURCE (self));

  self->closed = TRUE;
  pending = g_hash_table_get_keys (self->pending);
  for (GList *item = pending; item != NULL; item = item->next)
    g_object_ref (item->data); /* what is cancelled leaves the table */
  for (GList *item = pending; item != NULL; item = item->next)
    {
      g_cancellable_cancel (item->data);
      g_object_unref (item->data);
    }
}
