// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-note-link.h"

static gboolean
follow_link (const char   *link,
             AtlasSession *session)
{
  g_autoptr (AtlasSessionState) state = atlas_session_state_parse (link, NULL);

  if (state == NULL)
    return FALSE;

  atlas_session_apply_state (session, state);

  return TRUE;
}

gboolean
atlas_note_follow (const AtlasNoteFields *fields,
                   AtlasSession          *session)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (fields != NULL, FALSE);
  g_return_val_if_fail (ATLAS_IS_SESSION (session), FALSE);

  if (fields->kind == ATLAS_NOTE_BOOKMARK)
    return follow_link (fields->link, session);

  id = g_strdup (fields->target_id); /* the note may go as the view changes */
  switch (fields->target)
    {
    case ATLAS_NOTE_ON_PASSAGE:
      atlas_session_set_passage (session, id);
      return TRUE;
    case ATLAS_NOTE_ON_ITEM:
      return atlas_session_select_id (session, id);
    case ATLAS_NOTE_ON_SOURCE:
      atlas_session_show_source (session, id);
      return TRUE;
    case ATLAS_NOTE_ON_NOTHING:
    case ATLAS_N_NOTE_TARGETS:
    default:
      return FALSE;
    }
}

AtlasNoteFields *
atlas_note_new_bookmark (AtlasSession *session)
{
  g_autoptr (AtlasSessionState) state = NULL;
  AtlasDataset    *dataset = NULL;
  AtlasNoteFields *fields = NULL;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);

  dataset = atlas_session_get_dataset (session);
  if (dataset == NULL)
    return NULL;

  state = atlas_session_dup_state (session);
  state->cite = 0; /* a card is no place */
  fields = atlas_note_fields_new ();
  fields->kind = ATLAS_NOTE_BOOKMARK;
  fields->atlas = g_strdup (atlas_dataset_get_manifest (dataset)->id);
  fields->link = atlas_session_state_to_link (state);
  fields->text = g_strdup (atlas_session_get_sentence (session));
  if (atlas_session_get_page (session) == ATLAS_PAGE_REPORT && state->passage != NULL)
    fields->target = ATLAS_NOTE_ON_PASSAGE;
  else if (state->item != NULL)
    fields->target = ATLAS_NOTE_ON_ITEM;
  fields->target_id = fields->target == ATLAS_NOTE_ON_NOTHING ? NULL : g_strdup (fields->target == ATLAS_NOTE_ON_ITEM ? state->item : state->passage);

  return fields;
}
