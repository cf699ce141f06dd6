// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-link-private.h"

#include <string.h>

/* The values of a link: how each is read from text that a stranger wrote, and written. */

/* What a link's values are held to: far more than any atlas has, far less than would hurt. */
#define MAX_ID_LENGTH 128
#define MAX_TAG_LENGTH 35
#define MAX_NUMBER 99999
#define MAX_YEAR 9999

#define ID_CHARACTERS "abcdefghijklmnopqrstuvwxyz0123456789-"
#define TAG_CHARACTERS ID_CHARACTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

static gboolean
is_made_of (const char *text,
            const char *characters,
            size_t      max_length)
{
  size_t length = strspn (text, characters);

  return length > 0 && length <= max_length && text[length] == '\0';
}

static gboolean
parse_string (const char *value,
              const char *characters,
              size_t      max_length,
              char      **out)
{
  if (!is_made_of (value, characters, max_length))
    return FALSE;

  g_free (*out);
  *out = g_strdup (value);
  return TRUE;
}

static gboolean
parse_number (const char *value,
              guint      *out)
{
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (value, 10, 1, MAX_NUMBER, &number, NULL))
    return FALSE;

  *out = (guint) number;
  return TRUE;
}

/* Reads days that are not empty; a closed side must be of a year that people write with four digits. */
static gboolean
parse_span (const char    *value,
            gboolean       may_be_open,
            AtlasTimeSpan *out)
{
  int           first = atlas_day_from_ymd (-MAX_YEAR, 1, 1);
  int           last = atlas_day_from_ymd (MAX_YEAR + 1, 1, 1);
  AtlasEdtf     edtf;
  AtlasTimeSpan span;

  if (strlen (value) > ATLAS_EDTF_MAX_LENGTH || !atlas_edtf_parse (value, &edtf, NULL))
    return FALSE;

  span = edtf.span;
  if (atlas_time_span_is_empty (span) ||
      (span.begin < first && !(may_be_open && span.begin == G_MININT)) ||
      (span.end > last && !(may_be_open && span.end == G_MAXINT)))
    return FALSE;

  *out = span;
  return TRUE;
}

static char *
print_span (AtlasTimeSpan span)
{
  return atlas_time_span_is_empty (span) ? NULL : atlas_time_span_to_edtf (span);
}

static char *
print_number (guint number)
{
  return number > 0 ? g_strdup_printf ("%u", number) : NULL;
}

/* A date that a clock can show. */
static gboolean
parse_unit (const char    *value,
            AtlasTimeSpan *out)
{
  AtlasTimeSpan span;
  AtlasTimeUnit unit;

  if (!parse_span (value, FALSE, &span) || !atlas_time_span_get_unit (span, &unit) || unit > ATLAS_TIME_UNIT_YEAR)
    return FALSE;

  *out = span;
  return TRUE;
}

static gboolean
parse_date (AtlasSessionState *state,
            const char        *value)
{
  return parse_unit (value, &state->date);
}

static char *
print_date (const AtlasSessionState *state)
{
  return print_span (state->date);
}

static gboolean
parse_mode (AtlasSessionState *state,
            const char        *value)
{
  return atlas_clock_mode_from_id (value, &state->mode);
}

AtlasClockMode
atlas_link_get_default_mode (const AtlasSessionState *state)
{
  return atlas_time_span_is_empty (state->date) ? ATLAS_CLOCK_ALL : ATLAS_CLOCK_AT;
}

static char *
print_mode (const AtlasSessionState *state)
{
  return state->mode == atlas_link_get_default_mode (state) ? NULL : g_strdup (atlas_clock_mode_get_id (state->mode));
}

static gboolean
parse_compare (AtlasSessionState *state,
               const char        *value)
{
  return parse_unit (value, &state->comparison);
}

static char *
print_compare (const AtlasSessionState *state)
{
  return print_span (state->comparison);
}

static gboolean
parse_range (AtlasSessionState *state,
             const char        *value)
{
  return parse_span (value, FALSE, &state->range);
}

static char *
print_range (const AtlasSessionState *state)
{
  return print_span (state->range);
}

static gboolean
parse_window (AtlasSessionState *state,
              const char        *value)
{
  return parse_span (value, TRUE, &state->window);
}

static char *
print_window (const AtlasSessionState *state)
{
  return print_span (state->window);
}

static gboolean
parse_map (AtlasSessionState *state,
           const char        *value)
{
  if (!atlas_camera_parse (value, &state->camera, NULL))
    return FALSE;

  state->has_camera = TRUE;
  return TRUE;
}

static char *
print_map (const AtlasSessionState *state)
{
  return state->has_camera ? atlas_camera_to_string (state->camera) : NULL;
}

static gboolean
parse_item (AtlasSessionState *state,
            const char        *value)
{
  return parse_string (value, ID_CHARACTERS, MAX_ID_LENGTH, &state->item);
}

static char *
print_item (const AtlasSessionState *state)
{
  return g_strdup (state->item);
}

static gboolean
parse_passage (AtlasSessionState *state,
               const char        *value)
{
  return parse_string (value, ID_CHARACTERS, MAX_ID_LENGTH, &state->passage);
}

static char *
print_passage (const AtlasSessionState *state)
{
  return g_strdup (state->passage);
}

static gboolean
parse_cite (AtlasSessionState *state,
            const char        *value)
{
  return parse_number (value, &state->cite);
}

static char *
print_cite (const AtlasSessionState *state)
{
  return print_number (state->cite);
}

static gboolean
parse_tour (AtlasSessionState *state,
            const char        *value)
{
  return parse_string (value, ID_CHARACTERS, MAX_ID_LENGTH, &state->tour);
}

static char *
print_tour (const AtlasSessionState *state)
{
  return g_strdup (state->tour);
}

static gboolean
parse_step (AtlasSessionState *state,
            const char        *value)
{
  return parse_number (value, &state->step);
}

static char *
print_step (const AtlasSessionState *state)
{
  return print_number (state->step);
}

static gboolean
parse_show (AtlasSessionState *state,
            const char        *value)
{
  return parse_string (value, ID_CHARACTERS ",", ATLAS_LINK_MAX_LENGTH, &state->show);
}

static char *
print_show (const AtlasSessionState *state)
{
  return g_strdup (state->show);
}

static gboolean
parse_find (AtlasSessionState *state,
            const char        *value)
{
  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;

  g_free (state->find);
  state->find = g_strdup (value);
  return TRUE;
}

static char *
print_find (const AtlasSessionState *state)
{
  return g_strdup (state->find);
}

static gboolean
parse_language (AtlasSessionState *state,
                const char        *value)
{
  return parse_string (value, TAG_CHARACTERS, MAX_TAG_LENGTH, &state->language);
}

static char *
print_language (const AtlasSessionState *state)
{
  return g_strdup (state->language);
}

static gboolean
parse_page (AtlasSessionState *state,
            const char        *value)
{
  return atlas_page_from_id (value, &state->page);
}

static char *
print_page (const AtlasSessionState *state)
{
  AtlasPage page = atlas_session_state_get_page (state);

  return page == (state->item != NULL ? ATLAS_PAGE_ITEM : ATLAS_PAGE_REPORT) ? NULL : g_strdup (atlas_page_get_id (page));
}

static gboolean
parse_source (AtlasSessionState *state,
              const char        *value)
{
  return parse_string (value, ID_CHARACTERS, MAX_ID_LENGTH, &state->source);
}

static char *
print_source (const AtlasSessionState *state)
{
  return g_strdup (state->source);
}

static gboolean
parse_overlay (AtlasSessionState *state,
               const char        *value)
{
  return atlas_overlay_from_id (value, &state->overlay);
}

static char *
print_overlay (const AtlasSessionState *state)
{
  return state->overlay == ATLAS_OVERLAY_NONE ? NULL : g_strdup (atlas_overlay_get_id (state->overlay));
}

/* The keys of a link, in the order in which they are printed. A value that is not set prints as NULL. */
/* clang-format off */
static const AtlasLinkKey keys[] = {
  { "date",    parse_date,     print_date },
  { "mode",    parse_mode,     print_mode },
  { "compare", parse_compare,  print_compare },
  { "range",   parse_range,    print_range },
  { "window",  parse_window,   print_window },
  { "map",     parse_map,      print_map },
  { "item",    parse_item,     print_item },
  { "par",     parse_passage,  print_passage },
  { "cite",    parse_cite,     print_cite },
  { "tour",    parse_tour,     print_tour },
  { "step",    parse_step,     print_step },
  { "show",    parse_show,     print_show },
  { "find",    parse_find,     print_find },
  { "overlay", parse_overlay,  print_overlay },
  { "page",    parse_page,     print_page },
  { "source",  parse_source,   print_source },
  { "lang",    parse_language, print_language },
};
/* clang-format on */

const AtlasLinkKey *
atlas_link_get_keys (guint *n_keys)
{
  *n_keys = G_N_ELEMENTS (keys);

  return keys;
}

gboolean
atlas_link_parse_id (const char *value,
                     char      **out)
{
  return parse_string (value, ID_CHARACTERS, MAX_ID_LENGTH, out);
}
