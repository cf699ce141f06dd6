// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-canvas-private.h"

#include <math.h>

static gboolean
is_id (gconstpointer one,
       gconstpointer two)
{
  return g_strcmp0 (one, two) == 0;
}

/* What should stay where it is when rows change: what the pointer is on or what is selected, if it is in view. */
static AtlasItem *
get_anchor (AtlasTimelineCanvas *self,
            double              *y)
{
  AtlasItem        *items[] = { atlas_session_get_hovered (self->session), atlas_session_get_selected (self->session) };
  AtlasTimelineView view = atlas_timeline_canvas_get_view (self);

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      const AtlasTimelineEntry *entry = atlas_timeline_canvas_lookup (self, items[i]);
      cairo_rectangle_t         box;

      if (entry == NULL)
        continue;

      box = atlas_timeline_layout_get_box (self->layout, &view, entry);
      *y = box.y;
      if (box.y >= 0.0 && box.y <= self->height && box.x + box.width >= 0.0 && box.x <= view.width)
        return items[i];
    }

  return NULL;
}

/* Where the middle of the view is: a lane and how far down in it. Rows change with the layout; this does not. */
static double
get_place (AtlasTimelineCanvas *self)
{
  double middle = gtk_adjustment_get_value (self->vadjustment) + self->height / 2.0;

  for (guint i = 0; self->layout != NULL && i < atlas_timeline_layout_get_n_lanes (self->layout); i++)
    {
      const AtlasTimelineLane *lane = atlas_timeline_layout_get_lane (self->layout, i);

      if (middle < lane->y + lane->height)
        return i + MAX (middle - lane->y, 0.0) / lane->height;
    }

  return 0.0;
}

static void
set_place (AtlasTimelineCanvas *self,
           double               place,
           gboolean             at_top)
{
  double                   height = atlas_timeline_layout_get_height (self->layout);
  const AtlasTimelineLane *lane = atlas_timeline_layout_get_lane (self->layout, (guint) place);
  double                   middle = lane != NULL ? lane->y + (place - floor (place)) * lane->height : 0.0;

  gtk_adjustment_configure (self->vadjustment, at_top ? 0.0 : CLAMP (middle - self->height / 2.0, 0.0, MAX (height - self->height, 0.0)),
                            0.0, MAX (height, self->height), 24.0, self->height * 0.9, self->height);
}

void
atlas_timeline_canvas_drop_layout (AtlasTimelineCanvas *self)
{
  atlas_timeline_maker_forget (self->maker);
  g_clear_pointer (&self->layout, atlas_timeline_layout_unref);
  g_clear_pointer (&self->order, g_array_unref);
}

void
atlas_timeline_canvas_ensure_layout (AtlasTimelineCanvas *self)
{
  AtlasDataset     *dataset = self->session != NULL ? atlas_session_get_dataset (self->session) : NULL;
  AtlasTimelineWish wish = { .dataset = dataset, .filter = self->filter, .grouping = self->grouping, .today = self->today, .height = self->height };

  if (self->dataset != dataset)
    atlas_timeline_canvas_drop_layout (self);
  g_set_object (&self->dataset, dataset);
  if (dataset == NULL || self->height <= 0.0 || atlas_timeline_axis_get_width (self->axis) <= 0.0)
    return;

  if (self->widths == NULL)
    self->widths = atlas_timeline_painter_create_widths (self->painter);
  wish.widths = self->widths;
  wish.language = atlas_session_get_language (self->session);
  wish.px_per_day = atlas_timeline_layout_get_bucket (atlas_timeline_axis_get_scale (self->axis).px_per_day);
  wish.line_height = atlas_timeline_painter_get_line_height (self->painter);
  wish.expanded = (const char *const *) self->expanded->pdata;
  atlas_timeline_maker_ask (self->maker, &wish);
}

/* The lane that has been expanded or folded stays under the pointer. */
static gboolean
keep_lane (AtlasTimelineCanvas *self)
{
  g_autofree char *kept = g_steal_pointer (&self->kept_lane);

  for (guint i = 0; kept != NULL && i < atlas_timeline_layout_get_n_lanes (self->layout); i++)
    {
      const AtlasTimelineLane *lane = atlas_timeline_layout_get_lane (self->layout, i);

      if (g_strcmp0 (kept, lane->id != NULL ? lane->id : "") != 0)
        continue;

      gtk_adjustment_set_value (self->vadjustment, lane->y - self->kept_y);
      return TRUE;
    }

  return FALSE;
}

void
atlas_timeline_canvas_take_layout (AtlasTimelineLayout *layout,
                                   GArray              *order,
                                   gpointer             canvas)
{
  AtlasTimelineCanvas *self = canvas;
  gboolean             first = self->layout == NULL;
  gboolean             at_top = gtk_adjustment_get_value (self->vadjustment) < 1.0;
  double               place = get_place (self);
  double               anchor_y = 0.0;
  AtlasItem           *anchor = get_anchor (self, &anchor_y);

  g_clear_pointer (&self->layout, atlas_timeline_layout_unref);
  g_clear_pointer (&self->order, g_array_unref);
  self->layout = atlas_timeline_layout_ref (layout);
  self->order = g_array_ref (order);

  set_place (self, place, at_top);
  if (!keep_lane (self) && atlas_timeline_canvas_lookup (self, anchor) != NULL)
    {
      AtlasTimelineView view = atlas_timeline_canvas_get_view (self);
      cairo_rectangle_t box = atlas_timeline_layout_get_box (self->layout, &view, atlas_timeline_canvas_lookup (self, anchor));

      gtk_adjustment_set_value (self->vadjustment, view.top + box.y - anchor_y);
    }
  if (first)
    atlas_timeline_canvas_reveal_row (self, atlas_session_get_selected (self->session));
  atlas_timeline_canvas_queue_sync (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
atlas_timeline_canvas_toggle_lane (AtlasTimelineCanvas *self,
                                   const char          *id)
{
  guint index = 0;

  g_return_if_fail (id != NULL);

  for (guint i = 0; self->layout != NULL && i < atlas_timeline_layout_get_n_lanes (self->layout); i++)
    {
      const AtlasTimelineLane *lane = atlas_timeline_layout_get_lane (self->layout, i);

      if (g_strcmp0 (id, lane->id != NULL ? lane->id : "") != 0)
        continue;

      g_free (self->kept_lane);
      self->kept_lane = g_strdup (id);
      self->kept_y = lane->y - gtk_adjustment_get_value (self->vadjustment);
    }

  if (g_ptr_array_find_with_equal_func (self->expanded, id, is_id, &index))
    g_ptr_array_remove_index (self->expanded, index);
  else
    g_ptr_array_insert (self->expanded, (int) self->expanded->len - 1, g_strdup (id));
  atlas_timeline_canvas_ensure_layout (self);
  atlas_timeline_canvas_sync (self);
}
