// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reader-private.h"

#include <math.h>

/* Signs of what the user has written: a small sheet in the margin of a passage, under its number. A click on it opens the notes, as does
 * one on marked words of which something is said. */

/* In ems. */
#define HEIGHT 0.62
#define WIDTH 0.52
#define GAP 0.75 /* to the lines, as the numbers have it */
#define N_LINES 2
/* px round a sign that are it too, for the pointer */
#define REACH 4

static gboolean
has_sign (AtlasReader           *self,
          const AtlasReaderPart *part)
{
  return part->passage != NULL && g_hash_table_contains (self->noted, part->passage->id);
}

/* In the buffer's coordinates: beside the second line, or where that would be. */
static GdkRectangle
get_place (AtlasReader           *self,
           const AtlasReaderPart *part)
{
  double       em = self->look.em * self->look.zoom;
  int          left = atlas_reader_view_get_left (ATLAS_READER_VIEW (self->view));
  int          width = (int) lround (WIDTH * em);
  int          height = (int) lround (HEIGHT * em);
  GtkTextIter  iter;
  GdkRectangle first;

  gtk_text_buffer_get_iter_at_offset (self->text->buffer, &iter, part->start);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &iter, &first);

  return (GdkRectangle){ left - width - (int) lround (GAP * em), first.y + first.height + (first.height - height) / 2, width, height };
}

void
atlas_reader_signs_paint (AtlasReader           *self,
                          GtkSnapshot           *snapshot,
                          const AtlasReaderPart *part)
{
  GdkRectangle    place;
  GskRoundedRect  outline;
  GdkRGBA         paper = self->look.accent;
  const GdkRGBA  *ink = &self->look.accent;
  graphene_rect_t sheet;

  if (!has_sign (self, part))
    return;

  place = get_place (self, part);
  graphene_rect_init (&sheet, (float) place.x, (float) place.y, (float) place.width, (float) place.height);
  gsk_rounded_rect_init_from_rect (&outline, &sheet, 1.5F);
  paper.alpha *= 0.16F;
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &paper, &sheet);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1.0F, 1.0F, 1.0F, 1.0F }, (GdkRGBA[4]){ *ink, *ink, *ink, *ink });
  for (int i = 1; i <= N_LINES; i++)
    gtk_snapshot_append_color (snapshot, ink, &GRAPHENE_RECT_INIT ((float) place.x + 2.0F, (float) (place.y + place.height * i / (N_LINES + 1)), (float) place.width - 4.0F, 1.0F));
}

static const AtlasReaderPart *
find_sign_at (AtlasReader *self,
              double       x,
              double       y)
{
  const AtlasReaderPart *part = NULL;
  GtkTextIter            iter;
  GdkRectangle           place;
  int                    here_x = 0;
  int                    here_y = 0;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &here_x, &here_y);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self->view), &iter, here_y, NULL);
  part = atlas_reader_text_find_part (self->text, gtk_text_iter_get_offset (&iter));
  if (part == NULL || !has_sign (self, part))
    return NULL;

  place = get_place (self, part);
  place = (GdkRectangle){ place.x - REACH, place.y - REACH, place.width + 2 * REACH, place.height + 2 * REACH };

  return gdk_rectangle_contains_point (&place, here_x, here_y) ? part : NULL;
}

/* Of marks over one another the shortest: it was meant most exactly. */
static const AtlasReaderMark *
find_mark_at (AtlasReader *self,
              int          offset)
{
  const AtlasReaderMark *found = NULL;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const AtlasReaderMark *mark = &g_array_index (self->marks, AtlasReaderMark, i);

      if (mark->start > offset)
        break;
      if (mark->has_note && offset < mark->end && (found == NULL || mark->end - mark->start < found->end - found->start))
        found = mark;
    }

  return found;
}

gboolean
atlas_reader_signs_find (AtlasReader      *self,
                         double            x,
                         double            y,
                         AtlasReaderNoted *noted)
{
  const AtlasReaderPart *part = self->text != NULL ? find_sign_at (self, x, y) : NULL;
  int                    offset = -1;

  if (self->text == NULL)
    return FALSE;

  if (part != NULL)
    {
      *noted = (AtlasReaderNoted){ part->passage->id, part->start, 0, 0 };
      return TRUE;
    }

  offset = atlas_reader_view_get_offset_at (ATLAS_READER_VIEW (self->view), x, y);

  return offset >= 0 && atlas_reader_signs_find_mark (self, offset, noted);
}

gboolean
atlas_reader_signs_find_mark (AtlasReader      *self,
                              int               offset,
                              AtlasReaderNoted *noted)
{
  const AtlasReaderMark *mark = find_mark_at (self, offset);
  const AtlasReaderPart *part = mark != NULL ? atlas_reader_text_find_part (self->text, mark->start) : NULL;

  if (part == NULL || part->passage == NULL)
    return FALSE;

  *noted = (AtlasReaderNoted){ part->passage->id, mark->start, (guint) (mark->start - part->start), (guint) (mark->end - part->start) };

  return TRUE;
}

/* With the caret there: that is where the note is shown. */
void
atlas_reader_signs_open (AtlasReader            *self,
                         const AtlasReaderNoted *noted)
{
  atlas_reader_place_caret (self, noted->offset);
  atlas_reader_emit_request (self, TRUE, noted->passage, noted->start, noted->end);
}

/**
 * atlas_reader_set_noted:
 * @self: a reader
 * @passages: (array zero-terminated=1) (nullable): ids of the passages that the user has written notes on; copied
 *
 * Draws a sign beside each of them. Like highlights they stay through other texts of the same atlas.
 */
void
atlas_reader_set_noted (AtlasReader       *self,
                        const char *const *passages)
{
  g_return_if_fail (ATLAS_IS_READER (self));

  g_hash_table_remove_all (self->noted);
  for (guint i = 0; passages != NULL && passages[i] != NULL; i++)
    g_hash_table_add (self->noted, g_strdup (passages[i]));
  gtk_widget_queue_draw (self->view);
}
