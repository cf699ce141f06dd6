// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-maker.h"

struct _AtlasTimelineMaker
{
  AtlasTimelineMadeFunc made;
  gpointer              user_data;
  AtlasTimelineWish    *wanted;  /* the newest; NULL: none */
  AtlasTimelineWish    *indexed; /* of the index; NULL: there is none */
  AtlasTimelineIndex   *index;
  GArray               *order;
  GCancellable         *running; /* of the one thread there is; NULL: there is none */
  gboolean              waiting; /* what is wanted waits for that thread */
};

/* One making: the wish, and what comes of it. It belongs to its task. */
typedef struct
{
  AtlasTimelineWish   *wish;
  AtlasTimelineIndex  *index;
  GArray              *order;
  AtlasTimelineLayout *layout;
} Job;

static AtlasTimelineWish *
wish_copy (const AtlasTimelineWish *wish)
{
  AtlasTimelineWish *copy = g_memdup2 (wish, sizeof *wish);

  g_object_ref (copy->dataset);
  copy->filter = wish->filter != NULL ? atlas_filter_ref (wish->filter) : NULL;
  copy->widths = atlas_text_widths_ref (wish->widths);
  copy->language = g_strdup (wish->language);
  copy->expanded = (const char *const *) g_strdupv ((char **) wish->expanded);

  return copy;
}

static void
wish_free (AtlasTimelineWish *wish)
{
  g_object_unref (wish->dataset);
  g_clear_pointer (&wish->filter, atlas_filter_unref);
  atlas_text_widths_unref (wish->widths);
  g_free ((char *) wish->language);
  g_strfreev ((char **) wish->expanded);
  g_free (wish);
}

/* Whether one index serves both. */
static gboolean
is_of_same_index (const AtlasTimelineWish *one,
                  const AtlasTimelineWish *two)
{
  return one != NULL && two != NULL && one->dataset == two->dataset && one->widths == two->widths && one->grouping == two->grouping &&
         one->today == two->today && g_strcmp0 (one->language, two->language) == 0 &&
         (one->filter == two->filter || (one->filter != NULL && two->filter != NULL && atlas_filter_equal (one->filter, two->filter)));
}

static gboolean
is_same (const AtlasTimelineWish *one,
         const AtlasTimelineWish *two)
{
  const char *const none[] = { NULL };

  return is_of_same_index (one, two) && one->px_per_day == two->px_per_day && one->height == two->height && one->line_height == two->line_height &&
         g_strv_equal (one->expanded != NULL ? one->expanded : none, two->expanded != NULL ? two->expanded : none);
}

static Job *
job_new (AtlasTimelineMaker *self)
{
  Job *job = g_new0 (Job, 1);

  job->wish = wish_copy (self->wanted);
  if (is_of_same_index (self->wanted, self->indexed))
    {
      job->index = atlas_timeline_index_ref (self->index);
      job->order = g_array_ref (self->order);
    }

  return job;
}

static void
job_free (Job *job)
{
  wish_free (job->wish);
  g_clear_pointer (&job->index, atlas_timeline_index_unref);
  g_clear_pointer (&job->order, g_array_unref);
  g_clear_pointer (&job->layout, atlas_timeline_layout_unref);
  g_free (job);
}

/* The positions of what the layout has, in date order, which is the dataset's. */
static GArray *
list_order (AtlasTimelineLayout *layout,
            AtlasDataset        *dataset)
{
  guint   n = atlas_dataset_get_n_items (dataset);
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), MIN (n, atlas_timeline_layout_get_n_entries (layout)));

  for (guint i = 0; i < n; i++)
    if (atlas_timeline_layout_lookup (layout, i) != NULL)
      g_array_append_val (order, i);

  return order;
}

static guint64
get_expanded_bits (const Job *job)
{
  guint64 bits = 0;

  for (guint i = 0; job->wish->expanded != NULL && i < MIN (atlas_timeline_index_get_n_lanes (job->index), 64); i++)
    {
      const char *id = atlas_timeline_index_get_lane_id (job->index, i);

      if (g_strv_contains (job->wish->expanded, id != NULL ? id : ""))
        bits |= (guint64) 1 << i;
    }

  return bits;
}

static void
job_run (Job          *job,
         GCancellable *cancellable)
{
  const AtlasTimelineWish *wish = job->wish;
  AtlasTimelineSpec        spec = { .px_per_day = wish->px_per_day, .height = wish->height, .line_height = wish->line_height };

  if (job->index == NULL)
    {
      AtlasTimelineIndexSpec index_spec = { wish->grouping, wish->filter, wish->widths, wish->language, wish->today };

      job->index = atlas_timeline_index_new (wish->dataset, &index_spec);
    }
  if (g_cancellable_is_cancelled (cancellable))
    return;

  spec.index = job->index;
  spec.expanded = get_expanded_bits (job);
  job->layout = atlas_timeline_layout_new (&spec);
  if (job->order == NULL)
    job->order = list_order (job->layout, wish->dataset);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  job_run (data, cancellable);
  g_task_return_boolean (task, TRUE);
}

static void
take (AtlasTimelineMaker *self,
      Job                *job)
{
  if (!is_of_same_index (job->wish, self->indexed))
    {
      g_clear_pointer (&self->indexed, wish_free);
      g_clear_pointer (&self->index, atlas_timeline_index_unref);
      g_clear_pointer (&self->order, g_array_unref);
      self->indexed = wish_copy (job->wish);
      self->index = atlas_timeline_index_ref (job->index);
      self->order = g_array_ref (job->order);
    }

  self->made (job->layout, self->order, self->user_data);
}

static void start_thread (AtlasTimelineMaker *self);

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  AtlasTimelineMaker *self = user_data;
  Job                *job = g_task_get_task_data (G_TASK (result));

  g_clear_object (&self->running);
  /* Of the same items at another zoom it is nearer to what is wanted than what there is. */
  if (job->layout != NULL && is_of_same_index (job->wish, self->wanted))
    take (self, job);
  if (self->waiting && self->running == NULL)
    start_thread (self);

  g_rc_box_release (self);
}

static void
start_thread (AtlasTimelineMaker *self)
{
  g_autoptr (GTask) task = NULL;

  self->waiting = FALSE;
  self->running = g_cancellable_new ();
  task = g_task_new (NULL, self->running, done_cb, g_rc_box_acquire (self));
  g_task_set_source_tag (task, start_thread);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job_new (self), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_in_thread);
}

AtlasTimelineMaker *
atlas_timeline_maker_new (AtlasTimelineMadeFunc made,
                          gpointer              user_data)
{
  AtlasTimelineMaker *self = g_rc_box_new0 (AtlasTimelineMaker);

  self->made = made;
  self->user_data = user_data;

  return self;
}

void
atlas_timeline_maker_free (AtlasTimelineMaker *self)
{
  g_return_if_fail (self != NULL);

  atlas_timeline_maker_forget (self);
  g_rc_box_release (self); /* a thread that still runs holds it too */
}

void
atlas_timeline_maker_ask (AtlasTimelineMaker      *self,
                          const AtlasTimelineWish *wish)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (wish != NULL && wish->dataset != NULL && wish->widths != NULL);

  if (self->wanted != NULL && is_same (wish, self->wanted))
    return;

  /* Another zoom is waited for, since it may still serve; other items are not. */
  if (self->running != NULL && !is_of_same_index (wish, self->wanted))
    g_cancellable_cancel (self->running);
  g_clear_pointer (&self->wanted, wish_free);
  self->waiting = FALSE;
  self->wanted = wish_copy (wish);

  if (atlas_dataset_get_n_items (wish->dataset) <= ATLAS_TIMELINE_LARGE)
    {
      Job *job = job_new (self);

      job_run (job, NULL);
      take (self, job);
      job_free (job);
    }
  else if (self->running == NULL)
    {
      start_thread (self);
    }
  else
    {
      self->waiting = TRUE;
    }
}

void
atlas_timeline_maker_forget (AtlasTimelineMaker *self)
{
  g_cancellable_cancel (self->running);
  self->waiting = FALSE;
  g_clear_pointer (&self->wanted, wish_free);
  g_clear_pointer (&self->indexed, wish_free);
  g_clear_pointer (&self->index, atlas_timeline_index_unref);
  g_clear_pointer (&self->order, g_array_unref);
}

gboolean
atlas_timeline_maker_is_busy (AtlasTimelineMaker *self)
{
  return self->wanted != NULL && self->running != NULL;
}
