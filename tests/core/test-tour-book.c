// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tour-book.h"

#include "sample-atlas.h"

typedef struct
{
  AtlasDataset  *dataset;
  AtlasTourBook *book;
  GString       *told; /* ids of changed tours */
} Fixture;

static AtlasTour *
tour_new (const char *id,
          const char *title)
{
  return atlas_tour_new (id, title, NULL, NULL);
}

static void
changed_cb (AtlasTourBook *book,
            const char    *id,
            gpointer       user_data)
{
  g_string_append_printf (user_data, "%s ", id);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  GPtrArray *tours = g_ptr_array_new_with_free_func (g_object_unref);

  fixture->dataset = sample_atlas_new ("sample", NULL);
  g_ptr_array_add (tours, tour_new ("a", "A"));
  g_ptr_array_add (tours, tour_new ("b", "B"));
  atlas_dataset_take_tours (fixture->dataset, tours);
  fixture->book = atlas_tour_book_new ();
  atlas_tour_book_set_dataset (fixture->book, fixture->dataset);
  fixture->told = g_string_new (NULL);
  g_signal_connect (fixture->book, "changed", G_CALLBACK (changed_cb), fixture->told);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->book);
  g_assert_finalize_object (fixture->dataset);
  g_string_free (fixture->told, TRUE);
}

/* "a:A b:B mine:Mine" */
static void
assert_tours (Fixture    *fixture,
              const char *tours)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->book)); i++)
    {
      g_autoptr (AtlasTour) tour = g_list_model_get_item (G_LIST_MODEL (fixture->book), i);

      g_string_append_printf (found, "%s%s:%s", i > 0 ? " " : "", atlas_tour_get_id (tour), atlas_tour_get_title (tour));
    }
  g_assert_cmpstr (found->str, ==, tours);
}

static void
put (Fixture    *fixture,
     const char *id,
     const char *title,
     const char *gesture)
{
  g_autoptr (AtlasTour) tour = tour_new (id, title);

  atlas_tour_book_put (fixture->book, tour, gesture);
}

static void
test_edit (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *id = NULL;

  assert_tours (fixture, "a:A b:B");
  g_assert_false (atlas_tour_book_get_can_undo (fixture->book));
  put (fixture, "c", "C", NULL);
  put (fixture, "d", "D", NULL);
  put (fixture, "c", "Sea", NULL);
  put (fixture, "c", "Sea", NULL); /* no change */
  assert_tours (fixture, "a:A b:B c:Sea d:D");
  g_assert_cmpstr (fixture->told->str, ==, "c d c ");
  g_assert_true (atlas_tour_book_is_own (fixture->book, "c"));
  g_assert_false (atlas_tour_book_is_own (fixture->book, "a"));
  g_assert_null (atlas_tour_book_lookup (fixture->book, "x"));

  atlas_tour_book_remove (fixture->book, "c");
  atlas_tour_book_remove (fixture->book, "a"); /* it is the atlas's */
  assert_tours (fixture, "a:A b:B d:D");

  /* It is where it was. */
  g_assert_true (atlas_tour_book_undo (fixture->book, &id));
  g_assert_cmpstr (id, ==, "c");
  assert_tours (fixture, "a:A b:B c:Sea d:D");
  g_assert_true (atlas_tour_book_undo (fixture->book, NULL));
  assert_tours (fixture, "a:A b:B c:C d:D");
  g_assert_true (atlas_tour_book_redo (fixture->book, NULL));
  assert_tours (fixture, "a:A b:B c:Sea d:D");
  g_assert_true (atlas_tour_book_redo (fixture->book, NULL));
  assert_tours (fixture, "a:A b:B d:D");
  g_assert_false (atlas_tour_book_redo (fixture->book, NULL));

  while (atlas_tour_book_undo (fixture->book, NULL))
    ;
  assert_tours (fixture, "a:A b:B");
  put (fixture, "e", "E", NULL);
  g_assert_false (atlas_tour_book_get_can_redo (fixture->book));
}

/* What is typed in a row is undone at once. */
static void
test_gesture (Fixture      *fixture,
              gconstpointer data)
{
  put (fixture, "c", "C", NULL);
  put (fixture, "c", "Ca", "title");
  put (fixture, "c", "Cas", "title");
  put (fixture, "c", "Casp", "title");
  put (fixture, "c", "Caspian", "other");
  g_assert_true (atlas_tour_book_undo (fixture->book, NULL));
  assert_tours (fixture, "a:A b:B c:Casp");
  g_assert_true (atlas_tour_book_undo (fixture->book, NULL));
  assert_tours (fixture, "a:A b:B c:C");
  put (fixture, "c", "D", "title");
  g_assert_true (atlas_tour_book_undo (fixture->book, NULL));
  assert_tours (fixture, "a:A b:B c:C");
}

/* Every id is one tour's, wherever it comes from. */
static void
test_ids (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AtlasDataset) other = sample_atlas_new ("sample", NULL);
  GPtrArray *tours = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (own, tour_new ("a", "Mine"));
  g_ptr_array_add (own, tour_new ("c", "C"));
  g_ptr_array_add (own, tour_new ("c", "Also"));
  atlas_tour_book_set_own (fixture->book, own);
  assert_tours (fixture, "a:A b:B a-2:Mine c:C c-2:Also");
  g_assert_cmpstr (fixture->told->str, ==, "");
  g_assert_false (atlas_tour_book_get_can_undo (fixture->book));

  g_ptr_array_add (tours, tour_new ("c", "New"));
  atlas_dataset_take_tours (other, tours);
  atlas_tour_book_set_dataset (fixture->book, other);
  assert_tours (fixture, "c:New a-2:Mine c-3:C c-2:Also");
  atlas_tour_book_set_dataset (fixture->book, NULL);
  assert_tours (fixture, "a-2:Mine c-3:C c-2:Also");
}

static const struct
{
  const char *title;
  const char *id;
} titles[] = {
  { "My Tour: Baku – Ceyhan!", "my-tour-baku-ceyhan" },
  { "a", "a-2" },
  { "", "tour" },
  { "…", "tour" },
  { "A very long title that nobody will ever read to its end, or say", "a-very-long-title-that-nobody-will-ever" },
};

static void
test_free_ids (Fixture      *fixture,
               gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *id = atlas_tour_book_dup_free_id (fixture->book, titles[i].title);

      g_assert_cmpstr (id, ==, titles[i].id);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/tour-book/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/tour-book/gesture", Fixture, NULL, set_up, test_gesture, tear_down);
  g_test_add ("/tour-book/ids", Fixture, NULL, set_up, test_ids, tear_down);
  g_test_add ("/tour-book/free-ids", Fixture, NULL, set_up, test_free_ids, tear_down);

  return g_test_run ();
}
