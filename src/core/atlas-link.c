// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-link-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a bad value, this much is said again. */
#define MAX_QUOTED 60

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
  guint               n_keys = 0;
  const AtlasLinkKey *keys = atlas_link_get_keys (&n_keys);
  GString            *link = g_string_new (ATLAS_LINK_SCHEME ":");
  char                separator = '#';

  g_return_val_if_fail (self != NULL, g_string_free (link, FALSE));

  if (self->atlas != NULL)
    g_string_append_uri_escaped (link, self->atlas, NULL, FALSE);

  for (guint i = 0; i < n_keys; i++)
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

gboolean
atlas_session_state_has_key (const char *key)
{
  guint               n_keys = 0;
  const AtlasLinkKey *keys = atlas_link_get_keys (&n_keys);

  g_return_val_if_fail (key != NULL, FALSE);

  for (guint i = 0; i < n_keys; i++)
    if (g_str_equal (keys[i].key, key))
      return TRUE;

  return FALSE;
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
  const char         *equals = memchr (begin, '=', (size_t) (end - begin));
  guint               n_keys = 0;
  const AtlasLinkKey *keys = atlas_link_get_keys (&n_keys);
  g_autofree char    *value = NULL;

  if (equals == NULL)
    return TRUE;

  for (guint i = 0; i < n_keys; i++)
    {
      if (strlen (keys[i].key) != (size_t) (equals - begin) || strncmp (begin, keys[i].key, (size_t) (equals - begin)) != 0)
        continue;

      value = decode (equals + 1, end);
      if (value == NULL || *value == '\0' || !keys[i].parse (state, value))
        {
          set_value_error (error, keys[i].key, equals + 1, end);
          return FALSE;
        }

      *has_mode |= g_str_equal (keys[i].key, "mode");
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
    state->mode = atlas_link_get_default_mode (state);

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
  if (id == NULL || !atlas_link_parse_id (id, &state->atlas))
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
