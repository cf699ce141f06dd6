// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-strip-private.h"

#include "atlas-window-handle.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_HEIGHT 22    /* px */
#define TEXT_SIZE 0.88   /* of the flags, of other text */
#define LEADING 6        /* px over and under a line of text */
#define MAX_AT_ONCE 4000 /* items reckoned without a thread */
#define NEARLY 0.05      /* how far off a whole number a count may be to be told as one */

G_DEFINE_FINAL_TYPE (AtlasTimelineStrip, atlas_timeline_strip, GTK_TYPE_WIDGET)

AtlasTimelineView
atlas_timeline_strip_get_view (AtlasTimelineStrip *self)
{
  return (AtlasTimelineView){ atlas_timeline_axis_get_scale (self->axis), atlas_timeline_axis_get_width (self->axis),
                              gtk_widget_get_height (GTK_WIDGET (self)), 0.0 };
}

static void
take_density (AtlasTimelineStrip *self,
              AtlasDensity       *density)
{
  g_clear_pointer (&self->density, atlas_density_unref);
  self->density = density;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
reckoned_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (AtlasTimelineStrip) self = user_data;
  AtlasDensity *density = atlas_density_new_finish (result, NULL);

  if (density != NULL) /* not cancelled */
    take_density (self, density);
}

static void
cancel (AtlasTimelineStrip *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Where nothing but the window has changed, what happens is the same. */
static void
update_density (AtlasTimelineStrip *self)
{
  AtlasDataset *dataset = self->session != NULL ? atlas_session_get_dataset (self->session) : NULL;
  g_autoptr (AtlasFilter) filter = NULL;

  if (dataset == NULL)
    {
      cancel (self);
      self->dataset = NULL;
      take_density (self, NULL);
      return;
    }

  filter = atlas_filter_with_window (atlas_session_get_filter (self->session), ATLAS_TIME_SPAN_NONE);
  if (self->dataset == dataset && atlas_filter_equal (self->filter, filter))
    return;

  cancel (self);
  self->dataset = dataset;
  g_clear_pointer (&self->filter, atlas_filter_unref);
  self->filter = g_steal_pointer (&filter);
  if (atlas_dataset_get_n_items (dataset) <= MAX_AT_ONCE)
    take_density (self, atlas_density_new (dataset, self->filter));
  else
    {
      self->cancellable = g_cancellable_new ();
      atlas_density_new_async (dataset, self->filter, self->cancellable, reckoned_cb, g_object_ref (self));
    }
}

static void
place_handles (AtlasTimelineStrip *self,
               int                 height)
{
  AtlasTimelineView view = atlas_timeline_strip_get_view (self);
  AtlasTimeSpan     window = atlas_timeline_brush_get_window (self->brush);

  for (guint part = 0; part < ATLAS_N_TIME_BRUSH_PARTS; part++)
    {
      cairo_rectangle_t room = atlas_density_get_room (&view, window, part);

      if (gtk_widget_get_visible (self->handles[part]))
        gtk_widget_size_allocate (self->handles[part],
                                  &(GtkAllocation){ (int) (ATLAS_TIMELINE_GUTTER + room.x), 0, MAX ((int) room.width, 1), height }, -1);
    }
}

/* The axis may move while another part is being laid out: then it is too late to ask for a place. */
static void
axis_changed_cb (AtlasTimelineStrip *self)
{
  for (guint part = 0; part < ATLAS_N_TIME_BRUSH_PARTS; part++)
    atlas_window_handle_update (ATLAS_WINDOW_HANDLE (self->handles[part]));
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    place_handles (self, gtk_widget_get_height (GTK_WIDGET (self)));
}

static void
update_handles (AtlasTimelineStrip *self)
{
  gboolean shown = self->session != NULL && !atlas_time_span_is_empty (atlas_timeline_brush_get_window (self->brush));

  for (guint part = 0; part < ATLAS_N_TIME_BRUSH_PARTS; part++)
    {
      gtk_widget_set_visible (self->handles[part], shown);
      atlas_window_handle_update (ATLAS_WINDOW_HANDLE (self->handles[part]));
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
filter_changed_cb (AtlasTimelineStrip *self)
{
  update_density (self);
  update_handles (self);
}

/* What the pointer has taken has the focus too, so that keys go on where it left off. */
static void
brush_changed_cb (AtlasTimelineStrip *self)
{
  AtlasTimelineGrip dragged = atlas_timeline_brush_get_dragged (self->brush);

  for (guint part = 0; part < ATLAS_N_TIME_BRUSH_PARTS; part++)
    gtk_widget_set_has_tooltip (self->handles[part], dragged == ATLAS_TIMELINE_GRIP_NONE); /* flags tell more */
  if (dragged == ATLAS_TIMELINE_GRIP_GROUND)
    dragged = ATLAS_TIMELINE_GRIP_WHOLE;
  if (dragged != ATLAS_TIMELINE_GRIP_NONE && !gtk_widget_has_focus (self->handles[dragged]))
    gtk_widget_grab_focus (self->handles[dragged]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
atlas_timeline_strip_css_changed (GtkWidget         *widget,
                                  GtkCssStyleChange *change)
{
  AtlasTimelineStrip *self = ATLAS_TIMELINE_STRIP (widget);

  GTK_WIDGET_CLASS (atlas_timeline_strip_parent_class)->css_changed (widget, change);

  pango_layout_context_changed (self->text);
  gtk_widget_queue_resize (widget);
}

static void
atlas_timeline_strip_measure (GtkWidget     *widget,
                              GtkOrientation orientation,
                              int            for_size,
                              int           *minimum,
                              int           *natural,
                              int           *minimum_baseline,
                              int           *natural_baseline)
{
  AtlasTimelineStrip *self = ATLAS_TIMELINE_STRIP (widget);
  int                 height;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  pango_layout_set_text (self->text, "0", -1);
  pango_layout_get_pixel_size (self->text, NULL, &height);
  *minimum = *natural = MAX (MIN_HEIGHT, height + LEADING);
}

static void
atlas_timeline_strip_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  place_handles (ATLAS_TIMELINE_STRIP (widget), height);
}

static void
set_states (AtlasTimelineStrip *self,
            AtlasDensityFrame  *frame)
{
  AtlasTimelineGrip dragged = atlas_timeline_brush_get_dragged (self->brush);
  AtlasTimelineGrip lit = dragged != ATLAS_TIMELINE_GRIP_NONE ? dragged : self->hovered;

  if (lit == ATLAS_TIMELINE_GRIP_GROUND && dragged == lit)
    lit = ATLAS_TIMELINE_GRIP_WHOLE;
  if (lit >= 0 && lit < ATLAS_TIMELINE_GRIP_GROUND)
    frame->lit = 1u << lit;

  for (guint part = 0; part < ATLAS_N_TIME_BRUSH_PARTS; part++)
    if ((gtk_widget_get_state_flags (self->handles[part]) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0)
      frame->focused |= 1u << part;
}

/* While something moves, by pointer or by keys, flags tell where it is. */
static gboolean
has_flag (AtlasTimelineStrip      *self,
          const AtlasDensityFrame *frame,
          AtlasTimeBrushPart       edge)
{
  AtlasTimelineGrip dragged = atlas_timeline_brush_get_dragged (self->brush);
  guint             told = frame->focused;

  if (dragged != ATLAS_TIMELINE_GRIP_NONE)
    told = dragged == ATLAS_TIMELINE_GRIP_GROUND ? 1u << ATLAS_TIME_BRUSH_WHOLE : 1u << dragged;

  return (told & (1u << edge | 1u << ATLAS_TIME_BRUSH_WHOLE)) != 0;
}

static void
paint (AtlasTimelineStrip *self,
       cairo_t            *cr,
       double              height)
{
  AtlasTimelineFrame timeline = atlas_timeline_axis_get_frame (self->axis, GTK_WIDGET (self), height);
  AtlasDensityFrame  frame = { self->density, timeline.view, timeline.palette, timeline.today, .text = self->text };
  g_autofree char   *words[2] = { NULL };

  frame.window = atlas_timeline_brush_get_window (self->brush);
  set_states (self, &frame);
  for (guint edge = 0; edge < G_N_ELEMENTS (words); edge++)
    if (has_flag (self, &frame, edge))
      frame.texts[edge] = words[edge] = atlas_time_brush_to_words (frame.window, edge, atlas_timeline_brush_get_unit (self->brush));

  cairo_rectangle (cr, 0.0, 0.0, timeline.view.width, height);
  cairo_clip (cr);
  atlas_density_paint (cr, &frame);
  atlas_timeline_paint_today (cr, &timeline);
  atlas_timeline_paint_clock (cr, &timeline);
  atlas_density_paint_window (cr, &frame);
  g_clear_pointer (&words[0], g_free);
  g_clear_pointer (&words[1], g_free);
}

static void
atlas_timeline_strip_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  AtlasTimelineStrip *self = ATLAS_TIMELINE_STRIP (widget);
  double              width = gtk_widget_get_width (widget);
  double              height = gtk_widget_get_height (widget);
  cairo_t            *cr = NULL;

  if (self->session == NULL || atlas_timeline_axis_get_width (self->axis) <= 0.0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  atlas_density_paint_gutter (cr, atlas_timeline_axis_get_palette (self->axis, widget), ATLAS_TIMELINE_GUTTER, height);
  cairo_translate (cr, ATLAS_TIMELINE_GUTTER, 0.0);
  paint (self, cr, height);
  cairo_destroy (cr);
}

static void
atlas_timeline_strip_dispose (GObject *object)
{
  AtlasTimelineStrip *self = ATLAS_TIMELINE_STRIP (object);

  cancel (self);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  for (guint part = 0; part < ATLAS_N_TIME_BRUSH_PARTS; part++)
    g_clear_pointer (&self->handles[part], gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_timeline_strip_parent_class)->dispose (object);
}

static void
atlas_timeline_strip_finalize (GObject *object)
{
  AtlasTimelineStrip *self = ATLAS_TIMELINE_STRIP (object);

  g_clear_pointer (&self->density, atlas_density_unref);
  g_clear_pointer (&self->filter, atlas_filter_unref);
  g_clear_object (&self->text);
  g_clear_object (&self->axis);

  G_OBJECT_CLASS (atlas_timeline_strip_parent_class)->finalize (object);
}

static void
atlas_timeline_strip_class_init (AtlasTimelineStripClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_timeline_strip_dispose;
  object_class->finalize = atlas_timeline_strip_finalize;
  widget_class->css_changed = atlas_timeline_strip_css_changed;
  widget_class->measure = atlas_timeline_strip_measure;
  widget_class->size_allocate = atlas_timeline_strip_size_allocate;
  widget_class->snapshot = atlas_timeline_strip_snapshot;

  gtk_widget_class_set_css_name (widget_class, "atlas-timeline-strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_timeline_strip_init (AtlasTimelineStrip *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (PangoAttrList) smaller = pango_attr_list_new ();

  self->text = gtk_widget_create_pango_layout (widget, NULL);
  pango_attr_list_insert (smaller, pango_attr_scale_new (TEXT_SIZE));
  pango_layout_set_attributes (self->text, smaller);
  self->hovered = ATLAS_TIMELINE_GRIP_NONE;
  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::dataset", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::filter", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_cursor_from_name (widget, "crosshair");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How much happens when"), -1);
}

GtkWidget *
atlas_timeline_strip_new (AtlasTimelineAxis *axis)
{
  /* As they are met going from left to right. */
  static const AtlasTimeBrushPart order[] = { ATLAS_TIME_BRUSH_BEGIN, ATLAS_TIME_BRUSH_WHOLE, ATLAS_TIME_BRUSH_END };
  AtlasTimelineStrip             *self = NULL;

  g_return_val_if_fail (ATLAS_IS_TIMELINE_AXIS (axis), NULL);

  self = g_object_new (ATLAS_TYPE_TIMELINE_STRIP, NULL);
  self->axis = g_object_ref (axis);
  self->brush = atlas_timeline_brush_get (axis);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *handle = atlas_window_handle_new (self->brush, order[i]);

      self->handles[order[i]] = handle;
      gtk_widget_set_visible (handle, FALSE);
      g_signal_connect_object (handle, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (handle, GTK_WIDGET (self));
    }
  g_signal_connect_object (axis, "changed", G_CALLBACK (axis_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->brush, "changed", G_CALLBACK (brush_changed_cb), self, G_CONNECT_SWAPPED);
  atlas_timeline_strip_add_controllers (self);

  return GTK_WIDGET (self);
}

void
atlas_timeline_strip_set_session (AtlasTimelineStrip *self,
                                  AtlasSession       *session)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_STRIP (self));
  g_return_if_fail (session == NULL || ATLAS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  filter_changed_cb (self);
}

const AtlasDensity *
atlas_timeline_strip_get_density (AtlasTimelineStrip *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE_STRIP (self), NULL);

  return self->density;
}

char *
atlas_timeline_strip_describe (AtlasTimelineStrip *self,
                               double              x)
{
  AtlasTimelineView view;
  AtlasTimeUnit     unit;
  double            day;

  g_return_val_if_fail (ATLAS_IS_TIMELINE_STRIP (self), NULL);

  if (self->density == NULL || x < ATLAS_TIMELINE_GUTTER)
    return NULL;

  view = atlas_timeline_strip_get_view (self);
  unit = atlas_density_get_unit (&view.scale);
  day = floor (atlas_time_scale_get_day (&view.scale, x - ATLAS_TIMELINE_GUTTER));

  return atlas_density_to_words (self->density, unit, (int) CLAMP (day, G_MININT + 1.0, G_MAXINT - 1.0));
}
