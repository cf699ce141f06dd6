// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-dataset-loader.h"

#include "bundle.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char         *folder;
  GFile        *file;
  GMainLoop    *loop;
  AtlasDataset *dataset;
  GError       *error;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = test_bundle_copy ();
  fixture->file = g_file_new_for_path (fixture->folder);
  fixture->loop = g_main_loop_new (NULL, FALSE);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  if (fixture->dataset != NULL)
    g_assert_finalize_object (fixture->dataset); /* every test proves that it leaked no reference */
  g_clear_error (&fixture->error);
  g_main_loop_unref (fixture->loop);
  g_clear_object (&fixture->file);
  test_bundle_delete (fixture->folder);
}

static void
load (Fixture *fixture)
{
  fixture->dataset = atlas_dataset_load (fixture->file, NULL, &fixture->error);
  g_assert_no_error (fixture->error);
  g_assert_nonnull (fixture->dataset);
}

static void
load_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Fixture *fixture = user_data;

  fixture->dataset = atlas_dataset_load_finish (result, &fixture->error);
  g_main_loop_quit (fixture->loop);
}

static void
test_manifest (Fixture      *fixture,
               gconstpointer data)
{
  const AtlasManifest *manifest;

  load (fixture);
  manifest = atlas_dataset_get_manifest (fixture->dataset);
  g_assert_cmpstr (manifest->id, ==, "minimal");
  g_assert_cmpstr (manifest->report_author, ==, "Nobody");
  g_assert_cmpuint (manifest->themes->len, ==, 2);
  g_assert_cmpstr (atlas_term_get_title (atlas_manifest_find_actor (manifest, "north"), "az"), ==, "Şimal");
  g_assert_cmpfloat (manifest->home.zoom, ==, 6.0);
  g_assert_cmpfloat (manifest->home.latitude, ==, 40.6);
  g_assert_cmpint (manifest->range.begin, ==, atlas_day_from_ymd (1991, 1, 1));
  g_assert_cmpint (manifest->range.end, ==, atlas_day_from_ymd (2031, 1, 1));
  g_assert_cmpfloat (manifest->overview.x1, ==, 80.0);
  g_assert_cmpstr (manifest->lanes[1], ==, "security");
}

static void
test_items (Fixture      *fixture,
            gconstpointer data)
{
  AtlasItem            *pipe, *zone, *talk;
  const AtlasPhase     *phase;
  const AtlasSignatory *signatory;
  g_autofree char      *words = NULL;

  load (fixture);
  g_assert_cmpuint (atlas_dataset_get_n_items (fixture->dataset), ==, 3);

  pipe = atlas_dataset_lookup (fixture->dataset, "pipe");
  g_assert_cmpstr (atlas_item_get_name (pipe, "ru"), ==, "Трубопровод");
  g_assert_cmpstr (atlas_item_get_when (pipe)->text, ==, "2006-06/..");
  g_assert_cmpuint (atlas_item_get_phases (pipe)->len, ==, 2);
  phase = g_ptr_array_index (atlas_item_get_phases (pipe), 0);
  g_assert_cmpint (phase->status, ==, ATLAS_STATUS_BUILDING);
  g_assert_cmpstr (phase->sources[0], ==, "paper");
  g_assert_cmpfloat (atlas_item_get_accuracy (pipe), ==, 5000.0);
  g_assert_cmpstr (atlas_item_get_place_name (pipe), ==, "Somewhere");
  g_assert_cmpstr (atlas_item_get_primary_source (pipe), ==, "paper");
  g_assert_true (atlas_item_is_schematic (pipe));
  g_assert_cmpint (atlas_item_get_cargo (pipe), ==, ATLAS_CARGO_OIL);
  g_assert_cmpuint (atlas_item_get_flows (pipe)->len, ==, 2);
  words = atlas_capacity_to_words (g_ptr_array_index (atlas_item_get_capacities (pipe), 0));
  g_assert_cmpstr (words, ==, "1.2 million barrels a day");

  zone = atlas_dataset_lookup (fixture->dataset, "zone");
  g_assert_cmpuint (atlas_geometry_get_n_parts (atlas_item_get_geometry (zone)), ==, 2);
  g_assert_cmpint (atlas_geometry_get_part (atlas_item_get_geometry (zone), 1)->kind, ==, ATLAS_PART_HOLE);
  g_assert_cmpint (atlas_item_get_cargo (zone), ==, ATLAS_CARGO_NONE);
  g_assert_cmpfloat (atlas_item_get_coverage (zone)->range, ==, 6000000.0);
  g_assert_cmpfloat (atlas_item_get_coverage (zone)->sector[1], ==, 212.0);

  talk = atlas_dataset_lookup (fixture->dataset, "talk");
  g_assert_null (atlas_item_get_geometry (talk));
  g_assert_cmpstr (atlas_item_get_when (talk)->text, ==, "2021-01-11");
  g_assert_cmpuint (atlas_item_get_treaty_number (talk), ==, 3);
  g_assert_cmpstr (atlas_item_get_part_of (talk)[0], ==, "zone");
  signatory = g_ptr_array_index (atlas_item_get_signatories (talk), 0);
  g_assert_cmpstr (signatory->office, ==, "President");
  g_assert_null (atlas_item_get_extra (talk));
}

static void
test_references (Fixture      *fixture,
                 gconstpointer data)
{
  AtlasBibliography          *bibliography;
  const AtlasReferenceFields *fields;

  load (fixture);
  bibliography = atlas_dataset_get_bibliography (fixture->dataset);
  fields = atlas_reference_get_fields (atlas_bibliography_lookup (bibliography, "paper"));
  g_assert_cmpstr (fields->authors, ==, "Ann Writer; A Bureau");
  g_assert_cmpstr (fields->issued, ==, "2024-06-12");
  g_assert_cmpstr (fields->accessed, ==, "2026-11-01");
  g_assert_cmpstr (fields->tier, ==, "news");
  g_assert_cmpstr (fields->doi, ==, "10.1000/1");
  g_assert_true (fields->title_known);
  g_assert_cmpint (fields->role, ==, ATLAS_REFERENCE_INDEPENDENT);

  fields = atlas_reference_get_fields (atlas_bibliography_lookup_number (bibliography, 1));
  g_assert_cmpstr (fields->id, ==, "report-1");
  g_assert_false (fields->title_known);
}

/* What the program does not understand is still there: words of the item, of its feature, of values it reads in part. */
static void
test_extra (Fixture      *fixture,
            gconstpointer data)
{
  AtlasBibliography *bibliography;
  const char        *extra;

  test_bundle_replace (fixture->folder, "sources.json", "\"DOI\":", "\"abstract\": \"They wrote.\", \"DOI\":");
  load (fixture);
  extra = atlas_item_get_extra (atlas_dataset_lookup (fixture->dataset, "pipe"));
  g_assert_nonnull (extra);
  g_assert_nonnull (strstr (extra, "\"colour\":\"blue\""));
  g_assert_nonnull (strstr (extra, "\"@feature\":{\"ownWord\":42}"));
  g_assert_nonnull (strstr (extra, "\"primaryText\":{\"source\":\"paper\",\"url\":\"https://example.org/text\""));
  g_assert_null (strstr (extra, "\"title\""));
  g_assert_null (strstr (extra, "\"facts\""));

  bibliography = atlas_dataset_get_bibliography (fixture->dataset);
  extra = atlas_reference_get_fields (atlas_bibliography_lookup (bibliography, "paper"))->extra;
  g_assert_cmpstr (extra, ==, "{\"abstract\":\"They wrote.\"}");
}

/* A member that is unknown deep inside keeps the whole property. */
static void
test_extra_nested (Fixture      *fixture,
                   gconstpointer data)
{
  const char *extra;

  test_bundle_replace (fixture->folder, "items.geojson", "\"text\": \"They talked.\"", "\"text\": \"They talked.\", \"page\": 7");
  test_bundle_replace (fixture->folder, "items.geojson", "[46.0, 39.0], [47.0", "[46.0, 39.0, 812], [47.0");
  load (fixture);

  extra = atlas_item_get_extra (atlas_dataset_lookup (fixture->dataset, "talk"));
  g_assert_cmpstr (extra, ==, "{\"facts\":[{\"text\":\"They talked.\",\"page\":7,\"sources\":[\"paper\"]}]}");
  extra = atlas_item_get_extra (atlas_dataset_lookup (fixture->dataset, "zone"));
  g_assert_true (g_str_has_prefix (extra, "{\"@feature\":{\"geometry\":{"));
}

/* So do the atlas and its series: in what they read in part, too. */
static void
test_extra_elsewhere (Fixture      *fixture,
                      gconstpointer data)
{
  const AtlasSeries *series;

  test_bundle_replace (fixture->folder, "atlas.json", "\"format\": 1,", "\"format\": 1, \"mood\": [1, 2],");
  test_bundle_replace (fixture->folder, "series.json", "\"unit\":", "\"colour\": \"blue\", \"unit\":");
  test_bundle_replace (fixture->folder, "series.json", "\"value\": 28", "\"value\": 28, \"estimated\": true");
  load (fixture);

  g_assert_cmpstr (atlas_dataset_get_manifest (fixture->dataset)->extra, ==,
                   "{\"mood\":[1,2],\"timeline\":{\"lanes\":[\"economic\",\"security\"],\"bands\":[\"period\"],\"today\":null}}");
  series = g_ptr_array_index (atlas_dataset_get_series (fixture->dataset), 0);
  g_assert_cmpstr (series->extra, ==,
                   "{\"colour\":\"blue\",\"points\":[{\"when\":\"2006\",\"value\":9.0999999999999996},{\"when\":\"2007\",\"value\":28,\"estimated\":true}]}");
}

static void
test_report (Fixture      *fixture,
             gconstpointer data)
{
  AtlasReport        *report;
  const AtlasPassage *passage;
  const AtlasSection *section;

  load (fixture);
  report = atlas_dataset_get_report (fixture->dataset);
  g_assert_cmpstr (atlas_report_get_title (report), ==, "A small report");
  g_assert_cmpuint (atlas_report_get_passages (report)->len, ==, 2);
  passage = atlas_report_lookup (report, "peace-1");
  g_assert_cmpuint (passage->line, ==, 15);
  section = g_ptr_array_index (atlas_report_get_sections (report), passage->section);
  g_assert_cmpstr (section->title, ==, "Later");
  g_assert_cmpint (section->parent, ==, 1);
  g_assert_cmpuint (atlas_report_get_mentioning (report, "pipe")->len, ==, 1);
  g_assert_cmpuint (atlas_dataset_get_series (fixture->dataset)->len, ==, 1);
}

static void
test_optional (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "series.json", NULL);

  g_remove (path);
  load (fixture);
  g_assert_cmpuint (atlas_dataset_get_series (fixture->dataset)->len, ==, 0);
}

static void
test_byte_order_mark (Fixture      *fixture,
                      gconstpointer data)
{
  test_bundle_replace (fixture->folder, "atlas.json", "{", "\xef\xbb\xbf{");
  test_bundle_replace (fixture->folder, "report.md", "<!-- SPDX-F", "\xef\xbb\xbf<!-- SPDX-F");
  load (fixture);
}

static void
test_async (Fixture      *fixture,
            gconstpointer data)
{
  atlas_dataset_load_async (fixture->file, NULL, load_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_no_error (fixture->error);
  g_assert_nonnull (atlas_dataset_lookup (fixture->dataset, "pipe"));
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  atlas_dataset_load_async (fixture->file, cancellable, load_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_builtin (void)
{
  g_autoptr (GFile) folder = atlas_bundle_builtin ();
  g_autoptr (GPtrArray) findings = atlas_bundle_validate (folder, NULL);
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset;

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *words = atlas_finding_to_string (g_ptr_array_index (findings, i));

      g_test_message ("%s", words);
    }
  g_assert_cmpuint (findings->len, ==, 0);

  dataset = atlas_dataset_load (folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (atlas_dataset_lookup (dataset, "btc"));
  g_assert_cmpuint (atlas_report_get_last_citation (atlas_dataset_get_report (dataset)), ==, 47);
  g_assert_finalize_object (dataset);
}

/* Themes and kinds stand in lanes, chips and headings beside items, which have names in all these languages. */
static void
check_names (const AtlasManifest *manifest,
             const GPtrArray     *terms)
{
  for (guint i = 0; i < terms->len; i++)
    for (guint k = 0; manifest->languages[k] != NULL; k++)
      {
        const AtlasTerm *term = g_ptr_array_index (terms, i);

        g_test_message ("%s in “%s”", term->id, manifest->languages[k]);
        g_assert_true (g_str_equal (manifest->languages[k], manifest->language) ||
                       (term->names != NULL && g_hash_table_contains (term->names, manifest->languages[k])));
      }
}

static void
test_builtin_names (void)
{
  g_autoptr (GFile) folder = atlas_bundle_builtin ();
  g_autoptr (AtlasDataset) dataset = atlas_dataset_load (folder, NULL, NULL);
  const AtlasManifest *manifest = atlas_dataset_get_manifest (dataset);

  g_assert_cmpuint (g_strv_length (manifest->languages), ==, 5);
  check_names (manifest, manifest->themes);
  check_names (manifest, manifest->kinds);
  g_assert_cmpstr (atlas_term_get_title (atlas_manifest_find_theme (manifest, "security"), "ru"), ==, "Безопасность");
  g_assert_cmpstr (atlas_term_get_title (atlas_manifest_find_kind (manifest, ATLAS_KIND_RAILWAY), "az"), ==, "Dəmir yolları");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/dataset-loader/manifest", test_manifest },
    { "/dataset-loader/items", test_items },
    { "/dataset-loader/references", test_references },
    { "/dataset-loader/report", test_report },
    { "/dataset-loader/extra", test_extra },
    { "/dataset-loader/extra-nested", test_extra_nested },
    { "/dataset-loader/extra-elsewhere", test_extra_elsewhere },
    { "/dataset-loader/optional", test_optional },
    { "/dataset-loader/byte-order-mark", test_byte_order_mark },
    { "/dataset-loader/async", test_async },
    { "/dataset-loader/cancel", test_cancel },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/dataset-loader/builtin", test_builtin);
  g_test_add_func ("/dataset-loader/builtin-names", test_builtin_names);

  return g_test_run ();
}
