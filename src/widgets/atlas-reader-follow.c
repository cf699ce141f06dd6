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

/* The time it speaks of, as a clock can show it. */
static AtlasTimeSpan
get_clock (AtlasReader        *self,
           const AtlasPassage *passage)
{
  AtlasTimeSpan span;

  if (self->times == NULL || atlas_passage_times_get_report (self->times) != atlas_dataset_get_report (self->text->dataset))
    {
      g_clear_pointer (&self->times, atlas_passage_times_unref);
      self->times = atlas_passage_times_new (self->text->dataset);
    }

  span = atlas_passage_times_get_span (self->times, passage);
  if (atlas_time_span_is_empty (span) || span.begin == G_MININT)
    return ATLAS_TIME_SPAN_NONE;

  for (guint unit = ATLAS_TIME_UNIT_DAY; unit <= ATLAS_TIME_UNIT_YEAR; unit++)
    if (atlas_time_span_equal (atlas_time_unit_around (unit, span.begin), span))
      return span;

  return atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, span.begin);
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
