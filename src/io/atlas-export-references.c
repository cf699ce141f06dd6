// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-exporter-private.h"

#include "atlas-reference-format.h"

#include <string.h>

/* Sources, in the formats in which programs that keep references exchange them. */
ATLAS_EXPORT_WRITE (references)
{
  const AtlasReferenceFormat *format = atlas_reference_format_lookup (self->id);
  g_autoptr (GPtrArray) references = NULL;
  g_autofree char *text = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  references = atlas_export_dup_references (what);
  text = format->write (references);

  return g_output_stream_write_all (stream, text, strlen (text), NULL, cancellable, error);
}
