// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-session-state.h"

#include <string.h>

/* Links that print again as they were written. */
static const char *const same[] = {
  "corridor-atlas:",
  "corridor-atlas:azerbaijan-russia",
  "corridor-atlas:azerbaijan-russia#date=2006-05-28&range=1991/2025&map=7/40.1/47.6&item=btc&par=economic-2&cite=12&step=3&show=economic,russia",
  "corridor-atlas:a#date=2006-05&mode=upto&range=1991-10-18/2025-03-01&window=1994/..&map=6.5/40.123456/-47.6&item=btc",
  "corridor-atlas:#date=2006&mode=all",
  "corridor-atlas:a#date=2024&mode=upto&compare=1996-05-28&map=7/40.1/47.6",
  "corridor-atlas:#compare=1996",
  "corridor-atlas:#date=2006-04/2006-06",
  "corridor-atlas:#window=../1994",
  "corridor-atlas:a#show=evidence-none,pipeline-operating&overlay=evidence&lang=ru",
  "corridor-atlas:#find=Xank%C9%99ndi%20%26%20100%25%20%3D%20%23&lang=az-Latn",
};

static void
test_same (gconstpointer data)
{
  const char *link = same[GPOINTER_TO_UINT (data)];
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSessionState) state = atlas_session_state_parse (link, &error);
  g_autoptr (AtlasSessionState) again = NULL;
  g_autofree char *printed = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (state);
  printed = atlas_session_state_to_link (state);
  g_assert_cmpstr (printed, ==, link);

  again = atlas_session_state_parse (printed, &error);
  g_assert_no_error (error);
  g_assert_true (atlas_session_state_equal (state, again));
}

/* Links that mean the same as a tidier one. */
static const struct
{
  const char *name, *link, *tidy;
} others[] = {
  { "fragment", "item=btc&cite=12", "corridor-atlas:#item=btc&cite=12" },
  { "fragment-with-hash", "#item=btc", "corridor-atlas:#item=btc" },
  { "empty-fragment", "#", "corridor-atlas:" },
  { "order", "step=3&cite=12&item=btc&date=2006", "corridor-atlas:#date=2006&item=btc&cite=12&step=3" },
  { "unknown-keys", "colour=red&item=btc&x=%zz&=1&y", "corridor-atlas:#item=btc" },
  { "empty-pairs", "#&&item=btc&&", "corridor-atlas:#item=btc" },
  { "empty-pairs-in-link", "corridor-atlas:a#&&item=btc&&", "corridor-atlas:a#item=btc" },
  { "twice", "item=btc&item=wrep", "corridor-atlas:#item=wrep" },
  { "scheme-case", "Corridor-Atlas:a#item=btc", "corridor-atlas:a#item=btc" },
  { "slashes", "corridor-atlas://a/#item=btc", "corridor-atlas:a#item=btc" },
  { "three-slashes", "corridor-atlas:///#item=btc", "corridor-atlas:#item=btc" },
  { "default-mode-at", "date=2006&mode=at", "corridor-atlas:#date=2006" },
  { "page", "item=btc&page=report", "corridor-atlas:#item=btc&page=report" },
  { "page-is-item", "item=btc&page=item", "corridor-atlas:#item=btc" },
  { "page-of-no-item", "page=item", "corridor-atlas:" },
  { "page-is-report", "page=report", "corridor-atlas:" },
  { "source", "page=sources&source=a-source", "corridor-atlas:#page=sources&source=a-source" },
  { "no-overlay", "item=btc&overlay=none", "corridor-atlas:#item=btc" },
  { "default-mode-all", "mode=all", "corridor-atlas:" },
  { "encoded", "item=%62tc&map=7%2F40%2F47&show=a%2Cb", "corridor-atlas:#map=7/40/47&item=btc&show=a,b" },
  { "clamped", "map=99/99/999", "corridor-atlas:#map=20/85.051129/180" },
  { "approximate-date", "date=2006~", "corridor-atlas:#date=2006" },
  { "raw-letters", "find=Баку", "corridor-atlas:#find=%D0%91%D0%B0%D0%BA%D1%83" },
};

static void
test_other (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSessionState) state = atlas_session_state_parse (others[index].link, &error);
  g_autofree char *printed = NULL;

  g_assert_no_error (error);
  printed = atlas_session_state_to_link (state);
  g_assert_cmpstr (printed, ==, others[index].tidy);
}

static const struct
{
  const char    *name, *link;
  AtlasLinkError code;
  const char    *says; /* what the message names */
} bad[] = {
  { "empty", "", ATLAS_LINK_ERROR_SCHEME, "corridor-atlas" },
  { "word", "hello", ATLAS_LINK_ERROR_SCHEME, "corridor-atlas" },
  { "other-scheme", "https://example.org/#item=btc", ATLAS_LINK_ERROR_SCHEME, "corridor-atlas" },
  { "longer-scheme", "corridor-atlas-two:a", ATLAS_LINK_ERROR_SCHEME, "corridor-atlas" },
  { "path", "/etc/passwd#item=btc", ATLAS_LINK_ERROR_SCHEME, "corridor-atlas" },
  { "bad-utf8", "item=\xff", ATLAS_LINK_ERROR_SCHEME, "corridor-atlas" },
  { "atlas", "corridor-atlas:../../etc#item=btc", ATLAS_LINK_ERROR_VALUE, "../../etc" },
  { "atlas-encoded", "corridor-atlas:%2e%2e#item=btc", ATLAS_LINK_ERROR_VALUE, "%2e%2e" },
  { "date", "date=2006-13", ATLAS_LINK_ERROR_VALUE, "date" },
  { "date-value", "date=2006-13", ATLAS_LINK_ERROR_VALUE, "2006-13" },
  { "date-interval", "date=2006/2008", ATLAS_LINK_ERROR_VALUE, "2006/2008" },
  { "date-decade", "date=199X", ATLAS_LINK_ERROR_VALUE, "199X" },
  { "date-open", "date=..", ATLAS_LINK_ERROR_VALUE, "date" },
  { "date-far", "date=Y170000", ATLAS_LINK_ERROR_VALUE, "date" },
  { "date-empty", "date=", ATLAS_LINK_ERROR_VALUE, "date" },
  { "compare", "compare=1996/2024", ATLAS_LINK_ERROR_VALUE, "1996/2024" },
  { "compare-open", "compare=1996/..", ATLAS_LINK_ERROR_VALUE, "compare" },
  { "mode", "mode=sideways", ATLAS_LINK_ERROR_VALUE, "sideways" },
  { "range-open", "range=1991/..", ATLAS_LINK_ERROR_VALUE, "range" },
  { "range-backwards", "range=2025/1991", ATLAS_LINK_ERROR_VALUE, "range" },
  { "window", "window=x", ATLAS_LINK_ERROR_VALUE, "window" },
  { "map", "map=7/nan/47", ATLAS_LINK_ERROR_VALUE, "map" },
  { "map-value", "map=7/nan/47", ATLAS_LINK_ERROR_VALUE, "7/nan/47" },
  { "item", "item=../btc", ATLAS_LINK_ERROR_VALUE, "../btc" },
  { "item-capitals", "item=BTC", ATLAS_LINK_ERROR_VALUE, "BTC" },
  { "item-zero", "item=btc%00x", ATLAS_LINK_ERROR_VALUE, "item" },
  { "item-half-escape", "item=btc%2", ATLAS_LINK_ERROR_VALUE, "item" },
  { "par", "par=%3Cb%3E", ATLAS_LINK_ERROR_VALUE, "par" },
  { "cite-zero", "cite=0", ATLAS_LINK_ERROR_VALUE, "cite" },
  { "cite-sign", "cite=-1", ATLAS_LINK_ERROR_VALUE, "cite" },
  { "cite-large", "cite=4294967297", ATLAS_LINK_ERROR_VALUE, "cite" },
  { "step", "step=two", ATLAS_LINK_ERROR_VALUE, "step" },
  { "show", "show=economic%20russia", ATLAS_LINK_ERROR_VALUE, "show" },
  { "find-control", "find=a%0Ab", ATLAS_LINK_ERROR_VALUE, "find" },
  { "find-bad-utf8", "find=%FF", ATLAS_LINK_ERROR_VALUE, "find" },
  { "page", "page=cover", ATLAS_LINK_ERROR_VALUE, "cover" },
  { "overlay", "overlay=heat", ATLAS_LINK_ERROR_VALUE, "heat" },
  { "lang", "lang=a_b", ATLAS_LINK_ERROR_VALUE, "lang" },
  { "after-good", "item=btc&cite=x", ATLAS_LINK_ERROR_VALUE, "cite" },
};

static void
test_bad (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSessionState) state = atlas_session_state_parse (bad[index].link, &error);

  g_assert_null (state);
  g_assert_error (error, ATLAS_LINK_ERROR, (int) bad[index].code);
  g_assert_nonnull (strstr (error->message, bad[index].says));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* The longest link is read, one letter more is not; a long bad value is not said again whole. */
static void
test_bounds (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSessionState) state = NULL;
  g_autofree char *padding = g_strnfill (ATLAS_LINK_MAX_LENGTH - strlen ("item=btc&x="), 'y');
  g_autofree char *longest = g_strconcat ("item=btc&x=", padding, NULL);
  g_autofree char *longer = g_strconcat (longest, "y", NULL);
  g_autofree char *bad_value = g_strnfill (4000, 'A');
  g_autofree char *bad_link = g_strconcat ("item=", bad_value, NULL);

  state = atlas_session_state_parse (longest, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (state->item, ==, "btc");

  g_assert_null (atlas_session_state_parse (longer, &error));
  g_assert_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_SCHEME);
  g_clear_error (&error);

  g_assert_null (atlas_session_state_parse (bad_link, &error));
  g_assert_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_VALUE);
  g_assert_cmpuint (strlen (error->message), <, 200);
}

/* The example of the design, member by member. */
static void
test_example (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSessionState) state = atlas_session_state_parse (same[2], &error);

  g_assert_no_error (error);
  g_assert_cmpstr (state->atlas, ==, "azerbaijan-russia");
  g_assert_cmpint (state->date.begin, ==, atlas_day_from_ymd (2006, 5, 28));
  g_assert_cmpint (state->date.end, ==, atlas_day_from_ymd (2006, 5, 29));
  g_assert_cmpint (state->mode, ==, ATLAS_CLOCK_AT);
  g_assert_cmpint (state->range.begin, ==, atlas_day_from_ymd (1991, 1, 1));
  g_assert_cmpint (state->range.end, ==, atlas_day_from_ymd (2026, 1, 1));
  g_assert_true (atlas_time_span_is_empty (state->window));
  g_assert_true (state->has_camera);
  g_assert_cmpfloat (state->camera.zoom, ==, 7.0);
  g_assert_cmpfloat (state->camera.latitude, ==, 40.1);
  g_assert_cmpfloat (state->camera.longitude, ==, 47.6);
  g_assert_cmpstr (state->item, ==, "btc");
  g_assert_cmpstr (state->passage, ==, "economic-2");
  g_assert_cmpuint (state->cite, ==, 12);
  g_assert_cmpuint (state->step, ==, 3);
  g_assert_cmpstr (state->show, ==, "economic,russia");
  g_assert_null (state->find);
  g_assert_null (state->language);
}

/* Anything may come; nothing may crash. What is read prints as something that is read. */
static void
test_noise (void)
{
  static const char *const pieces[] = {
    "corridor-atlas:", "#", "&", "=", "%", "%00", "%C9%99", "date=", "map=", "7/40/47", "2006", "item=", "btc", "/", "..", "ə", "show=", ","
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (1991);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) link = g_string_new (NULL);
      g_autoptr (AtlasSessionState) state = NULL;

      for (int n = g_rand_int_range (random, 0, 12); n > 0; n--)
        g_string_append (link, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);

      state = atlas_session_state_parse (link->str, NULL);
      if (state != NULL)
        {
          g_autofree char *printed = atlas_session_state_to_link (state);
          g_autoptr (AtlasSessionState) again = atlas_session_state_parse (printed, NULL);

          g_assert_nonnull (again);
          g_assert_true (atlas_session_state_equal (state, again));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *path = g_strdup_printf ("/link/same/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_same);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_strdup_printf ("/link/other/%s", others[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_other);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/link/bad/%s", bad[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
    }
  g_test_add_func ("/link/bounds", test_bounds);
  g_test_add_func ("/link/example", test_example);
  g_test_add_func ("/link/noise", test_noise);

  return g_test_run ();
}
