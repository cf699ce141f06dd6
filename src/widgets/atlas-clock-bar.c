// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-clock-bar.h"

#include "atlas-clock-choices.h"

#include <glib/gi18n-lib.h>

#define SPACING 4
#define MAX_PARTS 16
#define VITAL 50       /* of this rank or more: the date is shortened before it goes */
#define SHORTENED 0.66 /* of its width, a date is worth less than what it would make room for */

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

/* What stands in the bar, at each side in the order in which it was added. */
typedef struct
{
  GtkWidget       *widget;
  AtlasClockBarEnd end;
  guint            rank; /* the lower, the sooner it gives way; 0: never */
} Part;

struct _AtlasClockBar
{
  GtkWidget         parent_instance;

  AtlasSession     *session;
  GSignalGroup     *session_signals;
  AtlasClockPlayer *player;
  Part              parts[MAX_PARTS];
  guint             n_parts;
  GtkWidget        *play;
  GtkWidget        *clock;
  GtkWidget        *modes[ATLAS_N_CLOCK_MODES];
  gboolean          in_mode; /* the toggles are following the session */
};

G_DEFINE_FINAL_TYPE (AtlasClockBar, atlas_clock_bar, GTK_TYPE_WIDGET)

static void
playing_changed_cb (AtlasClockBar *self)
{
  gboolean    playing = atlas_session_get_playing (self->session);
  const char *name = playing ? _ ("Pause") : _ ("Play");

  gtk_button_set_icon_name (GTK_BUTTON (self->play), playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (self->play, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
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
create_step (AtlasClockBar *self)
{
  return atlas_clock_choose_step (self->player);
}

static GtkWidget *
create_speed (AtlasClockBar *self)
{
  return atlas_clock_choose_speed (self->player);
}

static GtkWidget *
create_play (AtlasClockBar *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("media-playback-start-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "timeline.play");

  return button;
}

static GtkWidget *
create_loop (AtlasClockBar *self)
{
  GtkWidget  *button = gtk_toggle_button_new ();
  const char *name = _ ("Play over and over");

  gtk_button_set_icon_name (GTK_BUTTON (button), "media-playlist-repeat-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_bind_property (self->player, "loop", button, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);

  return button;
}

static GtkWidget *
create_clock (AtlasClockBar *self)
{
  return atlas_clock_entry_new ();
}

static GtkWidget *
create_zoom (AtlasClockBar *self)
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
  for (guint i = 0; i < self->n_parts; i++)
    {
      int own_minimum, own_natural;

      gtk_widget_measure (self->parts[i].widget, orientation, -1, &own_minimum, &own_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          *minimum = MAX (*minimum, own_minimum);
          *natural = MAX (*natural, own_natural);
        }
      else if (gtk_widget_get_visible (self->parts[i].widget))
        {
          *minimum += self->parts[i].rank == 0 ? own_minimum + SPACING : 0;
          *natural += own_natural + SPACING;
        }
    }
}

/* Which of the parts below @rank that are still there gives way next; -1: none. */
static int
find_next_to_go (AtlasClockBar *self,
                 const gboolean shown[],
                 guint          rank)
{
  int next = -1;

  for (guint i = 0; i < self->n_parts; i++)
    if (shown[i] && self->parts[i].rank > 0 && self->parts[i].rank < rank && (next < 0 || self->parts[i].rank < self->parts[next].rank))
      next = (int) i;

  return next;
}

/* Takes parts below @rank away until the others have room in @width. */
static int
give_way (AtlasClockBar *self,
          int            total,
          int            width,
          guint          rank,
          gboolean       shown[],
          const int      widths[])
{
  int next;

  while (total > width && (next = find_next_to_go (self, shown, rank)) >= 0)
    {
      shown[next] = FALSE;
      total -= widths[next] + SPACING;
    }

  return total;
}

/* Chooses what has room in @width, and how wide it is. What is left over is taken from the clock. */
static void
fit (AtlasClockBar *self,
     int            width,
     gboolean       shown[],
     int            widths[])
{
  int total = -SPACING;
  int clock = 0;
  int minimum;

  for (guint i = 0; i < self->n_parts; i++)
    {
      gtk_widget_measure (self->parts[i].widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &widths[i], NULL, NULL);
      shown[i] = gtk_widget_get_visible (self->parts[i].widget);
      total += shown[i] ? widths[i] + SPACING : 0;
      if (self->parts[i].widget == self->clock)
        clock = (int) i;
    }
  total = give_way (self, total, width, VITAL, shown, widths);
  if (total <= width)
    return;

  gtk_widget_measure (self->clock, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  total = give_way (self, total, width + (int) (widths[clock] * (1.0 - SHORTENED)), G_MAXUINT, shown, widths);
  widths[clock] = MAX (widths[clock] - MAX (total - width, 0), minimum);
}

static void
atlas_clock_bar_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  AtlasClockBar *self = ATLAS_CLOCK_BAR (widget);
  gboolean       shown[MAX_PARTS];
  int            widths[MAX_PARTS];
  int            x = 0;
  int            end = width;

  fit (self, width, shown, widths);
  for (guint i = 0; i < self->n_parts; i++)
    if (shown[i] && self->parts[i].end == ATLAS_CLOCK_BAR_RIGHT)
      end -= widths[i] + SPACING;
  end += SPACING;

  for (guint i = 0; i < self->n_parts; i++)
    {
      int *at = self->parts[i].end == ATLAS_CLOCK_BAR_RIGHT ? &end : &x;
      int  own_x = *at;

      gtk_widget_set_child_visible (self->parts[i].widget, shown[i]);
      if (!shown[i])
        continue;

      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        own_x = width - own_x - widths[i];
      gtk_widget_size_allocate (self->parts[i].widget, &(GtkAllocation){ own_x, 0, widths[i], height }, -1);
      *at += widths[i] + SPACING;
    }
}

static void
atlas_clock_bar_dispose (GObject *object)
{
  AtlasClockBar *self = ATLAS_CLOCK_BAR (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->player);
  for (guint i = 0; i < self->n_parts; i++)
    gtk_widget_unparent (self->parts[i].widget);
  self->n_parts = 0;

  G_OBJECT_CLASS (atlas_clock_bar_parent_class)->dispose (object);
}

static void
atlas_clock_bar_class_init (AtlasClockBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_clock_bar_dispose;
  widget_class->measure = atlas_clock_bar_measure;
  widget_class->size_allocate = atlas_clock_bar_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "atlas-clock-bar");
}

static void
atlas_clock_bar_init (AtlasClockBar *self)
{
  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::playing", G_CALLBACK (playing_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::clock-mode", G_CALLBACK (mode_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_clock_bar_new (AtlasClockPlayer *player)
{
  /* From left to right; what can be done by keys and the wheel gives way first. */
  static const struct
  {
    GtkWidget *(*create) (AtlasClockBar *self);
    AtlasClockBarEnd end;
    guint            rank;
  } parts[] = {
    { create_play, ATLAS_CLOCK_BAR_LEFT, 0 },
    { create_clock, ATLAS_CLOCK_BAR_LEFT, 0 },
    { create_modes, ATLAS_CLOCK_BAR_LEFT, VITAL },
    { create_step, ATLAS_CLOCK_BAR_LEFT, 40 },
    { create_speed, ATLAS_CLOCK_BAR_LEFT, 30 },
    { create_loop, ATLAS_CLOCK_BAR_LEFT, 20 },
    { create_zoom, ATLAS_CLOCK_BAR_RIGHT, 10 },
  };
  AtlasClockBar *self = g_object_new (ATLAS_TYPE_CLOCK_BAR, NULL);

  self->player = g_object_ref (player);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *part = parts[i].create (self);

      if (parts[i].create == create_play)
        self->play = part;
      else if (parts[i].create == create_clock)
        self->clock = part;
      atlas_clock_bar_add (self, part, parts[i].end, parts[i].rank);
    }

  return GTK_WIDGET (self);
}

void
atlas_clock_bar_add (AtlasClockBar   *self,
                     GtkWidget       *part,
                     AtlasClockBarEnd end,
                     guint            rank)
{
  g_return_if_fail (ATLAS_IS_CLOCK_BAR (self));
  g_return_if_fail (GTK_IS_WIDGET (part));
  g_return_if_fail (self->n_parts < MAX_PARTS);

  self->parts[self->n_parts++] = (Part){ part, end, rank };
  gtk_widget_set_parent (part, GTK_WIDGET (self));
}

void
atlas_clock_bar_set_session (AtlasClockBar *self,
                             AtlasSession  *session)
{
  g_return_if_fail (ATLAS_IS_CLOCK_BAR (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  atlas_clock_entry_set_session (ATLAS_CLOCK_ENTRY (self->clock), session);
  if (session != NULL)
    {
      playing_changed_cb (self);
      mode_changed_cb (self);
    }
}

AtlasClockEntry *
atlas_clock_bar_get_clock_entry (AtlasClockBar *self)
{
  return ATLAS_CLOCK_ENTRY (self->clock);
}

GtkWidget *
atlas_clock_bar_get_play_button (AtlasClockBar *self)
{
  return self->play;
}
