// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "atlas-session-state.h"

#include <string.h>

/* A link that is read is written as one that means the same. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char   *text = g_strndup ((const char *) data, size);
  AtlasSessionState *state = atlas_session_state_parse (text, NULL);
  AtlasSessionState *again = NULL;
  g_autofree char   *link = NULL;

  if (state == NULL)
    return 0;

  link = atlas_session_state_to_link (state);
  if (strlen (link) <= ATLAS_LINK_MAX_LENGTH)
    {
      again = atlas_session_state_parse (link, NULL);
      if (again == NULL || !atlas_session_state_equal (state, again))
        g_error ("“%s” is written as “%s”", text, link);
      atlas_session_state_free (again);
    }
  atlas_session_state_free (state);

  return 0;
}
