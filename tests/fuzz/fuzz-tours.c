// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "atlas-tours-reader.h"
#include "atlas-tours-writer.h"

/* Tours that are read are written so that they are read as the same, and then written byte by byte as before. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autofree char *atlas = NULL;
  g_autofree char *same = NULL;
  g_autoptr (GPtrArray) tours = atlas_tours_read_own (bytes, "tours.json", &atlas, NULL);
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) rewritten = NULL;
  g_autoptr (GError) error = NULL;

  if (tours == NULL)
    return 0;

  written = atlas_tours_write (atlas, tours);
  again = atlas_tours_read_own (written, "tours.json", &same, &error);
  if (again == NULL)
    {
      /* Escapes may make a state longer than a link can be. */
      if (g_error_matches (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_LIMIT))
        return 0;
      g_error ("what was written is not read: %s", error->message);
    }

  if (again->len != tours->len)
    g_error ("%u tours of %u", again->len, tours->len);
  rewritten = atlas_tours_write (same, again);
  if (!g_bytes_equal (written, rewritten))
    g_error ("what was written is written otherwise");

  return 0;
}
