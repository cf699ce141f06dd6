// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-export-dialog-private.h"

#include "widget-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  AtlasDataset      *dataset;
  AtlasSession      *session;
  AtlasBasemap      *basemap;
  AtlasExportDialog *dialog; /* (weak): NULL when it has closed */
  char              *folder;
  GFile             *exported;
} Fixture;

static void
exported_cb (Fixture *fixture,
             GFile   *file)
{
  g_assert_null (fixture->exported);
  fixture->exported = g_object_ref (file);
}

static gboolean
is_quiet (gpointer user_data)
{
  return !atlas_export_preview_is_busy (user_data);
}

static void
await_preview (Fixture *fixture)
{
  widget_fixture_await (is_quiet, fixture->dialog->preview, "the preview");
}

static void
open_dialog (Fixture *fixture)
{
  g_autoptr (GListStore) tours = g_list_store_new (ATLAS_TYPE_TOUR);

  for (guint i = 0; i < atlas_dataset_get_tours (fixture->dataset)->len; i++)
    g_list_store_append (tours, g_ptr_array_index (atlas_dataset_get_tours (fixture->dataset), i));
  g_set_weak_pointer (&fixture->dialog, ATLAS_EXPORT_DIALOG (atlas_export_dialog_new (fixture->session, fixture->basemap, G_LIST_MODEL (tours), 700, 500)));
  g_signal_connect_swapped (fixture->dialog, "exported", G_CALLBACK (exported_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  await_preview (fixture);
}

static gboolean
has_closed (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

static void
close_dialog (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  widget_fixture_await (has_closed, &fixture->dialog, "the dialog to go");
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (AtlasSessionState) state = atlas_session_state_parse ("#date=2021-06&map=8/39.7/46.6&show=pipeline", NULL);

  fixture->dataset = widget_fixture_load ();
  fixture->session = atlas_session_new (fixture->dataset);
  atlas_session_apply_state (fixture->session, state);
  fixture->basemap = atlas_basemap_new_from_file (g_getenv ("ATLAS_TEST_BASEMAP"), NULL);
  g_assert_nonnull (fixture->basemap);
  fixture->folder = g_dir_make_tmp ("atlas-export-XXXXXX", NULL);
  open_dialog (fixture);
}

static void
remove_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A thread that makes a preview for a dialog that has gone still has the atlas. */
static gboolean
is_mine_alone (gpointer user_data)
{
  return g_atomic_int_get (&G_OBJECT (user_data)->ref_count) == 1;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.corridoratlas.CorridorAtlas");
  g_auto (GStrv) keys = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (fixture->dialog != NULL)
    close_dialog (fixture);
  remove_files (fixture->folder);
  g_free (fixture->folder);
  g_clear_object (&fixture->exported);
  atlas_basemap_unref (fixture->basemap);
  g_assert_finalize_object (fixture->session);
  widget_fixture_await (is_mine_alone, fixture->dataset, "threads to let the atlas go");
  g_assert_finalize_object (fixture->dataset);

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    if (g_str_has_prefix (keys[i], "export-"))
      g_settings_reset (settings, keys[i]);
}

static gboolean
is_done (gpointer user_data)
{
  Fixture *fixture = user_data;

  return fixture->dialog == NULL || !atlas_export_dialog_is_writing (fixture->dialog);
}

/* Writes to a file of this name, and waits for it. (transfer full): its path */
static char *
write_to (Fixture    *fixture,
          const char *name)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  atlas_export_dialog_write (fixture->dialog, file);
  widget_fixture_await (is_done, fixture, "what is exported");

  return path;
}

static gboolean
has_error (Fixture *fixture)
{
  return fixture->dialog != NULL && gtk_revealer_get_reveal_child (fixture->dialog->error_revealer);
}

static void
assert_begins (const char *path,
               const char *magic)
{
  g_autofree char *content = NULL;
  gsize            length = 0;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (length, >, strlen (magic));
  g_assert_cmpmem (content, strlen (magic), magic, strlen (magic));
}

/* --- Tests --- */

/* Every kind in every format: by the row, and the name is completed. */
static void
test_writes (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    AtlasExportKind kind;
    guint           format;
    const char     *name, *written, *magic;
  } cases[] = {
    { ATLAS_EXPORT_VIEW, 0, "view.png", "view.png", "\x89PNG" },
    { ATLAS_EXPORT_VIEW, 1, "bare", "bare.svg", "<?xml" },
    { ATLAS_EXPORT_VIEW, 0, "other.PDF", "other.PDF", "%PDF" }, /* the name chooses */
    { ATLAS_EXPORT_DATA, 0, "items.geojson", "items.geojson", "{\"type\":" },
    { ATLAS_EXPORT_DATA, 1, "items", "items.kml", "<?xml" },
    { ATLAS_EXPORT_DATA, 3, "line.json", "line.json", "{\"scale\"" },
    { ATLAS_EXPORT_DATA, 0, "table.csv", "table.csv", "id,title" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *chosen = NULL;
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].written, NULL);

      adw_combo_row_set_selected (fixture->dialog->kind_row, cases[i].kind);
      adw_combo_row_set_selected (fixture->dialog->format_row, cases[i].format);
      adw_combo_row_set_selected (fixture->dialog->scale_row, 0);
      chosen = write_to (fixture, cases[i].name);
      if (has_error (fixture))
        g_error ("%s: %s", cases[i].name, gtk_label_get_text (fixture->dialog->error_label));
      widget_fixture_await (has_closed, &fixture->dialog, "the dialog to close");
      g_assert_nonnull (fixture->exported);
      g_assert_cmpstr (g_file_peek_path (fixture->exported), ==, path);
      g_clear_object (&fixture->exported);
      assert_begins (path, cases[i].magic);
      open_dialog (fixture);
    }
}

/* What was chosen is chosen the next time. */
static void
test_remembers (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = NULL;

  adw_combo_row_set_selected (fixture->dialog->kind_row, ATLAS_EXPORT_VIEW);
  adw_combo_row_set_selected (fixture->dialog->format_row, 2);
  adw_combo_row_set_selected (fixture->dialog->palette_row, 2);
  adw_combo_row_set_selected (fixture->dialog->size_row, 5);
  gtk_editable_set_text (GTK_EDITABLE (fixture->dialog->custom_row), "640x480");
  gtk_switch_set_active (fixture->dialog->parts[ATLAS_EXPORT_PART_LEGEND], FALSE);
  path = write_to (fixture, "a.pdf");
  widget_fixture_await (has_closed, &fixture->dialog, "the dialog to close");

  open_dialog (fixture);
  g_assert_cmpuint (adw_combo_row_get_selected (fixture->dialog->format_row), ==, 2);
  g_assert_cmpuint (adw_combo_row_get_selected (fixture->dialog->palette_row), ==, 2);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->dialog->custom_row)), ==, "640x480");
  g_assert_true (gtk_widget_get_visible (fixture->dialog->custom_row));
  g_assert_false (gtk_switch_get_active (fixture->dialog->parts[ATLAS_EXPORT_PART_LEGEND]));
  g_assert_true (gtk_switch_get_active (fixture->dialog->parts[ATLAS_EXPORT_PART_TITLE]));
}

/* Rows that say nothing of what is made are not there. */
static void
test_rows (Fixture      *fixture,
           gconstpointer data)
{
  static const struct
  {
    AtlasExportKind kind;
    gboolean        tour, format, items, figure, scale;
  } cases[] = {
    { ATLAS_EXPORT_VIEW, FALSE, TRUE, FALSE, TRUE, TRUE },
    { ATLAS_EXPORT_HANDOUT, TRUE, FALSE, FALSE, TRUE, FALSE },
    { ATLAS_EXPORT_IMAGES, TRUE, TRUE, FALSE, TRUE, TRUE },
    { ATLAS_EXPORT_DATA, FALSE, TRUE, TRUE, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      adw_combo_row_set_selected (fixture->dialog->kind_row, cases[i].kind);
      g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (fixture->dialog->tour_row)), ==, cases[i].tour);
      g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (fixture->dialog->format_row)), ==, cases[i].format);
      g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (fixture->dialog->items_row)), ==, cases[i].items);
      g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (fixture->dialog->figure_group)), ==, cases[i].figure);
      g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (fixture->dialog->scale_row)), ==, cases[i].scale);
      await_preview (fixture);
    }
}

static void
test_sizes (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *text;
    gboolean    good;
  } cases[] = { { "1920×1080", TRUE }, { "800 x 600", TRUE }, { "800", FALSE }, { "5x5", FALSE }, { "99999x10", FALSE }, { "", FALSE } };

  adw_combo_row_set_selected (fixture->dialog->size_row, 5);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (fixture->dialog->custom_row), cases[i].text);
      g_assert_cmpint (gtk_widget_get_sensitive (fixture->dialog->export_button), ==, cases[i].good);
      g_assert_cmpint (gtk_widget_has_css_class (fixture->dialog->custom_row, "error"), ==, !cases[i].good);
      g_assert_cmpstr (gtk_label_get_text (fixture->dialog->caption), !=, "");
    }
  await_preview (fixture);
}

/* What the view shows: the date of the clock is in the name, and the filter lets only pipelines through. */
static void
test_view (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (AtlasExportJob) job = atlas_export_form_create_job (fixture->dialog, NULL);
  g_autofree char *name = atlas_export_job_dup_name (job);
  g_autoptr (AtlasExportJob) all = NULL;
  g_autoptr (AtlasExportJob) shown = NULL;

  g_assert_cmpstr (name, ==, "azerbaijan-russia-2021-06.png");
  g_assert_true (job->state->has_camera);

  adw_combo_row_set_selected (fixture->dialog->kind_row, ATLAS_EXPORT_DATA);
  all = atlas_export_form_create_job (fixture->dialog, NULL);
  g_assert_cmpuint (all->items->len, ==, atlas_dataset_get_n_items (fixture->dataset));
  adw_combo_row_set_selected (fixture->dialog->items_row, 1);
  shown = atlas_export_form_create_job (fixture->dialog, NULL);
  g_assert_cmpuint (shown->items->len, >, 5);
  for (guint i = 0; i < shown->items->len; i++)
    g_assert_cmpint (atlas_item_get_kind (g_ptr_array_index (shown->items, i)), ==, ATLAS_KIND_PIPELINE);
  await_preview (fixture);
}

/* An error is said in the dialog, which keeps what was chosen; then it works elsewhere. */
static void
test_error (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *bad = NULL;
  g_autofree char *good = NULL;

  adw_combo_row_set_selected (fixture->dialog->kind_row, ATLAS_EXPORT_DATA);
  adw_combo_row_set_selected (fixture->dialog->format_row, 2);
  bad = write_to (fixture, "missing/items.csv");
  g_assert_true (has_error (fixture));
  g_assert_nonnull (strstr (gtk_label_get_text (fixture->dialog->error_label), "items.csv"));
  g_assert_cmpuint (adw_combo_row_get_selected (fixture->dialog->format_row), ==, 2);
  g_assert_true (gtk_widget_get_sensitive (fixture->dialog->form));
  g_assert_null (fixture->exported);

  good = write_to (fixture, "items.csv");
  widget_fixture_await (has_closed, &fixture->dialog, "the dialog to close");
  assert_begins (good, "id,");
}

/* A name that is only completed to one that is there is not written over without a question. */
static void
test_no_surprise (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *there = g_build_filename (fixture->folder, "items.csv", NULL);
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (there, "mine", -1, NULL));
  adw_combo_row_set_selected (fixture->dialog->kind_row, ATLAS_EXPORT_DATA);
  adw_combo_row_set_selected (fixture->dialog->format_row, 2);
  path = write_to (fixture, "items");
  g_assert_true (has_error (fixture));
  g_assert_true (g_file_get_contents (there, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
}

/* A long run is stopped: the old file is as it was. */
static void
test_stop (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "tour.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  adw_combo_row_set_selected (fixture->dialog->kind_row, ATLAS_EXPORT_HANDOUT);
  await_preview (fixture);
  atlas_export_dialog_write (fixture->dialog, file);
  g_assert_true (atlas_export_dialog_is_writing (fixture->dialog));
  g_assert_false (gtk_widget_get_sensitive (fixture->dialog->form));
  g_assert_true (gtk_revealer_get_reveal_child (fixture->dialog->progress_revealer));

  g_signal_emit_by_name (fixture->dialog->stop_button, "clicked");
  widget_fixture_await (is_done, fixture, "the end of it");
  g_assert_true (has_error (fixture));
  g_assert_true (gtk_widget_get_sensitive (fixture->dialog->form));
  g_assert_null (fixture->exported);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "writes", test_writes },
    { "remembers", test_remembers },
    { "rows", test_rows },
    { "sizes", test_sizes },
    { "view", test_view },
    { "error", test_error },
    { "no-surprise", test_no_surprise },
    { "stop", test_stop },
  };

  if (!widget_fixture_init (&argc, &argv))
    return 0;

  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/export-dialog/%s", tests[i].path);

      g_test_add (path, Fixture, NULL, set_up, tests[i].run, tear_down);
    }

  return g_test_run ();
}
