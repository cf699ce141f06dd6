// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A phrase that leads to an item. */
typedef struct
{
  GStrv       words; /* folded, without articles and the like at both ends */
  guint       n_words;
  const char *item_id; /* borrowed from the dataset */
} AtlasImportPhrase;

/* A word of the passage. */
typedef struct
{
  gsize begin; /* bytes */
  gsize end;
  char *key;   /* folded */
  gboolean taken; /* it stands in a mention or a citation */
} AtlasImportWord;

/* Where a mention stands. */
typedef struct
{
  guint       first; /* words */
  guint       end;
  const char *item_id;
} AtlasImportPlace;

/* Whether a word, folded, says nothing of what is mentioned: an article, a preposition. */
gboolean atlas_import_is_small_word    (const char              *word);
/* The words of a passage: of AtlasImportWord. Those of citations are taken already. */
GArray  *atlas_import_split_words      (const char              *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean atlas_import_words_are_free   (GArray                  *words,
                                        guint                    first,
                                        guint                    end);
/* Makes @words[@first to @end) a mention. */
void     atlas_import_take_words       (GArray                  *words,
                                        GArray                  *places,
                                        guint                    first,
                                        guint                    end,
                                        const char              *item_id);
guint    atlas_import_count_places     (GArray                  *places,
                                        const char              *item_id);
gboolean atlas_import_phrase_stands_at (const AtlasImportPhrase *phrase,
                                        GArray                  *words,
                                        guint                    at);
/* Links the first free place of a phrase: where it stands as it is; or the stretch that has most of its words in whatever form
 * and order. */
gboolean atlas_import_link_phrase      (const AtlasImportPhrase *phrase,
                                        GArray                  *words,
                                        GArray                  *places);
gboolean atlas_import_link_nearly      (const AtlasImportPhrase *phrase,
                                        GArray                  *words,
                                        GArray                  *places);

G_END_DECLS
