// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-figure-surface-private.h"

#include "atlas-config.h"
#include "atlas-figure-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define HEADER_LENGTH 33 /* bytes: the signature and the chunk IHDR */
#define PX_PER_METRE (96.0 / 0.0254)
#define MAX_TEXT 65536 /* bytes of a text chunk */

/* A PNG while cairo writes it: after its header come chunks of our own. */
typedef struct
{
  AtlasFigureSink sink;
  gsize           n_written;
  GByteArray     *chunks;
} Png;

static guint32
get_crc (const guint8 *data,
         gsize         length)
{
  guint32 crc = 0xffffffffu;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? 0xedb88320u ^ crc >> 1 : crc >> 1;
    }

  return crc ^ 0xffffffffu;
}

static void
append_number (GByteArray *bytes,
               guint32     number)
{
  guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
}

static void
append_chunk (GByteArray *chunks,
              const char *type,
              GByteArray *data)
{
  gsize start;

  append_number (chunks, data->len);
  start = chunks->len;
  g_byte_array_append (chunks, (const guint8 *) type, 4);
  g_byte_array_append (chunks, data->data, data->len);
  append_number (chunks, get_crc (chunks->data + start, chunks->len - start));
}

/* How large a px is, so that a page is printed in its size. */
static void
append_density (GByteArray *chunks,
                double      scale)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();

  append_number (data, (guint32) round (PX_PER_METRE * scale));
  append_number (data, (guint32) round (PX_PER_METRE * scale));
  g_byte_array_append (data, (const guint8 *) "\1", 1);
  append_chunk (chunks, "pHYs", data);
}

/* Text of any language: keyword, not packed, neither language nor translated keyword. */
static void
append_text (GByteArray *chunks,
             const char *keyword,
             const char *text)
{
  g_autoptr (GByteArray) data = NULL;

  if (text == NULL || *text == '\0')
    return;

  data = g_byte_array_new ();
  g_byte_array_append (data, (const guint8 *) keyword, (guint) strlen (keyword) + 1);
  g_byte_array_append (data, (const guint8 *) "\0\0\0\0", 4);
  g_byte_array_append (data, (const guint8 *) text, (guint) MIN (strlen (text), MAX_TEXT));
  append_chunk (chunks, "iTXt", data);
}

static GByteArray *
create_chunks (const AtlasFigureMeta *meta,
               double                 scale)
{
  GByteArray *chunks = g_byte_array_new ();
  const struct
  {
    const char *keyword;
    const char *text;
  } texts[] = {
    { "Title", meta->title },
    { "Description", meta->description },
    { "Author", meta->author },
    { "Copyright", meta->licence },
    { "Source", meta->link },
    { "Software", "Corridor Atlas " ATLAS_VERSION },
  };

  append_density (chunks, scale);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    append_text (chunks, texts[i].keyword, texts[i].text);

  return chunks;
}

static cairo_status_t
write_png (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  Png           *self = closure;
  unsigned int   before = self->n_written < HEADER_LENGTH ? MIN (length, (unsigned int) (HEADER_LENGTH - self->n_written)) : length;
  cairo_status_t status = atlas_figure_sink_write (&self->sink, data, before);

  if (status == CAIRO_STATUS_SUCCESS && self->n_written < HEADER_LENGTH && self->n_written + before == HEADER_LENGTH)
    status = atlas_figure_sink_write (&self->sink, self->chunks->data, self->chunks->len);
  if (status == CAIRO_STATUS_SUCCESS && before < length)
    status = atlas_figure_sink_write (&self->sink, data + before, length - before);
  self->n_written += length;

  return status;
}

gboolean
atlas_figure_write_png (GOutputStream         *stream,
                        double                 width,
                        double                 height,
                        double                 scale,
                        const AtlasFigureMeta *meta,
                        AtlasFigureDrawFunc    draw,
                        gpointer               user_data,
                        GCancellable          *cancellable,
                        GError               **error)
{
  int              device_width = (int) round (width * scale);
  int              device_height = (int) round (height * scale);
  Png              self = { { stream, cancellable, NULL }, 0, NULL };
  cairo_surface_t *surface = NULL;
  cairo_status_t   status;
  cairo_t         *cr = NULL;

  if (device_width > ATLAS_FIGURE_MAX_IMAGE_SIZE || device_height > ATLAS_FIGURE_MAX_IMAGE_SIZE ||
      (double) device_width * device_height > ATLAS_FIGURE_MAX_IMAGE_AREA)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("An image of %d × %d px is too large"), device_width, device_height);
      return FALSE;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, device_width, device_height);
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  draw (cr, user_data);
  status = cairo_status (cr);
  cairo_destroy (cr);

  if (status == CAIRO_STATUS_SUCCESS && atlas_figure_sink_is_open (&self.sink))
    {
      self.chunks = create_chunks (meta, scale);
      status = cairo_surface_write_to_png_stream (surface, write_png, &self);
    }
  cairo_surface_destroy (surface);
  g_clear_pointer (&self.chunks, g_byte_array_unref);

  return atlas_figure_sink_close (&self.sink, status, error);
}
