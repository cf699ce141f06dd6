// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session-state.h"

G_BEGIN_DECLS

/* One "key=value" of a link. @parse leaves the state alone when it says FALSE; @print gives NULL for what is not set. */
typedef struct
{
  const char *key;
  gboolean  (*parse) (AtlasSessionState       *state,
                      const char              *value);
  char     *(*print) (const AtlasSessionState *state);
} AtlasLinkKey;

/* All there are, in the order in which they are printed. */
const AtlasLinkKey *atlas_link_get_keys         (guint                   *n_keys);
/* Frees what @out held; touches it only on success. */
gboolean            atlas_link_parse_id         (const char              *value,
                                                 char                   **out);
/* The mode that a link does not need to say. */
AtlasClockMode      atlas_link_get_default_mode (const AtlasSessionState *state);

G_END_DECLS
