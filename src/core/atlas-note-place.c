// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-note-place.h"

#include "atlas-session-state.h"

#include <glib/gi18n-lib.h>

/* Before what the report does not speak of. */
#define UNMENTIONED (G_MAXUINT / 2)

/* Fills in where a note on a thing stands; FALSE: the atlas has no such thing. */
typedef gboolean (*PlaceFunc) (AtlasNotePlace    *self,
                               AtlasDataset      *dataset,
                               const char        *id,
                               const char        *language,
                               AtlasSessionState *state);

static gboolean
place_on_passage (AtlasNotePlace    *self,
                  AtlasDataset      *dataset,
                  const char        *id,
                  const char        *language,
                  AtlasSessionState *state)
{
  AtlasReport        *report = atlas_dataset_get_report (dataset);
  const AtlasPassage *passage = atlas_report_lookup (report, id);

  if (passage == NULL)
    return FALSE;

  self->group = ATLAS_NOTE_PLACE_REPORT;
  self->rank = passage->number;
  self->heading = atlas_report_dup_place (report, passage);
  self->title = g_strdup_printf ("¶ %u", passage->number);
  state->passage = g_strdup (id);

  return TRUE;
}

static gboolean
place_on_item (AtlasNotePlace    *self,
               AtlasDataset      *dataset,
               const char        *id,
               const char        *language,
               AtlasSessionState *state)
{
  AtlasItem *item = atlas_dataset_lookup (dataset, id);
  GPtrArray *passages = NULL;

  if (item == NULL)
    return FALSE;

  passages = atlas_report_get_mentioning (atlas_dataset_get_report (dataset), id);
  self->group = ATLAS_NOTE_PLACE_ITEM;
  self->rank = passages->len > 0 ? ((const AtlasPassage *) g_ptr_array_index (passages, 0))->number
                                 : UNMENTIONED + MIN (atlas_dataset_get_position (dataset, item), UNMENTIONED);
  self->heading = g_strdup (_ ("Items"));
  self->title = g_strdup (atlas_item_get_name (item, language));
  state->item = g_strdup (id);

  return TRUE;
}

static gboolean
place_on_source (AtlasNotePlace    *self,
                 AtlasDataset      *dataset,
                 const char        *id,
                 const char        *language,
                 AtlasSessionState *state)
{
  AtlasReference *reference = atlas_bibliography_lookup (atlas_dataset_get_bibliography (dataset), id);

  if (reference == NULL)
    return FALSE;

  self->group = ATLAS_NOTE_PLACE_SOURCE;
  self->rank = atlas_reference_get_number (reference) > 0 ? atlas_reference_get_number (reference) : UNMENTIONED;
  self->heading = g_strdup (_ ("Sources"));
  self->title = g_strdup (atlas_reference_get_title (reference));
  state->page = ATLAS_PAGE_SOURCES;
  state->source = g_strdup (id);

  return TRUE;
}

static gboolean
place_on_nothing (AtlasNotePlace    *self,
                  AtlasDataset      *dataset,
                  const char        *id,
                  const char        *language,
                  AtlasSessionState *state)
{
  self->group = ATLAS_NOTE_PLACE_BOOKMARK;
  self->heading = g_strdup (_ ("Bookmarks"));

  return TRUE;
}

static const PlaceFunc places[] = {
  [ATLAS_NOTE_ON_NOTHING] = place_on_nothing,
  [ATLAS_NOTE_ON_PASSAGE] = place_on_passage,
  [ATLAS_NOTE_ON_ITEM] = place_on_item,
  [ATLAS_NOTE_ON_SOURCE] = place_on_source,
};
G_STATIC_ASSERT (G_N_ELEMENTS (places) == ATLAS_N_NOTE_TARGETS);

AtlasNotePlace *
atlas_note_place_new (AtlasDataset          *dataset,
                      const AtlasNoteFields *fields,
                      const char            *language)
{
  AtlasNotePlace *self = g_new0 (AtlasNotePlace, 1);
  g_autoptr (AtlasSessionState) state = atlas_session_state_new ();
  gboolean is_there = places[fields->target](self, dataset, fields->target_id, language, state);

  self->created = fields->created;
  self->within = fields->begin;
  if (!is_there)
    {
      self->group = ATLAS_NOTE_PLACE_LOST;
      self->heading = g_strdup (_ ("No longer in this atlas"));
      self->title = g_strdup (fields->target_id);
    }

  state->atlas = g_strdup (fields->atlas);
  if (fields->kind == ATLAS_NOTE_BOOKMARK)
    self->link = g_strdup (fields->link);
  else if (is_there && fields->target != ATLAS_NOTE_ON_NOTHING)
    self->link = atlas_session_state_to_link (state);

  return self;
}

void
atlas_note_place_free (AtlasNotePlace *self)
{
  if (self == NULL)
    return;

  g_free (self->heading);
  g_free (self->title);
  g_free (self->link);
  g_free (self);
}

int
atlas_note_place_compare (const AtlasNotePlace *a,
                          const AtlasNotePlace *b)
{
  int titles = 0;

  if (a->group != b->group)
    return a->group < b->group ? -1 : 1;
  if (a->rank != b->rank)
    return a->rank < b->rank ? -1 : 1;

  titles = g_strcmp0 (a->title, b->title); /* all that is said of one thing stands together */
  if (titles != 0)
    return titles;
  if (a->within != b->within)
    return a->within < b->within ? -1 : 1;

  return a->created < b->created ? -1 : a->created > b->created;
}
