// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reader-private.h"

/* Reading has come to rest after this long, ms. */
#define REST 350
/* The program has done scrolling after this long, µs. */
#define STAND_STILL (600 * 1000)

/* Where what a passage mentions lies, in degrees. Only the mentions that have a place. */
static AtlasBox
get_box (AtlasReader        *self,
         const AtlasPassage *passage)
{
  AtlasBox box = { 1.0, 1.0, 0.0, 0.0 };

  for (guint i = 0; i < passage->spans->len; i++)
    {
      const AtlasReportSpan *span = g_ptr_array_index (passage->spans, i);
      AtlasItem             *item = span->item_id != NULL ? atlas_dataset_lookup (self->text->dataset, span->item_id) : NULL;
      AtlasGeometry         *geometry = item != NULL ? atlas_item_get_geometry (item) : NULL;
      AtlasBox               own;

      if (geometry == NULL)
        continue;
      own = atlas_geometry_get_lonlat_box (geometry);
      box = atlas_box_is_empty (box) ? own : atlas_box_union (box, own);
    }

  return box;
}

/* How much of what a passage dates lies in the year of @day. */
static float
get_weight (const AtlasPassageTime *dates,
            guint                   n_dates,
            int                     day)
{
  AtlasTimeSpan year = atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, day);
  float         weight = 0.0F;

  for (guint i = 0; i < n_dates; i++)
    if (year.begin <= dates[i].days.begin && dates[i].days.begin < year.end)
      weight += dates[i].weight;

  return weight;
}

/* The year that it speaks of most, the earliest of equals; empty: it speaks of no time. */
static AtlasTimeSpan
get_clock (AtlasReader        *self,
           const AtlasPassage *passage)
{
  const AtlasPassageTime *dates = NULL;
  guint                   n_dates = 0;
  float                   most = 0.0F;
  AtlasTimeSpan           clock = ATLAS_TIME_SPAN_NONE;

  if (self->times == NULL || atlas_passage_times_get_report (self->times) != atlas_dataset_get_report (self->text->dataset))
    {
      g_clear_pointer (&self->times, atlas_passage_times_unref);
      self->times = atlas_passage_times_new (self->text->dataset);
    }

  dates = atlas_passage_times_get_dates (self->times, passage, &n_dates);
  for (guint i = 0; i < n_dates; i++)
    {
      float weight = dates[i].days.begin != G_MININT ? get_weight (dates, n_dates, dates[i].days.begin) : 0.0F;

      if (weight > most + 0.001F)
        {
          most = weight;
          clock = atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, dates[i].days.begin);
        }
    }

  return clock;
}

static gboolean
follow_cb (gpointer user_data)
{
  AtlasReader        *self = user_data;
  const AtlasPassage *passage = atlas_reader_text_find_passage (self->text, atlas_reader_get_place (self));
  AtlasBox            box;

  self->following = 0;
  if (passage == NULL || g_strcmp0 (passage->id, atlas_session_get_passage (self->session)) == 0)
    return G_SOURCE_REMOVE;

  box = get_box (self, passage);
  self->telling = TRUE;
  atlas_session_read_on (self->session, passage->id, get_clock (self, passage));
  if (!atlas_box_is_empty (box))
    atlas_session_request_fit (self->session, box);
  self->telling = FALSE;
  gtk_widget_queue_draw (self->view);

  return G_SOURCE_REMOVE;
}

/* What scrolls now is the program: nobody reads on. */
void
atlas_reader_stand_still (AtlasReader *self)
{
  self->moved = g_get_monotonic_time () + STAND_STILL;
}

void
atlas_reader_follow_scrolled (AtlasReader *self)
{
  if (!self->follow || g_get_monotonic_time () < self->moved || self->text == NULL || self->session == NULL || atlas_session_get_restoring (self->session))
    return;

  g_clear_handle_id (&self->following, g_source_remove);
  self->following = g_timeout_add (REST, follow_cb, self);
}

void
atlas_reader_follow_stop (AtlasReader *self)
{
  g_clear_handle_id (&self->following, g_source_remove);
}
