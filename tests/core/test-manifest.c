// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-manifest.h"

static AtlasTerm *
make_term (const char *id,
           const char *title,
           const char *language,
           const char *name)
{
  AtlasTerm *term = atlas_term_new (id, title);

  if (language != NULL)
    {
      term->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (term->names, g_strdup (language), g_strdup (name));
    }

  return term;
}

static void
test_title (void)
{
  static const struct
  {
    const char *language, *title;
  } cases[] = {
    { "az", "Rusiya" },
    { "az-Latn-AZ", "Rusiya" },
    { "a", "Russia" },
    { "ru", "Russia" },
    { "", "Russia" },
    { NULL, "Russia" },
  };
  g_autoptr (AtlasTerm) term = make_term ("russia", "Russia", "az", "Rusiya");
  g_autoptr (AtlasTerm) nameless = make_term ("russia", "Russia", NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (atlas_term_get_title (term, cases[i].language), ==, cases[i].title);
      g_assert_cmpstr (atlas_term_get_title (nameless, cases[i].language), ==, "Russia");
    }
}

static void
test_find (void)
{
  g_autoptr (AtlasManifest) manifest = atlas_manifest_new ();

  g_ptr_array_add (manifest->themes, make_term ("economic", "Economic", NULL, NULL));
  g_ptr_array_add (manifest->kinds, make_term ("railway", "Railways", NULL, NULL));
  g_ptr_array_add (manifest->actors, make_term ("russia", "Russia", NULL, NULL));

  g_assert_cmpstr (atlas_manifest_find_theme (manifest, "economic")->title, ==, "Economic");
  g_assert_cmpstr (atlas_manifest_find_kind (manifest, ATLAS_KIND_RAILWAY)->title, ==, "Railways");
  g_assert_cmpstr (atlas_manifest_find_actor (manifest, "russia")->title, ==, "Russia");
  g_assert_null (atlas_manifest_find_theme (manifest, "russia"));
  g_assert_null (atlas_manifest_find_theme (manifest, NULL));
  g_assert_null (atlas_manifest_find_kind (manifest, ATLAS_KIND_ZONE));
  g_assert_null (atlas_manifest_find_actor (manifest, "economic"));
}

static void
test_empty (void)
{
  g_autoptr (AtlasManifest) manifest = atlas_manifest_new ();

  g_assert_cmpuint (g_strv_length (manifest->languages), ==, 0);
  g_assert_cmpuint (g_strv_length (manifest->lanes), ==, 0);
  g_assert_true (atlas_box_is_empty (manifest->overview));
  g_assert_true (atlas_time_span_is_empty (manifest->range));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/manifest/title", test_title);
  g_test_add_func ("/manifest/find", test_find);
  g_test_add_func ("/manifest/empty", test_empty);

  return g_test_run ();
}
