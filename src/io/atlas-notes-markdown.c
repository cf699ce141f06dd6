// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-notes-markdown.h"

#include "atlas-note-place.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* A note and where it stands. */
typedef struct
{
  const AtlasNoteFields *fields;
  AtlasNotePlace        *place;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  atlas_note_place_free (entry->place);
  g_free (entry);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  return atlas_note_place_compare ((*(const Entry *const *) a)->place, (*(const Entry *const *) b)->place);
}

/* Plain words, so that nothing in them is markup; @prefix: of each line. */
static void
append_plain (GString    *to,
              const char *words,
              const char *prefix)
{
  for (const char *p = words; *p != '\0'; p++)
    {
      gboolean begins = p == words || p[-1] == '\n';

      if (*p == '\n')
        {
          g_string_append_printf (to, "\n%s", prefix);
          continue;
        }
      if (strchr ("\\`*_[]<>#|~&", *p) != NULL || (begins && strchr ("-+=", *p) != NULL))
        g_string_append_c (to, '\\');
      g_string_append_c (to, *p);
    }
}

static void
append_link (GString    *to,
             const char *words,
             const char *link)
{
  if (link == NULL)
    {
      append_plain (to, words, "");
      return;
    }

  g_string_append_c (to, '[');
  append_plain (to, words, " ");
  g_string_append (to, "](<");
  for (const char *p = link; *p != '\0'; p++)
    if (strchr ("<>\n\\", *p) == NULL)
      g_string_append_c (to, *p);
  g_string_append (to, ">)");
}

/* What the record of an added reference calls itself. */
static char *
dup_reference_title (const AtlasNoteFields *fields)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *title = NULL;

  if (json_parser_load_from_data (parser, fields->text, -1, NULL) && JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    title = json_object_get_member (json_node_get_object (json_parser_get_root (parser)), "title");

  return title != NULL && json_node_get_value_type (title) == G_TYPE_STRING ? json_node_dup_string (title) : g_strdup (_ ("Reference"));
}

static void
append_reference (GString               *to,
                  const AtlasNoteFields *fields)
{
  g_autofree char *title = dup_reference_title (fields);

  g_string_append (to, "- ");
  if (fields->citation > 0)
    g_string_append_printf (to, "\\[%u\\] ", fields->citation);
  append_plain (to, title, "  ");
  g_string_append (to, "\n\n");
}

static void
append_entry (GString *to,
              Entry   *entry)
{
  const AtlasNoteFields *fields = entry->fields;

  if (fields->kind == ATLAS_NOTE_REFERENCE)
    {
      append_reference (to, fields);
      return;
    }
  if (fields->kind == ATLAS_NOTE_BOOKMARK)
    {
      g_string_append (to, "- ");
      append_link (to, *fields->text != '\0' ? fields->text : fields->link, entry->place->link);
      g_string_append (to, "\n\n");
      return;
    }

  if (fields->quote != NULL)
    {
      g_string_append (to, "> ");
      append_plain (to, fields->quote, "> ");
      g_string_append (to, "\n\n");
    }
  if (*fields->text != '\0')
    g_string_append_printf (to, "%s\n\n", fields->text);
}

static const char *
get_heading (const Entry *entry)
{
  return entry->fields->kind == ATLAS_NOTE_REFERENCE ? _ ("Added references") : entry->place->heading;
}

static GPtrArray *
create_entries (AtlasDataset *dataset,
                GPtrArray    *notes,
                const char   *language)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);

  for (guint references = 0; references < 2; references++) /* they come last */
    {
      guint first = entries->len;

      for (guint i = 0; i < notes->len; i++)
        {
          const AtlasNoteFields *fields = g_ptr_array_index (notes, i);
          Entry                 *entry = NULL;

          if ((fields->kind == ATLAS_NOTE_REFERENCE) != references)
            continue;
          entry = g_new0 (Entry, 1);
          entry->fields = fields;
          entry->place = atlas_note_place_new (dataset, fields, language);
          g_ptr_array_add (entries, entry);
        }
      if (entries->len > first)
        qsort (entries->pdata + first, entries->len - first, sizeof (gpointer), compare_entries);
    }

  return entries;
}

char *
atlas_notes_to_markdown (AtlasDataset *dataset,
                         GPtrArray    *notes,
                         const char   *language)
{
  g_autoptr (GPtrArray) entries = NULL;
  GString    *text = g_string_new ("# ");
  const char *heading = NULL;
  const char *title = NULL;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset) && notes != NULL, g_string_free (text, FALSE));

  append_plain (text, atlas_dataset_get_manifest (dataset)->title, " ");
  g_string_append (text, "\n\n");

  entries = create_entries (dataset, notes, language);
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);

      if (g_strcmp0 (heading, get_heading (entry)) != 0)
        {
          heading = get_heading (entry);
          title = NULL;
          g_string_append (text, "## ");
          append_plain (text, heading, " ");
          g_string_append (text, "\n\n");
        }
      if (entry->place->title != NULL && entry->fields->kind < ATLAS_NOTE_REFERENCE && g_strcmp0 (title, entry->place->title) != 0)
        {
          title = entry->place->title;
          g_string_append (text, "### ");
          append_link (text, title, entry->fields->kind == ATLAS_NOTE_BOOKMARK ? NULL : entry->place->link);
          g_string_append (text, "\n\n");
        }
      append_entry (text, entry);
    }

  return g_string_free (text, FALSE);
}
