// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-figure-surface-private.h"

#include "atlas-config.h"
#include "atlas-figure-format.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define PT_PER_PX 0.75

gboolean
atlas_figure_sink_is_open (AtlasFigureSink *self)
{
  return self->error == NULL && !g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
}

cairo_status_t
atlas_figure_sink_write (void                *closure,
                         const unsigned char *data,
                         unsigned int         length)
{
  AtlasFigureSink *self = closure;

  if (!atlas_figure_sink_is_open (self) || !g_output_stream_write_all (self->stream, data, length, NULL, self->cancellable, &self->error))
    return CAIRO_STATUS_WRITE_ERROR;

  return CAIRO_STATUS_SUCCESS;
}

gboolean
atlas_figure_sink_close (AtlasFigureSink *self,
                         cairo_status_t   status,
                         GError         **error)
{
  if (self->error == NULL && status != CAIRO_STATUS_SUCCESS)
    g_set_error (&self->error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The figure cannot be drawn: %s"), cairo_status_to_string (status));

  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));

  return FALSE;
}

/* After an error cairo 1.16 stumbles over what it has not written of a PDF: it is not told, and what it writes is let go. */
static cairo_status_t
write_pdf (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  atlas_figure_sink_write (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

struct _AtlasFigurePdf
{
  AtlasFigureSink  sink;
  cairo_surface_t *surface;
  cairo_t         *cr;
  double           height; /* px */
  guint            n_pages;
};

static void
set_metadata (cairo_surface_t       *surface,
              const AtlasFigureMeta *meta)
{
  const struct
  {
    cairo_pdf_metadata_t field;
    const char          *text;
  } fields[] = {
    { CAIRO_PDF_METADATA_TITLE, meta->title },
    { CAIRO_PDF_METADATA_AUTHOR, meta->author },
    { CAIRO_PDF_METADATA_SUBJECT, meta->description },
    { CAIRO_PDF_METADATA_KEYWORDS, meta->keywords },
    { CAIRO_PDF_METADATA_CREATOR, "Corridor Atlas " ATLAS_VERSION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].text != NULL)
      cairo_pdf_surface_set_metadata (surface, fields[i].field, fields[i].text);
}

AtlasFigurePdf *
atlas_figure_pdf_new (GOutputStream         *stream,
                      double                 width,
                      double                 height,
                      const AtlasFigureMeta *meta,
                      GCancellable          *cancellable)
{
  AtlasFigurePdf *self = g_new0 (AtlasFigurePdf, 1);

  self->sink.stream = stream;
  self->sink.cancellable = cancellable;
  self->height = height;
  self->surface = cairo_pdf_surface_create_for_stream (write_pdf, &self->sink, width * PT_PER_PX, height * PT_PER_PX);
  set_metadata (self->surface, meta);
  self->cr = cairo_create (self->surface);

  return self;
}

gboolean
atlas_figure_pdf_add_page (AtlasFigurePdf     *self,
                           const char         *outline,
                           AtlasFigureDrawFunc draw,
                           gpointer            user_data)
{
  if (!atlas_figure_sink_is_open (&self->sink))
    return FALSE;

  if (self->n_pages++ > 0)
    cairo_show_page (self->cr);
  if (outline != NULL)
    {
      g_autofree char *attributes = g_strdup_printf ("page=%u pos=[0.0 0.0]", self->n_pages);

      cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, outline, attributes, 0);
    }

  cairo_save (self->cr);
  cairo_scale (self->cr, PT_PER_PX, PT_PER_PX);
  draw (self->cr, user_data);
  cairo_restore (self->cr);

  return cairo_status (self->cr) == CAIRO_STATUS_SUCCESS;
}

gboolean
atlas_figure_pdf_finish (AtlasFigurePdf *self,
                         GError        **error)
{
  cairo_status_t status = CAIRO_STATUS_SUCCESS;
  gboolean       is_written = FALSE;

  status = cairo_status (self->cr);
  cairo_destroy (self->cr);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  cairo_surface_destroy (self->surface);
  atlas_figure_sink_is_open (&self->sink);
  is_written = atlas_figure_sink_close (&self->sink, status, error);
  g_free (self);

  return is_written;
}
