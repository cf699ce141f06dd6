// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-history.h"

struct _AtlasHistory
{
  GPtrArray *states;  /* of AtlasSessionState, the oldest first */
  guint      present; /* index of the present one; meaningless while there is none */
};

/**
 * atlas_history_new:
 *
 * Makes a history of no places.
 *
 * Returns: (transfer full): the history
 */
AtlasHistory *
atlas_history_new (void)
{
  AtlasHistory *self = g_new0 (AtlasHistory, 1);

  self->states = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_session_state_free);

  return self;
}

void
atlas_history_free (AtlasHistory *self)
{
  g_clear_pointer (&self->states, g_ptr_array_unref);
  g_free (self);
}

void
atlas_history_push (AtlasHistory            *self,
                    const AtlasSessionState *state)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (state != NULL);

  if (self->states->len > 0)
    {
      guint next = self->present + 1;

      if (atlas_session_state_equal (g_ptr_array_index (self->states, self->present), state))
        return;

      g_ptr_array_remove_range (self->states, next, self->states->len - next);
    }

  g_ptr_array_add (self->states, atlas_session_state_copy (state));
  if (self->states->len > ATLAS_HISTORY_MAX)
    g_ptr_array_remove_index (self->states, 0);
  self->present = self->states->len - 1;
}

void
atlas_history_amend (AtlasHistory            *self,
                     const AtlasSessionState *state)
{
  AtlasSessionState **present = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (state != NULL);

  if (self->states->len == 0)
    {
      atlas_history_push (self, state);
      return;
    }

  present = (AtlasSessionState **) &g_ptr_array_index (self->states, self->present);
  atlas_session_state_free (*present);
  *present = atlas_session_state_copy (state);
}

gboolean
atlas_history_can_go (const AtlasHistory *self,
                      int                 steps)
{
  gint64 target = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  target = (gint64) self->present + steps;

  return target >= 0 && target < (gint64) self->states->len;
}

const AtlasSessionState *
atlas_history_go (AtlasHistory *self,
                  int           steps)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!atlas_history_can_go (self, steps))
    return NULL;

  self->present = (guint) ((gint64) self->present + steps);

  return g_ptr_array_index (self->states, self->present);
}
