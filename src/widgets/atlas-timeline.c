// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-private.h"

#include "atlas-clock-choices.h"
#include "atlas-passage-strip.h"
#include "atlas-timeline-ruler.h"
#include "atlas-timeline-strip.h"

#include <glib/gi18n-lib.h>

typedef void (*SetSessionFunc) (GtkWidget    *part,
                                AtlasSession *session);

/* clang-format off */
/* The parts under the controls, from top to bottom. They share the axis, and with it their width and its days. */
static const struct
{
  GtkWidget    *(*create) (AtlasTimelineAxis *axis);
  SetSessionFunc  set_session;
  AtlasTimelineOption option; /* that shows it */
} parts[] = {
  { atlas_timeline_ruler_new,  (SetSessionFunc) atlas_timeline_ruler_set_session },
  { atlas_timeline_strip_new,  (SetSessionFunc) atlas_timeline_strip_set_session, ATLAS_TIMELINE_OPTION_DENSITY },
  { atlas_timeline_canvas_new, (SetSessionFunc) atlas_timeline_canvas_set_session },
  { atlas_passage_strip_new,   (SetSessionFunc) atlas_passage_strip_set_session, ATLAS_TIMELINE_OPTION_PASSAGES },
  { atlas_series_pane_new,     (SetSessionFunc) atlas_series_pane_set_session },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (parts) <= ATLAS_TIMELINE_MAX_PARTS);

G_DEFINE_FINAL_TYPE (AtlasTimeline, atlas_timeline, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
  PROP_HIGH_CONTRAST,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
step_changed_cb (AtlasTimeline *self)
{
  atlas_timeline_axis_set_step (self->axis, atlas_clock_player_get_unit (self->player));
}

static void
rows_changed_cb (AtlasTimeline *self,
                 GtkAdjustment *adjustment)
{
  gtk_widget_set_visible (self->scrollbar, gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 0.5);
  atlas_timeline_give_room (self);
}

/* The lanes, with the one scrollbar there is over their right side: all parts stay equally wide. */
static void
add_canvas (AtlasTimeline *self,
            GtkWidget     *canvas)
{
  GtkWidget             *overlay = gtk_overlay_new ();
  GtkAdjustment         *rows = atlas_timeline_canvas_get_vadjustment (ATLAS_TIMELINE_CANVAS (canvas));
  guint                  n_bindings = 0;
  const AtlasKeyBinding *bindings = atlas_timeline_get_key_bindings (&n_bindings);

  self->canvas = ATLAS_TIMELINE_CANVAS (canvas);
  self->scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, rows);
  gtk_widget_set_visible (self->scrollbar, FALSE);
  gtk_widget_set_halign (self->scrollbar, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->scrollbar, "overlay-indicator");
  gtk_widget_set_vexpand (overlay, TRUE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), canvas);
  atlas_timeline_add_pings (self, GTK_OVERLAY (overlay));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->scrollbar);
  gtk_widget_set_parent (overlay, GTK_WIDGET (self));

  atlas_key_bindings_add_to_widget (canvas, bindings, n_bindings);
  g_signal_connect_object (rows, "changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
}

/* The controls of the clock; among them the window of time, and at their right end the menu. */
static void
add_controls (AtlasTimeline *self)
{
  g_autoptr (GSimpleActionGroup) clock = atlas_clock_create_actions (self->player);

  gtk_widget_insert_action_group (GTK_WIDGET (self), "clock", G_ACTION_GROUP (clock));
  self->bar = ATLAS_CLOCK_BAR (atlas_clock_bar_new (self->player));
  self->chip = atlas_window_chip_new ();
  self->menu = atlas_timeline_menu_new ();
  atlas_clock_bar_add (self->bar, self->chip, ATLAS_CLOCK_BAR_LEFT, 45);
  atlas_clock_bar_add (self->bar, self->menu, ATLAS_CLOCK_BAR_RIGHT, 0);
  gtk_widget_set_parent (GTK_WIDGET (self->bar), GTK_WIDGET (self));
}

static void
add_parts (AtlasTimeline *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *part = parts[i].create (self->axis);

      self->parts[i] = part;
      self->optional[parts[i].option] = part;
      if (ATLAS_IS_SERIES_PANE (part))
        self->series = ATLAS_SERIES_PANE (part);
      if (ATLAS_IS_TIMELINE_CANVAS (part))
        add_canvas (self, part);
      else
        gtk_widget_set_parent (part, GTK_WIDGET (self));
    }
}

static void
atlas_timeline_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, ATLAS_TIMELINE (object)->session);
      break;

    case PROP_HIGH_CONTRAST:
      g_value_set_boolean (value, ATLAS_TIMELINE (object)->high_contrast);
      break;

    default:
      atlas_timeline_get_option (ATLAS_TIMELINE (object), property_id, value, pspec);
    }
}

static void
atlas_timeline_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      atlas_timeline_set_session (ATLAS_TIMELINE (object), g_value_get_object (value));
      break;

    case PROP_HIGH_CONTRAST:
      atlas_timeline_set_high_contrast (ATLAS_TIMELINE (object), g_value_get_boolean (value));
      break;

    default:
      atlas_timeline_set_option (ATLAS_TIMELINE (object), property_id, value, pspec);
    }
}

static void
atlas_timeline_dispose (GObject *object)
{
  AtlasTimeline *self = ATLAS_TIMELINE (object);
  GtkWidget     *child = NULL;

  g_clear_object (&self->player);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->axis);

  G_OBJECT_CLASS (atlas_timeline_parent_class)->dispose (object);
}

static void
atlas_timeline_finalize (GObject *object)
{
  g_free (ATLAS_TIMELINE (object)->lanes);

  G_OBJECT_CLASS (atlas_timeline_parent_class)->finalize (object);
}

static gboolean
atlas_timeline_grab_focus (GtkWidget *widget)
{
  AtlasTimeline *self = ATLAS_TIMELINE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->canvas)) || gtk_widget_grab_focus (atlas_clock_bar_get_play_button (self->bar));
}

static void
atlas_timeline_class_init (AtlasTimelineClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_timeline_dispose;
  object_class->finalize = atlas_timeline_finalize;
  object_class->get_property = atlas_timeline_get_property;
  object_class->set_property = atlas_timeline_set_property;
  widget_class->grab_focus = atlas_timeline_grab_focus;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HIGH_CONTRAST] =
    g_param_spec_boolean ("high-contrast", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  atlas_timeline_install_actions (widget_class);
  atlas_timeline_install_window_actions (widget_class);
  atlas_timeline_install_options (object_class, widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_timeline_init (AtlasTimeline *self)
{
  self->axis = atlas_timeline_axis_new ();
  self->player = atlas_clock_player_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  add_controls (self);
  add_parts (self);
  atlas_timeline_init_options (self);

  g_signal_connect_object (self->player, "notify::step", G_CALLBACK (step_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
}

GtkWidget *
atlas_timeline_new (void)
{
  return g_object_new (ATLAS_TYPE_TIMELINE, NULL);
}

AtlasSession *
atlas_timeline_get_session (AtlasTimeline *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE (self), NULL);

  return self->session;
}

/**
 * atlas_timeline_set_session:
 * @self: a timeline
 * @session: (nullable): what to look at
 *
 * Shows a session, and writes to it.
 */
void
atlas_timeline_set_session (AtlasTimeline *self,
                            AtlasSession  *session)
{
  g_return_if_fail (ATLAS_IS_TIMELINE (self));
  g_return_if_fail (session == NULL || ATLAS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  atlas_clock_bar_set_session (self->bar, session);
  atlas_window_chip_set_session (ATLAS_WINDOW_CHIP (self->chip), session);
  atlas_timeline_menu_set_session (ATLAS_TIMELINE_MENU (self->menu), session);
  atlas_timeline_axis_set_session (self->axis, session);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    parts[i].set_session (self->parts[i], session);
  atlas_pings_set_session (self->pings, session);
  atlas_clock_player_set_session (self->player, session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

AtlasClockPlayer *
atlas_timeline_get_player (AtlasTimeline *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE (self), NULL);

  return self->player;
}

void
atlas_timeline_edit_clock (AtlasTimeline *self)
{
  g_return_if_fail (ATLAS_IS_TIMELINE (self));

  atlas_clock_entry_edit (atlas_clock_bar_get_clock_entry (self->bar));
}

void
atlas_timeline_set_high_contrast (AtlasTimeline *self,
                                  gboolean       high_contrast)
{
  g_return_if_fail (ATLAS_IS_TIMELINE (self));

  if (self->high_contrast == !!high_contrast)
    return;

  self->high_contrast = !!high_contrast;
  atlas_timeline_axis_set_high_contrast (self->axis, self->high_contrast);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGH_CONTRAST]);
}
