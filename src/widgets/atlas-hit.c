// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-hit.h"

#include "atlas-heading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More of one group than anybody reads; who wants the rest types another letter. */
#define MAX_PER_GROUP 30

/* The index puts names and facts one a line. */
#define LINE_BREAK " · "

struct _AtlasHit
{
  GObject          parent_instance;

  AtlasSearchGroup group;
  char            *id;
  AtlasItem       *item;
  char            *title;
  char            *snippet;
  char            *words;
};

G_DEFINE_FINAL_TYPE (AtlasHit, atlas_hit, G_TYPE_OBJECT)

// clang-format off
static const struct
{
  const char *title;
  const char *icon; /* NULL: the item's kind's */
} groups[] = {
  [ATLAS_SEARCH_ITEM]      = { N_("Items"),       NULL },
  [ATLAS_SEARCH_PASSAGE]   = { N_("The report"),  "format-justify-left-symbolic" },
  [ATLAS_SEARCH_REFERENCE] = { N_("Sources"),     "user-bookmarks-symbolic" },
};
// clang-format on

G_STATIC_ASSERT (G_N_ELEMENTS (groups) == ATLAS_N_SEARCH_GROUPS);

static void
atlas_hit_finalize (GObject *object)
{
  AtlasHit *self = ATLAS_HIT (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->item);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->snippet, g_free);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (atlas_hit_parent_class)->finalize (object);
}

static void
atlas_hit_class_init (AtlasHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_hit_finalize;
}

static void
atlas_hit_init (AtlasHit *self)
{
}

char *
atlas_hit_mark_up (const char *marked)
{
  GString *markup = g_string_new (NULL);
  gboolean is_bold = FALSE;

  g_return_val_if_fail (marked != NULL, NULL);

  while (*marked != '\0')
    {
      size_t           length = strcspn (marked, ATLAS_SEARCH_MARK_BEGIN ATLAS_SEARCH_MARK_END "\n");
      g_autofree char *escaped = g_markup_escape_text (marked, (gssize) length);

      g_string_append (markup, escaped);
      marked += length;
      if (*marked == '\0')
        break;

      if (*marked == '\n')
        g_string_append (markup, LINE_BREAK);
      else if ((*marked == *ATLAS_SEARCH_MARK_BEGIN) != is_bold)
        {
          is_bold = !is_bold;
          g_string_append (markup, is_bold ? "<b>" : "</b>");
        }
      marked++;
    }

  if (is_bold)
    g_string_append (markup, "</b>");

  return g_string_free (markup, FALSE);
}

static char *
strip_marks (const char *marked)
{
  GString *plain = g_string_new (NULL);

  for (const char *byte = marked; *byte != '\0'; byte++)
    if (*byte == '\n')
      g_string_append (plain, LINE_BREAK);
    else if (*byte != *ATLAS_SEARCH_MARK_BEGIN && *byte != *ATLAS_SEARCH_MARK_END)
      g_string_append_c (plain, *byte);

  return g_string_free (plain, FALSE);
}

static AtlasItem *
find_item (AtlasDataset         *dataset,
           const AtlasSearchHit *found)
{
  GPtrArray *resting = NULL;

  if (found->group == ATLAS_SEARCH_ITEM)
    return atlas_dataset_lookup (dataset, found->id);
  if (found->group != ATLAS_SEARCH_REFERENCE)
    return NULL;

  resting = atlas_dataset_get_resting_on (dataset, found->id);
  if (resting->len == 0)
    {
      AtlasReference *reference = atlas_bibliography_lookup (atlas_dataset_get_bibliography (dataset), found->id);
      guint           number = reference != NULL ? atlas_reference_get_number (reference) : 0;

      if (number > 0)
        resting = atlas_dataset_get_citing (dataset, number);
    }

  return resting->len > 0 ? g_ptr_array_index (resting, 0) : NULL;
}

/* What to say where the words stand in the title alone. */
static char *
describe (AtlasDataset         *dataset,
          const AtlasSearchHit *found)
{
  AtlasReference *reference = NULL;

  if (found->group == ATLAS_SEARCH_ITEM)
    {
      AtlasItem *item = atlas_dataset_lookup (dataset, found->id);

      return item != NULL ? atlas_edtf_to_words (&atlas_item_get_when (item)->edtf) : g_strdup ("");
    }

  if (found->group == ATLAS_SEARCH_REFERENCE)
    reference = atlas_bibliography_lookup (atlas_dataset_get_bibliography (dataset), found->id);

  return reference != NULL ? atlas_reference_format_short (reference) : g_strdup ("");
}

static AtlasHit *
create_hit (AtlasDataset         *dataset,
            const AtlasSearchHit *found)
{
  AtlasHit        *self = g_object_new (ATLAS_TYPE_HIT, NULL);
  AtlasItem       *item = find_item (dataset, found);
  g_autofree char *title = strip_marks (found->title);
  g_autofree char *snippet = strip_marks (found->snippet);
  gboolean         says_more = *snippet != '\0' && !g_str_equal (title, snippet);

  if (!says_more)
    {
      g_free (snippet);
      snippet = describe (dataset, found);
    }

  self->group = found->group;
  self->id = g_strdup (found->id);
  self->item = item != NULL ? g_object_ref (item) : NULL;
  self->title = atlas_hit_mark_up (found->title);
  self->snippet = atlas_hit_mark_up (says_more ? found->snippet : snippet);
  self->words = *snippet != '\0' ? g_strdup_printf ("%s, %s", title, snippet) : g_strdup (title);

  return self;
}

GPtrArray *
atlas_hit_list_search (AtlasSearch *search,
                       const char  *words,
                       GError     **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) found = NULL;
  guint counts[ATLAS_N_SEARCH_GROUPS] = { 0 };
  guint last = ATLAS_N_SEARCH_GROUPS;

  g_return_val_if_fail (ATLAS_IS_SEARCH (search), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  found = atlas_search_query (search, words, MAX_PER_GROUP, error);
  if (found == NULL)
    return NULL;

  for (guint i = 0; i < found->len; i++)
    counts[((const AtlasSearchHit *) g_ptr_array_index (found, i))->group]++;

  for (guint i = 0; i < found->len; i++)
    {
      const AtlasSearchHit *hit = g_ptr_array_index (found, i);

      if (hit->group != last)
        g_ptr_array_add (rows, atlas_heading_new (NULL, _ (groups[hit->group].title), counts[hit->group], FALSE));
      last = hit->group;
      g_ptr_array_add (rows, create_hit (atlas_search_get_dataset (search), hit));
    }

  return g_steal_pointer (&rows);
}

AtlasSearchGroup
atlas_hit_get_group (AtlasHit *self)
{
  g_return_val_if_fail (ATLAS_IS_HIT (self), ATLAS_SEARCH_ITEM);

  return self->group;
}

const char *
atlas_hit_get_id (AtlasHit *self)
{
  g_return_val_if_fail (ATLAS_IS_HIT (self), NULL);

  return self->id;
}

AtlasItem *
atlas_hit_get_item (AtlasHit *self)
{
  g_return_val_if_fail (ATLAS_IS_HIT (self), NULL);

  return self->item;
}

const char *
atlas_hit_get_icon (AtlasHit *self)
{
  g_return_val_if_fail (ATLAS_IS_HIT (self), NULL);

  if (groups[self->group].icon == NULL && self->item != NULL)
    return atlas_kind_get_icon (atlas_item_get_kind (self->item));

  return groups[self->group].icon;
}

const char *
atlas_hit_get_title (AtlasHit *self)
{
  g_return_val_if_fail (ATLAS_IS_HIT (self), NULL);

  return self->title;
}

const char *
atlas_hit_get_snippet (AtlasHit *self)
{
  g_return_val_if_fail (ATLAS_IS_HIT (self), NULL);

  return self->snippet;
}

const char *
atlas_hit_get_words (AtlasHit *self)
{
  g_return_val_if_fail (ATLAS_IS_HIT (self), NULL);

  return self->words;
}
