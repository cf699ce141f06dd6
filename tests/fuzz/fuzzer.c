// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What libFuzzer calls before the first input: warnings and errors abort. As traps, which is what GLib makes of them, they would
 * end the fuzzer before it has kept the input. */

#include "fuzz.h"

#include <stdlib.h>

static void
log_cb (const char    *domain,
        GLogLevelFlags level,
        const char    *message,
        gpointer       user_data)
{
  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) == 0)
    return;

  g_printerr ("%s: %s\n", domain != NULL ? domain : "", message);
  abort ();
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  g_log_set_default_handler (log_cb, NULL);

  return 0;
}
