// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "notebook-fixture.h"

#include <string.h>

static void
finished_cb (GObject      *source_object,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

/* What is added shows at once, is confirmed later, and is there when the file is opened again. */
static void
test_add (NotebookFixture *fixture,
          gconstpointer    data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasNoteFields) highlight = NULL;
  g_autofree char *id = NULL;
  AtlasNote       *note = atlas_notebook_add_async (fixture->notebook, notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", "Ask, then read"), NULL, finished_cb, &result);

  g_assert_cmpstr (atlas_note_get_text (note), ==, "Ask, then read");
  g_assert_true (g_uuid_string_is_valid (atlas_note_get_id (note)));
  g_assert_cmpint (atlas_note_get_fields (note)->created, >, 0);
  g_assert_null (result);
  assert_reads (fixture->notebook, "Ask, then read");

  g_assert_true (atlas_notebook_write_finish (fixture->notebook, await (&result), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->log->str, ==, "sample:1 ");
  g_clear_object (&result);

  note = notebook_fixture_add (fixture, notebook_fixture_highlight ("one", 3, "the Şuşa road", "why?"));
  highlight = atlas_note_fields_copy (atlas_note_get_fields (note));
  notebook_fixture_add (fixture, notebook_fixture_bookmark ("As of 2006", "corridor-atlas:sample#date=2006"));
  notebook_fixture_close (fixture);

  notebook_fixture_open (fixture);
  assert_reads (fixture->notebook, "Ask, then read|why?|As of 2006");
  note = atlas_notebook_lookup (fixture->notebook, highlight->id);
  g_assert_true (atlas_note_fields_equal (atlas_note_get_fields (note), highlight));
  g_assert_cmpint (atlas_note_get_fields (note)->created, ==, highlight->created);
  g_assert_null (atlas_notebook_get_warning (fixture->notebook));
}

static void
test_change (NotebookFixture *fixture,
             gconstpointer    data)
{
  AtlasNote       *note = notebook_fixture_add (fixture, notebook_fixture_highlight ("one", 3, "road", ""));
  AtlasNoteFields *fields = atlas_note_fields_copy (atlas_note_get_fields (note));
  gint64           modified = fields->modified;

  fields->colour = ATLAS_NOTE_PINK;
  g_free (fields->text);
  fields->text = g_strdup ("in\r\ntwo lines");
  atlas_notebook_change_async (fixture->notebook, note, fields, NULL, NULL, NULL);
  g_assert_cmpint (atlas_note_get_fields (note)->modified, >, modified);
  notebook_fixture_close (fixture);

  notebook_fixture_open (fixture);
  assert_reads (fixture->notebook, "in\ntwo lines");
}

static void
test_remove (NotebookFixture *fixture,
             gconstpointer    data)
{
  AtlasNote *first = notebook_fixture_add (fixture, notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", "a"));

  notebook_fixture_add (fixture, notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", "b"));
  atlas_notebook_remove_async (fixture->notebook, first, NULL, NULL, NULL);
  assert_reads (fixture->notebook, "b");
  notebook_fixture_close (fixture);

  notebook_fixture_open (fixture);
  assert_reads (fixture->notebook, "b");
}

static void
test_lists (NotebookFixture *fixture,
            gconstpointer    data)
{
  AtlasNoteFields *reference = notebook_fixture_words (ATLAS_NOTE_ON_NOTHING, NULL, "{\"type\":\"book\",\"title\":\"A book\"}");
  AtlasNoteFields *other = notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", "elsewhere");
  g_autoptr (GPtrArray) on_item = NULL;

  reference->kind = ATLAS_NOTE_REFERENCE;
  reference->citation = 12;
  notebook_fixture_add (fixture, reference);
  g_free (other->atlas);
  other->atlas = g_strdup ("other");
  notebook_fixture_add (fixture, other);
  notebook_fixture_add (fixture, notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", "b"));
  notebook_fixture_add (fixture, notebook_fixture_words (ATLAS_NOTE_ON_PASSAGE, "btc", "c"));

  assert_reads (fixture->notebook, "b|c");
  g_assert_cmpuint (g_list_model_get_n_items (atlas_notebook_get_references (fixture->notebook, "sample")), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (atlas_notebook_get_notes (fixture->notebook, "other")), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (atlas_notebook_get_notes (fixture->notebook, "none")), ==, 0);
  g_assert_cmpstr (fixture->log->str, ==, "sample:8 other:1 sample:1 sample:1 ");
  on_item = atlas_notebook_dup_notes_on (fixture->notebook, "sample", ATLAS_NOTE_ON_ITEM, "btc");
  g_assert_cmpuint (on_item->len, ==, 1);

  notebook_fixture_close (fixture);
  notebook_fixture_open (fixture);
  {
    g_autoptr (AtlasNote) note = g_list_model_get_item (atlas_notebook_get_references (fixture->notebook, "sample"), 0);

    g_assert_cmpuint (atlas_note_get_fields (note)->citation, ==, 12);
  }
}

static void
test_undo (NotebookFixture *fixture,
           gconstpointer    data)
{
  AtlasNote *note = NULL;

  g_assert_false (atlas_notebook_undo (fixture->notebook, NULL));
  note = notebook_fixture_add (fixture, notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", "a"));
  atlas_notebook_set_text_async (fixture->notebook, note, "ab", NULL, NULL, NULL);
  atlas_notebook_set_text_async (fixture->notebook, note, "abc", NULL, NULL, NULL);
  atlas_notebook_remove_async (fixture->notebook, note, NULL, NULL, NULL);
  assert_reads (fixture->notebook, "");

  g_assert_true (atlas_notebook_undo (fixture->notebook, &note)); /* the removal */
  g_assert_cmpstr (atlas_note_get_text (note), ==, "abc");
  g_assert_true (atlas_notebook_undo (fixture->notebook, NULL)); /* all that was typed is one step */
  assert_reads (fixture->notebook, "a");
  g_assert_true (atlas_notebook_undo (fixture->notebook, &note)); /* the note */
  g_assert_null (note);
  assert_reads (fixture->notebook, "");
  g_assert_false (atlas_notebook_get_can_undo (fixture->notebook));

  g_assert_true (atlas_notebook_redo (fixture->notebook, NULL));
  g_assert_true (atlas_notebook_redo (fixture->notebook, &note));
  assert_reads (fixture->notebook, "abc");
  g_assert_true (atlas_notebook_get_can_redo (fixture->notebook));
  atlas_notebook_set_text_async (fixture->notebook, note, "other", NULL, NULL, NULL);
  g_assert_false (atlas_notebook_get_can_redo (fixture->notebook)); /* what was undone is no more */
  g_assert_false (atlas_notebook_redo (fixture->notebook, NULL));
  g_assert_true (atlas_notebook_undo (fixture->notebook, NULL));
  notebook_fixture_close (fixture);

  notebook_fixture_open (fixture);
  assert_reads (fixture->notebook, "abc");
  g_assert_false (atlas_notebook_get_can_undo (fixture->notebook));
}

/* A text that is what it was is no step. */
static void
test_nothing (NotebookFixture *fixture,
              gconstpointer    data)
{
  g_autoptr (GAsyncResult) result = NULL;
  AtlasNote *note = notebook_fixture_add (fixture, notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", "a"));

  g_string_truncate (fixture->log, 0);
  atlas_notebook_set_text_async (fixture->notebook, note, "a", NULL, finished_cb, &result);
  g_assert_true (atlas_notebook_write_finish (fixture->notebook, await (&result), NULL));
  g_assert_cmpstr (fixture->log->str, ==, "");
  g_assert_true (atlas_notebook_undo (fixture->notebook, NULL));
  assert_reads (fixture->notebook, "");
}

static void
test_refused (NotebookFixture *fixture,
              gconstpointer    data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AtlasNoteFields *fields = notebook_fixture_highlight ("one", 0, "road", "");

  g_clear_pointer (&fields->quote, g_free);
  g_assert_null (atlas_notebook_add_async (fixture->notebook, fields, NULL, finished_cb, &result));
  g_assert_false (atlas_notebook_write_finish (fixture->notebook, await (&result), &error));
  g_assert_error (error, ATLAS_NOTE_ERROR, ATLAS_NOTE_ERROR_MISSING);
  g_assert_cmpstr (fixture->log->str, ==, "failed ");
  g_assert_false (atlas_notebook_get_can_undo (fixture->notebook));
}

static void
set_time (AtlasNoteFields *fields,
          const char      *id,
          gint64           modified)
{
  fields->id = g_strdup (id);
  fields->created = 1000;
  fields->modified = modified;
}

/* No doubles; of two the newer; all of it one step. */
static void
test_merge (NotebookFixture *fixture,
            gconstpointer    data)
{
  static const char *ids[] = { "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002",
                               "00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000004" };
  static const struct
  {
    gint64      here, there; /* times; 0: it is not */
    const char *words;
  } cases[] = { { 2000, 1500, "here" }, { 2000, 2500, "there" }, { 2000, 2000, "here" }, { 0, 1000, "there" } };
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_note_fields_free);
  AtlasNotebookMerge merge;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasNoteFields *here = notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", "here");
      AtlasNoteFields *there = notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", "there");

      set_time (here, ids[i], cases[i].here);
      set_time (there, ids[i], cases[i].there);
      if (cases[i].here > 0)
        notebook_fixture_add (fixture, here);
      else
        atlas_note_fields_free (here);
      g_ptr_array_add (notes, there);
    }
  g_ptr_array_add (notes, atlas_note_fields_copy (g_ptr_array_index (notes, 3))); /* twice in the file */

  merge = atlas_notebook_merge_async (fixture->notebook, notes, NULL, NULL, NULL);
  g_assert_cmpuint (merge.added, ==, 1);
  g_assert_cmpuint (merge.changed, ==, 1);
  g_assert_cmpuint (merge.unchanged, ==, 3);
  assert_reads (fixture->notebook, "here|there|here|there");

  merge = atlas_notebook_merge_async (fixture->notebook, notes, NULL, NULL, NULL);
  g_assert_cmpuint (merge.added + merge.changed, ==, 0);
  g_assert_cmpuint (merge.unchanged, ==, 5);

  g_assert_true (atlas_notebook_undo (fixture->notebook, NULL));
  assert_reads (fixture->notebook, "here|here|here");
}

/* One bad note, and nothing of the file is kept. */
static void
test_merge_bad (NotebookFixture *fixture,
                gconstpointer    data)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_note_fields_free);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AtlasNoteFields *bad = notebook_fixture_bookmark ("no link", NULL);

  g_ptr_array_add (notes, notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", "good"));
  g_ptr_array_add (notes, bad);
  g_assert_cmpuint (atlas_notebook_merge_async (fixture->notebook, notes, NULL, finished_cb, &result).added, ==, 0);
  g_assert_false (atlas_notebook_write_finish (fixture->notebook, await (&result), &error));
  g_assert_error (error, ATLAS_NOTE_ERROR, ATLAS_NOTE_ERROR_MISSING);
  assert_reads (fixture->notebook, "");
}

static void
test_merge_limit (NotebookFixture *fixture,
                  gconstpointer    data)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_note_fields_free);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= ATLAS_NOTEBOOK_MAX_NOTES; i++)
    g_ptr_array_add (notes, notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", ""));
  g_assert_cmpuint (atlas_notebook_merge_async (fixture->notebook, notes, NULL, finished_cb, &result).added, ==, 0);
  g_assert_false (atlas_notebook_write_finish (fixture->notebook, await (&result), &error));
  g_assert_error (error, ATLAS_NOTEBOOK_ERROR, ATLAS_NOTEBOOK_ERROR_LIMIT);
  assert_reads (fixture->notebook, "");
}

static GBytes *
load_report (NotebookFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = NULL;

  atlas_notebook_load_report_async (fixture->notebook, "sample", NULL, finished_cb, &result);
  bytes = atlas_notebook_load_report_finish (fixture->notebook, await (&result), &error);
  g_assert_no_error (error);

  return bytes;
}

static void
test_report (NotebookFixture *fixture,
             gconstpointer    data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a\0b", 3);
  g_autoptr (GBytes) loaded = NULL;

  g_assert_null (load_report (fixture));
  g_assert_false (atlas_notebook_has_report (fixture->notebook, "sample"));
  atlas_notebook_set_report_async (fixture->notebook, "sample", bytes, NULL, NULL, NULL);
  g_assert_true (atlas_notebook_has_report (fixture->notebook, "sample"));
  g_assert_cmpstr (fixture->log->str, ==, "sample:80000000 ");
  notebook_fixture_close (fixture);

  notebook_fixture_open (fixture);
  g_assert_true (atlas_notebook_has_report (fixture->notebook, "sample"));
  loaded = load_report (fixture);
  g_assert_true (g_bytes_equal (loaded, bytes));

  atlas_notebook_set_report_async (fixture->notebook, "sample", NULL, NULL, NULL, NULL);
  g_assert_false (atlas_notebook_has_report (fixture->notebook, "sample"));
  g_assert_null (load_report (fixture));
}

static void
test_report_limit (NotebookFixture *fixture,
                   gconstpointer    data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (ATLAS_NOTEBOOK_MAX_REPORT + 1), ATLAS_NOTEBOOK_MAX_REPORT + 1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  atlas_notebook_set_report_async (fixture->notebook, "sample", bytes, NULL, finished_cb, &result);
  g_assert_false (atlas_notebook_write_finish (fixture->notebook, await (&result), &error));
  g_assert_error (error, ATLAS_NOTEBOOK_ERROR, ATLAS_NOTEBOOK_ERROR_LIMIT);
  g_assert_false (atlas_notebook_has_report (fixture->notebook, "sample"));
}

/* Two notebooks of one file, as two processes have them. */
static void
test_two (NotebookFixture *fixture,
          gconstpointer    data)
{
  NotebookFixture  other = { .path = fixture->path, .log = g_string_new (NULL) };
  AtlasNote       *note = notebook_fixture_add (fixture, notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", "a"));
  g_autofree char *id = g_strdup (atlas_note_get_id (note));

  notebook_fixture_settle (fixture->notebook);
  notebook_fixture_open (&other);
  for (guint i = 0; i < 20; i++) /* at the same time */
    {
      notebook_fixture_add (fixture, notebook_fixture_words (ATLAS_NOTE_ON_PASSAGE, "one", "b"));
      notebook_fixture_add (&other, notebook_fixture_words (ATLAS_NOTE_ON_PASSAGE, "one", "c"));
    }
  atlas_notebook_remove_async (other.notebook, atlas_notebook_lookup (other.notebook, id), NULL, NULL, NULL);
  notebook_fixture_settle (fixture->notebook);
  notebook_fixture_settle (other.notebook);
  g_assert_null (strstr (fixture->log->str, "failed"));
  g_assert_null (strstr (other.log->str, "failed"));

  g_assert_nonnull (atlas_notebook_lookup (fixture->notebook, id));
  atlas_notebook_refresh (fixture->notebook);
  atlas_notebook_refresh (other.notebook);
  notebook_fixture_settle (fixture->notebook);
  notebook_fixture_settle (other.notebook);
  g_assert_null (atlas_notebook_lookup (fixture->notebook, id));
  g_assert_cmpuint (g_list_model_get_n_items (atlas_notebook_get_notes (fixture->notebook, "sample")), ==, 40);
  g_assert_cmpuint (g_list_model_get_n_items (atlas_notebook_get_notes (other.notebook, "sample")), ==, 40);

  notebook_fixture_close (&other);
  g_string_free (other.log, TRUE);
}

#define ADD(path_, test_) \
  g_test_add ("/notebook/" path_, NotebookFixture, NULL, notebook_fixture_set_up, test_, notebook_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("add", test_add);
  ADD ("change", test_change);
  ADD ("remove", test_remove);
  ADD ("lists", test_lists);
  ADD ("undo", test_undo);
  ADD ("nothing", test_nothing);
  ADD ("refused", test_refused);
  ADD ("merge", test_merge);
  ADD ("merge-bad", test_merge_bad);
  ADD ("merge-limit", test_merge_limit);
  ADD ("report", test_report);
  ADD ("report-limit", test_report_limit);
  ADD ("two", test_two);

  return g_test_run ();
}
