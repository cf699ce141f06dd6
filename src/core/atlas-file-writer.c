// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#define _GNU_SOURCE /* O_TMPFILE */

#include "atlas-file-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Bytes that are gathered before they go to the disk. */
#define BUFFER_SIZE 65536

#define STANDARD_OUTPUT "/dev/stdout"

/* How often another name is tried for the temporary file, and how many links are followed, before something is wrong. */
#define MAX_TRIES 100
#define MAX_LINKS 40

/* What is written and where it ends up. */
typedef struct
{
  char       *path;      /* the file itself, no link */
  char       *temporary; /* (nullable): what is written has no name, or is the file itself */
  struct stat old;       /* meaningless without exists */
  gboolean    exists;
  gboolean    in_place; /* a device or a pipe, or what the program was started with as standard output */
  int         fd;       /* -1: not open */
} Target;

static void
target_clear (Target *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)

static gboolean
fail_errno (GError **error)
{
  int number = errno;

  g_set_error_literal (error, G_IO_ERROR, (gint) g_io_error_from_errno (number), g_strerror (number));

  return FALSE;
}

/* The path that a link to nothing yet leads to, one link further; NULL: it is no link. (transfer full) */
static char *
follow_link (const char *path)
{
  g_autofree char *link = g_file_read_link (path, NULL);
  g_autofree char *folder = NULL;

  if (link == NULL || g_path_is_absolute (link))
    return g_steal_pointer (&link);

  folder = g_path_get_dirname (path);

  return g_build_filename (folder, link, NULL);
}

/* Finds what is really written: the end of a chain of links, where that is a file or nothing yet. */
static gboolean
find_target (Target     *self,
             const char *path,
             GError    **error)
{
  char *next = NULL;

  self->path = g_strdup (path);
  self->exists = g_stat (path, &self->old) == 0;
  if (!self->exists && errno != ENOENT)
    return fail_errno (error);

  if (self->exists && S_ISDIR (self->old.st_mode))
    {
      errno = EISDIR;
      return fail_errno (error);
    }

  /* Links to devices lead to what has no name; a file that is standard output is in the midst of being written. */
  self->in_place = g_str_equal (path, STANDARD_OUTPUT) || (self->exists && !S_ISREG (self->old.st_mode));
  if (self->in_place)
    return TRUE;

  for (guint i = 0; i < MAX_LINKS && (next = follow_link (self->path)) != NULL; i++)
    {
      g_free (self->path);
      self->path = next;
    }

  return TRUE;
}

/* Names the temporary file, in the target's folder, that no other has: @make does it, or fails with EEXIST. */
static gboolean
make_temporary (Target *self,
                gboolean (*make) (Target *self))
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  for (guint i = 0; i < MAX_TRIES; i++)
    {
      g_autofree char *name = g_strdup_printf (".atlas-%08x.tmp", g_random_int ());

      g_free (self->temporary);
      self->temporary = g_build_filename (folder, name, NULL);
      if (make (self))
        return TRUE;
      if (errno != EEXIST)
        break;
    }

  g_clear_pointer (&self->temporary, g_free); /* whose it is, is not known */

  return FALSE;
}

static mode_t
get_mode (const Target *self)
{
  return self->exists ? self->old.st_mode & 0777 : 0666;
}

static gboolean
create_named (Target *self)
{
  self->fd = g_open (self->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, (int) get_mode (self));

  return self->fd >= 0;
}

/* Gives a file without a name one. */
static gboolean
link_unnamed (Target *self)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", self->fd);

  return linkat (AT_FDCWD, path, AT_FDCWD, self->temporary, AT_SYMLINK_FOLLOW) == 0;
}

/* Opens a new file in the target's folder; its mode is that of the old one, or what the user's mask leaves. Where the system can,
 * it has no name until all of it is written: nothing is left of it then, however the program ends. */
static gboolean
open_temporary (Target  *self,
                GError **error)
{
#ifdef O_TMPFILE
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (g_file_test ("/proc/self/fd", G_FILE_TEST_IS_DIR))
    self->fd = g_open (folder, O_WRONLY | O_TMPFILE | O_CLOEXEC, (int) get_mode (self));
#endif
  if (self->fd < 0 && !make_temporary (self, create_named))
    return fail_errno (error);

  if (self->exists)
    {
      /* Another's file stays another's where this user may give it away; that is a courtesy, no condition. */
      if ((self->old.st_uid != geteuid () || self->old.st_gid != getegid ()) && fchown (self->fd, self->old.st_uid, self->old.st_gid) != 0)
        g_debug ("%s: the owner is not kept: %s", self->path, g_strerror (errno));
      if (fchmod (self->fd, get_mode (self)) != 0)
        return fail_errno (error);
    }

  return TRUE;
}

static gboolean
open_in_place (Target  *self,
               GError **error)
{
  self->fd = g_str_equal (self->path, STANDARD_OUTPUT) ? fcntl (STDOUT_FILENO, F_DUPFD_CLOEXEC, 0)
                                                       : g_open (self->path, O_WRONLY | O_CLOEXEC, 0);

  return self->fd >= 0 || fail_errno (error);
}

/* Runs @func over a buffer. What a failed one leaves in the buffer may still be written: nobody will see it. */
static gboolean
fill (Target            *self,
      AtlasFileWriteFunc func,
      gpointer           user_data,
      GCancellable      *cancellable,
      GError           **error)
{
  g_autoptr (GOutputStream) base = g_unix_output_stream_new (self->fd, FALSE);
  g_autoptr (GOutputStream) stream = g_buffered_output_stream_new_sized (base, BUFFER_SIZE);

  return func (stream, user_data, cancellable, error) &&
         g_output_stream_flush (stream, cancellable, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* Puts the new file, all of it on the disk, where the old one was. */
static gboolean
replace (Target  *self,
         GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  int              fd = -1;

  if (fsync (self->fd) != 0 && errno != EINVAL && errno != EROFS)
    return fail_errno (error);
  if (self->temporary == NULL && !make_temporary (self, link_unnamed))
    return fail_errno (error);
  if (close (g_steal_fd (&self->fd)) != 0)
    return fail_errno (error);
  if (g_rename (self->temporary, self->path) != 0)
    return fail_errno (error);
  g_clear_pointer (&self->temporary, g_free);

  /* The name too is to outlive a power cut; where a folder cannot be synchronised it is written soon enough. */
  fd = g_open (folder, O_RDONLY | O_CLOEXEC, 0);
  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }

  return TRUE;
}

static gboolean
write_path (const char        *path,
            AtlasFileWriteFunc func,
            gpointer           user_data,
            GCancellable      *cancellable,
            GError           **error)
{
  g_auto (Target) target = { .fd = -1 };

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !find_target (&target, path, error))
    return FALSE;

  if (!(target.in_place ? open_in_place (&target, error) : open_temporary (&target, error)))
    return FALSE;

  return fill (&target, func, user_data, cancellable, error) && (target.in_place || replace (&target, error));
}

/* A file without a path, on a server say. GIO keeps the old one until the stream is closed, and when that is cancelled. */
static gboolean
write_remote (GFile             *file,
              AtlasFileWriteFunc func,
              gpointer           user_data,
              GCancellable      *cancellable,
              GError           **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  g_autoptr (GCancellable) abandon = NULL;

  if (stream == NULL)
    return FALSE;
  if (func (G_OUTPUT_STREAM (stream), user_data, cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);

  abandon = g_cancellable_new ();
  g_cancellable_cancel (abandon);
  g_output_stream_close (G_OUTPUT_STREAM (stream), abandon, NULL);

  return FALSE;
}

/* What went wrong and what helps; "%s" is the file's name. */
static const struct
{
  GIOErrorEnum code;
  const char  *message;
} hints[] = {
  { G_IO_ERROR_NO_SPACE, N_ ("“%s” could not be written: there is no space left on the disk. Free some, or choose another place.") },
  { G_IO_ERROR_PERMISSION_DENIED, N_ ("“%s” could not be written: you may not write in this folder. Choose another one.") },
  { G_IO_ERROR_READ_ONLY, N_ ("“%s” could not be written: the disk is read-only. Choose another place.") },
  { G_IO_ERROR_NOT_FOUND, N_ ("“%s” could not be written: there is no such folder. Make it first, or choose another one.") },
  { G_IO_ERROR_NOT_DIRECTORY, N_ ("“%s” could not be written: what should be its folder is a file. Choose another folder.") },
  { G_IO_ERROR_IS_DIRECTORY, N_ ("“%s” could not be written: a folder has this name. Choose another name.") },
  { G_IO_ERROR_FILENAME_TOO_LONG, N_ ("“%s” could not be written: its name is too long. Choose a shorter one.") },
  { G_IO_ERROR_INVALID_FILENAME, N_ ("“%s” could not be written: files cannot have such a name here. Choose another one.") },
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* the table above */

/* Says an error as a person needs it. */
static void
explain (GFile   *file,
         GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (error == NULL || (*error)->domain != G_IO_ERROR || (*error)->code == G_IO_ERROR_CANCELLED)
    return;

  name = base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);
  for (guint i = 0; i < G_N_ELEMENTS (hints) && message == NULL; i++)
    if ((*error)->code == (gint) hints[i].code)
      message = g_strdup_printf (_ (hints[i].message), name);
#pragma GCC diagnostic pop
  if (message == NULL)
    message = g_strdup_printf (_ ("“%s” could not be written: %s"), name, (*error)->message);

  g_free ((*error)->message);
  (*error)->message = g_steal_pointer (&message);
}

gboolean
atlas_file_write (GFile             *file,
                  AtlasFileWriteFunc func,
                  gpointer           user_data,
                  GCancellable      *cancellable,
                  GError           **error)
{
  const char *path = NULL;
  gboolean    written;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  path = g_file_peek_path (file);
  written = path != NULL ? write_path (path, func, user_data, cancellable, error) : write_remote (file, func, user_data, cancellable, error);
  if (!written)
    explain (file, error);

  return written;
}

static gboolean
put_bytes (GOutputStream *stream,
           gpointer       user_data,
           GCancellable  *cancellable,
           GError       **error)
{
  gsize         size = 0;
  gconstpointer data = g_bytes_get_data (user_data, &size);

  return g_output_stream_write_all (stream, data, size, NULL, cancellable, error);
}

gboolean
atlas_file_write_bytes (GFile        *file,
                        GBytes       *bytes,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_return_val_if_fail (bytes != NULL, FALSE);

  return atlas_file_write (file, put_bytes, bytes, cancellable, error);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  GError *error = NULL;

  if (atlas_file_write_bytes (source_object, task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
atlas_file_write_bytes_async (GFile              *file,
                              GBytes             *bytes,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (bytes != NULL);

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_file_write_bytes_async);
  g_task_set_check_cancellable (task, FALSE); /* once the file is in its place, it is written */
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
atlas_file_write_bytes_finish (GFile        *file,
                               GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
