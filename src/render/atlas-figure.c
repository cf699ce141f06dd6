// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-figure.h"

#include "atlas-figure-private.h"
#include "atlas-file-writer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

AtlasPaletteId
atlas_figure_choose_palette (const AtlasFigureSpec   *spec,
                             const AtlasFigureFormat *format)
{
  if ((guint) spec->palette < ATLAS_N_PALETTES)
    return spec->palette;

  return format != NULL ? format->palette : ATLAS_PALETTE_LIGHT;
}

gboolean
atlas_figure_check_spec (const AtlasFigureSpec *spec,
                         GError               **error)
{
  /* Written so that NaN fails too. */
  if (!(spec->width >= ATLAS_FIGURE_MIN_SIZE && spec->width <= ATLAS_FIGURE_MAX_SIZE && spec->height >= ATLAS_FIGURE_MIN_SIZE &&
        spec->height <= ATLAS_FIGURE_MAX_SIZE))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("A figure’s sides are from %d to %d px"), (int) ATLAS_FIGURE_MIN_SIZE,
                   (int) ATLAS_FIGURE_MAX_SIZE);
      return FALSE;
    }
  if (!(spec->scale > 0.0 && spec->scale <= ATLAS_FIGURE_MAX_SCALE))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("A figure’s scale is from 1 to %d"), (int) ATLAS_FIGURE_MAX_SCALE);
      return FALSE;
    }

  return TRUE;
}

/* "pipeline, Baku–Tbilisi–Ceyhan, Azerbaijan, Georgia": what a figure would be looked for by. (transfer full) */
static char *
dup_keywords (AtlasFigureContent *content)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (content->dataset);
  AtlasItem           *item = atlas_session_get_selected (content->session);
  const char *const   *actors = item != NULL ? atlas_item_get_actors (item) : NULL;
  GString             *keywords = g_string_new (manifest->title);

  if (content->date != NULL)
    g_string_append_printf (keywords, ", %s", content->date);
  if (item != NULL)
    g_string_append_printf (keywords, ", %s, %s", atlas_item_get_title (item), atlas_kind_get_name (atlas_item_get_kind (item)));
  for (guint i = 0; actors != NULL && actors[i] != NULL; i++)
    {
      const AtlasTerm *term = atlas_manifest_find_actor (manifest, actors[i]);

      if (term != NULL)
        g_string_append_printf (keywords, ", %s", atlas_term_get_title (term, content->state->language));
    }

  return g_string_free (keywords, FALSE);
}

static void
draw_plate (cairo_t *cr,
            gpointer user_data)
{
  atlas_figure_plate_paint (user_data, cr);
}

/* Puts the next page of references in the place of the page before. FALSE: there is none. @n_listed: on the page before. */
static gboolean
turn_page (AtlasFigurePlate *plate,
           guint            *n_listed)
{
  guint n_references = plate->content->references->len;
  guint first = plate->first_reference + *n_listed;

  if (!plate->spec.with_references || first >= n_references)
    return FALSE;

  /* What did not fit beside the map is listed once more as a whole, with addresses. */
  if (!plate->with_addresses)
    first = 0;
  else if (*n_listed == 0) /* a page that is too small for even one */
    return FALSE;

  atlas_figure_plate_turn_to_references (plate, first);
  *n_listed = atlas_figure_count_references (plate);

  return TRUE;
}

gboolean
atlas_figure_add_pages (AtlasFigurePdf   *pdf,
                        AtlasFigurePlate *plate,
                        const char       *outline)
{
  guint n_listed = 0;

  plate->is_tagged = TRUE;
  plate->continues = TRUE;
  n_listed = atlas_figure_count_references (plate);
  if (!atlas_figure_pdf_add_page (pdf, outline, draw_plate, plate))
    return FALSE;

  while (turn_page (plate, &n_listed))
    {
      plate->page += plate->page > 0 ? 1 : 0;
      plate->name = NULL;
      if (!atlas_figure_pdf_add_page (pdf, NULL, draw_plate, plate))
        return FALSE;
    }

  return TRUE;
}

guint
atlas_figure_count_pages (AtlasFigurePlate *plate)
{
  AtlasFigureLayout layout = plate->layout;
  gboolean          with_addresses = plate->with_addresses;
  cairo_rectangle_t map = plate->map;
  guint             n_pages = 1;
  guint             n_listed = atlas_figure_count_references (plate);

  while (turn_page (plate, &n_listed))
    n_pages++;

  plate->layout = layout;
  plate->map = map;
  plate->first_reference = 0;
  plate->with_addresses = with_addresses;

  return n_pages;
}

static gboolean
write_pdf (GOutputStream         *stream,
           AtlasFigurePlate      *plate,
           const AtlasFigureMeta *meta,
           GCancellable          *cancellable,
           GError               **error)
{
  AtlasFigurePdf *pdf = atlas_figure_pdf_new (stream, plate->spec.width, plate->spec.height, meta, cancellable);

  atlas_figure_add_pages (pdf, plate, plate->content->title);

  return atlas_figure_pdf_finish (pdf, error);
}

typedef struct
{
  AtlasFigurePlate        *plate;
  const AtlasFigureFormat *format;
} Writing;

static gboolean
write_plate (GOutputStream *stream,
             gpointer       user_data,
             GCancellable  *cancellable,
             GError       **error)
{
  Writing               *writing = user_data;
  AtlasFigurePlate      *plate = writing->plate;
  const AtlasFigureSpec *spec = &plate->spec;
  g_autofree char       *keywords = dup_keywords (plate->content);
  AtlasFigureMeta        meta = { plate->content->title, plate->content->sentence, ATLAS_FIGURE_AUTHOR,
                                  atlas_dataset_get_manifest (plate->content->dataset)->licence, keywords, plate->content->link };

  switch (writing->format->format)
    {
    case ATLAS_FIGURE_PNG:
      return atlas_figure_write_png (stream, spec->width, spec->height, spec->scale, &meta, draw_plate, plate, cancellable, error);
    case ATLAS_FIGURE_SVG:
      return atlas_figure_write_svg (stream, spec->width, spec->height, &meta, draw_plate, plate, cancellable, error);
    case ATLAS_FIGURE_PDF:
    case ATLAS_N_FIGURE_FORMATS:
    default:
      return write_pdf (stream, plate, &meta, cancellable, error);
    }
}

gboolean
atlas_figure_write_content (AtlasFigureContent      *content,
                            AtlasBasemap            *basemap,
                            const AtlasFigureSpec   *spec,
                            const AtlasFigureFormat *format,
                            GFile                   *file,
                            GCancellable            *cancellable,
                            GError                 **error)
{
  g_autoptr (AtlasFigurePlate) plate = atlas_figure_plate_new (content, basemap, spec, atlas_figure_choose_palette (spec, format),
                                                               format->format == ATLAS_FIGURE_PDF);
  Writing writing = { plate, format };

  return atlas_file_write (file, write_plate, &writing, cancellable, error);
}

void
atlas_figure_paint (cairo_t                 *cr,
                    AtlasDataset            *dataset,
                    AtlasBasemap            *basemap,
                    const AtlasSessionState *state,
                    const AtlasFigureSpec   *spec)
{
  g_autoptr (AtlasFigurePlate) plate = NULL;

  g_return_if_fail (cr != NULL && ATLAS_IS_DATASET (dataset) && state != NULL && spec != NULL);
  g_return_if_fail (spec->width > 0.0 && spec->height > 0.0);

  plate = atlas_figure_plate_new (atlas_figure_content_new (dataset, state, spec), basemap, spec, atlas_figure_choose_palette (spec, NULL), FALSE);
  atlas_figure_plate_paint (plate, cr);
}

gboolean
atlas_figure_write (AtlasDataset            *dataset,
                    AtlasBasemap            *basemap,
                    const AtlasSessionState *state,
                    const AtlasFigureSpec   *spec,
                    const AtlasFigureFormat *format,
                    GFile                   *file,
                    GCancellable            *cancellable,
                    GError                 **error)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (dataset) && state != NULL && spec != NULL && format != NULL && G_IS_FILE (file), FALSE);

  if (!atlas_figure_check_spec (spec, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return atlas_figure_write_content (atlas_figure_content_new (dataset, state, spec), basemap, spec, format, file, cancellable, error);
}
