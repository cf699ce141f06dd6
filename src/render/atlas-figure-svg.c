// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-figure-surface-private.h"

#include "atlas-text-sink.h"

#include <cairo-svg.h>
#include <string.h>

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_string_append_len (closure, (const char *) data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* What stands after the opening tag, so that who does not see the drawing is told of it. (transfer full) */
static char *
dup_description (const AtlasFigureMeta *meta)
{
  g_autofree char *title = g_markup_escape_text (meta->title != NULL ? meta->title : "", -1);
  g_autofree char *description = g_markup_escape_text (meta->description != NULL ? meta->description : "", -1);

  return g_strdup_printf ("\n<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>", title, description);
}

/* The drawing as cairo wrote it, with what it does not write. */
static gboolean
write_document (AtlasFigureSink       *sink,
                GString               *drawing,
                const AtlasFigureMeta *meta)
{
  static const char attributes[] = " role=\"img\" aria-labelledby=\"title desc\"";
  g_autofree char  *description = dup_description (meta);
  char             *tag = strstr (drawing->str, "<svg ");
  char             *end = tag != NULL ? strchr (tag, '>') : NULL;
  gssize            at;

  if (end == NULL)
    return FALSE;

  at = end - drawing->str;
  g_string_insert (drawing, at + 1, description);
  g_string_insert (drawing, at, attributes);

  return atlas_figure_sink_write (sink, (const unsigned char *) drawing->str, (unsigned int) drawing->len) == CAIRO_STATUS_SUCCESS;
}

gboolean
atlas_figure_write_svg (GOutputStream         *stream,
                        double                 width,
                        double                 height,
                        const AtlasFigureMeta *meta,
                        AtlasFigureDrawFunc    draw,
                        gpointer               user_data,
                        GCancellable          *cancellable,
                        GError               **error)
{
  AtlasFigureSink sink = { stream, cancellable, NULL };
  g_autoptr (GString) drawing = g_string_new (NULL);
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append, drawing, width, height);
  AtlasTextSink   *texts = atlas_text_sink_attach (surface);
  cairo_t         *cr = cairo_create (surface);
  cairo_status_t   status;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  draw (cr, user_data);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    {
      g_autofree char *whole = atlas_text_sink_splice (texts, drawing->str, drawing->len);

      g_string_assign (drawing, whole);
    }
  cairo_surface_destroy (surface);

  if (status == CAIRO_STATUS_SUCCESS && !write_document (&sink, drawing, meta) && sink.error == NULL)
    status = CAIRO_STATUS_WRITE_ERROR;

  return atlas_figure_sink_close (&sink, status, error);
}
