// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reference.h"

static AtlasReference *
make_reference (const char *id,
                guint       number)
{
  g_auto (AtlasReferenceFields) fields = { 0 };

  fields.id = g_strdup (id);
  fields.title = g_strdup (id);
  fields.number = number;
  fields.role = number > 0 ? ATLAS_REFERENCE_REPORT : ATLAS_REFERENCE_INDEPENDENT;

  return atlas_reference_new_take (&fields);
}

static AtlasBibliography *
make_bibliography (void)
{
  GPtrArray *references = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (references, make_reference ("report-1", 1));
  g_ptr_array_add (references, make_reference ("socar", 0));
  g_ptr_array_add (references, make_reference ("report-2", 2));

  return atlas_bibliography_new_take (references);
}

static void
test_lookup (void)
{
  AtlasBibliography *bibliography = make_bibliography ();

  g_assert_cmpstr (atlas_reference_get_id (atlas_bibliography_lookup (bibliography, "socar")), ==, "socar");
  g_assert_cmpstr (atlas_reference_get_id (atlas_bibliography_lookup_number (bibliography, 2)), ==, "report-2");
  g_assert_null (atlas_bibliography_lookup (bibliography, "report-3"));
  g_assert_null (atlas_bibliography_lookup (bibliography, NULL));
  g_assert_null (atlas_bibliography_lookup_number (bibliography, 0));
  g_assert_null (atlas_bibliography_lookup_number (bibliography, 3));
  g_assert_finalize_object (bibliography);
}

static void
test_model (void)
{
  AtlasBibliography *bibliography = make_bibliography ();
  AtlasReference    *last = g_list_model_get_item (G_LIST_MODEL (bibliography), 2);

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (bibliography)) == ATLAS_TYPE_REFERENCE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bibliography)), ==, 3);
  g_assert_cmpstr (atlas_reference_get_id (last), ==, "report-2");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (bibliography), 3));
  g_assert_finalize_object (bibliography);
  g_assert_finalize_object (last); /* what was got outlives the list */
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bibliography/lookup", test_lookup);
  g_test_add_func ("/bibliography/model", test_model);

  return g_test_run ();
}
