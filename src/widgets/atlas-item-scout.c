// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-item-scout.h"

#include <math.h>
#include <sys/resource.h>

/* The priority of the thread: frames come first. */
#define GENTLE 5
/* px round what is seen meanwhile, and round where the map comes to rest */
#define MARGIN 48.0
#define LAST_MARGIN 96.0

struct _AtlasItemScout
{
  gatomicrefcount  ref_count;   /* the owner's and the thread's */
  AtlasDataset    *dataset;     /* of @scene */
  AtlasMapScene   *scene;       /* (nullable): the thread's own while it paints, else the owner's */
  AtlasItemPicture picture;     /* likewise */
  AtlasItemPicture retired;     /* the one before @picture: the last frame's nodes have it */
  AtlasItemPicture garbage;     /* the one before that: the thread lets go of it, which takes longer than a frame */
  gboolean         is_last;     /* @picture is of where the map comes to rest */
  gint             is_painting; /* atomic */
};

static void
scout_unref (AtlasItemScout *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  atlas_item_picture_clear (&self->picture);
  atlas_item_picture_clear (&self->retired);
  atlas_item_picture_clear (&self->garbage);
  g_clear_pointer (&self->scene, atlas_map_scene_free);
  g_clear_object (&self->dataset);
  g_free (self);
}

static void
paint_in_thread (gpointer data,
                 gpointer user_data)
{
  static gboolean is_gentle = FALSE;
  AtlasItemScout *self = data;

#ifdef __linux__
  if (!is_gentle)
    setpriority (PRIO_PROCESS, 0, GENTLE); /* there: of this thread alone */
#endif
  is_gentle = TRUE;

  atlas_item_picture_clear (&self->garbage);
  atlas_item_picture_fill (&self->picture, self->scene);
  g_atomic_int_set (&self->is_painting, FALSE);
  scout_unref (self);
}

/* One thread for all: a scene keeps to the one it was painted in first. */
static GThreadPool *
get_thread (void)
{
  static GThreadPool *pool = NULL;

  if (pool == NULL)
    pool = g_thread_pool_new (paint_in_thread, NULL, 1, TRUE, NULL);

  return pool;
}

AtlasItemScout *
atlas_item_scout_new (void)
{
  AtlasItemScout *self = g_new0 (AtlasItemScout, 1);

  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

void
atlas_item_scout_free (AtlasItemScout *self)
{
  scout_unref (self);
}

gboolean
atlas_item_scout_is_busy (AtlasItemScout *self)
{
  return g_atomic_int_get (&self->is_painting) || self->picture.surface != NULL;
}

/* What is seen from one frame to another, at the size of the smaller one: a picture that grows is better than one that has no
 * edges. */
static AtlasMapFrame
unite (const AtlasMapFrame *now,
       const AtlasMapFrame *ahead)
{
  AtlasMapFrame frame = now->zoom < ahead->zoom ? *now : *ahead;
  AtlasBox      box = atlas_box_union (atlas_map_frame_get_box (now, 0.0), atlas_map_frame_get_box (ahead, 0.0));
  double        size = frame.to_px.xx;

  frame.to_px.x0 = MARGIN - box.x0 * size;
  frame.to_px.y0 = MARGIN - box.y0 * size;
  frame.width = ceil ((box.x1 - box.x0) * size) + 2.0 * MARGIN;
  frame.height = ceil ((box.y1 - box.y0) * size) + 2.0 * MARGIN;

  return frame;
}

static AtlasMapFrame
widen (const AtlasMapFrame *last)
{
  AtlasMapFrame frame = *last;

  frame.to_px.x0 += LAST_MARGIN;
  frame.to_px.y0 += LAST_MARGIN;
  frame.width += 2.0 * LAST_MARGIN;
  frame.height += 2.0 * LAST_MARGIN;

  return frame;
}

void
atlas_item_scout_go (AtlasItemScout      *self,
                     AtlasMapScene       *scene,
                     const AtlasMapFrame *now,
                     const AtlasMapFrame *ahead,
                     gboolean             is_last,
                     int                  scale)
{
  if (atlas_item_scout_is_busy (self))
    return;

  if (self->scene == NULL || self->dataset != atlas_map_scene_get_dataset (scene))
    {
      g_clear_pointer (&self->scene, atlas_map_scene_free);
      g_set_object (&self->dataset, atlas_map_scene_get_dataset (scene));
      self->scene = atlas_map_scene_new (self->dataset);
    }
  atlas_map_scene_follow_scene (self->scene, scene);
  atlas_map_scene_set_scale (self->scene, scale);

  self->is_last = is_last;
  self->garbage = self->retired;
  self->retired = (AtlasItemPicture){ 0 };
  self->picture = (AtlasItemPicture){ NULL, is_last ? widen (ahead) : unite (now, ahead), atlas_map_scene_get_serial (scene), scale, 0 };
  self->picture.frame.covers = NULL; /* the caller's */
  self->picture.frame.n_covers = 0;
  self->is_painting = TRUE;
  g_atomic_ref_count_inc (&self->ref_count);
  g_thread_pool_push (get_thread (), self, NULL);
}

void
atlas_item_scout_report (AtlasItemScout      *self,
                         AtlasItemPicture    *picture,
                         AtlasMapScene       *scene,
                         const AtlasMapFrame *frame,
                         gboolean             has_landed)
{
  if (g_atomic_int_get (&self->is_painting) || self->picture.surface == NULL)
    return;

  if (self->picture.serial != atlas_map_scene_get_serial (scene))
    atlas_item_picture_clear (&self->picture);
  else if (has_landed || !self->is_last || atlas_item_picture_covers (&self->picture, frame))
    {
      atlas_item_picture_clear (&self->retired);
      self->retired = *picture;
      *picture = self->picture;
      self->picture.surface = NULL;
      self->picture.ink = NULL;
    }
}

void
atlas_item_scout_rest (AtlasItemScout *self)
{
  atlas_item_picture_clear (&self->retired);
}
