// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-figure-handout-private.h"

#include "atlas-file-writer.h"

#include <glib/gi18n-lib.h>

/* What writing a handout is told and tells. */
typedef struct
{
  AtlasFigureHandout *handout;
  AtlasFigureMeta     meta;
  AtlasFigureProgress progress; /* (nullable) */
  gpointer            user_data;
} Writing;

static void
clear_handout (AtlasFigureHandout *self)
{
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->cover, atlas_figure_plate_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasFigureHandout, clear_handout)

/* What most of the steps show alone, or NULL. */
static const char *
find_common_show (AtlasTour *tour)
{
  guint n_steps = atlas_tour_get_n_steps (tour);

  for (guint i = 0; i < n_steps; i++)
    {
      const char *show = atlas_tour_step_get_state (atlas_tour_get_step (tour, i))->show;
      guint       n_same = 0;

      for (guint k = 0; k < n_steps; k++)
        n_same += g_strcmp0 (show, atlas_tour_step_get_state (atlas_tour_get_step (tour, k))->show) == 0 ? 1 : 0;
      if (2 * n_same > n_steps)
        return show;
    }

  return NULL;
}

/* The map of all that the tour is about, at no date; whose maps they all are is said here once. */
static AtlasFigureContent *
create_cover_content (AtlasDataset          *dataset,
                      AtlasTour             *tour,
                      const AtlasFigureSpec *spec)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (dataset);
  AtlasFigureContent  *content = NULL;
  g_autoptr (AtlasSessionState) state = atlas_session_state_new ();

  state->tour = g_strdup (atlas_tour_get_id (tour));
  state->show = g_strdup (find_common_show (tour));
  content = atlas_figure_content_new (dataset, state, spec);
  g_free (content->title);
  content->title = g_strdup (atlas_tour_get_title (tour));
  if (manifest->edition != NULL)
    {
      g_free (content->head_end);
      /* TRANSLATORS: the title of an atlas and its edition */
      content->head_end = g_strdup_printf (_ ("%s, edition %s"), manifest->title, manifest->edition);
    }

  return content;
}

static AtlasFigurePlate *
create_step (AtlasFigureHandout    *self,
             AtlasDataset          *dataset,
             AtlasBasemap          *basemap,
             guint                  position,
             const AtlasFigureSpec *spec)
{
  AtlasFigureContent *content = atlas_figure_content_new_for_step (dataset, self->tour, position, spec);

  g_free (content->credits);
  content->credits = g_strdup (_ ("Whose maps and texts these are is said on the first page."));

  return atlas_figure_plate_new (content, basemap, spec, atlas_figure_choose_palette (spec, atlas_figure_format_lookup ("pdf")), TRUE);
}

/* Composes all pages, and numbers them. */
static void
compose (AtlasFigureHandout    *self,
         AtlasDataset          *dataset,
         AtlasBasemap          *basemap,
         const AtlasFigureSpec *spec)
{
  AtlasFigureSpec cover_spec = *spec;

  cover_spec.with_title = TRUE;
  cover_spec.title = NULL;
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_figure_plate_free);
  self->n_pages = 1;
  for (guint i = 0; i < atlas_tour_get_n_steps (self->tour); i++)
    {
      AtlasFigurePlate *step = create_step (self, dataset, basemap, i, &cover_spec);

      step->page = self->n_pages + 1;
      self->n_pages += atlas_figure_count_pages (step);
      g_ptr_array_add (self->steps, step);
    }
  for (guint i = 0; i < self->steps->len; i++)
    ((AtlasFigurePlate *) g_ptr_array_index (self->steps, i))->n_pages = self->n_pages;

  self->cover = atlas_figure_plate_new (create_cover_content (dataset, self->tour, &cover_spec), basemap, &cover_spec,
                                        atlas_figure_choose_palette (spec, atlas_figure_format_lookup ("pdf")), TRUE);
  self->cover->is_tagged = TRUE;
  atlas_figure_handout_compose_cover (self);
}

static void
draw_cover (cairo_t *cr,
            gpointer user_data)
{
  atlas_figure_plate_paint (user_data, cr);
}

static gboolean
write_handout (GOutputStream *stream,
               gpointer       user_data,
               GCancellable  *cancellable,
               GError       **error)
{
  Writing            *writing = user_data;
  AtlasFigureHandout *self = writing->handout;
  const char         *title = atlas_tour_get_title (self->tour);
  AtlasFigurePdf     *pdf = atlas_figure_pdf_new (stream, self->cover->spec.width, self->cover->spec.height, &writing->meta, cancellable);
  gboolean            is_well = atlas_figure_pdf_add_page (pdf, title, draw_cover, self->cover);

  for (guint i = 0; i < self->steps->len && is_well; i++)
    {
      AtlasFigurePlate *step = g_ptr_array_index (self->steps, i);
      g_autofree char  *outline = g_strdup_printf ("%u. %s", i + 1, step->content->title);
      g_autofree char  *name = g_strdup_printf ("step-%u", i + 1);

      if (writing->progress != NULL)
        writing->progress (i + 1, self->steps->len + 1, writing->user_data);
      step->name = name;
      is_well = atlas_figure_add_pages (pdf, step, outline);
      step->name = NULL;
    }

  if (!atlas_figure_pdf_finish (pdf, error))
    return FALSE;
  if (writing->progress != NULL)
    writing->progress (self->steps->len + 1, self->steps->len + 1, writing->user_data);

  return TRUE;
}

gboolean
atlas_figure_write_handout (AtlasDataset          *dataset,
                            AtlasBasemap          *basemap,
                            AtlasTour             *tour,
                            const AtlasFigureSpec *spec,
                            GFile                 *file,
                            AtlasFigureProgress    progress,
                            gpointer               user_data,
                            GCancellable          *cancellable,
                            GError               **error)
{
  g_auto (AtlasFigureHandout) handout = { .tour = tour };
  g_autofree char *description = NULL;
  Writing          writing = { &handout, { 0 }, progress, user_data };

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset) && ATLAS_IS_TOUR (tour) && spec != NULL && G_IS_FILE (file), FALSE);

  if (!atlas_figure_check_spec (spec, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  compose (&handout, dataset, basemap, spec);
  description = g_strdup_printf (ngettext ("%s A tour of %u step.", "%s A tour of %u steps.", handout.steps->len),
                                 atlas_tour_get_description (tour), handout.steps->len);
  writing.meta = (AtlasFigureMeta){ atlas_tour_get_title (tour), description, ATLAS_FIGURE_AUTHOR, atlas_dataset_get_manifest (dataset)->licence,
                                    atlas_dataset_get_manifest (dataset)->title, handout.cover->content->link };

  return atlas_file_write (file, write_handout, &writing, cancellable, error);
}
