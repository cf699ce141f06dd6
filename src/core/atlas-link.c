// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-session-state.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a link's values are held to: far more than any atlas has, far less than would hurt. */
#define MAX_ID_LENGTH 128
#define MAX_TAG_LENGTH 35
#define MAX_NUMBER 99999
#define MAX_YEAR 9999
/* Of a bad value, this much is said again. */
#define MAX_QUOTED 60

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

static gboolean
parse_date (AtlasSessionState *state,
            const char        *value)
{
  AtlasTimeSpan span;
  AtlasTimeUnit unit;

  if (!parse_span (value, FALSE, &span) || !atlas_time_span_get_unit (span, &unit) || unit > ATLAS_TIME_UNIT_YEAR)
    return FALSE;

  state->date = span;
  return TRUE;
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

static AtlasClockMode
get_default_mode (const AtlasSessionState *state)
{
  return atlas_time_span_is_empty (state->date) ? ATLAS_CLOCK_ALL : ATLAS_CLOCK_AT;
}

static char *
print_mode (const AtlasSessionState *state)
{
  return state->mode == get_default_mode (state) ? NULL : g_strdup (atlas_clock_mode_get_id (state->mode));
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

/* The keys of a link, in the order in which they are printed. A value that is not set prints as NULL. */
/* clang-format off */
static const struct
{
  const char *key;
  gboolean  (*parse) (AtlasSessionState *state, const char *value);
  char     *(*print) (const AtlasSessionState *state);
} keys[] = {
  { "date",   parse_date,     print_date },
  { "mode",   parse_mode,     print_mode },
  { "range",  parse_range,    print_range },
  { "window", parse_window,   print_window },
  { "map",    parse_map,      print_map },
  { "item",   parse_item,     print_item },
  { "par",    parse_passage,  print_passage },
  { "cite",   parse_cite,     print_cite },
  { "step",   parse_step,     print_step },
  { "show",   parse_show,     print_show },
  { "find",   parse_find,     print_find },
  { "lang",   parse_language, print_language },
};
/* clang-format on */

/**
 * atlas_session_state_to_link:
 * @self: a state
 *
 * Writes a state as a link that atlas_session_state_parse() reads back. Values are percent-encoded in ASCII.
 *
 * Returns: (transfer full): the link
 */
char *
atlas_session_state_to_link (const AtlasSessionState *self)
{
  GString *link = g_string_new (ATLAS_LINK_SCHEME ":");
  char     separator = '#';

  g_return_val_if_fail (self != NULL, g_string_free (link, FALSE));

  if (self->atlas != NULL)
    g_string_append_uri_escaped (link, self->atlas, NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *value = keys[i].print (self);

      if (value == NULL || *value == '\0')
        continue;

      g_string_append_printf (link, "%c%s=", separator, keys[i].key);
      g_string_append_uri_escaped (link, value, "/,:", FALSE);
      separator = '&';
    }

  return g_string_free (link, FALSE);
}

/* Percent-decodes; NULL where that does not give text. */
static char *
decode (const char *begin,
        const char *end)
{
  g_autofree char *text = g_uri_unescape_segment (begin, end, NULL);

  return text != NULL && g_utf8_validate (text, -1, NULL) ? g_steal_pointer (&text) : NULL;
}

static void
set_value_error (GError    **error,
                 const char *key,
                 const char *begin,
                 const char *end)
{
  g_autofree char *value = g_strndup (begin, (gsize) (end - begin));

  if (g_utf8_strlen (value, -1) > MAX_QUOTED)
    {
      g_autofree char *start = g_utf8_substring (value, 0, MAX_QUOTED);

      g_free (value);
      value = g_strconcat (start, "…", NULL);
    }

  g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_VALUE, _ ("The link’s %s cannot be “%s”"), key, value);
}

/* Reads one "key=value"; what has no "=" or a key of another version says nothing to us. */
static gboolean
parse_pair (AtlasSessionState *state,
            const char        *begin,
            const char        *end,
            gboolean          *has_mode,
            GError           **error)
{
  const char      *equals = memchr (begin, '=', (size_t) (end - begin));
  g_autofree char *value = NULL;

  if (equals == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (strlen (keys[i].key) != (size_t) (equals - begin) || strncmp (begin, keys[i].key, (size_t) (equals - begin)) != 0)
        continue;

      value = decode (equals + 1, end);
      if (value == NULL || *value == '\0' || !keys[i].parse (state, value))
        {
          set_value_error (error, keys[i].key, equals + 1, end);
          return FALSE;
        }

      *has_mode |= keys[i].parse == parse_mode;
      return TRUE;
    }

  return TRUE;
}

static gboolean
parse_fragment (AtlasSessionState *state,
                const char        *text,
                GError           **error)
{
  gboolean has_mode = FALSE;

  for (const char *begin = text; *begin != '\0';)
    {
      const char *end = begin + strcspn (begin, "&");

      if (!parse_pair (state, begin, end, &has_mode, error))
        return FALSE;

      begin = *end == '&' ? end + 1 : end;
    }

  if (!has_mode)
    state->mode = get_default_mode (state);

  return TRUE;
}

static void
set_scheme_error (GError **error)
{
  g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_SCHEME, _ ("This is not a link of the form %s:ATLAS#…"), ATLAS_LINK_SCHEME);
}

/* Reads "corridor-atlas:ATLAS"; slashes that other programs like to add are let go. */
static gboolean
parse_atlas (AtlasSessionState *state,
             const char        *link,
             const char        *end,
             GError           **error)
{
  const char      *begin = link + strlen (ATLAS_LINK_SCHEME) + 1;
  g_autofree char *id = NULL;

  if (g_ascii_strncasecmp (link, ATLAS_LINK_SCHEME ":", strlen (ATLAS_LINK_SCHEME) + 1) != 0)
    {
      set_scheme_error (error);
      return FALSE;
    }

  while (*begin == '/')
    begin++;
  while (end > begin && end[-1] == '/')
    end--;
  if (begin >= end)
    return TRUE;

  id = decode (begin, end);
  if (id == NULL || !parse_string (id, ID_CHARACTERS, MAX_ID_LENGTH, &state->atlas))
    {
      set_value_error (error, "atlas", begin, end);
      return FALSE;
    }

  return TRUE;
}

/**
 * atlas_session_state_parse:
 * @link: a whole link, or the part after its `#` alone
 * @error: return location: an #AtlasLinkError
 *
 * Reads a state from a link. A stranger wrote it: it is bounded in length, its values are checked, the camera is brought
 * back to what a map can show. Whether the atlas has what it names is the session's to see.
 *
 * Returns: (transfer full): the state; %NULL on error
 */
AtlasSessionState *
atlas_session_state_parse (const char *link,
                           GError    **error)
{
  g_autoptr (AtlasSessionState) state = atlas_session_state_new ();
  const char *fragment = NULL;
  size_t      head = 0;

  g_return_val_if_fail (link != NULL, NULL);

  if (strnlen (link, ATLAS_LINK_MAX_LENGTH + 1) > ATLAS_LINK_MAX_LENGTH || !g_utf8_validate (link, -1, NULL))
    {
      set_scheme_error (error);
      return NULL;
    }

  head = strcspn (link, ":=#&/?%");
  if (link[head] == ':')
    {
      fragment = link + strcspn (link, "#");
      if (!parse_atlas (state, link, fragment, error))
        return NULL;
    }
  else if (link[head] == '=' || *link == '#')
    {
      fragment = link;
    }
  else
    {
      set_scheme_error (error);
      return NULL;
    }

  if (!parse_fragment (state, *fragment == '#' ? fragment + 1 : fragment, error))
    return NULL;

  return g_steal_pointer (&state);
}
