// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-filter.h"

/* A small atlas: every case speaks of these. */
static const struct
{
  const char *id, *title;
  AtlasKind   kind;
  const char *theme;
  const char *actors; /* "," between */
  const char *when;
} rows[] = {
  { "btc", "Baku-Tbilisi-Ceyhan oil pipeline", ATLAS_KIND_PIPELINE, "economic", "azerbaijan,georgia,turkey", "2006-05-28/.." },
  { "nrep", "Baku-Novorossiysk oil pipeline", ATLAS_KIND_PIPELINE, "economic", "azerbaijan,russia", "1997/.." },
  { "gabala-radar", "Gabala radar station", ATLAS_KIND_SITE, "security", "azerbaijan,russia", "1985/2012-12-10" },
  { "treaty", "Treaty of Friendship", ATLAS_KIND_TREATY, "political", "azerbaijan,russia,russia", "1997-07-03" },
  { "outlook", "A scenario", ATLAS_KIND_SCENARIO, "political", "", "2030" },
};

typedef struct
{
  AtlasManifest *manifest;
  GListStore    *items;
} Fixture;

static AtlasItem *
item_new (guint row)
{
  AtlasItemFields fields = { 0 };
  g_autoptr (GError) error = NULL;

  fields.id = g_strdup (rows[row].id);
  fields.title = g_strdup (rows[row].title);
  fields.kind = rows[row].kind;
  fields.theme = g_strdup (rows[row].theme);
  fields.actors = g_strsplit (rows[row].actors, ",", -1);
  fields.when.text = g_strdup (rows[row].when);
  atlas_edtf_parse (rows[row].when, &fields.when.edtf, &error);
  g_assert_no_error (error);

  return atlas_item_new_take (&fields);
}

static void
fixture_set_up (Fixture      *fixture,
                gconstpointer data)
{
  static const char *const themes[] = { "political", "economic", "security", NULL };
  static const char *const actors[] = { "azerbaijan", "georgia", "russia", "turkey", "site", "security", NULL };

  fixture->manifest = atlas_manifest_new ();
  for (guint i = 0; themes[i] != NULL; i++)
    g_ptr_array_add (fixture->manifest->themes, atlas_term_new (themes[i], themes[i]));
  for (guint i = 0; actors[i] != NULL; i++)
    g_ptr_array_add (fixture->manifest->actors, atlas_term_new (actors[i], actors[i]));

  fixture->items = g_list_store_new (ATLAS_TYPE_ITEM);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AtlasItem) item = item_new (i);

      g_list_store_append (fixture->items, item);
    }
}

static void
fixture_tear_down (Fixture      *fixture,
                   gconstpointer data)
{
  atlas_manifest_free (fixture->manifest);
  g_assert_finalize_object (fixture->items);
}

/* @tokens as in a link, @window as EDTF, @text as typed. */
static AtlasFilter *
filter_new (Fixture    *fixture,
            const char *tokens,
            const char *window,
            const char *text)
{
  g_autoptr (AtlasFilter) chosen = atlas_filter_new_for_tokens (tokens, fixture->manifest);
  g_autoptr (AtlasFilter) limited = NULL;
  g_autoptr (GError) error = NULL;
  AtlasEdtf edtf = { .span = ATLAS_TIME_SPAN_NONE };

  if (window != NULL)
    atlas_edtf_parse (window, &edtf, &error);
  g_assert_no_error (error);
  limited = atlas_filter_with_window (chosen, edtf.span);

  return atlas_filter_with_text (limited, text);
}

static const struct
{
  const char *tokens, *window, *text;
  const char *expected; /* the ids that pass */
} cases[] = {
  { NULL, NULL, NULL, "btc nrep gabala-radar treaty outlook" },
  { "", NULL, "  ", "btc nrep gabala-radar treaty outlook" },
  { "economic", NULL, NULL, "btc nrep" },
  { "economic,security", NULL, NULL, "btc nrep gabala-radar" }, /* any of a facet */
  { "russia", NULL, NULL, "nrep gabala-radar treaty" },
  { "georgia,russia", NULL, NULL, "btc nrep gabala-radar treaty" },
  { "pipeline", NULL, NULL, "btc nrep" },
  { "pipeline,scenario", NULL, NULL, "btc nrep outlook" },
  { "pipeline,russia", NULL, NULL, "nrep" }, /* and all facets */
  { "political,russia,pipeline", NULL, NULL, "" },
  { "pipeline-operating", NULL, NULL, "btc nrep" }, /* at some date */
  { "pipeline-planned,pipeline-operating,scenario-planned", NULL, NULL, "btc nrep outlook" },
  { "site-closed", NULL, NULL, "gabala-radar" },
  { "pipeline-closed", NULL, NULL, "" },
  { "site-closed,economic", NULL, NULL, "" },
  { "evidence-none", NULL, NULL, "btc nrep gabala-radar treaty outlook" }, /* of no atlas */
  { "evidence-none,pipeline", NULL, NULL, "btc nrep" },
  { "evidence-primary,evidence-one", NULL, NULL, "" },
  { "unheard-of", NULL, NULL, "btc nrep gabala-radar treaty outlook" },
  { NULL, "2013", NULL, "btc nrep" },
  { NULL, "2012-12-10", NULL, "btc nrep gabala-radar" },
  { NULL, "1990/1996", NULL, "gabala-radar" },
  { NULL, "1900", NULL, "" },
  { NULL, NULL, "baku oil", "btc nrep" },
  { NULL, NULL, "OIL  tbilisi", "btc" }, /* words in any order and case */
  { NULL, NULL, "gab", "gabala-radar" },
  { NULL, NULL, "baku radar", "" },
  { "economic", "2000", "Baku", "nrep" },
};

static char *
dup_passing (Fixture           *fixture,
             const AtlasFilter *filter)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AtlasItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->items), i);

      if (atlas_filter_matches (filter, item))
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", atlas_item_get_id (item));
    }

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
test_matches (Fixture      *fixture,
              gconstpointer data)
{
  const typeof (cases[0]) *c = data;
  g_autoptr (AtlasFilter) filter = filter_new (fixture, c->tokens, c->window, c->text);
  g_autofree char *passing = dup_passing (fixture, filter);

  g_assert_cmpstr (passing, ==, c->expected);
}

static const struct
{
  const char *tokens;
  const char *written;
} links[] = {
  { NULL, "" },
  { "", "" },
  { ",,", "" },
  { "russia,pipeline,economic", "economic,pipeline,russia" },
  { "russia,russia,pipeline,pipeline", "pipeline,russia" }, /* twice is not "no longer" */
  { "Russia, pipeline,nobody,turkey", "turkey" },           /* ids are exact */
  { "security,site", "security,site" },
  { "pipeline-operating-oil,pipeline-operating,pipeline-operating-water,pipeline-operating-oil-x,site-none-gas",
    "pipeline-operating,pipeline-operating-oil,site-none-gas" },
  { "site-closed,pipeline,pipeline-being,pipeline-,evidence-two,evidence-one,-operating,evidence-disputed",
    "evidence-disputed,evidence-one,pipeline,site-closed" },
};

static void
test_tokens (Fixture      *fixture,
             gconstpointer data)
{
  const typeof (links[0]) *c = data;
  g_autoptr (AtlasFilter) filter = atlas_filter_new_for_tokens (c->tokens, fixture->manifest);
  g_autofree char *tokens = atlas_filter_to_tokens (filter);
  g_autoptr (AtlasFilter) again = atlas_filter_new_for_tokens (tokens, fixture->manifest);

  g_assert_cmpstr (tokens, ==, c->written);
  g_assert_true (atlas_filter_equal (filter, again));
  g_assert_cmpint (atlas_filter_is_empty (filter), ==, c->written[0] == '\0');
}

/* An actor may be called like a theme or a kind; those come first. */
static void
test_ambiguous_tokens (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_new_for_tokens ("security,site", fixture->manifest);

  g_assert_true (atlas_filter_has_theme (filter, "security"));
  g_assert_true (atlas_filter_has_kind (filter, ATLAS_KIND_SITE));
  g_assert_false (atlas_filter_has_actor (filter, "security"));
  g_assert_false (atlas_filter_has_actor (filter, "site"));
}

static const struct
{
  const char *tokens, *window, *text;
  AtlasFacet  facet;
  const char *expected; /* id=count, sorted */
} counts[] = {
  { NULL, NULL, NULL, ATLAS_FACET_THEME, "economic=2 political=2 security=1" },
  { NULL, NULL, NULL, ATLAS_FACET_KIND, "pipeline=2 scenario=1 site=1 treaty=1" },
  { NULL, NULL, NULL, ATLAS_FACET_ACTOR, "azerbaijan=4 georgia=1 russia=3 turkey=1" },
  { "economic", NULL, NULL, ATLAS_FACET_THEME, "economic=2 political=2 security=1" }, /* its own choice does not count */
  { "economic", NULL, NULL, ATLAS_FACET_KIND, "pipeline=2" },
  { "economic,russia", NULL, NULL, ATLAS_FACET_ACTOR, "azerbaijan=2 georgia=1 russia=1 turkey=1" },
  { "economic,russia", NULL, NULL, ATLAS_FACET_THEME, "economic=1 political=1 security=1" },
  { "pipeline,georgia", NULL, NULL, ATLAS_FACET_KIND, "pipeline=1" },
  { NULL, "2000", NULL, ATLAS_FACET_KIND, "pipeline=1 site=1" },
  { NULL, NULL, "oil", ATLAS_FACET_THEME, "economic=2" },
  { "scenario,russia", NULL, NULL, ATLAS_FACET_THEME, "" },
};

static void
test_count (Fixture      *fixture,
            gconstpointer data)
{
  const typeof (counts[0]) *c = data;
  g_autoptr (AtlasFilter) filter = filter_new (fixture, c->tokens, c->window, c->text);
  g_autoptr (GHashTable) table = atlas_filter_count (filter, G_LIST_MODEL (fixture->items), c->facet);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (table), (GCompareFunc) (void (*) (void)) g_strcmp0);

  for (GList *id = ids; id != NULL; id = id->next)
    g_string_append_printf (words, "%s%s=%u", words->len > 0 ? " " : "", (char *) id->data,
                            GPOINTER_TO_UINT (g_hash_table_lookup (table, id->data)));

  g_assert_cmpstr (words->str, ==, c->expected);
}

/* A toggle gives another value and leaves the first as it was; the second toggle undoes it. */
static void
test_toggle (void)
{
  g_autoptr (AtlasFilter) empty = atlas_filter_new ();
  g_autoptr (AtlasFilter) theme = atlas_filter_toggle_theme (empty, "security");
  g_autoptr (AtlasFilter) kind = atlas_filter_toggle_kind (theme, ATLAS_KIND_SCENARIO);
  g_autoptr (AtlasFilter) actor = atlas_filter_toggle_actor (kind, "russia");
  g_autoptr (AtlasFilter) two = atlas_filter_toggle_actor (actor, "georgia");
  g_autoptr (AtlasFilter) back = atlas_filter_toggle_actor (two, "russia");
  g_autoptr (AtlasFilter) no_kind = atlas_filter_toggle_kind (actor, ATLAS_KIND_SCENARIO);
  g_autoptr (AtlasFilter) no_actor = atlas_filter_clear_facet (two, ATLAS_FACET_ACTOR);
  g_autofree char *tokens = atlas_filter_to_tokens (two);

  g_assert_true (atlas_filter_is_empty (empty));
  g_assert_true (atlas_filter_has_theme (theme, "security"));
  g_assert_false (atlas_filter_has_kind (theme, ATLAS_KIND_SCENARIO));
  g_assert_cmpstr (tokens, ==, "georgia,russia,scenario,security");
  g_assert_cmpstr (atlas_filter_get_actors (two)[0], ==, "georgia"); /* sorted */
  g_assert_false (atlas_filter_has_actor (back, "russia"));
  g_assert_true (atlas_filter_has_actor (back, "georgia"));
  g_assert_false (atlas_filter_has_kind (no_kind, ATLAS_KIND_SCENARIO));
  g_assert_true (atlas_filter_equal (no_actor, kind));
  g_assert_false (atlas_filter_equal (no_actor, actor));
}

static void
test_toggle_legend (void)
{
  g_autoptr (AtlasFilter) empty = atlas_filter_new ();
  g_autoptr (AtlasFilter) sign = atlas_filter_toggle_sign (empty, ATLAS_KIND_SITE, ATLAS_STATUS_CLOSED, ATLAS_CARGO_NONE);
  g_autoptr (AtlasFilter) two = atlas_filter_toggle_sign (sign, ATLAS_KIND_PIPELINE, ATLAS_STATUS_BUILDING, ATLAS_CARGO_NONE);
  g_autoptr (AtlasFilter) both = atlas_filter_toggle_evidence (two, ATLAS_EVIDENCE_DISPUTED);
  g_autoptr (AtlasFilter) no_signs = atlas_filter_without_signs (both);
  g_autoptr (AtlasFilter) no_evidence = atlas_filter_without_evidence (both);
  g_autoptr (AtlasFilter) neither = atlas_filter_toggle_evidence (no_signs, ATLAS_EVIDENCE_DISPUTED);
  g_autofree char *tokens = atlas_filter_to_tokens (both);

  g_assert_false (atlas_filter_has_signs (empty));
  g_assert_false (atlas_filter_is_empty (sign));
  g_assert_true (atlas_filter_has_sign (sign, ATLAS_KIND_SITE, ATLAS_STATUS_CLOSED, ATLAS_CARGO_NONE));
  g_assert_false (atlas_filter_has_sign (sign, ATLAS_KIND_SITE, ATLAS_STATUS_OPERATING, ATLAS_CARGO_NONE));
  g_assert_false (atlas_filter_equal (sign, two));
  g_assert_cmpstr (tokens, ==, "evidence-disputed,pipeline-building,site-closed");
  g_assert_false (atlas_filter_has_signs (no_signs));
  g_assert_true (atlas_filter_has_evidence (no_signs, ATLAS_EVIDENCE_DISPUTED));
  g_assert_true (atlas_filter_equal (no_evidence, two));
  g_assert_true (atlas_filter_equal (neither, empty));
}

static void
test_window_and_text (void)
{
  g_autoptr (AtlasFilter) empty = atlas_filter_new ();
  g_autoptr (AtlasFilter) window = atlas_filter_with_window (empty, ATLAS_TIME_SPAN_INIT (10, 20));
  g_autoptr (AtlasFilter) backwards = atlas_filter_with_window (window, ATLAS_TIME_SPAN_INIT (20, 10));
  g_autoptr (AtlasFilter) text = atlas_filter_with_text (window, "Two  Words ");
  g_autoptr (AtlasFilter) blank = atlas_filter_with_text (text, " \t");
  g_autoptr (AtlasFilter) same = atlas_filter_ref (text);

  g_assert_false (atlas_filter_is_empty (window));
  g_assert_true (atlas_time_span_equal (atlas_filter_get_window (text), ATLAS_TIME_SPAN_INIT (10, 20)));
  g_assert_true (atlas_filter_equal (backwards, empty));
  g_assert_cmpstr (atlas_filter_get_text (text), ==, "Two  Words ");
  g_assert_null (atlas_filter_get_text (blank));
  g_assert_true (atlas_filter_equal (blank, window));
  g_assert_false (atlas_filter_equal (text, window));
  g_assert_true (same == text);
}

#define ADD_CASES(name, cases_, func)                                                  \
  for (guint i = 0; i < G_N_ELEMENTS (cases_); i++)                                    \
    {                                                                                  \
      g_autofree char *path = g_strdup_printf (name "/%02u", i);                       \
                                                                                       \
      g_test_add (path, Fixture, &cases_[i], fixture_set_up, func, fixture_tear_down); \
    }

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES ("/filter/matches", cases, test_matches)
  ADD_CASES ("/filter/tokens", links, test_tokens)
  ADD_CASES ("/filter/count", counts, test_count)
  g_test_add ("/filter/tokens/ambiguous", Fixture, NULL, fixture_set_up, test_ambiguous_tokens, fixture_tear_down);
  g_test_add_func ("/filter/toggle", test_toggle);
  g_test_add_func ("/filter/toggle-legend", test_toggle_legend);
  g_test_add_func ("/filter/window-and-text", test_window_and_text);

  return g_test_run ();
}
