// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "atlas-date-entry.h"
#include "atlas-edtf.h"

/* Farther off, days are no longer told apart. */
#define FAR 3000000

/* A date has a begin before its end, and words; what is written of its days means them again. */
static void
check_span (AtlasTimeSpan span)
{
  g_autofree char *text = atlas_time_span_to_edtf (span);
  g_autofree char *words = atlas_time_span_to_words (span);
  AtlasEdtf        again;

  g_assert (span.begin < span.end);
  g_assert (words != NULL);
  g_assert (atlas_edtf_parse (text, &again, NULL));
  if ((span.begin == G_MININT || ABS (span.begin) < FAR) && (span.end == G_MAXINT || ABS (span.end) < FAR))
    g_assert (atlas_time_span_equal (again.span, span));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  AtlasEdtf        edtf;
  AtlasTimeSpan    span;

  if (atlas_edtf_parse (text, &edtf, NULL))
    {
      g_autofree char *words = atlas_edtf_to_words (&edtf);

      g_assert (g_utf8_validate (words, -1, NULL));
      check_span (edtf.span);
    }

  if (g_utf8_validate (text, -1, NULL) && atlas_date_entry_parse (text, &span, NULL))
    check_span (span);

  return 0;
}
