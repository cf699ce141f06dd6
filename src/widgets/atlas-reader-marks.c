// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reader-private.h"

/* What the user has marked. It is kept by passage, so that it stays when the text is another. */

static void
clear_highlight (gpointer data)
{
  g_free ((char *) ((AtlasReaderHighlight *) data)->passage);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const AtlasReaderMark *x = a;
  const AtlasReaderMark *y = b;

  return x->start != y->start ? (x->start > y->start) - (x->start < y->start) : (x->end > y->end) - (x->end < y->end);
}

void
atlas_reader_marks_take_text (AtlasReader *self)
{
  AtlasReport *report = self->text != NULL ? atlas_dataset_get_report (self->text->dataset) : NULL;

  g_array_set_size (self->marks, 0);
  for (guint i = 0; report != NULL && i < self->highlights->len; i++)
    {
      const AtlasReaderHighlight *highlight = &g_array_index (self->highlights, AtlasReaderHighlight, i);
      const AtlasPassage         *passage = atlas_report_lookup (report, highlight->passage);
      const AtlasReaderPart      *part = passage != NULL ? atlas_reader_text_get_passage (self->text, passage) : NULL;
      AtlasReaderMark             mark = { .colour = highlight->colour, .has_note = highlight->has_note };

      if (part == NULL)
        continue;
      mark.start = MIN (part->start + (int) MIN (highlight->start, (guint) G_MAXINT / 2), part->end);
      mark.end = highlight->end > 0 ? MIN (part->start + (int) MIN (highlight->end, (guint) G_MAXINT / 2), part->end) : part->end;
      if (mark.start < mark.end)
        g_array_append_val (self->marks, mark);
    }
  g_array_sort (self->marks, compare_marks);
  gtk_widget_queue_draw (self->view);
}

/**
 * atlas_reader_set_highlights:
 * @self: a reader
 * @highlights: (array length=n_highlights) (nullable): what is marked; copied
 * @n_highlights: how many
 *
 * Draws what the user has marked, each colour with a line of its own under it. It stays through other texts of the same atlas.
 */
void
atlas_reader_set_highlights (AtlasReader                *self,
                             const AtlasReaderHighlight *highlights,
                             guint                       n_highlights)
{
  g_return_if_fail (ATLAS_IS_READER (self));

  g_array_set_size (self->highlights, 0);
  for (guint i = 0; i < n_highlights; i++)
    {
      AtlasReaderHighlight highlight = highlights[i];

      if ((guint) highlight.colour >= ATLAS_N_HIGHLIGHTS)
        highlight.colour = ATLAS_HIGHLIGHT_YELLOW;
      highlight.passage = g_strdup (highlight.passage);
      g_array_append_val (self->highlights, highlight);
    }
  atlas_reader_marks_take_text (self);
}

void
atlas_reader_marks_init (AtlasReader *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (AtlasReaderMark));
  self->highlights = g_array_new (FALSE, FALSE, sizeof (AtlasReaderHighlight));
  g_array_set_clear_func (self->highlights, clear_highlight);
  self->noted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
atlas_reader_marks_dispose (AtlasReader *self)
{
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->highlights, g_array_unref);
  g_clear_pointer (&self->noted, g_hash_table_unref);
}
