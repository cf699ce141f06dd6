// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-passage-strip-private.h"

#include "atlas-detail-parts.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (AtlasPassageStrip, atlas_passage_strip, GTK_TYPE_WIDGET)

enum
{
  PROP_TALL = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

AtlasTimelineView
atlas_passage_strip_get_view (AtlasPassageStrip *self)
{
  AtlasTimelineView view = { .width = atlas_timeline_axis_get_width (self->axis), .height = gtk_widget_get_height (GTK_WIDGET (self)) };

  view.scale = atlas_timeline_axis_get_scale (self->axis);

  return view;
}

const AtlasPassage *
atlas_passage_strip_get_current (AtlasPassageStrip *self)
{
  if (self->session == NULL || self->times == NULL)
    return NULL;

  return atlas_report_lookup (atlas_passage_times_get_report (self->times), atlas_session_get_passage (self->session));
}

void
atlas_passage_strip_read (AtlasPassageStrip  *self,
                          const AtlasPassage *passage)
{
  if (self->session != NULL)
    atlas_detail_go_to_passage (self->session, passage->id);
}

static int
compare_times (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const AtlasPassage *one = *(const AtlasPassage *const *) a;
  const AtlasPassage *two = *(const AtlasPassage *const *) b;
  AtlasTimeSpan       one_days = atlas_passage_times_get_span (user_data, one);
  AtlasTimeSpan       two_days = atlas_passage_times_get_span (user_data, two);

  if (one_days.begin != two_days.begin)
    return one_days.begin < two_days.begin ? -1 : 1;
  if (one_days.end != two_days.end)
    return one_days.end < two_days.end ? -1 : 1;

  return one->number < two->number ? -1 : one->number > two->number;
}

void
atlas_passage_strip_take_times (AtlasPassageStrip *self,
                                AtlasPassageTimes *times)
{
  GPtrArray *passages = times != NULL ? atlas_report_get_passages (atlas_passage_times_get_report (times)) : NULL;

  self->focused = NULL;
  self->hovered = NULL;
  g_ptr_array_set_size (self->order, 0);
  for (guint i = 0; passages != NULL && i < passages->len; i++)
    if (!atlas_time_span_is_empty (atlas_passage_times_get_span (times, g_ptr_array_index (passages, i))))
      g_ptr_array_add (self->order, g_ptr_array_index (passages, i));
  if (times != NULL)
    g_ptr_array_sort_with_data (self->order, compare_times, times);

  atlas_passage_painter_set_times (self->painter, times);
  g_clear_pointer (&self->times, atlas_passage_times_unref);
  self->times = times;
  atlas_passage_strip_sync (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
read_dates_in_thread (GTask        *task,
                      gpointer      source,
                      gpointer      dataset,
                      GCancellable *cancellable)
{
  g_task_return_pointer (task, atlas_passage_times_new (dataset), (GDestroyNotify) atlas_passage_times_unref);
}

static void
dates_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  AtlasPassageTimes *times = g_task_propagate_pointer (G_TASK (result), NULL);

  if (times != NULL) /* else another atlas has come meanwhile */
    atlas_passage_strip_take_times (ATLAS_PASSAGE_STRIP (source), times);
}

/* When there is nothing else to do, and off the main thread: nobody waits for the strip. */
static gboolean
load_cb (gpointer user_data)
{
  AtlasPassageStrip *self = user_data;
  g_autoptr (GTask) task = NULL;

  self->load_source = 0;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, dates_read_cb, NULL);
  g_task_set_source_tag (task, load_cb);
  g_task_set_task_data (task, g_object_ref (atlas_session_get_dataset (self->session)), g_object_unref);
  g_task_run_in_thread (task, read_dates_in_thread);

  return G_SOURCE_REMOVE;
}

static void
stop_loading (AtlasPassageStrip *self)
{
  g_clear_handle_id (&self->load_source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
queue_load (AtlasPassageStrip *self)
{
  if (self->times == NULL && self->load_source == 0 && self->cancellable == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      self->session != NULL && atlas_session_get_dataset (self->session) != NULL)
    self->load_source = g_idle_add_full (G_PRIORITY_LOW, load_cb, self, NULL);
}

static void
dataset_changed_cb (AtlasPassageStrip *self)
{
  stop_loading (self);
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  atlas_passage_strip_take_times (self, NULL);
  queue_load (self);
}

static void
passage_changed_cb (AtlasPassageStrip *self)
{
  const AtlasPassage *current = atlas_passage_strip_get_current (self);

  for (guint i = 0; i < self->n_used; i++)
    atlas_passage_mark_set_current (g_ptr_array_index (self->marks, i),
                                    atlas_passage_mark_get_passage (g_ptr_array_index (self->marks, i)) == current);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
axis_changed_cb (AtlasPassageStrip *self)
{
  atlas_passage_strip_queue_sync (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
toggled_cb (AtlasPassageStrip *self,
            GtkToggleButton   *toggle)
{
  atlas_passage_strip_set_tall (self, gtk_toggle_button_get_active (toggle));
}

static void
atlas_passage_strip_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_passage_strip_parent_class)->map (widget);

  queue_load (ATLAS_PASSAGE_STRIP (widget));
}

static void
atlas_passage_strip_css_changed (GtkWidget         *widget,
                                 GtkCssStyleChange *change)
{
  AtlasPassageStrip *self = ATLAS_PASSAGE_STRIP (widget);
  guint              serial = pango_context_get_serial (gtk_widget_get_pango_context (widget));

  GTK_WIDGET_CLASS (atlas_passage_strip_parent_class)->css_changed (widget, change);

  if (serial != self->font_serial)
    {
      self->font_serial = serial;
      atlas_passage_painter_font_changed (self->painter);
      gtk_widget_queue_resize (widget);
    }
  gtk_widget_queue_draw (widget);
}

static void
atlas_passage_strip_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  AtlasPassageStrip *self = ATLAS_PASSAGE_STRIP (widget);
  GtkWidget         *focus = gtk_widget_get_focus_child (widget);
  AtlasPassageFrame  frame = { 0 };
  cairo_t           *cr = NULL;

  if (self->session == NULL || atlas_timeline_axis_get_width (self->axis) <= 0.0)
    return;

  frame.timeline = atlas_timeline_axis_get_frame (self->axis, widget, gtk_widget_get_height (widget));
  frame.timeline.selected = atlas_session_get_selected (self->session);
  frame.timeline.hovered = atlas_session_get_hovered (self->session);
  frame.window = atlas_filter_get_window (atlas_session_get_filter (self->session));
  frame.current = atlas_passage_strip_get_current (self);
  frame.hovered = self->hovered;
  if (ATLAS_IS_PASSAGE_MARK (focus) && gtk_widget_has_visible_focus (focus))
    frame.focused = atlas_passage_mark_get_passage (ATLAS_PASSAGE_MARK (focus));

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
  atlas_passage_painter_paint (self->painter, cr, &frame);
  cairo_destroy (cr);
  gtk_widget_snapshot_child (widget, self->toggle, snapshot);
}

static void
atlas_passage_strip_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  AtlasPassageStrip *self = ATLAS_PASSAGE_STRIP (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : atlas_passage_painter_get_height (self->painter, self->tall);
}

static void
atlas_passage_strip_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  AtlasPassageStrip *self = ATLAS_PASSAGE_STRIP (widget);

  gtk_widget_measure (self->toggle, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->toggle, &(GtkAllocation){ 0, 0, (int) ATLAS_TIMELINE_GUTTER, height }, -1);
  atlas_passage_strip_allocate_marks (self);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

/* One stop of the tab order; inside, the keys move. */
static gboolean
atlas_passage_strip_focus (GtkWidget       *widget,
                           GtkDirectionType direction)
{
  AtlasPassageStrip *self = ATLAS_PASSAGE_STRIP (widget);

  if (self->popover != NULL)
    return gtk_widget_child_focus (self->popover, direction);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return atlas_passage_strip_focus_passage (self, atlas_passage_strip_get_focus (self), TRUE);
}

static gboolean
atlas_passage_strip_grab_focus (GtkWidget *widget)
{
  AtlasPassageStrip *self = ATLAS_PASSAGE_STRIP (widget);

  /* Also when the list closes that had it: then it must not carry the view away. */
  return atlas_passage_strip_focus_passage (self, atlas_passage_strip_get_focus (self), self->popover == NULL) ||
         gtk_widget_get_focus_child (widget) != NULL;
}

static void
atlas_passage_strip_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (property_id == PROP_TALL)
    g_value_set_boolean (value, ATLAS_PASSAGE_STRIP (object)->tall);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
atlas_passage_strip_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (property_id == PROP_TALL)
    atlas_passage_strip_set_tall (ATLAS_PASSAGE_STRIP (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
atlas_passage_strip_dispose (GObject *object)
{
  AtlasPassageStrip *self = ATLAS_PASSAGE_STRIP (object);
  GtkWidget         *child = NULL;

  stop_loading (self);
  g_clear_handle_id (&self->sync_source, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->tip);
  self->popover = NULL;
  self->n_used = 0;
  g_ptr_array_set_size (self->marks, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (atlas_passage_strip_parent_class)->dispose (object);
}

static void
atlas_passage_strip_finalize (GObject *object)
{
  AtlasPassageStrip *self = ATLAS_PASSAGE_STRIP (object);

  g_clear_object (&self->axis);
  g_ptr_array_unref (self->order);
  g_ptr_array_unref (self->marks);
  g_clear_pointer (&self->painter, atlas_passage_painter_free);
  g_clear_pointer (&self->times, atlas_passage_times_unref);

  G_OBJECT_CLASS (atlas_passage_strip_parent_class)->finalize (object);
}

static void
atlas_passage_strip_class_init (AtlasPassageStripClass *klass)
{
  GObjectClass          *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass        *widget_class = GTK_WIDGET_CLASS (klass);
  guint                  n_bindings = 0;
  const AtlasKeyBinding *bindings = atlas_passage_strip_get_key_bindings (&n_bindings);

  object_class->dispose = atlas_passage_strip_dispose;
  object_class->finalize = atlas_passage_strip_finalize;
  object_class->get_property = atlas_passage_strip_get_property;
  object_class->set_property = atlas_passage_strip_set_property;
  widget_class->map = atlas_passage_strip_map;
  widget_class->css_changed = atlas_passage_strip_css_changed;
  widget_class->snapshot = atlas_passage_strip_snapshot;
  widget_class->measure = atlas_passage_strip_measure;
  widget_class->size_allocate = atlas_passage_strip_size_allocate;
  widget_class->focus = atlas_passage_strip_focus;
  widget_class->grab_focus = atlas_passage_strip_grab_focus;

  properties[PROP_TALL] =
    g_param_spec_boolean ("tall", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  atlas_passage_strip_install_actions (widget_class);
  atlas_key_bindings_add_to_class (widget_class, bindings, n_bindings);
  gtk_widget_class_set_css_name (widget_class, "atlas-passage-strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_passage_strip_init (AtlasPassageStrip *self)
{
  self->order = g_ptr_array_new ();
  self->marks = g_ptr_array_new ();
  self->painter = atlas_passage_painter_new (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::dataset", G_CALLBACK (dataset_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::passage", G_CALLBACK (passage_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::selected", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::hovered", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::filter", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);

  /* The painter draws what is on it; the keys have their own way. */
  self->toggle = gtk_toggle_button_new ();
  gtk_widget_set_focusable (self->toggle, FALSE);
  gtk_widget_add_css_class (self->toggle, "flat");
  gtk_widget_set_tooltip_text (self->toggle, _ ("Passages of the report, by the years they speak of. Press for rows with numbers"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Rows with numbers"), -1);
  gtk_widget_set_parent (self->toggle, GTK_WIDGET (self));
  g_signal_connect_object (self->toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Passages by date"), -1);
  atlas_passage_strip_add_controllers (self);
}

GtkWidget *
atlas_passage_strip_new (AtlasTimelineAxis *axis)
{
  AtlasPassageStrip *self = g_object_new (ATLAS_TYPE_PASSAGE_STRIP, NULL);

  self->axis = g_object_ref (axis);
  atlas_timeline_axis_add_controllers (axis, GTK_WIDGET (self));
  g_signal_connect_object (axis, "changed", G_CALLBACK (axis_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
atlas_passage_strip_set_session (AtlasPassageStrip *self,
                                 AtlasSession      *session)
{
  g_return_if_fail (ATLAS_IS_PASSAGE_STRIP (self));
  g_return_if_fail (session == NULL || ATLAS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  dataset_changed_cb (self);
}

gboolean
atlas_passage_strip_get_tall (AtlasPassageStrip *self)
{
  g_return_val_if_fail (ATLAS_IS_PASSAGE_STRIP (self), FALSE);

  return self->tall;
}

void
atlas_passage_strip_set_tall (AtlasPassageStrip *self,
                              gboolean           tall)
{
  g_return_if_fail (ATLAS_IS_PASSAGE_STRIP (self));

  tall = tall != FALSE;
  if (self->tall == tall)
    return;

  self->tall = tall;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggle), tall);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TALL]);
}
