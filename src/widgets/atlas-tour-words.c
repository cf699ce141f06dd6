// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tour-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A citation has at most this many digits. */
#define MAX_DIGITS 4

char *
atlas_tour_step_date_to_words (AtlasTourStep *step)
{
  const AtlasSessionState *state = atlas_tour_step_get_state (step);
  g_autofree char         *date = NULL;
  g_autofree char         *compared = NULL;

  if (atlas_time_span_is_empty (state->date))
    return g_strdup (_ ("All dates"));

  date = atlas_time_span_to_words (state->date);
  if (!atlas_time_span_is_empty (state->comparison))
    {
      compared = atlas_time_span_to_words (state->comparison);

      /* Translators: two dates that are compared, "1996 and 2020" */
      return g_strdup_printf (_ ("%s and %s"), compared, date);
    }

  /* Translators: the clock shows all that has begun by a date, "Up to 2012" */
  return state->mode == ATLAS_CLOCK_UP_TO ? g_strdup_printf (_ ("Up to %s"), date) : g_steal_pointer (&date);
}

/* From the first to the last date that a step looks at. */
static AtlasTimeSpan
get_extent (AtlasTour *tour)
{
  AtlasTimeSpan extent = ATLAS_TIME_SPAN_NONE;

  for (guint i = 0; i < atlas_tour_get_n_steps (tour); i++)
    {
      AtlasTimeSpan date = atlas_tour_step_get_state (atlas_tour_get_step (tour, i))->date;

      if (atlas_time_span_is_empty (date))
        continue;
      extent.begin = atlas_time_span_is_empty (extent) ? date.begin : MIN (extent.begin, date.begin);
      extent.end = MAX (extent.end, date.end);
    }

  return extent;
}

char *
atlas_tour_extent_to_words (AtlasTour *tour)
{
  guint            n_steps = atlas_tour_get_n_steps (tour);
  AtlasTimeSpan    extent = get_extent (tour);
  g_autofree char *count = g_strdup_printf (ngettext ("%u step", "%u steps", n_steps), n_steps);
  int              first = 0;
  int              last = 0;
  int              month = 0;
  int              day = 0;

  if (atlas_time_span_is_empty (extent))
    return g_steal_pointer (&count);

  atlas_day_to_ymd (extent.begin, &first, &month, &day);
  atlas_day_to_ymd (extent.end - 1, &last, &month, &day);
  if (first == last)
    return g_strdup_printf ("%s · %d", count, first);

  return g_strdup_printf ("%s · %d–%d", count, first, last);
}

char *
atlas_tour_text_to_markup (const char *text)
{
  GString *markup = g_string_new (NULL);

  while (*text != '\0')
    {
      const char      *mark = strchr (text, '[');
      size_t           digits = mark != NULL ? strspn (mark + 1, "0123456789") : 0;
      gboolean         is_citation = digits > 0 && digits <= MAX_DIGITS && mark[1 + digits] == ']';
      size_t           length = mark == NULL ? strlen (text) : (size_t) (mark - text) + (is_citation ? 0 : 1);
      g_autofree char *words = g_markup_escape_text (text, (gssize) length);

      g_string_append (markup, words);
      text += length;
      if (is_citation)
        {
          g_string_append_printf (markup, "<a href=\"cite:%.*s\"><small>[%.*s]</small></a>", (int) digits, mark + 1, (int) digits, mark + 1);
          text += digits + 2;
        }
    }

  return g_string_free (markup, FALSE);
}
