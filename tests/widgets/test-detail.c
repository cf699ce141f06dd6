// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "detail-fixture.h"

/* What the report has: 24 passages of prose and 15 treaties. */
#define N_PASSAGES 39

/* The margin marks it. */
static gboolean
is_current (WidgetFixture *fixture,
            const char    *id)
{
  return g_strcmp0 (atlas_session_get_passage (fixture->session), id) == 0;
}

/* Every passage can be read, in its place. */
static void
test_report (WidgetFixture *fixture,
             gconstpointer  data)
{
  AtlasReport *report = atlas_dataset_get_report (fixture->dataset);
  GPtrArray   *passages = atlas_report_get_passages (report);

  detail_fixture_assert_reads (fixture->widget, atlas_report_get_title (report));
  detail_fixture_assert_reads (fixture->widget, ((const AtlasSection *) g_ptr_array_index (atlas_report_get_sections (report), 0))->title);
  g_assert_cmpuint (detail_fixture_count_report (fixture), ==, N_PASSAGES);
  g_assert_cmpuint (passages->len, ==, N_PASSAGES);

  for (guint i = 0; i < passages->len; i += 3)
    {
      const AtlasPassage *passage = g_ptr_array_index (passages, i);

      detail_fixture_read_passage (fixture, passage->id);
      detail_fixture_assert_reads (fixture->widget, passage->text);
      g_assert_true (is_current (fixture, passage->id));
    }
}

static gboolean
is_side (GtkWidget *widget,
         gpointer   user_data)
{
  return gtk_widget_has_css_class (widget, user_data);
}

/* A fact says how many documents support it and of which kind; what the report and public sources say stands side by side where there is
 * room, each with its sources. */
static void
test_support (WidgetFixture *fixture,
              gconstpointer  data)
{
  static const int widths[] = { 360, 700 };

  widget_fixture_select (fixture, "gabala-radar");
  widget_fixture_lay_out (fixture);
  detail_fixture_assert_reads (fixture->widget, "2 sources: ");
  detail_fixture_assert_reads (fixture->widget, "1 source, official: ");
  detail_fixture_assert_reads (fixture->widget, "Its citation: [39]");

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      graphene_rect_t report;
      graphene_rect_t public;

      gtk_widget_set_size_request (fixture->widget, widths[i], 600);
      widget_fixture_lay_out (fixture);
      g_assert_true (gtk_widget_compute_bounds (detail_fixture_find (fixture->widget, is_side, "of-report"), fixture->widget, &report));
      g_assert_true (gtk_widget_compute_bounds (detail_fixture_find (fixture->widget, is_side, "of-public"), fixture->widget, &public));
      if (widths[i] > 600)
        {
          g_assert_cmpfloat_with_epsilon (report.origin.y, public.origin.y, 0.5F);
          g_assert_cmpfloat (public.origin.x, >=, report.origin.x + report.size.width);
        }
      else
        g_assert_cmpfloat (public.origin.y, >=, report.origin.y + report.size.height);
    }
}

static void
test_item (WidgetFixture *fixture,
           gconstpointer  data)
{
  AtlasItem *item = atlas_dataset_lookup (fixture->dataset, "gabala-radar");
  GPtrArray *facts = atlas_item_get_facts (item);
  GPtrArray *differences = atlas_item_get_differences (item);

  widget_fixture_select (fixture, "gabala-radar");
  widget_fixture_lay_out (fixture);

  detail_fixture_assert_reads (fixture->widget, atlas_item_get_title (item));
  detail_fixture_assert_reads (fixture->widget, g_hash_table_lookup (atlas_item_get_names (item), "az"));
  detail_fixture_assert_reads (fixture->widget, g_hash_table_lookup (atlas_item_get_names (item), "ru"));
  detail_fixture_assert_reads (fixture->widget, "closed in 2012");
  detail_fixture_assert_reads (fixture->widget, "[39]");
  detail_fixture_assert_reads (fixture->widget, "10 December 2012");
  for (guint i = 0; i < facts->len; i++)
    detail_fixture_assert_reads (fixture->widget, ((const AtlasFact *) g_ptr_array_index (facts, i))->text);
  for (guint i = 0; i < differences->len; i++)
    detail_fixture_assert_reads (fixture->widget, ((const AtlasDifference *) g_ptr_array_index (differences, i))->public_text);
  g_assert_cmpuint (detail_fixture_count_passages (fixture), ==, atlas_report_get_mentioning (atlas_dataset_get_report (fixture->dataset), "gabala-radar")->len);

  /* Lit by weight as well as by colour, here and not elsewhere. */
  g_assert_nonnull (detail_fixture_find (fixture->widget, detail_fixture_has_markup, "<a href=\"item:gabala-radar\"><span background="));
  g_assert_null (detail_fixture_find (fixture->widget, detail_fixture_has_markup, "<a href=\"item:gabala-closure-2012\"><span background="));
}

/* Every item of the atlas can be read, and leaves nothing behind. */
static void
test_all_items (WidgetFixture *fixture,
                gconstpointer  data)
{
  for (guint i = 0; i < atlas_dataset_get_n_items (fixture->dataset); i++)
    {
      AtlasItem *item = atlas_dataset_get_item (fixture->dataset, i);

      atlas_session_select (fixture->session, item);
      detail_fixture_assert_reads (fixture->widget, atlas_item_get_title (item));
    }
}

static void
test_language (WidgetFixture *fixture,
               gconstpointer  data)
{
  AtlasItem  *item = atlas_dataset_lookup (fixture->dataset, "gabala-radar");
  const char *name = atlas_item_get_name (item, "ru");

  g_assert_cmpstr (name, !=, atlas_item_get_title (item));
  widget_fixture_select (fixture, "gabala-radar");
  atlas_session_set_language (fixture->session, "ru");
  detail_fixture_assert_reads (fixture->widget, name);
  detail_fixture_assert_reads (fixture->widget, atlas_item_get_title (item));
}

static void
test_clock (WidgetFixture *fixture,
            gconstpointer  data)
{
  widget_fixture_apply (fixture, "corridor-atlas:#item=btc&date=2006-07");
  detail_fixture_assert_reads (fixture->widget, "July 2006: operating");
  widget_fixture_apply (fixture, "corridor-atlas:#item=btc&date=2004-01");
  detail_fixture_assert_reads (fixture->widget, "January 2004: ");
}

static void
test_unverified (WidgetFixture *fixture,
                 gconstpointer  data)
{
  g_autofree char *words = NULL;

  widget_fixture_select (fixture, "ganja-104th-withdrawal-1993");
  detail_fixture_assert_reads (fixture->widget, "It was stationed in Ganja. not verified");

  widget_fixture_select (fixture, "gabala-radar");
  words = detail_fixture_read_words (fixture->widget);
  g_assert_null (strstr (words, "not verified"));
}

static void
test_item_link (WidgetFixture *fixture,
                gconstpointer  data)
{
  widget_fixture_select (fixture, "gabala-radar");
  g_assert_true (detail_fixture_follow (fixture->widget, "item:gabala-closure-2012"));
  g_assert_cmpstr (widget_fixture_get_selected (fixture), ==, "gabala-closure-2012");
  detail_fixture_assert_reads (fixture->widget, atlas_item_get_title (atlas_session_get_selected (fixture->session)));
}

static void
test_passage (WidgetFixture *fixture,
              gconstpointer  data)
{
  g_assert_false (detail_fixture_sees_passage (fixture, "security-4"));
  detail_fixture_read_passage (fixture, "security-4");
  g_assert_true (is_current (fixture, "security-4"));

  detail_fixture_read_passage (fixture, "outlook-1");
  g_assert_true (is_current (fixture, "outlook-1"));
  detail_fixture_read_passage (fixture, "security-3");
  g_assert_false (is_current (fixture, "security-4"));
}

static gboolean
is_place (GtkWidget *widget,
          gpointer   user_data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "place");
}

/* "Read it in the report" leads there from an item, the first time and the second. */
static void
test_passage_from_item (WidgetFixture *fixture,
                        gconstpointer  data)
{
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *place = NULL;

      widget_fixture_select (fixture, "gabala-radar");
      widget_fixture_lay_out (fixture);
      g_assert_null (detail_fixture_find_report (fixture));

      place = detail_fixture_find (detail_fixture_find (fixture->widget, detail_fixture_is_passage, "security-4"), is_place, NULL);
      g_assert_nonnull (place);
      g_signal_emit_by_name (place, "clicked");
      g_assert_cmpstr (widget_fixture_get_selected (fixture), ==, "gabala-radar");
      g_assert_cmpint (atlas_session_get_page (fixture->session), ==, ATLAS_PAGE_REPORT);
      g_assert_nonnull (detail_fixture_find_report (fixture));
      detail_fixture_await_passage (fixture, "security-4");
      g_assert_true (is_current (fixture, "security-4"));
    }
}

/* A state with an item and a passage shows both, whatever was shown before. */
static void
test_restore (WidgetFixture *fixture,
              gconstpointer  data)
{
  static const char *const before[] = { NULL, "gabala-radar", "btc" };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      AtlasItem *item = before[i] != NULL ? atlas_dataset_lookup (fixture->dataset, before[i]) : NULL;

      atlas_session_select (fixture->session, item);
      atlas_session_set_passage (fixture->session, NULL);
      widget_fixture_apply (fixture, "corridor-atlas:#item=gabala-closure-2012&par=security-4");
      g_assert_cmpstr (widget_fixture_get_selected (fixture), ==, "gabala-closure-2012");
      g_assert_cmpstr (atlas_session_get_passage (fixture->session), ==, "security-4");
      detail_fixture_assert_reads (fixture->widget, atlas_item_get_title (atlas_session_get_selected (fixture->session)));
      widget_fixture_lay_out (fixture);
      g_assert_null (detail_fixture_find_report (fixture));
    }
}

/* Who follows a mention and comes back reads on where they were. */
static void
test_come_back (WidgetFixture *fixture,
                gconstpointer  data)
{
  atlas_session_set_passage (fixture->session, "security-4");
  widget_fixture_lay_out (fixture);
  detail_fixture_follow_in_report (fixture, "security-4", "gabala-radar", 0);
  widget_fixture_lay_out (fixture);
  g_assert_cmpstr (widget_fixture_get_selected (fixture), ==, "gabala-radar");
  g_assert_cmpint (atlas_session_get_page (fixture->session), ==, ATLAS_PAGE_REPORT); /* where one reads on */
  g_assert_true (detail_fixture_sees_passage (fixture, "security-4"));

  g_assert_true (atlas_session_go (fixture->session, -1));
  g_assert_true (detail_fixture_sees_passage (fixture, "security-4"));
}

static gboolean
is_scroller (GtkWidget *widget,
             gpointer   user_data)
{
  return GTK_IS_SCROLLED_WINDOW (widget);
}

static GtkAdjustment *
get_place (WidgetFixture *fixture)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (detail_fixture_find (fixture->widget, is_scroller, NULL)));
}

/* So does who has scrolled there: no passage of the session's says where. */
static void
test_come_back_by_hand (WidgetFixture *fixture,
                        gconstpointer  data)
{
  detail_fixture_read_passage (fixture, "treaties-1");
  atlas_session_set_passage (fixture->session, NULL);
  widget_fixture_select (fixture, "gabala-radar");
  widget_fixture_lay_out (fixture);
  g_assert_null (detail_fixture_find_report (fixture));
  g_assert_cmpfloat (gtk_adjustment_get_value (get_place (fixture)), ==, 0.0);

  atlas_session_select (fixture->session, NULL);
  widget_fixture_lay_out (fixture);
  detail_fixture_await_passage (fixture, "treaties-1");
}

/* The atlas is read again while an item is shown, and while the report is. */
static void
test_new_edition (WidgetFixture *fixture,
                  gconstpointer  data)
{
  static const char *const selected[] = { "gabala-radar", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (selected); i++)
    {
      AtlasDataset *edition = widget_fixture_load ();
      AtlasItem    *item = selected[i] != NULL ? atlas_dataset_lookup (fixture->dataset, selected[i]) : NULL;

      atlas_session_select (fixture->session, item);
      widget_fixture_lay_out (fixture);
      atlas_session_set_dataset (fixture->session, edition);
      widget_fixture_lay_out (fixture);
      g_assert_finalize_object (fixture->dataset);
      fixture->dataset = edition;
      g_assert_cmpstr (widget_fixture_get_selected (fixture), ==, selected[i]);
    }
  g_assert_cmpuint (detail_fixture_count_report (fixture), ==, N_PASSAGES);
}

static void
test_no_atlas (WidgetFixture *fixture,
               gconstpointer  data)
{
  widget_fixture_select (fixture, "gabala-radar");
  atlas_session_set_dataset (fixture->session, NULL);
  widget_fixture_lay_out (fixture);
  g_assert_cmpuint (detail_fixture_count_passages (fixture), ==, 0);

  atlas_session_set_dataset (fixture->session, fixture->dataset);
  g_assert_nonnull (detail_fixture_find_report (fixture));
  atlas_detail_set_session (ATLAS_DETAIL (fixture->widget), NULL);
  widget_fixture_lay_out (fixture);
  g_assert_cmpuint (detail_fixture_count_passages (fixture), ==, 0);
}

static void
test_accessible (WidgetFixture *fixture,
                 gconstpointer  data)
{
  gtk_test_accessible_assert_role (fixture->widget, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (fixture->widget, GTK_ACCESSIBLE_PROPERTY_LABEL, "Detail");
  gtk_test_accessible_assert_role (detail_fixture_find_report (fixture)->view, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
}

int
main (int    argc,
      char **argv)
{
  /* clang-format off */
  static const struct
  {
    const char *path;
    void      (*test) (WidgetFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/widgets/detail/report", test_report },
    { "/widgets/detail/item", test_item },
    { "/widgets/detail/support", test_support },
    { "/widgets/detail/all-items", test_all_items },
    { "/widgets/detail/language", test_language },
    { "/widgets/detail/clock", test_clock },
    { "/widgets/detail/unverified", test_unverified },
    { "/widgets/detail/item-link", test_item_link },
    { "/widgets/detail/passage", test_passage },
    { "/widgets/detail/passage-from-item", test_passage_from_item },
    { "/widgets/detail/restore", test_restore },
    { "/widgets/detail/come-back", test_come_back },
    { "/widgets/detail/come-back-by-hand", test_come_back_by_hand },
    { "/widgets/detail/new-edition", test_new_edition },
    { "/widgets/detail/no-atlas", test_no_atlas },
    { "/widgets/detail/accessible", test_accessible },
  };
  /* clang-format on */

  if (!widget_fixture_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WidgetFixture, NULL, detail_fixture_set_up, tests[i].test, widget_fixture_tear_down);

  return g_test_run ();
}
