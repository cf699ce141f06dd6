// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-quotation.h"

#include <glib/gi18n-lib.h>

/* Marks that stand one after the other have a space between them, and the first one before it: with the mark goes its space. */
static void
drop_trailing_space (GString *text)
{
  while (text->len > 0)
    {
      const char *last = g_utf8_find_prev_char (text->str, text->str + text->len);

      if (last == NULL || !g_unichar_isspace (g_utf8_get_char (last)))
        return;
      g_string_truncate (text, (gsize) (last - text->str));
    }
}

static void
append_passage (GString                  *text,
                const AtlasQuotationPart *part,
                AtlasQuotationFlags       flags)
{
  guint at = 0;

  for (guint i = 0; i < part->passage->spans->len && at < part->end; i++)
    {
      const AtlasReportSpan *span = g_ptr_array_index (part->passage->spans, i);
      guint                  length = (guint) g_utf8_strlen (span->text, -1);
      guint                  start = MAX (part->start, at);
      guint                  end = MIN (part->end, at + length);

      if (start < end && span->kind == ATLAS_REPORT_CITATION && !(flags & ATLAS_QUOTATION_CITATIONS))
        drop_trailing_space (text);
      else if (start < end)
        {
          g_autofree char *piece = g_utf8_substring (span->text, (glong) (start - at), (glong) (end - at));

          g_string_append (text, piece);
        }
      at += length;
    }
}

static char *
create_text (const AtlasQuotationPart *part,
             AtlasQuotationFlags       flags)
{
  GString *text = g_string_new (NULL);

  if (part->passage != NULL)
    append_passage (text, part, flags);
  else
    {
      g_autofree char *piece = g_utf8_substring (part->heading, (glong) part->start,
                                                 (glong) MIN (part->end, (guint) g_utf8_strlen (part->heading, -1)));

      g_string_append (text, piece);
    }

  return g_strstrip (g_string_free (text, FALSE));
}

/* Author: “Title”. That the words are not the author's is said. */
static void
append_report (GString      *line,
               AtlasDataset *dataset)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (dataset);
  const char          *title = atlas_report_get_title (atlas_dataset_get_report (dataset));

  if (manifest->report_author != NULL && *manifest->report_author != '\0')
    g_string_append_printf (line, _ ("%s: “%s”"), manifest->report_author, title);
  else
    g_string_append_printf (line, _ ("“%s”"), title);
  if (atlas_dataset_has_own_report (dataset))
    g_string_append (line, _ (", as retold in the atlas"));
}

static void
append_edition (GString      *line,
                AtlasDataset *dataset)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (dataset);

  g_string_append (line, ". ");
  if (manifest->edition != NULL && *manifest->edition != '\0')
    g_string_append_printf (line, _ ("Corridor Atlas “%s”, edition %s"), manifest->title, manifest->edition);
  else
    g_string_append_printf (line, _ ("Corridor Atlas “%s”"), manifest->title);
}

char *
atlas_quotation_dup_link (AtlasDataset       *dataset,
                          const AtlasPassage *passage)
{
  g_autoptr (AtlasSessionState) state = atlas_session_state_new ();

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (passage != NULL, NULL);

  state->atlas = g_strdup (atlas_dataset_get_manifest (dataset)->id);
  state->passage = g_strdup (passage->id);

  return atlas_session_state_to_link (state);
}

static void
append_reference (GString            *text,
                  AtlasDataset       *dataset,
                  const AtlasPassage *first,
                  const AtlasPassage *last)
{
  g_autofree char *place = atlas_report_dup_place (atlas_dataset_get_report (dataset), first);
  g_autofree char *link = atlas_quotation_dup_link (dataset, first);

  g_string_append (text, "\n\n— ");
  append_report (text, dataset);
  if (first == last)
    g_string_append_printf (text, ", ¶ %u", first->number);
  else
    g_string_append_printf (text, ", ¶ %u–%u", first->number, last->number);
  if (*place != '\0')
    g_string_append_printf (text, " (%s)", place);
  append_edition (text, dataset);
  g_string_append_printf (text, ". %s", link);
}

/**
 * atlas_quotation_new:
 * @dataset: whose report it is
 * @parts: (array length=n_parts): what was selected, in reading order
 * @n_parts: how many
 * @flags: what of it is copied
 *
 * Writes what is copied of the report. A reference is to the first passage, and says how far the rest goes; without a passage
 * there is none.
 *
 * Returns: (transfer full): the text
 */
char *
atlas_quotation_new (AtlasDataset             *dataset,
                     const AtlasQuotationPart *parts,
                     guint                     n_parts,
                     AtlasQuotationFlags       flags)
{
  GString            *text = g_string_new (NULL);
  const AtlasPassage *first = NULL;
  const AtlasPassage *last = NULL;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  for (guint i = 0; i < n_parts; i++)
    {
      g_autofree char *piece = create_text (&parts[i], flags);

      if (*piece == '\0')
        continue;

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", piece);
      if (parts[i].passage != NULL)
        {
          first = first != NULL ? first : parts[i].passage;
          last = parts[i].passage;
        }
    }

  if (first != NULL && (flags & ATLAS_QUOTATION_REFERENCE))
    append_reference (text, dataset, first, last);

  return g_string_free (text, FALSE);
}

/**
 * atlas_quotation_for_session:
 * @session: what is looked at
 *
 * Writes one line that refers to what a window shows: "RCSP: “Title”. Baku–Tbilisi–Ceyhan, June 2006. Corridor Atlas “…”,
 * edition 2026-11. corridor-atlas:…".
 *
 * Returns: (transfer full): the line; empty without an atlas
 */
char *
atlas_quotation_for_session (AtlasSession *session)
{
  AtlasDataset *dataset = NULL;
  AtlasItem    *item = NULL;
  AtlasTimeSpan clock;
  g_autoptr (AtlasSessionState) state = NULL;
  g_autofree char *link = NULL;
  GString         *line = NULL;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);

  dataset = atlas_session_get_dataset (session);
  line = g_string_new (NULL);
  if (dataset == NULL)
    return g_string_free (line, FALSE);

  item = atlas_session_get_selected (session);
  clock = atlas_session_get_clock (session);
  append_report (line, dataset);
  if (item != NULL)
    g_string_append_printf (line, ". %s", atlas_item_get_name (item, atlas_session_get_language (session)));
  if (!atlas_time_span_is_empty (clock))
    {
      g_autofree char *date = atlas_time_span_to_words (clock);

      g_string_append_printf (line, "%s%s", item != NULL ? ", " : ". ", date);
    }
  append_edition (line, dataset);

  state = atlas_session_dup_state (session);
  link = atlas_session_state_to_link (state);
  g_string_append_printf (line, ". %s", link);

  return g_string_free (line, FALSE);
}
