// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-source-card-private.h"

#include "atlas-detail-parts.h"
#include "atlas-source-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The most of a sort on a brief card and on a full one; the rest is counted. */
#define MAX_BRIEF 5
#define MAX_FULL 300
/* Of what an item says on a full card, and of a passage, characters. */
#define MAX_WORDS 180

static guint
get_most (AtlasSourceCard *self)
{
  return self->brief ? MAX_BRIEF : MAX_FULL;
}

static void
add_rest (AtlasSourceCard *self,
          guint            n_more)
{
  g_autofree char *text = NULL;

  if (n_more == 0)
    return;

  text = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);
  gtk_widget_add_css_class (atlas_source_card_add_text (self, text), "dim-label");
}

/* In one line, and not all of it if it is long. */
static char *
dup_start (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *line = g_strjoinv (" · ", lines);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_WORDS)
    return g_steal_pointer (&line);

  start = g_utf8_substring (line, 0, MAX_WORDS - 1);
  if (strrchr (start, ' ') != NULL) /* whole words */
    *strrchr (start, ' ') = '\0';

  return g_strconcat (start, "…", NULL);
}

static void
add_passage (AtlasSourceCard    *self,
             const AtlasPassage *passage)
{
  AtlasReport     *report = atlas_dataset_get_report (atlas_session_get_dataset (self->session));
  g_autofree char *place = atlas_report_dup_place (report, passage);
  g_autofree char *start = dup_start (passage->text);
  g_autofree char *markup = self->brief ? g_markup_printf_escaped ("<a href=\"passage:%s\">¶ %u</a>  %s", passage->id, passage->number, place)
                                        : g_markup_printf_escaped ("<a href=\"passage:%s\">¶ %u</a>  %s\n<small>%s</small>", passage->id, passage->number, place, start);

  atlas_source_card_add_text (self, markup);
}

/* The kinds of what an item says, each counted, or the words. */
static void
append_statements (GString             *markup,
                   const AtlasBacklink *links,
                   guint                n_links)
{
  for (guint i = 0; i < n_links; i++)
    {
      g_autofree char *words = NULL;
      g_autofree char *start = NULL;
      g_autofree char *line = NULL;

      if (links[i].kind == ATLAS_BACKLINK_ITEM) /* the item itself, which is named already */
        continue;

      words = atlas_backlink_to_words (&links[i]);
      start = dup_start (words);
      line = g_markup_printf_escaped ("\n<small><i>%s</i>  %s</small>", atlas_backlink_kind_get_name (links[i].kind), start);
      g_string_append (markup, line);
    }
}

static void
append_kinds (GString             *markup,
              const AtlasBacklink *links,
              guint                n_links)
{
  guint counts[ATLAS_N_BACKLINK_KINDS] = { 0 };
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < n_links; i++)
    counts[links[i].kind]++;

  for (guint kind = ATLAS_BACKLINK_FACT; kind < ATLAS_N_BACKLINK_KINDS; kind++)
    {
      if (counts[kind] == 0)
        continue;
      g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? ", " : "", atlas_backlink_kind_get_name ((AtlasBacklinkKind) kind));
      if (counts[kind] > 1)
        g_string_append_printf (kinds, " × %u", counts[kind]);
    }

  if (kinds->len > 0)
    {
      g_autofree char *escaped = g_markup_escape_text (kinds->str, -1);

      g_string_append_printf (markup, "  <small>%s</small>", escaped);
    }
}

static void
add_item (AtlasSourceCard     *self,
          const AtlasBacklink *links, /* all of one item */
          guint                n_links)
{
  AtlasItem       *item = links[0].item;
  const char      *name = atlas_item_get_name (item, atlas_session_get_language (self->session));
  g_autofree char *link = g_markup_printf_escaped ("<a href=\"item:%s\">%s</a>", atlas_item_get_id (item), name);
  g_autoptr (GString) markup = g_string_new (link);

  if (self->brief)
    append_kinds (markup, links, n_links);
  else
    append_statements (markup, links, n_links);
  atlas_source_card_add_text (self, markup->str);
}

static void
add_series (AtlasSourceCard   *self,
            const AtlasSeries *series)
{
  g_autofree char *markup = g_markup_printf_escaped ("%s  <small>%s</small>", series->title, atlas_backlink_kind_get_name (ATLAS_BACKLINK_SERIES));

  atlas_source_card_add_text (self, markup);
}

void
atlas_source_card_add_backlinks (AtlasSourceCard *self)
{
  const AtlasBacklinks    *backlinks = atlas_backlinks_get (atlas_session_get_dataset (self->session));
  const AtlasBacklinkList *list = self->citation > 0 ? atlas_backlinks_lookup_number (backlinks, self->citation)
                                                     : atlas_backlinks_lookup (backlinks, atlas_reference_get_id (self->reference));
  guint                    n_passages = 0;
  guint                    n_items = 0;
  g_autofree char         *counts = atlas_source_dup_counts (list);
  g_autofree char         *heading = g_strdup_printf (_ ("Rests on it: %s"), counts);

  gtk_box_append (self->box, atlas_detail_create_heading (heading));

  for (guint i = 0; i < list->n_links;)
    {
      const AtlasBacklink *link = &list->links[i];
      guint                end = i + 1;

      while (link->item != NULL && end < list->n_links && list->links[end].item == link->item)
        end++;

      if (link->passage != NULL && n_passages++ < get_most (self))
        add_passage (self, link->passage);
      else if (link->item != NULL)
        {
          if (n_items == 0 && n_passages > get_most (self))
            add_rest (self, n_passages - get_most (self));
          if (n_items++ < get_most (self))
            add_item (self, link, end - i);
        }
      else if (link->series != NULL)
        add_series (self, link->series);
      i = end;
    }

  if (n_items > get_most (self))
    add_rest (self, n_items - get_most (self));
  else if (n_items == 0 && n_passages > get_most (self))
    add_rest (self, n_passages - get_most (self));
}

/* Items that the report attaches to the citation; if there are none, those that the passages which cite it speak of. */
static GPtrArray *
collect_items (AtlasSourceCard *self)
{
  AtlasDataset *dataset = atlas_session_get_dataset (self->session);
  GPtrArray    *passages = atlas_report_get_citing (atlas_dataset_get_report (dataset), self->citation);
  GPtrArray    *attached = atlas_dataset_get_citing (dataset, self->citation);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < attached->len; i++)
    g_ptr_array_add (items, g_ptr_array_index (attached, i));
  if (items->len > 0)
    return items;

  for (guint i = 0; i < passages->len; i++)
    {
      GPtrArray *spans = ((const AtlasPassage *) g_ptr_array_index (passages, i))->spans;

      for (guint j = 0; j < spans->len; j++)
        {
          const AtlasReportSpan *span = g_ptr_array_index (spans, j);
          AtlasItem             *item = span->kind == ATLAS_REPORT_MENTION ? atlas_dataset_lookup (dataset, span->item_id) : NULL;

          if (item != NULL && g_hash_table_add (seen, item))
            g_ptr_array_add (items, item);
        }
    }

  return items;
}

void
atlas_source_card_add_public (AtlasSourceCard *self)
{
  AtlasDataset      *dataset = atlas_session_get_dataset (self->session);
  AtlasBibliography *bibliography = atlas_dataset_get_bibliography (dataset);
  g_autoptr (GPtrArray) items = collect_items (self);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_sources = 0;

  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GPtrArray) ids = atlas_dataset_dup_item_sources (dataset, g_ptr_array_index (items, i));

      for (guint j = 0; j < ids->len; j++)
        {
          AtlasReference  *reference = atlas_bibliography_lookup (bibliography, g_ptr_array_index (ids, j));
          g_autofree char *markup = NULL;

          if (reference == NULL || atlas_reference_get_role (reference) == ATLAS_REFERENCE_REPORT || !g_hash_table_add (seen, reference))
            continue;

          if (n_sources == 0)
            gtk_box_append (self->box, atlas_detail_create_heading (_ ("Independent sources for the same claim")));
          if (n_sources++ >= get_most (self))
            continue;
          markup = g_markup_printf_escaped ("<a href=\"source:%s\">%s</a>", atlas_reference_get_id (reference), atlas_reference_get_title (reference));
          atlas_source_card_add_text (self, markup);
        }
    }

  if (n_sources > get_most (self))
    add_rest (self, n_sources - get_most (self));
}
