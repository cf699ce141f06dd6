// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The longest talk that can be planned, minutes. */
#define ATLAS_STOPWATCH_MAX_PLANNED 600

/* Tells the time, µs from any moment on; it never goes back. */
typedef gint64 (*AtlasStopwatchClock) (gpointer user_data);

/**
 * AtlasStopwatch:
 *
 * How long a talk has taken, and how long it may still take.
 *
 * It holds no timer of its own: who shows it asks it as often as its figures change.
 *
 * Properties (notify only on change): `running`, `planned` (guint, minutes; 0: no length is planned), `begun` (it runs, or was
 * paused). Signal: `reset`.
 */
#define ATLAS_TYPE_STOPWATCH (atlas_stopwatch_get_type ())
G_DECLARE_FINAL_TYPE (AtlasStopwatch, atlas_stopwatch, ATLAS, STOPWATCH, GObject)

AtlasStopwatch *atlas_stopwatch_new            (void) G_GNUC_WARN_UNUSED_RESULT;
/* One that asks @clock for the time. */
AtlasStopwatch *atlas_stopwatch_new_with_clock (AtlasStopwatchClock clock,
                                                gpointer            user_data) G_GNUC_WARN_UNUSED_RESULT;

/* Goes on from where it was paused; one that runs is left alone. */
void            atlas_stopwatch_start          (AtlasStopwatch     *self);
void            atlas_stopwatch_pause          (AtlasStopwatch     *self);
/* To nothing; one that runs goes on from there. */
void            atlas_stopwatch_reset          (AtlasStopwatch     *self);

gboolean        atlas_stopwatch_get_running    (AtlasStopwatch     *self);
gboolean        atlas_stopwatch_get_begun      (AtlasStopwatch     *self);
guint           atlas_stopwatch_get_planned    (AtlasStopwatch     *self); /* minutes; 0: none */
void            atlas_stopwatch_set_planned    (AtlasStopwatch     *self,
                                                guint               minutes);
/* Whole seconds that it has run. */
gint64          atlas_stopwatch_get_elapsed    (AtlasStopwatch     *self);
/* Whole seconds that are left of the planned length; below 0: over it by so many; 0 without a planned length. */
gint64          atlas_stopwatch_get_remaining  (AtlasStopwatch     *self);

/**
 * AtlasStopwatchMood:
 *
 * How the time stands to the planned length. "Soon" is the last tenth of it, and the last minute at least.
 */
typedef enum
{
  ATLAS_STOPWATCH_CALM,
  ATLAS_STOPWATCH_SOON,
  ATLAS_STOPWATCH_OVER,
} AtlasStopwatchMood;

AtlasStopwatchMood atlas_stopwatch_get_mood    (AtlasStopwatch     *self);

/* When the figures change next, µs from now; -1: not by themselves. */
gint64          atlas_stopwatch_get_next       (AtlasStopwatch     *self);

/* "4:07", "1:04:07", "−0:12". (transfer full) */
char           *atlas_stopwatch_format         (gint64              seconds) G_GNUC_WARN_UNUSED_RESULT;
/* The same to be spoken: "4 minutes 7 seconds". Of what is below 0 the amount. (transfer full) */
char           *atlas_stopwatch_to_words       (gint64              seconds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
