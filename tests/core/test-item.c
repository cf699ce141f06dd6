// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-item.h"

#include <string.h>

static AtlasWhen
when_from_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  AtlasWhen when = { .text = g_strdup (text) };

  atlas_edtf_parse (text, &when.edtf, &error);
  g_assert_no_error (error);

  return when;
}

static AtlasTimeSpan
span_from_text (const char *text)
{
  AtlasEdtf edtf;

  g_assert_true (atlas_edtf_parse (text, &edtf, NULL));

  return edtf.span;
}

/* "1999/2006 planned; 2006-10-21/.. operating" */
static GPtrArray *
phases_from_text (const char *text)
{
  GPtrArray *phases = g_ptr_array_new ();
  g_auto (GStrv) parts = g_strsplit (text, "; ", -1);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      AtlasPhase *phase = g_new0 (AtlasPhase, 1);
      g_auto (GStrv) words = g_strsplit (parts[i], " ", 2);

      phase->when = when_from_text (words[0]);
      g_assert_true (atlas_status_from_id (words[1], &phase->status));
      g_ptr_array_add (phases, phase);
    }

  return phases;
}

static AtlasItem *
item_from_text (const char *id,
                const char *when,
                const char *phases)
{
  g_auto (AtlasItemFields) fields = {
    .id = g_strdup (id),
    .title = g_strdup ("Title"),
    .when = when_from_text (when),
    .phases = phases_from_text (phases),
  };

  return atlas_item_new_take (&fields);
}

#define NONE ATLAS_STATUS_NONE
#define PLANNED ATLAS_STATUS_PLANNED
#define BUILDING ATLAS_STATUS_BUILDING
#define OPERATING ATLAS_STATUS_OPERATING
#define SUSPENDED ATLAS_STATUS_SUSPENDED
#define CLOSED ATLAS_STATUS_CLOSED

#define BTC "1999-11-18/2002-09 planned; 2002-09/2006-05-27 building; 2006-05-28/.. operating"
#define RADAR "1985/2012-12-10 operating; 2012-12-10/.. closed"
#define LINE "1999-04-17/2006-10-21 operating; 2006-10-21/2008-06 suspended; 2008-06/2008-08-12 operating"

/* clang-format off */
static const struct
{
  const char *phases;
  const char *span;
  AtlasStatus status;
} statuses[] = {
  { "", "2006", NONE },
  { BTC, "1999-11-17", NONE },
  { BTC, "1999-11-18", PLANNED },
  { BTC, "1999", PLANNED },
  { BTC, "2002-08-31", PLANNED },
  { BTC, "2002-09-01", BUILDING },    /* the shared month is the later's */
  { BTC, "2002-09", BUILDING },
  { BTC, "2002", PLANNED },           /* 243 days to 122 */
  { BTC, "2006-05-27", BUILDING },
  { BTC, "2006-05-28", OPERATING },
  { BTC, "2006-05", BUILDING },       /* 27 days to 4 */
  { BTC, "2006", OPERATING },
  { BTC, "2030", OPERATING },
  { BTC, "../..", OPERATING },
  { BTC, "../2001", PLANNED },
  { RADAR, "2012-12-09", OPERATING },
  { RADAR, "2012-12-10", CLOSED },
  { RADAR, "2012", OPERATING },
  { RADAR, "2013-01", CLOSED },
  { LINE, "2006-10-20", OPERATING },
  { LINE, "2006-10-21", SUSPENDED },
  { LINE, "2008-05-31", SUSPENDED },
  { LINE, "2008-06-01", OPERATING },
  { LINE, "2008-08-12", OPERATING },
  { LINE, "2008-08-13", NONE },
  { "2000/2001 planned; 2002/2003 building", "2001/2002", BUILDING }, /* equally long: the later */
  { "1999/2006 planned; 2006-10-21/.. operating", "2006-10-20", PLANNED },
  { "1999/2006 planned; 2006-10-21/.. operating", "2006-10-21", OPERATING },
  { "1999/2006-10-21 planned; 2006/.. operating", "2006-03-01", OPERATING },
  { "1999/2006-10-21 planned; 2006/.. operating", "2005-12-31", PLANNED },
  { "2006 planned; 2006/2008 operating", "2006", OPERATING },         /* nothing is left of the first */
  { "1999/ planned; 2006/.. operating", "2006", OPERATING },          /* an end nobody knows gives way */
  { "1999/ planned; 2006/.. operating", "2005", PLANNED },
  { "/1985 operating; 1985/.. closed", "1984", OPERATING },           /* a begin nobody knows is open */
  { "/1985 operating; 1985/.. closed", "1985", CLOSED },
  { "../1985 operating; 1985/.. closed", "0001", OPERATING },
  { "../1985 operating; 1985/.. closed", "../..", CLOSED },           /* both are endless: the later */
  { "2000~/2004~ planned; 2004~/2006~ building", "2004", BUILDING },
  { "2000/2010 planned; 2003/2005 building", "2004", BUILDING },      /* a true overlap stays one */
  { "2000/2010 planned; 2003/2005 building", "2008", PLANNED },
};
/* clang-format on */

static void
test_status (gconstpointer data)
{
  const typeof (statuses[0]) *c = data;
  AtlasItem                  *item = item_from_text ("x", "1990/..", c->phases);

  g_assert_cmpint (atlas_item_get_status_in (item, span_from_text (c->span)), ==, c->status);
  g_assert_true ((atlas_item_get_phase_in (item, span_from_text (c->span)) == NULL) == (c->status == NONE));
  g_assert_finalize_object (item);
}

static void
test_no_clock (void)
{
  AtlasItem *item = item_from_text ("x", "../..", RADAR);

  g_assert_null (atlas_item_get_phase_in (item, ATLAS_TIME_SPAN_NONE));
  g_assert_false (atlas_item_is_alive (item, ATLAS_TIME_SPAN_NONE));
  g_assert_false (atlas_item_is_known (item, ATLAS_TIME_SPAN_NONE));
  g_assert_finalize_object (item);
}

/* Every day of phases that meet belongs to exactly one of them. */
static void
test_day_owner (void)
{
  const char   *texts[] = { BTC, RADAR, LINE, "1999/2006 planned; 2006-10-21/.. operating", "1999/2006-10-21 planned; 2006/.. operating" };
  AtlasTimeSpan days = span_from_text ("1985/2013");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      AtlasItem *item = item_from_text ("x", "1990/..", texts[i]);
      GPtrArray *phases = atlas_item_get_phases (item);

      for (int day = days.begin; day < days.end; day++)
        {
          guint n_owners = 0;

          for (guint j = 0; j < phases->len; j++)
            n_owners += atlas_time_span_contains_day (((AtlasPhase *) g_ptr_array_index (phases, j))->span, day);

          g_assert_cmpuint (n_owners, <=, 1);
          g_assert_cmpuint (n_owners, ==, atlas_item_get_phase_in (item, ATLAS_TIME_SPAN_INIT (day, day + 1)) != NULL);
        }
      g_assert_finalize_object (item);
    }
}

static const struct
{
  const char *when;
  const char *phases;
  const char *span;
  gboolean    alive, known;
} lives[] = {
  { "2006-06/..", BTC, "1998", FALSE, FALSE },
  { "2006-06/..", BTC, "2000", FALSE, TRUE },
  { "2006-06/..", BTC, "2006-05-31", FALSE, TRUE },
  { "2006-06/..", BTC, "2006-06-01", TRUE, TRUE },
  { "2006-06/..", BTC, "2006-05-31/2006-06-01", TRUE, TRUE },
  { "2006-06/..", "", "2006-05", FALSE, FALSE },
  { "2020-11-10/2022-08-25", "", "2022-08-25", TRUE, TRUE },
  { "2020-11-10/2022-08-25", "", "2022-08-26", FALSE, FALSE },
  { "2022-08-26/2023-09", "", "2022-08-26", TRUE, TRUE },
  { "../1991", "", "0001", TRUE, TRUE },
  { "/1991", "", "0001", TRUE, TRUE },
  { "2010", "2000/2002 planned", "2005", FALSE, FALSE }, /* between them it is neither */
};

static void
test_life (gconstpointer data)
{
  const typeof (lives[0]) *c = data;
  AtlasItem               *item = item_from_text ("x", c->when, c->phases);

  g_assert_cmpint (atlas_item_is_alive (item, span_from_text (c->span)), ==, c->alive);
  g_assert_cmpint (atlas_item_is_known (item, span_from_text (c->span)), ==, c->known);
  g_assert_finalize_object (item);
}

static void
test_known_span (void)
{
  AtlasItem *item = item_from_text ("x", "2006-06/2010", BTC);
  AtlasItem *bare = item_from_text ("y", "2006-06/2010", "");

  g_assert_cmpint (atlas_item_get_known_span (item).begin, ==, atlas_day_from_ymd (1999, 11, 18));
  g_assert_cmpint (atlas_item_get_known_span (item).end, ==, G_MAXINT);
  g_assert_true (atlas_time_span_equal (atlas_item_get_known_span (bare), atlas_item_get_span (bare)));
  g_assert_finalize_object (item);
  g_assert_finalize_object (bare);
}

/* In the order they must come in. */
static const struct
{
  const char *id;
  const char *when;
} order[] = {
  { "open", "../1990" },
  { "d", "1985/2012-12-10" },
  { "c", "1991" },
  { "a", "1991/.." },
  { "b", "1991/.." },
  { "e", "1991-02" },
  { "late", "2020-11-10" },
  { "unknown-a", "/1985" },
  { "unknown-b", "/" },
};

static void
test_compare (void)
{
  AtlasItem *items[G_N_ELEMENTS (order)];

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    items[i] = item_from_text (order[i].id, order[i].when, "");

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < G_N_ELEMENTS (order); j++)
      {
        int compared = atlas_item_compare (items[i], items[j]);

        g_assert_cmpint ((compared > 0) - (compared < 0), ==, (i > j) - (i < j));
      }

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_finalize_object (items[i]);
}

static void
test_bare (void)
{
  AtlasItem *item = item_from_text ("bare", "2006", "");
  guint      n_cites = 7;

  g_assert_cmpstr (atlas_item_get_id (item), ==, "bare");
  g_assert_cmpstr (atlas_item_get_when (item)->text, ==, "2006");
  g_assert_cmpuint (g_hash_table_size (atlas_item_get_names (item)), ==, 0);
  g_assert_null (atlas_item_get_actors (item)[0]);
  g_assert_null (atlas_item_get_part_of (item)[0]);
  g_assert_cmpuint (atlas_item_get_phases (item)->len, ==, 0);
  g_assert_cmpuint (atlas_item_get_facts (item)->len, ==, 0);
  g_assert_null (atlas_item_get_geometry (item));
  g_assert_true (atlas_box_is_empty (atlas_item_get_box (item)));
  g_assert_null (atlas_item_get_coverage (item));
  atlas_item_get_cites (item, &n_cites);
  g_assert_cmpuint (n_cites, ==, 0);
  g_assert_cmpstr (atlas_item_get_name (item, "ru"), ==, "Title");
  g_assert_cmpstr (atlas_item_get_name (item, NULL), ==, "Title");
  g_assert_finalize_object (item);
}

static AtlasCapacity *
make_capacity (const char       *when,
               double            value,
               AtlasCapacityUnit unit)
{
  AtlasCapacity *capacity = g_new0 (AtlasCapacity, 1);

  *capacity = (AtlasCapacity){ when_from_text (when), value, unit, NULL };

  return capacity;
}

static AtlasFlow *
make_flow (const char        *when,
           AtlasFlowDirection direction)
{
  AtlasFlow *flow = g_new0 (AtlasFlow, 1);

  *flow = (AtlasFlow){ when_from_text (when), direction, NULL };

  return flow;
}

static AtlasGeometry *
make_point (double lon,
            double lat)
{
  const AtlasPoint point = { lon, lat };
  const AtlasPart  part = { ATLAS_PART_POINT, 0, 1 };
  GArray          *points = g_array_new (FALSE, FALSE, sizeof point);
  GArray          *parts = g_array_new (FALSE, FALSE, sizeof part);

  g_array_append_val (points, point);
  g_array_append_val (parts, part);

  return atlas_geometry_new_take (ATLAS_GEOMETRY_POINT, points, parts);
}

static GPtrArray *
array_of_one (gpointer element)
{
  GPtrArray *array = g_ptr_array_new ();

  g_ptr_array_add (array, element);

  return array;
}

/* One of everything, with every string owned: what is left out of a free function leaks here. */
static void
fill_fields (AtlasItemFields *fields)
{
  AtlasMilestone  *milestone = g_new0 (AtlasMilestone, 1);
  AtlasFact       *fact = g_new0 (AtlasFact, 1);
  AtlasDifference *difference = g_new0 (AtlasDifference, 1);
  AtlasSignatory  *signatory = g_new0 (AtlasSignatory, 1);
  const guint      cites[] = { 20, 39 };

  *milestone = (AtlasMilestone){ when_from_text ("2006-05-28"), g_strdup ("note"), g_strsplit ("a,b", ",", -1) };
  *fact = (AtlasFact){ g_strdup ("fact"), g_strsplit ("a,b", ",", -1) };
  *difference = (AtlasDifference){ g_strdup ("report"), g_strdup ("public"), g_strsplit ("a", ",", -1) };
  *signatory = (AtlasSignatory){ g_strdup ("state"), g_strdup ("person"), g_strdup ("office") };

  *fields = (AtlasItemFields){
    .id = g_strdup ("xankendi"),
    .title = g_strdup ("Stepanakert / Khankendi"),
    .summary = g_strdup ("summary"),
    .names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .kind = ATLAS_KIND_SITE,
    .theme = g_strdup ("security"),
    .actors = g_strsplit ("azerbaijan,armenia", ",", -1),
    .when = when_from_text ("1985/2012-12-10"),
    .geometry = make_point (46.75, 39.82),
    .schematic = TRUE,
    .geometry_note = g_strdup ("geometry"),
    .accuracy = 1500,
    .place_name = g_strdup ("place"),
    .place = { 46.75, 39.82 },
    .phases = phases_from_text (RADAR),
    .milestones = array_of_one (milestone),
    .facts = array_of_one (fact),
    .differences = array_of_one (difference),
    .signatories = array_of_one (signatory),
    .coverage = g_new0 (AtlasCoverage, 1),
    .capacities = array_of_one (make_capacity ("1990/..", 1, ATLAS_UNIT_MILLION_TONNES_A_YEAR)),
    .flows = array_of_one (make_flow ("1990/..", ATLAS_FLOW_FORWARD)),
    .part_of = g_strsplit ("zone", ",", -1),
    .cites = g_array_new (FALSE, FALSE, sizeof (guint)),
    .primary_source = g_strdup ("source"),
    .treaty_number = 3,
    .extra = g_strdup ("{}"),
  };
  fields->coverage->sources = g_strsplit ("a", ",", -1);
  g_array_append_vals (fields->cites, cites, G_N_ELEMENTS (cites));
  g_hash_table_insert (fields->names, g_strdup ("az"), g_strdup ("Xankəndi"));
  g_hash_table_insert (fields->names, g_strdup ("ru"), g_strdup ("Степанакерт / Ханкенди"));
}

static void
test_full (void)
{
  AtlasItemFields  fields;
  AtlasItem       *item = NULL;
  g_autofree char *words = NULL;
  const guint     *cites = NULL;
  guint            n_cites;

  fill_fields (&fields);
  item = atlas_item_new_take (&fields);
  g_assert_null (fields.id);
  g_assert_null (fields.phases);

  g_assert_cmpstr (atlas_item_get_name (item, "az"), ==, "Xankəndi");
  g_assert_cmpstr (atlas_item_get_name (item, "az-Latn-AZ"), ==, "Xankəndi");
  g_assert_cmpstr (atlas_item_get_name (item, "hy"), ==, "Stepanakert / Khankendi");
  g_assert_cmpstr (atlas_item_get_search_text (item), ==, "stepanakert / khankendi\nxankendi\nстепанакерт / ханкенди");
  g_assert_cmpstr (atlas_item_get_summary (item), ==, "summary");
  g_assert_cmpint (atlas_item_get_kind (item), ==, ATLAS_KIND_SITE);
  g_assert_cmpstr (atlas_item_get_theme (item), ==, "security");
  g_assert_cmpstr (atlas_item_get_actors (item)[1], ==, "armenia");
  words = atlas_item_to_words (item);
  g_assert_cmpstr (words, ==, "Stepanakert / Khankendi, site, 1985 to 10 December 2012");
  g_assert_true (atlas_item_is_schematic (item));
  g_assert_cmpstr (atlas_item_get_geometry_note (item), ==, "geometry");
  g_assert_cmpfloat (atlas_item_get_accuracy (item), ==, 1500);
  g_assert_cmpstr (atlas_item_get_place_name (item), ==, "place");
  g_assert_cmpfloat (atlas_item_get_place (item).y, ==, 39.82);
  g_assert_cmpuint (atlas_item_get_phases (item)->len, ==, 2);
  g_assert_cmpuint (atlas_item_get_milestones (item)->len, ==, 1);
  g_assert_cmpuint (atlas_item_get_facts (item)->len, ==, 1);
  g_assert_cmpuint (atlas_item_get_differences (item)->len, ==, 1);
  g_assert_cmpuint (atlas_item_get_signatories (item)->len, ==, 1);
  g_assert_nonnull (atlas_item_get_coverage (item));
  g_assert_cmpstr (atlas_item_get_part_of (item)[0], ==, "zone");
  g_assert_cmpstr (atlas_item_get_primary_source (item), ==, "source");
  g_assert_cmpuint (atlas_item_get_treaty_number (item), ==, 3);
  g_assert_cmpstr (atlas_item_get_extra (item), ==, "{}");
  g_assert_false (atlas_box_is_empty (atlas_item_get_box (item)));
  cites = atlas_item_get_cites (item, &n_cites);
  g_assert_cmpuint (n_cites, ==, 2);
  g_assert_cmpuint (cites[1], ==, 39);
  g_assert_finalize_object (item);
}

static void
test_fields_clear (void)
{
  AtlasItemFields fields;

  fill_fields (&fields);
  atlas_item_fields_clear (&fields);
  g_assert_null (fields.id);
  g_assert_null (fields.coverage);
  atlas_item_fields_clear (&fields); /* and nothing is freed twice */
}

#define ADD_CASES(name, cases, function)                                \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)                      \
    {                                                                   \
      g_autofree char *path = g_strdup_printf ("/item/" name "/%u", i); \
                                                                        \
      g_test_add_data_func (path, &cases[i], function);                 \
    }

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES ("status", statuses, test_status)
  ADD_CASES ("life", lives, test_life)
  g_test_add_func ("/item/no-clock", test_no_clock);
  g_test_add_func ("/item/day-owner", test_day_owner);
  g_test_add_func ("/item/known-span", test_known_span);
  g_test_add_func ("/item/compare", test_compare);
  g_test_add_func ("/item/bare", test_bare);
  g_test_add_func ("/item/full", test_full);
  g_test_add_func ("/item/fields-clear", test_fields_clear);

  return g_test_run ();
}
