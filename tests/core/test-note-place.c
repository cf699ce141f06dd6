// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-note-place.h"

#include "sample-atlas.h"

/* In the order in which they are listed. */
// clang-format off
static const struct
{
  const char         *name;
  AtlasNoteKind       kind;
  AtlasNoteTarget     target;
  const char         *target_id;
  guint               begin;
  gint64              created;
  AtlasNotePlaceGroup group;
  const char         *title;
  const char         *link;
} cases[] = {
  { "passage", ATLAS_NOTE_WORDS, ATLAS_NOTE_ON_PASSAGE, "one", 0, 9, ATLAS_NOTE_PLACE_REPORT, "¶ 1", "corridor-atlas:sample#par=one" },
  { "words", ATLAS_NOTE_HIGHLIGHT, ATLAS_NOTE_ON_PASSAGE, "one", 3, 1, ATLAS_NOTE_PLACE_REPORT, "¶ 1", "corridor-atlas:sample#par=one" },
  { "later-words", ATLAS_NOTE_HIGHLIGHT, ATLAS_NOTE_ON_PASSAGE, "one", 4, 1, ATLAS_NOTE_PLACE_REPORT, "¶ 1", "corridor-atlas:sample#par=one" },
  { "next-passage", ATLAS_NOTE_WORDS, ATLAS_NOTE_ON_PASSAGE, "two", 0, 1, ATLAS_NOTE_PLACE_REPORT, "¶ 2", "corridor-atlas:sample#par=two" },
  { "first-mentioned", ATLAS_NOTE_WORDS, ATLAS_NOTE_ON_ITEM, "south", 0, 1, ATLAS_NOTE_PLACE_ITEM, "South line", "corridor-atlas:sample#item=south" },
  { "later-on-it", ATLAS_NOTE_WORDS, ATLAS_NOTE_ON_ITEM, "south", 0, 2, ATLAS_NOTE_PLACE_ITEM, "South line", "corridor-atlas:sample#item=south" },
  { "mentioned-with", ATLAS_NOTE_WORDS, ATLAS_NOTE_ON_ITEM, "north", 0, 1, ATLAS_NOTE_PLACE_ITEM, "North line", "corridor-atlas:sample#item=north" },
  { "unmentioned", ATLAS_NOTE_WORDS, ATLAS_NOTE_ON_ITEM, "far", 0, 1, ATLAS_NOTE_PLACE_ITEM, "Far line", "corridor-atlas:sample#item=far" },
  { "source", ATLAS_NOTE_WORDS, ATLAS_NOTE_ON_SOURCE, "bp", 0, 1, ATLAS_NOTE_PLACE_SOURCE, "Company", "corridor-atlas:sample#page=sources&source=bp" },
  { "bookmark", ATLAS_NOTE_BOOKMARK, ATLAS_NOTE_ON_NOTHING, NULL, 0, 1, ATLAS_NOTE_PLACE_BOOKMARK, NULL, "corridor-atlas:sample#date=2006" },
  { "lost", ATLAS_NOTE_WORDS, ATLAS_NOTE_ON_PASSAGE, "own-9", 0, 1, ATLAS_NOTE_PLACE_LOST, "own-9", NULL },
};
// clang-format on

static AtlasNotePlace *
create_place (AtlasDataset *dataset,
              guint         i)
{
  g_autoptr (AtlasNoteFields) fields = atlas_note_fields_new ();

  fields->atlas = g_strdup ("sample");
  fields->kind = cases[i].kind;
  fields->target = cases[i].target;
  fields->target_id = g_strdup (cases[i].target_id);
  fields->begin = cases[i].begin;
  fields->created = cases[i].created;
  if (fields->kind == ATLAS_NOTE_BOOKMARK)
    fields->link = g_strdup (cases[i].link);

  return atlas_note_place_new (dataset, fields, NULL);
}

static void
test_place (gconstpointer data)
{
  guint         i = GPOINTER_TO_UINT (data);
  AtlasDataset *dataset = sample_atlas_new ("sample", NULL);
  g_autoptr (AtlasNotePlace) place = create_place (dataset, i);

  g_assert_cmpint (place->group, ==, cases[i].group);
  g_assert_cmpstr (place->title, ==, cases[i].title);
  g_assert_cmpstr (place->link, ==, cases[i].link);
  g_assert_cmpstr (place->heading, !=, NULL);

  for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
    {
      g_autoptr (AtlasNotePlace) other = create_place (dataset, j);
      int order = atlas_note_place_compare (place, other);

      g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
    }
  g_assert_finalize_object (dataset);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/note-place/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_place);
    }

  return g_test_run ();
}
