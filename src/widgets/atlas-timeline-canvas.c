// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-canvas-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define NAMES_A_FRAME 24 /* that are shaped; the others wait */
#define MIN_LANES 90     /* px */
#define NATURAL_LANES 200

G_DEFINE_FINAL_TYPE (AtlasTimelineCanvas, atlas_timeline_canvas, GTK_TYPE_WIDGET)

AtlasTimelineView
atlas_timeline_canvas_get_view (AtlasTimelineCanvas *self)
{
  AtlasTimelineView view = { .height = self->height };

  view.scale = atlas_timeline_axis_get_scale (self->axis);
  view.width = atlas_timeline_axis_get_width (self->axis);
  view.top = gtk_adjustment_get_value (self->vadjustment);

  return view;
}

static AtlasVisibility
get_visibility (AtlasItem *item,
                gpointer   user_data)
{
  AtlasSession   *session = user_data;
  AtlasVisibility visibility = atlas_session_get_visibility (session, item, NULL);

  /* Of two dates that are compared, both count. */
  if (visibility == ATLAS_VISIBILITY_HINT && atlas_session_is_comparing (session))
    visibility = atlas_session_get_visibility_at (session, item, atlas_session_get_comparison (session), NULL);

  return visibility;
}

/* Items outside the window are hinted at, so that rows do not move while it is drawn: the layout is of the rest. */
static void
take_filter (AtlasTimelineCanvas *self)
{
  AtlasFilter  *filter = atlas_session_get_filter (self->session);
  AtlasTimeSpan window = atlas_filter_get_window (filter);
  g_autoptr (AtlasFilter) all = atlas_filter_new ();
  g_autoptr (AtlasFilter) rest = atlas_filter_with_window (filter, ATLAS_TIME_SPAN_NONE);

  g_clear_pointer (&self->window, atlas_filter_unref);
  if (!atlas_time_span_is_empty (window))
    self->window = atlas_filter_with_window (all, window);
  if (self->filter != NULL && atlas_filter_equal (self->filter, rest))
    return;

  g_clear_pointer (&self->filter, atlas_filter_unref);
  self->filter = g_steal_pointer (&rest);
}

static void
filter_changed_cb (AtlasTimelineCanvas *self)
{
  take_filter (self);
  atlas_timeline_canvas_ensure_layout (self);
  atlas_timeline_canvas_queue_sync (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
dataset_changed_cb (AtlasTimelineCanvas *self)
{
  atlas_timeline_canvas_drop_layout (self);
  self->focus_position = G_MAXUINT;
  self->today = atlas_day_today ();
  g_ptr_array_set_size (self->expanded, 0);
  g_ptr_array_add (self->expanded, NULL);
  atlas_timeline_painter_set_language (self->painter, atlas_session_get_language (self->session));
  filter_changed_cb (self);
}

static void
language_changed_cb (AtlasTimelineCanvas *self)
{
  atlas_timeline_painter_set_language (self->painter, atlas_session_get_language (self->session));
  atlas_timeline_canvas_ensure_layout (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
selected_changed_cb (AtlasTimelineCanvas *self)
{
  AtlasItem *selected = atlas_session_get_selected (self->session);

  if (selected != NULL)
    {
      self->focus_position = atlas_dataset_get_position (atlas_session_get_dataset (self->session), selected);
      /* A state that is restored says itself which days are in view. */
      if (atlas_session_get_restoring (self->session))
        atlas_timeline_canvas_reveal_row (self, selected);
      else
        atlas_timeline_canvas_reveal (self, selected);
    }
  for (guint i = 0; i < self->n_used; i++)
    {
      AtlasTimelineItem *item = g_ptr_array_index (self->items, i);

      atlas_timeline_item_set_selected (item, atlas_timeline_item_get_item (item) == selected);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
reveal_requested_cb (AtlasTimelineCanvas *self,
                     AtlasItem           *item)
{
  atlas_timeline_canvas_reveal (self, item);
}

static void
scrolled_cb (AtlasTimelineCanvas *self)
{
  atlas_timeline_canvas_queue_sync (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
axis_changed_cb (AtlasTimelineCanvas *self)
{
  /* Of another atlas the axis hears first; the layout waits until the canvas has. */
  if (self->session == NULL || atlas_session_get_dataset (self->session) != self->dataset)
    return;

  atlas_timeline_canvas_ensure_layout (self);
  atlas_timeline_canvas_queue_sync (self);
}

static void
atlas_timeline_canvas_css_changed (GtkWidget         *widget,
                                   GtkCssStyleChange *change)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (widget);
  guint                serial = pango_context_get_serial (gtk_widget_get_pango_context (widget));

  GTK_WIDGET_CLASS (atlas_timeline_canvas_parent_class)->css_changed (widget, change);

  if (serial != self->font_serial)
    {
      self->font_serial = serial;
      atlas_timeline_painter_set_language (self->painter, self->session != NULL ? atlas_session_get_language (self->session) : NULL);
      g_clear_pointer (&self->widths, atlas_text_widths_unref);
      gtk_widget_queue_resize (widget);
    }
  gtk_widget_queue_draw (widget);
}

static gboolean
draw_again_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  gtk_widget_queue_draw (widget);

  return G_SOURCE_REMOVE;
}

/* The lanes are painted on a picture: hundreds of small ones are copied there, which a recording would keep one by one. */
static void
append_picture (AtlasTimelineCanvas      *self,
                GtkSnapshot              *snapshot,
                const AtlasTimelineFrame *frame)
{
  int              width = gtk_widget_get_width (GTK_WIDGET (self));
  int              height = gtk_widget_get_height (GTK_WIDGET (self));
  int              scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_t         *cr = NULL;
  gboolean         is_complete = TRUE;

  cairo_surface_set_device_scale (picture, scale, scale);
  cr = cairo_create (picture);
  is_complete = atlas_timeline_painter_paint_lanes (self->painter, cr, frame);
  cairo_destroy (cr);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_set_source_surface (cr, picture, 0.0, 0.0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);

  if (!is_complete)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), draw_again_cb, NULL, NULL); /* some names wait for the next frame */
}

static void
atlas_timeline_canvas_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (widget);
  AtlasTimelineFrame   frame = { 0 };
  GtkWidget           *focus = gtk_widget_get_focus_child (widget);

  if (self->layout == NULL)
    return;

  frame = atlas_timeline_axis_get_frame (self->axis, widget, self->height);
  frame.layout = self->layout;
  frame.view = atlas_timeline_canvas_get_view (self);
  frame.selected = atlas_session_get_selected (self->session);
  frame.pointed = self->pointed;
  frame.hovered = atlas_session_get_hovered (self->session);
  if (focus != NULL && ATLAS_IS_TIMELINE_ITEM (focus) && gtk_widget_has_visible_focus (focus))
    frame.focused = atlas_timeline_item_get_item (ATLAS_TIMELINE_ITEM (focus));
  frame.visibility = get_visibility;
  frame.user_data = self->session;

  append_picture (self, snapshot, &frame);
  for (guint i = 0; i < self->n_headings; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->headings, i), snapshot);
  if (focus != NULL && ATLAS_IS_TIMELINE_GROUP (focus))
    gtk_widget_snapshot_child (widget, focus, snapshot); /* the ring of the focus is all it draws */
}

static void
atlas_timeline_canvas_measure (GtkWidget     *widget,
                               GtkOrientation orientation,
                               int            for_size,
                               int           *minimum,
                               int           *natural,
                               int           *minimum_baseline,
                               int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : MIN_LANES;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : NATURAL_LANES;
}

static void
atlas_timeline_canvas_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (widget);

  self->height = MAX (height, 1);
  atlas_timeline_axis_set_width (self->axis, MAX (width - ATLAS_TIMELINE_GUTTER, 1.0));
  gtk_adjustment_set_page_size (self->vadjustment, self->height);
  atlas_timeline_canvas_ensure_layout (self);
  atlas_timeline_canvas_allocate_headings (self);
  atlas_timeline_canvas_allocate_items (self);
}

static gboolean
focus_any_item (AtlasTimelineCanvas *self)
{
  AtlasItem *item = atlas_timeline_canvas_get_focus_item (self);

  return item != NULL && atlas_timeline_canvas_focus_item (self, item);
}

/* Two stops of the tab order: the items, then the headings of the lanes. Inside, the keys move. */
static gboolean
atlas_timeline_canvas_focus (GtkWidget       *widget,
                             GtkDirectionType direction)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (widget);
  gboolean             in_items = gtk_widget_get_focus_child (widget) != NULL && atlas_timeline_canvas_get_focus_heading (self) == NULL;
  gboolean             in_headings = atlas_timeline_canvas_get_focus_heading (self) != NULL;

  if (direction == GTK_DIR_TAB_FORWARD)
    return !in_headings && ((!in_items && focus_any_item (self)) || atlas_timeline_canvas_focus_heading (self, 0));
  if (direction == GTK_DIR_TAB_BACKWARD)
    return !in_items && ((!in_headings && atlas_timeline_canvas_focus_heading (self, 0)) || focus_any_item (self));

  return !in_items && !in_headings && focus_any_item (self);
}

static gboolean
atlas_timeline_canvas_grab_focus (GtkWidget *widget)
{
  return gtk_widget_get_focus_child (widget) != NULL || focus_any_item (ATLAS_TIMELINE_CANVAS (widget));
}

static void
atlas_timeline_canvas_dispose (GObject *object)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (object);
  GtkWidget           *child = NULL;

  g_clear_handle_id (&self->sync_source, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->dataset);
  if (self->maker != NULL)
    atlas_timeline_canvas_drop_layout (self);
  g_clear_pointer (&self->maker, atlas_timeline_maker_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->items, 0);
  g_ptr_array_set_size (self->groups, 0);
  g_ptr_array_set_size (self->headings, 0);
  self->n_used = self->n_groups = self->n_headings = 0;

  G_OBJECT_CLASS (atlas_timeline_canvas_parent_class)->dispose (object);
}

static void
atlas_timeline_canvas_finalize (GObject *object)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (object);

  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->expanded);
  g_clear_pointer (&self->filter, atlas_filter_unref);
  g_clear_pointer (&self->window, atlas_filter_unref);
  g_clear_pointer (&self->widths, atlas_text_widths_unref);
  g_free (self->kept_lane);
  g_object_unref (self->vadjustment);
  g_clear_object (&self->axis);
  g_clear_pointer (&self->painter, atlas_timeline_painter_free);

  G_OBJECT_CLASS (atlas_timeline_canvas_parent_class)->finalize (object);
}

static void
atlas_timeline_canvas_class_init (AtlasTimelineCanvasClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_timeline_canvas_dispose;
  object_class->finalize = atlas_timeline_canvas_finalize;
  widget_class->css_changed = atlas_timeline_canvas_css_changed;
  widget_class->snapshot = atlas_timeline_canvas_snapshot;
  widget_class->measure = atlas_timeline_canvas_measure;
  widget_class->size_allocate = atlas_timeline_canvas_size_allocate;
  widget_class->focus = atlas_timeline_canvas_focus;
  widget_class->grab_focus = atlas_timeline_canvas_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "atlas-timeline-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
atlas_timeline_canvas_init (AtlasTimelineCanvas *self)
{
  static const struct
  {
    const char *signal;
    GCallback   callback;
  } handlers[] = {
    { "notify::dataset", G_CALLBACK (dataset_changed_cb) },
    { "notify::filter", G_CALLBACK (filter_changed_cb) },
    { "notify::language", G_CALLBACK (language_changed_cb) },
    { "notify::selected", G_CALLBACK (selected_changed_cb) },
    { "notify::hovered", G_CALLBACK (gtk_widget_queue_draw) },
  };

  self->items = g_ptr_array_new ();
  self->groups = g_ptr_array_new ();
  self->headings = g_ptr_array_new ();
  self->expanded = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->expanded, NULL);
  self->maker = atlas_timeline_maker_new (atlas_timeline_canvas_take_layout, self);
  self->today = atlas_day_today ();
  self->focus_position = G_MAXUINT;
  self->painter = atlas_timeline_painter_new (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  atlas_timeline_painter_set_patience (self->painter, NAMES_A_FRAME);
  self->vadjustment = g_object_ref_sink (gtk_adjustment_new (0.0, 0.0, 0.0, 24.0, 100.0, 0.0));
  g_signal_connect_object (self->vadjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_group_connect_object (self->session_signals, handlers[i].signal, handlers[i].callback, self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "items-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "reveal-requested", G_CALLBACK (reveal_requested_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Items by date"), -1);
}

GtkWidget *
atlas_timeline_canvas_new (AtlasTimelineAxis *axis)
{
  AtlasTimelineCanvas *self = g_object_new (ATLAS_TYPE_TIMELINE_CANVAS, NULL);

  self->axis = g_object_ref (axis);
  atlas_timeline_axis_add_controllers (axis, GTK_WIDGET (self));
  atlas_timeline_axis_set_rows (axis, self->vadjustment, GTK_WIDGET (self));
  g_signal_connect_object (axis, "changed", G_CALLBACK (axis_changed_cb), self, G_CONNECT_SWAPPED);
  atlas_timeline_canvas_add_controllers (self);

  return GTK_WIDGET (self);
}

void
atlas_timeline_canvas_set_session (AtlasTimelineCanvas *self,
                                   AtlasSession        *session)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_CANVAS (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  atlas_timeline_canvas_drop_layout (self);
  if (session != NULL)
    dataset_changed_cb (self);
  else
    atlas_timeline_canvas_queue_sync (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkAdjustment *
atlas_timeline_canvas_get_vadjustment (AtlasTimelineCanvas *self)
{
  return self->vadjustment;
}

AtlasTimelineGrouping
atlas_timeline_canvas_get_grouping (AtlasTimelineCanvas *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE_CANVAS (self), ATLAS_TIMELINE_BY_THEME);

  return self->grouping;
}

void
atlas_timeline_canvas_set_grouping (AtlasTimelineCanvas  *self,
                                    AtlasTimelineGrouping grouping)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_CANVAS (self));
  g_return_if_fail (grouping < ATLAS_N_TIMELINE_GROUPINGS);

  if (self->grouping == grouping)
    return;

  self->grouping = grouping;
  atlas_timeline_canvas_fold_lanes (self);
}

void
atlas_timeline_canvas_fold_lanes (AtlasTimelineCanvas *self)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_CANVAS (self));

  g_ptr_array_set_size (self->expanded, 0);
  g_ptr_array_add (self->expanded, NULL);
  atlas_timeline_canvas_ensure_layout (self);
}
