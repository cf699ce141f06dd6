// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-export-job.h"

#include <glib/gi18n.h>
#include <string.h>

/* Bytes of a file of data that are shown before. */
#define SAMPLE_SIZE 3000

static const struct
{
  const char *id;
  const char *title;
} kinds[] = {
  [ATLAS_EXPORT_VIEW] = { "view", N_ ("This view") },
  [ATLAS_EXPORT_HANDOUT] = { "handout", N_ ("A tour as a handout") },
  [ATLAS_EXPORT_IMAGES] = { "images", N_ ("A tour as images") },
  [ATLAS_EXPORT_DATA] = { "data", N_ ("Data for other programs") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == ATLAS_N_EXPORT_KINDS);

const char *
atlas_export_kind_get_id (AtlasExportKind kind)
{
  g_return_val_if_fail ((guint) kind < ATLAS_N_EXPORT_KINDS, NULL);

  return kinds[kind].id;
}

const char *
atlas_export_kind_get_title (AtlasExportKind kind)
{
  g_return_val_if_fail ((guint) kind < ATLAS_N_EXPORT_KINDS, NULL);

  return _ (kinds[kind].title);
}

AtlasExportKind
atlas_export_kind_from_id (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].id, id) == 0)
      return (AtlasExportKind) i;

  return ATLAS_EXPORT_VIEW;
}

AtlasExportJob *
atlas_export_job_new (AtlasDataset *dataset,
                      AtlasBasemap *basemap)
{
  AtlasExportJob *self = g_new0 (AtlasExportJob, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->dataset = g_object_ref (dataset);
  self->basemap = basemap != NULL ? atlas_basemap_ref (basemap) : NULL;
  self->spec = ATLAS_FIGURE_SPEC_DEFAULT;
  self->figure = atlas_figure_format_lookup ("png");

  return self;
}

AtlasExportJob *
atlas_export_job_ref (AtlasExportJob *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
atlas_export_job_unref (AtlasExportJob *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_object_unref (self->dataset);
  g_clear_pointer (&self->basemap, atlas_basemap_unref);
  g_clear_pointer (&self->state, atlas_session_state_free);
  g_clear_object (&self->tour);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->tours, g_ptr_array_unref);
  g_free (self->language);
  g_free (self);
}

/* --- Its name --- */

const char *
atlas_export_job_get_suffix (const AtlasExportJob *self)
{
  static const char *const suffixes[] = { [ATLAS_FIGURE_PNG] = ".png", [ATLAS_FIGURE_SVG] = ".svg", [ATLAS_FIGURE_PDF] = ".pdf" };

  G_STATIC_ASSERT (G_N_ELEMENTS (suffixes) == ATLAS_N_FIGURE_FORMATS);

  switch (self->kind)
    {
    case ATLAS_EXPORT_VIEW:
      return suffixes[self->figure->format];

    case ATLAS_EXPORT_HANDOUT:
      return suffixes[ATLAS_FIGURE_PDF];

    case ATLAS_EXPORT_DATA:
      return self->exporter->suffix;

    case ATLAS_EXPORT_IMAGES:
    case ATLAS_N_EXPORT_KINDS:
    default:
      return NULL;
    }
}

char *
atlas_export_job_dup_name (const AtlasExportJob *self)
{
  g_autoptr (GString) name = g_string_new (atlas_dataset_get_manifest (self->dataset)->id);
  const char *suffix = atlas_export_job_get_suffix (self);

  if (self->kind == ATLAS_EXPORT_VIEW && self->state != NULL)
    {
      g_autofree char *date = atlas_time_span_is_empty (self->state->date) ? NULL : atlas_time_span_to_edtf (self->state->date);

      if (self->state->item != NULL)
        g_string_append_printf (name, "-%s", self->state->item);
      if (date != NULL && strchr (date, '/') == NULL)
        g_string_append_printf (name, "-%s", date);
    }
  else if (self->tour != NULL)
    g_string_append_printf (name, "-%s", atlas_tour_get_id (self->tour));

  g_string_append (name, suffix != NULL ? suffix : "");

  return g_strdup (name->str);
}

/* --- What it will be --- */

cairo_surface_t *
atlas_export_job_paint (const AtlasExportJob *self,
                        int                   width)
{
  double           scale = width / self->spec.width;
  int              height = MAX (1, (int) (self->spec.height * scale + 0.5));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t         *cr = cairo_create (surface);
  AtlasFigureSpec  spec = self->spec;

  /* The palette that a format has by itself is its own, and no format is painted here. */
  if (spec.palette == ATLAS_FIGURE_PALETTE_AUTO)
    spec.palette = self->kind == ATLAS_EXPORT_HANDOUT ? ATLAS_PALETTE_PRINT : self->figure->palette;

  cairo_scale (cr, scale, scale);
  if (self->tour != NULL)
    atlas_figure_paint_step (cr, self->dataset, self->basemap, self->tour, self->step, &spec);
  else
    atlas_figure_paint (cr, self->dataset, self->basemap, self->state, &spec);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static AtlasExport
get_export (const AtlasExportJob *self)
{
  return (AtlasExport){ self->dataset, self->items, self->tours, self->language };
}

char *
atlas_export_job_dup_sample (const AtlasExportJob *self)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  AtlasExport what = get_export (self);
  const char *data = NULL;
  gsize       size = 0;
  char       *text = NULL;

  if (!self->exporter->write (self->exporter, &what, stream, NULL, NULL))
    return g_strdup ("");

  data = g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream));
  size = MIN (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), SAMPLE_SIZE);
  while (size > 0 && (data[size - 1] & 0x80) != 0) /* no character is cut */
    size--;
  text = g_strndup (data, size);
  for (char *at = text; *at != '\0'; at++)
    if (*at == '\r')
      *at = ' ';

  return text;
}

/* --- Writing --- */

typedef struct
{
  AtlasExportJob     *job;
  GFile              *file;
  AtlasFigureProgress progress;
  gpointer            progress_data;
} Write;

static void
write_free (gpointer data)
{
  Write *write = data;

  atlas_export_job_unref (write->job);
  g_object_unref (write->file);
  g_free (write);
}

static gboolean
write_view (const Write  *write,
            GCancellable *cancellable,
            GError      **error)
{
  const AtlasExportJob *job = write->job;

  return atlas_figure_write (job->dataset, job->basemap, job->state, &job->spec, job->figure, write->file, cancellable, error);
}

static gboolean
write_handout (const Write  *write,
               GCancellable *cancellable,
               GError      **error)
{
  const AtlasExportJob *job = write->job;

  return atlas_figure_write_handout (job->dataset, job->basemap, job->tour, &job->spec, write->file, write->progress, write->progress_data,
                                     cancellable, error);
}

static gboolean
write_images (const Write  *write,
              GCancellable *cancellable,
              GError      **error)
{
  const AtlasExportJob *job = write->job;

  return atlas_figure_write_images (job->dataset, job->basemap, job->tour, &job->spec, job->figure, write->file, write->progress,
                                    write->progress_data, cancellable, error);
}

static gboolean
write_data (const Write  *write,
            GCancellable *cancellable,
            GError      **error)
{
  AtlasExport what = get_export (write->job);

  return atlas_exporter_write_file (write->job->exporter, &what, write->file, cancellable, error);
}

static gboolean (*const writers[]) (const Write  *write,
                                    GCancellable *cancellable,
                                    GError      **error) = {
  [ATLAS_EXPORT_VIEW] = write_view,
  [ATLAS_EXPORT_HANDOUT] = write_handout,
  [ATLAS_EXPORT_IMAGES] = write_images,
  [ATLAS_EXPORT_DATA] = write_data,
};

G_STATIC_ASSERT (G_N_ELEMENTS (writers) == ATLAS_N_EXPORT_KINDS);

static void
write_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Write  *write = task_data;
  GError *error = NULL;

  if (writers[write->job->kind](write, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
atlas_export_job_write_async (AtlasExportJob     *self,
                              GFile              *file,
                              AtlasFigureProgress progress,
                              gpointer            progress_data,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Write *write = g_new0 (Write, 1);

  write->job = atlas_export_job_ref (self);
  write->file = g_object_ref (file);
  write->progress = progress;
  write->progress_data = progress_data;
  g_task_set_source_tag (task, atlas_export_job_write_async);
  g_task_set_check_cancellable (task, FALSE); /* what is in its place is written, whatever was pressed meanwhile */
  g_task_set_task_data (task, write, write_free);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
atlas_export_job_write_finish (GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
