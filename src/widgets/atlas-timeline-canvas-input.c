// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-canvas-private.h"

#include "atlas-timeline-brush.h"

#include <glib/gi18n-lib.h>

/* px */
#define TOLERANCE 6.0
#define GRIP 5.0 /* how near the playhead the pointer takes it */

#define PRESS_ZOOM 2.5 /* of two presses where nothing is */

const AtlasTimelineEntry *
atlas_timeline_canvas_hit (AtlasTimelineCanvas *self,
                           double               x,
                           double               y)
{
  AtlasTimelineView view = atlas_timeline_canvas_get_view (self);

  if (self->layout == NULL || x < ATLAS_TIMELINE_GUTTER)
    return NULL;

  return atlas_timeline_layout_hit (self->layout, &view, x - ATLAS_TIMELINE_GUTTER, y, TOLERANCE);
}

static const AtlasTimelineCluster *
hit_cluster (AtlasTimelineCanvas *self,
             double               x,
             double               y)
{
  AtlasTimelineView view = atlas_timeline_canvas_get_view (self);

  if (self->layout == NULL || x < ATLAS_TIMELINE_GUTTER)
    return NULL;

  return atlas_timeline_layout_hit_cluster (self->layout, &view, x - ATLAS_TIMELINE_GUTTER, y, 1.0);
}

/* So near the playhead, or the line of the comparison, that no item is nearer. */
static AtlasTimelineHandle
pick_handle (GtkWidget *widget,
             double     x,
             double     y)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (widget);

  if (atlas_timeline_canvas_hit (self, x, y) != NULL || hit_cluster (self, x, y) != NULL)
    return ATLAS_TIMELINE_HANDLE_NONE;

  return atlas_timeline_axis_find_handle (self->axis, x - ATLAS_TIMELINE_GUTTER, GRIP);
}

static void
pressed_cb (GtkGestureClick     *gesture,
            int                  n_press,
            double               x,
            double               y,
            AtlasTimelineCanvas *self)
{
  if (atlas_timeline_gesture_is_taken (GTK_GESTURE (gesture)))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
released_cb (GtkGestureClick     *gesture,
             int                  n_press,
             double               x,
             double               y,
             AtlasTimelineCanvas *self)
{
  const AtlasTimelineCluster *cluster = hit_cluster (self, x, y);
  const AtlasTimelineEntry   *entry = cluster == NULL ? atlas_timeline_canvas_hit (self, x, y) : NULL;

  if (self->session == NULL || x < ATLAS_TIMELINE_GUTTER)
    return;

  if (cluster != NULL && n_press == 1)
    {
      atlas_timeline_canvas_open (self, cluster);
    }
  else if (entry != NULL && n_press == 1)
    {
      atlas_timeline_canvas_focus_item (self, entry->item);
      atlas_session_select (self->session, entry->item);
    }
  else if (entry != NULL && n_press == 2)
    {
      atlas_timeline_canvas_fit_item (self, entry->item);
    }
  else if (cluster == NULL && n_press == 2)
    {
      AtlasTimeScale aim = atlas_timeline_axis_get_aim (self->axis);

      atlas_timeline_axis_glide_to (self->axis, atlas_time_scale_zoom (&aim, x - ATLAS_TIMELINE_GUTTER, PRESS_ZOOM));
    }
}

/* Lights the cluster that the pointer is on. */
static void
set_pointed (AtlasTimelineCanvas        *self,
             const AtlasTimelineCluster *cluster) /* (nullable) */
{
  AtlasTimelineCluster pointed = cluster != NULL ? *cluster : (AtlasTimelineCluster){ 0 };

  if (pointed.count != self->pointed.count || pointed.lane != self->pointed.lane || !atlas_time_span_equal (pointed.days, self->pointed.days))
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->pointed = pointed;
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           AtlasTimelineCanvas      *self)
{
  const AtlasTimelineCluster *cluster = hit_cluster (self, x, y);
  const AtlasTimelineEntry   *entry = NULL;
  GdkModifierType             state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (self->session == NULL || state & GDK_BUTTON1_MASK)
    return;

  set_pointed (self, cluster);
  entry = cluster == NULL ? atlas_timeline_canvas_hit (self, x, y) : NULL;
  atlas_session_set_hovered (self->session, entry != NULL ? entry->item : NULL);
  if (entry != NULL || cluster != NULL)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  else
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), pick_handle (GTK_WIDGET (self), x, y) != ATLAS_TIMELINE_HANDLE_NONE ? "ew-resize" : NULL);
}

static void
leave_cb (GtkEventControllerMotion *controller,
          AtlasTimelineCanvas      *self)
{
  set_pointed (self, NULL);
  if (self->session != NULL)
    atlas_session_set_hovered (self->session, NULL);
}

/* The light that the focus had put on an item goes with it. */
static void
unfocus_cb (GtkEventControllerFocus *controller,
            AtlasTimelineCanvas     *self)
{
  if (self->session != NULL)
    atlas_session_set_hovered (self->session, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Title, dates in words, and how far it has come at the clock. (transfer full) */
static char *
describe (AtlasTimelineCanvas *self,
          AtlasItem           *item)
{
  const char      *name = atlas_item_get_name (item, atlas_session_get_language (self->session));
  g_autofree char *dates = atlas_edtf_to_words (&atlas_item_get_when (item)->edtf);
  AtlasStatus      status = ATLAS_STATUS_NONE;
  const char      *status_name = NULL;
  g_autofree char *clock = NULL;

  if (atlas_session_get_clock_mode (self->session) != ATLAS_CLOCK_ALL)
    status = atlas_item_get_status_in (item, atlas_session_get_clock (self->session));
  status_name = atlas_kind_get_status_name (atlas_item_get_kind (item), status);
  if (*status_name == '\0')
    return g_strdup_printf ("%s\n%s", name, dates);

  clock = atlas_time_span_to_words (atlas_session_get_clock (self->session));

  /* Translators: an item's title, its dates, then the clock's date and what the item was on it: "June 2006: operating". */
  return g_strdup_printf (_ ("%s\n%s\n%s: %s"), name, dates, clock, status_name);
}

static gboolean
query_tooltip_cb (AtlasTimelineCanvas *self,
                  int                  x,
                  int                  y,
                  gboolean             keyboard,
                  GtkTooltip          *tooltip)
{
  const AtlasTimelineCluster *cluster = NULL;
  const AtlasTimelineEntry   *entry = NULL;
  g_autofree char            *text = NULL;

  if (self->layout == NULL)
    return FALSE;

  if (keyboard)
    entry = atlas_timeline_canvas_lookup (self, atlas_timeline_canvas_get_focus_item (self));
  else
    cluster = hit_cluster (self, x, y);
  if (!keyboard && cluster == NULL)
    entry = atlas_timeline_canvas_hit (self, x, y);

  if (cluster != NULL)
    text = atlas_timeline_cluster_to_lines (self->layout, cluster, atlas_session_get_language (self->session));
  else if (entry != NULL)
    text = describe (self, entry->item);
  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

void
atlas_timeline_canvas_add_controllers (AtlasTimelineCanvas *self)
{
  GtkWidget          *widget = GTK_WIDGET (self);
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (unfocus_cb), self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);

  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, motion);
  atlas_timeline_axis_add_scrubbing (self->axis, widget, pick_handle);
  atlas_timeline_brush_add_to (atlas_timeline_brush_get (self->axis), widget, NULL);
}
