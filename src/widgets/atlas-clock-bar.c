// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-clock-bar.h"

#include <glib/gi18n-lib.h>

#define SPACING 6

/* From left to right. */
typedef enum
{
  PART_PLAY,
  PART_CLOCK,
  PART_MODES,
  PART_STEP,
  PART_SPEED,
  PART_ZOOM,
  N_PARTS
} Part;

/* What gives way first where it is narrow. */
static const Part giving_way[] = { PART_ZOOM, PART_SPEED, PART_STEP };

/* clang-format off */
static const struct
{
  const char *label;
  const char *tooltip;
} modes[] = {
  [ATLAS_CLOCK_ALL]   = { NC_ ("clock", "All"),   N_ ("All dates") },
  [ATLAS_CLOCK_AT]    = { NC_ ("clock", "At"),    N_ ("What is there at the clock’s date") },
  [ATLAS_CLOCK_UP_TO] = { NC_ ("clock", "Up to"), N_ ("What has begun by the clock’s date") },
};

static const char *const steps[] = {
  [ATLAS_TIME_UNIT_DAY] = N_ ("Day"), [ATLAS_TIME_UNIT_MONTH] = N_ ("Month"),
  [ATLAS_TIME_UNIT_QUARTER] = N_ ("Quarter"), [ATLAS_TIME_UNIT_YEAR] = N_ ("Year"),
};

static const struct
{
  const char *label;
  double      speed;
} speeds[] = {
  { "½×", 0.5 }, { "1×", 1.0 }, { "2×", 2.0 }, { "4×", 4.0 }, { "8×", 8.0 },
};

static const struct
{
  const char *icon;
  const char *tooltip;
  int         direction;
} zooms[] = {
  { "zoom-out-symbolic",      N_ ("Farther"),  -1 },
  { "zoom-in-symbolic",       N_ ("Closer"),    1 },
  { "zoom-fit-best-symbolic", N_ ("All dates"), 0 },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (modes) == ATLAS_N_CLOCK_MODES);

struct _AtlasClockBar
{
  GtkWidget     parent_instance;

  AtlasSession *session;
  GSignalGroup *session_signals;
  GtkWidget    *parts[N_PARTS];
  GtkWidget    *modes[ATLAS_N_CLOCK_MODES];
  gboolean      in_mode; /* the toggles are following the session */
};

G_DEFINE_FINAL_TYPE (AtlasClockBar, atlas_clock_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_STEP = 1,
  PROP_SPEED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
playing_changed_cb (AtlasClockBar *self)
{
  gboolean    playing = atlas_session_get_playing (self->session);
  const char *name = playing ? _ ("Pause") : _ ("Play");

  gtk_button_set_icon_name (GTK_BUTTON (self->parts[PART_PLAY]), playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (self->parts[PART_PLAY], name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->parts[PART_PLAY]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
mode_changed_cb (AtlasClockBar *self)
{
  self->in_mode = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->modes[atlas_session_get_clock_mode (self->session)]), TRUE);
  self->in_mode = FALSE;
}

static void
mode_toggled_cb (AtlasClockBar   *self,
                 GtkToggleButton *button)
{
  if (self->in_mode || self->session == NULL || !gtk_toggle_button_get_active (button))
    return;

  for (guint i = 0; i < ATLAS_N_CLOCK_MODES; i++)
    if (self->modes[i] == GTK_WIDGET (button))
      atlas_session_set_clock_mode (self->session, (AtlasClockMode) i);
}

static void
step_chosen_cb (AtlasClockBar *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
}

static void
speed_chosen_cb (AtlasClockBar *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEED]);
}

static GtkWidget *
create_modes (AtlasClockBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i < ATLAS_N_CLOCK_MODES; i++)
    {
      self->modes[i] = gtk_toggle_button_new_with_label (g_dpgettext2 (GETTEXT_PACKAGE, "clock", modes[i].label));
      gtk_widget_set_tooltip_text (self->modes[i], g_dgettext (GETTEXT_PACKAGE, modes[i].tooltip));
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->modes[i]), GTK_TOGGLE_BUTTON (self->modes[0]));
      g_signal_connect_swapped (self->modes[i], "toggled", G_CALLBACK (mode_toggled_cb), self);
      gtk_box_append (GTK_BOX (box), self->modes[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->modes[ATLAS_CLOCK_ALL]), TRUE);

  return box;
}

static GtkWidget *
create_choice (const char *const *labels,
               guint              n,
               guint              selected,
               const char        *name)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GtkWidget *choice = NULL;

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (list, labels[i]);

  choice = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (list)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
  gtk_widget_set_tooltip_text (choice, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return choice;
}

static GtkWidget *
create_step (AtlasClockBar *self)
{
  const char *labels[G_N_ELEMENTS (steps)];
  GtkWidget  *choice = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    labels[i] = g_dgettext (GETTEXT_PACKAGE, steps[i]);
  choice = create_choice (labels, G_N_ELEMENTS (labels), ATLAS_TIME_UNIT_MONTH, _ ("Step of the clock"));
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (step_chosen_cb), self);

  return choice;
}

static GtkWidget *
create_speed (AtlasClockBar *self)
{
  const char *labels[G_N_ELEMENTS (speeds)];
  GtkWidget  *choice = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    labels[i] = speeds[i].label;
  choice = create_choice (labels, G_N_ELEMENTS (labels), 1, _ ("Speed"));
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (speed_chosen_cb), self);

  return choice;
}

static GtkWidget *
create_zoom (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      GtkWidget  *button = gtk_button_new_from_icon_name (zooms[i].icon);
      const char *tooltip = g_dgettext (GETTEXT_PACKAGE, zooms[i].tooltip);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, tooltip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "timeline.zoom");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", zooms[i].direction);
      gtk_box_append (GTK_BOX (box), button);
    }

  return box;
}

static void
atlas_clock_bar_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  AtlasClockBar *self = ATLAS_CLOCK_BAR (widget);

  *minimum = *natural = 0;
  for (guint i = 0; i < N_PARTS; i++)
    {
      int own_minimum, own_natural;

      gtk_widget_measure (self->parts[i], orientation, -1, &own_minimum, &own_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          *minimum = MAX (*minimum, own_minimum);
          *natural = MAX (*natural, own_natural);
        }
      else
        {
          *minimum += i <= PART_MODES ? own_minimum + SPACING : 0;
          *natural += own_natural + SPACING;
        }
    }
}

/* Everything at the left but the zoom, which stands at the right. */
static void
atlas_clock_bar_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  AtlasClockBar *self = ATLAS_CLOCK_BAR (widget);
  gboolean       shown[N_PARTS];
  int            widths[N_PARTS];
  int            total = 0;
  int            x = 0;

  for (guint i = 0; i < N_PARTS; i++)
    {
      gtk_widget_measure (self->parts[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &widths[i], NULL, NULL);
      shown[i] = TRUE;
      total += widths[i] + SPACING;
    }
  for (guint i = 0; i < G_N_ELEMENTS (giving_way) && total - SPACING > width; i++)
    {
      shown[giving_way[i]] = FALSE;
      total -= widths[giving_way[i]] + SPACING;
    }
  if (total - SPACING > width)
    widths[PART_CLOCK] = MAX (widths[PART_CLOCK] - (total - SPACING - width), 1);

  for (guint i = 0; i < N_PARTS; i++)
    {
      int own_minimum;
      int own_x;

      gtk_widget_set_child_visible (self->parts[i], shown[i]);
      if (!shown[i])
        continue;

      gtk_widget_measure (self->parts[i], GTK_ORIENTATION_HORIZONTAL, -1, &own_minimum, NULL, NULL, NULL);
      widths[i] = MAX (widths[i], own_minimum);
      own_x = i == PART_ZOOM ? width - widths[i] : x;
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        own_x = width - own_x - widths[i];
      gtk_widget_size_allocate (self->parts[i], &(GtkAllocation){ own_x, 0, widths[i], height }, -1);
      x += widths[i] + SPACING;
    }
}

static void
atlas_clock_bar_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  AtlasClockBar *self = ATLAS_CLOCK_BAR (object);

  switch (property_id)
    {
    case PROP_STEP:
      g_value_set_int (value, (int) atlas_clock_bar_get_step (self));
      break;

    case PROP_SPEED:
      g_value_set_double (value, atlas_clock_bar_get_speed (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_clock_bar_dispose (GObject *object)
{
  AtlasClockBar *self = ATLAS_CLOCK_BAR (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  for (guint i = 0; i < N_PARTS; i++)
    g_clear_pointer (&self->parts[i], gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_clock_bar_parent_class)->dispose (object);
}

static void
atlas_clock_bar_class_init (AtlasClockBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_clock_bar_dispose;
  object_class->get_property = atlas_clock_bar_get_property;
  widget_class->measure = atlas_clock_bar_measure;
  widget_class->size_allocate = atlas_clock_bar_size_allocate;

  properties[PROP_STEP] = g_param_spec_int ("step", NULL, NULL, 0, ATLAS_TIME_UNIT_YEAR, ATLAS_TIME_UNIT_MONTH,
                                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SPEED] = g_param_spec_double ("speed", NULL, NULL, 0.5, 8.0, 1.0,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "atlas-clock-bar");
}

static void
atlas_clock_bar_init (AtlasClockBar *self)
{
  self->parts[PART_PLAY] = gtk_button_new_from_icon_name ("media-playback-start-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->parts[PART_PLAY]), "timeline.play");
  self->parts[PART_CLOCK] = atlas_clock_entry_new ();
  self->parts[PART_MODES] = create_modes (self);
  self->parts[PART_STEP] = create_step (self);
  self->parts[PART_SPEED] = create_speed (self);
  self->parts[PART_ZOOM] = create_zoom ();
  for (guint i = 0; i < N_PARTS; i++)
    gtk_widget_set_parent (self->parts[i], GTK_WIDGET (self));

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::playing", G_CALLBACK (playing_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::clock-mode", G_CALLBACK (mode_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_clock_bar_new (void)
{
  return g_object_new (ATLAS_TYPE_CLOCK_BAR, NULL);
}

void
atlas_clock_bar_set_session (AtlasClockBar *self,
                             AtlasSession  *session)
{
  g_return_if_fail (ATLAS_IS_CLOCK_BAR (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  atlas_clock_entry_set_session (ATLAS_CLOCK_ENTRY (self->parts[PART_CLOCK]), session);
  if (session != NULL)
    {
      playing_changed_cb (self);
      mode_changed_cb (self);
    }
}

AtlasTimeUnit
atlas_clock_bar_get_step (AtlasClockBar *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->parts[PART_STEP]));

  return selected < G_N_ELEMENTS (steps) ? (AtlasTimeUnit) selected : ATLAS_TIME_UNIT_MONTH;
}

double
atlas_clock_bar_get_speed (AtlasClockBar *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->parts[PART_SPEED]));

  return selected < G_N_ELEMENTS (speeds) ? speeds[selected].speed : 1.0;
}

AtlasClockEntry *
atlas_clock_bar_get_clock_entry (AtlasClockBar *self)
{
  return ATLAS_CLOCK_ENTRY (self->parts[PART_CLOCK]);
}

GtkWidget *
atlas_clock_bar_get_play_button (AtlasClockBar *self)
{
  return self->parts[PART_PLAY];
}
