// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-stopwatch.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define MINUTE 60
#define HOUR 3600
/* The share of a planned length that is "soon". */
#define SOON_SHARE 10

struct _AtlasStopwatch
{
  GObject             parent_instance;

  AtlasStopwatchClock clock;
  gpointer            clock_data;
  gint64              before;  /* what it had run when it was started last, µs */
  gint64              started; /* when that was, by the clock; of one that runs */
  gboolean            running;
  guint               planned; /* minutes */
};

G_DEFINE_FINAL_TYPE (AtlasStopwatch, atlas_stopwatch, G_TYPE_OBJECT)

enum
{
  PROP_RUNNING = 1,
  PROP_PLANNED,
  PROP_BEGUN,
  N_PROPS
};

enum
{
  RESET,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static gint64
tell_monotonic (gpointer user_data)
{
  return g_get_monotonic_time ();
}

/* µs */
static gint64
measure (AtlasStopwatch *self)
{
  return self->before + (self->running ? self->clock (self->clock_data) - self->started : 0);
}

static void
atlas_stopwatch_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  AtlasStopwatch *self = ATLAS_STOPWATCH (object);

  switch (property_id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;

    case PROP_PLANNED:
      g_value_set_uint (value, self->planned);
      break;

    case PROP_BEGUN:
      g_value_set_boolean (value, atlas_stopwatch_get_begun (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_stopwatch_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (property_id == PROP_PLANNED)
    atlas_stopwatch_set_planned (ATLAS_STOPWATCH (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
atlas_stopwatch_class_init (AtlasStopwatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = atlas_stopwatch_get_property;
  object_class->set_property = atlas_stopwatch_set_property;

  properties[PROP_RUNNING] =
    g_param_spec_boolean ("running", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLANNED] =
    g_param_spec_uint ("planned", NULL, NULL, 0, ATLAS_STOPWATCH_MAX_PLANNED, 0,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BEGUN] =
    g_param_spec_boolean ("begun", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[RESET] = g_signal_new ("reset", ATLAS_TYPE_STOPWATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_stopwatch_init (AtlasStopwatch *self)
{
  self->clock = tell_monotonic;
}

AtlasStopwatch *
atlas_stopwatch_new (void)
{
  return g_object_new (ATLAS_TYPE_STOPWATCH, NULL);
}

AtlasStopwatch *
atlas_stopwatch_new_with_clock (AtlasStopwatchClock clock,
                                gpointer            user_data)
{
  AtlasStopwatch *self = NULL;

  g_return_val_if_fail (clock != NULL, NULL);

  self = atlas_stopwatch_new ();
  self->clock = clock;
  self->clock_data = user_data;

  return self;
}

/* From @before on. */
static void
set (AtlasStopwatch *self,
     gboolean        running,
     gint64          before)
{
  gboolean was_running = self->running;
  gboolean was_begun = atlas_stopwatch_get_begun (self);

  self->before = before;
  self->started = running ? self->clock (self->clock_data) : 0;
  self->running = running;

  if (running != was_running)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  if (atlas_stopwatch_get_begun (self) != was_begun)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BEGUN]);
}

void
atlas_stopwatch_start (AtlasStopwatch *self)
{
  g_return_if_fail (ATLAS_IS_STOPWATCH (self));

  if (!self->running)
    set (self, TRUE, self->before);
}

void
atlas_stopwatch_pause (AtlasStopwatch *self)
{
  g_return_if_fail (ATLAS_IS_STOPWATCH (self));

  if (self->running)
    set (self, FALSE, measure (self));
}

void
atlas_stopwatch_reset (AtlasStopwatch *self)
{
  g_return_if_fail (ATLAS_IS_STOPWATCH (self));

  set (self, self->running, 0);
  g_signal_emit (self, signals[RESET], 0);
}

gboolean
atlas_stopwatch_get_running (AtlasStopwatch *self)
{
  g_return_val_if_fail (ATLAS_IS_STOPWATCH (self), FALSE);

  return self->running;
}

gboolean
atlas_stopwatch_get_begun (AtlasStopwatch *self)
{
  g_return_val_if_fail (ATLAS_IS_STOPWATCH (self), FALSE);

  return self->running || self->before > 0;
}

guint
atlas_stopwatch_get_planned (AtlasStopwatch *self)
{
  g_return_val_if_fail (ATLAS_IS_STOPWATCH (self), 0);

  return self->planned;
}

void
atlas_stopwatch_set_planned (AtlasStopwatch *self,
                             guint           minutes)
{
  g_return_if_fail (ATLAS_IS_STOPWATCH (self));

  minutes = MIN (minutes, ATLAS_STOPWATCH_MAX_PLANNED);
  if (self->planned == minutes)
    return;

  self->planned = minutes;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLANNED]);
}

gint64
atlas_stopwatch_get_elapsed (AtlasStopwatch *self)
{
  g_return_val_if_fail (ATLAS_IS_STOPWATCH (self), 0);

  return measure (self) / G_USEC_PER_SEC;
}

/* Whole seconds by the same clock as what has elapsed, so that both figures change at once and add up. */
gint64
atlas_stopwatch_get_remaining (AtlasStopwatch *self)
{
  g_return_val_if_fail (ATLAS_IS_STOPWATCH (self), 0);

  return self->planned > 0 ? (gint64) self->planned * MINUTE - atlas_stopwatch_get_elapsed (self) : 0;
}

AtlasStopwatchMood
atlas_stopwatch_get_mood (AtlasStopwatch *self)
{
  gint64 remaining = 0;

  g_return_val_if_fail (ATLAS_IS_STOPWATCH (self), ATLAS_STOPWATCH_CALM);

  if (self->planned == 0)
    return ATLAS_STOPWATCH_CALM;

  remaining = atlas_stopwatch_get_remaining (self);
  if (remaining < 0)
    return ATLAS_STOPWATCH_OVER;

  return remaining <= MAX (MINUTE, (gint64) self->planned * MINUTE / SOON_SHARE) ? ATLAS_STOPWATCH_SOON : ATLAS_STOPWATCH_CALM;
}

gint64
atlas_stopwatch_get_next (AtlasStopwatch *self)
{
  g_return_val_if_fail (ATLAS_IS_STOPWATCH (self), -1);

  return self->running ? G_USEC_PER_SEC - measure (self) % G_USEC_PER_SEC : -1;
}

/**
 * atlas_stopwatch_format:
 * @seconds: how long
 *
 * Writes a time in digits.
 *
 * Returns: (transfer full): "4:07"; from an hour on "1:04:07"; below 0 "−0:12"
 */
char *
atlas_stopwatch_format (gint64 seconds)
{
  const char *sign = seconds < 0 ? "−" : "";
  gint64      amount = ABS (seconds);

  if (amount < HOUR)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT ":%02d", sign, amount / MINUTE, (int) (amount % MINUTE));

  return g_strdup_printf ("%s%" G_GINT64_FORMAT ":%02d:%02d", sign, amount / HOUR, (int) (amount % HOUR / MINUTE), (int) (amount % MINUTE));
}

/**
 * atlas_stopwatch_to_words:
 * @seconds: how long
 *
 * Says a time in words, in the user's language.
 *
 * Returns: (transfer full): "1 hour 4 minutes"; seconds are said of less than an hour
 */
char *
atlas_stopwatch_to_words (gint64 seconds)
{
  gint64   amount = ABS (seconds);
  int      hours = (int) (amount / HOUR);
  int      minutes = (int) (amount % HOUR / MINUTE);
  int      rest = (int) (amount % MINUTE);
  GString *words = g_string_new (NULL);

  if (hours > 0)
    g_string_append_printf (words, ngettext ("%d hour", "%d hours", (unsigned long) hours), hours);
  if (minutes > 0)
    {
      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append_printf (words, ngettext ("%d minute", "%d minutes", (unsigned long) minutes), minutes);
    }
  if (hours == 0 && (rest > 0 || minutes == 0))
    {
      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append_printf (words, ngettext ("%d second", "%d seconds", (unsigned long) rest), rest);
    }

  return g_string_free (words, FALSE);
}
