// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-note.h"

#include <string.h>

#define ID "123e4567-e89b-42d3-a456-426614174000"

// clang-format off
static const struct
{
  const char *name;
  const char *text;  /* of the passage now */
  const char *quote;
  guint       begin; /* where it was */
  int         found; /* where it is; -1: nowhere */
  guint       length;
} places[] = {
  { "same", "The line opened in 2006.", "line", 4, 4, 4 },
  { "moved", "In short: the line opened in 2006.", "line opened", 4, 14, 11 },
  { "nearest-after", "line one, line two, line three", "line", 12, 10, 4 },
  { "nearest-before", "line one, line two, line three", "line", 29, 20, 4 },
  { "beyond-end", "line", "line", 4000, 0, 4 },
  { "characters", "Şuşa və Xankəndi", "Xankəndi", 0, 8, 8 },
  { "case", "The Line opened.", "line", 0, 4, 4 },
  { "white-space", "the  line\n opened", "the line opened", 0, 0, 17 },
  { "dash", "1991–1993 and on", "1991-1993", 0, 0, 9 },
  { "quotation-marks", "the “balanced” course", "\"balanced\"", 0, 4, 10 },
  { "exact-first", "the line; The Line", "The Line", 0, 10, 8 },
  { "trailing-space", "a line.", "line ", 2, 2, 4 },
  { "gone", "The road opened.", "line", 4, -1, 0 },
  { "empty-text", "", "line", 4, -1, 0 },
  { "empty-quote", "line", "", 0, -1, 0 },
  { "only-space", "a b", " ", 0, 1, 1 },
  { "longer", "line", "line opened", 0, -1, 0 },
};

static const struct
{
  const char *name;
  const char *text;
  const char *clean;
} cleans[] = {
  { "plain", "two\nlines\tand a tab", "two\nlines\tand a tab" },
  { "line-ends", "a\r\nb\rc\n", "a\nb\nc\n" },
  { "controls", "a\001b\177c\302\205d", "abcd" },
  { "not-utf8", "a\377b", "a\357\277\275b" },
  { "letters", "Xankəndi — Степанакерт", "Xankəndi — Степанакерт" },
};
// clang-format on

static void
test_find (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (AtlasNoteFields) fields = atlas_note_fields_new ();
  guint begin = 0;
  guint end = 0;

  fields->quote = g_strdup (places[i].quote);
  fields->begin = places[i].begin;

  g_assert_cmpint (atlas_note_fields_find (fields, places[i].text, &begin, &end), ==, places[i].found >= 0);
  if (places[i].found < 0)
    return;
  g_assert_cmpint ((int) begin, ==, places[i].found);
  g_assert_cmpuint (end - begin, ==, places[i].length);
}

static void
test_clean (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  g_autofree char *clean = atlas_note_clean_text (cleans[i].text);

  g_assert_cmpstr (clean, ==, cleans[i].clean);
}

/* Cut between characters. */
static void
test_clean_long (void)
{
  g_autoptr (GString) text = g_string_new ("a");
  g_autofree char *clean = NULL;

  while (text->len <= ATLAS_NOTE_MAX_TEXT)
    g_string_append (text, "ə");
  clean = atlas_note_clean_text (text->str);

  g_assert_cmpuint (strlen (clean), ==, ATLAS_NOTE_MAX_TEXT - 1);
  g_assert_true (g_utf8_validate (clean, -1, NULL));
}

static AtlasNoteFields *
create_highlight (void)
{
  AtlasNoteFields *fields = atlas_note_fields_new ();

  fields->id = g_strdup (ID);
  fields->atlas = g_strdup ("sample");
  fields->kind = ATLAS_NOTE_HIGHLIGHT;
  fields->target = ATLAS_NOTE_ON_PASSAGE;
  fields->target_id = g_strdup ("one");
  fields->text = g_strdup ("");
  fields->quote = g_strdup ("line");
  fields->end = 4;

  return fields;
}

static char *
create_long (gsize length)
{
  return g_strnfill (length, 'a');
}

static void
set_kind (AtlasNoteFields *fields)
{
  fields->kind = ATLAS_N_NOTE_KINDS;
}
static void
set_no_atlas (AtlasNoteFields *fields)
{
  g_clear_pointer (&fields->atlas, g_free);
}
static void
set_no_text (AtlasNoteFields *fields)
{
  g_clear_pointer (&fields->text, g_free);
}
static void
set_no_quote (AtlasNoteFields *fields)
{
  g_clear_pointer (&fields->quote, g_free);
}
static void
set_on_nothing (AtlasNoteFields *fields)
{
  fields->target = ATLAS_NOTE_ON_NOTHING;
}
static void
set_on_item (AtlasNoteFields *fields)
{
  fields->target = ATLAS_NOTE_ON_ITEM;
}
static void
set_empty (AtlasNoteFields *fields)
{
  fields->end = fields->begin;
}
static void
set_colour (AtlasNoteFields *fields)
{
  fields->colour = ATLAS_N_NOTE_COLOURS;
}
static void
set_bookmark (AtlasNoteFields *fields)
{
  fields->kind = ATLAS_NOTE_BOOKMARK;
}

static void
set_bad_id (AtlasNoteFields *fields)
{
  fields->id[0] = 'x';
}

static void
set_broken_text (AtlasNoteFields *fields)
{
  g_free (fields->text);
  fields->text = g_strdup ("\377");
}

static void
set_long_text (AtlasNoteFields *fields)
{
  g_free (fields->text);
  fields->text = create_long (ATLAS_NOTE_MAX_TEXT + 1);
}

static void
set_longest_text (AtlasNoteFields *fields)
{
  g_free (fields->text);
  fields->text = create_long (ATLAS_NOTE_MAX_TEXT);
}

static void
set_long_target (AtlasNoteFields *fields)
{
  g_free (fields->target_id);
  fields->target_id = create_long (ATLAS_NOTE_MAX_NAME + 1);
}

static void
set_long_link (AtlasNoteFields *fields)
{
  fields->link = create_long (ATLAS_NOTE_MAX_LINK + 1);
}

// clang-format off
static const struct
{
  const char *name;
  void      (*set) (AtlasNoteFields *fields);
  int         code;   /* -1: it is a note */
  const char *member;
} checks[] = {
  { "longest-text", set_longest_text, -1, NULL },
  { "kind", set_kind, ATLAS_NOTE_ERROR_VALUE, "kind" },
  { "no-atlas", set_no_atlas, ATLAS_NOTE_ERROR_MISSING, "atlas" },
  { "no-text", set_no_text, ATLAS_NOTE_ERROR_MISSING, "text" },
  { "no-quote", set_no_quote, ATLAS_NOTE_ERROR_MISSING, "quote" },
  { "on-nothing", set_on_nothing, ATLAS_NOTE_ERROR_VALUE, "on" },
  { "on-item", set_on_item, ATLAS_NOTE_ERROR_VALUE, "on" },
  { "empty", set_empty, ATLAS_NOTE_ERROR_VALUE, "end" },
  { "colour", set_colour, ATLAS_NOTE_ERROR_VALUE, "colour" },
  { "no-link", set_bookmark, ATLAS_NOTE_ERROR_MISSING, "link" },
  { "bad-id", set_bad_id, ATLAS_NOTE_ERROR_VALUE, "id" },
  { "broken-text", set_broken_text, ATLAS_NOTE_ERROR_VALUE, "text" },
  { "long-text", set_long_text, ATLAS_NOTE_ERROR_LIMIT, "text" },
  { "long-target", set_long_target, ATLAS_NOTE_ERROR_LIMIT, "on" },
  { "long-link", set_long_link, ATLAS_NOTE_ERROR_LIMIT, "link" },
};
// clang-format on

static void
test_check (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (AtlasNoteFields) fields = create_highlight ();
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_note_fields_check (fields, &error));
  g_assert_no_error (error);

  checks[i].set (fields);
  g_assert_cmpint (atlas_note_fields_check (fields, &error), ==, checks[i].code == -1);
  if (checks[i].code == -1)
    return;
  g_assert_error (error, ATLAS_NOTE_ERROR, checks[i].code);
  g_assert_true (g_str_has_prefix (error->message, checks[i].member));
}

static void
test_copy (void)
{
  g_autoptr (AtlasNoteFields) fields = create_highlight ();
  g_autoptr (AtlasNoteFields) copy = atlas_note_fields_copy (fields);

  g_assert_true (atlas_note_fields_equal (fields, copy));
  copy->modified = 12; /* does not count */
  g_assert_true (atlas_note_fields_equal (fields, copy));
  copy->colour = ATLAS_NOTE_PINK;
  g_assert_false (atlas_note_fields_equal (fields, copy));
  copy->colour = fields->colour;
  copy->quote[0] = 'x';
  g_assert_false (atlas_note_fields_equal (fields, copy));
}

static void
test_ids (void)
{
  for (guint i = 0; i < ATLAS_N_NOTE_KINDS; i++)
    {
      AtlasNoteKind kind = ATLAS_N_NOTE_KINDS;

      g_assert_true (atlas_note_kind_from_id (atlas_note_kind_get_id ((AtlasNoteKind) i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  for (guint i = 0; i < ATLAS_N_NOTE_TARGETS; i++)
    {
      AtlasNoteTarget target = ATLAS_N_NOTE_TARGETS;

      g_assert_true (atlas_note_target_from_id (atlas_note_target_get_id ((AtlasNoteTarget) i), &target));
      g_assert_cmpuint (target, ==, i);
    }
  g_assert_false (atlas_note_kind_from_id ("letter", &(AtlasNoteKind){ 0 }));
  g_assert_false (atlas_note_colour_from_id (NULL, &(AtlasNoteColour){ 0 }));
}

static void
count_cb (AtlasNote *note,
          guint     *n_changed)
{
  ++*n_changed;
}

static void
test_changed (void)
{
  AtlasNote       *note = atlas_note_new_take (create_highlight ());
  AtlasNoteFields *fields = create_highlight ();
  guint            n_changed = 0;

  g_signal_connect (note, "changed", G_CALLBACK (count_cb), &n_changed);
  g_free (fields->text);
  fields->text = g_strdup ("so");
  atlas_note_take_fields (note, fields);

  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpstr (atlas_note_get_text (note), ==, "so");
  g_assert_finalize_object (note);
}

#define ADD_TABLE(table_, path_, test_)                                  \
  for (guint i = 0; i < G_N_ELEMENTS (table_); i++)                      \
    {                                                                    \
      g_autofree char *path = g_strconcat (path_, table_[i].name, NULL); \
                                                                         \
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_);          \
    }

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD_TABLE (places, "/note/find/", test_find)
  ADD_TABLE (cleans, "/note/clean/", test_clean)
  ADD_TABLE (checks, "/note/check/", test_check)
  g_test_add_func ("/note/clean/long", test_clean_long);
  g_test_add_func ("/note/copy", test_copy);
  g_test_add_func ("/note/ids", test_ids);
  g_test_add_func ("/note/changed", test_changed);

  return g_test_run ();
}
