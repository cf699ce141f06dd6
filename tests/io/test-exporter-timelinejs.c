// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json.h"
#include "export-fixture.h"

static JsonObject *
parse (const char *text,
       JsonNode  **root)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  *root = atlas_json_parse (bytes, &error);
  g_assert_no_error (error);

  return json_node_get_object (*root);
}

static JsonObject *
find_slide (JsonObject *timeline,
            const char *member,
            const char *id)
{
  JsonArray *slides = json_object_get_array_member (timeline, member);

  for (guint i = 0; i < json_array_get_length (slides); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (slides, i), "unique_id"), id))
      return json_array_get_object_element (slides, i);

  return NULL;
}

/* "2006-7-13" as far as it goes; "" without the member. Every part is a number that a calendar has. (transfer full) */
static char *
describe_date (JsonObject *slide,
               const char *member)
{
  static const struct
  {
    const char *name;
    gint64      min, max;
  } parts[] = { { "year", -10000, 10000 }, { "month", 1, 12 }, { "day", 1, 31 } };
  g_autoptr (GString) words = g_string_new (NULL);
  JsonObject *date = json_object_has_member (slide, member) ? json_object_get_object_member (slide, member) : NULL;

  for (guint i = 0; date != NULL && i < G_N_ELEMENTS (parts) && json_object_has_member (date, parts[i].name); i++)
    {
      JsonNode *node = json_object_get_member (date, parts[i].name);

      g_assert_true (json_node_get_value_type (node) == G_TYPE_INT64);
      g_assert_cmpint (json_node_get_int (node), >=, parts[i].min);
      g_assert_cmpint (json_node_get_int (node), <=, parts[i].max);
      g_string_append_printf (words, "%s%d", i > 0 ? "-" : "", (int) json_node_get_int (node));
    }
  g_assert_true (date == NULL || words->len > 0);

  return g_strdup (words->str);
}

static void
check_slides (JsonArray *slides,
              gboolean   eras)
{
  for (guint i = 0; i < json_array_get_length (slides); i++)
    {
      JsonObject      *slide = json_array_get_object_element (slides, i);
      JsonObject      *text = json_object_get_object_member (slide, "text");
      g_autofree char *start = describe_date (slide, "start_date");
      g_autofree char *end = describe_date (slide, "end_date");

      g_assert_cmpstr (start, !=, "");
      g_assert_cmpstr (json_object_get_string_member (slide, "unique_id"), !=, "");
      g_assert_cmpstr (json_object_get_string_member (text, "headline"), !=, "");
      if (eras)
        g_assert_cmpstr (end, !=, "");
      else
        g_assert_cmpstr (json_object_get_string_member (slide, "display_date"), !=, "");
    }
}

static void
test_real (void)
{
  static const struct
  {
    const char *member, *id, *start, *end, *words;
  } wanted[] = {
    { "events", "btc", "2006-6", "", "from June 2006 on" },
    { "events", "gabala-radar", "1985", "2012-12-10", "1985 to 10 December 2012" },
    { "events", "friendship-treaty-1997", "1997-7-3", "", "3 July 1997" },
    { "events", "gallup-2022", "2022", "2022-12-31", "2022" },
    { "events", "aliyev-statement-2016", "2016-10-17", "", "about 17 October 2016" },
    { "eras", "politics-1991-1993", "1991-1-1", "1993-12-31", NULL },
    { "eras", "economy-opec-plus", "2016-12-10", "2030-12-31", NULL }, /* open: as far as the timeline goes */
  };
  g_autoptr (AtlasDataset) dataset = export_load_real ();
  g_autofree char *text = export_to_text (dataset, "timelinejs");
  g_autoptr (JsonNode) root = NULL;
  JsonObject *timeline = parse (text, &root);

  g_assert_cmpstr (json_object_get_string_member (timeline, "scale"), ==, "human");
  g_assert_true (json_object_has_member (json_object_get_object_member (timeline, "title"), "text"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (timeline, "events")), ==, atlas_dataset_get_n_items (dataset) - 1);
  check_slides (json_object_get_array_member (timeline, "events"), FALSE);
  check_slides (json_object_get_array_member (timeline, "eras"), TRUE);
  g_assert_null (find_slide (timeline, "events", "az-ru-power-link")); /* has no date at all */

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      JsonObject      *slide = find_slide (timeline, wanted[i].member, wanted[i].id);
      g_autofree char *start = describe_date (slide, "start_date");
      g_autofree char *end = describe_date (slide, "end_date");

      g_assert_cmpstr (start, ==, wanted[i].start);
      g_assert_cmpstr (end, ==, wanted[i].end);
      if (wanted[i].words != NULL)
        g_assert_cmpstr (json_object_get_string_member (slide, "display_date"), ==, wanted[i].words);
    }
}

/* Text is HTML there: ours is words. */
static void
test_words (void)
{
  g_autoptr (AtlasDataset) dataset = export_load_changed ("\"title\": \"The talk\",", "\"title\": \"<b>A</b> & \\\"B\\\"\", \"summary\": \"1 < 2 [3].\\n\\n<img src=x>\",");
  g_autofree char *text = export_to_text (dataset, "timelinejs");
  g_autoptr (JsonNode) root = NULL;
  JsonObject *slide = find_slide (parse (text, &root), "events", "talk");
  JsonObject *words = json_object_get_object_member (slide, "text");

  g_assert_cmpstr (json_object_get_string_member (words, "headline"), ==, "&lt;b&gt;A&lt;/b&gt; &amp; &quot;B&quot;");
  g_assert_cmpstr (json_object_get_string_member (words, "text"), ==, "<p>1 &lt; 2.</p><p>&lt;img src=x&gt;</p>");
  g_assert_cmpstr (json_object_get_string_member (slide, "group"), ==, "Events");
  g_assert_false (json_object_get_boolean_member (slide, "autolink"));
}

/* A slide must have a beginning. */
static void
test_beginnings (void)
{
  static const struct
  {
    const char *when, *start, *end;
  } cases[] = {
    { "{ \"start\": { \"in\": \"..\" }, \"end\": { \"in\": \"1990\" } }", "1990-12-31", "" },
    { "{ \"start\": { \"in\": \"\" }, \"end\": { \"in\": \"..\" } }", NULL, NULL },
    { "{ \"start\": { \"in\": \"199X\" } }", "1990-1-1", "1999-12-31" },
    { "{ \"start\": { \"in\": \"-0043\" } }", "-43", "-43-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *when = g_strdup_printf ("[%s]", cases[i].when);
      g_autoptr (AtlasDataset) dataset = export_load_changed ("[{ \"start\": { \"in\": \"2021-01-11\" } }]", when);
      g_autofree char *text = export_to_text (dataset, "timelinejs");
      g_autoptr (JsonNode) root = NULL;
      JsonObject      *slide = find_slide (parse (text, &root), "events", "talk");
      g_autofree char *start = slide != NULL ? describe_date (slide, "start_date") : NULL;
      g_autofree char *end = slide != NULL ? describe_date (slide, "end_date") : NULL;

      g_assert_cmpstr (start, ==, cases[i].start);
      g_assert_cmpstr (end, ==, cases[i].end);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/exporter-timelinejs/real", test_real);
  g_test_add_func ("/io/exporter-timelinejs/words", test_words);
  g_test_add_func ("/io/exporter-timelinejs/beginnings", test_beginnings);

  return g_test_run ();
}
