// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-notes-markdown.h"

#include "sample-atlas.h"

#include <string.h>

static void
add (GPtrArray      *notes,
     AtlasNoteKind   kind,
     AtlasNoteTarget target,
     const char     *target_id,
     const char     *text,
     const char     *more) /* the quote or the link */
{
  AtlasNoteFields *fields = atlas_note_fields_new ();

  fields->id = g_uuid_string_random ();
  fields->atlas = g_strdup ("sample");
  fields->kind = kind;
  fields->target = target;
  fields->target_id = g_strdup (target_id);
  fields->text = g_strdup (text);
  fields->created = notes->len;
  if (kind == ATLAS_NOTE_HIGHLIGHT)
    fields->quote = g_strdup (more);
  else
    fields->link = g_strdup (more);
  g_ptr_array_add (notes, fields);
}

/* Made in any order, read in the report's. */
static void
test_order (void)
{
  static const char expected[] = "# Sample\n\n"
                                 "## All\n\n"
                                 "### [¶ 1](<corridor-atlas:sample#par=one>)\n\n"
                                 "Of the first.\n\n"
                                 "> a \\*line\\*\n> \\- of two\n\n"
                                 "See *this*.\n\n"
                                 "### [¶ 2](<corridor-atlas:sample#par=two>)\n\n"
                                 "Of the second.\n\n"
                                 "## Items\n\n"
                                 "### [South line](<corridor-atlas:sample#item=south>)\n\n"
                                 "In the first passage.\n\n"
                                 "### [North line](<corridor-atlas:sample#item=north>)\n\n"
                                 "In the second passage.\n\n"
                                 "### [Old quarter](<corridor-atlas:sample#item=old>)\n\n"
                                 "In none.\n\n"
                                 "## Sources\n\n"
                                 "### [Company](<corridor-atlas:sample#page=sources&source=bp>)\n\n"
                                 "A source.\n\n"
                                 "## Bookmarks\n\n"
                                 "- [A view](<corridor-atlas:sample#date=2006>)\n\n"
                                 "## No longer in this atlas\n\n"
                                 "### own-9\n\n"
                                 "Where is it?\n\n"
                                 "## Added references\n\n"
                                 "- \\[12\\] A \\[book\\]\n\n";
  AtlasDataset     *dataset = sample_atlas_new ("sample", NULL);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_note_fields_free);
  g_autofree char *text = NULL;

  add (notes, ATLAS_NOTE_REFERENCE, ATLAS_NOTE_ON_NOTHING, NULL, "{\"title\": \"A [book]\"}", NULL);
  ((AtlasNoteFields *) g_ptr_array_index (notes, 0))->citation = 12;
  add (notes, ATLAS_NOTE_BOOKMARK, ATLAS_NOTE_ON_NOTHING, NULL, "A view", "corridor-atlas:sample#date=2006");
  add (notes, ATLAS_NOTE_WORDS, ATLAS_NOTE_ON_PASSAGE, "own-9", "Where is it?", NULL);
  add (notes, ATLAS_NOTE_WORDS, ATLAS_NOTE_ON_SOURCE, "bp", "A source.", NULL);
  add (notes, ATLAS_NOTE_WORDS, ATLAS_NOTE_ON_ITEM, "old", "In none.", NULL);
  add (notes, ATLAS_NOTE_WORDS, ATLAS_NOTE_ON_ITEM, "north", "In the second passage.", NULL);
  add (notes, ATLAS_NOTE_WORDS, ATLAS_NOTE_ON_ITEM, "south", "In the first passage.", NULL);
  add (notes, ATLAS_NOTE_WORDS, ATLAS_NOTE_ON_PASSAGE, "two", "Of the second.", NULL);
  add (notes, ATLAS_NOTE_WORDS, ATLAS_NOTE_ON_PASSAGE, "one", "Of the first.", NULL);
  add (notes, ATLAS_NOTE_HIGHLIGHT, ATLAS_NOTE_ON_PASSAGE, "one", "See *this*.", "a *line*\n- of two");

  text = atlas_notes_to_markdown (dataset, notes, NULL);
  g_assert_cmpstr (text, ==, expected);
  g_assert_finalize_object (dataset);
}

/* Nothing that a link, a title or a record says breaks out of its place. */
static void
test_hostile (void)
{
  AtlasDataset *dataset = sample_atlas_new ("sample", NULL);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_note_fields_free);
  g_autofree char *text = NULL;

  add (notes, ATLAS_NOTE_BOOKMARK, ATLAS_NOTE_ON_NOTHING, NULL, "a](x) <b>\n# c", "corridor-atlas:>\n# d");
  add (notes, ATLAS_NOTE_REFERENCE, ATLAS_NOTE_ON_NOTHING, NULL, "no JSON", NULL);

  text = atlas_notes_to_markdown (dataset, notes, NULL);
  g_assert_nonnull (strstr (text, "- [a\\](x) \\<b\\>\n \\# c](<corridor-atlas:# d>)\n"));
  g_assert_nonnull (strstr (text, "- Reference\n"));
  g_assert_finalize_object (dataset);
}

static void
test_none (void)
{
  AtlasDataset *dataset = sample_atlas_new ("sample", NULL);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char *text = atlas_notes_to_markdown (dataset, notes, NULL);

  g_assert_cmpstr (text, ==, "# Sample\n\n");
  g_assert_finalize_object (dataset);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/notes-markdown/order", test_order);
  g_test_add_func ("/notes-markdown/hostile", test_hostile);
  g_test_add_func ("/notes-markdown/none", test_none);

  return g_test_run ();
}
