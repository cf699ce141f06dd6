// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tour-files-private.h"

#include "atlas-bundle-file.h"
#include "atlas-tours-reader.h"
#include "atlas-tours-writer.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (AtlasTourFiles, atlas_tour_files, G_TYPE_OBJECT)

enum
{
  PROP_PROBLEM = 1,
  N_PROPS
};

enum
{
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

void
atlas_tour_record_free (gpointer data)
{
  AtlasTourRecord *self = data;

  g_clear_handle_id (&self->waiting, g_source_remove);
  g_object_unref (self->file);
  g_ptr_array_unref (self->ids);
  g_free (self->etag);
  g_free (self);
}

AtlasTourRecord *
atlas_tour_files_add_record (AtlasTourFiles *self,
                             GFile          *file)
{
  AtlasTourRecord *record = g_new0 (AtlasTourRecord, 1);

  record->owner = self;
  record->file = g_object_ref (file);
  record->ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->records, record);

  return record;
}

GFile *
atlas_tour_files_get_folder (AtlasTourFiles *self)
{
  return g_file_new_build_filename (self->root, self->atlas, NULL);
}

/* NULL: there is no such file. (transfer full) */
char *
atlas_tour_files_dup_etag (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
}

void
atlas_tour_files_fail (AtlasTourFiles *self,
                       const char     *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

/* -- Reading -- */

static GPtrArray *
read_file (AtlasTourFiles *self,
           GFile          *folder,
           const char     *name,
           GError        **error)
{
  g_autoptr (GBytes) bytes = atlas_bundle_read_file (folder, name, ATLAS_TOUR_FILES_MAX_SIZE, NULL, NULL, error);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *atlas = NULL;
  g_autoptr (GPtrArray) tours = NULL;

  if (bytes == NULL)
    {
      g_prefix_error (error, "%s: ", shown);
      return NULL;
    }

  tours = atlas_tours_read_own (bytes, shown, &atlas, error);
  if (tours == NULL)
    return NULL;

  if (!g_str_equal (atlas, self->atlas))
    {
      g_set_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_VALUE, _ ("%s#/atlas: these are tours of the atlas “%s”, and this is “%s”"), shown, atlas, self->atlas);
      return NULL;
    }

  return g_steal_pointer (&tours);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names of files, sorted: the order does not depend on the disk. Most people have no such folder; one that cannot be read is a
 * problem. (transfer full) */
static GPtrArray *
list_files (GFile   *folder,
            GString *problem)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GFileEnumerator) children =
    g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, &error);
  GFileInfo *info = NULL;

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_string_append (problem, error->message);
  while (children != NULL && names->len < ATLAS_TOUR_FILES_MAX_COUNT &&
         g_file_enumerator_iterate (children, &info, NULL, NULL, NULL) && info != NULL)
    if (g_str_has_suffix (g_file_info_get_name (info), ATLAS_TOUR_FILES_SUFFIX) && *g_file_info_get_name (info) != '.')
      g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));
  g_ptr_array_sort (names, compare_names);

  return names;
}

static void
set_problem (AtlasTourFiles *self,
             const char     *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;

  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/* The book may have given a tour another id: its tours of the user's, the last @n_own, are in the files' order. */
static void
name_tours (AtlasTourFiles *self,
            guint           n_own)
{
  guint position = g_list_model_get_n_items (G_LIST_MODEL (self->book)) - n_own;

  for (guint i = 0; i < self->records->len; i++)
    {
      AtlasTourRecord *record = g_ptr_array_index (self->records, i);

      for (guint j = 0; j < record->ids->len; j++)
        {
          g_autoptr (AtlasTour) tour = g_list_model_get_item (G_LIST_MODEL (self->book), position++);

          record->ids->pdata[j] = g_strdup (atlas_tour_get_id (tour));
        }
    }
}

void
atlas_tour_files_open (AtlasTourFiles *self,
                       const char     *atlas)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) problem = g_string_new (NULL);

  g_return_if_fail (ATLAS_IS_TOUR_FILES (self));
  g_return_if_fail (atlas != NULL);

  atlas_tour_files_flush (self);
  g_ptr_array_set_size (self->records, 0);
  g_free (self->atlas);
  self->atlas = g_strdup (atlas);

  folder = atlas_tour_files_get_folder (self);
  names = list_files (folder, problem);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GFile) file = g_file_get_child (folder, g_ptr_array_index (names, i));
      g_autofree char *etag = atlas_tour_files_dup_etag (file);
      g_autoptr (GPtrArray) tours = read_file (self, folder, g_ptr_array_index (names, i), &error);
      AtlasTourRecord *record = NULL;

      if (tours == NULL)
        {
          g_string_append_printf (problem, "%s%s", problem->len > 0 ? "\n" : "", error->message);
          continue;
        }

      record = atlas_tour_files_add_record (self, file);
      record->etag = g_steal_pointer (&etag);
      for (guint j = 0; j < tours->len; j++)
        {
          g_ptr_array_add (own, g_object_ref (g_ptr_array_index (tours, j)));
          g_ptr_array_add (record->ids, NULL);
        }
    }

  atlas_tour_book_set_own (self->book, own);
  name_tours (self, own->len);
  set_problem (self, problem->len > 0 ? problem->str : NULL);
}

char *
atlas_tour_files_import (AtlasTourFiles *self,
                         GFile          *file,
                         GError        **error)
{
  g_autoptr (GFile) folder = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) tours = NULL;
  char *first = NULL;

  g_return_val_if_fail (ATLAS_IS_TOUR_FILES (self) && G_IS_FILE (file), NULL);
  g_return_val_if_fail (self->atlas != NULL, NULL);

  folder = g_file_get_parent (file);
  name = g_file_get_basename (file);
  tours = read_file (self, folder, name, error);
  for (guint i = 0; tours != NULL && i < tours->len; i++)
    {
      AtlasTour       *tour = g_ptr_array_index (tours, i);
      g_autofree char *id = atlas_tour_book_dup_free_id (self->book, atlas_tour_get_id (tour));
      g_autoptr (AtlasTour) copy = atlas_tour_with_id (tour, id);

      atlas_tour_book_put (self->book, copy, NULL);
      if (first == NULL)
        first = g_strdup (id);
    }

  if (tours != NULL && first == NULL)
    g_set_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_VALUE, _ ("%s#/tours: there is no tour in it"), name);

  return first;
}

GBytes *
atlas_tour_files_export (AtlasTourFiles *self,
                         AtlasTour      *tour)
{
  g_autoptr (GPtrArray) tours = g_ptr_array_new ();

  g_return_val_if_fail (ATLAS_IS_TOUR_FILES (self) && ATLAS_IS_TOUR (tour), NULL);

  g_ptr_array_add (tours, tour);

  return atlas_tours_write (self->atlas, tours);
}

/* -- The object -- */

static void
atlas_tour_files_finalize (GObject *object)
{
  AtlasTourFiles *self = ATLAS_TOUR_FILES (object);

  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_object (&self->book);
  g_free (self->root);
  g_free (self->atlas);
  g_free (self->problem);

  G_OBJECT_CLASS (atlas_tour_files_parent_class)->finalize (object);
}

static void
atlas_tour_files_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, ATLAS_TOUR_FILES (object)->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_tour_files_class_init (AtlasTourFilesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = atlas_tour_files_finalize;
  object_class->get_property = atlas_tour_files_get_property;

  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FAILED] = g_signal_new ("failed", ATLAS_TYPE_TOUR_FILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
atlas_tour_files_init (AtlasTourFiles *self)
{
  self->book = atlas_tour_book_new ();
  self->records = g_ptr_array_new_with_free_func (atlas_tour_record_free);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (atlas_tour_files_changed_cb), self, G_CONNECT_SWAPPED);
}

AtlasTourFiles *
atlas_tour_files_new (const char *root)
{
  AtlasTourFiles *self = g_object_new (ATLAS_TYPE_TOUR_FILES, NULL);

  self->root = root != NULL ? g_strdup (root) : g_build_filename (g_get_user_data_dir (), "corridor-atlas", "tours", NULL);

  return self;
}

AtlasTourBook *
atlas_tour_files_get_book (AtlasTourFiles *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_FILES (self), NULL);

  return self->book;
}

const char *
atlas_tour_files_get_problem (AtlasTourFiles *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_FILES (self), NULL);

  return self->problem;
}
