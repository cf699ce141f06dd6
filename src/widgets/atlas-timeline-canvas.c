// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-canvas-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define MIN_LANES 90 /* px of lanes below the ruler */
#define NATURAL_LANES 200

G_DEFINE_FINAL_TYPE (AtlasTimelineCanvas, atlas_timeline_canvas, GTK_TYPE_WIDGET)

AtlasTimelineView
atlas_timeline_canvas_get_view (AtlasTimelineCanvas *self)
{
  AtlasTimelineView view = { self->scale, self->width, self->height, gtk_adjustment_get_value (self->vadjustment) };

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

static void
write_range (AtlasTimelineCanvas *self)
{
  AtlasTimeSpan range = atlas_time_scale_get_range (&self->scale, self->width);

  if (self->session == NULL || atlas_time_span_equal (range, self->written))
    return;

  self->written = range;
  atlas_session_set_range (self->session, range);
}

void
atlas_timeline_canvas_set_scale (AtlasTimelineCanvas *self,
                                 AtlasTimeScale       scale)
{
  if (self->width <= 0.0 || atlas_time_span_is_empty (self->bounds))
    return;

  self->scale = atlas_time_scale_limit (&scale, self->bounds, self->width);
  atlas_timeline_canvas_ensure_layout (self);
  write_range (self);
  atlas_timeline_canvas_queue_sync (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Another atlas, filter or language: everything has to be laid out anew. */
static void
relayout (AtlasTimelineCanvas *self)
{
  self->stale = TRUE;
  atlas_timeline_canvas_ensure_layout (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_usable (AtlasTimeSpan range)
{
  return !atlas_time_span_is_empty (range) && range.begin != G_MININT && range.end != G_MAXINT;
}

static void
range_changed_cb (AtlasTimelineCanvas *self)
{
  AtlasTimeSpan range = atlas_session_get_range (self->session);

  /* Without an atlas there is nothing to be in: its range is taken up when it comes. */
  if (atlas_time_span_equal (range, self->written) || !is_usable (range) || atlas_time_span_is_empty (self->bounds))
    return;

  self->written = range;
  if (self->width <= 0.0)
    self->scale = atlas_time_scale_for_range (range, 1000.0);
  else if (atlas_session_get_restoring (self->session))
    atlas_timeline_canvas_glide_to (self, atlas_time_scale_for_range (range, self->width));
  else
    atlas_timeline_canvas_set_scale (self, atlas_time_scale_for_range (range, self->width));
}

static void
dataset_changed_cb (AtlasTimelineCanvas *self)
{
  AtlasDataset *dataset = atlas_session_get_dataset (self->session);

  g_clear_pointer (&self->layout, atlas_timeline_layout_free);
  self->focus_position = G_MAXUINT;
  self->bounds = dataset != NULL ? atlas_timeline_get_bounds (dataset, atlas_day_today ()) : ATLAS_TIME_SPAN_NONE;
  atlas_timeline_painter_set_language (self->painter, atlas_session_get_language (self->session));
  atlas_timeline_canvas_queue_sync (self);
  relayout (self);
  range_changed_cb (self);
}

static void
language_changed_cb (AtlasTimelineCanvas *self)
{
  atlas_timeline_painter_set_language (self->painter, atlas_session_get_language (self->session));
  relayout (self);
}

static void
clock_changed_cb (AtlasTimelineCanvas *self)
{
  AtlasTimeSpan clock = atlas_session_get_clock (self->session);
  AtlasTimeSpan comparison = atlas_session_get_comparison (self->session);

  g_clear_pointer (&self->clock_text, g_free);
  if (!atlas_time_span_is_empty (clock))
    self->clock_text = atlas_time_span_to_words (clock);
  g_clear_pointer (&self->comparison_text, g_free);
  if (!atlas_time_span_is_empty (comparison))
    self->comparison_text = atlas_time_span_to_words (comparison);
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
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The palette follows the colours of the theme: text lighter than its ground means a dark one. */
static void
choose_palette (AtlasTimelineCanvas *self)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  self->palette = atlas_palette_choose (0.3F * color.red + 0.6F * color.green + 0.1F * color.blue > 0.5F, self->high_contrast);
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
      self->stale = TRUE;
      gtk_widget_queue_resize (widget);
    }
  choose_palette (self);
}

static void
atlas_timeline_canvas_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (widget);
  AtlasTimelineFrame   frame = { .layout = self->layout, .palette = self->palette };
  GtkWidget           *focus = gtk_widget_get_focus_child (widget);
  cairo_t             *cr = NULL;

  if (self->layout == NULL)
    return;

  frame.view = atlas_timeline_canvas_get_view (self);
  frame.clock_mode = atlas_session_get_clock_mode (self->session);
  if (frame.clock_mode != ATLAS_CLOCK_ALL)
    {
      frame.clock = atlas_session_get_clock (self->session);
      frame.clock_text = self->clock_text;
      frame.comparison = atlas_session_get_comparison (self->session);
      frame.comparison_text = self->comparison_text;
    }
  frame.selected = atlas_session_get_selected (self->session);
  frame.hovered = atlas_session_get_hovered (self->session);
  if (focus != NULL && gtk_widget_has_visible_focus (focus))
    frame.focused = atlas_timeline_item_get_item (ATLAS_TIMELINE_ITEM (focus));
  frame.visibility = get_visibility;
  frame.user_data = self->session;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
  atlas_timeline_painter_paint (self->painter, cr, &frame);
  cairo_destroy (cr);
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
  int ruler = (int) ceil (atlas_timeline_painter_get_ruler_height (ATLAS_TIMELINE_CANVAS (widget)->painter));

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : ruler + MIN_LANES;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : ruler + NATURAL_LANES;
}

/* The days in view stay the same; only what a day takes changes. */
static void
atlas_timeline_canvas_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (widget);
  double               lanes = MAX (width - ATLAS_TIMELINE_GUTTER, 1.0);

  if (self->width <= 0.0 && self->session != NULL && is_usable (atlas_session_get_range (self->session)))
    self->scale = atlas_time_scale_for_range (atlas_session_get_range (self->session), lanes);
  else if (self->width > 0.0)
    self->scale.px_per_day *= lanes / self->width;

  self->width = lanes;
  self->height = MAX (height - atlas_timeline_painter_get_ruler_height (self->painter), 1.0);
  gtk_adjustment_set_page_size (self->vadjustment, self->height);
  atlas_timeline_canvas_ensure_layout (self);
  atlas_timeline_canvas_allocate_items (self);
}

static gboolean
atlas_timeline_canvas_focus (GtkWidget       *widget,
                             GtkDirectionType direction)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (widget);
  AtlasItem           *item = NULL;

  /* One stop of the tab order; inside, the keys move. */
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  item = atlas_timeline_canvas_get_focus_item (self);

  return item != NULL && atlas_timeline_canvas_focus_item (self, item);
}

static gboolean
atlas_timeline_canvas_grab_focus (GtkWidget *widget)
{
  return atlas_timeline_canvas_focus (widget, GTK_DIR_TAB_FORWARD) || gtk_widget_get_focus_child (widget) != NULL;
}

static void
atlas_timeline_canvas_dispose (GObject *object)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (object);
  GtkWidget           *child = NULL;

  atlas_timeline_canvas_stop (self);
  g_clear_handle_id (&self->sync_source, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->layout, atlas_timeline_layout_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->items, 0);
  self->n_used = 0;

  G_OBJECT_CLASS (atlas_timeline_canvas_parent_class)->dispose (object);
}

static void
atlas_timeline_canvas_finalize (GObject *object)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (object);

  g_ptr_array_unref (self->items);
  g_free (self->clock_text);
  g_free (self->comparison_text);
  g_object_unref (self->vadjustment);
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
    { "notify::filter", G_CALLBACK (relayout) },
    { "notify::range", G_CALLBACK (range_changed_cb) },
    { "notify::language", G_CALLBACK (language_changed_cb) },
    { "notify::clock", G_CALLBACK (clock_changed_cb) },
    { "notify::clock-mode", G_CALLBACK (clock_changed_cb) },
    { "notify::comparison", G_CALLBACK (clock_changed_cb) },
    { "notify::selected", G_CALLBACK (selected_changed_cb) },
    { "notify::hovered", G_CALLBACK (gtk_widget_queue_draw) },
  };

  self->items = g_ptr_array_new ();
  self->step = ATLAS_TIME_UNIT_MONTH;
  self->focus_position = G_MAXUINT;
  self->painter = atlas_timeline_painter_new (gtk_widget_get_pango_context (GTK_WIDGET (self)));
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
  atlas_timeline_canvas_add_controllers (self);
}

GtkWidget *
atlas_timeline_canvas_new (void)
{
  return g_object_new (ATLAS_TYPE_TIMELINE_CANVAS, NULL);
}

void
atlas_timeline_canvas_set_session (AtlasTimelineCanvas *self,
                                   AtlasSession        *session)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_CANVAS (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  g_clear_pointer (&self->layout, atlas_timeline_layout_free);
  self->written = ATLAS_TIME_SPAN_NONE;
  if (session != NULL)
    {
      dataset_changed_cb (self);
      range_changed_cb (self);
      clock_changed_cb (self);
    }
  else
    {
      atlas_timeline_canvas_queue_sync (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkAdjustment *
atlas_timeline_canvas_get_vadjustment (AtlasTimelineCanvas *self)
{
  return self->vadjustment;
}

void
atlas_timeline_canvas_set_step (AtlasTimelineCanvas *self,
                                AtlasTimeUnit        step)
{
  self->step = step;
}

void
atlas_timeline_canvas_set_high_contrast (AtlasTimelineCanvas *self,
                                         gboolean             high_contrast)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_CANVAS (self));

  self->high_contrast = high_contrast;
  choose_palette (self);
}
