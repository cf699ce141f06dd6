// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report.h"

struct _AtlasReport
{
  GObject     parent_instance;

  char       *title;
  GPtrArray  *sections;    /* of AtlasSection */
  GPtrArray  *passages;    /* of AtlasPassage */
  GHashTable *by_id;       /* char * (borrowed) → AtlasPassage (borrowed) */
  GHashTable *by_mention;  /* char * (borrowed): item id → GPtrArray of AtlasPassage (borrowed) */
  GHashTable *by_citation; /* guint → GPtrArray of AtlasPassage (borrowed) */
  GPtrArray  *none;        /* what is given where there is nothing */
  guint       last_citation;
};

G_DEFINE_FINAL_TYPE (AtlasReport, atlas_report, G_TYPE_OBJECT)

AtlasReportSpan *
atlas_report_span_new (AtlasReportSpanKind kind,
                       const char         *text,
                       const char         *item_id,
                       guint               citation)
{
  AtlasReportSpan *self = g_new0 (AtlasReportSpan, 1);

  self->kind = kind;
  self->text = g_strdup (text);
  self->item_id = g_strdup (item_id);
  self->citation = citation;

  return self;
}

void
atlas_report_span_free (AtlasReportSpan *self)
{
  g_free (self->text);
  g_free (self->item_id);
  g_free (self);
}

/**
 * atlas_passage_new_take:
 * @id: (transfer full): its id
 * @section: index of the innermost section it stands in
 * @spans: (transfer full): of #AtlasReportSpan
 * @line: of the file, from 1; 0 when it is not known
 *
 * Makes a passage and joins its spans' texts. Its number is set by atlas_report_new_take().
 *
 * Returns: (transfer full): the passage
 */
AtlasPassage *
atlas_passage_new_take (char      *id,
                        guint      section,
                        GPtrArray *spans,
                        guint      line)
{
  AtlasPassage *self = g_new0 (AtlasPassage, 1);
  GString      *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const AtlasReportSpan *span = g_ptr_array_index (spans, i);

      g_string_append (text, span->text);
    }

  self->id = id;
  self->section = section;
  self->spans = spans;
  self->text = g_string_free (text, FALSE);
  self->line = line;

  return self;
}

void
atlas_passage_free (AtlasPassage *self)
{
  g_free (self->id);
  g_clear_pointer (&self->spans, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}

void
atlas_section_free (AtlasSection *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self);
}

static void
atlas_report_finalize (GObject *object)
{
  AtlasReport *self = ATLAS_REPORT (object);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->by_mention, g_hash_table_unref);
  g_clear_pointer (&self->by_citation, g_hash_table_unref);
  g_clear_pointer (&self->none, g_ptr_array_unref);
  g_clear_pointer (&self->passages, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (atlas_report_parent_class)->finalize (object);
}

static void
atlas_report_class_init (AtlasReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_report_finalize;
}

static void
atlas_report_init (AtlasReport *self)
{
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_mention = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->by_citation = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->none = g_ptr_array_new ();
}

static void
index_passage (GHashTable   *index,
               gpointer      key,
               AtlasPassage *passage)
{
  GPtrArray *found = g_hash_table_lookup (index, key);

  if (found == NULL)
    {
      found = g_ptr_array_new ();
      g_hash_table_insert (index, key, found);
    }

  /* Passages come in order, so one that is there already is the last. */
  if (found->len == 0 || g_ptr_array_index (found, found->len - 1) != passage)
    g_ptr_array_add (found, passage);
}

static void
index_spans (AtlasReport  *self,
             AtlasPassage *passage)
{
  for (guint i = 0; i < passage->spans->len; i++)
    {
      AtlasReportSpan *span = g_ptr_array_index (passage->spans, i);

      if (span->item_id != NULL)
        index_passage (self->by_mention, span->item_id, passage);

      if (span->citation > 0)
        index_passage (self->by_citation, GUINT_TO_POINTER (span->citation), passage);

      self->last_citation = MAX (self->last_citation, span->citation);
    }
}

/**
 * atlas_report_new_take:
 * @title: (transfer full) (nullable): the report's title
 * @sections: (transfer full): of #AtlasSection, in order
 * @passages: (transfer full): of #AtlasPassage, in reading order; their numbers are set here
 *
 * Puts a report together and indexes who mentions and cites what.
 *
 * Returns: (transfer full): the report
 */
AtlasReport *
atlas_report_new_take (char      *title,
                       GPtrArray *sections,
                       GPtrArray *passages)
{
  AtlasReport *self = g_object_new (ATLAS_TYPE_REPORT, NULL);

  self->title = title;
  self->sections = sections;
  self->passages = passages;

  for (guint i = 0; i < passages->len; i++)
    {
      AtlasPassage *passage = g_ptr_array_index (passages, i);

      passage->number = i + 1;
      g_hash_table_insert (self->by_id, passage->id, passage);
      index_spans (self, passage);
    }

  return self;
}

const char *
atlas_report_get_title (AtlasReport *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT (self), NULL);

  return self->title;
}

GPtrArray *
atlas_report_get_sections (AtlasReport *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT (self), NULL);

  return self->sections;
}

GPtrArray *
atlas_report_get_passages (AtlasReport *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT (self), NULL);

  return self->passages;
}

const AtlasPassage *
atlas_report_lookup (AtlasReport *self,
                     const char  *passage_id)
{
  g_return_val_if_fail (ATLAS_IS_REPORT (self), NULL);

  return passage_id != NULL ? g_hash_table_lookup (self->by_id, passage_id) : NULL;
}

GPtrArray *
atlas_report_get_mentioning (AtlasReport *self,
                             const char  *item_id)
{
  GPtrArray *found = NULL;

  g_return_val_if_fail (ATLAS_IS_REPORT (self), NULL);

  if (item_id != NULL)
    found = g_hash_table_lookup (self->by_mention, item_id);

  return found != NULL ? found : self->none;
}

GPtrArray *
atlas_report_get_citing (AtlasReport *self,
                         guint        citation)
{
  GPtrArray *found = NULL;

  g_return_val_if_fail (ATLAS_IS_REPORT (self), NULL);

  found = g_hash_table_lookup (self->by_citation, GUINT_TO_POINTER (citation));

  return found != NULL ? found : self->none;
}

guint
atlas_report_get_last_citation (AtlasReport *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT (self), 0);

  return self->last_citation;
}

/**
 * atlas_report_dup_place:
 * @self: a report
 * @passage: one of its passages
 *
 * Says where a passage stands: the titles of its sections from the outermost in, " › " between.
 *
 * Returns: (transfer full): the words; empty before the first heading
 */
char *
atlas_report_dup_place (AtlasReport        *self,
                        const AtlasPassage *passage)
{
  GString *place = NULL;
  int      limit = 0;

  g_return_val_if_fail (ATLAS_IS_REPORT (self), NULL);
  g_return_val_if_fail (passage != NULL, NULL);

  place = g_string_new (NULL);

  /* A parent stands before its child; whatever says otherwise would be a loop. */
  limit = (int) self->sections->len;
  for (int i = (int) passage->section; i >= 0 && i < limit;)
    {
      const AtlasSection *section = g_ptr_array_index (self->sections, i);

      if (place->len > 0)
        g_string_prepend (place, " › ");
      g_string_prepend (place, section->title);
      limit = i;
      i = section->parent;
    }

  return g_string_free (place, FALSE);
}
