// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-figure-private.h"

#include <glib/gi18n-lib.h>

/* Figures of the steps of a tour. */

static void
add_citations (GArray      *citations,
               const guint *numbers,
               guint        n_numbers)
{
  for (guint i = 0; i < n_numbers; i++)
    {
      gboolean is_there = FALSE;

      for (guint k = 0; k < citations->len && !is_there; k++)
        is_there = g_array_index (citations, guint, k) == numbers[i];
      if (!is_there)
        g_array_append_val (citations, numbers[i]);
    }
}

/* What its text cites and what is to be quoted if asked; where that is nothing, what the selected item stands on. */
static void
cite_step (AtlasFigureContent *content,
           AtlasTourStep      *step)
{
  AtlasItem *item = atlas_session_get_selected (content->session);
  g_autoptr (GArray) citations = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) item_sources = NULL;
  const char *const *sources = atlas_tour_step_get_sources (step);
  guint              n_sources = g_strv_length ((char **) sources);
  guint              n_numbers = 0;
  const guint       *numbers = atlas_tour_step_get_citations (step, &n_numbers);

  add_citations (citations, numbers, n_numbers);
  if (item != NULL)
    {
      numbers = atlas_item_get_cites (item, &n_numbers);
      add_citations (citations, numbers, n_numbers);
    }
  if (n_sources == 0 && item != NULL)
    {
      item_sources = atlas_dataset_dup_item_sources (content->dataset, item);
      sources = (const char *const *) item_sources->pdata;
      n_sources = item_sources->len;
    }

  g_ptr_array_set_size (content->references, 0);
  atlas_figure_content_cite (content, (const guint *) (gpointer) citations->data, citations->len, sources, n_sources);
}

static char *
dup_or_null (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

AtlasFigureContent *
atlas_figure_content_new_for_step (AtlasDataset          *dataset,
                                   AtlasTour             *tour,
                                   guint                  position,
                                   const AtlasFigureSpec *spec)
{
  AtlasTourStep      *step = atlas_tour_get_step (tour, position);
  AtlasFigureContent *content = NULL;
  g_autoptr (AtlasSessionState) state = atlas_session_state_copy (atlas_tour_step_get_state (step));

  g_free (state->tour);
  state->tour = g_strdup (atlas_tour_get_id (tour));
  state->step = position + 1;
  content = atlas_figure_content_new (dataset, state, spec);

  g_free (content->head);
  g_free (content->head_end);
  g_free (content->title);
  g_clear_pointer (&content->caption, g_free);
  content->head = g_strdup (atlas_tour_get_title (tour));
  content->head_end = g_strdup_printf (_ ("Step %u of %u"), position + 1, atlas_tour_get_n_steps (tour));
  content->title = g_strdup (atlas_tour_step_get_title (step));
  content->text = dup_or_null (atlas_tour_step_get_text (step));
  content->question = dup_or_null (atlas_tour_step_get_question (step));
  content->answer = dup_or_null (atlas_tour_step_get_answer (step));
  cite_step (content, step);

  return content;
}

void
atlas_figure_paint_step (cairo_t               *cr,
                         AtlasDataset          *dataset,
                         AtlasBasemap          *basemap,
                         AtlasTour             *tour,
                         guint                  position,
                         const AtlasFigureSpec *spec)
{
  g_autoptr (AtlasFigurePlate) plate = NULL;

  g_return_if_fail (cr != NULL && ATLAS_IS_DATASET (dataset) && ATLAS_IS_TOUR (tour) && spec != NULL);
  g_return_if_fail (position < atlas_tour_get_n_steps (tour));

  plate = atlas_figure_plate_new (atlas_figure_content_new_for_step (dataset, tour, position, spec), basemap, spec,
                                  atlas_figure_choose_palette (spec, NULL), FALSE);
  atlas_figure_plate_paint (plate, cr);
}

gboolean
atlas_figure_write_step (AtlasDataset            *dataset,
                         AtlasBasemap            *basemap,
                         AtlasTour               *tour,
                         guint                    position,
                         const AtlasFigureSpec   *spec,
                         const AtlasFigureFormat *format,
                         GFile                   *file,
                         GCancellable            *cancellable,
                         GError                 **error)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (dataset) && ATLAS_IS_TOUR (tour) && spec != NULL && format != NULL && G_IS_FILE (file), FALSE);
  g_return_val_if_fail (position < atlas_tour_get_n_steps (tour), FALSE);

  if (!atlas_figure_check_spec (spec, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return atlas_figure_write_content (atlas_figure_content_new_for_step (dataset, tour, position, spec), basemap, spec, format, file,
                                     cancellable, error);
}

static gboolean
make_folder (GFile        *folder,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr (GError) own = NULL;

  if (g_file_make_directory_with_parents (folder, cancellable, &own) || g_error_matches (own, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&own));

  return FALSE;
}

gboolean
atlas_figure_write_images (AtlasDataset            *dataset,
                           AtlasBasemap            *basemap,
                           AtlasTour               *tour,
                           const AtlasFigureSpec   *spec,
                           const AtlasFigureFormat *format,
                           GFile                   *folder,
                           AtlasFigureProgress      progress,
                           gpointer                 user_data,
                           GCancellable            *cancellable,
                           GError                 **error)
{
  guint n_steps = 0;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset) && ATLAS_IS_TOUR (tour) && spec != NULL && format != NULL && G_IS_FILE (folder), FALSE);

  n_steps = atlas_tour_get_n_steps (tour);
  if (!atlas_figure_check_spec (spec, error) || !make_folder (folder, cancellable, error))
    return FALSE;

  for (guint i = 0; i < n_steps; i++)
    {
      g_autofree char *name = g_strdup_printf ("step-%0*u.%s", n_steps > 99 ? 3 : 2, i + 1, format->suffix);
      g_autoptr (GFile) file = g_file_get_child (folder, name);

      if (!atlas_figure_write_step (dataset, basemap, tour, i, spec, format, file, cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (i + 1, n_steps, user_data);
    }

  return TRUE;
}
