// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-own-references.h"

#include "atlas-note.h"

/* An atlas with two citations of the report, of which one has a record, and one source of its own. */
static AtlasBibliography *
create_base (void)
{
  /* clang-format off */
  static const struct
  {
    const char *id;
    const char *title;
    guint       number;
    gboolean    title_known;
  } records[] = {
    { "report-1", "Not in this copy", 1, FALSE },
    { "report-2", "Known", 2, TRUE },
    { "bp", "Company", 0, TRUE },
  };
  /* clang-format on */
  GPtrArray *references = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_auto (AtlasReferenceFields) fields = { .id = g_strdup (records[i].id), .type = g_strdup ("webpage"), .title = g_strdup (records[i].title) };

      fields.number = records[i].number;
      fields.title_known = records[i].title_known;
      fields.role = fields.number > 0 ? ATLAS_REFERENCE_REPORT : ATLAS_REFERENCE_INDEPENDENT;
      g_ptr_array_add (references, atlas_reference_new_take (&fields));
    }

  return atlas_bibliography_new_take (references);
}

static void
add_note (GListStore *notes,
          const char *id,
          guint       citation,
          const char *text)
{
  AtlasNoteFields *fields = atlas_note_fields_new ();
  g_autoptr (AtlasNote) note = NULL;

  fields->id = g_strdup (id);
  fields->atlas = g_strdup ("sample");
  fields->kind = ATLAS_NOTE_REFERENCE;
  fields->citation = citation;
  fields->text = g_strdup (text);
  note = atlas_note_new_take (fields);
  g_list_store_append (notes, note);
}

#define RECORD(title_) "[{\"id\":\"x\",\"type\":\"book\",\"title\":\"" title_ "\"}]"
#define ID_A "0b0c7a52-8f1e-4c55-9a6f-0d4a3a2e1f10"
#define ID_B "1b0c7a52-8f1e-4c55-9a6f-0d4a3a2e1f10"

/* clang-format off */
static const struct
{
  const char *name;
  struct { const char *id; guint citation; const char *text; } notes[3];
  const char *ids;    /* of the result, in order */
  const char *titles;
} cases[] = {
  { "instead", { { ID_A, 1, RECORD ("Mine") } }, "report-1 report-2 bp", "Mine|Known|Company" },
  { "instead-of-a-known-one", { { ID_A, 2, RECORD ("Better") } }, "report-1 report-2 bp", "Not in this copy|Better|Company" },
  { "after", { { ID_A, 0, RECORD ("Mine") } }, "report-1 report-2 bp own-0b0c7a52-8f1e", "Not in this copy|Known|Company|Mine" },
  { "of-no-number", { { ID_A, 9, RECORD ("Ninth") } }, "report-1 report-2 bp report-9", "Not in this copy|Known|Company|Ninth" },
  { "the-last-one-counts", { { ID_A, 1, RECORD ("First") }, { ID_B, 1, RECORD ("Second") } }, "report-1 report-2 bp", "Second|Known|Company" },
  { "the-last-one-counts-after", { { ID_A, 9, RECORD ("First") }, { ID_B, 9, RECORD ("Second") } },
    "report-1 report-2 bp report-9", "Not in this copy|Known|Company|Second" },
  { "no-record", { { ID_A, 1, "[]" }, { ID_B, 0, "nonsense" } }, "report-1 report-2 bp", "Not in this copy|Known|Company" },
  { "beside-no-record", { { ID_A, 1, "[{}]" }, { ID_B, 0, RECORD ("Mine") } }, "report-1 report-2 bp own-1b0c7a52-8f1e", "Not in this copy|Known|Company|Mine" },
};
/* clang-format on */

static void
test_add (gconstpointer data)
{
  const typeof (cases[0]) *c = data;
  g_autoptr (AtlasBibliography) base = create_base ();
  g_autoptr (GListStore) notes = g_list_store_new (ATLAS_TYPE_NOTE);
  g_autoptr (AtlasBibliography) all = NULL;
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (c->notes) && c->notes[i].id != NULL; i++)
    add_note (notes, c->notes[i].id, c->notes[i].citation, c->notes[i].text);

  all = atlas_own_references_add (base, G_LIST_MODEL (notes));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (all)); i++)
    {
      g_autoptr (AtlasReference) reference = g_list_model_get_item (G_LIST_MODEL (all), i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", atlas_reference_get_id (reference));
      g_string_append_printf (titles, "%s%s", i > 0 ? "|" : "", atlas_reference_get_title (reference));
      g_assert_cmpint (atlas_reference_get_role (reference), ==,
                       atlas_reference_get_number (reference) > 0 ? ATLAS_REFERENCE_REPORT : ATLAS_REFERENCE_INDEPENDENT);
    }

  g_assert_cmpstr (ids->str, ==, c->ids);
  g_assert_cmpstr (titles->str, ==, c->titles);
}

/* Nothing added is nothing changed: who compares the two sees that they are one. */
static void
test_nothing (void)
{
  g_autoptr (AtlasBibliography) base = create_base ();
  g_autoptr (GListStore) notes = g_list_store_new (ATLAS_TYPE_NOTE);
  g_autoptr (AtlasBibliography) all = atlas_own_references_add (base, G_LIST_MODEL (notes));

  g_assert_true (all == base);
}

static void
test_write (void)
{
  g_auto (AtlasReferenceFields) fields = { .id = g_strdup ("x"), .type = g_strdup ("report"), .title = g_strdup ("Ilham Əliyev – İclas") };
  g_autoptr (AtlasReference) reference = NULL;
  g_autoptr (AtlasReference) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  fields.title_known = TRUE;
  fields.role = ATLAS_REFERENCE_INDEPENDENT;
  fields.issued = g_strdup ("2004-05~");
  fields.url = g_strdup ("https://example.org/a?b=c&d=%20");
  reference = atlas_reference_new_take (&fields);
  text = atlas_own_reference_write (reference);
  again = atlas_own_reference_read (text, "report-7", 7, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (atlas_reference_get_id (again), ==, "report-7");
  g_assert_cmpuint (atlas_reference_get_number (again), ==, 7);
  g_assert_true (atlas_reference_get_fields (again)->own);
  g_assert_false (atlas_reference_get_fields (reference)->own);
  g_assert_cmpstr (atlas_reference_get_title (again), ==, "Ilham Əliyev – İclas");
  g_assert_cmpstr (atlas_reference_get_fields (again)->issued, ==, "2004-05~");
  g_assert_cmpstr (atlas_reference_get_fields (again)->url, ==, "https://example.org/a?b=c&d=%20");

  g_assert_null (atlas_own_reference_read ("{\"id\":1}", "x", 0, &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/own-references/add/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_add);
    }
  g_test_add_func ("/own-references/nothing", test_nothing);
  g_test_add_func ("/own-references/write", test_write);

  return g_test_run ();
}
