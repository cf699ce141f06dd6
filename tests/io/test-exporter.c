// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reference-format.h"
#include "export-fixture.h"

#include <glib/gstdio.h>

static void
test_table (void)
{
  guint                n_exporters = 0;
  const AtlasExporter *exporters = atlas_exporter_list (&n_exporters);

  g_assert_cmpuint (n_exporters, ==, 8);
  for (guint i = 0; i < n_exporters; i++)
    {
      g_autofree char *name = g_strconcat ("FILE", exporters[i].suffix, NULL);
      g_autofree char *upper = g_ascii_strup (name, -1);

      g_assert_true (atlas_exporter_lookup (exporters[i].id) == &exporters[i]);
      g_assert_true (g_str_has_prefix (exporters[i].suffix, "."));
      g_assert_nonnull (strchr (exporters[i].mime, '/'));
      if (g_str_equal (exporters[i].suffix, ".json")) /* two have it, so that it tells none */
        g_assert_null (atlas_exporter_lookup_suffix (name));
      else
        g_assert_true (atlas_exporter_lookup_suffix (upper) == &exporters[i]);
    }

  g_assert_true (atlas_exporter_lookup ("bibtex") == atlas_exporter_lookup ("biblatex"));
  g_assert_null (atlas_exporter_lookup (NULL));
  g_assert_null (atlas_exporter_lookup ("word"));
  g_assert_null (atlas_exporter_lookup_suffix ("csv"));
}

/* --- A stream that ends, and one that is cancelled --- */

#define TYPE_SHORT_STREAM (short_stream_get_type ())
G_DECLARE_FINAL_TYPE (ShortStream, short_stream, SHORT, STREAM, GOutputStream)

/* Takes @room bytes; then the disk is full, or @cancellable is cancelled. */
struct _ShortStream
{
  GOutputStream parent_instance;
  gsize         room;
  GCancellable *cancellable; /* (nullable), borrowed */
};

G_DEFINE_FINAL_TYPE (ShortStream, short_stream, G_TYPE_OUTPUT_STREAM)

static gssize
short_stream_write (GOutputStream *stream,
                    const void    *buffer,
                    gsize          count,
                    GCancellable  *cancellable,
                    GError       **error)
{
  ShortStream *self = SHORT_STREAM (stream);

  if (self->room < count && self->cancellable == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
      return -1;
    }
  if (self->room < count)
    g_cancellable_cancel (self->cancellable);
  self->room -= MIN (self->room, count);

  return (gssize) count;
}

static void
short_stream_class_init (ShortStreamClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = short_stream_write;
}

static void
short_stream_init (ShortStream *self)
{
}

/* Every writer says so when its stream does not take all, and stops when it is cancelled. */
static void
test_short_stream (gconstpointer data)
{
  gboolean cancels = GPOINTER_TO_INT (data);
  g_autoptr (AtlasDataset) dataset = export_load_changed (NULL, NULL);
  g_autoptr (GPtrArray) items = export_all_items (dataset);
  AtlasExport          what = { dataset, items, atlas_dataset_get_tours (dataset), NULL };
  guint                n_exporters = 0;
  const AtlasExporter *exporters = atlas_exporter_list (&n_exporters);

  for (guint i = 0; i < n_exporters; i++)
    {
      g_autofree char *whole = export_to_text (dataset, exporters[i].id);
      gsize            length = strlen (whole);

      for (guint part = 0; part < 8; part++)
        {
          g_autoptr (ShortStream) stream = g_object_new (TYPE_SHORT_STREAM, NULL);
          g_autoptr (GCancellable) cancellable = g_cancellable_new ();
          g_autoptr (GError) error = NULL;
          int      code = cancels ? G_IO_ERROR_CANCELLED : G_IO_ERROR_NO_SPACE;
          gboolean written;

          stream->room = part * (length - 1) / 8;
          stream->cancellable = cancels ? cancellable : NULL;
          written = exporters[i].write (&exporters[i], &what, G_OUTPUT_STREAM (stream), cancellable, &error);
          if (cancels && written) /* with its last bytes */
            continue;
          g_assert_false (written);
          g_assert_error (error, G_IO_ERROR, code);
        }
    }
}

/* What was there stays, when it is cancelled. */
static void
test_file (void)
{
  g_autoptr (AtlasDataset) dataset = export_load_changed (NULL, NULL);
  g_autoptr (GPtrArray) items = export_all_items (dataset);
  AtlasExport      what = { dataset, items, NULL, NULL };
  g_autofree char *folder = g_dir_make_tmp ("atlas-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "items.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *wanted = export_to_text (dataset, "csv");
  g_autofree char *written = NULL;

  g_assert_true (atlas_exporter_write_file (atlas_exporter_lookup ("csv"), &what, file, NULL, &error));
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (atlas_exporter_write_file (atlas_exporter_lookup ("kml"), &what, file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, wanted);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* --- Sources --- */

static guint
count_references (AtlasDataset *dataset,
                  GPtrArray    *items,
                  const char   *format)
{
  g_autofree char *text = export_items_to_text (dataset, items, format);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (GPtrArray) references = atlas_reference_format_read (atlas_reference_format_lookup (format), bytes, "exported", findings);

  g_assert_cmpuint (findings->len, ==, 0);

  return references->len;
}

/* All of an atlas; of some items what they rest on and what the report cites for them. */
static void
test_references (void)
{
  static const char *const formats[] = { "csl", "biblatex", "ris" };
  g_autoptr (AtlasDataset) dataset = export_load_real ();
  g_autoptr (GPtrArray) all = export_all_items (dataset);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  AtlasItem *radar = atlas_dataset_lookup (dataset, "gabala-radar");
  g_autoptr (GPtrArray) sources = atlas_dataset_dup_item_sources (dataset, radar);

  g_ptr_array_add (one, radar);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_assert_cmpuint (count_references (dataset, all, formats[i]), ==, g_list_model_get_n_items (G_LIST_MODEL (atlas_dataset_get_bibliography (dataset))));
      g_assert_cmpuint (count_references (dataset, one, formats[i]), ==, sources->len + 1); /* and [39] */
    }
  g_assert_cmpuint (count_references (dataset, none, "csl"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/exporter/table", test_table);
  g_test_add_data_func ("/io/exporter/full-disk", GINT_TO_POINTER (FALSE), test_short_stream);
  g_test_add_data_func ("/io/exporter/cancelled", GINT_TO_POINTER (TRUE), test_short_stream);
  g_test_add_func ("/io/exporter/file", test_file);
  g_test_add_func ("/io/exporter/references", test_references);

  return g_test_run ();
}
