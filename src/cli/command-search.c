// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

#include "atlas-search.h"

/* The most that is printed of each group. */
#define MAX_HITS 50

static const char *const group_ids[] = {
  [ATLAS_SEARCH_ITEM] = "item",
  [ATLAS_SEARCH_PASSAGE] = "passage",
  [ATLAS_SEARCH_REFERENCE] = "reference",
};

G_STATIC_ASSERT (G_N_ELEMENTS (group_ids) == ATLAS_N_SEARCH_GROUPS);

/* A terminal shows no marks; a line is one hit. */
static char *
dup_plain (const char *marked)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = marked; *p != '\0'; p++)
    if (*p == '\n' || *p == '\t')
      g_string_append_c (plain, ' ');
    else if (*p != ATLAS_SEARCH_MARK_BEGIN[0] && *p != ATLAS_SEARCH_MARK_END[0])
      g_string_append_c (plain, *p);

  return g_string_free (plain, FALSE);
}

int
command_search (GFile   *bundle,
                char   **words,
                gboolean json)
{
  g_autoptr (AtlasDataset) dataset = command_load (bundle);
  g_autoptr (AtlasSearch) search = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strjoinv (" ", words);
  JsonBuilder     *builder = NULL;

  if (dataset == NULL)
    return STATUS_FAILED;

  search = atlas_search_new (dataset, NULL, &error);
  if (search != NULL)
    hits = atlas_search_query (search, text, MAX_HITS, &error);
  if (hits == NULL)
    return command_fail (error);

  if (json)
    builder = json_builder_begin_array (json_builder_new ());

  for (guint i = 0; i < hits->len; i++)
    {
      const AtlasSearchHit *hit = g_ptr_array_index (hits, i);
      g_autofree char      *title = dup_plain (hit->title);
      g_autofree char      *snippet = dup_plain (hit->snippet);

      if (builder == NULL)
        {
          g_print ("%s\t%s\t%s\t%s\n", group_ids[hit->group], hit->id, title, snippet);
          continue;
        }

      json_builder_begin_object (builder);
      command_add_string (builder, "group", group_ids[hit->group]);
      command_add_string (builder, "id", hit->id);
      command_add_string (builder, "title", title);
      command_add_string (builder, "snippet", snippet);
      json_builder_end_object (builder);
    }

  if (builder != NULL)
    command_print_json (json_builder_end_array (builder));

  return hits->len > 0 ? STATUS_OK : STATUS_NO;
}
