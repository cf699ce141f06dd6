// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-session-private.h"

/* Where one reads: the page, the passage, the citation, the source. */

static AtlasPage
resolve_page (AtlasSession *self,
              AtlasItem    *selected,
              AtlasPage     page)
{
  return page == ATLAS_PAGE_ITEM && selected == NULL ? ATLAS_PAGE_REPORT : page;
}

AtlasPage
atlas_session_get_page (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), ATLAS_PAGE_REPORT);

  return resolve_page (self, self->selected, self->page);
}

void
atlas_session_put_page (AtlasSession *self,
                        AtlasPage     page)
{
  AtlasPage before = atlas_session_get_page (self);

  self->page = page;
  if (atlas_session_get_page (self) != before)
    atlas_session_notify (self, ATLAS_SESSION_PROP_PAGE);
}

/**
 * atlas_session_set_page:
 * @self: a session
 * @page: what the pane of text shows
 *
 * Turns to a page, which is a place of the history. The item's, without an item, is the report.
 */
void
atlas_session_set_page (AtlasSession *self,
                        AtlasPage     page)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail ((guint) page < ATLAS_N_PAGES);

  if (resolve_page (self, self->selected, page) == atlas_session_get_page (self))
    return;

  atlas_session_begin (self, ATLAS_RECORD_PUSH);
  atlas_session_put_page (self, page);
  atlas_session_end (self);
}

const char *
atlas_session_get_source (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->source;
}

void
atlas_session_put_source (AtlasSession *self,
                          const char   *source_id)
{
  if (self->dataset == NULL || source_id == NULL ||
      atlas_bibliography_lookup (atlas_dataset_get_bibliography (self->dataset), source_id) == NULL)
    source_id = NULL;

  if (g_strcmp0 (self->source, source_id) == 0)
    return;

  g_free (self->source);
  self->source = g_strdup (source_id);
  atlas_session_notify (self, ATLAS_SESSION_PROP_SOURCE);
}

/**
 * atlas_session_show_source:
 * @self: a session
 * @source_id: (nullable): id of a reference; %NULL, or one that the atlas does not have: all of them
 *
 * Turns to the page of the sources and there to one of them. That is a place of the history.
 */
void
atlas_session_show_source (AtlasSession *self,
                           const char   *source_id)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  if (g_strcmp0 (self->source, source_id) == 0 && atlas_session_get_page (self) == ATLAS_PAGE_SOURCES)
    return;

  atlas_session_begin (self, ATLAS_RECORD_PUSH);
  atlas_session_put_source (self, source_id);
  atlas_session_put_page (self, ATLAS_PAGE_SOURCES);
  atlas_session_end (self);
}

const char *
atlas_session_get_passage (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->passage;
}

void
atlas_session_put_passage (AtlasSession *self,
                           const char   *passage_id)
{
  if (self->dataset == NULL || atlas_report_lookup (atlas_dataset_get_report (self->dataset), passage_id) == NULL)
    passage_id = NULL;

  if (g_strcmp0 (self->passage, passage_id) == 0)
    return;

  g_free (self->passage);
  self->passage = g_strdup (passage_id);
  atlas_session_notify (self, ATLAS_SESSION_PROP_PASSAGE);
}

/**
 * atlas_session_set_passage:
 * @self: a session
 * @passage_id: (nullable): what is read; one that the report does not have is none
 *
 * Goes to a passage of the report, and to its page. That is a place of the history; leaving it is not.
 */
void
atlas_session_set_passage (AtlasSession *self,
                           const char   *passage_id)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  if (g_strcmp0 (self->passage, passage_id) == 0)
    {
      if (passage_id != NULL)
        atlas_session_set_page (self, ATLAS_PAGE_REPORT);
      return;
    }

  atlas_session_begin (self, passage_id != NULL ? ATLAS_RECORD_PUSH : ATLAS_RECORD_AMEND);
  atlas_session_put_passage (self, passage_id);
  if (self->passage != NULL)
    atlas_session_put_page (self, ATLAS_PAGE_REPORT);
  atlas_session_end (self);
}

guint
atlas_session_get_citation (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), 0);

  return self->citation;
}

static gboolean
has_citation (AtlasSession *self,
              guint         citation)
{
  return self->dataset != NULL &&
         (atlas_bibliography_lookup_number (atlas_dataset_get_bibliography (self->dataset), citation) != NULL ||
          atlas_report_get_citing (atlas_dataset_get_report (self->dataset), citation)->len > 0);
}

void
atlas_session_put_citation (AtlasSession *self,
                            guint         citation)
{
  if (!has_citation (self, citation))
    citation = 0;

  if (self->citation == citation)
    return;

  self->citation = citation;
  atlas_session_notify (self, ATLAS_SESSION_PROP_CITATION);
}

/**
 * atlas_session_set_citation:
 * @self: a session
 * @citation: the report's number; 0, or one that the atlas does not have: none
 *
 * Looks at a citation. That is a place of the history; leaving it is not.
 */
void
atlas_session_set_citation (AtlasSession *self,
                            guint         citation)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  if (self->citation == citation)
    return;

  atlas_session_begin (self, citation > 0 ? ATLAS_RECORD_PUSH : ATLAS_RECORD_AMEND);
  atlas_session_put_citation (self, citation);
  atlas_session_end (self);
}
