// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-bundle-file.h"

#include <glib/gi18n-lib.h>

#define CHUNK (256 * 1024)

/* What an error of GIO means here; a cancelled load stays one. */
static gboolean
fail_io (GError **error,
         GError  *inner)
{
  g_autoptr (GError) owned = inner;

  if (g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&owned));
  else if (g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_UNREADABLE, _ ("there is no such file"));
  else if (g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_UNREADABLE, _ ("it may not be read"));
  else
    g_set_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_UNREADABLE, "%s", owned->message);

  return FALSE;
}

static gboolean
fail (GError    **error,
      const char *message)
{
  g_set_error_literal (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_UNREADABLE, message);

  return FALSE;
}

static gboolean
fail_size (GError **error,
           gsize    max_size)
{
  g_set_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_LIMIT, _ ("the file has more than %u MiB"), (guint) (max_size >> 20));

  return FALSE;
}

/* The type of what is at @file, links followed; UNKNOWN when nothing is, SYMBOLIC_LINK when a link leads nowhere.
 * @size: (out): how large it says it is. */
static gboolean
query (GFile        *file,
       GFileType    *type,
       goffset      *size,
       GCancellable *cancellable,
       GError      **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) inner = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, &inner);
  if (info == NULL && !g_error_matches (inner, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return fail_io (error, g_steal_pointer (&inner));
  *size = info != NULL ? g_file_info_get_size (info) : 0;
  if (info == NULL)
    info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, NULL);

  *type = info != NULL ? g_file_info_get_file_type (info) : G_FILE_TYPE_UNKNOWN;

  return TRUE;
}

static gboolean
check_regular (GFileType type,
               GError  **error)
{
  switch (type)
    {
    case G_FILE_TYPE_REGULAR:
      return TRUE;
    case G_FILE_TYPE_UNKNOWN:
      return fail (error, _ ("there is no such file"));
    case G_FILE_TYPE_SYMBOLIC_LINK:
      return fail (error, _ ("it is a link that leads nowhere"));
    case G_FILE_TYPE_DIRECTORY:
      return fail (error, _ ("it is a folder, not a file"));
    case G_FILE_TYPE_SPECIAL:
    case G_FILE_TYPE_SHORTCUT:
    case G_FILE_TYPE_MOUNTABLE:
    default:
      return fail (error, _ ("it is a device or a pipe, not a file"));
    }
}

/* Reads to the end, whatever size was said before: a file may grow meanwhile. */
static GBytes *
read_all (GInputStream *stream,
          gsize         max_size,
          GCancellable *cancellable,
          GError      **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GError *inner = NULL;
  gsize   n_read = 0;

  do
    {
      guint begin = bytes->len;

      g_byte_array_set_size (bytes, begin + CHUNK);
      if (!g_input_stream_read_all (stream, bytes->data + begin, CHUNK, &n_read, cancellable, &inner))
        {
          fail_io (error, inner);
          return NULL;
        }
      g_byte_array_set_size (bytes, begin + (guint) n_read);

      if (bytes->len > max_size)
        {
          fail_size (error, max_size);
          return NULL;
        }
    }
  while (n_read == CHUNK);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
atlas_bundle_check_folder (GFile        *folder,
                           GCancellable *cancellable,
                           GError      **error)
{
  GFileType type = G_FILE_TYPE_UNKNOWN;
  goffset   size = 0;

  if (!query (folder, &type, &size, cancellable, error))
    return FALSE;
  if (type == G_FILE_TYPE_DIRECTORY)
    return TRUE;

  if (type == G_FILE_TYPE_UNKNOWN)
    return fail (error, _ ("there is no such folder"));
  if (type == G_FILE_TYPE_SYMBOLIC_LINK)
    return fail (error, _ ("it is a link that leads nowhere"));

  return fail (error, _ ("it is a file; an atlas is a folder with atlas.json, items.geojson, report.md and sources.json in it"));
}

GBytes *
atlas_bundle_read_file (GFile        *folder,
                        const char   *name,
                        gsize         max_size,
                        gboolean     *missing,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autoptr (GFileInputStream) stream = NULL;
  GError   *inner = NULL;
  GFileType type = G_FILE_TYPE_UNKNOWN;
  goffset   size = 0;

  if (!query (file, &type, &size, cancellable, error))
    return NULL;
  if (missing != NULL)
    *missing = type == G_FILE_TYPE_UNKNOWN;
  if ((missing != NULL && *missing) || !check_regular (type, error))
    return NULL;
  if (size > (goffset) max_size)
    {
      fail_size (error, max_size);
      return NULL;
    }

  stream = g_file_read (file, cancellable, &inner);
  if (stream == NULL)
    {
      fail_io (error, inner);
      return NULL;
    }

  return read_all (G_INPUT_STREAM (stream), max_size, cancellable, error);
}
