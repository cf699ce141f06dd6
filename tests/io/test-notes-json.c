// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-notes-json.h"

#include <string.h>

#define ID "123e4567-e89b-42d3-a456-426614174000"
#define TIMES "\"created\": \"2026-11-23T09:30:00Z\", \"modified\": \"2026-11-23T12:30:00.000001+03:00\""
#define HEAD "{\"format\": \"corridor-atlas-notes\", \"version\": 1, \"notes\": ["
#define NOTE(members_) HEAD "{\"id\": \"" ID "\", \"atlas\": \"sample\", " members_ ", " TIMES "}]}"

static GPtrArray *
create_notes (void)
{
  GPtrArray       *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_note_fields_free);
  AtlasNoteFields *fields = NULL;

  for (guint kind = 0; kind < ATLAS_N_NOTE_KINDS; kind++)
    {
      fields = atlas_note_fields_new ();
      fields->id = g_strdup_printf ("123e4567-e89b-42d3-a456-42661417400%u", kind);
      fields->atlas = g_strdup ("sample");
      fields->kind = (AtlasNoteKind) kind;
      fields->text = g_strdup ("“Xankəndi”\n\tand \"so\" on \\ </script>");
      fields->created = G_GINT64_CONSTANT (1795426200000001);
      fields->modified = fields->created + kind * G_USEC_PER_SEC;
      if (kind == ATLAS_NOTE_HIGHLIGHT)
        {
          fields->target = ATLAS_NOTE_ON_PASSAGE;
          fields->target_id = g_strdup ("economic-2");
          fields->edition = ATLAS_NOTE_ORIGINAL;
          fields->colour = ATLAS_NOTE_PINK;
          fields->begin = 12;
          fields->end = 15;
          fields->quote = g_strdup ("was");
        }
      if (kind == ATLAS_NOTE_BOOKMARK)
        fields->link = g_strdup ("corridor-atlas:sample#date=2006&item=btc");
      if (kind == ATLAS_NOTE_REFERENCE)
        fields->citation = 12;
      g_ptr_array_add (notes, fields);
    }

  return notes;
}

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) notes = create_notes ();
  g_autoptr (GBytes) bytes = atlas_notes_to_json (notes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) read = atlas_notes_from_json (bytes, "notes.json", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (read->len, ==, notes->len);
  for (guint i = 0; i < notes->len; i++)
    {
      const AtlasNoteFields *one = g_ptr_array_index (notes, i);
      const AtlasNoteFields *other = g_ptr_array_index (read, i);

      g_assert_true (atlas_note_fields_equal (one, other));
      g_assert_cmpint (one->created, ==, other->created);
      g_assert_cmpint (one->modified, ==, other->modified);
    }
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = atlas_notes_to_json (notes);
  g_autoptr (GPtrArray) read = atlas_notes_from_json (bytes, "notes.json", NULL);

  g_assert_cmpuint (read->len, ==, 0);
}

/* By hand, in another order, with members of another version, a time in another zone and an id in capitals. */
static void
test_by_hand (void)
{
  static const char text[] = "{\"made-by\": \"hand\", \"notes\": [{\"modified\": \"2026-11-23T12:30:00.000001+03:00\", \"mood\": [1, {}],"
                             "\"kind\": \"note\", \"on\": {\"item\": \"btc\"}, \"atlas\": \"sample\", \"created\": \"2026-11-23T09:30:00Z\","
                             "\"id\": \"123E4567-E89B-42D3-A456-426614174000\"}], \"version\": 1, \"format\": \"corridor-atlas-notes\"}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = atlas_notes_from_json (bytes, "notes.json", &error);
  const AtlasNoteFields *fields = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (notes->len, ==, 1);
  fields = g_ptr_array_index (notes, 0);
  g_assert_cmpstr (fields->id, ==, ID);
  g_assert_cmpstr (fields->text, ==, "");
  g_assert_cmpint (fields->target, ==, ATLAS_NOTE_ON_ITEM);
  g_assert_cmpint (fields->modified - fields->created, ==, 1);
}

// clang-format off
static const struct
{
  const char *name;
  const char *text;
  AtlasRule   rule;
  const char *place;
} bad[] = {
  { "no-json", "notes", ATLAS_RULE_SYNTAX, "notes.json:1:1" },
  { "empty", "", ATLAS_RULE_EMPTY_FILE, "notes.json" },
  { "binary", "\001\002\003", ATLAS_RULE_SYNTAX, "notes.json:1:1" },
  { "array", "[]", ATLAS_RULE_TYPE, "notes.json" },
  { "other-file", "{\"type\": \"FeatureCollection\"}", ATLAS_RULE_MISSING, "notes.json" },
  { "other-format", "{\"format\": \"recipes\", \"version\": 1, \"notes\": []}", ATLAS_RULE_FORMAT, "notes.json#/format" },
  { "newer", "{\"format\": \"corridor-atlas-notes\", \"version\": 2, \"notes\": []}", ATLAS_RULE_FORMAT, "notes.json#/version" },
  { "no-notes", "{\"format\": \"corridor-atlas-notes\", \"version\": 1}", ATLAS_RULE_MISSING, "notes.json" },
  { "no-list", "{\"format\": \"corridor-atlas-notes\", \"version\": 1, \"notes\": {}}", ATLAS_RULE_TYPE, "notes.json#/notes" },
  { "not-closed", HEAD, ATLAS_RULE_SYNTAX, "notes.json:1:" },
  { "no-id", HEAD "{\"atlas\": \"sample\", \"kind\": \"note\", " TIMES "}]}", ATLAS_RULE_MISSING, "notes.json#/notes/0" },
  { "bad-id", HEAD "{\"id\": \"12\", \"atlas\": \"sample\", \"kind\": \"note\", " TIMES "}]}", ATLAS_RULE_VALUE, "notes.json#/notes/0" },
  { "bad-kind", NOTE ("\"kind\": \"dream\""), ATLAS_RULE_VALUE, "notes.json#/notes/0/kind" },
  { "bad-target", NOTE ("\"kind\": \"note\", \"on\": {\"planet\": \"mars\"}"), ATLAS_RULE_VALUE, "notes.json#/notes/0/on" },
  { "no-quote", NOTE ("\"kind\": \"highlight\", \"on\": {\"passage\": \"one\"}, \"begin\": 1, \"end\": 2"), ATLAS_RULE_VALUE, "notes.json#/notes/0" },
  { "no-length", NOTE ("\"kind\": \"highlight\", \"on\": {\"passage\": \"one\"}, \"begin\": 2, \"end\": 2, \"quote\": \"\""), ATLAS_RULE_VALUE, "notes.json#/notes/0" },
  { "negative", NOTE ("\"kind\": \"note\", \"begin\": -1"), ATLAS_RULE_VALUE, "notes.json#/notes/0/begin" },
  { "huge", NOTE ("\"kind\": \"note\", \"end\": 1e300"), ATLAS_RULE_VALUE, "notes.json#/notes/0/end" },
  { "no-link", NOTE ("\"kind\": \"bookmark\""), ATLAS_RULE_VALUE, "notes.json#/notes/0" },
  { "bad-colour", NOTE ("\"kind\": \"note\", \"colour\": \"ultraviolet\""), ATLAS_RULE_VALUE, "notes.json#/notes/0/colour" },
  { "bad-time", HEAD "{\"id\": \"" ID "\", \"atlas\": \"sample\", \"kind\": \"note\", \"created\": \"yesterday\", \"modified\": \"2026-11-23T09:30:00Z\"}]}", ATLAS_RULE_DATE, "notes.json#/notes/0/created" },
  { "text-type", NOTE ("\"kind\": \"note\", \"text\": 12"), ATLAS_RULE_TYPE, "notes.json#/notes/0/text" },
};
// clang-format on

static void
test_bad (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = g_bytes_new_static (bad[i].text, strlen (bad[i].text));
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_notes_from_json (bytes, "notes.json", &error));
  g_assert_error (error, ATLAS_BUNDLE_ERROR, (int) bad[i].rule);
  if (!g_str_has_prefix (error->message, bad[i].place))
    g_error ("“%s” is not at %s", error->message, bad[i].place);
}

static void
test_limit (void)
{
  g_autoptr (GPtrArray) notes = create_notes ();
  const AtlasNoteFields *fields = g_ptr_array_index (notes, 0);
  g_autoptr (GPtrArray) many = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= ATLAS_NOTE_MAX_COUNT; i++)
    g_ptr_array_add (many, (gpointer) fields);
  bytes = atlas_notes_to_json (many);
  g_assert_null (atlas_notes_from_json (bytes, "notes.json", &error));
  g_assert_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_LIMIT);
  g_assert_true (g_str_has_prefix (error->message, "notes.json#/notes"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/notes-json/round-trip", test_round_trip);
  g_test_add_func ("/notes-json/empty", test_empty);
  g_test_add_func ("/notes-json/by-hand", test_by_hand);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/notes-json/bad/", bad[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
    }
  g_test_add_func ("/notes-json/limit", test_limit);

  return g_test_run ();
}
