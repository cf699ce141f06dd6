// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reader-private.h"

void
atlas_reader_forget_text (AtlasReader *self)
{
  AtlasReaderText *text = NULL;

  if (self->text == NULL)
    return;

  atlas_reader_drop_goal (self);
  atlas_reader_follow_stop (self);
  atlas_reader_links_forget_text (self);
  atlas_reader_find_forget_text (self);
  atlas_reader_outline_forget_text (self);
  g_array_set_size (self->marks, 0);
  text = g_steal_pointer (&self->text); /* nobody is to look for anything in it */
  atlas_reader_text_free (text);
}

/* The same place of another edition. */
static void
restore_place (AtlasReader *self,
               const char  *passage_id)
{
  const AtlasPassage *passage = atlas_report_lookup (atlas_dataset_get_report (self->text->dataset), passage_id);

  if (passage != NULL)
    atlas_reader_go_to_passage (self, passage);
  else
    atlas_reader_show_passage (self);
}

/* Writes the report of the session's atlas, and goes to where one was in the one before. */
void
atlas_reader_fill (AtlasReader *self)
{
  AtlasDataset    *dataset = self->session != NULL ? atlas_session_get_dataset (self->session) : NULL;
  g_autofree char *place = NULL;

  if (self->text != NULL)
    {
      const AtlasPassage *passage = atlas_reader_text_find_passage (self->text, atlas_reader_get_place (self));

      if (passage != NULL && passage->number > 1)
        place = g_strdup (passage->id);
    }
  atlas_reader_forget_text (self);
  if (dataset == NULL)
    return;

  self->text = atlas_reader_text_new (dataset, gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)));
  atlas_reader_ink_update (self);
  atlas_reader_text_set_look (self->text, &self->look);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  atlas_report_get_title (atlas_dataset_get_report (dataset)), -1);
  atlas_reader_marks_take_text (self);
  atlas_reader_mentions_update (self);
  atlas_reader_find_take_text (self);
  atlas_reader_outline_queue_update (self);
  restore_place (self, place);
}
