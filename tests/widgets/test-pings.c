// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-pings.h"

#include "session-fixture.h"

typedef struct
{
  SessionFixture base;
  GtkWidget     *window;
  AtlasPings    *pings;
  double         age; /* of what was drawn last */
  guint          n_drawn;
} Fixture;

static void
draw_cb (GtkSnapshot *snapshot,
         AtlasItem   *item,
         double       age,
         gpointer     user_data)
{
  Fixture *fixture = user_data;
  GdkRGBA  red = { 1.0F, 0.0F, 0.0F, 1.0F };

  fixture->age = age;
  fixture->n_drawn++;
  atlas_pings_snapshot_ring (snapshot, GRAPHENE_RECT_INIT (20.0F, 20.0F, 30.0F, 12.0F), age, &red);
}

/* Lets the program run until @condition holds; what does not come in so many beats does not come. */
#define await(condition)                                \
  G_STMT_START                                          \
  {                                                     \
    for (guint i_ = 0; i_ < 5000 && !(condition); i_++) \
      {                                                 \
        g_main_context_iteration (NULL, FALSE);         \
        g_usleep (1000);                                \
      }                                                 \
    g_assert_true (condition);                          \
  }                                                     \
  G_STMT_END

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  session_fixture_set_up (&fixture->base, data);
  fixture->pings = ATLAS_PINGS (atlas_pings_new (draw_cb, fixture));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 200, 100);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->pings));
  g_object_set (gtk_widget_get_settings (fixture->window), "gtk-enable-animations", data != NULL, NULL);
  atlas_pings_set_session (fixture->pings, fixture->base.session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  await (gtk_widget_get_mapped (GTK_WIDGET (fixture->pings)));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->pings), (gpointer *) &fixture->pings);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  await (fixture->pings == NULL);
  session_fixture_tear_down (&fixture->base, data);
}

/* A ring is drawn again and again, older and older, and then it is gone. */
static void
test_fade (Fixture      *fixture,
           gconstpointer data)
{
  atlas_session_ping_within (fixture->base.session, sample_span ("1997"));
  g_assert_cmpuint (atlas_pings_get_n (fixture->pings), ==, 2);
  atlas_session_ping_within (fixture->base.session, sample_span ("1997-07"));
  g_assert_cmpuint (atlas_pings_get_n (fixture->pings), ==, 2); /* one of them again */
  await (fixture->n_drawn > 0);
  await (atlas_pings_get_n (fixture->pings) == 0);
  g_assert_cmpfloat (fixture->age, >, 0.0);
}

/* Without animations it stands still until the clock goes on. */
static void
test_still (Fixture      *fixture,
            gconstpointer data)
{
  double age;

  atlas_session_set_clock (fixture->base.session, sample_span ("1997"));
  atlas_session_ping_within (fixture->base.session, sample_span ("1997"));
  await (fixture->n_drawn > 0);
  age = fixture->age;
  gtk_widget_queue_draw (GTK_WIDGET (fixture->pings));
  fixture->n_drawn = 0;
  await (fixture->n_drawn > 0);
  g_assert_cmpfloat (fixture->age, ==, age);
  g_assert_cmpuint (atlas_pings_get_n (fixture->pings), ==, 2);
  atlas_session_set_clock (fixture->base.session, sample_span ("1998"));
  g_assert_cmpuint (atlas_pings_get_n (fixture->pings), ==, 0);
}

static void
test_others (Fixture      *fixture,
             gconstpointer data)
{
  atlas_session_ping_within (fixture->base.session, sample_span ("1997"));
  atlas_session_set_dataset (fixture->base.session, NULL);
  g_assert_cmpuint (atlas_pings_get_n (fixture->pings), ==, 0);
  atlas_session_set_dataset (fixture->base.session, fixture->base.dataset);

  atlas_session_ping_within (fixture->base.session, sample_span ("1997"));
  atlas_pings_set_session (fixture->pings, NULL);
  g_assert_cmpuint (atlas_pings_get_n (fixture->pings), ==, 0);

  /* What cannot be seen is not kept for later. */
  atlas_pings_set_session (fixture->pings, fixture->base.session);
  gtk_widget_set_visible (fixture->window, FALSE);
  atlas_session_ping_within (fixture->base.session, sample_span ("1997"));
  g_assert_cmpuint (atlas_pings_get_n (fixture->pings), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/pings/fade", Fixture, GINT_TO_POINTER (TRUE), set_up, test_fade, tear_down);
  g_test_add ("/pings/still", Fixture, NULL, set_up, test_still, tear_down);
  g_test_add ("/pings/others", Fixture, NULL, set_up, test_others, tear_down);

  return g_test_run ();
}
