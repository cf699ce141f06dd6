// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tour-row.h"
#include "atlas-tour-step-row.h"
#include "atlas-tours-page.h"

#include "widget-fixture.h"

/* The page of a book with the tours of the built-in atlas. */
typedef struct
{
  WidgetFixture  view;
  AtlasTourBook *book;
  GString       *told;
} Fixture;

static void
removed_cb (AtlasToursPage *page,
            const char     *words,
            gpointer        user_data)
{
  g_string_append_printf (user_data, "%s. ", words);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  widget_fixture_set_animations (FALSE);
  widget_fixture_set_up (&fixture->view, atlas_tours_page_new (), 340, 700);
  fixture->book = atlas_tour_book_new ();
  fixture->told = g_string_new (NULL);
  atlas_tour_book_set_dataset (fixture->book, fixture->view.dataset);
  g_object_set (fixture->view.widget, "book", fixture->book, NULL);
  g_signal_connect (fixture->view.widget, "removed", G_CALLBACK (removed_cb), fixture->told);
  widget_fixture_lay_out (&fixture->view);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_set (fixture->view.widget, "book", NULL, NULL);
  g_assert_finalize_object (fixture->book);
  g_string_free (fixture->told, TRUE);
  widget_fixture_tear_down (&fixture->view, data);
}

typedef gboolean (*FindFunc) (GtkWidget    *widget,
                              gconstpointer user_data);

static GtkWidget *
find (GtkWidget    *parent,
      FindFunc      func,
      gconstpointer user_data)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = func (child, user_data) ? child : find (child, func, user_data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
shows (GtkWidget    *widget,
       gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && gtk_widget_get_opacity (widget) > 0.0 &&
         strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static void
assert_shows (Fixture    *fixture,
              const char *text)
{
  if (find (fixture->view.widget, shows, text) == NULL)
    g_error ("“%s” is not shown", text);
}

static void
assert_hides (Fixture    *fixture,
              const char *text)
{
  if (find (fixture->view.widget, shows, text) != NULL)
    g_error ("“%s” is shown", text);
}

static gboolean
is_type (GtkWidget    *widget,
         gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type) && gtk_widget_get_mapped (widget);
}

static GtkWidget *
find_type (GtkWidget *parent,
           GType      type)
{
  return find (parent, is_type, &type);
}

/* The list that is seen: of tours, or of steps. */
static GtkListBox *
get_list (Fixture *fixture)
{
  return GTK_LIST_BOX (find_type (fixture->view.widget, GTK_TYPE_LIST_BOX));
}

static AtlasTourStepRow *
get_row (Fixture *fixture,
         int      index)
{
  return ATLAS_TOUR_STEP_ROW (gtk_list_box_get_row_at_index (get_list (fixture), index));
}

static void
activate (Fixture *fixture,
          int      index)
{
  g_signal_emit_by_name (gtk_list_box_get_row_at_index (get_list (fixture), index), "activate");
  widget_fixture_lay_out (&fixture->view);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->view.widget, action, NULL));
  widget_fixture_lay_out (&fixture->view);
}

/* "First, second" */
static void
assert_titles (Fixture    *fixture,
               const char *id,
               const char *titles)
{
  AtlasTour *tour = atlas_tour_book_lookup (fixture->book, id);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < atlas_tour_get_n_steps (tour); i++)
    {
      g_string_append_printf (found, "%s%s", i > 0 ? ", " : "", atlas_tour_step_get_title (atlas_tour_get_step (tour, i)));
      g_assert_true (atlas_tour_step_row_get_step (get_row (fixture, (int) i)) == atlas_tour_get_step (tour, i));
    }
  g_assert_cmpstr (found->str, ==, titles);
}

static void
test_list (Fixture      *fixture,
           gconstpointer data)
{
  GPtrArray *tours = atlas_dataset_get_tours (fixture->view.dataset);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view.widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "Tours");
  assert_shows (fixture, "Tours of this atlas");
  assert_hides (fixture, "Your tours");
  for (guint i = 0; i < tours->len; i++)
    {
      assert_shows (fixture, atlas_tour_get_title (g_ptr_array_index (tours, i)));
      g_assert_true (atlas_tour_row_get_tour (ATLAS_TOUR_ROW (gtk_list_box_get_row_at_index (get_list (fixture), (int) i))) == g_ptr_array_index (tours, i));
    }
  g_assert_null (gtk_list_box_get_row_at_index (get_list (fixture), (int) tours->len));
}

/* Tours and steps are gone through without a pointer; what is looked at opens. */
static void
test_walk (Fixture      *fixture,
           gconstpointer data)
{
  AtlasSession    *session = fixture->view.session;
  AtlasTour       *tour = g_ptr_array_index (atlas_dataset_get_tours (fixture->view.dataset), 0);
  AtlasTourStep   *first = atlas_tour_get_step (tour, 0);
  AtlasTourStep   *second = atlas_tour_get_step (tour, 1);
  g_autofree char *counter = g_strdup_printf ("2 of %u", atlas_tour_get_n_steps (tour));
  g_autofree char *start = g_strndup (atlas_tour_step_get_text (first), 12);

  activate (fixture, 0);
  assert_shows (fixture, atlas_tour_get_description (tour));
  assert_shows (fixture, atlas_tour_step_get_title (second));
  assert_hides (fixture, start);
  g_assert_null (atlas_session_get_tour (session));

  act (fixture, "tours.next");
  g_assert_cmpstr (atlas_session_get_tour (session), ==, atlas_tour_get_id (tour));
  g_assert_cmpuint (atlas_session_get_step (session), ==, 1);
  assert_shows (fixture, start);
  g_assert_false (gtk_widget_activate_action (fixture->view.widget, "tours.previous", NULL) && atlas_session_get_step (session) != 1);

  activate (fixture, 1);
  g_assert_cmpuint (atlas_session_get_step (session), ==, 2);
  assert_hides (fixture, start);
  assert_shows (fixture, counter);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_row (fixture, 1)), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_row (fixture, 0)), GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  act (fixture, "tours.previous");
  g_assert_cmpuint (atlas_session_get_step (session), ==, 1);

  act (fixture, "tours.all");
  assert_shows (fixture, "Tours of this atlas");
  g_assert_cmpuint (atlas_session_get_step (session), ==, 1);

  /* Who goes on a tour from elsewhere sees it. */
  atlas_session_show_step (session, g_ptr_array_index (atlas_dataset_get_tours (fixture->view.dataset), 1), 2);
  widget_fixture_lay_out (&fixture->view);
  assert_hides (fixture, "Tours of this atlas");
  assert_shows (fixture, atlas_tour_get_title (g_ptr_array_index (atlas_dataset_get_tours (fixture->view.dataset), 1)));
}

/* Tours of the atlas do not change; their copies do. */
static void
test_copy (Fixture      *fixture,
           gconstpointer data)
{
  AtlasTour       *tour = g_ptr_array_index (atlas_dataset_get_tours (fixture->view.dataset), 0);
  g_autofree char *id = g_strconcat (atlas_tour_get_id (tour), "-2", NULL);
  AtlasTour       *copy = NULL;

  activate (fixture, 0);
  g_assert_null (find_type (fixture->view.widget, GTK_TYPE_ENTRY));
  act (fixture, "tours.copy");
  copy = atlas_tour_book_lookup (fixture->book, id);
  g_assert_nonnull (copy);
  g_assert_true (atlas_tour_book_is_own (fixture->book, id));
  g_assert_cmpuint (atlas_tour_get_n_steps (copy), ==, atlas_tour_get_n_steps (tour));
  g_assert_nonnull (find_type (fixture->view.widget, GTK_TYPE_ENTRY));

  act (fixture, "tours.all");
  assert_shows (fixture, "Your tours");
}

static void
type_title (Fixture    *fixture,
            int         index,
            const char *title)
{
  gtk_editable_set_text (GTK_EDITABLE (find_type (GTK_WIDGET (get_row (fixture, index)), GTK_TYPE_ENTRY)), title);
  widget_fixture_lay_out (&fixture->view);
}

/* A tour is made of views, its words are typed, its steps go to other places, and all can be taken back. */
static void
test_make (Fixture      *fixture,
           gconstpointer data)
{
  AtlasSession *session = fixture->view.session;

  act (fixture, "tours.new");
  assert_shows (fixture, "No steps yet");
  gtk_editable_set_text (GTK_EDITABLE (find_type (fixture->view.widget, GTK_TYPE_ENTRY)), "Mine");
  g_assert_cmpstr (atlas_tour_get_title (atlas_tour_book_lookup (fixture->book, "tour")), ==, "Mine");
  gtk_editable_set_text (GTK_EDITABLE (find_type (fixture->view.widget, GTK_TYPE_ENTRY)), "");
  g_assert_cmpstr (atlas_tour_get_title (atlas_tour_book_lookup (fixture->book, "tour")), ==, "Mine");

  atlas_session_select_id (session, "btc");
  act (fixture, "tours.add-step");
  g_assert_cmpuint (atlas_session_get_step (session), ==, 1);
  type_title (fixture, 0, "One");
  type_title (fixture, 0, "First");
  atlas_session_select_id (session, "wrep");
  act (fixture, "tours.add-step");
  type_title (fixture, 1, "Second\nline");
  assert_titles (fixture, "tour", "First, Second line");
  g_assert_cmpstr (atlas_tour_step_get_state (atlas_tour_get_step (atlas_tour_book_lookup (fixture->book, "tour"), 1))->item, ==, "wrep");

  g_signal_emit_by_name (get_row (fixture, 1), "move-requested", 0);
  assert_titles (fixture, "tour", "Second line, First");
  g_assert_cmpuint (atlas_session_get_step (session), ==, 1); /* it is still the one that is looked at */
  act (fixture, "tours.undo");
  assert_titles (fixture, "tour", "First, Second line");
  act (fixture, "tours.redo");
  assert_titles (fixture, "tour", "Second line, First");

  g_signal_emit_by_name (get_row (fixture, 0), "remove-requested");
  assert_titles (fixture, "tour", "First");
  g_assert_cmpstr (fixture->told->str, ==, "Step removed. ");
  act (fixture, "tours.undo");
  assert_titles (fixture, "tour", "Second line, First");

  act (fixture, "tours.remove");
  g_assert_null (atlas_tour_book_lookup (fixture->book, "tour"));
  g_assert_null (atlas_session_get_tour (session));
  assert_shows (fixture, "Tours of this atlas");
  act (fixture, "tours.undo");
  assert_titles (fixture, "tour", "Second line, First");
}

/* Keys typed in a row are one change; an empty title is none. */
static void
test_typing (Fixture      *fixture,
             gconstpointer data)
{
  act (fixture, "tours.new");
  atlas_session_select_id (fixture->view.session, "btc");
  act (fixture, "tours.add-step");
  type_title (fixture, 0, "A");
  type_title (fixture, 0, "As");
  type_title (fixture, 0, "Ash");
  type_title (fixture, 0, "");
  assert_titles (fixture, "tour", "Ash");
  type_title (fixture, 0, "Asher");
  act (fixture, "tours.undo");
  g_assert_cmpstr (atlas_tour_step_get_title (atlas_tour_get_step (atlas_tour_book_lookup (fixture->book, "tour"), 0)), !=, "Ash");
}

/* A step's view is taken anew. */
static void
test_take_view (Fixture      *fixture,
                gconstpointer data)
{
  const AtlasSessionState *state = NULL;

  act (fixture, "tours.new");
  act (fixture, "tours.add-step");
  atlas_session_select_id (fixture->view.session, "btc");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_row (fixture, 0)), "step.take-view", NULL));
  state = atlas_tour_step_get_state (atlas_tour_get_step (atlas_tour_book_lookup (fixture->book, "tour"), 0));
  g_assert_cmpstr (state->item, ==, "btc");
  g_assert_null (state->tour);
  g_assert_null (state->atlas);
  g_assert_cmpuint (state->step, ==, 0);
}

static void
test_problem (Fixture      *fixture,
              gconstpointer data)
{
  atlas_tours_page_set_problem (ATLAS_TOURS_PAGE (fixture->view.widget), "mine.json#/tours/0: “title” is missing");
  widget_fixture_lay_out (&fixture->view);
  assert_shows (fixture, "mine.json#/tours/0: “title” is missing");
  atlas_tours_page_set_problem (ATLAS_TOURS_PAGE (fixture->view.widget), NULL);
  widget_fixture_lay_out (&fixture->view);
  assert_hides (fixture, "mine.json");
}

/* In no language and in no state does the page need more room than the pane has. */
static void
test_width (Fixture      *fixture,
            gconstpointer data)
{
  int list = 0;
  int tour = 0;
  int editing = 0;

  gtk_widget_measure (fixture->view.widget, GTK_ORIENTATION_HORIZONTAL, -1, &list, NULL, NULL, NULL);
  activate (fixture, 0);
  gtk_widget_measure (fixture->view.widget, GTK_ORIENTATION_HORIZONTAL, -1, &tour, NULL, NULL, NULL);
  act (fixture, "tours.copy");
  activate (fixture, 0);
  gtk_widget_measure (fixture->view.widget, GTK_ORIENTATION_HORIZONTAL, -1, &editing, NULL, NULL, NULL);
  g_assert_cmpint (list, <=, 320);
  g_assert_cmpint (tour, <=, 320);
  g_assert_cmpint (editing, <=, 320);
}

int
main (int    argc,
      char **argv)
{
  if (!widget_fixture_init (&argc, &argv))
    return 0;

#define ADD(path_, func_) g_test_add (path_, Fixture, NULL, set_up, func_, tear_down)
  ADD ("/tours-page/list", test_list);
  ADD ("/tours-page/walk", test_walk);
  ADD ("/tours-page/copy", test_copy);
  ADD ("/tours-page/make", test_make);
  ADD ("/tours-page/typing", test_typing);
  ADD ("/tours-page/take-view", test_take_view);
  ADD ("/tours-page/problem", test_problem);
  ADD ("/tours-page/width", test_width);
#undef ADD

  return g_test_run ();
}
