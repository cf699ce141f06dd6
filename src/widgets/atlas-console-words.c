// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-console-private.h"

#include <glib/gi18n-lib.h>

/* What the presenter's window says of what the hall sees. */

/* clang-format off */
static const struct
{
  const char *id;
  const char *icon;
} states[] = {
  [ATLAS_CONSOLE_LIVE_STEP] = { "live",      "display-projector-symbolic" },
  [ATLAS_CONSOLE_WANDERING] = { "wandering", "find-location-symbolic" },
  [ATLAS_CONSOLE_FROZEN]    = { "frozen",    "weather-snow-symbolic" },
  [ATLAS_CONSOLE_BLACK]     = { "black",     "view-conceal-symbolic" },
  [ATLAS_CONSOLE_WHITE]     = { "white",     "view-conceal-symbolic" },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (states) == ATLAS_N_CONSOLE_STATES);

const char *
atlas_console_state_get_id (AtlasConsoleState state)
{
  return states[state].id;
}

const char *
atlas_console_state_get_icon (AtlasConsoleState state)
{
  return states[state].icon;
}

/* What covers all comes first. */
AtlasConsoleState
atlas_console_get_state (AtlasPresentation *presentation)
{
  switch (atlas_presentation_get_blank (presentation))
    {
    case ATLAS_BLANK_BLACK:
      return ATLAS_CONSOLE_BLACK;

    case ATLAS_BLANK_WHITE:
      return ATLAS_CONSOLE_WHITE;

    case ATLAS_BLANK_NONE:
    case ATLAS_N_BLANKS:
    default:
      break;
    }

  if (atlas_presentation_is_frozen (presentation))
    return ATLAS_CONSOLE_FROZEN;

  return atlas_presentation_is_wandering (presentation) ? ATLAS_CONSOLE_WANDERING : ATLAS_CONSOLE_LIVE_STEP;
}

char *
atlas_console_dup_state (AtlasPresentation *presentation,
                         guint              frozen_at)
{
  guint step = atlas_presentation_get_step (presentation);

  switch (atlas_console_get_state (presentation))
    {
    case ATLAS_CONSOLE_BLACK:
      return g_strdup (_ ("Black: the hall sees nothing"));

    case ATLAS_CONSOLE_WHITE:
      return g_strdup (_ ("White: the hall sees nothing"));

    case ATLAS_CONSOLE_FROZEN:
      if (frozen_at != 0 && frozen_at != step)
        return g_strdup_printf (_ ("Frozen at step %u; you are at step %u"), frozen_at, step);
      return g_strdup_printf (_ ("Frozen at step %u"), step);

    case ATLAS_CONSOLE_WANDERING:
      return g_strdup_printf (_ ("Wandering from step %u"), step);

    case ATLAS_CONSOLE_LIVE_STEP:
    case ATLAS_N_CONSOLE_STATES:
    default:
      return g_strdup_printf (_ ("The hall sees step %u"), step);
    }
}
