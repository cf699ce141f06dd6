// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-item.h"

#include <math.h>

static AtlasWhen
when_from_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  AtlasWhen when = { .text = g_strdup (text) };

  atlas_edtf_parse (text, &when.edtf, &error);
  g_assert_no_error (error);

  return when;
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

/* Of what changes with the date the last that touches the span holds; an empty span asks for the last of all. */
static void
test_cargo (void)
{
  static const struct
  {
    const char        *span; /* NULL: empty */
    double             value;
    AtlasFlowDirection flow;
  } cases[] = {
    { "1990", 0, ATLAS_FLOW_BACKWARD },
    { "2007", 1.0e6, ATLAS_FLOW_NONE },
    { "2009", 1.2e6, ATLAS_FLOW_NONE },
    { "2012", 1.2e6, ATLAS_FLOW_FORWARD },
    { "2026", 1.2e6, ATLAS_FLOW_BOTH },
    { NULL, 1.2e6, ATLAS_FLOW_BOTH },
  };
  AtlasItemFields fields = { .id = g_strdup ("pipe"), .title = g_strdup ("Pipe"), .theme = g_strdup ("economic"), .when = when_from_text ("1983/.."), .place = { NAN, NAN }, .cargo = ATLAS_CARGO_OIL };
  AtlasItem      *item;

  fields.capacities = g_ptr_array_new ();
  g_ptr_array_add (fields.capacities, make_capacity ("2006/2009-02", 1.0e6, ATLAS_UNIT_BARRELS_A_DAY));
  g_ptr_array_add (fields.capacities, make_capacity ("2009-03/..", 1.2e6, ATLAS_UNIT_BARRELS_A_DAY));
  fields.flows = g_ptr_array_new ();
  g_ptr_array_add (fields.flows, make_flow ("1983/2006", ATLAS_FLOW_BACKWARD));
  g_ptr_array_add (fields.flows, make_flow ("2010/2014", ATLAS_FLOW_FORWARD));
  g_ptr_array_add (fields.flows, make_flow ("2014/..", ATLAS_FLOW_BOTH));
  item = atlas_item_new_take (&fields);
  g_assert_cmpint (atlas_item_get_cargo (item), ==, ATLAS_CARGO_OIL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasEdtf            edtf = { 0 };
      AtlasTimeSpan        span = ATLAS_TIME_SPAN_NONE;
      const AtlasCapacity *capacity;

      if (cases[i].span != NULL)
        {
          g_assert_true (atlas_edtf_parse (cases[i].span, &edtf, NULL));
          span = edtf.span;
        }
      capacity = atlas_item_get_capacity_in (item, span);
      g_assert_cmpfloat (capacity != NULL ? capacity->value : 0, ==, cases[i].value);
      g_assert_cmpint (atlas_item_get_flow_in (item, span), ==, cases[i].flow);
    }
  g_assert_finalize_object (item);
}

/* A line of oil and one of gas are compared by their energy: 20 million tonnes of oil are some 400 000 barrels a day. */
static void
test_capacity (void)
{
  static const struct
  {
    double            value;
    AtlasCapacityUnit unit;
    double            mtoe;
    const char       *words;
  } cases[] = {
    { 1.2e6, ATLAS_UNIT_BARRELS_A_DAY, 59.8, "1.2 million barrels a day" },
    { 106000, ATLAS_UNIT_BARRELS_A_DAY, 5.28, "106 thousand barrels a day" },
    { 16, ATLAS_UNIT_BILLION_CUBIC_METRES_A_YEAR, 13.8, "16 billion m³ a year" },
    { 7.41, ATLAS_UNIT_BILLION_CUBIC_METRES_A_YEAR, 6.37, "7.41 billion m³ a year" },
    { 5, ATLAS_UNIT_MILLION_TONNES_A_YEAR, 5, "5 million t a year" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasCapacity    capacity = { .value = cases[i].value, .unit = cases[i].unit };
      g_autofree char *words = atlas_capacity_to_words (&capacity);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpfloat_with_epsilon (atlas_capacity_to_mtoe (&capacity), cases[i].mtoe, 0.01 * cases[i].mtoe);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/item-cargo/by-date", test_cargo);
  g_test_add_func ("/item-cargo/capacity", test_capacity);

  return g_test_run ();
}
