// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-series-pane-private.h"

#include <glib/gi18n-lib.h>

#define ROOM 140      /* px, until somebody has told */
#define WHEEL_PX 46.0 /* for a click of the wheel */
#define MAX_CHARTS 40 /* that are shown at a time */

G_DEFINE_FINAL_TYPE (AtlasSeriesPane, atlas_series_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_SERIES = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

void
atlas_series_pane_hide (AtlasSeriesPane  *self,
                        AtlasSeriesChart *chart)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; self->ids[i] != NULL; i++)
    if (!g_str_equal (self->ids[i], atlas_series_chart_get_series (chart)->id))
      g_strv_builder_add (builder, self->ids[i]);

  ids = g_strv_builder_end (builder);
  atlas_series_pane_set_series (self, (const char *const *) ids);
}

static AtlasSeriesChart *
find_chart (AtlasSeriesPane   *self,
            const AtlasSeries *series)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (atlas_series_chart_get_series (ATLAS_SERIES_CHART (child)) == series)
      return ATLAS_SERIES_CHART (child);

  return NULL;
}

/* The series that are chosen and that the atlas has, in its order; @looks: their places in it. */
static GPtrArray *
list_chosen (AtlasSeriesPane *self,
             GArray          *looks)
{
  AtlasDataset *dataset = self->session != NULL ? atlas_session_get_dataset (self->session) : NULL;
  GPtrArray    *all = dataset != NULL ? atlas_dataset_get_series (dataset) : NULL;
  GPtrArray    *chosen = g_ptr_array_new ();

  for (guint i = 0; all != NULL && i < all->len && chosen->len < MAX_CHARTS; i++)
    if (g_strv_contains ((const char *const *) self->ids, ((const AtlasSeries *) g_ptr_array_index (all, i))->id))
      {
        g_ptr_array_add (chosen, g_ptr_array_index (all, i));
        g_array_append_val (looks, i);
      }

  return chosen;
}

/* Where the focus goes when its chart goes: to the next one, to the one before, or out of the pane. */
static void
move_focus_from (AtlasSeriesPane *self,
                 GtkWidget       *chart)
{
  GtkWidget *other = gtk_widget_get_next_sibling (chart);

  if (gtk_widget_get_focus_child (self->box) != chart)
    return;

  if (other == NULL)
    other = gtk_widget_get_prev_sibling (chart);
  if (other == NULL || !gtk_widget_grab_focus (other))
    gtk_widget_activate_action (GTK_WIDGET (self), "timeline.leave", NULL);
}

static void
remove_others (AtlasSeriesPane *self,
               GPtrArray       *chosen)
{
  GtkWidget *next = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (g_ptr_array_find (chosen, atlas_series_chart_get_series (ATLAS_SERIES_CHART (child)), NULL))
        continue;

      move_focus_from (self, child);
      gtk_box_remove (GTK_BOX (self->box), child);
    }
}

static void
rebuild (AtlasSeriesPane *self)
{
  g_autoptr (GArray) looks = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) chosen = list_chosen (self, looks);
  g_autofree AtlasSeriesAxis *axes = g_new (AtlasSeriesAxis, chosen->len + 1);
  GtkWidget                  *before = NULL;

  remove_others (self, chosen);
  atlas_series_axis_share ((const AtlasSeries *const *) chosen->pdata, chosen->len, axes);
  for (guint i = 0; i < chosen->len; i++)
    {
      const AtlasSeries *series = g_ptr_array_index (chosen, i);
      AtlasSeriesChart  *chart = find_chart (self, series);

      if (chart == NULL)
        {
          chart = ATLAS_SERIES_CHART (atlas_series_chart_new (self->axis, self->session, series, g_array_index (looks, guint, i)));
          g_signal_connect_object (chart, "closed", G_CALLBACK (atlas_series_pane_hide), self, G_CONNECT_SWAPPED);
          gtk_box_insert_child_after (GTK_BOX (self->box), GTK_WIDGET (chart), before);
        }
      atlas_series_chart_set_values (chart, axes[i]);
      before = GTK_WIDGET (chart);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), chosen->len > 0);
}

/* The charts hold what another atlas or session had. */
static void
dataset_changed_cb (AtlasSeriesPane *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  rebuild (self);
}

/* The wheel over a chart is time; with Shift, and across a touchpad, it is what there is above and below. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           AtlasSeriesPane          *self)
{
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean        wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;

  if (state & GDK_CONTROL_MASK || gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment))
    return GDK_EVENT_PROPAGATE;
  if (wheel ? !(state & GDK_SHIFT_MASK) : ABS (dy) <= ABS (dx))
    return GDK_EVENT_PROPAGATE;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + (wheel ? (dx + dy) * WHEEL_PX : dy));

  return GDK_EVENT_STOP;
}

static void
scrolled_cb (AtlasSeriesPane *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL; child = gtk_widget_get_next_sibling (child))
    atlas_series_chart_moved (ATLAS_SERIES_CHART (child));
}

static void
atlas_series_pane_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  AtlasSeriesPane *self = ATLAS_SERIES_PANE (widget);
  GtkWidget       *first = gtk_widget_get_first_child (self->box);
  int              whole = 0;

  *minimum = *natural = 0;
  gtk_widget_measure (self->scrolled, orientation, -1, NULL, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL || first == NULL)
    return;

  gtk_widget_measure (first, orientation, -1, minimum, NULL, NULL, NULL);
  gtk_widget_measure (self->box, orientation, -1, &whole, NULL, NULL, NULL);
  *natural = MAX (MIN (whole, self->room), *minimum);
}

static void
atlas_series_pane_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  gtk_widget_size_allocate (ATLAS_SERIES_PANE (widget)->scrolled, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
atlas_series_pane_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SERIES:
      g_value_set_boxed (value, ATLAS_SERIES_PANE (object)->ids);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_series_pane_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SERIES:
      atlas_series_pane_set_series (ATLAS_SERIES_PANE (object), g_value_get_boxed (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_series_pane_dispose (GObject *object)
{
  AtlasSeriesPane *self = ATLAS_SERIES_PANE (object);

  g_clear_handle_id (&self->resize_source, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_series_pane_parent_class)->dispose (object);
}

static void
atlas_series_pane_finalize (GObject *object)
{
  AtlasSeriesPane *self = ATLAS_SERIES_PANE (object);

  g_clear_object (&self->axis);
  g_strfreev (self->ids);

  G_OBJECT_CLASS (atlas_series_pane_parent_class)->finalize (object);
}

static void
atlas_series_pane_class_init (AtlasSeriesPaneClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_series_pane_dispose;
  object_class->finalize = atlas_series_pane_finalize;
  object_class->get_property = atlas_series_pane_get_property;
  object_class->set_property = atlas_series_pane_set_property;
  widget_class->measure = atlas_series_pane_measure;
  widget_class->size_allocate = atlas_series_pane_size_allocate;

  properties[PROP_SERIES] = g_param_spec_boxed ("series", NULL, NULL, G_TYPE_STRV,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  atlas_series_pane_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "atlas-series-pane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_series_pane_init (AtlasSeriesPane *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->ids = g_new0 (char *, 1);
  self->room = ROOM;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_kinetic_scrolling (GTK_SCROLLED_WINDOW (self->scrolled), FALSE); /* a drag pans in time */
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::dataset", G_CALLBACK (dataset_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Figures"), -1);
}

GtkWidget *
atlas_series_pane_new (AtlasTimelineAxis *axis)
{
  AtlasSeriesPane *self = NULL;

  g_return_val_if_fail (ATLAS_IS_TIMELINE_AXIS (axis), NULL);

  self = g_object_new (ATLAS_TYPE_SERIES_PANE, NULL);
  self->axis = g_object_ref (axis);

  return GTK_WIDGET (self);
}

void
atlas_series_pane_set_session (AtlasSeriesPane *self,
                               AtlasSession    *session)
{
  g_return_if_fail (ATLAS_IS_SERIES_PANE (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  dataset_changed_cb (self);
}

const char *const *
atlas_series_pane_get_series (AtlasSeriesPane *self)
{
  g_return_val_if_fail (ATLAS_IS_SERIES_PANE (self), NULL);

  return (const char *const *) self->ids;
}

void
atlas_series_pane_set_series (AtlasSeriesPane   *self,
                              const char *const *ids)
{
  static const char *const none[] = { NULL };

  g_return_if_fail (ATLAS_IS_SERIES_PANE (self));

  if (ids == NULL)
    ids = none;
  if (g_strv_equal ((const char *const *) self->ids, ids))
    return;

  g_strfreev (self->ids);
  self->ids = g_strdupv ((char **) ids);
  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERIES]);
}

static gboolean
resize_cb (gpointer user_data)
{
  AtlasSeriesPane *self = user_data;

  self->resize_source = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

void
atlas_series_pane_set_room (AtlasSeriesPane *self,
                            int              height)
{
  g_return_if_fail (ATLAS_IS_SERIES_PANE (self));

  if (self->room == height)
    return;

  self->room = height;
  if (self->resize_source == 0)
    self->resize_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, resize_cb, self, NULL); /* not while sizes are given out */
}
