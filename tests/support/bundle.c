// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

static char *
new_folder (void)
{
  GError *error = NULL;
  char   *folder = g_dir_make_tmp ("atlas-bundle-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

static char *
read_file (const char *folder,
           const char *file,
           gsize      *length)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  GError          *error = NULL;
  char            *data = NULL;

  g_file_get_contents (path, &data, length, &error);
  g_assert_no_error (error);

  return data;
}

char *
test_bundle_copy (void)
{
  static const char *const files[] = { "atlas.json", "items.geojson", "report.md", "series.json", "sources.json", "tours.json" };
  g_autofree char         *minimal = g_test_build_filename (G_TEST_DIST, "data", "bundles", "minimal", NULL);
  char                    *folder = new_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      gsize            length = 0;
      g_autofree char *data = read_file (minimal, files[i], &length);

      test_bundle_write (folder, files[i], data, length);
    }

  return folder;
}

void
test_bundle_replace (const char *folder,
                     const char *file,
                     const char *from,
                     const char *to)
{
  gsize            length = 0;
  g_autofree char *data = read_file (folder, file, &length);
  const char      *found = strstr (data, from);
  g_autoptr (GString) changed = g_string_new (NULL);

  if (found == NULL)
    g_error ("%s does not hold %s", file, from);

  g_string_append_len (changed, data, found - data);
  g_string_append (changed, to);
  g_string_append (changed, found + strlen (from));
  test_bundle_write (folder, file, changed->str, changed->len);
}

void
test_bundle_write (const char *folder,
                   const char *file,
                   const char *data,
                   gsize       length)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  FILE            *stream;

  /* Not g_file_set_contents(), which waits for the disk. */
  stream = g_fopen (path, "wb");
  g_assert_nonnull (stream);
  g_assert_cmpuint (fwrite (data, 1, length, stream), ==, length);
  g_assert_cmpint (fclose (stream), ==, 0);
}

void
test_bundle_delete (char *folder)
{
  GDir       *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (folder);
  g_free (folder);
}

/* Items of all kinds of geometry in turn, strewn over the region and the years without chance. */
static void
append_item (GString *text,
             guint    i)
{
  double lon = 30.0 + (i * 7919 % 40000) / 1000.0;
  double lat = 30.0 + (i * 6101 % 20000) / 1000.0;
  guint  year = 1991 + i % 30;

  g_string_append_printf (text, "%s\n{\"type\":\"Feature\",\"id\":\"item-%u\",\"geometry\":", i > 0 ? "," : "", i);
  switch (i % 4)
    {
    case 0:
      g_string_append_printf (text, "{\"type\":\"LineString\",\"coordinates\":[");
      for (guint j = 0; j < 12; j++)
        g_string_append_printf (text, "%s[%.4f,%.4f]", j > 0 ? "," : "", lon + 0.05 * j, lat + 0.03 * (j * j % 5));
      g_string_append (text, "]}");
      break;
    case 1:
      g_string_append_printf (text, "{\"type\":\"Polygon\",\"coordinates\":[[[%.4f,%.4f],[%.4f,%.4f],[%.4f,%.4f],[%.4f,%.4f]]]}",
                              lon, lat, lon + 0.2, lat, lon + 0.1, lat + 0.2, lon, lat);
      break;
    default:
      g_string_append_printf (text, "{\"type\":\"Point\",\"coordinates\":[%.4f,%.4f]}", lon, lat);
      break;
    }

  g_string_append_printf (text, ",\"when\":{\"timespans\":[{\"start\":{\"in\":\"%u-%02u\"},\"end\":{\"in\":\"%u\"}}]},"
                                "\"properties\":{\"title\":\"Item number %u\",\"names\":{\"az\":\"Əşya %u\",\"ru\":\"Предмет %u\"},"
                                "\"kind\":\"%s\",\"theme\":\"%s\",\"actors\":[\"north\"],\"schematic\":%s,\"cites\":[1],",
                          year, 1 + i % 12, year + 3, i, i, i, i % 4 == 0 ? "pipeline" : i % 4 == 1 ? "zone"
                                                                                                    : "event",
                          i % 2 == 0 ? "economic" : "security", i % 2 == 0 ? "true" : "false");
  if (i % 4 == 0)
    g_string_append_printf (text, "\"phases\":[{\"when\":\"%u/%u-%02u\",\"status\":\"building\"},{\"when\":\"%u-%02u/%u\",\"status\":\"operating\"}],",
                            year - 2, year, 1 + i % 12, year, 1 + i % 12, year + 3);
  g_string_append_printf (text, "\"facts\":[{\"text\":\"What is known of number %u.\",\"sources\":[\"paper\"]}]}}", i);
}

char *
test_bundle_large (guint n_items)
{
  char *folder = test_bundle_copy ();
  g_autoptr (GString) text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");

  for (guint i = 0; i < n_items; i++)
    append_item (text, i);
  g_string_append (text, "\n]}\n");

  test_bundle_write (folder, "items.geojson", text->str, text->len);
  test_bundle_replace (folder, "report.md", "item:pipe", "item:item-0");
  test_bundle_replace (folder, "report.md", "item:talk", "item:item-1");
  test_bundle_replace (folder, "series.json", "\"items\": [\"pipe\"]", "\"items\": [\"item-0\"]");
  test_bundle_write (folder, "tours.json", "{\"tours\":[]}", strlen ("{\"tours\":[]}"));

  return folder;
}
