// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-name.h"

// clang-format off
static const struct
{
  const char *path;
  AtlasName   name;
  const char *words, *inverted;
} names[] = {
  { "plain", { .family = (char *) "Quinn-Judge", .given = (char *) "Paul" }, "Paul Quinn-Judge", "Quinn-Judge, Paul" },
  { "family-only", { .family = (char *) "Homer" }, "Homer", "Homer" },
  { "particle", { .family = (char *) "Gogh", .given = (char *) "Vincent", .particle = (char *) "van" }, "Vincent van Gogh", "Gogh, Vincent van" },
  { "both-particles", { .family = (char *) "Fontaine", .given = (char *) "Jean", .dropping = (char *) "de", .particle = (char *) "La" },
    "Jean de La Fontaine", "Fontaine, Jean de La" },
  { "suffix", { .family = (char *) "King", .given = (char *) "Martin Luther", .suffix = (char *) "Jr." }, "Martin Luther King Jr.", "King, Martin Luther, Jr." },
  { "literal", { .literal = (char *) "Ministry of Energy, Baku" }, "Ministry of Energy, Baku", "Ministry of Energy, Baku" },
  { "given-only", { .given = (char *) "Madonna" }, "Madonna", "Madonna" },
};

/* NULL: no name. */
static const struct
{
  const char *text, *family, *given, *suffix, *literal;
} written[] = {
  { "Əliyev, İlham", "Əliyev", "İlham", NULL, NULL },
  { " King ,  Martin   Luther , Jr. ", "King", "Martin Luther", "Jr.", NULL },
  { "Reuters", NULL, NULL, NULL, "Reuters" },
  { "Սարգսյան, Սերժ", "Սարգսյան", "Սերժ", NULL, NULL },
  { "", NULL, NULL, NULL, NULL },
  { " , ", NULL, NULL, NULL, NULL },
  { "A,", "A", NULL, NULL, NULL },
};
// clang-format on

static void
test_words (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  g_autofree char *words = atlas_name_to_words (&names[i].name);
  g_autofree char *inverted = atlas_name_to_inverted (&names[i].name);
  g_autoptr (AtlasName) copy = atlas_name_copy (&names[i].name);

  g_assert_cmpstr (words, ==, names[i].words);
  g_assert_cmpstr (inverted, ==, names[i].inverted);
  g_assert_false (atlas_name_is_empty (copy));
  g_assert_true (atlas_name_equal (copy, &names[i].name));
  g_free (copy->given);
  copy->given = g_strdup ("Other");
  g_assert_false (atlas_name_equal (copy, &names[i].name));
}

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autoptr (AtlasName) name = atlas_name_parse (written[i].text);

      g_test_message ("%s", written[i].text);
      if (written[i].family == NULL && written[i].literal == NULL)
        {
          g_assert_null (name);
          continue;
        }
      g_assert_cmpstr (name->family, ==, written[i].family);
      g_assert_cmpstr (name->given, ==, written[i].given);
      g_assert_cmpstr (name->suffix, ==, written[i].suffix);
      g_assert_cmpstr (name->literal, ==, written[i].literal);
    }
}

static void
test_lists (void)
{
  g_autoptr (GPtrArray) list = atlas_names_parse ("Rzayev, A.; SOCAR\nKing, M., Jr.;;");
  g_autoptr (GPtrArray) copy = atlas_names_copy (list);
  g_autofree char *words = atlas_names_to_words (copy);
  g_autofree char *inverted = atlas_names_to_inverted (copy);

  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpstr (words, ==, "A. Rzayev; SOCAR; M. King Jr.");
  g_assert_cmpstr (inverted, ==, "Rzayev, A.; SOCAR; King, M., Jr.");
  g_assert_null (atlas_names_parse (" ; "));
  g_assert_null (atlas_names_parse (NULL));
  g_assert_null (atlas_names_copy (NULL));
  g_assert_null (atlas_names_to_words (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/name/words/%s", names[i].path);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_words);
    }
  g_test_add_func ("/name/parse", test_parse);
  g_test_add_func ("/name/lists", test_lists);

  return g_test_run ();
}
