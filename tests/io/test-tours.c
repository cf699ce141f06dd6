// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-dataset-loader.h"
#include "atlas-limits.h"
#include "atlas-tours-check.h"
#include "atlas-tours-reader.h"
#include "atlas-tours-writer.h"

#include "bundle.h"

#include <string.h>

/* -- Round trips -- */

/* What is read from @text is written as @text. */
static void
assert_round_trip (GBytes     *bytes,
                   const char *atlas,
                   GPtrArray  *tours)
{
  g_autoptr (GBytes) written = atlas_tours_write (atlas, tours);

  g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_file_round_trip (const char *folder)
{
  g_autoptr (GFile) bundle = g_file_new_for_path (folder);
  g_autoptr (GFile) file = g_file_get_child (bundle, "tours.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_load (bundle, NULL, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_round_trip (bytes, NULL, atlas_dataset_get_tours (dataset));
}

static void
test_minimal (void)
{
  char *folder = test_bundle_copy ();

  assert_file_round_trip (folder);
  test_bundle_delete (folder);
}

static void
test_shipped (void)
{
  assert_file_round_trip (g_getenv ("ATLAS_TEST_BUNDLE"));
}

static void
test_none (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GBytes) written = atlas_tours_write (NULL, none);
  static const char text[] = "{\n  \"format\": 1,\n  \"tours\": []\n}\n";

  g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written), text, strlen (text));
}

/* -- Files of the user's -- */

#define STEP "{ \"title\": \"T\", \"state\": \"#range=1991/2030&map=6/40/45\" }"
#define FILE_OF(tours_) "{ \"format\": 1, \"atlas\": \"minimal\", \"tours\": [" tours_ "] }"
#define TOUR_OF(steps_) "{ \"id\": \"t\", \"title\": \"T\", \"steps\": [" steps_ "] }"
#define FILE_OF_STEP(step_) FILE_OF (TOUR_OF (step_))
#define FILE_OF_STATE(state_) FILE_OF_STEP ("{ \"title\": \"T\", \"state\": \"" state_ "\" }")

static GPtrArray *
read_own (const char *text,
          char      **atlas,
          GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return atlas_tours_read_own (bytes, "mine.json", atlas, error);
}

static void
test_own (void)
{
  g_autofree char *atlas = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tours = read_own (FILE_OF_STEP (STEP), &atlas, &error);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *same = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (atlas, ==, "minimal");
  g_assert_cmpuint (tours->len, ==, 1);

  written = atlas_tours_write (atlas, tours);
  again = atlas_tours_read_own (written, "mine.json", &same, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (same, ==, atlas);
  g_assert_true (atlas_tour_equal (g_ptr_array_index (tours, 0), g_ptr_array_index (again, 0)));
  assert_round_trip (written, same, again);
}

/* clang-format off */
static const struct
{
  const char *name;
  const char *text;
  AtlasRule   rule;
  const char *where; /* how the message begins */
} refused[] = {
  { "empty", "", ATLAS_RULE_EMPTY_FILE, "mine.json" },
  { "no-json", "tours", ATLAS_RULE_SYNTAX, "mine.json:1:1: " },
  { "cut", "{ \"format\": 1, \"atlas\": \"minimal\", \"tours\": [", ATLAS_RULE_SYNTAX, "mine.json:1:" },
  { "list", "[]", ATLAS_RULE_TYPE, "mine.json#: " },
  { "no-format", "{ \"atlas\": \"minimal\", \"tours\": [] }", ATLAS_RULE_MISSING, "mine.json#: " },
  { "later-format", "{ \"format\": 2, \"atlas\": \"minimal\", \"tours\": [] }", ATLAS_RULE_FORMAT, "mine.json#/format: " },
  { "no-atlas", "{ \"format\": 1, \"tours\": [] }", ATLAS_RULE_MISSING, "mine.json#: " },
  { "bad-atlas", "{ \"format\": 1, \"atlas\": \"../x\", \"tours\": [] }", ATLAS_RULE_ID, "mine.json#/atlas: " },
  { "no-tours", "{ \"format\": 1, \"atlas\": \"minimal\" }", ATLAS_RULE_MISSING, "mine.json#: " },
  { "tours-no-list", "{ \"format\": 1, \"atlas\": \"minimal\", \"tours\": {} }", ATLAS_RULE_TYPE, "mine.json#/tours: " },
  { "member-of-file", "{ \"format\": 1, \"atlas\": \"minimal\", \"tours\": [], \"by\": \"me\" }", ATLAS_RULE_UNKNOWN_MEMBER, "mine.json#: " },
  { "tour-no-object", FILE_OF ("1"), ATLAS_RULE_TYPE, "mine.json#/tours/0: " },
  { "no-id", FILE_OF ("{ \"title\": \"T\", \"steps\": [] }"), ATLAS_RULE_MISSING, "mine.json#/tours/0: " },
  { "bad-id", FILE_OF ("{ \"id\": \"A B\", \"title\": \"T\", \"steps\": [] }"), ATLAS_RULE_ID, "mine.json#/tours/0/id: " },
  { "same-id", FILE_OF (TOUR_OF ("") "," TOUR_OF ("")), ATLAS_RULE_DUPLICATE_ID, "mine.json#/tours/1/id: " },
  { "no-title", FILE_OF ("{ \"id\": \"t\", \"steps\": [] }"), ATLAS_RULE_MISSING, "mine.json#/tours/0: " },
  { "empty-title", FILE_OF ("{ \"id\": \"t\", \"title\": \"\", \"steps\": [] }"), ATLAS_RULE_VALUE, "mine.json#/tours/0/title: " },
  { "no-steps", FILE_OF ("{ \"id\": \"t\", \"title\": \"T\" }"), ATLAS_RULE_MISSING, "mine.json#/tours/0: " },
  { "member-of-tour", FILE_OF ("{ \"id\": \"t\", \"title\": \"T\", \"steps\": [], \"x: y\": 1 }"), ATLAS_RULE_UNKNOWN_MEMBER, "mine.json#/tours/0: " },
  { "step-no-object", FILE_OF_STEP ("[]"), ATLAS_RULE_TYPE, "mine.json#/tours/0/steps/0: " },
  { "step-without-title", FILE_OF_STEP ("{ \"state\": \"#\" }"), ATLAS_RULE_MISSING, "mine.json#/tours/0/steps/0: " },
  { "step-without-state", FILE_OF_STEP (STEP ", { \"title\": \"T\" }"), ATLAS_RULE_MISSING, "mine.json#/tours/0/steps/1: " },
  { "member-of-step", FILE_OF_STEP ("{ \"title\": \"T\", \"state\": \"#map=6/40/45\", \"sound\": \"x\" }"), ATLAS_RULE_UNKNOWN_MEMBER, "mine.json#/tours/0/steps/0: " },
  { "text-no-string", FILE_OF_STEP ("{ \"title\": \"T\", \"text\": [], \"state\": \"#map=6/40/45\" }"), ATLAS_RULE_TYPE, "mine.json#/tours/0/steps/0/text: " },
  { "control-character", FILE_OF_STEP ("{ \"title\": \"T\", \"notes\": \"\\u001b[2J\", \"state\": \"#map=6/40/45\" }"), ATLAS_RULE_VALUE, "mine.json#/tours/0/steps/0/notes: " },
  { "source-no-string", FILE_OF_STEP ("{ \"title\": \"T\", \"state\": \"#map=6/40/45\", \"sources\": [1] }"), ATLAS_RULE_TYPE, "mine.json#/tours/0/steps/0/sources/0: " },
  { "question-without-answer", FILE_OF_STEP ("{ \"title\": \"T\", \"state\": \"#map=6/40/45\", \"question\": { \"text\": \"?\" } }"), ATLAS_RULE_MISSING, "mine.json#/tours/0/steps/0/question: " },
  { "member-of-question", FILE_OF_STEP ("{ \"title\": \"T\", \"state\": \"#map=6/40/45\", \"question\": { \"text\": \"?\", \"answer\": \"!\", \"hint\": \"\" } }"), ATLAS_RULE_UNKNOWN_MEMBER, "mine.json#/tours/0/steps/0/question: " },
  { "whole-link", FILE_OF_STATE ("corridor-atlas:minimal#map=6/40/45"), ATLAS_RULE_VALUE, "mine.json#/tours/0/steps/0/state: " },
  { "state-without-hash", FILE_OF_STATE ("map=6/40/45"), ATLAS_RULE_VALUE, "mine.json#/tours/0/steps/0/state: " },
  { "bad-date", FILE_OF_STATE ("#date=2006-13&map=6/40/45"), ATLAS_RULE_VALUE, "mine.json#/tours/0/steps/0/state: " },
  { "bad-camera", FILE_OF_STATE ("#map=6/40"), ATLAS_RULE_VALUE, "mine.json#/tours/0/steps/0/state: " },
  { "nan-camera", FILE_OF_STATE ("#map=nan/40/45"), ATLAS_RULE_VALUE, "mine.json#/tours/0/steps/0/state: " },
  { "unknown-key", FILE_OF_STATE ("#map=6/40/45&sound=loud"), ATLAS_RULE_VALUE, "mine.json#/tours/0/steps/0/state: " },
  { "tour-in-tour", FILE_OF_STATE ("#map=6/40/45&tour=t"), ATLAS_RULE_VALUE, "mine.json#/tours/0/steps/0/state: " },
  { "step-in-step", FILE_OF_STATE ("#map=6/40/45&step=1"), ATLAS_RULE_VALUE, "mine.json#/tours/0/steps/0/state: " },
  { "language", FILE_OF_STATE ("#map=6/40/45&lang=az"), ATLAS_RULE_VALUE, "mine.json#/tours/0/steps/0/state: " },
};
/* clang-format on */

static void
test_refused (gconstpointer data)
{
  guint            index = GPOINTER_TO_UINT (data);
  g_autofree char *atlas = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tours = read_own (refused[index].text, &atlas, &error);

  g_assert_null (tours);
  g_assert_null (atlas);
  g_assert_error (error, ATLAS_BUNDLE_ERROR, (int) refused[index].rule);
  if (!g_str_has_prefix (error->message, refused[index].where))
    g_error ("“%s” does not begin with “%s”", error->message, refused[index].where);
}

/* -- Limits -- */

/* @before, @n times @element with "," between, @after. */
static char *
repeat (const char *before,
        const char *element,
        const char *between,
        gsize       n,
        const char *after)
{
  GString *text = g_string_new (before);

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (text, between);
      g_string_append (text, element);
    }
  g_string_append (text, after);

  return g_string_free (text, FALSE);
}

#define HEAD "{ \"format\": 1, \"atlas\": \"minimal\", \"tours\": ["
#define STEP_HEAD HEAD "{ \"id\": \"t\", \"title\": \"T\", \"steps\": [{ \"title\": \"T\", \"state\": \"#map=6/40/45\", "

/* clang-format off */
static const struct
{
  const char *name;
  const char *before;
  const char *element;
  const char *between;
  gsize       limit;
  const char *after;
} limits[] = {
  { "steps", HEAD "{ \"id\": \"t\", \"title\": \"T\", \"steps\": [", STEP, ",", ATLAS_LIMIT_TOUR_STEPS, "] }] }" },
  { "description", HEAD "{ \"id\": \"t\", \"title\": \"T\", \"steps\": [], \"description\": \"", "x", "", ATLAS_LIMIT_TOUR_TEXT, "\" }] }" },
  { "text", STEP_HEAD "\"text\": \"", "x", "", ATLAS_LIMIT_TOUR_TEXT, "\" }] }] }" },
  { "notes", STEP_HEAD "\"notes\": \"", "x", "", ATLAS_LIMIT_TOUR_NOTES, "\" }] }] }" },
  { "answer", STEP_HEAD "\"question\": { \"text\": \"?\", \"answer\": \"", "x", "", ATLAS_LIMIT_TOUR_TEXT, "\" } }] }] }" },
  { "sources", STEP_HEAD "\"sources\": [", "\"paper\"", ",", ATLAS_LIMIT_STEP_SOURCES, "] }] }] }" },
  { "state", HEAD "{ \"id\": \"t\", \"title\": \"T\", \"steps\": [{ \"title\": \"T\", \"state\": \"#find=", "x", "", ATLAS_LINK_MAX_LENGTH - strlen ("#find="), "\" }] }] }" },
};
/* clang-format on */

/* As much as is allowed, and one more. */
static void
test_limits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    for (guint more = 0; more < 2; more++)
      {
        g_autofree char *text = repeat (limits[i].before, limits[i].element, limits[i].between, limits[i].limit + more, limits[i].after);
        g_autofree char *atlas = NULL;
        g_autoptr (GError) error = NULL;
        g_autoptr (GPtrArray) tours = read_own (text, &atlas, &error);

        g_test_message ("%s + %u", limits[i].name, more);
        if (more == 0)
          g_assert_no_error (error);
        else
          g_assert_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_LIMIT);
      }
}

static void
test_limit_of_tours (void)
{
  for (guint more = 0; more < 2; more++)
    {
      GString         *text = g_string_new (HEAD);
      g_autofree char *owned = NULL;
      g_autofree char *atlas = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) tours = NULL;

      for (guint i = 0; i < ATLAS_LIMIT_TOURS + more; i++)
        g_string_append_printf (text, "%s{ \"id\": \"t%u\", \"title\": \"T\", \"steps\": [] }", i > 0 ? "," : "", i);
      g_string_append (text, "] }");
      owned = g_string_free (text, FALSE);

      tours = read_own (owned, &atlas, &error);
      if (more == 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_LIMIT);
    }
}

/* -- What the atlas must have -- */

#define TOURS "tours.json"

/* In the sample's tours @to stands where @from stood. */
/* clang-format off */
static const struct
{
  const char *name;
  const char *from;
  const char *to;
  const char *place;
  const char *rule;
} faults[] = {
  { "same-id", "\"id\": \"stroll\"", "\"id\": \"walk\"", "#/tours/1/id", "duplicate-id" },
  { "item", "item=pipe", "item=pipes", "#/tours/0/steps/0/state", "unknown-item" },
  { "passage", "par=energy-1", "par=energy-9", "#/tours/0/steps/0/state", "unknown-passage" },
  { "token", "show=pipeline", "show=pipeline,pipelines", "#/tours/0/steps/0/state", "unknown-token" },
  { "source", "\"report-1\"\n", "\"report-2\"\n", "#/tours/0/steps/0/sources/1", "unknown-source" },
  { "source-looked-at", "source=paper", "source=papers", "#/tours/0/steps/1/state", "unknown-source" },
  { "citation", "oil [1]", "oil [2]", "#/tours/0/steps/0/text", "unknown-citation" },
  { "citation-looked-at", "cite=1", "cite=2", "#/tours/0/steps/1/state", "unknown-citation" },
  { "no-camera", "&map=7/40/45", "", "#/tours/0/steps/1/state", "missing-member" },
  { "no-range", "range=1991/2030&map=7", "map=7", "#/tours/0/steps/1/state", "missing-member" },
  { "too-far", "map=7/", "map=2.9/", "#/tours/0/steps/1/state", "bad-position" },
  { "too-near", "map=7/", "map=12.1/", "#/tours/0/steps/1/state", "bad-position" },
  { "date-outside", "date=2006-07", "date=2031", "#/tours/0/steps/0/state", "bad-date" },
  { "window-outside", "range=1991/2030&map=6.4", "range=1991/2030&window=1980/1985&map=6.4", "#/tours/0/steps/0/state", "bad-date" },
  { "compared-outside", "date=2006-07", "date=2006-07&compare=1980", "#/tours/0/steps/0/state", "bad-date" },
  { "compared-with-nothing", "\"#range=1991/2030&map=7", "\"#compare=1996&range=1991/2030&map=7", "#/tours/0/steps/1/state", "bad-date" },
  { "member", "\"notes\":", "\"note\":", "#/tours/0/steps/0", "unknown-member" },
  { "format", "\"format\": 1", "\"format\": 3", "#/format", "unknown-format" },
  { "atlas", "\"format\": 1", "\"format\": 1, \"atlas\": \"minimal\"", "#", "unknown-member" },
};
/* clang-format on */

static void
test_fault (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  char *folder = test_bundle_copy ();
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;

  test_bundle_replace (folder, TOURS, faults[index].from, faults[index].to);
  findings = atlas_bundle_validate (file, NULL);
  if (findings->len != 1)
    g_error ("%u findings", findings->len);
  g_assert_cmpstr (((AtlasFinding *) g_ptr_array_index (findings, 0))->file, ==, TOURS);
  g_assert_cmpstr (((AtlasFinding *) g_ptr_array_index (findings, 0))->place, ==, faults[index].place);
  g_assert_cmpstr (atlas_rule_get_id (((AtlasFinding *) g_ptr_array_index (findings, 0))->rule), ==, faults[index].rule);

  dataset = atlas_dataset_load (file, NULL, NULL);
  g_assert_null (dataset);
  test_bundle_delete (folder);
}

/* Tours of the user's are held against the atlas in the same way. */
static void
test_check_against (void)
{
  char *folder = test_bundle_copy ();
  g_autoptr (GFile) bundle = g_file_new_for_path (folder);
  g_autoptr (AtlasDataset) dataset = atlas_dataset_load (bundle, NULL, NULL);
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autofree char *atlas = NULL;
  g_autoptr (GPtrArray) tours = read_own (FILE_OF_STEP ("{ \"title\": \"T\", \"text\": \"[1] [7]\", \"state\": \"#range=1991/2030&map=6/40/45&item=gone\", \"sources\": [\"paper\", \"lost\"] }"), &atlas, NULL);

  atlas_tours_check_against (atlas_dataset_get_tours (dataset), dataset, TOURS, findings);
  g_assert_cmpuint (findings->len, ==, 0);
  atlas_tours_check_against (tours, dataset, "mine.json", findings);
  g_assert_cmpuint (findings->len, ==, 3);
  test_bundle_delete (folder);
}

/* A prefix of the file is an error and no crash. */
static void
test_truncated (void)
{
  char            *folder = test_bundle_copy ();
  g_autofree char *path = g_build_filename (folder, TOURS, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize i = 0; i < length - 2; i += 7)
    {
      g_autoptr (GPtrArray) findings = NULL;

      test_bundle_write (folder, TOURS, text, i);
      findings = atlas_bundle_validate (file, NULL);
      g_assert_nonnull (atlas_findings_first_error (findings));
    }
  test_bundle_delete (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tours/round-trip/minimal", test_minimal);
  g_test_add_func ("/tours/round-trip/shipped", test_shipped);
  g_test_add_func ("/tours/round-trip/none", test_none);
  g_test_add_func ("/tours/own", test_own);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tours/refused/%s", refused[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refused);
    }
  g_test_add_func ("/tours/limits", test_limits);
  g_test_add_func ("/tours/limit-of-tours", test_limit_of_tours);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tours/fault/%s", faults[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fault);
    }
  g_test_add_func ("/tours/check-against", test_check_against);
  g_test_add_func ("/tours/truncated", test_truncated);

  return g_test_run ();
}
