// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tour-files-private.h"

#include "atlas-file-writer.h"
#include "atlas-tours-reader.h"
#include "atlas-tours-writer.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* What is changed in the book is written into the files. */

/* After the last change, ms: typing is not saved letter by letter. */
#define PAUSE 500

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base);
}

/* What is kept in a file now. (transfer container) */
static GPtrArray *
collect (AtlasTourRecord *record)
{
  GPtrArray *tours = g_ptr_array_new ();

  for (guint i = 0; i < record->ids->len; i++)
    {
      const char *id = g_ptr_array_index (record->ids, i);

      if (atlas_tour_book_is_own (record->owner->book, id))
        g_ptr_array_add (tours, atlas_tour_book_lookup (record->owner->book, id));
    }

  return tours;
}

static gboolean
is_taken (AtlasTourFiles *self,
          GFile          *file)
{
  for (guint i = 0; i < self->records->len; i++)
    if (g_file_equal (((const AtlasTourRecord *) g_ptr_array_index (self->records, i))->file, file))
      return TRUE;

  return g_file_query_exists (file, NULL);
}

/* A file in the folder that is not there. (transfer full) */
static GFile *
find_free_file (AtlasTourFiles *self,
                const char     *id)
{
  g_autoptr (GFile) folder = atlas_tour_files_get_folder (self);

  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strconcat (id, ATLAS_TOUR_FILES_SUFFIX, NULL) : g_strdup_printf ("%s-%u" ATLAS_TOUR_FILES_SUFFIX, id, i);
      g_autoptr (GFile) file = g_file_get_child (folder, name);

      if (!is_taken (self, file))
        return g_steal_pointer (&file);
    }
}

/* Another program's words are not written over: ours go to a file of their own. */
static void
check_unchanged (AtlasTourRecord *record)
{
  g_autofree char *etag = atlas_tour_files_dup_etag (record->file);
  g_autofree char *name = NULL;
  g_autoptr (GFile) free_file = NULL;
  g_autofree char *message = NULL;

  if (etag == NULL || g_strcmp0 (etag, record->etag) == 0)
    return;

  name = dup_name (record->file);
  message = g_strdup_printf (_ ("Another program has changed “%s”: it is left as it is, and your tour is kept in a file of its own"), name);
  free_file = find_free_file (record->owner, record->ids->len > 0 ? g_ptr_array_index (record->ids, 0) : "tour");
  g_set_object (&record->file, free_file);
  atlas_tour_files_fail (record->owner, message);
}

/* What could not be read again is not written. (transfer full) (nullable) */
static GBytes *
create_content (AtlasTourRecord *record,
                GPtrArray       *tours)
{
  g_autoptr (GBytes) bytes = atlas_tours_write (record->owner->atlas, tours);
  g_autofree char *name = dup_name (record->file);
  g_autofree char *atlas = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) again = atlas_tours_read_own (bytes, name, &atlas, &error);

  if (again != NULL)
    return g_steal_pointer (&bytes);

  message = g_strdup_printf (_ ("Your tour is not saved: %s"), error->message);
  atlas_tour_files_fail (record->owner, message);

  return NULL;
}

static void
tell_not_saved (AtlasTourFiles *self,
                const GError   *error)
{
  g_autofree char *message = g_strdup_printf (_ ("Your tour is not saved: %s"), error->message);

  atlas_tour_files_fail (self, message);
}

/* Nothing is left in it. */
static void
drop_file (AtlasTourRecord *record)
{
  g_autoptr (GError) error = NULL;

  if (record->etag != NULL && !g_file_delete (record->file, NULL, &error) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    tell_not_saved (record->owner, error);
  g_clear_pointer (&record->etag, g_free);
}

static void schedule (AtlasTourRecord *record);

/* The record may have gone with the atlas; its owner is held until then. */
typedef struct
{
  AtlasTourFiles  *owner;
  AtlasTourRecord *record;
} Writing;

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Writing         *writing = user_data;
  AtlasTourRecord *record = writing->record;
  g_autoptr (AtlasTourFiles) owner = writing->owner;
  g_autoptr (GError) error = NULL;

  g_free (writing);
  record->writing = FALSE;
  if (atlas_file_write_bytes_finish (G_FILE (object), result, &error))
    {
      g_free (record->etag);
      record->etag = atlas_tour_files_dup_etag (record->file);
    }
  else
    tell_not_saved (owner, error);

  if (record->dirty)
    schedule (record);
}

static gboolean
make_folder (AtlasTourFiles *self)
{
  g_autofree char *path = g_build_filename (self->root, self->atlas, NULL);
  g_autofree char *message = NULL;

  if (g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;

  message = g_strdup_printf (_ ("Your tour is not saved: the folder “%s” cannot be made: %s"), path, g_strerror (errno));
  atlas_tour_files_fail (self, message);

  return FALSE;
}

static void
save (AtlasTourRecord *record)
{
  g_autoptr (GPtrArray) tours = collect (record);
  g_autoptr (GBytes) bytes = NULL;
  Writing *writing = NULL;

  g_clear_handle_id (&record->waiting, g_source_remove);
  record->dirty = FALSE;
  check_unchanged (record);
  if (tours->len == 0)
    {
      drop_file (record);
      return;
    }

  if (!make_folder (record->owner) || (bytes = create_content (record, tours)) == NULL)
    return;

  writing = g_new0 (Writing, 1);
  writing->owner = g_object_ref (record->owner);
  writing->record = record;
  record->writing = TRUE;
  atlas_file_write_bytes_async (record->file, bytes, NULL, written_cb, writing);
}

static gboolean
pause_over_cb (gpointer user_data)
{
  AtlasTourRecord *record = user_data;

  record->waiting = 0;
  if (!record->writing) /* else when that is done */
    save (record);

  return G_SOURCE_REMOVE;
}

static void
schedule (AtlasTourRecord *record)
{
  record->dirty = TRUE;
  g_clear_handle_id (&record->waiting, g_source_remove);
  record->waiting = g_timeout_add (PAUSE, pause_over_cb, record);
}

static AtlasTourRecord *
find_record (AtlasTourFiles *self,
             const char     *id)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      AtlasTourRecord *record = g_ptr_array_index (self->records, i);

      if (g_ptr_array_find_with_equal_func (record->ids, id, g_str_equal, NULL))
        return record;
    }

  return NULL;
}

void
atlas_tour_files_changed_cb (AtlasTourFiles *self,
                             const char     *id)
{
  AtlasTourRecord *record = find_record (self, id);

  if (self->atlas == NULL)
    return;

  if (record == NULL)
    {
      g_autoptr (GFile) file = find_free_file (self, id);

      record = atlas_tour_files_add_record (self, file);
      g_ptr_array_add (record->ids, g_strdup (id));
    }

  schedule (record);
}

void
atlas_tour_files_flush (AtlasTourFiles *self)
{
  g_return_if_fail (ATLAS_IS_TOUR_FILES (self));

  for (guint i = 0; i < self->records->len; i++)
    {
      AtlasTourRecord *record = g_ptr_array_index (self->records, i);

      while (record->writing || record->dirty)
        if (record->writing)
          g_main_context_iteration (NULL, TRUE);
        else
          save (record);
    }
}
