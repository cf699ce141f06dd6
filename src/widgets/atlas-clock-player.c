// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-clock-player.h"

#include "atlas-timeline-layout.h"

#define STEP_US 500000.0 /* of playing, at speed 1 */
#define MAX_SKIP 64      /* steps; after a longer pause it goes on from where it was */

struct _AtlasClockPlayer
{
  GObject        parent_instance;

  AtlasSession  *session;
  GSignalGroup  *session_signals;
  GSource       *source; /* while it plays */
  gint64         due;
  AtlasClockStep step;
  double         speed;
  gboolean       loop;
};

G_DEFINE_FINAL_TYPE (AtlasClockPlayer, atlas_clock_player, G_TYPE_OBJECT)

enum
{
  PROP_STEP = 1,
  PROP_SPEED,
  PROP_LOOP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* clang-format off */
/* A large step. */
static const struct
{
  AtlasClockStep step;
  int            count;
} leaps[] = {
  [ATLAS_CLOCK_STEP_DAY]     = { ATLAS_CLOCK_STEP_DAY, 30 },
  [ATLAS_CLOCK_STEP_MONTH]   = { ATLAS_CLOCK_STEP_MONTH, 12 },
  [ATLAS_CLOCK_STEP_QUARTER] = { ATLAS_CLOCK_STEP_QUARTER, 4 },
  [ATLAS_CLOCK_STEP_YEAR]    = { ATLAS_CLOCK_STEP_YEAR, 5 },
  [ATLAS_CLOCK_STEP_CHANGE]  = { ATLAS_CLOCK_STEP_CHANGE, 10 },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (leaps) == ATLAS_N_CLOCK_STEPS);

/* What it plays over: the window, or what the timeline shows. An open side of a window is the view's. Somebody who looks
 * elsewhere meanwhile does not stop the clock: then it plays to the last date. */
static AtlasTimeSpan
get_stage (AtlasClockPlayer *self)
{
  AtlasTimeSpan window = atlas_filter_get_window (atlas_session_get_filter (self->session));
  AtlasTimeSpan range = atlas_session_get_range (self->session);

  if (atlas_time_span_is_empty (window) && self->source != NULL && !atlas_time_span_overlaps (atlas_session_get_clock (self->session), range))
    return ATLAS_TIME_SPAN_INIT (range.begin, MAX (range.end, atlas_timeline_get_bounds (atlas_session_get_dataset (self->session), atlas_day_today ()).end));
  if (atlas_time_span_is_empty (window))
    return range;
  if (window.begin == G_MININT)
    window.begin = MIN (range.begin, window.end - 1);
  if (window.end == G_MAXINT)
    window.end = MAX (range.end, window.begin + 1);

  return window;
}

/* One step later than @clock. FALSE: nothing changes any more. */
static gboolean
get_next (AtlasClockPlayer *self,
          AtlasTimeSpan     clock,
          AtlasTimeSpan    *next)
{
  if (self->step == ATLAS_CLOCK_STEP_CHANGE)
    return atlas_session_find_change (self->session, clock, 1, next);

  *next = atlas_time_unit_step ((AtlasTimeUnit) self->step, clock.end - 1, 1);

  return TRUE;
}

/* The first step that begins on the stage. FALSE: nothing changes there. */
static gboolean
get_first (AtlasClockPlayer *self,
           AtlasTimeSpan     stage,
           AtlasTimeSpan    *first)
{
  AtlasTimeSpan next;

  if (self->step == ATLAS_CLOCK_STEP_CHANGE)
    return atlas_session_find_change (self->session, ATLAS_TIME_SPAN_INIT (stage.begin, G_MAXINT), 1, first) && first->begin < stage.end;

  *first = atlas_time_unit_around ((AtlasTimeUnit) self->step, stage.begin);
  next = atlas_time_unit_step ((AtlasTimeUnit) self->step, stage.begin, 1);
  if (first->begin < stage.begin && next.begin < stage.end)
    *first = next;

  return TRUE;
}

static gboolean
is_at_end (AtlasClockPlayer *self,
           AtlasTimeSpan     clock,
           AtlasTimeSpan     stage)
{
  AtlasTimeSpan next;

  return !get_next (self, clock, &next) || next.begin >= stage.end;
}

/* Sets the clock, and lets flash what begins in the days that it has @passed. */
static void
show (AtlasClockPlayer *self,
      AtlasTimeSpan     clock,
      AtlasTimeSpan     passed)
{
  atlas_session_set_clock (self->session, clock);
  if (self->step == ATLAS_CLOCK_STEP_CHANGE)
    atlas_session_ping_at (self->session, clock);
  else
    atlas_session_ping_within (self->session, passed);
}

/* Puts the clock on the stage when it is not there, or at its end. Returns whether there is something to play. */
static gboolean
enter_stage (AtlasClockPlayer *self)
{
  AtlasTimeSpan stage = get_stage (self);
  AtlasTimeSpan clock = atlas_session_get_clock (self->session);

  if (atlas_session_get_clock_mode (self->session) != ATLAS_CLOCK_ALL && atlas_time_span_overlaps (clock, stage) && !is_at_end (self, clock, stage))
    return TRUE;

  if (!get_first (self, stage, &clock))
    return FALSE;

  show (self, clock, clock);

  return TRUE;
}

/* @count steps on; round and round where it loops. FALSE: it has come to the end. */
static gboolean
advance (AtlasClockPlayer *self,
         gint64            count)
{
  AtlasTimeSpan stage = get_stage (self);
  AtlasTimeSpan clock = atlas_session_get_clock (self->session);
  AtlasTimeSpan passed = ATLAS_TIME_SPAN_INIT (clock.end, clock.end);
  gboolean      goes_on = TRUE;

  for (gint64 i = 0; i < count && goes_on; i++)
    {
      AtlasTimeSpan next;

      if (get_next (self, clock, &next) && next.begin < stage.end)
        {
          clock = next;
          passed.end = next.end;
          continue;
        }

      goes_on = self->loop && get_first (self, stage, &clock);
      if (goes_on)
        passed = clock;
    }

  if (!atlas_time_span_is_empty (passed))
    show (self, clock, passed);

  return goes_on;
}

static double
get_interval (AtlasClockPlayer *self)
{
  return STEP_US / self->speed;
}

void
atlas_clock_player_catch_up (AtlasClockPlayer *self,
                             gint64            now)
{
  double interval;
  gint64 count;

  g_return_if_fail (ATLAS_IS_CLOCK_PLAYER (self));

  if (self->source == NULL || now < self->due)
    return;

  interval = get_interval (self);
  count = 1 + (gint64) ((now - self->due) / interval);
  self->due += (gint64) (count * interval);
  g_source_set_ready_time (self->source, self->due);

  if (!advance (self, count > MAX_SKIP ? 1 : count))
    atlas_session_set_playing (self->session, FALSE);
}

static gboolean
dispatch (GSource    *source,
          GSourceFunc callback,
          gpointer    user_data)
{
  g_autoptr (AtlasClockPlayer) self = g_object_ref (user_data); /* whoever hears of the step may let go of it */

  atlas_clock_player_catch_up (self, g_source_get_time (source));

  return G_SOURCE_CONTINUE;
}

static void
stop (AtlasClockPlayer *self)
{
  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
}

static void
start (AtlasClockPlayer *self)
{
  static GSourceFuncs funcs = { .dispatch = dispatch };

  stop (self);
  self->source = g_source_new (&funcs, sizeof (GSource));
  self->due = g_get_monotonic_time () + (gint64) get_interval (self);
  g_source_set_static_name (self->source, "atlas-clock-player");
  g_source_set_callback (self->source, NULL, self, NULL);
  g_source_set_ready_time (self->source, self->due);
  g_source_attach (self->source, NULL);
}

static void
playing_changed_cb (AtlasClockPlayer *self)
{
  if (self->session == NULL || !atlas_session_get_playing (self->session))
    stop (self);
  else if (enter_stage (self))
    start (self);
  else
    atlas_session_set_playing (self->session, FALSE);
}

static void
atlas_clock_player_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  AtlasClockPlayer *self = ATLAS_CLOCK_PLAYER (object);

  switch (property_id)
    {
    case PROP_STEP:
      g_value_set_int (value, (int) self->step);
      break;

    case PROP_SPEED:
      g_value_set_double (value, self->speed);
      break;

    case PROP_LOOP:
      g_value_set_boolean (value, self->loop);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_clock_player_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  AtlasClockPlayer *self = ATLAS_CLOCK_PLAYER (object);

  switch (property_id)
    {
    case PROP_STEP:
      atlas_clock_player_set_step (self, (AtlasClockStep) g_value_get_int (value));
      break;

    case PROP_SPEED:
      atlas_clock_player_set_speed (self, g_value_get_double (value));
      break;

    case PROP_LOOP:
      atlas_clock_player_set_loop (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_clock_player_dispose (GObject *object)
{
  AtlasClockPlayer *self = ATLAS_CLOCK_PLAYER (object);

  stop (self);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_clock_player_parent_class)->dispose (object);
}

static void
atlas_clock_player_class_init (AtlasClockPlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atlas_clock_player_dispose;
  object_class->get_property = atlas_clock_player_get_property;
  object_class->set_property = atlas_clock_player_set_property;

  properties[PROP_STEP] = g_param_spec_int ("step", NULL, NULL, 0, ATLAS_N_CLOCK_STEPS - 1, ATLAS_CLOCK_STEP_MONTH,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SPEED] = g_param_spec_double ("speed", NULL, NULL, ATLAS_CLOCK_MIN_SPEED, ATLAS_CLOCK_MAX_SPEED, 1.0,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOOP] = g_param_spec_boolean ("loop", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_clock_player_init (AtlasClockPlayer *self)
{
  self->step = ATLAS_CLOCK_STEP_MONTH;
  self->speed = 1.0;
  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::playing", G_CALLBACK (playing_changed_cb), self, G_CONNECT_SWAPPED);
}

AtlasClockPlayer *
atlas_clock_player_new (void)
{
  return g_object_new (ATLAS_TYPE_CLOCK_PLAYER, NULL);
}

void
atlas_clock_player_set_session (AtlasClockPlayer *self,
                                AtlasSession     *session)
{
  g_return_if_fail (ATLAS_IS_CLOCK_PLAYER (self));
  g_return_if_fail (session == NULL || ATLAS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  playing_changed_cb (self);
}

AtlasClockStep
atlas_clock_player_get_step (AtlasClockPlayer *self)
{
  g_return_val_if_fail (ATLAS_IS_CLOCK_PLAYER (self), ATLAS_CLOCK_STEP_MONTH);

  return self->step;
}

void
atlas_clock_player_set_step (AtlasClockPlayer *self,
                             AtlasClockStep    step)
{
  g_return_if_fail (ATLAS_IS_CLOCK_PLAYER (self));
  g_return_if_fail ((guint) step < ATLAS_N_CLOCK_STEPS);

  if (self->step == step)
    return;

  self->step = step;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
}

AtlasTimeUnit
atlas_clock_player_get_unit (AtlasClockPlayer *self)
{
  g_return_val_if_fail (ATLAS_IS_CLOCK_PLAYER (self), ATLAS_TIME_UNIT_MONTH);

  return self->step < ATLAS_CLOCK_STEP_CHANGE ? (AtlasTimeUnit) self->step : ATLAS_TIME_UNIT_MONTH;
}

double
atlas_clock_player_get_speed (AtlasClockPlayer *self)
{
  g_return_val_if_fail (ATLAS_IS_CLOCK_PLAYER (self), 1.0);

  return self->speed;
}

void
atlas_clock_player_set_speed (AtlasClockPlayer *self,
                              double            speed)
{
  g_return_if_fail (ATLAS_IS_CLOCK_PLAYER (self));

  speed = CLAMP (speed, ATLAS_CLOCK_MIN_SPEED, ATLAS_CLOCK_MAX_SPEED);
  if (self->speed == speed)
    return;

  self->speed = speed;
  if (self->source != NULL)
    start (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEED]);
}

void
atlas_clock_player_set_loop (AtlasClockPlayer *self,
                             gboolean          loop)
{
  g_return_if_fail (ATLAS_IS_CLOCK_PLAYER (self));

  if (self->loop == !!loop)
    return;

  self->loop = !!loop;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOOP]);
}

static gboolean
move (AtlasClockPlayer *self,
      AtlasClockStep    by,
      int               count)
{
  int n = 0;

  if (self->session == NULL)
    return FALSE;

  if (by < ATLAS_CLOCK_STEP_CHANGE)
    {
      atlas_session_step_clock (self->session, (AtlasTimeUnit) by, count);
      atlas_session_reveal_clock (self->session);
      return TRUE;
    }

  while (n < ABS (count) && atlas_session_step_change (self->session, count < 0 ? -1 : 1))
    n++;
  atlas_session_reveal_clock (self->session);

  return n > 0;
}

gboolean
atlas_clock_player_move (AtlasClockPlayer *self,
                         int               count)
{
  g_return_val_if_fail (ATLAS_IS_CLOCK_PLAYER (self), FALSE);

  return move (self, self->step, count);
}

gboolean
atlas_clock_player_leap (AtlasClockPlayer *self,
                         int               count)
{
  g_return_val_if_fail (ATLAS_IS_CLOCK_PLAYER (self), FALSE);

  return move (self, leaps[self->step].step, leaps[self->step].count * count);
}

void
atlas_clock_player_go_to_end (AtlasClockPlayer *self,
                              int               direction)
{
  AtlasDataset *dataset = NULL;
  AtlasTimeSpan limits;

  g_return_if_fail (ATLAS_IS_CLOCK_PLAYER (self));

  dataset = self->session != NULL ? atlas_session_get_dataset (self->session) : NULL;
  if (dataset == NULL)
    return;

  limits = atlas_session_get_clock_limits (self->session, atlas_timeline_get_bounds (dataset, atlas_day_today ()));
  if (atlas_time_span_is_empty (limits))
    return;

  atlas_session_set_clock (self->session, atlas_time_unit_around (atlas_clock_player_get_unit (self), direction < 0 ? limits.begin : limits.end - 1));
  atlas_session_reveal_clock (self->session);
}

gint64
atlas_clock_player_get_due (AtlasClockPlayer *self)
{
  g_return_val_if_fail (ATLAS_IS_CLOCK_PLAYER (self), G_MAXINT64);

  return self->source != NULL ? self->due : G_MAXINT64;
}
