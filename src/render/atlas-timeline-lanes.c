// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-index-private.h"

#include <string.h>

/* A term of the manifest and its lane. */
typedef struct
{
  const char      *id;
  const AtlasTerm *term;
  guint            n_items;
  guint            lane;
} Group;

struct _AtlasTimelineLanes
{
  AtlasTimelineGrouping grouping;
  GArray               *lanes;                  /* of AtlasTimelineIndexLane */
  GArray               *groups;                 /* of Group */
  GHashTable           *by_id;                  /* id → index in groups + 1 */
  guint                 by_kind[ATLAS_N_KINDS]; /* index in groups */
  guint                 others;                 /* the lane of what has none of its own; G_MAXUINT: not made yet */
  const char           *last_id;
  guint                 last_group;
};

static void
add_group (AtlasTimelineLanes *self,
           const char         *id,
           const AtlasTerm    *term)
{
  Group group = { id, term, 0, G_MAXUINT };

  if (!g_hash_table_insert (self->by_id, (char *) id, GUINT_TO_POINTER (self->groups->len + 1)))
    return;

  g_array_append_val (self->groups, group);
}

static void
add_terms (AtlasTimelineLanes *self,
           GPtrArray          *terms)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const AtlasTerm *term = g_ptr_array_index (terms, i);

      add_group (self, term->id, term);
    }
}

static void
add_themes (AtlasTimelineLanes  *self,
            const AtlasManifest *manifest)
{
  for (guint i = 0; manifest->lanes != NULL && manifest->lanes[i] != NULL; i++)
    add_group (self, manifest->lanes[i], atlas_manifest_find_theme (manifest, manifest->lanes[i]));
}

static guint
find_group (AtlasTimelineLanes *self,
            const char         *id)
{
  if (id == NULL)
    return G_MAXUINT;
  if (id != self->last_id)
    {
      self->last_id = id;
      self->last_group = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id)) - 1;
    }

  return self->last_group;
}

/* Writes each group that an item is in; G_MAXUINT once when it is in none. Returns how many were written. */
static guint
list_groups (AtlasTimelineLanes *self,
             AtlasItem          *item,
             guint              *groups,
             guint               max)
{
  const char *const *actors = NULL;
  guint              n = 0;

  if (self->grouping == ATLAS_TIMELINE_BY_KIND)
    {
      groups[0] = self->by_kind[atlas_item_get_kind (item)];
      return 1;
    }
  if (self->grouping == ATLAS_TIMELINE_BY_THEME)
    {
      groups[0] = find_group (self, atlas_item_get_theme (item));
      if (groups[0] == G_MAXUINT && self->groups->len > 0)
        groups[0] = self->groups->len - 1; /* an item of no lane is with the last */
      return 1;
    }

  actors = atlas_item_get_actors (item);
  for (guint i = 0; actors[i] != NULL && n < max; i++)
    {
      groups[n] = find_group (self, actors[i]);
      if (groups[n] != G_MAXUINT)
        n++;
    }
  if (n == 0)
    groups[n++] = G_MAXUINT;

  return n;
}

/* Groups without items have no lane; actors that only one item has share one. */
void
atlas_timeline_lanes_make (AtlasTimelineLanes *self)
{
  guint least = self->grouping == ATLAS_TIMELINE_BY_ACTOR ? 2 : 1;

  for (guint i = 0; i < self->groups->len; i++)
    {
      Group                 *group = &g_array_index (self->groups, Group, i);
      AtlasTimelineIndexLane lane = { .id = group->id, .term = group->term };

      if (group->n_items < least)
        continue;

      group->lane = self->lanes->len;
      g_array_append_val (self->lanes, lane);
    }
}

AtlasTimelineLanes *
atlas_timeline_lanes_new (AtlasDataset         *dataset,
                          AtlasTimelineGrouping grouping)
{
  AtlasTimelineLanes  *self = g_new0 (AtlasTimelineLanes, 1);
  const AtlasManifest *manifest = atlas_dataset_get_manifest (dataset);

  self->grouping = grouping;
  self->lanes = g_array_new (FALSE, TRUE, sizeof (AtlasTimelineIndexLane));
  self->groups = g_array_new (FALSE, TRUE, sizeof (Group));
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->others = G_MAXUINT;

  if (grouping == ATLAS_TIMELINE_BY_THEME)
    add_themes (self, manifest);
  else
    add_terms (self, grouping == ATLAS_TIMELINE_BY_KIND ? manifest->kinds : manifest->actors);
  for (AtlasKind kind = 0; kind < ATLAS_N_KINDS; kind++)
    self->by_kind[kind] = grouping == ATLAS_TIMELINE_BY_KIND ? find_group (self, atlas_kind_get_id (kind)) : G_MAXUINT;

  return self;
}

void
atlas_timeline_lanes_free (AtlasTimelineLanes *self)
{
  g_array_unref (self->lanes);
  g_array_unref (self->groups);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

GArray *
atlas_timeline_lanes_get (AtlasTimelineLanes *self)
{
  return self->lanes;
}

static guint
get_others (AtlasTimelineLanes *self)
{
  AtlasTimelineIndexLane lane = { NULL };

  if (self->others == G_MAXUINT)
    {
      self->others = self->lanes->len;
      g_array_append_val (self->lanes, lane);
    }

  return self->others;
}

guint
atlas_timeline_lanes_count (AtlasTimelineLanes *self,
                            AtlasItem          *item,
                            guint              *groups)
{
  guint n = list_groups (self, item, groups, ATLAS_TIMELINE_MAX_LANES_OF_ITEM);

  for (guint i = 0; i < n; i++)
    if (groups[i] != G_MAXUINT)
      g_array_index (self->groups, Group, groups[i]).n_items++;

  return n;
}

guint
atlas_timeline_lanes_find (AtlasTimelineLanes *self,
                           guint               group)
{
  guint lane = group == G_MAXUINT ? G_MAXUINT : g_array_index (self->groups, Group, group).lane;

  return lane == G_MAXUINT ? get_others (self) : lane;
}
