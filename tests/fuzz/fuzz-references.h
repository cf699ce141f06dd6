// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-reference-batch.h"
#include "atlas-reference-format.h"

#include <string.h>

/* Reads references in one format, writes them in all, and reads those again: no record and no title is lost, and what was written
 * has no mistake. */

static GPtrArray *
fuzz_read (const char *format,
           const void *data,
           gsize       size,
           gboolean    ours)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  GPtrArray *references = atlas_reference_format_read (atlas_reference_format_lookup (format), bytes, "fuzz", findings);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *words = atlas_finding_to_string (g_ptr_array_index (findings, i));

      if (ours)
        g_error ("what was written in %s is not right: %s\n%.*s", format, words, (int) size, (const char *) data);
    }

  return references;
}

static void
fuzz_round_trip (GPtrArray  *before,
                 const char *format)
{
  g_autofree char *text = atlas_reference_format_lookup (format)->write (before);
  g_autoptr (GPtrArray) after = NULL;

  if (before->len == 0)
    return;

  g_assert (g_utf8_validate (text, -1, NULL));
  after = fuzz_read (format, text, strlen (text), TRUE);
  g_assert (after->len == before->len);
  for (guint i = 0; i < before->len; i++)
    {
      g_autofree char *line = atlas_reference_format (g_ptr_array_index (after, i));
      g_autofree char *old = atlas_reference_clean_text (atlas_reference_get_title (g_ptr_array_index (before, i)));
      g_autofree char *new = atlas_reference_clean_text (atlas_reference_get_title (g_ptr_array_index (after, i)));

      if (old != NULL && g_strcmp0 (old, new) != 0)
        g_error ("a title is lost in %s:\n%s\n%s\n%s", format, old, new, text);
    }
}

static void
fuzz_references (const char *format,
                 const void *data,
                 gsize       size)
{
  g_autoptr (GPtrArray) references = fuzz_read (format, data, size, FALSE);
  guint                       n_formats = 0;
  const AtlasReferenceFormat *formats = atlas_reference_format_list (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    fuzz_round_trip (references, formats[i].id);
}
