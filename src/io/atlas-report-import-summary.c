// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Two tellings that share so much are surely of one text. */
#define SURE_SHARE 0.6

/* How many characters of a passage the summary shows. */
#define N_BEGINS 60

typedef struct
{
  AtlasReport        *edition;
  GPtrArray          *passages; /* of AtlasPassage: the file's */
  const double       *shares;   /* by the edition's passages */
  AtlasImportSummary *summary;
} Summary;

void
atlas_import_row_free (AtlasImportRow *self)
{
  g_free (self->id);
  g_free (self->begins);
  g_free (self->difference);
  g_free (self);
}

static char *
dup_begins (const char *text)
{
  glong            length = g_utf8_strlen (text, -1);
  g_autofree char *cut = length > N_BEGINS ? g_utf8_substring (text, 0, N_BEGINS) : NULL;

  return cut != NULL ? g_strconcat (g_strchomp (cut), "…", NULL) : g_strdup (text);
}

static void
add_row (Summary            *self,
         AtlasImportMatch    match,
         const AtlasPassage *passage,
         const AtlasPassage *edition)
{
  AtlasImportRow  *row = g_new0 (AtlasImportRow, 1);
  g_autofree char *cites = atlas_import_dup_citations (passage->text);
  g_autofree char *edition_cites = edition != NULL ? atlas_import_dup_citations (edition->text) : NULL;

  row->match = match;
  row->id = g_strdup (passage->id);
  row->line = match != ATLAS_IMPORT_MISSING ? passage->line : 0;
  row->begins = dup_begins (passage->text);
  row->certainty = edition != NULL ? MIN (self->shares[edition->number - 1] / SURE_SHARE, 1.0) : 0.0;
  row->same_citations = edition == NULL || strcmp (cites, edition_cites) == 0;
  if (match == ATLAS_IMPORT_MISSING)
    row->difference = g_strdup (_ ("the file does not have this passage"));
  else if (match == ATLAS_IMPORT_OWN)
    row->difference = g_strdup_printf (_ ("line %u: the atlas does not have this passage"), row->line);
  else if (!row->same_citations)
    row->difference = g_strdup_printf (_ ("line %u: cites %s, the atlas %s"), row->line, *cites != '\0' ? cites : _ ("nothing"),
                                       *edition_cites != '\0' ? edition_cites : _ ("nothing"));

  g_ptr_array_add (self->summary->rows, row);
}

/* The index of a passage in the edition; -1: it is the file's own. */
static int
find_in_edition (Summary            *self,
                 const AtlasPassage *passage)
{
  const AtlasPassage *edition = atlas_report_lookup (self->edition, passage->id);

  return edition != NULL ? (int) edition->number - 1 : -1;
}

static void
count_spans (Summary    *self,
             GHashTable *citations)
{
  for (guint i = 0; i < self->passages->len; i++)
    {
      const AtlasPassage *passage = g_ptr_array_index (self->passages, i);

      for (guint j = 0; j < passage->spans->len; j++)
        {
          const AtlasReportSpan *span = g_ptr_array_index (passage->spans, j);

          if (span->citation > 0)
            g_hash_table_add (citations, GUINT_TO_POINTER (span->citation));
          self->summary->n_mentions += span->item_id != NULL;
        }
    }
}

void
atlas_import_summarise (GPtrArray          *passages,
                        AtlasReport        *report,
                        const double       *shares,
                        AtlasImportSummary *summary)
{
  Summary    self = { report, passages, shares, summary };
  GPtrArray *edition = atlas_report_get_passages (report);
  g_autoptr (GHashTable) citations = g_hash_table_new (NULL, NULL);
  guint  next = 0;
  double certainty = 0.0;

  summary->n_edition = edition->len;
  summary->n_passages = passages->len;
  for (guint i = 0; i <= passages->len; i++)
    {
      const AtlasPassage *passage = i < passages->len ? g_ptr_array_index (passages, i) : NULL;
      int                 found = passage != NULL ? find_in_edition (&self, passage) : (int) edition->len;

      for (; (int) next < found; next++)
        add_row (&self, ATLAS_IMPORT_MISSING, g_ptr_array_index (edition, next), NULL);
      if (passage == NULL)
        break;
      next = (guint) MAX (found + 1, (int) next);
      add_row (&self, found >= 0 ? ATLAS_IMPORT_MATCHED : ATLAS_IMPORT_OWN, passage, found >= 0 ? g_ptr_array_index (edition, (guint) found) : NULL);
    }

  for (guint i = 0; i < summary->rows->len; i++)
    {
      const AtlasImportRow *row = g_ptr_array_index (summary->rows, i);

      *(row->match == ATLAS_IMPORT_MATCHED ? &summary->n_matched : row->match == ATLAS_IMPORT_OWN ? &summary->n_own
                                                                                                  : &summary->n_missing) += 1;
      certainty += row->certainty;
      summary->n_same_citations += row->match == ATLAS_IMPORT_MATCHED && row->same_citations;
    }
  count_spans (&self, citations);
  summary->n_citations = g_hash_table_size (citations);
  summary->certainty = edition->len > 0 ? certainty / edition->len : 0.0;
}
